"""Noun phrases as mentions of speakers."""

from __future__ import annotations

import pytest

from summarizer.german.phrase import Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.pipeline import pipeline
from summarizer.summary import SourceKind


def first(text: str, at: int = 0, names: frozenset[str] = frozenset()) -> Phrase:
    phrase = phrase_at(pipeline()(text), at, names)
    assert phrase is not None
    return phrase


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Karl Muster sagte", "Karl Muster", ""),
        ("Innenministerin Sara Lind sagte", "Sara Lind", "Innenministerin"),
        ("Der türkische Präsident Emre Aksoy sagte", "Emre Aksoy", "türkischer Präsident"),
        ("Dem türkischen Präsidenten Emre Aksoy zufolge", "Emre Aksoy", "türkischer Präsident"),
        (
            "Der Beauftragte der Stadt Ulrich Wagner sagte",
            "Ulrich Wagner",
            "Beauftragter der Stadt",
        ),
        ("Petro Malyk, der Chef des Hafenamts, sagte", "Petro Malyk", "Chef des Hafenamts"),
        ("Der Leiter des Hafenamts, Petro Malyk, sagte", "Petro Malyk", "Leiter des Hafenamts"),
        ("Der Fraktionschef, Malyk, sagte", "Malyk", "Fraktionschef"),
        ("Sängerin und Autorin Mira Tann sagte", "Mira Tann", "Sängerin und Autorin"),
        (
            "Karl Muster, 47, Gründer der Firma Novatek, sagte",
            "Karl Muster",
            "Gründer der Firma Novatek",
        ),
        ("Die Forscherin Ines Wald erklärte", "Ines Wald", "Forscherin"),
        ("Das Portal „Halden heute“ meldete", "Halden heute", "Portal"),
        ("Hans von Bergen sagte", "Hans von Bergen", ""),
        ("Die Polizei sagte", "", "Polizei"),
        ("Das 43 Jahre alte Haus brannte", "", "Haus"),
    ],
)
def test_name_and_role_are_told_apart(text, name, label):
    phrase = first(text)
    assert (phrase.name, phrase.label) == (name, label)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Polizeisprecher", SourceKind.PERSON),
        ("Das Landesamt", SourceKind.ORGANISATION),
        ("Die Tageszeitung", SourceKind.MEDIA),
        ("Das Gutachten", SourceKind.DOCUMENT),
        ("Die Augenzeugen", SourceKind.GROUP),
        ("Der SV Halden", SourceKind.ORGANISATION),
        ("Das Weiße Haus", SourceKind.ORGANISATION),
        ("Der Regen", None),
    ],
)
def test_a_phrase_has_the_kind_of_its_noun_or_name(text, kind):
    assert first(text).kind is kind


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("Der Minister", True),
        ("Der Ministerin", False),
        ("Der Polizei", False),
        ("Der neuen Leitung", False),
        ("Die Polizei", True),
        ("Dem Minister", False),
        ("Den Minister", False),
        ("Eines Ministers", False),
        ("Ein Minister", True),
        ("Ihm", False),
        ("Er", True),
    ],
)
def test_case_shows_in_article_adjective_and_gender(text, nominative):
    assert first(text).nominative is nominative


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Mehrere Zeugen", True),
        ("Drei Frauen", True),
        ("Die alten Leute", True),
        ("Der Zeuge", False),
        ("Karl Muster", False),
    ],
)
def test_number_shows_in_article_and_ending(text, plural):
    assert first(text).plural is plural


def test_brackets_belong_to_the_phrase():
    phrase = first("Der Geheimdienst (KAPO) sagte")
    assert phrase.abbreviation == "KAPO"
    assert phrase.end == 5


def test_an_age_in_brackets_is_no_abbreviation():
    assert first("Karl Muster (32) sagte").abbreviation == ""


def test_a_genitive_names_the_owner():
    assert first("Malyks Büro sagte").owner == "Malyks"
    assert first("Aufnahmen des ZDF zeigen").owner == "ZDF"


def test_a_surname_that_the_tagger_takes_for_a_noun_is_known_from_the_article():
    assert first("Wolf sagte", names=frozenset({"Wolf"})).name == "Wolf"


def test_a_participle_between_article_and_noun_is_skipped():
    phrase = first("Der in Halden lebende Autor Jan Pohl sagte")
    assert phrase.name == "Jan Pohl"


@pytest.mark.parametrize("text", ["sagte er", "und dann", "schnell", "mit dem Minister"])
def test_no_phrase_starts_elsewhere(text):
    assert phrase_at(pipeline()(text), 0) is None
