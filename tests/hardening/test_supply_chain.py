"""What is installed is what was locked: every package pinned, and known by its content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LOCKS = ("runtime", "development")


def entries(repository: Path, name: str) -> list[str]:
    """The packages of a lock file, each with all its lines."""
    text = (repository / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip()]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_a_checksum(repository: Path, name: str) -> None:
    found = entries(repository, name)
    assert len(found) > 10
    for entry in found:
        assert re.match(r"[\w.\[\]-]+==\d\S* ", entry), entry
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("name", LOCKS)
def test_no_package_comes_from_an_address_or_a_registry_of_its_own(
    repository: Path, name: str
) -> None:
    text = (repository / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_installed_must_have_a_checksum_of_its_lock(repository: Path, name: str) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    assert f"--no-deps --require-hashes -r requirements/{name}.txt" in makefile


def test_the_packages_that_a_build_uses_are_audited(repository: Path) -> None:
    workflow = (repository / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert re.search(r"pip-audit\S* .*--require-hashes -r requirements/runtime\.txt", workflow)
