"""Numerals in a sentence: "2,3 Milliarden", "drei Dutzend", "zwischen 20 und 30", "zwei Drittel".

`read_words` gives a sentence as words in which each numeral, however many tokens it takes, is one
word. Digits are read from the text, not from spaCy's tokens, which part "30°C" and "5G", but not
"20–30"; all other words keep their token's tag.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc, Token

from summarizer.german.lexicon import load
from summarizer.german.numerals import (
    LONGEST,
    Compound,
    parse_compound,
    parse_digits,
    parse_word,
)
from summarizer.german.units import find_unit

_OPENING = "([{\"„“‚»«›‹'<>~≈=$€£¥±"
_CLOSING = ")]}\"“”’‘«»‹›',;:!?…"
_DASHES = "-–—−"
_PRICE_MARKS = (",-", ",–", ",—", ".-", ".–", ".—")
_NUMBER_AT_START = re.compile(r"[+\-−]?(?:\d[\d.,'’]*[½¼¾]?|[½¼¾⅓⅔])")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_CHUNK = re.compile(r"\S+")
# A full stop after digits ends the sentence where one of these begins with a capital.
_SENTENCE_STARTS = ("ART", "PPER", "APPR", "APPRART", "ADV", "KON", "KOUS", "PDS", "PDAT", "PIS")
_WHOLES = ("der", "des", "aller", "davon", "von", "dieser", "ihrer", "seiner")
_LARGEST_FIRST_OF_RANGE = Decimal(1000)


class Shape(StrEnum):
    """What a word is as far as numbers go."""

    TEXT = "text"
    NUMBER = "number"
    COMPOUND = "compound"
    ORDINAL = "ordinal"
    """Digits with a full stop: "27." in a date, "3." in "3. Liga"."""
    SYMBOL = "symbol"
    """Digits that are no amount: "2:1", "4.5.2018", "A8", "089/1234"."""


@dataclass(frozen=True)
class Numeral:
    """What a numeral is worth. `value` is None for an unknown amount ("Tausende")."""

    value: Decimal | None
    value_max: Decimal | None = None
    spelled: bool = False
    """Written in words, at least in part."""
    plain: bool = False
    """Up to four digits without marks: may be a year."""
    dotted: bool = False
    """"3.5": an amount only before a unit."""
    english: bool = False
    """"10,000": thousands where things are counted."""
    share: bool = False
    """A part of a whole, in percent."""
    half: bool = False
    """"eine halbe": an amount only before a unit."""
    scaled: int = 0
    """The power of ten of its scale word: 6 for "2,3 Millionen"."""
    dashed: bool = False
    """A range written with a dash: "20-30"."""


@dataclass(frozen=True)
class Word:
    """A word or numeral of a sentence, from offset `start` to before `end`."""

    text: str
    start: int
    end: int
    tag: str = ""
    shape: Shape = Shape.TEXT
    numeral: Numeral | None = None
    compound: Compound | None = None

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def read_words(doc: Doc) -> tuple[Word, ...]:
    """The words of sentence `doc`, each numeral being one of them; () if none can be."""
    if not (_DIGIT.search(doc.text) or any(_may_be_numeral(token.text) for token in doc)):
        return ()
    return tuple(_merge(_join_groups(_split(doc)), doc.text))


@lru_cache(maxsize=1 << 14)
def _may_be_numeral(text: str) -> bool:
    """Whether a word may be or begin a numeral: a cardinal, a scale word, "Hälfte", "Tausende"."""
    lexicon = load("numerals")
    groups = ("scales", "groups", "vague", "fractions", "half")
    known = any(text.lower() in lexicon[group] for group in groups)
    return known or parse_word(text) is not None or parse_compound(text) is not None


@dataclass(frozen=True)
class _Tokens:
    """The tokens of a sentence and where each begins."""

    doc: Doc
    starts: Sequence[int]

    def word_from(self, offset: int) -> Token | None:
        """The first token that is a word from `offset` on, within a few tokens."""
        first = bisect_left(self.starts, offset)
        near = self.doc[first : first + 5]
        return next((t for t in near if not t.is_punct and not t.is_space), None)


# --- words -------------------------------------------------------------------------------------


def _split(doc: Doc) -> list[Word]:
    """The tokens of spaCy, except where there are digits: those are split by what they mean."""
    text = doc.text
    starts = [token.idx for token in doc]
    words: list[Word] = []
    tokens = iter(doc)
    token = next(tokens, None)
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        numeric = _DIGIT.search(match.group()) is not None
        if numeric:
            words.extend(_split_chunk(text, start, end, _Tokens(doc, starts)))
        while token is not None and token.idx < end:
            if not numeric and not token.is_space:
                words.append(_text_word(token.text, token.idx, token.tag_))
            token = next(tokens, None)
    return words


def _text_word(text: str, start: int, tag: str = "") -> Word:
    compound = parse_compound(text)
    shape = Shape.COMPOUND if compound else Shape.TEXT
    return Word(text, start, start + len(text), tag, shape, compound=compound)


def _split_chunk(text: str, start: int, end: int, tokens: _Tokens) -> Iterator[Word]:
    """The words of text[start:end], which has digits and no space."""
    while start < end and text[start] in _OPENING:
        yield Word(text[start], start, start + 1, "$(")
        start += 1
    tail: list[Word] = []
    while start < end:
        mark = next((m for m in _PRICE_MARKS if text.endswith(m, start, end)), None)
        size = len(mark) if mark else 1
        stop = text[end - 1] == "." and end - start > 1 and text[end - 2] in _CLOSING
        if not mark and not stop and text[end - 1] not in _CLOSING:
            break
        tail.append(Word(text[end - size : end], end - size, end, "$("))
        end -= size
    yield from _core(text, start, end, tokens)
    yield from reversed(tail)


def _core(text: str, start: int, end: int, tokens: _Tokens) -> Iterator[Word]:
    core = text[start:end]
    match = _NUMBER_AT_START.match(core)
    if match is None:
        prefix = re.match(r"\D*", core)
        size = prefix.end() if prefix else 0
        if size and find_unit(core[:size]) and parse_digits(core[size:]):
            yield Word(core[:size], start, start + size, "XY")
            yield _number(core[size:], start + size)
        elif core:
            yield Word(core, start, end, "NE", Shape.SYMBOL)
        return
    share = _fraction(core, end, tokens)
    if share is not None:
        yield Word(core, start, end, "CARD", Shape.NUMBER, Numeral(share, share=True))
        return
    yield from _number_and_rest(core, start, end, match.group().rstrip(".,'’"), tokens)


def _number_and_rest(
    core: str, start: int, end: int, number: str, tokens: _Tokens
) -> Iterator[Word]:
    """The words of `core`, which begins with `number`: a unit, a point, a range's end."""
    rest = core[len(number) :]
    at = start + len(number)
    if rest == ".":
        if _ends_sentence(end, tokens, number):
            yield _number(number, start)
            yield Word(".", at, end, "$.")
        else:
            yield Word(core, start, end, "ADJ(A)", Shape.ORDINAL)
    elif not rest:
        yield _number(number, start)
    elif rest in _DASHES:
        yield _number(number, start, trunc=rest)
    elif rest[0] in _DASHES and parse_digits(rest[1:]):
        yield _number(number, start)
        yield Word(rest[0], at, at + 1, "$(", Shape.SYMBOL)
        yield _number(rest[1:], at + 1)
    elif find_unit(rest):
        yield _number(number, start)
        yield Word(rest, at, end, "NN")
    elif find_unit(rest.rstrip(".")):
        yield _number(number, start)
        yield Word(rest.rstrip("."), at, at + len(rest.rstrip(".")), "NN")
        yield Word(".", end - 1, end, "$.")
    else:
        yield from _grown_together(core, start, end)


def _fraction(core: str, end: int, tokens: _Tokens) -> Decimal | None:
    """The percentage of "2/3" before its whole ("2/3 der Mitglieder"); None for anything else."""
    match = _FRACTION.fullmatch(core)
    following = tokens.word_from(end)
    if match is None or following is None or following.lower_ not in _WHOLES:
        return None
    part, whole = Decimal(match[1]), Decimal(match[2])
    return part * 100 / whole if 0 < part < whole else None


def _grown_together(core: str, start: int, end: int) -> Iterator[Word]:
    body = core.rstrip(".")
    compound = parse_compound(body)
    if compound:
        yield Word(body, start, start + len(body), "NN", Shape.COMPOUND, compound=compound)
    elif body:
        yield Word(body, start, start + len(body), "NN", Shape.SYMBOL)
    for at in range(start + len(body), end):
        yield Word(".", at, at + 1, "$.")


def _number(text: str, start: int, trunc: str = "") -> Word:
    """Digits as a word; with a hyphen left over ("18-") they belong to a later compound."""
    digits = parse_digits(text)
    end = start + len(text) + len(trunc)
    if digits is None:
        return Word(text + trunc, start, end, "CARD", Shape.SYMBOL)
    numeral = Numeral(
        digits.value, plain=digits.plain, dotted=digits.dotted, english=digits.english
    )
    return Word(text + trunc, start, end, "TRUNC" if trunc else "CARD", Shape.NUMBER, numeral)


def _ends_sentence(end: int, tokens: _Tokens, number: str) -> bool:
    """Whether the full stop before offset `end` ends a sentence, and makes no ordinal."""
    following = tokens.word_from(end)
    if following is None:
        return True
    digits = parse_digits(number)
    grouped = digits is not None and not digits.plain
    return following.text[:1].isupper() and (following.tag_ in _SENTENCE_STARTS or grouped)


def _join_groups(words: Sequence[Word]) -> list[Word]:
    """Thousands written with spaces ("10 000"), which splitting has parted, as one word."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.shape is Shape.NUMBER
            and last.tag == "CARD"
            and word.start == last.end + 1
            and re.fullmatch(r"\d{3}(?:,\d+)?", word.text)
            and len(last.text) < LONGEST
        ):
            text = f"{last.text} {word.text}"
            whole = parse_digits(text)
            if whole is not None:
                joined[-1] = Word(
                    text, last.start, word.end, "CARD", Shape.NUMBER, Numeral(whole.value)
                )
                continue
        joined.append(word)
    return joined


# --- numerals ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Read:
    """A numeral read from word `start` up to before word `end`."""

    start: int
    end: int
    numeral: Numeral


def _merge(words: Sequence[Word], text: str) -> Iterator[Word]:
    at = 0
    while at < len(words):
        series = _series(words, at)
        if series is not None:
            yield from series
            at += 3
            continue
        read = _range(words, at) or _amount(words, at)
        if read is None:
            yield words[at]
            at += 1
            continue
        first, last = words[read.start], words[read.end - 1]
        surface = text[first.start : last.end]
        yield Word(surface, first.start, last.end, "CARD", Shape.NUMBER, read.numeral)
        at = read.end


def _series(words: Sequence[Word], at: int) -> tuple[Word, ...] | None:
    """As in "zwei- bis dreimal", "18- bis 25-Jährige": two numbers before one word.

    A range of a compound is one word; where the last word is no amount, neither is the first.
    """
    if at + 2 >= len(words) or not words[at].text.endswith(tuple(_DASHES)):
        return None
    first, link, last = words[at : at + 3]
    value = first.numeral.value if first.numeral else parse_word(first.text.rstrip(_DASHES))
    if value is None or link.lower not in ("bis", "oder", "und", ","):
        return None
    if last.compound is None:
        return replace(first, shape=Shape.SYMBOL, numeral=None), link, last
    if link.lower in ("und", ",") or value >= last.compound.value:
        return replace(first, shape=Shape.TEXT, numeral=None), link, last
    gap = " " * (link.start - first.end)
    text = f"{first.text}{gap}{link.text}{' ' * (last.start - link.end)}{last.text}"
    size = last.start - first.start + len(last.compound.numeral)
    compound = replace(
        last.compound, value=value, value_max=last.compound.value, numeral=text[:size]
    )
    return (Word(text, first.start, last.end, last.tag, Shape.COMPOUND, compound=compound),)


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _amount(words: Sequence[Word], at: int) -> _Read | None:
    """The numeral that begins at word `at`, ranges aside."""
    return (
        _half(words, at)
        or _one(words, at)
        or _several(words, at)
        or _unknown(words, at)
        or _share_of_half(words, at)
        or _cardinal(words, at)
    )


def _scale(words: Sequence[Word], at: int) -> int | None:
    """The power of ten of the scale word `at`, or None."""
    if at >= len(words):
        return None
    power: int | None = load("numerals")["scales"].get(words[at].lower)
    return power


def _scales(words: Sequence[Word], at: int) -> tuple[Decimal, int, int]:
    """The product of the scale and group words from `at`, its power of ten, and the next word."""
    factor, power = Decimal(1), 0
    while at < len(words):
        step = _scale(words, at)
        group = load("numerals")["groups"].get(words[at].lower)
        if step is not None:
            factor *= Decimal(10) ** step
            power += step
        elif group is not None:
            factor *= group
        else:
            break
        # An abbreviation's full stop ("Mio.") may be a token of its own.
        at += 1
        if _lower(words, at) == "." and words[at - 1].lower in ("mio", "mrd", "tsd", "md", "bio"):
            at += 1
        if power > 18:
            break
    return factor, power, at


def _cardinal(words: Sequence[Word], at: int) -> _Read | None:
    """Digits or a number word, with the scale words after it, or a share ("zwei Drittel")."""
    word = words[at]
    if word.shape is Shape.NUMBER and word.numeral is not None:
        numeral, spelled = word.numeral, False
        if word.tag == "TRUNC":
            return None
    else:
        value = parse_word(word.text)
        if value is None or word.tag == "TRUNC" or (value < 2 and value != Decimal("1.5")):
            return None
        numeral, spelled = Numeral(value, spelled=True), True
    assert numeral.value is not None  # noqa: S101 (digits and cardinals have a value)
    parts = load("numerals")["fractions"].get(_lower(words, at + 1))
    tenths = parts == 10 and _lower(words, at + 2) not in _WHOLES  # of a second, mostly
    if parts and not tenths and numeral.value < parts and numeral.value == int(numeral.value):
        share = numeral.value * 100 / parts
        return _Read(at, at + 2, Numeral(share, spelled=True, share=True))
    factor, power, end = _scales(words, at + 1)
    if end == at + 1:
        return _Read(at, end, numeral)
    if numeral.plain and numeral.value > 999 and factor >= 1000:
        return _Read(at, at + 1, numeral)
    value = numeral.value * factor
    return _Read(at, end, Numeral(value, spelled=spelled, scaled=power))


def _one(words: Sequence[Word], at: int) -> _Read | None:
    """As in "eine Million", "ein gutes Dutzend", "ein knappes Drittel": one before a scale word."""
    if _lower(words, at) not in load("numerals")["one"]:
        return None
    lexicon = load("numerals")
    next_ = at + 1
    if _lower(words, next_).startswith(("gut", "knapp")):
        next_ += 1
    if _lower(words, next_) in lexicon["half"]:
        factor, power, end = _scales(words, next_ + 1)
        if end > next_ + 1:
            return _Read(at, end, Numeral(factor / 2, spelled=True, scaled=power))
        return None
    parts = lexicon["fractions"].get(_lower(words, next_))
    if parts and parts > 2 and _is_share(words, at, next_, parts):
        share = Decimal(100) / parts
        return _Read(at, next_ + 1, Numeral(share, spelled=True, share=True))
    factor, power, end = _scales(words, next_)
    if end == next_:
        return None
    return _Read(at, end, Numeral(factor, spelled=True, scaled=power))


def _is_share(words: Sequence[Word], at: int, fraction: int, parts: int) -> bool:
    """Whether "ein Viertel" is a share, and no part of a town or quarter of an hour."""
    if not words[fraction].capital:
        return False
    following = _lower(words, fraction + 1)
    if following in ("vor", "nach"):
        return False
    if parts != 4 or fraction > at + 1:
        return True
    whole = following in _WHOLES
    before = _lower(words, at - 1)
    return whole or before in ("rund", "gut", "knapp", "etwa", "fast", "um", "über", "als")


def _half(words: Sequence[Word], at: int) -> _Read | None:
    """As in "eine halbe Stunde", "ein halbes Jahr": half of a unit."""
    lexicon = load("numerals")
    half = at + 1 if _lower(words, at) in lexicon["one"] else at
    if _lower(words, half).startswith(("gut", "knapp")) and half > at:
        half += 1
    if _lower(words, half) not in lexicon["half"] or half + 1 >= len(words):
        return None
    if not words[half + 1].capital or find_unit(words[half + 1].text) is None:
        return None
    return _Read(at, half + 1, Numeral(Decimal("0.5"), spelled=True, half=True))


def _several(words: Sequence[Word], at: int) -> _Read | None:
    """As in "mehrere tausend", "ein paar Dutzend", "zig Millionen": some of a scale."""
    lexicon = load("numerals")
    first = at
    if _lower(words, at) in ("ein", "die", "den") and _lower(words, at + 1) == "paar":
        first = at + 1
    if _lower(words, first) not in lexicon["several"]:
        return None
    _, power, end = _scales(words, first + 1)
    if end == first + 1:
        following = words[end] if end < len(words) else None
        round_number = following and parse_word(following.text)
        unknown = following and following.lower in lexicon["vague"]
        if not unknown and not (round_number and round_number % 1000 == 0):
            return None
        end += 1
    return _Read(at, end, Numeral(None, spelled=True, scaled=power))


def _unknown(words: Sequence[Word], at: int) -> _Read | None:
    """As in "Tausende", "Hunderte Millionen", and "Millionen" with no number before it."""
    word = words[at]
    lexicon = load("numerals")
    bare = word.text in ("Millionen", "Milliarden", "Billionen")
    if word.lower not in lexicon["vague"] and not bare:
        return None
    _, power, end = _scales(words, at if bare else at + 1)
    if _lower(words, end) in ("und", "oder") and _lower(words, end + 1) in lexicon["vague"]:
        end += 2
    return _Read(at, end, Numeral(None, spelled=True, scaled=power))


def _share_of_half(words: Sequence[Word], at: int) -> _Read | None:
    """As in "die Hälfte", "zur Hälfte": fifty percent; "die zweite Hälfte" is none."""
    if words[at].text != "Hälfte":
        if _lower(words, at) == "die" and at + 1 < len(words) and words[at + 1].text == "Hälfte":
            return _Read(at, at + 2, Numeral(Decimal(50), spelled=True, share=True))
        return None
    before = _lower(words, at - 1)
    whole = _lower(words, at + 1) in _WHOLES
    if before == "zur" or (before == "der" and whole):
        return _Read(at, at + 1, Numeral(Decimal(50), spelled=True, share=True))
    return None


def _range(words: Sequence[Word], at: int) -> _Read | None:
    """As in "20 bis 30", "zwei, drei", "zwischen 20 und 30 Millionen", "18-30"."""
    between = _lower(words, at - 1) == "zwischen"
    low = _low_end(words, at)
    if low is None or low.end >= len(words):
        return None
    link = words[low.end]
    dashed = link.text in _DASHES
    if not (dashed or link.lower in ("bis", "oder", ",") or (between and link.lower == "und")):
        return None
    high = low.end + 1
    if link.lower == "bis" and _lower(words, high) == "zu":
        high += 1
    top = _amount(words, high) if high < len(words) else None
    if top is None or low.numeral.value is None or top.numeral.value is None:
        return None
    first, last = low.numeral, top.numeral
    low_value, high_value = low.numeral.value, top.numeral.value
    if low_value <= 0:
        return None
    mantissa = high_value / Decimal(10) ** last.scaled
    if last.scaled and not first.scaled and low_value < min(mantissa, _LARGEST_FIRST_OF_RANGE):
        # "20 bis 30 Millionen": the scale holds for both, unless that turned the range round.
        low_value *= Decimal(10) ** last.scaled
    elif first.plain and low_value < _LARGEST_FIRST_OF_RANGE <= high_value / low_value:
        low_value *= 1000  # "30 bis 40 000"
    if low_value >= high_value or first.share != last.share:
        return None
    if link.lower == "," and not _neighbours(words, low, top):
        return None
    if link.lower == "oder" and high_value > 2 * low_value:
        return None
    return _Read(
        at,
        top.end,
        Numeral(
            low_value,
            high_value,
            spelled=last.spelled,
            plain=first.plain and last.plain,
            share=last.share,
            scaled=last.scaled,
            dashed=dashed,
        ),
    )


def _low_end(words: Sequence[Word], at: int) -> _Read | None:
    """The lower end of a range: an amount, or "ein" in "ein bis zwei"."""
    if _lower(words, at) in load("numerals")["one"] and _lower(words, at + 1) in ("bis", "oder"):
        return _Read(at, at + 1, Numeral(Decimal(1), spelled=True))
    return _amount(words, at)


def _neighbours(words: Sequence[Word], low: _Read, top: _Read) -> bool:
    """As in "zehn, elf Partien", but not the list "zwei, drei und vier"."""
    first, last = low.numeral, top.numeral
    if not (first.spelled and last.spelled and first.value is not None and last.value is not None):
        return False
    return last.value == first.value + 1 and _lower(words, top.end) not in (",", "und", "oder")
