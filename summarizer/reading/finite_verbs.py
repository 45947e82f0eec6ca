"""Does a line have a finite verb? Captions and headlines often have none.

Judged word by word with HanTa's German model, without context, and generously: a word that could
be finite counts, for a body sentence taken for a caption loses facts, while a caption taken for
body only reads oddly.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from HanTa.HanoverTagger import HanoverTagger

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
# HanTa's natural-log likelihoods: a reading this much less likely than the best is no reading.
_MARGIN = 5.0
_FINITE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(IMP)"})
_OPENING_PUNCTUATION = frozenset(",;:–—-(")


@cache
def _tagger() -> Any:
    return HanoverTagger("morphmodel_ger.pgz")


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[str]:
    """The tags that `word` can have."""
    if len(word) > 40:
        return frozenset()
    tags = _tagger().tag_word(word, cutoff=10)
    return frozenset(tag for tag, weight in tags if weight > tags[0][1] - _MARGIN)


def can_be_finite(word: str) -> bool:
    """Whether `word` can be a finite verb form ("geht", "gehen", "ging"; not "gegangen")."""
    return not _FINITE.isdisjoint(_readings(word))


def has_finite_verb(text: str) -> bool:
    """Whether a word of `text` can be its finite verb.

    A participle in front of which a comma, dash or bracket stands ("… – fotografiert von …") is
    an attribute, though its form may be finite too.
    """
    before = ""
    for place, word in enumerate(_TOKEN.findall(text)):
        # German writes verbs small; at the beginning any word is written with a capital.
        small = word[:1].islower() or (place == 0 and word[:1].isalpha())
        if small and can_be_finite(word if place else _small(word)):
            participle = "VV(PP)" in _readings(word)
            if not (participle and before in _OPENING_PUNCTUATION and before):
                return True
        before = word
    return False


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]
