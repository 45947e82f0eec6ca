"""``summarizer serve``: look at the site while articles and translations change."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from summarizer.cli.build import run_build
from summarizer.pipeline import Project

SETTLE = 0.5
"""Seconds without a change before a build begins: editors write a file in several steps."""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the base class names it)
        """Keep quiet about successful requests."""

    def end_headers(self) -> None:
        """Let the browser ask again each time, so that a new build shows."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class _Changed(FileSystemEventHandler):
    def __init__(self, event: threading.Event) -> None:
        self._event = event

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self._event.set()


@click.command("serve")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--offline", is_flag=True, help="Never fetch a translation model.")
@click.option(
    "--project",
    "root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with seeds/ and mkdocs.yml. Default: this one.",
)
def serve(*, port: int, offline: bool, root: Path) -> None:
    """Build, show the site on this machine, and build again when something changes.

    It is reachable from this machine only. Stop it with Ctrl-C. An article that cannot be used is
    reported and left out.
    """
    chosen: dict[str, dict[str, Any]] = {"site": {}, "build": {"keep_going": True}}
    chosen["translation"] = {"model": "installed"} if offline else {}
    run_build(root, chosen, quiet=False)
    project = Project(root.absolute())
    handler = partial(_Handler, directory=str(project.site))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used ({error.strerror}). Choose another with --port."
        ) from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C stops)")
    changed = threading.Event()
    observer = Observer()
    for folder in (project.seeds, project.translations, project.glossary):
        if folder.is_dir():
            observer.schedule(_Changed(changed), str(folder), recursive=True)
    observer.start()
    try:
        while True:
            changed.wait()
            while changed.is_set():
                changed.clear()
                changed.wait(SETTLE)
            try:
                run_build(root, chosen, quiet=False)
            except SystemExit:
                click.echo("The site is as it was. Waiting for the next change.", err=True)
            # The build itself may have written catalogues: that is no new change.
            changed.clear()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        observer.stop()
        server.shutdown()
