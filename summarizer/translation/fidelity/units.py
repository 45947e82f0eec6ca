"""Units: a percentage stays one, euros stay euros, kilometres kilometres."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from summarizer.translation.fidelity.data import load
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.pair import Pair


def check_units(pair: Pair) -> Iterator[Finding]:
    """Units that the German has beside a numeral and the translation nowhere, or the reverse."""
    if pair.glossary.target != "en":
        return
    for name, (german, english, strict) in _units().items():
        ours, theirs = german.search(pair.german), english.search(pair.translation)
        if ours and not theirs:
            yield Finding("unit", f"“{ours[0].strip()}” has no counterpart in the translation")
        elif theirs and not ours and strict:
            yield Finding("unit", f"{name} is not in the German")


@cache
def _units() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str], bool]]:
    return {
        name: (
            re.compile(unit["german"]),
            re.compile(unit["english"], re.IGNORECASE if not unit.get("case") else 0),
            bool(unit.get("strict")),
        )
        for name, unit in load("units")["units"].items()
    }
