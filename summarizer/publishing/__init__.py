"""Editions become pages, and pages a site.

`render_pages` makes everything below `docs/`; `build_site` has MkDocs turn it into one site a
language, beside the files at the root from `root_pages`.
"""

from summarizer.publishing.pages import render_pages
from summarizer.publishing.root import root_pages
from summarizer.publishing.settings import Feed, Section, SiteSettings
from summarizer.publishing.site import SiteBuild, SiteError, build_site

__all__ = [
    "Feed",
    "Section",
    "SiteBuild",
    "SiteError",
    "SiteSettings",
    "build_site",
    "render_pages",
    "root_pages",
]
