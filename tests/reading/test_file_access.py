"""A file is read without trusting its kind, its size, or that it stays as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.problem import InputError, Problem
from summarizer.reading import Limits, read_article
from summarizer.reading.files import displayed, read_bytes

Refused = Callable[..., Problem]


def problem_of(path: Path, limits: Limits | None = None) -> Problem:
    with pytest.raises(InputError) as caught:
        read_bytes(path, "a.txt", limits or Limits())
    return caught.value.problem


def test_a_missing_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "nichts.txt").message == "does not exist"
    assert problem_of(tmp_path / "nichts" / "a.txt").message == "does not exist"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()

    assert problem_of(tmp_path / "x.txt").message == "is a folder, not a file"


def test_links_that_lead_nowhere_or_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "kaputt.txt").symlink_to("nichts.txt")
    (tmp_path / "kreis.txt").symlink_to("kreis.txt")

    assert problem_of(tmp_path / "kaputt.txt").message == "does not exist"
    assert problem_of(tmp_path / "kreis.txt").message == "is a symbolic link that leads to itself"


def test_a_pipe_does_not_hang_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")

    assert problem_of(tmp_path / "rohr.txt").message == "is a pipe or device, not a file"


def test_a_device_without_end() -> None:
    assert problem_of(Path("/dev/zero")).message == "is a pipe or device, not a file"


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)

    assert problem_of(tmp_path / "a.txt").message == "may not be read"


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a\0b.txt"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert "name" in problem_of(tmp_path / name).message


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    problem = problem_of(path)

    assert problem.message == "is too big: 50,000,000 bytes; an article may have 5,000,000"
    assert "limits.max_bytes" in problem.hint


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Der Anfang.", encoding="utf-8")
    status = os.fstat

    def appended(descriptor: int) -> os.stat_result:
        result = status(descriptor)
        with path.open("a", encoding="utf-8") as file:
            file.write(" Und mehr.")
        return result

    monkeypatch.setattr(os, "fstat", appended)

    assert problem_of(path).message == "changed while it was read"


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.touch()

    with pytest.raises(InputError, match=r"is of no kind that is read: not files ending in \.docx"):
        read_article(path)


def test_names_are_shown_without_control_characters() -> None:
    assert displayed("a\x1b[31m\n\udcff ü.txt") == "a\\x1b[31m\\n\\udcff ü.txt"
