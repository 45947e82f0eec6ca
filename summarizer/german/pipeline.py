"""The German pipeline: spaCy's tokenizer, and lemma, tag and part of speech from HanTa.

No German spaCy model is on PyPI, so the pipeline is ``spacy.blank("de")`` with the Hanover
Tagger (HanTa), whose German model ships in its wheel. Nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from summarizer.german.given_names import is_given_name
from summarizer.german.speakers import kind_of_noun
from summarizer.german.tagger import QuickTagger
from summarizer.summary import Article, SourceKind

# HanTa's tags are STTS with the verb form in brackets; spaCy's matchers want Universal POS.
# https://universaldependencies.org/tagset-conversion/de-stts-uposf.html
_UNIVERSAL = {
    "ADJ(A)": "ADJ", "ADJ(D)": "ADJ", "ADV": "ADV", "APPO": "ADP", "APPR": "ADP",
    "APPRART": "ADP", "APZR": "ADP", "ART": "DET", "CARD": "NUM", "FM": "X", "ITJ": "INTJ",
    "KOKOM": "CCONJ", "KON": "CCONJ", "KOUI": "SCONJ", "KOUS": "SCONJ", "NE": "PROPN",
    "NN": "NOUN", "NNA": "NOUN", "NNI": "NOUN", "PDAT": "DET", "PDS": "PRON", "PIAT": "DET",
    "PIDAT": "DET", "PIS": "PRON", "PPER": "PRON", "PPOSAT": "DET", "PPOSS": "PRON",
    "PRELAT": "DET", "PRELS": "PRON", "PRF": "PRON", "PROAV": "ADV", "PTKA": "ADV",
    "PTKANT": "INTJ", "PTKNEG": "PART", "PTKVZ": "ADP", "PTKZU": "PART", "PWAT": "DET",
    "PWAV": "ADV", "PWS": "PRON", "TRUNC": "X", "XY": "X",
}  # fmt: skip
_UNIVERSAL_PREFIX = {"VA": "AUX", "VM": "AUX", "VV": "VERB", "$": "PUNCT"}


def _universal(tag: str) -> str:
    found = _UNIVERSAL.get(tag)
    if found is None:
        found = next((u for p, u in _UNIVERSAL_PREFIX.items() if tag.startswith(p)), "X")
    return found


# German writes only nouns and names with a capital within a sentence, so a capitalised "verb" is a
# name that the tagger doesn't know ("Bram Schot", "ASV Senden").
_NEVER_CAPITAL = frozenset(
    {"VV(FIN)", "VV(IMP)", "VV(INF)", "VV(PP)", "VV(IZU)", "VA(FIN)", "VM(FIN)", "ADJ(D)", "PTKVZ",
     "ITJ"}
)  # fmt: skip
LONGEST_WORD = 80
"""Longest word that is analysed whole, in letters; the longest that Guinness lists has 79.

HanTa's time grows with the square of a word's length. Of a longer one it sees the end: the head of
a German compound stands there.
"""
# Tags of words that open a noun phrase: "zum Kai", "der neue Mark" are no names.
_OPENS_NOUN = frozenset({"ART", "ADJ(A)", "PPOSAT", "PDAT", "PIAT", "CARD", "APPRART"})
_EMOTICON_MARKS = frozenset(":;=()[]<>{}^|/\\@_¯°ಠ")
_MAY_START_SENTENCE = frozenset(".:!?…\"„“”»«‚‘›‹'([–—-/")


def _is_name_with_digits(text: str) -> bool:
    """Whether a "number" is a name: "Kanal24"."""
    return len(text) > 3 and text[0].isupper() and text[:3].isalpha() and text[-1].isdigit()


def _must_be_name(doc: Doc, at: int) -> bool:
    text = doc[at].text
    if at == 0 or len(text) < 2 or not text[0].isupper() or text.isupper():
        return False
    before = doc[at - 1].text
    return before[-1:] not in _MAY_START_SENTENCE and not before.endswith("\n")


def _name_persons(doc: Doc) -> None:
    """Tag a given name and the surname after it as names, whatever else they may be.

    "Kai" is a quay to the tagger and "Wald" a forest; "Kai Wald" without an article is a person.
    """
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if not is_given_name(token.text) or not following.text[:1].isupper():
            continue
        if token.i and doc[token.i - 1].tag_ in _OPENS_NOUN and token.tag_ != "NE":
            continue
        surname = following.tag_ in ("NE", "FM", "XY") or (
            following.tag_ in ("NN", "NNA", "NNI", "ADJ(A)", "ADJ(D)")
            and following.lemma_ in (following.text, following.text.lower())
            and kind_of_noun(following.text) in (None, SourceKind.PERSON)
            and "-" not in following.text
        )
        if surname:
            for word in (token, following):
                word.tag_, word.pos_, word.lemma_ = "NE", "PROPN", word.text


@Language.factory("hanta", assigns=["token.lemma", "token.tag", "token.pos"])
def _hanta(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy names them)
    tagger = QuickTagger()

    def tag(doc: Doc) -> Doc:
        words = [token.text[-LONGEST_WORD:] for token in doc]
        for token, (_, lemma, hanta_tag) in zip(doc, tagger.tag_sent(words), strict=True):
            if (hanta_tag in _NEVER_CAPITAL and _must_be_name(doc, token.i)) or (
                hanta_tag == "CARD" and _is_name_with_digits(token.text)
            ):
                token.tag_, token.pos_, token.lemma_ = "NE", "PROPN", token.text
                continue
            token.tag_ = hanta_tag
            token.pos_ = _universal(hanta_tag)
            token.lemma_ = lemma if len(token.text) <= LONGEST_WORD else token.text
        _name_persons(doc)
        return doc

    return tag


@cache
def pipeline() -> Language:
    """The pipeline, built once a process (about 0.3 s)."""
    nlp = spacy.blank("de")
    # spaCy reads "):" as an emoticon; in print it is a bracket and a colon.
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {
        text: parts
        for text, parts in tokenizer.rules.items()
        if not _EMOTICON_MARKS.intersection(text)
    }
    nlp.add_pipe("hanta")
    return nlp


@dataclass(frozen=True)
class AnalysedArticle:
    """An article with the analysis of each sentence: ``docs[s.id]`` is sentence ``s``."""

    article: Article
    docs: tuple[Doc, ...]


def analyse(article: Article) -> AnalysedArticle:
    """Tokenize and tag every sentence of `article`."""
    texts: Iterable[str] = (sentence.text for sentence in article.sentences)
    return AnalysedArticle(article, tuple(pipeline().pipe(texts)))
