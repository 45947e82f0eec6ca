"""One attribution frame, and what the kinds of frame share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from summarizer.extraction.lines import QUOTES, Line
from summarizer.german.lexicon import load
from summarizer.german.phrase import Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import is_media_name, kind_of_noun

_PERSONAL_ENDINGS = (
    "er", "erin", "ler", "ist", "ent", "ant", "loge", "är", "eur", "anten", "enten", "isten",
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """One attribution in a sentence.

    Attributes:
        speaker: Who is said to say it; None for the speaker named before ("den Angaben nach").
        cue: The attributing words.
        rule: Name of the rule.
        at: Token offset of the cue.
        start: First token of the clause that the cue stands in.
        end: After its last token.
        anonymous: Whether nobody is named: "hieß es".
        back: Whether it speaks of the sentence before ("Das berichtet X.").
    """

    speaker: Phrase | None
    cue: str
    rule: str
    at: int
    start: int
    end: int
    back: bool = False
    anonymous: bool = False


@cache
def attribution_words(group: str) -> frozenset[str]:
    """A group of ``lexicon/attribution_words.yml`` in lower case."""
    return frozenset(str(w).lower() for w in load("attribution_words")[group])


def is_saying_noun(text: str, lemma: str) -> bool:
    """Whether a word is a noun of saying ("Angaben", "Ansicht"), by form or lemma."""
    nouns = attribution_words("saying_nouns")
    low, lem = text.lower(), lemma.lower()
    return (
        low in nouns
        or lem in nouns
        or low.removesuffix("en") in nouns
        or (low.removesuffix("n") in nouns)
    )


def compound_owner(text: str) -> str:
    """The speaker inside a compound: "Polizeiangaben" → "Polizei", "dpa-Informationen" → "dpa"."""
    low = text.lower()
    for noun in attribution_words("compounds"):
        if not low.endswith(noun) or len(low) <= len(noun) + 2:
            continue
        owner = text[: len(text) - len(noun)].rstrip("-")
        if owner[-1:] in QUOTES:
            return owner.rstrip("".join(QUOTES))  # '"Nordpost"-Informationen'
        hyphen = text[len(owner)] == "-"
        named = hyphen and (owner[:1].isupper() or is_media_name(owner))
        if named and kind_of_noun(owner) is None:
            return owner  # "Lindt-Angaben"
        for link in ("s", ""):
            plain = owner.removesuffix(link) if link else owner
            if kind_of_noun(plain) is not None and noun not in ("bericht", "meldung"):
                return plain
        if low.endswith("berichten") and owner.lower() in ("medien", "agentur", "presse"):
            return owner
    return ""


def owner_phrase(line: Line, phrase: Phrase) -> Phrase | None:
    """The speaker of "Angaben der Polizei", "Grindels Worten", "Informationen von X"."""
    doc = line.doc
    after = phrase.head + 1
    if (
        phrase.owner
        and phrase.head > phrase.start
        and doc[phrase.start].text.startswith(phrase.owner[:3])
    ):
        name = phrase.owner.removesuffix("s") if phrase.owner not in line.names else phrase.owner
        return Phrase(phrase.start, phrase.head, phrase.start, name=name)
    if after < len(doc):
        start = after
        if doc[after].tag_ in ("APPR", "APPRART"):
            if doc[after].text.lower() not in ("von", "vom", "aus", "beim"):
                return None
            start = after + 1
        elif doc[after].text in ",.":
            return None
        owner = phrase_at(doc, start, line.names)
        if owner is not None and not owner.pronoun:
            return owner
    return None


def as_name(line: Line, phrase: Phrase) -> Phrase:
    """A noun without an article where a speaker must stand is a name: "so Kern".

    German puts an article before a noun for one person, so a bare one is somebody's name.
    """
    token = line.doc[phrase.head]
    if (
        phrase.name
        or phrase.pronoun
        or phrase.determiner
        or phrase.kind is not None
        or phrase.end - phrase.start > 2
        or any(
            t.tag_ not in ("NN", "NNA") or kind_of_noun(t.text)
            for t in line.doc[phrase.start : phrase.end]
        )
        or token.tag_ not in ("NN", "NNA")
        or token.text.endswith(("en", "ung", "heit", "keit"))
        or is_saying_noun(token.text, token.lemma_)
        or "-" in token.text
    ):
        return phrase
    name = line.doc[phrase.start : phrase.end].text
    return replace(phrase, name=name, noun="", label="", plural=False)


def is_judgement(noun: str) -> bool:
    """Whether a noun names what somebody thinks: "so das Fazit von X"."""
    return noun in (
        "Fazit", "Urteil", "Einschätzung", "Begründung", "Meinung", "Vorwurf", "Kritik",
        "Kommentar",
        "Forderung", "Aussage", "Motto", "Hoffnung", "Idee", "Tenor", "Erklärung", "Ansicht",
    )  # fmt: skip


def is_personal(doc: Doc, phrase: Phrase) -> bool:
    """Whether a noun of no known kind looks like a person's: "Schweizer", "die Verletzte"."""
    head = doc[phrase.head]
    if head.tag_ == "NNA":
        return True
    return head.text.endswith(_PERSONAL_ENDINGS) and (
        phrase.determiner in ("der", "die", "ein", "eine", "")
    )
