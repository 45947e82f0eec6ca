"""The word lists of the reading room, one YAML file a subject, each group with its comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """The groups of word list `name` ("lines" for ``lines.yml``), read once a process."""
    text = files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    groups: dict[str, Any] = yaml.safe_load(text)
    return groups
