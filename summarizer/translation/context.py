"""What a reviewer needs to know of a segment, for the comments of a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from summarizer.summary import Certainty, Segment, SegmentKind, Source, Summary
from summarizer.translation.catalogue import Key, Wanted

_CERTAINTY = {
    Certainty.STATED: "stated by the article itself",
    Certainty.ATTRIBUTED: "attributed",
    Certainty.HEARSAY: "hearsay: keep the hedge",
}


def wanted(summary: Summary, segments: Iterable[Segment]) -> tuple[Wanted, ...]:
    """The catalogue's entries for `segments` of `summary`, with their comments."""
    return tuple(
        Wanted(
            key=Key(str(segment.kind), segment.text),
            context=_context(summary, segment),
            # Blanks are written as in a URL: gettext separates references by them.
            reference=(
                ((quote(summary.path, safe="/"), str((segment.sentence or 0) + 1)),)
                if segment.sentence is not None
                else ((quote(summary.path, safe="/"), ""),)
            ),
        )
        for segment in segments
    )


def _context(summary: Summary, segment: Segment) -> str:
    lines = [_what(summary, segment)]
    if segment.sentence is not None:
        number = segment.sentence
        if segment.kind is SegmentKind.SENTENCE:
            lines += [
                f"{where}: {summary.sentences[other].text}"
                for where, other in (("Before", number - 1), ("After", number + 1))
                if 0 <= other < len(summary.sentences)
            ]
        else:
            lines.append(f"In: {summary.sentences[number].text}")
    return "\n".join(lines)


def _what(summary: Summary, segment: Segment) -> str:
    match segment.kind:
        case SegmentKind.TITLE:
            return f"The article's title ({summary.title_origin})."
        case SegmentKind.SENTENCE:
            return _sentence(summary, segment.sentence or 0)
        case SegmentKind.QUOTE:
            speakers = [
                source
                for source in summary.sources
                if any(
                    s.quote == segment.text and s.sentence == segment.sentence
                    for s in source.statements
                )
            ]
            return f"Words of {_names(speakers)}. Without quotation marks."
        case SegmentKind.NAME:
            return "Name of a source."
        case SegmentKind.ROLE:
            return f"Role of {_names([s for s in summary.sources if s.role == segment.text])}."
        case SegmentKind.LABEL:
            amounts = [
                figure.surface
                for figure in summary.figures
                if segment.text in (figure.label, figure.noun)
            ]
            return f"What a figure counts, in a table: {', '.join(dict.fromkeys(amounts))} …"
        case SegmentKind.AMOUNT:
            return "Stands before a numeral, or for one, in a table."


def _sentence(summary: Summary, number: int) -> str:
    sentence = summary.sentences[number]
    parts = [f"Sentence {number + 1} of {len(summary.sentences)}, {sentence.role}"]
    fact = next((fact for fact in summary.key_facts if fact.sentence == number), None)
    if fact:
        parts.append("a key fact")
    speakers = [
        source
        for source in summary.sources
        if any(statement.sentence == number for statement in source.statements)
    ]
    if speakers:
        parts.append(f"according to {_names(speakers)}")
    certainties = {figure.certainty for figure in summary.figures if figure.sentence == number}
    certainties |= {fact.certainty} if fact else set()
    parts += [_CERTAINTY[each] for each in sorted(certainties)]
    return "; ".join(parts) + "."


def _names(sources: Iterable[Source]) -> str:
    return ", ".join(source.name for source in sources) or "the article"
