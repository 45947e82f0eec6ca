"""Verbs and phrases of saying: which predicates attribute what a sentence says to their subject.

The verbs and their readings stand in ``lexicon/saying_verbs.yml``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from summarizer.german.lexicon import load
from summarizer.german.predicates import Mood, Predicate, Voice


class Reading(StrEnum):
    """What a verb needs beside its subject in order to attribute."""

    TELL = "tell"
    """Nothing: whatever its object, the subject has spoken."""
    THINK = "think"
    """Content: a clause, an infinitive, a colon or a quotation."""
    PHRASE = "phrase"
    """Nothing more: the fixed phrase is complete."""


@dataclass(frozen=True)
class Cue:
    """A predicate that attributes: its `reading` and the `text` that a reader would point at."""

    predicate: Predicate
    reading: Reading
    text: str


@cache
def _verbs(group: str) -> frozenset[str]:
    return frozenset(load("saying_verbs")[group])


def needs_somebody() -> frozenset[str]:
    """Verbs of telling whose subject is a speaker, whatever noun it is ("teilte … mit")."""
    return _verbs("somebody")


def that_only() -> frozenset[str]:
    """Verbs that attribute a clause with "dass" alone: "ermittelt, wer" asks."""
    return _verbs("that_only")


@cache
def _phrases() -> dict[str, tuple[tuple[frozenset[str], bool], ...]]:
    found: dict[str, list[tuple[frozenset[str], bool]]] = {}
    for phrase in load("saying_verbs")["phrases"]:
        words = frozenset(str(word).lower() for word in phrase["with"])
        found.setdefault(phrase["verb"], []).append((words, bool(phrase.get("reflexive"))))
    return {verb: tuple(entries) for verb, entries in found.items()}


@cache
def _phrases_with_content() -> frozenset[tuple[str, str]]:
    """(verb, word) pairs that attribute only with content of their own."""
    return frozenset(
        (phrase["verb"], str(word).lower())
        for phrase in load("saying_verbs")["phrases"]
        if phrase.get("content")
        for word in phrase["with"]
    )


_NEGATION_DENIES = frozenset(
    [
        "sagen",
        "äußern",
        "mitteilen",
        "bestätigen",
        "einräumen",
        "zugeben",
        "kommentieren",
        "erklären",
        "berichten",
        "nennen",
        "verraten",
        "bekanntgeben",
        "angeben",
        "preisgeben",
        "abgeben",
    ]
)
_WILLINGNESS = frozenset(["wollen", "mögen", "sollen", "dürfen"])
_NOT_REFLEXIVE = frozenset(
    [
        "melden",
        "erklären",
        "befinden",
        "erzählen",
        "versichern",
        "verteidigen",
        "verraten",
        "offenbaren",
        "bekennen",
        "schreiben",
        "informieren",
        "ergeben",
        "zeigen",
        "bestätigen",
        "begründen",
        "unterstellen",
        "ausschließen",
        "lohnen",
        "finden",
        "empfehlen",
        "nennen",
        "geben",
        "beziehen",
        "fragen",
        "verabschieden",
        "unterrichten",
    ]
)


def cue_of(doc: Doc, predicate: Predicate, masked: Collection[int] = frozenset()) -> Cue | None:
    """The cue that `predicate` is; None where it doesn't attribute.

    "ließ mitteilen", "musste einräumen" and "wusste zu berichten" attribute; "wollte nichts
    sagen" and "soll gesagt haben" don't.
    """
    if doc[predicate.finite].lemma_ == "sein":
        as_adjective = _phrase_entry(doc, replace(predicate, lemma="sein"), masked)
        if as_adjective is not None:
            return Cue(predicate, as_adjective, doc[predicate.finite].text)
    if predicate.voice is Voice.PASSIVE and predicate.lemma != "zitieren":
        return None
    if _is_claim(doc, predicate):
        return Cue(predicate, Reading.PHRASE, doc[predicate.finite].text)
    lemma = _german_spelling(predicate.lemma)
    if predicate.negated and lemma in _NEGATION_DENIES:
        return None
    if (
        predicate.voice is Voice.MODAL
        and predicate.modal in _WILLINGNESS
        and (predicate.negated or predicate.modal in ("sollen", "wollen"))
    ):
        return None
    text = cue_text(doc, predicate)
    if _is_other_sense(doc, predicate, lemma):
        return None
    tells = lemma in _verbs("tell") and not (predicate.reflexive and lemma in _NOT_REFLEXIVE)
    entry = None if tells else _phrase_entry(doc, predicate, masked)
    if entry is not None:
        refused = predicate.negated and _gives_no_word(doc, predicate)
        return None if refused else Cue(predicate, entry, text)
    if predicate.reflexive and lemma in _NOT_REFLEXIVE:
        return None
    if lemma in _verbs("reflexive_only") and not predicate.reflexive:
        return None
    if lemma in _verbs("tell"):
        return Cue(predicate, Reading.TELL, text)
    if lemma in _verbs("think"):
        return Cue(predicate, Reading.THINK, text)
    return None


def says_in_passive(doc: Doc, predicate: Predicate) -> bool:
    """Whether a passive tells what its agent says: "wurde von der Partei kritisiert"."""
    lemma = _german_spelling(predicate.lemma)
    if lemma not in _verbs("passive") or _is_other_sense(doc, predicate, lemma):
        return False
    return not (predicate.negated and lemma in _NEGATION_DENIES)


def _gives_no_word(doc: Doc, predicate: Predicate) -> bool:
    """Whether somebody declines to speak: "gab keine Erklärung ab", "nahm nicht Stellung"."""
    end = max(predicate.end, predicate.verb + 1)
    return any(
        t.text.lower() in ("erklärung", "stellung", "stellungnahme", "auskunft", "prognose")
        for t in doc[predicate.start : end]
    )


def _is_claim(doc: Doc, predicate: Predicate) -> bool:
    """Whether "wollen" with a past infinitive claims: "Zeugen wollen Schüsse gehört haben"."""
    if predicate.modal != "wollen" or predicate.mood is not Mood.INDICATIVE:
        return False
    end = max(predicate.end, predicate.verb + 2)
    return any(
        first.tag_ in ("VV(PP)", "VA(PP)") and second.text in ("haben", "sein")
        for first, second in pairwise(doc[predicate.finite + 1 : min(end, len(doc))])
    )


@cache
def _other_senses() -> dict[str, frozenset[str]]:
    return {
        entry["verb"]: frozenset(str(word).lower() for word in entry["with"])
        for entry in load("saying_verbs")["unless"]
    }


def _is_other_sense(doc: Doc, predicate: Predicate, lemma: str) -> bool:
    """Whether an object gives the verb a sense that is no speech: "verteidigte den Titel"."""
    words = _other_senses().get(lemma)
    if not words:
        return False
    end = max(predicate.end, predicate.verb + 1)
    return any(
        t.text.lower() in words or t.lemma_.lower() in words for t in doc[predicate.start : end]
    )


def _german_spelling(lemma: str) -> str:
    """The spelling with ß of a Swiss verb: "äussern" → "äußern"."""
    if "ss" in lemma:
        german = lemma.replace("ss", "ß")
        if german in _verbs("tell") | _verbs("think") or german in _phrases():
            return german
    return lemma


def cue_text(doc: Doc, predicate: Predicate) -> str:
    """The full verb as written, with its particle: "teilte mit"."""
    parts = [doc[predicate.verb].text]
    if predicate.particle is not None:
        parts.append(doc[predicate.particle].text)
    return " ".join(parts)


def _phrase_entry(doc: Doc, predicate: Predicate, masked: Collection[int]) -> Reading | None:
    lemma = _german_spelling(predicate.lemma)
    entries = _phrases().get(lemma, ())
    if predicate.particle is not None:
        entries += _phrases().get(doc[predicate.finite].lemma_, ())
    if not entries:
        return None
    far = max(predicate.end, predicate.verb + 1, (predicate.particle or 0) + 1)
    words = set()
    for i in range(predicate.start, min(far, len(doc))):
        if i in masked and doc[i].tag_ != "NN":
            continue
        words.add(doc[i].text.lower())
        words.add(doc[i].lemma_.lower())
        if doc[i].text == "für" and any(t.tag_ == "ADJ(D)" for t in doc[i + 1 : i + 3]):
            words.add("für+adj")  # "hält … für falsch", whatever the adjective
    if doc[predicate.opener].tag_ == "PRELS":
        # "Videos, die X veröffentlicht hat": the object stands before the relative clause.
        words.update(t.lemma_.lower() for t in doc[: predicate.opener] if t.tag_ == "NN")
    for wanted, reflexive in entries:
        if reflexive and not predicate.reflexive:
            continue
        if "*" in wanted:
            needs = (lemma, "*") in _phrases_with_content()
            return Reading.THINK if needs else Reading.PHRASE
        hits = [w for w in wanted if w in words or (" " in w and words.issuperset(w.split()))]
        if hits:
            verbs = (lemma, doc[predicate.finite].lemma_)
            content = _phrases_with_content()
            needs = all(any((v, hit) in content for v in verbs) for hit in hits)
            return Reading.THINK if needs else Reading.PHRASE
    return None
