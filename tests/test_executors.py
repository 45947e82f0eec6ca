"""Wherever articles are analysed, the results are the same and in order."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from summarizer.executors import FEW, ExecutorSettings, mapping, without_interruption
from summarizer.problem import InputError

# Functions that other processes find too: they cannot import this file.
WHICH_PROCESS = "__import__('os').getpid()"


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("tasks", [0, 1, FEW, FEW + 1, 30])
def test_results_come_in_the_order_of_the_tasks(tasks: int, processes: int) -> None:
    with mapping(tasks, ExecutorSettings(processes=processes)) as run:
        assert list(run(abs, range(-tasks, 0))) == list(range(tasks, 0, -1))


def test_few_tasks_start_no_other_process() -> None:
    with mapping(FEW, ExecutorSettings(processes=2)) as run:
        assert set(run(eval, [WHICH_PROCESS] * FEW)) == {os.getpid()}


def test_many_tasks_are_done_in_other_processes() -> None:
    with mapping(30, ExecutorSettings(processes=2)) as run:
        assert os.getpid() not in set(run(eval, [WHICH_PROCESS] * 30))


# A task that ends its process as a system out of memory does, once: it leaves a mark first.
DIE_ONCE = """
__import__('pathlib').Path({mark!r}).exists() or (
    __import__('pathlib').Path({mark!r}).touch(),
    __import__('os').kill(__import__('os').getpid(), 9),
)
"""
DIE = "__import__('os').kill(__import__('os').getpid(), 9)"


def test_a_process_that_dies_costs_nothing(tmp_path: Path) -> None:
    tasks = [str(n) for n in range(30)]
    tasks[17] = DIE_ONCE.format(mark=str(tmp_path / "mark")).strip()
    with mapping(30, ExecutorSettings(processes=2)) as run:
        results = list(run(eval, tasks))
    assert results[:17] + results[18:] == [n for n in range(30) if n != 17]
    assert results[17] is True


def test_a_process_that_is_killed_from_outside_costs_nothing() -> None:
    tasks = [WHICH_PROCESS] + [f"__import__('time').sleep(0.05) or {n}" for n in range(1, 30)]
    with mapping(30, ExecutorSettings(processes=2)) as run:
        results = iter(run(eval, tasks))
        os.kill(next(results), signal.SIGKILL)
        assert list(results) == list(range(1, 30))


def test_processes_that_die_again_and_again_are_said_to() -> None:
    tasks = [str(n) for n in range(30)]
    tasks[17] = DIE
    began = time.monotonic()
    with (
        pytest.raises(
            InputError, match=r"processes that analyse articles die: \d+ of 30"
        ) as caught,
        mapping(30, ExecutorSettings(processes=2)) as run,
    ):
        list(run(eval, tasks))
    assert "what is done is kept" in caught.value.problem.hint
    assert time.monotonic() - began < 60


def test_an_interruption_waits_until_processes_are_started_whatever_thread_gets_it() -> None:
    ready, over = threading.Event(), threading.Event()

    def other_thread() -> None:
        ready.set()
        over.wait()

    threading.Thread(target=other_thread, daemon=True).start()
    ready.wait()
    finished: list[str] = []

    def start() -> None:
        with without_interruption():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
            finished.append("all are started")

    # Tests that run in a shell's background ignore the signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            start()
    finally:
        signal.signal(signal.SIGINT, before)
        over.set()
    assert finished
