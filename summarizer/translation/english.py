"""The little English grammar that phrases made of glossary words need."""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_VOWEL = re.compile(r"[AEIOUaeiou]|hour|honest|hono|heir")
# "a US official", "a European", "a unit", "a one-time": written with a vowel, spoken with none.
_SPOKEN_CONSONANT = re.compile(r"(?:US|UN|UK)\b|[Uu]ni|[Uu]s[ei]|[Ee]u[a-z]|one\b|[Uu]r[aoi]|[Uu]k")
# Short initialisms are spelled out: "an MP", "an NGO"; longer ones are words: "a NATO general".
_SPOKEN_VOWEL = re.compile(r"[FHLMNRSX][A-Z]{1,2}\b")


def plural(noun: str) -> str:
    """The regular plural; irregular ones stand in the glossary ('child, children')."""
    if _SIBILANT.search(noun):
        return noun + "es"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


def indefinite(phrase: str) -> str:
    """`phrase` with "a" or "an" before it ("a university", "an interpreter")."""
    vowel = _VOWEL.match(phrase) and not _SPOKEN_CONSONANT.match(phrase)
    return f"{'an' if vowel or _SPOKEN_VOWEL.match(phrase) else 'a'} {phrase}"


_SMALL = {"a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def title(phrase: str) -> str:
    """`phrase` as the title of an institution: "national security office" with capitals."""
    words = phrase.split(" ")
    return " ".join(w if w in _SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(words))
