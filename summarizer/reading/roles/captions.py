"""Lines about a picture: who took it, who is shown, and what can be seen."""

from __future__ import annotations

import re
from functools import cache

from summarizer.reading.finite_verbs import (
    begins_with_verb,
    can_be_finite,
    can_be_name,
    can_be_participle,
    has_finite_verb,
    is_name,
)
from summarizer.reading.roles.headings import introduces, unfinished
from summarizer.reading.roles.line import CLOSERS, Place
from summarizer.reading.roles.phrases import (
    BULLET,
    QUOTE_OPEN,
    QUOTED,
    WORD,
    opening,
    opens_text,
    words_of,
)
from summarizer.reading.words import load
from summarizer.summary import Role

_MAX_CAPTION = 350


@cache
def _credit_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(w) for w in load("lines")["credit_labels"] if w != "©")
    return re.compile(rf"(?:\b(?:{labels})\s?:|©|\(c\))\s?\S", re.IGNORECASE)


@cache
def _place_pattern() -> re.Pattern[str]:
    places = "|".join(re.escape(w) for w in sorted(words_of("places_in_picture"), key=len)[::-1])
    return re.compile(rf"[(\[](?:{places})\.?[)\],/]|\bv\. ?l\.|\bv\.l\.n\.r\.", re.IGNORECASE)


def credit(place: Place) -> bool:
    """A picture credit at the beginning, or at the end after what the picture shows."""
    line = place.line
    if len(line.text) > _MAX_CAPTION or len(line.sentences) > 4:
        return False
    last = None
    for last in _credit_pattern().finditer(line.text):  # noqa: B007 (the last match is what counts)
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
def _kind_pattern() -> re.Pattern[str]:
    kinds = "|".join(re.escape(w) for w in load("lines")["picture_kinds"])
    return re.compile(rf"[(\[](?:{kinds})[)\]]\.?$", re.IGNORECASE)


def kind_of_picture(place: Place) -> bool:
    """What sort of picture it is, in brackets at the end: "… im Einsatz (Symbolbild)"."""
    line = place.line
    if len(line.text) > _MAX_CAPTION or len(line.sentences) > 3:
        return False
    return _kind_pattern().search(line.text) is not None


def points(place: Place) -> bool:
    """Words that point into a picture: "(links)", "Im Bild", "v. l. n. r."."""
    line = place.line
    if not line.single or len(line.text) > _MAX_CAPTION:
        return False
    if opening("picture_openings").match(line.text):
        return not line.finished or place.paragraphed
    return _place_pattern().search(line.text) is not None


def before_body(place: Place) -> bool:
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


def after_heading(place: Place) -> bool:
    """A second line without full stop after a heading amid the text."""
    return unfinished(place) and place.previous is Role.HEADING and not place.before_body


def no_full_stop(place: Place) -> bool:
    """A long line without full stop and without finite verb."""
    line = place.line
    return (
        unfinished(place)
        and not introduces(place)
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


def verbless(place: Place) -> bool:
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
        and not BULLET.match(line.text)
        and not line.text.startswith(QUOTE_OPEN)
    )


_PRONOUNS = frozenset({"er", "ihn", "ihm", "sie", "ihr", "es"})


def colon_and_names(place: Place) -> bool:
    """A predicate, a colon, and who is shown: "Scheinen sich zu mögen: A und B.".

    What stands before the colon lacks a subject (it begins with its finite verb) or has a pronoun
    that only the name after the colon explains; what follows are names and no sentence.
    """
    line = place.line
    before, colon, after = line.text.partition(": ")
    if not (colon and line.single and place.index > 0 and line.text.endswith(".")):
        return False
    words, shown = WORD.findall(before), WORD.findall(after)
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


def before_credit(place: Place) -> bool:
    """A catchword, a colon and a clause, with the picture's credit or gallery in the next line.

    "Nur die Mauern stehen noch: Die Halle brannte nieder." / "Foto: Eva Beispiel".
    """
    line = place.line
    following = place.lines[place.index + 1 : place.index + 2]
    if not (following and line.single and len(line.text) <= _MAX_CAPTION):
        return False
    catchword, colon, shown = line.text.partition(": ")
    if not colon or len(catchword.split()) > 7 or line.text.startswith(QUOTE_OPEN):
        return False
    if not shown[:1].isupper() or shown.startswith(QUOTE_OPEN):
        return False
    after = following[0]
    credit = _credit_pattern().match(after.text) is not None and after.words <= 12
    gallery = any(w.lower() in words_of("picture_offers") for w in WORD.findall(after.text))
    return credit or (gallery and not after.finished)


def catchword(place: Place) -> bool:
    """A participle or "Da ist er", a colon, and who is shown: "Im Graben gelandet: Der Bus.".

    It stands apart from the running text: among paragraphs, before the text, or at its end.
    """
    line = place.line
    catchword, colon, shown = line.text.partition(": ")
    if not (colon and line.single and place.index > 0 and line.text.endswith(".")):
        return False
    words = WORD.findall(catchword)
    if not 1 <= len(words) <= 8 or not 2 <= len(WORD.findall(shown)) <= 14:
        return False
    if not shown.startswith(QUOTE_OPEN) and not shown[:1].isupper():
        return False
    if _AMOUNT.search(shown) or ", " in catchword or has_finite_verb(QUOTED.sub(" ", shown)):
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


def scene(place: Place) -> bool:
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
    words = WORD.findall(line.text)
    first, after = words[0].lower() if words else "", WORD.findall(following[0].text)
    if not after or after[0].lower() in _PRONOUNS | words_of("goes_on") or ":" in line.text:
        return False
    verb = next((w for w in words[1:] if w[0].islower() and can_be_finite(w)), "")
    indefinite = first in ("ein", "eine", "einsatzkräfte", "feuerwehrleute", "polizisten")
    if verb in words_of("display_verbs"):
        return not words_of("times").intersection(w.lower() for w in words)
    one_clause = "," not in line.text and "und" not in words
    return indefinite and one_clause and verb in words_of("posture_verbs")


def _sentences_ahead(place: Place, lines: int) -> list[str]:
    ahead = place.lines[place.index + 1 : place.index + 1 + lines]
    return [sentence for line in ahead for sentence in line.sentences]


_SHOWN_AT_MOST = 20
"""Words of a sentence under a picture; sentences of the text above it may be longer."""


def above_dateline(place: Place) -> bool:
    """The only sentence between the headline and the date line that opens the text.

    "Bonn - Bei …" begins the story anew. Two sentences there are the standfirst, which is text.
    """
    if not (place.before_body and place.previous is Role.HEADING and place.line.single):
        return False
    following = place.lines[place.index + 1 : place.index + 2]
    return any(opens_text(line.text) for line in following) and not opens_text(place.line.text)


def said_again(place: Place) -> bool:
    """A line under the headline that the text says again, in full, from its date line on.

    What the text repeats with more words is no loss as a caption; the lines before it are
    captions, too.
    """
    if not place.before_body or place.index == 0 or place.index > 3:
        return False
    ahead = place.lines[place.index : place.index + 8]
    start = next((k for k, line in enumerate(ahead) if any(map(opens_text, line.sentences))), 0)
    # The sentence right before the date line belongs to the standfirst.
    before = start - 1 if opens_text(ahead[start].text) else start
    text = [sentence for line in ahead[start:] for sentence in line.sentences]
    return any(
        line.single and any(_says_again(sentence, line.text) for sentence in text)
        for line in ahead[: max(0, before)][:2]
    )


def named_again(place: Place) -> bool:
    """A sentence above the text in the present tense whose person the text introduces again.

    "Clara Beck ist seit Montag im Amt." / "Die Juristin Clara Beck hat am …": a text gives a
    first name once, where it begins.
    """
    line = place.line
    if not (place.before_body and place.index and line.single and line.words <= _SHOWN_AT_MOST):
        return False
    if not line.text.endswith(".") or line.text.startswith(QUOTE_OPEN) or _AMOUNT.search(line.text):
        return False
    words = [w.lower() for w in WORD.findall(line.text)]
    if not words_of("times").isdisjoint(words) or words[:1] == ["es"]:
        return False
    names = _full_names(line.text)
    return any(name in sentence for sentence in _sentences_ahead(place, 2) for name in names)


_FULL_NAME = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]+ (?:(?:von|van|de|zu) )?[A-ZÄÖÜ][a-zäöüß]{2,})\b")


def _full_names(text: str) -> list[str]:
    """Two words with a capital that can only be names: a first name and a surname."""
    found = _FULL_NAME.findall(text)
    return [name for name in found if is_name(name.split()[0]) and can_be_name(name)]


def titled(place: Place) -> bool:
    """A sentence under the title of a video or picture that says all of the title again.

    "Die Sieger im Interview" / "Die Sieger sprechen im Interview über ihren Erfolg.".
    """
    line = place.line
    if not line.single or line.words > _SHOWN_AT_MOST:
        return False
    # The title itself looks like a heading; a caption or "Not available" stands before it.
    if place.previous is Role.BODY or not {Role.CAPTION, Role.TEASER}.intersection(
        place.roles[-2:]
    ):
        return False
    title = place.lines[place.index - 1]
    own = _stems(title.text)
    return not title.finished and len(own) >= 2 and own <= _stems(line.text)


def above_credit(place: Place) -> bool:
    """A sentence with nothing but a picture's credit under it, where no text runs."""
    line = place.line
    following = place.lines[place.index + 1 : place.index + 2]
    if not (following and line.single and line.words <= 35 and line.text.endswith(".")):
        return False
    credit = _credit_pattern().match(following[0].text) is not None and following[0].words <= 8
    return credit and (place.before_body or _lone(place))


def _says_again(longer: str, shorter: str) -> bool:
    """Whether three in five content words of `shorter`, at least four, are in `longer`."""
    own, other = _stems(shorter), _stems(longer)
    return len(own) >= 4 and len(own & other) >= 0.6 * len(own) and len(longer) >= len(shorter)


def _stems(text: str) -> frozenset[str]:
    """The first six letters of each word with four or more that isn't a function word."""
    return frozenset(
        w.lower()[:6]
        for word in WORD.findall(text)
        for w in word.split("-")
        if len(w) > 3 and w.lower() not in _function_words()
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("languages")["de"])
