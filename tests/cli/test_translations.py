"""``summarizer translations`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from translated_articles import ENGLISH, FIRE, HURT, FakeEngine, summary

from summarizer.cli import main
from summarizer.translation import load_glossary, translate_summaries

GLOSSARY = Path(__file__).parents[2] / "glossary"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article whose translation a machine has made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "brand.txt").write_text(FIRE)
    (tmp_path / "glossary").symlink_to(GLOSSARY)
    translate_summaries(
        (summary(),),
        "en",
        catalogues=tmp_path / "translations",
        glossary=load_glossary(GLOSSARY, "de", "en"),
        engine=FakeEngine(ENGLISH),
    )
    return tmp_path


def catalogue(project: Path) -> polib.POFile:
    return polib.pofile(str(project / "translations" / "en" / "brand.po"))


def test_status_counts_the_entries_of_each_state(project: Path) -> None:
    done = run("translations", "status", "--json")
    counts = json.loads(done.stdout)
    assert counts["article"] == "brand"
    assert counts["machine"] == len(ENGLISH)
    assert counts["reviewed"] == 0
    assert counts["article_gone"] is False


def test_status_says_that_an_article_is_gone(project: Path) -> None:
    (project / "seeds" / "brand.txt").unlink()
    assert "article gone" in run("translations", "status").stdout


def test_status_can_check_what_people_wrote(project: Path) -> None:
    file = catalogue(project)
    entry = next(entry for entry in file if entry.msgid == HURT)
    entry.msgstr, entry.flags = "Eleven firefighters were injured.", []
    file.save()
    done = run("translations", "status", "--check")
    assert "“Eleven” is not in the German" in done.stdout


def test_export_and_import_are_a_reviewers_round_trip(project: Path) -> None:
    assert run("translations", "export").exit_code == 0
    path = project / "xliff" / "brand.en.xlf"
    text = path.read_text()
    text = text.replace(ENGLISH[FIRE], "A depot burned in Neudorf on Monday.")
    path.write_text(text.replace('state="needs-review-translation"', 'state="final"'))
    done = run("translations", "import", str(path))
    assert done.exit_code == 0, done.output
    entry = next(entry for entry in catalogue(project) if entry.msgid == FIRE)
    assert entry.msgstr == "A depot burned in Neudorf on Monday."
    assert "fuzzy" not in entry.flags
    assert json.loads(run("translations", "status", "--json").stdout)["machine"] == 0


def test_export_leaves_out_what_is_reviewed(project: Path) -> None:
    run("translations", "export", "brand", "--to", "out")
    run("translations", "export", "brand", "--to", "all", "--all")
    units = (project / "all" / "brand.en.xlf").read_text().count("<trans-unit")
    assert units > (project / "out" / "brand.en.xlf").read_text().count("<trans-unit")


def test_an_article_without_catalogue_is_named(project: Path) -> None:
    done = run("translations", "export", "nothing")
    assert done.exit_code == 1
    assert "no catalogue for 'nothing'" in done.stderr


def test_import_does_not_replace_a_review_unless_told_to(project: Path) -> None:
    run("translations", "export")
    path = project / "xliff" / "brand.en.xlf"
    path.write_text(path.read_text().replace(ENGLISH[FIRE], "The agency’s words."))
    file = catalogue(project)
    entry = next(entry for entry in file if entry.msgid == FIRE)
    entry.msgstr, entry.flags = "Our words.", []
    file.save()
    done = run("translations", "import", str(path))
    assert done.exit_code == 1
    assert f"in conflict: {FIRE}" in done.stdout
    assert "Our words." in [entry.msgstr for entry in catalogue(project)]
    assert run("translations", "import", "--overwrite", str(path)).exit_code == 0
    assert "The agency’s words." in [entry.msgstr for entry in catalogue(project)]


def test_an_import_for_another_project_is_refused(project: Path, tmp_path: Path) -> None:
    run("translations", "export")
    path = project / "xliff" / "brand.en.xlf"
    path.write_text(path.read_text().replace('original="brand"', 'original="../../etc/passwd"'))
    done = run("translations", "import", str(path))
    assert done.exit_code == 1
    assert "not a file name" in done.stderr
