"""The glossary: German words whose translation a newsroom has settled.

Files lie in ``glossary/``: ``de-en.yml`` is the one that comes with the project, and every
``de-en.<anything>.yml`` beside it adds to it or overrides it (in the order of the alphabet). A
file for another language, ``de-fr.yml``, works the same way. What each section is for stands in
``glossary/de-en.yml``; how phrases are made of its words, in `summarizer.translation.phrases`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from summarizer import strict_yaml
from summarizer.problem import InputError
from summarizer.translation import english

Number = Literal["singular", "plural"]

LISTS = ("unchanged", "english_article", "counting_units", "official_adjectives")
"""Sections that are lists of words."""

MAPPINGS = (
    "people_names",
    "places",
    "organisations",
    "nouns",
    "people",
    "adjectival_nouns",
    "adjectives",
    "parts",
    "senses",
    "phrases",
    "determiners",
    "prepositions",
    "qualifiers",
    "amounts",
)
"""Sections that give each German entry its translation."""

_TEXTS = ("parts", "phrases", "determiners", "prepositions", "qualifiers", "amounts")

_BESIDE = re.compile(r"\s+beside\s+")

MAX_BYTES = 5_000_000


@dataclass(frozen=True)
class Noun:
    """A noun's forms in the target language; `plural` is "" where the glossary has none."""

    singular: str
    plural: str

    def form(self, number: Number) -> str:
        """The form for `number`, or "" where there is none."""
        return self.singular if number == "singular" else self.plural


@dataclass(frozen=True)
class Sense:
    """What a noun means in a sentence that has one of `beside` (in lower case, maybe in a word)."""

    usual: Noun
    beside: tuple[str, ...]
    noun: Noun


@dataclass(frozen=True)
class Glossary:
    """The entries of all files for one pair of languages, ready for looking up.

    Names map German to every accepted form, the preferred one first; nouns map each German
    form to the noun and the number that the form has; other sections map German to one text.
    """

    source: str
    target: str
    english_grammar: bool = False
    people_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    organisations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[tuple[Noun, Number], ...]] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    determiners: Mapping[str, str] = field(default_factory=dict)
    prepositions: Mapping[str, str] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()
    english_article: frozenset[str] = frozenset()
    counting_units: frozenset[str] = frozenset()
    official_adjectives: frozenset[str] = frozenset()
    senses: tuple[Sense, ...] = ()
    size: int = 0
    fingerprint: str = ""
    """Changes with every byte of the files."""

    def read_in(self, context: str) -> Glossary:
        """The glossary with nouns in the sense that they have in the text `context`."""
        lower = context.lower()
        senses = {
            sense.usual: sense.noun
            for sense in reversed(self.senses)  # the first one that fits counts
            if any(word in lower for word in sense.beside)
        }
        if not senses:
            return self
        nouns = {
            form: tuple((senses.get(noun, noun), number) for noun, number in meanings)
            for form, meanings in self.nouns.items()
        }
        return replace(self, nouns=nouns)

    def name(self, german: str) -> str | None:
        """The preferred form of a proper name (or of its genitive in -s), if it is known."""
        for form in (german, german.removesuffix("s"), german.removesuffix("'")):
            for section in (self.phrases, self.people_names, self.places, self.organisations):
                found = section.get(form)
                if found:
                    return found if isinstance(found, str) else found[0]
            if form in self.unchanged:
                return form
        return None

    def person(self, german: str) -> str:
        """A person's name with each part that the glossary knows in its form."""
        whole = self.people_names.get(german)
        if whole:
            return whole[0]
        parts = (self.people_names.get(part, (part,))[0] for part in german.split(" "))
        return " ".join(parts)

    def accepted(self, german: str) -> tuple[str, ...]:
        """Every form that may stand for the name `german`; empty where it is not known."""
        for section in (self.people_names, self.places, self.organisations):
            if german in section:
                return section[german]
        return (german,) if german in self.unchanged else ()

    def enforce(self, german: str, translation: str) -> str:
        """`translation` with the glossary's form of each name that stands in `german`.

        Replaces the German form where an engine left it, and an accepted form by the preferred
        one ('Kiev' by 'Kyiv').
        """
        for section in (self.people_names, self.places, self.organisations):
            for name, forms in section.items():
                if name not in german or not _whole_word(name).search(german):
                    continue
                for form in (name, *forms[1:]):
                    if form != forms[0] and form not in forms[0]:
                        translation = _whole_word(form).sub(forms[0], translation)
        return translation


def _whole_word(name: str) -> re.Pattern[str]:
    # A German genitive ("Kiews") is the name too; an English one keeps its apostrophe.
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?=s?\b)(?:s\b)?")


def load(folder: Path, source: str, target: str) -> Glossary:
    """The glossary from `source` to `target` (ISO 639-1) that the files in `folder` make up.

    No file for the pair makes an empty glossary.

    Raises:
        InputError: naming file and line of what is wrong, for the first thing that is.
    """
    pair = f"{source}-{target}"
    sections: dict[str, dict[str, Any]] = {name: {} for name in (*MAPPINGS, *LISTS, "grammar")}
    if not folder.is_dir():
        return Glossary(source, target)
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.y*ml"), key=lambda path: path.name.split(".")[:-1]):
        _check_name(path)
        if path.name.split(".")[0] == pair:
            data = _bytes(path)
            digest.update(data)
            for section, key, value in _entries(data, str(path)):
                sections[section].pop(key, None)
                sections[section][key] = value
    return replace(_glossary(source, target, sections), fingerprint=digest.hexdigest())


def _check_name(path: Path) -> None:
    if not re.fullmatch(r"[a-z]{2}-[a-z]{2}(\.[^.]+)?\.ya?ml", path.name):
        raise InputError(
            str(path),
            "the name of a glossary says which languages it is for",
            "Call it like 'de-en.our-own.yml' (the source's language, the target's, a name).",
        )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(str(path), f"larger than {MAX_BYTES:,} bytes", "Is it a glossary?")
        return path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise InputError(str(path), message, "Check its rights, or remove it.") from error


def _entries(stored: bytes, name: str) -> Iterator[tuple[str, str, Any]]:
    """Section, German and translation of every entry of the file `name`, checked."""
    try:
        text = stored.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = stored.count(b"\n", 0, error.start) + 1
        raise InputError(name, "not in UTF-8", "Save it as UTF-8.", line) from error
    data, lines = strict_yaml.load(text, name)
    if data is not None and not isinstance(data, dict):
        raise InputError(name, "must consist of sections", f"Sections: {', '.join(MAPPINGS)}.", 1)
    for section, content in (data or {}).items():
        yield from _section(str(section), content, name, lines)


def _section(
    section: str, content: Any, path: str, lines: Mapping[tuple[str | int, ...], int]
) -> Iterator[tuple[str, str, Any]]:
    line = lines.get((section,), 1)
    if section == "grammar":
        if content != "english":
            raise InputError(path, f"unknown grammar {content!r}", "Known: english.", line)
        yield section, content, content
    elif section in LISTS:
        if not isinstance(content, list):
            raise InputError(path, f"{section}: must be a list", "Begin lines with '- '.", line)
        for index, item in enumerate(content):
            yield section, _text(item, path, lines.get((section, index), line)), True
    elif section in MAPPINGS:
        if not isinstance(content, dict):
            hint = "Write lines like 'German: translation'."
            raise InputError(path, f"{section}: must be a mapping", hint, line)
        for german, value in content.items():
            where = lines.get((section, str(german)), line)
            if section == "senses" and len(_BESIDE.split(str(german))) != 2:
                hint = "Write it like 'Karte beside gelb, rot: card'."
                raise InputError(path, "senses: does not say beside which words", hint, where)
            yield section, _text(german, path, where), _value(section, value, path, where)
    else:
        known = ", ".join((*MAPPINGS, *LISTS, "grammar"))
        raise InputError(path, f"unknown section {section!r}", f"Known: {known}.", line)


def _value(section: str, value: Any, path: str, line: int) -> Any:
    if section in ("people_names", "places", "organisations"):
        items = value if isinstance(value, list) else [value]
        if not items:
            raise InputError(path, "has no translation", "Give one or take it out.", line)
        return tuple(_text(item, path, line) for item in items)
    text = _text(value, path, line)
    if section in ("nouns", "people", "adjectival_nouns", "senses") and len(_forms(text)) > 2:
        raise InputError(path, "more than two forms", "Give 'singular, plural'.", line)
    return text


def _text(value: Any, path: str, line: int) -> str:
    if isinstance(value, bool):
        hint = "Put it in quotation marks: YAML reads yes, no, on and off as true and false."
        raise InputError(path, "must be text", hint, line)
    if not isinstance(value, str | int) or not str(value).strip():
        raise InputError(path, "must be text", "Write one word or phrase.", line)
    return " ".join(str(value).split())


def _forms(text: str) -> list[str]:
    return [form.strip() for form in text.split(",")]


def _glossary(source: str, target: str, sections: Mapping[str, Mapping[str, Any]]) -> Glossary:
    grammar = bool(sections["grammar"])
    nouns: dict[str, tuple[tuple[Noun, Number], ...]] = {}
    for section, forms_of in (
        ("people", _person_forms),
        ("adjectival_nouns", _adjectival_forms),
        ("nouns", _noun_forms),
    ):
        for german, value in sections[section].items():
            noun = _noun(value, grammar=grammar)
            for form, number, certain in forms_of(_forms(german)):
                known = nouns.get(form, ())
                if certain or not known:
                    kept = tuple(pair for pair in known if pair[1] != number)
                    nouns[form] = (*kept, (noun, number))
    senses = tuple(_senses(sections["senses"], nouns, grammar=grammar))
    texts = {
        name: {form: value for key, value in sections[name].items() for form in _forms(key)}
        for name in ("adjectives", *_TEXTS)
    }
    return Glossary(
        source,
        target,
        english_grammar=grammar,
        people_names=sections["people_names"],
        places=sections["places"],
        organisations=sections["organisations"],
        nouns=nouns,
        adjectives=texts["adjectives"],
        parts=texts["parts"],
        phrases=texts["phrases"],
        determiners=texts["determiners"],
        prepositions=texts["prepositions"],
        qualifiers=texts["qualifiers"],
        amounts=texts["amounts"],
        unchanged=frozenset(sections["unchanged"]),
        english_article=frozenset(sections["english_article"]),
        counting_units=frozenset(sections["counting_units"]),
        official_adjectives=frozenset(sections["official_adjectives"]),
        senses=senses,
        size=sum(len(entries) for entries in sections.values()),
    )


def _noun(value: str, *, grammar: bool) -> Noun:
    singular, *plural = _forms(value)
    if plural:
        return Noun(singular, plural[0])
    return Noun(singular, english.plural(singular) if grammar else "")


def _senses(
    entries: Mapping[str, str],
    nouns: Mapping[str, tuple[tuple[Noun, Number], ...]],
    *,
    grammar: bool,
) -> Iterator[Sense]:
    """The senses of nouns that the glossary has; without one there is nothing to tell apart."""
    for german, value in entries.items():
        word, beside = _BESIDE.split(german)
        noun = _noun(value, grammar=grammar)
        for usual in dict.fromkeys(usual for usual, _ in nouns.get(word, ())):
            yield Sense(usual, tuple(part.lower() for part in _forms(beside)), noun)


_Form = tuple[str, Number, bool]
"""A German form, its number, and whether the entry itself gives it (or a rule made it)."""


def _noun_forms(forms: list[str]) -> Iterator[_Form]:
    """The forms of 'Kind, Kinder': singular, plural, then further singulars; and their cases."""
    singular, *rest = forms
    yield singular, "singular", True
    for ending in ("s", "es"):  # genitive, except where the entry has the form already
        if singular + ending not in rest:
            yield singular + ending, "singular", False
    for index, form in enumerate(rest):
        yield form, "singular" if index else "plural", True
    if rest and not rest[0].endswith(("n", "s")):
        yield rest[0] + "n", "plural", False  # dative


def _person_forms(forms: list[str]) -> Iterator[_Form]:
    """Those of a noun, and the feminine in -in, -innen where the entry gives no other."""
    yield from _noun_forms(forms)
    singular = forms[0]
    if not singular.endswith(("in", "person", "kraft", "mann", "frau", "mitglied")):
        stem = singular.removesuffix("e")
        yield stem + "in", "singular", False
        yield stem + "innen", "plural", False


def _adjectival_forms(forms: list[str]) -> Iterator[_Form]:
    """The forms of 'Verletzte': 'Verletzter', 'Verletzten' … ; -en is plural more often in news."""
    for form in forms:
        stem = form.removesuffix("e")
        yield stem + "e", "singular", True
        yield stem + "e", "plural", True
        yield stem + "er", "singular", True
        yield stem + "en", "singular", True
        yield stem + "en", "plural", True
        yield stem + "em", "singular", True
