"""Articles are analysed on a Dask cluster: any number of machines behind one scheduler.

The workers run the same version of this project and see the articles under the same paths, as on a
file system that they share. What they give is byte for byte what this machine would have found.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import islice
from typing import Any, TypeVar

from summarizer.cache import summary_version
from summarizer.problem import InputError

AHEAD = 1000
"""Tasks that are handed out before their turn: enough for a cluster, bounded for the memory."""
_WAIT_SECONDS = 30

_A = TypeVar("_A")
_B = TypeVar("_B")
Run = Callable[[Callable[[_A], _B], Sequence[_A]], Iterator[_B]]
"""Like the built-in ``map``: results in the order of the tasks."""


class OtherVersionError(Exception):
    """A worker has another version of the project, so that its results could differ."""


@contextmanager
def mapping_on_cluster(address: str) -> Iterator[Run[Any, Any]]:
    """A ``map`` that runs on the cluster whose scheduler is at `address` ("tcp://host:8786").

    Tasks of a worker that dies are done again by the others. What it is given must be picklable.

    Raises:
        InputError: Dask isn't installed, no scheduler answers, it has no worker, a worker has
            another version of the project, or a task is the end of every worker that tries it.
    """
    try:
        distributed = import_module("distributed")  # optional, and slow to import
    except ImportError:
        hint = "Install it on all machines: pip install distributed"
        raise _unusable("Dask is not installed", hint) from None
    try:
        client = distributed.Client(address, timeout=_WAIT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = f"Start one with `dask scheduler`, or correct the address. ({error})"
        raise _unusable(f"no scheduler answers at {address}", hint) from error
    try:
        _wait_for_workers(client, address)
        yield partial(_run, client)
    except OtherVersionError as error:
        hint = "Install the same version on all workers and restart them."
        raise _unusable(str(error), hint) from error
    except distributed.KilledWorker as error:
        hint = "Look for why in the workers' logs; most often memory runs out."
        raise _unusable(f"workers die again and again: {error}", hint) from error
    finally:
        client.close()


def _unusable(message: str, hint: str) -> InputError:
    return InputError("summarizer.yml", f"build.executor.dask: {message}", hint)


def _wait_for_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_WAIT_SECONDS)
    except TimeoutError as error:
        hint = f"Start some with `dask worker {address}`."
        raise _unusable(f"the scheduler at {address} has no workers", hint) from error


def _run(client: Any, function: Callable[[_A], _B], tasks: Sequence[_A]) -> Iterator[_B]:
    work = partial(_in_this_version, function, summary_version())
    coming = iter(tasks)

    def submit(task: _A) -> Any:
        # "pure" would take equal tasks for one; files may have changed since.
        return client.submit(work, task, pure=False)

    waiting = deque(submit(task) for task in islice(coming, AHEAD))
    while waiting:
        result: _B = waiting.popleft().result()
        waiting.extend(submit(task) for task in islice(coming, 1))
        yield result


def _in_this_version(function: Callable[[_A], _B], version: str, task: _A) -> _B:
    """What a worker does, which may have joined the cluster at any time."""
    if summary_version() != version:
        raise OtherVersionError("a worker has another version of the project or its packages")
    return function(task)
