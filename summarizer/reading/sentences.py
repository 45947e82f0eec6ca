"""Split a paragraph into sentences as a German reader would.

simplemma's splitter is the base (F1 0.995 on joined news sentences). It knows nothing of German
closing quotation marks („…“, »…«) and few German abbreviations; both are added here.
"""

from __future__ import annotations

import re
from functools import cache

from simplemma import split_sentences as split_plainly

from summarizer.reading.finite_verbs import can_be_name
from summarizer.reading.words import load

# For the splitter alone, one character for one: German closing marks become ones that it knows.
_CLOSERS = str.maketrans({"“": "”", "‘": "’", "›": "’"})
_CLOSING_GUILLEMET = re.compile("(?<=[^\\s(„»])«")
# A piece that is nothing but what closes the sentence before: `Er ging. “ Dann`.
_STRAY_CLOSERS = re.compile(r"[”’»)\]\"“‘«]+(?=\s|$)[\s]*")
# The last word with its full stop, also of several parts: "z. B.", "u.a.", "Mio.".
_LAST_WORD = re.compile(r"(?:^|[\s(\[„\"»‚])((?:\w{1,5}\.\s?){0,4}\w+)\.$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# "90.+3. Minute", "Hauptstr. 5", "e. V.": what goes on though a full stop ends the piece.
_GOES_ON = re.compile(r"\+\d{1,2}\.\n|\w(?:str|pl)\.\n\d|(?:^|\s)[^\W\d_]\.\n[^\W\d_]\.")


# "Oldenburg. Der Rat …", "BAD EMS (epd). Die …": where a report comes from, as its first words.
_DATELINE = re.compile(
    r"(?:Bad |St\. |Sankt )?[A-ZÄÖÜ][\w-]{1,24}(?:/[A-ZÄÖÜ][\w-]{3,24})?"
    r"(?: (?:am|an der|im|in) [A-ZÄÖÜ][\w-]{2,20})?(?P<agency> ?\([\w/, -]{2,20}\))?\."
)


def is_dateline(text: str) -> bool:
    """Whether `text` is no more than where a report comes from: "Oldenburg.", "Kiel (epd)."."""
    found = _DATELINE.fullmatch(text)
    if found is None:
        return False
    # "Schade.", "Plötzlich." are no places.
    return found["agency"] is not None or can_be_name(text.rstrip("."))


def split_sentences(text: str) -> list[str]:
    """The sentences of one paragraph, in order, each a slice of `text`.

    `text` is cleaned and folded. Within a quotation each sentence is one of its own; a closing
    quotation mark or bracket stays with the sentence that it closes.
    """
    pieces: list[str] = []
    for piece in _slices(text):
        stray = _STRAY_CLOSERS.match(piece) if pieces else None
        if stray and _odd_quotes(pieces[-1], stray.group().strip()):
            pieces[-1] = f"{pieces[-1]} {stray.group().strip()}"
            piece = piece[stray.end() :]  # noqa: PLW2901
            if not piece:
                continue
        if pieces and _goes_on(pieces[-1], piece):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


def _slices(text: str) -> list[str]:
    """`text` as simplemma splits it, in the text's own characters."""
    mapped = _CLOSING_GUILLEMET.sub("»", text.translate(_CLOSERS))
    slices, at = [], 0
    for piece in split_plainly(mapped, lang="de"):
        start = mapped.index(piece, at)
        at = start + len(piece)
        slices += _split_where_missed(text[start:at])
    return slices


@cache
def _missed() -> re.Pattern[str]:
    """Where simplemma joins what German news separates.

    After an abbreviated surname ("… Peter K. Der Mann …"), which it takes for a first name's
    initial, and where the space after the full stop was forgotten ("… Ende.Die Polizei …"), if a
    word follows that opens sentences.
    """
    openers = "|".join(sorted(w.capitalize() for w in _words("openers")))
    return re.compile(
        rf"(?<=[^\W\d_]{{3}} [A-ZÄÖÜ]\.) (?=(?:{openers}) )"
        rf"|(?<=[a-zäöüß]{{3}}[.!?])(?=(?:{openers}) )"
        rf"|(?<=[a-zäöüß]{{3}}[.!?][“”\"])(?=(?:{openers}) )"
    )


def _split_where_missed(piece: str) -> list[str]:
    return [part for part in _missed().split(piece) if part]


def _odd_quotes(sentence: str, mark: str) -> bool:
    """Whether `mark` can close something that `sentence` leaves open."""
    first = mark[0]
    if first in ")]":
        return sentence.count("([".__getitem__(")]".index(first))) > sentence.count(first)
    if first == '"':
        return sentence.count('"') % 2 == 1
    return True


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[group])


def _goes_on(before: str, after: str) -> bool:
    """Whether `before` ends in an abbreviation or ordinal after which `after` continues."""
    if _GOES_ON.search(f"{before[-12:]}\n{after[:3]}"):
        return True
    found = _LAST_WORD.search(before[-40:])
    if not found:
        return False
    word = re.sub(r"\s", "", found.group(1)).lower()
    last = word.rpartition(".")[2]
    if word in _words("in_several_words"):
        return True
    if {word, last} & _words("before_a_name"):
        return not _opens(after) or after[:1].islower()
    if {word, last} & _words("before_a_number"):
        return after[:1].isdigit() or not _opens(after)
    if {word, last} & _words("perhaps_at_an_end"):
        return not _opens(after)
    return False


def _opens(text: str) -> bool:
    """Whether `text` begins with a word that opens sentences."""
    first = _FIRST_WORD.search(text[:30])
    return first is not None and first.group().lower() in _words("openers")
