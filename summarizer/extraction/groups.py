"""Which unnamed people a mention means: "Augenzeugen", "ein Sprecher der Klinik"."""

from __future__ import annotations

from summarizer.extraction.member import Member, stem_of
from summarizer.extraction.roster import Roster
from summarizer.german.phrase import Phrase
from summarizer.summary import SourceKind


def group(roster: Roster, phrase: Phrase) -> Member:
    """The unnamed people of a noun, made new where it is none of those met before."""
    stem = stem_of(phrase.noun)
    label = phrase.label or phrase.noun
    if (
        phrase.start == 0
        and not phrase.determiner
        and not (
            label.lower().startswith(phrase.noun.lower()[:4]) or label.split()[0].endswith("er")
        )
    ):
        label = label[0].lower() + label[1:]  # an adjective that opens its sentence
    if phrase.plural and phrase.determiner in (
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
    ):
        label = f"{phrase.determiner} {label}"
    if phrase.determiner in ("der", "die", "dem") and not phrase.plural:
        for member in reversed(roster.members):
            shorter = stem not in member.nouns and any(stem.endswith(noun) for noun in member.nouns)
            if member.kind is SourceKind.GROUP and not member.plural and shorter and (
                " " not in member.name
            ):  # fmt: skip
                member.add_alias(member.name)
                member.name = label  # "ein Sprecher", then "der Feuerwehrsprecher"
                member.nouns.add(stem)
                return member
    for member in roster.members:
        if (
            not member.named
            and stem in member.nouns
            and member.kind is SourceKind.GROUP
            and (not phrase.indefinite or member.name == label)
        ):
            member.add_alias(label)
            return member
    member = Member(
        label, SourceKind.GROUP, named=False, nouns={stem}, plural=bool(phrase.plural),
        feminine=phrase.feminine,
    )  # fmt: skip
    if phrase.owner and "sprecher" in stem:
        member.owner = phrase.owner
    roster.members.append(member)
    return member
