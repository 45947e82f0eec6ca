"""No regular expression of the package takes more than its share of time on any long input.

Every compiled pattern is found by walking the modules (and calling the functions that compile one
when first needed). Each is tried, in the ways in which its module uses it, on long inputs made of
its own letters and of what text is full of, with an end at which it must fail.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import pytest

import summarizer

LENGTH = 20_000
"""As long as a line of an article may be (`Limits.max_line_characters`)."""
SECONDS = 2.0
"""What one pattern may take for one input, on a machine that does other things at the time."""


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for part in value.values():
            yield from patterns_in(part, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from patterns_in(part, depth + 1)
    elif depth < 3 and hasattr(value, "__dict__") and not isinstance(value, type | ModuleType):
        yield from patterns_in(vars(value), depth + 1)


ANCHORED = {"match", "fullmatch"}


class Used(NamedTuple):
    """A pattern, and whether it is looked for at every place of a text."""

    pattern: re.Pattern[Any]
    searched: bool


def is_searched(name: str, source: str) -> bool:
    """Whether the pattern `name` is used otherwise than at one place; yes, if nothing is known."""
    methods = set(re.findall(rf"\b{name}(?:\(\))?\.([a-z]+)\(", source))
    return not methods or bool(methods - ANCHORED)


def all_patterns() -> dict[str, Used]:
    found: dict[str, Used] = {}
    for module in modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            lazy = (
                hasattr(value, "cache_info")
                and getattr(value, "__module__", "") == module.__name__
                and not inspect.signature(value).parameters
            )
            if lazy:
                value = value()  # noqa: PLW2901
            if name.startswith("__") or inspect.isfunction(value) or inspect.isclass(value):
                continue
            for pattern in patterns_in(value):
                where = f"{module.__name__.removeprefix('summarizer.')}.{name}"
                if pattern.pattern not in {used.pattern.pattern for used in found.values()}:
                    found[f"{where} {len(found)}"] = Used(pattern, is_searched(name, source))
    return found


PATTERNS = all_patterns()

COMMON = [
    "a",
    "A",
    "1",
    " ",
    "\n",
    "-",
    ".",
    ",",
    "„",
    "“",
    "(",
    "<",
    "&",
    "#",
    '"',
    "\\",
    "ä",
    "\x1b[",
]
PAIRS = [
    "a ",
    "1.",
    "1 ",
    "A.",
    ", ",
    ". ",
    "<a ",
    "„a“",
    "a-",
    "ab ",
    " - ",
    "12:",
    "\n\n",
    "a: ",
    '="',
]


def own_pieces(pattern: re.Pattern[Any]) -> list[str]:
    """Characters that the pattern names, alone and together, so that long parts of it match."""
    literals: list[str] = []

    def walk(parsed: Any) -> None:
        for operation, argument in parsed:
            if operation is codes.LITERAL:
                literals.append(chr(argument))
            elif operation is codes.IN:
                walk([part for part in argument if part[0] is codes.LITERAL])
                literals.extend(chr(p[1][0]) for p in argument if p[0] is codes.RANGE)
            elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
                walk(argument[2])
            elif operation is codes.SUBPATTERN:
                walk(argument[-1])
            elif operation is codes.BRANCH:
                for branch in argument[1][:4]:
                    walk(branch)
            elif operation in (codes.ASSERT, codes.ASSERT_NOT):
                walk(argument[1])

    walk(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    letters = list(dict.fromkeys(literals))[:8]
    return [*letters, "".join(literals[:6]), "".join(literals[:12])]


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Break off what takes longer: the regular expression engine listens to signals."""

    def out_of_time(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, out_of_time)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def slow_input(pattern: re.Pattern[Any], *, searched: bool) -> str | None:
    """The piece whose repetition takes the pattern too long; None if there is none."""
    for piece in dict.fromkeys(p for p in [*COMMON, *PAIRS, *own_pieces(pattern)] if p):
        text: Any = piece * (LENGTH // len(piece)) + "\0"
        if isinstance(pattern.pattern, bytes):
            text = text.encode("utf-8")
        began = time.process_time()
        try:
            with at_most(10 * SECONDS):
                pattern.fullmatch(text)
                pattern.match(text)
                for _ in pattern.finditer(text) if searched else ():
                    pass
        except TimeoutError:
            return piece
        if time.process_time() - began > SECONDS:
            return piece
    return None


def test_the_patterns_are_found() -> None:
    places = {name.split(" ")[0].rpartition(".")[0] for name in PATTERNS}
    assert {"reading.cleaning", "reading.sentences", "site_check"} <= places
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_its_time_and_no_more(name: str) -> None:
    assert slow_input(PATTERNS[name].pattern, searched=PATTERNS[name].searched) is None


@pytest.mark.parametrize("evil", [r"(a+)+$", r"(a|a)*b", r"(?:\s*\w+\s*)*;", r"^(\d+)*x"])
def test_a_pattern_that_backtracks_is_recognised(
    evil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "SECONDS", 0.05)
    assert slow_input(re.compile(evil), searched=False) is not None
