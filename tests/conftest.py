"""A project of one's own for each test: the configuration of this one, no articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import configuration, pipeline
from summarizer.cli.progress import NoProgress
from summarizer.pipeline import Project

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout that the tests are in."""
    return REPOSITORY


@pytest.fixture(scope="session")
def new_project() -> Callable[[Path], Path]:
    """Makes an empty project in a folder: what a checkout has, but articles and translations."""
    return _new_project


@pytest.fixture(scope="session")
def new_built_project() -> Callable[[Path, str, str], Path]:
    """Makes a project with one article, by its name and text, and builds it without a model."""
    return _new_built_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The root of an empty project that builds."""
    return _new_project(tmp_path / "project")


def _new_project(root: Path) -> Path:
    root.mkdir()
    for name in ("mkdocs.yml", "summarizer.yml"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "glossary", root / "glossary")
    # MkDocs finds the theme beside mkdocs.yml, as in a checkout.
    (root / "summarizer").symlink_to(REPOSITORY / "summarizer")
    for name in ("seeds", "translations"):
        (root / name).mkdir()
    return root


def _new_built_project(root: Path, name: str, text: str) -> Path:
    _new_project(root)
    (root / "seeds" / name).write_text(text, encoding="utf-8")
    (root / "summarizer.yml").write_text("translation: {model: never}", encoding="utf-8")
    pipeline.build(Project(root), configuration.load(root), NoProgress())
    return root
