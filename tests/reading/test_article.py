"""A file becomes an article, or is refused with a reason, whatever is in it."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from simplemma import in_target_language

from summarizer.problem import InputError, Problem
from summarizer.reading import Limits, read_article
from summarizer.reading.finite_verbs import has_finite_verb
from summarizer.summary import Article, Role, TitleOrigin

Read = Callable[..., Article]
Refused = Callable[..., Problem]

SEED = Path(__file__).parents[2] / "seeds" / "000_02a9048fcc89feeb.txt"
P1 = "Der Rat hat den Bau einer Brücke beschlossen. Sie soll die alte ersetzen."
P2 = "Die Arbeiten beginnen im Frühjahr. Die Kosten trägt das Land."


@pytest.fixture(scope="module")
def seed() -> Article:
    return read_article(SEED)


def test_the_article_in_seeds_has_its_captions_and_its_link_told_from_its_text(
    seed: Article,
) -> None:
    other = {s.text[:30]: s.role for s in seed.sentences if s.role is not Role.BODY}

    assert other == {
        "Scheinen sich bestens zu verst": Role.CAPTION,
        "Der nordkoreanische DIktatur K": Role.CAPTION,
        "Bald im Gefecht gegen Nordkore": Role.CAPTION,
        "Auch bei NIUS: Der Gefangenen-": Role.TEASER,
    }
    assert len(seed.sentences) == 29


def test_the_article_in_seeds_gets_a_title_from_its_first_sentence(seed: Article) -> None:
    assert seed.title == "Nordkorea hat damit begonnen, Truppen nach Russland zu entsenden"
    assert seed.title_origin is TitleOrigin.DERIVED
    assert seed.id == "000-02a9048fcc89feeb"


def test_nothing_is_invented_about_the_article_in_seeds(seed: Article) -> None:
    assert (seed.date, seed.author, seed.publisher, seed.url) == (None,) * 4
    assert seed.tags == ()


def test_every_word_of_the_article_in_seeds_is_kept(seed: Article) -> None:
    words = SEED.read_text(encoding="utf-8").split()

    assert " ".join(s.text for s in seed.sentences).split() == words


def test_ids_count_sentences_and_paragraphs_count_lines(read: Read) -> None:
    article = read(f"Neue Brücke\n\n{P1}\n\n{P2}\n")

    assert [s.id for s in article.sentences] == [0, 1, 2, 3, 4]
    assert [s.paragraph for s in article.sentences] == [0, 1, 1, 2, 2]


def test_the_first_heading_before_the_text_is_the_title(read: Read) -> None:
    article = read(f"Rat beschließt neue Brücke\n{P1}\nKritik von Anwohnern\n{P2}\n")

    assert article.title == "Rat beschließt neue Brücke"
    assert article.title_origin is TitleOrigin.HEADING


def test_a_kicker_is_not_the_title(read: Read) -> None:
    assert read(f"Verkehr\n\nRat beschließt neue Brücke\n\n{P1}\n").title == (
        "Rat beschließt neue Brücke"
    )


def test_a_heading_amid_the_text_is_not_the_title(read: Read) -> None:
    article = read(f"{P1}\nKritik von Anwohnern\n{P2}\n")

    assert article.title == "Der Rat hat den Bau einer Brücke beschlossen"
    assert article.title_origin is TitleOrigin.DERIVED


def test_date_and_author_come_from_the_byline(read: Read) -> None:
    article = read(f"Rat beschließt neue Brücke\nVon Eva Beispiel\nStand: 3. Mai 2018\n{P1}\n")

    assert article.date == datetime.date(2018, 5, 3)
    assert article.author == "Eva Beispiel"


def test_the_path_is_shown_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(P1, encoding="utf-8")

    assert read_article(path).path == str(path)
    assert read_article(path, shown_as="seeds/a.txt").path == "seeds/a.txt"


def test_a_file_without_running_text_is_refused(refused: Refused) -> None:
    problem = refused("Neue Brücke\n\nFoto: dpa\n")

    assert problem.message == "has no running text, only headings, captions or links"


def test_an_english_article_is_refused(refused: Refused) -> None:
    text = "The council has voted for the new bridge. It is to be built by the end of the year."

    assert refused(text).message == "is written in English, not in German"


BIG = {
    "one line of 4 MB": b"Die Polizei ermittelt. " * 180_000,
    "one word of 4 MB": b"a" * 4_000_000,
    "a million short lines": b"Ja.\n" * 1_000_000,
    "a hundred thousand sentences": b"Er ging. Sie blieb. Es war so.\n" * 34_000,
    "a million quotation marks": "„".encode() * 1_000_000,
    "nothing but escapes": b"\x1b[" * 2_000_000,
    "text without letters": b"1 2 3. " * 500_000,
}


@pytest.fixture(scope="module", autouse=True)
def _loaded_models() -> None:
    """Loads what is loaded once a process, so that tests of time measure their input alone."""
    in_target_language("Haus", lang="de")
    has_finite_verb("Er geht.")


@pytest.mark.parametrize("content", BIG.values(), ids=BIG.keys())
def test_what_is_too_big_is_refused_quickly(refused: Refused, content: bytes) -> None:
    began = time.process_time()
    problem = refused(content)

    assert problem.message
    assert time.process_time() - began < 10


MANY = Limits(max_sentences=50_000)
# Each fills its lines to the limit with what a rule looks for.
ADVERSARIAL = {
    "brackets": "(" * 9000,
    "quotation marks": "„" * 9000 + '"' * 9000,
    "abbreviations": "z. B. " * 3000,
    "initials": "A. " * 6000,
    "dashes": " - a" * 4500,
    "commas": "der, " * 3500,
    "colons": "Foto: " * 3000,
    "names": "Von " + "Anna " * 3600,
    "name parts": "Von " + "Anna von " * 2000,
    "dates": "3. Mai 2018, " * 1400,
    "digits": "1" * 19000,
    "digits and dots": "1." * 9000,
    "capitals": "A" * 19000,
    "hyphens": "a-" * 9000,
    "apostrophes": "a'" * 9000,
    "spaces and closers": " “" * 9000,
    "agencies": "dpa/" * 4500,
    "place names": "Ab cd " * 3000 + "(",
    "teaser labels": "Mehr " * 3500,
    "full stops": "." * 19000,
    "ellipses": "… " * 9000,
}


@pytest.mark.parametrize("line", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_no_rule_takes_more_than_linear_time(read: Read, line: str, name: str) -> None:
    began = time.process_time()
    with suppress(InputError):
        read(f"{line}\n\n{P1}\n{P2}\n\n{line}\n{P1}\n\n{line}.\n", name, MANY)

    assert time.process_time() - began < 3


PIECES = st.sampled_from(
    [
        "---\n", "title: X\n", "# ", "\n", "\n\n", "<p>", "</div>", "<script>", "![a](b)", "„",
        "“", '"', "Foto: ", "Von ", "Der Mann ging. ", "Lesen Sie auch: ", "3. Mai 2018 ",
        "(dpa) - ", "\x00", "\r\n", "\x1b[31m", "\u202e", "\u0308", "&amp;", "- ", "> ", "```\n",
        "[", "](", "Die Polizei sagte, sie ", "habe drei Männer festgenommen. ", "z. B. ", "Dr. ",
        ": ", " … ", "1. ", "\ufeff", "Ä", "ß", "🙂",
    ]
)  # fmt: skip
CONTENT = st.one_of(
    st.binary(max_size=600),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "ignore")),
    st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode()),
    st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode("utf-16")),
    st.lists(PIECES, max_size=60).map(lambda p: "".join(p).encode("cp1252", "ignore")),
)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@settings(
    max_examples=300, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=CONTENT)
def test_any_bytes_become_an_article_or_are_refused_with_a_reason(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    try:
        article = read_article(path, shown_as=name)
    except InputError as error:
        problem = error.problem
    else:
        check_article(article)
        return
    assert problem.path == name
    assert problem.message
    assert problem.hint


def check_article(article: Article) -> None:
    """What holds of every article."""
    assert [s.id for s in article.sentences] == list(range(len(article.sentences)))
    assert all(s.text and s.text == " ".join(s.text.split()) for s in article.sentences)
    assert any(s.role is Role.BODY for s in article.sentences)
    assert article.title.strip()
    assert all(c.isprintable() or c in "\u200c\u200d" for s in article.sentences for c in s.text)
    assert Article.model_validate_json(article.model_dump_json()) == article
