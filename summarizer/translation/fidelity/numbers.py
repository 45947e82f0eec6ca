"""Numbers, dates and times: the same ones in both languages, none lost and none added."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.translation.fidelity.english_numbers import read_english
from summarizer.translation.fidelity.finding import Finding
from summarizer.translation.fidelity.german_numbers import read_german
from summarizer.translation.fidelity.pair import Pair
from summarizer.translation.fidelity.quantity import Quantity, Sort, unmatched

_KIND = {Sort.MONTH: "date", Sort.WEEKDAY: "date"}


def check_numbers(pair: Pair) -> Iterator[Finding]:
    """Every number, date and time of either text that has no counterpart in the other."""
    if pair.glossary.target != "en":
        return
    ours, theirs = read_german(pair.german), read_english(pair.translation)
    for item in unmatched(ours, theirs):
        yield Finding(_kind(item), f"“{item.text}” is missing in the translation")
    for item in unmatched(theirs, ours):
        yield Finding(_kind(item), f"“{item.text}” is not in the German")


def _kind(item: Quantity) -> str:
    return _KIND.get(item.sort, "number")
