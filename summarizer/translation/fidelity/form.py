"""The form of a translation: quotation marks, length, loops, German left in, broken ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import simplemma

from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.pair import Pair

_DOUBLE = re.compile(r"[\"„“”«»]")
_ANY_QUOTE = re.compile(r"[\"„“”«»‘’‚‹›']")
# From a word's first letter on: tried from each of its letters a long one takes quadratic time.
_GAP = re.compile(
    r"(?<!\w)\w+ [.,;:!?](?=\s|$)|(?<!\w)\w+ [’\"”](?=[.,]?$)|[(„“‘] \w+|(?<!\w)\w+ \)"
)
# "to dedicate -dimensional letters", "around 14:a drama": something stood there.
_CUT_OFF = re.compile(r"(?<=[^\W\d_] )-[^\W\d_]{3,}|\d:[a-z]{3,}")
_DASH = re.compile(r"\s[-–—]")
_QUOTED_CLAUSE = re.compile(r"[\"“”„«»]\w+(?:[\s,]+\w+){3,}[.,!?]?[\"“”„«»]")
_LETTERS = re.compile(r"[^\W\d_]+")
# No part of "e-tron" or "beispiel.info".
_PLAIN_WORD = re.compile(r"(?<![\w.@-])[^\W\d_]{5,}(?![\w@-]|\.\w)")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def check_quotation_marks(pair: Pair) -> Iterator[Finding]:
    """Quotation marks that are lost or opened and not closed, and quotes of a clause or more added.

    Marks round a whole first clause may go ("X", sagte Y: X, said Y), those inside a sentence may
    not. A sentence of a longer quote has only its opening or closing mark in German, too.
    """
    marks = [match.start() for match in _DOUBLE.finditer(pair.german)]
    ours, theirs = len(marks), len(_DOUBLE.findall(pair.translation))
    if ours and ours % 2 == 0 and marks[0] > 0 and not _ANY_QUOTE.search(pair.translation):
        yield Finding("quotation", "the quotation marks are missing in the translation")
    elif ours % 2 == 0 and theirs % 2 == 1 and not _odd_is_fine(pair.translation):
        yield Finding("quotation", "a quotation mark of the translation has no partner")
    single = re.search(r"[‚‘’‹›']", pair.german)
    if not ours and not single and _QUOTED_CLAUSE.search(pair.translation):
        yield Finding("quotation", "the translation has quotation marks that the German has not")


def _odd_is_fine(text: str) -> bool:
    # Single marks may pair with a double one where a font or an agency mixed them; inches.
    return bool(re.search(r"\d\"", text)) or bool(re.search(r"[‘‚‹›]", text))


def check_length(pair: Pair) -> Iterator[Finding]:
    """A translation much shorter or longer than its German, in letters."""
    ours = sum(map(len, _LETTERS.findall(pair.german)))
    theirs = sum(map(len, _LETTERS.findall(pair.translation)))
    if not theirs:
        if ours:
            yield Finding("length", "the translation is empty")
        return
    if ours < _SHORT:
        if theirs > _SHORT * 2:
            yield Finding("length", f"{theirs} letters for {ours}")
        return
    ratio = theirs / ours
    if not (_SHORTEST if ours > 4 * _SHORT else _SHORTEST / 2) < ratio < _LONGEST:
        yield Finding("length", f"{theirs} letters for {ours}")


_SHORT = 25
_SHORTEST, _LONGEST = 0.4, 2.0


def check_loops(pair: Pair) -> Iterator[Finding]:
    """Words said again and again, as engines do on short or odd input."""
    ours = [token.lower() for token in _TOKEN.findall(pair.german)]
    theirs = [token.lower() for token in _TOKEN.findall(pair.translation)]
    for length in (1, 2, 3, 4):
        if _longest_run(theirs, length) > max(_longest_run(ours, length), 3 - (length > 1)):
            yield Finding("loop", "the translation repeats itself")
            return
    repeated = Counter(zip(theirs, theirs[1:], theirs[2:], theirs[3:], strict=False))
    most = max(repeated.values(), default=0)
    same = Counter(zip(ours, ours[1:], ours[2:], strict=False))
    if most > 2 and most > max(same.values(), default=0):
        yield Finding("loop", "the translation repeats itself")


def _longest_run(tokens: list[str], length: int) -> int:
    """How often a group of `length` tokens comes in a row at most."""
    best = run = 1
    for at in range(length, len(tokens) - length + 1):
        if tokens[at : at + length] == tokens[at - length : at] and tokens[at].isalnum():
            run += 1
            best = max(best, (run - 2) // length + 2)
        else:
            run = 1
    return best


def check_leftovers(pair: Pair) -> Iterator[Finding]:
    """German words in the translation: function words, or several words taken over unchanged.

    Words inside quotation marks may be a German title.
    """
    if pair.glossary.target == pair.glossary.source:
        return
    text = re.sub(r"[\"„“”«»‘][^\"„“”«»‘’]*[\"“”«»’]", " ", pair.translation)
    found = [word for word in _LETTERS.findall(text) if word in _function_words()]
    if found:
        yield Finding("leftover", f"“{found[0]}” is German")
        return
    german = set(_LETTERS.findall(pair.german))
    for word in _LETTERS.findall(text):
        if word[:1].islower() and len(word) > 3 and word in german and _only_german(word):
            yield Finding("leftover", f"“{word}” is German")
            return
    for word in _PLAIN_WORD.findall(text):
        # No dictionary has "tarifgebundene" or "abgasarme".
        if word.islower() and word in german and not _is_english(word):
            yield Finding("leftover", f"“{word}” is German")
            return
    yield from _untranslated_nouns(pair, text)


_FEW_WORDS = 3


def _untranslated_nouns(pair: Pair, text: str) -> Iterator[Finding]:
    """Common nouns that stand in the translation as in the German, though the glossary has them."""
    nouns = pair.glossary.nouns
    if len(pair.words) < _FEW_WORDS:
        return
    for word in _LETTERS.findall(text):
        if word in nouns and _only_german(word) and len(word) > 4:
            english = " ".join(noun.singular for noun, _ in nouns[word])
            if word.lower() not in english.lower():
                # "Coburger Straße" is an address: part of a name.
                before = re.search(rf"\b([A-ZÄÖÜ]\w+) {word}\b", text)
                address = before is not None and before[1] in pair.german
                if address or word not in pair.german:
                    continue
                yield Finding("leftover", f"“{word}” is German")
                return


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("leftovers")["function_words"])


@cache
def _is_english(word: str) -> bool:
    return simplemma.is_known(word, lang="en") or simplemma.is_known(word.lower(), lang="en")


@cache
def _only_german(word: str) -> bool:
    return not _is_english(word) and (
        simplemma.is_known(word, lang="de") or simplemma.is_known(word.lower(), lang="de")
    )


def check_ends(pair: Pair) -> Iterator[Finding]:
    """A sentence that breaks off where something must follow ("a fire in the .")."""
    if pair.glossary.target != "en":
        return
    found = _dangling().search(pair.translation) or _interrupted().search(pair.translation)
    if not found and not _DASH.search(pair.german):
        found = _CUT_OFF.search(pair.translation)
    if not found and not _GAP.search(pair.german):
        found = _GAP.search(pair.translation)
    if found:
        yield Finding("fragment", f"something is missing at “{found[0].strip()}”")


@cache
def _dangling() -> re.Pattern[str]:
    lists = load("leftovers")
    always, last = "|".join(lists["never_before_a_mark"]), "|".join(lists["never_last"])
    return re.compile(rf"\b({always}|(?:{last})(?!\s*[,:]))\s*(?:[.,;:!?)](?!\w)|$)")


@cache
def _interrupted() -> re.Pattern[str]:
    words = "|".join(load("leftovers")["never_after_an_article"])
    pairs = "|".join(load("leftovers")["never_together"])
    return re.compile(
        rf"\b(?:[Tt]he|[Aa]n?) (?:(?:{words})\b(?![-–])|[-–] )"
        r"|\b(in|of|the|a) \1\b|(?:^|\s)[’']s\s|\b(?:from|of) \("
        rf"|\b(?:{pairs})\b"
    )
