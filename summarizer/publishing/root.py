"""The files at the site's root: the chooser of the language, 404, robots and the sitemap index."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.publishing.settings import SiteSettings


def root_pages(settings: SiteSettings) -> Mapping[str, bytes]:
    """Every file at the root, by its relative path."""
    return {}
