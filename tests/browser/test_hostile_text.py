"""Published attacks in every field of an article come out as the text that they are.

The payloads are the classics of the OWASP and PortSwigger cheat sheets, with those of Markdown,
Jinja and YAML. A page fails if anything runs, loads or becomes an element that is not ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from summarizer.publishing import SearchEngine, SiteSettings
from summarizer.publishing.plain_text import one_line
from summarizer.summary import (
    Edition,
    Figure,
    FigureKind,
    KeyFact,
    Mode,
    SegmentKind,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    TitleOrigin,
    Translation,
    TranslationState,
)

PAYLOADS = [
    line
    for line in Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
    if line
]
# One article a group, so that a page has a payload in each field and there are few pages.
GROUP = 6
GROUPS = [PAYLOADS[start : start + GROUP] for start in range(0, len(PAYLOADS), GROUP)]


def hostile(number: int, payloads: list[str]) -> Summary:
    """An article whose every text is a payload."""
    first = payloads[0]
    return Summary(
        id=f"hostile-{number}",
        path=f"seeds/{first}.txt",
        title=first,
        title_origin=TitleOrigin.FRONT_MATTER,
        author=payloads[-1],
        publisher=first,
        url="javascript:alert(1)" if number % 2 else f"https://x.example/{first}",
        tags=tuple(payloads),
        sentences=tuple(Sentence(id=n, text=text) for n, text in enumerate(payloads)),
        key_facts=tuple(KeyFact(sentence=n, score=1.0, source=n) for n in range(len(payloads))),
        figures=tuple(
            Figure(
                sentence=n, surface=text[: len(text) // 2], value=n + 1, noun=text, label=text,
                qualifier=text, kind=FigureKind.COUNT, unit=text, start=0, source=n,
            )
            for n, text in enumerate(payloads)
        ),
        sources=tuple(
            Source(
                id=n, name=text, role=text, aliases=(text + text,), kind=list(SourceKind)[n % 5],
                statements=(Statement(sentence=n, mode=Mode.DIRECT, cue=text, quote=text),),
            )
            for n, text in enumerate(payloads)
        ),
    )  # fmt: skip


def english(summary: Summary, payloads: list[str]) -> Edition:
    """The article with payloads for translations, half of them by a machine."""
    states = [TranslationState.REVIEWED, TranslationState.MACHINE]
    return Edition(
        language="en",
        summary=summary,
        translations={
            kind: {
                text: Translation(text=text, state=states[n % 2]) for n, text in enumerate(payloads)
            }
            for kind in SegmentKind
        },
    )


@pytest.fixture(scope="module")
def hostile_site(build: Callable[..., Path]) -> Path:
    """A site of attacks that Material's engine searches."""
    return _hostile_site(build, SearchEngine.MATERIAL)


def _hostile_site(build: Callable[..., Path], engine: SearchEngine) -> Path:
    summaries = [hostile(number, payloads) for number, payloads in enumerate(GROUPS)]
    editions = {
        "de": [Edition(language="de", summary=summary) for summary in summaries],
        "en": [english(*pair) for pair in zip(summaries, GROUPS, strict=True)],
    }
    settings = SiteSettings(
        url="https://x.example/",
        title={"": PAYLOADS[1]},
        description={"": PAYLOADS[31]},
        contact="https://x.example/" + PAYLOADS[31],
        search=engine,
    )
    return build(editions, settings)


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path, serve: Callable) -> Iterator[str]:
    with serve(hostile_site) as base:
        yield base


@pytest.fixture(scope="module")
def searched(
    hostile_address: str, build: Callable[..., Path], serve: Callable
) -> Iterator[dict[SearchEngine, str]]:
    """The addresses of the site with each engine."""
    with serve(_hostile_site(build, SearchEngine.PAGEFIND)) as other:
        yield {SearchEngine.MATERIAL: hostile_address, SearchEngine.PAGEFIND: other}


def foreign_elements(page: Page) -> list[str]:
    """What stands in the page and can only come from a payload."""
    found: list[str] = page.evaluate(
        """() => {
            const foreign = document.querySelectorAll(
                "iframe, object, embed, video, audio, marquee, math, style, x, img, base, animate,"
                + "meta[http-equiv=refresh], .md-content em, .md-content code, .admonition"
            );
            const active = [...document.querySelectorAll("*")].filter((element) =>
                [...element.attributes].some((attribute) => attribute.name.startsWith("on"))
            );
            const away = [...document.querySelectorAll("[href], [src]")].filter((element) => {
                const url = new URL(element.href || element.src, location);
                return url.protocol === "javascript:" || url.hostname.includes("tracker");
            });
            return [...foreign, ...active, ...away].map((element) => element.outerHTML);
        }"""
    )
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_an_article_of_attacks_is_harmless_text(
    page: Page, hostile_address: str, witness: Callable, language: str, number: int
) -> None:
    seen = witness(page, hostile_address)
    page.goto(f"{hostile_address}/{language}/articles/hostile-{number}/")
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    page.locator("summary").first.hover()
    expect(page.get_by_role("heading", level=1)).to_have_text(one_line(GROUPS[number][0]))
    shown = [one_line(text) for text in page.locator(".fact__text").all_inner_texts()]
    for text, fact in zip(GROUPS[number], shown, strict=True):
        assert fact.removesuffix(" machine-translated") == one_line(text)
    assert page.title().startswith(one_line(GROUPS[number][0]))
    assert foreign_elements(page) == []
    assert seen.complaints == []


@pytest.mark.parametrize("path", ["", "archive/undated/", "sources/", "tags/", "about/"])
def test_lists_of_attacks_are_harmless_text(
    page: Page, hostile_address: str, witness: Callable, path: str
) -> None:
    seen = witness(page, hostile_address)
    page.goto(f"{hostile_address}/en/{path}")
    page.wait_for_timeout(100)
    assert foreign_elements(page) == []
    assert seen.complaints == []
    page.goto(f"{hostile_address}/?")
    assert seen.complaints == []


@pytest.mark.parametrize("engine", [SearchEngine.MATERIAL, SearchEngine.PAGEFIND])
@pytest.mark.parametrize("query", ["alert tracker script", "<img> src=x", "onerror"])
def test_results_of_a_search_are_harmless_text(
    page: Page,
    searched: dict[SearchEngine, str],
    witness: Callable,
    engine: SearchEngine,
    query: str,
) -> None:
    address = searched[engine]
    seen = witness(page, address)
    page.goto(f"{address}/en/")
    box = page.locator("[data-md-component=search-query]")
    box.fill(query)
    box.press("End")
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    page.wait_for_timeout(300)
    assert foreign_elements(page) == []
    assert seen.complaints == []
