"""A sentence as the rules for figures read it, and the noun phrases and units in it.

`Line` has each numeral as one word. `noun_phrase` and `unit_at` read what may follow a numeral.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from summarizer.german.lexicon import load
from summarizer.german.number_contexts import find_contexts
from summarizer.german.quantities import Shape, Word, read_words
from summarizer.german.units import Unit, find_unit

NOUN_TAGS = ("NN", "NE", "NNA", "NNI", "XY", "FM", "TRUNC")
_QUOTES = frozenset("\"„“”‚‘’»«›‹'")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_PARTICIPLE_ENDINGS = ("nde", "nden", "nder", "ndes", "te", "ten", "ter", "tes", "ene", "enen")
_ADVERB_TAGS = ("ADV", "ADJ(D)", "PTKNEG", "PTKA")
_NO_NOUN_TAGS = ("PPER", "ART", "PDS", "PIS", "APPR", "KON", "KOUS", "ADV")
_LONGEST_PHRASE = 9
_LONGEST_UNIT_NAME = 4


@dataclass(frozen=True)
class Line:
    """A sentence with each numeral as one word, and the rules that say which are no figures."""

    text: str
    words: Sequence[Word]
    contexts: dict[int, str]

    def lower(self, at: int) -> str:
        """Word `at` in lower case; empty outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def word(self, at: int) -> Word | None:
        """Word `at`, or None outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def slice(self, start: int, end: int) -> str:
        """The text of words `start` to before `end`."""
        return self.text[self.words[start].start : self.words[end - 1].end]


def read_line(doc: Doc) -> Line | None:
    """The sentence of `doc` for the rules; None if there is no numeral in it."""
    words = read_words(doc)
    return Line(doc.text, words, find_contexts(words)) if words else None


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its noun, the phrase as written, and the index after it."""

    noun: str
    label: str
    tag: str
    end: int
    direct: bool


def noun_phrase(line: Line, start: int, *, with_genitive: bool = True) -> Phrase | None:
    """The noun phrase without article that begins at word `start`, with a genitive after it."""
    at = start
    while at < min(len(line.words), start + _LONGEST_PHRASE):
        word = line.words[at]
        if word.shape is Shape.TEXT and word.capital and not _is_modifier(line, at):
            adverb = at > start and line.words[at - 1].tag in _ADVERB_TAGS
            if word.tag in _NO_NOUN_TAGS or (adverb and not is_attribute(line.words[at - 1])):
                return None
            return _phrase(line, start, at, with_genitive)
        after = _after_modifier(line, at, start)
        if after is None:
            return None
        at = after
    return None


def _after_modifier(line: Line, at: int, start: int) -> int | None:
    """The index after the modifier of a noun that begins at word `at`, None if there is none."""
    word = line.words[at]
    if word.text in _QUOTES:
        return at + 1
    if line.contexts.get(at) == "age":
        return _after_age(line, at)
    if word.shape is Shape.COMPOUND and word.compound is not None and word.compound.adjective:
        return at + 1
    if word.numeral is not None:
        # "zwei 1,80 Meter große Männer"
        unit = unit_at(line, at + 1)
        measured = unit is not None and unit[1] < len(line.words)
        return unit[1] + 1 if unit and measured and is_attribute(line.words[unit[1]]) else None
    if word.shape is not Shape.TEXT:
        return None
    adverb = word.tag in _ADVERB_TAGS and word.text.isalpha()
    if word.capital or is_attribute(word) or adverb:
        return at + 1
    if word.lower in (",", "und", "oder"):
        return at + 1 if _between_attributes(line, at, start) else None
    return _extended_attribute(line, at) if word.tag.startswith("APPR") else None


def _after_age(line: Line, at: int) -> int:
    """The index after "20 und 22 Jahre alte", which begins at word `at`."""
    for i in range(at + 1, min(at + 7, len(line.words))):
        if line.words[i].lower.startswith(("alt", "jung")):
            return i + 1
    return at + 1


def _phrase(line: Line, start: int, noun_at: int, with_genitive: bool) -> Phrase:
    word = line.words[noun_at]
    noun = word.text
    for mark in _QUOTES:
        noun = noun.rsplit(mark, 1)[-1]
    noun = noun.lstrip("-") or word.text
    end = noun_at + 1
    following = line.word(end)
    if following is not None and following.text in _QUOTES:
        following = line.word(end + 1)
    label = line.slice(start, end).strip("".join(_QUOTES))
    second = line.word(end + 1)
    if line.lower(end) == "und" and second is not None and _is_pair(noun, second.text):
        # "Schülerinnen und Schüler" are one thing, and either word alone would be wrong
        end += 2
        noun = line.slice(noun_at, end)
        label = line.slice(start, end)
    if with_genitive and line.lower(end) in load("counted")["genitives"]:
        genitive = noun_phrase(line, end + 1, with_genitive=False)
        if genitive is not None and _is_genitive(line.lower(end), genitive.noun):
            label = line.slice(start, genitive.end)
            end = genitive.end
    return Phrase(noun, label, word.tag, end, direct=noun_at == start)


def _is_genitive(article: str, noun: str) -> bool:
    """Whether `noun` after `article` is a genitive; "der" may begin the sentence's subject.

    "der" is taken for a genitive only before what is feminine or plural by its ending.
    """
    return article != "der" or noun.endswith(tuple(load("counted")["feminine_or_plural"]))


def _is_pair(first: str, second: str) -> bool:
    """Whether two nouns are the female and the male form of one."""
    female, male = (first, second) if first.endswith("innen") else (second, first)
    stem = female.removesuffix("innen")
    return female.endswith("innen") and male.startswith(stem[:-1]) and not male.endswith("innen")


def is_attribute(word: Word) -> bool:
    """An inflected adjective or participle in lower case."""
    if not word.text[:1].islower():
        return False
    if word.tag.startswith("ADJ(A)"):
        return True
    open_class = word.tag in ("ADJ(D)", "VV(PP)", "NN", "NE", "XY", "FM", "CARD", "VV(INF)")
    return (
        open_class
        and word.text.isalpha()
        and len(word.text) > 4
        and word.text.endswith(_ADJECTIVE_ENDINGS)
    )


def _is_modifier(line: Line, at: int) -> bool:
    """As in "Berliner" in "20 Berliner Polizisten"; a capital adjective in a quoted name."""
    word, following = line.words[at], line.word(at + 1)
    if following is None or not following.capital or following.shape is not Shape.TEXT:
        return False
    if word.tag.startswith("ADJ"):
        return True
    return word.text.endswith("er") and word.tag == "NE" and following.tag in ("NN", "NNA")


def _between_attributes(line: Line, at: int, start: int) -> bool:
    following = line.word(at + 1)
    return (
        at > start
        and is_attribute(line.words[at - 1])
        and following is not None
        and (is_attribute(following) or following.numeral is not None)
    )


def _extended_attribute(line: Line, at: int) -> int | None:
    """The participle of "zwei in Berlin lebende Brüder", for the preposition `at`."""
    for i in range(at + 2, min(at + 6, len(line.words) - 1)):
        word = line.words[i]
        participle = word.tag.startswith("ADJ") and word.text.endswith(_PARTICIPLE_ENDINGS)
        # "sechs in dem verlassenen Haus": after an article it belongs to the preposition's noun.
        participle = participle and line.words[i - 1].tag != "ART"
        if participle and line.words[i + 1].capital:
            return i
        if word.tag.startswith(("V", "$", "KO")):
            return None
    return None


def has_qualifier_after(line: Line, at: int) -> bool:
    """As in "zwei oder mehr Jobs": whether the words after numeral `at` qualify it."""
    return line.lower(at + 1) in ("oder", "und") and line.lower(at + 2) in ("mehr", "weniger")


def after_numeral(line: Line, at: int) -> int:
    """The index where what numeral `at` counts may begin."""
    return at + 3 if has_qualifier_after(line, at) else at + 1


def unit_at(line: Line, at: int) -> tuple[Unit, int] | None:
    """The unit whose name begins at word `at`, and the index after it."""
    first = line.word(at)
    if first is None or first.shape not in (Shape.TEXT, Shape.SYMBOL):
        return None
    for size in range(min(_LONGEST_UNIT_NAME, len(line.words) - at), 0, -1):
        name = line.slice(at, at + size)
        # "°C." at the end of a sentence: the tagger parts "°" and "C.".
        dotted = line.words[at + size - 1].text != "."
        unit = find_unit(name) or (find_unit(name.removesuffix(".")) if dotted else None)
        if unit is not None:
            return unit, at + size
    return None
