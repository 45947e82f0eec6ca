"""Summaries and engines of our own for the tests of the translation room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.summary import (
    Certainty,
    Figure,
    FigureKind,
    KeyFact,
    Mode,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    TitleOrigin,
)

FIRE = "In Neudorf hat am Montag ein Lagerhaus gebrannt."
COST = "Laut Polizei entstand ein Schaden von rund 3,5 Millionen Euro."
HURT = "Zwölf Feuerwehrleute sollen verletzt worden sein."
QUOTED = "„Wir hatten Glück“, sagte Bürgermeisterin Eva Lindner."


def summary(
    texts: Sequence[str] = (FIRE, COST, HURT, QUOTED),
    *,
    article: str = "brand",
    title: str = "Brand",
) -> Summary:
    """A summary whose every sentence is a key fact, with a figure and two sources."""
    sources = []
    figures = []
    if QUOTED in texts:
        at = texts.index(QUOTED)
        statement = Statement(sentence=at, mode=Mode.DIRECT, cue="sagte", quote="Wir hatten Glück")
        sources.append(
            Source(
                id=0,
                name="Eva Lindner",
                kind=SourceKind.PERSON,
                role="Bürgermeisterin",
                statements=(statement,),
            )
        )
    if COST in texts:
        at = texts.index(COST)
        said = Statement(sentence=at, mode=Mode.INDIRECT, cue="laut")
        sources.append(
            Source(
                id=len(sources), name="Polizei", kind=SourceKind.ORGANISATION, statements=(said,)
            )
        )
        figures.append(
            Figure(
                sentence=at,
                surface="rund 3,5 Millionen",
                value=3_500_000,
                qualifier="rund",
                noun="Euro",
                label="Euro",
                kind=FigureKind.MONEY,
                unit="EUR",
                start=COST.index("rund"),
            )
        )
    if HURT in texts:
        figures.append(
            Figure(
                sentence=texts.index(HURT),
                surface="Zwölf",
                value=12,
                noun="Feuerwehrleute",
                label="Feuerwehrleute",
                kind=FigureKind.COUNT,
                certainty=Certainty.HEARSAY,
                start=0,
            )
        )
    return Summary(
        id=article,
        path=f"seeds/{article}.txt",
        title=title,
        title_origin=TitleOrigin.HEADING,
        sentences=tuple(Sentence(id=i, text=text) for i, text in enumerate(texts)),
        key_facts=tuple(KeyFact(sentence=i, score=1.0) for i in range(len(texts))),
        figures=tuple(figures),
        sources=tuple(sources),
    )


class FakeEngine:
    """Says what it is told to, and counts how often it is asked."""

    def __init__(self, says: Mapping[str, str], others: Mapping[str, str] | None = None) -> None:
        self.says = says
        self.others = others or {}
        self.asked: list[tuple[str, ...]] = []

    name = "fake 1.0"

    def translate(self, texts: Sequence[str], *, progress: object = None) -> list[str]:
        self.asked.append(tuple(texts))
        return [self.says.get(text, "") for text in texts]

    def alternatives(
        self, texts: Sequence[str], *, count: int = 4, progress: object = None
    ) -> list[tuple[str, ...]]:
        return [(self.others[text],) if text in self.others else () for text in texts]


ENGLISH = {
    "Brand": "Fire",
    FIRE: "A warehouse burned in Neudorf on Monday.",
    COST: "According to the police, the damage is about 3.5 million euros.",
    HURT: "Twelve firefighters are said to have been injured.",
    QUOTED: "“We were lucky,” said Mayor Eva Lindner.",
    "Wir hatten Glück": "We were lucky",
}
