"""A file becomes an `Article`: format, encoding, front matter, sentences, and each line's role.

What is listed here is imported when it is first used: who only reads the limits need not wait for
the readers.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.reading.article import READERS, read_article
    from summarizer.reading.limits import Limits
    from summarizer.reading.seeds import Seeds, find_seeds, same_slug
    from summarizer.reading.slug import slugify

__all__ = [
    "READERS",
    "Limits",
    "Seeds",
    "find_seeds",
    "read_article",
    "same_slug",
    "slugify",
]

_MODULES = {
    "READERS": "article",
    "Limits": "limits",
    "Seeds": "seeds",
    "find_seeds": "seeds",
    "read_article": "article",
    "same_slug": "seeds",
    "slugify": "slug",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
