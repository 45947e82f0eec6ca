"""Where articles are analysed: in this process, in a pool of processes, or on a Dask cluster."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from summarizer import cluster
from summarizer.problem import InputError

_log = logging.getLogger(__name__)

FEW = 8
"""Up to so many tasks are done in this process: starting others takes longer than they do."""

_A = TypeVar("_A")
_B = TypeVar("_B")


class Map(Protocol):
    """Like the built-in ``map``: results in the order of the tasks."""

    def __call__(self, function: Callable[[_A], _B], tasks: Sequence[_A], /) -> Iterable[_B]:
        """Do `function` to each of `tasks`."""


class ExecutorSettings(BaseModel):
    """How many articles are analysed side by side."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    processes: int | None = Field(
        default=None, ge=1, description="processes that analyse articles; one a core by default"
    )
    dask: str | None = Field(
        default=None,
        pattern=r"^(tcp|tls|ws|wss)://\S+$",
        description="address of a Dask scheduler, such as tcp://host:8786, whose workers analyse "
        "articles instead; they must see the files under the same paths",
    )


@contextmanager
def mapping(tasks: int, settings: ExecutorSettings) -> Iterator[Map]:
    """A ``map`` for about `tasks` tasks. What it is given must be picklable."""
    workers = settings.processes or _cores()
    if tasks <= FEW or (workers == 1 and not settings.dask):
        yield map
        return
    if settings.dask:
        with cluster.mapping_on_cluster(settings.dask) as run:
            yield run
        return
    yield partial(_map_in_processes, min(workers, tasks))


def _map_in_processes(
    workers: int, function: Callable[[_A], _B], tasks: Sequence[_A]
) -> Iterator[_B]:
    """A ``map`` in a pool of processes; if one of them dies, once more in a new pool.

    Raises:
        InputError: a process died in the new pool too.
    """
    done = 0
    for last_attempt in (False, True):
        try:
            for result in _map_in_pool(workers, function, tasks[done:]):
                yield result
                done += 1
        except BrokenProcessPool as error:
            _log.warning("a process that analyses articles died (%d of %d)", done, len(tasks))
            if last_attempt:
                raise InputError(
                    "summarizer.yml",
                    f"build.executor: processes that analyse articles die: {done} of "
                    f"{len(tasks)} were done. Most often memory runs out",
                    "Build again: what is done is kept. If it happens again, free memory, or set "
                    "build.executor.processes to 1.",
                ) from error
        else:
            return


def _map_in_pool(workers: int, function: Callable[[_A], _B], tasks: Sequence[_A]) -> Iterator[_B]:
    # "spawn": a forked copy of a process with threads (the progress bars') can deadlock.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_begin) as pool:
        try:
            with without_interruption():
                # Small chunks keep the processes evenly busy and the progress steady.
                results = pool.map(function, tasks, chunksize=4)
            yield from results
        except BaseException:
            # Whoever interrupts a build need not wait for what is begun, nor for what is not.
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            raise


@contextmanager
def without_interruption() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it is this one's to end them, without noise.

    They inherit this thread's mask. Another thread (a progress bar's) may still get the signal, and
    Python raises it in this one: half a started process would complain. So it waits until they run.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    came: list[int] = []
    handler = signal.getsignal(signal.SIGINT)
    main = threading.current_thread() is threading.main_thread() and handler is not None
    if main:
        signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if main:
            signal.signal(signal.SIGINT, handler)
    if came:
        signal.raise_signal(signal.SIGINT)


def _begin() -> None:
    """Prepare a process that analyses articles."""
    # Keep what packages log about articles off the terminal: nothing escapes it there.
    logging.getLogger().addHandler(logging.NullHandler())
    # A pool's process whose parent was killed would wait for tasks for ever.
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
