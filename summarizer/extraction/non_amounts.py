"""When a numeral is no figure, by what stands beside it.

Dates, times, ranks and idioms with fixed words are lexicon rules (`german.number_contexts`). These
rules need to know what the numeral counts.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.extraction.counted import NOTHING, Counted, ends_clause
from summarizer.extraction.qualification import first_of_qualifier
from summarizer.german.counted_phrases import NOUN_TAGS, Line, Phrase
from summarizer.german.lexicon import load
from summarizer.german.number_contexts import OLDEST, is_year
from summarizer.german.numerals import Compound
from summarizer.german.quantities import Numeral, Shape

_LATEST_HOUR = 24
_LONGEST_LIST = 4


def is_no_amount(line: Line, at: int, numeral: Numeral, counted: Counted) -> bool:
    """Whether the numeral at word `at`, which counts `counted`, is no figure after all."""
    value = numeral.value
    if value is None:
        return _is_scale_after_brackets(line, at)
    bare = not counted.near
    if numeral.half or numeral.dotted:
        return counted.unit is None or bare
    if numeral.dashed and bare:
        return True
    if is_year(numeral) and _is_year_here(line, at, numeral, counted):
        return True
    if value in (0, 1) and numeral.value_max is None and counted.unit is None:
        return True
    if not bare or numeral.share:
        return False
    return (
        _is_label_number(line, at, counted)
        or _is_in_brackets(line, at, counted)
        or _is_hour(line, at, numeral, counted)
        or _is_age(line, at, numeral, counted)
    )


def _is_scale_after_brackets(line: Line, at: int) -> bool:
    """Whether "Milliarden" belongs to a number before brackets."""
    if line.lower(at - 1) != ")":
        return False
    opening = next((i for i in range(at - 2, max(at - 8, 0), -1) if line.lower(i) == "("), 0)
    return opening > 0 and line.words[opening - 1].numeral is not None


def _is_year_here(line: Line, at: int, numeral: Numeral, counted: Counted) -> bool:
    """Whether four digits that look like a year are one: not before a unit or after "rund"."""
    if counted.unit is not None and counted.near:
        return False
    value = numeral.value or Decimal(0)
    if first_of_qualifier(line, at, counted) < at and (counted.near or value % 50 == 0):
        return False
    if counted.rule == "same-as-last" and ends_clause(line, at):
        return value % 50 != 0
    if not counted.near or counted.rule not in ("noun-after", "partitive"):
        return True
    direct = line.slice(at + 1, at + 2).startswith(counted.noun)
    if line.lower(at - 1) in ("die", "der", "den", "alle", "allen", "aller") and direct:
        return False
    return not (value % 50 == 0 or value < 1800)


def _is_label_number(line: Line, at: int, counted: Counted, listed: int = 0) -> bool:
    """As in "Gleis 5", "Germania 2", "Regel zwei": right after its noun a number names."""
    before, word = line.word(at - 1), line.words[at]
    if before is None or counted.rule in ("scale", "tally"):
        return False
    if before.shape is Shape.SYMBOL:
        return True
    numeral = word.numeral
    if numeral is None or numeral.scaled or not (numeral.plain or numeral.spelled):
        return False
    if before.lower in ("und", "bis", "oder", ",", "von") and at > 2 and listed < _LONGEST_LIST:
        earlier = line.words[at - 2]
        return earlier.numeral is not None and _is_label_number(line, at - 2, counted, listed + 1)
    counts_itself = at > 1 and line.words[at - 2].numeral is not None
    return before.capital and before.tag in NOUN_TAGS and not counts_itself


def _is_in_brackets(line: Line, at: int, counted: Counted) -> bool:
    """As in "(32)", an age or a number of a list, unless the list says what it counts."""
    opened = line.lower(at - 1) == "(" and line.lower(at + 1) in (")", ",", "und")
    second = line.lower(at + 1) == ")" and line.lower(at - 3) == "("
    return (opened or second) and counted.rule != "tally"


def _is_hour(line: Line, at: int, numeral: Numeral, counted: Counted) -> bool:
    """As in "gegen acht": a small number after a preposition of time, with no noun."""
    value = numeral.value or Decimal(0)
    return (
        line.lower(at - 1) in load("counted")["hours"]
        and value <= _LATEST_HOUR
        and numeral.value_max is None
        and counted.rule == NOTHING.rule
        and line.lower(at + 1) != "auf"
    )


def _is_age(line: Line, at: int, numeral: Numeral, counted: Counted) -> bool:
    """As in "mit 61 starb er": a bare number of years after "mit"."""
    value = numeral.value or Decimal(0)
    unknown = counted.rule == NOTHING.rule or counted.unit is not None
    return line.lower(at - 1) == "mit" and unknown and value <= OLDEST and not numeral.scaled


def _is_person(phrase: Phrase | None) -> bool:
    """Whether months before `phrase` are someone's age; true where no noun follows."""
    if phrase is None or phrase.tag == "NE":
        return True
    last = phrase.noun.split("-")[-1].lower()
    lexicon = load("counted")
    if last in load("not_figures")["lists"]["people"]:
        return True
    return last.endswith(tuple(lexicon["people_endings"])) and not last.endswith(
        tuple(lexicon["not_people"])
    )


def _lasts(noun: str) -> bool:
    """Whether a noun in lower case and any case form names what lasts."""
    endings = tuple(load("counted")["spans"])
    return any(
        noun.removesuffix(case).endswith(endings) for case in ("", "s", "es", "n", "en", "e")
    )


def is_age(compound: Compound, phrase: Phrase | None) -> bool:
    """Whether a number of years or months in an adjective before `phrase` is an age."""
    if compound.unit == "duration-year":
        return compound.value <= OLDEST and not (phrase and _lasts(phrase.noun.lower()))
    return compound.unit in ("duration-month", "duration-week") and _is_person(phrase)
