"""Read a file's bytes without trusting it: its kind, its size, its name, or that it stays."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from summarizer.problem import InputError
from summarizer.reading.limits import Limits

_REASONS = {
    errno.ENOENT: ("does not exist", "Check the name; it may have been moved while it was read."),
    errno.EACCES: ("may not be read", "Give the user that runs the build the right to read it."),
    errno.EPERM: ("may not be read", "Give the user that runs the build the right to read it."),
    errno.EISDIR: ("is a folder, not a file", "Put the article's text into a file."),
    errno.ENOTDIR: ("does not exist", "A part of the path is a file, not a folder."),
    errno.ELOOP: ("is a symbolic link that leads to itself", "Replace it by the file itself."),
    errno.ENAMETOOLONG: ("has too long a name", "Rename the file to fewer than 100 characters."),
}


def displayed(name: str | os.PathLike[str]) -> str:
    """`name` fit for a message: control characters and undecodable bytes as escapes."""
    text = os.fspath(name)
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in text
    )


def read_bytes(path: Path, shown_as: str, limits: Limits) -> bytes:
    """The content of the regular file at `path`, at most ``limits.max_bytes``.

    Raises:
        InputError: The file is missing, unreadable, no regular file (a pipe or device would
            block or never end), too big, or changed while it was read. `shown_as` names it.
    """
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise _refusal(shown_as, error) from error
    except ValueError as error:  # a NUL in the name
        raise InputError(shown_as, "has a name that no file can have", "Rename it.") from error
    try:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            raise InputError(shown_as, *_REASONS[errno.EISDIR])
        if not stat.S_ISREG(before.st_mode):
            raise InputError(shown_as, "is a pipe or device, not a file", "Save it as a file.")
        if before.st_size > limits.max_bytes:
            raise _too_big(shown_as, before.st_size, limits)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limits.max_bytes + 1)
        after = os.fstat(descriptor)
    except OSError as error:
        raise _refusal(shown_as, error) from error
    finally:
        os.close(descriptor)
    if len(data) > limits.max_bytes:
        raise _too_big(shown_as, len(data), limits)
    if len(data) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise InputError(
            shown_as,
            "changed while it was read",
            "Run the build again when nothing writes to the file any more.",
        )
    return data


def _too_big(shown_as: str, size: int, limits: Limits) -> InputError:
    return InputError(
        shown_as,
        f"is too big: {size:,} bytes; an article may have {limits.max_bytes:,}",
        "Split it into articles, or raise limits.max_bytes in summarizer.yml.",
    )


def _refusal(shown_as: str, error: OSError) -> InputError:
    message, hint = _REASONS.get(
        error.errno or 0, (f"cannot be read: {error.strerror or error}", "Try again.")
    )
    return InputError(shown_as, message, hint)
