"""Where long steps say how far they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Shows the steps of a build, one after the other."""

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        """Begin a step of `total` units (None: nobody knows how many).

        Returns:
            What to call with the number of units done.
        """
