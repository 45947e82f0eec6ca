"""Which files of a folder are articles, in an order that no file system decides."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from summarizer.problem import Problem
from summarizer.reading.article import READERS
from summarizer.reading.files import displayed

_MAX_DEPTH = 8


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def path(self) -> str: ...


_A = TypeVar("_A", bound=_Named)


class Seeds(NamedTuple):
    """The articles' files in order, and what in the folder can't be used."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_seeds(folder: Path) -> Seeds:
    """The article files below `folder`, ordered by name.

    Hidden files and folders (".git", ".DS_Store") are passed over in silence. Reported as problems
    are: files of other kinds, folders named like files, symbolic links that are broken, lead in
    circles or out of `folder`, names that are no Unicode or hold control characters, and folders
    that can't be listed.
    """
    problems: list[Problem] = []
    if not folder.is_dir():
        message = "is not a folder" if folder.exists() else "does not exist"
        hint = "Create the folder and put articles into it."
        return Seeds((), (Problem(displayed(folder), message, hint),))
    found = list(_walk(folder, folder.resolve(), 0, problems.append))
    found.sort(key=_order)
    problems.sort(key=lambda p: p.path)
    return Seeds(tuple(found), tuple(problems))


def same_slug(articles: Iterable[_A]) -> tuple[tuple[_A, Problem], ...]:
    """Each of the `articles` whose page would overwrite another's, with what to do about it.

    They have the same id, or their files' names differ only in case or Unicode form, which some
    file systems don't tell apart. All of them are given, for none has a better right.
    """
    groups: dict[tuple[str, str], list[_A]] = defaultdict(list)
    for article in articles:
        groups["id", article.id].append(article)
        groups["path", _one_form(article.path)].append(article)
    problems: dict[str, tuple[_A, Problem]] = {}
    for (kind, _), group in sorted(groups.items()):
        for article in group if len(group) > 1 else ():
            others = ", ".join(sorted(a.path for a in group if a is not article))
            message = (
                f"would have the same page as {others}: {article.id}"
                if kind == "id"
                else f"has a name that differs from {others} only in case or Unicode form"
            )
            hint = "Rename the file, or give it a slug of its own in its front matter."
            problems.setdefault(article.path, (article, Problem(article.path, message, hint)))
    return tuple(problems[path] for path in sorted(problems))


def _one_form(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _order(path: Path) -> tuple[str, bytes]:
    return unicodedata.normalize("NFC", path.as_posix()), os.fsencode(path)


def _walk(
    folder: Path, root: Path, depth: int, report: Callable[[Problem], None]
) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=_order)
    except OSError as error:
        report(
            Problem(displayed(folder), f"cannot be listed: {error.strerror}", "Check its rights.")
        )
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        problem = _name_problem(entry) or _link_problem(entry, root)
        if problem:
            report(problem)
        elif entry.is_dir():
            yield from _folder(entry, root, depth, report)
        elif entry.suffix.lower() in READERS:
            yield entry
        else:
            report(
                Problem(
                    displayed(entry),
                    "is of no kind that is read",
                    f"Save it as one of {', '.join(READERS)}, or take it out of the folder.",
                )
            )


def _folder(
    entry: Path, root: Path, depth: int, report: Callable[[Problem], None]
) -> Iterator[Path]:
    if entry.suffix.lower() in READERS:
        report(
            Problem(
                displayed(entry),
                "is a folder that is named like a file",
                f"Rename it so that it doesn't end in {entry.suffix}.",
            )
        )
    elif entry.is_symlink():
        report(
            Problem(
                displayed(entry),
                "is a symbolic link to a folder, which is not followed",
                "Put the articles themselves into the folder.",
            )
        )
    elif depth >= _MAX_DEPTH:
        report(Problem(displayed(entry), "is too deep in the folder", "Move it further up."))
    else:
        yield from _walk(entry, root, depth + 1, report)


def _name_problem(entry: Path) -> Problem | None:
    try:
        entry.name.encode("utf-8")
    except UnicodeEncodeError:
        return Problem(displayed(entry), "has a name that is not valid Unicode", "Rename the file.")
    if any(
        unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} and c != "\u200d" for c in entry.name
    ):
        return Problem(displayed(entry), "has control characters in its name", "Rename the file.")
    return None


def _link_problem(entry: Path, root: Path) -> Problem | None:
    if not entry.is_symlink():
        return None
    hint = "Put the file itself into the folder."
    try:
        target = entry.resolve(strict=True)
    except FileNotFoundError:
        return Problem(displayed(entry), "is a symbolic link to nothing", hint)
    except (OSError, RuntimeError):  # RuntimeError: Python 3.11 and 3.12 on links in a circle
        return Problem(displayed(entry), "is a symbolic link that leads in a circle", hint)
    if not target.is_relative_to(root):
        return Problem(displayed(entry), "is a symbolic link out of the folder", hint)
    return None
