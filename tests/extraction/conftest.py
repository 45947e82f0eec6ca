"""Articles for tests, made of sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer.german.pipeline import AnalysedArticle, analyse
from summarizer.summary import Article, Role, Sentence, TitleOrigin


def _analysed(*texts: str, headings: Sequence[int] = ()) -> AnalysedArticle:
    sentences = tuple(
        Sentence(id=i, text=text, role=Role.HEADING if i in headings else Role.BODY)
        for i, text in enumerate(texts)
    )
    return analyse(
        Article(
            id="test",
            path="test.txt",
            title="Test",
            title_origin=TitleOrigin.DERIVED,
            sentences=sentences,
        )
    )


@pytest.fixture(scope="session")
def article_of() -> Callable[..., AnalysedArticle]:
    """Makes an analysed article of sentences; `headings` are the offsets of headlines."""
    return _analysed
