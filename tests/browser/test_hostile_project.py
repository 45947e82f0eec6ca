"""A whole project that strangers wrote: file names, front matter, text, glossary and catalogue.

`test_hostile_text.py` puts every payload into every field of a summary. Here the payloads come the
way of real ones, through files and one `build`, so that no door between a file and a page is left
out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from playwright.sync_api import Page

SCRIPT = "<script>alert(document.domain)</script>"
IMAGE = "<img src=x onerror=alert(document.domain)>"
LINK = "[Klick](javascript:alert(document.domain))"
TEMPLATE = "{{ config.extra }}{% raw %}"
PAYLOADS = (SCRIPT, IMAGE, LINK, TEMPLATE)

NAME = f"{IMAGE} {LINK} {{{{ config.extra }}}}.md"
ARTICLE = f"""---
title: '{SCRIPT} {IMAGE}'
author: '{LINK}'
publisher: '{TEMPLATE} {SCRIPT}'
slug: haushalt
tags: ['{IMAGE}', '{LINK}']
---

Die Stadt hat am Montag 4.512 Radfahrer {IMAGE} gezählt.

Das sagte Kämmerin Ute Beispiel {SCRIPT}. "Wir sind {LINK} mit {TEMPLATE} zufrieden", sagte sie.

Der Verband {SCRIPT} widersprach: Es seien höchstens 900 Radfahrer gewesen, teilte er mit.
"""
GLOSSARY = f"""grammar: english
nouns:
  Radfahrer: '{IMAGE} cyclists'
people:
  Kämmerin: '{SCRIPT} treasurer'
"""


@pytest.fixture(scope="module")
def stranger_s_site(
    tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path], serve: Any
) -> Iterator[str]:
    root = new_project(tmp_path_factory.mktemp("strangers") / "project")
    (root / "seeds" / NAME).write_text(ARTICLE, encoding="utf-8")
    (root / "glossary" / "de-en.strangers.yml").write_text(GLOSSARY, encoding="utf-8")
    build(root)
    catalogue = root / "translations" / "en" / "haushalt.po"
    entries = polib.pofile(str(catalogue))
    for number, entry in enumerate(entries):
        entry.msgstr = PAYLOADS[number % len(PAYLOADS)]
        entry.tcomment = SCRIPT
    entries.save()
    build(root)
    with serve(root / "site") as base:
        yield base
    shutil.rmtree(root)


def build(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", "build", "--offline"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "path",
    [
        "/de/articles/haushalt/",
        "/en/articles/haushalt/",
        "/de/",
        "/en/",
        "/de/sources/",
        "/en/sources/",
        "/en/tags/",
        "/",
    ],
)
def test_what_strangers_wrote_into_files_is_harmless_text(
    page: Page, stranger_s_site: str, witness: Callable, path: str
) -> None:
    seen = witness(page, stranger_s_site)
    page.goto(stranger_s_site + path)
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    page.wait_for_timeout(100)
    active = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) =>
            [...element.attributes].some((each) => each.name.startsWith("on"))
            || (element.href || element.src || "").toString().startsWith("javascript:")
            || (element.localName === "img" && element.getAttribute("src") === "x")
            || (element.localName === "script"
                && element.textContent.includes("alert(document.domain)")
                && element.type !== "application/ld+json")
        ).map((element) => element.outerHTML)"""
    )
    assert active == []
    assert seen.complaints == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_attacks_are_there_to_read(page: Page, stranger_s_site: str, language: str) -> None:
    page.goto(f"{stranger_s_site}/{language}/articles/haushalt/")
    text = page.locator("body").inner_text()
    for payload in (SCRIPT, IMAGE):
        assert payload in text
    assert TEMPLATE in text
