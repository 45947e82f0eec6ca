"""What each line of an article is for, told from the text alone.

Most source files have no markup. The signals are those that a reader uses: what the line says
(a photographer's name, "Lesen Sie auch"), whether it is a sentence (full stop, finite verb), how
long it is, and where it stands. Where the signals don't suffice a line is body text: a caption
taken for body reads oddly, a body line taken for a caption loses its facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from summarizer.reading.block import Block
from summarizer.reading.finite_verbs import (
    begins_with_verb,
    can_be_finite,
    can_be_participle,
    has_finite_verb,
)
from summarizer.reading.sentences import is_dateline, split_sentences
from summarizer.reading.words import load
from summarizer.summary import Role

CLOSERS = "\"'“”‘’«»‹›)]"
"""What may stand after the full stop that ends a sentence."""

_MAX_HEADING = 180
_MAX_SUBHEADING = 90
_MAX_CAPTION = 350
# So many lines without full stop in a row, amid the text, are a list or a table.
_LIST_RUN = 4


@dataclass(frozen=True)
class Line:
    """A block, its sentences, and what the rules ask of it again and again."""

    block: Block
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return self.block.text

    @property
    def single(self) -> bool:
        """Whether it is one sentence or less."""
        return len(self.sentences) == 1

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        end = self.text.rstrip(CLOSERS + " ")
        return end.endswith((".", "!", "?", "…")) or not end

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Place:
    """Where a line stands: its surroundings, and what the lines before it turned out to be."""

    lines: Sequence[Line]
    index: int
    roles: Sequence[Role]
    paragraphed: bool

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.lines[self.index]

    @property
    def before_body(self) -> bool:
        """Whether no body text has come yet."""
        return Role.BODY not in self.roles

    @property
    def previous(self) -> Role | None:
        """The role of the line before."""
        return self.roles[-1] if self.roles else None


def prepare(blocks: Sequence[Block]) -> list[Line]:
    """`blocks` with their sentences.

    Headings by markup stay whole. A teaser at the end of a paragraph becomes a line of its own.
    A date line that opens the text ("Oldenburg. Der Rat …") belongs to its first sentence.
    """
    lines: list[Line] = []
    begun = False
    for block in blocks:
        if block.role is Role.HEADING:
            lines.append(Line(block, (block.text,)))
            continue
        sentences = split_sentences(block.text)
        if not begun and len(sentences) > 1 and is_dateline(sentences[0]):
            sentences[:2] = [" ".join(sentences[:2])]
        begun = begun or block.text.endswith(".")
        body = _without_teaser(sentences) if block.role is not Role.CAPTION else len(sentences)
        lines.append(Line(replace(block, text=" ".join(sentences[:body])), tuple(sentences[:body])))
        if body < len(sentences):
            rest = tuple(sentences[body:])
            lines.append(Line(replace(block, text=" ".join(rest), role=Role.TEASER), rest))
    return lines


def _without_teaser(sentences: Sequence[str]) -> int:
    """How many of a paragraph's `sentences` come before "Lesen Sie auch: …" at its end."""
    for index in range(max(1, len(sentences) - 3), len(sentences)):
        if _opens_teaser(sentences[index]) and ":" in sentences[index]:
            return index
    return len(sentences)


def assign_roles(lines: Sequence[Line]) -> list[tuple[Role, str]]:
    """The role of each line and the name of the rule that gave it ("" for body text)."""
    paragraphed = _has_paragraphs(lines)
    found: list[tuple[Role, str]] = []
    roles: list[Role] = []
    for index, line in enumerate(lines):
        if line.block.role is not None:
            result = (line.block.role, "markup")
        else:
            result = _judge(Place(lines, index, roles, paragraphed))
        found.append(result)
        roles.append(result[0])
    return found


def _judge(place: Place) -> tuple[Role, str]:
    for name, role, applies in _RULES:
        if applies(place):
            return role, name
    return Role.BODY, ""


def _has_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether the article has paragraphs of several sentences, so that a lone one stands out."""
    ended = [line for line in lines if line.finished and line.block.role is None]
    several = sum(not line.single for line in ended)
    return several >= 2 and several >= len(ended) / 3


# --- phrases -------------------------------------------------------------------------------


@cache
def _opening(group: str, ending: str = r"(?!\w)") -> re.Pattern[str]:
    """Matches a line that begins with a phrase of `group`, after a bullet or arrow at most."""
    phrases = sorted(load("lines")[group], key=len, reverse=True)
    either = "|".join(
        f"[{p[0].upper()}{p[0].lower()}]" + re.escape(p[1:]).replace("'", "['’]") for p in phrases
    )
    return re.compile(rf"(?:[-–—•·*▪►>→+#|\s]{{1,5}})?(?:{either}){ending}")


@cache
def _set(group: str) -> frozenset[str]:
    return frozenset(load("lines")[group])


@cache
def _credit() -> re.Pattern[str]:
    labels = "|".join(re.escape(w) for w in load("lines")["credit_labels"] if w != "©")
    return re.compile(rf"(?:\b(?:{labels})\s?:|©|\(c\))\s?\S", re.IGNORECASE)


@cache
def _place_in_picture() -> re.Pattern[str]:
    places = "|".join(re.escape(w) for w in sorted(_set("places_in_picture"), key=len)[::-1])
    return re.compile(rf"[(\[](?:{places})\.?[)\],/]|\bv\. ?l\.|\bv\.l\.n\.r\.", re.IGNORECASE)


_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DATE = re.compile(
    r"\b\d{1,2}\. ?(?:\d{1,2}\. ?(?:\d{4}|\d{2})\b|[^\W\d_]{3,9}\.? \d{4}\b)|\b\d{4}-\d\d-\d\d\b"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?: ?Uhr)?\b")
_BULLET = re.compile(r"(?:[-–—•·*▪►]|\d{1,2}[.)])\s")
_INITIALS = re.compile(r"\([a-zäöü]{1,4}(?:[/-][a-zäöü]{1,4})*\)")
_QUOTED = re.compile('["„»«“][^"„»«“”]{2,150}["“”«»]')
_SPACED_DASH = re.compile(r" [-–—] ")
_POST = re.compile(r"[-–—] .{2,60}\(@\w{2,30}\)")
_QUOTE_OPEN = ("„", "»", "“", '"', "‚", "«")


# --- rules ---------------------------------------------------------------------------------


def _teaser_by_opening(place: Place) -> bool:
    line = place.line
    # In an interview "Sehen Sie auch …?" is a question.
    question = line.text.endswith("?") and ":" not in line.text
    return line.words <= 60 and not question and _opens_teaser(line.text)


def _opens_teaser(text: str) -> bool:
    return _opening("teaser_openings").match(text) is not None


def _is_label(text: str) -> bool:
    return _opening("teaser_labels", r"\s*(?::|\.{0,3}|…)\s*$").match(text) is not None


def _teaser_by_label(place: Place) -> bool:
    """Such as "Zum Thema: …" without full stop, or "Kommentare" as a whole line."""
    line = place.line
    if line.words > 40 or place.index == 0:
        return False
    if _is_label(line.text):
        return True
    # "Zum Video schwieg die Polizei." is a sentence; the same without full stop is a link, of
    # which a title in quotation marks may have a verb of its own.
    begins = _opening("teaser_labels").match(line.text) is not None
    label = _QUOTED.sub(" ", line.text).partition(":")[0]
    if begins and not line.finished and not has_finite_verb(label):
        return True
    return _opening("reading_labels", r"(?: [^:.!?]{1,40})?:").match(line.text) is not None


def _teaser_by_genre(place: Place) -> bool:
    """What it offers to read, after a dash at the end: "X verliert – die Analyse von …"."""
    line = place.line
    if place.index == 0 or not line.single or line.words > 45:
        return False
    found = list(_SPACED_DASH.finditer(line.text))
    tail = line.text[found[-1].end() :] if found else ""
    genre = re.match(r"(?:der|die|das|ein|eine|unser|unsere)? ?([^\W\d_]+)\b(.*)", tail)
    if genre is None or genre[1].lower() not in _set("genres"):
        return False
    return len(tail.split()) <= 12 and not has_finite_verb(genre[2])


_ALSO_AT = re.compile(
    r"(?:[Aa]uch|[Mm]ehr|[Ee]xklusiv|[Nn]eu|[Mm]ehr dazu|[Aa]ußerdem|[Jj]etzt|[Hh]eute) "
    r"(?:bei|auf|in|im|von) (?:der |dem )?[A-ZÄÖÜ][^:.!?„\"]{1,40}:",
)


def _teaser_also_at(place: Place) -> bool:
    """Such as "Auch bei X: …": the medium's own advertising for another article."""
    found = _ALSO_AT.match(place.line.text)
    return place.index > 0 and found is not None and not has_finite_verb(found.group())


def _teaser_by_call(place: Place) -> bool:
    """An imperative with "Sie", or "gibt es" and "geht es", to something that a site offers."""
    line = place.line
    if line.words > 45 or len(line.sentences) > 2:
        return False
    written = _WORD.findall(line.text)
    words = [w.lower() for w in written]
    if _points_here(line, words):
        return True
    offers = any(w in _set("offers") or w.endswith("-artikel") for w in words)
    here = "hier" in words
    call = any(a.lower() in _set("calls") and b == "Sie" for a, b in pairwise(written))
    starts_with_call = call and words[0] in _set("calls") and not line.text.endswith("?")
    there_is = any(
        (a in {"gibt", "geht"} and b == "es") or a in {"gibt's", "geht's", "gibts", "gehts"}
        for a, b in pairwise([*words, ""])
    )
    if starts_with_call:
        return here or offers
    if there_is or call:
        # "Alle Meldungen finden Sie hier.": nobody quoted says so.
        said = any(mark in line.text for mark in _QUOTE_OPEN) or line.text.endswith("?")
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


def _teaser_question(place: Place) -> bool:
    """The question in the site's own name before a pointer: "Wir haben getestet: Wie …?"."""
    following = place.lines[place.index + 1 : place.index + 2]
    words = [w.lower() for line in following for w in _WORD.findall(line.text)]
    line = place.line
    return (
        place.index > 0
        and line.text.endswith("?")
        and re.match(r"(?:wir|unsere?)\b", line.text, re.IGNORECASE) is not None
        and any(_points_here(each, words) for each in following)
    )


def _teaser_appeal(place: Place) -> bool:
    """The last line, which calls on its reader: "Stimmen Sie ab!", "Schick uns dein Video!"."""
    line = place.line
    rest = place.lines[place.index + 1 :]
    if place.before_body or line.words > 25 or not line.text.endswith("!"):
        return False
    if line.text.startswith(_QUOTE_OPEN) or any(each.finished for each in rest):
        return False
    last = _WORD.findall(line.sentences[-1])
    words = {w.lower() for w in _WORD.findall(line.text)}
    if len(last) > 1 and last[1] == "Sie" and begins_with_verb(line.sentences[-1].lower()):
        return True
    return "uns" in words and not words.isdisjoint(_set("addressed"))


def _teaser_after_teaser(place: Place) -> bool:
    """The links under "Mehr zum Thema", and the one after "Lesen Sie auch:"."""
    line = place.line
    if place.previous is not Role.TEASER or not line.single:
        return False
    if all(_bare(each) for each in place.lines[place.index :]):
        return True
    before = place.lines[place.index - 1].text
    announced = before.endswith(":") or _is_label(before)
    listed = bool(_BULLET.match(line.text)) and bool(_BULLET.match(before))
    return _bare(line) and (announced or listed)


def _bare(line: Line) -> bool:
    """Whether it is one line without full stop; a link may be a question."""
    return line.single and not line.text.rstrip(CLOSERS + " ").endswith((".", "…"))


def _byline_von(place: Place) -> bool:
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
        w[0].isupper() or w.lower() in _set("byline_words") or w.lower() in _set("agencies")
        or len(w) <= 3
        for w in _WORD.findall(text)
    )  # fmt: skip


def _byline_label(place: Place) -> bool:
    """Such as "Stand: 3. Mai 2018, 11 Uhr", "Quelle: dpa", "Ein Gastbeitrag von …"."""
    line = place.line
    if line.words > 20 or not line.single:
        return False
    found = _opening("byline_openings").match(line.text)
    if found is None:
        return False
    rest = line.text[found.end() :].lstrip()
    if rest.startswith(":"):
        return _DATE.search(rest) is not None or not has_finite_verb(rest)
    by_somebody = line.text[: found.end()].endswith((" von", " mit", " der"))
    dated = _DATE.search(rest) is not None
    return (by_somebody or dated) and not line.finished and not has_finite_verb(rest)


def _byline_date(place: Place) -> bool:
    """A line that is a date, with a place or a time at most: "Berlin, 3. Mai 2018"."""
    line = place.line
    if line.words > 12 or not _DATE.search(line.text):
        return False
    rest = _CLOCK.sub(" ", _DATE.sub(" ", line.text))
    rest_words = _WORD.findall(rest)
    return len(rest_words) <= 6 and not re.search(r"\d", rest) and _all_names_or_byline_words(rest)


def _byline_agency(place: Place) -> bool:
    """Agencies and initials alone: "dpa/afp", "(sid)", "mau/dpa"."""
    text = place.line.text.strip("()[]. ")
    if _INITIALS.fullmatch(place.line.text):
        return True
    parts = re.split(r"[/,+&|]|\s+und\s+|\s-\s", text.lower())
    if not 1 <= len(parts) <= 5:
        return False
    names = [p.strip(" .©") for p in parts]
    return any(n in _set("agencies") for n in names) and all(
        n in _set("agencies") or re.fullmatch(r"[a-zäöü]{1,4}", n) for n in names
    )


def _caption_credit(place: Place) -> bool:
    """A picture credit at the beginning, or at the end after what the picture shows."""
    line = place.line
    if len(line.text) > _MAX_CAPTION or len(line.sentences) > 4:
        return False
    last = None
    for last in _credit().finditer(line.text):  # noqa: B007 (the last match is what counts)
        pass
    if last is None:
        return False
    after = line.text[last.start() :]
    at_start = last.start() <= 3
    if at_start:
        return not line.finished or line.words <= 12
    # "… im Stadion. Foto: dpa", "… im Stadion (Foto: dpa)"; but not "sagte er der Bild: „Nein“".
    before = line.text[: last.start()].rstrip()
    if before.endswith(("(", "[")) and line.text.endswith((")", "]", ").", "].")):
        return len(after.split()) <= 12
    apart = before[-1] in ".!?…)/|–—-" + CLOSERS
    return apart and len(after.split()) <= 10 and not has_finite_verb(after.split(":", 1)[-1])


@cache
def _picture_kind() -> re.Pattern[str]:
    kinds = "|".join(re.escape(w) for w in load("lines")["picture_kinds"])
    return re.compile(rf"[(\[](?:{kinds})[)\]]\.?$", re.IGNORECASE)


def _caption_kind(place: Place) -> bool:
    """What sort of picture it is, in brackets at the end: "… im Einsatz (Symbolbild)"."""
    line = place.line
    if len(line.text) > _MAX_CAPTION or len(line.sentences) > 3:
        return False
    return _picture_kind().search(line.text) is not None


def _caption_points(place: Place) -> bool:
    """Words that point into a picture: "(links)", "Im Bild", "v. l. n. r."."""
    line = place.line
    if not line.single or len(line.text) > _MAX_CAPTION:
        return False
    if _opening("picture_openings").match(line.text):
        return not line.finished or place.paragraphed
    return _place_in_picture().search(line.text) is not None


def _caption_before_body(place: Place) -> bool:
    """An exclamation or trailing off among the lines before the text: a picture's or video's."""
    line = place.line
    return (
        place.index > 0
        and place.before_body
        and line.single
        and line.words <= 6
        and line.text.endswith(("...", "…", "!"))
        and place.index + 1 < len(place.lines)
    )


def _heading_first(place: Place) -> bool:
    """The first line without a full stop."""
    line = place.line
    return (
        place.index == 0
        and len(line.text) <= _MAX_HEADING
        and len(place.lines) > 1
        and not line.finished
        and not line.text.endswith((",", ";"))
    )


def _heading_first_finished(place: Place) -> bool:
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


def _unfinished(place: Place) -> bool:
    """One sentence at most, without full stop, and not a member of a list or table."""
    line = place.line
    if line.finished or not line.single or line.text.endswith((",", ";")):
        return False
    if not place.before_body and (_BULLET.match(line.text) or _is_record(line.text)):
        return False
    return not _in_list(place)


def _is_record(text: str) -> bool:
    """Whether it is a line of results: "Tore: A (12.), B (30.)", "Zuschauer: 12.500"."""
    label, colon, values = text.partition(":")
    if not colon or len(label) > 40:
        return False
    return _opening("record_labels").match(label) is not None or values.count(", ") >= 3


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


def _introduces(place: Place) -> bool:
    """Whether the line ends in a colon, so that it announces the next one."""
    return place.line.text.endswith(":") and place.index + 1 < len(place.lines)


def _caption_after_heading(place: Place) -> bool:
    """A second line without full stop after a heading amid the text."""
    return _unfinished(place) and place.previous is Role.HEADING and not place.before_body


def _heading_unfinished(place: Place) -> bool:
    """A line amid the text, or before it, without full stop."""
    line = place.line
    if not _unfinished(place) or _introduces(place):
        return False
    if place.before_body:
        return len(line.text) <= _MAX_HEADING
    return len(line.text) <= _MAX_SUBHEADING and not _broken_sentence(line)


def _broken_sentence(line: Line) -> bool:
    """A body sentence that has lost its full stop: reported speech, or long and with a verb."""
    quoted = re.search('[“«"»],? [^\\W\\d_]+', line.text)
    return bool(quoted and has_finite_verb(line.text[quoted.start() :])) and line.words > 6


def _teaser_at_end(place: Place) -> bool:
    """The last lines, where none has a full stop: links to other articles."""
    line = place.line
    if place.before_body or not _unfinished(place) or _broken_sentence(line):
        return False
    if len(line.text) > _MAX_SUBHEADING and has_finite_verb(line.text):
        return False
    return all(not each.finished and each.single for each in place.lines[place.index :])


def _caption_unfinished(place: Place) -> bool:
    """A long line without full stop and without finite verb."""
    line = place.line
    return (
        _unfinished(place)
        and not _introduces(place)
        and len(line.text) <= _MAX_CAPTION
        and not has_finite_verb(line.text)
    )


# A verbless sentence that begins so continues the text ("Und das beim Nachbarn.", "Am Abend dann
# die Wende.") or sums up ("Ergebnis: …"), it shows no picture.
_FRAGMENT = re.compile(
    r"(?:und|oder|aber|doch|denn|nicht|kein|keine|keinen|ein|eine|einen|weder|auch|nur|noch|dazu|so|"
    r"was|wer|wie|warum|wohin|woher|wann|ja|nein|na|ach|tore?|endstand|zuschauer|schiedsrichter|"
    r"gelbe|rote|aufstellung|ergebnis|ergebnisse|alles|fest steht|später|dann|danach|trotz|mehr|"
    r"fazit|grund|folge|bilanz)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:am|an|auf|aus|außer|bei|beim|bis|durch|für|gegen|hinter|im|in|ins|laut|mit|nach|neben|ohne|"
    r"seit|statt|trotz|über|um|unter|vom|von|vor|während|wegen|zu|zum|zur|zwischen)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d:\d|\d\s?(?:Euro|Prozent|Millionen|Milliarden|Dollar|Franken|Grad|[%€$])")


def _caption_verbless(place: Place) -> bool:
    """A noun phrase with a full stop that stands alone among paragraphs of sentences.

    It has a phrase of place or company ("… in seinem Büro", "… bei einer Übung"), as captions
    have and exclamations haven't, and no amount, which would be lost.
    """
    line = place.line
    if not (_lone(place) and 4 <= line.words <= 45 and line.text.endswith(".")):
        return False
    _, colon, after = line.text.partition(": ")
    if colon and not after[:1].isupper():
        return False
    if _FRAGMENT.match(line.text) or (_PREPOSITION.match(line.text) and not colon):
        return False
    if _AMOUNT.search(line.text) or not re.search(rf"\s{_PREPOSITION.pattern}", line.text[4:]):
        return False
    return not has_finite_verb(line.text)


def _lone(place: Place) -> bool:
    """A single sentence outside quotation, amid an article of paragraphs."""
    line = place.line
    return (
        place.paragraphed
        and place.index > 0
        and line.single
        and not _BULLET.match(line.text)
        and not line.text.startswith(_QUOTE_OPEN)
    )


_PRONOUNS = frozenset({"er", "ihn", "ihm", "sie", "ihr", "es"})


def _caption_colon(place: Place) -> bool:
    """A predicate, a colon, and who is shown: "Scheinen sich zu mögen: A und B.".

    What stands before the colon lacks a subject (it begins with its finite verb) or has a pronoun
    that only the name after the colon explains; what follows are names and no sentence.
    """
    line = place.line
    before, colon, after = line.text.partition(": ")
    if not (colon and line.single and place.index > 0 and line.text.endswith(".")):
        return False
    words, shown = _WORD.findall(before), _WORD.findall(after)
    if not 2 <= len(words) <= 9 or not 2 <= len(shown) <= 12:
        return False
    if not shown[0][0].isupper() or has_finite_verb(after):
        return False
    names = sum(w[0].isupper() for w in shown) >= len(shown) / 2
    cataphor = bool(_PRONOUNS.intersection(w.lower() for w in words)) and "," not in after
    only_names = all(w[0].isupper() or w in {"und", "von", "de", "van"} for w in shown)
    return names and (
        (begins_with_verb(before) and place.paragraphed)
        or (cataphor and only_names and (place.paragraphed or place.previous is not Role.BODY))
    )


def _caption_before_credit(place: Place) -> bool:
    """A catchword, a colon and a clause, with the picture's credit or gallery in the next line.

    "Nur die Mauern stehen noch: Die Halle brannte nieder." / "Foto: Eva Beispiel".
    """
    line = place.line
    following = place.lines[place.index + 1 : place.index + 2]
    if not (following and line.single and len(line.text) <= _MAX_CAPTION):
        return False
    catchword, colon, shown = line.text.partition(": ")
    if not colon or len(catchword.split()) > 7 or line.text.startswith(_QUOTE_OPEN):
        return False
    if not shown[:1].isupper() or shown.startswith(_QUOTE_OPEN):
        return False
    after = following[0]
    credit = _credit().match(after.text) is not None and after.words <= 12
    gallery = any(w.lower() in _set("picture_offers") for w in _WORD.findall(after.text))
    return credit or (gallery and not after.finished)


def _caption_catchword(place: Place) -> bool:
    """A participle or "Da ist er", a colon, and who is shown: "Im Graben gelandet: Der Bus.".

    It stands apart from the running text: among paragraphs, before the text, or at its end.
    """
    line = place.line
    catchword, colon, shown = line.text.partition(": ")
    if not (colon and line.single and place.index > 0 and line.text.endswith(".")):
        return False
    words = _WORD.findall(catchword)
    if not 1 <= len(words) <= 8 or not 2 <= len(_WORD.findall(shown)) <= 14:
        return False
    if not shown.startswith(_QUOTE_OPEN) and not shown[:1].isupper():
        return False
    if _AMOUNT.search(shown) or ", " in catchword or has_finite_verb(_QUOTED.sub(" ", shown)):
        return False
    at_end = not any(each.text.endswith(".") for each in place.lines[place.index + 1 :])
    if not (at_end or _lone(place) or place.before_body):
        return False
    participle = can_be_participle(words[-1]) and not has_finite_verb(" ".join(words[:-1]))
    located = re.search(rf"\b{_PREPOSITION.pattern}", shown[4:]) is not None
    there = words[0].lower() in ("da", "hier", "so") and not _PRONOUNS.isdisjoint(
        w.lower() for w in words
    )
    return participle or (there and located)


def _caption_scene(place: Place) -> bool:
    """The first line under the headline, if it tells what is to be seen and the text starts anew.

    "Ein Streifenwagen steht vor einem Haus.", "Karl Muster jubelt nach dem Sieg.": a verb of
    posture or display in the present tense. A report that begins with a scene goes on with a
    pronoun; the text under a picture names everybody again.
    """
    line = place.line
    if not (place.previous is Role.HEADING and place.before_body and line.single):
        return False
    following = place.lines[place.index + 1 : place.index + 2]
    if line.words > 25 or not line.text.endswith(".") or not following:
        return False
    words = _WORD.findall(line.text)
    first, after = words[0].lower() if words else "", _WORD.findall(following[0].text)
    if not after or after[0].lower() in _PRONOUNS | _set("goes_on") or ":" in line.text:
        return False
    verb = next((w for w in words[1:] if w[0].islower() and can_be_finite(w)), "")
    indefinite = first in ("ein", "eine", "einsatzkräfte", "feuerwehrleute", "polizisten")
    if verb in _set("display_verbs"):
        return not _set("times").intersection(w.lower() for w in words)
    one_clause = "," not in line.text and "und" not in words
    return indefinite and one_clause and verb in _set("posture_verbs")


_OPENS_TEXT = re.compile(
    r"[A-ZÄÖÜ][\w./-]+(?: [A-ZÄÖÜ][\w./-]+){0,3}(?: ?\([^)]{2,30}\))? [-–—] (?=[\"„»«]?[A-ZÄÖÜ])"
)


def _caption_before_dateline(place: Place) -> bool:
    """A line under the headline that the text says again, in full, from its date line on.

    Between headline and date line ("Bonn - Bei …") stand captions and the standfirst. What the
    text repeats with more words is no loss as a caption; the lines before it are captions, too.
    """
    if not place.before_body or place.index == 0 or place.index > 3:
        return False
    ahead = place.lines[place.index : place.index + 8]
    start = next((k for k, line in enumerate(ahead) if any(map(_opens_text, line.sentences))), 0)
    # The sentence right before the date line belongs to the standfirst.
    before = start - 1 if _opens_text(ahead[start].text) else start
    text = [sentence for line in ahead[start:] for sentence in line.sentences]
    return any(
        line.single and any(_says_again(sentence, line.text) for sentence in text)
        for line in ahead[: max(0, before)][:2]
    )


def _opens_text(sentence: str) -> bool:
    return _OPENS_TEXT.match(sentence) is not None


def _says_again(longer: str, shorter: str) -> bool:
    """Whether three in five content words of `shorter`, at least four, are in `longer`."""
    own, other = _stems(shorter), _stems(longer)
    return len(own) >= 4 and len(own & other) >= 0.6 * len(own) and len(longer) >= len(shorter)


def _stems(text: str) -> frozenset[str]:
    """The first six letters of each word with four or more that isn't a function word."""
    return frozenset(
        w.lower()[:6]
        for word in _WORD.findall(text)
        for w in word.split("-")
        if len(w) > 3 and w.lower() not in _function_words()
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("languages")["de"])


def _byline_post(place: Place) -> bool:
    """Who wrote a quoted post, and when: "— Eva Beispiel (@beispiel) 3. Mai 2018"."""
    return _POST.match(place.line.text) is not None


_Rule = Callable[[Place], bool]
# In this order: what a line says comes before what it looks like.
_RULES: tuple[tuple[str, Role, _Rule], ...] = (
    ("teaser: opening", Role.TEASER, _teaser_by_opening),
    ("teaser: also at", Role.TEASER, _teaser_also_at),
    ("byline: von", Role.BYLINE, _byline_von),
    ("byline: label", Role.BYLINE, _byline_label),
    ("byline: date", Role.BYLINE, _byline_date),
    ("byline: agency", Role.BYLINE, _byline_agency),
    ("byline: post", Role.BYLINE, _byline_post),
    ("caption: credit", Role.CAPTION, _caption_credit),
    ("caption: kind of picture", Role.CAPTION, _caption_kind),
    ("teaser: label", Role.TEASER, _teaser_by_label),
    ("teaser: call", Role.TEASER, _teaser_by_call),
    ("teaser: question before a pointer", Role.TEASER, _teaser_question),
    ("teaser: appeal at the end", Role.TEASER, _teaser_appeal),
    ("teaser: kind of text", Role.TEASER, _teaser_by_genre),
    ("teaser: list of links", Role.TEASER, _teaser_after_teaser),
    ("caption: points into picture", Role.CAPTION, _caption_points),
    ("heading: first line", Role.HEADING, _heading_first),
    ("heading: first line, no sentence", Role.HEADING, _heading_first_finished),
    ("caption: before the text", Role.CAPTION, _caption_before_body),
    ("caption: colon and names", Role.CAPTION, _caption_colon),
    ("caption: catchword before a credit", Role.CAPTION, _caption_before_credit),
    ("caption: catchword", Role.CAPTION, _caption_catchword),
    ("caption: scene under the headline", Role.CAPTION, _caption_scene),
    ("caption: said again after the date line", Role.CAPTION, _caption_before_dateline),
    ("caption: under a heading", Role.CAPTION, _caption_after_heading),
    ("teaser: last line without full stop", Role.TEASER, _teaser_at_end),
    ("heading: no full stop", Role.HEADING, _heading_unfinished),
    ("caption: no full stop, no verb", Role.CAPTION, _caption_unfinished),
    ("caption: stands alone, no verb", Role.CAPTION, _caption_verbless),
)


def rule_names() -> tuple[str, ...]:
    """The names of the rules, in the order in which they are tried."""
    return tuple(name for name, _, _ in _RULES)
