"""Printing on a terminal that obeys nothing of what is printed.

File names, articles, catalogues and what other programs say may hold escape sequences, which can
retitle the window, hide text or worse; bidirectional marks show text in another order than it has.
"""

from __future__ import annotations

import json
import unicodedata
from typing import NoReturn

import click


def printable(text: str) -> str:
    r"""`text` with every character that is not shown, but line ends and tabs, as an escape.

    "\x1b[31m" becomes "\\x1b[31m".
    """
    return "".join(
        c if _harmless(c) else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in text
    )


def json_line(value: object) -> str:
    """`value` as JSON on one line that `printable` need not change."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def say(text: object, *, err: bool = False) -> None:
    """Print `text` with a line end, on standard error if `err` is set."""
    click.echo(printable(str(text)), err=err)


def _harmless(character: str) -> bool:
    """Whether a terminal shows `character`; spaces of all widths and the joiner of emoji pass."""
    return (
        character.isprintable()
        or character in "\n\t\u200d"
        or unicodedata.category(character) == "Zs"
    )


def fail(text: object) -> NoReturn:
    """End the command with the message `text` and status 1.

    Raises:
        click.ClickException: always.
    """
    raise click.ClickException(printable(str(text)))
