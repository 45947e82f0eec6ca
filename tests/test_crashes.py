"""A build that is killed leaves the old site or the new one, whole, and the next build mends all.

``CRASHES=100 make test ARGS=tests/test_crashes.py`` kills a hundred builds instead of a few.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

CRASHES = int(os.environ.get("CRASHES", "3"))
OLD = "Der Stadtrat hat den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"
NEW = "Der Kreistag hat den Haushalt abgelehnt. Es fehlen 45 Millionen Euro, hieß es.\n"
REVIEWED = "The city council has passed the budget."


def content(root: Path, *folders: str) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def start(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "summarizer", "build", "--offline", "--quiet"]
    return subprocess.Popen(command, cwd=root, start_new_session=True, stderr=subprocess.PIPE)


def finish(root: Path) -> None:
    process = start(root)
    _, errors = process.communicate()
    assert process.returncode == 0, errors


def review(root: Path) -> None:
    """Do what a reviewer does: correct an entry and take its mark off."""
    path = root / "translations" / "en" / "haushalt.po"
    catalogue = polib.pofile(str(path))
    entry = next(e for e in catalogue if e.msgctxt == "sentence")
    entry.msgstr = REVIEWED
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalogue.save()


@dataclass(frozen=True)
class States:
    """A project before the change, what a build of it takes, and what it must come to."""

    root: Path
    seconds: float
    old: dict[str, bytes]
    new: dict[str, bytes]
    final: dict[str, bytes]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> States:
    root = new_project(tmp_path_factory.mktemp("crash") / "before")
    (root / "seeds" / "haushalt.txt").write_text(OLD, encoding="utf-8")
    finish(root)
    review(root)
    finish(root)
    after = root.with_name("after")
    shutil.copytree(root, after, symlinks=True)
    (after / "seeds" / "haushalt.txt").write_text(NEW, encoding="utf-8")
    began = time.monotonic()
    finish(after)
    return States(
        root=root,
        seconds=time.monotonic() - began,
        old=content(root, "site"),
        new=content(after, "site"),
        final=content(after, "site", "docs", "translations"),
    )


@pytest.mark.parametrize("number", range(CRASHES))
def test_a_killed_build_harms_nothing(tmp_path: Path, states: States, number: int) -> None:
    root = tmp_path / "project"
    shutil.copytree(states.root, root, symlinks=True)
    (root / "seeds" / "haushalt.txt").write_text(NEW, encoding="utf-8")
    process = start(root)
    # Each run dies somewhere in its own part of the build, so that all of it is covered.
    share = (number + random.Random(number).random()) / CRASHES
    time.sleep(states.seconds * share)
    if number % 2:
        process.kill()  # and what it started goes on for a while, beside the next build
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    assert content(root, "site") in (states.old, states.new)
    catalogue = polib.pofile(str(root / "translations" / "en" / "haushalt.po"))
    assert REVIEWED in {entry.msgstr for entry in catalogue}

    finish(root)
    assert content(root, "site", "docs", "translations") == states.final
