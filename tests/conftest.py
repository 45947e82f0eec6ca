"""A project of one's own for each test: the configuration of this one, no articles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The root of an empty project that builds."""
    return make_project(tmp_path / "project")


def make_project(root: Path) -> Path:
    """Make an empty project in `root`: what a checkout has, but for articles and translations."""
    root.mkdir()
    for name in ("mkdocs.yml", "summarizer.yml"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "glossary", root / "glossary")
    # MkDocs finds the theme beside mkdocs.yml, as in a checkout.
    (root / "summarizer").symlink_to(REPOSITORY / "summarizer")
    for name in ("seeds", "translations"):
        (root / name).mkdir()
    return root
