"""The word lists of the fidelity check: commented YAML files beside this module."""

from __future__ import annotations

from typing import Any

from summarizer import word_lists


def load(name: str) -> dict[str, Any]:
    """The groups of list `name` ("names" for ``names.yml``), read once a process."""
    return word_lists.load("summarizer.translation.fidelity", name)
