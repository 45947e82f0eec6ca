"""Countries, currencies and units in two languages, from the Unicode CLDR by way of Babel."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, is_currency
from babel.units import UnknownUnitError, format_unit


@cache
def countries(source: str, target: str) -> Mapping[str, str]:
    """Country names of `source` and theirs in `target`; continents and regions are left out."""
    ours, theirs = Locale.parse(source).territories, Locale.parse(target).territories
    return {
        name: theirs[code]
        for code, name in ours.items()
        if len(code) == 2 and code.isalpha() and code in theirs
    }


def unit_name(unit: str, language: str, count: int = 2) -> str | None:
    """The name of a figure's unit beside `count`: 'EUR' → 'euros', 'length-meter' → 'meters'.

    None for what CLDR has no unit for ('percentage-point').
    """
    if is_currency(unit):
        return get_currency_name(unit, count=count, locale=language)
    with suppress(UnknownUnitError):
        shown = format_unit(count, _PERCENT if unit == "percent" else unit, locale=language)
        return shown.replace(str(count), "").strip()
    return None


_PERCENT = "concentr-percent"
