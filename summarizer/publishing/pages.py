"""Editions become the files below `docs/`: Markdown pages and the data behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from markupsafe import Markup

from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView, Piece, views
from summarizer.publishing.charts import Chart, charts
from summarizer.publishing.feeds import json_feed, rss
from summarizer.publishing.lists import ArticleList, months, paged, tag_path, topics
from summarizer.publishing.open_data import (
    article_linked_data,
    schema_json,
    site_linked_data,
    summaries_json,
    summary_json,
)
from summarizer.publishing.plain_text import front_matter, one_line
from summarizer.publishing.rendering import render
from summarizer.publishing.settings import Feed, Section, SiteSettings
from summarizer.publishing.site_words import site_description, site_title
from summarizer.publishing.source_index import Appearance, SourcePage, source_pages, source_paths
from summarizer.publishing.wording import wording
from summarizer.summary import Edition, SourceKind

_LONGEST_DESCRIPTION = 160
"""Characters of a description that search engines show."""


def render_pages(
    editions: Mapping[str, Sequence[Edition]], settings: SiteSettings
) -> Mapping[str, bytes]:
    """Every file below `docs/`, by its relative path ('de/index.md', 'en/articles/…').

    The same editions give the same bytes, in whatever order they come.

    Args:
        editions: For each language of the settings the editions of all articles, in any order.
        settings: The site's settings.

    Raises:
        InputError: a language of the settings has no catalogue of interface words.
    """
    return {
        f"{language}/{file.path}": file.make().encode("utf-8")
        for language in settings.languages
        for file in site_files(
            views(editions, language, settings.locale(language)), language, settings
        )
    }


@dataclass(frozen=True)
class File:
    """A file below a language's folder that can be made.

    `made_of` is everything that its content comes from, but for the code, the settings and the
    language: where that is the same, so is what `make` gives.
    """

    path: str
    made_of: tuple[object, ...]
    make: Callable[[], str]


def site_files(
    views: Sequence[ArticleView], language: str, settings: SiteSettings
) -> Iterator[File]:
    """Every file of a language. Those that show the same article come one after the other.

    Args:
        views: The articles, newest first.
        language: The language of `views`.
        settings: The site's settings.
    """
    return _Site(tuple(views), language, settings).files()


@dataclass(frozen=True)
class _Site:
    """The files of one language."""

    views: tuple[ArticleView, ...]
    language: str
    settings: SiteSettings

    def files(self) -> Iterator[File]:
        paths = source_paths(self.views)
        sources = source_pages(self.views, paths)
        first_in: dict[str, list[SourcePage]] = {}
        for source in sources:
            first_in.setdefault(source.appearances[0][0].id, []).append(source)
        yield self._front_page()
        yield self._page(
            addresses.ABOUT,
            "about.md.j2",
            self._word("How this site is made"),
            meta={"tab": self._word("About")},
        )
        for view in self.views:
            yield self._article(view, paths)
            yield File(addresses.article_json(view.id), (view,), partial(summary_json, view))
            for source in first_in.get(view.id, ()):
                yield self._source(source)
        archive = months(
            self.views, self.settings.locale(self.language), self._word("Without a date")
        )
        by_tag = topics(self.views)
        yield self._index(
            addresses.ARCHIVE,
            self._word("Archive"),
            archive,
            empty=self._word("There is no article here yet."),
            see_also=addresses.TAGS if by_tag else None,
        )
        for month in archive:
            yield from self._list(month, addresses.ARCHIVE, self._word("Archive"))
        if by_tag:
            yield self._index(addresses.TAGS, self._word("Topics"), by_tag)
            for topic in by_tag:
                yield from self._list(topic, addresses.TAGS, self._word("All topics"))
        yield self._sources(sources)
        outlines = tuple(view.outline for view in self.views)
        yield File(addresses.SUMMARIES, outlines, partial(summaries_json, outlines, self.language))
        yield File(addresses.SCHEMA, (), schema_json)
        yield from self._feeds()

    def _feeds(self) -> Iterator[File]:
        """The feeds; their links must be absolute, so there is none without the site's address."""
        url = self.settings.url_of(self.language)
        if url is None:
            return
        made = {Feed.RSS: (addresses.RSS, rss), Feed.JSON: (addresses.JSON_FEED, json_feed)}
        newest = self.views[: self.settings.feed_items]
        for feed, (path, make) in made.items():
            if feed in self.settings.feeds:
                yield File(
                    path,
                    newest,
                    partial(
                        make,
                        newest,
                        url=url,
                        title=site_title(self.settings, self.language),
                        description=site_description(self.settings, self.language),
                        language=self.language,
                    ),
                )

    def _front_page(self) -> File:
        newest = self.views[: self.settings.front_page_items]
        return self._page(
            addresses.FRONT_PAGE,
            "front_page.md.j2",
            site_title(self.settings, self.language),
            site_description(self.settings, self.language),
            meta={"tab": self._word("Newest")},
            views=newest,
            more=len(self.views) > len(newest),
            archive=addresses.ARCHIVE,
            linked_data=site_linked_data(
                site_title(self.settings, self.language),
                site_description(self.settings, self.language),
                self.language,
                self.settings.url_of(self.language),
            ),
        )

    def _article(self, view: ArticleView, paths: Mapping[Appearance, str]) -> File:
        path = addresses.article(view.id)
        own = {card.source.id: paths[view.id, card.source.id] for card in view.outline.cards}
        return File(path, (view, own), lambda: self._article_page(path, view, own).make())

    def _article_page(self, path: str, view: ArticleView, sources: Mapping[int, str]) -> File:
        original = web_address(view.summary.url)
        home = self.settings.url_of(self.language)
        head: dict[str, object] = {"kind": "article"}
        if view.summary.date:
            head["date"] = view.summary.date.isoformat()
        return self._page(
            path,
            "article.md.j2",
            view.title.text,
            view.facts[0].text.text if view.facts else "",
            in_search=True,
            hide=("navigation",),
            meta=head,
            view=view,
            charts=self._charts(view),
            reading_view=Section.READING_VIEW in self.settings.sections,
            original_url=original,
            linked_data=article_linked_data(view, home and home + addresses.url(path), original),
            json=addresses.article_json(view.id),
            source_page=lambda source: sources.get(source.id),
            tag_path=tag_path,
        )

    def _charts(self, view: ArticleView) -> tuple[Chart, ...]:
        if Section.CHARTS not in self.settings.sections:
            return ()
        locale, words = self.settings.locale(self.language), wording(self.language)
        return charts(view.figures, self.language, locale, words)

    def _index(
        self,
        path: str,
        title: str,
        entries: Sequence[ArticleList],
        *,
        empty: str = "",
        see_also: str | None = None,
    ) -> File:
        return self._page(
            path, "index.md.j2", title, entries=entries, empty=empty, see_also=see_also
        )

    def _list(self, list_: ArticleList, up: str, up_title: str) -> Iterator[File]:
        for paging, shown in paged(list_, self.settings.items_a_page):
            yield self._page(
                paging.path,
                "list.md.j2",
                list_.title,
                views=shown,
                paging=paging,
                up=up,
                up_title=up_title,
                title_language=list_.language if list_.language != self.language else "",
            )

    def _sources(self, pages: Sequence[SourcePage]) -> File:
        kinds = [
            (kind, of_kind)
            for kind in SourceKind
            if (of_kind := [page for page in pages if page.kind is kind])
        ]
        return self._page(addresses.SOURCES, "sources.md.j2", self._word("Sources"), kinds=kinds)

    def _source(self, page: SourcePage) -> File:
        return self._page(
            page.path,
            "source.md.j2",
            page.name.text,
            in_search=True,
            source=page,
            sources=addresses.SOURCES,
        )

    def _page(
        self,
        path: str,
        template: str,
        title: str,
        description: str = "",
        *,
        in_search: bool = False,
        hide: Sequence[str] = ("navigation", "toc"),
        meta: Mapping[str, object] | None = None,
        **values: object,
    ) -> File:
        """A page of Markdown. `title` and `description` are for its head."""
        head: dict[str, object] = {"title": title, "hide": hide}
        if description:
            head["description"] = _shortened(description)
        if not in_search:
            head["search"] = {"exclude": True}
        head |= meta or {}
        shared: dict[str, object] = {
            "front_matter": Markup(front_matter(head)),  # noqa: S704
            "title": title,
            "description": description,
            "link": lambda there, anchor="": addresses.link(path, there, anchor),
            "article": addresses.article,
            "about": addresses.ABOUT,
            "contact": self.settings.contact,
            "quoted": quoted,
            "sections": {section.value for section in self.settings.sections},
            "reading_view": False,
            "source_page": lambda _: None,
        }
        return File(
            path,
            (template, title, description, head, values),
            lambda: render(template, self.language, **(shared | values)),
        )

    def _word(self, message: str) -> str:
        return wording(self.language).gettext(message)


def quoted(piece: Piece) -> str:
    """Words between the quotation marks of their own language."""
    return wording(piece.language).gettext("“%(words)s”") % {"words": piece.text}


def web_address(url: str | None) -> str | None:
    """An address that a page may link to: http or https and nothing else."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _shortened(text: str) -> str:
    text = one_line(text)
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"
