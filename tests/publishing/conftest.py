"""Editions for the tests of pages and sites."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.publishing import SiteSettings, build_site, render_pages
from summarizer.summary import Edition

PROJECT = Path(__file__).parents[2]


def _load(name: str) -> ModuleType:
    """A module beside this file: test folders are no packages."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


newsroom_module = _load("newsroom")


@pytest.fixture(scope="session")
def newsroom() -> ModuleType:
    """Articles of our own invention, with their editions."""
    return newsroom_module


@pytest.fixture(scope="session")
def settings() -> SiteSettings:
    """A site with an address below a path, and a contact."""
    return SiteSettings(url="https://kurier.example/kurz/", contact="redaktion@kurier.example")


Builder = Callable[[Mapping[str, Sequence[Edition]], SiteSettings], Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Renders editions and has MkDocs build them, strictly; gives the site's folder."""

    def build(editions: Mapping[str, Sequence[Edition]], settings: SiteSettings) -> Path:
        folder = tmp_path_factory.mktemp("site")
        docs, out = folder / "docs", folder / "site"
        for path, content in render_pages(editions, settings).items():
            target = docs / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        assert build_site(PROJECT, docs, out, settings).warnings == ()
        return out

    return build


@pytest.fixture(scope="session")
def site(build: Builder, newsroom: ModuleType, settings: SiteSettings) -> Path:
    """The site of both articles."""
    return build(newsroom.both_articles(), settings)
