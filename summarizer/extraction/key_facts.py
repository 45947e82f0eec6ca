"""Key facts: the sentences that a careful editor would pick."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.german.pipeline import AnalysedArticle
from summarizer.summary import Figure, KeyFact, Source


def choose_key_facts(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[KeyFact, ...]:
    """Three to six facts (fewer in a short article), in the article's order."""
    return ()
