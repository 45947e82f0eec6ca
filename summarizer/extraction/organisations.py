"""Which organisation or medium a mention means: by name, short name, or "das Unternehmen"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.extraction.member import DEFINITE, Member, is_territory, stem_of
from summarizer.extraction.roster import Roster
from summarizer.extraction.short_names import abbreviates, is_part_of, unclipped
from summarizer.german.lexicon import load
from summarizer.german.phrase import Phrase
from summarizer.german.speakers import is_company, kind_of_noun, refers_to_organisation
from summarizer.summary import SourceKind

_COUNTRIES = frozenset(load("speakers")["country_words"])


def named_organisation(roster: Roster, phrase: Phrase, kind: SourceKind) -> Member:
    """The organisation or medium of a name, made new where it is none yet."""
    name = phrase.name
    if (
        not phrase.noun
        and name in roster.mentions.short
        and roster.mentions.short[name][1].name != name
    ):
        number, long = roster.mentions.short[name]
        long = replace(long, abbreviation="")
        member = (
            named_organisation(roster, long, long.kind or kind)
            if long.name
            else institution(roster, long, number)
        )
        member.add_alias(name)
        return member
    display = name
    if kind is SourceKind.ORGANISATION and phrase.noun and kind_of_noun(phrase.noun) is kind:
        display = _organisation_name(phrase)
    for member in roster.members:
        alike = member.kind in (kind, SourceKind.ORGANISATION, SourceKind.MEDIA)
        if member.name == name or (alike and _same_organisation(member, display, name)):
            if len(display) > len(member.name) and kind is SourceKind.ORGANISATION:
                member.add_alias(member.name)
                member.name = display
            member.add_alias(name)
            return member
    member = Member(display, kind, named=True, feminine=phrase.feminine)
    member.proper = not is_territory(name)
    member.masculine = phrase.determiner == "der" and phrase.nominative
    if kind is not SourceKind.ORGANISATION or display == name:
        member.role = phrase.label
    member.add_alias(name)
    if phrase.noun:
        member.nouns.add(stem_of(phrase.noun))
    if phrase.abbreviation:
        member.add_alias(phrase.abbreviation)
    roster.members.append(member)
    return member


def _organisation_name(phrase: Phrase) -> str:
    """Noun and name together: "Polizei Linz", but "Verband Ditib" → "Ditib"."""
    proper = phrase.name
    if phrase.abbreviation and abbreviates(phrase.abbreviation, f"{phrase.noun} {proper}"):
        return f"{phrase.noun} {proper}"
    if _is_described(proper):
        return f"{phrase.noun} {proper}"  # "Gewerkschaft Nahrung-Genuss-Gaststätten"
    if refers_to_organisation(phrase.noun) and proper not in _COUNTRIES:
        return proper  # "der Hersteller Novatek"
    if (
        is_territory(proper)
        or proper in _COUNTRIES
        or kind_of_noun(phrase.noun) is SourceKind.ORGANISATION
    ):
        return f"{phrase.noun} {proper}"
    return proper


def _is_described(name: str) -> bool:
    """Whether a name only says what its bearer is for: "Nahrung-Genuss-Gaststätten"."""
    parts = name.split("-")
    return len(parts) > 2 and all(len(p) > 2 and p.istitle() for p in parts)


def _same_organisation(member: Member, display: str, name: str) -> bool:
    if member.kind is SourceKind.PERSON or not member.named:
        return False
    if any(
        abbreviates(name, form) or abbreviates(form, name) or is_part_of(name, form)
        for form in (member.name, *member.aliases)
    ):
        return True
    forms = {member.name.lower(), *(a.lower() for a in member.aliases)}
    wanted = {display.lower(), name.lower(), name.lower().removesuffix("s")}
    return bool(forms & wanted or {f.removesuffix("s") for f in forms} & wanted)


def institution(roster: Roster, phrase: Phrase, sentence: int) -> Member:
    """The institution of a common noun: itself, or the one that a bare noun refers to."""
    full = unclipped(phrase.noun)
    if full:
        phrase = replace(phrase, noun=full, label=phrase.label.replace(phrase.noun, full))
    bare = (
        (stem_of(phrase.label) == stem_of(phrase.noun) or refers_to_organisation(phrase.noun))
        and (not phrase.owner or _is_seated(phrase))
        and not phrase.abbreviation
        and phrase.determiner in DEFINITE
    )
    if bare:
        found = _fuller_mention(roster, phrase, sentence) or _reference(roster, phrase, sentence)
        if found is not None:
            _, fuller = found
            member = (
                named_organisation(roster, fuller, fuller.kind or SourceKind.ORGANISATION)
                if fuller.name
                else organisation(roster, fuller)
            )
            member.add_alias(phrase.noun)
            return member
    return organisation(roster, phrase)


def _is_seated(phrase: Phrase) -> bool:
    """Whether an organisation's owner is only its seat: "das Unternehmen aus Halden"."""
    return refers_to_organisation(phrase.noun) and f"{phrase.noun} aus" in phrase.label


def _fuller_mention(roster: Roster, phrase: Phrase, sentence: int) -> tuple[int, Phrase] | None:
    """The mention that "das Theater" takes up: "Stadttheater Lünsen"; the last one before.

    A headline comes before what it speaks of, so the first one after counts, too.
    """
    low = phrase.noun.lower()
    fitting = [
        (number, other)
        for number, other in roster.mentions.organisations
        if other.noun
        and not other.plural
        and not other.indefinite
        and stem_of(other.noun).endswith((stem_of(phrase.noun), stem_of(low)))
        and (other.name or other.abbreviation or other.label != other.noun
             or len(other.noun) > len(phrase.noun))
        and other.kind is phrase.kind
    ]  # fmt: skip
    before = [f for f in fitting if f[0] <= sentence]
    if before:
        return before[-1]
    return fitting[0] if fitting else None


def _reference(roster: Roster, phrase: Phrase, sentence: int) -> tuple[int, Phrase] | None:
    """What "der Konzern", "der Klub" or "das Blatt" stands for: the last of its sort."""
    reach = sentence or 2  # a first line comes before what it speaks of
    before = [
        (number, other)
        for number, other in roster.mentions.organisations
        if number <= reach and (number, other.start) != (sentence, phrase.start)
    ]
    if phrase.kind is SourceKind.MEDIA:
        named = [f for f in before if f[1].kind is SourceKind.MEDIA and f[1].name]
        return named[-1] if named else None
    if not refers_to_organisation(phrase.noun):
        return None
    companies = [
        (number, other)
        for number, other in before
        if other.kind is SourceKind.ORGANISATION
        and (other.name or not other.plural)
        and (other.name or not refers_to_organisation(other.noun))
        and (
            (is_company(other.noun) and is_company(phrase.noun))
            or stem_of(other.noun).endswith(stem_of(phrase.noun).lower())
            if other.noun
            else bool(other.name) and not is_territory(other.name)
        )
    ]
    return companies[-1] if companies else None


def organisation(roster: Roster, phrase: Phrase) -> Member:
    """The institution of a noun that stands for itself, made new where it is none yet."""
    noun = phrase.noun
    display = phrase.label or noun
    if (
        phrase.owner
        and not phrase.label.endswith(phrase.owner)
        and phrase.owner not in phrase.label
    ):
        display = f"{phrase.owner} {noun}"
    stem = stem_of(noun)
    fuller = _fuller_organisation(roster, phrase)
    for member in roster.members:
        if (
            member.kind is not SourceKind.PERSON
            and member.named
            and (
                member.name == display  # 'die "Halder Zeitung"', read as a name
                or (
                    stem in member.nouns
                    and (not phrase.owner or not member.owner or phrase.owner == member.owner)
                    and any(
                        _compatible_labels(form, display, noun)
                        for form in (member.name, member.role, *member.aliases)
                        if form
                    )
                )
            )
        ):
            abbreviated = member.name in (phrase.abbreviation, _known_abbreviation(roster, phrase))
            if (
                len(display.split()) > len(member.name.split())
                and noun in display
                and not (abbreviated and member.name)
            ):
                member.add_alias(member.name)
                member.name = display
            member.add_alias(display)
            if phrase.abbreviation:
                member.add_alias(phrase.abbreviation)
            return member
    plural = bool(phrase.plural)
    member = Member(
        fuller or display, phrase.kind or SourceKind.ORGANISATION, named=not plural,
        nouns={stem}, feminine=phrase.feminine, plural=plural, owner=phrase.owner,
    )  # fmt: skip
    member.masculine = phrase.determiner == "der" and phrase.nominative
    if fuller:
        member.add_alias(display)
    if plural and phrase.kind is SourceKind.MEDIA:
        member.kind = SourceKind.GROUP
    abbreviation = phrase.abbreviation or _known_abbreviation(roster, phrase)
    if abbreviation:
        member.add_alias(abbreviation)
    roster.members.append(member)
    return member


def _known_abbreviation(roster: Roster, phrase: Phrase) -> str:
    stem = stem_of(phrase.noun)
    for _, other in roster.mentions.organisations:
        if (
            other.noun
            and other.abbreviation
            and stem_of(other.noun) == stem
            and (_compatible_labels(other.label, phrase.label, phrase.noun))
        ):
            return other.abbreviation
    return ""


def _fuller_organisation(roster: Roster, phrase: Phrase) -> str:
    """The name of an institution that the article gives in full elsewhere."""
    low = phrase.noun.lower()
    best = ""
    for _, other in roster.mentions.organisations:
        if not other.noun or other.kind is not phrase.kind:
            continue
        candidate = f"{other.noun} {other.name}" if other.name else ""
        same = other.noun.lower() == low or other.noun.lower().endswith(low)
        if candidate and same and phrase.label == phrase.noun and len(candidate) > len(best):
            if phrase.kind is SourceKind.MEDIA:
                continue
            best = candidate
    return best


def _compatible_labels(known: str, new: str, noun: str) -> bool:
    if known == new:
        return True
    known_words = {w.lower() for w in known.split()} - {noun.lower()}
    new_words = {w.lower() for w in new.split()} - {noun.lower()}
    return not known_words or not new_words or known_words <= new_words or new_words <= known_words
