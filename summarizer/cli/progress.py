"""Progress on the terminal: bars where a person watches, plain lines where a log is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as Bars,
)

PLAIN_INTERVAL = 10.0
"""Seconds between two lines about the same step in a log."""


class TerminalProgress:
    """One bar a step, with an estimate of the time that is left."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        """Begin a step; the result takes the number of units done."""
        task = self._bars.add_task(title, total=total, visible=total != 0)
        return lambda done: self._bars.update(task, completed=done)


class PlainProgress:
    """A line when a step begins, and one now and then while it takes long."""

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        """Begin a step; the result takes the number of units done."""
        if total != 0:
            click.echo(f"{title} ({total})" if total else title, err=True)
        last = time.monotonic()

        def done(count: int) -> None:
            nonlocal last
            if time.monotonic() - last >= PLAIN_INTERVAL:
                last = time.monotonic()
                click.echo(f"{title}: {count} of {total}" if total else title, err=True)

        return done


class NoProgress:
    """Silence."""

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:  # noqa: ARG002
        """Begin a step that says nothing."""
        return lambda _done: None


@contextmanager
def showing_progress(*, quiet: bool) -> Iterator[TerminalProgress | PlainProgress | NoProgress]:
    """The progress that fits where standard error goes to."""
    console = Console(stderr=True)
    if quiet:
        yield NoProgress()
    elif console.is_terminal:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        with Bars(*columns, console=console, transient=True) as bars:
            yield TerminalProgress(bars)
    else:
        yield PlainProgress()
