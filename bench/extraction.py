"""How long extraction takes, as a ratio of plain HanTa tagging of the same tokens.

Plain HanTa is the yardstick because it is what the language work would cost with no thought given
to speed: one `tag_sent` a sentence, no cache. Reading is measured apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from HanTa.HanoverTagger import HanoverTagger

from bench.articles import write_corpus
from bench.result import Result
from summarizer.extraction import summarise
from summarizer.german.pipeline import pipeline
from summarizer.reading import read_article
from summarizer.summary import Article

_WARM_UP = 3
_CHUNK = 50
_T = TypeVar("_T")


def measure(articles: int) -> list[Result]:
    """Extraction of `articles` articles of 400 words on one core, as a new process would do it.

    The two are run in turns over chunks of the articles, so that a change in the machine's speed
    meets both alike. Caches begin cold and warm up as in a build.
    """
    with TemporaryDirectory() as folder:
        paths = write_corpus(Path(folder), articles)
        read = [read_article(path) for path in paths]
        reading = _seconds(read_article, paths)
        warm_up = [read_article(path) for path in write_corpus(Path(folder), _WARM_UP, seed=0)]
    for article in warm_up:
        summarise(article)
    tagger = HanoverTagger("morphmodel_ger.pgz")
    plain = extraction = 0.0
    tokens = 0
    for chunk in _chunks(read, _CHUNK):
        sentences = [_tokens(s.text) for article in chunk for s in article.sentences]
        tokens += sum(map(len, sentences))
        plain += _seconds(tagger.tag_sent, sentences)
        extraction += _seconds(summarise, chunk)
    return [
        Result(
            f"extraction of {articles} articles to plain HanTa tagging, one core",
            extraction / plain,
            "times",
            at_most=0.5,
            note=f"{tokens / extraction:,.0f} tokens a second against {tokens / plain:,.0f}",
        ),
        Result(f"reading of {articles} articles to plain HanTa tagging", reading / plain, "times"),
    ]


def _tokens(text: str) -> list[str]:
    return [token.text for token in pipeline().make_doc(text)]


def _chunks(articles: Sequence[Article], size: int) -> Iterable[Sequence[Article]]:
    return (articles[at : at + size] for at in range(0, len(articles), size))


def _seconds(work: Callable[[_T], object], items: Sequence[_T]) -> float:
    """Seconds of processor time that `work` takes for all `items`."""
    begin = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begin
