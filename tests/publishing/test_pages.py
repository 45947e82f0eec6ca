"""What the pages say, before MkDocs makes a site of them."""

from __future__ import annotations

import datetime
import json
import random
import re
from collections.abc import Mapping
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator

from summarizer.publishing import Feed, Section, SiteSettings, render_pages
from summarizer.publishing.lists import ArticleList, paged, tag_path
from summarizer.summary import Edition, Role, TranslationState

STRIKE = "articles/streik-im-luebecker-hafen"
FLOOD = "articles/nach-tagelangem-regen"


@pytest.fixture(scope="module")
def pages(newsroom: ModuleType, settings: SiteSettings) -> Mapping[str, str]:
    rendered = render_pages(newsroom.both_articles(), settings)
    return {path: content.decode("utf-8") for path, content in rendered.items()}


def text_of(page: str) -> str:
    """A page's visible words, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_every_language_has_the_same_pages(pages: Mapping[str, str]) -> None:
    german = {path.removeprefix("de/") for path in pages if path.startswith("de/")}
    assert german == {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert {f"{STRIKE}/index.md", f"{STRIKE}/summary.json", "archive/2024-10.md"} <= german
    assert {"archive/undated.md", "sources/kuestenbote.md", "feed.xml", "feed.json"} <= german


def test_the_order_of_the_editions_does_not_matter(
    newsroom: ModuleType, settings: SiteSettings
) -> None:
    editions = newsroom.both_articles()
    once = render_pages(editions, settings)
    turned = {language: tuple(reversed(editions[language])) for language in reversed(editions)}
    assert render_pages(turned, settings) == once


def test_no_caption_or_teaser_is_anywhere(newsroom: ModuleType, pages: Mapping[str, str]) -> None:
    unwanted = [s.text for s in newsroom.harbour().sentences if s.role is not Role.BODY]
    assert unwanted
    assert not [path for path, page in pages.items() for text in unwanted if text in page]


def test_a_sentence_that_nothing_rests_on_is_not_published(
    newsroom: ModuleType, settings: SiteSettings
) -> None:
    strike = newsroom.harbour()
    without = strike.model_copy(
        update={"figures": strike.figures[:4], "sources": strike.sources[:3]}
    )
    pages = render_pages({"de": [Edition(language="de", summary=without)], "en": []}, settings)
    uncited = newsroom.HARBOUR[7]
    assert not [path for path, page in pages.items() if uncited in page.decode("utf-8")]


@pytest.mark.parametrize(
    "expected",
    [
        "up to 1,200 employees Nordkai union attributed",
        "almost 900 employees port company attributed",
        "6.5% more pay Jördis Maßmann attributed",
        "3.5 billion euros The stoppage is said to cost shipowners 3.5 billion euros. no source "
        "named hearsay",
        "around 40 ships the article stated by the article",
        "some for 20 to 30 hours. the article stated by the article",
        "dozens lorries Eyewitnesses attributed",
    ],
)
def test_an_english_row_of_figures_says_what_who_and_how_sure(
    pages: Mapping[str, str], expected: str
) -> None:
    assert expected in text_of(pages[f"en/{STRIKE}/index.md"])


def test_a_quote_stands_beside_its_german_wording(pages: Mapping[str, str]) -> None:
    page = text_of(pages[f"en/{STRIKE}/index.md"])
    quote = (
        "“We are demanding 6.5 per cent more pay and not a cent less” "
        "„Wir fordern 6,5 Prozent mehr Lohn und keinen Cent weniger“"
    )
    assert quote in page


def test_the_german_page_is_in_the_original_language(
    pages: Mapping[str, str],
) -> None:
    page = text_of(pages[f"de/{FLOOD}/index.md"])
    assert "Originalsprache" in page
    assert "nicht übersetzt" not in page


def test_what_is_not_translated_is_german_and_says_so(pages: Mapping[str, str]) -> None:
    page = pages[f"en/{FLOOD}/index.md"]
    assert "Partly translated: 3 of 8 passages are still German" in page
    assert re.search(r'lang="de"><p>„zwei Metern Wasser[^<]*“ <span class="mark"', page)
    assert '<span lang="de">Wasser</span>' in page
    assert "Not yet translated." in page


def test_what_a_machine_translated_says_so(pages: Mapping[str, str]) -> None:
    page = text_of(pages[f"en/{FLOOD}/index.md"])
    assert "120 soldiers filled sandbags. machine-translated" in page
    assert "Headline machine-translated" in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (TranslationState.REVIEWED, "Translation reviewed"),
        (TranslationState.MACHINE, "Machine-translated, not yet reviewed by a person"),
        (TranslationState.PENDING, "Not yet translated: the text is German"),
    ],
)
def test_the_state_of_the_translation_is_told_in_words(
    newsroom: ModuleType, settings: SiteSettings, state: TranslationState, words: str
) -> None:
    strike = newsroom.harbour()
    edition = newsroom.edition(strike, "en", newsroom.HARBOUR_ENGLISH, state=state)
    pages = render_pages({"de": (), "en": (edition,)}, settings)
    assert words in pages[f"en/{STRIKE}/index.md"].decode("utf-8")


def test_only_what_is_known_of_the_origin_is_told(pages: Mapping[str, str]) -> None:
    known, unknown = pages[f"en/{STRIKE}/index.md"], pages[f"en/{FLOOD}/index.md"]
    assert "28 October 2024" in known
    assert "By Onno Petersen" in known
    assert 'href="https://hafenblatt.example/streik"' in known
    assert "<time" not in unknown
    assert "Headline taken from the first sentence" in unknown
    assert "Headline taken" not in known


def test_like_figures_make_a_chart_and_others_none(pages: Mapping[str, str]) -> None:
    assert pages[f"en/{STRIKE}/index.md"].count("<svg") == 2
    assert "<svg" not in pages[f"en/{FLOOD}/index.md"]


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        (Section.FIGURES, "## Figures"),
        (Section.SOURCES, "## Sources"),
        (Section.READING_VIEW, "## Side by side"),
        (Section.CHARTS, "<svg"),
    ],
)
def test_a_section_can_be_left_out(newsroom: ModuleType, section: Section, heading: str) -> None:
    page = f"en/{STRIKE}/index.md"
    editions = newsroom.both_articles()
    full = render_pages(editions, SiteSettings())[page].decode("utf-8")
    less = SiteSettings(sections=frozenset(Section) - {section})
    assert heading in full
    assert heading not in render_pages(editions, less)[page].decode("utf-8")


def test_every_summary_meets_the_published_schema(pages: Mapping[str, str]) -> None:
    validator = Draft202012Validator(json.loads(pages["en/summary.schema.json"]))
    found = [path for path in pages if path.endswith("/summary.json")]
    assert len(found) == 4
    for path in found:
        validator.validate(json.loads(pages[path]))
    broken = json.loads(pages[found[0]]) | {"figures": [{"surface": 3}]}
    assert not validator.is_valid(broken)


def test_published_data_has_no_path_but_the_files_name(pages: Mapping[str, str]) -> None:
    assert json.loads(pages[f"en/{STRIKE}/summary.json"])["path"] == "streik.md"


def test_the_index_of_summaries_leads_to_each(pages: Mapping[str, str]) -> None:
    index = json.loads(pages["en/summaries.json"])
    assert [entry["title"] for entry in index["summaries"]] == [
        "Strike at the port of Lübeck",
        "Meadow on the Auenbach flooded",
    ]
    for entry in index["summaries"]:
        assert f"en/{entry['data']}" in pages
        assert f"en/{entry['page']}index.md" in pages


def test_without_an_address_there_is_no_feed(newsroom: ModuleType) -> None:
    pages = render_pages(newsroom.both_articles(), SiteSettings())
    assert not [path for path in pages if "feed" in path]


def test_a_feed_can_be_left_out(newsroom: ModuleType, settings: SiteSettings) -> None:
    only_rss = settings.model_copy(update={"feeds": frozenset({Feed.RSS})})
    pages = render_pages(newsroom.both_articles(), only_rss)
    assert "de/feed.xml" in pages
    assert "de/feed.json" not in pages


def test_a_thousand_articles_are_listed_in_pages_of_bounded_size(newsroom: ModuleType) -> None:
    chance = random.Random(7)
    strike = newsroom.harbour()
    editions = [
        Edition(
            language="de",
            summary=strike.model_copy(
                update={
                    "id": f"artikel-{number:04}",
                    "date": datetime.date(2024, 1, 1)
                    + datetime.timedelta(days=chance.randrange(60)),
                }
            ),
        )
        for number in range(1000)
    ]
    pages = render_pages({"de": editions}, SiteSettings(languages=("de",), items_a_page=50))
    lists = {path: page for path, page in pages.items() if path.startswith("de/archive/2")}
    listed = [
        found
        for page in lists.values()
        for found in re.findall(r"articles/(artikel-\d+)/\"", page.decode("utf-8"))
    ]
    assert sorted(listed) == sorted(edition.summary.id for edition in editions)
    assert max(page.count(b'<article class="teaser') for page in lists.values()) == 50
    # An article's page is as large among a thousand as it is alone.
    alone = render_pages({"de": editions[:1]}, SiteSettings(languages=("de",)))
    path = f"de/articles/{editions[0].summary.id}/index.md"
    assert pages[path] == alone[path]


def test_pages_of_a_list_lead_to_each_other() -> None:
    steps = [page for page, _ in paged(ArticleList("archive/2024-10.md", "", (None,) * 5), 2)]  # type: ignore[arg-type]
    assert [(s.path, s.previous, s.next) for s in steps] == [
        ("archive/2024-10.md", None, "archive/2024-10/2.md"),
        ("archive/2024-10/2.md", "archive/2024-10.md", "archive/2024-10/3.md"),
        ("archive/2024-10/3.md", "archive/2024-10/2.md", None),
    ]


def test_topics_that_differ_only_in_case_are_one_and_others_are_not() -> None:
    assert tag_path("Häfen") == tag_path(" häfen")
    assert len({tag_path(tag) for tag in ("Häfen", "Haefen", "Хафен", "index", "../x")}) == 5


def test_a_name_in_another_language_is_for_the_search_and_no_reader(
    pages: Mapping[str, str],
) -> None:
    german = pages[f"de/{STRIKE}/index.md"]
    assert '<p class="searched" hidden><span lang="en">Nordkai union</span></p>' in german
    shown = re.findall(r'<p class="source__also">(.*?)</p>', german)
    assert shown == ["Auch: Gewerkschaft"]


def test_the_name_in_the_article_is_there_for_readers_of_other_languages(
    pages: Mapping[str, str],
) -> None:
    english = pages[f"en/{STRIKE}/index.md"]
    assert 'Also written: <span lang="de">Gewerkschaft Nordkai</span>' in english
    # What unnamed people are called in German tells nobody anything.
    assert '<p class="searched" hidden><span lang="de">Augenzeugen</span></p>' in english
