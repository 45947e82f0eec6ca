"""Hand-written YAML is plain data, and what does not fit is named with its line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from summarizer import strict_yaml
from summarizer.problem import InputError


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    size: int = 1


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str = "untitled"
    inner: Inner = Inner()
    names: list[str] = []


def test_plain_data_is_read() -> None:
    read = strict_yaml.read(Model, "title: Ein Titel\ninner: {size: 3}\nnames: [a, b]", "x.yml")
    assert read == Model(title="Ein Titel", inner=Inner(size=3), names=["a", "b"])


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_document_gives_the_defaults(text: str) -> None:
    assert strict_yaml.read(Model, text, "x.yml") == Model()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: a\ntitel: b", 2, "unknown key 'titel'"),
        ("inner:\n  size: 1\n  sise: 2", 3, "unknown key 'inner.sise'"),
        ("title: a\ninner:\n  size: many", 3, "inner.size: Input should be a valid integer"),
        ("names:\n- a\n- {}", 3, "names.1: Input should be a valid string"),
        ("title: a\ntitle: b", 2, "the key 'title' comes twice"),
        ("a: &x 1\nb: *x", 1, "anchors and aliases are not allowed"),
        ("title: !!python/object/apply:os.system [ls]", 1, "is not allowed"),
        ("title: !local a", 1, "the tag !local is not allowed"),
        ("title: [a", 1, "not valid YAML"),
        ("title: a\n\tinner: b", 2, "not valid YAML"),
        ("title: a\n---\ntitle: b", 2, "not valid YAML"),
        ("- a\n- b", 1, "the document: Input should be"),
        ("title: " + "[" * 200, 1, "nested too deeply"),
        ("title: 2024-02-31", 1, "not valid YAML: day is out of range"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        strict_yaml.read(Model, text, "x.yml")
    assert caught.value.problem.path == "x.yml"
    assert caught.value.problem.line == line
    assert message in caught.value.problem.message


def test_a_mistyped_key_gets_a_suggestion() -> None:
    with pytest.raises(InputError, match=r"Did you mean 'title'\? Known keys: title, inner, names"):
        strict_yaml.read(Model, "titel: x", "x.yml")


def test_all_mistakes_are_named_at_once_in_the_order_of_their_lines() -> None:
    text = "names: 3\ntitel: x\ninner:\n  size: many\n  more: 1"
    with pytest.raises(InputError) as caught:
        strict_yaml.read(Model, text, "x.yml")
    assert caught.value.problem.line == 1
    told = caught.value.problem.message
    parts = ["names: ", "line 2: unknown key 'titel'", "line 4: inner.size", "line 5: unknown key"]
    assert sorted(parts, key=told.index) == parts


def test_a_heap_of_mistakes_does_not_make_a_wall_of_text() -> None:
    text = "\n".join(f"key{number}: x" for number in range(500))
    with pytest.raises(InputError, match="line 6: unknown key 'key5'; 494 more\n") as caught:
        strict_yaml.read(Model, text, "x.yml")
    assert len(caught.value.problem.message) < 300


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: One: two", 'needs quotation marks, such as title: "One: two"'),
        (" title: a\ninner: {}", "left edge"),
        ("title: a\n\tinner: b", "spaces instead of tabs"),
        ("title: @home", "needs quotation marks"),
        ("title: 'open", "Close the quotation mark"),
        ('title: "One" two', "whole value in quotation marks"),
        ("title:a", "a space after the colon"),
        ("inner: {}\ntitle\n", "key: value"),
    ],
)
def test_common_slips_get_a_hint_that_helps(text: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        strict_yaml.read(Model, text, "x.yml")
    assert hint in caught.value.problem.hint


def test_lines_are_counted_from_where_the_document_begins_in_its_file() -> None:
    with pytest.raises(InputError) as caught:
        strict_yaml.read(Model, "title: a\nwrong: 1", "x.md", first_line=2)
    assert caught.value.problem.line == 3


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(InputError):
        strict_yaml.load(text, "x.yml")
