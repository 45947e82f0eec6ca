"""What the owner of a site can choose about its pages."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_serializer,
    field_validator,
    model_validator,
)


class Section(StrEnum):
    """A part of an article's page that can be left out. The key facts always stay."""

    FIGURES = "figures"
    CHARTS = "charts"
    SOURCES = "sources"
    READING_VIEW = "reading-view"


class Feed(StrEnum):
    """A feed format. Both need the site's `url`, as their links must be absolute."""

    RSS = "rss"
    JSON = "json"


class SearchEngine(StrEnum):
    """What searches the site. Readers see no difference but in what they download."""

    AUTO = "auto"
    MATERIAL = "material"
    PAGEFIND = "pagefind"


def _by_language(value: object) -> object:
    """One text for every language is short for a mapping whose key is ''."""
    return {"": value} if isinstance(value, str) else value


ByLanguage = Annotated[Mapping[str, str], BeforeValidator(_by_language)]
"""A text in each language (`{"de": …, "en": …}`), or one text for all of them."""


class SiteSettings(BaseModel):
    """How the site is made. Every key has a default that publishes everything."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: ByLanguage = Field(default={}, description="the site's name; default: the catalogue's")
    description: ByLanguage = Field(default={}, description="one sentence for search engines")
    url: str | None = Field(
        default=None,
        description="where the site will be, with a path if it has one; canonical links, "
        "sitemaps and feeds need it and are left out without it",
    )
    source_language: str = Field(default="de", description="the articles' language")
    languages: tuple[str, ...] = Field(
        default=("de", "en"), min_length=1, description="one site each, in the selector's order"
    )
    locales: Mapping[str, str] = Field(
        default={"en": "en_GB"},
        description="CLDR locale that formats a language's numbers and dates, where it is not "
        "the language itself",
    )
    sections: frozenset[Section] = frozenset(Section)
    feeds: frozenset[Feed] = frozenset(Feed)
    search: SearchEngine = Field(
        default=SearchEngine.AUTO,
        description="material: the whole index at the first search; pagefind: the parts that a "
        "search needs; auto: pagefind as soon as the index is too large",
    )
    front_page_items: int = Field(default=12, ge=1, le=100)
    items_a_page: int = Field(default=50, ge=1, le=500, description="in the archive and by tag")
    feed_items: int = Field(default=50, ge=1, le=1000)
    contact: str | None = Field(
        default=None, description="where readers report an error: an e-mail or https address"
    )

    @field_serializer("sections", "feeds")
    def _in_order(self, chosen: frozenset[str]) -> list[str]:
        """A set's order differs from run to run, and what a site was built from is compared."""
        return sorted(chosen)

    @field_validator("url")
    @classmethod
    def _url_is_a_folder(cls, url: str | None) -> str | None:
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError(f"'{url}' is no web address: it must begin with https:// or http://")
        if parts.query or parts.fragment:
            raise ValueError(f"'{url}' must end with the path, without ? or #")
        return url.rstrip("/") + "/"

    @field_validator("contact")
    @classmethod
    def _contact_is_an_address(cls, contact: str | None) -> str | None:
        if not contact:
            return None
        if contact.startswith(("https://", "http://", "mailto:")):
            return contact
        if "@" in contact and ":" not in contact and not contact.split("@")[0].isspace():
            return f"mailto:{contact}"
        raise ValueError(f"'{contact}' is neither an e-mail address nor a web address")

    @field_validator("languages")
    @classmethod
    def _languages_are_known_and_differ(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(languages)) != len(languages):
            raise ValueError("a language stands there twice")
        for language in languages:
            try:
                Locale.parse(language)
            except (UnknownLocaleError, ValueError):
                raise ValueError(f"'{language}' is no language code such as 'de' or 'en'") from None
        return languages

    @model_validator(mode="after")
    def _source_language_is_published(self) -> SiteSettings:
        if self.source_language not in self.languages:
            raise ValueError(
                f"the source language '{self.source_language}' must be among the languages"
            )
        return self

    def locale(self, language: str) -> Locale:
        """The CLDR locale that formats a language's numbers, dates and units."""
        return _locale(self.locales.get(language, language))

    def url_of(self, language: str) -> str | None:
        """The address of a language's front page, or None where the site's is unknown."""
        return None if self.url is None else f"{self.url}{language}/"


@functools.cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)
