"""The files at the root of the site."""

from __future__ import annotations

import html5lib
import pytest

from summarizer.publishing import SiteSettings, root_pages

XHTML = "{http://www.w3.org/1999/xhtml}"


def test_the_chooser_links_every_language_in_its_own_words() -> None:
    pages = root_pages(SiteSettings())
    document = html5lib.parse(pages["index.html"], "etree")
    links = {a.attrib["href"]: (a.attrib["hreflang"], a.text) for a in document.iter(f"{XHTML}a")}
    assert links == {"de/": ("de", "Deutsch"), "en/": ("en", "English")}
    sections = [e.attrib["lang"] for e in document.iter(f"{XHTML}section")]
    assert sections == ["de", "en"]


def test_without_an_address_there_is_no_sitemap_and_robots_names_none() -> None:
    pages = root_pages(SiteSettings())
    assert "sitemap.xml" not in pages
    assert b"Sitemap" not in pages["robots.txt"]


@pytest.mark.parametrize(
    ("url", "base"),
    [(None, "/"), ("https://x.example", "/"), ("https://x.example/repo", "/repo/")],
    ids=["unknown", "a host", "below a path"],
)
def test_the_page_for_what_is_missing_finds_its_style_at_any_depth(
    url: str | None, base: str
) -> None:
    page = root_pages(SiteSettings(url=url))["404.html"].decode("utf-8")
    assert f'href="{base}root.css"' in page
    assert f'href="{base}de/"' in page
    assert "Diese Seite gibt es nicht." in page
    assert "This page does not exist." in page


def test_every_asset_that_the_root_names_is_there() -> None:
    pages = root_pages(SiteSettings())
    document = html5lib.parse(pages["index.html"], "etree")
    named = [
        e.attrib.get("src") or e.attrib.get("href")
        for e in document.iter()
        if e.tag in (f"{XHTML}script", f"{XHTML}link") and e.attrib.get("rel") != "alternate"
    ]
    files = [name for name in named if name and not name.startswith("data:")]
    assert files == ["root.css", "choose.js"]
    assert set(files) <= set(pages)
