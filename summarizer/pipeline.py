"""A build: whether there is anything to do, and what may be done at the same time.

A build that finds its inputs and its outputs as the last one left them is done: nothing is
analysed, translated or rendered, and of the rooms only their settings are imported. What a build
does otherwise is in `summarizer.rebuilding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from summarizer import freshness
from summarizer.configuration import Configuration
from summarizer.files import restore_folder
from summarizer.progress import Progress
from summarizer.report import BuildReport
from summarizer.translation.packages import argos_folders


class BuildRunningError(Exception):
    """Another build of this project is running."""


class SiteCheckError(Exception):
    """The site that was built is not what it was built from. `findings` say where."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        told = list(self.findings[:20])
        if len(findings) > len(told):
            told.append(f"… and {len(findings) - len(told)} more")
        super().__init__("\n  ".join(["The site failed its check:", *told, _AFTER_A_FAILED_CHECK]))


_AFTER_A_FAILED_CHECK = (
    "→ Undo what was changed last in mkdocs.yml, the theme or the glossary. If it was not that, "
    "this is a defect of the summarizer: please report it with these lines."
)


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


def build(project: Project, configuration: Configuration, progress: Progress) -> BuildReport:
    """Bring ``docs/``, ``site/`` and the catalogues up to date with ``seeds/``.

    Returns:
        What was done. `ok` is False where an input could not be used and `keep_going` is off:
        then nothing was published, and the last good site is as it was.

    Raises:
        BuildRunningError: another build of the project is under way.
        InputError: a configuration or glossary that cannot be used, or a catalogue where
            `keep_going` is off. With it the catalogue's article is shown untranslated.
        OSError: something cannot be written; the last good site is as it was.
        SiteError: MkDocs failed; the last good site is as it was.
        SiteCheckError: the site failed its check; the last good site is as it was.
    """
    with _only_one(project):
        made = (project.site, *(project.docs / each for each in configuration.site.languages))
        for folder in made:
            restore_folder(folder)
        settings = _settings(project, configuration)
        before = freshness.inputs(project.root, settings, _read(project))
        last = freshness.last(project.cache)
        if last and last.inputs == before and last.outputs == freshness.listing(made):
            return last.report.model_copy(
                update={"analysed": 0, "site": "up to date", "warnings": ()}
            )
        report, catalogues = _rebuild(project, configuration, progress)
        if catalogues is not None and _can_wait(report, configuration):
            # A file counts as it was when the build read it: one that somebody edited meanwhile
            # is another now, and the next build sees that.
            used = before | {
                path.relative_to(project.root).as_posix(): digest
                for path, digest in catalogues.items()
            }
            if freshness.inputs(project.root, settings, _read(project)) == used:
                freshness.remember(project.cache, used, freshness.listing(made), report)
        return report


def _rebuild(
    project: Project, configuration: Configuration, progress: Progress
) -> tuple[BuildReport, Mapping[Path, str] | None]:
    # This imports every room, which takes longer than to find out that nothing has changed.
    from summarizer.rebuilding import rebuild  # noqa: PLC0415

    return rebuild(project, configuration, progress)


def check(project: Project, configuration: Configuration, progress: Progress) -> list[str]:
    """What is wrong with the site that is there, for the articles that are there."""
    from summarizer.rebuilding import findings  # noqa: PLC0415  (as above)

    return findings(project, configuration, progress)


def _read(project: Project) -> tuple[Path, ...]:
    return (project.root / "mkdocs.yml", project.seeds, project.glossary, project.translations)


def _settings(project: Project, configuration: Configuration) -> str:
    """The settings and, where a model may translate, which are installed."""
    chosen = configuration.translation
    models: tuple[str, ...] = ()
    if chosen.model != "never":
        folders = (project.root / chosen.engine.model_folder, *argos_folders())
        models = tuple(freshness.listing([folder]) for folder in folders)
    return "\n".join((configuration.model_dump_json(), *models))


def _can_wait(report: BuildReport, configuration: Configuration) -> bool:
    """Whether another build with the same inputs would do nothing.

    Where a model is missing that a build may fetch, another build tries again.
    """
    wanting = any(each.pending and each.notes for each in report.languages)
    fetches = configuration.translation.model == "when-needed"
    return report.ok and report.published and not (wanting and fetches)


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
