# ruff: noqa: E501 (a sentence stays on its line)
"""Editions of articles of our own invention, as extraction and translation would make them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.summary import (
    Certainty,
    Edition,
    Figure,
    FigureKind,
    KeyFact,
    Mode,
    Role,
    SegmentKind,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    TitleOrigin,
    Translation,
    TranslationState,
)

Texts = Mapping[SegmentKind, Mapping[str, str]]


def figure(
    sentences: Sequence[str], number: int, surface: str, value: float | None, **more: Any
) -> Figure:
    """A figure of the sentence `number`, found where `surface` stands in it."""
    given: dict[str, Any] = {"kind": FigureKind.COUNT} | more
    return Figure(
        sentence=number,
        surface=surface,
        value=value,
        start=sentences[number].index(surface),
        **given,
    )


def edition(
    summary: Summary,
    language: str,
    texts: Texts,
    *,
    state: TranslationState = TranslationState.REVIEWED,
    states: Mapping[str, TranslationState] | None = None,
) -> Edition:
    """An edition with the translations in `texts`, each reviewed unless `states` says otherwise."""
    states = states or {}
    return Edition(
        language=language,
        summary=summary,
        translations={
            kind: {
                german: Translation(
                    text=german if not states.get(german, state).translated else translated,
                    state=states.get(german, state),
                )
                for german, translated in by_text.items()
            }
            for kind, by_text in texts.items()
        },
    )


HARBOUR = (
    "Die Hafenarbeiter in Lübeck haben am Montag die Arbeit niedergelegt.",
    "Nach Angaben der Gewerkschaft Nordkai beteiligten sich bis zu 1.200 Beschäftigte, die Hafengesellschaft zählte knapp 900 Beschäftigte.",
    "Ein Kran steht still: Blick auf den leeren Kai.",
    "„Wir fordern 6,5 Prozent mehr Lohn und keinen Cent weniger“, sagte die Verhandlungsführerin Jördis Maßmann.",
    "Der Ausfall soll die Reeder 3,5 Milliarden Euro kosten.",
    "Rund 40 Schiffe warteten am Abend vor der Küste, manche seit 20 bis 30 Stunden.",
    "Augenzeugen berichteten von Dutzenden Lastwagen, die umkehren mussten.",
    "Ein Gutachten des Seeamts empfiehlt, die Zufahrt um 2 Kilometer zu verlegen.",
    "Wie der Küstenbote schreibt, wollen beide Seiten am 3. November wieder verhandeln.",
    "Am Dienstag beteiligten sich nach Angaben der Gewerkschaft schon 1.500 Beschäftigte.",
    "Lesen Sie auch: Was der Streik für Urlauber bedeutet.",
)

HARBOUR_ENGLISH = {
    SegmentKind.TITLE: {"Streik im Lübecker Hafen": "Strike at the port of Lübeck"},
    SegmentKind.SENTENCE: {
        HARBOUR[0]: "Dockers in Lübeck walked out on Monday.",
        HARBOUR[
            1
        ]: "According to the Nordkai union, up to 1,200 employees took part; the port company counted almost 900 employees.",
        HARBOUR[
            3
        ]: "“We are demanding 6.5 per cent more pay and not a cent less,” said chief negotiator Jördis Maßmann.",
        HARBOUR[4]: "The stoppage is said to cost shipowners 3.5 billion euros.",
        HARBOUR[
            5
        ]: "Around 40 ships were waiting off the coast in the evening, some for 20 to 30 hours.",
        HARBOUR[6]: "Eyewitnesses told of dozens of lorries that had to turn back.",
        HARBOUR[
            7
        ]: "An expert report by the maritime office recommends moving the approach by 2 kilometres.",
        HARBOUR[8]: "As the Küstenbote writes, both sides want to negotiate again on 3 November.",
        HARBOUR[9]: "On Tuesday, 1,500 employees already took part, according to the union.",
    },
    SegmentKind.QUOTE: {
        "Wir fordern 6,5 Prozent mehr Lohn und keinen Cent weniger": "We are demanding 6.5 per cent more pay and not a cent less"
    },
    SegmentKind.NAME: {
        "Gewerkschaft Nordkai": "Nordkai union",
        "Hafengesellschaft": "port company",
        "Gutachten des Seeamts": "maritime office report",
        "Küstenbote": "Küstenbote",
        "Augenzeugen": "eyewitnesses",
    },
    SegmentKind.ROLE: {"Verhandlungsführerin": "chief negotiator"},
    SegmentKind.LABEL: {
        "Beschäftigte": "employees",
        "Lohn": "pay",
        "Euro": "euros",
        "Prozent mehr Lohn": "per cent more pay",
        "Schiffe": "ships",
        "Stunden": "hours",
        "Lastwagen": "lorries",
        "Kilometer": "kilometres",
    },
    SegmentKind.AMOUNT: {
        "bis zu": "up to",
        "knapp": "almost",
        "Rund": "around",
        "schon": "already",
        "Dutzenden": "dozens",
    },
}


def harbour() -> Summary:
    """An article with everything: dated, named and unnamed sources, quotes, hearsay, teasers."""
    roles = {2: Role.CAPTION, 10: Role.TEASER}
    return Summary(
        id="streik-im-luebecker-hafen",
        path="seeds/streik.md",
        title="Streik im Lübecker Hafen",
        title_origin=TitleOrigin.FRONT_MATTER,
        date=datetime.date(2024, 10, 28),
        author="Onno Petersen",
        publisher="Hafenblatt",
        url="https://hafenblatt.example/streik",
        tags=("Häfen", "Arbeit"),
        sentences=tuple(
            Sentence(id=number, text=text, role=roles.get(number, Role.BODY), paragraph=number // 3)
            for number, text in enumerate(HARBOUR)
        ),
        key_facts=(
            KeyFact(sentence=0, score=3.0),
            KeyFact(sentence=1, score=2.5, source=0, certainty=Certainty.ATTRIBUTED),
            KeyFact(sentence=4, score=2.0, certainty=Certainty.HEARSAY),
        ),
        figures=(
            figure(
                HARBOUR,
                1,
                "bis zu 1.200",
                1200,
                qualifier="bis zu",
                noun="Beschäftigte",
                label="Beschäftigte",
                source=0,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(
                HARBOUR,
                1,
                "knapp 900",
                900,
                qualifier="knapp",
                noun="Beschäftigte",
                label="Beschäftigte",
                source=1,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(
                HARBOUR,
                3,
                "6,5",
                6.5,
                kind=FigureKind.PERCENT,
                unit="percent",
                noun="Prozent",
                label="Prozent mehr Lohn",
                source=2,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(
                HARBOUR,
                4,
                "3,5 Milliarden",
                3_500_000_000,
                kind=FigureKind.MONEY,
                unit="EUR",
                noun="Euro",
                label="Euro",
                certainty=Certainty.HEARSAY,
            ),
            figure(HARBOUR, 5, "Rund 40", 40, qualifier="Rund", noun="Schiffe", label="Schiffe"),
            figure(
                HARBOUR,
                5,
                "20 bis 30",
                20,
                value_max=30,
                kind=FigureKind.DURATION,
                unit="duration-hour",
                noun="Stunden",
                label="Stunden",
            ),
            figure(
                HARBOUR,
                6,
                "Dutzenden",
                None,
                noun="Lastwagen",
                label="Lastwagen",
                source=5,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(
                HARBOUR,
                7,
                "2",
                2,
                kind=FigureKind.MEASURE,
                unit="length-kilometer",
                noun="Kilometer",
                label="Kilometer",
                source=3,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(
                HARBOUR,
                9,
                "1.500",
                1500,
                noun="Beschäftigte",
                label="Beschäftigte",
                source=0,
                certainty=Certainty.ATTRIBUTED,
            ),
        ),
        sources=(
            Source(
                id=0,
                name="Gewerkschaft Nordkai",
                kind=SourceKind.ORGANISATION,
                aliases=("Gewerkschaft",),
                statements=(
                    Statement(sentence=1, mode=Mode.INDIRECT, cue="Nach Angaben"),
                    Statement(sentence=9, mode=Mode.INDIRECT, cue="nach Angaben"),
                ),
            ),
            Source(
                id=1,
                name="Hafengesellschaft",
                kind=SourceKind.ORGANISATION,
                statements=(Statement(sentence=1, mode=Mode.INDIRECT, cue="zählte"),),
            ),
            Source(
                id=2,
                name="Jördis Maßmann",
                kind=SourceKind.PERSON,
                role="Verhandlungsführerin",
                statements=(
                    Statement(
                        sentence=3,
                        mode=Mode.DIRECT,
                        cue="sagte",
                        quote="Wir fordern 6,5 Prozent mehr Lohn und keinen Cent weniger",
                    ),
                ),
            ),
            Source(
                id=3,
                name="Gutachten des Seeamts",
                kind=SourceKind.DOCUMENT,
                statements=(Statement(sentence=7, mode=Mode.INDIRECT, cue="empfiehlt"),),
            ),
            Source(
                id=4,
                name="Küstenbote",
                kind=SourceKind.MEDIA,
                statements=(Statement(sentence=8, mode=Mode.INDIRECT, cue="schreibt"),),
            ),
            Source(
                id=5,
                name="Augenzeugen",
                kind=SourceKind.GROUP,
                named=False,
                statements=(Statement(sentence=6, mode=Mode.INDIRECT, cue="berichteten"),),
            ),
        ),
    )


FLOOD = (
    "Nach tagelangem Regen ist die Wiese am Auenbach überflutet worden.",
    "Bürgermeister Volkhard Öhler sprach von „zwei Metern Wasser im Keller des Rathauses“.",
    "120 Soldaten füllten Sandsäcke.",
)


def flood() -> Summary:
    """An article without a date or a headline of its own."""
    return Summary(
        id="nach-tagelangem-regen",
        path="seeds/regen.txt",
        title="Wiese am Auenbach überflutet",
        title_origin=TitleOrigin.DERIVED,
        sentences=tuple(
            Sentence(id=number, text=text, paragraph=0) for number, text in enumerate(FLOOD)
        ),
        key_facts=(KeyFact(sentence=0, score=1.0), KeyFact(sentence=2, score=0.5)),
        figures=(
            figure(
                FLOOD,
                1,
                "zwei",
                2,
                kind=FigureKind.MEASURE,
                unit="length-meter",
                noun="Metern",
                label="Metern Wasser",
                source=0,
                certainty=Certainty.ATTRIBUTED,
            ),
            figure(FLOOD, 2, "120", 120, noun="Soldaten", label="Soldaten"),
        ),
        sources=(
            Source(
                id=0,
                name="Volkhard Öhler",
                kind=SourceKind.PERSON,
                role="Bürgermeister",
                aliases=("Öhler",),
                statements=(
                    Statement(
                        sentence=1,
                        mode=Mode.DIRECT,
                        cue="sprach",
                        quote="zwei Metern Wasser im Keller des Rathauses",
                    ),
                ),
            ),
        ),
    )


def both_articles() -> dict[str, tuple[Edition, ...]]:
    """The two articles in German and English: one reviewed, one partly by machine and pending."""
    strike, rain = harbour(), flood()
    english_rain = edition(
        rain,
        "en",
        {
            SegmentKind.TITLE: {rain.title: "Meadow on the Auenbach flooded"},
            SegmentKind.SENTENCE: {
                FLOOD[0]: "After days of rain, the meadow on the Auenbach was flooded.",
                FLOOD[1]: "",
                FLOOD[2]: "120 soldiers filled sandbags.",
            },
            SegmentKind.QUOTE: {"zwei Metern Wasser im Keller des Rathauses": ""},
            SegmentKind.ROLE: {"Bürgermeister": "mayor"},
            SegmentKind.LABEL: {"Metern Wasser": "", "Soldaten": "soldiers"},
        },
        state=TranslationState.MACHINE,
        states={
            FLOOD[1]: TranslationState.PENDING,
            "zwei Metern Wasser im Keller des Rathauses": TranslationState.REFUSED,
            "Bürgermeister": TranslationState.GLOSSARY,
            "Soldaten": TranslationState.GLOSSARY,
            "Metern Wasser": TranslationState.PENDING,
        },
    )
    return {
        "de": (
            Edition(language="de", summary=rain),
            Edition(language="de", summary=strike),
        ),
        "en": (edition(strike, "en", HARBOUR_ENGLISH), english_rain),
    }
