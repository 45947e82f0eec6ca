"""A Dask cluster gives what one process gives, byte for byte, whatever happens to its workers.

A scheduler and two workers run as processes of their own. Without `distributed` the tests are
skipped, and say so; with REQUIRE_DASK=1 in the environment that is a failure.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.articles import write_corpus
from summarizer import cluster
from summarizer.executors import FEW, ExecutorSettings, mapping
from summarizer.problem import InputError, Problem
from summarizer.reading import Limits
from summarizer.summaries import summaries_of
from summarizer.summary import Summary

REPOSITORY = Path(__file__).parents[1]
ARTICLES = 16


@pytest.fixture(scope="module", autouse=True)
def _distributed() -> None:
    try:
        import distributed  # noqa: F401
    except ImportError:
        message = "NO CLUSTER TEST WAS RUN: install requirements/development.txt"
        if os.environ.get("REQUIRE_DASK") == "1":
            pytest.fail(message)
        pytest.skip(message)


class Cluster:
    """A scheduler and workers on this machine, each a process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.workers: list[subprocess.Popen[str]] = []
        self._scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        self.address = self._said(self._scheduler, r"Scheduler at:\s+(tcp://\S+)")

    def add_worker(self) -> None:
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        worker = self._start("worker", self.address, *options)
        self._said(worker, "Registered to:")
        self.workers.append(worker)

    def complete(self) -> None:
        """Have two living workers."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < 2:
            self.add_worker()

    def stop(self) -> None:
        for process in [*self.workers, self._scheduler]:
            process.kill()
            process.wait()

    def _start(self, command: str, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + command, *options],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "DASK_TEMPORARY_DIRECTORY": str(self._folder)},
        )

    @staticmethod
    def _said(process: subprocess.Popen[str], pattern: str) -> str:
        """Wait until `process` prints what `pattern` describes."""
        assert process.stdout is not None
        output = ""
        for line in process.stdout:
            output += line
            found = re.search(pattern, line)
            if found:
                return found[found.lastindex or 0]
        pytest.fail(f"a process of the cluster ended early:\n{output}")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("dask"))
    yield started
    started.stop()


@pytest.fixture
def dask(running: Cluster) -> Cluster:
    """A cluster with two workers."""
    running.complete()
    return running


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, str]]:
    paths = write_corpus(tmp_path_factory.mktemp("seeds"), ARTICLES, words=100)
    paths[5].write_bytes(b"\xff\xfe\x00")  # one that cannot be read
    return [(path, f"seeds/{path.name}") for path in paths]


def found_by(
    articles: list[tuple[Path, str]], settings: ExecutorSettings, killed: Cluster | None = None
) -> list[str]:
    """The results as JSON; `killed` loses its first worker when some of them are there."""
    results: list[str] = []
    with summaries_of(articles, Limits(), settings) as coming:
        for number, result in enumerate(coming):
            assert isinstance(result, Summary | Problem)
            results.append(
                result.model_dump_json() if isinstance(result, Summary) else repr(result)
            )
            if killed is not None and number == 3:
                killed.workers[0].send_signal(signal.SIGKILL)
                killed.workers[0].wait()
    return results


def test_a_scheduler_without_workers_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_WAIT_SECONDS", 2)
    lonely = Cluster(tmp_path)
    try:
        with (
            pytest.raises(InputError, match="has no workers"),
            mapping(20, ExecutorSettings(dask=lonely.address)),
        ):
            pytest.fail("it found one")
    finally:
        lonely.stop()


def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(
    dask: Cluster, articles: list[tuple[Path, str]]
) -> None:
    alone = found_by(articles, ExecutorSettings(processes=1))
    assert sum("Problem(" in each for each in alone) == 1
    assert found_by(articles, ExecutorSettings(dask=dask.address), killed=dask) == alone
    assert dask.workers[0].returncode == -signal.SIGKILL
    assert dask.workers[1].poll() is None


def test_tasks_are_done_by_the_workers(dask: Cluster) -> None:
    with mapping(FEW + 1, ExecutorSettings(dask=dask.address)) as run:
        processes = set(run(eval, ["__import__('os').getpid()"] * 30))
    assert processes <= {worker.pid for worker in dask.workers}
    assert processes


def test_more_tasks_than_are_handed_out_at_once_come_in_order(
    dask: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "AHEAD", 3)
    with mapping(20, ExecutorSettings(dask=dask.address)) as run:
        assert list(run(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_a_worker_with_another_version_is_refused(
    dask: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "summary_version", lambda: "another")
    with (
        pytest.raises(InputError, match="another version"),
        mapping(20, ExecutorSettings(dask=dask.address)) as run,
    ):
        list(run(abs, range(20)))


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_WAIT_SECONDS", 1)
    begin = time.monotonic()
    with (
        pytest.raises(InputError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"),
        mapping(20, ExecutorSettings(dask="tcp://127.0.0.1:9")),
    ):
        pytest.fail("it connected")
    assert time.monotonic() - begin < 20


@pytest.mark.parametrize("address", ["host:8786", "http://host:8786", "tcp://", "tcp:// host"])
def test_an_address_of_no_scheduler_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="dask"):
        ExecutorSettings(dask=address)
