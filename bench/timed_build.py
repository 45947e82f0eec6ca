"""One build in a process of its own, timed by step: ``python -m bench.timed_build PROJECT``.

Prints a line of JSON: seconds by step, seconds inside MkDocs, the build's report.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from summarizer import configuration, pipeline, publishing, rebuilding


class _Stopwatch:
    """A build's progress that notes when each step begins."""

    def __init__(self) -> None:
        self.begins: list[tuple[str, float]] = []

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:  # noqa: ARG002
        self.begins.append((title, time.perf_counter()))
        return lambda _done: None

    def seconds(self, end: float) -> dict[str, float]:
        ends = [at for _, at in self.begins[1:]] + [end]
        return {
            title: round(until - at, 3)
            for (title, at), until in zip(self.begins, ends, strict=True)
        }


def main() -> None:
    """Build the project whose folder is the first argument."""
    root = Path(sys.argv[1])
    mkdocs = 0.0

    def timed(*arguments: Any, **options: Any) -> Any:
        nonlocal mkdocs
        begin = time.perf_counter()
        try:
            return publishing.build_site(*arguments, **options)
        finally:
            mkdocs += time.perf_counter() - begin

    watch = _Stopwatch()
    # The build calls MkDocs through this name; everything else runs as it does for a user.
    with patch.object(rebuilding, "build_site", timed):
        begin = time.perf_counter()
        report = pipeline.build(pipeline.Project(root.absolute()), configuration.load(root), watch)
        end = time.perf_counter()
    print(
        json.dumps(
            {
                "build": round(end - begin, 3),
                "mkdocs": round(mkdocs, 3),
                "steps": watch.seconds(end),
                "report": report.model_dump(mode="json", include={"articles", "analysed", "site"}),
            }
        )
    )


if __name__ == "__main__":
    main()
