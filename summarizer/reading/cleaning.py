"""Make text safe and uniform: line ends, Unicode form, and nothing that can't be seen."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# ECMA-48: control sequences ("\x1b[31m"), strings ("\x1b]0;title\x07"), two-character escapes.
# A string without its end keeps its text. A string can't contain another's beginning, so no part
# of the text is searched twice and the time is linear.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c))?"
    "|\x1b[ -/]*[0-~]?"
)
_SPACES = re.compile(r"[^\S\n]+")
# Joiners are needed within emoji and some scripts; all other invisible characters go: bidi
# overrides (CVE-2021-42574), zero-width spaces, soft hyphens, tags, and what no font can show
# (private use, unassigned).
_KEPT_FORMAT = frozenset("\u200c\u200d")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# UAX 15, "Stream-Safe Text Format": no language stacks 30 marks on a letter; normalising a
# longer run takes quadratic time.
_MAX_MARKS = 30


def clean(text: str) -> str:
    r"""`text` in NFC with ``\n`` line ends, without invisible characters and escapes.

    Other white space becomes a plain space; nothing is folded yet. Linear in time.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _ESCAPES.sub("", text)
    drop = {ord(c): None for c in set(text) if _invisible(c)}
    text = _shorten_mark_runs(text.translate(drop))
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """`text` on one line: each run of white space one space, none at the ends."""
    return " ".join(text.split())


def fold_lines(text: str) -> list[str]:
    """The lines of cleaned `text`, white space folded, empty lines kept."""
    return [line.strip() for line in _SPACES.sub(" ", text).split("\n")]


def _invisible(character: str) -> bool:
    if character in "\n\t" or character in _KEPT_FORMAT:
        return False
    return unicodedata.category(character) in _DROPPED


def _shorten_mark_runs(text: str) -> str:
    marks = {c for c in set(text) if unicodedata.combining(c)}
    if not marks:
        return text
    one = "[" + re.escape("".join(sorted(marks))) + "]"
    return re.sub(f"({one}{{{_MAX_MARKS}}}){one}+", r"\1", text)
