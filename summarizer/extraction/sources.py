"""Sources: everyone to whom an article attributes something, and what."""

from __future__ import annotations

from summarizer.german.pipeline import AnalysedArticle
from summarizer.summary import Source


def find_sources(analysed: AnalysedArticle) -> tuple[Source, ...]:
    """All sources in the order of their first statement; `id` is the index."""
    return ()
