"""Plain text becomes blocks: a line each, or lines joined where the text was wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.problem import InputError
from summarizer.reading.block import Block
from summarizer.reading.cleaning import fold_lines
from summarizer.reading.limits import Limits

# E-mails and agency tickers are wrapped at 60 to 100 characters; paragraphs on one line are longer.
_MAX_WIDTH = 120
# Who wraps by hand breaks a line a short word before it is full.
_SLACK = 10
_HYPHENATED = re.compile(r"[^\W\d_]-$")
# "Ein- und Ausfuhr": here the hyphen at the line's end is the word's own.
_SUSPENDED = re.compile(r"(?:und|oder|bis|sowie|bzw|als|noch)\b")


def read_plain_text(text: str, shown_as: str, limits: Limits, first_line: int = 1) -> list[Block]:
    """The blocks of cleaned `text`, whose first line is line `first_line` of the file.

    Raises:
        InputError: A line is longer, or there are more of them, than `limits` allow.
    """
    lines = fold_lines(text)
    filled = 0
    for number, line in enumerate(lines, first_line):
        filled += bool(line)
        check_length(line, shown_as, limits, number)
        if filled > limits.max_sentences:
            raise InputError(
                shown_as,
                f"has more than {limits.max_sentences:,} lines of text",
                "Split it into articles, or raise limits.max_sentences in summarizer.yml.",
                number,
            )
    paragraphs = _paragraphs(lines)
    width = _wrapped_at(paragraphs)
    blocks: list[Block] = []
    for start, paragraph in paragraphs:
        joined = _join(paragraph, width) if width else list(enumerate(paragraph))
        blocks += [Block(part, line=first_line + start + offset) for offset, part in joined]
    return blocks


def check_length(line: str, shown_as: str, limits: Limits, number: int | None) -> None:
    """Pass if `line` is no longer than a paragraph may be.

    Raises:
        InputError: It is longer; the message names line `number`.
    """
    if len(line) > limits.max_line_characters:
        raise InputError(
            shown_as,
            f"has a line of {len(line):,} characters; {limits.max_line_characters:,} are allowed",
            "Break it into paragraphs, or raise limits.max_line_characters in summarizer.yml.",
            number,
        )


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Runs of lines between empty ones, each with the index of its first line."""
    found: list[tuple[int, list[str]]] = []
    open_for_more = False
    for index, line in enumerate(lines):
        if not line:
            open_for_more = False
        elif open_for_more:
            found[-1][1].append(line)
        else:
            found.append((index, [line]))
            open_for_more = True
    return found


def _wrapped_at(paragraphs: Sequence[tuple[int, list[str]]]) -> int:
    """The width at which the text was wrapped by a machine, 0 if it wasn't.

    In wrapped text nearly every line that isn't its paragraph's last is full: the word that
    begins the next line would not have fit.
    """
    several = [lines for _, lines in paragraphs if len(lines) > 1]
    inner = [(a, b) for lines in several for a, b in pairwise(lines)]
    if not inner:
        return 0
    width = max(len(line) for lines in several for line in lines)
    if width > _MAX_WIDTH or width < 30:
        return 0
    full = sum(_is_full(a, b, width) for a, b in inner)
    amid_sentence = sum(a[-1] not in ".!?…:\"“”«»'‘" for a, _ in inner)
    return width if full >= 0.7 * len(inner) and amid_sentence >= 0.5 * len(inner) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether `line` was ended by the width: the next word would not fit, or was hyphenated."""
    next_word = following.split(" ", 1)[0]
    return len(line) + 1 + len(next_word) > width - _SLACK or bool(_HYPHENATED.search(line))


def _join(lines: Sequence[str], width: int) -> list[tuple[int, str]]:
    """`lines` of one paragraph joined at the breaks that wrapping made."""
    parts = [(0, lines[0])]
    for offset, (before, line) in enumerate(pairwise(lines), 1):
        if not _is_full(before, line, width):
            parts.append((offset, line))
        elif _HYPHENATED.search(before) and line[0].islower() and not _SUSPENDED.match(line):
            parts[-1] = (parts[-1][0], parts[-1][1][:-1] + line)
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
    return parts
