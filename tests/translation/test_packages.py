"""Packages are found where we and Argos keep them, and a later change is noticed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.translation.engine import EngineSettings
from summarizer.translation.installation import install
from summarizer.translation.packages import (
    Metadata,
    Package,
    argos_folders,
    changes,
    find_route,
    installed_packages,
    touched,
)

ARGOS = (
    "import json; from argostranslate import settings;"
    "print(json.dumps([str(p) for p in settings.package_dirs]))"
)


@pytest.mark.parametrize(
    "environ",
    [
        pytest.param({}, id="nothing set"),
        pytest.param({"XDG_DATA_HOME": "{home}/data"}, id="XDG_DATA_HOME"),
        pytest.param({"ARGOS_PACKAGES_DIR": "{home}/mine"}, id="ARGOS_PACKAGES_DIR"),
        pytest.param({"XDG_CONFIG_HOME": "{home}/configured"}, id="settings.json"),
        pytest.param(
            {"XDG_CONFIG_HOME": "{home}/configured", "ARGOS_PACKAGES_DIR": "{home}/mine"},
            id="the environment wins over settings.json",
        ),
        pytest.param(
            {"SNAP": "{home}/snap", "SNAP_USER_DATA": "{home}/snap-data"}, id="inside a snap"
        ),
    ],
)
def test_the_folders_are_those_that_argostranslate_itself_looks_in(
    environ: dict[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured = home / "configured" / "argos-translate"
    configured.mkdir(parents=True)
    (configured / "settings.json").write_text(json.dumps({"ARGOS_PACKAGES_DIR": f"{home}/set"}))
    (home / "snap" / "snap_custom" / "packages").mkdir(parents=True)
    for name, value in environ.items():
        monkeypatch.setenv(name, value.format(home=home))
    run = subprocess.run([sys.executable, "-c", ARGOS], check=True, capture_output=True, text=True)
    assert [str(folder) for folder in argos_folders()] == json.loads(run.stdout)


def test_looking_for_packages_makes_no_folders_in_the_home(
    home: Path, settings: EngineSettings
) -> None:
    assert installed_packages(settings) == ((), ())
    assert list(home.iterdir()) == []


def test_a_package_that_argos_installed_is_found(
    home: Path, settings: EngineSettings, model_file: Path
) -> None:
    folder = home / ".local" / "share" / "argos-translate" / "packages"
    folder.mkdir(parents=True)
    code = f"from argostranslate import package; package.zipfile.ZipFile({str(model_file)!r})"
    subprocess.run(
        [sys.executable, "-c", f"{code}.extractall(package.settings.package_data_dir)"], check=True
    )
    ((package,), problems) = installed_packages(settings)
    assert package.folder.parent == folder
    assert package.record is None
    assert problems == ()
    assert changes(package) == ()
    assert not touched(package)


def test_our_own_package_comes_before_one_of_argos(
    home: Path, settings: EngineSettings, model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argos = home / "argos"
    install("de", "en", settings.model_copy(update={"model_folder": argos}), origin=str(model_file))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(argos))
    (ours,) = install("de", "en", settings, origin=str(model_file)).packages
    packages, _ = installed_packages(settings)
    assert [p.folder.parent for p in packages] == [settings.model_folder, argos]
    assert find_route("de", "en", packages) == (ours,)


def test_argos_can_use_our_folder_as_its_own(models: Path, home: Path) -> None:
    code = (
        "from argostranslate import package;"
        "print([(p.from_code, p.to_code) for p in package.get_installed_packages()])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"ARGOS_PACKAGES_DIR": str(models)},
    )
    assert run.stdout.strip() == "[('de', 'en')]"


def test_a_broken_folder_costs_only_itself(settings: EngineSettings, model_file: Path) -> None:
    install("de", "en", settings, origin=str(model_file))
    (settings.model_folder / "broken").mkdir()
    packages, problems = installed_packages(settings)
    assert [p.name for p in packages] == ["translate-de_en 1.0"]
    assert [str(p) for p in problems] == [
        f"{settings.model_folder}/broken: no Argos package: metadata.json is missing\n"
        "  → Remove the folder and run: summarizer model install"
    ]


def test_a_later_change_of_any_file_is_noticed(settings: EngineSettings, model_file: Path) -> None:
    (package,) = install("de", "en", settings, origin=str(model_file)).packages
    assert not touched(package)
    with (package.model / "model.bin").open("r+b") as file:
        file.seek(1000)
        file.write(b"\xff")
    package.tokenizer.unlink()
    (package.folder / "extra").touch()
    assert touched(package)
    assert changes(package) == (
        "sentencepiece.model is missing",
        "extra was added",
        "model/model.bin was changed",
    )


def _packages(*pairs: str) -> list[Package]:
    def make(pair: str) -> Package:
        source, target = pair.split("-")
        return Package(Path(pair), Metadata(from_code=source, to_code=target), None)

    return [make(pair) for pair in pairs]


@pytest.mark.parametrize(
    ("target", "pairs", "route"),
    [
        pytest.param("en", ["de-en", "en-fr"], ["de-en"], id="direct"),
        pytest.param("fr", ["de-en", "en-fr"], ["de-en", "en-fr"], id="through English"),
        pytest.param("fr", ["de-en", "en-fr", "de-fr"], ["de-fr"], id="direct before a detour"),
        pytest.param("es", ["de-en", "en-fr", "fr-es"], ["de-en", "en-fr", "fr-es"], id="two"),
        pytest.param("fr", ["de-en", "fr-en"], [], id="the wrong way round"),
        pytest.param("fr", ["de-en", "en-de"], [], id="in a circle"),
        pytest.param("de", ["de-en", "en-de"], [], id="to itself"),
        pytest.param("fr", ["de-it", "it-fr", "de-en", "en-fr"], ["de-en", "en-fr"], id="by code"),
    ],
)
def test_the_shortest_way_between_languages_is_taken(
    target: str, pairs: list[str], route: list[str]
) -> None:
    assert [str(p.folder) for p in find_route("de", target, _packages(*pairs))] == route


def test_the_newest_version_counts(settings: EngineSettings, models: Path) -> None:
    for version in ("1.9", "1.10", "nonsense"):
        folder = settings.model_folder / version
        shutil.copytree(next(models.glob("translate-*")), folder)
        metadata = {"from_code": "de", "to_code": "en", "package_version": version}
        (folder / "metadata.json").write_text(json.dumps(metadata))
    packages, _ = installed_packages(settings)
    assert [p.metadata.package_version for p in packages] == ["1.10", "1.9", "nonsense"]
