"""``summarizer explain``: what it shows of an article, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli.explain import explain

TEXT = """Stadtrat stimmt für Abriss der Messehalle

Der Stadtrat von Kaltenbrück hat mit 28 zu 17 Stimmen den Abriss der Messehalle beschlossen. \
Das Vorhaben kostet nach Angaben der Verwaltung 96 Millionen Euro.

Er kündigte am Mittwoch in Bonn einen Bürgerentscheid an.
"""


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / "abriss.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path, columns: int = 300) -> Result:
    width = {"COLUMNS": str(columns)}
    return CliRunner().invoke(explain, [str(a) for a in arguments], env=width)


def test_each_sentence_is_shown_with_its_role_and_the_rule_that_gave_it(seed: Path) -> None:
    lines = run(seed).stdout.splitlines()
    heading = next(i for i, line in enumerate(lines) if line.startswith("[0] heading by rule "))
    assert lines[heading + 1].strip() == "Stadtrat stimmt für Abriss der Messehalle"
    assert any(line.startswith("[1] body") for line in lines)


def test_figures_and_statements_are_shown_with_their_rules(seed: Path) -> None:
    shown = run(seed).stdout
    figure = next(line for line in shown.splitlines() if "96 Millionen" in line and "= " in line)
    assert figure.strip().startswith("figure: ")
    assert "96,000,000 EUR, money" in figure
    assert "according to Verwaltung" in figure
    assert "— rule " in figure
    statement = next(line for line in shown.splitlines() if "statement: " in line)
    assert "Verwaltung" in statement
    assert "— rule " in statement


def test_a_key_fact_is_shown_with_what_each_feature_adds(seed: Path) -> None:
    shown = run(seed).stdout
    fact = next(line for line in shown.splitlines() if line.strip().startswith("key fact: "))
    assert "chosen, chance 0.9" in fact
    assert "early +" in fact
    assert "headline_share +" in fact


def test_a_sentence_that_cannot_stand_alone_says_by_which_rule(seed: Path) -> None:
    shown = run(seed).stdout
    assert "passed over: cannot stand alone (pronoun-unresolved)" in shown


def test_nothing_depends_on_colour(seed: Path) -> None:
    assert "\x1b" not in run(seed).stdout


def test_lines_fit_the_terminal_and_end_with_their_words(seed: Path) -> None:
    lines = run("--sentence", "1", seed, columns=60).stdout.splitlines()[2:]
    assert all(line == line.rstrip() and len(line) <= 60 for line in lines)
    assert len(lines) > 5


def test_json_holds_the_same_for_programs(seed: Path) -> None:
    found = json.loads(run("--json", seed).stdout)
    first = found["sentences"][1]
    assert found["title"] == "Stadtrat stimmt für Abriss der Messehalle"
    assert first["key_fact"]["verdict"] == "chosen"
    assert first["key_fact"]["contributions"]["early"] > 0
    money = found["sentences"][2]["figures"][0]
    assert (money["value"], money["unit"], money["source"]) == (96_000_000, "EUR", "Verwaltung")
    assert money["rule"]
    assert found["sentences"][2]["statements"][0]["rule"]
    assert found["sentences"][0]["key_fact"] is None


def test_json_is_one_line_a_file_in_the_order_given(seed: Path, tmp_path: Path) -> None:
    other = tmp_path / "zwei.txt"
    other.write_text("Ein Sturm hat in Husum zwei Dächer abgedeckt.\n", encoding="utf-8")
    lines = run("--json", other, seed).stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == [str(other), str(seed)]


def test_one_sentence_can_be_asked_for(seed: Path) -> None:
    shown = run("--sentence", "2", seed).stdout
    assert "[2] body" in shown
    assert "[1] body" not in shown


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_shown(
    seed: Path, tmp_path: Path
) -> None:
    result = run(tmp_path / "fehlt.txt", seed)
    assert result.exit_code == 1
    assert "fehlt.txt" in result.stderr
    assert "[1] body" in result.stdout


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_an_article_cannot_command_the_terminal(tmp_path: Path, form: tuple[str, ...]) -> None:
    path = tmp_path / "\x1b[31mböse.txt"
    path.write_text(
        "Der Rat\x1b]0;weg\x07 hat \x9b2J in Bonn den Bau [bold]verboten[/bold] \u202eerlaubt.\n",
        encoding="utf-8",
    )
    result = run(*form, path)
    assert result.exit_code == 0
    assert not {c for c in result.stdout if not c.isprintable()} - {"\n"}
    assert "[bold]" in result.stdout


def test_a_file_name_in_a_message_cannot_command_the_terminal(tmp_path: Path) -> None:
    result = run(tmp_path / "\x1b[2Jfehlt.txt")
    assert "\x1b" not in result.stderr
