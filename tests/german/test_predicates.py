"""Verb complexes: particle, voice, mood, clause."""

from __future__ import annotations

import pytest

from summarizer.german.pipeline import pipeline
from summarizer.german.predicates import Mood, Predicate, Voice, find_predicates


def only(text: str) -> Predicate:
    (predicate,) = find_predicates(pipeline()(text))
    return predicate


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Die Polizei teilte die Zahl am Montag mit.", "mitteilen"),
        ("Die Polizei hat die Zahl mitgeteilt.", "mitteilen"),
        ("Der Bund kündigte Hilfe an.", "ankündigen"),
        ("Er musste Fehler einräumen.", "einräumen"),
        ("Sie ließ ihren Rücktritt mitteilen.", "mitteilen"),
        ("Das weist die Firma zurück.", "zurückweisen"),
    ],
)
def test_a_split_verb_is_put_together(text, lemma):
    assert only(text).lemma == lemma


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Er sagte nichts.", Voice.ACTIVE),
        ("Er hat nichts gesagt.", Voice.ACTIVE),
        ("Er wird oft zitiert.", Voice.PASSIVE),
        ("Der Ort wurde geräumt.", Voice.PASSIVE),
        ("Er muss Fehler einräumen.", Voice.MODAL),
        ("Sie ließ Fehler einräumen.", Voice.CAUSED),
    ],
)
def test_voice(text, voice):
    assert only(text).voice is voice


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Er sei krank.", Mood.SUBJUNCTIVE_1),
        ("Er habe Fieber.", Mood.SUBJUNCTIVE_1),
        ("Er müsse gehen.", Mood.SUBJUNCTIVE_1),
        ("Er gehe bald.", Mood.SUBJUNCTIVE_1),
        ("Sie wären krank.", Mood.SUBJUNCTIVE_2),
        ("Er ist krank.", Mood.INDICATIVE),
        ("Er hatte Fieber.", Mood.INDICATIVE),
        ("Er sagte nichts.", Mood.INDICATIVE),
        ("Er wollte gehen.", Mood.INDICATIVE),
    ],
)
def test_mood_is_read_from_the_form(text, mood):
    assert only(text).mood is mood


def test_a_subordinate_clause_has_its_verb_last():
    main, side = find_predicates(pipeline()("Es regnet, wie der Wetterdienst mitteilte."))
    assert not main.verb_last
    assert side.verb_last


def test_verbs_joined_in_a_clause_are_apart():
    text = "Es brennt, wie die Polizei (Nord) mitteilte und der Sender berichtet."
    predicates = find_predicates(pipeline()(text))
    assert [p.lemma for p in predicates] == ["brennen", "mitteilen", "berichten"]
    assert predicates[2].shared


@pytest.mark.parametrize(
    ("text", "negated"), [("Er sagte nichts.", True), ("Keiner kam.", True), ("Er kam.", False)]
)
def test_negation(text, negated):
    assert only(text).negated is negated


def test_masked_words_are_left_out():
    doc = pipeline()("Er sagte, es regnet.")
    assert len(find_predicates(doc)) == 2
    assert len(find_predicates(doc, frozenset({4}))) == 1
