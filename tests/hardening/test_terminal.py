"""Nothing that a stranger wrote reaches the terminal raw: no escape sequence, no direction mark."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli import main
from summarizer.cli.terminal import json_line, printable
from summarizer.translation.catalogue import header

RED, TITLE, CSI, FLIP = "\x1b[31m", "\x1b]0;owned\x07", "\x9b2J", "\u202e"
EVIL = f"{RED}{TITLE}{CSI}{FLIP}"
TEXT = "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments))

    return run


def assert_harmless(done: Result) -> None:
    for output in (done.stdout, done.stderr):
        assert [c for c in output if not c.isprintable() and c not in "\n\t"] == []
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)


def test_what_a_terminal_would_obey_is_shown_as_an_escape() -> None:
    assert printable(f"a{RED}b{CSI}{FLIP}") == "a\\x1b[31mb\\x9b2J\\u202e"


@pytest.mark.parametrize("text", ["zwei\nZeilen\tTab", "größe 10\u00a0000\u202f€", "👩\u200d🚒"])
def test_what_a_terminal_shows_stays(text: str) -> None:
    assert printable(text) == text


def test_json_stays_json() -> None:
    line = json_line({EVIL: "größe"})
    assert line.isprintable()
    assert json.loads(line) == {EVIL: "größe"}


@pytest.mark.parametrize("command", [["extract"], ["explain"], ["explain", "--json"]])
def test_an_article_and_its_name(run: Callable[..., Result], command: list[str]) -> None:
    name = f"a{RED}{CSI}{FLIP}\n.md"
    Path(name).write_text(
        f'---\ntitle: "Rot \\e[31m \\x9b2J {FLIP}"\nauthor: "A\\eB"\n---\n{EVIL}{TEXT}„{EVIL}Ja“, '
        f"sagte Ute {EVIL}Beispiel.\n",
        encoding="utf-8",
    )
    done = run(*command, name)
    assert done.exit_code == 0
    assert_harmless(done)
    assert "Stadtrat" in done.stdout


@pytest.mark.parametrize("command", ["extract", "explain"])
@pytest.mark.parametrize(
    "front",
    [
        '"\\e[31m\\x9b": 1',
        "title: [\"\\e[31m\"]",
        'date: "\\e[31m"',
        'language: "\\e[31m"',
        'url: "https://\\e[31m"',
        '"a": {"\\e[31m": 1}',
        'tags: ["\\e[31m", 3]',
        "title: !\x9b31m x",
    ],
)  # fmt: skip
def test_a_complaint_about_front_matter(
    run: Callable[..., Result], command: str, front: str
) -> None:
    Path(f"b{RED}.md").write_text(f"---\n{front}\n---\n{TEXT}", encoding="utf-8")
    done = run(command, f"b{RED}.md")
    assert_harmless(done)
    if done.exit_code:
        assert "b\\x1b[31m.md" in done.stderr


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_file_that_is_not_there(run: Callable[..., Result], command: str) -> None:
    done = run(command, f"nichts{EVIL}.txt")
    assert done.exit_code == 1
    assert_harmless(done)


def catalogue(name: str, *entries: str) -> None:
    folder = Path("translations/en")
    folder.mkdir(parents=True, exist_ok=True)
    head = "".join(f'"{key}: {value}\\n"\n' for key, value in header("en", "a").items())
    (folder / name).write_text(
        f'msgid ""\nmsgstr ""\n{head}\n' + "\n\n".join(entries) + "\n", encoding="utf-8"
    )


@pytest.mark.parametrize("options", [[], ["--check"], ["--json"]])
def test_the_status_of_catalogues(run: Callable[..., Result], options: list[str]) -> None:
    long = "x" * 5000
    catalogue(
        f"a{RED}{CSI}.po",
        f'#: seeds/{long}.txt:1\nmsgctxt "sentence"\nmsgid "30 {EVIL} Leute"\nmsgstr "40 {EVIL}"',
    )
    done = run("translations", "status", *options)
    assert done.exit_code == 0, done.output
    assert_harmless(done)


def test_a_complaint_about_a_catalogue(run: Callable[..., Result]) -> None:
    catalogue(f"a{RED}.po", f'msgid "{EVIL}')
    done = run("translations", "status")
    assert done.exit_code == 1
    assert "a\\x1b[31m.po" in done.stderr
    assert_harmless(done)


def test_pairs_for_the_fidelity_check(run: Callable[..., Result]) -> None:
    Path("pairs.tsv").write_text(f"30 {EVIL} Leute\t40 {EVIL} people\n{EVIL}\n", encoding="utf-8")
    done = run("fidelity", "pairs.tsv")
    assert_harmless(done)
    assert json.loads(done.stdout.splitlines()[0])["ok"] is False
    assert "pairs.tsv:2" in done.stderr


def test_a_build_and_what_it_logs(
    run: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    (project / "seeds" / f"a{EVIL}.txt").write_text(TEXT, encoding="utf-8")
    (project / "seeds" / "b.md").write_text(f'---\n"\\e[31m": 1\n---\n{TEXT}', encoding="utf-8")
    done = run("build", "--offline", "-vv")
    assert done.exit_code == 1
    assert "seeds/b.md:2" in done.stderr
    assert_harmless(done)


def test_mkdocs_own_words(
    run: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.publishing import SiteError

    def fail(*_: object, **__: object) -> None:
        raise SiteError("de", (f"{EVIL}",), "")

    monkeypatch.chdir(project)
    monkeypatch.setattr("summarizer.rebuilding.build_site", fail)
    done = run("build", "--offline")
    assert done.exit_code == 4
    assert_harmless(done)
