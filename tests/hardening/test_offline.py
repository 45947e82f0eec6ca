"""A build needs no network and tries none: with a model it translates, without it goes on.

The builds run in an empty network namespace where the system allows one, and in any case with an
audit hook in every Python process they start, which notes each name that is looked up and each
connection that is tried.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ARTICLE = """Wie die Bundesregierung mitteilte, wurden in Nürnberg 12.247 Straftaten gezählt. Der
Schaden beträgt mindestens 9,1 Millionen Euro.
"""

HOOK = """
import os, sys

def _noted(event, arguments):
    if event == "subprocess.Popen" and isinstance(arguments[3], dict):
        arguments[3]["PYTHONPATH"] = os.path.dirname(__file__)
        arguments[3]["NETWORK_LOG"] = os.environ["NETWORK_LOG"]
    network = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
    if network or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        line = f"{event} {arguments[1:]!r}\\n"
    elif event == "import" and arguments[0] in ("summarizer", "mkdocs"):
        line = f"watching {arguments[0]}\\n"
    else:
        return
    with open(os.environ["NETWORK_LOG"], "a") as log:
        log.write(line)

sys.addaudithook(_noted)
"""


@cache
def namespace() -> list[str]:
    """What to put before a command so that it has no network at all; nothing if it can't be."""
    command = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []


class Offline:
    """A project whose builds are cut off and watched."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._hook = root.with_name("hook")
        self._hook.mkdir()
        (self._hook / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
        self._log = self._hook / "log"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*namespace(), sys.executable, "-m", "summarizer", *arguments],
            cwd=self.root,
            env={
                **os.environ,
                "PYTHONPATH": str(self._hook),
                "NETWORK_LOG": str(self._log),
                "HOME": str(self.root),
                "XDG_DATA_HOME": str(self.root / "elsewhere"),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def attempts(self) -> list[str]:
        """What was tried, after making sure that somebody watched both programs."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
        watched = {line for line in lines if line.startswith("watching")}
        assert watched == {"watching summarizer", "watching mkdocs"}
        return [line for line in lines if not line.startswith("watching")]

    @property
    def english(self) -> dict[str, object]:
        report = json.loads((self.root / "build-report.json").read_text(encoding="utf-8"))
        assert report["published"] is True
        return report["languages"][0]


@pytest.fixture
def offline(project: Path) -> Offline:
    (project / "seeds" / "straftaten.txt").write_text(ARTICLE, encoding="utf-8")
    return Offline(project)


def test_with_the_model_installed_a_build_translates_and_tries_no_connection(
    offline: Offline, repository: Path
) -> None:
    package = repository / "tests/translation/data/translate-de_en.argosmodel"
    installed = offline.run("model", "install", "--from", str(package))
    assert installed.returncode == 0, installed.stderr
    done = offline.run("build")
    assert done.returncode == 0, done.stderr
    assert offline.attempts == []
    assert offline.english["machine"]


def test_without_a_model_a_build_cut_off_says_so_and_goes_on(offline: Offline) -> None:
    if not namespace():
        pytest.skip("NOT TESTED: this system allows no network namespace")
    done = offline.run("build")
    assert done.returncode == 0, done.stderr
    assert offline.attempts != []  # the hook does see what is tried
    assert "summarizer model install --from FILE" in done.stdout
    assert offline.english["pending"]


def test_an_offline_build_tries_no_connection_without_a_model_either(offline: Offline) -> None:
    done = offline.run("build", "--offline")
    assert done.returncode == 0, done.stderr
    assert offline.attempts == []
    assert "make model" in done.stdout
    assert offline.english["pending"]
