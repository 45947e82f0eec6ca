"""What a figure counts: the noun or unit beside its numeral, before it, or of a figure near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.german.counted_phrases import (
    NOUN_TAGS,
    Line,
    Phrase,
    after_numeral,
    is_attribute,
    noun_phrase,
    unit_at,
)
from summarizer.german.lexicon import load
from summarizer.german.number_contexts import is_year
from summarizer.german.qualifiers import qualifier_words
from summarizer.german.quantities import Numeral, Shape, Word
from summarizer.german.units import Unit, find_unit
from summarizer.reading.finite_verbs import can_be_name
from summarizer.summary import Figure, FigureKind

# How far back a noun for a number ("die Zahl der …") is looked for, in words, and how many figures.
_FARTHEST = 40
_FIGURES_BACK = 6
_LONGEST_LIST = 4


@dataclass(frozen=True)
class Counted:
    """What a figure counts, and the rule that says so; `near` if it stands right beside it."""

    noun: str
    label: str
    rule: str
    unit: Unit | None = None
    near: bool = True
    scaled: int = 0


NOTHING = Counted("", "", "bare-number", near=False)
_PART = Counted("", "", "partitive")


def find_counted(line: Line, at: int, numeral: Numeral, earlier: Sequence[Figure]) -> Counted:
    """What the numeral at word `at` counts; `earlier` are the sentence's figures before it."""
    last = _last_outside(line, at, earlier)
    if numeral.share:
        return _partitive(line, at, None) or _noun_after(line, at) or NOTHING
    return (
        _unit_beside(line, at, numeral)
        or _after_brackets(line, at)
        or _noun_after(line, at)
        or _partitive(line, at, last)
        or _scale_before(line, at)
        or _next_numeral(line, at)
        or _same_preposition_ahead(line, at)
        or _tally(line, at)
        or _number_of(line, at)
        or _same_preposition(line, at, earlier)
        or _same_as_last(line, at, last)
        or _many_before(line, at)
        or NOTHING
    )


def _last_outside(line: Line, at: int, earlier: Sequence[Figure]) -> Figure | None:
    """The figure before word `at`, without those in brackets that are closed by then."""
    start = line.words[at].start
    for figure in reversed(earlier):
        between = line.text[figure.start : start]
        if between.count(")") <= between.count("("):
            return figure
    return None


def _unit_beside(line: Line, at: int, numeral: Numeral) -> Counted | None:
    """As in "20 Euro", "3,5 Prozent der Befragten", "$ 50": a unit after or a symbol before."""
    first = after_numeral(line, at)
    found = unit_at(line, first)
    if found is None:
        before = line.word(at - 1)
        symbol = find_unit(before.text) if before and before.shape is Shape.TEXT else None
        if before and symbol and symbol.kind is FigureKind.MONEY and not before.text[1:].islower():
            return Counted(before.text, before.text, "currency-before", symbol)
        return None
    unit, end = found
    noun = line.slice(first, end)
    noun = noun if find_unit(noun) else noun.removesuffix(".")
    following = line.word(end)
    substance = following is not None and following.capital and following.tag in NOUN_TAGS
    if noun == "Pfund" and substance and (numeral.value or 0) < 1000:
        unit = Unit(None, FigureKind.MEASURE)
    label = noun
    phrase = None
    if unit.kind is FigureKind.PERCENT and line.lower(end) in load("counted")["genitives"]:
        phrase = noun_phrase(line, end + 1)
    elif substance and unit.kind is FigureKind.MEASURE:
        phrase = noun_phrase(line, end)
    if phrase is not None:
        label = line.slice(first, phrase.end)
    return Counted(noun, label, "unit-after", unit)


def _after_brackets(line: Line, at: int) -> Counted | None:
    """As in "12,3 (Vorjahr: 11,8) Milliarden Euro": a unit that brackets part from its number."""
    opening = at + 1
    if line.lower(opening) != "(":
        opening = next((i for i in range(at - 1, max(at - 5, 0), -1) if line.lower(i) == "("), at)
        if opening == at or line.words[opening - 1].numeral is None:
            return None
    for i in range(opening + 1, min(opening + 7, len(line.words) - 1)):
        if line.words[i].text == ")":
            scale = line.words[i + 1].numeral
            power = scale.scaled if scale is not None and scale.value is None else 0
            found = unit_at(line, i + 1 + bool(power))
            if found is None:
                return None
            noun = line.slice(i + 1 + bool(power), found[1])
            return Counted(noun, noun, "unit-after-brackets", found[0], scaled=power)
    return None


def _noun_after(line: Line, at: int) -> Counted | None:
    """As in "20 schwer verletzte Menschen", "neun „Querdenker“", "13 Dampf- und acht Elloks"."""
    phrase = noun_phrase(line, after_numeral(line, at))
    if phrase is None:
        return None
    before = line.word(at - 1)
    if before is not None and _is_in_name(before, line.words[at], phrase):
        return None
    unit = find_unit(phrase.noun)
    return Counted(phrase.noun, phrase.label, "noun-after", unit)


def _is_in_name(before: Word, number: Word, phrase: Phrase) -> bool:
    """Whether the number between `before` and `phrase` is part of a name: "TSV 1860 München"."""
    numeral = number.numeral
    if numeral is None or not numeral.plain:
        return False
    if not (before.capital and before.tag in NOUN_TAGS):
        return False
    if phrase.tag == "NE":
        return True
    # Taggers take unknown places for nouns ("TSG 1899 Hoffenheim", "FC 08 Homburg"): after an
    # acronym the founding year of a club stands in its name.
    founded = is_year(numeral) or number.text.startswith("0")
    return before.text.isupper() and phrase.direct and (founded or can_be_name(phrase.noun))


def _partitive(line: Line, at: int, last: Figure | None) -> Counted | None:
    """As in "zwei der Männer", "Hunderte von Soldaten", "fünf von ihnen", "drei von vier"."""
    link = line.lower(at + 1)
    part_of_last = replace(_repeat(last), rule="partitive", near=True) if last else _PART
    if link in ("davon", "darunter"):
        return part_of_last
    if link in load("counted")["genitives"]:
        phrase = noun_phrase(line, _past_whole(line, at + 2))
    elif link in ("von", "vom"):
        after = at + 2
        if line.lower(after) in load("counted")["after_von"]:
            after += 1
        word = line.word(after)
        if word is not None and word.tag == "PPER":
            return part_of_last
        phrase = noun_phrase(line, _past_whole(line, after))
    else:
        return None
    if phrase is None:
        return None
    return Counted(phrase.noun, phrase.label, "partitive", find_unit(phrase.noun))


def _past_whole(line: Line, at: int) -> int:
    """The index after a numeral that follows at most two attributes: "der geplanten 80"."""
    for i in range(at, min(at + 4, len(line.words))):
        if line.words[i].numeral is not None:
            return i + 1
        if not (is_attribute(line.words[i]) or line.lower(i) in qualifier_words()):
            break
    return at


def _scale_before(line: Line, at: int) -> Counted | None:
    """As in "der Stärke 7,5"."""
    before = line.word(at - 1)
    if before is None or before.lower not in load("units")["scales"]:
        return None
    return Counted(before.text, before.text, "scale", Unit(None, FigureKind.MEASURE))


def _next_numeral(line: Line, at: int, listed: int = 0) -> Counted | None:
    """As in "von 20 auf 30 Prozent", "500 oder gar 600 Euro": the next noun holds for both."""
    link = line.lower(at + 1)
    change = link == "auf" and line.lower(at - 1) in load("counted")["change_from"]
    if not (change or link in load("counted")["links"]):
        return None
    parallel = False
    again = link in (",", "und", "sowie") and line.words[at + 1 : at + 3][-1].tag.startswith("APPR")
    for i in range(at + 2, min(at + (12 if again else 7), len(line.words))):
        word = line.words[i]
        if word.numeral is not None and i not in line.contexts:
            found = _unit_beside(line, i, word.numeral) or _noun_after(line, i)
            if found is None and (again or not parallel) and listed < _LONGEST_LIST:
                found = _next_numeral(line, i, listed + 1)
            percent = found is not None and found.unit and found.unit.kind is FigureKind.PERCENT
            if found is None or (percent and line.lower(at - 1) == "um"):
                return None  # "um 3 auf 20 Prozent" are three percentage points
            scaled = word.numeral.scaled if change else 0
            return replace(found, rule="shared-noun", scaled=scaled, near=change or parallel)
        verb = word.tag.startswith("V") and word.tag != "VV(PP)"
        joins = again and word.text == "," and line.words[i - 1].capital
        if verb or word.shape is not Shape.TEXT or (word.tag.startswith("$") and not joins):
            return None
        # "im Süden 8 bis 14, im Norden 5 bis 9 Grad": the same clause again, without its unit
        # "in Ulm mehr als 200 und in Köln, Bonn und Hof mehr als 400 Lehrer": places are joined
        joined = again and parallel and (line.lower(i - 1) in (",", "und") or not word.capital)
        parallel = parallel or word.capital
        if parallel and not joined and not (i <= at + 3 and link in (",", "und", "sowie")):
            return None
    return None


def _tally(line: Line, at: int) -> Counted | None:
    """As in "Tore: Meier (9), Schmidt (6)", "Zuschauer: 9113"."""
    if line.lower(at - 1) not in ("(", ":"):
        return None
    for i in range(at - 1, max(at - _FARTHEST, 0), -1):
        if line.lower(i) == ":":
            head = line.words[i - 1]
            noun = head.text.split("-")[-1]
            known = noun.lower() in load("counted")["tallies"]
            return Counted(noun, head.text, "tally") if known else None
    return None


def _number_of(line: Line, at: int) -> Counted | None:
    """As in "Die Zahl der Toten steigt auf 420": the noun before, after a noun for a number."""
    lexicon = load("counted")
    for i in range(at - 1, max(at - _FARTHEST, -1), -1):
        word = line.words[i]
        last = word.lower.split("-")[-1]
        if last in lexicon["number_nouns"]:
            return _after_number_noun(line, i, at)
        if word.capital and last.endswith(tuple(lexicon["number_endings"])):
            return Counted(word.text, word.text, "number-noun", near=False)
        if word.capital and last in lexicon["amount_nouns"]:
            return Counted(word.text, word.text, "number-noun", near=False)
    return None


def _after_number_noun(line: Line, noun: int, at: int) -> Counted:
    following = noun + 1
    if line.lower(following) in load("counted")["after_number_noun"]:
        following += 1
    phrase = noun_phrase(line, following) if following < at else None
    if phrase is None or phrase.end > at:
        text = line.words[noun].text
        return Counted(text, text, "number-of", near=False)
    return Counted(phrase.noun, phrase.label, "number-of", near=False)


def _same_preposition(line: Line, at: int, earlier: Sequence[Figure]) -> Counted | None:
    """As in "kam auf 32 Prozent, die andere auf 20": the unit after the same preposition."""
    preposition = line.word(at - 1)
    if preposition is None or not preposition.tag.startswith("APPR"):
        return None
    for figure in reversed(earlier[-_FIGURES_BACK:]):
        before = line.text[max(figure.start - 20, 0) : figure.start].rsplit(None, 1)
        if figure.unit is not None and before and before[-1].lower() == preposition.lower:
            return _repeat(figure)
    return None


def _same_preposition_ahead(line: Line, at: int) -> Counted | None:
    """As in "liegt bei 18, die andere bei 14 und die dritte bei zehn Prozent"."""
    preposition = line.word(at - 1)
    if preposition is None or not preposition.tag.startswith("APPR"):
        return None
    if line.lower(at + 1) not in (",", "und"):
        return None
    for i in range(at + 2, min(at + 14, len(line.words))):
        word = line.words[i]
        if word.tag.endswith("(FIN)"):
            return None
        if word.numeral is not None and line.lower(i - 1) == preposition.lower:
            found = _unit_beside(line, i, word.numeral)
            if found is not None:
                return replace(found, label=found.noun, rule="shared-noun")
    return None


def _same_as_last(line: Line, at: int, last: Figure | None) -> Counted | None:
    """A bare number that repeats what the figure before it counts.

    "300 Mitarbeiter, davon 120 in Berlin"; "drei Menschen starben, zwei weitere wurden verletzt";
    "kostet 45 Euro, vor einem Jahr waren es 60"; "von 36 Spielern kamen 14".
    """
    if last is None or line.words[at].numeral is None or not (last.noun or last.unit):
        return None
    words = load("counted")
    before, after = line.lower(at - 1), line.word(at + 1)
    repeats = before in words["repeating_before"] or (
        after is not None and after.lower in words["repeating_after"]
    )
    fronted = line.lower(0) == "von" and line.text[: min(last.start, 60)].count(" ") <= 2
    adjunct = before == "," and after is not None and after.tag.startswith("APPR")
    subject = before in (",", "und", ";") and after is not None and after.tag.endswith("(FIN)")
    if not (
        repeats
        or fronted
        or adjunct
        or (subject and last.kind is FigureKind.COUNT)
        or _is_gapped(line, at, last)
    ):
        return None
    return _repeat(last)


def _many_before(line: Line, at: int) -> Counted | None:
    """A bare number that makes "many" exact: "gewann viele Kunden – insgesamt 930.000"."""
    words = load("counted")
    if line.lower(at - 1) in words["hours"] or line.lower(at - 1) == "mit":
        return None
    for i in range(at - 1, max(at - _FARTHEST, -1), -1):
        if line.lower(i) in words["many"]:
            phrase = noun_phrase(line, i + 1)
            if phrase is not None and phrase.end <= at:
                return Counted(phrase.noun, phrase.label, "many-before", near=False)
    return None


def _repeat(figure: Figure) -> Counted:
    """What `figure` counts, for another that counts the same."""
    unit = Unit(figure.unit, figure.kind) if figure.kind is not FigureKind.COUNT else None
    return Counted(figure.noun, figure.label, "same-as-last", unit, near=False)


def _is_gapped(line: Line, at: int, last: Figure) -> bool:
    """Whether the clause has lost its verb: "sie bekam 51 Stimmen, er 48"."""
    after = line.word(at + 1)
    if not (ends_clause(line, at) or (after is not None and after.tag == "VV(PP)")):
        return False
    for i in range(at - 1, max(at - 6, 0), -1):
        word = line.words[i]
        if word.lower in (",", ";", "und"):
            return word.start >= last.start + len(last.surface) and i < at - 1
        if word.tag.startswith("V") or word.numeral is not None:
            return False
    return False


def ends_clause(line: Line, at: int) -> bool:
    """Whether a clause ends after word `at`."""
    return line.lower(at + 1) in ("", ".", ",", ";", "und", "oder", ")", "!", "?")
