"""The lexicons: what the rules know of German words, one YAML file a subject.

A file's groups carry a comment each that says what belongs there; adding a word needs no code.
"""

from __future__ import annotations

from typing import Any

from summarizer import word_lists


def load(name: str) -> dict[str, Any]:
    """The groups of lexicon `name` ("units" for ``units.yml``), read once a process."""
    return word_lists.load(__name__, name)
