"""Plain text: a line is a paragraph, unless a machine has wrapped the lines."""

from __future__ import annotations

import textwrap

import pytest

from summarizer.problem import InputError
from summarizer.reading.limits import Limits
from summarizer.reading.plain_text import read_plain_text

LONG = (
    "Der Stadtrat hat am Dienstag den Bau einer neuen Brücke beschlossen. Sie soll die alte "
    "ersetzen, die seit zwei Jahren gesperrt ist. Die Kosten von 30 Millionen Euro trägt das Land."
)
OTHER = (
    "Die Arbeiten beginnen im Frühjahr. Bis dahin müssen Pendler weiter einen Umweg fahren, wie "
    "die Stadt mitteilte."
)


def texts(text: str) -> list[str]:
    return [block.text for block in read_plain_text(text, "a.txt", Limits())]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t\n\n"])
def test_each_line_is_a_block(between: str) -> None:
    assert texts(f"Neue Brücke{between}{LONG}{between}{OTHER}\n") == ["Neue Brücke", LONG, OTHER]


@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_lines_are_joined_to_paragraphs(width: int) -> None:
    wrapped = "\n\n".join(
        ["Neue Brücke", *("\n".join(textwrap.wrap(each, width)) for each in (LONG, OTHER))]
    )

    assert texts(wrapped) == ["Neue Brücke", LONG, OTHER]


def test_a_word_hyphenated_at_the_line_end_is_joined_unless_the_hyphen_is_its_own() -> None:
    wrapped = (
        "Der Stadtrat hat am Dienstag den Bau einer neuen Brücke be-\n"
        "schlossen. Sie soll die alte ersetzen, die seit zwei Jahren\n"
        "gesperrt ist. Betroffen sind Tausende Pendler aus den Nah-\n"
        "und Fernzügen."
    )

    assert texts(wrapped) == [
        "Der Stadtrat hat am Dienstag den Bau einer neuen Brücke beschlossen. Sie soll die alte "
        "ersetzen, die seit zwei Jahren gesperrt ist. Betroffen sind Tausende Pendler aus den Nah- "
        "und Fernzügen."
    ]


def test_a_sentence_a_line_is_not_taken_for_wrapped_text() -> None:
    lines = ["Der Rat tagte lange.", "Er beschloss den Bau.", "Die Kosten trägt das Land."]

    assert texts("\n".join(lines)) == lines


def test_a_list_is_not_taken_for_wrapped_text() -> None:
    lines = ["Gesperrt sind diese Strecken:", "die A 4", "die B 7", "die Uferstraße"]

    assert texts("\n".join(lines)) == lines


def test_blocks_know_their_line_in_the_file() -> None:
    blocks = read_plain_text(f"Neue Brücke\n\n{LONG}\n{OTHER}", "a.txt", Limits(), first_line=5)

    assert [block.line for block in blocks] == [5, 7, 8]


def test_too_long_a_line_is_refused_with_its_number() -> None:
    with pytest.raises(InputError) as caught:
        read_plain_text("kurz\n" + "a" * 101, "a.txt", Limits(max_line_characters=100))

    assert caught.value.problem.line == 2
    assert caught.value.problem.message == "has a line of 101 characters; 100 are allowed"


def test_too_many_lines_are_refused_with_the_number_of_the_first_beyond() -> None:
    with pytest.raises(InputError) as caught:
        read_plain_text("Ja.\n\n" * 5, "a.txt", Limits(max_sentences=3))

    assert caught.value.problem.line == 7
    assert caught.value.problem.message == "has more than 3 lines of text"
