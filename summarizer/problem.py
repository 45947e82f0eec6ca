"""A problem with an input: what happened, where, and what to do next.

Every room raises `InputError` for an input it cannot use; `pipeline` collects the problems, so
that one bad file never costs the other articles.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One problem: `path` as the user gave it, `line` from 1 where there is one."""

    path: str
    message: str
    hint: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}" + (f"\n  → {self.hint}" if self.hint else "")


class InputError(Exception):
    """An input that cannot be used. `problem` says why and what to do."""

    def __init__(self, path: str, message: str, hint: str = "", line: int | None = None) -> None:
        self.problem = Problem(path=path, message=message, hint=hint, line=line)
        super().__init__(str(self.problem))


def within(path: str, root: Path) -> str:
    """`path` as the project's people name it: from its root on, with forward slashes."""
    return path.removeprefix(str(root)).lstrip(os.sep).replace(os.sep, "/")
