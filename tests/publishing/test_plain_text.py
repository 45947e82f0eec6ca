"""Whatever a text holds, it comes out as that text and nothing else."""

from __future__ import annotations

import html
import json

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summarizer.publishing.plain_text import (
    clean,
    for_markdown,
    for_script,
    front_matter,
    one_line,
    slug,
)

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image with a handler": '<img src=x onerror="alert(1)">',
    "link": "[click](javascript:alert(1))",
    "image": "![x](https://tracker.example/x.png)",
    "reference link": "[x][y]",
    "autolink": "<https://tracker.example>",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ ==f== ^^g^^",
    "code": "`code` ``code``",
    "attribute list": "text {: onclick=alert(1) } {#id .class}",
    "admonition": '!!! danger "x"',
    "list": "1. one",
    "heading": "# heading #",
    "macro": "{{ config }} {% include 'x' %} {# x #}",
    "entity": "&lt;b&gt; &amp;amp;",
    "backslashes": r"\* \\* \[",
    "footnote": "[^1] and [^1]: x",
    "abbreviation": "*[HTML]: x",
    "emoji": ":smile:",
    "snippet": '--8<-- "file"',
    "rule": "---",
    "table": "| a | b |",
    "placeholder": "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03",
}
EXTENSIONS = [
    "attr_list", "admonition", "footnotes", "abbr", "tables", "toc", "md_in_html", "def_list",
    "pymdownx.caret", "pymdownx.tilde", "pymdownx.mark", "pymdownx.magiclink", "pymdownx.snippets",
]  # fmt: skip


def heading(text: str) -> str:
    """The HTML inside the heading that a template makes of `text`."""
    source = f"# {for_markdown(text)} {{: #top }}\n"
    made = markdown.markdown(source, extensions=EXTENSIONS)
    assert made.startswith('<h1 id="top">'), made
    assert made.endswith("</h1>"), made
    return made.removeprefix('<h1 id="top">').removesuffix("</h1>")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_in_a_heading_is_text(text: str) -> None:
    made = heading(text)
    assert "<" not in made
    assert html.unescape(made) == one_line(text)


@given(st.text(min_size=1).filter(lambda text: one_line(text) != ""))
def test_any_text_in_a_heading_is_that_text(text: str) -> None:
    made = heading(text)
    assert "<" not in made
    assert html.unescape(made) == one_line(text)


@given(st.text(alphabet="*_[](){}<>#+-.!`~^=|\\&:\"' \n1a", min_size=1))
def test_any_heap_of_markdown_marks_in_a_heading_is_that_text(text: str) -> None:
    if one_line(text):
        assert html.unescape(heading(text)) == one_line(text)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text()))
def test_front_matter_keeps_any_text_escaped_for_html(values: dict[str, str]) -> None:
    text = front_matter(values)
    assert text.startswith("---\n")
    assert text.endswith("---\n")
    read = yaml.safe_load(text.split("---\n", 1)[1].rsplit("---\n", 1)[0]) or {}
    assert {key: html.unescape(value) for key, value in read.items()} == {
        key: one_line(value) for key, value in values.items()
    }
    assert not any("<" in value or '"' in value for value in read.values())


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_cannot_end_the_script(data: object) -> None:
    made = for_script(data)
    assert not set("<>&") & set(made)
    json.loads(made)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x07c", "abc"),
        ("links \u202etfel\u202c", "links tfel"),
        ("a\ud800b", "ab"),
        ("\ufeffa\ufffe", "a"),
        ("Zeile\nZeile\tTab", "Zeile\nZeile\tTab"),
        ("Selenskyj 🇺🇦 – „ja“", "Selenskyj 🇺🇦 – „ja“"),
    ],
    ids=["control", "bidi override", "surrogate", "byte order mark", "white space", "letters"],
)
def test_cleaning_drops_what_no_text_needs(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Jördis Maßmann", "joerdis-massmann"),
        ("NIS", "nis"),
        ("Élysée / Paris", "elysee-paris"),
        ("../../etc/passwd", "etc-passwd"),
        ("Путин", ""),
        ("a" * 100, "a" * 60),
    ],
    ids=["umlauts", "capitals", "accents", "path", "another script", "long"],
)
def test_a_slug_is_a_safe_name_for_a_folder(name: str, made: str) -> None:
    assert slug(name) == made
