"""With a model installed: engine, fidelity check, catalogue and page, and then a reviewer.

The model is the small one that the project trained itself; its domain is sentences like these.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import polib
import pytest
from lxml import html

ARTICLE = """Wie die Bundesregierung mitteilte, wurden in Nürnberg 12.247 Straftaten gezählt. Der
Schaden beträgt mindestens 9,1 Millionen Euro. Klimaforscher Frank Albrecht soll 961 Euro erhalten
haben. Trainerin Julia Wolff berichtete: „Wir geben nicht auf.“
"""
GERMAN = "Der Schaden beträgt mindestens 9,1 Millionen Euro."


def summarizer(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Neither the machine's own models nor the network have a part in this.
    environment = {**os.environ, "XDG_DATA_HOME": str(root / "elsewhere"), "HOME": str(root)}
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def page(root: Path) -> str:
    text = (root / "site/en/articles/straftaten/index.html").read_text(encoding="utf-8")
    return " ".join(html.document_fromstring(text).text_content().split())


def entries(root: Path) -> Sequence[polib.POEntry]:
    return polib.pofile(str(root / "translations/en/straftaten.po"))


@pytest.fixture(scope="module")
def root(
    tmp_path_factory: pytest.TempPathFactory,
    new_project: Callable[[Path], Path],
    repository: Path,
) -> Path:
    root = new_project(tmp_path_factory.mktemp("machine") / "project")
    (root / "seeds" / "straftaten.txt").write_text(ARTICLE, encoding="utf-8")
    package = repository / "tests/translation/data/translate-de_en.argosmodel"
    summarizer(root, "model", "install", "--from", str(package))
    summarizer(root, "build")
    return root


def test_the_page_is_english_and_says_that_a_machine_wrote_it(root: Path) -> None:
    text = page(root)
    assert "The damage amounts to at least 9.1 million euros." in text
    assert "is said to have received 961 euros" in text
    assert "“We are not giving up.”" in text
    assert "machine-translated" in text.lower()


def test_machine_translations_are_fuzzy_in_the_catalogue_and_name_the_engine(root: Path) -> None:
    machine = [e for e in entries(root) if "argos" in (e.comment + e.tcomment).lower()]
    assert machine
    assert all("fuzzy" in entry.flags for entry in machine)
    assert {e.msgid for e in machine} >= {GERMAN}


def test_every_figure_of_the_german_is_on_the_page(root: Path) -> None:
    text = page(root)
    for figure in ("12,247", "at least 9.1 million euros", "961 euros"):
        assert figure in text


def test_a_reviewer_s_words_win_and_are_no_longer_marked(root: Path) -> None:
    path = root / "translations/en/straftaten.po"
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if "fuzzy" in entry.flags:
            entry.flags.remove("fuzzy")
        if entry.msgid == GERMAN:
            entry.msgstr = "The damage is put at no less than 9.1 million euros."
    catalogue.save()
    summarizer(root, "build")
    text = page(root)
    assert "The damage is put at no less than 9.1 million euros." in text
    assert "The damage amounts to" not in text
    assert "Translation reviewed" in text
    assert "machine-translated" not in text.lower()
