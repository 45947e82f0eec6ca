"""Text is made uniform, and nothing that can't be seen is left in it."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.cleaning import clean, fold, fold_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert clean(f"eins{end}zwei") == "eins\nzwei"


@pytest.mark.parametrize(
    "text",
    [
        "rot\x1b[31m",
        "\x1b[1;31mrot\x1b[0m",
        "\x9b31mrot",
        "\x1b]0;Titel\x07rot",
        "\x1b]8;;https://beispiel.example\x1b\\rot\x1b]8;;\x1b\\",
        "\x1b(Brot",
        "ro\x08\x07t",
        "r\u202eot\u202c",
        "\u2066rot\u2069",
        "\u200erot\u200f",
        "ro\u200bt",
        "ro\u00adt",
        "\ufeffrot",
        "rot\U000e0041\U000e007f",
        "rot\uffff",
        "\uf0b7rot",
    ],
)
def test_escapes_controls_and_invisible_characters_go(text: str) -> None:
    assert clean(text) == "rot"


def test_an_escape_that_never_ends_takes_no_text_with_it() -> None:
    assert clean("\x1b]0;Der Titel bleibt.\nAuch das.") == "0;Der Titel bleibt.\nAuch das."


def test_letters_and_their_marks_are_composed() -> None:
    assert clean("u\u0308ber") == "über"


def test_emoji_keep_their_joiners() -> None:
    assert clean("👩\u200d🚒") == "👩\u200d🚒"


def test_white_space_is_folded() -> None:
    assert fold("  ein\u00a0\u202f Wort\t und\u3000noch  eins ") == "ein Wort und noch eins"
    assert fold_lines("  ein\u00a0Wort \n\n zwei\t Wörter") == ["ein Wort", "", "zwei Wörter"]


@given(st.text(max_size=300))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in once)


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[" * 300_000,
        "\x1b]" * 300_000,
        "\x1b]" + "a" * 500_000,
        "a" + "\u0301\u0316" * 300_000,
        "\r" * 500_000,
    ],
    ids=["unfinished sequences", "unfinished strings", "one long string", "marks", "line ends"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    clean(text)

    assert time.process_time() - began < 3
