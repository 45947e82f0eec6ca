"""A line of an article, and where it stands: what the rules of the roles look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.block import Block
from summarizer.summary import Role

CLOSERS = "\"'“”‘’«»‹›)]"
"""What may stand after the full stop that ends a sentence."""


@dataclass(frozen=True)
class Line:
    """A block, its sentences, and what the rules ask of it again and again."""

    block: Block
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return self.block.text

    @property
    def single(self) -> bool:
        """Whether it is one sentence or less."""
        return len(self.sentences) == 1

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        end = self.text.rstrip(CLOSERS + " ")
        return end.endswith((".", "!", "?", "…")) or not end

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Place:
    """Where a line stands: its surroundings, and what the lines before it turned out to be."""

    lines: Sequence[Line]
    index: int
    roles: Sequence[Role]
    paragraphed: bool

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.lines[self.index]

    @property
    def before_body(self) -> bool:
        """Whether no body text has come yet."""
        return Role.BODY not in self.roles

    @property
    def previous(self) -> Role | None:
        """The role of the line before."""
        return self.roles[-1] if self.roles else None


def has_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether the article has paragraphs of several sentences, so that a lone one stands out."""
    ended = [line for line in lines if line.finished and line.block.role is None]
    several = sum(not line.single for line in ended)
    return several >= 2 and several >= len(ended) / 3
