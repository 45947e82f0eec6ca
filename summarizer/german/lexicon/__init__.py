"""The lexicons: what the rules know of German words, one YAML file a subject.

A file's groups carry a comment each that says what belongs there; adding a word needs no code.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """The groups of lexicon `name` ("units" for ``units.yml``), read once a process."""
    text = files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    groups: dict[str, Any] = yaml.safe_load(text)
    return groups
