"""Figures of any text: no exception, right offsets, finite values, time that grows with length."""

from __future__ import annotations

import math
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.extraction.figures import find_figures
from summarizer.german.pipeline import AnalysedArticle, analyse
from summarizer.summary import Article, Figure, Sentence, TitleOrigin

PIECES = [
    *("1", "2", "20", "1000", "2018", "3,5", "3.5", "10.000", "10 000", "60.0000", "1,234,567"),
    *("0800", "-5", "½", "1½", "12:30", "2:1", "20-30", "4.5.2018", "3.", "27.", "(9)", "(32),"),
    *(
        "zwei",
        "drei",
        "anderthalb",
        "zwei-",
        "zweieinhalb",
        "Hunderte",
        "Millionen",
        "Mio.",
        "Mrd.",
    ),
    *("Dutzend", "tausend", "halbe", "die Hälfte", "ein Viertel", "zwei Drittel", "ein paar"),
    *("mehrere", "bis", "bis zu", "zwischen", "und", "oder", "von", "auf", "um", "mit", "über"),
    *("rund", "mehr als", "insgesamt", "je", "zum", "am", "seit", "minus", "der", "des", "davon"),
    *("Prozent", "Euro", "%", "€", "$", "km/h", "°C", "m²", "Jahre", "Jahre alt", "Uhr", "Pfund"),
    *("Soldaten", "Menschen", "junge", "Berliner", "Platz", "Tore:", "Zahl", "Stärke", "März"),
    *("92-fachen", "dreitägigen", "50-Prozent-Anteil", "18-", "25-Jährige", "8-Millionen-Projekt"),
    *(",", ".", ":", ";", "(", ")", "„", "“", "–", "-", "/", "kamen", "wurden", "A8", "G20"),
]


def figures_of(*texts: str) -> tuple[Figure, ...]:
    article = Article(
        id="a",
        path="a.txt",
        title="",
        title_origin=TitleOrigin.DERIVED,
        sentences=tuple(Sentence(id=i, text=text) for i, text in enumerate(texts)),
    )
    return find_figures(analyse(article))


def check(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.start : figure.start + len(figure.surface)] == figure.surface
        assert figure.surface.strip() == figure.surface != ""
        for value in (figure.value, figure.value_max):
            assert value is None or math.isfinite(value)
        if figure.value_max is not None:
            assert figure.value is not None
            assert figure.value < figure.value_max
        assert figure.rule


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_figures_that_stand_in_it(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", "\N{NO-BREAK SPACE}"]))
def test_any_mixture_of_numerals_and_words_gives_figures_that_stand_in_it(
    pieces: list[str], space: str
) -> None:
    check(space.join(pieces))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789.,:-–/+' \N{THIN SPACE}½%€()x", max_size=40))
def test_any_digits_and_marks_give_figures_that_stand_in_them(text: str) -> None:
    check(text + " Euro")


LONG = {
    "digits": "7" * 200_000,
    "groups of thousands": ".".join(["123"] * 30_000),
    "thousands with spaces": "1 " + "000 " * 8_000,
    "numbers in a list": "20, " * 8_000 + "Kinder",
    "number words in a list": "zwei, " * 8_000,
    "ranges": "2 bis " * 8_000 + "3 Tage",
    "numbers linked by auf": "von 2 auf " * 6_000 + "30 Prozent",
    "one long number word": "zweihundert" * 15_000,
    "one long compound": "zwei-" * 30_000 + "Tage",
    "scale words": "Millionen " * 8_000,
    "ordinals": "27. " * 8_000,
    "qualifiers": "rund " * 8_000 + "20 Euro",
    "genitives": "20 Kinder " + "der Kinder " * 6_000,
    "adjectives": "20 " + "junge " * 8_000 + "Kinder",
    "brackets": "12 (" * 6_000,
    "open and closed brackets": "12 (3) " * 5_000,
    "colons": "Tore: 3 " * 6_000,
    "nouns for a number": "die Zahl " + "stieg auf " * 4_000 + "20",
    "bare numbers far from their noun": "Zahl " + "20 und " * 6_000,
    "quotation marks": "20 " + "„" * 20_000,
    "ages": "im Alter von " + "20, " * 6_000 + "Jahren",
    "hyphens": "-" * 100_000 + "5",
    "trailing marks": "5" + "." * 100_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_adversarial_text_is_read_in_bounded_time(text: str) -> None:
    figures_of("Zwei Menschen.")  # the pipeline and the lexicons are loaded once a process
    half, whole = (seconds(text[: len(text) // part]) for part in (20, 10))

    # Linear time doubles with the length; quadratic time would grow fourfold. The floor keeps
    # the noise of a busy machine out.
    assert whole < 3 * half + 1.0


def seconds(text: str) -> float:
    article = Article(
        id="a",
        path="a.txt",
        title="",
        title_origin=TitleOrigin.DERIVED,
        sentences=(Sentence(id=0, text=text),),
    )
    # Tokens alone: the tagger has limits of its own, and these rules must not need it to be quick.
    analysed = AnalysedArticle(article, (spacy.blank("de")(text),))
    start = time.process_time()
    find_figures(analysed)
    return time.process_time() - start
