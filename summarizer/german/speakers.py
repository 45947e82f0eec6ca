"""What sort of speaker a German noun denotes: "Innenministerin" a person, "Landesamt" an office.

The nouns stand in ``lexicon/speakers.yml``; compounds are found by their end, inflected and
women's forms by their stem.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from summarizer.german.lexicon import load
from summarizer.summary import SourceKind

_KINDS = {
    "person": SourceKind.PERSON,
    "organisation": SourceKind.ORGANISATION,
    "media": SourceKind.MEDIA,
    "document": SourceKind.DOCUMENT,
    "group": SourceKind.GROUP,
}
_ENDINGS = ("innen", "in", "nen", "en", "es", "er", "em", "n", "s", "e", "r")
_UMLAUTS = str.maketrans("äöü", "aou")
_SHORTEST_SUFFIX = 3
_FEMININE_ENDINGS = (
    "ung", "heit", "keit", "schaft", "ion", "tät", "ei", "enz", "anz", "behörde", "regierung",
    "bank", "bahn", "börse", "wehr", "kirche", "gemeinde", "schule", "klinik", "kammer", "agentur",
    "airline", "liga", "armee", "firma", "studie", "umfrage", "analyse", "presse", "stadt",
    "statistik", "familie", "spitze", "frau", "mutter", "tochter", "schwester", "initiative",
    "zentrale", "kasse", "miliz", "justiz", "cdu", "spd", "fdp", "csu", "afd", "nato", "eu", "uno",
    "offensive", "marine", "anklage", "wache", "abteilung", "kritik", "aussage", "angabe", "quelle",
)  # fmt: skip


@cache
def _entries(group: str) -> tuple[frozenset[str], frozenset[str]]:
    """The group's nouns that match whole words only, and those that match a compound's end."""
    words = [str(word).lower() for word in load("speakers")[group]]
    whole = frozenset(word[1:] for word in words if word.startswith("="))
    return whole, frozenset(word for word in words if not word.startswith("="))


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_SUFFIX:
            yield stem
            yield stem + "e"
    plain = word.translate(_UMLAUTS)
    if plain != word:
        yield from _stems(plain)


def _match(word: str, group: str) -> int:
    """The length of the longest entry of `group` that `word` is or ends in; 0 for none."""
    whole, suffixes = _entries(group)
    best = 0
    for stem in _stems(word):
        if stem in whole or stem.rpartition("-")[2] in whole:
            best = max(best, len(stem))
        for at in range(max(0, len(stem) - _SHORTEST_SUFFIX + 1)):
            if stem[at:] in suffixes:
                size = len(stem) - at
                # A short noun at the end of a long word is chance, not a compound, and
                # "Versender" is derived from a verb.
                if stem[:at] in ("ver", "be", "ent", "er", "ge", "zer", "ab", "an", "auf", "aus"):
                    break
                if (
                    size > _SHORTEST_SUFFIX
                    or at == 0
                    or stem[at - 1] == "-"
                    or (stem[at - 1] == "s" and at > 3)
                ):
                    best = max(best, size)
                break
    return best


@cache
def kind_of_noun(noun: str) -> SourceKind | None:
    """The kind of speaker that `noun` denotes in the singular; None where it denotes none.

    Where several groups match, the longest entry wins ("Geheimdienst" over "Dienst"), then the
    order of ``SourceKind``.
    """
    word = noun.lower().strip("\"“”„'")
    if not word or not (noun[0].isupper() or noun[0].isdigit()):
        return None
    found = [
        (_match(word, group), -rank, kind) for rank, (group, kind) in enumerate(_KINDS.items())
    ]
    length, _, kind = max(found, key=lambda entry: entry[:2])
    return kind if length else None


@cache
def denotes(noun: str, kind: SourceKind) -> bool:
    """Whether `noun` can denote `kind`: "Vorstand" is a person and an organisation."""
    group = next(group for group, of in _KINDS.items() if of is kind)
    return bool(noun) and noun[0].isupper() and _match(noun.lower(), group) > 0


@cache
def is_body(noun: str) -> bool:
    """Whether `noun` is as much a body as a person: "Vorstand", "Stadtrat"."""
    body = _match(noun.lower(), "organisation")
    return body > 0 and body >= _match(noun.lower(), "person")


@cache
def refers_back(noun: str) -> bool:
    """Whether "der" + `noun` may stand for a person named before ("der 48-Jährige")."""
    return bool(noun) and _match(noun.lower(), "back_reference") > 0


@cache
def refers_to_organisation(noun: str) -> bool:
    """Whether "das" + `noun` may stand for an organisation named before ("der Konzern")."""
    return bool(noun) and _match(noun.lower(), "organisation_reference") > 0


@cache
def document_class(noun: str) -> int | None:
    """Which documents `noun` can stand for, as a number: "Studie" and "Untersuchung" are one."""
    best, found = 0, None
    for number, group in enumerate(load("speakers")["same_document"]):
        low = noun.lower()
        for word in group:
            if any(stem.endswith(word) for stem in _stems(low)) and len(word) > best:
                best, found = len(word), number
    return found


@cache
def speaks_for_author(noun: str) -> bool:
    """Whether a document says what its author says: "Mitteilung", "Umfrage", "Zahlen"."""
    return bool(noun) and _match(noun.lower(), "authors_word") > 0


@cache
def holds_findings(noun: str) -> bool:
    """Whether a document's findings are what it shows: "Studie", not "Foto"."""
    return bool(noun) and _match(noun.lower(), "findings") > 0


def asks_people(noun: str) -> bool:
    """Whether a document asks many people: "Umfrage", "Erhebung", "Barometer"."""
    return document_class(noun) == 0


@cache
def is_pollster(name: str) -> bool:
    """Whether `name` is a well-known polling institute's."""
    return name.lower() in {str(n).lower() for n in load("speakers")["pollster"]}


@cache
def is_known_organisation(name: str) -> bool:
    """Whether `name` is a well-known company's, association's or capital's ("Moskau")."""
    return any(name in load("speakers")[group] for group in ("organisation_names", "capitals"))


@cache
def is_company(noun: str) -> bool:
    """Whether `noun` denotes what "das Unternehmen" may stand for ("Autobauer", "Airline")."""
    return bool(noun) and _match(noun.lower(), "company") > 0


@cache
def refers_to_forecaster(noun: str) -> bool:
    """Whether `noun` denotes one whose expectation is information ("Meteorologen")."""
    return bool(noun) and _match(noun.lower(), "forecaster") > 0


@cache
def _media_names() -> frozenset[str]:
    return frozenset(name.lower() for name in load("speakers")["media_names"])


def is_media_name(name: str) -> bool:
    """Whether `name` is a well-known medium's, or carries a word for one ("Anzeiger")."""
    lowered = name.lower().strip()
    if lowered in _media_names():
        return True
    last = lowered.split()[-1] if lowered.split() else ""
    return last.endswith(("zeitung", "anzeiger", "blatt", "magazin", "tagblatt", "kurier", "bote",
                          "nachrichten", "presse", "rundschau", "online", "tageblatt"))  # fmt: skip


@cache
def is_feminine(noun: str) -> bool:
    """Whether `noun` is feminine, so that "der" before it is no nominative."""
    word = noun.lower()
    if word.endswith("in") and kind_of_noun(noun) is SourceKind.PERSON:
        return True
    return word.endswith(_FEMININE_ENDINGS)


@cache
def is_plural_person(noun: str) -> bool:
    """Whether `noun` without an article must be more than one person ("Anwohner" may be)."""
    return noun.lower().endswith(("innen", "leute", "kräfte", "kreise"))
