"""Wherever articles are analysed, the results are the same and in order."""

from __future__ import annotations

import os

import pytest

from summarizer.executors import FEW, ExecutorSettings, mapping

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
