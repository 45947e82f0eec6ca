"""What a reader does on the site, in a real browser."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

STRIKE = "articles/streik-im-luebecker-hafen/"
FLOOD = "articles/nach-tagelangem-regen/"
PAGES = {
    "front page": "",
    "article": STRIKE,
    "article partly translated": FLOOD,
    "archive": "archive/",
    "month": "archive/2024-10/",
    "topics": "tags/",
    "topic": "tags/arbeit/",
    "sources": "sources/",
    "source": "sources/kuestenbote/",
    "about": "about/",
    "not found": "404.html",
}


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_loads_without_an_error_or_a_request_to_another_host(
    page: Page, address: str, language: str, path: str, witness: Callable
) -> None:
    seen = witness(page, address)
    page.goto(f"{address}/{language}/{path}", wait_until="load")
    page.wait_for_timeout(150)
    assert seen.complaints == []
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_breaks_no_rule_of_wcag_in_light_or_dark(
    browser: Browser, address: str, language: str, path: str
) -> None:
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # Of a wide page nothing but its colours is another in the dark.
    for scheme, width, of in (
        ("light", 1280, {"type": "tag", "values": rules}),
        ("dark", 1280, {"type": "rule", "values": ["color-contrast"]}),
        ("dark", 360, {"type": "tag", "values": rules}),
    ):
        page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
        page.goto(f"{address}/{language}/{path}")
        for details in page.locator("details").all()[:3]:
            details.evaluate("element => element.open = true")
        found = Axe().run(page, options={"runOnly": of})
        page.close()
        assert found.violations_count == 0, f"{scheme}, {width}: {found.generate_report()}"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_is_wider_than_a_small_phone(
    browser: Browser, address: str, language: str, path: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/{language}/{path}")
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_the_language_link_stays_on_the_article(
    browser: Browser, address: str, javascript: bool
) -> None:
    page = browser.new_page(java_script_enabled=javascript)
    page.goto(f"{address}/de/{STRIKE}")
    page.get_by_role("link", name="EN", exact=True).click()
    page.wait_for_url(f"{address}/en/{STRIKE}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Strike at the port of Lübeck")
    page.get_by_role("link", name="DE", exact=True).click()
    page.wait_for_url(f"{address}/de/{STRIKE}")
    page.close()


def test_a_keyboard_opens_and_closes_the_evidence(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{STRIKE}")
    evidence = page.locator("#fact-2 details")
    summary = evidence.locator("summary")
    german = evidence.locator("blockquote[lang=de]")
    expect(german).to_be_hidden()
    page.locator("#fact-2 .fact__source a").last.focus()
    page.keyboard.press("Tab")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    expect(german).to_be_visible()
    expect(evidence.locator("blockquote[lang=en]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(german).to_be_hidden()


def test_without_javascript_an_article_has_all_its_text_and_evidence(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/en/{STRIKE}")
    row = page.locator("#figure-4")
    expect(row).to_contain_text("3.5 billion euros")
    expect(row).to_contain_text("hearsay")
    row.locator("summary").click()
    expect(row.locator("mark")).to_have_text("3,5 Milliarden")
    page.close()


def test_the_table_sorts_by_value_and_keeps_vague_amounts_last(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{STRIKE}")
    heading = page.get_by_role("button", name="Figure", exact=True)
    amounts = page.locator("table.figures tbody th")
    heading.click()
    assert amounts.all_inner_texts()[0] == "2 kilometres"
    assert amounts.all_inner_texts()[-1] == "dozens"
    heading.click()
    assert amounts.all_inner_texts()[0] == "3.5 billion euros"
    assert amounts.all_inner_texts()[-1] == "dozens"
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)


@pytest.mark.parametrize("place", ["source-5", "s10", "figure-9"])
def test_an_address_with_a_place_leads_there(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}/en/{STRIKE}#{place}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_a_chosen_dark_page_stays_dark(page: Page, address: str) -> None:
    page.goto(f"{address}/de/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}/de/{STRIKE}")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(
    ("browser_language", "expected"),
    [("en-GB", "en"), ("de-AT", "de")],
    ids=["English", "Austrian German"],
)
def test_the_chooser_leads_to_the_browsers_language(
    browser: Browser, address: str, browser_language: str, expected: str
) -> None:
    page = browser.new_page(locale=browser_language)
    page.goto(f"{address}/")
    page.wait_for_url(f"{address}/{expected}/")
    page.close()


def test_the_chooser_prefers_the_readers_last_choice(page: Page, address: str) -> None:
    page.goto(f"{address}/de/{STRIKE}")
    page.get_by_role("link", name="EN", exact=True).click()
    page.wait_for_url(f"{address}/en/{STRIKE}")
    page.goto(f"{address}/")
    page.wait_for_url(f"{address}/en/")


def test_the_chooser_offers_both_languages_where_it_cannot_choose(
    browser: Browser, address: str, witness: Callable
) -> None:
    french = browser.new_page(locale="fr-FR")
    seen = witness(french, address)
    french.goto(f"{address}/")
    french.wait_for_timeout(150)
    assert french.url == f"{address}/"
    expect(french.get_by_role("link", name="English")).to_be_visible()
    assert seen.complaints == []
    assert Axe().run(french).violations_count == 0
    french.close()
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(f"{address}/")
    plain.get_by_role("link", name="English").click()
    plain.wait_for_url(f"{address}/en/")
    plain.close()


def test_a_missing_page_of_the_whole_site_says_so_in_every_language(
    browser: Browser, address: str
) -> None:
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 740})
        page.goto(f"{address}/404.html")
        expect(page.locator("section[lang=de]")).to_contain_text("Diese Seite gibt es nicht.")
        expect(page.locator("section[lang=en]")).to_contain_text("This page does not exist.")
        assert Axe().run(page).violations_count == 0
        page.locator("section[lang=en] a").click()
        page.wait_for_url(f"{address}/en/")
        page.close()


@pytest.mark.parametrize("path", ["", STRIKE], ids=["front page", "article"])
def test_a_first_visit_loads_little(page: Page, address: str, language: str, path: str) -> None:
    loaded: dict[str, int] = {}
    page.on(
        "response", lambda answer: loaded.update({answer.url: len(gzip.compress(answer.body()))})
    )
    page.goto(f"{address}/{language}/{path}", wait_until="networkidle")
    without_index = {url: size for url, size in loaded.items() if "/search/" not in url}
    assert len(without_index) > 5
    assert sum(without_index.values()) <= 350_000, without_index


def test_sources_of_one_name_have_pages_that_a_reader_can_tell_apart(
    browser: Browser, build: Callable, settings: object, serve: Callable, newsroom: ModuleType
) -> None:
    rain = newsroom.flood()
    namesake = rain.sources[0].model_copy(update={"role": "Orgelbauer"})
    other = rain.model_copy(
        update={"id": "neue-orgel", "title": "Neue Orgel geweiht", "sources": (namesake,)}
    )
    editions = {
        language: [newsroom.edition(one, language, {}) for one in (rain, other)]
        for language in ("de", "en")
    }
    with serve(build(editions, settings)) as base:
        page = browser.new_page()
        page.goto(f"{base}/de/sources/")
        expect(page.locator(".index li")).to_have_count(2)
        page.locator(".index li", has_text="Orgelbauer").get_by_role("link").click()
        expect(page.locator(".appearance__title")).to_have_text("Neue Orgel geweiht")
        page.locator(".namesakes a").click()
        expect(page.locator(".appearance__title")).to_have_text("Wiese am Auenbach überflutet")
        assert Axe().run(page).violations_count == 0
        page.close()


def test_a_site_without_an_article_says_so(
    page: Page, build: Callable, settings: object, serve: Callable, witness: Callable
) -> None:
    empty: Path = build({"de": (), "en": ()}, settings)
    with serve(empty) as base:
        seen = witness(page, base)
        page.goto(f"{base}/de/")
        expect(page.locator(".empty")).to_have_text("Hier ist noch kein Artikel.")
        page.goto(f"{base}/en/sources/")
        expect(page.locator(".empty")).to_have_text("No article names a source yet.")
        assert seen.complaints == []


def test_a_keyboard_opens_the_search_on_a_small_screen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{address}/en/")
    page.get_by_role("button", name="Search", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.close()
