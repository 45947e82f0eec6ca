"""``summarizer check``: is the built site what its articles say?"""

from __future__ import annotations

from pathlib import Path

import click

from summarizer import configuration, pipeline
from summarizer.cli.progress import showing_progress
from summarizer.cli.terminal import say
from summarizer.problem import InputError


@click.command("check")
@click.option(
    "--project",
    "root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with seeds/ and site/. Default: this one.",
)
def check(root: Path) -> None:
    """Check the site in site/ against the articles in seeds/.

    Every link and anchor leads somewhere, nothing is loaded from another host, each article has
    its page in every language, and the figures on it are those of the article. A build does the
    same before it replaces the last good site.

    \b
    Exit status:
      0  all is well
      1  something is wrong: each finding is on a line of its own
      3  summarizer.yml cannot be used
    """
    try:
        settings = configuration.load(root)
    except InputError as error:
        say(error, err=True)
        raise SystemExit(3) from error
    with showing_progress(quiet=True) as progress:
        findings = pipeline.check(pipeline.Project(root.absolute()), settings, progress)
    for finding in findings:
        say(finding)
    if findings:
        raise SystemExit(1)
    click.echo("The site is what its articles say.")
