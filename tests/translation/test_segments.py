"""What of a summary is translated."""

from translated_articles import COST, FIRE, HURT, QUOTED, summary

from summarizer.summary import SegmentKind
from summarizer.translation.segments import find_segments


def texts(kind: SegmentKind, *sentences: str) -> list[str]:
    return [s.text for s in find_segments(summary(sentences)) if s.kind is kind]


def test_every_cited_sentence_is_a_segment_in_the_order_of_the_article() -> None:
    assert texts(SegmentKind.SENTENCE, HURT, FIRE, COST) == [HURT, FIRE, COST]


def test_a_sentence_that_nothing_cites_is_none() -> None:
    article = summary((FIRE, COST)).model_copy(update={"key_facts": (), "figures": ()})
    kinds = [s.text for s in find_segments(article) if s.kind is SegmentKind.SENTENCE]
    assert kinds == [COST]


def test_the_same_sentence_twice_is_one_segment() -> None:
    assert texts(SegmentKind.SENTENCE, FIRE, FIRE) == [FIRE]


def test_title_quotes_roles_labels_and_amounts_are_segments() -> None:
    found = {(s.kind, s.text) for s in find_segments(summary())}
    assert {
        (SegmentKind.TITLE, "Brand"),
        (SegmentKind.QUOTE, "Wir hatten Glück"),
        (SegmentKind.ROLE, "Bürgermeisterin"),
        (SegmentKind.LABEL, "Feuerwehrleute"),
        (SegmentKind.AMOUNT, "rund"),
    } <= found


def test_names_of_organisations_are_segments_and_names_of_people_are_not() -> None:
    assert texts(SegmentKind.NAME, COST, QUOTED) == ["Polizei"]


def test_the_unit_of_a_figure_is_no_label_because_it_stands_in_the_amount() -> None:
    assert texts(SegmentKind.LABEL, COST) == []


def test_a_segment_knows_its_sentence() -> None:
    quote = next(s for s in find_segments(summary()) if s.kind is SegmentKind.QUOTE)
    assert quote.sentence == 3
