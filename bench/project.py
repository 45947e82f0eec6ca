"""A project for a benchmark: this checkout's configuration and rooms, generated articles."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.articles import write_corpus

CHECKOUT = Path(__file__).parents[1]


def new_project(root: Path, articles: int, *, seed: int = 1) -> Path:
    """Make a project in the folder `root` with `articles` generated articles.

    No translation model is used: what a model takes is measured in `bench.translation`.
    """
    root.mkdir(parents=True)
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    shutil.copytree(CHECKOUT / "glossary", root / "glossary")
    (root / "summarizer").symlink_to(CHECKOUT / "summarizer")
    (root / "summarizer.yml").write_text("translation:\n  model: never\n", encoding="utf-8")
    write_corpus(root / "seeds", articles, seed=seed)
    return root
