# ruff: noqa: E501 (a sentence stays on its line)
"""Figures are set beside each other only where they plainly count the same."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from babel import Locale

from summarizer.publishing.article_view import ArticleView
from summarizer.publishing.charts import charts
from summarizer.publishing.wording import wording
from summarizer.summary import (
    Certainty,
    Edition,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    TitleOrigin,
)

SOURCES = ("Polizei", "Veranstalter")


def bars(
    newsroom: ModuleType,
    sentences: tuple[str, ...],
    figures: tuple[tuple[int, str, float, str, dict[str, Any]], ...],
    language: str = "de",
) -> list[list[tuple[str, str]]]:
    """The charts of an article: each bar's name and amount.

    A figure is (sentence, surface, value, label, more fields of the model).
    """
    summary = Summary(
        id="a",
        path="a.txt",
        title="A",
        title_origin=TitleOrigin.HEADING,
        sentences=tuple(Sentence(id=n, text=text) for n, text in enumerate(sentences)),
        figures=tuple(
            newsroom.figure(
                sentences, n, surface, value, **({"noun": label.split()[-1], "label": label} | more)
            )
            for n, surface, value, label, more in figures
        ),
        sources=tuple(
            Source(
                id=n,
                name=name,
                kind=SourceKind.ORGANISATION,
                statements=(Statement(sentence=0, mode="indirect"),),
            )
            for n, name in enumerate(SOURCES)
        ),
    )
    locale = Locale.parse({"en": "en_GB"}.get(language, language))
    view = ArticleView(Edition(language=language, summary=summary), (), locale)
    return [
        [(bar.name.text, bar.figure.amount_text) for bar in chart.bars]
        for chart in charts(view.figures, language, locale, wording(language))
    ]


PLAIN: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("sentences", "figures", "german", "english"),
    [
        pytest.param(
            ("Die Messe zählte am Samstag 41.300 Besucher.", "Im Vorjahr kamen 38.100 Besucher, 2022 waren es 29.500 Besucher."),
            ((0, "41.300", 41300, "Besucher", PLAIN), (1, "38.100", 38100, "Besucher", PLAIN), (1, "29.500", 29500, "Besucher", PLAIN)),
            [("Samstag", "41.300"), ("im Jahr davor", "38.100"), ("2022", "29.500")],
            [("Saturday", "41,300"), ("the year before", "38,100"), ("2022", "29,500")],
            id="days and years",
        ),
        pytest.param(
            ("Die Klinik behandelte 320 Patienten, im vergangenen Jahr waren es 250 Patienten.",),
            ((0, "320", 320, "Patienten", PLAIN), (0, "250", 250, "Patienten", PLAIN)),
            [("diesmal", "320"), ("im Jahr davor", "250")],
            [("this time", "320"), ("the year before", "250")],
            id="now and before",
        ),
        pytest.param(
            ("Im März gab es 12 Brände, im April 2023 wurden 30 Brände gezählt.",),
            ((0, "12", 12, "Brände", PLAIN), (0, "30", 30, "Brände", PLAIN)),
            [("März", "12"), ("April 2023", "30")],
            [("March", "12"), ("April 2023", "30")],
            id="months",
        ),
        pytest.param(
            ("Messe mit 41.300 Besuchern", "Am Samstag kamen 41.300 Besucher, 2022 waren es 29.500 Besucher."),
            ((0, "41.300", 41300, "Besuchern", PLAIN), (1, "41.300", 41300, "Besucher", PLAIN), (1, "29.500", 29500, "Besucher", PLAIN)),
            [("Samstag", "41.300"), ("2022", "29.500")],
            [("Saturday", "41,300"), ("2022", "29,500")],
            id="the headline's figure said again",
        ),
        pytest.param(
            ("Die Polizei zählte 3.000 Teilnehmer, die Veranstalter sprachen von 5.000 Teilnehmern.",),
            ((0, "3.000", 3000, "Teilnehmer", {"source": 0}), (0, "5.000", 5000, "Teilnehmern", {"source": 1})),
            [("Polizei", "3.000"), ("Veranstalter", "5.000")],
            [("Polizei", "3,000"), ("Veranstalter", "5,000")],
            id="two accounts",
        ),
    ],
)  # fmt: skip
def test_the_same_thing_at_other_times_or_by_other_accounts_makes_a_chart(
    newsroom: ModuleType, sentences: Any, figures: Any, german: Any, english: Any
) -> None:
    assert bars(newsroom, sentences, figures) == [german]
    # Labels lack a translation here, amounts do not need one.
    assert bars(newsroom, sentences, figures, "en") == [english]


@pytest.mark.parametrize(
    ("sentences", "figures"),
    [
        pytest.param(
            ("Es gab 3 Fälle von Diebstahl und 40 Fälle verlorener Schlüssel.",),
            ((0, "3", 3, "Fälle", PLAIN), (0, "40", 40, "Fälle", PLAIN)),
            id="cases of different things",
        ),
        pytest.param(
            ("1.500 Soldaten sind eingetroffen.", "Laut Polizei könnten 4.000 Soldaten folgen."),
            ((0, "1.500", 1500, "Soldaten", PLAIN), (1, "4.000", 4000, "Soldaten", {"source": 0})),
            id="what is and what may be",
        ),
        pytest.param(
            ("Die Messe zählte 2023 8.000 Besucher, davon 900 Besucher aus Polen.",),
            ((0, "8.000", 8000, "Besucher", PLAIN), (0, "900", 900, "Besucher", PLAIN)),
            id="a whole and its part",
        ),
        pytest.param(
            ("Die Messe zählte 8.000 Besucher, das waren 1.500 Besucher mehr als 2022.",),
            ((0, "8.000", 8000, "Besucher", PLAIN), (0, "1.500", 1500, "Besucher", PLAIN)),
            id="a count and a difference",
        ),
        pytest.param(
            ("2022 entstanden 400 Stellen, 2023 strich der Konzern 300 Stellen.",),
            ((0, "400", 400, "Stellen", PLAIN), (0, "300", 300, "Stellen", PLAIN)),
            id="gained and lost",
        ),
        pytest.param(
            ("Der Turm zählte 2022 900 Besucher, der Zoo zählte 2023 700 Besucher.",),
            ((0, "900", 900, "Besucher", PLAIN), (0, "700", 700, "Besucher", PLAIN)),
            id="of different places",
        ),
        pytest.param(
            ("2022 gab es 9 Fälle.", "2023 waren es 1.204 Fälle."),
            ((0, "9", 9, "Fälle", PLAIN), (1, "1.204", 1204, "Fälle", PLAIN)),
            id="far apart in size",
        ),
        pytest.param(
            ("2022 kamen 800 Gäste.", "Das Essen war gut.", "2023 waren es 900 Gäste."),
            ((0, "800", 800, "Gäste", PLAIN), (2, "900", 900, "Gäste", PLAIN)),
            id="far apart in the text",
        ),
        pytest.param(
            ("2022 kamen 800 Gäste, 2023 kamen 900 Gäste.",),
            ((0, "800", 800, "Gäste", PLAIN), (0, "900", 900, "Gäste", {"certainty": Certainty.HEARSAY})),
            id="hearsay",
        ),
        pytest.param(
            ("Ein Ticket kostete 18 Euro, im Vorjahr 16 Euro.",),
            ((0, "18", 18, "Euro", {"kind": "money", "unit": "EUR"}), (0, "16", 16, "Euro", {"kind": "money", "unit": "EUR"})),
            id="money for who knows what",
        ),
        pytest.param(
            ("12 Gäste blieben, 15 Gäste gingen.",),
            ((0, "12", 12, "Gäste", PLAIN), (0, "15", 15, "Gäste", PLAIN)),
            id="nothing tells them apart",
        ),
    ],
)  # fmt: skip
def test_what_is_not_plainly_the_same_makes_none(
    newsroom: ModuleType, sentences: Any, figures: Any
) -> None:
    assert bars(newsroom, sentences, figures) == []
