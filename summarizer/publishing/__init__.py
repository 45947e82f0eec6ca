"""Editions become pages, and pages a site.

`render_pages` makes everything below `docs/`; `build_site` has MkDocs turn it into one site a
language, beside the files at the root from `root_pages`. What is listed here is imported when it
is first used: who only reads the settings need not wait for the templates.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.publishing.pages import render_pages
    from summarizer.publishing.root import root_pages
    from summarizer.publishing.settings import Feed, SearchEngine, Section, SiteSettings
    from summarizer.publishing.site import SiteBuild, SiteError, build_site

__all__ = [
    "Feed",
    "SearchEngine",
    "Section",
    "SiteBuild",
    "SiteError",
    "SiteSettings",
    "build_site",
    "render_pages",
    "root_pages",
]

_MODULES = {
    "Feed": "settings",
    "SearchEngine": "settings",
    "Section": "settings",
    "SiteBuild": "site",
    "SiteError": "site",
    "SiteSettings": "settings",
    "build_site": "site",
    "render_pages": "pages",
    "root_pages": "root",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
