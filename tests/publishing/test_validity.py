"""Pages, feeds and linked data against what others settled: schemas, vocabularies, validators.

HTML and linked data are checked by programs for Node, which `npm ci --prefix tests/validators`
installs. Where they are not installed those tests are skipped, and say so; with REQUIRE_NODE=1 in
the environment that is a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import html5lib
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from summarizer.publishing import SiteSettings

SCHEMAS = Path(__file__).with_name("schemas")
VALIDATORS = Path(__file__).parents[1] / "validators"
XHTML = "{http://www.w3.org/1999/xhtml}"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def node() -> Run:
    """Runs a program of `tests/validators`."""
    programs = VALIDATORS / "node_modules" / ".bin"
    if shutil.which("node") is None or not programs.is_dir():
        message = "HTML AND LINKED DATA WERE NOT VALIDATED: run `npm ci --prefix tests/validators`"
        if os.environ.get("REQUIRE_NODE") == "1":
            pytest.fail(message)
        pytest.skip(message)

    def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [programs / program, *arguments], check=False, capture_output=True, text=True
        )

    return run


@pytest.fixture(scope="module")
def sites(
    build: Callable[..., Path], settings: SiteSettings, newsroom: ModuleType, site: Path
) -> tuple[Path, ...]:
    """Sites of no article, of one, and of two."""
    one = {language: list_[:1] for language, list_ in newsroom.both_articles().items()}
    return build({"de": (), "en": ()}, settings), build(one, settings), site


def rss_grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "rss-2.0.rng"))


def json_feed_schema() -> Draft202012Validator:
    text = (SCHEMAS / "json-feed-1.1.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


@pytest.mark.parametrize("language", ["de", "en"])
def test_rss_feeds_follow_the_grammar_of_rss(sites: Sequence[Path], language: str) -> None:
    grammar = rss_grammar()
    for folder in sites:
        grammar.assertValid(etree.parse(folder / language / "feed.xml"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<item>", "<item/><item>"),
        ("<guid ", "<guid/><guid "),
        ("Mon, 28 Oct 2024 00:00:00 +0000", "2024-10-28"),
        ("https://kurier.example/kurz/de/articles", "articles"),
        ("</item>", "<image/></item>"),
    ],
    ids=["an empty item", "two guids", "a date of another format", "a relative link", "misplaced"],
)
def test_the_grammar_of_rss_refuses_what_is_wrong(site: Path, old: str, new: str) -> None:
    feed = (site / "de/feed.xml").read_text(encoding="utf-8")
    changed = feed.replace(old, new)
    assert changed != feed
    assert not rss_grammar().validate(etree.fromstring(changed.encode("utf-8")))


@pytest.mark.parametrize("language", ["de", "en"])
def test_json_feeds_follow_the_schema_of_json_feed(sites: Sequence[Path], language: str) -> None:
    schema = json_feed_schema()
    for folder in sites:
        schema.validate(json.loads((folder / language / "feed.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "change",
    [
        {"version": "https://jsonfeed.org/version/2"},
        {"items": [{"id": "1"}]},
        {"items": [{"id": "1", "content_text": "x", "date_published": "2024-10-28"}]},
        {"feed_url": "feed.json"},
        {"publisher": "Kurier"},
    ],
    ids=["version", "no content", "date without time", "relative address", "unknown key"],
)
def test_the_schema_of_json_feed_refuses_what_is_wrong(site: Path, change: dict[str, Any]) -> None:
    feed = json.loads((site / "de/feed.json").read_text(encoding="utf-8"))
    assert not json_feed_schema().is_valid(feed | change)


def test_every_summary_of_a_site_follows_the_schema_beside_it(site: Path) -> None:
    for language in ("de", "en"):
        schema = json.loads((site / language / "summary.schema.json").read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema)
        validator.check_schema(schema)
        found = sorted((site / language).glob("articles/*/summary.json"))
        assert len(found) == 2
        for path in found:
            validator.validate(json.loads(path.read_text(encoding="utf-8")))


def test_every_page_follows_the_rules_of_html(sites: Sequence[Path], node: Run) -> None:
    config = VALIDATORS / ".htmlvalidate.json"
    # Material writes `autocomplete` on its two hidden boxes, so that rule is off.
    for folder in sites:
        ran = node("html-validate", "--config", config, f"{folder}/**/*.html")
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_rules_of_html_refuse_what_is_wrong(tmp_path: Path, node: Run) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="de"><title>x</title><p><div id="a b">', "utf-8")
    ran = node("html-validate", "--config", VALIDATORS / ".htmlvalidate.json", page)
    assert ran.returncode == 1


def linked_data(site: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for page in sorted(site.rglob("*.html")):
        document = html5lib.parse(page.read_bytes(), "etree")
        for script in document.iter(f"{XHTML}script"):
            if script.attrib.get("type") == "application/ld+json":
                yield page.relative_to(site).as_posix(), json.loads(script.text or "")


def typed(data: Mapping[str, Any], number: int) -> str:
    """TypeScript that is right only if `data` is right by schema.org's vocabulary."""
    text = json.dumps(data, ensure_ascii=False)
    return f"export const data{number}: WithContext<{data['@type']}> = {text};\n"


def test_linked_data_uses_the_vocabulary_of_schema_org(
    tmp_path: Path, sites: Sequence[Path], node: Run
) -> None:
    found = [data for folder in sites for _, data in linked_data(folder)]
    assert {data["@type"] for data in found} == {"Article", "WebSite"}
    wrong = [
        {**found[0], "articleCount": 3},
        {**found[0], "@type": "Artikel"},
        {**found[0], "isBasedOn": {"@type": "NewsArticle", "headline": {"text": "x"}}},
        {**found[0], "isBasedOn": {"@type": "NewsArticle", "datePublished": 2024}},
    ]
    lines = [typed(data, number) for number, data in enumerate([*found, *wrong])]
    module = tmp_path / "linked_data.ts"
    head = 'import type { Article, WebSite, WithContext } from "schema-dts";\n'
    module.write_text(head + "".join(lines), encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(VALIDATORS / "node_modules")
    ran = node("tsc", "--noEmit", "--strict", "--pretty", "false", module)
    refused = {
        int(line.split("(")[1].split(",")[0]) for line in ran.stdout.splitlines() if "(" in line
    }
    first_wrong = len(found) + 2  # the line of the import, and lines begin at 1
    assert refused == set(range(first_wrong, first_wrong + len(wrong))), ran.stdout
