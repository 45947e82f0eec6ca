"""What the fidelity check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: `kind` names the check, `detail` says what and where."""

    kind: str
    detail: str
