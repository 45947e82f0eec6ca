"""What a refused sentence looks like for the second try."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.translation.fidelity.protection import protect
from summarizer.translation.glossary import load

GLOSSARY = load(Path(__file__).parents[3] / "glossary", "de", "en")


@pytest.mark.parametrize(
    ("german", "protected"),
    [
        ("10.000 Menschen kamen.", "10,000 Menschen kamen."),
        ("Es kostet 3,5 Milliarden Euro.", "Es kostet 3.5 Milliarden Euro."),
        ("Es kamen zweitausend Menschen.", "Es kamen 2,000 Menschen."),
        ("Es kamen zwei Menschen.", "Es kamen zwei Menschen."),
        ("Selenskyj war in Kiew.", "Zelensky war in Kyiv."),
        ("Am 4.5.2018 um 14.13 Uhr stand es 2:1.", "Am 4.5.2018 um 14.13 Uhr stand es 2:1."),
    ],
)
def test_numerals_and_names_are_written_as_in_english(german: str, protected: str) -> None:
    assert protect(german, GLOSSARY) == protected


@given(st.text(max_size=80))
def test_any_text_can_be_protected(text: str) -> None:
    assert isinstance(protect(text, GLOSSARY), str)
