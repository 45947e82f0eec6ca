"""Files and folders are replaced whole: a crash leaves the old or the new one."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from summarizer import files


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert files.write_whole(path, b"one")
    assert path.read_bytes() == b"one"


def test_a_file_that_already_holds_the_content_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    files.write_whole(path, b"one")
    before = path.stat().st_mtime_ns
    assert not files.write_whole(path, b"one")
    assert path.stat().st_mtime_ns == before


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    files.write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def tree(folder: Path, **content: str) -> Path:
    folder.mkdir(parents=True)
    for name, text in content.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def holds(folder: Path, content: dict[str, bytes]) -> bool:
    """Whether `folder` has exactly these files."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} == content


def test_a_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    current, new = tree(tmp_path / "site", old="1"), tree(tmp_path / "new", fresh="2")
    files.replace_folder(current, new)
    assert holds(current, {"fresh": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_folder_is_replaced_where_the_system_cannot_exchange_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_exchange", lambda _one, _other: False)
    current, new = tree(tmp_path / "site", old="1"), tree(tmp_path / "new", fresh="2")
    files.replace_folder(current, new)
    assert holds(current, {"fresh": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each folder be a volume: nothing can be renamed from one into another."""
    rename = Path.rename

    def within_one(self: Path, target: Path) -> Path:
        if self.parent != target.parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(self), None, str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", within_one)


def test_a_folder_on_another_volume_takes_the_place_of_the_old_one(
    tmp_path: Path, volumes: None
) -> None:
    current, new = tree(tmp_path / "site", old="1"), tree(tmp_path / "cache" / "new", fresh="2")
    files.replace_folder(current, new)
    assert holds(current, {"fresh": b"2"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cache", "site"]


def test_a_folder_that_cannot_be_brought_over_leaves_the_old_one(
    tmp_path: Path, volumes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copytree", full)
    current, new = tree(tmp_path / "site", old="1"), tree(tmp_path / "cache" / "new", fresh="2")
    with pytest.raises(OSError, match="No space left"):
        files.replace_folder(current, new)
    assert holds(current, {"old": b"1"})


def test_the_old_folder_comes_back_where_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self.name == ".site.next":
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(files, "_exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", busy)
    current, new = tree(tmp_path / "site", old="1"), tree(tmp_path / "new", fresh="2")
    with pytest.raises(OSError, match="busy"):
        files.replace_folder(current, new)
    assert holds(current, {"old": b"1"})


def test_a_folder_moved_aside_by_a_process_that_died_comes_back(tmp_path: Path) -> None:
    tree(tmp_path / ".site.previous", old="1")
    files.restore_folder(tmp_path / "site")
    assert holds(tmp_path / "site", {"old": b"1"})


def test_what_a_finished_exchange_left_behind_goes(tmp_path: Path) -> None:
    tree(tmp_path / ".site.previous", old="1")
    tree(tmp_path / "site", fresh="2")
    files.restore_folder(tmp_path / "site")
    assert holds(tmp_path / "site", {"fresh": b"2"})
    assert not (tmp_path / ".site.previous").exists()


def test_the_first_folder_needs_no_old_one(tmp_path: Path) -> None:
    files.replace_folder(tmp_path / "out" / "site", tree(tmp_path / "new", fresh="2"))
    assert holds(tmp_path / "out" / "site", {"fresh": b"2"})
