"""Short names: "BamS" for "Bild am Sonntag", "Allbright" for "Allbright-Stiftung"."""

from __future__ import annotations

import re
from functools import cache

from summarizer.german.lexicon import load

_PART = re.compile(r"[^\W_]+")
_FEWEST_LETTERS = 2


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is made of the initials of `full`'s words, in order.

    Its capitals are the initials of the capitalised words, compounds with a hyphen taken apart;
    small letters between them may be small words ("BamS") or a word's next letters ("BaFin").
    """
    letters = [c for c in short if c.isalpha()]
    capitals = [c for c in letters if c.isupper()]
    words = [w for w in _PART.findall(full) if w[0].isupper()]
    if len(capitals) < _FEWEST_LETTERS or " " in short or len(words) < _FEWEST_LETTERS:
        return False
    if [w[0] for w in words] != capitals:
        return False
    rest = iter(full.lower())
    return all(letter.lower() in rest for letter in letters)


@cache
def _clipped() -> dict[str, str]:
    return {str(k): str(v) for k, v in load("speakers")["clipped"].items()}


def unclipped(noun: str) -> str:
    """The full word of a clipped one: "Kripo" → "Kriminalpolizei"; "" for any other."""
    return _clipped().get(noun, "")


def is_part_of(short: str, full: str) -> bool:
    """Whether `short` is the proper part of a name joined by hyphens ("Allbright-Stiftung")."""
    parts = full.split("-")
    return len(parts) > 1 and short in ("-".join(parts[:-1]), parts[0]) and len(short) > 2
