"""Figures in the reader's notation.

A page in the article's language shows a figure as the article writes it. A page in another
language shows the extracted value, formatted from CLDR data, with the qualifier's translation:
'bis zu 10.000' is 'up to 10,000', '3,5 Milliarden Euro' is '3.5 billion euros'.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
    is_currency,
)
from babel.support import NullTranslations
from babel.units import UnknownUnitError, format_unit

from summarizer.summary import (
    Edition,
    Figure,
    FigureKind,
    SegmentKind,
    Translation,
    TranslationState,
)

_DASH = "–"
_SMALLEST_ROUNDED = 1_000_000
_PRECISION = 3


@dataclass(frozen=True)
class Amount:
    """A figure's amount, in parts that stand side by side, each with its own state."""

    parts: tuple[Translation, ...]

    @property
    def text(self) -> str:
        """The amount as plain text."""
        return " ".join(part.text for part in self.parts)


def amount(figure: Figure, edition: Edition, locale: Locale, words: NullTranslations) -> Amount:
    """The amount of `figure` as the page of `edition` shows it, unit included."""
    if edition.language == edition.summary.language:
        unit = "" if figure.kind is FigureKind.COUNT else figure.noun
        return Amount((_original(f"{figure.surface} {unit}".strip()),))
    if figure.value is None:
        return Amount((edition.translate(SegmentKind.AMOUNT, figure.surface),))
    value = Translation(text=_quantity(figure, locale, words), state=TranslationState.GLOSSARY)
    parts = [value]
    if figure.qualifier:
        qualifier = edition.translate(SegmentKind.AMOUNT, figure.qualifier)
        after = not figure.surface.casefold().startswith(figure.qualifier.casefold())
        parts.insert(1 if after else 0, qualifier)
    return Amount(tuple(parts))


def _original(text: str) -> Translation:
    return Translation(text=text, state=TranslationState.ORIGINAL)


def _quantity(figure: Figure, locale: Locale, words: NullTranslations) -> str:
    low = Decimal(str(figure.value))
    high = low if figure.value_max is None else Decimal(str(figure.value_max))
    unit = figure.unit or ("percent" if figure.kind is FigureKind.PERCENT else None)
    if unit == "percent":
        return _in_place(
            format_percent(high / 100, locale=locale, decimal_quantization=False),
            high,
            _span(low, high, locale),
            locale,
        )
    money = unit is not None and is_currency(unit)
    number = _span(low, high, locale, cents=money)
    if unit is None:
        return number
    if unit == "percentage-point":
        return words.ngettext(
            "%(number)s percentage point", "%(number)s percentage points", _plural(high)
        ) % {"number": number}
    if money:
        currency = get_currency_name(unit, count=high, locale=locale)
        return words.gettext("%(number)s %(currency)s") % {"number": number, "currency": currency}
    try:
        # In full, a temperature without a scale is "35 degrees temperature".
        length: Literal["short", "long"] = "short" if unit == "temperature-generic" else "long"
        measure = format_unit(high, unit, length=length, locale=locale)
    except (UnknownUnitError, UnknownLocaleError):
        return number
    return _in_place(measure, high, number, locale)


def _plural(value: Decimal) -> int:
    """The count that chooses a plural form: no fraction is singular."""
    return int(value) if value == value.to_integral_value() else 2


def _in_place(formatted: str, value: Decimal, number: str, locale: Locale) -> str:
    """`formatted` with `number` where CLDR's pattern has `value`."""
    return formatted.replace(format_decimal(value, locale=locale), number, 1)


def _span(low: Decimal, high: Decimal, locale: Locale, *, cents: bool = False) -> str:
    """One number, or both ends of a range: '20–30', '2–3 million', '900,000–1.2 million'."""
    upper = _number(high, locale, cents=cents)
    if low == high:
        return upper
    lower = _number(low, locale, cents=cents)
    scale = upper.partition(" ")[2]
    if scale and lower.partition(" ")[2] == scale:
        lower = lower.partition(" ")[0]
    return f"{lower}{_DASH}{upper}"


def _number(value: Decimal, locale: Locale, *, cents: bool) -> str:
    """'1,234,567', but '8 million' and '3.5 billion' where that is the same number."""
    size = abs(value)
    if size >= _SMALLEST_ROUNDED:
        scale = Decimal(1000) ** (size.adjusted() // 3)
        if value / scale == round(value / scale, _PRECISION):
            return format_compact_decimal(
                value, format_type="long", locale=locale, fraction_digits=_PRECISION
            )
    if cents and value != value.to_integral_value():
        return format_decimal(value, format="#,##0.00", locale=locale)
    return format_decimal(value, locale=locale, decimal_quantization=False)
