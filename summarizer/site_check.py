"""Checks a built site against what it was built from, before anyone reads it.

Every link leads to a file and every anchor to a place in it; nothing is loaded from another host;
each article has its page in every language, and the figures on it are those of its JSON, read again
from the words that a reader sees.
"""

from __future__ import annotations

import html
import json
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from summarizer import freshness
from summarizer.publishing import Section, SiteSettings, addresses
from summarizer.summary import Figure, FigureKind, Summary
from summarizer.translation.fidelity.english_numbers import read_english
from summarizer.translation.fidelity.german_numbers import read_german
from summarizer.translation.fidelity.quantity import Quantity

# What reads a number in a language's words; the figures of a language without a reader are
# compared by the value in the markup alone.
_READERS: Mapping[str, Callable[[str], Sequence[Quantity]]] = {
    "de": read_german,
    "en": read_english,
}

_ATTRIBUTE = re.compile(r"""\s([^\s"'=<>/]+)=(?:"([^"]*)"|([^\s"'>]+))""")
_AMOUNT = re.compile(r"""<th\b(?=[^>]*\bclass="figures__amount")([^>]*)>(.*?)</th>""", re.DOTALL)
_SCALES = (Decimal(10**3), Decimal(10**6), Decimal(10**9), Decimal(10**12))
_ROUNDING = Decimal("0.0001")
# Shares as English words, which the reader of English numbers takes for numbers of their own.
_SHARE = re.compile(
    r"\b(?:(an?|one|two|three|four|five|nine) )?"
    r"(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
)
_HOW_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "nine": 9}
_PARTS = {
    part: number
    for number, part in enumerate(
        ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2
    )
}
_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"})


@dataclass(frozen=True)
class LastSite:
    """A site that was good, and was built with the same code and settings from other pages."""

    folder: Path
    same: frozenset[str]
    """The files below ``docs/`` that have not changed since."""


class _Page:
    """What a page offers to links, and where its own lead."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def text(self) -> str:
        """The page as it is written."""
        return self._content.decode("utf-8")

    @cached_property
    def _tags(self) -> list[tuple[str, Mapping[str, str]]]:
        if not self._content.strip():
            return []
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        root = etree.fromstring(self._content, parser)
        return [
            (element.tag, {str(name): str(value) for name, value in element.attrib.items()})
            for element in root.iter(etree.Element)
            if element.attrib
        ]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids of its elements."""
        return frozenset(
            value for _, a in self._tags for value in (a.get("id"), a.get("name")) if value
        )

    @property
    def links(self) -> Iterator[str]:
        """Addresses that a reader can follow."""
        return (a["href"] for tag, a in self._tags if tag == "a" and "href" in a)

    @property
    def loaded(self) -> Iterator[str]:
        """Addresses that a browser asks for by itself."""
        for tag, attributes in self._tags:
            if "src" in attributes:
                yield attributes["src"]
            if tag == "link" and _LOADED & set(attributes.get("rel", "").split()):
                yield attributes.get("href", "")

    @property
    def amounts(self) -> Iterator[tuple[str | None, str]]:
        """The figures of its table: the value in the markup, and the words."""
        for attributes, words in _AMOUNT.findall(self.text):
            given = {n: q or b for n, q, b in _ATTRIBUTE.findall(attributes)}
            yield given.get("data-value"), html.unescape(re.sub(r"<[^>]*>", "", words)).strip()


def check_site(
    site: Path,
    articles: Mapping[str, Callable[[], Summary]],
    settings: SiteSettings,
    last: LastSite | None = None,
) -> list[str]:
    """What is wrong with the site in `site`; nothing for a good one.

    Args:
        site: the folder that would be published.
        articles: by the id of each article what gives its summary.
        settings: what it was built with.
        last: the site before it; then what is the same as there is not looked at again, except
            where it may lead to something that is gone.
    """
    found = _Site(site)
    same = _same_pages(last) & found.names if last else frozenset()
    changed = [name for name in sorted(found.names - same) if name.endswith(".html")]
    gone = _gone(last, found, changed) if last else frozenset()
    return [
        *_check_links(found, [*changed, *_leading_to(gone, found, same)], settings.url),
        *_check_articles(found, articles, settings, last.same if last else frozenset()),
    ]


class _Site:
    """The files of a site, each page read when it is looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = frozenset(
            os.fspath(path).removeprefix(f"{folder}{os.sep}").replace(os.sep, "/")
            for path in freshness.files([folder])
        )

    def page(self, name: str) -> _Page:
        """The page in the file `name`."""
        return _Page((self.folder / name).read_bytes())

    @cached_property
    def anchors(self) -> Callable[[str], frozenset[str]]:
        """The anchors of a page, which many links ask for."""
        return lru_cache(maxsize=None)(lambda name: self.page(name).anchors)


def _same_pages(last: LastSite) -> frozenset[str]:
    """The pages of the site that are made of the same Markdown as before."""
    pages = (path.split("/", 1) for path in last.same if path.endswith(".md"))
    return frozenset(f"{language}/{addresses.url(path)}index.html" for language, path in pages)


def _gone(last: LastSite, now: _Site, changed: Iterable[str]) -> frozenset[str]:
    """The files that were there before, and the pages that have lost an anchor."""
    before = _Site(last.folder)
    return (before.names - now.names) | {
        name
        for name in changed
        if name in before.names and before.anchors(name) - now.anchors(name)
    }


def _leading_to(gone: Iterable[str], site: _Site, same: Iterable[str]) -> Iterator[str]:
    """Those of the pages `same` that may have a link to something that is gone.

    A link from elsewhere says the last folder; one from a page beside it need not.
    """
    ends: set[str] = set()
    beside: set[str] = set()
    for name in gone:
        folder, _, file = name.rpartition("/")
        last = folder.rpartition("/")[2]
        ends.add(f"{last}/" if file == "index.html" else f"{last}/{file}")
        beside.add(f"{folder}/index.html")
    if not ends:
        return
    wanted = re.compile("|".join(re.escape(end) for end in sorted(ends)).encode())
    for name in sorted(same):
        if name in beside or wanted.search((site.folder / name).read_bytes()):
            yield name


def _check_links(site: _Site, names: Iterable[str], base_url: str | None) -> Iterator[str]:
    for name in names:
        page = site.page(name)
        for address in page.loaded:
            target = _inside(name, address, base_url)
            if target is None and urlsplit(address).scheme != "data":
                yield f"{name}: loads {address!r} from another host"
            elif target is not None and target[0] not in site.names:
                yield f"{name}: loads {address!r}, which is not there"
        for address in page.links:
            target = _inside(name, address, base_url)
            if target is None:
                continue
            path, anchor = target
            if path not in site.names:
                yield f"{name}: the link {address!r} leads nowhere"
            elif anchor and path.endswith(".html") and anchor not in site.anchors(path):
                yield f"{name}: the link {address!r} leads to no place in {path}"


_PLAIN = re.compile(r"(?!//)[\w./-]*(?:#[\w-]*)?", re.ASCII)
"""An address below the page's own folder or beside it, with nothing to decode."""


def _inside(page: str, address: str, base_url: str | None) -> tuple[str, str] | None:
    """The file and the anchor that `address` on `page` means; None outside the site."""
    if _PLAIN.fullmatch(address) and not address.startswith("/"):
        path, _, anchor = address.partition("#")
        if not path:
            return page, anchor
        joined = posixpath.normpath(f"/{posixpath.dirname(page)}/{path}")
        if path.rsplit("/", 1)[-1] in ("", ".", ".."):
            joined = posixpath.join(joined, "index.html")
        return joined.lstrip("/"), anchor
    if base_url and address.startswith(base_url):
        address = "/" + address.removeprefix(base_url)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    # A 404 page is shown at any address, so its links start at the root of the host.
    root = urlsplit(base_url).path if base_url else "/"
    path = parts.path
    if path.startswith(root):
        path = "/" + path.removeprefix(root)
    joined = unquote(urljoin(f"/{page}", path)) if parts.path else f"/{page}"
    if joined.endswith("/"):
        joined += "index.html"
    return PurePosixPath(joined).relative_to("/").as_posix(), unquote(parts.fragment)


def _check_articles(
    site: _Site,
    articles: Mapping[str, Callable[[], Summary]],
    settings: SiteSettings,
    same: frozenset[str],
) -> Iterator[str]:
    for language in settings.languages:
        for article, load in articles.items():
            name = f"{language}/articles/{article}"
            made = {
                f"{language}/{path}"
                for path in (addresses.article(article), addresses.article_json(article))
            }
            if made <= same and {f"{name}/index.html", f"{name}/summary.json"} <= site.names:
                continue
            folder = site.folder / name
            try:
                page = _Page((folder / "index.html").read_bytes())
                data = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                yield f"{name}: {error.__class__.__name__}: the page or its JSON cannot be read"
                continue
            summary = load()
            yield from _check_data(name, summary, data)
            if Section.FIGURES in settings.sections:
                yield from _check_figures(name, language, summary, page)


def _check_data(name: str, summary: Summary, data: Mapping[str, object]) -> Iterator[str]:
    published = data.get("figures")
    extracted = [(figure.value, figure.value_max) for figure in summary.figures]
    if not isinstance(published, list) or extracted != [
        (figure.get("value"), figure.get("value_max")) for figure in published
    ]:
        yield f"{name}: the figures of summary.json are not those that were extracted"


def _check_figures(name: str, language: str, summary: Summary, page: _Page) -> Iterator[str]:
    shown = list(page.amounts)
    if len(shown) != len(summary.figures):
        yield f"{name}: shows {len(shown)} figures of {len(summary.figures)}"
        return
    for figure, (marked, words) in zip(summary.figures, shown, strict=True):
        if figure.value is not None:
            exact = Decimal(str(figure.value))
            if marked is None or Decimal(marked) != exact:
                yield f"{name}: {words!r} is marked as {marked}, not as {exact}"
        for value in unsaid(words, figure, language):
            yield f"{name}: {words!r} does not say {value}"


def unsaid(words: str, figure: Figure, language: str) -> list[Decimal]:
    """The values of `figure` that `words`, shown for it on a page in `language`, do not say."""
    read = _READERS.get(language)
    if read is None:
        return []
    values = [Decimal(str(v)) for v in (figure.value, figure.value_max) if v is not None]
    return [
        value
        for value in values
        if not (_says(read(words), value, figure) or _says_share(words, value, figure))
    ]


def has_number(words: str, language: str) -> bool:
    """Whether `words` name a number, as far as the check can read the language's."""
    read = _READERS.get(language)
    return bool(read and read(words))


def _says(quantities: Iterable[Quantity], value: Decimal, figure: Figure) -> bool:
    """Whether `value` is among what was read; German words may say it in a compound."""
    read = {each for quantity in quantities for each in quantity.values}
    # A minus may be a word ("minus 80 Grad"), which the readers leave out.
    meant = {value, abs(value)}
    if figure.kind is FigureKind.PERCENT:
        # "ein Drittel" is 33.33 percent: a share may be read as a fraction.
        share = abs(value) / 100
        if any(abs(each - share) < _ROUNDING for each in read):
            return True
    if figure.value_max is not None:
        # "60 bis 70 Millionen": the scale stands after the second number only.
        meant |= {each / scale for each in tuple(meant) for scale in _SCALES}
    return not meant.isdisjoint(read)


def _says_share(words: str, value: Decimal, figure: Figure) -> bool:
    """Whether "two thirds" stands for 66.67 per cent."""
    found = _SHARE.search(words)
    if figure.kind is not FigureKind.PERCENT or found is None:
        return False
    percent = Decimal(100 * _HOW_MANY.get(found[1] or "", 1)) / _PARTS[found[2]]
    return abs(percent - value) < Decimal("0.01")
