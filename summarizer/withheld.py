"""Words beside a figure that would make it another figure are withheld from the page.

A figure on an English page is the extracted value, with words of a catalogue before or behind it:
its qualifier, its unit. A reviewer's words always win, but "nearly 8" beside "900" would read as
8,900. Then the page shows the article's own word there, the report says which entry of which
catalogue to correct, and every other article is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from summarizer.publishing import SiteSettings
from summarizer.publishing.amounts import amount, unit_word
from summarizer.publishing.wording import wording
from summarizer.site_check import has_number, unsaid
from summarizer.summary import Edition, Figure, SegmentKind, Translation, TranslationState


@dataclass(frozen=True)
class Withheld:
    """A translation that was taken off a page, and why."""

    article: str
    german: str
    state: TranslationState
    """What it was before."""
    reason: str


def withhold_misleading(
    editions: Sequence[Edition], settings: SiteSettings, catalogues: Path, shown_as: str
) -> tuple[tuple[Edition, ...], tuple[Withheld, ...]]:
    """`editions` without words that make a figure another, and what was taken away.

    Args:
        editions: those of one language, in any order.
        settings: the site's.
        catalogues: the folder of the language's catalogues.
        shown_as: the folder's name in messages.
    """
    kept, withheld = [], []
    for edition in editions:
        found = dict(_misleading(edition, settings))
        for (kind, german), (words, shown) in found.items():
            line = _line(catalogues / f"{edition.summary.id}.po", kind, german)
            place = f"{shown_as}/{edition.summary.id}.po" + (f":{line}" if line else "")
            withheld.append(
                Withheld(
                    edition.summary.id,
                    german,
                    words.state,
                    f"{place}: with “{words.text}” the figure reads “{shown}”: correct the entry",
                )
            )
        kept.append(_without(edition, found) if found else edition)
    return tuple(kept), tuple(withheld)


_Place = tuple[SegmentKind, str]
_Misleading = Mapping[_Place, tuple[Translation, str]]
"""A translation that misleads, and the amount as the page would show it."""


def _misleading(
    edition: Edition, settings: SiteSettings
) -> Iterator[tuple[_Place, tuple[Translation, str]]]:
    language = edition.language
    locale, words = settings.locale(language), wording(language)
    for figure in edition.summary.figures:
        beside = {place: edition.translate(*place) for place in _words_beside(figure)}
        if not any(_has_number(each.text, language) for each in beside.values()):
            continue
        shown = amount(figure, edition, locale, words).text
        if unsaid(shown, figure, language):
            for place, translation in beside.items():
                if translation.state.translated:
                    yield place, (translation, shown)


@cache
def _has_number(words: str, language: str) -> bool:
    # There are few qualifiers and units, and many figures.
    return has_number(words, language)


def _words_beside(figure: Figure) -> Iterator[_Place]:
    if figure.qualifier:
        yield SegmentKind.AMOUNT, figure.qualifier
    if unit := unit_word(figure):
        yield SegmentKind.LABEL, unit


def _without(edition: Edition, found: _Misleading) -> Edition:
    translations = {kind: dict(by_text) for kind, by_text in edition.translations.items()}
    for (kind, german), (words, _) in found.items():
        translations[kind][german] = words.model_copy(
            update={"text": german, "state": TranslationState.REFUSED}
        )
    return edition.model_copy(update={"translations": translations})


def _line(catalogue: Path, kind: SegmentKind, german: str) -> int | None:
    """The line of an entry; None where the file is no longer what was read."""
    try:
        entries = polib.pofile(str(catalogue))
    except (OSError, UnicodeDecodeError):
        return None
    return next(
        (e.linenum for e in entries if (e.msgctxt, e.msgid) == (str(kind), german)),
        None,
    )
