"""The word lists of the reading room, one YAML file a subject, each group with its comment."""

from __future__ import annotations

from typing import Any

from summarizer import word_lists


def load(name: str) -> dict[str, Any]:
    """The groups of word list `name` ("lines" for ``lines.yml``), read once a process."""
    return word_lists.load(__name__, name)
