"""The files at the site's root: the chooser of the language, 404, robots and the sitemap index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from summarizer.publishing.rendering import render
from summarizer.publishing.settings import SiteSettings
from summarizer.publishing.site_words import language_name, site_description, site_title
from summarizer.publishing.wording import wording

_ASSETS = Path(__file__).with_name("root_assets")


def root_pages(settings: SiteSettings) -> Mapping[str, bytes]:
    """Every file at the root, by its relative path.

    A sitemap index, and its line in `robots.txt`, need the site's address.
    """
    choices = [
        {
            "code": language,
            "name": language_name(language),
            "title": site_title(settings, language),
            "description": site_description(settings, language),
            "not_found": wording(language).gettext("This page does not exist."),
            "home": wording(language).gettext("To the front page"),
        }
        for language in settings.languages
    ]
    base = urlsplit(settings.url).path if settings.url else "/"
    pages = {
        template: render(
            f"{template}.j2", settings.source_language, choices=choices, url=settings.url, base=base
        )
        for template in ("index.html", "404.html")
    }
    pages["robots.txt"] = "User-agent: *\nAllow: /\n"
    if settings.url:
        pages["robots.txt"] += f"Sitemap: {settings.url}sitemap.xml\n"
        pages["sitemap.xml"] = _sitemap_index(settings.url, settings.languages)
    assets = {path.name: path.read_bytes() for path in sorted(_ASSETS.iterdir())}
    # A host that knows Jekyll would leave out files whose name begins with an underscore.
    return (
        {name: text.encode("utf-8") for name, text in pages.items()} | assets | {".nojekyll": b""}
    )


def _sitemap_index(url: str, languages: tuple[str, ...]) -> str:
    entries = "".join(
        f"  <sitemap><loc>{escape(f'{url}{language}/sitemap.xml')}</loc></sitemap>\n"
        for language in languages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</sitemapindex>\n"
    )
