"""``summarizer model``: the translation models on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.progress import Progress as Bars

from summarizer import configuration
from summarizer.cli.terminal import say
from summarizer.configuration import Configuration
from summarizer.problem import InputError
from summarizer.translation.download import Report
from summarizer.translation.engine import EngineSettings
from summarizer.translation.installation import index_address, install
from summarizer.translation.packages import (
    Package,
    changes,
    find_route,
    installed_packages,
)

# Exit statuses, as the help of each command lists them.
MISSING, UNUSABLE = 1, 3

_STEPS = {
    "index": "Asking the index",
    "download": "Downloading",
    "retry": "Trying again",
    "unpack": "Unpacking",
    "check": "Loading it to see that it works",
}

_project = click.option(
    "--project",
    "root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with summarizer.yml. Default: this one.",
)


@click.group()
def model() -> None:
    """Install and look after the models that translate.

    Translations come from people first: a reviewed entry in translations/ always wins. For what
    nobody has translated, Argos Translate's German→English model fills in on this machine, and
    what it wrote is marked until somebody has checked it. The model is about 100 MB, is fetched
    once, and works without internet from then on.

    \b
    With internet:        summarizer model install
    Without:              summarizer model install --from translate-de_en-1_0.argosmodel
    What is installed:    summarizer model status
    What CI should cache: summarizer model path
    """


@model.command("install")
@click.option(
    "--from",
    "origin",
    metavar="FILE|URL",
    help="An .argosmodel brought along, or its address, instead of asking the index.",
)
@click.option(
    "--pair",
    metavar="FROM-TO",
    help="The package's languages, such as en-fr. Default: from the source language into each "
    "language of the site.",
)
@click.option("--sha256", metavar="HEX", help="Refuse a package that has another checksum.")
@_project
def install_command(
    *, origin: str | None, pair: str | None, sha256: str | None, root: Path
) -> None:
    """Install what the site's languages need.

    The package comes from Argos' index (or from the one that translation.engine.index in
    summarizer.yml or ARGOS_PACKAGE_INDEX names), from a file, or from an address. Languages
    that no package joins directly go through a third: de→en→fr. A download that breaks off
    goes on where it stopped; an installation that fails leaves what was there before.

    \b
    Exit status:
      0  everything needed is installed
      1  something is not, and the message says why and what to do
      2  the command line is wrong
      3  summarizer.yml cannot be used
    """
    settings, engine = _settings(root)
    pairs = _pairs(settings, pair)
    if len(pairs) != 1 and (origin or sha256):
        raise click.UsageError(
            "with --from or --sha256 say which languages are meant, for instance: --pair de-en"
        )
    if sha256:
        code = "translate-{}_{}".format(*pairs[0])
        engine = engine.model_copy(update={"checksums": engine.checksums | {code: sha256}})
    for source, target in pairs:
        try:
            with _showing(f"{source}→{target}") as report:
                done = install(source, target, engine, origin=origin, report=report)
        except InputError as error:
            say(str(error), err=True)
            raise SystemExit(MISSING) from error
        for note in done.notes:
            say(note)
        for package in done.packages:
            checksum = package.record.sha256 if package.record else ""
            say(f"{package.name} is in {package.folder}\n  SHA-256 {checksum}")


@model.command("status")
@_project
def status(*, root: Path) -> None:
    """Say what translates what, and whether a model was changed since it was installed.

    Reads every file of every model; a build only looks at their dates.

    \b
    Exit status:
      0  there is an unchanged model for every language of the site
      1  one is missing or was changed
      3  summarizer.yml cannot be used
    """
    settings, engine = _settings(root)
    packages, problems = installed_packages(engine)
    good = True
    for source, target in _pairs(settings, None):
        route = find_route(source, target, packages)
        if route:
            say(f"{source}→{target}: " + ", then ".join(p.name for p in route))
        else:
            good = False
            say(
                f"{source}→{target}: no model. Get it with `summarizer model install`; it would "
                f"come from {index_address(engine)}"
            )
        for package in route:
            changed = changes(package)
            good = good and not changed
            for line in _describe(package, changed):
                say(f"  {line}")
    for problem in problems:
        say(str(problem), err=True)
    if not good:
        raise SystemExit(MISSING)


@model.command("path")
@_project
def path(*, root: Path) -> None:
    """Print the folder that models are installed into, for CI to cache.

    \b
    Exit status:
      0  printed, whether the folder is there yet or not
      3  summarizer.yml cannot be used
    """
    say(_settings(root)[1].model_folder)


def _settings(root: Path) -> tuple[Configuration, EngineSettings]:
    try:
        settings = configuration.load(root)
    except InputError as error:
        say(str(error), err=True)
        raise SystemExit(UNUSABLE) from error
    engine = settings.translation.engine
    folder = root.absolute() / engine.model_folder
    return settings, engine.model_copy(update={"model_folder": folder})


def _pairs(settings: Configuration, pair: str | None) -> list[tuple[str, str]]:
    if pair is None:
        return [(settings.site.source_language, target) for target in settings.targets]
    source, separator, target = pair.partition("-")
    if not (source and separator and target):
        raise click.BadParameter("two languages with a hyphen, such as de-en", param_hint="--pair")
    return [(source, target)]


def _describe(package: Package, changed: tuple[str, ...]) -> Iterator[str]:
    yield f"in {package.folder}"
    if package.record is None:
        yield "installed by Argos Translate itself; there is no record to compare it with"
        return
    yield f"installed {package.record.installed:%Y-%m-%d} from {package.record.origin}"
    yield f"SHA-256 {package.record.sha256}"
    if changed:
        yield f"CHANGED since: {'; '.join(changed)}. Install it again."
    else:
        yield "unchanged since"


@contextmanager
def _showing(title: str) -> Iterator[Report]:
    """Progress of an installation: a bar on a terminal, a line for each tenth in a log."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(title)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        task = bars.add_task(title, total=None)
        shown = ""

        def report(what: str, done: int, of: int | None) -> None:
            nonlocal shown
            if what != shown:
                shown = what
                bars.reset(task, description=f"{title}: {_STEPS[what]}", total=of)
            if what != "retry":
                bars.update(task, completed=done, total=of)

        yield report


def _lines(title: str) -> Callable[[str, int, int | None], None]:
    shown, tenth, last = "", -1, time.monotonic()

    def report(what: str, done: int, of: int | None) -> None:
        nonlocal shown, tenth, last
        if what != shown or what == "retry":
            shown, tenth = what, 0
            number = f" ({done} of {of - 1})" if what == "retry" and of else ""
            say(f"{title}: {_STEPS[what]}{number}", err=True)
        elif what == "download" and (of and done * 10 // of > tenth):
            tenth, last = done * 10 // of, time.monotonic()
            say(f"{title}: {done / 1e6:.1f} of {of / 1e6:.1f} MB", err=True)
        elif what == "download" and not of and time.monotonic() - last > 10:
            last = time.monotonic()
            say(f"{title}: {done / 1e6:.1f} MB", err=True)

    return report
