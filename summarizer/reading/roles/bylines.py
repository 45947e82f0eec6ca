"""Lines that say who wrote the article, when, and from which agency it came."""

from __future__ import annotations

import re

from summarizer.reading.finite_verbs import has_finite_verb
from summarizer.reading.roles.line import Place
from summarizer.reading.roles.phrases import WORD, opening, words_of

_DATE = re.compile(
    r"\b\d{1,2}\. ?(?:\d{1,2}\. ?(?:\d{4}|\d{2})\b|[^\W\d_]{3,9}\.? \d{4}\b)|\b\d{4}-\d\d-\d\d\b"
)


_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?: ?Uhr)?\b")
_INITIALS = re.compile(r"\([a-zäöü]{1,4}(?:[/-][a-zäöü]{1,4})*\)")
_POST = re.compile(r"[-–—] .{2,60}\(@\w{2,30}\)")


def von(place: Place) -> bool:
    """Such as "Von Eva Muster und Karl Beispiel, Berlin"."""
    line = place.line
    text = line.text
    if line.words > 16 or not line.single or not re.match(r"(?:von|by)\b", text, re.IGNORECASE):
        return False
    if line.finished and place.index > 2:
        return False
    return _all_names_or_byline_words(text)


def _all_names_or_byline_words(text: str) -> bool:
    return all(
        w[0].isupper() or w.lower() in words_of("byline_words") or w.lower() in words_of("agencies")
        or len(w) <= 3
        for w in WORD.findall(text)
    )  # fmt: skip


def label(place: Place) -> bool:
    """Such as "Stand: 3. Mai 2018, 11 Uhr", "Quelle: dpa", "Ein Gastbeitrag von …"."""
    line = place.line
    if line.words > 20 or not line.single:
        return False
    found = opening("byline_openings").match(line.text)
    if found is None:
        return False
    rest = line.text[found.end() :].lstrip()
    if rest.startswith(":"):
        return _DATE.search(rest) is not None or not has_finite_verb(rest)
    by_somebody = line.text[: found.end()].endswith((" von", " mit", " der"))
    dated = _DATE.search(rest) is not None
    return (by_somebody or dated) and not line.finished and not has_finite_verb(rest)


def date(place: Place) -> bool:
    """A line that is a date, with a place or a time at most: "Berlin, 3. Mai 2018"."""
    line = place.line
    if line.words > 12 or not _DATE.search(line.text):
        return False
    rest = _CLOCK.sub(" ", _DATE.sub(" ", line.text))
    rest_words = WORD.findall(rest)
    return len(rest_words) <= 6 and not re.search(r"\d", rest) and _all_names_or_byline_words(rest)


def agency(place: Place) -> bool:
    """Agencies and initials alone: "dpa/afp", "(sid)", "mau/dpa"."""
    text = place.line.text.strip("()[]. ")
    if _INITIALS.fullmatch(place.line.text):
        return True
    parts = re.split(r"[/,+&|]|\s+und\s+|\s-\s", text.lower())
    if not 1 <= len(parts) <= 5:
        return False
    names = [p.strip(" .©") for p in parts]
    return any(n in words_of("agencies") for n in names) and all(
        n in words_of("agencies") or re.fullmatch(r"[a-zäöü]{1,4}", n) for n in names
    )


def post(place: Place) -> bool:
    """Who wrote a quoted post, and when: "— Eva Beispiel (@beispiel) 3. Mai 2018"."""
    return _POST.match(place.line.text) is not None
