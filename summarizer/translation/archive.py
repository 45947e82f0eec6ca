"""A package's zip, unpacked without trust: it comes from the network or from a stick.

Refused before anything is written: paths that leave the folder, links, devices, two files of
one name, encryption, more entries or bytes than allowed or than the disk has. What an entry
says of its size is checked again while it is written.
"""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from summarizer.problem import InputError
from summarizer.translation.download import WAY_OUT, Report

_MAX_ENTRIES = 10_000
_CHUNK = 1 << 18
_SPLITTERS = ("stanza", "minisbd", "spacy")


def unpack(path: Path, origin: str, into: Path, max_unpacked: int, report: Report) -> Path:
    """Unpack the package at `path`, without its sentence splitters; returns its root folder."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError(origin, _not_a_package(path), WAY_OUT) from error
    with archive:
        try:
            return _unpack_archive(archive, origin, into, max_unpacked, report)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
            raise InputError(origin, f"the package is damaged: {error}", WAY_OUT) from error
        except OSError as error:
            raise InputError(
                origin, f"the package cannot be unpacked: {error.strerror or error}", WAY_OUT
            ) from error


def _not_a_package(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(64).lstrip()
    if not start:
        return "the file is empty"
    if start.startswith(b"<"):
        return "this is a web page, not an Argos package (a .argosmodel is a zip archive)"
    if start.startswith(b"version https://git-lfs"):
        return "this is a pointer of Git LFS, not the Argos package that it stands for"
    return "no Argos package, or only a part of one (a .argosmodel is a zip archive)"


def _unpack_archive(
    archive: zipfile.ZipFile, origin: str, into: Path, max_unpacked: int, report: Report
) -> Path:
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES:
        raise InputError(origin, f"the package has {len(entries):,} entries: refused")
    paths = [(entry, _checked_path(entry, origin)) for entry in entries]
    lowered = [str(path).lower() for entry, path in paths if not entry.is_dir()]
    if len(set(lowered)) != len(lowered):
        raise InputError(origin, "the package has two files of one name: refused")
    roots = sorted({path.parts[0] for _, path in paths if path.parts})
    if len(roots) != 1 or any(len(p.parts) == 1 and not e.is_dir() for e, p in paths):
        raise InputError(origin, "no Argos package: its files do not lie in one folder", WAY_OUT)
    wanted = [
        (entry, path)
        for entry, path in paths
        if not entry.is_dir() and path.parts[1] not in _SPLITTERS
    ]
    total = sum(entry.file_size for entry, _ in wanted)
    if total > max_unpacked:
        raise InputError(
            origin,
            f"unpacked the package would have {total:,} bytes, more than the "
            f"{max_unpacked:,} allowed (translation, engine, max_unpacked)",
        )
    free = shutil.disk_usage(into).free
    if total > free:
        raise InputError(
            str(into.parent),
            f"{total:,} bytes are needed and {free:,} are free",
            "Free some space, or name another folder (translation, engine, model_folder)",
        )
    done = 0
    for entry, path in wanted:
        # Our names again, not the archive's: they were checked part by part.
        target = into.joinpath(*path.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        written = 0
        with archive.open(entry) as packed, target.open("xb") as file:
            while chunk := packed.read(_CHUNK):
                written += len(chunk)
                if written > entry.file_size:
                    raise InputError(origin, f"{path} is larger than the package says: refused")
                file.write(chunk)
                report("unpack", done + written, total)
        if written != entry.file_size:
            raise InputError(origin, f"the package is damaged: {path} is cut short", WAY_OUT)
        done += written
    return into / roots[0]


def _checked_path(entry: zipfile.ZipInfo, origin: str) -> PurePosixPath:
    """The entry's path, if it is one that stays below the folder it is unpacked into."""
    name = entry.filename
    path = PurePosixPath(name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if (
        not path.parts
        or path.is_absolute()
        or ".." in path.parts
        or any(c in name for c in '\\:*?"<>|')
        or any(ord(c) < 32 for c in name)
    ):
        raise InputError(origin, f"the package has an entry named {name!r}: refused")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise InputError(origin, f"the package has a link or device, {name!r}: refused")
    if entry.flag_bits & 0x1:
        raise InputError(origin, "the package is encrypted: refused")
    return path
