"""Attribution frames: the places of a sentence where German says who says it.

Each kind of frame yields `Frame` objects: a speaker (a phrase of the sentence), the cue, and the
rule's name. Who the speaker is within the article is decided later (`cast`).
"""

from __future__ import annotations

from summarizer.extraction.cited import nach_frames, preposition_frames, so_frames
from summarizer.extraction.frame import Frame
from summarizer.extraction.lines import Line
from summarizer.extraction.said import (
    colon_frames,
    dash_frames,
    it_says_frames,
    noun_frames,
    passive_frames,
    verb_frames,
)


def find_frames(line: Line) -> tuple[Frame, ...]:
    """All attribution frames of a sentence, in the order of their cues."""
    found = [
        *preposition_frames(line),
        *nach_frames(line),
        *so_frames(line),
        *it_says_frames(line),
        *verb_frames(line),
        *passive_frames(line),
        *colon_frames(line),
        *dash_frames(line),
        *noun_frames(line),
    ]
    unique: dict[tuple[int, int], Frame] = {}
    for frame in found:
        key = (frame.speaker.start, frame.speaker.head) if frame.speaker else (-1, frame.at)
        unique.setdefault(key, frame)
    return tuple(sorted(unique.values(), key=lambda f: f.at))
