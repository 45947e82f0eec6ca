"""The numerals of an English text, for comparing them with those of the German one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from babel import Locale
from text_to_num import text2num

from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.quantity import AM, Quantity, Sort, quantity
from summarizer.translation.fidelity.scanning import WORD, scale, scan, season, take, years

_TIME = re.compile(
    r"(?<![\d.,])([01]?\d|2[0-4])(?:[.:](\d{2}))?\s?(?:([ap])\.?\s?m\b\.?|(o[’']clock))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])[:.]([0-5]\d)(?![\d:.]\d)(?!\s?(?:percent|%))")
_FULL_HOUR = re.compile(r"(?<![\d.,:])(?:1[0-9]|2[0-4]|[1-9]):00(?![\d:])")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:\d{2}){1,2})(?!\d)")
_DECADE = re.compile(r"(?<![\d.,])(\d{2,4})[’']?s(?!\w)")
_SEASON = re.compile(
    r"(?<![\d.,])(?P<century>\d{2})(?P<year>\d{2})[/–-](?P<until>\d{2}|\d{4})(?!\d)"
)
_DIGITS = re.compile(
    r"\d+(?=(?:\.\d+){2})|(?<=\.)\d+(?=\.\d)|"
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+(?:\.\d+)?|[½¼¾⅓⅔]"
)
_GERMAN_NOTATION = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d+,\d{1,2}(?!\d)"
)
_LINE_UP = re.compile(r"[\s-]eleven\b")
_SUFFIX = re.compile(r"\s?(k|m|mn|mio|bn|b|tn)(?![\w])", re.IGNORECASE)
_SUFFIXES = {"k": 3, "m": 6, "mn": 6, "mio": 6, "bn": 9, "b": 9, "tn": 12}

_LISTS = load("english_numbers")
_SCALES: dict[str, int] = _LISTS["scales"]
_UNITS = frozenset(_LISTS["cardinals"])
_ORDINALS: list[str] = _LISTS["ordinals"]
_MORE_ORDINALS: dict[str, int] = _LISTS["more_ordinals"]
_VAGUE: dict[str, int] = _LISTS["vague"]
_VAGUE_SCALES = {word: size for word, size in _VAGUE.items() if word not in ("hundreds", "dozens")}
_LAX: dict[str, int] = _LISTS["may_count"]
_DECADE_WORDS: dict[str, int] = _LISTS["decades"]


def read_english(text: str) -> list[Quantity]:
    """Every numeral, month and weekday of `text`, in no particular order."""
    found, rest = take(
        text,
        (
            (_NUMERIC_DATE, _date),
            (_TIME, _time),
            (_SEASON, season),
            (_DECADE, _decade),
            (_GERMAN_NOTATION, _german_notation),
        ),
    )
    rest = _FULL_HOUR.sub(lambda match: match[0][:-3] + "___", rest)
    numerals = scan(rest, _DIGITS, _digits, _word)
    return [*found, *_clock_times(text), *numerals, *_calendar_words(text)]


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    day, _, month, year = match.groups()
    yield quantity(day, day)
    yield quantity(month, month)
    for number in {int(day), int(month)} & set(range(1, 13)):
        yield quantity(match[0], number, sort=Sort.MONTH, firm=False)
    yield quantity(year, *years(year))


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    hour = int(match[1])
    half = (match[3] or "").lower()
    if half == "p":
        hours = {hour % 12 + 12}
    else:
        hours = {hour % 12 + AM} if half else {hour, hour + 12, hour + AM}
    if match[2] and int(match[2]):
        yield quantity(match[0], *(f"{each}.{match[2]}" for each in hours))
    else:
        yield quantity(match[0], *hours)


def _clock_times(text: str) -> Iterator[Quantity]:
    """Times like "14:13"; they are read as two numbers (a score) besides."""
    for match in _CLOCK.finditer(text):
        minutes = int(match[2])
        value = f"{int(match[1])}.{match[2]}" if minutes else match[1]
        yield quantity(match[0], value, firm=False)


def _decade(match: re.Match[str]) -> Iterator[Quantity]:
    digits = match[1]
    short = [digits[2:]] if len(digits) == 4 and digits.startswith("19") else []
    yield quantity(match[0], *years(digits), *short)


def _german_notation(match: re.Match[str]) -> Iterator[Quantity]:
    """What is written as in German ("3,5", "10.000"), with the value it has to English readers."""
    text = match[0]
    if "," in text:
        yield quantity(text, text.replace(",", ""))
    else:
        yield quantity(text, text.replace(".", "", text.count(".") - 1))


def _digits(text: str, match: re.Match[str]) -> tuple[list[Quantity], int]:
    value = _digits_value(match[0])
    factor, end = scale(text, match.end(), _SCALES, _VAGUE_SCALES)
    suffix = _SUFFIX.match(text, match.end()) if factor == 1 else None
    if suffix:  # "5 m" may be metres: both readings
        size = Decimal(10) ** _SUFFIXES[suffix[1].lower()]
        shown = text[match.start() : suffix.end()]
        return [quantity(shown, value * size, value)], suffix.end()
    return [quantity(text[match.start() : end].strip(), value * factor)], end


_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}


def _digits_value(text: str) -> Decimal:
    if text in _VULGAR:
        return Decimal(_VULGAR[text])
    return Decimal(re.sub(r"[,\s]", "", text))


def _word(text: str, match: re.Match[str]) -> tuple[list[Quantity], int]:
    word, lower = match[0], match[0].lower()
    if lower == "starting" and (team := _LINE_UP.match(text, match.end())):
        return [quantity(team[0], 11, firm=False)], team.end()
    if lower in _UNITS or lower in _SCALES:
        return _number_words(text, match)
    if lower in ("a", "an"):
        factor, end = scale(text, match.end(), _SCALES, _VAGUE_SCALES)
        if factor > 1:
            return [quantity(text[match.start() : end], factor)], end
        return [], match.end()
    if lower == "half":
        scaled = re.compile(r"[\s-]*(?:an?\s+)?(million|billion|dozen|thousand)\b").match(
            text, match.end()
        )
        if scaled:
            value = Decimal(_SCALES[scaled[1]]) / 2
            return [quantity(text[match.start() : scaled.end()], value)], scaled.end()
        return [quantity(word, 30, 50, 6, "0.5", firm=False)], match.end()
    if lower in _VAGUE:
        return [quantity(word, _VAGUE[lower], sort=Sort.VAGUE)], match.end()
    if lower == "tens" and (
        of := re.compile(r"\s+of\s+(thousands|millions)").match(text, match.end())
    ):
        size = 10 * _VAGUE[of[1]]
        return [quantity(text[match.start() : of.end()], size, sort=Sort.VAGUE)], of.end()
    if lower.startswith("quarter"):
        return [quantity(word, 4, 15, 25, "0.25", 3, 8, firm=False)], match.end()
    if lower in _DECADE_WORDS:
        value = Decimal(_DECADE_WORDS[lower])
        return [quantity(word, value, 1900 + value)], match.end()
    rank = _rank(lower)
    if rank is not None:
        # "a third" may stand for 33 percent.
        values = [rank, round(Decimal(100) / rank)] if rank > 2 else [rank]
        return [quantity(word, *values, firm=rank > 2)], match.end()
    if lower in _LAX:
        return [quantity(word, _LAX[lower], firm=False)], match.end()
    return [], match.end()


@cache
def _rank(lower: str) -> int | None:
    """The rank of an ordinal, or the parts of a fraction ("third", "thirds")."""
    for form in (lower, lower.removesuffix("s")):
        if form in _ORDINALS:
            rank = _ORDINALS.index(form)
            return rank if rank > 2 or form == lower else None
        if form in _MORE_ORDINALS:
            return _MORE_ORDINALS[form]
    return None


def _number_words(text: str, match: re.Match[str]) -> tuple[list[Quantity], int]:
    """The longest run of number words that is one number, with its scale words."""
    words, ends = [match[0].lower()], [match.end()]
    if (
        words[0] in _SCALES and scale(text, match.end(), _SCALES, _VAGUE_SCALES)[0] == 1
    ):  # "several thousand"
        return [quantity(match[0], _SCALES[words[0]], sort=Sort.VAGUE)], match.end()
    at = match.end()
    while gap := re.compile(r"(?:[\s-]+|\s+and\s+)(?=[A-Za-z])").match(text, at):
        follower = WORD.match(text, gap.end())
        lower = follower[0].lower() if follower else ""
        if follower is None or lower not in _UNITS | {"hundred", "thousand", "million", "billion"}:
            break
        if "and" in gap[0] and words[-1] not in ("hundred", "thousand", "million"):
            break
        words.append(lower)
        ends.append(follower.end())
        at = follower.end()
    for length in range(len(words), 0, -1):
        value = _spelled(" ".join(words[:length]))
        if value is None:
            continue
        end = ends[length - 1]
        factor, scaled_end = scale(text, end, _SCALES, _VAGUE_SCALES)
        if factor > 1:
            end = scaled_end
        elif half := re.compile(r"\s+and\s+a\s+half\b").match(text, end):
            value, end = value + Decimal("0.5"), half.end()
            factor, end = scale(text, end, _SCALES, _VAGUE_SCALES)
        ordinal = _trailing_ordinal(text, end) if value >= 20 and value % 10 == 0 else None
        if ordinal:
            return [quantity(text[match.start() : ordinal[1]], value + ordinal[0])], ordinal[1]
        total = value * factor
        return [quantity(text[match.start() : end], total, firm=total not in (0, 1))], end
    return [], match.end()


def _trailing_ordinal(text: str, at: int) -> tuple[int, int] | None:
    """The rest of "twenty-first"."""
    found = re.compile(r"[\s-]([a-z]+)\b").match(text, at)
    rank = _rank(found[1]) if found else None
    return (rank, found.end()) if found and rank and rank < 10 else None


@cache
def _spelled(words: str) -> Decimal | None:
    try:
        return Decimal(text2num(words.replace("fourty", "forty"), "en"))
    except ValueError:
        return Decimal(_SCALES[words]) if words in _SCALES else None


@cache
def _names() -> dict[str, tuple[int, Sort, bool]]:
    english = Locale("en")
    names: dict[str, tuple[int, Sort, bool]] = {}
    for width in ("abbreviated", "wide"):
        names.update(
            {
                name: (number, Sort.MONTH, width == "wide" and name not in ("May", "March"))
                for number, name in english.months["format"][width].items()
            }
        )
    names.update({n: (i, Sort.WEEKDAY, True) for i, n in english.days["format"]["wide"].items()})
    # Names keep German words: "Post am Montag".
    german = Locale("de").days["format"]["wide"]
    names.update({n: (i, Sort.WEEKDAY, False) for i, n in german.items()})
    return names


def _calendar_words(text: str) -> Iterator[Quantity]:
    for match in WORD.finditer(text):
        found = _names().get(match[0]) or _names().get(match[0].removesuffix("s"))
        if found:
            number, sort, sure = found
            # "May", "March" and "Jan" are months for sure only beside a number or a preposition.
            near = re.search(
                r"\d\s*$|\b(?:in|of|on|since|until|by|early|late)\s*$", text[: match.start()]
            )
            sure = sure or bool(near) or bool(re.match(r"\s*\d", text[match.end() :]))
            yield quantity(match[0], number, sort=sort, firm=sure)
