"""What a reader's browser downloads: an article's page, and the first search with each engine.

A small server gives each file compressed, as any web host does, and counts the bytes. The browser
is a real one, so that whatever a search engine loads is counted.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from bench.result import Result
from summarizer.publishing.search import prepare_search
from summarizer.publishing.settings import SearchEngine

_COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
_COMMON = {"de": ("Millionen Euro", "Woche"), "en": ("million euros", "week")}
"""Words that stand in many articles, whose part of an index is large."""
_LANGUAGES = ("de", "en")
_MILLISECONDS = 300_000
"""Building Material's index of 10,000 articles takes a browser minutes."""
_ANSWERED = """() => document.querySelector(".md-search-result__item")
    || /^(Keine|No) /.test(document.querySelector(".md-search-result__meta").textContent.trim())"""


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

    def __init__(
        self, *arguments: Any, site: Path, searched: Mapping[str, Path], count: _Count
    ) -> None:
        self._site = site
        self._searched = searched
        self._count = count
        super().__init__(*arguments)

    def do_GET(self) -> None:
        asked = unquote(urlsplit(self.path).path).lstrip("/")
        language, _, below = asked.partition("/")
        searched = below.startswith("search/") and self._searched.get(language)
        path = searched / below if searched else self._site / asked
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
def _served(site: Path, searched: Mapping[str, Path]) -> Iterator[tuple[str, _Count]]:
    """Serve `site`, with each language's `search/` from the folders in `searched`."""
    count = _Count()
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, site=site, searched=searched, count=count)
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", count
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def measure(
    site: Path, indexes: Path, articles: int, languages: Sequence[str] = _LANGUAGES
) -> list[Result]:
    """Bytes of an article's page and of first searches on it, by engine and language.

    Args:
        site: A built site, of whichever engine.
        indexes: A folder with the index of each language as MkDocs writes it
            (`de/search/search_index.json`), such as a bare run of MkDocs leaves.
        articles: How many articles there are in the indexes.
        languages: Those to measure.

    Returns:
        Nothing where there is no Chromium (the one that CHROMIUM names, or Debian's).
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        return []
    results = []
    chosen = _chosen(indexes, languages)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        for engine in (SearchEngine.MATERIAL, SearchEngine.PAGEFIND):
            with (
                TemporaryDirectory() as folder,
                _served(site, _prepared(indexes, languages, engine, Path(folder))) as served,
            ):
                for language in languages:
                    weight = _weigh(browser, *served, site, language)
                    results += _told(weight, language, articles, engine, chosen=engine is chosen)
        browser.close()
    return results


def _prepared(
    indexes: Path, languages: Sequence[str], engine: SearchEngine, folder: Path
) -> Mapping[str, Path]:
    """The folders in `folder` whose `search/` is what `engine` searches, by language."""
    sites = {}
    for language in languages:
        sites[language] = folder / language
        index = Path("search/search_index.json")
        (sites[language] / "search").mkdir(parents=True)
        shutil.copy(indexes / language / index, sites[language] / index)
    prepare_search(sites, engine)
    return sites


def _chosen(indexes: Path, languages: Sequence[str]) -> SearchEngine:
    """The engine that a build takes by default."""
    with TemporaryDirectory() as folder:
        _prepared(indexes, languages, SearchEngine.AUTO, Path(folder))
        pieces = any(Path(folder).glob("*/search/pagefind"))
    return SearchEngine.PAGEFIND if pieces else SearchEngine.MATERIAL


@dataclass(frozen=True)
class _Weight:
    """Kilobytes, compressed."""

    html: float
    own: float
    """All that a page loads but for search."""
    waiting: float
    """What a page loads for a search that nobody has begun."""
    searches: Mapping[str, float]
    """What the first search loads, without what is there already, by query."""


def _told(
    weight: _Weight, language: str, articles: int, engine: SearchEngine, *, chosen: bool
) -> list[Result]:
    """Results; targets are for the engine that a site of this size gets by default."""
    of = f"in '{language}', {articles} articles, {engine.value}"
    queries = "; ".join(f"«{query}» {size:.0f}" for query, size in weight.searches.items())
    return [
        Result(
            f"first search {of}",
            weight.waiting + max(weight.searches.values()),
            "KB",
            at_most=300 if chosen else None,
            note=f"{weight.waiting:.1f} KB of it before anybody searches; {queries}",
        ),
        Result(
            f"article's page with all it loads to itself without search, {of}",
            (weight.own + weight.waiting) / weight.own,
            "times",
            at_most=1.5 if chosen else None,
            note=f"{weight.own:.0f} KB, {weight.html:.0f} KB of it the page's HTML",
        ),
    ]


def _weigh(browser: Browser, address: str, count: _Count, site: Path, language: str) -> _Weight:
    path = min((site / language / "articles").glob("*/index.html"))
    address = f"{address}/{path.relative_to(site).parent.as_posix()}/"
    searches = {}
    for query in ("", *_COMMON[language]):
        context = browser.new_context(locale=language)
        page = context.new_page()
        page.set_default_timeout(_MILLISECONDS)
        count.take()
        page.goto(address, wait_until="networkidle")
        loaded = count.take()
        words = query or max(re.findall(r"\w+", page.locator("h1").first.inner_text()), key=len)
        _search(page, words)
        searches[words] = sum(count.take().values()) / 1024
        context.close()
    waiting = sum(size for name, size in loaded.items() if _OF_SEARCH.search(name))
    return _Weight(
        html=len(gzip.compress(path.read_bytes(), mtime=0)) / 1024,
        own=(sum(loaded.values()) - waiting) / 1024,
        waiting=waiting / 1024,
        searches=searches,
    )


def _search(page: Page, words: str) -> None:
    field = page.locator("[data-md-component=search-query]")
    if not field.is_visible():
        page.locator("label[for=__search]").first.click()
    field.focus()
    field.press_sequentially(words, delay=20)
    page.wait_for_function(_ANSWERED)
    page.wait_for_load_state("networkidle")
