"""What readers load to search, by engine."""

from __future__ import annotations

import json
import random
import string
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from summarizer.publishing import SearchEngine, SiteSettings
from summarizer.publishing.search import SearchError, prepare_search

CONFIG = {"lang": ["de"], "separator": "[\\s]+", "pipeline": ["stemmer"]}
STRIKE = [
    {"location": "articles/streik/", "title": "Streik im Hafen", "text": ""},
    {"location": "articles/streik/#figures", "title": "Zahlen", "text": "<p>6,5 Prozent</p>"},
]
SOURCES = [
    {"location": f"sources/{name}/", "title": name.title(), "text": "<p>Person</p>"}
    for name in ("almut-berg", "bernd-tal", "carla-see")
]


def _site(folder: Path, documents: list[dict[str, str]], stemmer: str = "de") -> Path:
    """A language's site as MkDocs leaves it, as far as its search goes."""
    (folder / "search").mkdir(parents=True)
    (folder / "search/search_index.json").write_text(
        json.dumps({"config": CONFIG | {"lang": [stemmer]}, "docs": documents}), encoding="utf-8"
    )
    return folder


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def much() -> list[dict[str, str]]:
    """Documents that do not compress to what a first search may load."""
    letters = random.Random(7)
    words = " ".join("".join(letters.choices(string.ascii_letters, k=9)) for _ in range(60_000))
    return [{"location": "articles/viel/", "title": "Viel", "text": words}]


@pytest.mark.parametrize("engine", [SearchEngine.MATERIAL, SearchEngine.PAGEFIND])
def test_what_every_page_loads_has_no_document(tmp_path: Path, engine: SearchEngine) -> None:
    site = _site(tmp_path / "de", STRIKE)
    assert prepare_search({"de": site}, engine) is engine
    loaded = _read(site / "search/search_index.json")
    assert loaded == {"config": CONFIG | {"engine": engine.value}, "docs": []}


def test_a_small_index_is_loaded_whole_when_somebody_searches(tmp_path: Path) -> None:
    site = _site(tmp_path / "de", STRIKE)
    assert prepare_search({"de": site}) is SearchEngine.MATERIAL
    assert _read(site / "search/documents.json") == {"docs": STRIKE}


def test_as_soon_as_one_language_has_too_large_an_index_all_load_pieces(
    tmp_path: Path, much: list[dict[str, str]]
) -> None:
    sites = {"de": _site(tmp_path / "de", STRIKE), "en": _site(tmp_path / "en", much, "en")}
    assert prepare_search(sites) is SearchEngine.PAGEFIND
    for language, site in sites.items():
        assert list((site / "search/pagefind").glob(f"pagefind.{language}_*.pf_meta"))
        assert not (site / "search/documents.json").exists()


def test_the_choice_of_the_owner_holds_for_any_size(
    tmp_path: Path, much: list[dict[str, str]]
) -> None:
    assert (
        prepare_search({"de": _site(tmp_path, much)}, SearchEngine.MATERIAL)
        is SearchEngine.MATERIAL
    )


def test_the_same_documents_give_the_same_bytes_in_any_folder(tmp_path: Path) -> None:
    sites = [_site(tmp_path / name / "de", STRIKE + SOURCES) for name in ("one", "another")]
    for site in sites:
        prepare_search({"de": site}, SearchEngine.PAGEFIND)
    one, another = map(_files, sites)
    assert one == another
    assert any(name.endswith(".pf_fragment") for name in one)


def test_settings_for_pagefind_lying_about_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _site(tmp_path / "plain", STRIKE)
    prepare_search({"de": plain}, SearchEngine.PAGEFIND)
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: ['h1']\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h2")
    other = _site(tmp_path / "other", STRIKE)
    prepare_search({"de": other}, SearchEngine.PAGEFIND)
    assert _files(plain) == _files(other)


def test_pagefind_leaves_its_index_and_nothing_else(tmp_path: Path) -> None:
    site = _site(tmp_path / "de", STRIKE + SOURCES)
    prepare_search({"de": site}, SearchEngine.PAGEFIND)
    assert {path.name for path in (site / "search").iterdir()} == {"pagefind", "search_index.json"}
    scripts = {path.name for path in (site / "search/pagefind").glob("*.[jc]s*")}
    assert scripts == {"pagefind.js", "pagefind-entry.json"}


def test_pages_of_one_section_share_an_entry_of_what_every_first_search_loads(
    tmp_path: Path,
) -> None:
    site = _site(tmp_path / "de", STRIKE + SOURCES)
    prepare_search({"de": site}, SearchEngine.PAGEFIND)
    entry = _read(site / "search/pagefind/pagefind-entry.json")
    assert entry["languages"]["de"]["page_count"] == 2


def test_a_language_without_a_stemmer_of_its_own_is_searched_with_its_themes(
    tmp_path: Path,
) -> None:
    site = _site(tmp_path / "xx", STRIKE, "en")
    prepare_search({"xx": site}, SearchEngine.PAGEFIND)
    assert list((site / "search/pagefind").glob("pagefind.en_*.pf_meta"))


def test_a_site_without_a_page_to_search_can_be_built(tmp_path: Path) -> None:
    site = _site(tmp_path / "de", [])
    prepare_search({"de": site}, SearchEngine.PAGEFIND)
    assert _read(site / "search/search_index.json")["config"]["engine"] == "material"


def test_an_index_that_cannot_be_made_is_an_error_that_says_why(tmp_path: Path) -> None:
    site = _site(tmp_path / "de", STRIKE)
    (site / "search/pagefind").write_text("in the way")
    with pytest.raises(SearchError, match="Pagefind could not index the pages in 'de'") as caught:
        prepare_search({"de": site}, SearchEngine.PAGEFIND)
    assert caught.value.output.strip()


def test_an_unknown_engine_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValidationError, match="'auto', 'material' or 'pagefind'"):
        SiteSettings.model_validate({"search": "google"})
