"""Search in each language, as the browser does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from summarizer.publishing import SearchEngine, SiteSettings

STRIKE = "articles/streik-im-luebecker-hafen/"
INITIAL = {"de": "Suchbegriff eingeben", "en": "Type to start searching"}
Found = Callable[[str, str], list[str]]


@pytest.fixture(scope="module", params=["material", "pagefind"])
def address(
    request: pytest.FixtureRequest,
    build: Callable[..., Path],
    newsroom: ModuleType,
    settings: SiteSettings,
    serve: Callable[[Path], Any],
) -> Iterator[str]:
    """The address of a site that each of the engines searches."""
    chosen = settings.model_copy(update={"search": SearchEngine(request.param)})
    with serve(build(newsroom.both_articles(), chosen)) as base:
        yield base


@pytest.fixture(scope="module")
def readers(browser: Browser, address: str) -> Iterator[dict[str, Page]]:
    """A reader of each language, who has the front page open."""
    opened = {language: browser.new_page() for language in ("de", "en")}
    for language, page in opened.items():
        page.goto(f"{address}/{language}/")
    yield opened
    for page in opened.values():
        page.close()


@pytest.fixture
def found(readers: dict[str, Page], address: str) -> Callable[[str, str], list[str]]:
    """Results for a query, best first: their addresses below the language's front page."""

    def found(language: str, query: str) -> list[str]:
        page = readers[language]
        box = page.locator("[data-md-component=search-query]")
        state = page.locator(".md-search-result__meta")
        # The theme listens for keys, which `fill` does not press.
        box.fill("")
        box.press("End")
        expect(state).to_have_text(INITIAL[language])
        box.fill(query)
        box.press("End")
        expect(state).not_to_have_text(INITIAL[language])
        page.wait_for_timeout(100)
        links = page.locator(".md-search-result__link")
        addresses = links.evaluate_all("all => all.map(link => link.href)")
        start = f"{address}/{language}/"
        return [re.sub(r"\?[^#]*", "", one).removeprefix(start) for one in addresses]

    return found


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("de", "Schiff", STRIKE),
        ("de", "Hafenarbeitern", STRIKE),
        ("de", "Soldat", "articles/nach-tagelangem-regen/"),
        ("en", "ship", STRIKE),
        ("en", "soldier", "articles/nach-tagelangem-regen/"),
        ("en", "walking", STRIKE),
    ],
    ids=lambda value: value,
)
def test_another_form_of_a_word_finds_it(
    found: Found, language: str, query: str, path: str
) -> None:
    assert any(result.startswith(path) for result in found(language, query))


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("de", "Kuestenbote", "sources/kuestenbote/"),
        ("de", "Joerdis Massmann", "sources/joerdis-massmann/"),
        ("de", "ueberflutet", "articles/nach-tagelangem-regen/"),
        ("de", "Beschaeftigter", STRIKE),
        ("en", "Luebeck", STRIKE),
    ],
    ids=lambda value: value,
)
def test_umlauts_can_be_typed_as_two_letters(
    found: Found, language: str, query: str, path: str
) -> None:
    assert any(result.startswith(path) for result in found(language, query))


@pytest.mark.parametrize(
    ("language", "query"),
    [("de", "1.200"), ("en", "1,200"), ("de", "6,5"), ("en", "6.5"), ("en", "3.5 billion")],
    ids=lambda value: value,
)
def test_a_figure_is_found_as_that_language_writes_it_and_leads_to_the_figures(
    found: Found, language: str, query: str
) -> None:
    assert f"{STRIKE}#figures" in found(language, query)


@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "Gewerkschaft Nordkai"), ("de", "Nordkai union"), ("de", "maritime office")],
    ids=lambda value: value,
)
def test_a_source_is_found_by_its_name_in_either_language(
    found: Found, language: str, query: str
) -> None:
    results = found(language, query)
    assert any(r.startswith("sources/") or "#source-" in r for r in results)


def test_a_title_comes_before_a_mention(found: Found) -> None:
    assert found("en", "strike")[0] == STRIKE


def test_german_evidence_is_not_in_the_english_index(found: Found) -> None:
    assert found("en", "Hafenarbeiter") == []


def test_searching_raises_no_error(page: Page, address: str, witness: Callable) -> None:
    seen = witness(page, address)
    page.goto(f"{address}/de/")
    page.locator("[data-md-component=search-query]").fill('Maenner +"(*~^: ae <b>')
    page.wait_for_timeout(500)
    assert seen.complaints == []


def test_a_word_found_by_its_stem_is_not_called_missing(
    readers: dict[str, Page], found: Found
) -> None:
    assert found("de", "Schiffen")
    expect(readers["de"].locator(".md-search-result__terms")).to_have_count(0)
