"""Attribution: who says a figure or a sentence, and how sure the article is of it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.german.pipeline import AnalysedArticle
from summarizer.summary import Certainty, Figure, Source


def attribute_figures(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[Figure, ...]:
    """`figures` with the `source` and `certainty` that the article gives each."""
    return tuple(figures)


def attribute_sentence(
    analysed: AnalysedArticle, sentence: int, sources: Sequence[Source]
) -> tuple[int | None, Certainty]:
    """The source that a sentence as a whole is attributed to, and its certainty."""
    return None, Certainty.STATED
