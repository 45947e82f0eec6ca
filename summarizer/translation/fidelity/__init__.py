"""The fidelity check: does a translation say what the German says, in what can be checked?

It is made for English; of another language only what needs no knowledge of it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.numbers import check_numbers
from summarizer.translation.glossary import Glossary

__all__ = ["Finding", "check", "describe"]


def check(german: str, translation: str, glossary: Glossary) -> tuple[Finding, ...]:
    """What `translation` has lost, changed or added; () if it may be published.

    Args:
        german: a sentence, a title, a quote or a short text.
        translation: what a machine made of it, in `glossary.target`.
        glossary: for the accepted forms of names.
    """
    return tuple(
        finding
        for checker in (check_numbers,)
        for finding in checker(german, translation, glossary)
    )


def describe(findings: Iterable[Finding]) -> str:
    """The findings in one line, as catalogues and reports give them; "" if there are none."""
    return "; ".join(f"{finding.kind}: {finding.detail}" for finding in findings)
