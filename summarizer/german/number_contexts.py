"""Where a number is no figure: dates, times, ages, ranks, names and idioms.

The rules are the patterns of lexicon ``not_figures``, run by spaCy's matcher on a sentence whose
numerals are one token each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from summarizer.german.lexicon import load
from summarizer.german.pipeline import pipeline
from summarizer.german.qualifiers import qualifier_words
from summarizer.german.quantities import Numeral, Shape, Word

EARLIEST_YEAR, LATEST_YEAR = 1100, 2100
OLDEST = 120

_ANY_NUMBER = (
    *("day", "age", "year", "integer", "decimal", "dotted", "range", "years", "unknown"),
    "postcode",
)

# The entity type that a word gets, and the types that a class of the patterns takes.
_CLASSES: Mapping[str, tuple[str, ...]] = {
    "NUMBER": _ANY_NUMBER,
    "INTEGER": ("day", "age", "year", "integer"),
    "DAY": ("day",),
    "AGE": ("day", "age"),
    "YOUNG": ("day", "age", "decimal", "range"),
    "POSTCODE": ("postcode",),
    "YEAR": ("year",),
    "COUNTDOWN": ("day", "dotted"),
    "RANGE": ("range",),
    "RANGE_YEARS": ("years",),
    "ORDINAL": ("ordinal",),
    "SYMBOL": ("symbol",),
}


def is_year(numeral: Numeral) -> bool:
    """Whether `numeral` is written as a year is: four digits without a mark."""
    value = numeral.value
    return numeral.plain and value is not None and EARLIEST_YEAR <= value <= LATEST_YEAR


def _type(word: Word) -> str:
    if word.shape in (Shape.ORDINAL, Shape.SYMBOL):
        return word.shape.value
    numeral = word.numeral
    if word.shape is not Shape.NUMBER or numeral is None:
        return ""
    if numeral.value is None:
        return "unknown"
    if numeral.value_max is not None:
        return "years" if is_year(numeral) else "range"
    if is_year(numeral):
        return "year"
    if numeral.dotted:
        return "dotted"
    if numeral.value != int(numeral.value) or numeral.share:
        return "decimal"
    if len(word.text) == 5 and word.text.isdigit():
        return "postcode"
    if Decimal(0) < numeral.value <= 31:
        return "day"
    return "age" if 0 < numeral.value <= OLDEST else "integer"


@cache
def _matcher() -> tuple[Vocab, Matcher]:
    vocab = pipeline().vocab
    matcher = Matcher(vocab)
    lexicon = load("not_figures")

    def item(text: str) -> dict[str, Any]:
        optional = text.endswith("?") and len(text) > 1
        text = text.removesuffix("?") if optional else text
        found: dict[str, Any]
        if text in _CLASSES:
            found = {"ENT_TYPE": {"IN": list(_CLASSES[text])}}
        elif text == "NAME":
            found = {"TAG": {"IN": ["NE", "XY", "FM"]}, "ENT_TYPE": ""}
        elif text == "NOUN":
            found = {"IS_TITLE": True, "ENT_TYPE": ""}
        elif text == "VERB":
            found = {"TAG": {"IN": ["VV(FIN)", "VA(FIN)", "VM(FIN)"]}}
        elif text == "TEAM":
            found = {"TEXT": {"IN": ["Elf", "Sieben", "Zehn"]}}
        elif text == "QUALIFIER":
            found = {"LOWER": {"IN": sorted(qualifier_words())}}
        elif text.startswith("$"):
            found = {"LOWER": {"IN": lexicon["lists"][text[1:]]}}
        else:
            found = {"LOWER": {"IN": text.split("|")}}
        return {**found, "OP": "?"} if optional else found

    for rule, patterns in lexicon["rules"].items():
        matcher.add(rule, [[item(text) for text in pattern.split()] for pattern in patterns])
    return vocab, matcher


def find_contexts(words: Sequence[Word]) -> dict[int, str]:
    """For the index of each word that a rule matches, the rule's name."""
    vocab, matcher = _matcher()
    doc = Doc(
        vocab,
        words=[word.text for word in words],
        tags=[word.tag for word in words],
        ents=[f"B-{kind}" if (kind := _type(word)) else "O" for word in words],
    )
    found: dict[int, str] = {}
    for rule, start, end in matcher(doc):
        for at in range(start, end):
            if words[at].shape is not Shape.TEXT:
                found.setdefault(at, vocab.strings[rule])
    return found
