"""Search in each language, as the browser does it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from summarizer.publishing import SearchEngine, SiteSettings

STRIKE = "articles/streik-im-luebecker-hafen/"
INITIAL = {"de": "Suchbegriff eingeben", "en": "Type to start searching"}
FOUND = re.compile("Treffer|Suchergebnis|matches|match|document")
Found = Callable[[str, str], list[str]]


@pytest.fixture(scope="module", params=["material", "pagefind"])
def site_folder(
    request: pytest.FixtureRequest,
    build: Callable[..., Path],
    newsroom: ModuleType,
    settings: SiteSettings,
) -> Path:
    """A site that each of the engines searches."""
    chosen = settings.model_copy(update={"search": SearchEngine(request.param)})
    return build(newsroom.both_articles(), chosen)


@pytest.fixture(scope="module")
def address(site_folder: Path, serve: Callable[[Path], Any]) -> Iterator[str]:
    """Its address."""
    with serve(site_folder) as base:
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
        expect(state).to_have_text(FOUND)
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


def test_the_page_that_a_result_leads_to_has_the_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/de/?q=Schiff")
    page.locator(".md-search-result__link[href*='#figures']").evaluate("link => link.click()")
    page.wait_for_url(re.compile("#figures$"))
    assert "Schiffe" in page.locator("main mark").all_inner_texts()


def _of_search(page: Page) -> list[str]:
    """What the page loads from now on for its search: file names."""
    loaded: list[str] = []
    page.on(
        "request",
        lambda request: (
            loaded.append(request.url.split("/")[-1].split("?")[0])
            if re.search(r"/workers/|/search/|/lunr/", request.url)
            else None
        ),
    )
    return loaded


def test_a_page_loads_no_search_before_its_reader_searches(page: Page, address: str) -> None:
    loaded = _of_search(page)
    page.goto(f"{address}/de/{STRIKE}", wait_until="networkidle")
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    # The worker that waits for the first word, and what tells it the engine.
    assert loaded == ["search.js", "search_index.json"]
    page.keyboard.type("Schiff")
    page.locator(".md-search-result__item").first.wait_for()
    assert len(loaded) > 4


def test_what_is_there_before_the_search_weighs_next_to_nothing(site_folder: Path) -> None:
    for language in ("de", "en"):
        folder = site_folder / language
        waiting = (
            folder / "search/search_index.json",
            folder / "assets/javascripts/workers/search.js",
        )
        assert sum(len(gzip.compress(path.read_bytes())) for path in waiting) < 2_000


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_and_the_arrows_lead_to_a_result(
    page: Page, address: str, key: str
) -> None:
    page.goto(f"{address}/de/", wait_until="networkidle")
    page.keyboard.press(key)
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("Streik")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(STRIKE))


def test_escape_closes_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}/de/", wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize(("language", "word"), [("de", "Soldat"), ("en", "soldier")])
def test_a_link_with_a_query_shows_its_results(
    page: Page, address: str, language: str, word: str
) -> None:
    page.goto(f"{address}/{language}/?q={word}")
    expect(page.locator("[data-md-component=search-query]")).to_have_value(word)
    expect(page.locator(".md-search-result__link").first).to_be_attached()


def test_while_the_search_loads_it_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/de/", wait_until="networkidle")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route(re.compile("documents.json|workers/pagefind.js"), hold)
    page.locator("[data-md-component=search-query]").press_sequentially("Schiff")
    expect(page.locator(".md-search-result__meta")).to_have_text("Suche wird initialisiert")
    while not held:
        page.wait_for_timeout(50)
    for route in held:
        route.continue_()
    expect(page.locator(".md-search-result__meta")).to_have_text("1 Suchergebnis")


def test_after_a_broken_connection_the_next_key_tries_again(page: Page, address: str) -> None:
    page.goto(f"{address}/de/", wait_until="networkidle")
    lost = re.compile("documents.json|pagefind-entry.json")
    page.context.route(lost, lambda route: route.abort())
    box = page.locator("[data-md-component=search-query]")
    box.press_sequentially("Schif")
    page.wait_for_timeout(500)
    page.context.unroute(lost)
    box.press_sequentially("f")
    expect(page.locator(".md-search-result__link").first).to_be_attached()


@pytest.mark.parametrize(
    "look", [("light", 1280), ("dark", 360)], ids=["light, wide", "dark, narrow"]
)
@pytest.mark.parametrize(("language", "word"), [("de", "Schiff"), ("en", "union")])
def test_results_are_accessible(
    browser: Browser, address: str, language: str, word: str, look: tuple[Any, int]
) -> None:
    scheme, width = look
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(f"{address}/{language}/?q={word}")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_timeout(300)  # the theme fades the search in
    violations = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    page.close()
    assert [(each["id"], each["nodes"]) for each in violations.response["violations"]] == []


def test_without_javascript_no_search_pretends_to_work(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/de/")
    expect(page.locator("[data-md-component=search-query]")).not_to_be_visible()
    page.close()


def test_a_search_asks_no_other_host(page: Page, address: str, witness: Callable) -> None:
    seen = witness(page, address)
    page.goto(f"{address}/en/?q=strike")
    page.locator(".md-search-result__item").first.wait_for()
    assert seen.complaints == []
