"""A summary is kept for as long as what it depends on is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import cache
from summarizer.summary import Sentence, Summary, TitleOrigin

SUMMARY = Summary(
    id="a",
    path="seeds/a.txt",
    title="Titel",
    title_origin=TitleOrigin.DERIVED,
    sentences=(Sentence(id=0, text="Titel."),),
)


def test_a_summary_comes_back_as_it_was(tmp_path: Path) -> None:
    cache.store(tmp_path, "0123", SUMMARY)
    assert cache.load(tmp_path, "0123") == SUMMARY


def test_what_was_never_stored_is_not_there(tmp_path: Path) -> None:
    assert cache.load(tmp_path, "0123") is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"id": "a"}', b"\xff"])
def test_a_damaged_summary_is_made_again(tmp_path: Path, content: bytes) -> None:
    cache.store(tmp_path, "0123", SUMMARY)
    (tmp_path / "01" / "0123.json").write_bytes(content)
    assert cache.load(tmp_path, "0123") is None


def test_summaries_nobody_used_are_forgotten(tmp_path: Path) -> None:
    cache.store(tmp_path, "0123", SUMMARY)
    cache.store(tmp_path, "4567", SUMMARY)
    cache.prune(tmp_path, ["4567"])
    assert cache.load(tmp_path, "0123") is None
    assert cache.load(tmp_path, "4567") == SUMMARY


def test_the_key_depends_on_the_bytes_the_name_and_the_settings() -> None:
    keys = {
        cache.summary_key(b"text", "seeds/a.txt", "{}"),
        cache.summary_key(b"Text", "seeds/a.txt", "{}"),
        cache.summary_key(b"text", "seeds/b.txt", "{}"),
        cache.summary_key(b"text", "seeds/a.txt", "{max_bytes: 1}"),
    }
    assert len(keys) == 4
    assert cache.summary_key(b"text", "seeds/a.txt", "{}") in keys


def test_a_part_never_runs_into_the_next() -> None:
    assert cache.summary_key(b"bc", "a", "") != cache.summary_key(b"c", "ab", "")


def test_the_key_depends_on_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.summary_key(b"", "", "")
    monkeypatch.setattr(cache, "summary_version", lambda: "another")
    assert cache.summary_key(b"", "", "") != before
