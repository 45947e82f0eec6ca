"""What the tests of the reading room share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.problem import InputError, Problem
from summarizer.reading import Limits, read_article
from summarizer.summary import Article

GERMAN = (
    "Bei einem Brand in einer Lagerhalle sind am Freitag drei Menschen verletzt worden. "
    "Die Feuerwehr war mit 50 Kräften im Einsatz.\n"
    "\n"
    "Die Ursache ist noch unklar, wie die Polizei mitteilte.\n"
)
"""A short article of two paragraphs without a headline."""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Article]:
    """Reads text or bytes as if they were a file of the given name."""

    def read_content(
        content: str | bytes, name: str = "artikel.txt", limits: Limits | None = None
    ) -> Article:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_article(path, shown_as=name, limits=limits or Limits())

    return read_content


@pytest.fixture
def refused(read: Callable[..., Article]) -> Callable[..., Problem]:
    """The problem for which text or bytes are refused."""

    def problem_of(
        content: str | bytes, name: str = "artikel.txt", limits: Limits | None = None
    ) -> Problem:
        with pytest.raises(InputError) as caught:
            read(content, name, limits)
        return caught.value.problem

    return problem_of


@pytest.fixture
def german() -> str:
    """A short article of two paragraphs without a headline."""
    return GERMAN
