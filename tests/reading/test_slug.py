"""A page's name is stable, plain ASCII, and never a path."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.slug import MAX_LENGTH, check_slug, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_02a9048f", "000-02a9048f"),
        ("Größe & Maß", "groesse-und-mass"),
        ("Zürich, Straße 5", "zuerich-strasse-5"),
        ("Café Señor", "cafe-senor"),
        ("Łódź Ærø", "lodz-aeroe"),
        ("../../etc/passwd", "etc-passwd"),
        ("a.b.c", "a-b-c"),
        ("A B", "a-b"),
        ("con", "artikel-con"),
        ("LPT1", "artikel-lpt1"),
        ("index", "artikel-index"),
    ],
)
def test_a_file_name_becomes_a_slug(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["🙂", "..", "---", "", "新闻"])
def test_a_name_without_latin_letters_gets_one_from_its_hash(name: str) -> None:
    assert re.fullmatch(r"artikel-[0-9a-f]{8}", slugify(name))
    assert slugify(name) != slugify(name + "🙃")


def test_two_forms_of_the_same_name_have_the_same_slug() -> None:
    name = "Übermäßig"

    assert slugify(unicodedata.normalize("NFD", name)) == slugify(name) == "uebermaessig"


def test_long_names_are_cut_between_words_and_stay_apart() -> None:
    first, second = (slugify("ein sehr langer name " * 12 + end) for end in ("a", "b"))

    assert first != second
    assert len(first) <= MAX_LENGTH
    assert re.fullmatch(r"(ein|sehr|langer|name)(-(ein|sehr|langer|name))*-[0-9a-f]{8}", first)


@given(st.text(max_size=300))
def test_any_name_becomes_a_valid_slug_and_the_same_one_each_time(name: str) -> None:
    slug = slugify(name)

    assert check_slug(slug) == slug
    assert slugify(name) == slug


@pytest.mark.parametrize(
    "slug",
    ["", "A", "ä", "a_b", "a--b", "-a", "a-", "../a", "a/b", "a b", "con", "index", "a" * 81],
)
def test_a_slug_that_the_front_matter_gives_must_be_one(slug: str) -> None:
    with pytest.raises(ValueError, match="must"):
        check_slug(slug)
