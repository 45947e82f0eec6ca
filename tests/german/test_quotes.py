"""Quotation marks: all styles, nested, over sentences, and lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.german.quotes import find_quotations


def quoted(*texts: str, breaks: frozenset[int] = frozenset()) -> list[list[str]]:
    found = find_quotations(texts, breaks)
    return [
        [text[q.start : q.end] for q in spans] for text, spans in zip(texts, found, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "„Es regnet“, sagte er.",
        '"Es regnet", sagte er.',
        "»Es regnet«, sagte er.",
        "«Es regnet», sagte er.",
        "“Es regnet”, sagte er.",
        "‚Es regnet‘, sagte er.",
        "›Es regnet‹, sagte er.",
        "Er sagte: 'Es regnet'",
        "„Es regnet”, sagte er.",
    ],
)
def test_marks_of_every_style_are_read(text):
    assert quoted(text) == [["Es regnet"]]


@pytest.mark.parametrize(
    "text",
    [
        "Das war's dann.",
        "Sie hat'n Hund.",
        "Nico' Hund und Max' Katze",
        "Er misst 5' 11",
        "Ohne Marken.",
    ],
)
def test_apostrophes_are_no_marks(text):
    assert quoted(text) == [[]]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("„Er rief ‚Halt‘ und lief“, sagte sie.", ["Er rief ‚Halt‘ und lief"]),
        ('"Wer sagt, "das reicht", der irrt", sagte sie.', ['Wer sagt, "das reicht", der irrt']),
        ("„Ja“, sagte sie, „aber später“.", ["Ja", "aber später"]),
        ("Der „Bote“-Reporter und das »Echo«", ["Bote", "Echo"]),
    ],
    ids=["nested single", "nested straight", "two pieces", "names"],
)
def test_nested_and_broken_quotations(text, inner):
    assert quoted(text) == [inner]


def test_a_quotation_runs_over_sentences_until_its_mark():
    texts = ("„Es regnet.", "Wir bleiben.", "Morgen fahren wir“, sagte er.", "Es regnete.")
    assert quoted(*texts) == [["Es regnet."], ["Wir bleiben."], ["Morgen fahren wir"], []]
    spans = find_quotations(texts)
    assert [s[0].inherited for s in spans[:3]] == [False, True, True]
    assert [s[0].continued for s in spans[:3]] == [True, True, False]


def test_a_lost_closing_mark_ends_with_its_sentence():
    texts = ("„Es regnet.", "Die Straße war leer.", "Er sagte, er sei „sehr müde“ gewesen.")
    assert quoted(*texts) == [["Es regnet."], [], ["sehr müde"]]
    assert not find_quotations(texts)[0][0].closed


def test_reported_speech_shows_that_a_closing_mark_was_lost():
    assert quoted("„Es regnet.", "Das sei schlimm.", "Wir gehen“, sagte er.")[1] == []


def test_a_lost_opening_mark_starts_with_its_sentence():
    (span,) = find_quotations(("Wir bleiben hier“, sagte er.",))[0]
    assert (span.start, span.end, span.opened, span.closed) == (0, 16, False, True)


def test_no_quotation_runs_into_a_heading():
    assert (
        quoted("„Es regnet.", "Wetter", "Es hört auf“, sagte er.", breaks=frozenset({1}))[1] == []
    )


@given(st.lists(st.text(alphabet="ab .,:'\"„“”»«‚‘›‹-?!\n", max_size=30), max_size=6))
def test_any_marks_give_offsets_inside_the_sentence(texts):
    for number, (text, spans) in enumerate(zip(texts, find_quotations(texts), strict=True)):
        end = 0
        for span in spans:
            assert span.sentence == number
            assert end <= span.start < span.end <= len(text)
            end = span.end
