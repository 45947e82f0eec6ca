"""The data behind the pages, for programs: JSON files, their schema, and JSON-LD in the pages.

What is published of an article is what its page shows: the cited sentences and no others, for
the article belongs to its publisher.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView, Outline, cited_sentences
from summarizer.publishing.plain_text import clean, one_line
from summarizer.summary import SegmentKind, Summary, TranslationState


class TranslatedText(BaseModel):
    """A text of the summary and its translation; `text` is null where there is none yet."""

    model_config = ConfigDict(extra="forbid")

    kind: SegmentKind
    original: str
    state: TranslationState
    text: str | None


class SummaryTranslation(BaseModel):
    """The translations that a page in `language` shows."""

    model_config = ConfigDict(extra="forbid")

    language: str
    texts: tuple[TranslatedText, ...]


class PublishedSummary(Summary):
    """A summary as published: `sentences` are those that something in it cites, by their `id`."""

    translation: SummaryTranslation | None = Field(
        default=None, description="null in the article's own language"
    )


def schema_json() -> str:
    """The JSON Schema of every `summary.json`."""
    schema = PublishedSummary.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return _json(schema)


def summary_json(view: ArticleView) -> str:
    """The JSON of a summary in one language, with the translation of each text it has."""
    summary = view.summary
    cited = set(cited_sentences(summary))
    data = summary.model_dump(mode="json")
    data["path"] = PurePath(summary.path.replace("\\", "/")).name
    data["sentences"] = [one for one in data["sentences"] if one["id"] in cited]
    data["translation"] = None
    if view.progress is not None:
        data["translation"] = {
            "language": view.language,
            "texts": [
                {
                    "kind": kind.value,
                    "original": original,
                    "state": translation.state.value,
                    "text": translation.text if translation.state.translated else None,
                }
                for kind, texts in sorted(view.edition.translations.items())
                for original, translation in sorted(texts.items())
            ],
        }
    return _json(data)


def summaries_json(outlines: Sequence[Outline], language: str) -> str:
    """The index of all summaries in a language, newest first, with addresses relative to it."""
    return _json(
        {
            "language": language,
            "schema": addresses.SCHEMA,
            "summaries": [
                {
                    "id": one.id,
                    "title": one_line(one.title.text),
                    "title_language": one.title.language,
                    "date": one.date.isoformat() if one.date else None,
                    "publisher": one.publisher,
                    "tags": list(one.tags),
                    "page": addresses.url(addresses.article(one.id)),
                    "data": addresses.article_json(one.id),
                }
                for one in outlines
            ],
        }
    )


def article_linked_data(view: ArticleView, url: str | None, original: str | None) -> object:
    """Schema.org's view of an article's page: an article based on the publisher's."""
    summary = view.summary
    source: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": one_line(summary.title),
        "inLanguage": summary.language,
    }
    if summary.date:
        source["datePublished"] = summary.date.isoformat()
    if summary.author:
        source["author"] = {"@type": "Person", "name": one_line(summary.author)}
    if summary.publisher:
        source["publisher"] = {"@type": "Organization", "name": one_line(summary.publisher)}
    if original:
        source["url"] = original
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": one_line(view.title.text),
        "inLanguage": view.language,
        "abstract": " ".join(one_line(fact.text.text) for fact in view.facts),
        "isAccessibleForFree": True,
        "isBasedOn": source,
    }
    if url:
        page["url"] = page["mainEntityOfPage"] = url
    if summary.tags:
        page["keywords"] = [one_line(tag) for tag in summary.tags]
    return page


def site_linked_data(title: str, description: str, language: str, url: str | None) -> object:
    """Schema.org's view of a language's site."""
    site = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": title,
        "description": description,
        "inLanguage": language,
    }
    return site | ({"url": url} if url else {})


def _json(data: object) -> str:
    return clean(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
