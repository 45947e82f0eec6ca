"""``summarizer extract``: what is found in articles, as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.extraction import summarise
from summarizer.reading import read_article


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def extract(files: tuple[Path, ...]) -> None:
    """Print the summary of each of FILES as one JSON object a line."""
    for path in files:
        click.echo(summarise(read_article(path)).model_dump_json())
