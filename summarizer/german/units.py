"""Units and currencies by their German names, from CLDR through Babel.

CLDR's German unit patterns ("{0} Kilometer") and currency names give the words; the lexicon
``units`` adds what they lack. Ids are CLDR's ("length-kilometer"), ISO 4217 codes, "percent" and
"percentage-point".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name
from babel.units import format_unit

from summarizer.german.lexicon import load
from summarizer.summary import FigureKind

_INFLECTED = ("e", "er", "el")  # endings that take -n in the dative plural: "Tagen", "Metern"


_WIDTHS: tuple[Literal["long", "short"], ...] = ("long", "short")


@dataclass(frozen=True)
class Unit:
    """What a unit word stands for; `id` is None where CLDR and ISO have none."""

    id: str | None
    kind: FigureKind


def kind_of(unit: str | None) -> FigureKind:
    """The kind of a figure in unit `unit`; a measure where there is no id."""
    if unit in ("percent", "percentage-point"):
        return FigureKind.PERCENT
    if unit and unit.startswith("duration-"):
        return FigureKind.DURATION
    if unit and len(unit) == 3 and unit.isupper():
        return FigureKind.MONEY
    return FigureKind.MEASURE


def _cldr_forms() -> Iterator[tuple[str, str, bool]]:
    """Each (form, unit id, whether it is a full name) of CLDR's German unit patterns."""
    skipped = set(load("units")["not_units"])
    for unit in map(str, Locale("de").unit_display_names):
        if unit in skipped or unit.startswith("per-"):
            continue
        for width in _WIDTHS:
            for number in (1, 2):
                form = format_unit(number, unit, width, locale="de").replace(str(number), "")
                form = form.replace("\N{NO-BREAK SPACE}", " ").strip()
                yield form, "percent" if unit == "concentr-percent" else unit, width == "long"


@dataclass(frozen=True)
class _Names:
    """Full names in lower case, and symbols and codes, in which case counts ("m", "CHF")."""

    full: dict[str, Unit]
    symbols: dict[str, Unit]


def _add_measures(names: _Names) -> None:
    lexicon = load("units")

    def add(name: str, unit: str | None, kind: FigureKind) -> None:
        names.full[name.lower()] = Unit(unit, kind)
        if name.endswith(_INFLECTED):
            names.full[name.lower() + "n"] = Unit(unit, kind)

    short = set(lexicon["abbreviations"])
    for form, unit, full in _cldr_forms():
        if full:
            add(form, unit, kind_of(unit))
        elif form in short:
            names.symbols[form] = Unit(unit, kind_of(unit))
    durations = set(lexicon["durations"])
    for name, unit in lexicon["names"].items():
        kind = FigureKind.DURATION if name.lower() in durations else kind_of(unit)
        add(name, unit, kind)
        if not name.isalpha():
            names.symbols[name] = Unit(unit, kind)
    for symbol, unit in lexicon["symbols"].items():
        names.symbols[symbol] = Unit(unit, kind_of(unit))


def _add_currencies(names: _Names) -> None:
    locale = Locale("de")
    current = {
        code
        for entries in get_global("territory_currencies").values()
        for code, _, end, tender in entries
        if end is None and tender
    }
    by_last_word: dict[str, set[str]] = {}
    for code in sorted(current):
        for count in (None, 1, 2):
            name = get_currency_name(code, count, locale=locale)
            names.full[name.lower()] = Unit(code, FigureKind.MONEY)
            by_last_word.setdefault(name.split()[-1].lower(), set()).add(code)
        names.symbols[code] = Unit(code, FigureKind.MONEY)
        symbol = locale.currency_symbols.get(code, code)
        if not symbol.isalpha():
            names.symbols[symbol] = Unit(code, FigureKind.MONEY)
    for word, codes in by_last_word.items():
        if len(codes) == 1:
            names.full.setdefault(word, Unit(next(iter(codes)), FigureKind.MONEY))
    lexicon = load("units")
    for name in lexicon["money_names"]:
        names.full[name.lower()] = Unit(None, FigureKind.MONEY)
    for name, code in lexicon["currencies"].items():
        names.full[name.lower()] = Unit(code, FigureKind.MONEY)
        if not name.isalpha():
            names.symbols[name] = Unit(code, FigureKind.MONEY)


@cache
def _names() -> _Names:
    names = _Names({}, {})
    _add_measures(names)
    _add_currencies(names)
    return names


@cache
def longest_name() -> int:
    """The number of words of the longest unit name."""
    return max(len(name.split()) for name in _names().full)


@lru_cache(maxsize=1 << 14)
def find_unit(name: str) -> Unit | None:
    """The unit that `name` as written stands for, None for any other word.

    A compound counts by its last part where that is a unit of length, weight or years:
    "Höhenmeter" are metres. Symbols count as written, names in any case from four letters on.
    """
    names = _names()
    if name in names.symbols:
        return names.symbols[name]
    lower = name.lower()
    if not name[:1].isupper() and len(name) < 4:
        return None
    if lower in names.full:
        return names.full[lower]
    if not name[:1].isupper() or " " in name or lower in load("units")["not_measures"]:
        return None
    ending = next((e for e in load("units")["endings"] if lower.endswith(e)), None)
    return names.full.get(ending) if ending else None
