"""Words that no English reader knows: an engine puts them together from pieces of its vocabulary.

"underhaltment", "rollerstuhlfahrers". A slip of one letter ("pasengers") is none of them, nor is a
word that English could have: a compound ("matchdays") or a derivation ("encryptor").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

import simplemma

from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.pair import Pair, fold

# Not parts with a hyphen: English plays with those ("heebie-jeebies").
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w-])")
_SHORTEST = 5
_SHORTEST_PART = 3


def check_spelling(pair: Pair) -> Iterator[Finding]:
    """Words in lower case that are neither English nor in the German nor in the glossary."""
    if pair.glossary.target != "en":
        return
    german = fold(pair.german)
    for match in _WORD.finditer(pair.translation):
        word = match[0]
        if len(word) < _SHORTEST or not word.islower() or _could_be_english(word):
            continue
        if fold(word) not in german and not _is_in_glossary(word, pair):
            yield Finding("spelling", f"“{word}” is no English word")


def _is_in_glossary(word: str, pair: Pair) -> bool:
    return any(
        word in noun.singular or word in noun.plural
        for meanings in pair.glossary.nouns.values()
        for noun, _ in meanings
    )


@lru_cache(maxsize=1 << 14)
def _could_be_english(word: str) -> bool:
    return (
        _is_known(word)
        or _is_derived(word)
        or _is_compound(word)
        or any(map(_is_known, _near(word)))
    )


def _is_known(word: str) -> bool:
    return simplemma.is_known(word, lang="en") or word in load("spelling")["also_english"]


def _is_derived(word: str) -> bool:
    """Whether a known word stands behind a prefix or before a suffix ("unfunded", "encryptor")."""
    lists = load("spelling")
    stems = [word.removeprefix(prefix) for prefix in lists["prefixes"] if word.startswith(prefix)]
    for suffix in lists["suffixes"]:
        if word.endswith(suffix):
            stem = word.removesuffix(suffix)
            stems += [stem, stem + "e", re.sub(r"i$", "y", stem), re.sub(r"(.)\1$", r"\1", stem)]
    return any(len(stem) > _SHORTEST_PART and _is_known(stem) for stem in stems)


def _is_compound(word: str) -> bool:
    return any(
        _is_known(word[:cut]) and (_is_known(word[cut:]) or _is_derived(word[cut:]))
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _near(word: str) -> Iterator[str]:
    """Every word that one letter lost, doubled, added, exchanged or put elsewhere makes."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]
