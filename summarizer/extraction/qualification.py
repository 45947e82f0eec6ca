"""Which words before a numeral are its qualifier ("insgesamt mehr als")."""

from __future__ import annotations

from summarizer.extraction.counted import Counted
from summarizer.german.counted_phrases import Line
from summarizer.german.lexicon import load
from summarizer.german.qualifiers import longest_qualifier, qualifiers
from summarizer.summary import FigureKind

_MOST_QUALIFIERS = 3


def first_of_qualifier(line: Line, at: int, counted: Counted) -> int:
    """The index of the first qualifier word before word `at`; `at` if there is none."""
    first = at
    for _ in range(_MOST_QUALIFIERS):
        start = _qualifier_start(line, first, counted)
        if start == first:
            break
        first = start
    return first


def _qualifier_start(line: Line, end: int, counted: Counted) -> int:
    for size in range(min(longest_qualifier(), end), 0, -1):
        words = tuple(line.lower(i) for i in range(end - size, end))
        if words in qualifiers() and _qualifies(line, end - size, words, counted):
            return end - size
    return end


def _qualifies(line: Line, start: int, words: tuple[str, ...], counted: Counted) -> bool:
    """Whether a qualifier that is also a preposition is the former here."""
    lexicon = load("qualifiers")
    text = " ".join(words)
    if text in lexicon["before_units_only"] and counted.unit is None:
        return False
    before = line.word(start - 1)
    if text in lexicon["preposition_over"]:
        if before is not None and before.lower in lexicon["over_after"]:
            return False
        if counted.noun.lower() in lexicon["over_spans"]:
            return False
        spanned = counted.unit is not None and (
            counted.unit.kind is FigureKind.DURATION or (counted.unit.id or "").startswith("length")
        )
        return not spanned or (before is not None and before.tag.startswith("APPR"))
    return True
