"""Do two figures count the same thing at different times, or by different accounts?

"41.300 Besucher … im Vorjahr kamen 38.100 Besucher" can be set beside each other; "3 Fälle von
Diebstahl" and "1.204 Fälle verlorener Gegenstände" cannot. What is not plainly comparable is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from summarizer.german.lexicon import load

_CLAUSE_END = re.compile(r"[,;:()–—„“\"]\s|\s[–—]\s|[.!?]$| und (?=\S* ?\d)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")


@dataclass(frozen=True)
class Time:
    """When a figure was counted: a year, a month (of a year), a weekday, or the time before.

    `month` is 1 to 12, `weekday` 0 (Monday) to 6; `before` is "year", "month" or "week".
    """

    year: int | None = None
    month: int | None = None
    weekday: int | None = None
    before: str = ""


@dataclass(frozen=True)
class Place:
    """A figure in its sentence: the sentence's text, and where numeral and label stand in it.

    `start` is the numeral's offset; `end` that behind what is counted.
    """

    sentence: str
    start: int
    end: int


def time_of(place: Place) -> Time | None:
    """The one time that the figure's clause names, None where there is none or there are more."""
    before, _, after = _clause(place)
    times = _times(f"{before} {after}")
    return times[0] if len(times) == 1 else None


def is_whole_count(place: Place) -> bool:
    """Whether the figure is a count of its own, and not a change, a part or a plan.

    Nor may anything narrow what is counted ("3 Fälle von Diebstahl").
    """
    before, counted, after = _clause(place)
    lexicon = load("comparisons")
    words = {word.casefold() for word in _words(f"{before} {counted} {after}")}
    following = {word.casefold() for word in _words(after)}
    return (
        words.isdisjoint(lexicon["barred"])
        and following.isdisjoint(lexicon["barred_after"])
        and not _nouns(_timeless(after))
    )


def repeats(place: Place, first: Place, *, names: Sequence[str] = ()) -> bool:
    """Whether the figure's clause speaks of nothing but what the first figure's does.

    Args:
        place: The figure.
        first: The figure that it would be compared with.
        names: Words that may be new in its clause: whose count it is.
    """
    before, counted, after = _clause(place)
    lexicon = load("comparisons")
    known = {*lexicon["neutral"], *lexicon["counting_verbs"]}
    known |= {
        word.casefold() for text in (*_clause(first), counted, *names) for word in _words(text)
    }
    return all(
        word.casefold() in known or word.isdigit()
        for word in _words(_timeless(f"{before} {after}"))
    )


def _clause(place: Place) -> tuple[str, str, str]:
    """The clause of the figure: before it, itself with what it counts, and after it."""
    text = place.sentence
    starts = [found.end() for found in _CLAUSE_END.finditer(text, 0, place.start)]
    ending = _CLAUSE_END.search(text, place.end)
    return (
        text[starts[-1] if starts else 0 : place.start],
        text[place.start : place.end],
        text[place.end : ending.start() if ending else len(text)],
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _nouns(text: str) -> list[str]:
    return [word for word in _words(text) if word[:1].isupper()]


@cache
def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    """Months and weekdays by their German names."""
    german = Locale("de")
    months = {name.casefold(): month for month, name in german.months["format"]["wide"].items()}
    days = {name.casefold(): day for day, name in german.days["format"]["wide"].items()}
    return months | {"jänner": 1}, days | {"sonnabend": 5}


def _times(text: str) -> list[Time]:
    lexicon = load("comparisons")
    months, weekdays = _calendar()
    words = [word.casefold() for word in _words(text)]
    years = [int(year) for year in _YEAR.findall(text)]
    named = [months[word] for word in words if word in months]
    if len(named) == 1 and len(years) <= 1:
        return [Time(year=years[0] if years else None, month=named[0])]
    times = [Time(year=year) for year in years] + [Time(month=month) for month in named]
    times += [Time(weekday=weekdays[word]) for word in words if word in weekdays]
    times += [Time(before=lexicon["before"][word]) for word in words if word in lexicon["before"]]
    if not set(lexicon["before_words"]).isdisjoint(words):
        nouns = lexicon["before_nouns"]
        times += [Time(before=nouns[word]) for word in words if word in nouns]
    return times


def _timeless(text: str) -> str:
    """`text` without the words that name a time."""
    lexicon = load("comparisons")
    months, weekdays = _calendar()
    named = {*months, *weekdays, *lexicon["before"], *lexicon["before_nouns"]}
    return " ".join(word for word in _words(_YEAR.sub(" ", text)) if word.casefold() not in named)
