"""Names: whoever the German names is named in the translation, and nobody else.

A name may be written as the glossary or CLDR has it, without diacritics, or much alike, since
transliterations differ ("Michailow", "Mikhailov"). Of a full name the last part must be there.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import simplemma
from spacy.lang.de.stop_words import STOP_WORDS
from spacy.tokens import Token

from summarizer.german.numerals import parse_word
from summarizer.german.pipeline import pipeline
from summarizer.translation import cldr
from summarizer.translation import phrases as nouns
from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.pair import Pair, fold
from summarizer.translation.glossary import Glossary

ALIKE = 0.75
"""From this likeness on (difflib's ratio) two spellings count as the same name."""

_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,}")
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ][a-zäöü]?){1,3}[A-ZÄÖÜ]+")
_SHORTEST_ADJECTIVE = 7
_WORD = re.compile(r"[^\W\d_]+")
_FOLLOWER = re.compile(r" ([A-ZÄÖÜ][^\W\d_]{2,})")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…–—(\[|/]\s*|[\"“„‘'«»]\s*)$")


def check_names(pair: Pair) -> Iterator[Finding]:
    """Names that are missing in the translation, and names that it adds.

    A first name may be left out or added beside the surname, but not exchanged for another.
    """
    missing = {False: list[str](), True: list[str]()}
    for name, is_first in _german_names(pair):
        if not _stands_in(name, pair):
            missing[is_first].append(name)
    added = dict(_added(pair))
    firm = [word for word, beside in added.items() if not beside]
    exchanged = bool(missing[True]) and bool(added)
    for name in missing[False] + (missing[True] if exchanged else []):
        yield Finding("name", f"“{name}” is missing in the translation")
    for word in added if exchanged else firm:
        yield Finding("name", f"“{word}” is not in the German")


def _german_names(pair: Pair) -> Iterator[tuple[str, bool]]:
    """Every word that is a name or part of one, each once, and whether another part follows it."""
    seen: set[str] = set()
    previous: Token | None = None
    for token in pair.doc:
        for name in _names_in(token, previous, pair.glossary):
            if name not in seen:
                seen.add(name)
                after_name = previous is not None and previous.tag_.startswith("NE")
                club = after_name and name in pair.glossary.places  # "Inter Mailand"
                # "Hans Albers", but "Hannovers Albers": there the first is a genitive.
                genitive = name.endswith("s") and not _is_word(name)
                compound = genitive or "-" in token.text
                part = token.tag_.startswith("NE") or _is_initials(name, pair.glossary)
                first = part and _next_is_name(token) and not compound
                yield name, first or club
        previous = token


def _names_in(token: Token, previous: Token | None, glossary: Glossary) -> Iterator[str]:
    """The name that a token is, or has in it ("FIS-Präsident")."""
    text = token.text.strip("\"„“'.").replace("\N{SOFT HYPHEN}", "")
    before = _tag_before(previous)
    shortest = 2 if before.startswith("NE") and token.tag_.startswith("NE") else 3  # "Kim Jong Un"
    if not text[:1].isupper() or len(text) < shortest or text.lower() in STOP_WORDS:
        return
    if "-" in text:
        yield from _in_compound(text, glossary, tagged=token.tag_.startswith("NE"))
    elif _is_initials(text, glossary):
        yield text
    elif token.tag_.startswith("NE") and text.isalpha():
        if _is_tagged_name(token, text, before, glossary):
            yield text
    elif glossary.accepted(text):
        if not _is_word(text) or text[1:].lower() != text[1:]:  # "SPD", "AfD"
            yield text
    elif _is_place_adjective(token, text, before, glossary):
        yield text
    elif before == "APPR" and text.endswith(tuple(load("names")["place_endings"])):
        yield text  # "aus Neuburg"; after an article it may be a "Heim" or a "Dorf"
    elif before != "CARD" and (
        _is_place(text, glossary, bare=not before.startswith((*_DETERMINERS, "ADJ(A)")))
        or (before.startswith(_BEFORE_NAMES) and _is_coined(text, glossary))
        or (before == "VV(FIN)" and _is_person(text, glossary))
        or (token.tag_ == "FM" and _is_coined(text, glossary) and not _is_english(text))
    ):
        yield text


def _tag_before(previous: Token | None) -> str:
    """The tag of the token before; "CARD" for a numeral in words, "" for a year."""
    if previous is None:
        return ""
    if parse_word(previous.text):
        return "CARD"
    return "" if previous.tag_ == "CARD" and len(previous.text) == 4 else previous.tag_


def _in_compound(text: str, glossary: Glossary, *, tagged: bool) -> Iterator[str]:
    """What of a compound with a hyphen is a name."""
    first, last = text.split("-", maxsplit=1)[0].strip("\"„“'"), text.rsplit("-", maxsplit=1)[-1]
    if glossary.accepted(text):  # "Nordrhein-Westfalen"
        yield text
    elif _is_initials(first, glossary) or glossary.accepted(first) or _is_coined(first, glossary):
        yield first
    elif tagged and _is_coined(last, glossary):
        yield last  # "Schmidt-Kuranski"
    elif _is_tagged(first) and not _is_common(first, glossary):
        yield first  # "Messi-Mannschaft"


def _is_initials(text: str, glossary: Glossary) -> bool:
    """Whether a word is letters of a longer name: "USC", "VfL"; not "CDs", "LKW", "TV"."""
    return (
        len(text) > 2
        and bool(_INITIALS.fullmatch(text))
        and text.upper() not in load("names")["common_initials"]
        and not nouns.noun(text, glossary)
    )


def _is_place_adjective(token: Token, text: str, before: str, glossary: Glossary) -> bool:
    """Whether a word is the adjective of a place: "Talheimer See", "Dornbacher Straße".

    Only places have such adjectives with a capital. The tagger takes those of villages for nouns;
    then the word is one that no dictionary has, with a noun behind it.
    """
    if not text.endswith("er") or len(text) < _SHORTEST_ADJECTIVE:
        return False
    if token.tag_ == "ADJ(A)":
        return bool(before)
    follower = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        token.tag_ == "NN"
        and follower is not None
        and follower.tag_ == "NN"
        and before != "CARD"
        and not _is_word(text)
        and not _is_word(text.removesuffix("er") + "en")
        and not nouns.noun(text, glossary)
    )


def _is_tagged_name(token: Token, text: str, before: str, glossary: Glossary) -> bool:
    """Whether a word that the tagger takes for a name is one: it does so with unknown nouns, too.

    "drei Kattowen", "des Rettungsautos", "in Vollbrand" are none: counted, or what may be read as
    a compound behind an article or a preposition and doesn't end as places do.
    """
    if before == "CARD" or (before.startswith(_DETERMINERS) and _is_compound(text)):
        return False
    settled = bool(glossary.accepted(text)) or text in _countries(glossary)
    certain = settled or before.startswith("NE") or _next_is_name(token) or not _is_word(text)
    if not certain and not nouns.noun(text, glossary):
        place = text.endswith(tuple(load("names")["place_endings"]))
        certain = not before.startswith((*_DETERMINERS, "$(")) and (
            place or not before.startswith("APPR") or not _is_compound(text)
        )
    # "de Gea", but "Happy End" may be a "happy ending".
    part = before.startswith("NE") and not _is_word(text)
    return certain and (len(text) > 3 or settled or part)


def _next_is_name(token: Token) -> bool:
    """Whether the next word is a name; what has one in it ("FIFA-Chef") begins another phrase."""
    follower = token.nbor() if token.i + 1 < len(token.doc) else None
    if follower is None or not follower.tag_.startswith("NE"):
        return False
    first = follower.text.split("-", maxsplit=1)[0]
    return first[:1].isupper() and not ("-" in follower.text and _INITIALS.fullmatch(first))


@lru_cache(maxsize=1 << 12)
def _is_tagged(word: str) -> bool:
    """Whether the tagger takes a word for a name even where it stands alone ("Merkel")."""
    return pipeline()(word)[0].tag_.startswith("NE")


def _is_common(first: str, glossary: Glossary) -> bool:
    """Whether the first part of a compound is a noun, a known part, or a verb's stem."""
    known = glossary.parts.get(first) or nouns.noun(first, glossary)
    return bool(known) or len(first) < 3 or _is_word(first.lower() + "en")


def _is_person(word: str, glossary: Glossary) -> bool:
    """Whether a word without article after a verb ("sagte Obermose") is somebody's name."""
    known = _is_word(word) or nouns.noun(word, glossary)
    return len(word) > 4 and word.isalpha() and not known and not word.endswith(("en", "n", "s"))


# What stands after these and looks like a compound is a common noun: "des Rettungsautos".
_BEFORE_NAMES = ("APPR", "V", "NE", "NN", "KO", "$,", "ADV", "ADJ(D)")
_DETERMINERS = ("ART", "APPRART", "PDAT", "PIAT", "PPOSAT", "PIDAT")


def _is_first_part(part: str) -> bool:
    return simplemma.is_known(part.capitalize(), lang="de") or (len(part) > 3 and _is_word(part))


def _is_place(word: str, glossary: Glossary, *, bare: bool) -> bool:
    """Whether a word that German does not have ends as places and streets do."""
    lower = word.lower().removesuffix("s")
    return (
        len(word) > 5
        and lower.endswith(tuple(load("names")["place_endings" if bare else "street_endings"]))
        and not _is_word(word)
        and not _is_word(word.removesuffix("s"))
        and not nouns.noun(word, glossary)
    )


def _is_coined(word: str, glossary: Glossary) -> bool:
    """Whether German has no such word, so that it can only be a name."""
    stem = word.removesuffix("s")
    return (
        len(word) > 3
        and word.isalpha()
        and not word.endswith(tuple(load("names")["demonym_endings"]))
        and not any(_is_word(form) for form in (word, stem, word.removesuffix("es")))
        and not _is_compound(word)
        and not _is_compound(stem)
        and not nouns.noun(word, glossary)
    )


def _is_english(word: str) -> bool:
    return simplemma.is_known(word.lower(), lang="en") or simplemma.is_known(word, lang="en")


@lru_cache(maxsize=1 << 14)
def _is_word(word: str) -> bool:
    return simplemma.is_known(word, lang="de") or simplemma.is_known(word.lower(), lang="de")


@lru_cache(maxsize=1 << 14)
def _is_compound(word: str) -> bool:
    """Whether a word is made of two German words, with a linking letter or without."""
    for cut in range(3, len(word) - 2):
        first, rest = word[:cut], word[cut:]
        if not simplemma.is_known(rest.capitalize(), lang="de"):
            continue
        if any(
            _is_first_part(first.removesuffix(link))
            for link in ("", "s", "es", "n", "en", "er", "e")
            if first.endswith(link) and len(first) - len(link) > 2
        ) or (len(first) > 5 and _is_compound(first)):
            return True
    return False


def _stands_in(name: str, pair: Pair) -> bool:
    """Whether the translation has `name`, in a form that is settled or in one much alike."""
    folded = fold(pair.translation)
    words = _WORD.findall(folded)
    if _INITIALS.fullmatch(name) and _spelled_out(name, words):
        return True
    for form in _forms(name, pair.glossary):
        plain = fold(form)
        if " " in plain or "-" in plain or "." in plain:
            if plain in folded:
                return True
        elif any(_begins(word, plain) for word in words):
            return True
    mine = fold(name)
    return any(
        _alike(mine, fold(word)) and (word[:1].isupper() or word[:3].lower() == mine[:3])
        for word in pair.words
    )


def _spelled_out(initials: str, words: Sequence[str]) -> bool:
    """Whether words in a row begin with the initials: "earnings before interest and tax"."""
    letters = [word[0] for word in words if word not in ("and", "of", "the", "for")]
    return "".join(letters).find(initials.lower()) >= 0


def _begins(word: str, name: str) -> bool:
    if len(name) < 4:
        return word in (name, name + "s")
    return word.startswith(name) or _without_umlaut_e(word).startswith(_without_umlaut_e(name))


def _forms(name: str, glossary: Glossary) -> Iterator[str]:
    """Every way to write a name in English that somebody has settled."""
    stems = [name, name.removesuffix("s"), name.removesuffix("’").removesuffix("'")]
    stems += [name.removesuffix("er"), name.removesuffix("er") + "en"] if len(name) > 6 else []
    place = nouns.adjective(name, glossary)
    if place:
        yield place
    countries = _countries(glossary)
    for stem in stems:
        yield stem
        yield from glossary.accepted(stem)
        if stem in countries:
            yield countries[stem]
            yield from _country_adjectives(stem, glossary)


def _country_adjectives(country: str, glossary: Glossary) -> Iterator[str]:
    """The adjective of a country: "die Lage in Syrien" may be "the Syrian situation"."""
    plain = fold(country)
    for stem, english in glossary.adjectives.items():
        root = fold(stem.removesuffix("isch"))
        rest = plain.removeprefix(root)
        if stem.endswith("sch") and rest != plain and rest in load("names")["country_endings"]:
            yield english


def _countries(glossary: Glossary) -> Mapping[str, str]:
    return cldr.countries(glossary.source, glossary.target)


def _without_umlaut_e(text: str) -> str:
    return text.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache(maxsize=1 << 14)
def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 4 or min(len(one), len(other)) < 4:
        return False
    if simplemma.is_known(other, lang="en") and one[:1] != other[:1]:
        return False  # "Bomung" is not "Coming"
    match = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return match.real_quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def _added(pair: Pair) -> Iterator[tuple[str, bool]]:
    """Capitalised words inside a sentence that are neither English words nor in the German.

    Yields:
        Each with whether the next word is a name of the German ("Igor" of "Igor Kuranski").
    """
    if pair.glossary.target != "en" or _is_title_case(pair.words):
        return
    german = fold(pair.german)
    german_words = [fold(word) for word in _WORD.findall(pair.german)]
    settled = _settled_forms(pair)
    for match in _WORD.finditer(pair.translation):
        word = match[0]
        acronym = bool(_ACRONYM.fullmatch(word)) and len(word) > 2
        if not acronym and (len(word) < 4 or not word[:1].isupper() or word.isupper()):
            continue
        if word in load("names")["english_acronyms"]:
            continue
        if _SENTENCE_START.search(pair.translation[: match.start()]):
            continue
        plain = fold(word)
        stem = plain.removesuffix("s")
        if stem in german or plain in settled or _without_umlaut_e(stem) in german:
            continue
        if _is_english(word):
            continue
        if not any(_alike(plain, other) or plain[:5] in other for other in german_words):
            follower = _FOLLOWER.match(pair.translation, match.end())
            yield word, follower is not None and fold(follower[1]) in german


def _is_title_case(words: Iterable[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and sum(word[:1].isupper() for word in long) > 0.75 * len(long)


def _settled_forms(pair: Pair) -> set[str]:
    """Words of the glossary's and CLDR's names for what the German names."""
    glossary = pair.glossary
    found: set[str] = set()
    german = pair.german
    countries = _countries(glossary)
    for section in (glossary.people_names, glossary.places, glossary.organisations):
        for name, forms in section.items():
            if name in german:
                found.update(fold(word) for both in forms for word in _WORD.findall(both))
    for name, form in countries.items():
        if name in german:
            found.update(fold(word) for word in _WORD.findall(form))
    lower = german.lower()
    for stem, adjective in glossary.adjectives.items():
        if stem in lower:
            found.update(fold(word) for word in _WORD.findall(adjective))
    for form, meanings in glossary.nouns.items():
        if form in german:
            found.update(
                fold(word)
                for noun, _ in meanings
                for word in _WORD.findall(f"{noun.singular} {noun.plural}")
            )
    return found
