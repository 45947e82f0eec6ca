"""How sure an article is of a figure or a sentence, and who says so."""

from __future__ import annotations

import pytest

from summarizer.extraction.attribution import attribute_figures, attribute_sentence
from summarizer.extraction.sources import find_sources
from summarizer.summary import Certainty, Figure, FigureKind


@pytest.fixture
def figure_in(article_of):
    """The certainty and source's name of the figure `surface` in the last of `texts`."""

    def attributed(*texts: str, surface: str) -> tuple[str, str | None]:
        analysed = article_of(*texts)
        sources = find_sources(analysed)
        last = len(texts) - 1
        figure = Figure(
            sentence=last,
            surface=surface,
            value=1,
            kind=FigureKind.COUNT,
            start=texts[last].index(surface),
        )
        (found,) = attribute_figures(analysed, [figure], sources)
        name = sources[found.source].name if found.source is not None else None
        return found.certainty.value, name

    return attributed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Werft baut 20 Schiffe.", ("stated", None)),
        ("Laut Polizei wurden 20 Menschen verletzt.", ("attributed", "Polizei")),
        ("Die Polizei sprach von 20 Verletzten.", ("attributed", "Polizei")),
        ("„Wir brauchen 20 Schiffe“, sagte Karl Roth.", ("attributed", "Karl Roth")),
        ("Karl Roth sagte, es fehlten 20 Schiffe.", ("attributed", "Karl Roth")),
        ("Es fehlten 20 Schiffe, wie Karl Roth mitteilte.", ("attributed", "Karl Roth")),
        ("Karl Roth kündigte 20 neue Stellen an.", ("attributed", "Karl Roth")),
        ("Die Bande soll 20 Autos gestohlen haben.", ("hearsay", None)),
        ("Angeblich fehlen 20 Schiffe.", ("hearsay", None)),
        ("In der Halle stehen offenbar 20 Autos.", ("hearsay", None)),
        ("Es seien 20 Autos verbrannt.", ("hearsay", None)),
        ("Laut Polizei soll die Bande 20 Autos gestohlen haben.", ("attributed", "Polizei")),
        (
            "Einem Anwohner zufolge, den Lokalzeitungen zitieren, könnten 20 Boote fehlen.",
            ("attributed", "Anwohner"),
        ),
    ],
)
def test_a_figure_belongs_to_who_says_it(figure_in, text, expected):
    assert figure_in(text, surface="20") == expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Karl Roth sagte seinen 300 Leuten, es fehlten 20 Schiffe.", "300", ("stated", None)),
        (
            "Karl Roth sagte seinen 300 Leuten, es fehlten 20 Schiffe.",
            "20",
            ("attributed", "Karl Roth"),
        ),
        ("Karl Roth, der 300 Leute führt, sagte, es fehlten 20 Schiffe.", "300", ("stated", None)),
        ("Rund 150 Forscher warnen vor einer Dürre.", "150", ("stated", None)),
        (
            "Der Hafen hat 12 Kräne, doch laut Karl Roth fehlen 20 Schiffe.",
            "20",
            ("attributed", "Karl Roth"),
        ),
    ],
    ids=["told to many", "content", "relative clause", "the speakers themselves", "after a but"],
)
def test_what_stands_beside_the_speech_is_the_articles_own(figure_in, text, surface, expected):
    assert figure_in(text, surface=surface) == expected


def test_a_figure_in_speech_that_runs_on_keeps_its_source(figure_in):
    texts = ("Karl Roth sagte, es werde eng.", "Es fehlten noch 20 Schiffe und er habe keine Zeit.")
    assert figure_in(*texts, surface="20") == ("attributed", "Karl Roth")


@pytest.mark.parametrize(
    ("text", "certainty", "spoken"),
    [
        ("Die Werft schließt.", Certainty.STATED, False),
        ("Die Werft schließe, sagte Karl Roth.", Certainty.ATTRIBUTED, True),
        ("Die Werft soll geschlossen worden sein.", Certainty.HEARSAY, False),
        ("Die Werft hat offenbar geschlossen.", Certainty.HEARSAY, False),
        ("Die Werft sei geschlossen worden.", Certainty.HEARSAY, False),
        (
            "Die Aktie fiel, nachdem Karl Roth seinen Rücktritt angekündigt hatte.",
            Certainty.STATED,
            False,
        ),
        ("Du sollst nicht lügen.", Certainty.STATED, False),
    ],
)
def test_the_certainty_of_a_sentence(article_of, text, certainty, spoken):
    analysed = article_of(text)
    source, found = attribute_sentence(analysed, 0, find_sources(analysed))
    assert (found, source is not None) == (certainty, spoken)


def test_figures_keep_all_else(article_of):
    figure = Figure(
        sentence=0, surface="20", value=20, noun="Schiffe", kind=FigureKind.COUNT, start=15
    )
    (found,) = attribute_figures(article_of("Die Werft baut 20 Schiffe."), [figure], ())
    assert found == figure
