"""The YAML before an article's text, read strictly: what a stranger writes there is only data."""

from __future__ import annotations

import re

from summarizer import strict_yaml
from summarizer.problem import InputError
from summarizer.reading.limits import Limits
from summarizer.reading.metadata import Metadata

# Blank lines and spaces before it are easily left there, and no editor shows them.
_FENCE = re.compile(r"\s*---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# A thematic break may open Markdown, too; what follows it in front matter is a key, a comment, or
# YAML that isn't plain and shall be refused rather than shown as text.
# A comment goes on to its line's end: could it end at any space, "# # # #…" would have
# exponentially many readings.
_BEGINS_LIKE_YAML = re.compile(
    r"""\s*(?:#[^\n]*\n\s*)*(?:(?:[\w'"-]+|"[^"\n]*"|'[^'\n]*')\s*:(?:\s|\Z)|[{\[&*!?%]|- """
    # "title:A" is a key without its space; "dpa:" in a text has none, either.
    rf"""|(?:{"|".join(Metadata.model_fields)}):)"""
)


def split_front_matter(text: str, shown_as: str, limits: Limits) -> tuple[Metadata, str, int]:
    """The front matter of `text`, the text after it, and the number of that text's first line.

    `text` is cleaned. Without front matter the metadata is empty and the text is whole, from
    line 1.

    Raises:
        InputError: The front matter isn't closed, is too long, isn't plain YAML, or has an unknown
            key or a value of the wrong kind; with the line.
    """
    opening = _FENCE.match(text)
    if opening is None or not (
        _BEGINS_LIKE_YAML.match(text, opening.end()) or _END.match(text, opening.end())
    ):
        return Metadata(), text, 1
    fence_line = text.count("\n", 0, opening.end())
    end = _END.search(text, opening.end())
    if end is None:
        hint = "Add a line --- after the last key."
        raise InputError(shown_as, "its front matter is not closed", hint, fence_line)
    source = text[opening.end() : end.start()]
    if len(source.encode()) > limits.max_front_matter_bytes:
        message = f"more than {limits.max_front_matter_bytes:,} bytes of front matter"
        hint = "Put the article's text below the second ---."
        raise InputError(shown_as, message, hint, fence_line)
    metadata = strict_yaml.read(Metadata, source, shown_as, first_line=fence_line + 1)
    return metadata, text[end.end() :], text.count("\n", 0, end.end()) + 1
