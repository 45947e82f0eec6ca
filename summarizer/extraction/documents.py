"""Which document a mention means, or who speaks through it: "seine Studie", "dem Bericht"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.extraction.member import DEFINITE, Member, stem_of
from summarizer.extraction.named import by_name
from summarizer.extraction.organisations import institution
from summarizer.extraction.persons import by_pronoun
from summarizer.extraction.roster import Roster
from summarizer.german.phrase import Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import (
    asks_people,
    document_class,
    is_media_name,
    is_pollster,
    speaks_for_author,
)
from summarizer.summary import SourceKind

_AHEAD = 2
"""How many sentences after a survey its author may be named."""


def document(roster: Roster, phrase: Phrase, sentence: int, speakers: Sequence[Member]) -> Member:
    """The document of a phrase, or who speaks through it.

    "Seine Studie" speaks for its author, "die Emnid-Umfrage" for the institute, and "dem
    Bericht" that nobody introduced for the medium named last.
    """
    if phrase.determiner.startswith(("sein", "ihr")):
        pronoun = "er" if phrase.determiner.startswith("sein") else "sie"
        author = by_pronoun(
            roster,
            Phrase(phrase.start, phrase.start + 1, phrase.start, pronoun=pronoun, plural=False),
            sentence,
            list(speakers),
        )
        if author is not None and author.kind is SourceKind.PERSON:
            return author
    institute = phrase.noun.rpartition("-")[0]
    if institute and not phrase.name and _is_institute(roster, institute):
        member = by_name(roster,
            Phrase(phrase.start, phrase.end, phrase.head, name=institute,
                   kind=None if is_media_name(institute) else SourceKind.ORGANISATION)
        )  # fmt: skip
        member.add_alias(phrase.noun)
        member.asks_people = asks_people(phrase.noun)
        return member
    if phrase.owner and (phrase.owner in roster.mentions.names or phrase.owner.isupper()):
        return by_name(roster,
            Phrase(phrase.start, phrase.end, phrase.head, name=phrase.owner,
                   kind=SourceKind.ORGANISATION if phrase.owner.isupper() else None)
        )  # fmt: skip
    author = _author(roster, phrase, sentence)
    if author is not None:
        author.add_alias(phrase.noun)
        author.asks_people = author.asks_people or asks_people(phrase.noun)
        return author
    if phrase.determiner.startswith("ein") and phrase.label == phrase.noun:
        ahead = _told_ahead(roster, phrase, sentence)
        if ahead is not None:
            ahead.add_alias(phrase.noun)
            return ahead
    stem = stem_of(phrase.noun)
    which = document_class(phrase.noun)
    taken_up = phrase.determiner in DEFINITE and not phrase.indefinite and not phrase.plural
    for member in reversed(roster.members):
        if member.kind is SourceKind.DOCUMENT and (
            stem in member.nouns
            or (taken_up and _shortens(phrase, stem, member))
            or (taken_up and which is not None and which == member.document_class)
        ):
            member.add_alias(phrase.noun)
            return member
    if taken_up and phrase.label == phrase.noun and not phrase.name:
        found = _document_before(roster, phrase, sentence, which, speakers)
        if found is not None:
            return found
    member = Member(
        phrase.name or phrase.label or phrase.noun, SourceKind.DOCUMENT,
        named=bool(phrase.name), nouns={stem}, plural=bool(phrase.plural),
        role=phrase.label if phrase.name else "", document_class=which,
        asks_people=asks_people(phrase.noun),
    )  # fmt: skip
    if phrase.name:
        member.add_alias(phrase.noun)
    roster.members.append(member)
    return member


def _shortens(phrase: Phrase, stem: str, member: Member) -> bool:
    """Whether "der Atlas" takes up a document by its compound's last part: "Pendleratlas"."""
    return phrase.label == phrase.noun and any(noun.endswith(stem) for noun in member.nouns)


def _told_ahead(roster: Roster, phrase: Phrase, sentence: int) -> Member | None:
    """Whose survey "einer Umfrage zufolge" cites, where one of the next sentences says it."""
    if not asks_people(phrase.noun):
        return None
    docs = roster.mentions.docs
    for number in range(sentence + 1, min(sentence + 1 + _AHEAD, len(docs))):
        for token in docs[number]:
            other = phrase_at(docs[number], token.i, roster.mentions.names)
            if other is None or other.kind is not SourceKind.DOCUMENT:
                continue
            if not asks_people(other.noun):
                continue
            institute = other.noun.rpartition("-")[0]
            if institute and _is_institute(roster, institute):
                return document(roster, other, number, ())
            return _author(roster, other, number)
    return None


def _author(roster: Roster, phrase: Phrase, sentence: int) -> Member | None:
    """The organisation that speaks in its own statement, survey or figures.

    "In einer Mitteilung der Klinik", "Zahlen des Bundesamts": who issues them answers for them. A
    study or a report has authors of its own, and stays what is cited.
    """
    if phrase.name or not speaks_for_author(phrase.noun):
        return None
    doc = roster.mentions.docs[sentence]
    at = phrase.head + 1
    if at < len(doc) and doc[at].text.lower() in ("von", "vom"):
        at += 1
    owner = phrase_at(doc, at, roster.mentions.names) if at < len(doc) else None
    if owner is None or owner.start >= phrase.end or owner.plural:
        return None
    if owner.kind not in (SourceKind.ORGANISATION, SourceKind.MEDIA):
        return None
    if owner.name:
        return by_name(roster, owner)
    return institution(roster, owner, sentence)


def _is_institute(roster: Roster, name: str) -> bool:
    """Whether the first part of "Emnid-Umfrage" is whoever made it, not what it is about."""
    return (
        is_pollster(name)
        or is_media_name(name)
        or name in roster.mentions.short
        or any(
            token.text == name and token.tag_ in ("NE", "FM")
            for doc in roster.mentions.docs
            for token in doc
        )
    )


def _document_before(
    roster: Roster, phrase: Phrase, sentence: int, which: int | None, speakers: Sequence[Member]
) -> Member | None:
    """What "die Untersuchung" or "dem Bericht" takes up, where no source is it yet."""
    for number in range(sentence, -1, -1):
        doc = roster.mentions.docs[number]
        for token in doc:
            other = phrase_at(doc, token.i, roster.mentions.names)
            if (
                other is not None
                and other.kind is SourceKind.DOCUMENT
                and (number, other.start) != (sentence, phrase.start)
                and which is not None
                and document_class(other.noun) == which
                and (other.name or other.label != other.noun or other.noun != phrase.noun)
            ):
                return document(roster, other, number, speakers)
    if which is not None and "bericht" in phrase.noun.lower():
        media = [m for m in speakers if m.kind is SourceKind.MEDIA]
        return media[-1] if media else None
    return None
