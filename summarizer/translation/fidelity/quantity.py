"""Quantities as the fidelity check compares them: what a numeral may mean, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

AM = 24
"""What is added to an hour before noon where a text says so, to tell "2 am" from "at 2"."""


class Sort(StrEnum):
    """What may stand for what: a number for a number, a month for a month."""

    NUMBER = "number"
    VAGUE = "vague"
    """"Hunderte", "hundreds": an unknown number of that size."""
    MONTH = "month"
    WEEKDAY = "weekday"


@dataclass(frozen=True)
class Quantity:
    """One numeral of a text: `values` is everything that it may mean.

    `firm` ones must have a counterpart in the other language; the others ("beide", "one",
    "second") merely may be one.
    """

    text: str
    values: frozenset[Decimal]
    sort: Sort = Sort.NUMBER
    firm: bool = True

    def same(self, other: Quantity) -> bool:
        """Whether both may mean the same."""
        return self.sort == other.sort and not self.values.isdisjoint(other.values)


def quantity(
    text: str,
    *values: Decimal | int | str,
    sort: Sort = Sort.NUMBER,
    firm: bool = True,
) -> Quantity:
    """A quantity from its possible values."""
    return Quantity(text, frozenset(Decimal(value) for value in values), sort, firm)


def unmatched(these: Sequence[Quantity], others: Iterable[Quantity]) -> list[Quantity]:
    """The firm ones of `these` that have no counterpart of their own among `others`.

    Each counterpart serves once. One that is not firm serves only if nothing of that kind on this
    side claims it ("das Paar" the "couple", so that "zwei Jahre" cannot have it).
    """
    others = list(others)
    free = [other for other in others if other.firm]
    lax = [other for other in others if not other.firm]
    claims = [item for item in these if not item.firm]
    missing: list[Quantity] = []
    for item in sorted((i for i in these if i.firm), key=lambda i: len(i.values)):
        found = min(
            (other for other in free if item.same(other)),
            key=lambda other: len(other.values),
            default=None,
        )
        if found:
            free.remove(found)
        elif sum(map(item.same, lax)) <= sum(map(item.same, claims)):
            missing.append(item)
        else:
            lax.remove(next(other for other in lax if item.same(other)))
    return missing
