"""What an article says: its figures, sources and key facts."""

from __future__ import annotations

from summarizer.extraction.attribution import attribute_figures
from summarizer.extraction.figures import find_figures
from summarizer.extraction.key_facts import choose_key_facts
from summarizer.extraction.sources import find_sources
from summarizer.german.pipeline import analyse
from summarizer.summary import Article, Summary

__all__ = ["summarise"]


def summarise(article: Article) -> Summary:
    """Everything the rules find in `article`."""
    analysed = analyse(article)
    sources = find_sources(analysed)
    figures = attribute_figures(analysed, find_figures(analysed), sources)
    return Summary(
        **dict(article),
        figures=figures,
        sources=sources,
        key_facts=choose_key_facts(analysed, figures, sources),
    )
