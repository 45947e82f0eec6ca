"""Figures: every quantity of an article, with its value and what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from summarizer.german.lexicon import load
from summarizer.german.number_contexts import find_contexts, is_year
from summarizer.german.numerals import Compound, Numeral, exact
from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.qualifiers import longest_qualifier, qualifiers
from summarizer.german.quantities import Shape, Word, read_words
from summarizer.german.units import Unit, find_unit, kind_of, longest_name
from summarizer.summary import Figure, FigureKind, Role

_ROLES = (Role.BODY, Role.HEADING, Role.CAPTION)
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_PARTICIPLES = ("nde", "nden", "nder", "te", "ten", "ter", "ene", "enen", "ener", "tem", "ndem")
_QUOTES = frozenset("\"„“”‚‘’»«›‹'")
_MOST_QUALIFIERS = 3


def find_figures(analysed: AnalysedArticle) -> tuple[Figure, ...]:
    """All figures of body lines, headings and captions, in the order of the text.

    `source` and `certainty` are left as they are by default; `attribution` fills them.
    """
    figures: list[Figure] = []
    for sentence, doc in zip(analysed.article.sentences, analysed.docs, strict=True):
        if sentence.role in _ROLES:
            words = read_words(doc)
            if words:
                figures.extend(_Sentence(sentence.id, sentence.text, words).figures())
    return tuple(figures)


@dataclass(frozen=True)
class _Counted:
    """What a numeral counts: words `start` to before `end`, of which `noun` says it."""

    noun: str
    label: str
    unit: Unit | None
    rule: str
    end: int


@dataclass
class _Sentence:
    """The figures of one sentence; `words` has each numeral as one word."""

    id: int
    text: str
    words: Sequence[Word]
