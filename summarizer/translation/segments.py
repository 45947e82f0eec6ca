"""Segments: the pieces of German that the pages of a summary show.

A page never shows the whole article, so only what it shows is translated: the title, each
sentence that a key fact, a figure or a statement cites, the quotes, and the short texts of the
tables (names and roles of sources, labels and amounts of figures).
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.summary import FigureKind, Segment, SegmentKind, SourceKind, Summary

PROSE = frozenset({SegmentKind.TITLE, SegmentKind.SENTENCE, SegmentKind.QUOTE})
"""Kinds that are running text. The others are short texts, for which the glossary comes first."""


def find_segments(summary: Summary) -> tuple[Segment, ...]:
    """Every segment once, in the order of the article: title, sentences and quotes, short texts.

    The same words as sentence and as quote are two segments: their translations may differ.
    A person's name is no segment: nothing but a glossary may change it.
    """
    seen: dict[tuple[SegmentKind, str], Segment] = {}
    for segment in _all(summary):
        if segment.text.strip():
            seen.setdefault((segment.kind, segment.text), segment)
    return tuple(seen.values())


def _all(summary: Summary) -> Iterator[Segment]:
    yield Segment(kind=SegmentKind.TITLE, text=summary.title)
    yield from _prose(summary)
    for source in summary.sources:
        first = min((s.sentence for s in source.statements), default=None)
        if source.kind is not SourceKind.PERSON:
            yield Segment(kind=SegmentKind.NAME, text=source.name, sentence=first)
        yield Segment(kind=SegmentKind.ROLE, text=source.role, sentence=first)
    for figure in summary.figures:
        label = figure.label or figure.noun
        if figure.unit is None or label != figure.noun:  # a unit stands in the amount
            yield Segment(kind=SegmentKind.LABEL, text=label, sentence=figure.sentence)
        if figure.unit is None and figure.kind is not FigureKind.COUNT:  # "Cent", "Becquerel"
            yield Segment(kind=SegmentKind.LABEL, text=figure.noun, sentence=figure.sentence)
        amount = figure.surface if figure.value is None else figure.qualifier or ""
        yield Segment(kind=SegmentKind.AMOUNT, text=amount, sentence=figure.sentence)


def _prose(summary: Summary) -> Iterator[Segment]:
    cited = {fact.sentence for fact in summary.key_facts}
    cited |= {figure.sentence for figure in summary.figures}
    quotes: dict[int, list[str]] = {}
    for source in summary.sources:
        for statement in source.statements:
            cited.add(statement.sentence)
            if statement.quote:
                quotes.setdefault(statement.sentence, []).append(statement.quote)
    for number in sorted(cited):
        text = summary.sentences[number].text
        yield Segment(kind=SegmentKind.SENTENCE, text=text, sentence=number)
        for quote in quotes.get(number, ()):
            yield Segment(kind=SegmentKind.QUOTE, text=quote, sentence=number)
