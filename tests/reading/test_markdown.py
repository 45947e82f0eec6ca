"""Markdown gives its headings and paragraphs as plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.problem import Problem
from summarizer.summary import Article, Role, TitleOrigin

Refused = Callable[..., Problem]
Read = Callable[..., Article]


def lines(article: Article) -> list[tuple[str, str]]:
    return [(s.role.value, s.text) for s in article.sentences]


def test_headings_paragraphs_lists_and_quotations_become_lines(read: Read) -> None:
    article = read(
        "# Brand in Halle\n"
        "\n"
        "Bei einem Brand sind *drei* Menschen **verletzt** worden.\n"
        "Das teilte die [Polizei](https://polizei.example) mit.\n"
        "\n"
        "Was bekannt ist\n"
        "---------------\n"
        "\n"
        "- Die Halle steht leer\n"
        "- Der Schaden ist hoch\n"
        "\n"
        "> „Wir hatten Glück.“\n",
        "a.md",
    )

    assert lines(article) == [
        ("heading", "Brand in Halle"),
        ("body", "Bei einem Brand sind drei Menschen verletzt worden."),
        ("body", "Das teilte die Polizei mit."),
        ("heading", "Was bekannt ist"),
        ("body", "Die Halle steht leer"),
        ("body", "Der Schaden ist hoch"),
        ("body", "„Wir hatten Glück.“"),
    ]
    assert article.title == "Brand in Halle"
    assert article.title_origin is TitleOrigin.HEADING


def test_an_image_gives_its_description_as_caption(read: Read, german: str) -> None:
    article = read(
        f"![Rauch über der Halle](rauch.jpg)\n\n*Aufnahme vom Abend.*\n\n{german}", "a.md"
    )

    assert [s.text for s in article.sentences if s.role is Role.CAPTION] == [
        "Rauch über der Halle",
        "Aufnahme vom Abend.",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "Die [Polizei](javascript:alert(1)) ermittelt.",
        "Die <b onclick=alert(1)>Polizei</b> ermittelt.",
        "Die Polizei ermittelt.<!-- verborgen -->",
        "Die [Polizei][1] ermittelt.\n\n[1]: https://polizei.example",
        "Die `Polizei` ermittelt.",
        "Die ***Polizei*** ermittelt.",
        "<div><script>alert(1)</script>Die Polizei ermittelt.</div>",
    ],
)
def test_only_the_text_of_markup_stays(read: Read, german: str, markup: str) -> None:
    article = read(f"{german}\n{markup}\n", "a.md")

    assert article.sentences[-1].text == "Die Polizei ermittelt."


def test_code_is_left_out(read: Read, german: str) -> None:
    article = read(f"{german}\n```\nrm -rf /\n```\n\n    eingerückt\n", "a.md")

    assert len(article.sentences) == 3


def test_captions_and_teasers_are_told_in_markdown_too(read: Read, german: str) -> None:
    article = read(f"{german}\nLesen Sie auch: [Der Streit](x.html)\n", "a.md")

    assert article.sentences[-1].role is Role.TEASER


def test_deep_nesting_does_no_harm(read: Read, german: str) -> None:
    assert len(read(f"{german}\n{'>' * 5000} tief\n", "a.md").sentences) >= 3
    assert len(read(f"{german}\n{'- ' * 5000}tief\n", "a.md").sentences) >= 3


def test_html_nested_deeper_than_the_parser_reads_is_refused_and_not_cut(
    german: str, refused: Refused
) -> None:
    nested = "<div>" * 300 + "Der Rat tagt am Montag." + "</div>" * 300
    problem = refused(f"{german}\n{nested}\n", "a.md")

    assert problem.message == "nests elements more than 200 deep"
    assert problem.line == german.count("\n") + 2


def test_html_nested_as_editors_nest_it_keeps_its_text(read: Read, german: str) -> None:
    nested = "<div>" * 90 + "Der Rat tagt am Montag." + "</div>" * 90

    assert read(f"{german}\n{nested}\n", "a.md").sentences[-1].text == "Der Rat tagt am Montag."
