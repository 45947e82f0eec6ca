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
_NOUN = frozenset({"NN", "NE", "NNI", "NNA"})
_NAME_READINGS = frozenset({"NE", "FM", "XY"})
_PRONOUNS = frozenset(
    {"sich", "er", "es", "sie", "ihn", "ihm", "ihr", "ihnen", "wir", "man", "ich"}
)
_OPENING_PUNCTUATION = frozenset(",;:–—-(")


@cache
def hanta() -> Any:
    """HanTa with its German model, loaded once a process: its tables take 30 MB."""
    return HanoverTagger("morphmodel_ger.pgz")


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[str]:
    """The tags that `word` can have."""
    if len(word) > 40:
        return frozenset()
    tags = hanta().tag_word(word, cutoff=10)
    return frozenset(tag for tag, weight in tags if weight > tags[0][1] - _MARGIN)


def can_be_finite(word: str) -> bool:
    """Whether `word` can be a finite verb form ("geht", "gehen", "ging"; not "gegangen")."""
    return not _FINITE.isdisjoint(_readings(word))


def can_be_attribute(word: str) -> bool:
    """Whether `word` can stand before a noun ("demolierte Mülleimer")."""
    return "ADJ(A)" in _readings(word)


def can_be_participle(word: str) -> bool:
    """Whether `word` can be a past participle ("gelandet"; not "schnell")."""
    return "VV(PP)" in _readings(word)


def can_be_name(text: str) -> bool:
    """Whether the last word of `text` can be a name ("Bad Ems"; not "Schade")."""
    words = _TOKEN.findall(text)
    return bool(words) and "NE" in _readings(words[-1])


def is_name(word: str) -> bool:
    """Whether `word` is likelier a name than anything else ("Clara"; not "Neue", "Rat")."""
    tags = _readings(word)
    return "NE" in tags and tags <= _NAME_READINGS


def is_common_noun(word: str) -> bool:
    """Whether `word` is a common noun and can be nothing else but a name ("Chemiker")."""
    return "NN" in _readings(word) and _readings(word) <= _NOUN


def has_finite_verb(text: str) -> bool:
    """Whether a word of `text` can be its finite verb.

    A participle in front of which a comma, dash or bracket stands ("… – fotografiert von …") is
    an attribute, though its form may be finite too. The first word, which is written with a
    capital in any case, is no verb if it can be a noun ("Treffen der Minister").
    """
    if begins_with_verb(text):
        return True
    before = ""
    for word in _TOKEN.findall(text):
        if word[:1].islower() and can_be_finite(word):
            participle = "VV(PP)" in _readings(word)
            if not (participle and before and before in _OPENING_PUNCTUATION):
                return True
        before = word
    return False


def begins_with_verb(text: str) -> bool:
    """Whether the first word of `text` can be a finite verb.

    If it has a capital, which any first word has, it must not be a possible noun, unless a
    pronoun follows, which follows no noun ("Verstehen sich", "Treffen wir").
    """
    words = _TOKEN.findall(text[:200])
    word = words[0] if words else ""
    if not word[:1].isalpha() or not can_be_finite(_small(word)):
        return False
    if word[:1].islower() or _NOUN.isdisjoint(_readings(word)):
        return True
    return len(words) > 1 and words[1] in _PRONOUNS


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]
