"""The German pipeline: tokens, tags, and what is corrected in the tagger's work."""

from __future__ import annotations

import time

import pytest

from summarizer.german.pipeline import analyse, pipeline
from summarizer.summary import Article, Sentence, TitleOrigin


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gestern traf der SV Senden dreimal.", "Senden"),
        ("Der Trainer Bram Schot sagte nichts.", "Schot"),
        ("Das Portal Kanal24 berichtet.", "Kanal24"),
    ],
)
def test_a_capital_within_a_sentence_makes_a_name(text, word):
    assert {t.text: t.tag_ for t in pipeline()(text)}[word] == "NE"


@pytest.mark.parametrize(
    "text", ["Sagt er etwas?", "Er rief: Geht nach Hause!", "„Kommt her“, rief er."]
)
def test_a_capital_at_the_start_does_not(text):
    assert "NE" not in {t.tag_ for t in pipeline()(text)}


def test_a_bracket_before_a_colon_is_no_emoticon():
    assert [t.text for t in pipeline()("Meier (CDU): Nein")] == [
        "Meier",
        "(",
        "CDU",
        ")",
        ":",
        "Nein",
    ]


def test_every_token_has_lemma_tag_and_part_of_speech():
    assert all(t.lemma_ and t.tag_ and t.pos_ for t in pipeline()("Am 3. Mai kamen 20 Gäste."))


def test_an_article_has_one_doc_a_sentence():
    article = Article(
        id="a",
        path="a.txt",
        title="A",
        title_origin=TitleOrigin.DERIVED,
        sentences=tuple(Sentence(id=i, text=t) for i, t in enumerate(["Eins.", "", "Drei."])),
    )
    assert [doc.text for doc in analyse(article).docs] == ["Eins.", "", "Drei."]


def test_a_word_of_any_length_is_read_in_no_time():
    word = "Donaudampfschiff" * 10_000 + "kapitäne"
    began = time.process_time()
    doc = pipeline()(f"Die {word} kamen.")
    assert time.process_time() - began < 10  # HanTa alone would take days
    assert [t.lemma_ for t in doc][1] == word
