"""The cast of an article: who and what it names, and which mention means whom.

"Karl Muster", "Muster", "der Vereinschef" and "er" are one member of the cast; "Musters Büro" is
another. A `Cast` is filled from the whole article before any speaker is looked up, so that the
fullest name and the role are known wherever in the article they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from babel import Locale
from spacy.tokens import Doc

from summarizer.extraction.short_names import abbreviates, is_part_of, unclipped
from summarizer.german.lexicon import load
from summarizer.german.name_words import is_name_word
from summarizer.german.phrase import NOUNS, Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import (
    asks_people,
    denotes,
    document_class,
    is_company,
    is_media_name,
    is_pollster,
    kind_of_noun,
    refers_back,
    refers_to_organisation,
)
from summarizer.summary import SourceKind

_NOUN_OPENERS = frozenset({"ART", "ADJ(A)", "PPOSAT", "PDAT", "PIAT", "CARD", "APPRART", "APPR"})
# Endings of men's titles that have a women's form of their own in -in.
_MASCULINE = ("er", "ent", "ist", "or", "eur", "ant", "walt", "loge", "nom", "arzt")
_DEFINITE = frozenset({"", "der", "die", "das", "dem", "den", "des"})
_SAME_OFFICE = (
    frozenset({"chef", "präsident", "boss", "vorsitzende", "vorsitzender", "vorstandschef",
               "leiter",
               "gründer", "direktor", "geschäftsführer"}),
    frozenset({"trainer", "coach"}),
    frozenset({"sänger", "musiker", "rapper"}),
    frozenset({"schauspieler", "darsteller", "star"}),
)  # fmt: skip


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


@cache
def _media_written() -> frozenset[str]:
    return frozenset(load("speakers")["media_names"])


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


def _stem(noun: str) -> str:
    """A noun without its endings, so that its cases and numbers are one."""
    low = noun.lower()
    while True:
        for ending in ("es", "en", "er", "in", "s", "n", "e"):
            if low.endswith(ending) and len(low) - len(ending) >= 4:
                low = low[: -len(ending)]
                break
        else:
            return low


def collect_names(docs: Sequence[Doc]) -> frozenset[str]:  # noqa: PLR0912
    """The surnames of the persons that the article names in full or with a title.

    A tagger without a gazetteer takes many a surname for a noun ("Lahm", "Wolf"); the article
    itself says which words are names, once.
    """
    found: set[str] = set()
    bare = Counter(
        t.text
        for doc in docs
        for t in doc
        if t.tag_ in NOUNS and t.i > 0 and doc[t.i - 1].tag_ not in _NOUN_OPENERS
    )
    for doc in docs:
        for i, token in enumerate(doc):
            if not token.text[:1].isupper() or i + 1 >= len(doc):
                continue
            following = doc[i + 1]
            title = denotes(token.text, SourceKind.PERSON) and token.tag_ in NOUNS
            first = token.tag_ in ("NE", "FM") and len(token.text) > 1 and not token.text.isupper()
            if (
                not following.text[:1].isupper()
                or following.tag_ not in NOUNS
                or len(following.text) < 3
            ):
                continue
            if first and following.tag_ == "XY" and len(following.text) == 1:
                found.add(following.text)
            if (
                first
                and following.tag_ in ("NE", "FM", "NN", "NNA")
                and kind_of_noun(following.text) is None
            ):
                titled = i > 0 and denotes(doc[i - 1].text, SourceKind.PERSON)
                genitive = token.text.endswith("s") and token.lemma_ != token.text  # "Inas Haus"
                if (
                    following.tag_ in ("NN", "NNA")
                    and not titled
                    and (bare[following.text] < 2 or genitive)
                ):
                    continue
                if is_territory(token.text) or is_territory(following.text):
                    continue
                last = following
                if i + 2 < len(doc) and doc[i + 2].tag_ == "NE" and doc[i + 2].text[:1].isupper():
                    last = doc[i + 2]
                found.add(last.text)
            elif (
                token.tag_ == "NN"
                and following.tag_ == "NE"
                and kind_of_noun(token.text) is None
                and token.text == token.lemma_
                and i > 0
                and doc[i - 1].tag_ not in ("ART", "ADJ(A)", "PPOSAT", "PDAT", "APPRART", "PIAT")
                and bare[following.text] > 1
                and not is_territory(following.text)
            ):
                found.add(following.text)
            elif title and following.tag_ == "NE":
                last = following
                j = i + 2
                while j < len(doc) and doc[j].tag_ in ("NE", "FM") and doc[j].text[:1].isupper():
                    last = doc[j]
                    j += 1
                if not is_territory(last.text):
                    found.add(last.text)
    return frozenset(found)


def _names_in_apposition(docs: Sequence[Doc], names: frozenset[str]) -> frozenset[str]:
    """Surnames that stand only beside an office: "der Fraktionschef, Muster, sagte"."""
    found: set[str] = set()
    for doc in docs:
        for i in range(1, len(doc) - 2):
            if doc[i].text != "," or doc[i + 2].text != "," or doc[i + 1].tag_ not in NOUNS:
                continue
            for start in range(max(0, i - 8), i):
                phrase = phrase_at(doc, start, names)
                if phrase is not None and phrase.end == i + 3 and phrase.name == doc[i + 1].text:
                    found.add(phrase.name)
    return frozenset(found)


class Cast:
    """Everyone and everything that an article names, with look-up by mention."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.names = collect_names(docs)
        self.names |= _names_in_apposition(docs, self.names)
        self.members: list[Member] = []
        self._history: list[tuple[int, Member]] = []
        self._docs = docs
        self._introduced = 0
        self._places = {
            t.text
            for doc in docs
            for t in doc[1:]
            if t.tag_ == "NE" and doc[t.i - 1].text in ("in", "aus", "nach", "In", "Aus", "Nach")
        }
        self._persons: dict[str, list[str]] = {}
        self._roles: dict[str, list[str]] = {}
        self._ages: dict[str, str] = {}
        self._organisations: list[tuple[int, Phrase]] = []
        self._short: dict[str, tuple[int, Phrase]] = {}
        self._person_words: set[str] = set()
        self._company_words: set[str] = set()
        for number, doc in enumerate(docs):
            self._scan(number, doc)

    def _scan(self, number: int, doc: Doc) -> None:
        i = covered = 0
        while i < len(doc):
            for part in doc[i].text.split("-")[:-1] if "-" in doc[i].text else ():
                if kind_of_noun(doc[i].text.rpartition("-")[2].capitalize()) is SourceKind.PERSON:
                    self._company_words.add(part)
            phrase = phrase_at(doc, i, self.names)
            if phrase is None or phrase.pronoun:
                i += 1
                continue
            if phrase.start < covered and phrase.abbreviation:
                phrase = replace(phrase, abbreviation="")  # it belongs to the longer phrase
            covered = max(covered, phrase.end)
            if phrase.name and phrase.kind is SourceKind.PERSON:
                self._note_person(doc, phrase)
            elif phrase.kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
                self._organisations.append((number, phrase))
                if phrase.abbreviation and phrase.abbreviation.isalpha():
                    self._short.setdefault(phrase.abbreviation, (number, phrase))
            i = max(i + 1, min(phrase.end, phrase.head + 1))

    def _note_person(self, doc: Doc, phrase: Phrase) -> None:
        name = phrase.name
        surname = surname_of(name)
        bracket = [t.text for t in doc[phrase.head : phrase.end + 3]]
        for opening, age, closing in zip(bracket, bracket[1:], bracket[2:], strict=False):
            if opening == "(" and closing in ")," and age.isdigit() and len(age) < 3:
                self._ages.setdefault(surname, age)
        for token in doc[phrase.start : phrase.head + 1]:
            number, _, rest = token.text.partition("-")
            if rest.startswith("jährige") and number.isdigit():
                self._ages.setdefault(surname, number)
        known = self._persons.setdefault(surname, [])
        if name not in known:
            known.append(name)
        if phrase.noun and phrase.label:
            self._roles.setdefault(surname, []).append(phrase.label)

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name in the article."""
        surname = surname_of(name)
        forms = self._persons.get(surname, [])
        if not forms and surname.endswith("s"):
            forms = self._persons.get(surname[:-1], [])
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
        roles = self._roles.get(surname_of(name), [])
        return roles[0] if roles else ""

    # --- look-up ---------------------------------------------------------------------------

    def mention(self, member: Member, sentence: int) -> None:
        """Record that `member` is the subject of what `sentence` says."""
        member.last = sentence
        self._history.append((sentence, member))

    def resolve(
        self, phrase: Phrase, sentence: int, speakers: Iterable[Member] = ()
    ) -> Member | None:
        """The member that a phrase means, made new where it is none yet.

        Args:
            phrase: A phrase of sentence `sentence`.
            sentence: Its index.
            speakers: Members that have spoken before, the last one last.

        Returns:
            None for a pronoun or a function that nobody before it fits.
        """
        if phrase.pronoun:
            return self._by_pronoun(phrase, sentence, list(speakers))
        if phrase.name and not (phrase.noun and phrase.kind is SourceKind.DOCUMENT):
            return self._by_name(phrase)
        return self._by_noun(phrase, sentence, list(speakers))

    def _by_name(self, phrase: Phrase) -> Member:  # noqa: PLR0912
        full = unclipped(phrase.name)
        if full:
            return self._institution(
                replace(phrase, name="", noun=full, label=full, kind=kind_of_noun(full)), -1
            )
        name, kind = phrase.name, phrase.kind
        surname = surname_of(name)
        if kind in (None, SourceKind.PERSON) and (
            surname in self._persons or (surname.endswith("s") and surname[:-1] in self._persons)
        ):
            kind = SourceKind.PERSON
        if kind is None:
            kind = self._guess_kind(phrase)
        if kind is SourceKind.PERSON:
            return self._person(phrase)
        if not phrase.noun and name in self._short and self._short[name][1].name != name:
            number, long = self._short[name]
            member = self.resolve(replace(long, abbreviation=""), number)
            if member is not None:
                member.add_alias(name)
                return member
        display = name
        if is_media_name(name) and name in _media_written():
            kind = SourceKind.MEDIA
        if kind is SourceKind.ORGANISATION and phrase.noun and kind_of_noun(phrase.noun) is kind:
            display = self._organisation_name(phrase)
        for member in self.members:
            alike = member.kind in (kind, SourceKind.ORGANISATION, SourceKind.MEDIA)
            if member.name == name or (alike and self._same_organisation(member, display, name)):
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
            member.nouns.add(_stem(phrase.noun))
        if phrase.abbreviation:
            member.add_alias(phrase.abbreviation)
        self.members.append(member)
        return member

    def _organisation_name(self, phrase: Phrase) -> str:
        """Noun and name together: "Polizei Linz", but "Verband Ditib" → "Ditib"."""
        proper = phrase.name
        if phrase.abbreviation and abbreviates(phrase.abbreviation, f"{phrase.noun} {proper}"):
            return f"{phrase.noun} {proper}"
        if refers_to_organisation(phrase.noun):
            return proper  # "der Hersteller Novatek"
        if is_territory(proper) or kind_of_noun(phrase.noun) is SourceKind.ORGANISATION:
            return f"{phrase.noun} {proper}"
        return proper

    def _guess_kind(self, phrase: Phrase) -> SourceKind:
        name = phrase.name
        last = surname_of(name)
        if phrase.quoted or is_media_name(name):
            return SourceKind.MEDIA
        if (
            is_pollster(name)
            or is_territory(name)
            or name in self._company_words
            or name in self._places
        ):
            return SourceKind.ORGANISATION
        if phrase.determiner in ("die", "der", "das") and not phrase.noun:
            noun_kind = kind_of_noun(last)
            return noun_kind or SourceKind.ORGANISATION
        noun_kind = kind_of_noun(last)
        if noun_kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
            return noun_kind
        return SourceKind.PERSON

    @staticmethod
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

    def _person(self, phrase: Phrase) -> Member:
        full = self.full_name(phrase.name)
        for member in self.members:
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
                self._enrich(member, phrase)
                return member
        member = Member(full, SourceKind.PERSON, named=True, role=self.role_of(full))
        self._enrich(member, phrase)
        for role in self._roles.get(surname_of(full), []):
            member.nouns.update(_stem(w) for w in role.split() if w[:1].isupper())
        self.members.append(member)
        return member

    def _enrich(self, member: Member, phrase: Phrase) -> None:
        if phrase.name and phrase.name != member.name:
            member.add_alias(phrase.name)
        if phrase.noun and phrase.kind is SourceKind.PERSON:
            member.nouns.add(_stem(phrase.noun))
            if not member.role:
                member.role = phrase.label
            if phrase.noun.lower().endswith("in") or phrase.determiner == "die":
                member.feminine = True
            elif phrase.determiner == "der" or any(
                word.endswith(_MASCULINE) for word in phrase.label.split()
            ):
                member.feminine = False

    def _by_noun(self, phrase: Phrase, sentence: int, speakers: list[Member]) -> Member | None:
        kind = phrase.kind
        if kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
            return self._institution(phrase, sentence)
        if kind is SourceKind.DOCUMENT:
            return self._document(phrase, sentence, speakers)
        if phrase.plural or kind is SourceKind.GROUP:
            return self._group(phrase)
        if phrase.indefinite:
            return self._group(phrase)
        back = self._back_reference(phrase, sentence, speakers)
        return back if back is not None else self._group(phrase)

    def _back_reference(  # noqa: PLR0912
        self, phrase: Phrase, sentence: int, speakers: list[Member]
    ) -> Member | None:
        """The person that "der DFB-Chef" or "die 48-Jährige" means."""
        noun = phrase.noun
        stem = _stem(noun)
        parts = {_stem(p) for p in noun.split("-")}
        last_word = _stem(noun.rpartition("-")[2])
        self._introduce_persons(sentence)
        recent = [m for _, m in reversed(self._history)]
        candidates: list[Member] = []
        for member in [*recent, *reversed(speakers), *self.members]:
            if member.kind is SourceKind.PERSON and member.named and member not in candidates:
                candidates.append(member)
        fitting = [m for m in candidates if self._gender_fits(m, phrase)]
        for member in fitting:
            if stem in member.nouns:
                return member
        if "ährige" in noun:
            return self._of_age(noun, sentence, fitting)
        if "-" in noun:
            for member in fitting:
                for known in member.nouns:
                    known_parts = set(known.split("-"))
                    if len(parts & {_stem(p) for p in known_parts}) and self._same_office(
                        last_word, known.rpartition("-")[2]
                    ):
                        return member
        for member in fitting:
            if any(
                self._same_office(last_word, k.rpartition("-")[2])
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

    def _of_age(self, noun: str, sentence: int, fitting: Sequence[Member]) -> Member | None:
        """Who "der 24-Jährige" is: whom the article gives that age, else the last that has none.

        None where the article has brought in an unnamed one of that age before.
        """
        age = noun.partition("-")[0]
        for member in fitting:
            if self._ages.get(surname_of(member.name)) == age:
                return member
        unnamed = any(
            token.text.startswith(f"{age}-jährige") or token.text.startswith(f"{age}-Jährige")
            for doc in self._docs[:sentence]
            for token in doc
        )
        ageless = [
            m
            for m in fitting
            if surname_of(m.name) not in self._ages and (m.last >= 0 or not m.nouns)
        ]
        return ageless[0] if ageless and not unnamed else None

    @staticmethod
    def _gender_fits(member: Member, phrase: Phrase) -> bool:
        feminine = (
            phrase.noun.lower().endswith(("in", "frau", "mutter")) or phrase.determiner == "die"
        )
        if member.feminine is None:
            return True
        return member.feminine == feminine

    @staticmethod
    def _same_office(one: str, other: str) -> bool:
        if one == other:
            return True
        for group in _SAME_OFFICE:
            stems = {_stem(w) for w in group} | group
            if any(one.endswith(s) for s in stems) and any(other.endswith(s) for s in stems):
                return True
        return False

    def _introduce_persons(self, sentence: int) -> None:
        """Make members of persons named up to `sentence`, speakers or not."""
        for doc in self._docs[self._introduced : sentence + 1]:
            i = 0
            while i < len(doc):
                phrase = phrase_at(doc, i, self.names)
                if (
                    phrase is not None
                    and phrase.name
                    and (phrase.kind is SourceKind.PERSON or surname_of(phrase.name) in self.names)
                ):
                    self._person(phrase)
                i = max(i + 1, phrase.head + 1 if phrase else i + 1)
        self._introduced = max(self._introduced, sentence)

    def _institution(self, phrase: Phrase, sentence: int) -> Member:
        """The institution of a common noun: itself, or the one that a bare noun refers to."""
        full = unclipped(phrase.noun)
        if full:
            phrase = replace(phrase, noun=full, label=phrase.label.replace(phrase.noun, full))
        bare = (
            (_stem(phrase.label) == _stem(phrase.noun) or refers_to_organisation(phrase.noun))
            and not phrase.owner
            and not phrase.abbreviation
            and phrase.determiner in _DEFINITE
        )
        if bare:
            found = self._fuller_mention(phrase, sentence) or self._reference(phrase, sentence)
            if found is not None:
                _, fuller = found
                member = self._by_name(fuller) if fuller.name else self._organisation(fuller)
                member.add_alias(phrase.noun)
                return member
        return self._organisation(phrase)

    def _fuller_mention(self, phrase: Phrase, sentence: int) -> tuple[int, Phrase] | None:
        """The mention that "das Theater" takes up: "Stadttheater Lünsen"; the last one before.

        A headline comes before what it speaks of, so the first one after counts, too.
        """
        low = phrase.noun.lower()
        fitting = [
            (number, other)
            for number, other in self._organisations
            if other.noun
            and not other.plural
            and not other.indefinite
            and (_stem(other.noun) == _stem(phrase.noun) or _stem(other.noun).endswith(_stem(low)))
            and (other.name or other.abbreviation or other.label != other.noun
                 or len(other.noun) > len(phrase.noun))
            and other.kind is phrase.kind
        ]  # fmt: skip
        before = [f for f in fitting if f[0] <= sentence]
        if before:
            return before[-1]
        return fitting[0] if fitting else None

    def _reference(self, phrase: Phrase, sentence: int) -> tuple[int, Phrase] | None:
        """What "der Konzern", "der Klub" or "das Blatt" stands for: the last of its sort."""
        before = [
            (number, other)
            for number, other in self._organisations
            if number <= sentence and (number, other.start) != (sentence, phrase.start)
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
                is_company(other.noun)
                if other.noun
                else bool(other.name) and not is_territory(other.name)
            )
        ]
        return companies[-1] if companies else None

    def _organisation(self, phrase: Phrase) -> Member:
        noun = phrase.noun
        display = phrase.label or noun
        if (
            phrase.owner
            and not phrase.label.endswith(phrase.owner)
            and phrase.owner not in phrase.label
        ):
            display = f"{phrase.owner} {noun}"
        stem = _stem(noun)
        fuller = self._fuller_organisation(phrase)
        for member in self.members:
            if (
                member.kind is not SourceKind.PERSON
                and member.named
                and (
                    stem in member.nouns
                    and (not phrase.owner or not member.owner or phrase.owner == member.owner)
                    and any(
                        self._compatible_labels(form, display, noun)
                        for form in (member.name, member.role, *member.aliases)
                        if form
                    )
                )
            ):
                abbreviated = member.name in (phrase.abbreviation, self._known_abbreviation(phrase))
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
        abbreviation = phrase.abbreviation or self._known_abbreviation(phrase)
        if abbreviation:
            member.add_alias(abbreviation)
        self.members.append(member)
        return member

    def _known_abbreviation(self, phrase: Phrase) -> str:
        stem = _stem(phrase.noun)
        for _, other in self._organisations:
            if (
                other.noun
                and other.abbreviation
                and _stem(other.noun) == stem
                and (self._compatible_labels(other.label, phrase.label, phrase.noun))
            ):
                return other.abbreviation
        return ""

    def _fuller_organisation(self, phrase: Phrase) -> str:
        """The name of an institution that the article gives in full elsewhere."""
        low = phrase.noun.lower()
        best = ""
        for _, other in self._organisations:
            if not other.noun or other.kind is not phrase.kind:
                continue
            candidate = f"{other.noun} {other.name}" if other.name else ""
            same = other.noun.lower() == low or other.noun.lower().endswith(low)
            if candidate and same and phrase.label == phrase.noun and len(candidate) > len(best):
                if phrase.kind is SourceKind.MEDIA:
                    continue
                best = candidate
        return best

    @staticmethod
    def _compatible_labels(known: str, new: str, noun: str) -> bool:
        if known == new:
            return True
        known_words = {w.lower() for w in known.split()} - {noun.lower()}
        new_words = {w.lower() for w in new.split()} - {noun.lower()}
        return (
            not known_words or not new_words or known_words <= new_words or new_words <= known_words
        )

    def _document(self, phrase: Phrase, sentence: int, speakers: Sequence[Member]) -> Member:
        """The document of a phrase, or who speaks through it.

        "Seine Studie" speaks for its author, "die Emnid-Umfrage" for the institute, and "dem
        Bericht" that nobody introduced for the medium named last.
        """
        if phrase.determiner.startswith(("sein", "ihr")):
            pronoun = "er" if phrase.determiner.startswith("sein") else "sie"
            author = self._by_pronoun(
                Phrase(phrase.start, phrase.start + 1, phrase.start, pronoun=pronoun, plural=False),
                sentence,
                list(speakers),
            )
            if author is not None and author.kind is SourceKind.PERSON:
                return author
        institute = phrase.noun.rpartition("-")[0]
        if institute and not phrase.name and self._is_institute(institute):
            member = self._by_name(
                Phrase(phrase.start, phrase.end, phrase.head, name=institute,
                       kind=SourceKind.ORGANISATION)
            )  # fmt: skip
            member.add_alias(phrase.noun)
            member.asks_people = asks_people(phrase.noun)
            return member
        if phrase.owner and (phrase.owner in self.names or phrase.owner.isupper()):
            return self._by_name(
                Phrase(phrase.start, phrase.end, phrase.head, name=phrase.owner,
                       kind=SourceKind.ORGANISATION if phrase.owner.isupper() else None)
            )  # fmt: skip
        stem = _stem(phrase.noun)
        which = document_class(phrase.noun)
        taken_up = phrase.determiner in _DEFINITE and not phrase.indefinite and not phrase.plural
        for member in reversed(self.members):
            if member.kind is SourceKind.DOCUMENT and (
                stem in member.nouns
                or (taken_up and which is not None and which == member.document_class)
            ):
                member.add_alias(phrase.noun)
                return member
        if taken_up and phrase.label == phrase.noun and not phrase.name:
            found = self._document_before(phrase, sentence, which, speakers)
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
        self.members.append(member)
        return member

    def _is_institute(self, name: str) -> bool:
        """Whether the first part of "Emnid-Umfrage" is whoever made it, not what it is about."""
        return is_pollster(name) or any(
            token.text == name and token.tag_ in ("NE", "FM") for doc in self._docs for token in doc
        )

    def _document_before(
        self, phrase: Phrase, sentence: int, which: int | None, speakers: Sequence[Member]
    ) -> Member | None:
        """What "die Untersuchung" or "dem Bericht" takes up, where no source is it yet."""
        for number in range(sentence, -1, -1):
            doc = self._docs[number]
            for token in doc:
                other = phrase_at(doc, token.i, self.names)
                if (
                    other is not None
                    and other.kind is SourceKind.DOCUMENT
                    and (number, other.start) != (sentence, phrase.start)
                    and which is not None
                    and document_class(other.noun) == which
                    and (other.name or other.label != other.noun or other.noun != phrase.noun)
                ):
                    return self._document(other, number, speakers)
        if which is not None and "bericht" in phrase.noun.lower():
            media = [m for m in speakers if m.kind is SourceKind.MEDIA]
            return media[-1] if media else None
        return None

    def _group(self, phrase: Phrase) -> Member:
        stem = _stem(phrase.noun)
        label = phrase.label or phrase.noun
        if phrase.start == 0 and not phrase.determiner and not label.startswith(phrase.noun):
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
        for member in self.members:
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
        self.members.append(member)
        return member

    def _by_pronoun(self, phrase: Phrase, sentence: int, speakers: list[Member]) -> Member | None:
        pronoun = phrase.pronoun
        if pronoun in ("andere", "viele", "einige", "manche"):
            group = [m for m in speakers if m.kind is SourceKind.GROUP and m.plural]
            return group[-1] if group else None
        if pronoun in ("dieser", "diese", "letzterer", "letztere"):
            nearest = self._nearest_person(phrase, sentence)
            if nearest is not None:
                return nearest
        plural = phrase.plural
        here = self._subject_before(phrase, sentence)
        if here is not None and self._pronoun_fits(here, pronoun, plural):
            return here
        for _, member in reversed(self._history):
            if self._pronoun_fits(member, pronoun, plural):
                return member
        return None

    def _subject_before(self, phrase: Phrase, sentence: int) -> Member | None:
        """The person that the sentence names before its pronoun: "Musk …, als er …"."""
        doc = self._docs[sentence]
        i = 0
        while i < phrase.start:
            if doc[i].tag_ in ("APPR", "APPRART"):
                inner = phrase_at(doc, i + 1, self.names)
                i = inner.end if inner else i + 1
                continue
            found = phrase_at(doc, i, self.names)
            if (
                found is not None
                and found.name
                and found.nominative
                and (found.kind is SourceKind.PERSON or surname_of(found.name) in self._persons)
            ):
                return self._person(found)
            i = max(i + 1, found.end if found else i + 1)
        return None

    def _nearest_person(self, phrase: Phrase, sentence: int) -> Member | None:
        """The person named last before "dieser"."""
        for number, stop in ((sentence, phrase.start), (sentence - 1, None)):
            if number < 0:
                break
            doc = self._docs[number]
            limit = len(doc) if stop is None else stop
            for i in range(limit - 1, -1, -1):
                if is_name_word(doc[i], self.names) and doc[i].text in self._persons:
                    return self._person(
                        Phrase(i, i + 1, i, name=doc[i].text, kind=SourceKind.PERSON)
                    )
        return None

    @staticmethod
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
