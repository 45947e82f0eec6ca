"""Every word of the interface is in a catalogue, and every catalogue is complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from summarizer.problem import InputError
from summarizer.publishing import SiteSettings, render_pages
from summarizer.publishing.rendering import TEMPLATES
from summarizer.publishing.wording import FOLDER, wording

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "_word": None}
CATALOGUES = sorted(FOLDER.glob("*/LC_MESSAGES/publishing.po"))


@pytest.fixture(scope="module")
def messages() -> Catalog:
    """All interface words of the code and the templates."""
    found = Catalog()
    with (FOLDER / "babel.cfg").open() as file:
        method_map, options_map = parse_mapping_cfg(file)
    for _, _, message, _, _ in extract_from_dir(
        FOLDER.parent, method_map, options_map, keywords=KEYWORDS
    ):
        found.add(message)
    return found


def test_there_are_words_and_a_german_catalogue(messages: Catalog) -> None:
    assert len(messages) > 80
    assert FOLDER / "de/LC_MESSAGES/publishing.po" in CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_has_every_word_and_no_other(path: Path, messages: Catalog) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    assert not catalogue.fuzzy
    wanted = {message.id for message in messages if message.id}
    assert {message.id for message in catalogue if message.id} == wanted
    for message in catalogue:
        if message.id:
            strings = [message.string] if isinstance(message.string, str) else message.string
            assert all(strings), message.id
            assert not list(message.check()), message.id


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{:.*?\}|<[^>]*>", "", text, flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", text) in ([], ["Infinity"])


def test_a_language_without_a_catalogue_is_refused_with_advice() -> None:
    settings = SiteSettings(languages=("de", "nl"))
    with pytest.raises(InputError, match="no words in the language 'nl'") as refused:
        render_pages({"de": (), "nl": ()}, settings)
    assert "publishing.po" in refused.value.problem.hint


def test_words_come_in_the_right_plural() -> None:
    german = wording("de")
    forms = [german.ngettext("%(num)s figure", "%(num)s figures", n) for n in (1, 2)]
    assert forms == ["%(num)s Zahl", "%(num)s Zahlen"]
