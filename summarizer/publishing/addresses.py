"""Where each page is: its Markdown file below `docs/<language>/`, and links between pages.

Paths are the same in every language, so that the language selector and `hreflang` links only
change the folder.
"""

from __future__ import annotations

import posixpath
import re

FRONT_PAGE = "index.md"
ARCHIVE = "archive/index.md"
SOURCES = "sources/index.md"
TAGS = "tags/index.md"
ABOUT = "about.md"
RSS = "feed.xml"
JSON_FEED = "feed.json"
SUMMARIES = "summaries.json"
SCHEMA = "summary.schema.json"

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def article(article_id: str) -> str:
    """The page of an article.

    Raises:
        ValueError: the id is no slug and could lead out of its folder.
    """
    return f"{_article_folder(article_id)}/index.md"


def article_json(article_id: str) -> str:
    """The data behind an article's page, next to it.

    Raises:
        ValueError: the id is no slug and could lead out of its folder.
    """
    return f"{_article_folder(article_id)}/summary.json"


def _article_folder(article_id: str) -> str:
    if not _SLUG.fullmatch(article_id):
        raise ValueError(f"{article_id!r} is no slug: small letters, digits and single hyphens")
    return f"articles/{article_id}"


def source(slug: str) -> str:
    """The page of a named source."""
    return f"sources/{slug}.md"


def numbered(path: str, page: int) -> str:
    """The path of one page of a list, from 'archive/2024-10.md' to 'archive/2024-10/7.md'."""
    return path if page == 1 else f"{path.removesuffix('.md').removesuffix('/index')}/{page}.md"


def url(path: str) -> str:
    """A file's address below its language's folder: 'about.md' is at 'about/'."""
    if not path.endswith(".md"):
        return path
    folder, name = posixpath.split(path)
    if name != "index.md":
        folder = posixpath.join(folder, name.removesuffix(".md"))
    return f"{folder}/" if folder else ""


def link(here: str, there: str, anchor: str = "") -> str:
    """A relative link from the page `here` to the file `there`, which works in any sub-path."""
    start = "/" + url(here)
    target = "/" + url(there)
    relative = posixpath.relpath(target, start)
    if target.endswith("/"):
        relative += "/"
    if relative == "./" and anchor:
        relative = ""
    return relative + (f"#{anchor}" if anchor else "")
