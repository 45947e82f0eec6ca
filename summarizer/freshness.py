"""Whether anything has changed since the last build that ended well.

Inputs are compared by their content: every file is read, so no edit is missed, whatever its size
and time. What the build made is compared by names, sizes and times, which any edit changes.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.cache import build_version
from summarizer.files import write_whole
from summarizer.problem import within
from summarizer.report import BuildReport

_NAME = "build.json"


class LastBuild(BaseModel):
    """What a build was made from, what it made, and what it reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    inputs: Mapping[str, str]
    outputs: str
    report: BuildReport


def inputs(root: Path, settings: str, paths: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of every file at or below `paths`, by its path from `root` on.

    Under "" stands that of the `settings`, of our own code and data, and of the versions of the
    packages and of Python. A file that cannot be read has the number of the error.
    """
    found = {"": content_hash(f"{build_version()}\0{settings}".encode())}
    for path in files(paths):
        try:
            digest = _file_hash(path)
        except OSError as error:  # the build reports it; it must not look like an empty file
            digest = str(error.errno)
        name = os.fsencode(path).decode("utf-8", "backslashreplace")
        found[within(name, root)] = digest
    return found


_LARGEST = 100_000_000
"""Bytes of the largest file that is compared by its content; no article may have as many."""


def _file_hash(path: str) -> str:
    """A file's SHA-256; for what is no file or too large, what it is, its size and time.

    Strangers may put a pipe there, or a link to a device that never ends: neither may keep a build
    waiting.
    """
    place = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(place)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return f"{status.st_mode:o} {status.st_size} {status.st_mtime_ns}"
        with open(place, "rb", closefd=False) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    finally:
        os.close(place)


def content_hash(content: bytes) -> str:
    """What a file's content is compared by."""
    return hashlib.sha256(content).hexdigest()


def listing(paths: Iterable[Path]) -> str:
    """A hash of the names, sizes and times of all files below each of `paths`."""
    digest = hashlib.sha256()
    for folder in map(os.fspath, paths):
        for path in files([folder]):
            status = os.lstat(path)
            digest.update(os.fsencode(path.removeprefix(folder)))
            digest.update(f"\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        digest.update(b"\0")
    return digest.hexdigest()


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The files at or below `paths`, links and what else is no folder among them."""
    for path in paths:
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except NotADirectoryError:
            yield os.fspath(path)
            continue
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files([entry.path])
            else:
                yield entry.path


def last(folder: Path) -> LastBuild | None:
    """What `remember` noted in `folder`; None where there is nothing that can be used."""
    try:
        return LastBuild.model_validate_json((folder / _NAME).read_bytes())
    except (OSError, ValidationError):
        return None


def remember(folder: Path, made_from: Mapping[str, str], made: str, report: BuildReport) -> None:
    """Note in `folder` what a build that ended well was made from and what it made."""
    noted = LastBuild(inputs=made_from, outputs=made, report=report)
    write_whole(folder / _NAME, noted.model_dump_json().encode())
