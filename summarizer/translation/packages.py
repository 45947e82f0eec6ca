"""Argos packages on this machine: where they are, and whether they are whole.

A package is a zip (``.argosmodel``) of one folder with ``metadata.json``, a tokenizer
(``sentencepiece.model`` or ``bpe.model``), ``model/`` (CTranslate2, of any age) and often
``stanza/`` or ``minisbd/``, sentence splitters that are never unpacked here: sentences come
split, and Stanza's are pickles.

Nothing here imports argostranslate: its settings make folders in the user's home when
imported. Where Argos keeps its packages is worked out by `argos_folders` in the same way.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.version import InvalidVersion, Version
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.problem import InputError, Problem
from summarizer.translation.engine import EngineSettings

RECORD = "install.json"
"""Written into a package's folder when it is installed: where from, and the checksums."""

_TOKENIZERS = ("sentencepiece.model", "bpe.model")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class _Lenient(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Metadata(_Lenient):
    """What ``metadata.json`` and an entry of the index say of a package."""

    from_code: str = Field(pattern=_CODE.pattern + "$")
    to_code: str = Field(pattern=_CODE.pattern + "$")
    package_version: str = ""
    type: str = "translate"
    target_prefix: str = ""
    links: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Argos' name of the package: ``translate-de_en``."""
        return f"translate-{self.from_code}_{self.to_code}"

    @property
    def order(self) -> Version:
        """The version, comparable; one that is none counts as oldest."""
        try:
            return Version(self.package_version)
        except InvalidVersion:
            return Version("0")


class Record(_Lenient):
    """What was installed. `files` are SHA-256 sums by path inside the package."""

    origin: str
    sha256: str
    installed: datetime.datetime
    files: dict[str, str]


@dataclass(frozen=True)
class Package:
    """A package on this machine whose parts are all there."""

    folder: Path
    metadata: Metadata
    record: Record | None
    """None for one that Argos itself installed."""

    @property
    def source(self) -> str:
        """Code of the language it translates from."""
        return self.metadata.from_code

    @property
    def target(self) -> str:
        """Code of the language it translates into."""
        return self.metadata.to_code

    @property
    def model(self) -> Path:
        """Folder of the CTranslate2 model."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """SentencePiece model (``sentencepiece.model``) or codes of a BPE (``bpe.model``)."""
        found = [self.folder / n for n in _TOKENIZERS if (self.folder / n).is_file()]
        return found[0]

    @property
    def name(self) -> str:
        """Name and version, as `Engine.name` gives it: ``translate-de_en 1.0``."""
        return f"{self.metadata.code} {self.metadata.package_version}".strip()


# Where packages are.


def argos_folders(environ: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """The folders in which Argos Translate looks for packages, whether they exist or not.

    The rules are those of ``argostranslate/settings.py`` 1.11: ``ARGOS_PACKAGES_DIR`` from the
    environment or from Argos' ``settings.json``, else ``argos-translate/packages`` in
    ``XDG_DATA_HOME``; and a snap's own folders.
    """
    env = os.environ if environ is None else environ
    home = Path(env["SNAP_USER_DATA"]) if "SNAP" in env and "SNAP_USER_DATA" in env else _home(env)
    data = Path(env.get("XDG_DATA_HOME") or home / ".local" / "share") / "argos-translate"
    config = Path(env.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate"
    named = env.get("ARGOS_PACKAGES_DIR")
    if named is None:
        named = _argos_setting(config / "settings.json", "ARGOS_PACKAGES_DIR")
    folders = [Path(named) if named is not None else data / "packages"]
    if "SNAP" in env:
        custom = Path(env["SNAP"]) / "snap_custom"
        folders.append(custom / "packages")
        with contextlib.suppress(OSError):
            folders += sorted(p for p in (custom / "content_snap_packages").iterdir())
    return tuple(folders)


def _home(env: Mapping[str, str]) -> Path:
    return Path(env["HOME"]) if env.get("HOME") else Path.home()


def _argos_setting(path: Path, key: str) -> str | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    value = found.get(key) if isinstance(found, dict) else None
    return value if isinstance(value, str) else None


def read_package(folder: Path) -> Package:
    """The package in `folder`.

    Raises:
        InputError: something that a translation needs is missing or unreadable.
    """
    shown = str(folder)
    hint = "Remove the folder and run: summarizer model install"
    try:
        text = (folder / "metadata.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(shown, "no Argos package: metadata.json is missing", hint) from None
    except (OSError, ValueError) as error:
        raise InputError(shown, f"metadata.json cannot be read: {error}", hint) from error
    try:
        metadata = Metadata.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "it"
        raise InputError(shown, f"metadata.json: {where}: {first['msg']}", hint) from error
    if metadata.type != "translate":
        raise InputError(
            shown, f"not a translation package but one of type '{metadata.type}'", hint
        )
    if not any((folder / name).is_file() for name in _TOKENIZERS):
        raise InputError(shown, "the tokenizer (sentencepiece.model or bpe.model) is missing", hint)
    model = folder / "model"
    if not (model / "model.bin").is_file():
        raise InputError(shown, "the translation model (model/model.bin) is missing", hint)
    if not any(model.glob("*vocabulary*")):
        raise InputError(shown, "the model's vocabulary (model/*vocabulary*) is missing", hint)
    return Package(folder, metadata, _read_record(folder))


def _read_record(folder: Path) -> Record | None:
    try:
        return Record.model_validate_json((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def installed_packages(settings: EngineSettings) -> tuple[tuple[Package, ...], tuple[Problem, ...]]:
    """Every translation package of this machine, ours before Argos', and what is wrong.

    Of several in one folder for the same languages the newest version comes first, then the
    one installed last. A folder that cannot be used costs only itself.
    """
    packages: list[Package] = []
    problems: list[Problem] = []
    for place in (settings.model_folder, *argos_folders()):
        here: list[Package] = []
        for folder in folders_in(place):
            try:
                here.append(read_package(folder))
            except InputError as error:
                # Argos also has packages of other types, which are no problem.
                if "of type" not in error.problem.message:
                    problems.append(error.problem)
        here.sort(key=lambda p: p.record.installed.timestamp() if p.record else 0.0, reverse=True)
        here.sort(key=lambda p: p.metadata.order, reverse=True)
        packages += here
    return tuple(packages), tuple(problems)


def folders_in(place: Path) -> list[Path]:
    """The folders in `place` in order of their names, without hidden ones."""
    try:
        return sorted(p for p in place.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return []


def find_route(source: str, target: str, packages: Sequence[Package]) -> tuple[Package, ...]:
    """The fewest packages that lead from `source` to `target`; empty where none do.

    Of several for the same languages the first in `packages` counts.
    """
    pairs: dict[tuple[str, str], Package] = {}
    for package in packages:
        pairs.setdefault((package.source, package.target), package)
    return tuple(pairs[pair] for pair in shortest_route(source, target, pairs))


def shortest_route(
    source: str, target: str, pairs: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The fewest of `pairs` (from, to) that lead from `source` to `target`; () where none do."""
    edges = sorted(pairs)
    waiting: deque[tuple[tuple[str, str], ...]] = deque([()])
    seen = {source}
    while waiting:
        route = waiting.popleft()
        here = route[-1][1] if route else source
        if here == target:
            return route
        for edge in edges:
            if edge[0] == here and edge[1] not in seen:
                seen.add(edge[1])
                waiting.append((*route, edge))
    return ()


def changes(package: Package) -> tuple[str, ...]:
    """What differs from the package as it was installed, one sentence a file.

    Reads every file. Empty for an unchanged package, and for one without a record (installed
    by Argos itself), of which nothing is known.
    """
    if package.record is None:
        return ()
    found = {
        path.relative_to(package.folder).as_posix(): path
        for path in sorted(package.folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    }
    return tuple(
        [f"{name} is missing" for name in package.record.files if name not in found]
        + [f"{name} was added" for name in found if name not in package.record.files]
        + [
            f"{name} was changed"
            for name, path in found.items()
            if name in package.record.files and checksum_of(path) != package.record.files[name]
        ]
    )


def touched(package: Package) -> bool:
    """Whether a file was written after the package was installed: cheap, for every build."""
    if package.record is None:
        return False
    installed = package.record.installed.timestamp()
    try:
        return any((package.folder / n).stat().st_mtime > installed for n in package.record.files)
    except OSError:
        return True


def checksum_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
