"""The files below `docs/`, made again only where what they are made of has changed.

Each file is known by the hash of everything it comes from. A file whose hash is the one it was
made with, and that is as it was left, is taken over; a hash covers more than a file shows (all of
an article, in all languages), never less. What is made is the same as without anything known.
"""

from __future__ import annotations

import datetime
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from summarizer.publishing.article_view import ArticleView, Outline, newest_first
from summarizer.publishing.outline import Load, OutlinedView, Shelf
from summarizer.publishing.pages import site_files
from summarizer.publishing.settings import SiteSettings
from summarizer.summary import Source


@dataclass(frozen=True)
class Article:
    """An article to publish. `digest` is a hash of its editions in all languages."""

    id: str
    digest: str
    load: Load


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Made(_Model):
    """A file: the hash of what it was made of and of its content, and how it was left."""

    made_of: str
    content: str
    size: int
    time: int


class Outlined(_Model):
    """The outlines of an article in each language, and the digest of what they are of."""

    digest: str
    by_language: Mapping[str, Outline]


class Pages(_Model):
    """All files below `docs/`, by their path, and what is known of the articles on them."""

    made_with: str = ""
    files: Mapping[str, Made] = {}
    outlines: Mapping[str, Outlined] = {}

    @property
    def digest(self) -> str:
        """Changes with the name or the content of any file."""
        told = ((path, made.content) for path, made in sorted(self.files.items()))
        return hashlib.sha256(json.dumps(list(told)).encode()).hexdigest()


def write_pages(
    articles: Sequence[Article],
    settings: SiteSettings,
    made_with: str,
    *,
    docs: Path,
    known: Pages,
    out: Path,
) -> Pages:
    """Make every file of `render_pages` in the empty folder `out`.

    Args:
        articles: All articles, in any order.
        settings: The site's settings.
        made_with: A hash of the code, and of all else that pages come from beside these.
        docs: The folder of the files that are there already.
        known: What an earlier call gave for them.
        out: The new folder. Files that are taken over are linked, not copied, where that goes.
    """
    made_with = _hash((made_with, settings.model_dump_json()))
    if known.made_with != made_with:
        known = Pages()
    outlines = _outlines(articles, settings, known)
    shelf = Shelf()
    files: dict[str, Made] = {}
    for language in settings.languages:
        locale = settings.locale(language)
        views: list[ArticleView] = [
            OutlinedView(
                article.digest,
                outlines[article.id].by_language[language],
                language,
                locale,
                article.load,
                shelf,
            )
            for article in articles
        ]
        for file in site_files(sorted(views, key=newest_first), language, settings):
            path = f"{language}/{file.path}"
            made_of = _hash(file.made_of)
            kept = known.files.get(path)
            if kept is None or kept.made_of != made_of or not _taken_over(kept, docs, out, path):
                kept = _written(made_of, file.make().encode("utf-8"), out / path)
            files[path] = kept
    return Pages(made_with=made_with, files=files, outlines=outlines)


def _outlines(
    articles: Sequence[Article], settings: SiteSettings, known: Pages
) -> Mapping[str, Outlined]:
    found: dict[str, Outlined] = {}
    for article in articles:
        kept = known.outlines.get(article.id)
        if kept is None or kept.digest != article.digest:
            editions = article.load()
            by_language = {
                language: ArticleView(
                    editions[language],
                    [one for code, one in editions.items() if code != language],
                    settings.locale(language),
                ).outline
                for language in settings.languages
            }
            kept = Outlined(digest=article.digest, by_language=by_language)
        found[article.id] = kept
    return found


def _taken_over(kept: Made, docs: Path, out: Path, path: str) -> bool:
    """Whether the file at `path` is in `out` now, because it is in `docs` as it was left there."""
    here, there = docs / path, out / path
    try:
        status = here.stat(follow_symlinks=False)
        if (status.st_size, status.st_mtime_ns) != (kept.size, kept.time):
            return False
        try:
            os.link(here, there)
        except FileNotFoundError:
            there.parent.mkdir(parents=True, exist_ok=True)
            os.link(here, there)
    except OSError as error:
        if error.errno in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
            shutil.copy2(here, there)
            return True
        if error.errno == errno.ENOENT:
            return False
        raise
    return True


def _written(made_of: str, content: bytes, path: Path) -> Made:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    status = path.stat()
    return Made(
        made_of=made_of,
        content=hashlib.sha256(content).hexdigest(),
        size=status.st_size,
        time=status.st_mtime_ns,
    )


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(_plain(value)).encode()).hexdigest()


def _plain(value: object) -> object:
    """`value` as JSON that differs wherever two values do.

    Raises:
        TypeError: a value of a kind whose parts are not known, so that a hash could miss one.
    """
    if value is None or isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, OutlinedView):
        return ["article", value.digest]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Source):
        return value.model_dump(mode="json")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return [
            type(value).__name__,
            *(_plain(getattr(value, field.name)) for field in fields(value)),
        ]
    raise TypeError(f"{type(value)} on a page: say here how its hash is made")
