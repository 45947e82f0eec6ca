"""A build that has nothing to do is over at once, and one that has something to do is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from summarizer import configuration, freshness, pipeline
from summarizer.cli.progress import NoProgress
from summarizer.configuration import Configuration
from summarizer.pipeline import Project
from summarizer.publishing import SiteSettings
from summarizer.report import BuildReport

ARTICLE = "Der Stadtrat hat den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"


class Steps:
    """Progress that does something of the test's at a step of the build."""

    def __init__(self, at: str = "", do: Callable[[], object] = list) -> None:
        self._at = at
        self._do = do

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        if title == self._at:
            self._do()
        return lambda _done: None


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory, new_built_project: Callable[[Path, str, str], Path]
) -> Path:
    return new_built_project(tmp_path_factory.mktemp("built") / "project", "haushalt.txt", ARTICLE)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def does_something(
    project: Path, monkeypatch: pytest.MonkeyPatch, settings: Configuration | None = None
) -> bool:
    """Whether a build of `project` goes beyond looking whether there is anything to do."""
    done: list[Path] = []

    def rebuild(project: Project, *_: object) -> tuple[BuildReport, dict[Path, str]]:
        done.append(project.root)
        return BuildReport(), {}

    monkeypatch.setattr(pipeline, "_rebuild", rebuild)
    pipeline.build(Project(project), settings or configuration.load(project), NoProgress())
    return bool(done)


def test_with_nothing_changed_nothing_is_done(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not does_something(project, monkeypatch)


def test_the_report_says_that_nothing_was_done(project: Path) -> None:
    report = pipeline.build(Project(project), configuration.load(project), NoProgress())
    assert (report.articles, report.analysed, report.site) == (1, 0, "up to date")
    assert report.published
    assert report.languages[0].pending > 0


def edit(path: Path, old: str, new: str) -> None:
    """Edit a file so that neither its size nor its time tells."""
    assert len(old) == len(new)
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article edited": lambda p: edit(p / "seeds" / "haushalt.txt", "30", "40"),
    "an article added": lambda p: (p / "seeds" / "neu.txt").write_text(ARTICLE, encoding="utf-8"),
    "an article deleted": lambda p: (p / "seeds" / "haushalt.txt").unlink(),
    "an article renamed": lambda p: (p / "seeds" / "haushalt.txt").rename(p / "seeds" / "x.txt"),
    "a catalogue edited": lambda p: edit(p / "translations/en/haushalt.po", "Haushalt", "HAUSHALT"),
    "a catalogue deleted": lambda p: (p / "translations" / "en" / "haushalt.po").unlink(),
    "a glossary edited": lambda p: edit(p / "glossary" / "de-en.yml", "soldier", "SOLDIER"),
    "a glossary added": lambda p: (p / "glossary" / "de-en.own.yml").write_text("nouns: {A: b}\n"),
    "mkdocs.yml edited": lambda p: edit(p / "mkdocs.yml", "search.highlight", "search.HIGHLIGHT"),
    "a page of docs/ edited": lambda p: (p / "docs" / "de" / "index.md").write_text("x"),
    "a page of site/ gone": lambda p: (p / "site" / "en" / "index.html").unlink(),
    "a file added to site/": lambda p: (p / "site" / "en" / "x.html").write_text("x"),
    "no cache": lambda p: (p / ".cache" / "build.json").unlink(),
    "a damaged cache": lambda p: (p / ".cache" / "build.json").write_bytes(b"{"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_is_changed_is_seen(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    change(project)
    assert does_something(project, monkeypatch)


def test_a_changed_setting_is_seen(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = configuration.load(project).model_copy(
        update={"site": SiteSettings(title="Anderer Titel")}
    )
    assert does_something(project, monkeypatch, settings)


def test_changed_code_is_seen(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "build_version", lambda: "another")
    assert does_something(project, monkeypatch)


def test_an_installed_model_is_seen_where_one_may_translate(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = configuration.load(project)
    settings = settings.model_copy(
        update={"translation": settings.translation.model_copy(update={"model": "installed"})}
    )
    pipeline.build(Project(project), settings, NoProgress())
    model = project / settings.translation.engine.model_folder / "de_en" / "metadata.json"
    model.parent.mkdir(parents=True)
    model.write_text("{}", encoding="utf-8")
    assert does_something(project, monkeypatch, settings)


def test_a_missing_model_is_asked_for_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = pipeline.build(Project(project), configuration.load(project), NoProgress())
    may_fetch = Configuration()
    assert not pipeline._can_wait(report, may_fetch)


def review(project: Path) -> None:
    path = project / "translations" / "en" / "haushalt.po"
    catalogue = polib.pofile(str(path))
    next(e for e in catalogue if e.msgctxt == "sentence").msgstr = "The council has decided."
    catalogue.save()


def page(project: Path, language: str) -> str:
    path = project / "docs" / language / "articles" / "haushalt" / "index.md"
    return path.read_text(encoding="utf-8")


# What is edited, and whether the pages show it.
EDITS: dict[str, tuple[Callable[[Path], object], Callable[[Path], bool]]] = {
    "an article": (CHANGES["an article edited"], lambda p: "40 Millionen" in page(p, "de")),
    "a catalogue": (review, lambda p: "The council has decided" in page(p, "en")),
    "a glossary": (CHANGES["a glossary edited"], lambda _: False),
}


@pytest.mark.parametrize(
    "at", ["Reading articles", "Translating into 'en'", "Writing pages", "Building the site"]
)
@pytest.mark.parametrize(("change", "shows"), EDITS.values(), ids=EDITS)
def test_what_is_edited_while_a_build_runs_is_shown_now_or_by_the_next(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
    change: Callable[[Path], object],
    shows: Callable[[Path], bool],
) -> None:
    (project / "seeds" / "neu.txt").write_text("Ein neuer Artikel mit 5 Euro.\n", encoding="utf-8")
    monkeypatch.setattr("summarizer.rebuilding.build_site", _no_mkdocs)
    monkeypatch.setattr("summarizer.rebuilding.check_site", lambda *_: [])
    steps = Steps(at, lambda: change(project))
    pipeline.build(Project(project), configuration.load(project), steps)
    assert shows(project) or does_something(project, monkeypatch)


def _no_mkdocs(_project: Path, _docs: Path, out: Path, *_: object) -> object:
    from summarizer.publishing import SiteBuild

    out.mkdir(parents=True)
    (out / "index.html").write_text("", encoding="utf-8")
    return SiteBuild(pages=1)


def test_neither_a_pipe_nor_an_endless_device_keeps_a_build_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    (tmp_path / "endlos.txt").symlink_to("/dev/zero")
    (tmp_path / "riesig.txt").touch()
    os.truncate(tmp_path / "riesig.txt", 10**12)
    (tmp_path / "kreis").symlink_to(".")
    found = freshness.inputs(tmp_path, "", [tmp_path])
    assert set(found) == {"", "rohr.txt", "endlos.txt", "riesig.txt", "kreis"}
