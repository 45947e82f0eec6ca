"""The build: the order of the steps, what is up to date, and what runs side by side.

Nothing a reader sees changes before everything is there: pages and site are made in a staging
folder and take the place of the old ones at the end. Every input that cannot be used becomes a
`Problem` in the report; it never costs the other articles.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from summarizer import cache
from summarizer.configuration import Configuration
from summarizer.executors import mapping
from summarizer.extraction import summarise
from summarizer.files import holds, replace_folder, restore_folder, write_tree, write_whole
from summarizer.problem import InputError, Problem
from summarizer.publishing import build_site, render_pages
from summarizer.reading import Limits, find_seeds, read_article, same_slug
from summarizer.reading.files import read_bytes
from summarizer.report import BuildReport, LanguageReport, ProblemEntry
from summarizer.summary import Edition, Summary


class Progress(Protocol):
    """Where a build says how far it is."""

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        """Begin a step of `total` units; the result takes the number of units done."""


@dataclass(frozen=True)
class Project:
    """Where things are in a checkout."""

    root: Path
    seeds: Path = field(init=False)
    docs: Path = field(init=False)
    site: Path = field(init=False)
    translations: Path = field(init=False)
    glossary: Path = field(init=False)
    cache: Path = field(init=False)

    def __post_init__(self) -> None:
        for name in ("seeds", "docs", "site", "translations", "glossary"):
            object.__setattr__(self, name, self.root / name)
        object.__setattr__(self, "cache", self.root / ".cache")


class BuildRunningError(Exception):
    """Another build of this project is running."""


@dataclass(frozen=True)
class Found:
    """What the articles in ``seeds/`` say, and which of them could not be used."""

    summaries: tuple[Summary, ...]
    problems: tuple[Problem, ...]
    analysed: int
    """How many were not in the cache."""
    keys: frozenset[str]
    """The cache keys of the summaries."""


def build(project: Project, configuration: Configuration, progress: Progress) -> BuildReport:
    """Bring ``docs/``, ``site/`` and the catalogues up to date with ``seeds/``.

    Returns:
        What was done. `ok` is False where an input could not be used and `keep_going` is off:
        then nothing was published, and the last good site is as it was.

    Raises:
        BuildRunningError: another build of the project is under way.
        InputError: a configuration, catalogue or glossary that cannot be used.
        SiteError: MkDocs failed; the last good site is as it was.
    """
    with _only_one(project):
        for folder in (
            project.site,
            *(project.docs / each for each in configuration.site.languages),
        ):
            restore_folder(folder)
        found = summarise_seeds(project, configuration, progress)
        if found.problems and not configuration.build.keep_going:
            return _report(found, ok=False)
        editions, languages = _translate(project, configuration, found.summaries, progress)
        site, warnings = _publish(project, configuration, editions, progress)
        cache.prune(project.cache / "summaries", found.keys)
        return _report(found, published=True, site=site, languages=languages, warnings=warnings)


def _report(found: Found, **more: object) -> BuildReport:
    return BuildReport.model_validate(
        {
            "articles": len(found.summaries),
            "analysed": found.analysed,
            "problems": [ProblemEntry.of(problem) for problem in found.problems],
            **more,
        }
    )


@contextmanager
def _only_one(project: Project) -> Iterator[None]:
    """Hold the project's lock. The system gives it back when a process dies, so none is stale."""
    project.cache.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(project.cache / "build.lock", timeout=0):
            yield
    except Timeout:
        raise BuildRunningError(
            f"Another build of {project.root.name} is running. Wait until it has ended."
        ) from None


def summarise_seeds(project: Project, configuration: Configuration, progress: Progress) -> Found:
    """Summaries of all articles in ``seeds/``, those of unchanged files from the cache."""
    seeds = find_seeds(project.seeds)
    problems = [replace(each, path=_within(each.path, project.root)) for each in seeds.problems]
    folder = project.cache / "summaries"
    settings = configuration.limits.model_dump_json()
    done = progress.step("Reading articles", len(seeds.paths))
    keys: dict[Path, str] = {}
    summaries: dict[Path, Summary] = {}
    for number, path in enumerate(seeds.paths, 1):
        shown_as = _within(str(path), project.root)
        try:
            content = read_bytes(path, shown_as, configuration.limits)
        except InputError as error:
            problems.append(error.problem)
            continue
        keys[path] = cache.summary_key(content, shown_as, settings)
        known = cache.load(folder, keys[path])
        if known is not None:
            summaries[path] = known
        done(number)
    missing = [path for path in keys if path not in summaries]
    tasks = [(path, _within(str(path), project.root)) for path in missing]
    done = progress.step("Analysing articles", len(missing))
    with summaries_of(tasks, configuration) as results:
        for number, (path, result) in enumerate(zip(missing, results, strict=True), 1):
            if isinstance(result, Problem):
                problems.append(result)
            else:
                cache.store(folder, keys[path], result)
                summaries[path] = result
            done(number)
    ordered = [summaries[path] for path in seeds.paths if path in summaries]
    clashes = same_slug(ordered)
    clashing = {summary.path for summary, _ in clashes}
    problems += [problem for _, problem in clashes]
    return Found(
        summaries=tuple(s for s in ordered if s.path not in clashing),
        problems=tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message))),
        analysed=len(missing),
        keys=frozenset(keys.values()),
    )


def _within(path: str, root: Path) -> str:
    """`path` as the project's people name it: from its root on, with forward slashes."""
    return path.removeprefix(str(root)).lstrip(os.sep).replace(os.sep, "/")


@contextmanager
def summaries_of(
    files: Sequence[tuple[Path, str]], configuration: Configuration
) -> Iterator[Iterable[Summary | Problem]]:
    """For each file and the name it is shown by, its summary or why there is none, in order."""
    work = partial(_summarise, limits=configuration.limits)
    with mapping(len(files), configuration.build.executor) as run:
        yield run(work, files)


def _summarise(file: tuple[Path, str], *, limits: Limits) -> Summary | Problem:
    path, shown_as = file
    try:
        return summarise(read_article(path, shown_as=shown_as, limits=limits))
    except InputError as error:
        return error.problem
    except Exception as error:  # one article must never cost the others
        return Problem(
            shown_as,
            f"internal error: {type(error).__name__}: {error}",
            "This is a defect of the summarizer: please report it with the file.",
        )


def _translate(
    project: Project,
    configuration: Configuration,
    summaries: Sequence[Summary],
    progress: Progress,
) -> tuple[Mapping[str, Sequence[Edition]], list[LanguageReport]]:
    """The editions in every language of the site, and how far each is translated."""
    source = configuration.site.source_language
    editions: dict[str, Sequence[Edition]] = {
        source: [Edition(language=source, summary=summary) for summary in summaries]
    }
    raise NotImplementedError


def _publish(
    project: Project,
    configuration: Configuration,
    editions: Mapping[str, Sequence[Edition]],
    progress: Progress,
) -> tuple[str, tuple[str, ...]]:
    """Make ``docs/`` and ``site/`` hold `editions`: whether the site was built, and warnings."""
    settings = configuration.site
    progress.step("Writing pages")
    pages = render_pages(editions, settings)
    staging = project.cache / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    inputs = _site_inputs(project, configuration, pages)
    built = project.cache / "site.key"
    up_to_date = built.is_file() and built.read_text() == f"{inputs} {_listing(project.site)}"
    warnings: tuple[str, ...] = ()
    if not up_to_date:
        progress.step("Building the site")
        write_tree(staging / "docs", pages)
        warnings = build_site(project.root, staging / "docs", staging / "site", settings).warnings
    for language in settings.languages:
        prefix = f"{language}/"
        own = {n.removeprefix(prefix): c for n, c in pages.items() if n.startswith(prefix)}
        if not holds(project.docs / language, own):
            write_tree(staging / "swap" / language, own)
            replace_folder(project.docs / language, staging / "swap" / language)
    if not up_to_date:
        replace_folder(project.site, staging / "site")
        write_whole(built, f"{inputs} {_listing(project.site)}".encode())
    shutil.rmtree(staging, ignore_errors=True)
    return ("up to date" if up_to_date else "built"), warnings


def _site_inputs(project: Project, configuration: Configuration, pages: Mapping[str, bytes]) -> str:
    """A hash of everything that the site is made of."""
    digest = hashlib.sha256(cache.site_version().encode())
    digest.update(configuration.site.model_dump_json().encode())
    digest.update((project.root / "mkdocs.yml").read_bytes())
    for name, content in sorted(pages.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _listing(folder: Path) -> str:
    """A hash of the names and sizes of all files in `folder`, to notice that some are missing."""
    files = sorted(
        f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}"
        for path in folder.rglob("*")
        if path.is_file()
    )
    return hashlib.sha256("\n".join(files).encode()).hexdigest()
