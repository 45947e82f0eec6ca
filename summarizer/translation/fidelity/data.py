"""The word lists of the fidelity check: commented YAML files beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """The groups of list `name` ("names" for ``names.yml``), read once a process."""
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    groups: dict[str, Any] = yaml.safe_load(text)
    return groups
