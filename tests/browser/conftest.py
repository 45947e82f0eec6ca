"""A real browser, and sites for it to look at.

The tests need Debian's chromium (or the one that CHROMIUM names). Where there is none they are
skipped, and say so; with REQUIRE_BROWSER=1 in the environment that is a failure.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PREFIX = "/kurz"
"""The sites lie below a path, as on a host of many projects."""


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"publishing_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_publishing = _load(Path(__file__).parents[1] / "publishing" / "conftest.py")
newsroom = _publishing.newsroom
settings = _publishing.settings
build_anew = _publishing.build_anew
build = _publishing.build
site = _publishing.site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        message = "NO BROWSER TEST WAS RUN: no chromium found (apt-get install chromium)"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=program, args=arguments)
        yield started
        started.close()


class _Handler(SimpleHTTPRequestHandler):
    """A plain static server that has the site below a path and nothing else."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else "/nothing/here"
        return super().translate_path(inside)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], Any]:
    """Serves a site's folder in a `with` block and gives its address."""
    return _served


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site of both articles, without a slash at its end."""
    with _served(site) as base:
        yield base


class Witness:
    """What happened in a page that should not have."""

    def __init__(self, page: Page, base: str) -> None:
        self.complaints: list[str] = []
        own = base.removesuffix(PREFIX)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on(
            "console",
            lambda said: (
                self.complaints.append(f"{said.type}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((own, "data:", "blob:"))
                else self.complaints.append(f"asked another host: {request.url}")
            ),
        )
        page.on(
            "response",
            lambda response: (
                self.complaints.append(f"{response.status}: {response.url}")
                if response.status >= 400
                else None
            ),
        )

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def witness() -> type[Witness]:
    """Watches a page for errors, dialogs and requests to other hosts."""
    return Witness


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh reader: nothing stored, German browser."""
    made = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The fresh reader's page."""
    return context.new_page()
