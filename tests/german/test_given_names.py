"""Given names: which words are one, whose they are, and what they make of the word after them."""

from __future__ import annotations

import pytest

from summarizer.german.given_names import is_given_name, is_womans
from summarizer.german.pipeline import pipeline


@pytest.mark.parametrize("word", ["Kai", "Hans-Joachim", "Özlem", "Annalena", "Wolodymyr"])
def test_given_names_are_known_compounds_by_their_first_part(word):
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Marine", "Tore", "Wille", "Pastor", "Tage", "Paris", "August"])
def test_common_nouns_and_places_are_none(word):
    assert not is_given_name(word)


@pytest.mark.parametrize(
    ("name", "woman"),
    [("Christiane Wald", True), ("Udo Wald", False), ("Kim Wald", None), ("Wald", None)],
)
def test_a_full_name_tells_whose_it_is(name, woman):
    assert is_womans(name) is woman


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Sportchef Kai Brandt kündigte Gespräche an.", {"Kai", "Brandt"}),
        ("Laut Ina Wald steigen die Mieten.", {"Ina", "Wald"}),
        ("Als Kind bekam Kai Bücher geschenkt.", set()),
    ],
    ids=["a quay", "a forest", "an inflected object"],
)
def test_a_noun_after_a_given_name_is_a_surname(sentence, names):
    tagged = {t.text for t in pipeline()(sentence) if t.tag_ == "NE"}
    assert names <= tagged
    assert "Bücher" not in tagged
