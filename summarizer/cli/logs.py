"""What is logged goes to standard error: how much, and nothing that a terminal would obey.

Every module logs under its own name, below "summarizer". Packages log under theirs, and are heard
from WARNING on where the user asks for details.
"""

from __future__ import annotations

import logging

from summarizer.cli.terminal import say

QUIET, NORMAL, VERBOSE, DEBUG = -1, 0, 1, 2

# verbosity → the levels from which the project's and other packages' records are shown.
_LEVELS = {
    QUIET: (logging.ERROR, logging.CRITICAL),
    NORMAL: (logging.WARNING, logging.CRITICAL),
    VERBOSE: (logging.INFO, logging.WARNING),
    DEBUG: (logging.DEBUG, logging.INFO),
}


class _Terminal(logging.Handler):
    """Writes to whatever standard error is at the moment: progress bars take it over for a time."""

    def emit(self, record: logging.LogRecord) -> None:
        say(self.format(record), err=True)


def show_logs(verbosity: int) -> None:
    """Show records of the level that `verbosity` stands for: `QUIET` to `DEBUG`, or beyond."""
    own, others = _LEVELS[max(QUIET, min(verbosity, DEBUG))]
    handler = _Terminal()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers = [kept for kept in root.handlers if not isinstance(kept, _Terminal)]
    root.addHandler(handler)
    root.setLevel(others)
    logging.getLogger("summarizer").setLevel(own)
