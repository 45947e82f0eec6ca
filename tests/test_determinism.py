"""The same articles give the same bytes, wherever, whenever and however they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.cli.progress import NoProgress
from summarizer.executors import ExecutorSettings
from summarizer.reading import Limits
from summarizer.summaries import summarise_seeds

Build = Callable[..., dict[str, bytes]]

ARTICLES = {
    "b-haushalt.txt": "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen "
    "Euro vor, sagte Kämmerin Ute Beispiel.\n",
    "a-sturm.md": "---\ntitle: Sturm über dem Norden\ndate: 2024-02-03\ntags: [Wetter, Norden]\n"
    "---\n\nDer Sturm soll mindestens 20 Bäume entwurzelt haben. Das teilte die Polizei mit.\n",
    "C Müller & Söhne.txt": "Die Firma Müller & Söhne will 200 Stellen streichen. „Wir bedauern "
    "das“, erklärte Geschäftsführerin Anna Muster.\n",
}


@pytest.fixture(scope="module")
def build(new_project: Callable[[Path], Path], repository: Path) -> Build:
    """Builds the articles in a folder; gives all files that were made, by path."""

    def build(root: Path, names: list[str], **environment: str) -> dict[str, bytes]:
        new_project(root)
        for name in names:
            (root / "seeds" / name).write_text(ARTICLES[name], encoding="utf-8")
        for seed in (repository / "seeds").iterdir():
            shutil.copy(seed, root / "seeds")
        command = [sys.executable, "-m", "summarizer", "build", "--offline"]
        done = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for folder in ("docs", "site", "translations")
            for path in (root / folder).rglob("*")
            if path.is_file()
        }

    return build


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory, build: Build) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("reference") / "project"
    return build(root, sorted(ARTICLES), PYTHONHASHSEED="1")


@pytest.mark.parametrize(
    ("environment", "backwards"),
    [
        pytest.param({"PYTHONHASHSEED": "2"}, True, id="another hash seed and order of files"),
        pytest.param(
            {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"},
            False,
            id="another locale and time zone",
        ),
    ],
)
def test_neither_place_nor_environment_nor_order_changes_a_byte(
    tmp_path: Path,
    build: Build,
    reference: dict[str, bytes],
    environment: dict[str, str],
    *,
    backwards: bool,
) -> None:
    names = sorted(ARTICLES, reverse=backwards)
    other = build(tmp_path / "another folder, with spaces", names, **environment)
    assert [path for path in reference if other.get(path) != reference[path]] == []
    assert other.keys() == reference.keys()


def test_many_processes_find_what_one_finds(project: Path) -> None:
    texts = [f"Rund {n} Menschen kamen, sagte ein Sprecher der Stadt.\n" for n in range(2, 22)]
    for number, text in enumerate(texts):
        (project / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    one, two = (
        summarise_seeds(
            project,
            project / ".cache" / str(processes),
            Limits(),
            ExecutorSettings(processes=processes),
            NoProgress(),
        )
        for processes in (1, 2)
    )
    assert one.analysed == len(texts)
    # As it is written into pages, with every order that a set or a table may have.
    assert [s.model_dump_json() for s in one.summaries] == [
        s.model_dump_json() for s in two.summaries
    ]
    assert one.problems == two.problems == ()
