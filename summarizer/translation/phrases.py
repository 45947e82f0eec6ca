"""Short phrases translated by the glossary and a little grammar: labels, names and roles.

A phrase is translated only if every word of it is known and its structure is certain: adjectives
and a noun, a genitive or a phrase with a preposition after it, a name beside it. Compounds are
known if their last part is a noun of the glossary and what stands before it is one of its parts
('Infanteriesoldaten': 'infantry' + 'soldiers'). Anything else gives None and is left to the
memory and the engine: a label is too short for a guess to be noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import simplemma

from summarizer.german.units import find_unit
from summarizer.summary import SegmentKind
from summarizer.translation import cldr, english
from summarizer.translation.glossary import Glossary, Noun, Number

# A word is tried from its first character only: dashes without end would take quadratic time.
_TOKEN = re.compile(r"[„“”\"»«][^„“”\"»«]+[„“”\"»«]|(?<![\w’'.&/-])[\w’'.&/-]*[\w&]|[^\w\s]")
_QUOTED = re.compile(r"[„“”\"»«](.+)[„“”\"»«]")
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,}\d*|[A-Z]+\d+")

_AGE = re.compile(r"(\d{1,3})-([jJ])ährig(e[mnrs]?)?")

_DEFINITE = {"der", "die", "das", "des", "dem", "den"}
_INDEFINITE = {"ein", "eine", "einer", "eines", "einem", "einen"}
_GENITIVE = {"des", "der", "eines", "einer"}
_SINGULAR_ARTICLES = {"des", "das", "dem"} | _INDEFINITE
_CONTRACTIONS = {
    "im": ("in", "dem"), "ins": ("in", "das"), "vom": ("von", "dem"), "beim": ("bei", "dem"),
    "am": ("an", "dem"), "ans": ("an", "das"), "zum": ("zu", "dem"), "zur": ("zu", "der"),
}  # fmt: skip
_ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e", "")
_MAX_TOKENS = 16


def translate_short(
    text: str, kind: SegmentKind, glossary: Glossary, sentence: str = ""
) -> str | None:
    """`text` in the glossary's target language; None where it is not certain.

    Args:
        text: a label ('nordkoreanische Soldaten'), a role, or the name of an organisation.
        kind: what it is: a label counts several things, a role or a name is one thing.
        glossary: the words; its `grammar` allows making phrases of them.
        sentence: the German sentence that `text` stands in, for what it may mean there.
    """
    text = " ".join(text.split())
    glossary = glossary.read_in(sentence)
    number = _number_in(text, kind, sentence, glossary)
    whole = _whole(text, kind, number, glossary)
    if whole is not None or not glossary.english_grammar:
        return whole
    tokens = [t for token in _TOKEN.findall(text) for t in _CONTRACTIONS.get(token, (token,))]
    if not tokens or len(tokens) > _MAX_TOKENS:
        return None
    for phrase, end in _Reader(tuple(tokens), glossary, number).noun_phrase(0, first=True):
        if end == len(tokens):
            return english.title(phrase) if _is_official(tokens, kind, glossary) else phrase
    return None


def _is_official(tokens: Sequence[str], kind: SegmentKind, glossary: Glossary) -> bool:
    """Whether a name is an institution's official one, and not just what it is.

    "Nationales Sicherheitsbüro" is one: such names begin with a capital and an adjective like
    that. A source that stands first in its sentence has a capital, too ("Anonyme Quellen").
    """
    first = tokens[0]
    return (
        kind is SegmentKind.NAME
        and first[:1].isupper()
        and any(
            first.lower().removesuffix(ending) in glossary.official_adjectives
            for ending in _ADJECTIVE_ENDINGS
        )
        and len(tokens) > 1
    )


def translate_amount(text: str, glossary: Glossary) -> str | None:
    """A qualifier ('bis zu' → 'up to') or a vague amount ('Dutzende' → 'dozens')."""
    for section in (glossary.qualifiers, glossary.amounts, glossary.phrases):
        found = section.get(text) or section.get(text[:1].lower() + text[1:])
        if found:
            return found
    return None


def _number_in(text: str, kind: SegmentKind, sentence: str, glossary: Glossary) -> Number:
    """The number of a noun whose form has both ("Ermittler"): a label counts several things.

    A source's name is plural after "die" (such nouns are masculine, see `_Reader._number`), with
    the ending of the dative plural, after a verb in the plural, and where nothing stands before
    it: German has nouns without an article only in the plural.
    """
    if kind is SegmentKind.LABEL:
        return "plural"
    found = re.search(rf"(?:(?<!\w)([\w-]+) )?(?<![\w-]){re.escape(text)}(n?)(?![\w-])", sentence)
    if kind is not SegmentKind.NAME or " " in text or found is None:
        return "singular"
    before = (found[1] or "").lower()
    plural = not before or before in ("die", *glossary.prepositions) or bool(found[2])
    verb = before.endswith("en") and before not in ("den", "einen", "keinen", "diesen", "jenen")
    return "plural" if plural or verb else "singular"


def _whole(text: str, kind: SegmentKind, number: Number, glossary: Glossary) -> str | None:
    unit = _unit(text, glossary.target) if kind is SegmentKind.LABEL else ()
    if unit and text not in glossary.nouns:  # "20 Franken" are no region
        return unit[0][0].form(number)
    return (
        glossary.phrases.get(text)
        or glossary.name(text)
        or _country(text, glossary)
        or _form(text, number, glossary)
    )


def _country(word: str, glossary: Glossary) -> str | None:
    known = cldr.countries(glossary.source, glossary.target)
    return known.get(word) or known.get(word.removesuffix("s"))


def _form(word: str, number: Number, glossary: Glossary) -> str | None:
    """The noun `word` in the number that it has, or in `number` where it may have either."""
    found = noun(word, glossary)
    if not found:
        return None
    if word in glossary.counting_units and number == "plural":  # "160 Mann"
        return next((n.plural for n, _ in found if n.plural), None)
    forms = {has: n.form(has) for n, has in found}
    return forms.get(number) or next((form for form in forms.values() if form), None)


def noun(word: str, glossary: Glossary) -> tuple[tuple[Noun, Number], ...]:
    """What the noun `word` may be: itself, or a compound of known parts; empty if unknown."""
    known = glossary.nouns.get(word) or _unit(word, glossary.target)
    if known or not glossary.english_grammar:
        return known
    age = _AGE.fullmatch(word)
    if age and age[2] == "J":
        aged = Noun(f"{age[1]}-year-old", f"{age[1]}-year-olds")
        return (
            ((aged, "singular"), (aged, "plural"))
            if age[3] in ("e", "en")
            else ((aged, "singular"),)
        )
    if "-" in word:
        first, _, rest = word.partition("-")
        modifier = _modifier(first, glossary)
        head = _head_noun(rest, glossary) if modifier and rest else ()
        return _compound(modifier or "", head)
    for cut in range(len(word) - 3, 1, -1):  # the longest known first part
        modifier = _part(word[:cut], glossary)
        if modifier and (head := _head_noun(word[cut:], glossary)):
            return _compound(modifier, head)
    return ()


def _unit(word: str, language: str) -> tuple[tuple[Noun, Number], ...]:
    # In capitals it is an authority: "BND", "MAD" and "SEK" are currencies, too.
    unit = None if word.isupper() else find_unit(word)
    one = cldr.unit_name(unit.id, language, 1) if unit and unit.id else None
    other = cldr.unit_name(unit.id, language) if unit and unit.id else None
    return ((Noun(one, other), "plural"),) if one and other else ()


def starts_like_a_word(word: str, glossary: Glossary) -> bool:
    """Whether `word` begins with a part that compounds have ("Stadt" in "Stadtwerbung")."""
    return any(_part(word[:cut], glossary) for cut in range(4, len(word)))


def _part(part: str, glossary: Glossary) -> str | None:
    return glossary.parts.get(part) or glossary.parts.get(part.removesuffix("s"))


def _head_noun(head: str, glossary: Glossary) -> tuple[tuple[Noun, Number], ...]:
    """The last part of a compound; an entry with a hyphen ("-chef") is for these alone."""
    return glossary.nouns.get("-" + head.lower()) or noun(head[:1].upper() + head[1:], glossary)


def _modifier(first: str, glossary: Glossary) -> str | None:
    """What stands before a hyphen: a known part, a name, or initials that stay as they are."""
    known = _part(first, glossary) or glossary.name(first) or _country(first, glossary)
    return known or (first if _ACRONYM.fullmatch(first) else None)


def _compound(
    modifier: str, head: Sequence[tuple[Noun, Number]]
) -> tuple[tuple[Noun, Number], ...]:
    return tuple(
        (
            Noun(f"{modifier} {n.singular}", f"{modifier} {n.plural}" if n.plural else ""),
            number,
        )
        for n, number in head
    )


def adjective(word: str, glossary: Glossary) -> str | None:
    """An adjective in any of its endings, one of two parts, of an age, or of a place."""
    age = _AGE.fullmatch(word)
    if age and age[2] == "j" and glossary.english_grammar:
        return f"{age[1]}-year-old"
    lower = word[:1].lower() + word[1:]
    for ending in _ADJECTIVE_ENDINGS:
        stem = lower.removesuffix(ending)
        if (not ending or lower.endswith(ending)) and stem in glossary.adjectives:
            return glossary.adjectives[stem]
    if "-" in word:  # "russisch-ukrainische"
        parts = [adjective(part, glossary) for part in word.split("-")]
        return "-".join(part for part in parts if part) if all(parts) else None
    if word[:1].isupper() and word.endswith("er"):  # "Berliner Polizei"
        place = word.removesuffix("er")
        found = glossary.places.get(place) or glossary.places.get(place + "en")
        return found[0] if found else None
    return None


@dataclass(frozen=True)
class _Reader:
    """Reads noun phrases; each method gives the readings from a token on, likeliest first."""

    tokens: tuple[str, ...]
    glossary: Glossary
    number: Number

    def token(self, at: int) -> str:
        return self.tokens[at] if at < len(self.tokens) else ""

    def noun_phrase(self, at: int, *, first: bool = False) -> Iterator[tuple[str, int]]:
        """An article, adjectives, a noun, and what belongs to the noun."""
        article = self.token(at).lower() if not first or self.token(at).islower() else ""
        article = article if article in _DEFINITE | _INDEFINITE else ""
        start = at + 1 if article else at
        yield from self._name(start)
        yield from self._possession(start)
        determiner = self.glossary.determiners.get(self.token(start).lower())
        after = start + 1 if determiner else start
        adjectives, head = self._adjectives(after)
        words = ([determiner] if determiner else []) + adjectives
        number = self._number(article, first=first and not determiner)
        for noun_text, end in self._head(head, number):
            phrase = " ".join([*words, noun_text])
            if article and not first:
                definite = article in _DEFINITE
                phrase = f"the {phrase}" if definite else english.indefinite(phrase)
            yield from self._rest(phrase, end, first=first)

    def _name(self, at: int) -> Iterator[tuple[str, int]]:
        """A name or a country of up to four words, the longest first."""
        for end in range(min(at + 4, len(self.tokens)), at, -1):
            text = " ".join(self.tokens[at:end])
            name = self._known_name(text)
            if name:
                yield from self._rest(name, end)

    def _possession(self, at: int) -> Iterator[tuple[str, int]]:
        """A name in the genitive before a noun: "Nordkoreas Regierung", "Yoons Büro"."""
        word, stem = self.token(at), self.token(at).removesuffix("s")
        name = self._known_name(stem)
        if name is None and word and not simplemma.is_known(word, lang="de"):
            name = stem
        if not name or stem == word or not word[:1].isupper() or noun(word, self.glossary):
            return
        adjectives, head = self._adjectives(at + 1)
        for noun_text, end in self._head(head, self.number):
            yield from self._rest(" ".join([f"{name}’s", *adjectives, noun_text]), end)

    def _known_name(self, text: str) -> str | None:
        quoted = _QUOTED.fullmatch(text)
        if quoted:
            return f"“{quoted[1]}”"
        name = self.glossary.name(text) or _country(text, self.glossary)
        if name is None and _ACRONYM.fullmatch(text):
            name = text
        if name and (name in self.glossary.english_article):
            return f"the {name}"
        return name

    def _adjectives(self, at: int) -> tuple[list[str], int]:
        found: list[str] = []
        while at < len(self.tokens):
            word = adjective(self.token(at), self.glossary)
            if word is not None:
                found.append(word)
            elif found and self.token(at) == "und" and adjective(self.token(at + 1), self.glossary):
                found.append("and")
            elif not (found and self.token(at) == ","):
                break
            at += 1
        return found, at

    def _number(self, article: str, *, first: bool) -> Number:
        """The number of a noun whose form may be either ("Sprecher", "Angestellten").

        Such nouns are masculine or adjectives, so "der" is hardly the feminine singular.
        """
        if article:
            return "singular" if article in _SINGULAR_ARTICLES else "plural"
        return self.number if first else "plural"

    def _head(self, at: int, number: Number) -> Iterator[tuple[str, int]]:
        word = self.token(at)
        form = _form(word, number, self.glossary)
        if form is None:
            return
        place, end = self.token(at + 1), at + 2
        english_place = self.glossary.places.get(place)
        if english_place:  # "Polizei Köln", "Staatsanwaltschaft Köln"
            yield f"{english_place[0]} {form}", end
        yield form, at + 1

    def _rest(self, phrase: str, at: int, *, first: bool = False) -> Iterator[tuple[str, int]]:
        """`phrase` with what follows: a genitive, a preposition, "und", or a name beside it."""
        word = self.token(at)
        link, start = self._link(word, at, first=first)
        if link is not None:
            for other, end in self.noun_phrase(start, first=first and word == "und"):
                yield f"{phrase}{link} {other}", end
        elif word:
            # "Präsident Frankreichs", "Regierung Kanadas"; but "Hersteller Tesla"
            genitive = word.endswith("s") and not self.glossary.accepted(word)
            of = " of" if genitive or _country(word, self.glossary) else ""
            for name, end in self._name(at):
                yield f"{phrase}{of} {name}", end
        yield phrase, at

    def _link(self, word: str, at: int, *, first: bool) -> tuple[str | None, int]:
        """The English for what joins two noun phrases, and where the second one begins."""
        if word in _GENITIVE:
            return " of", at
        if word in self.glossary.prepositions:
            return f" {self.glossary.prepositions[word]}", at + 1
        if word == "und":
            return " and", at + 1
        if word == "," and not first:
            return ",", at + 1
        return None, at
