"""What a reader's browser downloads: an article's page, and the first search.

A small server gives each file compressed, as any web host does, and counts the bytes. The browser
is a real one, so that whatever the search engine loads is counted, now and after it is replaced.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from bench.result import Result

_COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
_SEARCH = "[data-md-component=search-query], .pagefind-ui__search-input, input[type=search]"
_RESULT = ".md-search-result__item, .pagefind-ui__result, [data-search-result]"
_LANGUAGES = ("de", "en")
_MILLISECONDS = 60_000


_OF_SEARCH = re.compile(r"search|pagefind|/workers/|lunr")
"""In the addresses of files that are there for searching alone."""


@dataclass
class _Count:
    """Bytes sent since the last look, by address."""

    sent: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, path: str, size: int) -> None:
        with self.lock:
            self.sent[path] = self.sent.get(path, 0) + size

    def take(self) -> dict[str, int]:
        with self.lock:
            sent, self.sent = self.sent, {}
        return sent


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, site: Path, count: _Count) -> None:
        self._site = site
        self._count = count
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = self._site / unquote(urlsplit(self.path).path).lstrip("/")
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix in _COMPRESSED:
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)
        self._count.add(self.path, len(content))

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, _Count]]:
    count = _Count()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site=site, count=count))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", count
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def measure(site: Path, articles: int) -> list[Result]:
    """Bytes of an article's page and of the first search on it, in each language of `site`.

    Returns nothing where there is no Chromium (the one that CHROMIUM names, or Debian's).
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        return []
    results = []
    with sync_playwright() as playwright, _served(site) as (address, count):
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        for language in _LANGUAGES:
            html, own, searching = _downloads(browser, address, site, language, count)
            results += [
                Result(
                    f"first search in '{language}', {articles} articles",
                    searching[0] + searching[1],
                    "KB",
                    at_most=300,
                    note=f"{searching[0]:.0f} KB of it before anybody searches",
                ),
                Result(
                    f"article's page in '{language}' with all it loads to itself without search, "
                    f"{articles} articles",
                    (own + searching[0]) / own,
                    "times",
                    at_most=1.5,
                    note=f"{own:.0f} KB, {html:.0f} KB of it the page's HTML",
                ),
            ]
        browser.close()
    return results


def _downloads(
    browser: Browser, address: str, site: Path, language: str, count: _Count
) -> tuple[float, float, tuple[float, float]]:
    """Kilobytes of an article's page.

    Returns:
        Its HTML; all that it loads but for search; what is there for search, loaded with the page
        and loaded when the first words are typed.
    """
    path = min((site / language / "articles").glob("*/index.html"))
    context = browser.new_context(locale=language)
    page = context.new_page()
    page.set_default_timeout(_MILLISECONDS)
    count.take()
    page.goto(f"{address}/{path.relative_to(site).parent.as_posix()}/", wait_until="networkidle")
    loaded = count.take()
    for_search = sum(size for name, size in loaded.items() if _OF_SEARCH.search(name))
    title = page.locator("h1").first.inner_text()
    _search(page, max(re.findall(r"\w+", title), key=len))
    searched = sum(count.take().values())
    context.close()
    html = len(gzip.compress(path.read_bytes(), mtime=0))
    own = sum(loaded.values()) - for_search
    return html / 1024, own / 1024, (for_search / 1024, searched / 1024)


def _search(page: Page, words: str) -> None:
    field = page.locator(_SEARCH).first
    if not field.is_visible():
        page.locator("label[for=__search]").first.click()
    field.focus()
    field.press_sequentially(words, delay=20)
    page.locator(_RESULT).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
