"""Editions become the files below `docs/`: Markdown pages, data, feeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.publishing.settings import SiteSettings
from summarizer.summary import Edition


def render_pages(
    editions: Mapping[str, Sequence[Edition]], settings: SiteSettings
) -> Mapping[str, bytes]:
    """Every file below `docs/`, by its relative path ('de/index.md', 'en/articles/…').

    Args:
        editions: For each language of the settings the editions of all articles, in any order.
        settings: The site's settings.
    """
    return {}
