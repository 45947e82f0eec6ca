"""``summarizer extract``: what is found in articles, as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.configuration import Configuration
from summarizer.pipeline import summaries_of
from summarizer.problem import Problem


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def extract(files: tuple[Path, ...]) -> None:
    """Print the summary of each of FILES as one JSON object a line, in the order given.

    A file that cannot be used is named on standard error, the others are printed all the same.

    \b
    Exit status:
      0  all files were read
      1  at least one could not be used
    """
    failed = False
    with summaries_of([(path, str(path)) for path in files], Configuration()) as results:
        for result in results:
            if isinstance(result, Problem):
                failed = True
                click.echo(str(result), err=True)
            else:
                click.echo(result.model_dump_json())
    if failed:
        raise SystemExit(1)
