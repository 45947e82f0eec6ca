from __future__ import annotations

from functools import cache

import pytest
import spacy
from HanTa.HanoverTagger import HanoverTagger

from bench.articles import write_article
from summarizer.german.tagger import QuickTagger


@cache
def plain() -> HanoverTagger:
    return HanoverTagger("morphmodel_ger.pgz")


@cache
def quick() -> QuickTagger:
    return QuickTagger()


def generated_lines() -> list[list[str]]:
    """Tokens of generated articles: new names, long compounds, numbers, rare verb forms."""
    nlp = spacy.blank("de")
    return [
        [token.text for token in nlp.make_doc(line)]
        for number in range(8)
        for _, line in write_article(number, seed=7, words=400).lines
    ]


def test_every_word_of_generated_articles_has_the_lemma_and_tag_that_plain_hanta_gives() -> None:
    lines = generated_lines()
    assert sum(map(len, lines)) > 3000
    assert [quick().tag_sent(line) for line in lines] == [plain().tag_sent(line) for line in lines]


def test_a_second_time_it_answers_the_same_from_its_caches() -> None:
    lines = generated_lines()[:20]
    assert [quick().tag_sent(line) for line in lines] == [quick().tag_sent(line) for line in lines]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["Ja"],
        ["."],
        ["„", "Ja", "“", "``", "''", "´"],
        ["Xqzwjk", "Ωμέγα", "東京", "🙂", "\u200b", " ", "\n"],
        ["12.345,6", "3:2", "%", "§", "A8", "G20-Gipfel", "1.", "U-Bahn-Linie"],
        ["DER", "VORSITZENDE", "IST", "ZURÜCKGETRETEN"],
        ["Die", "Rindfleischetikettierungsüberwachungsaufgabenübertragung", "gilt"],
        ["ß", "ẞ", "İstanbul", "Å", "é", "e\u0301"],
        ["sie", "sie", "Sie", "SIE", "Weg", "weg", "Weg"],
    ],
    ids=lambda words: " ".join(words)[:20] or "nothing",
)
def test_odd_words_come_out_as_in_plain_hanta(words: list[str]) -> None:
    assert quick().tag_sent(words) == plain().tag_sent(words)


@pytest.mark.parametrize("level", [0, 1, 2, 3])
@pytest.mark.parametrize("casesensitive", [True, False])
def test_every_kind_of_analysis_is_plain_hantas(level: int, casesensitive: bool) -> None:
    words = ["Wir", "haben", "Hafenarbeiter", "gestern", "in", "Ohrenbach", "ausgezahlt"]
    assert quick().tag_sent(words, level, casesensitive) == plain().tag_sent(
        words, level, casesensitive
    )


def test_caches_that_are_too_small_for_the_words_change_nothing() -> None:
    small = QuickTagger(kept_words=3)
    for line in generated_lines()[:10]:
        assert small.tag_sent(line) == plain().tag_sent(line)
