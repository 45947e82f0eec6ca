"""Words of names and nouns: which tokens are one, and how far a run of them goes.

The tagger knows no gazetteer: what is a name follows from shape, tag, the words around it, and
the names that the article gives in full elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from summarizer.german.phrase import NOUNS, word_forms
from summarizer.german.speakers import kind_of_noun
from summarizer.summary import SourceKind

QUOTES = frozenset("\"„“”»«‚‘›‹'")
"""Quotation marks of all styles."""


def is_name_word(token: Token, names: Collection[str] = ()) -> bool:
    """Whether `token` is part of a proper name, by tag and shape."""
    text = token.text
    if not text or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text in names:
        return True
    if token.tag_ in ("NE", "FM"):
        if text.endswith(("-Jährige", "-Jähriger", "-Jährigen")):
            return False
        known = kind_of_noun(text)
        return not (known is SourceKind.PERSON and "-" in text) and not (
            known and text.endswith(("sprecherin", "chefin", "präsidentin", "ministerin"))
        )
    if token.tag_ in ("NN", "NNA", "NNI", "TRUNC"):
        # "IG Metall", "DRK": letters alone are a name, whatever the tagger makes of them
        return text.isalpha() and text.isupper() and 2 <= len(text) <= 5
    return token.tag_ in ("XY", "ADJ(D)", "VV(IMP)", "VV(FIN)", "PTKVZ") and token.i > 0


def is_noun(token: Token, names: Collection[str]) -> bool:
    """Whether `token` can be a noun of a phrase: by tag, as a name, or "32-Jährige"."""
    text = token.text
    aged = (
        text[:1].isdigit()
        and text.endswith(("-Jährige", "-Jähriger", "-Jährigen", "-jährige"))
        and not (
            token.tag_ == "ADJ(A)" and token.i + 1 < len(token.doc) and token.nbor().tag_ in NOUNS
        )
    )
    return aged or (
        text[:1].isupper()
        and (token.tag_ in NOUNS or text in names or (len(text) > 1 and text.isupper()))
    )


def attributes_end(doc: Doc, at: int, names: Collection[str]) -> int | None:
    """The first noun after adjectives and participial attributes from `at`; None for none."""
    limit = min(len(doc), at + 12)
    i = at
    while i < limit:
        token = doc[i]
        measured = i > at and doc[i - 1].tag_ == "CARD" and i + 1 < limit
        if measured and doc[i + 1].tag_ == "ADJ(A)" and doc[i + 1].text[:1].islower():
            i += 1  # "der [57 Jahre] alte Trainer"
            continue
        if is_noun(token, names):
            return i
        if token.text in QUOTES:
            return i
        if token.tag_ in ("ADJ(A)", "CARD", "PIAT", "PIDAT", "PPOSAT", "PIS") or (
            token.tag_ in ("ADV", "ADJ(D)", "VV(PP)", "PTKNEG", "PTKA")
        ):
            i += 1
            continue
        if token.tag_ in ("APPR", "APPRART", "KON") or token.text == ",":
            break
        return None
    return _participle_end(doc, at, limit, names)


def _participle_end(doc: Doc, at: int, limit: int, names: Collection[str]) -> int | None:
    """The noun of "der [in Köln lebende] Autor": an adjective follows the inserted phrase."""
    for i in range(at, limit):
        token = doc[i]
        if token.tag_.endswith("(FIN)") or token.text in ".:;!?" or token.text in QUOTES:
            return None
        if token.text == "," and not (
            i + 1 < len(doc) and doc[i + 1].tag_ == "ADJ(A)" and i and doc[i - 1].tag_ == "ADJ(A)"
        ):
            return None
        if (
            token.tag_ == "ADJ(A)"
            and i + 1 < len(doc)
            and is_noun(doc[i + 1], names)
            and token.text.endswith(("e", "en", "er", "es", "em"))
        ):
            return i + 1
    return None


def run_end(doc: Doc, at: int, names: Collection[str]) -> int:
    """The end of the run of nouns and name words from `at`."""
    i = at
    while i < len(doc):
        token = doc[i]
        if is_noun(token, names) or (i > at and is_name_word(token, names)):
            i += 1
            continue
        after = _after_particle(doc, at, i, names)
        if after is not None:
            i = after
            continue
        if (
            i > at
            and token.tag_ == "ADJ(A)"
            and token.text[:1].isupper()
            and i + 1 < len(doc)
            and is_noun(doc[i + 1], names)
        ):
            i += 1
            continue
        if (
            token.text == "/"
            and i > at
            and i + 1 < len(doc)
            and is_noun(doc[i + 1], names)
            and doc[i - 1].text.isupper()
        ):
            i += 1
            continue
        if (
            i > at
            and token.text == "."
            and len(doc[i - 1].text) == 1
            and i + 1 < len(doc)
            and (is_name_word(doc[i + 1], names))
        ):
            i += 1
            continue
        break
    return i


def _after_particle(doc: Doc, at: int, i: int, names: Collection[str]) -> int | None:
    """The end of a name that goes on with a particle at `i`: "Hans [von Bergen]"."""
    if (
        i == at
        or doc[i].text not in word_forms("name_particles")
        or not is_name_word(doc[i - 1], names)
    ):
        return None
    noble = doc[i].text in ("von", "zu", "vom", "zur")
    given_name = (i - at == 1 or not is_name_word(doc[i - 2], names)) and doc[
        i - 1
    ].text not in names
    if noble and not given_name:
        return None
    j = i + 1
    while j < min(len(doc), i + 3) and doc[j].text in word_forms("name_particles"):
        j += 1
    if j >= len(doc) or doc[i].text in ("der", "den", "la", "und") or doc[j].text.isupper():
        return None
    surname = is_name_word(doc[j], names) or (
        noble and doc[j].tag_ in ("NN", "NNA") and kind_of_noun(doc[j].text) is None
    )
    return j + 1 if surname else None


def quoted_name(doc: Doc, at: int) -> int | None:
    """The end (after the closing mark) of a short quoted name at `at`."""
    if at >= len(doc) or doc[at].text not in QUOTES:
        return None
    for i in range(at + 1, min(len(doc), at + 8)):
        if doc[i].text in QUOTES:
            inner = doc[at + 1 : i]
            ok = len(inner) > 0 and inner[0].text[:1].isupper()
            return i + 1 if ok and not any(t.text in ".!?," for t in inner) else None
        if doc[i].tag_ in ("VA(FIN)", "VM(FIN)"):
            return None
    return None


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words from token `start` to before `end`, as written."""
    return doc[start:end].text.strip() if start < end else ""


def bare(text: str) -> str:
    """`text` without quotation marks around it."""
    return text.strip("\"„“”»«‚‘›‹' ")
