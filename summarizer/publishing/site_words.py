"""What the site is called, and what its languages are."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale

from summarizer.publishing.plain_text import one_line
from summarizer.publishing.settings import SiteSettings
from summarizer.publishing.wording import wording


def site_title(settings: SiteSettings, language: str) -> str:
    """The site's name in a language."""
    return _chosen(settings.title, language) or wording(language).gettext("Brief and Sourced")


def site_description(settings: SiteSettings, language: str) -> str:
    """One sentence about the site in a language."""
    return _chosen(settings.description, language) or wording(language).gettext(
        "German news articles in brief: key facts, figures and who said what, "
        "each with the sentence it comes from."
    )


def language_name(language: str) -> str:
    """A language's name in itself, as its readers look for it: 'Deutsch', 'English'."""
    name = Locale.parse(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def _chosen(texts: Mapping[str, str], language: str) -> str:
    return one_line(texts.get(language) or texts.get("", ""))
