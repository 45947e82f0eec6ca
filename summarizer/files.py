"""Writing files and folders so that a crash leaves the old or the new one, never half of one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ChangedMeanwhileError(Exception):
    """Somebody else wrote the file between reading and writing it."""


def write_whole(
    path: Path, content: bytes, *, read_as: bytes | None = None, sync: bool = True
) -> bool:
    """Make `path` hold `content`: written beside it, synced, then renamed over it.

    Args:
        path: the file; its folder is made if it is missing.
        content: all of what it shall hold.
        read_as: what it held when `content` was made from it; b"" stands for no file.
        sync: whether it is there even after a power failure. What a cache has may go, where it
            carries a checksum.

    Returns:
        False where it already held `content`, and then nothing is written.

    Raises:
        OSError: where it cannot be written; `path` is then as it was.
        ChangedMeanwhileError: it no longer holds `read_as`; it is left as it is.
    """
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".new"
    )
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        if read_as is not None and (path.read_bytes() if path.exists() else b"") != read_as:
            raise ChangedMeanwhileError(str(path))  # noqa: TRY301 (the file beside it goes below)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def replace_folder(current: Path, new: Path) -> None:
    """Put the folder `new` where `current` is, and remove what was there.

    On Linux the two change places in one system call, so that at no moment there is neither. Where
    that call is missing (other systems, some file systems) the old folder is first moved aside as
    ``<name>.previous``, where `restore_folder` finds it if the process dies in between.

    Raises:
        OSError: `current` is as it was.
    """
    current.parent.mkdir(parents=True, exist_ok=True)
    previous = _previous(current)
    shutil.rmtree(previous, ignore_errors=True)
    near = _brought_near(new, current)
    if not current.exists():
        near.rename(current)
        return
    if _exchange(near, current):
        near.rename(previous)
    else:
        current.rename(previous)
        try:
            near.rename(current)
        except OSError:
            previous.rename(current)
            raise
    shutil.rmtree(previous)


def _brought_near(new: Path, current: Path) -> Path:
    """The folder `new` beside `current`: copied, if it is on another file system (a volume)."""
    near = _near(current)
    shutil.rmtree(near, ignore_errors=True)
    try:
        return new.rename(near)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    try:
        shutil.copytree(new, near)
    except BaseException:
        shutil.rmtree(near, ignore_errors=True)
        raise
    shutil.rmtree(new)
    return near


def restore_folder(current: Path) -> None:
    """Bring back `current` if a process died in `replace_folder`; remove what it left behind."""
    previous = _previous(current)
    shutil.rmtree(_near(current), ignore_errors=True)
    if not previous.exists():
        return
    if current.exists():
        shutil.rmtree(previous)
    else:
        previous.rename(current)


def _previous(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.previous")


def _near(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.next")


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places atomically; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0
