"""Ctrl-C ends a build in one line, and whatever ends it, no process of its is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = "Der Stadtrat hat den Haushalt beschlossen. Er sieht {} Millionen Euro vor.\n"
SECONDS = 60.0
"""What the processes of a build may take to end, on a machine that does other things."""


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def start(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "summarizer", "build", "--offline"]
    return subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell has what it runs in the background ignore Ctrl-C, these tests among it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> Path:
    """A project with a site, and articles that are not yet in it; to be copied."""
    root = new_project(tmp_path_factory.mktemp("interrupted") / "project")
    (root / "summarizer.yml").write_text("build: {executor: {processes: 2}}\n", encoding="utf-8")
    (root / "seeds" / "eins.txt").write_text(ARTICLE.format(1), encoding="utf-8")
    process = start(root)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    for number in range(2, 14):
        text = ARTICLE.format(number) * 20
        (root / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


def processes_of(session: int) -> set[int]:
    found = set()
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.add(int(place.name))
    return found


def wait_until_gone(session: int) -> set[int]:
    end = time.monotonic() + SECONDS
    while (left := processes_of(session)) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def run_until(process: subprocess.Popen[str], step: str, children: int) -> None:
    """Let the build come to `step` and start its processes."""
    assert process.stderr is not None
    assert any(line.startswith(step) for line in iter(process.stderr.readline, ""))
    end = time.monotonic() + SECONDS
    while len(processes_of(process.pid)) <= children and time.monotonic() < end:
        time.sleep(0.01)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    if not Path("/proc/self/stat").exists():
        pytest.skip("NOT TESTED: this system does not list its processes in /proc")
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


STEPS = {"Analysing articles": 2, "Building the site": 1}
"""Steps of a build, and how many processes it starts there at least."""


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("whom", ["all its processes", "it alone"])
def test_ctrl_c_ends_a_build_in_one_line_and_with_it_its_processes(
    project: Path, step: str, whom: str
) -> None:
    before = content(project / "site")
    if step != "Analysing articles":
        for number in range(3, 14):
            (project / "seeds" / f"{number}.txt").unlink()
    process = start(project)
    run_until(process, step, STEPS[step])
    # A terminal sends it to all of them, an editor or a script to the one it started.
    (os.killpg if whom == "all its processes" else os.kill)(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 130, errors
    # A slow machine may have said how far it was.
    assert [line for line in errors.splitlines() if not line.startswith(step)] == [
        "Interrupted. docs/ and site/ are whole, of this build or of the last good one."
    ]
    assert wait_until_gone(process.pid) == set()
    assert content(project / "site") == before


# One process of the pool has nothing to do any more when the other still works.
POOL = """
import time
from summarizer.executors import ExecutorSettings, mapping
if __name__ == "__main__":
    with mapping(9, ExecutorSettings(processes=2)) as run:
        for _ in run(time.sleep, [0] * 8 + [600]):
            print("done", flush=True)
"""


def test_the_processes_of_a_build_that_was_killed_end_by_themselves() -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("NOT TESTED: this system does not list its processes in /proc")
    process = subprocess.Popen(
        [sys.executable, "-c", POOL], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    for _ in range(8):
        process.stdout.readline()
    assert len(processes_of(process.pid)) > 2
    process.kill()
    process.wait()
    assert wait_until_gone(process.pid) == set()
