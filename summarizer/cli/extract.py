"""``summarizer extract``: what is found in articles, as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.cli.terminal import say
from summarizer.executors import ExecutorSettings
from summarizer.problem import Problem
from summarizer.reading import Limits
from summarizer.summaries import summaries_of


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
    named = [(path, str(path)) for path in files]
    with summaries_of(named, Limits(), ExecutorSettings()) as results:
        for result in results:
            if isinstance(result, Problem):
                failed = True
                say(result, err=True)
            else:
                click.echo(result.model_dump_json())
    if failed:
        raise SystemExit(1)
