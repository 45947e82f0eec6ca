"""Figures: every quantity of an article, with its value and what it counts.

A sentence's numerals (`german.quantities`) are figures unless a rule says that they are a date, an
age, a name or the like (`german.number_contexts` and the ``_is_…`` rules here). What a figure counts
is looked for after it, before it, and in the figures beside it, in that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.german.lexicon import load
from summarizer.german.number_contexts import find_contexts, is_year
from summarizer.german.numerals import Compound, exact
from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.qualifiers import longest_qualifier, qualifiers
from summarizer.german.quantities import Numeral, Shape, Word, read_words
from summarizer.german.units import Unit, find_unit, kind_of
from summarizer.summary import Figure, FigureKind, Role

_ROLES = (Role.BODY, Role.HEADING, Role.CAPTION)
_QUOTES = frozenset("\"„“”‚‘’»«›‹'")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_PARTICIPLE_ENDINGS = ("nde", "nden", "nder", "ndes", "te", "ten", "ter", "tes", "ene", "enen")
_NOUN_TAGS = ("NN", "NE", "NNA", "NNI", "XY", "FM", "TRUNC")
_ADVERB_TAGS = ("ADV", "ADJ(D)", "PTKNEG", "PTKA")
_MOST_QUALIFIERS = 3
_LONGEST_PHRASE = 9
_LONGEST_UNIT_NAME = 4


def find_figures(analysed: AnalysedArticle) -> tuple[Figure, ...]:
    """All figures of body lines, headings and captions, in the order of the text.

    `source` and `certainty` keep their defaults; `attribute_figures` fills them.
    """
    figures: list[Figure] = []
    for sentence, doc in zip(analysed.article.sentences, analysed.docs, strict=True):
        if sentence.role in _ROLES:
            words = read_words(doc)
            if words:
                line = _Line(sentence.id, sentence.text, words, find_contexts(words))
                figures.extend(_figures(line))
    return tuple(figures)


@dataclass(frozen=True)
class _Line:
    """A sentence with each numeral as one word, and the rules that say which are no figures."""

    sentence: int
    text: str
    words: Sequence[Word]
    contexts: dict[int, str]

    def lower(self, at: int) -> str:
        """Word `at` in lower case; empty outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def word(self, at: int) -> Word | None:
        """Word `at`, or None outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def slice(self, start: int, end: int) -> str:
        """The text of words `start` to before `end`."""
        return self.text[self.words[start].start : self.words[end - 1].end]


@dataclass(frozen=True)
class _Counted:
    """What a figure counts, and the rule that says so; `near` if it stands right beside it."""

    noun: str
    label: str
    rule: str
    unit: Unit | None = None
    near: bool = True
    scaled: int = 0


_NOTHING = _Counted("", "", "bare-number", near=False)


def _figures(line: _Line) -> Iterator[Figure]:
    last: Figure | None = None
    for at, word in enumerate(line.words):
        if at in line.contexts:
            continue
        if word.compound is not None:
            figure = _compound_figure(line, at, word.compound)
        elif word.numeral is not None:
            figure = _numeral_figure(line, at, word.numeral, last)
        else:
            continue
        if figure is not None:
            last = figure
            yield figure


# --- one figure --------------------------------------------------------------------------------


def _numeral_figure(line: _Line, at: int, numeral: Numeral, last: Figure | None) -> Figure | None:
    counted = _counted(line, at, numeral, last)
    if _is_no_amount(line, at, numeral, counted):
        return None
    first = _first_of_qualifier(line, at, counted)
    value, value_max = numeral.value, numeral.value_max
    if numeral.english and counted.unit is None and value is not None:
        value *= 1000
    if counted.scaled and value is not None and value < 1000 and not numeral.scaled:
        value *= Decimal(10) ** counted.scaled
    start = line.words[first].start
    qualifier = line.text[start : line.words[at].start].strip() if first < at else None
    if first == at and _minus(line, at, counted):
        value = -value if value is not None else None
        start = line.words[at - 1].start
    if line.lower(at - 1) == "zwischen" and value_max is not None:
        start, qualifier = line.words[at - 1].start, None
    if qualifier is None:
        qualifier = _inner_qualifier(line.words[at].text)
    if numeral.share:
        unit: Unit | None = Unit("percent", FigureKind.PERCENT)
    else:
        unit = counted.unit
    return Figure(
        sentence=line.sentence,
        surface=line.text[start : line.words[at].end],
        value=None if value is None else exact(value),
        value_max=None if value_max is None else exact(value_max),
        qualifier=qualifier,
        noun=counted.noun,
        label=counted.label or counted.noun,
        kind=unit.kind if unit else FigureKind.COUNT,
        unit=unit.id if unit else None,
        start=start,
        rule=counted.rule,
    )


def _compound_figure(line: _Line, at: int, compound: Compound) -> Figure | None:
    word = line.words[at]
    phrase = _noun_phrase(line, at + 1) if compound.adjective else None
    noun, label = (phrase.noun, phrase.label) if phrase else (compound.noun, word.text)
    if compound.unit == "duration-year" and compound.adjective and _is_person(phrase):
        return None
    if compound.unit == "pages" and compound.value < 3:
        return None
    if compound.unit in ("count", "times", "pages"):
        unit = Unit(None, FigureKind.COUNT)
        if compound.unit == "times" and not compound.adjective:
            label = noun = ""
    elif compound.unit in tuple(FigureKind):
        unit = Unit(None, FigureKind(compound.unit))
    else:
        unit = Unit(compound.unit, kind_of(compound.unit))
    first = _first_of_qualifier(line, at, _NOTHING)
    start = line.words[first].start
    return Figure(
        sentence=line.sentence,
        surface=line.text[start : word.start + len(compound.numeral)],
        value=exact(compound.value),
        qualifier=line.text[start : word.start].strip() if first < at else None,
        noun=noun,
        label=label,
        kind=unit.kind,
        unit=unit.id,
        start=start,
        rule="compound-adjective" if compound.adjective else "compound",
    )


def _is_person(phrase: _Phrase | None) -> bool:
    """Whether years before `phrase` are someone's age; true where no noun follows."""
    if phrase is None or phrase.tag == "NE":
        return True
    last = phrase.noun.split("-")[-1].lower()
    lexicon = load("counted")
    if last in load("not_figures")["lists"]["people"]:
        return True
    return last.endswith(tuple(lexicon["people_endings"])) and not last.endswith(
        tuple(lexicon["not_people"])
    )


def _minus(line: _Line, at: int, counted: _Counted) -> bool:
    return line.lower(at - 1) == "minus" and counted.unit is not None


def _inner_qualifier(surface: str) -> str | None:
    """As in "gutes" in "ein gutes Dutzend"."""
    words = surface.split()
    return next((w for w in words[1:] if w.lower().startswith(("gut", "knapp"))), None)


# --- what is no amount -------------------------------------------------------------------------


def _is_no_amount(line: _Line, at: int, numeral: Numeral, counted: _Counted) -> bool:
    value = numeral.value
    if value is None:
        return False
    bare = not counted.near
    if numeral.half or numeral.dotted:
        return counted.unit is None or bare
    if numeral.dashed and bare:
        return True
    if is_year(numeral) and _is_year_here(line, at, numeral, counted):
        return True
    if value in (0, 1) and numeral.value_max is None and counted.unit is None:
        return True
    if not bare:
        return False
    return (
        _is_label_number(line, at, counted)
        or _is_in_brackets(line, at, counted)
        or _is_hour(line, at, numeral)
    )


def _is_year_here(line: _Line, at: int, numeral: Numeral, counted: _Counted) -> bool:
    """Whether four digits that look like a year are one: not before a unit or after "rund"."""
    if counted.unit is not None and counted.near:
        return False
    if _first_of_qualifier(line, at, counted) < at:
        return False
    value = numeral.value or Decimal(0)
    if not counted.near or counted.rule not in ("noun-after", "partitive"):
        return True
    direct = line.slice(at + 1, at + 2).startswith(counted.noun)
    if line.lower(at - 1) in ("die", "der", "den", "alle", "allen", "aller") and direct:
        return False
    return not (value % 50 == 0 or value < 1800)


def _is_label_number(line: _Line, at: int, counted: _Counted) -> bool:
    """As in "Gleis 5", "Germania 2", "Regel zwei": a number right after its noun names, not counts."""
    before = line.word(at - 1)
    if before is None or counted.rule in ("scale", "tally"):
        return False
    if before.shape is Shape.SYMBOL:
        return True
    return before.capital and before.tag in _NOUN_TAGS and before.shape is Shape.TEXT


def _is_in_brackets(line: _Line, at: int, counted: _Counted) -> bool:
    """As in "(32)", an age or a number of a list, unless the list says what it counts."""
    return (
        line.lower(at - 1) == "(" and line.lower(at + 1) in (")", ",") and counted.rule != "tally"
    )


def _is_hour(line: _Line, at: int, numeral: Numeral) -> bool:
    """As in "gegen acht": a small number after a preposition of time, with no noun."""
    value = numeral.value or Decimal(0)
    return (
        line.lower(at - 1) in load("counted")["hours"]
        and value <= 24
        and numeral.value_max is None
        and line.lower(at + 1) != "auf"
    )


# --- qualifiers --------------------------------------------------------------------------------


def _first_of_qualifier(line: _Line, at: int, counted: _Counted) -> int:
    """The index of the first qualifier word before word `at`; `at` if there is none."""
    first = at
    for _ in range(_MOST_QUALIFIERS):
        start = _qualifier_start(line, first, at, counted)
        if start == first:
            break
        first = start
    return first


def _qualifier_start(line: _Line, end: int, at: int, counted: _Counted) -> int:
    for size in range(min(longest_qualifier(), end), 0, -1):
        words = tuple(line.lower(i) for i in range(end - size, end))
        if words in qualifiers() and _qualifies(line, end - size, words, counted):
            return end - size
    return end


def _qualifies(line: _Line, start: int, words: tuple[str, ...], counted: _Counted) -> bool:
    """Whether a qualifier that is also a preposition is the former here."""
    lexicon = load("qualifiers")
    text = " ".join(words)
    if text in lexicon["before_units_only"] and counted.unit is None:
        return False
    before = line.word(start - 1)
    if text in lexicon["preposition_over"]:
        if before is not None and before.lower in lexicon["over_after"]:
            return False
        spanned = counted.unit is not None and (
            counted.unit.kind is FigureKind.DURATION or (counted.unit.id or "").startswith("length")
        )
        return not spanned or (before is not None and before.tag.startswith("APPR"))
    return True


# --- what is counted ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Phrase:
    """A noun phrase: its noun, the phrase as written, and the index after it."""

    noun: str
    label: str
    tag: str
    end: int
    direct: bool


def _counted(line: _Line, at: int, numeral: Numeral, last: Figure | None) -> _Counted:
    return (
        _unit_beside(line, at, numeral)
        or _noun_after(line, at, numeral)
        or _partitive(line, at)
        or _scale_before(line, at)
        or _next_numeral(line, at)
        or _tally(line, at)
        or _number_of(line, at)
        or _same_as_last(line, at, last)
        or _NOTHING
    )


def _unit_at(line: _Line, at: int) -> tuple[Unit, int] | None:
    """The unit whose name begins at word `at`, and the index after it."""
    first = line.word(at)
    if first is None or first.shape is not Shape.TEXT:
        return None
    for size in range(min(_LONGEST_UNIT_NAME, len(line.words) - at), 0, -1):
        unit = find_unit(line.slice(at, at + size))
        if unit is not None:
            return unit, at + size
    return None


def _unit_beside(line: _Line, at: int, numeral: Numeral) -> _Counted | None:
    """As in "20 Euro", "3,5 Prozent der Befragten", "$ 50": the unit right after or a symbol before."""
    found = _unit_at(line, at + 1)
    if found is None:
        before = line.word(at - 1)
        symbol = find_unit(before.text) if before and before.shape is Shape.TEXT else None
        if before and symbol and symbol.kind is FigureKind.MONEY and not before.text[1:].islower():
            return _Counted(before.text, before.text, "currency-before", symbol)
        return None
    unit, end = found
    noun = line.slice(at + 1, end)
    following = line.word(end)
    substance = following is not None and following.capital and following.tag == "NN"
    if noun == "Pfund" and substance and (numeral.value or 0) < 1000:
        unit = Unit(None, FigureKind.MEASURE)
    label = noun
    phrase = None
    if line.lower(end) in load("counted")["genitives"]:
        phrase = _noun_phrase(line, end + 1)
    elif substance and unit.kind is FigureKind.MEASURE:
        phrase = _noun_phrase(line, end)
    if phrase is not None:
        label = line.slice(at + 1, phrase.end)
    return _Counted(noun, label, "unit-after", unit)


def _noun_after(line: _Line, at: int, numeral: Numeral) -> _Counted | None:
    """As in "20 schwer verletzte Menschen", "neun „Querdenker“", "13 Dampf- und acht Elloks"."""
    phrase = _noun_phrase(line, at + 1)
    if phrase is None:
        return None
    before = line.word(at - 1)
    if phrase.tag == "NE" and before is not None and before.tag in _NOUN_TAGS and before.capital:
        return None  # a name with a number in it
    unit = find_unit(phrase.noun)
    return _Counted(phrase.noun, phrase.label, "noun-after", unit)


def _noun_phrase(line: _Line, start: int) -> _Phrase | None:
    """The noun phrase without article that begins at word `start`."""
    at = start
    adverb = False
    while at < min(len(line.words), start + _LONGEST_PHRASE):
        word = line.words[at]
        if word.text in _QUOTES:
            at += 1
            continue
        if word.shape is Shape.COMPOUND and word.compound and word.compound.adjective:
            at, adverb = at + 1, False
        elif word.shape is not Shape.TEXT:
            return None
        elif word.capital:
            if word.tag in ("PPER", "ART", "PDS", "PIS", "APPR", "KON", "KOUS", "ADV"):
                return None
            if _is_modifier(line, at):
                at, adverb = at + 1, False
                continue
            return None if adverb else _phrase(line, start, at)
        elif _is_attribute(word):
            at, adverb = at + 1, False
        elif word.tag in _ADVERB_TAGS and word.text.isalpha():
            at, adverb = at + 1, True
        elif word.lower in (",", "und", "oder") and _between_attributes(line, at, start):
            at += 1
        elif word.tag.startswith("APPR") and not adverb:
            participle = _extended_attribute(line, at)
            if participle is None:
                return None
            at = participle
        else:
            return None
    return None


def _phrase(line: _Line, start: int, noun_at: int) -> _Phrase:
    word = line.words[noun_at]
    noun = word.text
    for mark in _QUOTES:
        noun = noun.rsplit(mark, 1)[-1]
    noun = noun.lstrip("-") or word.text
    end = noun_at + 1
    following = line.word(end)
    if following is not None and following.text in _QUOTES:
        following = line.word(end + 1)
    label = line.slice(start, end).strip("".join(_QUOTES))
    if line.lower(end) in ("der", "des", "dieser", "dieses"):
        genitive = _noun_phrase(line, end + 1)
        if genitive is not None:
            label = line.slice(start, genitive.end)
            end = genitive.end
    return _Phrase(noun, label, word.tag, end, direct=noun_at == start)


def _is_attribute(word: Word) -> bool:
    """An inflected adjective or participle in lower case."""
    if not word.text[:1].islower():
        return False
    if word.tag.startswith("ADJ(A)"):
        return True
    open_class = word.tag in ("ADJ(D)", "VV(PP)", "NN", "NE", "XY", "FM", "CARD", "VV(INF)")
    return (
        open_class
        and word.text.isalpha()
        and len(word.text) > 4
        and word.text.endswith(_ADJECTIVE_ENDINGS)
    )


def _is_modifier(line: _Line, at: int) -> bool:
    """As in "Berliner" in "20 Berliner Polizisten"; a capital adjective in a quoted name."""
    word, following = line.words[at], line.word(at + 1)
    if following is None or not following.capital or following.shape is not Shape.TEXT:
        return False
    if word.tag.startswith("ADJ"):
        return True
    return word.text.endswith("er") and word.tag == "NE" and following.tag in ("NN", "NNA")


def _between_attributes(line: _Line, at: int, start: int) -> bool:
    following = line.word(at + 1)
    return (
        at > start
        and _is_attribute(line.words[at - 1])
        and following is not None
        and (_is_attribute(following))
    )


def _extended_attribute(line: _Line, at: int) -> int | None:
    """The participle of "zwei in Berlin lebende Brüder", for the preposition `at`."""
    for i in range(at + 2, min(at + 6, len(line.words) - 1)):
        word = line.words[i]
        if word.text[:1].islower() and word.text.endswith(_PARTICIPLE_ENDINGS):
            if word.tag.startswith("ADJ") and line.words[i + 1].capital:
                return i
        if word.tag.startswith(("V", "$", "KO")):
            return None
    return None


def _partitive(line: _Line, at: int) -> _Counted | None:
    """As in "zwei der Männer", "Hunderte von Soldaten", "fünf von ihnen", "drei von vier Deutschen"."""
    link = line.lower(at + 1)
    if link in ("davon", "darunter"):
        return _Counted("", "", "partitive")
    if link in load("counted")["genitives"]:
        phrase = _noun_phrase(line, at + 2)
    elif link in ("von", "vom"):
        after = at + 2
        while line.lower(after) in (
            "den",
            "der",
            "diesen",
            "seinen",
            "ihren",
            "unseren",
            "insgesamt",
        ):
            after += 1
        word = line.word(after)
        if word is not None and word.numeral is not None:
            after += 1
        if word is not None and word.tag == "PPER":
            return _Counted("", "", "partitive")
        phrase = _noun_phrase(line, after)
    else:
        return None
    if phrase is None:
        return None
    return _Counted(phrase.noun, phrase.label, "partitive", find_unit(phrase.noun))


def _scale_before(line: _Line, at: int) -> _Counted | None:
    """As in "der Stärke 7,5"."""
    before = line.word(at - 1)
    if before is None or before.lower not in load("units")["scales"]:
        return None
    return _Counted(before.text, before.text, "scale", Unit(None, FigureKind.MEASURE))


def _next_numeral(line: _Line, at: int) -> _Counted | None:
    """As in "von 20 auf 30 Prozent", "500 oder gar 600 Euro": the next numeral's noun holds for both."""
    link = line.lower(at + 1)
    change = link == "auf" and line.lower(at - 1) in ("von", "rund", "etwa", "knapp", "bisher")
    if not (change or link in load("counted")["links"]):
        return None
    for i in range(at + 2, min(at + 6, len(line.words))):
        word = line.words[i]
        if word.numeral is not None and i not in line.contexts:
            found = _unit_beside(line, i, word.numeral) or _noun_after(line, i, word.numeral)
            if found is None:
                found = _next_numeral(line, i)
            if found is None:
                return None
            scaled = word.numeral.scaled if change else 0
            return replace(found, rule="shared-noun", scaled=scaled)
        if word.shape is not Shape.TEXT or word.capital or word.tag.startswith(("V", "$")):
            return None
    return None


def _tally(line: _Line, at: int) -> _Counted | None:
    """As in "Tore: Meier (9), Schmidt (6)", "Zuschauer: 9113"."""
    if line.lower(at - 1) not in ("(", ":"):
        return None
    for i in range(at - 1, 0, -1):
        if line.lower(i) == ":":
            head = line.words[i - 1]
            noun = head.text.split("-")[-1]
            known = noun.lower() in load("counted")["tallies"]
            if i == at - 1 and head.capital and head.tag in _NOUN_TAGS:
                return _Counted(noun, head.text, "tally")
            return _Counted(noun, head.text, "tally") if known else None
    return None


def _number_of(line: _Line, at: int) -> _Counted | None:
    """As in "Die Zahl der Toten steigt auf 420": the noun before, after a noun for a number."""
    lexicon = load("counted")
    for i in range(at - 1, -1, -1):
        word = line.words[i]
        last = word.lower.split("-")[-1]
        if last in lexicon["number_nouns"]:
            return _after_number_noun(line, i, at)
        if word.capital and last.endswith(tuple(lexicon["number_endings"])):
            return _Counted(word.text, word.text, "number-noun", near=False)
        if word.capital and last in lexicon["amount_nouns"]:
            return _Counted(word.text, word.text, "number-noun", near=False)
    return None


def _after_number_noun(line: _Line, noun: int, at: int) -> _Counted:
    following = noun + 1
    while line.lower(following) in ("der", "von", "an", "aller", "ihrer", "seiner", "dieser"):
        following += 1
    phrase = _noun_phrase(line, following) if following < at else None
    if phrase is None or phrase.end > at:
        text = line.words[noun].text
        return _Counted(text, text, "number-of", near=False)
    return _Counted(phrase.noun, phrase.label, "number-of", near=False)


def _same_as_last(line: _Line, at: int, last: Figure | None) -> _Counted | None:
    """As in "kam auf 32 Prozent, die andere auf 20": a bare number takes the unit before it."""
    if last is None or last.unit is None:
        return None
    preposition = line.lower(at - 1)
    before = line.text[: last.start].split()
    if not before or before[-1].lower() != preposition or line.words[at].numeral is None:
        return None
    unit = Unit(last.unit, last.kind)
    return _Counted(last.noun, last.noun, "elliptic-unit", unit, near=False)
