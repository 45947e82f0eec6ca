"""Headlines are read from the text below: who speaks there speaks here."""

from __future__ import annotations

import pytest

from summarizer.extraction.sources import find_sources

CASES = [
    pytest.param(
        "Ministerin: Damm bleibt bis Mai gesperrt",
        ("Der Damm sei erst im Mai sicher, sagte Umweltministerin Uta Klein.",),
        {"Uta Klein": [0, 1]},
        id="an office",
    ),
    pytest.param(
        "Gewerkschaft droht mit Streik",
        ("Die Gewerkschaft Bau und Holz (GBH) droht mit einem Streik.",),
        {"Gewerkschaft Bau und Holz": [0, 1]},
        id="an institution in short",
    ),
    pytest.param(
        "Umfrage: Jeder Dritte fährt Rad",
        ("Laut einer Umfrage des Instituts Halmet fährt jeder Dritte Rad.",),
        {"Institut Halmet": [0, 1]},
        id="a survey",
    ),
    pytest.param(
        "Medien: Torwart wechselt nach Halden",
        ("Wie der „Rundblick“ berichtet, wechselt Torwart Ben Krause.",),
        {"Rundblick": [0, 1]},
        id="the media",
    ),
    pytest.param(
        "Gemeinderat Ober: Die neue Schule wird teurer",
        ("Das sagte Bürgermeister Karl Roth.",),
        {"Karl Roth": [1]},
        id="a place is no speaker",
    ),
    pytest.param(
        "Kino: „Der Sommer am See“",
        ("Der Film läuft ab Mai.",),
        {},
        id="a section is no speaker",
    ),
    pytest.param(
        "„Ich habe nie gezweifelt“",
        ("„Das war ein langer Weg“, sagt Hebamme Ilse Kern.", "Sie lacht."),
        {"Ilse Kern": [0, 1]},
        id="a quoted headline",
    ),
]


@pytest.mark.parametrize(("headline", "texts", "expected"), CASES)
def test_only_who_speaks_in_the_text_speaks_in_a_headline(article_of, headline, texts, expected):
    found = find_sources(article_of(headline, *texts, headings=[0]))
    assert {s.name: [x.sentence for x in s.statements] for s in found} == expected
