"""The main job on the real article, and on one that an editor has just dropped in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

REAL = "000-02a9048fcc89feeb"
DROPPED = """Hafen von Musterstadt wird ausgebaut

Von Erika Beispiel, 14.03.2024

Der Hafen von Musterstadt soll bis 2027 für 2,5 Milliarden Euro ausgebaut werden. Das kündigte
Hafenchefin Petra Lindgren am Donnerstag an. „Wir schaffen rund 1.200 neue Arbeitsplätze“, sagte
Lindgren. Nach Angaben des Umweltverbands BUND gehen dabei mindestens 40 Hektar Watt verloren.

Mehr zum Thema: Wie der Hafen entstand
"""


@dataclass(frozen=True)
class Site:
    """A project after its build."""

    root: Path
    output: str

    def page(self, path: str) -> html.HtmlElement:
        """A page of the site, parsed."""
        text = (self.root / "site" / path / "index.html").read_text(encoding="utf-8")
        return html.document_fromstring(text)

    def article(self, language: str, name: str) -> html.HtmlElement:
        """The page of an article."""
        return self.page(f"{language}/articles/{name}")

    @property
    def report(self) -> dict:
        """The report for machines."""
        return json.loads((self.root / "build-report.json").read_text(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def figures(page: html.HtmlElement) -> list[tuple[str, str, str, str]]:
    """The rows of the table of figures: figure, what it counts, according to whom, certainty."""
    rows = []
    for body in page.cssselect("table.figures tbody"):
        first = body.cssselect("tr")[0]
        rows.append(tuple(words(cell) for cell in first.cssselect("th, td")))
    return rows


def sections(page: html.HtmlElement) -> dict[str, str]:
    """What stands under each heading of the second rank, by the heading's id."""
    found: dict[str, list[str]] = {}
    current = None
    for element in page.cssselect(".md-content h2, .md-content h2 ~ *"):
        if element.tag == "h2":
            current = element.get("id")
        elif current:
            found.setdefault(current, []).append(words(element))
    return {name: " ".join(parts) for name, parts in found.items()}


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory,
    new_project: Callable[[Path], Path],
    repository: Path,
) -> Site:
    root = new_project(tmp_path_factory.mktemp("site") / "project")
    for folder in ("seeds", "translations"):
        shutil.rmtree(root / folder)
        shutil.copytree(repository / folder, root / folder)
    (root / "seeds" / "hafen.txt").write_text(DROPPED, encoding="utf-8")
    command = [sys.executable, "-m", "summarizer", "build", "--offline"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Site(root, done.stdout)


class TestTheRealArticle:
    @pytest.fixture
    def english(self, site: Site) -> html.HtmlElement:
        return site.article("en", REAL)

    @pytest.fixture
    def german(self, site: Site) -> html.HtmlElement:
        return site.article("de", REAL)

    def test_no_segment_is_untranslated(self, english: html.HtmlElement) -> None:
        text = words(english)
        assert "Translation reviewed" in text
        assert "not yet translated" not in text.lower()

    def test_its_figures_say_what_they_count_who_says_so_and_how_sure_it_is(
        self, english: html.HtmlElement
    ) -> None:
        rows = figures(english)
        for row in [
            ("up to 10,000", "North Korean soldiers", "Volodymyr Zelensky", "attributed"),
            ("1,500", "North Korean soldiers", "South Korean intelligence service", "attributed"),
            ("up to 12,000", "troops", "Anonymous sources", "attributed"),
            ("13,000", "containers", "no source named", "hearsay"),
            ("up to 8 million", "artillery shells", "no source named", "hearsay"),
            ("almost 11,000", "North Korean infantry soldiers", "Kyrylo Budanov", "attributed"),
            ("2,600", "soldiers", "Kyrylo Budanov", "attributed"),
        ]:
            assert row in rows

    def test_in_german_its_figures_stand_as_written(self, german: html.HtmlElement) -> None:
        assert [row[0] for row in figures(german)] == [
            "bis zu 10.000",
            "1.500",
            "bis zu 12.000",
            "13.000",
            "bis zu acht Millionen",
            "Hunderte",
            "fast 11.000",
            "2.600",
        ]

    def test_a_date_is_no_figure(self, english: html.HtmlElement) -> None:
        assert not any("November" in " ".join(row) for row in figures(english))
        assert "from 1 November" in words(english)

    def test_its_named_sources_are_there(self, english: html.HtmlElement) -> None:
        sources = sections(english)["sources"]
        for name in (
            "NIS",
            "Reuters",
            "Volodymyr Zelensky",
            "Kyrylo Budanov",
            "Valeriy Ryabykh",
            "Yoon Suk Yeol",
            "Yoon’s office",
            "Visegrád24",
        ):
            assert name in sources

    @pytest.mark.parametrize(
        "quote",
        [
            "It is more likely that they will guard sections of the Russian-Ukrainian border",
            "with all available means",
            "The participants decided not to ignore the situation",
        ],
    )
    def test_quotes_are_there_in_english(self, english: html.HtmlElement, quote: str) -> None:
        assert quote in sections(english)["sources"]

    def test_unnamed_sources_stand_apart(self, english: html.HtmlElement) -> None:
        found = sections(english)
        assert "Anonymous sources" in found["unnamed-sources"]
        assert "anonymous sources" not in found["sources"].lower()

    @pytest.mark.parametrize(
        "words_of_a_caption",
        ["Scheinen sich bestens", "in seinem Hauptquartier", "Bald im Gefecht", "Auch bei NIUS"],
    )
    def test_captions_and_advertising_are_nowhere(
        self, german: html.HtmlElement, words_of_a_caption: str
    ) -> None:
        assert words_of_a_caption not in words(german)

    def test_every_item_opens_its_sentence_in_both_languages(
        self, english: html.HtmlElement
    ) -> None:
        table = english.cssselect("table.figures")[0]
        (evidence, *_) = table.cssselect("details")
        (german,) = evidence.cssselect('[lang="de"]')
        assert "bis zu 10.000 nordkoreanische Soldaten" in words(german)
        assert "up to 10,000 North Korean soldiers" in words(evidence)

    def test_the_article_as_a_whole_is_not_published(self, german: html.HtmlElement) -> None:
        assert "Wladimir Putin legte kürzlich einen Gesetzesentwurf" not in words(german)

    def test_each_language_leads_to_the_other(
        self, english: html.HtmlElement, german: html.HtmlElement
    ) -> None:
        for page, other in ((english, "de"), (german, "en")):
            links = page.cssselect(f'a[hreflang="{other}"]')
            assert any(a.get("href").endswith(f"/{other}/articles/{REAL}/") for a in links)

    def test_its_title_says_that_it_was_derived(self, english: html.HtmlElement) -> None:
        assert "Headline taken from the first sentence" in words(english)


class TestAnArticleJustDroppedIn:
    @pytest.fixture
    def english(self, site: Site) -> html.HtmlElement:
        return site.article("en", "hafen")

    @pytest.fixture
    def german(self, site: Site) -> html.HtmlElement:
        return site.article("de", "hafen")

    def test_it_is_complete_in_german(self, german: html.HtmlElement) -> None:
        text = words(german)
        assert "Hafen von Musterstadt wird ausgebaut" in text
        assert "Wir schaffen rund 1.200 neue Arbeitsplätze" in text
        assert [row[0] for row in figures(german)] == [
            "2,5 Milliarden Euro",
            "rund 1.200",
            "mindestens 40 Hektar",
        ]

    def test_its_figures_are_in_english_form(self, english: html.HtmlElement) -> None:
        assert [row[0] for row in figures(english)] == [
            "2.5 billion euros",
            "about 1,200",
            "at least 40 hectares",
        ]

    def test_its_sources_are_there(self, english: html.HtmlElement) -> None:
        sources = sections(english)["sources"]
        assert "Petra Lindgren" in sources
        assert "BUND" in sources

    def test_its_date_is_in_each_language_s_form(
        self, english: html.HtmlElement, german: html.HtmlElement
    ) -> None:
        assert "14 March 2024" in words(english)
        assert "14. März 2024" in words(german)

    def test_its_prose_is_german_marked_as_such_and_as_not_yet_translated(
        self, english: html.HtmlElement
    ) -> None:
        german = [words(e) for e in english.cssselect('[lang="de"]')]
        assert any("Der Hafen von Musterstadt soll bis 2027" in text for text in german)
        assert "not yet translated" in words(english)

    def test_a_teaser_is_no_fact(self, german: html.HtmlElement) -> None:
        assert "Wie der Hafen entstand" not in words(german)


def test_the_report_counts_and_says_how_to_get_the_model(site: Site) -> None:
    (english,) = site.report["languages"]
    assert english["pending"] > 0
    assert english["refused"] == english["machine"] == 0
    assert f"{english['pending']} pending" in site.output
    assert "make model" in site.output
    assert site.report["problems"] == []
    assert site.report["warnings"] == []


def test_the_catalogue_of_the_real_article_is_left_as_it_was(site: Site, repository: Path) -> None:
    name = f"translations/en/{REAL}.po"
    assert (site.root / name).read_bytes() == (repository / name).read_bytes()


@pytest.mark.parametrize(("language", "word"), [("de", "Soldaten"), ("en", "soldiers")])
def test_each_language_has_its_own_search(site: Site, language: str, word: str) -> None:
    folder = site.root / "site" / language / "search"
    index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == [language]
    documents = json.loads((folder / "documents.json").read_text(encoding="utf-8"))["docs"]
    assert any(word in document["text"] for document in documents)


def test_the_root_leads_to_both_languages(site: Site) -> None:
    links = {a.get("href") for a in site.page("").cssselect("a")}
    assert {"de/", "en/"} <= links
