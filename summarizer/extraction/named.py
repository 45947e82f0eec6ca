"""Whom a proper name means: a person, an organisation or a medium."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from summarizer.extraction.member import Member, is_territory, surname_of
from summarizer.extraction.organisations import institution, named_organisation
from summarizer.extraction.persons import person
from summarizer.extraction.roster import Roster
from summarizer.extraction.short_names import unclipped
from summarizer.german.given_names import is_given_name
from summarizer.german.lexicon import load
from summarizer.german.phrase import Phrase
from summarizer.german.speakers import (
    is_known_organisation,
    is_media_name,
    is_pollster,
    kind_of_noun,
)
from summarizer.summary import SourceKind


@cache
def _media_written() -> frozenset[str]:
    return frozenset(load("speakers")["media_names"])


def by_name(roster: Roster, phrase: Phrase) -> Member:
    """The member of a proper name, made new where it is none yet."""
    full = unclipped(phrase.name)
    if full:
        return institution(
            roster, replace(phrase, name="", noun=full, label=full, kind=kind_of_noun(full)), -1
        )
    name, kind = phrase.name, phrase.kind
    surname = surname_of(name)
    if phrase.quoted and kind is None:
        kind = SourceKind.MEDIA
    if kind in (None, SourceKind.PERSON) and (
        surname in roster.mentions.persons
        or (surname.endswith("s") and surname[:-1] in roster.mentions.persons)
    ):
        kind = SourceKind.PERSON
    if kind in (None, SourceKind.PERSON) and not phrase.noun:
        known = _known_as(roster, name)
        if known is not None:
            return named_organisation(roster, phrase, known)
    if kind is None:
        kind = _guess_kind(roster, phrase)
    if kind is SourceKind.PERSON:
        return person(roster, phrase)
    if is_media_name(name) and name in _media_written():
        kind = SourceKind.MEDIA
    return named_organisation(roster, phrase, kind)


def _known_as(roster: Roster, name: str) -> SourceKind | None:
    """What else the article calls a name's bearer: "der Digitalverband Bitkom"; None: nothing."""
    forms = roster.mentions.persons.get(surname_of(name), [])
    if any(is_given_name(form.split()[0]) for form in forms if " " in form):
        return None
    for _, phrase in roster.mentions.organisations:
        if phrase.name == name and phrase.noun:
            return phrase.kind
    return None


def _guess_kind(roster: Roster, phrase: Phrase) -> SourceKind:
    name = phrase.name
    last = surname_of(name)
    if phrase.quoted or is_media_name(name):
        return SourceKind.MEDIA
    if (
        is_pollster(name)
        or is_known_organisation(name)
        or is_territory(name)
        or name in roster.mentions.company_words
        or name in roster.mentions.places
    ):
        return SourceKind.ORGANISATION
    if phrase.determiner in ("die", "der", "das") and not phrase.noun:
        noun_kind = kind_of_noun(last)
        return noun_kind or SourceKind.ORGANISATION
    noun_kind = kind_of_noun(last)
    if noun_kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
        return noun_kind
    return SourceKind.PERSON
