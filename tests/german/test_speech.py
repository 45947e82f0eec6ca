"""Verbs of saying and their readings."""

from __future__ import annotations

import pytest

from summarizer.german.lexicon import load
from summarizer.german.pipeline import pipeline
from summarizer.german.predicates import find_predicates
from summarizer.german.speech import Reading, cue_of


def readings(text: str) -> list[Reading]:
    doc = pipeline()(text)
    cues = [cue_of(doc, predicate) for predicate in find_predicates(doc)]
    return [cue.reading for cue in cues if cue is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte alles.",
        "Der Bund teilte das mit.",
        "Der Konzern räumte Fehler ein.",
        "Der Klub musste Fehler einräumen.",
        "Die Chefin ließ ihren Rücktritt mitteilen.",
        "Die Opposition warf dem Kanzler Untätigkeit vor.",
        "Der Bund rief zur Vorsicht auf.",
        "Er wird mit klaren Worten zitiert.",
        "Der Trainer äusserte sich zufrieden.",
    ],
)
def test_verbs_of_telling_attribute(text):
    assert readings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt sprach von einem Erfolg.",
        "Die Firma machte das Wetter verantwortlich.",
        "Der Chef zeigte sich zuversichtlich.",
        "Die Partei übte Kritik.",
        "Der Rat sprach sich dafür aus.",
    ],
)
def test_fixed_phrases_attribute(text):
    assert readings(text) == [Reading.PHRASE]


@pytest.mark.parametrize(
    "text",
    [
        "Der Meister verteidigte den Titel.",
        "Das Unwetter forderte zwei Todesopfer.",
        "Die Läuferin schrieb Geschichte.",
        "Die Nachbarin klagte vor Gericht.",
        "Das Museum verlangt zehn Euro Eintritt.",
    ],
)
def test_other_senses_do_not(text):
    assert readings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister wollte nichts sagen.",
        "Die Firma bestätigte das nicht.",
        "Er soll alles gesagt haben.",
        "Der Mann meldete sich.",
        "Der Fall wurde gemeldet.",
        "Die Firma baut Maschinen.",
    ],
)
def test_silence_rumour_and_mere_acts_do_not(text):
    assert readings(text) == []


def test_every_verb_of_the_lexicon_stands_in_one_group_only():
    lexicon = load("saying_verbs")
    assert not set(lexicon["tell"]) & set(lexicon["think"])
    for group in ("tell", "think"):
        assert len(lexicon[group]) == len(set(lexicon[group]))
        assert all(verb == verb.lower() and verb.endswith("n") for verb in lexicon[group])
