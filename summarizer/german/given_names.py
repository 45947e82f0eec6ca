"""Given names: that a word is one, and whose."""

from __future__ import annotations

from functools import cache

from summarizer.german.lexicon import load


@cache
def _names(group: str) -> frozenset[str]:
    return frozenset(str(load("given_names")[group]).split())


@cache
def is_given_name(word: str) -> bool:
    """Whether `word` is a given name: "Kai", "Hans-Joachim"."""
    first = word.partition("-")[0]
    return any(first in _names(group) for group in ("women", "men", "either"))


@cache
def is_womans(name: str) -> bool | None:
    """Whether a full name is a woman's, by its given name; None where that doesn't tell."""
    words = name.split()
    if len(words) < 2:
        return None
    last_of_compound = words[0].rpartition("-")[2]  # "Klaus-Maria" is a man, so the first counts
    for word in (words[0].partition("-")[0], last_of_compound):
        if word in _names("women"):
            return True
        if word in _names("men"):
            return False
    return None
