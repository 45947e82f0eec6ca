"""What results depend on, and the summaries of earlier builds by the hash of just that."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from summarizer.files import write_whole
from summarizer.summary import Summary

# What a summary and what a page come out of: our own code and data, and the packages whose version
# can change the result.
_SUMMARY_CODE = ("summary.py", "strict_yaml.py", "word_lists.py", "reading", "german", "extraction")
_SUMMARY_PACKAGES = ("HanTa", "simplemma", "spacy", "text2num", "trafilatura")
_SITE_CODE = ("summary.py", "publishing")
_SITE_PACKAGES = (
    "babel",
    "jinja2",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "pagefind-bin",
    "pymdown-extensions",
)


_OTHER_PACKAGES = ("argostranslate", "ctranslate2", "polib", "sentencepiece")


def _version(code: Iterable[str], packages: Iterable[str]) -> str:
    # Python brings the tables of Unicode and with them what a letter is.
    digest = hashlib.sha256(f"{sys.version_info[:2]}\0".encode())
    for name in code:
        for path, content in _walk(files("summarizer") / name, name):
            digest.update(f"{path}\0{len(content)}\0".encode() + content)
    for package in packages:
        digest.update(f"{package}=={version(package)}\0".encode())
    return digest.hexdigest()


@cache
def summary_version() -> str:
    """A hash of all code, lexicons and packages that a summary comes out of."""
    return _version(_SUMMARY_CODE, _SUMMARY_PACKAGES)


@cache
def site_version() -> str:
    """A hash of all code, templates and packages that make the site out of pages."""
    return _version(_SITE_CODE, _SITE_PACKAGES)


@cache
def build_version() -> str:
    """A hash of all code, data and packages that a build uses."""
    return _version(("",), (*_SUMMARY_PACKAGES, *_SITE_PACKAGES, *_OTHER_PACKAGES))


def _walk(place: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    if place.is_file():
        yield path, place.read_bytes()
        return
    for child in sorted(place.iterdir(), key=lambda child: child.name):
        if child.name != "__pycache__":
            yield from _walk(child, f"{path}/{child.name}")


def summary_key(content: bytes, shown_as: str, settings: str) -> str:
    """The hash of what the summary of a file depends on.

    Args:
        content: the file's bytes.
        shown_as: its name, which gives the slug.
        settings: the configuration that reading and extraction see, serialised.
    """
    digest = hashlib.sha256()
    for part in (summary_version().encode(), settings.encode(), shown_as.encode(), content):
        digest.update(f"{len(part)}\0".encode() + part)
    return digest.hexdigest()


def load(folder: Path, key: str) -> Summary | None:
    """The summary stored under `key`; None where there is none that can be used."""
    try:
        header, body = _file(folder, key).read_bytes().split(b"\n", 1)
        if header.split()[0] != _checksum(body):
            return None
        return Summary.model_validate_json(body)
    except (OSError, ValueError, IndexError):
        return None


def stored_id(folder: Path, key: str) -> str | None:
    """The article id of the summary stored under `key`; None where `load` gives none.

    The summary itself, which takes ten times as long, is not parsed.
    """
    try:
        header, body = _file(folder, key).read_bytes().split(b"\n", 1)
        checksum, article = header.decode("ascii").split(" ")
    except (OSError, ValueError):
        return None
    return article if checksum.encode() == _checksum(body) else None


def store(folder: Path, key: str, summary: Summary) -> None:
    """Keep `summary` under `key`."""
    body = summary.model_dump_json().encode()
    content = _checksum(body) + f" {summary.id}\n".encode("ascii") + body
    write_whole(_file(folder, key), content, sync=False)


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def prune(folder: Path, used: Iterable[str]) -> None:
    """Forget every summary whose key is not in `used`."""
    keep = {_file(folder, key) for key in used}
    for path in folder.glob("*/*.json"):
        if path not in keep:
            path.unlink(missing_ok=True)


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.json"
