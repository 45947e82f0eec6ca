"""Short names of institutions and media."""

from __future__ import annotations

import pytest

from summarizer.extraction.short_names import abbreviates, is_part_of, unclipped


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("HamS", "Halden am Sonntag", True),
        ("NAZ", "Neue Auer Zeitung", True),
        ("GBH", "Gewerkschaft Bau und Holz", True),
        ("NAZ", "Neue Auer Rundschau", False),
        ("NAZ", "Auer Zeitung", False),
        ("Halden", "Halden am Sonntag", False),
        ("N", "Nordwelle", False),
    ],
)
def test_an_abbreviation_is_made_of_initials(short, full, fits):
    assert abbreviates(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Lindt", "Lindt-Stiftung", True),
        ("Stiftung", "Lindt-Stiftung", False),
        ("Lindt", "Lindt", False),
        ("Max-Planck", "Max-Planck-Gesellschaft", True),
    ],
)
def test_the_proper_part_of_a_compound_stands_for_it(short, full, fits):
    assert is_part_of(short, full) is fits


def test_a_clipped_word_has_its_full_form_and_no_other_word_has_one():
    assert unclipped("Kripo") == "Kriminalpolizei"
    assert unclipped("Polizei") == ""
