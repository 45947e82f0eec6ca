"""Lists of articles in pages of a fixed size: the archive by month, and topics."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_skeleton

from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView
from summarizer.publishing.plain_text import one_line, slug


@dataclass(frozen=True)
class ArticleList:
    """A list with a page of its own. `language` is set where its title is not the page's."""

    path: str
    title: str
    views: tuple[ArticleView, ...]
    language: str = ""

    @property
    def count(self) -> int:
        """How many articles it has."""
        return len(self.views)


@dataclass(frozen=True)
class Paging:
    """One page of a list, from 1, and the pages beside it."""

    path: str
    number: int
    count: int
    previous: str | None
    next: str | None


def paged(list_: ArticleList, size: int) -> Iterator[tuple[Paging, tuple[ArticleView, ...]]]:
    """A list in pages of at most `size` articles."""
    starts = range(0, len(list_.views), size)
    for number, start in enumerate(starts, 1):
        yield (
            Paging(
                path=addresses.numbered(list_.path, number),
                number=number,
                count=len(starts),
                previous=addresses.numbered(list_.path, number - 1) if number > 1 else None,
                next=addresses.numbered(list_.path, number + 1) if number < len(starts) else None,
            ),
            list_.views[start : start + size],
        )


def months(views: Sequence[ArticleView], locale: Locale, undated: str) -> tuple[ArticleList, ...]:
    """The articles by month, newest first; those without a date under the title `undated`."""
    by_month: dict[str, list[ArticleView]] = {}
    for view in views:
        date = view.outline.date
        by_month.setdefault(f"{date:%Y-%m}" if date else "undated", []).append(view)
    dated = sorted((month for month in by_month if month != "undated"), reverse=True)
    order = dated + (["undated"] if "undated" in by_month else [])
    return tuple(
        ArticleList(
            path=f"archive/{month}.md",
            title=undated
            if month == "undated"
            else format_skeleton("yMMMM", by_month[month][0].outline.date, locale=locale),
            views=tuple(by_month[month]),
        )
        for month in order
    )


def tag_path(tag: str) -> str:
    """A topic's page. Topics that differ only in case or white space are one."""
    name = one_line(tag).casefold()
    short = slug(name)
    if short != name or short == "index":
        short = f"{short}-{hashlib.sha256(name.encode('utf-8')).hexdigest()[:6]}".strip("-")
    return f"tags/{short}.md"


def topics(views: Sequence[ArticleView]) -> tuple[ArticleList, ...]:
    """The articles by the tags of their front matter, in the order of the alphabet."""
    by_path: dict[str, list[ArticleView]] = {}
    names: dict[str, str] = {}
    for view in views:
        for tag in view.outline.tags:
            path = tag_path(tag)
            names.setdefault(path, one_line(tag))
            if view not in by_path.setdefault(path, []):
                by_path[path].append(view)
    return tuple(
        ArticleList(path, names[path], tuple(by_path[path]), by_path[path][0].outline.language)
        for path in sorted(by_path, key=lambda path: (slug(names[path]), path))
    )
