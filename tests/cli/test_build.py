"""`summarizer build`, as its users run it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

GOOD = "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarizer", "build", "--offline", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def seed(project: Path, name: str, text: str = GOOD) -> None:
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def report(project: Path) -> dict[str, object]:
    return json.loads((project / "build-report.json").read_text(encoding="utf-8"))


class First(NamedTuple):
    """A project of one article, just built: to be looked at, and to be copied."""

    root: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> First:
    root = new_project(tmp_path_factory.mktemp("first") / "project")
    seed(root, "haushalt.txt")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return First(root, done)


@pytest.fixture
def built(first: First, tmp_path: Path) -> Path:
    """The root of a copy of it."""
    return shutil.copytree(first.root, tmp_path / "built", symlinks=True)


def test_a_build_ends_with_a_short_report(first: First) -> None:
    assert "Articles: 1 (1 analysed, 0 unchanged)" in first.done.stdout
    assert "Site: built" in first.done.stdout
    assert report(first.root)["published"] is True


def test_a_second_build_does_nothing_and_changes_no_byte(built: Path) -> None:
    before = content(built / "docs"), content(built / "site"), content(built / "translations")
    done = build(built)
    assert "Articles: 1 (0 analysed, 1 unchanged)" in done.stdout
    assert "Site: up to date" in done.stdout
    assert before == (
        content(built / "docs"),
        content(built / "site"),
        content(built / "translations"),
    )


def test_a_site_somebody_deleted_a_page_of_is_built_again(built: Path) -> None:
    page = built / "site" / "de" / "articles" / "haushalt" / "index.html"
    page.unlink()
    assert "Site: built" in build(built).stdout
    assert page.is_file()


def test_an_article_that_cannot_be_used_leaves_the_last_good_site(built: Path) -> None:
    before = content(built / "site")
    seed(built, "leer.txt", " \n")
    seed(built, "neu.txt", GOOD.replace("Stadtrat", "Gemeinderat"))
    done = build(built)
    assert done.returncode == 1
    assert "seeds/leer.txt" in done.stderr
    assert "Nothing was published" in done.stderr
    assert content(built / "site") == before
    assert report(built)["published"] is False
    assert [p["path"] for p in report(built)["problems"]] == ["seeds/leer.txt"]


def test_keep_going_publishes_the_others(project: Path) -> None:
    seed(project, "haushalt.txt")
    seed(project, "leer.txt", " \n")
    done = build(project, "--keep-going")
    assert done.returncode == 0
    assert "Skipped seeds/leer.txt" in done.stdout
    assert (project / "site" / "en" / "articles" / "haushalt" / "index.html").is_file()
    assert not (project / "site" / "en" / "articles" / "leer").exists()


def test_without_a_model_the_report_says_how_to_get_one(first: First) -> None:
    (english,) = report(first.root)["languages"]
    assert english["pending"] > 0
    assert f"{english['pending']} pending" in first.done.stdout
    assert "make model" in first.done.stdout


def test_a_site_without_any_article_is_a_site(project: Path) -> None:
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "de" / "index.html").is_file()


def test_a_mistake_in_the_configuration_has_its_own_status(project: Path) -> None:
    (project / "summarizer.yml").write_text("sight: {}", encoding="utf-8")
    done = build(project)
    assert done.returncode == 3
    assert "summarizer.yml:1: unknown key 'sight'" in done.stderr


def test_pages_that_mkdocs_refuses_have_their_own_status(built: Path) -> None:
    before = content(built / "site")
    (built / "mkdocs.yml").write_text("site_name: x\nplugins: [nonexistent]\n", encoding="utf-8")
    done = build(built)
    assert done.returncode == 4
    assert "nonexistent" in done.stderr
    assert "The last good site is as it was" in done.stderr
    assert content(built / "site") == before


def test_a_second_build_at_the_same_time_is_refused(project: Path) -> None:
    (project / ".cache").mkdir()
    with FileLock(project / ".cache" / "build.lock"):
        done = build(project)
    assert done.returncode == 5
    assert "Another build" in done.stderr


@pytest.mark.parametrize("url", ["ftp://example.org", "example.org", "https://example.org/?a=b"])
def test_an_address_that_is_none_is_a_mistake_of_the_command_line(project: Path, url: str) -> None:
    done = build(project, "--site-url", url)
    assert done.returncode == 2
    assert url in done.stderr


def test_quiet_builds_say_nothing(project: Path) -> None:
    seed(project, "haushalt.txt")
    done = build(project, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_nothing_that_is_published_names_a_path_of_this_machine(first: First) -> None:
    for folder in ("docs", "site", "translations"):
        for name, data in content(first.root / folder).items():
            assert str(first.root).encode() not in data, name


def test_the_help_lists_every_exit_status(project: Path) -> None:
    help_text = build(project, "--help").stdout
    for status in (*range(8), 130):
        assert f"\n    {status}  " in help_text
