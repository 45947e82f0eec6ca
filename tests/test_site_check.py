"""A site that is not what its articles say is found out before anyone reads it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import configuration, pipeline, rebuilding
from summarizer.cli.progress import NoProgress
from summarizer.pipeline import Project, SiteCheckError

ARTICLE = """Feuer in der Altstadt

Beim Brand eines Lagers sind 12 Menschen verletzt worden, wie die Feuerwehr mitteilte. Der Schaden
liegt bei rund 3,5 Millionen Euro. Etwa die Hälfte der 40 Wohnungen ist nicht mehr bewohnbar.
Für den Wiederaufbau sind 60 bis 70 Mio. Euro nötig. In der Nacht sank die
Temperatur auf minus 12 Grad.
Knapp ein Drittel der Bewohner war verreist.
"""
PAGE = "en/articles/feuer/index.html"


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory, new_built_project: Callable[[Path, str, str], Path]
) -> Path:
    return new_built_project(tmp_path_factory.mktemp("built") / "project", "feuer.txt", ARTICLE)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def findings(project: Path) -> list[str]:
    return pipeline.check(Project(project), configuration.load(project), NoProgress())


def change(project: Path, page: str, old: str, new: str) -> None:
    path = project / "site" / page
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_site_has_no_findings(project: Path) -> None:
    assert findings(project) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "finding"),
    [
        pytest.param(PAGE, ">12<", ">21<", "'21' does not say 12", id="a changed figure"),
        pytest.param(
            PAGE, "3.5 million", "3.5 billion", "does not say 3500000", id="a wrong scale"
        ),
        pytest.param(PAGE, 'data-value="12"', 'data-value="13"', "marked as 13", id="wrong markup"),
        pytest.param(
            "de/articles/feuer/index.html",
            "3,5 Millionen",
            "5,3 Millionen",
            "does not say 3500000",
            id="a changed figure in German",
        ),
        pytest.param(PAGE, 'href="#figures"', 'href="#zahlen"', "no place", id="a lost anchor"),
        pytest.param(PAGE, "../../about/", "../../abuot/", "leads nowhere", id="a broken link"),
        pytest.param(
            "de/index.html",
            "</head>",
            '<script src="https://cdn.example/x.js"></script></head>',
            "from another host",
            id="a script of somebody else",
        ),
        pytest.param(
            "en/articles/feuer/summary.json",
            '"value": 12',
            '"value": 13',
            "not those that were extracted",
            id="changed data",
        ),
    ],
)
def test_what_is_wrong_is_found(project: Path, page: str, old: str, new: str, finding: str) -> None:
    change(project, page, old, new)
    assert any(finding in found for found in findings(project)), findings(project)


def test_a_missing_page_is_found(project: Path) -> None:
    (project / "site" / PAGE).unlink()
    assert any(f.startswith("en/articles/feuer: ") for f in findings(project))


def test_a_build_whose_site_fails_the_check_leaves_the_last_good_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (project / "site" / PAGE).read_bytes()
    (project / "seeds" / "feuer.txt").write_text(ARTICLE.replace("12", "13"), encoding="utf-8")
    monkeypatch.setattr(rebuilding, "check_site", lambda *_: ["en/index.html: is wrong"])
    with pytest.raises(SiteCheckError, match="is wrong"):
        pipeline.build(Project(project), configuration.load(project), NoProgress())
    assert (project / "site" / PAGE).read_bytes() == before
