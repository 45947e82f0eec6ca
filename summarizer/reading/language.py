"""Is a text German? Told by its commonest words, so that no dictionary is loaded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from babel import Locale
from simplemma import in_target_language

from summarizer.problem import InputError
from summarizer.reading.words import load

_WORD = re.compile(r"[^\W\d_]+")
# Two in five words of German prose are among the listed ones; one in twenty is a mixture that is
# mainly something else, or a list of names.
_LEAST_SHARE = 0.05
# Below so many words nothing can be said: three names are three names in any language.
_LEAST_WORDS = 12
_SAMPLE_CHARACTERS = 200_000


def check_german(texts: Iterable[str], shown_as: str) -> None:
    """Pass if `texts` are mainly German, or too short to tell.

    Raises:
        InputError: They are in another language, which the message names if it is known.
    """
    sample = " ".join(texts)[:_SAMPLE_CHARACTERS]
    words = Counter(word.lower() for word in _WORD.findall(sample))
    total = words.total()
    if total < _LEAST_WORDS:
        return
    hits = {language: sum(words[w] for w in listed) for language, listed in _listed().items()}
    best = max(hits, key=lambda language: (hits[language], language == "de"))
    if best != "de":
        name = Locale("en").languages.get(best, best)
        raise InputError(
            shown_as,
            f"is written in {name}, not in German",
            "Only German articles are summarised; take the file out of the folder.",
        )
    if hits["de"] >= _LEAST_SHARE * total:
        return
    # Tables of results or headlines have few small words: look the words up instead.
    if in_target_language(sample[:5_000], lang="de") < 0.5:
        raise InputError(
            shown_as,
            "is not written in German",
            "Only German articles are summarised; take the file out of the folder.",
        )


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in load("languages").items()}
