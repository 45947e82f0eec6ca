"""The package's own word lists: commented YAML files beside the modules that use them.

They are the project's, so they are read as fast as PyYAML can; what people hand in goes through
`strict_yaml` instead.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# libyaml reads ten times as fast; PyYAML may have been built without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(package: str, name: str) -> dict[str, Any]:
    """The groups of list `name` ("units" for ``units.yml``) in `package`, read once a process."""
    text = files(package).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    groups: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506
    return groups
