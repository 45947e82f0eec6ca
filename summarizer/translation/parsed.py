"""Catalogues as an earlier build parsed them: polib takes milliseconds for each, JSON a fraction.

One file a catalogue, with the hash of what it was parsed from: of the catalogue's bytes, and of
the code that parses. Another hash, or a file that cannot be read, and the catalogue is parsed.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from summarizer.files import write_whole
from summarizer.translation.catalogue import Catalogue, parse


@lru_cache(maxsize=1 << 9)
def parse_once(data: bytes, path: str, folder: Path | None = None) -> Catalogue:
    """The catalogue in `data`, as `catalogue.parse` reads it.

    A build reads every catalogue again before writing it, hence the memory of this process.

    Args:
        data: the content of the file.
        path: the file, ``translations/<language>/<article id>.po``; named in messages.
        folder: where parsed catalogues are kept between builds; None keeps none.

    Raises:
        InputError: `data` is no catalogue. Nothing is kept of it.
    """
    if folder is None:
        return parse(data, path)
    name = Path(path)
    file = folder / name.parent.name / f"{name.stem}.json"
    key = hashlib.sha256(_code() + data).hexdigest()
    try:
        found, catalogue = _adapter().validate_json(file.read_bytes())
        if found == key:
            return catalogue
    except (OSError, ValidationError):
        pass
    catalogue = parse(data, path)
    write_whole(file, _adapter().dump_json((key, catalogue)), sync=False)
    return catalogue


@cache
def _adapter() -> TypeAdapter[tuple[str, Catalogue]]:
    return TypeAdapter(tuple[str, Catalogue])


@cache
def _code() -> bytes:
    source = files("summarizer.translation").joinpath("catalogue.py").read_bytes()
    return hashlib.sha256(source + version("polib").encode()).digest()
