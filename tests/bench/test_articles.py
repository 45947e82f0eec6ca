"""Generated articles are like real ones in what extraction's cost depends on.

The bounds come from annotated news articles: 1.27 figures, 0.78 sources, 2.25 statements and 1.5
quotations a hundred words, 15 words a sentence, one sentence in ten of 25 words or more.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from bench.articles import GeneratedArticle, write_article, write_corpus
from summarizer.extraction import summarise
from summarizer.reading import read_article
from summarizer.reading.sentences import split_sentences
from summarizer.summary import Summary

TOKEN = re.compile(r"\w+|[^\w\s]")


@cache
def articles(words: int | None = 400) -> Sequence[GeneratedArticle]:
    return [write_article(number, words=words) for number in range(60)]


def body(article: GeneratedArticle) -> str:
    return " ".join(line for role, line in article.lines if role == "body")


def types_in(tokens: Sequence[str]) -> int:
    return len(set(tokens))


def test_the_same_seed_writes_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    folders = []
    for hash_seed in ("0", "1"):
        folder = tmp_path / hash_seed
        command = [sys.executable, "-m", "bench.articles", str(folder), "--count", "4"]
        subprocess.run(
            command, check=True, env={"PYTHONHASHSEED": hash_seed}, cwd=Path(__file__).parents[2]
        )
        folders.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert folders[0] == folders[1]
    assert len(folders[0]) == 4


def test_an_article_does_not_depend_on_how_many_are_written(tmp_path: Path) -> None:
    few = write_corpus(tmp_path / "few", 2, first=3)
    many = write_corpus(tmp_path / "many", 6)
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[3:5]]


def test_another_seed_writes_other_articles() -> None:
    assert write_article(0, seed=1).text != write_article(0, seed=2).text


def test_articles_have_about_the_length_asked_for() -> None:
    lengths = [len(body(article).split()) for article in articles()]
    assert min(lengths) >= 400
    assert mean(lengths) == pytest.approx(420, abs=20)


def test_lengths_vary_as_real_ones_where_none_is_asked_for() -> None:
    lengths = [len(body(article).split()) for article in articles(None)]
    assert mean(lengths) == pytest.approx(230, rel=0.25)
    assert min(lengths) < 100
    assert max(lengths) > 400


def test_sentences_are_as_long_as_real_ones() -> None:
    lengths = sorted(len(s.split()) for a in articles() for s in split_sentences(body(a)))
    assert mean(lengths) == pytest.approx(15, abs=3)
    assert lengths[len(lengths) * 9 // 10] == pytest.approx(25, abs=5)


def test_slots_are_all_filled_and_nothing_stands_twice() -> None:
    for article in articles():
        assert not re.search(
            r"[{}]|  |\.\.|\bNone\b| [,.]", "".join(line for _, line in article.lines)
        )


def test_every_article_is_read_without_complaint_with_its_title(tmp_path: Path) -> None:
    for article, path in zip(articles()[:20], write_corpus(tmp_path, 20), strict=True):
        assert read_article(path).title == article.title.rstrip(".")


@pytest.fixture(scope="module")
def summaries(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Summary]:
    return [summarise(read_article(p)) for p in write_corpus(tmp_path_factory.mktemp("a"), 20)]


@pytest.mark.parametrize(
    ("what", "real"),
    [("figures", 1.27), ("sources", 0.78), ("statements", 2.25), ("quotations", 1.5)],
)
def test_extraction_finds_about_as_much_as_in_real_articles(
    summaries: Sequence[Summary], what: str, real: float
) -> None:
    words = sum(len(s.text.split()) for summary in summaries for s in summary.sentences)
    found = {
        "figures": sum(len(summary.figures) for summary in summaries),
        "sources": sum(len(summary.sources) for summary in summaries),
        "statements": sum(len(s.statements) for summary in summaries for s in summary.sources),
        "quotations": sum(len(re.findall('[„“»«"]', body(a))) / 2 for a in articles()[:20]),
    }
    assert 0.6 * real < found[what] / words * 100 < 1.7 * real


def test_the_vocabulary_grows_as_that_of_real_articles_does() -> None:
    tokens = [token for article in articles() for token in TOKEN.findall(body(article))]
    # Annotated articles: 485 types in 1,000 tokens, 3,265 in 9,530.
    assert types_in(tokens[:1000]) == pytest.approx(485, rel=0.2)
    assert types_in(tokens[:9530]) > 0.6 * 3265
    # Caches never saturate: every article goes on bringing words that none had before.
    assert types_in(tokens) - types_in(tokens[: len(tokens) // 2]) > 0.1 * len(tokens) // 2
