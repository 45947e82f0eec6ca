"""Figures in the reader's notation, from the value and never from a translation."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from babel import Locale

from summarizer.publishing.amounts import amount
from summarizer.publishing.wording import wording
from summarizer.summary import (
    Edition,
    Figure,
    FigureKind,
    SegmentKind,
    Translation,
    TranslationState,
)

QUALIFIERS = {
    "bis zu": "up to", "fast": "almost", "rund": "around", "oder mehr": "or more",
    "Hunderte": "hundreds",
}  # fmt: skip


def shown(
    newsroom: ModuleType, surface: str, value: float | None, language: str = "en", **more: Any
) -> str:
    figure = Figure(
        **({"sentence": 0, "surface": surface, "value": value, "start": 0, "noun": "Dinge",
            "kind": FigureKind.COUNT} | more)
    )  # fmt: skip
    edition = Edition(
        language=language,
        summary=newsroom.harbour(),
        translations={
            SegmentKind.AMOUNT: {
                german: Translation(text=english, state=TranslationState.GLOSSARY)
                for german, english in QUALIFIERS.items()
            },
            SegmentKind.LABEL: {"Cent": Translation(text="cents", state=TranslationState.GLOSSARY)},
        },
    )
    locale = Locale.parse({"en": "en_GB"}.get(language, language))
    return amount(figure, edition, locale, wording(language)).text


MONEY = {"kind": FigureKind.MONEY, "unit": "EUR", "noun": "Euro"}
PERCENT = {"kind": FigureKind.PERCENT, "unit": "percent", "noun": "Prozent"}


@pytest.mark.parametrize(
    ("surface", "value", "more", "expected"),
    [
        ("1.500", 1500, {}, "1,500"),
        ("bis zu 10.000", 10000, {"qualifier": "bis zu"}, "up to 10,000"),
        ("fast 11.000", 11000, {"qualifier": "fast"}, "almost 11,000"),
        ("100 oder mehr", 100, {"qualifier": "oder mehr"}, "100 or more"),
        ("acht Millionen", 8_000_000, {}, "8 million"),
        ("8.000.000", 8_000_000.0, {}, "8 million"),
        ("1.234.567", 1_234_567, {}, "1,234,567"),
        ("1,25 Milliarden", 1_250_000_000, {}, "1.25 billion"),
        ("2 bis 3 Millionen", 2_000_000, {"value_max": 3_000_000}, "2–3 million"),
        ("900.000 bis 1,2 Millionen", 900_000, {"value_max": 1_200_000}, "900,000–1.2 million"),
        ("anderthalb", 1.5, {}, "1.5"),
        ("Hunderte", None, {}, "hundreds"),
        ("3,5 Milliarden", 3_500_000_000, MONEY, "3.5 billion euros"),
        ("1", 1, MONEY, "1 euro"),
        ("2,50", 2.5, MONEY, "2.50 euros"),
        ("70", 70, MONEY | {"unit": "USD", "noun": "Dollar"}, "70 US dollars"),
        ("6,5", 6.5, PERCENT, "6.5%"),
        ("0,125", 0.125, PERCENT, "0.125%"),
        ("20 bis 30", 20, PERCENT | {"value_max": 30}, "20–30%"),
        ("1", 1, PERCENT | {"unit": "percentage-point"}, "1 percentage point"),
        ("2,5", 2.5, PERCENT | {"unit": "percentage-point"}, "2.5 percentage points"),
        ("2", 2, {"kind": "measure", "unit": "length-kilometer"}, "2 kilometres"),
        ("ein", 1, {"kind": "duration", "unit": "duration-day"}, "1 day"),
        ("20 bis 30", 20, {"kind": "duration", "unit": "duration-hour", "value_max": 30},
         "20–30 hours"),
        ("30", 30, {"kind": "measure", "unit": "temperature-celsius"}, "30 degrees Celsius"),
        ("35", 35, {"kind": "measure", "unit": "temperature-generic"}, "35°"),
        ("2 Millionen", 2_000_000, {"kind": "measure", "unit": "mass-tonne"}, "2 million tonnes"),
        ("7", 7, {"kind": "measure", "unit": "furlong-of-nowhere"}, "7"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_an_english_page_shows_the_value_as_english_writes_it(
    newsroom: ModuleType, surface: str, value: float | None, more: dict[str, Any], expected: str
) -> None:
    assert shown(newsroom, surface, value, **more).replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("surface", "value", "more", "expected"),
    [
        ("bis zu 10.000", 10000, {"qualifier": "bis zu"}, "bis zu 10.000"),
        ("acht Millionen", 8_000_000, {}, "acht Millionen"),
        ("3,5 Milliarden", 3_500_000_000, MONEY, "3,5 Milliarden Euro"),
        ("20 bis 30", 20, PERCENT | {"value_max": 30}, "20 bis 30 Prozent"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_german_page_shows_the_figure_as_the_article_writes_it(
    newsroom: ModuleType, surface: str, value: float, more: dict[str, Any], expected: str
) -> None:
    assert shown(newsroom, surface, value, "de", **more) == expected


def test_a_qualifier_without_a_translation_is_shown_in_german_and_marked(
    newsroom: ModuleType,
) -> None:
    figure = Figure(
        sentence=0,
        surface="schier 40",
        value=40,
        qualifier="schier",
        kind=FigureKind.COUNT,
        start=0,
    )
    edition = Edition(language="en", summary=newsroom.harbour())
    parts = amount(figure, edition, Locale.parse("en_GB"), wording("en")).parts
    assert [(part.text, part.state) for part in parts] == [
        ("schier", TranslationState.PENDING),
        ("40", TranslationState.GLOSSARY),
    ]


@pytest.mark.parametrize(
    ("surface", "value", "german", "english"),
    [
        ("ein Drittel", 33.33, "ein Drittel", "a third"),
        ("zwei Drittel", 66.67, "zwei Drittel", "two thirds"),
        ("rund die Hälfte", 50, "rund die Hälfte", "around half"),
        ("drei Viertel", 75, "drei Viertel", "three quarters"),
        ("drei Siebtel", 42.86, "drei Siebtel", "42.86%"),
    ],
)
def test_a_share_in_words_stays_in_words(
    newsroom: ModuleType, surface: str, value: float, german: str, english: str
) -> None:
    share = {"kind": "percent", "unit": "percent", "noun": "Mitglieder", "label": "Mitglieder"}
    qualifier = {"qualifier": "rund"} if surface.startswith("rund") else {}
    assert shown(newsroom, surface, value, "de", **share) == german
    assert shown(newsroom, surface, value, **(share | qualifier)) == english


def test_money_without_a_code_has_its_name_in_the_readers_language(newsroom: ModuleType) -> None:
    cents = {"kind": "money", "noun": "Cent", "label": "Cent"}
    assert shown(newsroom, "2,3", 2.3, "de", **cents) == "2,3 Cent"
    assert shown(newsroom, "2,3", 2.3, **cents) == "2.3 cents"


def test_a_unit_keeps_the_words_before_it_in_german(newsroom: ModuleType) -> None:
    hours = {"kind": "duration", "unit": "duration-hour", "noun": "Stunden"}
    assert shown(newsroom, "drei", 3, "de", label="volle Stunden", **hours) == "drei volle Stunden"
    assert shown(newsroom, "drei", 3, "de", label="Stunden Fahrt", **hours) == "drei Stunden"


def test_what_is_counted_is_not_taken_for_a_unit(newsroom: ModuleType) -> None:
    talks = {"kind": "duration", "unit": "duration-day", "noun": "Gespräche", "label": "Gespräche"}
    assert shown(newsroom, "viertägige", 4, "de", **talks) == "viertägige"
    assert shown(newsroom, "viertägige", 4, **talks) == "4 days"
