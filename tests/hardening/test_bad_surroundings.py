"""Catalogues, glossaries, settings and disks that cannot be used: what a build says, and keeps."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from lxml import html

from summarizer import configuration, pipeline
from summarizer.configuration import BuildSettings, Configuration
from summarizer.problem import InputError
from summarizer.report import BuildReport
from summarizer.summaries import summarise_seeds

GOOD = "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"
OTHER = "Der Kreistag hat den Haushalt abgelehnt. Es fehlen 45 Millionen Euro, hieß es.\n"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarizer", "build", "--offline", *options]
    if os.geteuid() == 0 and shutil.which("setpriv"):
        # File rights do not bind root unless it gives up the capability to pass over them.
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def report(project: Path) -> dict[str, object]:
    return json.loads((project / "build-report.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> Path:
    """A project with two articles and their site; to be copied."""
    root = new_project(tmp_path_factory.mktemp("built") / "project")
    (root / "seeds" / "haushalt.txt").write_text(GOOD, encoding="utf-8")
    (root / "seeds" / "kreis.txt").write_text(OTHER, encoding="utf-8")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """The project with two articles and their site, to be spoilt."""
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


CATALOGUES = {
    "not UTF-8": (HEADER.encode() + b'msgid "\xff"\nmsgstr ""\n', 4, "not in UTF-8"),
    "no catalogue": (b"hello\n", 1, "not a line of a gettext catalogue"),
    "unclosed": (HEADER.encode() + b'msgid "a\nmsgstr "b"\n', 4, "not a line"),
    "no header": (b'msgid "Der Stadtrat"\nmsgstr "The council"\n', 1, "without its header"),
    "empty": (b"", 1, "without its header"),
    "twice": (
        HEADER.encode() + b'msgctxt "name"\nmsgid "a"\nmsgstr "b"\n\n' * 2,
        8,
        "comes twice",
    ),
    "plural": (
        HEADER.encode() + b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
        5,
        "not a line",
    ),
}


@pytest.mark.parametrize(("data", "line", "message"), CATALOGUES.values(), ids=CATALOGUES)
def test_a_broken_catalogue_is_named_and_neither_it_nor_the_site_is_touched(
    project: Path, data: bytes, line: int, message: str
) -> None:
    place = project / "translations" / "en" / "haushalt.po"
    place.write_bytes(data)
    before = content(project / "site")
    with pytest.raises(InputError, match=message) as caught:
        in_process(project)
    assert caught.value.problem.path == "translations/en/haushalt.po"
    assert caught.value.problem.line == line
    assert place.read_bytes() == data
    assert content(project / "site") == before


class Steps:
    """Progress that does something of the test's at a step of the build."""

    def __init__(self, at: str, do: Callable[[], object]) -> None:
        self._at = at
        self._do = do

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        if title == self._at:
            self._do()
        return lambda _done: None


def in_process(
    project: Path,
    *,
    keep_going: bool = False,
    at: str = "",
    do: Callable[[], object] = list,
    model: str = "never",
) -> BuildReport:
    settings: Configuration = configuration.load(project).model_copy(
        update={"build": BuildSettings(keep_going=keep_going)}
    )
    settings = settings.model_copy(
        update={"translation": settings.translation.model_copy(update={"model": model})}
    )
    return pipeline.build(pipeline.Project(project), settings, Steps(at, do))


def test_a_broken_catalogue_ends_a_strict_build_and_costs_its_article_s_translation_otherwise(
    project: Path,
) -> None:
    place = project / "translations" / "en" / "haushalt.po"
    place.write_bytes(CATALOGUES["unclosed"][0])
    strict = build(project)
    assert strict.returncode == 3
    assert "translations/en/haushalt.po:4: not a line" in strict.stderr
    (problem,) = report(project)["problems"]
    assert (problem["path"], problem["line"]) == ("translations/en/haushalt.po", 4)
    assert report(project)["ok"] is False

    going = build(project, "--keep-going")
    assert going.returncode == 0, going.stderr
    assert "Skipped translations/en/haushalt.po:4" in going.stdout
    assert (project / "site" / "en" / "articles" / "kreis" / "index.html").is_file()
    assert place.read_bytes() == CATALOGUES["unclosed"][0]
    german = (project / "site/de/articles/haushalt/index.html").read_text("utf-8")
    assert "Er sieht 30 Millionen Euro vor" in german
    english = html.fromstring((project / "site/en/articles/haushalt/index.html").read_text("utf-8"))
    assert "30 million euros" in english.text_content()
    shown = [each.text_content() for each in english.xpath("//*[@lang='de']")]
    assert any("Der Stadtrat hat am Montag den Haushalt beschlossen" in text for text in shown)
    assert "not yet translated" in english.text_content()
    (problem,) = report(project)["problems"]
    assert (problem["path"], problem["line"]) == ("translations/en/haushalt.po", 4)
    assert "is shown untranslated" in problem["message"]


def test_what_a_model_says_takes_no_place_of_what_a_reviewer_wrote_in_a_broken_catalogue(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Parrot:
        name = "parrot 1.0"

        def translate(self, texts: list[str], *, progress: object = None) -> list[str]:
            return ["The city council has passed the budget." for _ in texts]

        def alternatives(self, texts: list[str], **_: object) -> list[tuple[str, ...]]:
            return [() for _ in texts]

    monkeypatch.setattr("summarizer.rebuilding.find_engine", lambda *_: Parrot())
    place = project / "translations" / "en" / "haushalt.po"
    place.write_bytes(CATALOGUES["unclosed"][0])
    done = in_process(project, keep_going=True, model="installed")
    assert place.read_bytes() == CATALOGUES["unclosed"][0]
    (english,) = done.languages
    assert english.refused + english.machine > 0
    assert english.pending > 0
    page = (project / "site/en/articles/haushalt/index.html").read_text("utf-8")
    assert "The city council has passed" not in page


def test_a_reviewer_s_words_that_make_a_figure_another_are_withheld_and_cost_nothing_else(
    project: Path,
) -> None:
    seed = project / "seeds" / "haushalt.txt"
    seed.write_text("Es kamen knapp 900 Besucher. Es war voll, sagte Ute Beispiel.\n", "utf-8")
    in_process(project)
    place = project / "translations" / "en" / "haushalt.po"
    catalogue = polib.pofile(str(place))
    entry = catalogue.find("knapp", msgctxt="amount")
    entry.msgstr = "nearly 8"
    catalogue.save()
    before = place.read_text("utf-8").partition('msgctxt "amount"\nmsgid "knapp"')[0]
    line = before.rpartition("\n\n")[0].count("\n") + 3

    done = in_process(project)

    assert done.published
    page = html.fromstring((project / "site/en/articles/haushalt/index.html").read_text("utf-8"))
    (amount,) = page.xpath("//th[@class='figures__amount']")
    assert amount.xpath(".//*[@lang='de']/text()") == ["knapp"]
    assert "8" not in amount.text_content()
    (english,) = done.languages
    (refusal,) = english.refusals
    assert (refusal.article, refusal.text) == ("haushalt", "knapp")
    assert f"translations/en/haushalt.po:{line}: " in refusal.reason
    assert "with “nearly 8” the figure reads “nearly 8 900”" in refusal.reason
    assert any(refusal.reason in told for told in done.lines())
    assert polib.pofile(str(place)).find("knapp", msgctxt="amount").msgstr == "nearly 8"
    assert (project / "site/en/articles/kreis/index.html").is_file()


def test_a_build_asks_an_index_out_of_reach_once_and_says_how_not_to(project: Path) -> None:
    (project / "summarizer.yml").write_text(
        "translation: {engine: {index: 'http://127.0.0.1:1/', retry_pause: 30}}\n", "utf-8"
    )
    (english,) = in_process(project, model="when-needed").languages
    assert "(tried once)" in english.notes[0]
    assert "translation.model: installed" in english.notes[1]
    assert len(english.notes) == 2


def test_a_catalogue_that_is_a_folder_or_unreadable_is_named(project: Path) -> None:
    place = project / "translations" / "en" / "haushalt.po"
    place.unlink()
    place.mkdir()
    with pytest.raises(InputError, match=r"haushalt\.po: cannot be read"):
        in_process(project)


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    "[click](javascript:alert(1)) ![x](https://tracker.example/x.png)",
    "{{ config }} {% include '/etc/passwd' %} {{ ''.__class__ }}",
    "!!! note\n    admonition",
    "text { .class onclick=alert(1) }",
    "--8<-- '/etc/passwd'",
    "\x9b31m red",
]


def test_hostile_translations_come_out_as_text(project: Path) -> None:
    place = project / "translations" / "en" / "haushalt.po"
    text = place.read_text(encoding="utf-8")
    first = 'msgctxt "sentence"\nmsgid "Der Stadtrat hat am Montag den Haushalt beschlossen."\n'
    assert first in text
    value = json.dumps("\n".join(HOSTILE), ensure_ascii=False)
    place.write_text(text.replace(f'{first}msgstr ""', f"{first}msgstr {value}"), encoding="utf-8")
    assert in_process(project).published
    page = (project / "site" / "en" / "articles" / "haushalt" / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ config }}" in page
    assert "\x9b" not in page
    tree = html.fromstring(page)
    assert tree.xpath("//img[@src='x'] | //*[contains(@class, 'admonition')]") == []
    assert (
        tree.xpath("//script[contains(., 'alert(1)') and not(@type='application/ld+json')]") == []
    )
    attributes = [(name, value) for element in tree.iter() for name, value in element.items()]
    assert [name for name, _ in attributes if name.startswith("on")] == []
    assert [
        v for n, v in attributes if n in ("href", "src") and ("alert" in v or "tracker" in v)
    ] == []


GLOSSARIES = {
    "tag": ("nouns: !!python/object/apply:os.system [id]\n", 1, "the tag .* is not allowed"),
    "alias": ("nouns: &a {Kind: child}\npeople: *a\n", 1, "aliases are not allowed"),
    "twice": ("nouns:\n  Kind: child\n  Kind: kid\n", 3, "comes twice"),
    "section": ("substantive: {Kind: child}\n", 1, "unknown section"),
    "type": ("nouns:\n  Kind: [child]\n", 2, "must be text"),
    "truth": ("nouns:\n  Kind: child\n  Ja: yes\n", 3, "must be text"),
    "list": ("- a\n", 1, "must consist of sections"),
    "no YAML": ("nouns: {\n", 2, "not valid YAML"),
}


@pytest.mark.parametrize(("text", "line", "message"), GLOSSARIES.values(), ids=GLOSSARIES)
def test_a_broken_glossary_is_named_with_its_line(
    project: Path, text: str, line: int, message: str
) -> None:
    (project / "glossary" / "de-en.own.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        in_process(project)
    assert caught.value.problem.path.endswith("glossary/de-en.own.yml")
    assert caught.value.problem.line == line


SETTINGS = {
    "unknown key": ("limits: {max_byte: 3}\n", 1, "Did you mean 'max_bytes'"),
    "type": ("site:\n  languages: 3\n", 2, "site.languages"),
    "value": ("build:\n  executor:\n    processes: 0\n", 3, "build.executor.processes"),
    "tag": ("site: !!python/name:os.system\n", 1, "os.system is not allowed"),
    "alias": ("site: &a {}\nbuild: *a\n", 1, "aliases"),
    "no YAML": ("site: [\n", 2, "not valid YAML"),
    "list": ("- a\n", 1, "the document"),
    "escape": ('site: {title: {"\\e[31m": 3}}\n', 1, "\\x1b[31m"),
}


@pytest.mark.parametrize(("text", "line", "message"), SETTINGS.values(), ids=SETTINGS)
def test_a_mistake_in_the_settings_is_named_with_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, message: str
) -> None:
    from summarizer.cli.build import run_build

    (project / "summarizer.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        run_build(project, {}, quiet=True)
    assert ended.value.code == 3
    told = capsys.readouterr().err
    assert told.startswith(f"summarizer.yml:{line}: ")
    assert message in told
    assert "\x1b" not in told
    assert report(project)["problems"][0]["line"] == line


@pytest.mark.parametrize("at", ["Reading articles", "Analysing articles"])
def test_a_file_that_vanishes_while_it_is_read_costs_no_other(project: Path, at: str) -> None:
    seed = project / "seeds" / "weg.txt"
    seed.write_text(GOOD.replace("Stadtrat", "Gemeinderat"), encoding="utf-8")
    done = in_process(project, keep_going=True, at=at, do=seed.unlink)
    assert [(p.path, p.message) for p in done.problems] == [("seeds/weg.txt", "does not exist")]
    assert done.articles == 2


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_what_it_was(project: Path) -> None:
    seed = project / "seeds" / "neu.txt"
    first = GOOD.replace("30", "40")
    seed.write_text(first, encoding="utf-8")
    done = in_process(
        project,
        keep_going=True,
        at="Analysing articles",
        do=lambda: seed.write_text(GOOD.replace("30", "50"), encoding="utf-8"),
    )
    assert [p.message for p in done.problems] == ["changed while it was read"]
    # Its first content again must not bring the summary of its second.
    seed.write_text(first, encoding="utf-8")
    settings = configuration.load(project)
    found = summarise_seeds(
        project, project / ".cache/summaries", settings.limits, settings.build.executor,
        Steps("", list),
    )  # fmt: skip
    (summary,) = [s for s in found.summaries if s.id == "neu"]
    assert [figure.value for figure in summary.figures] == [40_000_000]


def test_a_file_that_somebody_writes_to_all_the_time_ends_no_build(project: Path) -> None:
    seed = project / "seeds" / "strom.txt"
    stop = threading.Event()

    def write() -> None:
        with seed.open("a", encoding="utf-8") as file:
            while not stop.is_set():
                file.write("Es kamen 20 Leute. ")
                file.flush()
                time.sleep(0.0005)

    seed.write_text(GOOD, encoding="utf-8")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = in_process(project, keep_going=True)
    finally:
        stop.set()
        writer.join()
    assert [(p.path, p.message) for p in done.problems] == [
        ("seeds/strom.txt", "changed while it was read")
    ]
    assert done.articles == 2


@pytest.mark.parametrize("folder", [".cache", "docs"])
def test_a_folder_that_may_not_be_written_to_is_named_and_the_site_stays(
    project: Path, folder: str
) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("NOT TESTED: root may write everywhere, and there is no setpriv")
    before = content(project / "site")
    (project / "seeds" / "haushalt.txt").write_text(OTHER, encoding="utf-8")
    target = project / folder
    folders = [target, *(p for p in target.rglob("*") if p.is_dir())]
    for each in folders:
        each.chmod(0o555)
    try:
        done = build(project)
    finally:
        for each in folders:
            each.chmod(0o755)
    assert done.returncode == 7
    assert "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(project) not in done.stderr
    assert content(project / "site") == before
    assert report(project)["ok"] is False
    assert "Permission denied" in report(project)["failure"]
