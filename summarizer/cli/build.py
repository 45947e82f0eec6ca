"""``summarizer build``: from seeds to site."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from summarizer import configuration
from summarizer.cli.logs import QUIET, show_logs
from summarizer.cli.progress import showing_progress
from summarizer.cli.terminal import say
from summarizer.configuration import Configuration
from summarizer.files import write_whole
from summarizer.pipeline import BuildRunningError, Project, SiteCheckError, build
from summarizer.problem import InputError, within
from summarizer.publishing import SiteError
from summarizer.report import BuildReport, ProblemEntry

REPORT = "build-report.json"

# Exit statuses, as the help of the command lists them.
REFUSED, UNUSABLE, SITE_FAILED, RUNNING, CHECK_FAILED, NOT_WRITTEN = 1, 3, 4, 5, 6, 7
INTERRUPTED = 130


@click.command("build")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Publish the other articles where one cannot be used, and exit with 0.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Never fetch a translation model, even if a segment needs one.",
)
@click.option("--site-url", metavar="URL", help="Where the site will be published.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but problems.")
@click.option(
    "-v", "--verbose", count=True, help="Log what is done and how long it takes; -vv: every detail."
)
@click.option(
    "--project",
    "root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with seeds/ and mkdocs.yml. Default: this one.",
)
def build_command(
    *,
    keep_going: bool,
    offline: bool,
    site_url: str | None,
    quiet: bool,
    verbose: int,
    root: Path,
) -> None:
    """Read every article in seeds/ and bring docs/ and site/ up to date.

    A build with nothing changed does no language work. Whatever goes wrong, docs/ and site/ stay
    as the last good build left them, and no reviewed translation is touched. Two files that would
    have the same page are both left out: give one of them a slug of its own in its front matter.
    The report goes to the terminal and, for machines, to build-report.json.

    \b
    Exit status:
      0  the site is up to date with seeds/ (with --keep-going: but for what the report lists)
      1  an article cannot be used: nothing was published, the report says which and why
      2  the command line is wrong
      3  summarizer.yml, a glossary or (without --keep-going) a catalogue cannot be used
      4  MkDocs could not build the pages
      5  another build of this project is running
      6  the site that was built failed its check
      7  a file cannot be written, or one that belongs to the project cannot be read
      130  interrupted (Ctrl-C)
    """
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other.")
    show_logs(QUIET if quiet else verbose)
    chosen: dict[str, dict[str, Any]] = {"site": {}, "build": {}, "translation": {}}
    if site_url:
        chosen["site"]["url"] = site_url
    if keep_going:
        chosen["build"]["keep_going"] = True
    if offline:
        chosen["translation"]["model"] = "installed"
    try:
        report = run_build(root, chosen, quiet=quiet)
    except KeyboardInterrupt:
        raise _failed(
            "Interrupted. docs/ and site/ are whole, of this build or of the last good one.",
            INTERRUPTED,
        ) from None
    if not report.ok:
        raise SystemExit(REFUSED)


def run_build(root: Path, chosen: dict[str, dict[str, Any]], *, quiet: bool) -> BuildReport:
    """Build the project in `root` with the options in `chosen` over those of its configuration.

    Raises:
        SystemExit: with the status that the command's help gives, after a message.
    """
    try:
        report = _built(root, chosen, quiet=quiet)
        _write(root, report)
    except BuildRunningError as error:
        # Its report is the other build's to write.
        raise _failed(str(error), RUNNING) from error
    except OSError as error:
        raise _failed(f"{_of_system(error, root)}\n{_AS_IT_WAS}", NOT_WRITTEN) from error
    for line in report.lines():
        if not quiet or not report.ok:
            say(line, err=not report.ok)
    return report


_AS_IT_WAS = "The last good site is as it was."


def _built(root: Path, chosen: dict[str, dict[str, Any]], *, quiet: bool) -> BuildReport:
    """The report of a build that came to its end; others leave theirs and the program."""
    try:
        settings = _override(configuration.load(root), chosen)
        with showing_progress(quiet=quiet) as progress:
            return build(Project(root.absolute()), settings, progress)
    except InputError as error:
        problem = replace(error.problem, path=within(error.problem.path, root.absolute()))
        _write(root, BuildReport(ok=False, problems=(ProblemEntry.of(problem),)))
        raise _failed(str(problem), UNUSABLE) from error
    except (SiteError, SiteCheckError) as error:
        _write(root, BuildReport(ok=False, failure=str(error)))
        status = SITE_FAILED if isinstance(error, SiteError) else CHECK_FAILED
        raise _failed(f"{error}\n{_AS_IT_WAS}", status) from error
    except OSError as error:
        with suppress(OSError):
            _write(root, BuildReport(ok=False, failure=_of_system(error, root)))
        raise


def _write(root: Path, report: BuildReport) -> None:
    write_whole(root / REPORT, report.model_dump_json(indent=2).encode() + b"\n")


def _of_system(error: OSError, root: Path) -> str:
    """What the system says of a file, and what would help."""
    name = within(str(error.filename), root.absolute()) if error.filename else "a file"
    hint = _HINTS.get(error.errno or 0, "Look what keeps it, and build again.")
    # `shutil` gives several errors at once, without a number.
    return f"{name}: {error.strerror or error}\n  → {hint}"


_HINTS = {
    errno.ENOSPC: "The disk is full: free some space and build again.",
    errno.EDQUOT: "Your share of the disk is used up: free some space and build again.",
    errno.EACCES: "Give the user that runs the build the right to it.",
    errno.EPERM: "Give the user that runs the build the right to it.",
    errno.EROFS: "The disk cannot be written to: build where it can.",
    errno.ENOENT: "Restore it from version control, and build again.",
}


def _override(settings: Configuration, chosen: dict[str, dict[str, Any]]) -> Configuration:
    data = settings.model_dump()
    for section, values in chosen.items():
        data[section] |= values
    try:
        return Configuration.model_validate(data)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _failed(message: str, status: int) -> SystemExit:
    say(message, err=True)
    return SystemExit(status)
