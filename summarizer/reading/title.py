"""A title for an article that has no headline: its first sentence's main clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.reading.finite_verbs import can_be_finite, has_finite_verb
from summarizer.reading.words import load

_GOOD = 90
_LONGEST = 140
# "Berlin (dpa) - ", "BERLIN/MÜNCHEN, 3. Mai (Reuters) – ": where and by whom, not the clause's.
_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w./ -]{1,40}(?:, \d{1,2}\. ?[^\W\d_]{3,9}\.?(?: \d{4})?)?"
    r" ?\([^)]{2,30}\) ?[-–—:.] ?"
    r"|[A-ZÄÖÜ]{3,}[A-ZÄÖÜ/. -]{0,30}[-–—:] "
)
_SPACED_DASH = re.compile(r" [-–—] ")
_PAIRS = (("„", "“"), ("»", "«"), ("(", ")"), ("[", "]"))
_FIRST = re.compile(r"[^\W\d_]+")


@cache
def _set(group: str) -> frozenset[str]:
    return frozenset(load("lines")[group])


def derive_title(sentence: str) -> str:
    """A headline made of `sentence`: its main clause in its own words, at most 140 characters.

    Left out are a date line, insertions between subject and verb, and clauses at the end that
    only say who said it ("…, wie die Polizei mitteilte"). A clause is never cut within a word; a
    sentence that has no short enough clause is cut between words and ends in "…".
    """
    text = _DATELINE.sub("", sentence, count=1).strip() or sentence
    text = re.sub(r"(?<=[\w“”\"»«)])[.:;]$", "", text)
    clauses = _without_insertion(_clauses(text))
    clauses = _without_attribution(clauses)
    whole = ", ".join(clauses)
    if len(whole) <= _GOOD:
        return whole
    heads = [", ".join(clauses[:n]) for n in range(1, len(clauses))]
    heads += [whole[: m.start()] for m in _SPACED_DASH.finditer(whole)]
    good = [h for h in heads if len(h) >= 20 and _stands(h)]
    fitting = [h for h in good if len(h) <= _GOOD]
    if fitting:
        return max(fitting, key=len)
    if len(whole) <= _LONGEST:
        return whole
    longer = [h for h in good if len(h) <= _LONGEST]
    return min(longer, key=len) if longer else _cut(whole)


def _clauses(text: str) -> list[str]:
    """`text` at its commas, without those within quotation marks, brackets or numbers."""
    parts, start, depth, straight = [], 0, 0, False
    for index, character in enumerate(text):
        if character in "„»([":
            depth += 1
        elif character in "“«)]" and depth:
            depth -= 1
        elif character == '"':
            straight = not straight
        elif character == "," and not depth and not straight and text[index + 1 :][:1] == " ":
            parts.append(text[start:index])
            start = index + 2
    return [*parts, text[start:]]


def _first_word(clause: str) -> str:
    found = _FIRST.search(clause)
    return found.group() if found else ""


def _without_insertion(clauses: Sequence[str]) -> list[str]:
    """Such as "A, Gründer der Firma B, tritt zurück" → "A tritt zurück".

    Only where the clause after the insertion begins with its finite verb, so that it must belong
    to the subject before, and where nothing before has a verb.
    """
    if has_finite_verb(clauses[0]):
        return list(clauses)
    for index, clause in enumerate(clauses[1:], 1):
        word = _first_word(clause)
        if index > 1 and clause[:1].islower() and can_be_finite(word):
            return [f"{clauses[0]} {clause}", *clauses[index + 1 :]]
        if has_finite_verb(clause) and _first_word(clause).lower() not in _set("subordinators"):
            break
    return list(clauses)


def _without_attribution(clauses: Sequence[str]) -> list[str]:
    kept = list(clauses)
    for index in range(1, len(kept)):
        first = _first_word(kept[index])
        # Direct speech keeps its speaker: a quotation alone is no headline.
        if first.islower() and first in _set("attributions") and kept[0][-1] not in '“"«':
            rest = kept[:index]
            if _stands(", ".join(rest)):
                return rest
    return kept


def _stands(head: str) -> bool:
    """Whether `head` is a main clause: it has a finite verb outside subordinate clauses."""
    for opening, closing in _PAIRS:
        if head.count(opening) != head.count(closing):
            return False
    if head.count('"') % 2:
        return False
    clauses = _clauses(head)
    if _first_word(clauses[0]).lower() in _set("subordinators") - {
        "der",
        "die",
        "das",
        "dem",
        "den",
    }:
        clauses = [c for c in clauses[1:] if can_be_finite(_first_word(c))]
    main = [
        c
        for i, c in enumerate(clauses)
        if not i or _first_word(c).lower() not in _set("subordinators")
    ]
    return any(has_finite_verb(c) for c in main)


def _cut(text: str) -> str:
    head = text[:_GOOD].rpartition(" ")[0] or text[:_GOOD]
    for opening, closing in _PAIRS:
        if head.count(opening) > head.count(closing):
            head = head[: head.rindex(opening)]
    return head.rstrip(' ,;:–-„»("') + " …"
