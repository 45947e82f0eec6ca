"""Headlines: who speaks in them is known from the text below.

A headline is written from the article and names its speakers in short: "Ministerin: …", "Reus
fordert Ruhe", "Umfrage: …". Read first, it makes people and papers up that the article knows by
another name. So it is read last, and only who speaks in the text speaks in a headline.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer.extraction.cast import Cast
from summarizer.extraction.frame import Frame
from summarizer.extraction.lines import Line
from summarizer.extraction.member import Member
from summarizer.german.phrase import Phrase
from summarizer.german.speakers import asks_people, document_class
from summarizer.summary import Mode, SourceKind, Statement


def speaker_of_headline(
    frame: Frame, sentence: int, sentences: int, cast: Cast, speakers: Sequence[Member]
) -> list[Member]:
    """Those of the article's `speakers` whom a headline's frame means.

    Args:
        frame: A frame of the headline.
        sentence: The headline's index.
        sentences: How many sentences the article has.
        cast: The article's cast.
        speakers: Who speaks in the text, in the order of their first statement.
    """
    phrase = frame.speaker
    if phrase is None or phrase.pronoun:
        return []
    if not phrase.name and _means_media(phrase):
        return [m for m in speakers if m.kind is SourceKind.MEDIA and m.named]
    if phrase.kind is SourceKind.DOCUMENT and not phrase.name and asks_people(phrase.noun):
        asked = [m for m in speakers if m.asks_people]
        return asked[:1]
    later = not phrase.name and phrase.kind is SourceKind.PERSON
    member = cast.resolve(phrase, sentences - 1 if later else sentence, list(speakers))
    return [member] if member is not None and any(m is member for m in speakers) else []


def _means_media(phrase: Phrase) -> bool:
    """Whether a headline's noun stands for the media or their reports: "Medien: …"."""
    noun = phrase.noun.lower()
    return noun in ("medien", "medium", "zeitung", "zeitungen") or (
        noun.startswith("medien") and document_class(phrase.noun) is not None
    )


def speaker_of_quoted_headline(
    line: Line, statements: Sequence[tuple[Member, Collection[Statement]]]
) -> Member | None:
    """Whose words a headline that is one quotation gives: the person quoted most; None if unsure.

    Features and interviews head their text with a line of the person whom they are about.
    """
    outside = [t for t in line.doc if t.i not in line.masked and (t.is_alpha or t.is_digit)]
    if not line.speech or outside:
        return None
    direct = [
        (sum(1 for s in said if s.mode is Mode.DIRECT), member)
        for member, said in statements
        if member.kind is SourceKind.PERSON
    ]
    whole = sum(number for number, _ in direct)
    most = max(direct, key=lambda entry: entry[0], default=None)
    return most[1] if most is not None and most[0] * 2 > whole else None
