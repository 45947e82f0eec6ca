"""Lines that lead to something else: other articles, videos, newsletters, apps, comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from summarizer.reading.finite_verbs import begins_with_verb, has_finite_verb
from summarizer.reading.roles.line import CLOSERS, Line, Place
from summarizer.reading.roles.phrases import BULLET, QUOTE_OPEN, QUOTED, WORD, opening, words_of
from summarizer.reading.words import load
from summarizer.summary import Role


def sentences_before_teaser(sentences: Sequence[str]) -> int:
    """How many of a paragraph's `sentences` come before "Lesen Sie auch: …" at its end."""
    for index in range(max(1, len(sentences) - 3), len(sentences)):
        if _opens_teaser(sentences[index]) and ":" in sentences[index]:
            return index
    return len(sentences)


_SPACED_DASH = re.compile(r" [-–—] ")


def opens_so(place: Place) -> bool:
    """Such as "Lesen Sie auch: …": a teaser by its first words."""
    line = place.line
    # In an interview "Sehen Sie auch …?" is a question.
    question = line.text.endswith("?") and ":" not in line.text
    return line.words <= 60 and not question and _opens_teaser(line.text)


def _opens_teaser(text: str) -> bool:
    return opening("teaser_openings").match(text) is not None


def _is_label(text: str) -> bool:
    return opening("teaser_labels", r"\s*(?::|\.{0,3}|…)\s*$").match(text) is not None


def label(place: Place) -> bool:
    """Such as "Zum Thema: …" without full stop, or "Kommentare" as a whole line."""
    line = place.line
    if line.words > 40 or place.index == 0:
        return False
    if _is_label(line.text):
        return True
    # "Zum Video schwieg die Polizei." is a sentence; the same without full stop is a link, of
    # which a title in quotation marks may have a verb of its own.
    begins = opening("teaser_labels").match(line.text) is not None
    label = QUOTED.sub(" ", line.text).partition(":")[0]
    if begins and not line.finished and not has_finite_verb(label):
        return True
    return opening("reading_labels", r"(?: [^:.!?]{1,40})?:").match(line.text) is not None


def genre(place: Place) -> bool:
    """What it offers to read, after a dash at the end: "X verliert – die Analyse von …"."""
    line = place.line
    if place.index == 0 or not line.single or line.words > 45:
        return False
    found = list(_SPACED_DASH.finditer(line.text))
    tail = line.text[found[-1].end() :] if found else ""
    genre = re.match(r"(?:der|die|das|ein|eine|unser|unsere)? ?([^\W\d_]+)\b(.*)", tail)
    if genre is None or genre[1].lower() not in words_of("genres"):
        return False
    return len(tail.split()) <= 12 and not has_finite_verb(genre[2])


_ALSO_AT = re.compile(
    r"(?:[Aa]uch|[Mm]ehr|[Ee]xklusiv|[Nn]eu|[Mm]ehr dazu|[Aa]ußerdem|[Jj]etzt|[Hh]eute) "
    r"(?:bei|auf|in|im|von) (?:der |dem )?[A-ZÄÖÜ][^:.!?„\"]{1,40}:",
)


def also_at(place: Place) -> bool:
    """Such as "Auch bei X: …": the medium's own advertising for another article."""
    found = _ALSO_AT.match(place.line.text)
    return place.index > 0 and found is not None and not has_finite_verb(found.group())


def call(place: Place) -> bool:
    """An imperative with "Sie", or "gibt es" and "geht es", to something that a site offers."""
    line = place.line
    if line.words > 45 or len(line.sentences) > 2:
        return False
    written = WORD.findall(line.text)
    words = [w.lower() for w in written]
    if _points_here(line, words):
        return True
    offers = any(w in words_of("offers") or w.endswith("-artikel") for w in words)
    here = "hier" in words
    call = any(a.lower() in words_of("calls") and b == "Sie" for a, b in pairwise(written))
    starts_with_call = call and words[0] in words_of("calls") and not line.text.endswith("?")
    there_is = any(
        (a in {"gibt", "geht"} and b == "es") or a in {"gibt's", "geht's", "gibts", "gehts"}
        for a, b in pairwise([*words, ""])
    )
    if starts_with_call:
        return here or offers
    if there_is or call:
        # "Alle Meldungen finden Sie hier.": nobody quoted says so.
        said = any(mark in line.text for mark in QUOTE_OPEN) or line.text.endswith("?")
        pointed = call and words[-1] == "hier" and not said and line.words <= 20
        return pointed or (offers and (here or not line.finished))
    return False


def _points_here(line: Line, words: Sequence[str]) -> bool:
    """Whether it is a pointer without verb: "Hier das Ergebnis", "Hier die Bilder."."""
    return (
        line.single
        and 3 <= line.words <= 8
        and words[:1] == ["hier"]
        and words[1] in ("der", "die", "das", "ein", "eine", "alle", "unser", "unsere")
        and not has_finite_verb(line.text)
    )


@cache
def _about_article() -> re.Pattern[str]:
    return re.compile("|".join(load("lines")["about_article"]), re.IGNORECASE)


def about_article(place: Place) -> bool:
    """What the page says of itself: "Dieser Artikel wurde aktualisiert.", "Mehr Infos unter …"."""
    line = place.line
    if place.index == 0 or len(line.sentences) > 2 or line.words > 25:
        return False
    return _about_article().match(line.text.lstrip("(*[ ")) is not None


def question(place: Place) -> bool:
    """The question in the site's own name before a pointer: "Wir haben getestet: Wie …?"."""
    following = place.lines[place.index + 1 : place.index + 2]
    words = [w.lower() for line in following for w in WORD.findall(line.text)]
    line = place.line
    return (
        place.index > 0
        and line.text.endswith("?")
        and re.match(r"(?:wir|unsere?)\b", line.text, re.IGNORECASE) is not None
        and any(_points_here(each, words) for each in following)
    )


def appeal(place: Place) -> bool:
    """The last line, which calls on its reader: "Stimmen Sie ab!", "Schick uns dein Video!"."""
    line = place.line
    rest = place.lines[place.index + 1 :]
    if place.before_body or line.words > 25 or not line.text.endswith("!"):
        return False
    if line.text.startswith(QUOTE_OPEN) or any(each.finished for each in rest):
        return False
    last = WORD.findall(line.sentences[-1])
    words = {w.lower() for w in WORD.findall(line.text)}
    if len(last) > 1 and last[1] == "Sie" and begins_with_verb(line.sentences[-1].lower()):
        return True
    return "uns" in words and not words.isdisjoint(words_of("addressed"))


_NEAR = 5


def bulleted(place: Place) -> bool:
    """One of several headlines with bullets: "- Ehe-Aus für den Sänger?", "- Jetzt geht es los!".

    The members of a list in the text are no questions and no exclamations.
    """
    run = [place.index]
    for step in (-1, 1):
        at = place.index + step
        near = range(max(0, place.index - _NEAR), min(len(place.lines), place.index + _NEAR + 1))
        while at in near and _is_bullet(place.lines[at]):
            run.append(at)
            at += step
    lines = [place.lines[at] for at in run]
    loud = sum(line.text.rstrip(CLOSERS + " *").endswith(("!", "?")) for line in lines)
    return _is_bullet(place.line) and len(lines) > 1 and 2 * loud >= len(lines)


def _is_bullet(line: Line) -> bool:
    end = line.text.rstrip(CLOSERS + " *")
    return BULLET.match(line.text) is not None and not end.endswith((".", ":", ",", ";"))


def after_teaser(place: Place) -> bool:
    """The links under "Mehr zum Thema", and the one after "Lesen Sie auch:"."""
    line = place.line
    if place.previous is not Role.TEASER or not line.single:
        return False
    if all(_bare(each) for each in place.lines[place.index :]):
        return True
    before = place.lines[place.index - 1].text
    announced = before.endswith(":") or _is_label(before)
    listed = bool(BULLET.match(line.text)) and bool(BULLET.match(before))
    return _bare(line) and (announced or listed)


def _bare(line: Line) -> bool:
    """Whether it is one line without full stop; a link may be a question."""
    return line.single and not line.text.rstrip(CLOSERS + " ").endswith((".", "…"))
