"""``summarizer build``: from seeds to site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from summarizer import configuration
from summarizer.cli.progress import showing_progress
from summarizer.configuration import Configuration
from summarizer.files import write_whole
from summarizer.pipeline import BuildRunningError, Project, SiteCheckError, build
from summarizer.problem import InputError
from summarizer.publishing import SiteError
from summarizer.report import BuildReport

REPORT = "build-report.json"

# Exit statuses, as the help of the command lists them.
REFUSED, UNUSABLE, SITE_FAILED, RUNNING, CHECK_FAILED = 1, 3, 4, 5, 6


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
    "--project",
    "root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with seeds/ and mkdocs.yml. Default: this one.",
)
def build_command(
    *, keep_going: bool, offline: bool, site_url: str | None, quiet: bool, root: Path
) -> None:
    """Read every article in seeds/ and bring docs/ and site/ up to date.

    A build with nothing changed does no language work. Whatever goes wrong, docs/ and site/ stay
    as the last good build left them, and no reviewed translation is touched. The report goes to
    the terminal and, for machines, to build-report.json.

    \b
    Exit status:
      0  the site is up to date with seeds/ (with --keep-going: but for what the report lists)
      1  an article cannot be used: nothing was published, the report says which and why
      2  the command line is wrong
      3  summarizer.yml, a catalogue or a glossary cannot be used
      4  MkDocs could not build the pages
      5  another build of this project is running
      6  the site that was built failed its check
    """
    chosen: dict[str, dict[str, Any]] = {"site": {}, "build": {}, "translation": {}}
    if site_url:
        chosen["site"]["url"] = site_url
    if keep_going:
        chosen["build"]["keep_going"] = True
    if offline:
        chosen["translation"]["model"] = "installed"
    report = run_build(root, chosen, quiet=quiet)
    if not report.ok:
        raise SystemExit(REFUSED)


def run_build(root: Path, chosen: dict[str, dict[str, Any]], *, quiet: bool) -> BuildReport:
    """Build the project in `root` with the options in `chosen` over those of its configuration.

    Raises:
        SystemExit: with the status that the command's help gives, after a message.
    """
    try:
        settings = _override(configuration.load(root), chosen)
        with showing_progress(quiet=quiet) as progress:
            report = build(Project(root.absolute()), settings, progress)
    except InputError as error:
        raise _failed(str(error), UNUSABLE) from error
    except SiteError as error:
        raise _failed(f"{error}\nThe last good site is as it was.", SITE_FAILED) from error
    except SiteCheckError as error:
        raise _failed(f"{error}\nThe last good site is as it was.", CHECK_FAILED) from error
    except BuildRunningError as error:
        raise _failed(str(error), RUNNING) from error
    write_whole(root / REPORT, report.model_dump_json(indent=2).encode() + b"\n")
    for line in report.lines():
        if not quiet or not report.ok:
            click.echo(line, err=not report.ok)
    return report


def _override(settings: Configuration, chosen: dict[str, dict[str, Any]]) -> Configuration:
    data = settings.model_dump()
    for section, values in chosen.items():
        data[section] |= values
    try:
        return Configuration.model_validate(data)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _failed(message: str, status: int) -> SystemExit:
    click.echo(message, err=True)
    return SystemExit(status)
