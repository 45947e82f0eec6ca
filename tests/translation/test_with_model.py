"""The whole way with a real engine: the small model that the project trains itself.

Its held-out sentences have numbers and names that it has never seen, with their right English.
"""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from translated_articles import summary

from summarizer.summary import SegmentKind, TranslationState
from summarizer.translation import load_glossary, translate_summaries
from summarizer.translation.argos import find_engine
from summarizer.translation.engine import Engine, EngineSettings
from summarizer.translation.fidelity import check, describe

HELD_OUT = [
    tuple(line.split("\t")[:2])
    for line in (Path(__file__).parent / "data" / "held_out.tsv").read_text().splitlines()
    if "\t" in line
]
GLOSSARY = load_glossary(Path(__file__).parents[2] / "glossary", "de", "en")


@pytest.fixture
def engine(models: Path) -> Engine:
    found = find_engine("de", "en", EngineSettings(model_folder=models, threads=1))
    assert found is not None
    return found


def test_the_check_lets_every_right_translation_through() -> None:
    refused = [
        (german, english, describe(findings))
        for german, english in HELD_OUT
        if (findings := check(german, english, GLOSSARY))
    ]
    assert refused == []


def test_what_is_published_has_the_numbers_of_the_german_and_the_rest_is_refused(
    engine: Engine, tmp_path: Path
) -> None:
    article = summary([german for german, _ in HELD_OUT[:60]], title="Die Lage am Montag")
    (edition,), report = translate_summaries(
        (article,), "en", catalogues=tmp_path, glossary=GLOSSARY, engine=engine
    )
    right = 0
    for german, english in HELD_OUT[:60]:
        shown = edition.translate(SegmentKind.SENTENCE, german)
        if shown.state is TranslationState.MACHINE:
            assert check(german, shown.text, GLOSSARY) == ()
            assert shown.engine == engine.name
            right += shown.text == english
        else:
            assert (shown.state, shown.text) == (TranslationState.REFUSED, german)
    assert right >= 55
    assert report.engine == engine.name


def test_the_catalogue_says_which_engine_it_was(engine: Engine, tmp_path: Path) -> None:
    german, english = HELD_OUT[0]
    article = summary([german], title="Die Lage am Montag")
    translate_summaries((article,), "en", catalogues=tmp_path, glossary=GLOSSARY, engine=engine)
    file = polib.pofile(str(tmp_path / "en" / "brand.po"))
    entry = next(entry for entry in file if entry.msgid == german)
    assert entry.msgstr == english
    assert "fuzzy" in entry.flags
    assert f"Origin: machine, {engine.name}" in entry.comment
