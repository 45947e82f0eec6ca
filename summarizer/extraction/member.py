"""One member of an article's cast, and what tells names and nouns of members apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from summarizer.summary import SourceKind

DEFINITE = frozenset({"", "der", "die", "das", "dem", "den", "des"})
"""Determiners of what the reader knows already."""


@dataclass
class Member:
    """Someone or something an article names. `last` is where it was last mentioned."""

    name: str
    kind: SourceKind
    named: bool
    role: str = ""
    aliases: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    plural: bool = False
    feminine: bool | None = None
    owner: str = ""
    proper: bool = False
    masculine: bool = False
    document_class: int | None = None
    asks_people: bool = False
    last: int = -1

    def add_alias(self, alias: str) -> None:
        """Record another form of the name."""
        if alias and alias != self.name and alias not in self.aliases:
            self.aliases.append(alias)


def surname_of(name: str) -> str:
    """The part of a person's name that stands for it alone."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else name


@cache
def _territories() -> frozenset[str]:
    names = {n.lower() for n in Locale("de").territories.values()}
    return frozenset(names | {"usa", "us", "eu", "england", "schottland", "wales", "nordkorea",
                              "südkorea", "großbritannien"})  # fmt: skip


def is_territory(name: str) -> bool:
    """Whether `name` is a country's or region's (CLDR)."""
    return name.lower() in _territories()


def stem_of(noun: str) -> str:
    """A noun without its endings, so that its cases and numbers are one."""
    low = noun.lower()
    while True:
        for ending in ("es", "en", "er", "in", "s", "n", "e"):
            if low.endswith(ending) and len(low) - len(ending) >= 4:
                low = low[: -len(ending)]
                break
        else:
            return low
