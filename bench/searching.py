"""What a first search loads on a site of any size, without the days that building it would take.

The documents are made of generated articles directly: headline, six sentences as key facts, what
has a figure, and a section for each of up to five names with up to four sentences, beside a page
for each name. For 100 articles that is as much as their real index to 5 % (372 KB, 68 KB
compressed), for it was measured so.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import process, reader
from bench.articles import write_article
from bench.project import CHECKOUT, new_project
from bench.result import Result
from summarizer.publishing.search import prepare_search
from summarizer.publishing.settings import SearchEngine

_NAME = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+\b")
_FIGURE = re.compile(r"\b\d[\d.,]* \w+")
_END = re.compile(r"(?<=[.“]) (?=[A-ZÄÖÜ„])")


def measure(articles: int) -> list[Result]:
    """First searches in German with each engine, and what Pagefind's index takes to make."""
    with TemporaryDirectory() as folder:
        root = new_project(Path(folder) / "project", 1)
        command = [sys.executable, "-m", "bench.timed_build", str(root)]
        process.run(command, CHECKOUT, {})
        indexes = Path(folder) / "indexes"
        content = json.loads((root / "site/de/search/search_index.json").read_text("utf-8"))
        index = indexes / "de/search/search_index.json"
        index.parent.mkdir(parents=True)
        content["docs"] = list(_documents(articles))
        del content["config"]["engine"]
        index.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        results = reader.measure(root / "site", indexes, articles, ["de"])
        began = time.perf_counter()
        prepare_search({"de": indexes / "de"}, SearchEngine.PAGEFIND)
        seconds = time.perf_counter() - began
        return [
            *results,
            Result(f"Pagefind's index in 'de' of {articles} articles", seconds, "s"),
        ]


def _documents(articles: int) -> Iterator[dict[str, str]]:
    names: set[str] = set()
    for number in range(articles):
        article = write_article(number)
        title, *paragraphs = article.text.rpartition("---\n")[2].strip().splitlines()
        sentences = [each for paragraph in paragraphs for each in _END.split(paragraph)]
        page = f"articles/{number:06}/"
        yield _document(page, title.lstrip("# "), [])
        yield _document(f"{page}#key-facts", "Das Wichtigste", sentences[:6])
        figures = [found[0] for each in sentences for found in _FIGURE.finditer(each)]
        yield _document(f"{page}#figures", "Zahlen", [f"{each} keine Quelle" for each in figures])
        named = list(dict.fromkeys(found[0] for s in sentences for found in _NAME.finditer(s)))[:5]
        for source, name in enumerate(named):
            said = [each for each in sentences if name.split()[-1] in each]
            yield _document(f"{page}#source-{source}", name, ["Person", *said[:4]])
        names.update(named)
    for number, name in enumerate(sorted(names)):
        yield _document(f"sources/{number}/", name, ["Person"])


def _document(location: str, title: str, paragraphs: list[str]) -> dict[str, str]:
    text = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return {"location": location, "title": escape(title), "text": text}
