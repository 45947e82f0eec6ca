"""Phrases as a German grammar has them."""

from __future__ import annotations

import pytest

from bench.noun_phrases import Noun, contract, dative_plural

AUSBAU = Noun("Ausbau", "m", "s", adjective="neu")
STUDIE = Noun("Studie", "f", "", "Studien", adjective="neu")
AMT = Noun("Amt", "n", "es", "Ämter", adjective="neu")
PRAESIDENT = Noun("Präsident", "m", "en", "Präsidenten", adjective="neu")


@pytest.mark.parametrize(
    ("noun", "spec", "phrase"),
    [
        (AUSBAU, "der.nom", "der Ausbau"),
        (AUSBAU, "der.gen+", "des neuen Ausbaus"),
        (AUSBAU, "ein.nom+", "ein neuer Ausbau"),
        (AUSBAU, "ein.akk+", "einen neuen Ausbau"),
        (AUSBAU, "kein.dat+", "keinem neuen Ausbau"),
        (AUSBAU, "-.dat+", "neuem Ausbau"),
        (AUSBAU, "pron.akk", "den"),
        (STUDIE, "der.gen", "der Studie"),
        (STUDIE, "-.nom+", "neue Studie"),
        (STUDIE, "ein.dat+", "einer neuen Studie"),
        (STUDIE, "der.dat+pl", "den neuen Studien"),
        (STUDIE, "ein.nom+pl", "neue Studien"),
        (AMT, "der.akk+", "das neue Amt"),
        (AMT, "ein.akk+", "ein neues Amt"),
        (AMT, "-.gen", "Amtes"),
        (AMT, "der.datpl", "den Ämtern"),
        (PRAESIDENT, "der.akk", "den Präsidenten"),
        (PRAESIDENT, "der.gen+", "des neuen Präsidenten"),
        (PRAESIDENT, "der.nom", "der Präsident"),
    ],
)
def test_determiner_adjective_and_noun_agree(noun: Noun, spec: str, phrase: str) -> None:
    assert format(noun, spec) == phrase


@pytest.mark.parametrize(
    ("entry", "part", "nominative", "plural"),
    [
        ("Antrag m -s Anträge", "Bau", "Bauantrag", "Bauanträge"),
        ("Recht n -es Rechte", "E-Mail-", "E-Mail-Recht", "E-Mail-Rechte"),
        ("Mangel m -s", "Personal", "Personalmangel", ""),
    ],
)
def test_a_compound_keeps_the_grammar_of_its_last_part(
    entry: str, part: str, nominative: str, plural: str
) -> None:
    compound = Noun.parse(entry).with_first_part(part)
    assert (compound.word, compound.plural) == (nominative, plural)
    assert compound.gender == Noun.parse(entry).gender


@pytest.mark.parametrize(
    ("plural", "dative"), [("Kinder", "Kindern"), ("Fans", "Fans"), ("Stimmen", "Stimmen")]
)
def test_a_dative_plural_ends_in_n_or_s(plural: str, dative: str) -> None:
    assert dative_plural(plural) == dative


@pytest.mark.parametrize(
    ("text", "contracted"),
    [
        ("Der Weg zu dem Amt", "Der Weg zum Amt"),
        ("Zu der Studie", "Zur Studie"),
        ("Blick in das Amt an dem Markt", "Blick ins Amt am Markt"),
        ("das Haus, in dem sie wohnt", "das Haus, in dem sie wohnt"),
    ],
)
def test_preposition_and_article_are_joined_but_for_relative_pronouns(
    text: str, contracted: str
) -> None:
    assert contract(text) == contracted
