"""Front matter is read strictly, and what is wrong in it is named with its line."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from summarizer.problem import Problem
from summarizer.reading import Limits
from summarizer.summary import Article, TitleOrigin

Read = Callable[..., Article]
Refused = Callable[..., Problem]


def with_front_matter(german: str, *lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", german])


def test_every_key_reaches_the_article(read: Read, german: str) -> None:
    article = read(
        with_front_matter(
            german,
            "title: 'Brand in Halle: drei Verletzte'",
            "date: 2024-11-01",
            "author: [Eva Beispiel, Karl Muster]",
            "publisher: Beispiel-Zeitung",
            "url: https://beispiel.example/brand?id=1",
            "language: de-AT",
            "slug: brand-in-halle",
            "tags: [Feuerwehr, Halle, Feuerwehr]",
        ),
        "a.md",
    )

    assert article.id == "brand-in-halle"
    assert article.title == "Brand in Halle: drei Verletzte"
    assert article.title_origin is TitleOrigin.FRONT_MATTER
    assert article.date == datetime.date(2024, 11, 1)
    assert article.author == "Eva Beispiel, Karl Muster"
    assert article.publisher == "Beispiel-Zeitung"
    assert article.url == "https://beispiel.example/brand?id=1"
    assert article.language == "de"
    assert article.tags == ("Feuerwehr", "Halle")
    assert [s.text for s in article.sentences][-1].startswith("Die Ursache")


@pytest.mark.parametrize("date", ["2024-11-01", "'2024-11-01'", "1.11.2024", "01. 11. 2024",
                                  "2024-11-01T09:30:00+01:00", "2024-11-01 09:30"])  # fmt: skip
def test_a_date_is_read_in_iso_and_german_form(read: Read, german: str, date: str) -> None:
    article = read(with_front_matter(german, f"date: {date}"), "a.md")

    assert article.date == datetime.date(2024, 11, 1)


def test_plain_text_may_have_front_matter_too(read: Read, german: str) -> None:
    assert read(with_front_matter(german, "title: Brand in Halle")).title == "Brand in Halle"


def test_empty_front_matter_says_nothing(read: Read, german: str) -> None:
    article = read(f"---\n---\n{german}", "a.md")

    assert article.title_origin is TitleOrigin.DERIVED
    assert len(article.sentences) == 3


def test_line_ends_of_windows_are_no_hindrance(read: Read, german: str) -> None:
    content = with_front_matter(german, "title: Brand in Halle").replace("\n", "\r\n")

    assert read(content, "a.md").title == "Brand in Halle"


def test_a_thematic_break_at_the_beginning_is_no_front_matter(read: Read, german: str) -> None:
    article = read(f"---\n\n{german}\n---\n\n{german}", "a.md")

    assert len(article.sentences) == 6


def test_markup_in_a_value_stays_text_and_invisible_characters_go(read: Read, german: str) -> None:
    article = read(with_front_matter(german, 'title: "<b>Brand</b> \u202e{{ halle }}"'), "a.md")

    assert article.title == "<b>Brand</b> {{ halle }}"


MISTAKES = {
    "unknown key": (["titel: Brand"], 2, "titel"),
    "second line": (["title: Brand", "datum: 2024-11-01"], 3, "datum"),
    "impossible date": (["title: Brand", "date: 2024-02-30"], 3, "day is out of range"),
    "thirteenth month": (["date: 2024-13-01"], 2, "month must be in 1..12"),
    "impossible German date": (["date: 31.02.2024"], 2, "31.02.2024"),
    "date in words": (["date: gestern"], 2, "gestern"),
    "number as title": (["title: 1984"], 2, "must be text, not a number"),
    "truth value as title": (["title: yes"], 2, "must be text, not a truth value"),
    "list as title": (["title: [a, b]"], 2, "must be text, not a list"),
    "empty title": (["title: ''"], 2, "must not be empty"),
    "text as tags": (["tags: Politik"], 2, "must be a list"),
    "script as address": (["url: 'javascript:alert(1)'"], 2, "must be a web address"),
    "file as address": (["url: file:///etc/passwd"], 2, "must be a web address"),
    "address with password": (["url: https://a:b@beispiel.example/"], 2, "password"),
    "slug that is a path": (["slug: ../x"], 2, "small letters"),
    "reserved slug": (["slug: con"], 2, "reserved"),
    "language that is none": (["language: Deutsch!"], 2, "language code"),
    "key twice": (["title: A", "author: B", "title: C"], 4, "twice"),
    "alias": (["title: &a X", "author: *a"], 2, "alias"),
    "exploding aliases": (["a: &a [x,x]", "b: &b [*a,*a]", "c: [*b,*b]"], 2, "alias"),
    "object": (["title: !!python/object/apply:os.system [id]"], 2, "tag"),
    "value with a colon": (["title: Brand: drei Verletzte"], 2, "not valid YAML"),
    "tab": (["title: A", "\tauthor: B"], 3, "not valid YAML"),
    "deep nesting": (["tags: " + "[" * 2000], 2, "nested too deeply"),
    "list instead of keys": (["- title"], 2, ""),
}


@pytest.mark.parametrize(("lines", "line", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_file_and_line(
    refused: Refused, german: str, lines: list[str], line: int, message: str
) -> None:
    problem = refused(with_front_matter(german, *lines), "a.md")

    assert problem.path == "a.md"
    assert problem.line == line
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize("before", ["\n", "\n \n\n", " ", "\ufeff\n"], ids=repr)
def test_white_space_before_front_matter_is_no_hindrance(
    read: Read, refused: Refused, german: str, before: str
) -> None:
    article = read(before + with_front_matter(german, " title: Brand", " tags: [Halle]"), "a.md")
    assert (article.title, article.tags) == ("Brand", ("Halle",))
    assert len(article.sentences) == 3

    problem = refused(before + with_front_matter(german, "title: Brand", "tags: 3"), "a.md")
    assert problem.line == 3 + before.count("\n")


def test_a_key_without_a_space_behind_it_is_a_mistake_and_not_text(
    refused: Refused, german: str
) -> None:
    problem = refused(with_front_matter(german, "title:Brand"), "a.txt")
    assert problem.line == 2
    assert "a space after the colon" in problem.hint


def test_all_mistakes_are_named_at_once(refused: Refused, german: str) -> None:
    problem = refused(with_front_matter(german, "titel: Brand", "url: x", "tags: 3"), "a.md")
    assert problem.line == 2
    assert "unknown key 'titel'; line 3: url:" in problem.message
    assert "line 4: tags:" in problem.message


def test_a_near_miss_of_a_key_is_corrected_in_the_hint(refused: Refused, german: str) -> None:
    assert "'author'" in refused(with_front_matter(german, "autor: Eva"), "a.md").hint


def test_front_matter_must_be_closed(refused: Refused) -> None:
    problem = refused("---\ntitle: Brand\n\nDer Text beginnt hier.\n", "a.md")

    assert problem.message == "its front matter is not closed"


def test_front_matter_is_bounded(refused: Refused, german: str) -> None:
    content = with_front_matter(german, "title: Brand", *["# Kommentar"] * 50)

    assert "front matter" in refused(content, "a.md", Limits(max_front_matter_bytes=200)).message


def test_an_article_marked_as_english_is_refused(refused: Refused, german: str) -> None:
    problem = refused(with_front_matter(german, "language: en"), "a.md")

    assert problem.message == "is marked as written in 'en', not in German"
