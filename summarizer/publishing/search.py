"""What a reader's search loads: Material's index as it is, or Pagefind's in pieces.

MkDocs writes one file with the text of every page, and Material's script would load it with each
page that a reader opens. Here it is put where only the first word of a search loads it
(`theme/assets/javascripts/workers/search.js`); or, where it is too large for that too, Pagefind
makes an index of it of which a search loads the parts that it needs. Both search the same text.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import escape

from summarizer.publishing.settings import SearchEngine

_INDEX = "search/search_index.json"
_DOCUMENTS = "search/documents.json"
_PAGEFIND = "search/pagefind"

_LARGEST_INDEX = 270_000
"""Bytes, compressed, of the largest index that a first search may load whole.

The target for a first search is 300 KB; Material’s worker and a stemmer take 14 KB of it. About 450
articles of 400 words are as much.
"""

_PAGES_A_GROUP = 50
"""Pages of one section, such as a source's, that Pagefind sees as one page of many sections.

Each page costs 6 bytes that every first search loads; with four sources an article, 10,000 articles
would be 300 KB. An entry of a group is found as exactly as a page of its own.
"""

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
# From a word's beginning only: tried at each of its letters, long words take quadratic time.
_GERMAN_WORD = re.compile(r"\b\w*[äöüßÄÖÜ]\w*")

_DECIMAL_MARK = re.compile(r"(?<=\d)[.,](?=\d{1,2}(?!\d)|\d{4})")
_AS_LETTER = {".": "\ua78f", ",": "\ua4f9"}
"""Letters that look like the marks. Pagefind takes marks out of words: 6,5 would be the same as 65.
`workers/pagefind.js` knows them too."""

_TAG = re.compile(r"<[^>]+>")


class SearchError(Exception):
    """Pagefind could not index the pages of a language."""

    def __init__(self, language: str, output: str) -> None:
        self.language = language
        self.output = output
        super().__init__(f"Pagefind could not index the pages in '{language}':\n{output}")


def prepare_search(
    sites: Mapping[str, Path], chosen: SearchEngine = SearchEngine.AUTO
) -> SearchEngine:
    """Have readers load the search only when they search.

    Args:
        sites: The folder of each language's site, as MkDocs built it.
        chosen: The engine, the same for all languages. `AUTO` takes Pagefind as soon as the index
            of one of them is too large to be loaded whole.

    Returns:
        The engine that was taken.

    Raises:
        SearchError: Pagefind failed.
    """
    if chosen is SearchEngine.AUTO:
        too_large = any(
            len(gzip.compress((site / _INDEX).read_bytes())) > _LARGEST_INDEX
            for site in sites.values()
        )
        chosen = SearchEngine.PAGEFIND if too_large else SearchEngine.MATERIAL
    for language, site in sites.items():
        index = json.loads((site / _INDEX).read_bytes())
        # Of nothing Pagefind makes no index.
        engine = chosen if index["docs"] else SearchEngine.MATERIAL
        if engine is SearchEngine.PAGEFIND:
            _index_with_pagefind(index["docs"], site, language, index["config"]["lang"][0])
        else:
            _write_json(site / _DOCUMENTS, {"docs": index["docs"]})
        # The theme loads this with every page. Its worker reads the engine out of it.
        _write_json(
            site / _INDEX, {"config": index["config"] | {"engine": engine.value}, "docs": []}
        )
    return chosen


_Document = Mapping[str, str]
"""A section: `location` ('articles/…/#figures'), `title` and `text`, both of them HTML."""


def _index_with_pagefind(
    documents: Iterable[_Document], site: Path, language: str, stemmer: str
) -> None:
    """Write Pagefind's index of `documents`; the same documents give the same bytes."""
    pages = site / "search/pages"
    out = site / _PAGEFIND
    for name, content in _pages(documents, stemmer):
        path = pages / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind_bin", "--silent"]
    command += [
        "--site",
        str(pages.absolute()),
        "--output-path",
        str(out.absolute()),
        "--force-language",
        stemmer,
    ]
    run = subprocess.run(
        command,
        # It would read settings of its own from a file there, and from the environment.
        cwd=pages,
        env={key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if run.returncode:
        raise SearchError(language, run.stdout)
    shutil.rmtree(pages)
    # Its own interfaces: the site has one.
    for path in out.glob("pagefind-*"):
        if path.suffix in (".js", ".css"):
            path.unlink()


def _pages(documents: Iterable[_Document], language: str) -> Iterable[tuple[str, str]]:
    """What Pagefind reads: HTML pages with an `id` for each section, by their name.

    A page's name is its address, or `group/…` where the ids are the addresses.
    """
    pages: dict[str, list[tuple[str, _Document]]] = {}
    for document in documents:
        location, _, anchor = document["location"].partition("#")
        pages.setdefault(location, []).append((anchor, document))
    for location, sections in pages.items():
        if len(sections) > 1:
            yield location + "page", _page(sections, language)
    alone = [(location, page[0][1]) for location, page in pages.items() if len(page) == 1]
    for first in range(0, len(alone), _PAGES_A_GROUP):
        yield f"group/{first}", _page(alone[first : first + _PAGES_A_GROUP], language)


def _page(sections: Sequence[tuple[str, _Document]], language: str) -> str:
    written = []
    for anchor, document in sections:
        level = "h2" if anchor else "h1"
        text = document["text"]
        if language != "de":
            text += _respelled(f"{document['title']} {text}")
        written.append(
            f'<{level} id="{escape(anchor or "top")}">{_figures_whole(document["title"])}</{level}>'
            f"<div>{_figures_whole(text)}</div>\n"
        )
    return f'<html lang="{language}"><body>\n{"".join(written)}</body></html>\n'


def _respelled(text: str) -> str:
    """The German words of a text as they are typed without umlauts, set off by two letters.

    Only the stemmer for German knows that 'ue' is 'ü'. `workers/pagefind.js` takes the words out
    of what it shows.
    """
    words = sorted({word.translate(_SPELLED_OUT) for word in _GERMAN_WORD.findall(_plain(text))})
    return f"<p>\ua4fa {' '.join(words)} \ua4fb</p>" if words else ""


def _plain(html: str) -> str:
    return _TAG.sub(" ", html)


def _figures_whole(text: str) -> str:
    return _DECIMAL_MARK.sub(lambda mark: _AS_LETTER[mark[0]], text)


def _write_json(path: Path, content: object) -> None:
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
