"""Editions for the tests of pages and sites."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from filelock import FileLock

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
def build_anew(tmp_path_factory: pytest.TempPathFactory) -> Builder:
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
def build(tmp_path_factory: pytest.TempPathFactory, build_anew: Builder) -> Builder:
    """`build_anew`, once for the same pages in all processes that run tests: only to be read."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def build(editions: Mapping[str, Sequence[Edition]], settings: SiteSettings) -> Path:
        key = hashlib.sha256(settings.model_dump_json().encode())
        for path, content in sorted(render_pages(editions, settings).items()):
            key.update(f"{path}\0{len(content)}\0".encode() + content)
        place = shared / f"site-{key.hexdigest()[:16]}"
        with FileLock(f"{place}.lock"):
            if not place.exists():
                build_anew(editions, settings).rename(place)
        return place

    return build


@pytest.fixture(scope="session")
def site(build: Builder, newsroom: ModuleType, settings: SiteSettings) -> Path:
    """The site of both articles."""
    return build(newsroom.both_articles(), settings)
