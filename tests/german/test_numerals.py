"""Numerals: digits in German notation, number words, and numbers in compound words."""

from __future__ import annotations

import pytest

from summarizer.german.numerals import exact, parse_compound, parse_digits, parse_word
from summarizer.german.qualifiers import Meaning, meanings
from summarizer.german.units import find_unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9113", 9113),
        ("10.000", 10_000),
        ("10 000", 10_000),
        ("10\N{NO-BREAK SPACE}000", 10_000),
        ("10\N{NARROW NO-BREAK SPACE}000", 10_000),
        ("10\N{THIN SPACE}000", 10_000),
        ("10'000", 10_000),
        ("1.234,56", 1234.56),
        ("3,5", 3.5),
        ("0,25", 0.25),
        ("-12", -12),
        ("1½", 1.5),
        ("60.0000", 60_000),
        ("1,234,567", 1_234_567),
    ],
)
def test_digits_are_read_in_german_notation(text: str, value: float) -> None:
    digits = parse_digits(text)

    assert digits is not None
    assert exact(digits.value) == value


@pytest.mark.parametrize("text", ["", "05", "0800", "1.2.3", "12.34.5", "1..2", "--5", "9" * 40])
def test_other_digits_are_no_amount(text: str) -> None:
    assert parse_digits(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zwei", 2),
        ("Zwölf", 12),
        ("zweiundzwanzig", 22),
        ("dreissig", 30),
        ("fuenf", 5),
        ("anderthalb", 1.5),
        ("zweieinhalb", 2.5),
        ("hunderttausend", 100_000),
        ("zweier", 2),
        ("Fünfen", 5),
    ],
)
def test_number_words_have_a_value(text: str, value: float) -> None:
    number = parse_word(text)

    assert number is not None
    assert exact(number) == value


@pytest.mark.parametrize(
    "text", ["ein", "eine", "eins", "einer", "beide", "zweite", "achten", "Zweier", "Elfmeter", ""]
)
def test_articles_ordinals_and_other_words_are_no_numbers(text: str) -> None:
    assert parse_word(text) is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "numeral"),
    [
        ("92-fachen", 92, "times", "92-fachen"),
        ("dreitägigen", 3, "duration-day", "dreitägigen"),
        ("15-sekündigen", 15, "duration-second", "15-sekündigen"),
        ("zweistündig", 2, "duration-hour", "zweistündig"),
        ("halbstündige", 0.5, "duration-hour", "halbstündige"),
        ("50-Prozent-Anteil", 50, "percent", "50"),
        ("37-Monatstief", 37, "duration-month", "37"),
        ("Dreijahresvertrag", 3, "duration-year", "Dreijahresvertrag"),
        ("fünfköpfige", 5, "count", "fünfköpfige"),
        ("10-Milliarden-Euro-Marke", 10_000_000_000, "EUR", "10-Milliarden"),
        ("2000-Einwohner-Gemeinde", 2000, "count", "2000"),
        ("dreimal", 3, "times", "dreimal"),
    ],
)
def test_a_compound_has_a_number(text: str, value: float, unit: str, numeral: str) -> None:
    compound = parse_compound(text)

    assert compound is not None
    assert (exact(compound.value), compound.unit, compound.numeral) == (value, unit, numeral)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "verdoppelt",
            "einsitzig",
            "Ein-Mann-Band",
            "18-Jährige",
            "Zwanzigjährige",
            "Zweitligist",
        ),
        *("zweistellig", "dreidimensional", "Achtelfinale", "Zehnkampf", "mehrtägig", "vielfach"),
        *(
            "Dreitagebart",
            "Elfmeterschießen",
            "Vier-Augen-Gespräch",
            "2-G-Regel",
            "Zwei-Drittel-Mehrheit",
            "80er-Jahre",
        ),
    ],
)
def test_other_compounds_have_none(text: str) -> None:
    assert parse_compound(text) is None


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Kilometern", "length-kilometer"),
        ("Höhenmeter", "length-meter"),
        ("Tagen", "duration-day"),
        ("km/h", "speed-kilometer-per-hour"),
        ("Stundenkilometer", "speed-kilometer-per-hour"),
        ("Grad Celsius", "temperature-celsius"),
        ("Prozentpunkte", "percentage-point"),
        ("%", "percent"),
        ("US-Dollar", "USD"),
        ("Dollar", "USD"),
        ("Schwedische Kronen", "SEK"),
        ("Schweizer Franken", "CHF"),
        ("€", "EUR"),
        ("Cent", None),
    ],
)
def test_units_and_currencies_have_their_international_id(name: str, unit: str | None) -> None:
    found = find_unit(name)

    assert found is not None
    assert found.id == unit


@pytest.mark.parametrize("name", ["in", "T", "M", "Punkte", "Thermometer", "Feiertage", "Soldaten"])
def test_other_words_are_no_units(name: str) -> None:
    assert find_unit(name) is None


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("rund", (Meaning.APPROXIMATELY,)),
        ("Bis zu", (Meaning.AT_MOST,)),
        ("insgesamt mehr als", (Meaning.TOTAL, Meaning.MORE_THAN)),
        ("fast", (Meaning.ALMOST,)),
        ("gutes", (Meaning.SLIGHTLY_MORE,)),
        ("blau", ()),
    ],
)
def test_a_qualifier_has_a_meaning(qualifier: str, expected: tuple[Meaning, ...]) -> None:
    assert meanings(qualifier) == expected
