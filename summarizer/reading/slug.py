"""The name of an article's page: stable, plain ASCII, never a path."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_LENGTH = 80
"""Longest slug; with folder and ending it stays below every file system's limit."""

# How German and its neighbours spell their letters in ASCII. Accents fall off by themselves
# (NFKD), these don't.
_SPELLED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe",
        "å": "aa", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "&": " und ",
    }
)  # fmt: skip

# Names that mean a device on Windows (learn.microsoft.com, "Naming Files"), and those that
# MkDocs takes for the start page of a folder.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", "readme", "404"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slugify(name: str) -> str:
    """A slug for `name` (a file's name without its ending); the same name, the same slug.

    A name without any Latin letter or digit gets a name made of its hash. A name that is too long
    is cut between words and carries a hash, so that two long names stay apart.
    """
    text = unicodedata.normalize("NFC", name).lower().translate(_SPELLED)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
    digest = hashlib.sha256(
        unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
    ).hexdigest()[:8]
    if not slug:
        return f"artikel-{digest}"
    if slug in _RESERVED:
        return f"artikel-{slug}"
    if len(slug) > MAX_LENGTH:
        head = slug[: MAX_LENGTH - len(digest)]
        head = head.rpartition("-")[0] or head[:-1]
        return f"{head.rstrip('-')}-{digest}"
    return slug


def check_slug(slug: str) -> str:
    """`slug` if it is one.

    Raises:
        ValueError: It isn't; the message says what a slug looks like.
    """
    if not _FORM.fullmatch(slug) or len(slug) > MAX_LENGTH:
        raise ValueError(
            f"must be up to {MAX_LENGTH} small letters a-z, digits and single hyphens, "
            "such as truppen-in-kursk"
        )
    if slug in _RESERVED:
        raise ValueError(f"must not be {slug}: that name is reserved")
    return slug
