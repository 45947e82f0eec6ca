"""Named sources over all articles: who said what, where.

Two articles' sources are one only where that is as good as certain. People are one by their full
name and what they are; a surname alone, a shortened name ("Stephan B.") or an institution that
every town has ("Polizei") is never carried from one article to the next.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import commonprefix

from summarizer.german.lexicon import load
from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView, Card, Piece, SourceView
from summarizer.publishing.plain_text import one_line, slug
from summarizer.summary import Source, SourceKind

Appearance = tuple[str, int]
"""A source of an article: the article's id and the source's."""

_INITIAL = re.compile(r"\w\.?")
_SHORTEST_WORD = 4
"""Letters of a word that says what somebody is; shorter ones are articles and the like."""
_SHARED_BEGINNING = 5
_LONGEST_ENDING = 3
"""Words of one family share all but their ends: "Ukraine", "ukrainischer"."""

_NAMESAKES = 20


@dataclass(frozen=True, order=True)
class Identity:
    """Who a source is over all articles.

    `role` is the fullest that its articles give, in German; `article` is set where the name says
    too little to know the source again in another article.
    """

    kind: SourceKind
    name: str
    role: str = ""
    article: str = ""


@dataclass(frozen=True)
class SourcePage:
    """A source's page: its name as most recently written, and every article it speaks in."""

    path: str
    kind: SourceKind
    name: Piece
    role: Piece | None
    also: tuple[Piece, ...]
    searched: tuple[Piece, ...]
    appearances: tuple[tuple[ArticleView, Card], ...]
    shares_name: bool = False
    """Whether other sources have this name, who are somebody else or may be."""
    namesakes: tuple[SourcePage, ...] = ()
    """Where it is a person's name, some of them."""

    @property
    def count(self) -> int:
        """How many statements it made."""
        return sum(card.count for _, card in self.appearances)

    @property
    def spoken(self) -> Iterator[tuple[ArticleView, SourceView]]:
        """Each article that it speaks in, and its card there."""
        for view, card in self.appearances:
            yield view, next(s for s in view.named_sources if s.source.id == card.source.id)


def identities(views: Sequence[ArticleView]) -> Mapping[Appearance, Identity]:
    """Who each named source of each article is. Their order does not matter."""
    by_name: dict[tuple[SourceKind, str], list[tuple[str, Source]]] = {}
    for view in views:
        for card in view.outline.cards:
            source = card.source
            name = one_line(source.name).casefold()
            by_name.setdefault((source.kind, name), []).append((view.id, source))
    found: dict[Appearance, Identity] = {}
    for (kind, name), sources in by_name.items():
        alone = Identity(kind, name)
        roles = _fullest_roles({source.role for _, source in sources})
        for article, source in sources:
            role = roles[source.role] if kind is SourceKind.PERSON else ""
            certain = role is not None and is_telling(source)
            found[article, source.id] = (
                replace(alone, role=role or "") if certain else replace(alone, article=article)
            )
    return found


def is_telling(source: Source) -> bool:
    """Whether a source's name is enough to know it again in another article."""
    words = one_line(source.name).split()
    if source.kind is SourceKind.PERSON:
        return len(words) > 1 and not any(
            _INITIAL.fullmatch(word) for word in (words[0], words[-1])
        )
    if len(words) > 1 or source.kind is SourceKind.MEDIA:
        return True
    name = words[0].casefold() if words else ""
    lexicon = load("shared_names")
    return source.kind is not SourceKind.DOCUMENT and (
        name.startswith(tuple(lexicon["unique_beginnings"]))
        or not name.endswith(tuple(lexicon["institutions"]))
    )


def _fullest_roles(roles: Iterable[str]) -> Mapping[str, str | None]:
    """For each role of people of one name the fullest that may be the same person's.

    None where several may be: "Sprecher" beside "Sprecher der Polizei" and "Sprecher
    des Vereins".
    """
    fullest: list[str] = []
    found: dict[str, str | None] = {}
    for role in sorted(set(roles), key=lambda role: (-len(_role_words(role)), role)):
        longer = [other for other in fullest if _may_be_one(role, other)]
        if not longer:
            fullest.append(role)
        found[role] = role if not longer else longer[0] if len(longer) == 1 else None
    return found


def _may_be_one(role: str, other: str) -> bool:
    """Whether one role may be short for the other, or both name the same company or place."""
    words, others = _role_words(role), _role_words(other)
    shared = [word for word in words if any(_same_family(word, one) for one in others)]
    return len(shared) == len(words) or not all(map(_is_office, shared))


def _is_office(word: str) -> bool:
    """Whether a word of a role says what somebody is, and not where: many are "Sprecher"."""
    return word.endswith(tuple(entry.strip("=") for entry in load("speakers")["person"]))


def _role_words(role: str) -> list[str]:
    words = re.findall(r"\w+", one_line(role).casefold())
    return [word for word in words if len(word) >= _SHORTEST_WORD]


def _same_family(one: str, other: str) -> bool:
    """As are "Ukraine" and "ukrainischer", "Kanzlerin" and "Bundeskanzlerin"."""
    short, long = sorted((one.removesuffix("in"), other.removesuffix("in")), key=len)
    shared = len(commonprefix((short, long)))
    return (
        short == long
        or shared >= max(_SHARED_BEGINNING, len(short) - _LONGEST_ENDING)
        or (len(short) >= _SHARED_BEGINNING and long.endswith(short))
    )


def source_paths(views: Sequence[ArticleView]) -> Mapping[Appearance, str]:
    """The page of each named source: from its German name, so the same in every language.

    Names that give the same slug ("Müller", "Mueller") get an ending of their own, and so do
    different people of one name. A page of one article alone always has one, so that no other
    article changes its address.
    """
    found = identities(views)
    by_slug: dict[str, list[Identity]] = {}
    for identity in sorted(set(found.values())):
        by_slug.setdefault(slug(identity.name), []).append(identity)
    paths: dict[Identity, str] = {}
    for name, same in by_slug.items():
        shared = sum(not identity.article for identity in same) > 1
        for identity in same:
            plain = name not in ("", "index") and not shared and not identity.article
            ending = "" if plain else _digest(identity)
            paths[identity] = addresses.source(f"{name}-{ending}".strip("-"))
    return {appearance: paths[identity] for appearance, identity in found.items()}


def source_pages(
    views: Sequence[ArticleView], paths: Mapping[Appearance, str]
) -> tuple[SourcePage, ...]:
    """Every named source's page, by name."""
    appearances: dict[str, list[tuple[ArticleView, Card]]] = {}
    for view in views:
        for card in view.outline.cards:
            appearances.setdefault(paths[view.id, card.source.id], []).append((view, card))
    pages = [
        SourcePage(
            path=path,
            kind=cards[0][1].source.kind,
            name=cards[0][1].name,
            role=next((card.role for _, card in cards if card.role), None),
            also=tuple(dict.fromkeys(other for _, card in cards for other in card.also)),
            searched=tuple(dict.fromkeys(other for _, card in cards for other in card.searched)),
            appearances=tuple(cards),
        )
        for path, cards in appearances.items()
    ]
    by_name: dict[str, list[SourcePage]] = {}
    for page in sorted(pages, key=lambda page: (slug(page.name.text), page.path)):
        by_name.setdefault(_shown_name(page), []).append(page)
    return tuple(
        replace(
            page,
            shares_name=len(same) > 1,
            namesakes=tuple(
                other for other in same[:_NAMESAKES] if other is not page and _is_person(page)
            ),
        )
        for same in by_name.values()
        for page in same
    )


def _is_person(page: SourcePage) -> bool:
    return page.kind is SourceKind.PERSON


def _shown_name(page: SourcePage) -> str:
    return page.name.text.casefold()


def _digest(identity: Identity) -> str:
    parts = (identity.kind, identity.name, identity.role, identity.article)
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:8]
