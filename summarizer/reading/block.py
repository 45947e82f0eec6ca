"""What every format is read into: a block is a line of text that stands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.reading.metadata import Metadata
from summarizer.summary import Role, TitleOrigin


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or other line, white space folded.

    `role` is what the markup says it is; None where the text itself must tell (plain text, and
    the paragraphs of Markdown and HTML, which hold captions and teasers too). `line` is where it
    begins in the file, from 1, where the format knows.
    """

    text: str
    role: Role | None = None
    line: int | None = None


@dataclass(frozen=True)
class Draft:
    """A file as its format gives it: the blocks in order and what the file says of itself.

    `title_origin` is where the title in `metadata` comes from, if there is one.
    """

    blocks: Sequence[Block]
    metadata: Metadata = field(default_factory=Metadata)
    title_origin: TitleOrigin = TitleOrigin.FRONT_MATTER
