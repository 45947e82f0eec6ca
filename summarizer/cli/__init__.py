"""The command line: ``python -m summarizer COMMAND``."""

from __future__ import annotations

import click

from summarizer.cli.extract import extract

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """German news articles in, a faithful bilingual static site out."""


main.add_command(extract)
