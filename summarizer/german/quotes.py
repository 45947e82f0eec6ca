"""Quotation marks: which words of an article stand inside them, over sentence ends.

All mark styles of the German-language press are read („…“, "…", »…«, «…», “…”, ‚…‘, ›…‹),
nested ones too. Marks get lost between a newsroom and a text file, so a quotation that nothing
closes ends with its sentence, and one that nothing opens starts with its sentence; both say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_MARK = re.compile(r"[„“”»«›‹\"‚‘]|(?<![^\W_])'(?=\w)|(?<=[\w.,!?…])'(?![^\W_])")
_BEFORE_OPENING = frozenset(' \t\u00a0([{–—-/:„»«‚"')
_LOOK_AHEAD = 8
# Reported speech inside a quotation is rare: it shows that the closing mark was lost before it.
_REPORTED = re.compile(r"\b(sei|seien|müsse|könne|solle|wolle|dürfe|werde|habe)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(ich|wir)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Quotation:
    """The part of a quotation that stands in one sentence.

    `start` and `end` are offsets of the words without their marks; `opened` and `closed` say
    whether the marks stand in this sentence; `inherited` and `continued` whether the quotation
    runs in from the sentence before and on into the next.
    """

    sentence: int
    start: int
    end: int
    opened: bool = True
    closed: bool = True
    inherited: bool = False
    continued: bool = False


def _is_opening(text: str, at: int, depth: int) -> bool:
    """Whether the mark at `at` opens, by its shape and its neighbours."""
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "„‚":
        return True
    if mark == "”":
        return False
    if mark in "“‘" and depth:
        return before in _BEFORE_OPENING and not after.isspace() and after.isalnum()
    starts = before in _BEFORE_OPENING
    ends = after.isspace() or after in '.,;:!?)]}…–—-"“”«»‘'
    if starts != ends:
        return starts
    return depth == 0


def _events(text: str, depth: int) -> list[tuple[int, bool]]:
    """The marks of a sentence as (offset, opens), given how many quotations are open."""
    found = []
    singles = sum(1 for m in _MARK.finditer(text) if m.group() == "'")
    for match in _MARK.finditer(text):
        if match.group() == "'" and singles % 2:
            continue  # an apostrophe
        opens = _is_opening(text, match.start(), depth)
        if match.group() == "'" and not opens and depth == 0:
            continue  # "Max' Katze"
        depth = depth + 1 if opens else max(0, depth - 1)
        found.append((match.start(), opens))
    return found


def _excess(events: Sequence[tuple[int, bool]]) -> tuple[int, int]:
    """How many marks close something from before, and how many stay open at the end."""
    closing = depth = 0
    for _, opens in events:
        if opens:
            depth += 1
        elif depth:
            depth -= 1
        else:
            closing += 1
    return closing, depth


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _spans(text: str, sentence: int, inherited: bool) -> list[Quotation]:
    """The outermost quotations of one sentence, given whether one runs in."""
    events = _events(text, 1 if inherited else 0)
    if inherited and events and events[0][1] and not text[: events[0][0]].strip():
        events = events[1:]  # a paragraph that repeats the opening mark
        start_at: int | None = _trim(text, 1, len(text))[0]
    else:
        start_at = 0 if inherited else None
    if not inherited and _excess(events)[0]:
        start_at = 0
    depth = 0 if start_at is None else 1
    opened = False
    found: list[Quotation] = []
    for at, opens in events:
        if opens:
            if depth == 0:
                start_at, opened = at + 1, True
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and start_at is not None:
                start, end = _trim(text, start_at, at)
                if start < end:
                    found.append(
                        Quotation(
                            sentence, start, end, opened=opened, inherited=not opened and inherited
                        )
                    )
                start_at = None
    if depth and start_at is not None:
        start, end = _trim(text, start_at, len(text))
        if start < end:
            found.append(
                Quotation(
                    sentence,
                    start,
                    end,
                    opened=opened,
                    closed=False,
                    inherited=not opened and inherited,
                )
            )
    return found


def _runs_on(texts: Sequence[str], sentence: int, breaks: frozenset[int]) -> int | None:
    """The sentence that closes what `sentence` leaves open; None where the mark was lost."""
    for later in range(sentence + 1, min(sentence + 1 + _LOOK_AHEAD, len(texts))):
        if later in breaks:
            return None
        events = _events(texts[later], 1)
        if not events:
            if _REPORTED.search(texts[later]) and not _FIRST_PERSON.search(texts[later]):
                return None
            continue
        if _excess(events)[0]:
            first_at, first_opens = events[0]
            balanced_first = first_opens and texts[later][:first_at].strip()
            return None if balanced_first and _excess(events)[0] == 0 else later
        if events[0][1] and texts[later][: events[0][0]].strip():
            return None
        if events[0][1] and _excess(events)[1] == 0:
            return None
    return None


def find_quotations(
    texts: Sequence[str], breaks: frozenset[int] = frozenset()
) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each sentence of an article.

    Args:
        texts: The sentences in order.
        breaks: Sentences that no quotation runs into (headings, captions).

    Returns:
        For each sentence its outermost quotations in order. A sentence that stands inside a
        quotation as a whole has one, with neither mark of its own.
    """
    result: list[tuple[Quotation, ...]] = []
    closes_at: int | None = None
    for sentence, text in enumerate(texts):
        inherited = closes_at is not None
        spans = _spans(text, sentence, inherited)
        if closes_at is not None and sentence >= closes_at:
            closes_at = None
        if spans and not spans[-1].closed:
            if closes_at is None:
                closes_at = _runs_on(texts, sentence, breaks)
            if closes_at is not None:
                spans[-1] = replace(spans[-1], continued=True)
        elif closes_at is not None:
            closes_at = None
        result.append(tuple(spans))
    for earlier, later in pairwise(range(len(result))):
        spans_before = result[earlier]
        if spans_before and spans_before[-1].continued and not result[later]:
            result[earlier] = (*spans_before[:-1], replace(spans_before[-1], continued=False))
    return tuple(result)
