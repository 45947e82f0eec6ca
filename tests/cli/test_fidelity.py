"""``summarizer fidelity`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from summarizer.cli import main

GLOSSARY = Path(__file__).parents[2] / "glossary"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_fidelity_prints_an_object_a_line(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("Es sind 10.000.\tThere are 10,000.\nEs sind 10.000.\tThere are 1,000.\n")
    done = run("fidelity", str(pairs), "--glossary", str(GLOSSARY))
    first, second = map(json.loads, done.stdout.splitlines())
    assert first == {"ok": True, "findings": []}
    assert second["ok"] is False
    assert second["findings"][0] == {
        "kind": "number",
        "detail": "“10.000” is missing in the translation",
    }


def test_fidelity_names_the_line_that_has_no_tab(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("a\tb\nno tab\n")
    done = run("fidelity", str(pairs))
    assert done.exit_code == 1
    assert f"{pairs}:2: no tab" in done.stderr
