"""How long builds take, what they do again, and how much memory they use."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import process, reader
from bench.articles import write_article
from bench.project import CHECKOUT, new_project
from bench.result import Result

_LANGUAGES = ("de", "en")


@dataclass(frozen=True)
class _Build:
    """A build as a command: `seconds` counts from the start of Python to its end."""

    seconds: float
    working: float
    """Seconds of the build itself, without the start of Python and its imports."""
    mkdocs: float
    steps: Mapping[str, float]
    analysed: int
    site: str
    peak_mb: float | None

    @property
    def outside(self) -> float:
        """Seconds of the build outside MkDocs."""
        return self.working - self.mkdocs

    @property
    def told(self) -> str:
        """The steps and what they took."""
        steps = {"Start of Python": self.seconds - self.working, **self.steps}
        return ", ".join(f"{title} {seconds:.1f} s" for title, seconds in steps.items())


def measure(articles: int) -> list[Result]:
    """A first build, what a reader downloads, then builds after each kind of change or none."""
    with TemporaryDirectory() as folder:
        root = new_project(Path(folder) / "project", articles)
        first = _build(root)
        bare = _bare_mkdocs(root)
        return [
            Result(
                f"first build of {articles} articles to bare MkDocs on the same pages",
                first.seconds / bare,
                "times",
                at_most=1.5,
                note=f"{first.seconds:.1f} s against {bare:.1f} s; {first.told}",
            ),
            *_memory(articles, first),
            *_sizes(articles, root),
            *reader.measure(root / "site", root / "bare", articles),
            *_changes(articles, root),
        ]


def _memory(articles: int, build: _Build) -> list[Result]:
    if build.peak_mb is None:
        return []
    subject = f"peak memory of a first build of {articles} articles, all processes"
    return [Result(subject, build.peak_mb, "MB", at_most=1024)]


def _sizes(articles: int, root: Path) -> list[Result]:
    return [
        Result(
            f"size of {name}/ an article, {articles} articles",
            sum(path.stat().st_size for path in (root / name).rglob("*") if path.is_file())
            / articles
            / 1024,
            "KB",
        )
        for name in ("docs", "site", "translations", ".cache")
    ]


def _changes(articles: int, root: Path) -> list[Result]:
    first, second, *_ = sorted((root / "seeds").iterdir())
    new = write_article(articles)

    def change() -> None:
        first.write_text(
            first.read_text("utf-8") + "Am Freitag kamen 4.321 Besucher.\n", encoding="utf-8"
        )

    # What is done, and how many articles it may make a build analyse.
    changes: list[tuple[str, Callable[[], object], int, float]] = [
        ("nothing changed", lambda: None, 0, 1),
        ("one article changed", change, 1, 2),
        ("one added", lambda: (root / "seeds" / new.name).write_text(new.text, "utf-8"), 1, 2),
        ("one deleted", second.unlink, 0, 2),
    ]
    results = []
    for name, act, may_analyse, at_most in changes:
        act()
        build = _build(root)
        subject = f"{name}, {articles} articles"
        results += [
            Result(f"{subject}: outside MkDocs", build.outside, "s", at_most, note=build.told),
            Result(f"{subject}: articles analysed", build.analysed, "", at_most=may_analyse),
        ]
        if not may_analyse and act is changes[0][1]:
            results.append(Result(f"{subject}: inside MkDocs", build.mkdocs, "s", at_most=0))
    return results


def _build(root: Path) -> _Build:
    run = process.run(
        [sys.executable, "-m", "bench.timed_build", str(root)], CHECKOUT, dict(os.environ)
    )
    told: dict[str, Any] = json.loads(run.output.splitlines()[-1])
    return _Build(
        seconds=run.seconds,
        working=told["build"],
        mkdocs=told["mkdocs"],
        steps=told["steps"],
        analysed=told["report"]["analysed"],
        site=told["report"]["site"],
        peak_mb=run.peak_mb,
    )


def _bare_mkdocs(root: Path) -> float:
    """Seconds that MkDocs alone takes for the pages in ``docs/``, the languages side by side."""

    def run(language: str) -> float:
        variables = {
            "DOCS_DIR": str(root / "docs" / language),
            "SITE_DIR": str(root / "bare" / language),
            "SITE_LANGUAGE": language,
            "SEARCH_LANGUAGE": language,
            "NO_MKDOCS_2_WARNING": "1",
        }
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        return process.run(command, root, os.environ | variables).seconds

    with ThreadPoolExecutor(len(_LANGUAGES)) as pool:
        return max(pool.map(run, _LANGUAGES))
