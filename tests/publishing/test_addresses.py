"""Where pages are, and the way from one to another."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest

from summarizer.publishing import addresses


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("sources/index.md", "sources/"),
        ("archive/2024-10/2.md", "archive/2024-10/2/"),
        ("articles/a-b/summary.json", "articles/a-b/summary.json"),
    ],
    ids=lambda value: value or "the front page",
)
def test_a_page_is_a_folder_and_data_is_a_file(path: str, url: str) -> None:
    assert addresses.url(path) == url


PATHS = ["index.md", "about.md", "sources/index.md", "archive/2024-10/2.md", "articles/a/index.md"]


@pytest.mark.parametrize("here", PATHS)
@pytest.mark.parametrize("there", [*PATHS, "articles/a/summary.json"])
def test_a_link_leads_there_under_any_path(here: str, there: str) -> None:
    site = "https://host.example/repo/de/"
    found = urljoin(site + addresses.url(here), addresses.link(here, there))
    assert found == site + addresses.url(there)


def test_a_link_to_an_anchor_of_the_same_page_is_only_the_anchor() -> None:
    assert addresses.link("about.md", "about.md", "hearsay") == "#hearsay"
    assert addresses.link("index.md", "about.md", "hearsay") == "about/#hearsay"


@pytest.mark.parametrize(
    "article_id", ["", "..", "../../etc", "a/b", "a\\b", "A", "a--b", "ä", "a\n"]
)
def test_an_id_that_could_lead_elsewhere_is_refused(article_id: str) -> None:
    with pytest.raises(ValueError, match="is no slug"):
        addresses.article(article_id)
    with pytest.raises(ValueError, match="is no slug"):
        addresses.article_json(article_id)


def test_pages_of_a_list_lie_below_its_first() -> None:
    assert addresses.numbered("tags/x.md", 1) == "tags/x.md"
    assert posixpath.dirname(addresses.numbered("tags/x.md", 2)) == "tags/x"
