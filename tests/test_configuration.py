"""The configuration: every key optional, every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from summarizer import configuration
from summarizer.configuration import Configuration
from summarizer.problem import InputError


def test_a_project_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert configuration.load(tmp_path) == Configuration()


def test_the_file_in_the_repository_only_shows_the_defaults(project: Path) -> None:
    assert configuration.load(project) == Configuration()


def test_the_commented_keys_of_the_file_in_the_repository_exist(project: Path) -> None:
    lines = (project / "summarizer.yml").read_text(encoding="utf-8").splitlines()[1:]
    shown = yaml.safe_load("\n".join(line.removeprefix("# ") for line in lines))
    assert shown.keys() == Configuration.model_fields.keys()
    Configuration.model_validate(shown)


def test_a_key_changes_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "summarizer.yml").write_text("build: {keep_going: true}", encoding="utf-8")
    assert configuration.load(tmp_path).build.keep_going


def test_the_languages_to_translate_into_are_those_that_are_not_the_articles(
    tmp_path: Path,
) -> None:
    (tmp_path / "summarizer.yml").write_text("site: {languages: [de, en, fr]}", encoding="utf-8")
    assert configuration.load(tmp_path).targets == ("en", "fr")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("sight: {}", 1, "unknown key 'sight'"),
        ("build:\n  keep_goin: true", 2, "unknown key 'build.keep_goin'"),
        ("build:\n  keep_going: perhaps", 2, "build.keep_going"),
        ("translation:\n  model: always", 2, "translation.model"),
        ("limits:\n  max_bytes: 0", 2, "limits.max_bytes"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    (tmp_path / "summarizer.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        configuration.load(tmp_path)
    assert caught.value.problem.line == line
    assert message in caught.value.problem.message


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "summarizer.yml").write_bytes("site: {title: Übersicht}".encode("latin-1"))
    with pytest.raises(InputError, match=r"summarizer\.yml: cannot be read.*\n.*UTF-8"):
        configuration.load(tmp_path)
