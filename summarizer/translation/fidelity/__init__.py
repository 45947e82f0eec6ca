"""The fidelity check: does a translation say what the German says, in what can be checked?

Each module checks one thing; its word lists are YAML files beside it. Of a language other than
English only what needs no knowledge of it is compared: quotation marks, length, loops.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.form import (
    check_ends,
    check_leftovers,
    check_length,
    check_loops,
    check_quotation_marks,
)
from summarizer.translation.fidelity.hedges import check_hedges, check_negation
from summarizer.translation.fidelity.names import check_names
from summarizer.translation.fidelity.numbers import check_numbers
from summarizer.translation.fidelity.pair import Pair
from summarizer.translation.fidelity.spelling import check_spelling
from summarizer.translation.fidelity.units import check_units
from summarizer.translation.glossary import Glossary

__all__ = ["Finding", "check", "describe", "version"]

_CHECKS = (
    check_numbers,
    check_units,
    check_names,
    check_hedges,
    check_negation,
    check_quotation_marks,
    check_leftovers,
    check_spelling,
    check_length,
    check_loops,
    check_ends,
)


def check(german: str, translation: str, glossary: Glossary) -> tuple[Finding, ...]:
    """What `translation` has lost, changed or added; () if it may be published.

    Args:
        german: a sentence, a title, a quote or a short text.
        translation: what a machine made of it, in `glossary.target`.
        glossary: for the accepted forms of names.
    """
    pair = Pair(german, translation, glossary)
    return tuple(finding for checker in _CHECKS for finding in checker(pair))


def version(glossary: Glossary) -> str:
    """Changes whenever the check or the glossary does: what passed before must be checked again."""
    return hashlib.sha256(f"{_sources()} {glossary.fingerprint}".encode()).hexdigest()[:12]


@cache
def _sources() -> str:
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".py", ".yml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def describe(findings: Iterable[Finding]) -> str:
    """The findings in one line, as catalogues and reports give them; "" if there are none."""
    return "; ".join(f"{finding.kind}: {finding.detail}" for finding in findings)
