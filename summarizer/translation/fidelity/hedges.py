"""Hedges, attribution and negation: how sure the German is must survive.

What the German marks by a word or by "sollen" must have one of the words in the translation that
English has for it; which these are stands in ``hedges.yml``. Reported speech in the subjunctive
("sei", "habe") needs a word of attribution if the German sentence has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import simplemma
from spacy.tokens import Doc

from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.pair import Pair

_SOLLEN = frozenset(["soll", "sollen", "solle"])
# "laut Polizei", "dem Bericht zufolge"; not the adverb ("liest laut vor").
_ATTRIBUTION = re.compile(
    r"\b[Ll]aut(?= (?:[A-ZÄÖÜ\"„»]|de[mnrs]\b|eine[mnrs]\b|[a-zäöü]+e[mnr]\s[A-ZÄÖÜ]))"
    r"|\bzufolge\b"
)
_PERFECT = frozenset(["haben", "sein"])


def check_hedges(pair: Pair) -> Iterator[Finding]:
    """Hedges and attributions of the German that have no counterpart."""
    if pair.glossary.target != "en":
        return
    groups = load("hedges")["groups"]
    used: set[str] = set()
    for name, group in groups.items():
        words = [word for word in _german_words(pair, group) if word != "Wohl"]  # a noun
        needed = len(words) if name == "conjecture" else bool(words)
        # English headlines say "to": "Minister to resign".
        headline = name in ("soll", "hearsay") and _is_headline(pair)
        if headline and re.search(r"\bto [a-z]+", pair.translation):
            continue
        if needed and name not in used and not _has_counterpart(pair, group, words):
            yield Finding("hedge", f"“{words[0]}” has no counterpart in the translation")
            used.update(("soll", name) if name == "hearsay" else (name,))


def _has_counterpart(pair: Pair, group: dict[str, Any], words: list[str]) -> bool:
    """Whether an English word of `group` is left that no other German word accounts for."""
    found = Counter(
        word.lower() for word in _pattern(tuple(group["english"])).findall(pair.translation)
    )
    rest = pair.german
    for word in words:
        rest = rest.replace(word, "", 1)
    for other in load("hedges")["accounted"]:
        taken = len(_pattern(tuple(other["german"])).findall(rest))
        english = _pattern(tuple(other["english"]))
        for word in [word for word in found if english.fullmatch(word)]:
            share = min(taken, found[word])
            found[word] -= share
            taken -= share
    return found.total() > 0


def check_negation(pair: Pair) -> Iterator[Finding]:
    """Negations that are lost, and negations that are not in the German."""
    if pair.glossary.target != "en":
        return
    lists = load("hedges")["negation"]
    german = pair.german
    for idiom in lists["idioms"]:
        german = re.sub(rf"\b{idiom}\b", "", german, flags=re.IGNORECASE)
    ours = _pattern(tuple(lists["german"])).findall(german)
    strong = _pattern(tuple(lists["strong_english"])).findall(pair.translation)
    strong += _CONTRACTED.findall(pair.translation)
    others = [
        word
        for word in _pattern(tuple(lists["may_become_negative"])).findall(german)
        if not _pattern(tuple(lists["not_negative"])).fullmatch(word)
    ]
    if ours and _negations_left(pair, strong, others) < len(ours):
        yield Finding("negation", f"“{ours[0]}” has no counterpart in the translation")
    if strong and not ours and not others and german == pair.german:
        yield Finding("negation", f"“{strong[0]}” is not in the German")


def _negations_left(pair: Pair, strong: list[str], others: list[str]) -> int:
    """How many negations of the translation nothing but a negation of the German accounts for."""
    left = Counter(word.lower() for word in strong)
    for german, english in load("hedges")["negation"]["strong_for"].items():
        left[english] -= len(_pattern((german,)).findall(pair.german))
    return sum(n for n in left.values() if n > 0) + max(0, len(_weak_negations(pair)) - len(others))


_CONTRACTED = re.compile(r"n[’']t\b")


def _weak_negations(pair: Pair) -> list[str]:
    """Words that may stand for a negation: "hardly", "fails", "unhappy" (but not "under")."""
    lists = load("hedges")["negation"]
    found = _pattern(tuple(lists["weak_english"])).findall(pair.translation)
    for word in sorted(pair.lower - set(lists["not_prefixed"])):
        rests = (word.removeprefix(p) for p in lists["english_prefixes"] if word.startswith(p))
        prefixed = any(len(rest) > 3 and _is_english(rest) for rest in rests)
        suffixed = len(word) > 6 and word.endswith(tuple(lists["english_suffixes"]))
        if prefixed or suffixed:
            found.append(word)
    return found


def _is_english(word: str) -> bool:
    return simplemma.is_known(word, lang="en")


def _is_headline(pair: Pair) -> bool:
    return pair.german.rstrip()[-1:].isalnum()


def _german_words(pair: Pair, group: dict[str, Any]) -> Iterator[str]:
    rule = group.get("rule")
    if rule == "attribution":
        yield from (match[0] for match in _ATTRIBUTION.finditer(pair.german))
    elif rule:
        yield from _sollen(pair.doc, perfect=rule == "sollen-perfect")
    else:
        yield from _pattern(tuple(group["german"])).findall(pair.german)


def _sollen(doc: Doc, *, perfect: bool) -> Iterator[str]:
    """Forms of "sollen"; with `perfect` those with a perfect infinitive ("geliefert haben")."""
    for token in doc:
        if token.lower_ not in _SOLLEN:
            continue
        if not perfect or any(
            later.lower_ in _PERFECT and doc[later.i - 1].tag_.startswith("VV(PP")
            for later in doc[token.i + 1 :]
        ):
            yield token.text


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
