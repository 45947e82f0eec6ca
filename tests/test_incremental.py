"""What a build takes over from the one before is what it would have made itself.

Each test changes one thing, builds, and compares every byte with a build of the same project that
knows nothing of an earlier one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from summarizer import cache, configuration, editions, freshness, pipeline, rebuilding, site_check
from summarizer.cli.progress import NoProgress
from summarizer.files import write_whole
from summarizer.pipeline import Project, SiteCheckError
from summarizer.publishing import SiteBuild, SiteSettings
from summarizer.publishing.rendering import environment
from summarizer.report import BuildReport

SHARED = "„Wir bedauern das“, sagte Finanzminister Karl Beispiel."
ARTICLES = {
    "haushalt.md": "---\ndate: 2024-02-03\ntags: [Stadt]\n---\n\nDer Stadtrat hat den Haushalt "
    f"beschlossen. Er sieht 30 Millionen Euro vor, sagte Kämmerin Ute Muster. {SHARED}\n",
    "sturm.md": "---\ntitle: Sturm über dem Norden\ndate: 2024-02-04\ntags: [Wetter, Stadt]\n---\n"
    "\nDer Sturm soll mindestens 20 Bäume entwurzelt haben. Das teilte die Polizei Kiel mit.\n",
    "werk.txt": f"Die Firma will 200 Stellen streichen. {SHARED} Das berichtete die Zeitung "
    "Musterblatt.\n",
    "bahn.md": "---\ndate: 2024-03-01\n---\n\nDie Bahn fährt 12 Prozent öfter, sagte Sprecherin "
    "Anna Vorbild. Kämmerin Ute Muster begrüßte das.\n",
}
NEW = "Der Kreistag hat 45 Millionen Euro bewilligt, sagte Kämmerin Ute Muster.\n"


def copy_of_pages(_: Path, docs: Path, out: Path, *__: object) -> SiteBuild:
    """Stands for MkDocs, which takes seconds: a site that differs wherever its pages do."""
    shutil.copytree(docs, out)
    return SiteBuild(pages=0)


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "build_site", copy_of_pages)
    monkeypatch.setattr(rebuilding, "check_site", lambda *_: [])


def build(root: Path, settings: SiteSettings | None = None) -> BuildReport:
    chosen = configuration.load(root)
    if settings:
        chosen = chosen.model_copy(update={"site": settings})
    return pipeline.build(Project(root), chosen, NoProgress())


def content(root: Path, *folders: str) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders or ("docs", "site", "translations")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def anew(root: Path, settings: SiteSettings | None = None) -> dict[str, bytes]:
    """What a build of the project in `root` makes that knows of no earlier one."""
    other = root.with_name("anew")
    shutil.copytree(root, other, symlinks=True)
    for made in ("docs", "site", ".cache"):
        shutil.rmtree(other / made, ignore_errors=True)
    build(other, settings)
    return content(other)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, new_project: Callable[[Path], Path]) -> Path:
    root = new_project(tmp_path_factory.mktemp("built") / "project")
    (root / "summarizer.yml").write_text(
        "translation: {model: never}\nsite: {url: 'https://news.example/'}", encoding="utf-8"
    )
    for name, text in ARTICLES.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuilding, "build_site", copy_of_pages)
        patch.setattr(rebuilding, "check_site", lambda *_: [])
        build(root)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / "seeds" / name).write_text(text, encoding="utf-8")


def review(article: str, text: str) -> Callable[[Path], object]:
    """Do what a reviewer does with the sentence that two articles share."""

    def change(root: Path) -> None:
        path = root / "translations" / "en" / f"{article}.po"
        catalogue = polib.pofile(str(path))
        next(e for e in catalogue if "bedauern" in e.msgid).msgstr = text
        catalogue.save()

    return change


def both(*changes: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda root: [change(root) for change in changes]


def delete(name: str) -> Callable[[Path], object]:
    return lambda root: (root / "seeds" / name).unlink()


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article added and one changed": both(
        write("kreis.txt", NEW), write("werk.txt", ARTICLES["werk.txt"].replace("200", "300"))
    ),
    "a sentence put before, a role taken away": both(
        write("werk.txt", "Am Freitag. " + ARTICLES["werk.txt"]),
        write("bahn.md", ARTICLES["bahn.md"].replace("Kämmerin ", "")),
    ),
    "a date, a tag and a title changed": both(
        write("bahn.md", ARTICLES["bahn.md"].replace("2024-03", "2023-03")),
        write("sturm.md", ARTICLES["sturm.md"].replace("Wetter", "Klima").replace("den", "dem")),
    ),
    "an article deleted": delete("haushalt.md"),
    "all articles deleted": both(*(delete(name) for name in ARTICLES)),
    "an article renamed": lambda r: (r / "seeds/werk.txt").rename(r / "seeds/fabrik.txt"),
    "a translation reviewed": review("werk", "“We regret that,” said the minister."),
    "a translation reviewed in another article": both(
        review("haushalt", "“We regret that,” said the minister."), delete("haushalt.md")
    ),
    "a catalogue deleted": lambda r: (r / "translations/en/werk.po").unlink(),
    "a glossary added": lambda r: (r / "glossary/de-en.own.yml").write_text(
        "people: {'Finanzminister, Finanzminister': 'purse keeper, purse keepers'}\n"
        "organisations: {Musterblatt: Sample Sheet}\n",
        encoding="utf-8",
    ),
    "pages edited, deleted and added": both(
        lambda r: (r / "docs/de/archive/2024-02.md").write_text("x", encoding="utf-8"),
        lambda r: (r / "docs/en/about.md").unlink(),
        lambda r: (r / "docs/en/x.md").write_text("x", encoding="utf-8"),
    ),
    "what is kept damaged": lambda r: [
        path.write_bytes(path.read_bytes()[:-9])
        for folder in ("editions", "memory", "catalogues", "summaries")
        for path in (r / ".cache" / folder).rglob("*.json")
    ],
    "what is kept gone": both(
        lambda r: shutil.rmtree(r / ".cache/editions"),
        lambda r: shutil.rmtree(r / ".cache/summaries"),
    ),
    "the note of the pages gone": lambda r: (r / ".cache/site.json").unlink(),
}


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_build_after_a_change_makes_what_one_without_a_past_makes(
    project: Path, change: Callable[[Path], object]
) -> None:
    (project / ".cache" / "build.json").unlink()
    change(project)
    expected = anew(project)
    build(project)
    found = content(project)
    assert [path for path in expected if found.get(path) != expected[path]] == []
    assert found.keys() == expected.keys()


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    "settings",
    [
        SiteSettings(title="Anderer Titel", items_a_page=1, sections=frozenset()),
        SiteSettings(languages=("de", "en"), locales={"en": "en_US"}),
    ],
    ids=["title, sizes and sections", "locale"],
)
def test_a_changed_setting_is_on_every_page(project: Path, settings: SiteSettings) -> None:
    expected = anew(project, settings)
    build(project, settings)
    assert content(project) == expected


def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates, as they are rendered."""
    from summarizer.publishing import pages

    names: list[str] = []
    render = pages.render

    def noting(template: str, *arguments: object, **values: object) -> str:
        names.append(template)
        return render(template, *arguments, **values)

    monkeypatch.setattr(pages, "render", noting)
    return names


@pytest.mark.usefixtures("fast")
def test_only_what_shows_a_changed_article_is_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = rendered(monkeypatch)
    write("sturm.md", ARTICLES["sturm.md"].replace("20", "40"))(project)
    report = build(project)
    assert report.analysed == 1
    assert names.count("article.md.j2") == 2
    assert names.count("source.md.j2") == 2  # die Polizei Kiel
    assert "about.md.j2" not in names


@pytest.mark.usefixtures("fast")
def test_other_code_makes_every_page_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = rendered(monkeypatch)
    for module in (cache, editions, freshness):
        monkeypatch.setattr(module, "build_version", lambda: "another")
    build(project)
    assert names.count("article.md.j2") == 2 * len(ARTICLES)


def test_the_version_covers_templates_words_and_glossary_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walked = {path for path, _ in cache._walk(cache.files("summarizer") / "", "")}
    for name in (
        "/publishing/templates/article.md.j2",
        "/publishing/theme/main.html",
        "/publishing/locale/de/LC_MESSAGES/publishing.po",
        "/translation/glossary.py",
        "/german/lexicon/units.yml",
    ):
        assert name in walked
    assert environment("de").loader is not None


@pytest.mark.usefixtures("fast")
def test_the_catalogue_of_a_deleted_article_stays(project: Path) -> None:
    before = content(project, "translations")
    delete("haushalt.md")(project)
    build(project)
    assert content(project, "translations") == before
    assert not (project / "docs" / "en" / "articles" / "haushalt").exists()


@pytest.fixture
def real(tmp_path: Path, new_project: Callable[[Path], Path]) -> Path:
    root = new_project(tmp_path / "real")
    (root / "summarizer.yml").write_text("translation: {model: never}", encoding="utf-8")
    for name, text in ARTICLES.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    build(root)
    return root


def test_the_site_too_is_what_one_without_a_past_is(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both(
        CHANGES["an article added and one changed"],
        CHANGES["an article renamed"],
        CHANGES["an article deleted"],
    )(real)
    looked_at: list[str] = []
    page = site_check._Site.page

    def noting(site: site_check._Site, name: str) -> site_check._Page:
        looked_at.append(name)
        return page(site, name)

    monkeypatch.setattr(site_check._Site, "page", noting)
    build(real)
    monkeypatch.undo()
    assert "de/articles/fabrik/index.html" in looked_at
    assert "de/articles/sturm/index.html" not in looked_at
    assert content(real) == anew(real)


def test_a_link_from_an_old_page_to_one_that_is_gone_is_found(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a page were wrongly taken over, the site would not be published."""
    from summarizer.publishing import page_files

    made_of = page_files._hash
    monkeypatch.setattr(
        page_files,
        "_hash",
        lambda value: "same" if "source.md.j2" in str(value)[:40] else made_of(value),
    )
    (real / ".cache" / "site.json").unlink()
    (real / ".cache" / "build.json").unlink()
    build(real)
    delete("haushalt.md")(real)
    with pytest.raises(SiteCheckError, match=r"articles/haushalt/.* leads nowhere"):
        build(real)


def test_a_cache_need_not_survive_a_power_failure(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a", b"x", sync=False)
    assert (tmp_path / "a").read_bytes() == b"x"
