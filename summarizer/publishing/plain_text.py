"""Text from outside stays text: in HTML, in Markdown, in YAML and in JSON.

Articles, front matter, file names and catalogues may be hostile. Pages are Markdown files with
blocks of HTML: Jinja2 escapes what goes into HTML; what goes into a Markdown line (a heading)
goes through `for_markdown` as well.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

from markupsafe import Markup, escape

# What YAML, XML or HTML refuse, or what changes the direction of the text around it: control
# characters except white space, surrogates, non-characters, byte order marks, bidi overrides,
# embeddings and isolates.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"
)
_WHITE_SPACE = re.compile(r"\s+")
# Every ASCII character with a meaning in Markdown, in one of its extensions or in Jinja.
_MARKED = re.compile(r"[!\"#$%&'()*+\-./:;<=>?@\[\\\]^_`{|}~]")


def clean(text: str) -> str:
    """Drop characters that no text needs and that YAML, XML or a reader's eyes would trip on."""
    cleaned = _UNPRINTABLE.sub("", text)
    return type(text)(cleaned) if isinstance(text, Markup) else cleaned


def one_line(text: str) -> str:
    """`text` cleaned, with each run of white space (line breaks too) folded to one space."""
    return _WHITE_SPACE.sub(" ", clean(text)).strip()


def for_markdown(text: str) -> Markup:
    """`text` for a line of Markdown: each ASCII punctuation mark as a character reference.

    A reference is text in Markdown and in HTML alike, so nothing is left that could begin a
    link, an image, emphasis, an attribute list, an admonition, a macro or HTML.
    """
    return Markup(_MARKED.sub(lambda mark: f"&#{ord(mark[0])};", one_line(text)))  # noqa: S704


def for_script(data: object) -> Markup:
    """JSON that can stand in a `<script>` element: it holds no `<`, `>` or `&`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(clean(text))  # noqa: S704


def front_matter(values: Mapping[str, object]) -> str:
    """YAML front matter with every string escaped for HTML: MkDocs themes print it as it is."""
    lines = [
        f"{json.dumps(key)}: {json.dumps(_escaped(value), ensure_ascii=False)}"
        for key, value in values.items()
    ]
    return "\n".join(["---", *lines, "---", ""])


def _escaped(value: object) -> object:
    if isinstance(value, str):
        return str(escape(one_line(value)))
    if isinstance(value, Mapping):
        return {str(key): _escaped(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(item) for item in value]
    return value


def slug(text: str, *, longest: int = 60) -> str:
    """A name for a folder or an anchor: small ASCII letters, digits and single hyphens.

    Umlauts become two letters, as Germans write them where they lack the key; other accents are
    dropped. Empty where nothing is left (a name in another script).
    """
    spelled_out = text.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})
    ascii_only = unicodedata.normalize("NFKD", spelled_out).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].rstrip("-")
