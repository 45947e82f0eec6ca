"""What a pool of processes gains over one process, with the executor that a build uses."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.articles import write_corpus
from bench.result import Result
from summarizer.executors import ExecutorSettings
from summarizer.reading import Limits
from summarizer.summaries import summaries_of


def measure(articles: int, processes: int = 2) -> list[Result]:
    """Throughput of `processes` processes to that of one, their starting included."""
    with TemporaryDirectory() as folder:
        paths = write_corpus(Path(folder), articles)
        # The pool first: what the one process has learned must not help it.
        pooled = _seconds(paths, processes)
        alone = _seconds(paths, 1)
    return [
        Result(
            f"throughput of {processes} processes to that of one, {articles} articles",
            alone / pooled,
            "times",
            at_least=1.8,
            note=f"{articles / pooled:.1f} articles a second against {articles / alone:.1f}",
        )
    ]


def _seconds(paths: list[Path], processes: int) -> float:
    begin = time.perf_counter()
    files = [(path, path.name) for path in paths]
    with summaries_of(files, Limits(), ExecutorSettings(processes=processes)) as results:
        for _ in results:
            pass
    return time.perf_counter() - begin
