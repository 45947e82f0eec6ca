"""Figures: every quantity of an article, with its value and what it counts.

A sentence's numerals (`german.quantities`) are figures unless a rule says that they are a date, an
age, a name or the like (`german.number_contexts`, `non_amounts`). What a figure counts is looked
for after it, before it, and in the figures beside it, in that order (`counted`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.extraction.counted import NOTHING, Counted, find_counted
from summarizer.extraction.non_amounts import is_age, is_no_amount
from summarizer.extraction.qualification import first_of_qualifier
from summarizer.german.counted_phrases import (
    Line,
    has_qualifier_after,
    noun_phrase,
    read_line,
    unit_at,
)
from summarizer.german.numerals import Compound, exact
from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.quantities import Numeral
from summarizer.german.units import Unit, kind_of
from summarizer.summary import Figure, FigureKind, Role

_DENIED_WITHIN = 10
_ROLES = (Role.BODY, Role.HEADING, Role.CAPTION)


def find_figures(analysed: AnalysedArticle) -> tuple[Figure, ...]:
    """All figures of body lines, headings and captions, in the order of the text.

    `source` and `certainty` keep their defaults; `attribute_figures` fills them.
    """
    figures: list[Figure] = []
    for sentence, doc in zip(analysed.article.sentences, analysed.docs, strict=True):
        if sentence.role in _ROLES:
            line = read_line(doc)
            if line is not None:
                figures.extend(_figures(line, sentence.id))
    return tuple(figures)


def _figures(line: Line, sentence: int) -> list[Figure]:
    found: list[Figure] = []
    for at, word in enumerate(line.words):
        if at in line.contexts and not _is_measured(line, at):
            continue
        if word.compound is not None:
            figure = _compound_figure(line, sentence, at, word.compound)
        elif word.numeral is not None:
            figure = _numeral_figure(line, sentence, at, word.numeral, found)
        else:
            continue
        if figure is not None:
            found.append(figure)
    return found


def _is_measured(line: Line, at: int) -> bool:
    """Whether a unit follows what else would be a year or an age.

    "seit 2000 Jahren", "Tage mit über 30 Grad".
    """
    unit = unit_at(line, at + 1)
    if unit is None:
        return False
    context = line.contexts[at]
    return context == "year" or (context == "age" and unit[0].kind is not FigureKind.DURATION)


def _numeral_figure(
    line: Line, sentence: int, at: int, numeral: Numeral, earlier: Sequence[Figure]
) -> Figure | None:
    counted = find_counted(line, at, numeral, earlier)
    if is_no_amount(line, at, numeral, counted):
        return None
    first = first_of_qualifier(line, at, counted)
    if _is_denied(line, first):
        return None
    value, value_max = numeral.value, numeral.value_max
    if numeral.english and counted.unit is None and value is not None:
        value *= 1000
    if counted.scaled and value is not None and value < 1000 and not numeral.scaled:
        value *= Decimal(10) ** counted.scaled
    start = line.words[first].start
    qualifier = line.text[start : line.words[at].start].strip() if first < at else None
    if first == at and _minus(line, at, counted):
        value = -value if value is not None else None
        start = line.words[at - 1].start
    elif value is not None and value > 0 and _is_below_zero(line, at, counted):
        value, value_max = (-value, None) if value_max is None else (-value_max, -value)
    if line.lower(at - 1) == "zwischen" and value_max is not None:
        start, qualifier = line.words[at - 1].start, None
    last = line.words[at + 2] if has_qualifier_after(line, at) else line.words[at]
    if qualifier is None and last is not line.words[at]:
        qualifier = line.slice(at + 1, at + 3)
    if qualifier is None:
        qualifier = _inner_qualifier(line.words[at].text)
    if numeral.share:
        unit: Unit | None = Unit("percent", FigureKind.PERCENT)
    else:
        unit = counted.unit
    return Figure(
        sentence=sentence,
        surface=line.text[start : last.end],
        value=None if value is None else exact(value),
        value_max=None if value_max is None else exact(value_max),
        qualifier=qualifier,
        noun=counted.noun,
        label=counted.label or counted.noun,
        kind=unit.kind if unit else FigureKind.COUNT,
        unit=unit.id if unit else None,
        start=start,
        rule=counted.rule,
    )


def _compound_figure(line: Line, sentence: int, at: int, compound: Compound) -> Figure | None:
    word = line.words[at]
    phrase = noun_phrase(line, at + 1) if compound.adjective else None
    noun, label = (phrase.noun, phrase.label) if phrase else (compound.noun, word.text)
    if compound.adjective and is_age(compound, phrase):
        return None
    if compound.unit == "pages" and compound.value < 3:
        return None
    if compound.unit in ("count", "times", "pages"):
        unit = Unit(None, FigureKind.COUNT)
        if compound.unit == "times" and not compound.adjective:
            label = noun = ""
    elif compound.unit in (FigureKind.MONEY, FigureKind.MEASURE, FigureKind.DURATION):
        unit = Unit(None, FigureKind(compound.unit))
    else:
        unit = Unit(compound.unit, kind_of(compound.unit))
    first = at if line.lower(at - 1) == "die" else first_of_qualifier(line, at, NOTHING)
    start = line.words[first].start
    return Figure(
        sentence=sentence,
        surface=line.text[start : word.start + len(compound.numeral)],
        value=exact(compound.value),
        value_max=None if compound.value_max is None else exact(compound.value_max),
        qualifier=line.text[start : word.start].strip() if first < at else None,
        noun=noun,
        label=label,
        kind=unit.kind,
        unit=unit.id,
        start=start,
        rule="compound-adjective" if compound.adjective else "compound",
    )


def _minus(line: Line, at: int, counted: Counted) -> bool:
    return line.lower(at - 1) == "minus" and counted.unit is not None


def _is_below_zero(line: Line, at: int, counted: Counted) -> bool:
    """As in "80 Grad unter null", "fünf Grad unter dem Gefrierpunkt"."""
    if counted.unit is None or not (counted.unit.id or "").startswith("temperature"):
        return False
    found = unit_at(line, at + 1)
    below = found is not None and line.lower(found[1]) == "unter"
    if found is None or not below:
        return False
    zero = line.lower(found[1] + 1), line.lower(found[1] + 2)
    return zero[0] == "null" or zero == ("dem", "gefrierpunkt")


def _is_denied(line: Line, first: int) -> bool:
    """Whether the number from word `first` on is put right: "nicht 500, sondern 350".

    "nicht nur 500, sondern 700" and "nicht mehr als 500" deny nothing.
    """
    before = line.word(first - 1)
    if before is not None and before.tag.startswith("APPR"):
        first -= 1
    if line.lower(first - 1) != "nicht":
        return False
    ahead = range(first, min(first + _DENIED_WITHIN, len(line.words) - 1))
    return any(line.lower(i) == "," and line.lower(i + 1) == "sondern" for i in ahead)


def _inner_qualifier(surface: str) -> str | None:
    """As in "gutes" in "ein gutes Dutzend"."""
    words = surface.split()
    return next((w for w in words[1:] if w.lower().startswith(("gut", "knapp"))), None)
