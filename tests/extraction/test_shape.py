"""How sentences are built: main verb, quotations, clauses."""

from __future__ import annotations

import pytest

from summarizer.extraction.shape import Shape, shape_of
from summarizer.german.pipeline import pipeline
from summarizer.german.quotes import find_quotations


def shape(sentence: str) -> Shape:
    return shape_of(pipeline()(sentence), find_quotations([sentence])[0])


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Der Landtag verabschiedete das Gesetz.", "verabschieden"),
        ("Der Landtag hat das Gesetz nach langer Debatte verabschiedet.", "verabschieden"),
        ("Das Gesetz soll im Herbst verabschiedet werden.", "verabschieden"),
        ("Der Konzern stellt den Betrieb im Mai ein.", "einstellen"),
        ("Als der Regen kam, brach der Damm.", "brechen"),
        ("Als Grund nannte der Vorstand den Preis.", "nennen"),
        ("Die Künstlerin ist für ihr Glas bekannt.", "sein"),
        ("Der Turm ist ein Bau aus Sandstein.", "sein"),
        ("Am Freitag empfangen die Bremer den Meister.", "empfangen"),
        ("In Memmingen entdeckten Taucher ein Wrack.", "entdecken"),
        ("Kurz vor Mitternacht das Aus für die Werft.", ""),
        ("Wenn der Wind aus Westen weht.", ""),
        ("Die gefährdeten Arten im Watt.", ""),
        ("Der Rat in den zerstörten Städten.", ""),
    ],
)
def test_the_main_verb_is_put_together_from_its_parts(sentence: str, verb: str) -> None:
    assert shape(sentence).main_verb == verb


def test_the_words_of_a_quotation_are_not_the_authors_own() -> None:
    found = shape("„Wir schließen das Werk“, sagte Kuhn.")
    assert [t.text for t in found.own_words] == ["sagte", "Kuhn"]
    assert found.quote_share == pytest.approx(4 / 6)
    assert not found.half_quoted


@pytest.mark.parametrize(
    "sentence", ["„Wir schließen das Werk, sagte Kuhn.", "Wir schließen das Werk“, sagte Kuhn."]
)
def test_a_quotation_that_lost_a_mark_is_half_a_quotation(sentence: str) -> None:
    assert shape(sentence).half_quoted


def test_clauses_are_cut_at_marks_and_conjunctions() -> None:
    found = shape("Der Rat tagte und die Presse wartete, weil Kuhn sprach.")
    texts = [" ".join(t.text for t in clause) for clause in found.clauses]
    assert texts == ["Der Rat tagte", "und die Presse wartete", "weil Kuhn sprach"]


def test_an_empty_sentence_has_an_empty_shape() -> None:
    found = shape("")
    assert (found.words, found.main_verb, found.quote_share) == ((), "", 1.0)
