"""German with its numerals and names written as English writes them, for a second try.

A translation engine copies what it takes for a name or already English: "10,000" and "Zelensky"
come through where "10.000" and "Selenskyj" were changed.
"""

from __future__ import annotations

import re

from babel.numbers import format_decimal

from summarizer.german.numerals import parse_digits, parse_word
from summarizer.translation.glossary import Glossary

_NUMERAL = re.compile(
    r"(?<![\w.,:/])(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?|\d+,\d+)(?![\w:/]|[.,]\d)"
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def protect(german: str, glossary: Glossary) -> str:
    """`german` with digits in the target's notation and names in the glossary's form."""

    def digits(match: re.Match[str]) -> str:
        parsed = parse_digits(match[0])
        if parsed is None or parsed.english:
            return match[0]
        return format_decimal(parsed.value, locale=glossary.target, decimal_quantization=False)

    def word(match: re.Match[str]) -> str:
        value = parse_word(match[0]) if match[0].islower() else None
        if value is not None and value > 12:
            return format_decimal(value, locale=glossary.target, decimal_quantization=False)
        forms = glossary.accepted(match[0])
        return forms[0] if forms else match[0]

    return _WORD.sub(word, _NUMERAL.sub(digits, german))
