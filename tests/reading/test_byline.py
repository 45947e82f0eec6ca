"""Date and author are taken from an article's own lines only where these are unmistakable."""

from __future__ import annotations

import datetime

import pytest

from summarizer.reading.byline import author_of, date_of

MAY = datetime.date(2018, 5, 3)


@pytest.mark.parametrize(
    "byline",
    [
        "Stand: 3. Mai 2018, 11 Uhr",
        "Von ebe, aktualisiert am 03.05.2018 um 11:11",
        "3.5.2018",
        "2018-05-03 11:00",
        "Berlin, 3. Mai 2018",
    ],
)
def test_the_date_of_a_byline_is_the_articles(byline: str) -> None:
    assert date_of([byline], "Der Rat tagte.") == MAY


def test_of_several_dates_the_earliest_counts() -> None:
    assert date_of(["Aktualisiert am 5. Mai 2018", "Erstellt am 3. Mai 2018"], "") == MAY


def test_a_full_date_line_dates_the_article() -> None:
    assert date_of([], "Berlin, 3. Mai 2018 (dpa) - Der Rat tagte.") == MAY


@pytest.mark.parametrize(
    ("bylines", "first"),
    [
        ([], "Am 3. Mai 2018 brannte in Berlin eine Halle."),
        ([], "Berlin, 3. Mai (dpa) - Der Rat tagte."),
        ([], "Berlin (dpa) - Der Rat tagte am 3. Mai 2018."),
        (["Stand: 30. Februar 2018"], "Der Rat tagte."),
        (["Stand: Mai 2018"], "Der Rat tagte."),
        (["Stand: 3.5.18"], "Der Rat tagte."),
    ],
)
def test_no_date_is_invented(bylines: list[str], first: str) -> None:
    assert date_of(bylines, first) is None


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Von Eva Beispiel", "Eva Beispiel"),
        ("Von Eva Beispiel und Karl Muster", "Eva Beispiel, Karl Muster"),
        ("Von Eva Beispiel, Berlin", "Eva Beispiel"),
        ("Von Dr. Eva Beispiel-Muster", "Dr. Eva Beispiel-Muster"),
        ("Ein Gastbeitrag von Karl von Muster", "Karl von Muster"),
        ("Autorin: Eva Beispiel", "Eva Beispiel"),
        ("Von ebe, aktualisiert am 03.05.2018", None),
        ("Von unserem Korrespondenten", None),
        ("dpa", None),
    ],
)
def test_the_author_of_a_byline_has_first_name_and_surname(byline: str, author: str | None) -> None:
    assert author_of([byline]) == author
