"""A sentence as the attribution frames read it.

Words inside a quotation that is somebody's speech are masked: the frames look at what the
writer says around it. A name or title in quotation marks is not speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summarizer.german.predicates import Predicate, find_predicates, is_finite
from summarizer.german.quotes import Quotation

QUOTES = frozenset("\"„“”»«‚‘›‹'")


@dataclass(frozen=True)
class Line:
    """A sentence as the frames see it.

    Attributes:
        doc: Its analysis.
        quotations: Its quotations.
        masked: Offsets of tokens inside quotations that are speech (not titles).
        predicates: Of what stands outside them.
        names: Surnames of the article's persons.
        speech: Whether a quotation in it is somebody's words.
        heading: Whether it is a headline.
    """

    doc: Doc
    quotations: tuple[Quotation, ...]
    masked: frozenset[int]
    predicates: tuple[Predicate, ...]
    names: frozenset[str]
    speech: bool
    heading: bool = False


def is_title(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a name or a title ("Phrasenmäher"), not somebody's words."""
    after_mark = doc.text[quotation.end + 1 : quotation.end + 2]
    if quotation.closed and after_mark == "-":
        return True
    if not (quotation.opened and quotation.closed):
        return quotation.opened and len(doc.text[quotation.start : quotation.end].split()) <= 2
    inner = [t for t in doc if quotation.start <= t.idx < quotation.end]
    if not inner:
        return True
    before = doc[inner[0].i - 2] if inner[0].i >= 2 else None
    after = doc[inner[-1].i + 2] if inner[-1].i + 2 < len(doc) else None
    if before is None and _verb_follows(doc, inner[-1].i + 2):
        return False
    beside = _title_beside_mark(inner, before, after)
    if beside is not None:
        return beside
    if inner[-1].text in ".!?…" and len(inner) > 2:
        return False
    if inner[0].text[:1].islower():
        return False
    verbal = any(is_finite(t) for t in inner)
    if before is None:
        return not verbal and len(inner) <= 4
    commas = any(t.text == "," for t in inner)
    if before.tag_ in ("NN", "NNA", "NE") and commas and after is not None and after.text in ".!":
        return False
    if before.tag_ in (
        "NN",
        "NNA",
        "NE",
        "ART",
        "ADJ(A)",
        "APPR",
        "APPRART",
        "PPOSAT",
        "KON",
        "PDAT",
    ):
        return True
    return (
        not verbal
        and len(inner) <= 4
        and all(t.text[:1].isupper() or t.tag_ in ("APPR", "ART", "KON", "$,") for t in inner)
    )


def _title_beside_mark(
    inner: Sequence[Token], before: Token | None, after: Token | None
) -> bool | None:
    """Whether words before a comma or after a colon are a title; None where neither stands."""
    headed = before is not None and before.text == ":"
    if not headed and (after is None or after.text != ","):
        return None
    ends = inner[-1].text in ".!?…"
    if len(inner) <= 2 and not ends and not headed:
        return None
    if headed and len(inner) == 1 and not ends:
        return after is not None and after.text not in ".,!"
    if headed and not ends and _is_listed(inner, after):
        return True
    listed = before is not None and before.tag_ in ("NN", "NE", "APPR", "APPRART", "ART")
    verbal = any(is_finite(t) for t in inner)
    return listed and not verbal and not ends and inner[0].text[:1].isupper()


def _is_listed(inner: Sequence[Token], after: Token | None) -> bool:
    """Whether quoted words are a name in a list: 'Neu war ein Tee: "Halder Mischung", …'."""
    return (
        len(inner) <= 3
        and all(t.text[:1].isupper() for t in inner)
        and after is not None
        and after.text == ","
    )


def _verb_follows(doc: Doc, comma: int) -> bool:
    """Whether a comma and a full verb follow a quotation: '"Einfach toll", freute sich X'."""
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return False
    return is_finite(doc[comma + 1]) and doc[comma + 1].tag_.startswith("VV")


def make_line(
    doc: Doc, quotations: tuple[Quotation, ...], names: frozenset[str], heading: bool
) -> Line:
    """The sentence `doc` made ready for the frames."""
    inside = frozenset(t.i for t in doc for q in quotations if q.start <= t.idx < q.end)
    speech = [q for q in quotations if not is_title(doc, q)]
    masked = frozenset(t.i for t in doc for q in speech if q.start <= t.idx < q.end)
    return Line(doc, quotations, masked, find_predicates(doc, inside), names, bool(speech), heading)
