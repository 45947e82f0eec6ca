"""What speaks for a sentence: each feature on sentences that have it and that don't."""

from __future__ import annotations

import pytest

from summarizer.extraction.key_facts import model
from summarizer.extraction.salience import FEATURES, measure
from summarizer.german.pipeline import analyse
from summarizer.summary import (
    Article,
    Figure,
    FigureKind,
    Mode,
    Role,
    Sentence,
    Source,
    SourceKind,
    Statement,
    TitleOrigin,
)


def features(
    *texts: str,
    title: str = "",
    roles: dict[int, Role] | None = None,
    figures: tuple[Figure, ...] = (),
    sources: tuple[Source, ...] = (),
) -> list[dict[str, float]]:
    article = Article(
        id="a",
        path="a.txt",
        title=title or texts[0],
        title_origin=TitleOrigin.FRONT_MATTER if title else TitleOrigin.DERIVED,
        sentences=tuple(
            Sentence(id=i, text=text, role=(roles or {}).get(i, Role.BODY))
            for i, text in enumerate(texts)
        ),
    )
    return [dict(c.features) for c in measure(analyse(article), figures, sources)]


@pytest.mark.parametrize(
    ("feature", "with_it", "without"),
    [
        (
            "match_result",
            "Die Bremer gewannen gegen Emden mit 3:1.",
            "Die Bremer gewannen gegen Emden nach langem Kampf.",
        ),
        (
            "match_result",
            "Die Bremer gewannen gegen Emden mit 3:1.",
            "Die Aktien werden im Verhältnis 3:1 getauscht.",
        ),
        (
            "event",
            "Der Landtag hat das Gesetz verabschiedet.",
            "Der Landtag ist ein Bau aus Sandstein.",
        ),
        (
            "event",
            "Der Konzern stellte den Betrieb in Gera ein.",
            "Der Konzern stellte einen Zaun auf die Wiese.",
        ),
        (
            "event",
            "Die Polizei teilte mit, dass zwei Männer festgenommen wurden.",
            "Die Polizei teilte mit, dass zwei Männer in der Stadt wohnen.",
        ),
        ("state", "Die Schlucht gilt als schwer zugänglich.", "Die Schlucht wurde gesperrt."),
        ("state", "Die Künstlerin ist für Glas bekannt.", "Die Künstlerin stellt in Köln aus."),
        ("reported", "Der Schaden an der Brücke sei gering.", "Der Schaden ist gering."),
        (
            "reported",
            "Die Brücke habe gehalten.",
            "Die Brücke habe gehalten, sagte ein Sprecher.",
        ),
        ("reported", "Die Brücke habe gehalten.", "Laut Polizei habe die Brücke gehalten."),
        ("conjecture", "Der Fahrer stand offenbar unter Schock.", "Der Fahrer stand still."),
        ("conjecture", "Der Umsatz dürfte steigen.", "Der Umsatz wird steigen."),
        ("done", "Die Werft ist verkauft worden.", "Die Werft baut Fähren."),
        ("done", "Zwei Männer wurden verletzt.", "Zwei Männer hatten den Bus verpasst."),
        ("year", "Der Vertrag gilt bis 2031.", "Der Vertrag kostet 2031 Euro."),
        ("year", "Die Brücke entstand 1904.", "Die Brücke kostete 1904,5 Millionen."),
        ("short", "Der Rat stimmte am Abend zu.", "Der Rat der Stadt Husum stimmte am Abend zu."),
        ("condition", "Wenn es regnet, wird der Platz nass.", "Am Montag wird der Platz nass."),
        ("condition", "Falls Köln siegt, steigt Bonn ab.", "Köln siegt, und Bonn steigt ab."),
        ("bare", "Es ist still geworden im alten Haus.", "Es ist still geworden in Husum."),
        (
            "epithet",
            "Der 57-Jährige trainiert den Klub seit Mai.",
            "Der 57-jährige Ole Brandt trainiert den Klub seit Mai.",
        ),
        (
            "epithet",
            "Die verletzte Frau kam nach Bonn.",
            "Die Angeklagte Eva Lenz kam nach Bonn.",
        ),
    ],
)
def test_a_feature_is_there_or_not(feature: str, with_it: str, without: str) -> None:
    first, second = features(with_it, without)
    assert first[feature] > second[feature] == 0.0


def test_the_earlier_a_sentence_stands_the_more_it_counts() -> None:
    found = features("Ein Haus brennt.", "Ein Mann hilft.", "Der Rat tagt.")
    assert [f["early"] for f in found] == pytest.approx([1, 0.8, 0.64])


def test_a_figure_makes_up_for_a_name() -> None:
    figure = Figure(sentence=1, surface="drei", value=3, kind=FigureKind.COUNT, start=0)
    first, second = features("Ein altes Haus brennt.", "Drei Wagen kamen.", figures=(figure,))
    assert (first["bare"], second["bare"]) == (1.0, 0.0)


def test_what_a_longer_sentence_says_again_is_restated_and_the_longer_is_not() -> None:
    short, full, other = features(
        "Der Sänger trennt sich von seiner Frau.",
        "Nach zwölf Jahren Ehe trennt sich der Sänger Ole Brandt von seiner Frau Eva Lenz.",
        "Beide leben in einem Haus am See bei Husum.",
    )
    assert (short["restated"], full["restated"], other["restated"]) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("sentences", "expected"), [(3, -1.1), (5, -1.1), (15, 0.0), (20, 0.29), (60, 0.29)]
)
def test_competition_grows_with_the_article_within_bounds(sentences: int, expected: float) -> None:
    found = features(*["Der Rat tagt in Husum."] * sentences)
    assert {round(f["competition"], 2) for f in found} == {expected}


def test_lines_that_are_no_body_text_are_no_candidates() -> None:
    found = features(
        "Sturm deckt Schule ab",
        "Ein Sturm hat in Husum eine Schule abgedeckt.",
        "Foto: Archiv",
        roles={0: Role.HEADING, 2: Role.CAPTION},
    )
    assert len(found) == 1


def test_a_sentence_carries_the_headline_also_in_compounds() -> None:
    carrying, other = features(
        "Das Segelflugzeug stürzte bei Essen auf einen Parkplatz.",
        "Seelsorger kümmerten sich um die Zeugen.",
        title="Flugzeug stürzt auf Parkplatz",
    )
    assert carrying["headline_share"] == 1.0
    assert other["headline_share"] == 0.0


def test_a_short_word_is_no_part_of_a_compound() -> None:
    (found,) = features("Der Wahlkreis Soest bleibt bestehen.", title="Wahl ungültig")
    assert found["headline_share"] == 0.0


def test_a_section_heading_counts_for_its_section_alone() -> None:
    roles = {0: Role.HEADING, 2: Role.HEADING}
    first, second = features(
        "Erdbeben erschüttert Insel",
        "Ein Erdbeben hat die Insel erschüttert.",
        "Tesla wechselt Aufsichtsrat",
        "Der Aufsichtsrat von Tesla bekommt einen neuen Vorsitz.",
        roles=roles,
    )
    assert first["headline_share"] == 1.0
    assert second["headline_share"] >= 2 / 3


def test_a_sentence_is_long_by_its_words_within_bounds() -> None:
    few, many, more = features("Der Rat tagt.", "Rat " * 40 + "tagt.", "Rat " * 90 + "tagt.")
    assert (few["length"], many["length"], more["length"]) == (pytest.approx(3 / 40), 1.0, 1.0)


def test_an_amount_of_money_counts_twice() -> None:
    paid = Figure(sentence=0, surface="drei", value=3, kind=FigureKind.MONEY, start=0)
    counted = Figure(sentence=1, surface="drei", value=3, kind=FigureKind.COUNT, start=0)
    first, second = features("Drei Euro fehlen.", "Drei Wagen kamen.", figures=(paid, counted))
    assert (first["figure"], first["money"]) == (1.0, 1.0)
    assert (second["figure"], second["money"]) == (1.0, 0.0)


def test_a_figure_counts_where_it_stands() -> None:
    figure = Figure(sentence=1, surface="drei", value=3, kind=FigureKind.COUNT, start=0)
    first, second = features("Ein Haus brennt.", "Drei Wagen kamen.", figures=(figure,))
    assert (first["figure"], second["figure"]) == (0.0, 1.0)


def test_direct_speech_counts_as_own_words_and_a_report_does_not() -> None:
    source = Source(
        id=0,
        name="Eva Lenz",
        kind=SourceKind.PERSON,
        statements=(
            Statement(sentence=0, mode=Mode.DIRECT),
            Statement(sentence=1, mode=Mode.INDIRECT),
        ),
    )
    first, second = features(
        "„Das Werk schließt“, sagte Lenz.", "Das Werk schließe, sagte Lenz.", sources=(source,)
    )
    assert (first["own_words"], second["own_words"]) == (1.0, 0.0)
    assert (first["attributed"], second["attributed"]) == (0.0, 1.0)


def test_a_report_that_leaves_its_speaker_to_the_sentence_before_is_not_attributed() -> None:
    source = Source(
        id=0,
        name="Eva Lenz",
        kind=SourceKind.PERSON,
        statements=tuple(Statement(sentence=i, mode=Mode.INDIRECT) for i in (0, 1)),
    )
    first, second = features(
        "Das Werk in Gera schließt, sagte Lenz.",
        "Die Maschinen kommen nach Polen.",
        sources=(source,),
    )
    assert (first["attributed"], first["reported"]) == (1.0, 0.0)
    assert (second["attributed"], second["reported"]) == (0.0, 1.0)


def test_measured_described_and_weighed_features_are_the_same() -> None:
    (found,) = features("Ein Haus brennt.")
    assert set(found) == set(FEATURES) == set(model().weights)


def test_an_article_without_body_text_has_no_candidates() -> None:
    assert features("Foto: Archiv", roles={0: Role.CAPTION}) == []
