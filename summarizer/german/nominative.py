"""What is counted, as a table or a chart would name it: "neuen Ständen" is "neue Stände".

German adds -n to most plurals in the dative. Whether a plural has its -n in every case ("Frauen",
"Steuern") is known from the endings that always have it, from simplemma's dictionary, and for the
rest from the lexicon ``plurals``. In doubt a word stays as it is written.
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

from summarizer.german.lexicon import load

_LANGUAGE = "de"
_SHORTEST_PART = 3


def nominative(label: str, noun: str) -> str:
    """`label` in the nominative plural, its `noun` and the adjectives before that.

    Args:
        label: A noun with what belongs to it, in the plural of any case: "verletzten Zuschauern
            aus Jena".
        noun: The noun in it, as written there.
    """
    if not noun or noun not in label:
        return label
    before, _, after = label.partition(noun)
    adjectives = re.split(r"(\s+)", before)
    if not set(load("plurals")["no_adjectives"]).isdisjoint(adjectives):
        return label
    return "".join(map(_adjective, adjectives)) + _plural(noun) + after


def _adjective(word: str) -> str:
    """After a number an adjective ends in -e: "neuen" and "neuer" (genitive) are "neue"."""
    if word[:1].islower() and len(word) > _SHORTEST_PART + 1 and word.endswith(("en", "er")):
        return word[:-1]
    return word


@lru_cache(maxsize=4096)
def _plural(noun: str) -> str:
    base, end = noun[:-1], noun.casefold()
    if not noun[:1].isupper() or not end.endswith("n") or end.endswith(("innen", "lein", "chen")):
        return noun
    lexicon = load("plurals")
    if end.endswith(tuple(lexicon["adjectival"] + lexicon["adjectival_endings"])):
        return base
    if end.endswith(("leuten", *(f"{word}n" for word in lexicon["unchanged_in_e"]))):
        return base
    if end.endswith(("ern", "eln", "arn")):
        return noun if end.endswith(tuple(f"{word}n" for word in lexicon["plural_in_n"])) else base
    if end.endswith("en"):
        if end.endswith(tuple(f"{word}en" for word in lexicon["plural_in_en"])):
            return noun
        return base if _is_plural_in_e(noun) else noun
    return noun


def _is_plural_in_e(dative: str) -> bool:
    """Whether "Fälle" is a plural of the word that "Fällen" is one of, as in its last part."""
    for start in range(len(dative) - _SHORTEST_PART):
        part = dative[start:]
        part = part[:1].upper() + part[1:]
        if simplemma.is_known(part, lang=_LANGUAGE):
            shorter = part[:-1]
            lemma = simplemma.lemmatize(part, lang=_LANGUAGE)
            return (
                lemma != shorter
                and simplemma.is_known(shorter, lang=_LANGUAGE)
                and simplemma.lemmatize(shorter, lang=_LANGUAGE) == lemma
            )
    return False
