"""Which person a mention means: by name, office, age or pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.extraction.member import Member, stem_of, surname_of
from summarizer.extraction.roster import Roster
from summarizer.german.given_names import is_womans
from summarizer.german.name_words import is_name_word
from summarizer.german.phrase import Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import refers_back
from summarizer.summary import SourceKind

# Endings of men's titles that have a women's form of their own in -in.
_MASCULINE = ("er", "ent", "ist", "or", "eur", "ant", "walt", "loge", "nom", "arzt")
_SAME_OFFICE = (
    frozenset({"chef", "präsident", "boss", "vorsitzende", "vorsitzender", "vorstandschef",
               "leiter",
               "gründer", "direktor", "geschäftsführer"}),
    frozenset({"trainer", "coach"}),
    frozenset({"gutachter", "sachverständige", "sachverständiger"}),
    frozenset({"anwalt", "verteidiger", "strafverteidiger"}),
    frozenset({"forscher", "wissenschaftler", "wissenschafter"}),
    frozenset({"arzt", "mediziner"}),
    frozenset({"bürgermeister", "stadtchef", "rathauschef"}),
    frozenset({"ministerpräsident", "regierungschef", "landeschef"}),
    frozenset({"sänger", "musiker", "rapper"}),
    frozenset({"schauspieler", "darsteller", "star"}),
)  # fmt: skip


def person(roster: Roster, phrase: Phrase) -> Member:
    """The person of a name, made new with its fullest form and role where it is none yet."""
    full = roster.mentions.full_name(phrase.name)
    for member in roster.members:
        if (
            member.kind is SourceKind.PERSON
            and member.named
            and (
                member.name == full
                or (
                    surname_of(member.name) == surname_of(full)
                    and (len(full.split()) == 1 or len(member.name.split()) == 1)
                )
            )
        ):
            _enrich(member, phrase)
            return member
    member = Member(
        full, SourceKind.PERSON, named=True, role=roster.mentions.role_of(full),
        feminine=is_womans(full),
    )  # fmt: skip
    _enrich(member, phrase)
    for role in roster.mentions.roles.get(surname_of(full), []):
        member.nouns.update(stem_of(w) for w in role.split() if w[:1].isupper())
    roster.members.append(member)
    return member


def _enrich(member: Member, phrase: Phrase) -> None:
    if phrase.name and phrase.name != member.name:
        member.add_alias(phrase.name)
    if phrase.noun and phrase.kind is SourceKind.PERSON:
        member.nouns.add(stem_of(phrase.noun))
        if not member.role:
            member.role = phrase.label
        if phrase.noun.lower().endswith("in") or phrase.determiner == "die":
            member.feminine = True
        elif phrase.determiner == "der" or any(
            word.endswith(_MASCULINE) for word in phrase.label.split()
        ):
            member.feminine = False


def back_reference(  # noqa: PLR0912
    roster: Roster, phrase: Phrase, sentence: int, speakers: list[Member]
) -> Member | None:
    """The person that "der DFB-Chef" or "die 48-Jährige" means."""
    noun = phrase.noun
    stem = stem_of(noun)
    parts = {stem_of(p) for p in noun.split("-")}
    last_word = stem_of(noun.rpartition("-")[2])
    _introduce_persons(roster, sentence)
    recent = [m for _, m in reversed(roster.history)]
    candidates: list[Member] = []
    for member in [*recent, *reversed(speakers), *roster.members]:
        if member.kind is SourceKind.PERSON and member.named and member not in candidates:
            candidates.append(member)
    fitting = [m for m in candidates if _gender_fits(m, phrase)]
    for member in fitting:
        if stem in member.nouns:
            return member
    if "ährige" in noun:
        return _of_age(roster, noun, sentence, fitting)
    if "-" in noun:
        for member in fitting:
            for known in member.nouns:
                known_parts = set(known.split("-"))
                if len(parts & {stem_of(p) for p in known_parts}) and _same_office(
                    last_word, known.rpartition("-")[2]
                ):
                    return member
    for member in fitting:
        if any(
            _same_office(last_word, k.rpartition("-")[2])
            or (k.endswith(last_word) or last_word.endswith(k))
            for k in member.nouns
        ):
            return member
    if (refers_back(noun) or phrase.kind is None) and phrase.determiner in (
        "" if "ährige" in noun else "der",
        "der",
        "die",
        "dieser",
        "diese",
        "dem",
    ):
        for member in fitting:
            if member.last >= 0 or not member.nouns:
                return member
        return fitting[0] if fitting else None
    return None


def _of_age(roster: Roster, noun: str, sentence: int, fitting: Sequence[Member]) -> Member | None:
    """Who "der 24-Jährige" is: whom the article gives that age, else the last that has none.

    None where the article has brought in an unnamed one of that age before.
    """
    age = noun.partition("-")[0]
    ages = roster.mentions.ages
    for member in fitting:
        if roster.mentions.ages.get(surname_of(member.name)) == age:
            return member
    unnamed = any(
        token.text.startswith(f"{age}-jährige") or token.text.startswith(f"{age}-Jährige")
        for doc in roster.mentions.docs[:sentence]
        for token in doc
    )
    ageless = [
        m
        for m in fitting
        if surname_of(m.name) not in roster.mentions.ages and (m.last >= 0 or not m.nouns)
    ]
    if ageless and not unnamed:
        return ageless[0]
    # Named only beside somebody else so far: the one person left whose sex fits.
    sure = [m for m in fitting if m.feminine is not None and surname_of(m.name) not in ages]
    return sure[0] if len(sure) == 1 and not unnamed else None


def _gender_fits(member: Member, phrase: Phrase) -> bool:
    feminine = phrase.noun.lower().endswith(("in", "frau", "mutter")) or phrase.determiner == "die"
    if member.feminine is None:
        return True
    return member.feminine == feminine


def _same_office(one: str, other: str) -> bool:
    if one == other:
        return True
    for group in _SAME_OFFICE:
        stems = {stem_of(w) for w in group} | group
        if any(one.endswith(s) for s in stems) and any(other.endswith(s) for s in stems):
            return True
    return False


def _introduce_persons(roster: Roster, sentence: int) -> None:
    """Make members of persons named up to `sentence`, speakers or not."""
    for doc in roster.mentions.docs[roster.introduced : sentence + 1]:
        i = 0
        while i < len(doc):
            phrase = phrase_at(doc, i, roster.mentions.names)
            if (
                phrase is not None
                and phrase.name
                and (
                    phrase.kind is SourceKind.PERSON
                    or surname_of(phrase.name) in roster.mentions.names
                )
            ):
                person(roster, phrase)
            i = max(i + 1, phrase.head + 1 if phrase else i + 1)
    roster.introduced = max(roster.introduced, sentence)


def by_pronoun(
    roster: Roster, phrase: Phrase, sentence: int, speakers: list[Member]
) -> Member | None:
    """Whom "er", "sie", "dieser" or "viele" means: the last one that the form fits."""
    pronoun = phrase.pronoun
    if pronoun in ("andere", "viele", "einige", "manche"):
        group = [m for m in speakers if m.kind is SourceKind.GROUP and m.plural]
        return group[-1] if group else None
    if pronoun in ("dieser", "diese", "letzterer", "letztere"):
        nearest = _nearest_person(roster, phrase, sentence)
        if nearest is not None:
            return nearest
    plural = phrase.plural
    here = _subject_before(roster, phrase, sentence)
    if here is not None and _pronoun_fits(here, pronoun, plural):
        return here
    for _, member in reversed(roster.history):
        if _pronoun_fits(member, pronoun, plural):
            return member
    return None


def _subject_before(roster: Roster, phrase: Phrase, sentence: int) -> Member | None:
    """The person that the sentence names before its pronoun: "Musk …, als er …"."""
    doc = roster.mentions.docs[sentence]
    i = 0
    while i < phrase.start:
        if doc[i].tag_ in ("APPR", "APPRART"):
            inner = phrase_at(doc, i + 1, roster.mentions.names)
            i = inner.end if inner else i + 1
            continue
        found = phrase_at(doc, i, roster.mentions.names)
        if (
            found is not None
            and found.name
            and found.nominative
            and (
                found.kind is SourceKind.PERSON or surname_of(found.name) in roster.mentions.persons
            )
        ):
            return person(roster, found)
        i = max(i + 1, found.end if found else i + 1)
    return None


def _nearest_person(roster: Roster, phrase: Phrase, sentence: int) -> Member | None:
    """The person named last before "dieser"."""
    for number, stop in ((sentence, phrase.start), (sentence - 1, None)):
        if number < 0:
            break
        doc = roster.mentions.docs[number]
        limit = len(doc) if stop is None else stop
        for i in range(limit - 1, -1, -1):
            if (
                is_name_word(doc[i], roster.mentions.names)
                and doc[i].text in roster.mentions.persons
            ):
                return person(roster, Phrase(i, i + 1, i, name=doc[i].text, kind=SourceKind.PERSON))
    return None


def _pronoun_fits(member: Member, pronoun: str, plural: bool | None) -> bool:
    if pronoun in ("er", "dieser", "letzterer", "der", "jener"):
        if member.kind in (SourceKind.PERSON, SourceKind.GROUP) and not member.plural:
            return member.feminine is not True
        return member.masculine and pronoun == "er"
    if pronoun in ("sie", "diese", "die", "letztere"):
        if plural is not None and member.plural != plural:
            return False
        if member.kind is SourceKind.PERSON:
            return member.feminine is not False
        return bool(member.plural) or member.feminine is True
    return False
