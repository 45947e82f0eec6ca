"""The memory: what the catalogues of all articles know, so that the same German is translated once.

Reviewed beats machine. Between reviewed translations of the same German the article's own comes
first, then those of articles that still have the sentence, then of those that had it; within
each, the alphabet of article ids decides, so the result never depends on the file system.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.summary import TranslationState
from summarizer.translation.catalogue import Catalogue, Entry, Key, OriginKind
from summarizer.translation.segments import PROSE

_PROSE = frozenset(str(kind) for kind in PROSE)


@dataclass(frozen=True)
class Remembered:
    """A translation and where it is from: an article, and the engine if a machine wrote it."""

    text: str
    article: str
    engine: str = ""


@dataclass(frozen=True)
class Memory:
    """Reviewed and machine translations by kind and German, best first."""

    reviewed: Mapping[Key, tuple[Remembered, ...]] = field(default_factory=dict)
    machine: Mapping[Key, tuple[Remembered, ...]] = field(default_factory=dict)

    def find_reviewed(self, key: Key, article: str) -> Remembered | None:
        """The translation that people gave `key`, that of `article` itself first.

        A title, a sentence and a quote with the same words share theirs where none has its own.
        """
        for candidate in _alternatives(key):
            found = self.reviewed.get(candidate, ())
            if found:
                return next((item for item in found if item.article == article), found[0])
        return None

    def find_machine(self, key: Key, engine: str | None) -> Remembered | None:
        """What a machine made of `key` (the given engine, if one is given) in any article."""
        for candidate in _alternatives(key):
            for item in self.machine.get(candidate, ()):
                if engine is None or item.engine == engine:
                    return item
        return None


def _alternatives(key: Key) -> tuple[Key, ...]:
    if key.kind not in _PROSE:
        return (key,)
    return (key, *(Key(kind, key.german) for kind in sorted(_PROSE - {key.kind})))


class Item(NamedTuple):
    """What a catalogue adds to the memory; `engine` is None for a person's work."""

    kind: str
    german: str
    text: str
    engine: str | None = None
    obsolete: bool = False


def items_of(catalogue: Catalogue) -> Iterator[Item]:
    """What `catalogue` adds to the memory."""
    for entry in catalogue.entries:
        if _by_person(entry):
            yield Item(*entry.key, entry.text, obsolete=entry.obsolete)
        elif entry.state is TranslationState.MACHINE and entry.origin:
            yield Item(*entry.key, entry.text, entry.origin.by)


def remember(catalogues: Mapping[str, Catalogue]) -> Memory:
    """The memory of `catalogues`, given by article id."""
    return memory_of({article: items_of(each) for article, each in catalogues.items()})


def memory_of(items: Mapping[str, Iterable[Item]]) -> Memory:
    """The memory that `items`, given by article id, make up."""
    reviewed: dict[Key, list[tuple[bool, Remembered]]] = {}
    machine: dict[Key, list[Remembered]] = {}
    for article in sorted(items):
        for item in items[article]:
            key = Key(item.kind, item.german)
            remembered = Remembered(item.text, article, item.engine or "")
            if item.engine is None:
                reviewed.setdefault(key, []).append((item.obsolete, remembered))
            else:
                machine.setdefault(key, []).append(remembered)
    return Memory(
        reviewed={key: _best_first(each) for key, each in reviewed.items()},
        machine={key: tuple(each) for key, each in machine.items()},
    )


def _by_person(entry: Entry) -> bool:
    """Whether the entry is a review of its own, and not itself a copy from the memory."""
    return entry.by_person and not entry.fuzzy


def _best_first(items: Iterable[tuple[bool, Remembered]]) -> tuple[Remembered, ...]:
    return tuple(item for _, item in sorted(items, key=lambda pair: (pair[0], pair[1].article)))


def is_copy(entry: Entry) -> bool:
    """Whether `entry` repeats a review of another article and follows it when it changes."""
    return entry.untouched and entry.origin is not None and entry.origin.kind is OriginKind.MEMORY
