"""The numerals of a German text, for comparing them with those of its translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from babel import Locale

from summarizer.german.lexicon import load
from summarizer.german.numerals import parse_digits, parse_word
from summarizer.translation.fidelity.data import load as load_list
from summarizer.translation.fidelity.quantity import AM, Quantity, Sort, quantity
from summarizer.translation.fidelity.scanning import GAP, WORD, scale, scan, season, take, years

_MONTH_AND_DAY = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?:\s?((?:\d{2}){1,2})(?!\d))?(?!\d)")
_TIME = re.compile(r"(?<![\d.,])(\d{1,2})(?:[.:](\d{2}))?(?=(?:[\s\u00a0]|-)?Uhr)")
_HALF_HOUR = re.compile(r"\bhalb (zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b")
_SEASON = re.compile(r"(?<!\d)(?P<century>\d{2})(?P<year>\d{2})[/-](?P<until>\d{2})(?!\d)")
_DECADE = re.compile(r"(?<!\d)(\d{2,4})er(?!\w)")
_DIGITS = re.compile(
    r"\d{1,3}(?:[.’'][0-9]{3})+(?:,\d+)?(?!\d)"
    r"|(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?!\d)"
    r"|(?<!\d)\d{1,3}\.0000(?!\d)"
    r"|\d+(?:,\d+)?|[½¼¾⅓⅔]"
)
_SWISS_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.])")
_NOUN_NEXT = re.compile(r"\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ]")
_EVERY = re.compile(r"\b[Jj]ede[mnrs]? $")
_ENDINGS = ("en", "er", "es", "em", "e", "")
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}


def read_german(text: str) -> list[Quantity]:
    """Every numeral, month and weekday of `text`, in no particular order."""
    found, rest = take(
        text,
        (
            (_MONTH_AND_DAY, _date),
            (_TIME, _time),
            (_HALF_HOUR, _half_hour),
            (_SEASON, season),
            (_DECADE, _decade),
            (_SWISS_DECIMAL, _swiss),
        ),
    )
    return [*found, *scan(rest, _DIGITS, _digits, _word), *_calendar_words(text)]


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    day, month, year = match.groups()
    if not 1 <= int(month) <= 12:
        yield quantity(day, day)
        yield quantity(month, month)
    else:
        yield quantity(day, day)
        # English names the month; a date in digits alone is read as both of its numbers.
        yield quantity(match[0], month, firm=False)
        yield quantity(match[0], month, sort=Sort.MONTH)
    if year:
        yield quantity(year, *years(year))


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    """A time; English writes "2:13 pm", "14:13", "14.13" or "at 2".

    Hours before noon also have the value that "am" gives them, see `AM`.
    """
    hour, minute = int(match[1]), match[2]
    hours = {hour, hour - 12 if hour > 12 else hour + AM}
    if minute and int(minute):
        yield quantity(match[0], *(f"{each}.{minute}" for each in hours))
        yield quantity(match[1], match[1], firm=False)
        yield quantity(minute, minute, firm=False)
    else:
        yield quantity(match[0], *hours)


def _half_hour(match: re.Match[str]) -> Iterator[Quantity]:
    """The time of "halb drei", which is half past two."""
    hour = int(parse_word(match[1]) or 0)
    yield quantity(match[0], hour - 1, f"{hour - 1}.30", f"{hour + 11}.30")


def _decade(match: re.Match[str]) -> Iterator[Quantity]:
    yield quantity(match[0], *years(match[1]))


def _swiss(match: re.Match[str]) -> Iterator[Quantity]:
    yield quantity(match[0], match[0])


def _digits(text: str, match: re.Match[str]) -> tuple[list[Quantity], int]:
    parsed = parse_digits(match[0])
    factor, end = scale(text, match.end(), _factors())
    shown = text[match.start() : end].strip()
    if parsed is None:
        numbers = map(Decimal, re.findall(r"\d+", match[0]))
        return [quantity(shown, number * factor) for number in numbers], end
    values = [parsed.value, parsed.value * 1000] if parsed.english else [parsed.value]
    return [quantity(shown, *(value * factor for value in values))], end


@cache
def _factors() -> Mapping[str, int]:
    lexicon = load("numerals")
    powers: Mapping[str, int] = lexicon["scales"]
    groups: Mapping[str, int] = lexicon["groups"]
    return {**{word: 10**power for word, power in powers.items()}, **groups}


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], Mapping[str, int], frozenset[str]]:
    lexicon = load("numerals")
    return (
        frozenset(lexicon["one"]),
        frozenset(lexicon["vague"]),
        lexicon["fractions"],
        frozenset(lexicon["half"]),
    )


def _word(text: str, match: re.Match[str]) -> tuple[list[Quantity], int]:
    """What the word is worth with the scale words after it, and where the numeral ends."""
    ones, vague, fractions, halves = _lexicon()
    word, lower = match[0], match[0].lower()
    factor, end = scale(text, match.end(), _factors())
    shown = text[match.start() : end]
    if lower in ones:
        half = WORD.match(text, GAP.match(text, match.end()).end())  # type: ignore[union-attr]
        if half and half[0].lower() in halves:
            factor, end = scale(text, half.end(), _factors())
            if factor > 1:
                return [quantity(text[match.start() : end], factor / 2)], end
        if factor > 1:
            return [quantity(shown, factor)], end
        return [quantity(word, 1, firm=False)], match.end()
    if lower in vague:
        size = next(
            (n for stem, n in load_list("german_numbers")["vague"].items() if stem in lower), 1
        )
        return [quantity(word, size, sort=Sort.VAGUE)], match.end()
    if lower in ("million", "millionen", "milliarde", "milliarden") and factor == 1:
        return [_bare_scale(word, lower)], match.end()
    if lower in ("hundert", "tausend") and factor == 1:
        return [quantity(word, 100 if lower == "hundert" else 1000, sort=Sort.VAGUE)], match.end()
    value = parse_word(lower) or (Decimal(12) if lower == "dutzend" else None)
    if value is not None:
        return [quantity(shown, value * factor)], end
    if lower in fractions:
        part = fractions[lower]
        percent = Decimal(100) / part
        firm = part == 3 or _is_share(text, match)
        return [
            quantity(word, part, percent, round(percent), 1 / Decimal(part), firm=firm)
        ], match.end()
    ordinal = _ordinal(lower)
    if ordinal is not None:
        if _EVERY.search(text, 0, match.start()):  # "jeder Zweite": one in two, half
            share = round(Decimal(100) / ordinal)
            return [quantity(word, ordinal, share)], match.end()
        firm = ordinal > 2 and lower not in ("achte", "achten")
        return [quantity(word, ordinal, firm=firm)], match.end()
    if lower in load_list("german_numbers")["both"]:
        # "die beiden Klubs" are two; "beide haben" may be "they".
        return [quantity(word, 2, firm=bool(_NOUN_NEXT.match(text, match.end())))], match.end()
    return [*_hidden(word, lower)], match.end()


_QUARTER_OR_HALF = re.compile(r"viertel|hälfte")
_BEFORE_SHARE = re.compile(
    r"\b(?:um|auf|zu|zur|rund|etwa|knapp|gut|fast|nahezu|über|ungefähr|mindestens|höchstens|als)"
    r" (?:(?:eine?[mns]?|die|zwei|drei|vier) )?$",
    re.IGNORECASE,
)
_COUNTED_SHARE = re.compile(r"\b(?:eine?[mns]?|die|zwei|drei|vier) $", re.IGNORECASE)
_AFTER_SHARE = re.compile(
    r" (?:der|des|aller|davon|von|mehr|weniger|höher|niedriger|teurer|billiger|größer|kleiner)\b"
)


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction is surely one: "um ein Viertel", "die Hälfte der Wähler".

    Not "das Viertel" of a town, nor the "Hälfte" of a match.
    """
    before = text[max(0, match.start() - 30) : match.start()]
    counted = bool(_COUNTED_SHARE.search(before))
    if not _QUARTER_OR_HALF.match(match[0].lower()):
        return counted
    after = _AFTER_SHARE.match(text, match.end())
    return bool(_BEFORE_SHARE.search(before)) or (counted and bool(after))


def _bare_scale(word: str, lower: str) -> Quantity:
    size = 10**6 if lower.startswith("million") else 10**9
    return quantity(word, size, sort=Sort.VAGUE if lower.endswith("en") else Sort.NUMBER)


@cache
def _ordinal(lower: str) -> int | None:
    """The rank that an ordinal gives ("dritten", "einundzwanzigste"), None for other words."""
    for ending in _ENDINGS[:-1]:
        stem = lower.removesuffix(ending)
        if not lower.endswith(ending):
            continue
        if stem in _IRREGULAR_ORDINALS:
            return _IRREGULAR_ORDINALS[stem]
        for suffix in ("st", "t"):
            value = parse_word(stem.removesuffix(suffix)) if stem.endswith(suffix) else None
            if value is not None and value == int(value):
                return int(value)
    return None


def _hidden(word: str, lower: str) -> Iterator[Quantity]:
    """Numerals inside a word; firm where the word says how many ("dreitägig", "Siebenjährige")."""
    lists = load_list("german_numbers")
    for tail in lists["counted_in_words"]:
        at = lower.find(tail, 2)
        if at > 0:
            value = parse_word(lower[:at])
            if lower[:at] == "ein" and tail not in ("mal", "fach"):  # "einmal", "einfach"
                value = Decimal(1)
            if value is not None:
                yield quantity(word, value)
                return
    for stem, value_ in lists["may_count"].items():
        if stem in lower:
            yield quantity(word, value_, *_fraction_values(lower), firm=False)
            if value_ > 10:  # "Millionenpublikum": millions
                yield quantity(word, value_, sort=Sort.VAGUE, firm=False)
    if "viertel" in lower:
        yield quantity(word, 4, 15, 25, "0.25", firm=False)
    if "halb" in lower or "hälfte" in lower:
        yield quantity(word, 30, 50, "0.5", 6, firm=False)


def _fraction_values(lower: str) -> list[int]:
    # "Achtelfinale" is the round of 16, "Viertelfinale" that of eight.
    return [16, 8, 4] if lower.startswith(("achtelfinal", "viertelfinal", "halbfinal")) else []


@cache
def _names() -> tuple[tuple[str, int, Sort], ...]:
    german = Locale("de")
    names = [(n.lower(), i, Sort.MONTH) for i, n in german.months["format"]["wide"].items()]
    names += [("jänner", 1, Sort.MONTH), ("feber", 2, Sort.MONTH)]
    names += [(n.lower(), i, Sort.WEEKDAY) for i, n in german.days["format"]["wide"].items()]
    names += [("sonnabend", 5, Sort.WEEKDAY)]
    return tuple(names)


def _calendar_words(text: str) -> Iterator[Quantity]:
    """Months and weekdays, inside words too ("Montagabend", "Märzsonne", "sonntags")."""
    for match in WORD.finditer(text):
        lower = match[0].lower()
        for name, number, sort in _names():
            weekday = sort is Sort.WEEKDAY and lower.startswith(name)
            if lower in (name, name + "s") or weekday:
                yield quantity(match[0], number, sort=sort, firm=len(lower) - len(name) < 7)
                break
            if name in lower and len(name) > 4:
                yield quantity(match[0], number, sort=sort, firm=False)
