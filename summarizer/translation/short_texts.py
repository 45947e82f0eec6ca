"""Names, roles, labels and amounts by what people have settled: glossary, CLDR, proper names."""

from __future__ import annotations

import re

import simplemma

from summarizer.summary import SegmentKind
from summarizer.translation.glossary import Glossary
from summarizer.translation.phrases import (
    noun,
    starts_like_a_word,
    translate_amount,
    translate_short,
)

_WORDS = re.compile(r"\s+")
_INITIALS = re.compile(r"[A-ZÄÖÜ&.]{2,}\d*|[^\W\d]*\d\w*|[A-Z][a-z]+[A-Z]\w*")


def settle(
    kind: SegmentKind, text: str, glossary: Glossary, *, medium: bool = False, sentence: str = ""
) -> str | None:
    """`text` in the glossary's target language, or None where nobody has settled it.

    Args:
        kind: what the text is.
        text: a name, role, label or amount.
        glossary: what people have settled.
        medium: whether it is the name of a newspaper, agency or broadcaster, which is not put
            together from its words ("Kölner Stimme").
        sentence: the German sentence that it stands in: "Beamte" are officers beside "Polizei".
    """
    if kind is SegmentKind.AMOUNT:
        return translate_amount(text, glossary)
    if medium and text[:1].isupper() and not noun(text, glossary):
        return glossary.name(text) or text
    settled = translate_short(text, kind, glossary, sentence)
    if settled is None and kind is SegmentKind.NAME and is_proper_name(text, glossary):
        return text
    return settled


def is_proper_name(text: str, glossary: Glossary) -> bool:
    """Whether an organisation's or a medium's name is the same in every language.

    Initials and coined words are ("NIS", "Visegrád24", "YouGov"). A word that German has, or a
    compound with a part that the glossary knows ("Stadtwerbung") or that ends in a German word
    ("Radiokarbondaten"), may have a translation.
    """
    return all(
        _INITIALS.fullmatch(word)
        or (
            word[:1].isupper()
            and not simplemma.is_known(word, lang="de")
            and not noun(word, glossary)
            and not starts_like_a_word(word, glossary)
            and not _ends_like_a_word(word)
        )
        for word in _WORDS.split(text)
    )


_SHORTEST_END = 5


def _ends_like_a_word(word: str) -> bool:
    last = word.rsplit("-", maxsplit=1)[-1]
    return any(
        simplemma.is_known(last[at:].capitalize(), lang="de")
        for at in range(0 if last != word else 3, len(last) - _SHORTEST_END + 1)
    )
