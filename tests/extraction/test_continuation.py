"""Speech that runs on without a word of saying: surveys, demands, quotations without marks."""

# ruff: noqa: E501 (tables of whole sentences)
from __future__ import annotations

import pytest

from summarizer.extraction.sources import find_sources

CASES = [
    pytest.param(
        (
            "Laut einer Umfrage des Verbands Nordkom will jeder Dritte umziehen.",
            "Weitere 40 Prozent denken darüber nach.",
            "Am Montag beginnt in Halden eine Messe.",
        ),
        {0: True, 1: True, 2: False},
        id="a survey's shares",
    ),
    pytest.param(
        (
            "Die Mieten steigen einer Umfrage zufolge weiter.",
            "Das ergab eine Befragung des Instituts Forsa.",
        ),
        {0: True, 1: True},
        id="a survey named in the next sentence",
    ),
    pytest.param(
        (
            "Die Gewerkschaft fordert mehr Personal.",
            "Überstunden sollen künftig bezahlt werden.",
            "Am Freitag wird gestreikt.",
        ),
        {0: True, 1: True, 2: False},
        id="a demand that goes on",
    ),
    pytest.param(
        (
            "Die Polizei teilte den Unfall mit.",
            "Am Wochenende sollen zwei Straßen gesperrt werden.",
        ),
        {0: True, 1: False},
        id="no demand before",
    ),
    pytest.param(
        (
            "Halden verlor 0:3.",
            "Wir waren zu langsam.",
            "Ich übernehme die Verantwortung, sagte Trainer Udo Brand.",
        ),
        {0: False, 1: True, 2: True},
        id="a quotation without marks before its speaker",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_speech_runs_on_where_the_form_says_so(article_of, texts, expected):
    said = {x.sentence for s in find_sources(article_of(*texts)) for x in s.statements}
    assert {n: n in said for n in expected} == expected


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (
            ("Ihre Daten seien sicher, hieß es in einer Mitteilung der Klinik Halden.",),
            ["Klinik Halden"],
        ),
        (("Das zeigen Zahlen des Statistischen Bundesamts.",), ["Statistisches Bundesamt"]),
        (
            (
                "Der Digitalverband Nordkom warnt vor Betrug.",
                "Nordkom zufolge fehlen Fachleute.",
            ),
            ["Digitalverband Nordkom"],
        ),
        (
            (
                "Ein Sprecher nannte das Feuer gewaltig.",
                "Es brenne noch, sagte der Feuerwehrsprecher.",
            ),
            ["Feuerwehrsprecher"],
        ),
        (
            (
                "Komiker Udo Brand und seine Frau Christiane Wald leben in Halden.",
                "„Wir sind glücklich“, sagte die 57-Jährige.",
                "„Sehr sogar“, sagte sie.",
            ),
            ["Christiane Wald"],
        ),
        (("Nach Informationen dieser Zeitung tritt der Minister zurück.",), []),
        (("Laut Gesetz gilt eine Frist von 30 Tagen.",), []),
        (("Die Staatsanwaltschaft gab keine Erklärung ab.",), []),
        (("Anwohnern zufolge war ein Knall zu hören.",), ["Anwohner"]),
        (("Nach dpa-Informationen will die Ministerin gehen.",), ["dpa"]),
        (("Bei den Gewerkschaften stößt der Plan auf Kritik.",), ["Gewerkschaften"]),
        (
            ("Groß war die Freude bei Trainerin Mara Sommer: „Das war unser bestes Spiel.“",),
            ["Mara Sommer"],
        ),
        (
            ("Solvia, einer der größten Hersteller von Batterien, kündigte Entlassungen an.",),
            ["Solvia"],
        ),
        (
            ("Parteichefin Ina Ott – der ein Verfahren droht – wies die Vorwürfe zurück.",),
            ["Ina Ott"],
        ),
        (("Das Team um Forscherin Lisa Thoma vermutet ein Virus.",), ["Team um Forscherin Lisa Thoma"]),
        (("Aus Parteikreisen erfuhr die dpa, dass der Minister geht.",), ["Parteikreise"]),
        (("Im Rat warb der Bürgermeister für den Neubau.",), []),
        (("Im Rat sprach sich der Bürgermeister für den Neubau aus.",), ["Bürgermeister"]),
    ],
    ids=[
        "a statement's author", "figures' author", "a name explained elsewhere", "a longer noun",
        "an age by the sex", "the paper itself", "a law", "no explanation", "dative plural",
        "an agency in a compound", "met with", "the one person before a colon", "an apposition",
        "between dashes", "a team", "heard from", "no attribute: werben", "no attribute: sprechen",
    ],
)  # fmt: skip
def test_who_speaks_is_named_as_an_editor_would(article_of, texts, names):
    assert [s.name for s in find_sources(article_of(*texts))] == names
