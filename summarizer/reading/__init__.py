"""A file becomes an `Article`: format, encoding, front matter, sentences, and each line's role."""

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
