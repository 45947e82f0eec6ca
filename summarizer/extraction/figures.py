"""Figures: every quantity of an article, with its value and what it counts."""

from __future__ import annotations

from summarizer.german.pipeline import AnalysedArticle
from summarizer.summary import Figure


def find_figures(analysed: AnalysedArticle) -> tuple[Figure, ...]:
    """All figures, in the order of the text."""
    return ()
