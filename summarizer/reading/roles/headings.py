"""Lines without full stop: headlines, headings amid the text, and links at its end."""

from __future__ import annotations

import re

from summarizer.reading.finite_verbs import can_be_finite, has_finite_verb, is_common_noun
from summarizer.reading.roles.line import CLOSERS, Line, Place
from summarizer.reading.roles.phrases import BULLET, opening, opens_text, words_of

_MAX_HEADING = 180
_MAX_SUBHEADING = 90


# So many lines without full stop in a row, amid the text, are a list or a table.
_LIST_RUN = 4


def first(place: Place) -> bool:
    """The first line without a full stop."""
    line = place.line
    return (
        place.index == 0
        and len(line.text) <= _MAX_HEADING
        and len(place.lines) > 1
        and not line.finished
        and not line.text.endswith((",", ";"))
    )


def first_finished(place: Place) -> bool:
    """A short first line that ends in a mark, yet is no sentence of the text.

    A question or exclamation, or no finite verb: articles don't begin so, headlines do.
    """
    line = place.line
    following = place.lines[1] if len(place.lines) > 1 else None
    if place.index or following is None or len(line.text) > 110 or len(line.sentences) > 2:
        return False
    if not following.finished and not place.paragraphed:
        return False
    end = line.text.rstrip(CLOSERS + " ")[-1:]
    if end in "!?":
        return len(line.text) <= (110 if ": " in line.text else 80)
    return line.single and not has_finite_verb(line.text)


def above_dateline(place: Place) -> bool:
    """The first lines, sentences, above the date line that opens the text ("Bonn - Bei …")."""
    lines = place.lines[:4]
    start = next((k for k, line in enumerate(lines) if opens_text(line.text)), 0)
    return place.index < start and all(line.single and line.finished for line in lines[:start])


_SINGULAR = re.compile(r"(?:t|te|ist|will|soll|kann|muss|darf|wird|zieht)$")


def headlinese(place: Place) -> bool:
    """The first line, a sentence that opens with a bare noun in the singular.

    "Autobauer rechnet mit Verlust.", "27-jähriger Sprinter muss pausieren.": in running text a
    noun that can be counted has an article.
    """
    line = place.line
    if place.index or not line.single or len(line.text) > _MAX_HEADING or len(place.lines) < 2:
        return False
    words = [w for w in line.text.rstrip(CLOSERS + " .").split(" ") if w]
    if len(words) < 4:
        return False
    aged = re.fullmatch(r"\d{1,3}-jährige[rs]?", words[0], re.IGNORECASE) is not None
    noun, verb = words[aged : aged + 2]
    named = re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*", noun) is not None
    person = noun.lower().endswith(tuple(words_of("agent_endings"))) and not (
        noun.lower().endswith(tuple(words_of("mass_nouns")))
    )
    bare = named and (aged or (person and is_common_noun(noun)))
    return bare and verb.islower() and can_be_finite(verb) and bool(_SINGULAR.search(verb))


def unfinished(place: Place) -> bool:
    """One sentence at most, without full stop, and not a member of a list or table."""
    line = place.line
    if line.finished or not line.single or line.text.endswith((",", ";")):
        return False
    if not place.before_body and (BULLET.match(line.text) or _is_record(line.text)):
        return False
    return not _in_list(place)


def _is_record(text: str) -> bool:
    """Whether it is a line of results: "Tore: A (12.), B (30.)", "Zuschauer: 12.500"."""
    label, colon, values = text.partition(":")
    if not colon or len(label) > 40:
        return False
    return opening("record_labels").match(label) is not None or values.count(", ") >= 3


def _in_list(place: Place) -> bool:
    """Whether amid the text several lines without full stop stand together."""
    if place.before_body:
        return False
    lines, first = place.lines, place.index
    while first > 0 and _list_member(lines[first - 1]):
        first -= 1
    last = place.index
    while last + 1 < len(lines) and _list_member(lines[last + 1]):
        last += 1
    return last - first + 1 >= _LIST_RUN and last + 1 < len(lines)


def _list_member(line: Line) -> bool:
    return line.single and not line.finished and line.block.role is None


def introduces(place: Place) -> bool:
    """Whether the line ends in a colon, so that it announces the next one."""
    return place.line.text.endswith(":") and place.index + 1 < len(place.lines)


def no_full_stop(place: Place) -> bool:
    """A line amid the text, or before it, without full stop."""
    line = place.line
    if not unfinished(place) or introduces(place):
        return False
    if place.before_body:
        return len(line.text) <= _MAX_HEADING
    return len(line.text) <= _MAX_SUBHEADING and not _broken_sentence(line)


def _broken_sentence(line: Line) -> bool:
    """A body sentence that has lost its full stop: reported speech, or long and with a verb."""
    quoted = re.search('[“«"»],? [^\\W\\d_]+', line.text)
    return bool(quoted and has_finite_verb(line.text[quoted.start() :])) and line.words > 6


def links_at_end(place: Place) -> bool:
    """The last lines, where none has a full stop: links to other articles."""
    line = place.line
    if place.before_body or not unfinished(place) or _broken_sentence(line):
        return False
    if len(line.text) > _MAX_SUBHEADING and has_finite_verb(line.text):
        return False
    return all(not each.finished and each.single for each in place.lines[place.index :])
