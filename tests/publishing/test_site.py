"""The site as a static server would give it out, file by file."""

from __future__ import annotations

import filecmp
import json
import re
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from babel.messages.pofile import read_po, write_po

from summarizer.publishing import SiteError, SiteSettings, build_site, render_pages, wording
from summarizer.publishing.wording import FOLDER
from summarizer.summary import Edition

PROJECT = Path(__file__).parents[2]
STRIKE = "articles/streik-im-luebecker-hafen/"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ElementTrees = dict[str, ElementTree.Element]


@pytest.fixture(scope="module")
def documents(site: Path) -> ElementTrees:
    """Every HTML page of the site, parsed, by its path below the root."""
    return {
        page.relative_to(site).as_posix(): html5lib.parse(page.read_bytes(), "etree")
        for page in sorted(site.rglob("*.html"))
    }


def links(document: ElementTree.Element) -> Iterator[str]:
    for element in document.iter():
        for name in ("href", "src", "data-base"):
            if name in element.attrib:
                yield element.attrib[name]


def test_every_page_is_valid_html(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.read_bytes())
        assert [error for _, error, _ in parser.errors] == [], page


def test_no_id_stands_twice_on_a_page(documents: ElementTrees) -> None:
    for path, document in documents.items():
        ids = [element.attrib["id"] for element in document.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids)), path


def broken_links(site: Path, settings: SiteSettings) -> tuple[list[str], int]:
    """Links of the site that lead to no file or no anchor, and how many were looked at."""
    base = settings.url
    assert base is not None
    pages = {page: html5lib.parse(page.read_bytes(), "etree") for page in site.rglob("*.html")}
    anchors = {
        page: {element.attrib.get("id") for element in document.iter()}
        for page, document in pages.items()
    }
    broken, checked = [], 0
    for page, document in pages.items():
        path = page.relative_to(site).as_posix()
        here = urljoin(base, path.removesuffix("index.html"))
        for link in links(document):
            target = urlsplit(urljoin(here, link))
            if not target.geturl().startswith(base):
                continue
            checked += 1
            file = site / unquote(target.path.removeprefix(urlsplit(base).path))
            if file.is_dir():
                file /= "index.html"
            anchor = unquote(target.fragment)
            if not file.is_file() or (anchor and anchor not in anchors.get(file, {anchor})):
                broken.append(f"{path}: {link}")
    return broken, checked


def test_every_link_and_anchor_leads_somewhere(site: Path, settings: SiteSettings) -> None:
    broken, checked = broken_links(site, settings)
    assert broken == []
    assert checked > 500


def test_no_link_leads_to_a_section_that_is_left_out(
    build: Callable[..., Path], newsroom: ModuleType, settings: SiteSettings
) -> None:
    few = settings.model_copy(update={"sections": frozenset()})
    broken, checked = broken_links(build(newsroom.both_articles(), few), few)
    assert broken == []
    assert checked > 300


def test_no_page_names_another_host_to_load_from(documents: ElementTrees) -> None:
    for path, document in documents.items():
        for element in document.iter():
            loaded = element.attrib.get("src") or (
                element.attrib.get("href")
                if element.tag == f"{XHTML}link"
                and element.attrib.get("rel") in ("stylesheet", "icon", "preconnect", "preload")
                else None
            )
            assert not (loaded or "").startswith(("http:", "https:", "//")), f"{path}: {loaded}"


def test_every_page_has_a_policy_that_allows_no_inline_script(documents: ElementTrees) -> None:
    for path, document in documents.items():
        policies = [
            meta.attrib["content"]
            for meta in document.iter(f"{XHTML}meta")
            if meta.attrib.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1, path
        assert "default-src 'none'" in policies[0]
        assert "unsafe" not in policies[0]
        for script in document.iter(f"{XHTML}script"):
            kind = script.attrib.get("type", "")
            assert "src" in script.attrib or kind.endswith("json"), path
        assert not [e for e in document.iter() if "style" in e.attrib or "onclick" in e.attrib]


@pytest.mark.parametrize("path", ["", STRIKE, "archive/2024-10/", "sources/kuestenbote/", "about/"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_page_names_itself_in_every_language(
    documents: ElementTrees, settings: SiteSettings, language: str, path: str
) -> None:
    document = documents[f"{language}/{path}index.html"]
    head = [link.attrib for link in document.iter(f"{XHTML}link")]
    canonical = [link["href"] for link in head if link.get("rel") == "canonical"]
    assert canonical == [f"{settings.url}{language}/{path}"]
    alternates = {link["hreflang"]: link["href"] for link in head if "hreflang" in link}
    expected = {code: f"{settings.url}{code}/{path}" for code in ("de", "en")}
    assert alternates == expected | ({} if path else {"x-default": settings.url})
    assert document.attrib["lang"] == language


def test_the_sitemaps_list_every_page_once_in_both_languages(
    site: Path, documents: ElementTrees, settings: SiteSettings
) -> None:
    index = ElementTree.parse(site / "sitemap.xml").getroot()
    maps = [loc.text for loc in index.iter(f"{SITEMAP}loc")]
    assert maps == [f"{settings.url}{language}/sitemap.xml" for language in ("de", "en")]
    assert f"Sitemap: {settings.url}sitemap.xml" in (site / "robots.txt").read_text()
    for language in ("de", "en"):
        root = ElementTree.parse(site / language / "sitemap.xml").getroot()
        listed = [loc.text for loc in root.iter(f"{SITEMAP}loc")]
        pages = {
            f"{settings.url}{path.removesuffix('index.html')}"
            for path in documents
            if path.startswith(f"{language}/") and path.endswith("index.html")
        }
        assert sorted(listed) == sorted(pages)
        dates = {url.findtext(f"{SITEMAP}lastmod") for url in root}
        assert dates == {"2024-10-28", None}


def test_the_rss_feed_has_what_rss_demands_and_no_invented_date(
    site: Path, documents: ElementTrees, settings: SiteSettings
) -> None:
    root = ElementTree.parse(site / "en/feed.xml").getroot()
    assert (root.tag, root.attrib["version"]) == ("rss", "2.0")
    channel = root.find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language"))
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == [
        "Strike at the port of Lübeck",
        "Meadow on the Auenbach flooded",
    ]
    for item in items:
        link = item.findtext("link") or ""
        assert link == item.findtext("guid")
        assert link.removeprefix(f"{settings.url}") + "index.html" in documents
    assert parsedate_to_datetime(items[0].findtext("pubDate") or "").year == 2024
    assert items[1].find("pubDate") is None


def test_the_json_feed_meets_version_1_1(site: Path, settings: SiteSettings) -> None:
    feed = json.loads((site / "de/feed.json").read_text())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.url}de/feed.json"
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) == 2
    assert all(item["url"].startswith(feed["home_page_url"]) for item in feed["items"])
    assert feed["items"][0]["date_published"] == "2024-10-28T00:00:00Z"
    assert "date_published" not in feed["items"][1]


def test_pages_announce_the_feeds(documents: ElementTrees) -> None:
    head = [link.attrib for link in documents[f"en/{STRIKE}index.html"].iter(f"{XHTML}link")]
    feeds = {
        link["type"]: link["href"]
        for link in head
        if link.get("type", "").endswith(("rss+xml", "feed+json"))
    }
    assert feeds == {
        "application/rss+xml": "../../feed.xml",
        "application/feed+json": "../../feed.json",
    }


def test_linked_data_tells_the_summary_from_the_article_it_is_based_on(
    documents: ElementTrees, settings: SiteSettings
) -> None:
    data = [
        json.loads(script.text or "")
        for script in documents[f"en/{STRIKE}index.html"].iter(f"{XHTML}script")
        if script.attrib.get("type") == "application/ld+json"
    ]
    assert len(data) == 1
    assert data[0]["@type"] == "Article"
    assert data[0]["url"] == f"{settings.url}en/{STRIKE}"
    assert data[0]["headline"] == "Strike at the port of Lübeck"
    assert data[0]["isBasedOn"] == {
        "@type": "NewsArticle",
        "headline": "Streik im Lübecker Hafen",
        "inLanguage": "de",
        "datePublished": "2024-10-28",
        "author": {"@type": "Person", "name": "Onno Petersen"},
        "publisher": {"@type": "Organization", "name": "Hafenblatt"},
        "url": "https://hafenblatt.example/streik",
    }


def test_open_graph_has_title_type_locale_and_address(
    documents: ElementTrees, settings: SiteSettings
) -> None:
    found = {
        meta.attrib["property"]: meta.attrib["content"]
        for meta in documents[f"de/{STRIKE}index.html"].iter(f"{XHTML}meta")
        if "property" in meta.attrib
    }
    assert found["og:type"] == "article"
    assert found["og:title"] == "Streik im Lübecker Hafen"
    assert found["og:locale"] == "de_DE"
    assert found["og:url"] == f"{settings.url}de/{STRIKE}"
    assert found["article:published_time"] == "2024-10-28"


def test_open_graph_has_an_image_of_its_own_of_the_size_it_says(
    site: Path, documents: ElementTrees, settings: SiteSettings
) -> None:
    found = {
        meta.attrib["property"]: meta.attrib["content"]
        for meta in documents["en/index.html"].iter(f"{XHTML}meta")
        if "property" in meta.attrib
    }
    assert found["og:image"].startswith(f"{settings.url}en/")
    image = (site / found["og:image"].removeprefix(str(settings.url))).read_bytes()
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", image[16:24])
    assert (str(width), str(height)) == (found["og:image:width"], found["og:image:height"])


def test_the_search_index_is_of_one_language_with_its_own_stemmer(site: Path) -> None:
    for language, word, foreign in (
        ("de", "Beschäftigte", "employees"),
        ("en", "employees", "Beschäftigte"),
    ):
        index = json.loads((site / language / "search/search_index.json").read_text())
        assert index["config"]["lang"] == [language]
        assert "stemmer" in index["config"]["pipeline"]
        documents = json.loads((site / language / "search/documents.json").read_text())["docs"]
        text = " ".join(entry["text"] for entry in documents)
        assert word in text
        assert foreign not in text


def test_the_same_editions_give_the_same_bytes(
    build_anew: Callable[..., Path], newsroom: ModuleType, settings: SiteSettings, site: Path
) -> None:
    again = build_anew(newsroom.both_articles(), settings)
    files = [path.relative_to(site) for path in sorted(site.rglob("*")) if path.is_file()]
    assert files == [p.relative_to(again) for p in sorted(again.rglob("*")) if p.is_file()]
    _, different, unreadable = filecmp.cmpfiles(site, again, files, shallow=False)
    assert (different, unreadable) == ([], [])


def test_the_site_names_no_path_of_this_machine(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert str(PROJECT) not in text, path
            assert str(site.parent) not in text, path


def test_a_full_folder_is_never_built_into(tmp_path: Path, settings: SiteSettings) -> None:
    (tmp_path / "precious").touch()
    with pytest.raises(FileExistsError):
        build_site(PROJECT, tmp_path, tmp_path, settings)


def test_a_broken_page_is_an_error_that_names_it(
    tmp_path: Path, newsroom: ModuleType, settings: SiteSettings
) -> None:
    docs = tmp_path / "docs"
    for path, content in render_pages(newsroom.both_articles(), settings).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content)
    with (docs / "en/about.md").open("a") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    with pytest.raises(SiteError, match=r"nowhere\.md") as failed:
        build_site(PROJECT, docs, tmp_path / "site", settings)
    assert failed.value.language == "en"
    lenient = build_site(PROJECT, docs, tmp_path / "lenient", settings, strict=False)
    assert any("nowhere.md" in warning for warning in lenient.warnings)


@pytest.mark.parametrize("title", ["2024", "Yes", "null", "a: b", '"Tor" & <Tür>', "- x"])
def test_any_title_of_the_site_stays_that_title(build: Callable[..., Path], title: str) -> None:
    made = build({"de": ()}, SiteSettings(languages=("de",), title={"": title}))
    head = html5lib.parse((made / "de/index.html").read_bytes(), "etree")
    assert head.findtext(f"{XHTML}head/{XHTML}title") == title


def test_a_third_language_needs_only_a_catalogue_and_a_line_of_configuration(
    tmp_path: Path,
    newsroom: ModuleType,
    build: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A catalogue of French, as far as this test looks; the rest stays English.
    with (FOLDER / "de/LC_MESSAGES/publishing.po").open("rb") as file:
        catalogue = read_po(file)
    catalogue.locale = "fr"
    for message in catalogue:
        if message.id == "Key facts":
            message.string = "L’essentiel"
    monkeypatch.setattr(wording, "FOLDER", tmp_path)
    path = wording.catalogue_path("fr")
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)
    shutil.copytree(FOLDER / "de", tmp_path / "de")

    strike = newsroom.harbour()
    editions = newsroom.both_articles() | {"fr": (Edition(language="fr", summary=strike),)}
    site = build(editions, SiteSettings(languages=("de", "en", "fr")))
    page = (site / "fr" / STRIKE / "index.html").read_text()
    assert '<html lang="fr"' in page
    assert "L’essentiel" in page
    assert "28 octobre 2024" in page
    assert 'lang="de"' in page
    assert re.search(r'<a href="\.\./\.\./\.\./en/articles/[^"]+" hreflang="en"', page)
    english = (site / "en" / STRIKE / "index.html").read_text()
    assert 'hreflang="fr"' in english
    index = json.loads((site / "fr/search/search_index.json").read_text())
    assert index["config"]["lang"] == ["fr"]
    assert 'href="fr/"' in (site / "index.html").read_text()


def test_mkdocs_asks_no_other_host(
    tmp_path: Path, newsroom: ModuleType, settings: SiteSettings
) -> None:
    """In a network namespace without an interface the build is the same."""
    if subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to make a network namespace")
    docs = tmp_path / "docs"
    for path, content in render_pages(newsroom.both_articles(), settings).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content)
    code = (
        "import sys; from pathlib import Path\n"
        "from summarizer.publishing import SiteSettings, build_site\n"
        "project, docs, out = map(Path, sys.argv[1:])\n"
        "print(build_site(project, docs, out, SiteSettings()).pages)\n"
    )
    python = PROJECT / ".venv/bin/python"
    run = subprocess.run(
        ["unshare", "-n", python, "-c", code, PROJECT, docs, tmp_path / "site"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 30
