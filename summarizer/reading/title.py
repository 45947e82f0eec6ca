"""A title for an article that has no headline: its first sentence's main clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.reading.finite_verbs import (
    begins_with_verb,
    can_be_attribute,
    can_be_finite,
    has_finite_verb,
)
from summarizer.reading.sentences import is_dateline
from summarizer.reading.words import load

_GOOD = 90
_LONG = 140
_LONGEST = 200
# Beyond this no sentence was written as one; it is cut without a closer look.
_MAX_SENTENCE = 1_500
# "Berlin (dpa) - ", "BERLIN/MÜNCHEN, 3. Mai (Reuters) – ", "Hamburg - Der …": where and by whom.
_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w./ -]{1,40}(?:, \d{1,2}\. ?[^\W\d_]{3,9}\.?(?: \d{4})?)?"
    r" ?\([^)]{2,30}\) ?[-–—:.] ?"
    r"|[A-ZÄÖÜ]{3}[A-ZÄÖÜ/. -]{0,40}[-–—:] "
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:/[A-ZÄÖÜ][a-zäöüß]+)? [-–—] (?=[A-ZÄÖÜ])"
)
_BRACKETS = re.compile(r" \([^()]{1,60}\)")
_SPACED_DASH = re.compile(r" [-–—] ")
_PAIRS = (("„", "“"), ("»", "«"), ("(", ")"), ("[", "]"))
_WORD = re.compile(r"[^\W\d_]+")
_TO_INFINITIVE = re.compile(r"(?:\bzu [^\W\d_]+n|\b[^\W\d_]{2,6}zu[^\W\d_]+n)$")
_COORDINATED = re.compile(r"\b(?:und|oder|sowie)\b")
# "…, in der sie wohnt": a relative clause behind a preposition.
_PREPOSITION_RELATIVE = re.compile(
    r"(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|ohne|über|um|unter|von|vor|zu|zwischen) "
    r"(?:der|die|das|dem|den|denen|deren|dessen)\b"
)
_QUOTE_OPEN = ("„", "»", '"', "‚")


@cache
def _set(group: str) -> frozenset[str]:
    return frozenset(load("lines")[group])


def derive_title(sentence: str) -> str:
    """A headline made of `sentence`: its main clause in its own words, at most 200 characters.

    Left out are a date line, insertions between subject and verb, and a clause at the end that
    only says who said it ("…, wie die Polizei mitteilte"); reported and direct speech keep their
    speaker. A clause is never cut within a word; a sentence that has no short enough clause that
    can stand alone is cut between words and ends in "…".
    """
    if len(sentence) > _MAX_SENTENCE:
        return _cut(sentence[:_MAX_SENTENCE])
    text = _without_dateline(sentence)
    text = re.sub(r"(?<=[\w“”\"»«)])[.:;]$", "", text)
    if len(text) > _GOOD:
        text = _BRACKETS.sub("", text)
    clauses = _without_attribution(_without_insertion(_clauses(text)))
    whole = ", ".join(clauses)
    if len(whole) <= _GOOD:
        return whole
    heads = [
        ", ".join(clauses[:n])
        for n in range(1, len(clauses))
        if _complete(clauses[:n], clauses[n:])
    ]
    dashes = list(_SPACED_DASH.finditer(whole))
    if len(dashes) == 1:
        heads.append(whole[: dashes[0].start()])
    elif dashes:
        heads = [h for h in heads if len(_SPACED_DASH.findall(h)) % 2 == 0]
    good = [h for h in heads if len(h) >= 20 and _stands(h)]
    fitting = [h for h in good if len(h) <= _GOOD]
    if fitting:
        return max(fitting, key=len)
    longer = [h for h in good if len(h) <= _LONG]
    if longer and len(whole) > _LONG:
        return min(longer, key=len)
    # A long headline says what the sentence says; a cut one may lose its verb.
    return whole if len(whole) <= _LONGEST else _cut(whole)


def _without_dateline(sentence: str) -> str:
    found = _DATELINE.match(sentence)
    place, stop, rest = sentence.partition(". ")
    if stop and is_dateline(f"{place}."):
        return rest
    rest = sentence[found.end() :].strip() if found else ""
    return rest if has_finite_verb(rest) else sentence


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
    found = _WORD.search(clause)
    return found.group() if found else ""


def _subordinate(clause: str) -> bool:
    return (
        _first_word(clause).lower() in _set("subordinators")
        or _PREPOSITION_RELATIVE.match(clause) is not None
    )


def _without_insertion(clauses: Sequence[str]) -> list[str]:
    """Without what stands between a subject and its verb.

    "A, Gründer der Firma B, tritt zurück" becomes "A tritt zurück". Only where the clause after
    the insertion begins with its finite verb, so that it must belong to the subject before, and
    where nothing before has a verb.
    """
    if has_finite_verb(clauses[0]):
        return list(clauses)
    for index, clause in enumerate(clauses[1:], 1):
        verb = clause[:1].islower() and begins_with_verb(clause)
        if index > 1 and verb and not can_be_attribute(_first_word(clause)):
            return [f"{clauses[0]} {clause}", *clauses[index + 1 :]]
        if has_finite_verb(clause) and not _subordinate(clause):
            break
    return list(clauses)


def _without_attribution(clauses: Sequence[str]) -> list[str]:
    for index in range(1, len(clauses)):
        clause, word = clauses[index], _first_word(clauses[index])
        # "wie die Polizei mitteilte", but not "wie in Hamburg".
        says = word in _set("attributions") and (word != "wie" or has_finite_verb(clause))
        if says and clauses[0][-1] not in '“"«' and not _SPACED_DASH.search(clause):
            rest = list(clauses[:index])
            # What follows ends the attribution; a further clause would have lost its place.
            if index >= len(clauses) - 2 and _stands(", ".join(rest)):
                return rest
    return list(clauses)


def _complete(head: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether the clauses of `head` say something without those of `rest`."""
    following = rest[0]
    first = _first_word(following).lower()
    words = {w.lower() for w in _WORD.findall(following)}
    if first in _set("complements") or words & _set("reported"):
        return False
    if _set("pointers").intersection(w.lower() for w in _WORD.findall(head[-1])):
        return False
    # An infinitive completes its verb; with "um" it only says what for.
    if _TO_INFINITIVE.search(following) and first not in {"um", "ohne", "statt", "anstatt"}:
        return False
    if not has_finite_verb(following):
        # "Wind, Gischt und Regen": the rest of a list.
        verbless = [c for c in _until_verb(rest) if not _TO_INFINITIVE.search(c)]
        if any(_COORDINATED.search(c) for c in verbless):
            return False
    return True


def _until_verb(clauses: Sequence[str]) -> list[str]:
    """The first of `clauses` up to and with the one that has a verb."""
    found: list[str] = []
    for clause in clauses:
        found.append(clause)
        if has_finite_verb(clause):
            break
    return found


def _stands(head: str) -> bool:
    """Whether `head` is a main clause: it has a finite verb outside subordinate clauses."""
    for opening, closing in _PAIRS:
        if head.count(opening) != head.count(closing):
            return False
    if head.count('"') % 2:
        return False
    clauses = _clauses(head)
    # A quotation alone, without its speaker, would be the newspaper's own claim.
    if head.startswith(_QUOTE_OPEN) and len(clauses) == 1 and head[-1] in '“"«‘':
        return False
    if clauses[0][:1].isupper() and _opens_with_subordinate(clauses[0]):
        return any(begins_with_verb(c) for c in clauses[1:])
    return any(has_finite_verb(c) for i, c in enumerate(clauses) if not i or not _subordinate(c))


def _opens_with_subordinate(clause: str) -> bool:
    """Whether a sentence's first `clause` is subordinate: "Weil …", "Nachdem …".

    "Der" and "Die" are articles there, and "Während" or "Seit" are conjunctions only if the verb
    comes last.
    """
    words = _WORD.findall(clause)
    word = words[0].lower() if words else ""
    if word not in _set("subordinators") or word in {"der", "die", "das", "dem", "den"}:
        return False
    return word in {"weil", "wenn", "nachdem", "obwohl", "falls", "bevor"} or can_be_finite(
        words[-1]
    )


def _cut(text: str) -> str:
    head = text[: _GOOD + 30].rpartition(" ")[0] or text[:_GOOD]
    for opening, closing in _PAIRS:
        if head.count(opening) > head.count(closing):
            head = head[: head.rindex(opening)]
    if head.count('"') % 2:
        head = head[: head.rindex('"')]
    return (head.rstrip(' ,;:–-„»("') or text[:_GOOD]) + " …"
