"""``summarizer translations``: how far the catalogues are reviewed; XLIFF out and in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click

from summarizer.cli.terminal import fail, say
from summarizer.configuration import load as load_configuration
from summarizer.files import write_whole
from summarizer.problem import InputError
from summarizer.summary import TranslationState
from summarizer.translation import catalogue as catalogues
from summarizer.translation import xliff
from summarizer.translation.catalogue import Catalogue, Entry
from summarizer.translation.fidelity import check, describe
from summarizer.translation.glossary import Glossary
from summarizer.translation.glossary import load as load_glossary
from summarizer.translation.translate import read_all

_COLUMNS = ("reviewed", "glossary", "machine", "pending", "refused", "obsolete")
_language = click.option(
    "--language", "languages", multiple=True, help="Only this language (may be given again)."
)


@click.group()
def translations() -> None:
    """See how far translations are reviewed, and exchange them with other tools.

    A translation is reviewed in its catalogue, translations/<language>/<article>.po, with Poedit,
    Weblate or a text editor: correct the text and remove the "fuzzy" flag.
    """


@translations.command()
@_language
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a catalogue instead.")
@click.option("--check", "checked", is_flag=True, help="Run the fidelity check on reviewed ones.")
def status(languages: tuple[str, ...], *, as_json: bool, checked: bool) -> None:
    """Count the entries of each catalogue by their state."""
    root = Path.cwd()
    found = [
        (language, article, catalogue)
        for language in _targets(root, languages)
        for article, catalogue in _read(root / "translations" / language).items()
    ]
    width = max((len(article) for _, article, _ in found), default=7)
    if not as_json and found:
        say(f"{'':{width + 3}} " + " ".join(f"{name:>8}" for name in _COLUMNS))
    for language, article, catalogue in found:
        counts = Counter(str(entry.state or "obsolete") for entry in catalogue.entries)
        gone = _is_gone(root, catalogue)
        if as_json:
            line = {"language": language, "article": article, "article_gone": gone}
            click.echo(json.dumps({**line, **{name: counts[name] for name in _COLUMNS}}))
        else:
            numbers = " ".join(f"{counts[name]:>8}" for name in _COLUMNS)
            say(f"{language} {article:{width}} {numbers}" + ("  article gone" if gone else ""))
        if checked and not as_json:
            glossary = _glossary(root, language)
            for entry, findings in _doubtful(catalogue, glossary):
                say(f"   {entry.key.german}\n   → {entry.text}\n     {findings}")
    if not found and not as_json:
        say("There are no catalogues yet: they are made by `summarizer build`.")


def _targets(root: Path, languages: tuple[str, ...]) -> tuple[str, ...]:
    if languages:
        return languages
    try:
        return load_configuration(root).targets
    except InputError as error:
        fail(error)


def _read(folder: Path) -> dict[str, Catalogue]:
    try:
        return read_all(folder)
    except InputError as error:
        fail(error)


def _glossary(root: Path, language: str) -> Glossary:
    try:
        return load_glossary(root / "glossary", "de", language)
    except InputError as error:
        fail(error)


def _is_gone(root: Path, catalogue: Catalogue) -> bool:
    """Whether none of the files that a catalogue refers to is there any more."""
    names = {name for entry in catalogue.entries for name, _ in entry.reference}
    return bool(names) and not any(_exists(root / unquote(name)) for name in names)


def _exists(path: Path) -> bool:
    """Whether there is such a file; a catalogue may hold any text as its name."""
    try:
        return path.exists()
    except OSError:
        return False


def _doubtful(catalogue: Catalogue, glossary: Glossary) -> Iterator[tuple[Entry, str]]:
    for entry in catalogue.entries:
        if entry.state is TranslationState.REVIEWED:
            findings = describe(check(entry.key.german, entry.text, glossary))
            if findings:
                yield entry, findings


@translations.command()
@click.argument("articles", nargs=-1)
@_language
@click.option("--all", "everything", is_flag=True, help="Also what is reviewed already.")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("xliff"),
    show_default=True,
    help="Folder for the files.",
)
def export(
    articles: tuple[str, ...], languages: tuple[str, ...], *, everything: bool, folder: Path
) -> None:
    """Write the catalogues of ARTICLES (all, if none is named) as XLIFF 1.2.

    Only what no person has reviewed is written, unless --all is given.
    """
    root = Path.cwd()
    for language in _targets(root, languages):
        known = _read(root / "translations" / language)
        missing = [article for article in articles if article not in known]
        if missing:
            fail(
                f"no catalogue for {missing[0]!r} in {language!r}; "
                "`summarizer translations status` lists them"
            )
        for article in articles or known:
            catalogue = known[article]
            if not everything:
                settled = (TranslationState.REVIEWED, TranslationState.GLOSSARY, None)
                todo = tuple(e for e in catalogue.entries if e.state not in settled)
                catalogue = Catalogue(todo)
            if not catalogue.entries:
                continue
            path = folder / f"{article}.{language}.xlf"
            write_whole(path, xliff.export(catalogue, article, "de", language))
            say(f"{path}: {len(catalogue.entries)} units")


@translations.command(name="import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--overwrite", is_flag=True, help="Replace reviewed translations, too.")
def import_(files: tuple[Path, ...], *, overwrite: bool) -> None:
    """Take the translations in XLIFF FILES over into the catalogues."""
    root = Path.cwd()
    conflicts = False
    try:
        for path in files:
            for returned in xliff.read(path):
                conflicts |= _take_over(root, path, returned, overwrite=overwrite)
    except InputError as error:
        fail(error)
    if conflicts:
        fail(
            "reviewed translations with other words were left as they are; "
            "--overwrite replaces them"
        )


def _take_over(root: Path, path: Path, returned: xliff.Returned, *, overwrite: bool) -> bool:
    """Apply one file's translations, say what was done, and whether there were conflicts."""
    try:
        place = catalogues.path_of(root / "translations", returned.target, returned.article)
    except ValueError as error:
        raise InputError(str(path), str(error), "Export it again.") from error
    if not place.is_file():
        raise InputError(
            str(path), f"is for {returned.article!r}, which has no catalogue", "Build first."
        )
    outcome: list[xliff.Imported] = []

    def change(old: Catalogue | None) -> Catalogue:
        outcome.append(xliff.apply(old or Catalogue(), returned.units, overwrite=overwrite))
        return outcome[-1].catalogue

    catalogues.update(place, change)
    done = outcome[-1]
    say(
        f"{path} → {place.relative_to(root)}: {done.changed} changed, {done.same} the same, "
        f"{len(done.conflicts)} in conflict, {len(done.unknown)} no longer in the article"
    )
    for german in done.conflicts:
        say(f"  in conflict: {german}")
    return bool(done.conflicts)
