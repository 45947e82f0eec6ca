"""From files to summaries: each article read and analysed once, side by side, and remembered."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from summarizer import cache
from summarizer.executors import ExecutorSettings, mapping
from summarizer.extraction import summarise
from summarizer.problem import InputError, Problem, within
from summarizer.progress import Progress
from summarizer.reading import Limits, find_seeds, read_article, same_slug
from summarizer.reading.files import read_bytes
from summarizer.summary import Summary

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Analysed:
    """An article whose summary is in the cache, under `key`."""

    id: str
    path: str
    key: str


@dataclass(frozen=True)
class Found:
    """What the articles in ``seeds/`` say, and which of them could not be used."""

    articles: tuple[Analysed, ...]
    problems: tuple[Problem, ...]
    analysed: int
    """How many were not in the cache."""
    keys: frozenset[str]
    """The cache keys of the summaries."""
    cache: Path

    def load(self, article: Analysed) -> Summary:
        """The summary of `article`: they are too many to be in memory all at once.

        Raises:
            InputError: somebody removed it from the cache after it was found there.
        """
        summary = cache.load(self.cache, article.key)
        if summary is None:
            raise InputError(
                article.path, "its summary went from the cache during the build", "Build again."
            )
        return summary

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """The summaries of all articles."""
        return tuple(map(self.load, self.articles))


def summarise_seeds(
    root: Path, folder: Path, limits: Limits, executor: ExecutorSettings, progress: Progress
) -> Found:
    """Summaries of all articles in ``seeds/`` below `root`, those of unchanged files from `folder`.

    Every file that cannot be used becomes a problem; none costs another.
    """
    seeds = find_seeds(root / "seeds")
    problems = [replace(each, path=within(each.path, root)) for each in seeds.problems]
    settings = limits.model_dump_json()
    done = progress.step("Reading articles", len(seeds.paths))
    keys: dict[Path, str] = {}
    ids: dict[Path, str] = {}
    for number, path in enumerate(seeds.paths, 1):
        shown_as = within(str(path), root)
        try:
            content = read_bytes(path, shown_as, limits)
        except InputError as error:
            problems.append(error.problem)
            continue
        keys[path] = cache.summary_key(content, shown_as, settings)
        known = cache.stored_id(folder, keys[path])
        if known is not None:
            ids[path] = known
        done(number)
    missing = [path for path in keys if path not in ids]
    _log.info("%d articles, of which %d are in the cache", len(keys), len(ids))
    tasks = [(path, within(str(path), root)) for path in missing]
    done = progress.step("Analysing articles", len(missing))
    with summaries_of(tasks, limits, executor) as results:
        for number, (path, result) in enumerate(zip(missing, results, strict=True), 1):
            if isinstance(result, Problem):
                problems.append(result)
            elif problem := _change(path, result.path, keys[path], limits):
                problems.append(problem)
            else:
                cache.store(folder, keys[path], result)
                ids[path] = result.id
            done(number)
    ordered = [
        Analysed(ids[path], within(str(path), root), keys[path])
        for path in seeds.paths
        if path in ids
    ]
    clashes = same_slug(ordered)
    clashing = {article.path for article, _ in clashes}
    problems += [problem for _, problem in clashes]
    articles = tuple(article for article in ordered if article.path not in clashing)
    new = {keys[path] for path in missing}
    return Found(
        articles=articles,
        problems=tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message))),
        analysed=sum(article.key in new for article in articles),
        keys=frozenset(keys.values()),
        cache=folder,
    )


def _change(path: Path, shown_as: str, key: str, limits: Limits) -> Problem | None:
    """What there is to say if the file no longer holds what `key` was made of.

    It was read for the key and once more to be analysed. Stored under the key of other content,
    its summary would come back with that content.
    """
    try:
        content = read_bytes(path, shown_as, limits)
    except InputError as error:
        return error.problem
    if cache.summary_key(content, shown_as, limits.model_dump_json()) == key:
        return None
    return Problem(
        shown_as,
        "changed while it was read",
        "Run the build again when nothing writes to the file any more.",
    )


@contextmanager
def summaries_of(
    files: Sequence[tuple[Path, str]], limits: Limits, executor: ExecutorSettings
) -> Iterator[Iterable[Summary | Problem]]:
    """For each file and the name it is shown by, its summary or why there is none, in order."""
    work = partial(_summarise, limits=limits)
    with mapping(len(files), executor) as run:
        yield run(work, files)


def _summarise(file: tuple[Path, str], *, limits: Limits) -> Summary | Problem:
    path, shown_as = file
    began = time.monotonic()
    try:
        summary = summarise(read_article(path, shown_as=shown_as, limits=limits))
    except InputError as error:
        return error.problem
    except Exception as error:  # one article must never cost the others
        return Problem(
            shown_as,
            f"internal error: {type(error).__name__}: {str(error).partition(chr(10))[0]}",
            "This is a defect of the summarizer: please report it with the file.",
        )
    _log.info(
        "%s: %d sentences, %d key facts, %d figures, %d sources in %.2f s",
        shown_as,
        len(summary.sentences),
        len(summary.key_facts),
        len(summary.figures),
        len(summary.sources),
        time.monotonic() - began,
    )
    return summary
