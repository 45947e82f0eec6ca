"""The words and sentences of generated articles, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """The content of ``words.yml`` or ``sentences.yml``, read once a process."""
    data: dict[str, Any] = yaml.safe_load(
        files(__name__).joinpath(f"{name}.yml").read_text("utf-8")
    )
    return data
