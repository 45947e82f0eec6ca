"""``summarizer fidelity``: the fidelity check on pairs of sentences from a file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from summarizer.cli.terminal import fail, json_line
from summarizer.problem import InputError
from summarizer.translation.fidelity import check
from summarizer.translation.glossary import load


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--target", default="en", show_default=True, help="Language of the translations.")
@click.option(
    "--glossary",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("glossary"),
    show_default=True,
    help="Folder of the glossaries.",
)
def fidelity(file: Path, *, target: str, folder: Path) -> None:
    """Check the translations in FILE, a German sentence and its translation a line.

    A tab stands between the two. Prints a JSON object a line:
    {"ok": …, "findings": [{"kind": …, "detail": …}]}.
    """
    try:
        glossary = load(folder, "de", target)
        lines = file.read_text(encoding="utf-8-sig").split("\n")
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            german, tab, translation = line.rstrip("\r").partition("\t")
            if not tab:
                raise InputError(  # noqa: TRY301 (one place reports them all)
                    str(file), "no tab", "Put a tab between German and translation.", number
                )
            findings = [asdict(f) for f in check(german, translation.split("\t")[0], glossary)]
            result = {"ok": not findings, "findings": findings}
            click.echo(json_line(result))
    except UnicodeDecodeError as error:
        bad = error.object.count(b"\n", 0, error.start) + 1
        fail(InputError(str(file), "not in UTF-8", "Save it as UTF-8.", bad))
    except InputError as error:
        fail(error)
