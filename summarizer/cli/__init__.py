"""The command line: ``python -m summarizer COMMAND``.

A command's module is imported when the command is called, so that ``extract`` need not wait for
MkDocs nor ``model`` for the German pipeline.
"""

from __future__ import annotations

import importlib
from typing import Any

import click

from summarizer import __version__
from summarizer.cli.logs import NORMAL, show_logs

__all__ = ["main"]

_COMMANDS = {
    "build": "summarizer.cli.build:build_command",
    "serve": "summarizer.cli.serve:serve",
    "check": "summarizer.cli.check:check",
    "extract": "summarizer.cli.extract:extract",
    "explain": "summarizer.cli.explain:explain",
    "model": "summarizer.cli.model:model",
    "translations": "summarizer.cli.translations:translations",
    "fidelity": "summarizer.cli.fidelity:fidelity",
}
"""Where each command is, in the order of the help."""

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of SIGINT."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; Ctrl-C ends it with one line and the status that shells give it."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="summarizer")
def main() -> None:
    """German news articles in, a faithful bilingual static site out.

    Drop an article into seeds/ and run `summarizer build`.
    """
    show_logs(NORMAL)
