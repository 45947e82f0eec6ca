"""Packages get here: from Argos' index, from an address or from a file, whole or not at all.

A package is downloaded (`download`), unpacked beside the installed ones (`archive`), read,
tried out, and only then renamed to where builds look. A kill at any moment leaves what was
there before.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import filelock
from pydantic import TypeAdapter, ValidationError

from summarizer.problem import InputError
from summarizer.translation.archive import unpack
from summarizer.translation.download import WAY_OUT, Download, Report
from summarizer.translation.engine import EngineSettings
from summarizer.translation.packages import (
    RECORD,
    Metadata,
    Package,
    Record,
    changes,
    checksum_of,
    folders_in,
    installed_packages,
    read_package,
    shortest_route,
)

ARGOS_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""Argos' own index (argostranslate.settings.package_index)."""

_MAX_INDEX = 10_000_000
_IN_PASSING = {"attempts": 1, "connect_timeout": 3.0, "stall_timeout": 5.0, "total_timeout": 20.0}
"""What a build spends on the index at most: tries, and seconds for each address, silence, all."""


@dataclass(frozen=True)
class Installation:
    """What `install` did. `notes` are for the user, one sentence each."""

    packages: tuple[Package, ...]
    notes: tuple[str, ...] = ()


def install(
    source: str,
    target: str,
    settings: EngineSettings,
    *,
    origin: str | None = None,
    report: Report = lambda _what, _done, _of: None,
    in_passing: bool = False,
) -> Installation:
    """Install what translates `source` into `target`, and leave it untouched where it is whole.

    Args:
        source: code of the language to translate from (``de``).
        target: code of the language to translate into (``en``).
        settings: where to, from which index, and the limits.
        origin: a package's file, or its http(s) address; by default the index is asked, also
            for a way through a third language.
        report: told of progress.
        in_passing: ask the index once and briefly: a build that can do without it is not to wait.

    Raises:
        InputError: nothing was installed, and why. What was downloaded of an interrupted
            download stays, hidden, for the next try.
    """
    folder = settings.model_folder
    with _only_one_in(folder):
        _clear(folder)
        if origin is not None:
            return _install_one(origin, (source, target), settings, report)
        index = index_address(settings)
        asking = _in_passing(settings) if in_passing else settings
        entries = _route_in_index(source, target, index, asking, report)
        done = [_install_entry(entry, index, settings, report) for entry in entries]
    return Installation(
        tuple(p for one in done for p in one.packages), tuple(n for one in done for n in one.notes)
    )


def _in_passing(settings: EngineSettings) -> EngineSettings:
    return settings.model_copy(
        update={key: min(most, getattr(settings, key)) for key, most in _IN_PASSING.items()}
    )


@contextlib.contextmanager
def _only_one_in(folder: Path) -> Iterator[None]:
    """Make `folder` and keep other installations out of it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / ".lock", timeout=0)
        lock.acquire()
    except filelock.Timeout:
        raise InputError(
            str(folder),
            "another installation is running in this folder",
            "Wait for it to end, then run the command again",
        ) from None
    except OSError as error:
        raise InputError(
            str(folder),
            f"the folder for models cannot be written: {error.strerror or error}",
            "Name another one in summarizer.yml (translation, engine, model_folder)",
        ) from error
    try:
        yield
    finally:
        lock.release()


def index_address(settings: EngineSettings) -> str:
    """Address of the index.json: the configuration's, ARGOS_PACKAGE_INDEX', or Argos' own."""
    address = settings.index or os.environ.get("ARGOS_PACKAGE_INDEX") or ARGOS_INDEX
    if address.endswith(".json"):
        return address
    return address.rstrip("/") + "/index.json"


def _clear(folder: Path) -> None:
    """Remove what an installation left that was killed."""
    for path in folder.glob(".unpacking-*"):
        shutil.rmtree(path, ignore_errors=True)


def _route_in_index(
    source: str, target: str, index: str, settings: EngineSettings, report: Report
) -> tuple[Metadata, ...]:
    with tempfile.TemporaryFile() as file:
        download = Download(index, settings, report, "index", _MAX_INDEX)
        download.into(file)
        file.seek(0)
        data = file.read()
    try:
        listed = TypeAdapter(list[dict[str, object]]).validate_json(data)
    except ValidationError:
        raise InputError(index, _not_an_index(data), WAY_OUT) from None
    best: dict[tuple[str, str], Metadata] = {}
    for raw in listed:
        try:
            entry = Metadata.model_validate(raw)
        except ValidationError:
            continue  # Sentence splitters and entries of formats to come.
        pair = (entry.from_code, entry.to_code)
        if entry.type == "translate" and (pair not in best or entry.order > best[pair].order):
            best[pair] = entry
    route = tuple(best[pair] for pair in shortest_route(source, target, best))
    if not route:
        known = ", ".join(sorted({pair[1] for pair in best if pair[0] in (source, "en")}))
        raise InputError(
            index,
            f"the index has no package that leads from '{source}' to '{target}'",
            f"It has these languages: {known}" if known else WAY_OUT,
        )
    return route


def _not_an_index(data: bytes) -> str:
    if data.lstrip()[:1] == b"<":
        return "the server sent a web page instead of the index of packages"
    return "the answer is not an index of Argos packages"


def _install_entry(
    entry: Metadata, index: str, settings: EngineSettings, report: Report
) -> Installation:
    current = next(
        (
            package
            for package in installed_packages(settings)[0]
            if package.folder.parent == settings.model_folder
            and (package.source, package.target) == (entry.from_code, entry.to_code)
            and package.metadata.package_version == entry.package_version
        ),
        None,
    )
    pinned = settings.checksums.get(entry.code)
    if (
        current is not None
        and current.record is not None
        and pinned in (None, current.record.sha256)
        and not changes(current)
    ):
        return Installation((current,), (f"{current.name} is already installed.",))
    # An index that came by https does not hand over to an address that anyone can forge.
    schemes = ("https",) if urlsplit(index).scheme == "https" else ("https", "http")
    links = [urljoin(index, link) for link in entry.links]
    links = [link for link in links if urlsplit(link).scheme in schemes]
    if not links:
        raise InputError(index, f"the index gives no usable link for {entry.code}", WAY_OUT)
    for link in links[:-1]:
        with contextlib.suppress(InputError):
            return _install_one(link, (entry.from_code, entry.to_code), settings, report)
    return _install_one(links[-1], (entry.from_code, entry.to_code), settings, report)


def _install_one(
    origin: str, pair: tuple[str, str], settings: EngineSettings, report: Report
) -> Installation:
    if urlsplit(origin).scheme in ("http", "https"):
        part = _part(origin, settings.model_folder)
        download = Download(origin, settings, report, "download", settings.max_download)
        download.into_file(part)
        try:
            done = _install_file(part, origin, pair, settings, report)
        except InputError:
            # Whatever is wrong with it would be wrong with its continuation too.
            _remove_part(part)
            raise
        _remove_part(part)
        return done
    if "://" in origin:
        raise InputError(
            origin, "only files, http and https addresses can be installed from", WAY_OUT
        )
    path = Path(origin).expanduser()
    if path.is_dir():
        raise InputError(
            origin, "this is a folder, not a package", "Give the .argosmodel file itself"
        )
    if not path.is_file():
        raise InputError(origin, "there is no such file", "Check the path given to --from")
    return _install_file(path, origin, pair, settings, report)


def _part(origin: str, folder: Path) -> Path:
    name = hashlib.sha256(origin.encode()).hexdigest()[:16]
    # Files, no folder: Argos takes each folder beside its packages for a package.
    return folder / f".download-{name}.part"


def _remove_part(part: Path) -> None:
    part.unlink(missing_ok=True)
    part.with_suffix(".json").unlink(missing_ok=True)


def _install_file(
    path: Path, origin: str, pair: tuple[str, str], settings: EngineSettings, report: Report
) -> Installation:
    checksum = checksum_of(path)
    code = f"translate-{pair[0]}_{pair[1]}"
    wanted = settings.checksums.get(code)
    if wanted is not None and wanted.lower() != checksum:
        raise InputError(
            origin,
            f"the package's SHA-256 is {checksum}, expected {wanted.lower()}",
            "It is another file, or it was damaged or tampered with on the way; nothing was "
            "installed",
        )
    folder = settings.model_folder
    unpacked = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder))
    try:
        root = unpack(path, origin, unpacked, settings.max_unpacked, report)
        try:
            package = read_package(root)
        except InputError as error:
            raise InputError(
                origin, f"no usable Argos package: {error.problem.message}", WAY_OUT
            ) from error
        if (package.source, package.target) != pair:
            raise InputError(
                origin,
                f"the package translates {package.source}→{package.target}, "
                f"not {pair[0]}→{pair[1]}",
                "Install the package for your languages, or change them in summarizer.yml",
            )
        report("check", 0, None)
        _try_out(package, origin)
        files = {
            p.relative_to(root).as_posix(): checksum_of(p)
            for p in sorted(root.rglob("*"))
            if p.is_file()
        }
        record = Record(
            origin=origin,
            sha256=checksum,
            installed=datetime.datetime.now(datetime.UTC),
            files=files,
        )
        (root / RECORD).write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")
        return _put_in_place(root, folder, package, checksum)
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)


def _put_in_place(root: Path, folder: Path, package: Package, checksum: str) -> Installation:
    """Rename the whole package to where builds look, then drop what it replaces.

    The name carries the checksum, so that the new one never has to wait for the old one to go:
    a build running meanwhile reads one or the other, and a kill leaves at least one.
    """
    version = re.sub(r"[^0-9A-Za-z.]", "_", package.metadata.package_version) or "0"
    final = folder / f"{package.metadata.code}-{version}-{checksum[:12]}"
    others = [
        other
        for other in map(_readable, folders_in(folder))
        if other is not None
        and other.metadata.code == package.metadata.code
        and other.folder != final
    ]
    notes = [
        f"{other.name} had another checksum when it was installed ({other.record.sha256}): the "
        "file behind the same version has changed."
        for other in others
        if other.record is not None
        and other.metadata.package_version == package.metadata.package_version
    ]
    if final.exists():
        final.rename(root.parent / "replaced")
    root.rename(final)
    for other in others:
        shutil.rmtree(other.folder, ignore_errors=True)
    return Installation((read_package(final),), tuple(notes))


def _readable(folder: Path) -> Package | None:
    try:
        return read_package(folder)
    except InputError:
        return None


def _try_out(package: Package, origin: str) -> None:
    """Load the model and translate a word: a truncated or foreign model does not get in."""
    import ctranslate2  # noqa: PLC0415  takes 0.2 s, and status or find_route don't need it

    from summarizer.translation.argos import load_tokenizer  # noqa: PLC0415

    try:
        tokens = load_tokenizer(package).encode("Haus")
        translator = ctranslate2.Translator(str(package.model), device="cpu", intra_threads=1)
        translator.translate_batch([tokens], beam_size=1, max_decoding_length=8)
    except Exception as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(
            origin, f"the package's model cannot be loaded: {reason}", WAY_OUT
        ) from error
