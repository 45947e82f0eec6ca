"""Catalogues are parsed once: an earlier build's reading serves as long as nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.problem import InputError
from summarizer.translation import catalogue as c
from summarizer.translation import parsed as p
from summarizer.translation.catalogue import Catalogue, Entry, Key, Origin, OriginKind
from summarizer.translation.parsed import parse_once

CATALOGUE = Catalogue(
    (
        Entry(
            Key("sentence", "Es regnet „stark“."),
            "It is raining “hard”.",
            fuzzy=True,
            origin=Origin(OriginKind.MACHINE, "argos 1.0"),
            checksum="0123abcd",
            refusal="name: “X” is missing",
            context="Sentence 1 of 2.",
            note="a note",
            reference=(("seeds/a.txt", "1"),),
            previous="Es regnete.",
            flags=("no-wrap",),
        ),
        Entry(Key("label", "Wagen"), "cars", obsolete=True),
    ),
    c.header("en", "a"),
    "A comment.",
)
DATA = c.dump(CATALOGUE)
PATH = "translations/en/a.po"


@pytest.fixture(autouse=True)
def _new_process() -> None:
    parse_once.cache_clear()


def forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object) -> Catalogue:
        raise AssertionError("parsed again")

    monkeypatch.setattr(p, "parse", parse)


def test_what_is_kept_is_what_was_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = parse_once(DATA, PATH, tmp_path)
    parse_once.cache_clear()
    forbid_parsing(monkeypatch)
    assert parse_once(DATA, PATH, tmp_path) == first == c.parse(DATA, PATH)


def test_an_edited_catalogue_is_parsed_again(tmp_path: Path) -> None:
    parse_once(DATA, PATH, tmp_path)
    edited = DATA.replace(b"raining", b"pouring")
    assert parse_once(edited, PATH, tmp_path).entries[0].text == "It is pouring “hard”."


def test_another_version_of_the_code_parses_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse_once(DATA, PATH, tmp_path)
    parse_once.cache_clear()
    monkeypatch.setattr(p, "_code", lambda: b"newer")
    forbid_parsing(monkeypatch)
    with pytest.raises(AssertionError, match="parsed again"):
        parse_once(DATA, PATH, tmp_path)


@pytest.mark.parametrize(
    "kept", [b"", b"{", b'["x", {}]', b"\xff", b'["", {"entries": [1]}]'], ids=repr
)
def test_a_damaged_file_is_replaced(tmp_path: Path, kept: bytes) -> None:
    parse_once(DATA, PATH, tmp_path)
    file = tmp_path / "en" / "a.json"
    whole = file.read_bytes()
    file.write_bytes(kept)
    parse_once.cache_clear()
    assert parse_once(DATA, PATH, tmp_path) == c.parse(DATA, PATH)
    assert file.read_bytes() == whole


def test_languages_and_articles_do_not_share_a_file(tmp_path: Path) -> None:
    for path in ("translations/en/a.po", "translations/fr/a.po", "translations/en/b.po"):
        parse_once(DATA, path, tmp_path)
    found = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.json"))
    assert found == ["en/a.json", "en/b.json", "fr/a.json"]


def test_of_what_is_no_catalogue_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        parse_once(b"rubbish", PATH, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
