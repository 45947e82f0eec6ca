"""Run a command and see how long it takes, and how much memory it and its children use at most."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.1


@dataclass(frozen=True)
class Run:
    """A command that ended well."""

    output: str
    seconds: float
    peak_mb: float | None
    """Memory of the command and all its children, at its highest; None where Linux isn't."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run `command` in `folder`.

    Raises:
        RuntimeError: it failed; with what it printed.
    """
    begin = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        watch = _MemoryWatch(process.pid)
        watch.start()
        output, _ = process.communicate()
        seconds = time.perf_counter() - begin
        watch.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{output}")
    return Run(output, seconds, watch.peak_mb)


class _MemoryWatch(threading.Thread):
    """Adds up the memory of a process and its descendants, ten times a second."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._ended = threading.Event()
        self.peak_mb: float | None = None

    def run(self) -> None:
        while not self._ended.wait(_INTERVAL):
            kilobytes = sum(_kilobytes(each) for each in _tree(self._root))
            if kilobytes:
                self.peak_mb = max(self.peak_mb or 0, kilobytes / 1024)

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _tree(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found = [root]
    for each in found:  # grows while it is read: children, then their children
        found += [child for child, parent in parents.items() if parent == each]
    return found


def _kilobytes(process: int) -> int:
    """The process's memory, what it shares with others counted in parts (PSS)."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s*(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) if found else 0
