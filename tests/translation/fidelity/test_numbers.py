"""Numbers, dates and times have the same value in both languages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from summarizer.translation.fidelity import check
from summarizer.translation.fidelity.english_numbers import read_english
from summarizer.translation.fidelity.german_numbers import read_german
from summarizer.translation.fidelity.numbers import check_numbers
from summarizer.translation.fidelity.pair import Pair
from summarizer.translation.glossary import load

GLOSSARY = load(Path(__file__).parents[3] / "glossary", "de", "en")


def findings(german: str, english: str) -> list[str]:
    return [f.detail for f in check_numbers(Pair(german, english, GLOSSARY))]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Der Preis stieg um ein Viertel auf 20 Euro.", "The price rose by a quarter to 20 euros."),
        ("Der Preis stieg um ein Viertel.", "The price rose by 25 percent."),
        ("Das Viertel ist beliebt.", "The district is popular."),
        ("Die erste Hälfte war schwach.", "The first period was weak."),
        ("Die Hälfte der Wähler blieb daheim.", "Half of the voters stayed at home."),
        ("Die Zahl ist um die Hälfte gesunken.", "The number has halved."),
        ("Rund drei Viertel stimmten zu.", "Around three quarters agreed."),
        ("Jeder Zweite stimmte zu.", "One in two agreed."),
        ("Um viertel vor drei ging er.", "He left at a quarter to three."),
        ("Es kamen 10.000 Menschen.", "10,000 people came."),
        ("Es kamen 10 000 Menschen.", "10,000 people came."),
        ("Es kamen 12.000 Menschen.", "Twelve thousand people came."),
        ("Der Bau kostet 3,5 Milliarden Euro.", "Construction costs 3.5 billion euros."),
        ("Der Bau kostet 3,5 Milliarden Euro.", "Construction costs €3.5bn."),
        ("Der Bau kostet 3,5 Mrd. Euro.", "Construction costs 3,500,000,000 euros."),
        ("Acht Millionen Granaten wurden geliefert.", "Eight million shells were delivered."),
        ("Acht Millionen Granaten wurden geliefert.", "8 million shells were delivered."),
        ("Die Schulden betragen zwei Billionen Dollar.", "The debt is two trillion dollars."),
        ("Anderthalb Stunden dauerte es.", "It took one and a half hours."),
        ("Anderthalb Stunden dauerte es.", "It took 1.5 hours."),
        ("Ein Dutzend Schafe lief davon.", "A dozen sheep ran away."),
        ("Zwei Dutzend Schafe liefen davon.", "Two dozen sheep ran away."),
        ("Zwei Dutzend Schafe liefen davon.", "24 sheep ran away."),
        ("Dutzende Schafe liefen davon.", "Dozens of sheep ran away."),
        ("Zehntausende demonstrierten.", "Tens of thousands demonstrated."),
        ("Eine halbe Million Menschen floh.", "Half a million people fled."),
        ("Zwei Drittel stimmten zu.", "Two thirds agreed."),
        ("Ein Drittel stimmte zu.", "A third agreed."),
        ("Die Hälfte stimmte zu.", "Half agreed."),
        ("Um 14.13 Uhr kam der Anruf.", "The call came at 2:13 pm."),
        ("Um 14.13 Uhr kam der Anruf.", "The call came at 14:13."),
        ("Um 20 Uhr schließt das Lokal.", "The pub closes at 8 p.m."),
        ("Um 20 Uhr schließt das Lokal.", "The pub closes at 8 o'clock."),
        ("Um 2 Uhr schließt das Lokal.", "The pub closes at 2 am."),
        ("Um 0 Uhr schließt das Lokal.", "The pub closes at midnight."),
        ("Um halb drei schließt das Lokal.", "The pub closes at half past two."),
        ("Am 1. November beginnt die Frist.", "The deadline starts on 1 November."),
        ("Am 1. November beginnt die Frist.", "The deadline starts on November 1st."),
        ("Am 4.5.2018 begann die Frist.", "The deadline started on May 4, 2018."),
        ("Am 04.05.2018 begann die Frist.", "The deadline started on 04/05/2018."),
        ("Die Saison 2017/18 war gut.", "The 2017/18 season was good."),
        ("Die Saison 2017/18 war gut.", "The 2017-2018 season was good."),
        ("In den 1990er Jahren war das anders.", "That was different in the 1990s."),
        ("In den 90er Jahren war das anders.", "That was different in the nineties."),
        ("Der 32-Jährige wurde verletzt.", "The 32-year-old was injured."),
        ("Die dreitägige Konferenz endet.", "The three-day conference ends."),
        ("Das Team gewann 2:1.", "The team won 2-1."),
        ("Zweimal fiel der Strom aus.", "The power failed twice."),
        ("Beide Parteien stimmten zu.", "Both parties agreed."),
        ("Sie wurde zum dritten Mal gewählt.", "She was elected for the third time."),
        ("Zwischen 20 und 30 Prozent fehlen.", "Between 20 and 30 percent are missing."),
        ("Im Mai wird gewählt.", "Elections are in May."),
        ("Das mag sein.", "That may be."),
        ("Sie wählte einfach eine andere.", "She simply chose another one."),
        ("Der Zug fährt am Montag ab.", "The train leaves on Monday."),
    ],
)
def test_the_same_value_in_another_notation_is_the_same(german: str, english: str) -> None:
    assert findings(german, english) == []


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Der Preis stieg um ein Viertel auf 20 Euro.", "The price rose to 20 euros."),
        ("Der Preis stieg um ein Viertel.", "The price rose by a third."),
        ("Die Hälfte der Wähler blieb daheim.", "The voters stayed at home."),
        ("Rund drei Viertel stimmten zu.", "Around three agreed."),
        ("Ein Fünftel fehlte.", "Some were missing."),
        ("Jeder Zweite stimmte zu.", "Everyone agreed."),
        ("Um 10 Uhr begann es.", "It began at 70 am."),
        ("Es kamen 10.000 Menschen.", "1,000 people came."),
        ("Es kamen 10.000 Menschen.", "10.000 people came."),
        ("Es kamen 10.000 Menschen.", "People came."),
        ("Es kamen Menschen.", "10,000 people came."),
        ("Der Bau kostet 3,5 Milliarden Euro.", "Construction costs 3.5 million euros."),
        ("Der Bau kostet 3,5 Milliarden Euro.", "Construction costs 35 billion euros."),
        ("Der Bau kostet 3,5 Milliarden Euro.", "Construction costs 3,5 billion euros."),
        ("Zwei Billionen Dollar fehlen.", "Two billion dollars are missing."),
        ("Acht Granaten wurden geliefert.", "Nine shells were delivered."),
        ("Zwei Drittel stimmten zu.", "Three quarters agreed."),
        ("Um 14.13 Uhr kam der Anruf.", "The call came at 2:13 am."),
        ("Um 14.13 Uhr kam der Anruf.", "The call came at 2:31 pm."),
        ("Am 1. November beginnt die Frist.", "The deadline starts on 1 December."),
        ("Am 1. November beginnt die Frist.", "The deadline starts on 2 November."),
        ("Der Zug fährt am Montag ab.", "The train leaves on Tuesday."),
        ("Hunderte kamen.", "Thousands came."),
        ("Das Team gewann 2:1.", "The team won 3-1."),
        ("Das Paar heiratete zwei Jahre später.", "The couple married years later."),
        ("Von 5 Booten sanken 10 Prozent.", "Of 10 boats 10 percent sank."),
    ],
)
def test_another_value_is_found(german: str, english: str) -> None:
    assert findings(german, english)


def test_a_finding_names_the_number_and_the_side() -> None:
    assert findings("Es kamen 10.000.", "1,000 came.") == [
        "“10.000” is missing in the translation",
        "“1,000” is not in the German",
    ]


numbers = st.integers(2, 10**9) | st.decimals(2, 10**6, places=1, allow_nan=False)


@given(numbers)
def test_any_number_is_the_same_in_german_and_english_notation(number: Decimal) -> None:
    german = format_decimal(number, locale="de", decimal_quantization=False)
    english = format_decimal(number, locale="en", decimal_quantization=False)
    assert findings(f"Es sind {german} Stück.", f"There are {english} pieces.") == []


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_two_different_numbers_are_never_the_same(one: int, other: int) -> None:
    german = format_decimal(one, locale="de")
    english = format_decimal(other, locale="en")
    found = findings(f"Es sind {german} Stück.", f"There are {english} pieces.")
    assert bool(found) == (one != other)


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    read_german(text)
    read_english(text)


def test_another_language_is_not_read_as_english() -> None:
    french = load(Path("nowhere"), "de", "fr")
    assert (
        check("Zwölf Boote sanken im Hafen.", "Douze bateaux ont coulé dans le port.", french) == ()
    )
