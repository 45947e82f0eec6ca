"""What is counted, in the form in which a table names it."""

from __future__ import annotations

import pytest

from summarizer.german.nominative import nominative


@pytest.mark.parametrize(
    ("label", "noun", "expected"),
    [
        ("Zuschauern", "Zuschauern", "Zuschauer"),
        ("Fällen", "Fällen", "Fälle"),
        ("Kindern", "Kindern", "Kinder"),
        ("Titeln", "Titeln", "Titel"),
        ("Arbeitsplätzen", "Arbeitsplätzen", "Arbeitsplätze"),
        ("Einsatzkräften", "Einsatzkräften", "Einsatzkräfte"),
        ("Feuerwehrleuten", "Feuerwehrleuten", "Feuerwehrleute"),
        ("Gebäuden", "Gebäuden", "Gebäude"),
        ("Toten", "Toten", "Tote"),
        ("Schwerverletzten", "Schwerverletzten", "Schwerverletzte"),
        ("Studierenden", "Studierenden", "Studierende"),
        ("Spieltagen", "Spieltagen", "Spieltage"),
        ("Zählern", "Zählern", "Zähler"),
        ("neuen Ständen", "Ständen", "neue Stände"),
        (
            "verletzten Zuschauern aus den Kurven",
            "Zuschauern",
            "verletzte Zuschauer aus den Kurven",
        ),
        ("nordfriesischer Fischer", "Fischer", "nordfriesische Fischer"),
        ("Online-Anhängern", "Anhängern", "Online-Anhänger"),
    ],
    ids=lambda value: value,
)
def test_what_is_counted_is_named_in_the_nominative(label: str, noun: str, expected: str) -> None:
    assert nominative(label, noun) == expected


@pytest.mark.parametrize(
    "word",
    [
        "Frauen", "Menschen", "Soldaten", "Steuern", "Krankenschwestern", "Bauern", "Zahlen",
        "Staaten", "Schulen", "Jungen", "Personen", "Firmen", "Autorinnen", "Mädchen",
        "Wochenenden", "Verfahren", "Wagen", "Nummern", "Kartoffeln", "Straftaten", "Bewegungen",
        "Professoren",
        "Besucher", "Tote", "Autos", "Fälle", "Namen", "Betten", "Polizisten", "Stunden", "Türen",
    ],
)  # fmt: skip
def test_a_plural_that_has_its_n_in_every_case_keeps_it(word: str) -> None:
    assert nominative(word, word) == word


def test_a_label_without_its_noun_stays_as_it_is() -> None:
    assert nominative("der Aussteller", "Prozent") == "der Aussteller"
    assert nominative("", "") == ""


def test_what_is_no_adjective_stays_as_it_is() -> None:
    assert nominative("weniger Stellen", "Stellen") == "weniger Stellen"
    assert nominative("Berliner Schulen", "Schulen") == "Berliner Schulen"
