"""Figures in the reader's notation.

A page in the article's language shows a figure as the article writes it. A page in another
language shows the extracted value, formatted from CLDR data, with the qualifier's translation:
'bis zu 10.000' is 'up to 10,000', '3,5 Milliarden Euro' is '3.5 billion euros', 'ein Drittel' is
'a third'.
"""

from __future__ import annotations

from collections.abc import Mapping
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

from summarizer.german.lexicon import load
from summarizer.german.units import find_unit
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
    unit = unit_word(figure)
    if edition.language == edition.summary.language:
        return Amount((_original(f"{figure.surface} {_with_modifiers(figure, unit)}".strip()),))
    if figure.value is None:
        return Amount((edition.translate(SegmentKind.AMOUNT, figure.surface),))
    value = Translation(text=_quantity(figure, locale, words), state=TranslationState.GLOSSARY)
    parts = [value]
    if figure.qualifier:
        qualifier = edition.translate(SegmentKind.AMOUNT, figure.qualifier)
        after = not figure.surface.casefold().startswith(figure.qualifier.casefold())
        parts.insert(1 if after else 0, qualifier)
    if unit and figure.unit is None:
        parts.append(edition.translate(SegmentKind.LABEL, unit))
    return Amount(tuple(parts))


def unit_word(figure: Figure) -> str:
    """The noun of a figure that is its unit and not what it counts; '' where it has none."""
    if figure.kind is FigureKind.COUNT or find_unit(figure.noun) is None:
        return ""
    return figure.noun


def unit_names(figure: Figure, locale: Locale) -> tuple[str, ...]:
    """How a language's prose may name the unit of a figure, in one and in many."""
    unit = figure.unit
    if unit is None:
        return ()
    if unit == "percent":
        return ("percent", "per cent", "%")
    if unit == "percentage-point":
        return ("percentage point", "percentage points")
    if is_currency(unit):
        return tuple(get_currency_name(unit, count=count, locale=locale) for count in (1, 2))
    try:
        return tuple(
            format_unit(count, unit, length="long", locale=locale).replace(str(count), "").strip()
            for count in (1, 2)
        )
    except (UnknownUnitError, UnknownLocaleError):
        return ()


def _with_modifiers(figure: Figure, unit: str) -> str:
    """The unit with the words before it, which nothing else on the page would show."""
    return figure.label if unit and figure.label.endswith(f" {unit}") else unit


def _original(text: str) -> Translation:
    return Translation(text=text, state=TranslationState.ORIGINAL)


def _quantity(figure: Figure, locale: Locale, words: NullTranslations) -> str:
    low = Decimal(str(figure.value))
    high = low if figure.value_max is None else Decimal(str(figure.value_max))
    unit = figure.unit or ("percent" if figure.kind is FigureKind.PERCENT else None)
    if unit == "percent":
        if low == high and (share := _share(figure, low, words)):
            return share
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


def _share(figure: Figure, percent: Decimal, words: NullTranslations) -> str | None:
    """'a third' for 33.33 per cent where the article says 'ein Drittel'."""
    fractions = load("numerals")["fractions"]
    parts = next((fractions[w] for w in figure.surface.casefold().split() if w in fractions), None)
    if parts is None:
        return None
    return _share_names(words).get((round(percent * parts / 100), parts))


def _share_names(words: NullTranslations) -> Mapping[tuple[int, int], str]:
    _ = words.gettext
    return {
        (1, 2): _("half"),
        (1, 3): _("a third"),
        (2, 3): _("two thirds"),
        (1, 4): _("a quarter"),
        (3, 4): _("three quarters"),
        (1, 5): _("a fifth"),
        (2, 5): _("two fifths"),
        (3, 5): _("three fifths"),
        (4, 5): _("four fifths"),
        (1, 6): _("a sixth"),
        (5, 6): _("five sixths"),
        (1, 7): _("a seventh"),
        (1, 8): _("an eighth"),
        (1, 9): _("a ninth"),
        (1, 10): _("a tenth"),
        (9, 10): _("nine tenths"),
    }


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
