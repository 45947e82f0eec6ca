"""Qualifiers: the words that say how exactly a number is meant ("rund", "bis zu")."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from summarizer.german.lexicon import load


class Meaning(StrEnum):
    """What a qualifier says of its number."""

    APPROXIMATELY = "approximately"
    ALMOST = "almost"
    SLIGHTLY_MORE = "slightly_more"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    TOTAL = "total"
    EACH = "each"
    EXACTLY = "exactly"
    ADDITIONAL = "additional"


@cache
def qualifiers() -> dict[tuple[str, ...], Meaning]:
    """Every qualifier of the lexicon as its lower-case words, with its meaning."""
    groups = load("qualifiers")
    return {tuple(text.split()): meaning for meaning in Meaning for text in groups[meaning]}


@cache
def qualifier_words() -> frozenset[str]:
    """The qualifiers of one word."""
    return frozenset(words[0] for words in qualifiers() if len(words) == 1)


@cache
def longest_qualifier() -> int:
    """The number of words of the longest qualifier."""
    return max(map(len, qualifiers()))


def meanings(qualifier: str) -> tuple[Meaning, ...]:
    """What each part of a qualifier as written means, in order.

    "insgesamt mehr als" gives total and more than; an unknown word gives nothing.
    """
    words = qualifier.lower().split()
    found: list[Meaning] = []
    at = 0
    while at < len(words):
        for size in range(min(longest_qualifier(), len(words) - at), 0, -1):
            meaning = qualifiers().get(tuple(words[at : at + size]))
            if meaning is not None:
                found.append(meaning)
                at += size
                break
        else:
            at += 1
    return tuple(found)
