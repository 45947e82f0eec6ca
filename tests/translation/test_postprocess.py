"""Output of Argos' models is repaired where that is safe, and recognised where it is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.translation.postprocess import collapse, defect, tidy


def _tidy(source: str, output: str) -> str:
    return tidy(source, output, source_language="de", target_language="en")


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("Es regnet.", "  It   is raining. ", "It is raining.", id="spaces"),
        pytest.param("Ja, er kam.", "Yes , he came .", "Yes, he came.", id="space before mark"),
        pytest.param("Er ging (spät).", "He left ( late ).", "He left (late).", id="brackets"),
        pytest.param("Er ging.", "He left..", "He left.", id="doubled full stop"),
        pytest.param("Ja, er ging.", "Yes,, he left.", "Yes, he left.", id="doubled comma"),
        pytest.param("Kommt er?", "Is he coming?.", "Is he coming?", id="two ends"),
        pytest.param("Und dann...", "And then...", "And then...", id="ellipsis stays"),
        pytest.param("Er ging.", "He left", "He left.", id="lost full stop"),
        pytest.param("Kommt er?", "Is he coming", "Is he coming?", id="lost question mark"),
        pytest.param("Minister tritt zurück", "Minister resigns.", "Minister resigns", id="label"),
        pytest.param("Reise in die USA", "Trip to the U.S.", "Trip to the U.S.", id="abbreviation"),
        pytest.param("Es gilt:", "The rule is.", "The rule is:", id="colon"),
    ],
)
def test_spaces_and_punctuation_follow_the_original(
    source: str, output: str, expected: str
) -> None:
    assert _tidy(source, output) == expected


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("„Nein“, sagte sie.", '"No," she said.', "“No,” she said.", id="straight"),
        pytest.param("Er rief: „Halt!“", "He shouted: „Stop!“", "He shouted: “Stop!”", id="German"),
        pytest.param("»Nein«, sagte sie.", "» No «, she said.", "“No”, she said.", id="guillemets"),
        pytest.param("„A“ und „B“.", '"A" and "B".', "“A” and “B”.", id="two pairs"),
        pytest.param("„Nein“, sagte sie.", '"No, she said.', '"No, she said.', id="lost one"),
        pytest.param("Der Film.", 'The "film".', 'The "film".', id="added, left to be refused"),
    ],
)
def test_quotation_marks_become_the_languages_own_only_where_all_are_there(
    source: str, output: str, expected: str
) -> None:
    assert _tidy(source, output) == expected


def test_french_quotation_marks_and_question_marks_keep_their_spaces() -> None:
    french = tidy(
        "“Why?” she asked.",
        '"Pourquoi ?" demanda-t-elle.',
        source_language="en",
        target_language="fr",
    )
    assert french == "«\u00a0Pourquoi ?\u00a0» demanda-t-elle."


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("Die Polizei kam.", "the police came.", "The police came.", id="sentence"),
        pytest.param("„Die Polizei kam.“", "“the police came.”", "“The police came.”", id="quote"),
        pytest.param("Soldaten", "soldiers", "soldiers", id="a label keeps its small letter"),
        pytest.param("Apple baut das Gerät.", "iPhones are built.", "iPhones are built.", id="i"),
        pytest.param("und er ging.", "and he left.", "and he left.", id="small in the original"),
    ],
)
def test_a_sentence_begins_with_a_capital(source: str, output: str, expected: str) -> None:
    assert _tidy(source, output) == expected


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("10.000 Euro.", "10.000 euros.", "10,000 euros.", id="thousand"),
        pytest.param("3,5 Millionen.", "3,5 million.", "3.5 million.", id="decimal"),
        pytest.param("1.234,56 Euro.", "1.234,56 euros.", "1,234.56 euros.", id="both"),
        pytest.param("10.000 Euro.", "10,000 euros.", "10,000 euros.", id="right already"),
        pytest.param("Um 20.15 Uhr.", "At 20.15.", "At 20.15.", id="clock"),
        pytest.param("Am 24.2.2022.", "On 24.2.2022.", "On 24.2.2022.", id="date"),
        pytest.param("Zehntausend.", "10.000.", "10.000.", id="not in the original: left alone"),
    ],
)
def test_a_number_copied_from_the_german_gets_the_english_notation(
    source: str, output: str, expected: str
) -> None:
    assert _tidy(source, output) == expected


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("Die Polizei kam.", "The the police came.", "The police came.", id="word"),
        pytest.param("Acht Millionen.", "Eight million million.", "Eight million million.", id="n"),
        pytest.param("Er hat.", "He put it at at most 5.", "He put it at at most 5.", id="at at"),
        pytest.param("Bora Bora ist weit.", "Bora Bora is far.", "Bora Bora is far.", id="name"),
        pytest.param("Am 2. 2. kam er.", "On 2 2 he came.", "On 2 2 he came.", id="digits"),
    ],
)
def test_a_word_said_twice_is_said_once_unless_it_is_a_number(
    source: str, output: str, expected: str
) -> None:
    assert _tidy(source, output) == expected


@given(st.text('Die1023.,„“”" acht million the Und?!:()«»', max_size=60), st.text(max_size=40))
def test_no_repair_changes_a_digit_or_its_place(output: str, source: str) -> None:
    assert re.findall(r"\d", _tidy(source, output)) == re.findall(r"\d", output)


@given(st.text('aA1.,„“” "?!', max_size=40))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    source = "„Anna“ kam um 1.100 Uhr."
    once = _tidy(source, text)
    assert _tidy(source, once) == once


@pytest.mark.parametrize(
    ("source", "output", "reason"),
    [
        pytest.param("Haus", "", "empty", id="empty"),
        pytest.param("Haus", "House ⁇", "unknown word", id="unknown"),
        pytest.param("Haus", "house house house", "repeats itself", id="one word"),
        pytest.param(
            "Am Ende.", "At the end of the end of the end.", "repeats itself", id="phrase"
        ),
        pytest.param("Ja.", "Yes " + "but it was not so " * 2, "repeats itself", id="clause"),
        pytest.param(
            "Ja.", "A b c d e f g h i j k l m.", "far longer than the original", id="long"
        ),
        pytest.param("Er kam an.", "HE HAS ARRIVED.", "all in capitals", id="capitals"),
        pytest.param("Er kam sehr spät.", "Er kam sehr spät.", "not translated", id="German"),
    ],
)
def test_output_that_cannot_be_a_translation_is_recognised(
    source: str, output: str, reason: str
) -> None:
    assert defect(source, output) == reason


@pytest.mark.parametrize(
    ("source", "output"),
    [
        pytest.param("Sehr, sehr gut.", "Very, very good.", id="twice is no loop"),
        pytest.param("Nein, nein, nein!", "No, no, no!", id="the original loops as well"),
        pytest.param("Angela Merkel", "Angela Merkel", id="a name stays as it is"),
        pytest.param("NATO UND EU", "NATO AND EU", id="capitals in the original"),
        pytest.param("Am 1. Mai kamen 10.", "On 1 May 10 came.", id="plain"),
    ],
)
def test_a_plausible_translation_has_no_defect(source: str, output: str) -> None:
    assert defect(source, output) == ""


@pytest.mark.parametrize(
    ("source", "output", "expected"),
    [
        pytest.param("eingeschrieben", "enrolled enrolled enrolled", "enrolled", id="issue 428"),
        pytest.param("Ende", "the end of it the end of it", "the end of it", id="phrase"),
        pytest.param("Zehn", "10 10 10", "10 10 10", id="never a number"),
        pytest.param("Zwei", "two two two", "two two two", id="never a number word"),
        pytest.param("Nein, nein, nein!", "No, no, no!", "No, no, no!", id="as the original"),
    ],
)
def test_a_loop_is_said_once_unless_a_number_is_in_it(
    source: str, output: str, expected: str
) -> None:
    assert collapse(source, output, language="en") == expected
