"""Whatever lies in ``seeds/``: each bad file is named with its reason, and harms no other.

One project gets good articles and every bad one there is. A strict build must leave the site as it
was; one with ``--keep-going`` must publish just what the good articles alone give, byte for byte.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

GOOD = (
    "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor, sagte "
    "Kämmerin Ute Beispiel.\n"
)
ENGLISH = "The city council passed the budget on Monday. It was a close vote, the mayor said.\n"
FRENCH = "Le conseil municipal a adopté le budget lundi. Il est de trois millions, dit le maire.\n"
MEMORY = 2_000_000_000
"""Bytes of address space for a build: with no article of its own it takes 1.3 GB of them."""


class Bad(NamedTuple):
    """A file that cannot be used: what it holds, the line that is named, and what is said."""

    content: bytes
    line: int | None
    message: str


def front_matter(*lines: str) -> bytes:
    return "\n".join(["---", *lines, "---", GOOD]).encode()


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html lang=de><body><article>{body}</article></body></html>".encode()


EXPLODING = [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in
             zip("abcdefg", "bcdefgh", strict=True)]  # fmt: skip

BAD = {
    # content
    "leer.txt": Bad(b"", None, "is empty"),
    "nur-leerraum.txt": Bad(b" \n\t\n \r\n", None, "white space"),
    "nur-unsichtbares.txt": Bad("\u200b\u202e\ufeff\n".encode(), None, "no running text"),
    "binaer.txt": Bad(bytes(range(256)) * 40, 1, "binary"),
    "bild.md": Bad(b"\x89PNG\r\n\x1a\n" + bytes(99), None, "is a PNG image"),
    "dokument.html": Bad(b"PK\x03\x04" + bytes(99), None, "a zip archive"),
    "gemischt.txt": Bad(GOOD.encode() + GOOD.encode("cp1252"), 2, "mixes UTF-8"),
    "kyrillisch.txt": Bad("Мэр сказал, что бюджет принят. ".encode("koi8-r") * 9, 1, "encoding"),
    "halbes-utf16.txt": Bad(b"\xff\xfe" + GOOD.encode("utf-16-le")[:-1], 1, "UTF-16"),
    "null.txt": Bad(GOOD.encode() + b"\nNoch ein\0 Satz.\n", 3, "NUL"),
    "englisch.txt": Bad(ENGLISH.encode() * 2, None, "English, not in German"),
    "franzoesisch.md": Bad(FRENCH.encode() * 2, None, "French, not in German"),
    "mischung.txt": Bad((ENGLISH * 3 + GOOD).encode(), None, "English, not in German"),
    # size
    "gross.txt": Bad(b"", None, "too big: 50,000,000 bytes"),
    "lange-zeile.txt": Bad(GOOD.encode() + b"Das Haus. " * 490_000, 2, "line of 4,89"),
    "kurze-zeilen.txt": Bad(b"Ja.\n" * 1_000_000, 3001, "more than 3,000 lines"),
    "viele-saetze.txt": Bad((b"Ist es da? " * 1000 + b"\n") * 80, None, "80,000 sentences"),
    "hunderttausend-saetze.txt": Bad((b"Das ist so. " * 1000 + b"\n") * 100, None,
                                     "more than 1,000,000 characters"),
    "vorspann.md": Bad(front_matter("title: A", *["# Kommentar " + "x" * 99] * 200), 1,
                       "of front matter"),
    # HTML
    "tief.html": Bad(page("<div>" * 5000 + GOOD), None, "nests elements more than 200"),
    "breit.html": Bad(page("<p>a</p>" * 60_000), None, "more than 50,000 elements"),
    "ohne-text.html": Bad(page("<script>alert(1)</script><img src=x onerror=alert(1)>"), None,
                          "no article text"),
    "kaputt.html": Bad(b"<<<<>>></p></p><![CDATA[<!--", None, "no article text"),
    "tief.md": Bad((">" * 3000 + " Er kam.\n").encode() * 2, None, "no running text"),
    # front matter
    "offen.md": Bad(b"---\ntitle: Haushalt\n" + GOOD.encode(), 1, "is not closed"),
    "explosion.md": Bad(front_matter("a: &a [x]", *EXPLODING), 2, "aliases are not allowed"),
    "objekt.md": Bad(front_matter("title: !!python/object/apply:os.system [id]"), 2, "the tag"),
    "eigenes-objekt.md": Bad(front_matter("title: !evil x"), 2, "the tag"),
    "doppelt.md": Bad(front_matter("title: Eins", "title: Zwei"), 3, "comes twice"),
    "falsche-art.md": Bad(front_matter("tags: 3"), 2, "must be a list"),
    "kein-datum.md": Bad(front_matter("date: 2024-02-30"), 2, "day is out of range"),
    "kein-deutsches-datum.md": Bad(front_matter('date: "31.02.2024"'), 2, "is no date"),
    "fremder-schluessel.md": Bad(front_matter("titel: Haushalt"), 2, "unknown key 'titel'"),
    "skript.md": Bad(front_matter("url: javascript:alert(1)"), 2, "web address"),
    "ausbruch.md": Bad(front_matter("slug: ../../etc/passwd"), 2, "small letters"),
    "kein-yaml.md": Bad(front_matter("title: 'offen"), 3, "not valid YAML"),
    "tief-yaml.md": Bad(front_matter("tags: " + "[" * 999 + "]" * 999), 2, "nested too deeply"),
    "schluessel.md": Bad(front_matter("? [a, b]", ": c"), 2, "not valid YAML"),
    "liste.md": Bad(front_matter("- a", "- b"), 2, "the document"),
    "sprache.md": Bad(front_matter("language: en"), None, "'en', not in German"),
    # names
    "a b.txt": Bad(GOOD.encode(), None, "would have the same page as seeds/a-b.txt"),
    "a-b.txt": Bad(GOOD.encode(), None, "would have the same page as seeds/a b.txt"),
    "eins.md": Bad(front_matter("slug: zwei"), None, "the same page as seeds/zwei.txt"),
    "zwei.txt": Bad(GOOD.encode(), None, "the same page as seeds/eins.md"),
    "Fall.txt": Bad(GOOD.encode(), None, "the same page as seeds/fall.txt"),
    "fall.txt": Bad(GOOD.encode(), None, "the same page as seeds/Fall.txt"),
    unicodedata.normalize("NFC", "Öl.md"): Bad(front_matter("slug: nfc"), None, "Unicode form"),
    unicodedata.normalize("NFD", "Öl.md"): Bad(front_matter("slug: nfd"), None, "Unicode form"),
    "rot\x1b[31m.txt": Bad(GOOD.encode(), None, "control characters in its name"),
    "zeile\n.txt": Bad(GOOD.encode(), None, "control characters in its name"),
    "um\u202egekehrt.txt": Bad(GOOD.encode(), None, "control characters in its name"),
    "bytes\udcff.txt": Bad(GOOD.encode(), None, "not valid Unicode"),
    "ohne-endung": Bad(GOOD.encode(), None, "of no kind that is read"),
    "artikel.docx": Bad(GOOD.encode(), None, "of no kind that is read"),
}  # fmt: skip
"""Bad files by name."""

LINKS = {
    "link-kaputt.txt": ("nichts.txt", "symbolic link to nothing"),
    "link-kreis.txt": ("link-kreis.txt", "leads in a circle"),
    "link-hinaus.txt": ("../geheim.txt", "out of the folder"),
    "link-system.txt": ("/etc/hostname", "out of the folder"),
    "link-ordner": (".", "which is not followed"),
    "link-lang.txt": ("/proc/self/mem", "out of the folder"),
}
OTHERS = {
    "ordner.txt": "is a folder that is named like a file",
    "rohr.txt": "is a pipe or device",
    "gesperrt.txt": "may not be read",
    "gesperrter-ordner": "cannot be listed",
}

GOOD_NAMES = ["zwei..punkte.txt", "mit leerzeichen.md", "größe.txt", "🙂.txt", "x" * 251 + ".txt"]
"""Names as unusual as a name can be; what is in the files is as good as ever."""


def unprivileged(command: list[str]) -> list[str]:
    """`command` as one whom file rights bind: without root's right to read everything."""
    if os.geteuid() != 0:
        return command
    if shutil.which("setpriv") is None:
        pytest.skip("NOT TESTED: root may read everything, and there is no setpriv to give it up")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarizer", "build", "--offline", *options]
    return subprocess.run(
        unprivileged(command),
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit_memory,
    )


def limit_memory() -> None:
    """Let a build have so much that it can work, and none to read without a bound."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("docs", "site", "translations")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


@dataclass(frozen=True)
class Builds:
    """A strict build and one that keeps going, over the same bad files; what was made, too."""

    strict: subprocess.CompletedProcess[str]
    strict_report: dict[str, object]
    going: subprocess.CompletedProcess[str]
    going_report: dict[str, object]
    alone: dict[str, bytes]
    after_strict: dict[str, bytes]
    after_going: dict[str, bytes]

    def told(self, name: str) -> list[dict[str, object]]:
        return [p for p in self.going_report["problems"] if p["path"] == f"seeds/{shown(name)}"]


def shown(name: str) -> str:
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in name
    )


def fill(seeds: Path) -> None:
    """Put every bad file there is into the folder."""
    for name, bad in BAD.items():
        (seeds / name).write_bytes(bad.content)
    with (seeds / "gross.txt").open("wb") as file:
        file.truncate(50_000_000)
    (seeds.parent / "geheim.txt").write_text(GOOD, encoding="utf-8")
    for name, (target, _) in LINKS.items():
        (seeds / name).symlink_to(target)
    (seeds / "ordner.txt").mkdir()
    os.mkfifo(seeds / "rohr.txt")
    (seeds / "gesperrt.txt").write_text(GOOD, encoding="utf-8")
    (seeds / "gesperrt.txt").chmod(0)
    (seeds / "gesperrter-ordner").mkdir(mode=0)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> Builds:
    root = new_project(tmp_path_factory.mktemp("bad") / "project")
    for name in ["gut.txt", *GOOD_NAMES]:
        (root / "seeds" / name).write_text(GOOD, encoding="utf-8")
    # Starting processes takes longer than they would save.
    (root / "summarizer.yml").write_text("build: {executor: {processes: 1}}\n", encoding="utf-8")
    first = build(root)
    assert first.returncode == 0, first.stderr
    alone = content(root)
    fill(root / "seeds")
    results = []
    for options in ([], ["--keep-going"]):
        done = build(root, *options)
        report = json.loads((root / "build-report.json").read_text(encoding="utf-8"))
        results += [done, report, content(root)]
    (root / "seeds" / "gesperrter-ordner").chmod(0o700)  # so that pytest can remove it
    return Builds(
        strict=results[0],
        strict_report=results[1],
        after_strict=results[2],
        going=results[3],
        going_report=results[4],
        after_going=results[5],
        alone=alone,
    )


def test_a_strict_build_fails_and_publishes_nothing(builds: Builds) -> None:
    assert builds.strict.returncode == 1
    assert builds.strict_report["ok"] is False
    assert builds.strict_report["published"] is False
    assert builds.after_strict == builds.alone


def test_a_build_that_keeps_going_publishes_what_the_good_articles_alone_give(
    builds: Builds,
) -> None:
    assert builds.going.returncode == 0, builds.going.stderr
    assert builds.going_report["published"] is True
    assert builds.going_report["articles"] == 1 + len(GOOD_NAMES)
    assert builds.after_going == builds.alone


@pytest.mark.parametrize("name", [pytest.param(name, id=shown(name)) for name in BAD])
def test_a_bad_file_is_named_with_its_line_and_reason(builds: Builds, name: str) -> None:
    (told,) = builds.told(name)
    assert BAD[name].message in told["message"]
    assert told["line"] == BAD[name].line
    assert told["hint"]


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leads_nowhere_or_away_is_named(builds: Builds, name: str) -> None:
    (told,) = builds.told(name)
    assert LINKS[name][1] in told["message"]


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_readable_file_is_named(builds: Builds, name: str) -> None:
    (told,) = builds.told(name)
    assert OTHERS[name] in told["message"]


def test_nothing_else_is_reported_and_both_builds_report_the_same(builds: Builds) -> None:
    assert len(builds.going_report["problems"]) == len(BAD) + len(LINKS) + len(OTHERS)
    assert builds.strict_report["problems"] == builds.going_report["problems"]
    assert "internal error" not in json.dumps(builds.going_report)


def test_the_terminal_gets_each_problem_and_no_control_character(builds: Builds) -> None:
    for done, output in (
        (builds.strict, builds.strict.stderr),
        (builds.going, builds.going.stdout),
    ):
        assert "Traceback" not in done.stderr
        for name in [*BAD, *LINKS, *OTHERS]:
            assert f"Skipped seeds/{shown(name)}" in output
        assert [c for c in output if not c.isprintable() and c != "\n"] == []


def test_no_bad_file_s_text_or_target_is_published(builds: Builds) -> None:
    pages = b"".join(builds.after_going.values())
    assert b"geheim" not in pages
