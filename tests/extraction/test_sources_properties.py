"""Whatever an article says: sources are found without an error, and point into it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.extraction.attribution import attribute_sentence
from summarizer.extraction.sources import find_sources
from summarizer.summary import Mode

WORDS = [
    "Müller", "Anna", "Bergmann", "die", "der", "ein", "Ministerin", "Sprecher", "Polizei", "NIS",
    "sagte", "sagten", "teilte", "mit", "laut", "zufolge", "nach", "Angaben", "so", "wie", "er",
    "sie", "habe", "sei", "soll", "haben", "„", "“", '"', "»", "«", "'", ",", ":", ".", "?", "(",
    ")", "-", "–", "dass", "und", "von", "Das", "hieß", "es", "in", "20", "Prozent", "gegen", "\n",
    "der „Bote“", "CDU", "48-Jährige", "deren", "dessen", "zu", "nicht", "/", "…",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), max_size=5))
def test_any_words_give_consistent_sources(article_of, sentences):
    check(article_of, [" ".join(words) for words in sentences])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), max_size=4))
def test_any_text_gives_consistent_sources(article_of, texts):
    check(article_of, texts)


def check(article_of, texts: list[str]) -> None:
    analysed = article_of(*texts)
    sources = find_sources(analysed)
    assert [s.id for s in sources] == list(range(len(sources)))
    firsts = [s.statements[0].sentence for s in sources]
    assert firsts == sorted(firsts)
    for source in sources:
        assert source.name.strip()
        numbers = [s.sentence for s in source.statements]
        assert numbers == sorted(set(numbers))
        for statement in source.statements:
            text = analysed.article.sentences[statement.sentence].text
            assert statement.rule
            if statement.quote is not None:
                assert statement.mode is Mode.DIRECT
                assert all(part in text for part in statement.quote.split(" … "))
    for number in range(len(texts)):
        source_id, _ = attribute_sentence(analysed, number, sources)
        assert source_id is None or 0 <= source_id < len(sources)
