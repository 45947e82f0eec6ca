"""Checks a built site against what it was built from, before anyone reads it.

Every link leads to a file and every anchor to a place in it; nothing is loaded from another host;
each article has its page in every language, and the figures on it are those of its JSON, read again
from the words that a reader sees.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from summarizer.publishing import Section, SiteSettings
from summarizer.summary import Edition, Figure, FigureKind, Summary
from summarizer.translation.fidelity.english_numbers import read_english
from summarizer.translation.fidelity.german_numbers import read_german
from summarizer.translation.fidelity.quantity import Quantity

# What reads a number in a language's words; the figures of a language without a reader are
# compared by the value in the markup alone.
_READERS: Mapping[str, Callable[[str], Sequence[Quantity]]] = {
    "de": read_german,
    "en": read_english,
}

_TAG = re.compile(r"<(?!/)[a-zA-Z][^<>]*>")
# Every attribute, one after the other: what stands in the value of one ("… src=x …" in a
# description) must not be taken for another.
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


class _Page:
    """What a page offers to links, and where its own lead."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _tags(self) -> list[tuple[str, dict[str, str]]]:
        return [
            (
                tag[1:].split(None, 1)[0].rstrip("/>").lower(),
                {
                    name: html.unescape(quoted or bare)
                    for name, quoted, bare in _ATTRIBUTE.findall(tag)
                },
            )
            for tag in _TAG.findall(self.text)
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
    site: Path, editions: Mapping[str, Sequence[Edition]], settings: SiteSettings
) -> list[str]:
    """What is wrong with the site in `site`; nothing for a good one.

    Args:
        site: the folder that would be published.
        editions: what it was built from, by language.
        settings: what it was built with.
    """
    return [
        *_check_links(site, settings.url),
        *_check_articles(site, editions, Section.FIGURES in settings.sections),
    ]


def _check_links(site: Path, base_url: str | None) -> Iterator[str]:
    pages = {
        path.relative_to(site).as_posix(): _Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in pages.items():
        for address in page.loaded:
            target = _inside(name, address, base_url)
            if target is None and urlsplit(address).scheme != "data":
                yield f"{name}: loads {address!r} from another host"
            elif target is not None and target[0] not in files:
                yield f"{name}: loads {address!r}, which is not there"
        for address in page.links:
            target = _inside(name, address, base_url)
            if target is None:
                continue
            path, anchor = target
            if path not in files:
                yield f"{name}: the link {address!r} leads nowhere"
            elif anchor and path in pages and anchor not in pages[path].anchors:
                yield f"{name}: the link {address!r} leads to no place in {path}"


def _inside(page: str, address: str, base_url: str | None) -> tuple[str, str] | None:
    """The file and the anchor that `address` on `page` means; None outside the site."""
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
    site: Path, editions: Mapping[str, Sequence[Edition]], with_figures: bool
) -> Iterator[str]:
    for language, articles in editions.items():
        for edition in articles:
            folder = site / language / "articles" / edition.summary.id
            name = f"{language}/articles/{edition.summary.id}"
            try:
                page = _Page((folder / "index.html").read_text(encoding="utf-8"))
                data = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                yield f"{name}: {error.__class__.__name__}: the page or its JSON cannot be read"
                continue
            yield from _check_data(name, edition.summary, data)
            if with_figures:
                yield from _check_figures(name, language, edition.summary, page)


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
