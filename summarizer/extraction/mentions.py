"""What an article mentions: its persons with roles and ages, its organisations, its short names.

Gathered from the whole article before any speaker is looked up, so that the fullest name and the
role are known wherever in the article they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from summarizer.extraction.member import surname_of
from summarizer.extraction.person_names import collect_names, names_in_apposition
from summarizer.extraction.short_names import abbreviates
from summarizer.german.phrase import Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import kind_of_noun
from summarizer.summary import SourceKind

_LONGEST_TAIL = 7


@dataclass(frozen=True)
class Mentions:
    """What an article mentions, by sentence and name.

    Attributes:
        docs: The article's sentences.
        names: Surnames of the article's persons.
        places: Names that stand after "in", "aus" or "nach".
        persons: Surname to the forms in which the article names the person, in order.
        roles: Surname to the roles that stand beside it, in order.
        ages: Surname to age in years, as written.
        organisations: Sentence and phrase of each organisation and medium, in order.
        short: Abbreviation in brackets to the sentence and phrase before the bracket.
        company_words: First parts of compounds for a person: "Nordwerk" of "Nordwerk-Chef".
    """

    docs: Sequence[Doc]
    names: frozenset[str]
    places: frozenset[str]
    persons: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)
    ages: dict[str, str] = field(default_factory=dict)
    organisations: list[tuple[int, Phrase]] = field(default_factory=list)
    short: dict[str, tuple[int, Phrase]] = field(default_factory=dict)
    company_words: set[str] = field(default_factory=set)

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name in the article."""
        surname = surname_of(name)
        forms = self.persons.get(surname, [])
        if not forms and surname.endswith("s"):
            forms = self.persons.get(surname[:-1], [])
        if not forms:
            return name
        given = name.split()[:-1]
        fitting = [
            f for f in forms if not given or set(given) <= set(f.split()) or len(f.split()) == 1
        ]
        plain = [f for f in fitting or [name] if not any(ch.isdigit() for ch in f)]
        return max(
            plain or [name], key=lambda f: (len(f.split()), -forms.index(f) if f in forms else 0)
        )

    def role_of(self, name: str) -> str:
        """The first role that the article gives with the name, the longest of equals."""
        roles = self.roles.get(surname_of(name), [])
        return roles[0] if roles else ""


def read_mentions(docs: Sequence[Doc]) -> Mentions:
    """What the sentences `docs` mention."""
    names = collect_names(docs)
    names |= names_in_apposition(docs, names)
    places = frozenset(
        t.text
        for doc in docs
        for t in doc[1:]
        if t.tag_ == "NE" and doc[t.i - 1].text in ("in", "aus", "nach", "In", "Aus", "Nach")
    )
    mentions = Mentions(docs, names, places)
    for number, doc in enumerate(docs):
        _scan(mentions, number, doc)
    return mentions


def _scan(mentions: Mentions, number: int, doc: Doc) -> None:
    i = covered = 0
    while i < len(doc):
        for part in doc[i].text.split("-")[:-1] if "-" in doc[i].text else ():
            if kind_of_noun(doc[i].text.rpartition("-")[2].capitalize()) is SourceKind.PERSON:
                mentions.company_words.add(part)
        phrase = phrase_at(doc, i, mentions.names)
        if phrase is None or phrase.pronoun:
            i += 1
            continue
        if phrase.kind is SourceKind.ORGANISATION and not phrase.abbreviation:
            phrase = _with_far_bracket(doc, phrase)
        if phrase.start < covered and phrase.abbreviation:
            phrase = replace(phrase, abbreviation="")  # it belongs to the longer phrase
        covered = max(covered, phrase.end)
        if phrase.name and phrase.kind is SourceKind.PERSON:
            _note_person(mentions, doc, phrase)
        elif phrase.kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
            mentions.organisations.append((number, phrase))
            if phrase.abbreviation and phrase.abbreviation.isalpha():
                mentions.short.setdefault(phrase.abbreviation, (number, phrase))
        i = max(i + 1, min(phrase.end, phrase.head + 1))


def _with_far_bracket(doc: Doc, phrase: Phrase) -> Phrase:
    """An institution of many words, known by its initials: "Bundesamt für A in der B (BAB)"."""
    for i in range(phrase.end, min(len(doc) - 2, phrase.end + _LONGEST_TAIL)):
        token = doc[i]
        if token.tag_.startswith("V") or token.text in ",.:;":
            break
        if token.text == "(" and doc[i + 2].text == ")":
            short = doc[i + 1].text
            full = f"{phrase.label} {doc[phrase.end : i].text}"
            if short.isupper() and abbreviates(short, full):
                return replace(phrase, end=i + 3, label=full, abbreviation=short)
            break
    return phrase


def _note_person(mentions: Mentions, doc: Doc, phrase: Phrase) -> None:
    name = phrase.name
    surname = surname_of(name)
    bracket = [t.text for t in doc[phrase.head : phrase.end + 3]]
    for opening, age, closing in zip(bracket, bracket[1:], bracket[2:], strict=False):
        if opening == "(" and closing in ")," and age.isdigit() and len(age) < 3:
            mentions.ages.setdefault(surname, age)
    for token in doc[phrase.start : phrase.head + 1]:
        number, _, rest = token.text.partition("-")
        if rest.startswith("jährige") and number.isdigit():
            mentions.ages.setdefault(surname, number)
    known = mentions.persons.setdefault(surname, [])
    if name not in known:
        known.append(name)
    if phrase.noun and phrase.label:
        mentions.roles.setdefault(surname, []).append(phrase.label)
