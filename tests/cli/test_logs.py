"""How much a build says: levels, one logger a module, nothing secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli import main
from summarizer.cli.logs import DEBUG, NORMAL, QUIET, VERBOSE, show_logs

GOOD = "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"


@pytest.fixture(autouse=True)
def levels() -> Iterator[None]:
    """Leave logging as it was."""
    root, own = logging.getLogger(), logging.getLogger("summarizer")
    before = root.level, list(root.handlers), own.level
    yield
    root.level, root.handlers, own.level = before[0], before[1], before[2]
    show_logs(NORMAL)
    root.handlers = before[1]
    root.setLevel(before[0])
    own.setLevel(before[2])


@pytest.mark.parametrize(
    ("verbosity", "own", "others"),
    [
        (QUIET, {"error"}, set()),
        (NORMAL, {"warning", "error"}, set()),
        (VERBOSE, {"info", "warning", "error"}, {"warning", "error"}),
        (DEBUG, {"debug", "info", "warning", "error"}, {"info", "warning", "error"}),
        (DEBUG + 5, {"debug", "info", "warning", "error"}, {"info", "warning", "error"}),
    ],
)
def test_each_verbosity_shows_its_levels(
    capsys: pytest.CaptureFixture[str], verbosity: int, own: set[str], others: set[str]
) -> None:
    show_logs(verbosity)
    for level in ("debug", "info", "warning", "error"):
        getattr(logging.getLogger("summarizer.pipeline"), level)(f"own {level}")
        getattr(logging.getLogger("trafilatura.core"), level)(f"other {level}")
    told = capsys.readouterr().err
    assert set(re.findall(r"own (\w+)", told)) == own
    assert set(re.findall(r"other (\w+)", told)) == others


def test_a_record_says_its_level_and_module_and_carries_no_escape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_logs(NORMAL)
    logging.getLogger("summarizer.pipeline").warning("from %s", "a\x1b[31m")
    assert capsys.readouterr().err == "WARNING summarizer.pipeline: from a\\x1b[31m\n"


def test_showing_logs_twice_does_not_double_them(capsys: pytest.CaptureFixture[str]) -> None:
    show_logs(NORMAL)
    show_logs(NORMAL)
    logging.getLogger("summarizer").warning("once")
    assert capsys.readouterr().err.count("once") == 1


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(project)
    (project / "seeds" / "haushalt.txt").write_text(GOOD, encoding="utf-8")
    (project / "seeds" / "leer.txt").write_text("", encoding="utf-8")

    def run(*options: str) -> Result:
        return CliRunner().invoke(main, ["build", "--offline", *options])

    return run


def test_verbose_builds_log_what_was_done_to_which_article(build: Callable[..., Result]) -> None:
    told = build("--verbose").stderr
    assert re.search(
        r"INFO summarizer\.summaries: seeds/haushalt\.txt: 2 sentences, .* 1 figures, .* in \d",
        told,
    )


def test_other_builds_log_nothing(build: Callable[..., Result]) -> None:
    assert "INFO" not in build().stderr


def test_quiet_builds_still_name_what_cannot_be_used(build: Callable[..., Result]) -> None:
    done = build("--quiet")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "seeds/leer.txt" in done.stderr


def test_quiet_and_verbose_exclude_each_other(build: Callable[..., Result]) -> None:
    assert build("--quiet", "--verbose").exit_code == 2
