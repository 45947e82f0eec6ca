"""Where articles are analysed: in this process, in a pool of processes, or on a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

FEW = 8
"""Up to so many tasks are done in this process: starting others takes longer than they do."""

_A = TypeVar("_A")
_B = TypeVar("_B")
Map = Callable[[Callable[[_A], _B], Sequence[_A]], Iterable[_B]]
"""Like the built-in ``map``: results in the order of the tasks."""


class ExecutorSettings(BaseModel):
    """How many articles are analysed side by side."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    processes: int | None = Field(
        default=None, ge=1, description="processes that analyse articles; one a core by default"
    )


@contextmanager
def mapping(tasks: int, settings: ExecutorSettings) -> Iterator[Map[_A, _B]]:
    """A ``map`` for about `tasks` tasks. What it is given must be picklable."""
    workers = settings.processes or _cores()
    if tasks <= FEW or workers == 1:
        yield map
        return
    # "spawn": a forked copy of a process with threads (the progress bars') can deadlock.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, tasks), mp_context=context) as pool:
        # Small chunks keep the processes evenly busy and the progress steady.
        yield lambda function, items: pool.map(function, items, chunksize=4)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
