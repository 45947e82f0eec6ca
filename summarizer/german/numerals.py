"""German numerals: what a single word or a group of digits is worth.

`parse_digits` reads digits in German and Swiss notation, `parse_word` number words, and
`parse_compound` numbers grown together with another word ("92-fachen", "Dreijahresvertrag").
How numerals stand together in a sentence ("2,3 Milliarden", "20 bis 30") is `quantities`' job.

Values are exact: an int, or the float nearest to the decimal that the text writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from text_to_num import text2num

from summarizer.german.lexicon import load
from summarizer.german.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

# What may stand between groups of three digits: dot, spaces of any width, Swiss apostrophes.
GROUPING = ".'’ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
MINUS = "-−–"
# Longer numerals are serial numbers; reading them as quantities would be wrong and slow.
LONGEST = 30

_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}
_ENDINGS = ("em", "en", "er", "es", "e", "")


def exact(value: Decimal) -> int | float:
    """`value` as an int where it is whole, otherwise as the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True)
class Digits:
    """A group of digits: its value and how sure its notation is."""

    value: Decimal
    plain: bool = False
    """Four digits or fewer without any mark: may be a year or a number in a name."""
    english: bool = False
    """Written "10,000": ten in German, ten thousand where the writer slipped into English."""
    dotted: bool = False
    """Written "3.5": a decimal in Swiss notation, otherwise a time or a date."""


@lru_cache(maxsize=1 << 12)
def parse_digits(text: str) -> Digits | None:
    """The value of `text`, which is digits and marks only; None if it is no amount.

    Dots, spaces and apostrophes group thousands, a comma starts the decimals. A last group of
    zeros with one too many ("60.0000") is read as thousands mis-typed. Leading zeros (telephone
    numbers, "05"), and marks in any other order, are no amount.
    """
    if not text or len(text) > LONGEST or not (text.isascii() or _plain_marks(text)):
        return None
    body = text.lstrip("+" + MINUS)
    sign = -1 if text[:1] in MINUS else 1
    if len(text) - len(body) > 1 or not body:
        return None
    vulgar = _VULGAR.get(body[-1])
    if vulgar is not None:
        whole = body[:-1].strip()
        if whole and not _digits(whole):
            return None
        return Digits(sign * (Decimal(whole or 0) + Decimal(vulgar)))
    whole, comma, decimals = body.partition(",")
    if comma and not _digits(decimals):
        return _english_groups(body)
    groups = re.split(f"[{GROUPING}]", whole)
    if not all(map(_digits, groups)) or (len(groups[0]) > 1 and groups[0][0] == "0"):
        return None
    digits = "".join(groups)
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and groups[0] != "0"):
        return None
    if any(len(group) != 3 for group in groups[1:]):
        if comma or len(groups) != 2:
            return None
        last = groups[1]
        if len(last) < 3 and "." in whole:
            return Digits(sign * Decimal(f"{groups[0]}.{last}"), dotted=True)
        if len(last) == 4 and not last.strip("0"):
            return Digits(sign * Decimal(groups[0] + "000"))
        return None
    value = Decimal(f"{digits}.{decimals}") if comma else Decimal(digits)
    return Digits(
        sign * value,
        plain=not comma and len(groups) == 1 and len(digits) <= 4,
        english=bool(comma) and decimals == "000" and len(groups) == 1,
    )


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _plain_marks(text: str) -> bool:
    return all(c.isascii() or c in GROUPING or c in MINUS or c in _VULGAR for c in text)


def _english_groups(body: str) -> Digits | None:
    """As in "1,234,567": commas can only group here, so the writer meant thousands."""
    groups = body.split(",")
    numeric = len(groups) > 2 and all(map(_digits, groups)) and len(groups[0]) <= 3
    grouped = all(len(group) == 3 for group in groups[1:])
    return Digits(Decimal("".join(groups))) if numeric and grouped else None


@cache
def _number_starts() -> frozenset[str]:
    """First three letters of every German number word, to spare text2num other words."""
    words = (
        "ein eins zwei zwo drei vier fünf fuenf sechs sieben acht neun zehn elf zwölf zwoelf "
        "sechzehn siebzehn zwanzig dreißig dreissig sechzig siebzig hundert tausend"
    )
    return frozenset(word[:3] for word in words.split())


_SPELLINGS = {"fuenf": "fünf", "zwoelf": "zwölf", "dreissig": "dreißig", "zwo": "zwei"}


@lru_cache(maxsize=1 << 14)
def parse_word(text: str) -> Decimal | None:
    """The value of one number word in any case ("zweiundzwanzig", "anderthalb", "dreitausend").

    "ein", "eine" and "eins" are articles and pronouns first: they give None, as do "null" and
    every word that is not wholly a number.
    """
    word = text.lower()
    lexicon = load("numerals")
    if word in lexicon["declined"]:
        other_case = lexicon["only_lower"] if text[:1].isupper() else lexicon["only_upper"]
        return None if word in other_case else Decimal(lexicon["declined"][word])
    if word[:3] not in _number_starts() and word not in lexicon["halves"]:
        return None
    if len(word) > 80 or word in lexicon["not_numbers"]:
        return None
    if word in lexicon["halves"]:
        return Decimal(lexicon["halves"][word])
    for old, new in _SPELLINGS.items():
        word = word.replace(old, new)
    if word.endswith(("einhalb", "einhalbe")):
        whole = _cardinal(word.removesuffix("e").removesuffix("einhalb"))
        return None if whole is None else whole + Decimal("0.5")
    return _cardinal(word)


def _cardinal(word: str) -> Decimal | None:
    # text2num takes spaces and ordinals, too; a word that only looks like a number raises.
    if not word.isalpha():
        return None
    try:
        return Decimal(text2num(word, "de"))
    except ValueError:
        return None


@dataclass(frozen=True)
class Compound:
    """A number that is part of a word.

    `numeral` is the part that an editor would call the number: "50" of "50-Prozent-Anteil", but
    the whole of "dreitägig". `unit` is a unit id (see `units`), "count", "times", "pages", or a
    `FigureKind` for a unit without an id. `noun` is the part that is counted ("Prozent"), empty
    where the noun follows ("dreitägige Konferenz").
    """

    value: Decimal
    numeral: str
    unit: str
    noun: str = ""
    adjective: bool = False
    value_max: Decimal | None = None
    """The upper end of "zwei- bis dreitägig"."""


@cache
def _by_length(group: str) -> tuple[tuple[str, str], ...]:
    entries: Iterable[tuple[str, str]] = load("numerals")[group].items()
    return tuple(sorted(entries, key=lambda entry: -len(entry[0])))


def _number(text: str) -> Decimal | None:
    """The value of the first part of a compound, digits or a word from two upwards."""
    if text[:1].isdecimal():
        digits = parse_digits(text)
        return digits.value if digits and not digits.dotted else None
    return parse_word(text)


@lru_cache(maxsize=1 << 14)
def parse_compound(text: str) -> Compound | None:
    """The number in a compound word, None if there is none or it is a name, an age or a decade.

    Reads adjectives ("dreitägigen", "15-sekündigen", "92-fachen"), adverbs ("viermal"), compounds
    with hyphens ("50-Prozent-Anteil") and without ("Dreijahresvertrag").
    """
    lower = text.lower()
    lexicon = load("numerals")
    if len(text) > 60 or lower in lexicon["idioms"]:
        return None
    if not (text[:1].isdecimal() or lower[:3] in _number_starts() or lower[:3] in ("and", "hal")):
        return None
    return _adjective(text, lower) or _hyphenated(text) or _fused(text, lower)


def _adjective(text: str, lower: str) -> Compound | None:
    for ending in _ENDINGS:
        if not lower.endswith(ending):
            continue
        stem = lower.removesuffix(ending)
        for tail, unit in _by_length("adjectives"):
            if not stem.endswith(tail):
                continue
            head = stem.removesuffix(tail).rstrip("-")
            value = Decimal("0.5") if head == "halb" else _number(head)
            if value is None or unit == "none":
                return None
            if tail == "mal":
                return Compound(value, text, unit) if not ending else None
            if tail == "jährig" and (text[:1].isupper() or "-J" in text):
                return None  # "Zwanzigjährige", "18-Jähriger": a person by age
            return Compound(value, text, unit, adjective=True)
    return None


def _hyphenated(text: str) -> Compound | None:
    first, hyphen, rest = text.partition("-")
    value = _number(first) if hyphen else None
    if value is None or not rest[:1].isalpha():
        return None
    parts = rest.split("-")
    lexicon = load("numerals")
    if rest.lower() in lexicon["not_compounds"] or parts[0].lower() in lexicon["fractions"]:
        return None
    if len(parts[0]) == 1:
        return None  # "2-G-Regel"
    power = lexicon["scales"].get(parts[0].lower(), 0)
    if power and len(parts) > 1:
        value *= Decimal(10) ** power
        first = f"{first}-{parts.pop(0)}"
    counted = parts[0]
    stem = next((s for s in _by_length("compound_units") if counted.lower().startswith(s[0])), None)
    if stem:
        return Compound(value, first, stem[1], counted)
    unit = find_unit(counted)
    if unit:
        return Compound(value, first, unit.id or unit.kind, counted)
    return Compound(value, first, "count", counted) if len(parts) > 1 or power else None


def _fused(text: str, lower: str) -> Compound | None:
    if "-" in text or not text[:1].isupper():
        return None
    for stem, unit in _by_length("compound_units"):
        at = lower.find(stem, 3)
        if at < 0 or len(lower) - at - len(stem) < 3:
            continue
        value = parse_word(lower[:at])
        rest = lower[at + len(stem) :]
        if value is not None and rest not in load("numerals")["not_compounds"]:
            return Compound(value, text, unit, text)
    return None
