"""What each line of an article is for, told from the text alone.

Most source files have no markup. The signals are those that a reader uses: what the line says
(a photographer's name, "Lesen Sie auch"), whether it is a sentence (full stop, finite verb), how
long it is, and where it stands. Where the signals don't suffice a line is body text: a caption
taken for body reads oddly, a body line taken for a caption loses its facts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from summarizer.reading.block import Block
from summarizer.reading.roles import bylines, captions, headings, teasers
from summarizer.reading.roles.line import Line, Place, has_paragraphs
from summarizer.reading.roles.teasers import sentences_before_teaser
from summarizer.reading.sentences import is_dateline, split_sentences
from summarizer.summary import Role


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
        body = len(sentences)
        if block.role is not Role.CAPTION:
            body = sentences_before_teaser(sentences)
        lines.append(Line(replace(block, text=" ".join(sentences[:body])), tuple(sentences[:body])))
        if body < len(sentences):
            rest = tuple(sentences[body:])
            lines.append(Line(replace(block, text=" ".join(rest), role=Role.TEASER), rest))
    return lines


def assign_roles(lines: Sequence[Line]) -> list[tuple[Role, str]]:
    """The role of each line and the name of the rule that gave it ("" for body text)."""
    paragraphed = has_paragraphs(lines)
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


_Rule = Callable[[Place], bool]
# In this order: what a line says comes before what it looks like.
_RULES: tuple[tuple[str, Role, _Rule], ...] = (
    ("teaser: opening", Role.TEASER, teasers.opens_so),
    ("teaser: also at", Role.TEASER, teasers.also_at),
    ("byline: von", Role.BYLINE, bylines.von),
    ("byline: label", Role.BYLINE, bylines.label),
    ("byline: date", Role.BYLINE, bylines.date),
    ("byline: agency", Role.BYLINE, bylines.agency),
    ("byline: post", Role.BYLINE, bylines.post),
    ("caption: credit", Role.CAPTION, captions.credit),
    ("caption: kind of picture", Role.CAPTION, captions.kind_of_picture),
    ("teaser: label", Role.TEASER, teasers.label),
    ("teaser: call", Role.TEASER, teasers.call),
    ("teaser: about this article", Role.TEASER, teasers.about_article),
    ("teaser: question before a pointer", Role.TEASER, teasers.question),
    ("teaser: appeal at the end", Role.TEASER, teasers.appeal),
    ("teaser: kind of text", Role.TEASER, teasers.genre),
    ("teaser: headlines with bullets", Role.TEASER, teasers.bulleted),
    ("teaser: list of links", Role.TEASER, teasers.after_teaser),
    ("caption: points into picture", Role.CAPTION, captions.points),
    ("heading: first line", Role.HEADING, headings.first),
    ("heading: first line, no sentence", Role.HEADING, headings.first_finished),
    ("heading: above the date line", Role.HEADING, headings.above_dateline),
    ("heading: noun without article", Role.HEADING, headings.headlinese),
    ("caption: before the text", Role.CAPTION, captions.before_body),
    ("caption: colon and names", Role.CAPTION, captions.colon_and_names),
    ("caption: catchword before a credit", Role.CAPTION, captions.before_credit),
    ("caption: catchword", Role.CAPTION, captions.catchword),
    ("caption: scene under the headline", Role.CAPTION, captions.scene),
    ("caption: above the date line", Role.CAPTION, captions.above_dateline),
    ("caption: said again after the date line", Role.CAPTION, captions.said_again),
    ("caption: person named again by the text", Role.CAPTION, captions.named_again),
    ("caption: above a credit", Role.CAPTION, captions.above_credit),
    ("caption: says its title again", Role.CAPTION, captions.titled),
    ("caption: under a heading", Role.CAPTION, captions.after_heading),
    ("teaser: last line without full stop", Role.TEASER, headings.links_at_end),
    ("heading: no full stop", Role.HEADING, headings.no_full_stop),
    ("caption: no full stop, no verb", Role.CAPTION, captions.no_full_stop),
    ("caption: stands alone, no verb", Role.CAPTION, captions.verbless),
)


def rule_names() -> tuple[str, ...]:
    """The names of the rules, in the order in which they are tried."""
    return tuple(name for name, _, _ in _RULES)
