"""`summarizer model`: install, status and path, as their users run them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summarizer.cli import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def _model(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["model", *arguments, "--project", str(project)])


def test_a_package_brought_along_is_installed_and_described(
    project: Path, model_file: Path
) -> None:
    done = _model(project, "install", "--from", str(model_file))
    checksum = hashlib.sha256(model_file.read_bytes()).hexdigest()
    assert done.exit_code == 0
    assert f"translate-de_en 1.0 is in {project}/.cache/models/translate-de_en-1.0" in done.stdout
    assert checksum in done.stdout
    status = _model(project, "status")
    assert status.exit_code == 0
    assert status.stdout.startswith("de→en: translate-de_en 1.0\n")
    assert f"from {model_file}" in status.stdout
    assert "unchanged since" in status.stdout


def test_without_a_model_status_says_how_to_get_one(project: Path) -> None:
    status = _model(project, "status")
    assert status.exit_code == 1
    assert "de→en: no model. Get it with `summarizer model install`" in status.stdout


def test_a_changed_model_is_reported(project: Path, model_file: Path) -> None:
    _model(project, "install", "--from", str(model_file))
    next(project.rglob("sentencepiece.model")).write_bytes(b"other")
    status = _model(project, "status")
    assert status.exit_code == 1
    assert "CHANGED since: sentencepiece.model was changed" in status.stdout


def test_the_index_is_asked_and_progress_goes_to_standard_error_as_plain_lines(
    project: Path, server: Any, model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.serve_index()
    server.serve("/de_en.argosmodel", model_file.read_bytes())
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.url)
    done = _model(project, "install")
    assert done.exit_code == 0
    lines = done.stderr.splitlines()
    assert lines[0] == "de→en: Asking the index"
    assert "de→en: Downloading" in lines
    assert "de→en: 1.9 of 1.9 MB" in lines
    assert lines[-1] == "de→en: Loading it to see that it works"
    assert "\x1b" not in done.stderr
    assert "already installed" in _model(project, "install").stdout


def test_a_failed_installation_is_a_message_and_a_status(project: Path, model_file: Path) -> None:
    wrong = _model(project, "install", "--from", str(model_file), "--sha256", "0" * 64)
    assert wrong.exit_code == 1
    assert "expected 0000" in wrong.stderr
    assert "Traceback" not in wrong.output
    other = _model(project, "install", "--from", str(model_file), "--pair", "en-fr")
    assert other.exit_code == 1
    assert "de→en, not en→fr" in other.stderr
    assert _model(project, "install", "--pair", "nonsense").exit_code == 2


def test_an_unusable_configuration_has_a_status_of_its_own(project: Path) -> None:
    (project / "summarizer.yml").write_text("translation: {engine: {beam_size: many}}\n")
    for command in ("install", "status", "path"):
        failed = _model(project, command)
        assert failed.exit_code == 3
        assert "beam_size" in failed.stderr


def test_path_is_the_folder_that_ci_caches(project: Path) -> None:
    assert _model(project, "path").stdout == f"{project}/.cache/models\n"


@pytest.mark.parametrize("command", ["install", "status", "path"])
def test_the_help_lists_the_exit_statuses(command: str) -> None:
    done = CliRunner().invoke(main, ["model", command, "--help"])
    assert "Exit status:\n    0  " in done.stdout
