"""Write German news-like articles: ``python -m bench.articles FOLDER --count 1000 --seed 1``.

Each article is decided by the seed and its own number alone, so that the first hundred of a
thousand are the hundred of a hundred. What is measured on real articles (length, roles of lines,
share of figures, statements and quotations, growth of the vocabulary) is aimed at here and checked
in ``tests/bench/test_articles.py``.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import random
import re
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.german import load
from bench.noun_phrases import Noun, contract, dative_plural

WORDS = 400
"""Words of an article by default; pass None for lengths that vary as those of real ones do."""

# Of a hundred sentences of the body, how many are of which sort. With what the sorts contain this
# gives the figures, statements and quotations a hundred words that real articles have.
_SORTS = {"plain": 63, "figures": 5, "quoted": 19, "attributed": 9, "hearsay": 4}
_TAILED = 0.4
_CONTINUED = 0.35
_SENTENCES_A_PARAGRAPH = (1, 2, 2, 3, 3, 3, 4, 4, 5)
# Real articles of agencies and newspapers: from a short item to a page.
_LENGTHS = (50, 80, 110, 140, 170, 200, 230, 260, 290, 320, 360, 420, 480)
_QUOTATION_MARKS = ("„“", "„“", "„“", '""', "»«")
_FIRST_DAY = datetime.date(2016, 1, 1)


@dataclass(frozen=True)
class GeneratedArticle:
    """An article as it stands in a file, and what was put into it."""

    name: str
    title: str
    lines: tuple[tuple[str, str], ...]
    """Role ("heading", "byline", "body", …) and text; a body line is a paragraph."""
    metadata: Mapping[str, str]
    """Front matter; empty for an article that is bare text."""

    @property
    def text(self) -> str:
        """The content of the file."""
        body = "\n".join(line for _, line in self.lines) + "\n"
        if not self.metadata:
            return body
        head = "".join(f"{key}: {value}\n" for key, value in self.metadata.items())
        return f"---\n{head}---\n\n" + body.replace("\n", "\n\n")


@dataclass
class _Person:
    first: str
    last: str
    role: Noun
    turn: int = 0

    def __format__(self, spec: str) -> str:
        if spec == "nachname":
            return self.last
        if spec == "voll":
            return f"{self.first} {self.last}"
        case = spec or "nom"
        self.turn += 1
        if self.turn == 1:
            return f"{self.role.form(case)} {self.first} {self.last}"
        return f"{self.role:der.{case}}" if self.turn % 3 == 0 else self.last


@dataclass(frozen=True)
class _Verb:
    """A transitive verb: "aus|bauen ausgebaut"."""

    infinitive: str
    participle: str

    @classmethod
    def parse(cls, entry: str) -> _Verb:
        words = entry.split(" ")
        half = len(words) // 2
        return cls(" ".join(words[:half]), " ".join(words[half:]))

    def __format__(self, spec: str) -> str:
        if spec == "part":
            return self.participle
        prefix, stroke, verb = self.infinitive.rpartition("|")
        if spec == "inf":
            return prefix + verb
        if stroke:
            return f"{prefix}zu{verb}"
        *before, verb = self.infinitive.split(" ")
        return " ".join([*before, "zu", verb])


@dataclass(frozen=True)
class _Drawn:
    """A slot whose every use draws anew, in the form that is asked for."""

    draw: Callable[[str], str]

    def __format__(self, spec: str) -> str:
        return self.draw(spec)


class _Sentence(string.Formatter):
    """Fills the slots of one sentence: what an article keeps, and what a sentence draws once."""

    def __init__(self, writer: _Writer) -> None:
        self.writer = writer
        self.drawn: dict[str, Any] = {}

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        name = str(key)
        kept = self.writer.kept.get(name)
        if kept is not None:
            return kept
        if name in ("y", "z", "u"):
            return self.drawn.setdefault(name, self.writer.thing())
        if name == "c":
            return self.drawn.setdefault(name, self.writer.body())
        if name in ("v", "w"):
            return self.drawn.setdefault(name, self.writer.verb())
        if name in ("wort", "wort2", "teil"):
            group = "parts" if name == "teil" else "words"
            return self.format(self.writer.pick(self.writer.sentences[group]))
        return _Drawn(lambda spec: str(getattr(self.writer, f"draw_{name}")(spec)))


@dataclass
class _Writer:
    """Everything that one article draws, from its own random numbers."""

    random: random.Random
    words: dict[str, Any] = field(default_factory=lambda: load("words"))
    sentences: dict[str, Any] = field(default_factory=lambda: load("sentences"))
    kept: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.field = self.random.choice(sorted(self.words["fields"]))
        subject = self.words["fields"][self.field]
        first, second = self.random.sample(subject["bodies"], 2)
        speakers = [self.person(roles) for roles in self.random.sample(subject["roles"], 2)]
        self.counted: list[str] = subject["counted"]
        self.kept |= {
            "a": Noun.parse(first),
            "b": Noun.parse(second),
            "p": speakers[0],
            "q": speakers[1],
            "x": self.thing(),
            "ort": self.place(),
            "ort2": self.place(),
        }

    def pick(self, choices: Sequence[Any]) -> Any:
        """One of `choices`; the earlier ones come more often, as words do in any text."""
        weights = itertools.accumulate(1 / (rank + 5) for rank in range(len(choices)))
        return self.random.choices(choices, cum_weights=list(weights))[0]

    def sentence(self, template: str, *, stop: str = "") -> str:
        """`template` with its slots filled, beginning with a capital letter."""
        text = contract(_Sentence(self).format(template + stop))
        first = re.search(r"\w", text)
        at = first.start() if first else 0
        # The words of a quotation inside a sentence begin with a capital letter of their own.
        text = text[:at] + text[at].upper() + text[at + 1 :]
        return re.sub(
            r"(: „|^„)(\w)", lambda found: found[1] + found[2].upper(), re.sub(r"\s+", " ", text)
        )

    def body(self) -> Noun:
        """One of the field's bodies, perhaps that of another place."""
        body = Noun.parse(self.random.choice(self.words["fields"][self.field]["bodies"]))
        elsewhere = self.random.random() < 0.5
        return replace(body, before=_of_place(self.place()) if elsewhere else "")

    def thing(self) -> Noun:
        """A plain noun seldom, mostly a compound of two parts, sometimes of three."""
        noun = Noun.parse(self.random.choice(self.words["things"]))
        if self.random.random() < 0.7:
            noun = noun.with_first_part(self._part())
            size = self.random.random()
            if size < 0.06:
                noun = noun.with_first_part(self.random.choice(self.words["outer_parts"]))
            elif size < 0.1:
                noun = noun.with_first_part(self._part())
        before = _of_place(self.place()) if self.random.random() < 0.15 else ""
        return replace(noun, adjective=self._adjective(), before=before)

    def _part(self) -> str:
        return str(self.random.choice(self.words["compound_parts"]))

    def _adjective(self) -> str:
        sort = self.random.random()
        if sort < 0.1:
            return str(self._part()).rstrip("-").lower() + str(
                self.random.choice(self.words["adjective_endings"])
            )
        if sort < 0.3:
            participle = self.verb().participle
            if " " not in participle:
                return participle
        return str(self.pick(self.words["adjectives"]))

    def verb(self) -> _Verb:
        if self.random.random() < 0.7:
            return _Verb.parse(self.random.choice(self.words["verbs"]))
        prefix = self.random.choice(self.words["verb_prefixes"])
        base = _Verb.parse(self.random.choice(self.words["verb_bases"]))
        return _Verb(f"{prefix}|{base.infinitive}", prefix + base.participle)

    def person(self, roles: Sequence[str]) -> _Person:
        gender = self.random.randrange(2)
        role = Noun.parse(roles[gender])
        return _Person(self.first_name("mf"[gender]), self.surname(), role)

    def first_name(self, gender: str) -> str:
        return str(self.pick(self.words["first_names"][gender]))

    def surname(self) -> str:
        names = self.words["surnames"]
        if self.random.random() < 0.3:
            return str(self.pick(names["whole"]))
        made = self.random.choice(names["beginnings"]) + self.random.choice(names["endings"])
        if self.random.random() < 0.04:
            return f"{made}-{self.pick(names['whole'])}"
        return str(made)

    def place(self) -> str:
        parts = self.words["places"]
        name = str(self.random.choice(parts["stems"]) + self.random.choice(parts["endings"]))
        if self.random.random() < 0.2:
            return str(self.random.choice(parts["prefixes"])) + name[0].lower() + name[1:]
        return name

    def count(self) -> str:
        size = self.random.random()
        if size < 0.4:
            return str(self.random.choice(self.words["number_words"]))
        if size < 0.65:
            return str(self.random.randint(13, 99))
        if size < 0.85:
            return _grouped(self.random.randint(100, 9999))
        if size < 0.95:
            return _grouped(self.random.randint(100, 999) * 100)
        return f"{self.random.choice(self.words['number_words'])} Millionen"

    def draw_fig(self, spec: str) -> str:
        if self.random.random() < 0.3:
            counted = self._part().rstrip("-") + self.random.choice(self.words["people"])
        else:
            counted = self.random.choice(self.counted)
        qualifier = "" if spec == "genau" else self.random.choice(self.words["qualifiers"])
        noun = dative_plural(counted) if spec == "dat" else counted
        return f"{qualifier} {self.count()} {noun}".strip()

    def draw_geld(self, _: str) -> str:
        if self.random.random() < 0.5:
            return f"{_decimal(self.random.randint(11, 990))} Millionen Euro"
        return f"{_grouped(self.random.randint(5, 999) * 1000)} Euro"

    def draw_flaeche(self, _: str) -> str:
        return f"{self.random.randint(13, 900)} {self.random.choice(self.words['areas'])}"

    def draw_laenge(self, _: str) -> str:
        return f"{self.random.randint(2, 95)} {self.random.choice(self.words['lengths'])}"

    def draw_prozent(self, _: str) -> str:
        return f"{_decimal(self.random.randint(11, 989))} Prozent"

    def draw_dauer(self, spec: str) -> str:
        unit = self.random.choice(self.words["durations"])
        number = self.random.choice(self.words["number_words"])
        return f"{number} {dative_plural(unit) if spec == 'dat' else unit}"

    def draw_jahr(self, _: str) -> str:
        return str(self.random.randint(1972, 2023))

    def draw_tag(self, _: str) -> str:
        return str(self.random.randint(1, 28))

    def draw_ordnung(self, _: str) -> str:
        return str(self.random.choice(self.sentences["ordinals"]))

    def draw_strasse(self, _: str) -> str:
        if self.random.random() < 0.3:
            return f"{self.surname()}straße"
        return f"{self.random.choice(self.words['places']['stems'])}er Straße"

    def draw_firma(self, _: str) -> str:
        parts = self.words["companies"]
        name = self.random.choice(parts["beginnings"]) + self.random.choice(parts["endings"])
        return f"{name} {self.random.choice(parts['forms'])}"

    def draw_blatt(self, spec: str) -> str:
        paper = Noun.parse(self.random.choice(self.words["media"]))
        paper = replace(paper, before=_of_place(self.place()))
        return format(paper, f"der.{spec or 'nom'}")

    def draw_partner(self, _: str) -> str:
        return f"{self.first_name(self.random.choice('fm'))} {self.surname()}"

    def draw_orte(self, _: str) -> str:
        return _row([self.place() for _ in range(self.random.randint(3, 6))])

    def draw_namen(self, _: str) -> str:
        return _row([self.draw_partner("") for _ in range(self.random.randint(2, 5))])

    def draw_zeit(self, _: str) -> str:
        return str(self.random.choice(self.words["times"]))

    def draw_monat(self, _: str) -> str:
        return str(self.random.choice(self.words["months"]))

    def draw_adv(self, _: str) -> str:
        return str(self.random.choice(self.words["adverbs"]))

    def draw_grad(self, _: str) -> str:
        return str(self.random.choice(self.sentences["grades"]))


def write_article(number: int, *, seed: int = 1, words: int | None = WORDS) -> GeneratedArticle:
    """Article `number` (from 0) of the corpus `seed`, of about `words` words."""
    chance = random.Random(f"{seed}/{number}")
    writer = _Writer(chance)
    kinds = writer.sentences
    length = words or chance.choice(_LENGTHS)
    title = writer.sentence(writer.pick(kinds["headings"]))
    lines = [("heading", title)]
    if chance.random() < 0.05:
        lines.append(("byline", writer.sentence(chance.choice(kinds["bylines"]))))
    opening, written = True, 0
    while written < length:
        paragraph = []
        for _ in range(chance.choice(_SENTENCES_A_PARAGRAPH)):
            paragraph += _body_sentences(writer, opening=opening)
            opening = False
        text = " ".join(paragraph)
        lines.append(("body", text))
        written += len(text.split())
        if written < length and chance.random() < 0.02:
            lines.append(("heading", writer.sentence(chance.choice(kinds["subheadings"]))))
        elif chance.random() < 0.05:
            lines.append(("caption", writer.sentence(chance.choice(kinds["captions"]))))
    if chance.random() < 0.15:
        lines.append(("teaser", writer.sentence(chance.choice(kinds["teasers"]))))
    marks = str.maketrans("„“", chance.choice(_QUOTATION_MARKS))
    marked = tuple((role, line.translate(marks)) for role, line in lines)
    return _filed(writer, number, marked)


def _filed(writer: _Writer, number: int, lines: tuple[tuple[str, str], ...]) -> GeneratedArticle:
    """Half of the articles are bare text, half Markdown with front matter."""
    title = lines[0][1]
    if number % 2 == 0:
        return GeneratedArticle(f"{number:06d}-{writer.field}.txt", title, lines, {})
    day = _FIRST_DAY + datetime.timedelta(days=writer.random.randrange(3650))
    metadata = {
        "title": f"'{title}'",
        "date": day.isoformat(),
        "author": writer.draw_partner(""),
        "publisher": f"Das {_of_place(writer.place())} Morgenblatt",
        "tags": f"[{writer.field.capitalize()}, {writer.kept['ort']}]",
    }
    return GeneratedArticle(f"{number:06d}-{writer.field}.md", title, lines[1:], metadata)


def _body_sentences(writer: _Writer, *, opening: bool) -> list[str]:
    kinds = writer.sentences
    if opening:
        return [_tailed(writer, writer.pick(kinds["leads"]))]
    sort = writer.random.choices(list(_SORTS), list(_SORTS.values()))[0]
    template = writer.random.choice(kinds[sort])
    if sort in ("plain", "figures"):
        return [_tailed(writer, template)]
    sentences = [writer.sentence(template)]
    if sort == "attributed" and writer.random.random() < _CONTINUED:
        sentences.append(writer.sentence(writer.random.choice(kinds["continued"])))
    return sentences


def _tailed(writer: _Writer, template: str) -> str:
    if writer.random.random() < _TAILED:
        template = (
            f"{template.removesuffix('.')}, {writer.random.choice(writer.sentences['tails'])}."
        )
    return writer.sentence(template)


def _row(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} und {items[-1]}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _decimal(tenths: int) -> str:
    whole, tenth = divmod(tenths, 10)
    return f"{whole},{tenth}" if tenth else str(whole)


def _of_place(name: str) -> str:
    """The undeclined adjective of a place: Elmstadt → Elmstädter."""
    if name.endswith("stadt"):
        return f"{name[:-3]}ädter"
    return f"{name}r" if name.endswith("e") else f"{name}er"


def write_corpus(
    folder: Path, count: int, *, seed: int = 1, words: int | None = WORDS, first: int = 0
) -> list[Path]:
    """Write articles `first` to `first` + `count` of the corpus `seed` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(first, first + count):
        article = write_article(number, seed=seed, words=words)
        path = folder / article.name
        path.write_text(article.text, encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="where the articles go")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, help="of each article; without it they vary")
    chosen = parser.parse_args()
    write_corpus(chosen.folder, chosen.count, seed=chosen.seed, words=chosen.words)


if __name__ == "__main__":
    main()
