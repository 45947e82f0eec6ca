"""Named sources over all articles: who said what, where."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView, Piece, SourceView
from summarizer.publishing.plain_text import one_line, slug
from summarizer.summary import Source, SourceKind

Key = tuple[SourceKind, str]


@dataclass(frozen=True)
class SourcePage:
    """A source's page: its name as most recently written, and every article it speaks in."""

    path: str
    kind: SourceKind
    name: Piece
    role: Piece | None
    also: tuple[str, ...]
    appearances: tuple[tuple[ArticleView, SourceView], ...]

    @property
    def count(self) -> int:
        """How many statements it made."""
        return sum(len(card.statements) for _, card in self.appearances)


def key(source: Source) -> Key:
    """What makes two articles' sources one: the same kind and the same name."""
    return source.kind, one_line(source.name).casefold()


def source_paths(views: Sequence[ArticleView]) -> Mapping[Key, str]:
    """The page of each named source: from its German name, so the same in every language.

    Names that give the same slug ("Müller", "Mueller") get an ending of their own.
    """
    keys = {key(s): s for view in views for s in view.summary.sources if s.named}
    by_slug: dict[str, list[Key]] = {}
    for found in sorted(keys):
        by_slug.setdefault(slug(found[1]), []).append(found)
    return {
        found: addresses.source(
            name
            if name not in ("", "index") and len(same) == 1
            else f"{name}-{_digest(found)}".strip("-")
        )
        for name, same in by_slug.items()
        for found in same
    }


def source_pages(views: Sequence[ArticleView], paths: Mapping[Key, str]) -> tuple[SourcePage, ...]:
    """Every named source's page, by name."""
    appearances: dict[Key, list[tuple[ArticleView, SourceView]]] = {}
    for view in views:
        for card in view.named_sources:
            appearances.setdefault(key(card.source), []).append((view, card))
    pages = [
        SourcePage(
            path=paths[found],
            kind=found[0],
            name=cards[0][1].name,
            role=next((card.role for _, card in cards if card.role), None),
            also=tuple(dict.fromkeys(other for _, card in cards for other in card.also)),
            appearances=tuple(cards),
        )
        for found, cards in appearances.items()
    ]
    return tuple(sorted(pages, key=lambda page: (slug(page.name.text), page.path)))


def _digest(found: Key) -> str:
    return hashlib.sha256("\n".join(found).encode("utf-8")).hexdigest()[:8]
