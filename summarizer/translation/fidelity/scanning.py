"""How a text is searched for numerals, in whatever language: what the readers have in common.

A language brings its patterns for dates, times and the like, and two functions that read on from
digits and from a word; nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from summarizer.translation.fidelity.quantity import Quantity, quantity

Reader = Callable[[re.Match[str]], Iterable[Quantity]]
"""What a match of a pattern stands for."""

ReadOn = Callable[[str, re.Match[str]], tuple[list[Quantity], int]]
"""What begins with a match in a text, and where that ends (behind the match at least)."""

WORD = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[\s\u00a0-]*")
"""What may stand between a number and its scale word: "3 Millionen", "multi-million"."""


def take(
    text: str, patterns: Iterable[tuple[re.Pattern[str], Reader]]
) -> tuple[list[Quantity], str]:
    """What the patterns find, and the text with each match blanked, so that none is read twice.

    An earlier pattern has precedence. The text keeps its length.
    """
    found: list[Quantity] = []
    for pattern, reader in patterns:
        for match in pattern.finditer(text):
            found.extend(reader(match))
        text = pattern.sub(lambda match: "_" * len(match[0]), text)
    return found, text


def scan(
    text: str, digits: re.Pattern[str], read_digits: ReadOn, read_word: ReadOn
) -> Iterator[Quantity]:
    """Every quantity from left to right; each reader says where to go on."""
    at = 0
    while at < len(text):
        number, word = digits.match(text, at), WORD.match(text, at)
        if number or word:
            found, at = read_digits(text, number) if number else read_word(text, word)  # type: ignore[arg-type]
            yield from found
        else:
            at += 1


def scale(
    text: str,
    at: int,
    factors: Mapping[str, int],
    first_only: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Decimal, int]:
    """The product of the scale words from `at` on ("hundred thousand"), and where they end.

    Args:
        text: what is read.
        at: where a numeral ends.
        factors: what each scale word, in lower case, multiplies by.
        first_only: more such words, which must follow the numeral itself ("ten thousands").
    """
    product, words = Decimal(1), {**factors, **first_only}
    while True:
        word = WORD.match(text, GAP.match(text, at).end())  # type: ignore[union-attr]
        if word is None or word[0].lower() not in words:
            return product, at
        product, words, at = product * words[word[0].lower()], {**factors}, word.end()


def season(match: re.Match[str]) -> Iterator[Quantity]:
    """Seasons like "2018/19".

    The groups are `century`, `year`, and `until`, the year of its end in two or four digits.
    """
    century, year, until = match["century"], match["year"], match["until"]
    yield quantity(century + year, century + year)
    yield quantity(until, until, *([century + until] if len(until) == 2 else []))


def years(digits: str) -> list[str]:
    """The years that `digits` may mean: "18" is 18, 2018 and 1918."""
    return [digits, "20" + digits, "19" + digits] if len(digits) == 2 else [digits]
