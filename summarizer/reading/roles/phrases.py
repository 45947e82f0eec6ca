"""Words and marks by which lines of several roles are told."""

from __future__ import annotations

import re
from functools import cache

from summarizer.reading.words import load


@cache
def opening(group: str, ending: str = r"(?!\w)") -> re.Pattern[str]:
    """Matches a line that begins with a phrase of `group`, after a bullet or arrow at most."""
    phrases = sorted(load("lines")[group], key=len, reverse=True)
    either = "|".join(
        f"[{p[0].upper()}{p[0].lower()}]" + re.escape(p[1:]).replace("'", "['’]") for p in phrases
    )
    return re.compile(rf"(?:[-–—•·*▪►>→+#|\s]{{1,5}})?(?:{either}){ending}")


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of `group` in ``lines.yml``."""
    return frozenset(load("lines")[group])


WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
BULLET = re.compile(r"(?:[-–—•·*▪►]|\d{1,2}[.)])\s")
QUOTED = re.compile('["„»«“][^"„»«“”]{2,150}["“”«»]')
QUOTE_OPEN = ("„", "»", "“", '"', "‚", "«")

_OPENS_TEXT = re.compile(
    r"[A-ZÄÖÜ][\w./-]+(?: (?:[A-ZÄÖÜ][\w./-]+|de|am|an der|in|im|bei|ob der|la|do)){0,4}"
    r"(?: ?\([^)]{2,30}\))? [-–—] (?=[\"„»«]?[A-ZÄÖÜ])"
)


def opens_text(sentence: str) -> bool:
    """Whether a date line opens `sentence`, and with it the text: "Bonn (dpa) - Bei …"."""
    return _OPENS_TEXT.match(sentence) is not None
