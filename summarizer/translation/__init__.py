"""German segments become another language, faithfully or not at all.

What is listed here is imported when it is first used: who only looks after models, or
translates, need not wait for spaCy, which the fidelity check reads sentences with.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.translation.glossary import Glossary
    from summarizer.translation.glossary import load as load_glossary
    from summarizer.translation.translate import TranslationReport, translate_summaries

__all__ = ["Glossary", "TranslationReport", "load_glossary", "translate_summaries"]

_PLACES = {
    "Glossary": ("summarizer.translation.glossary", "Glossary"),
    "TranslationReport": ("summarizer.translation.translate", "TranslationReport"),
    "load_glossary": ("summarizer.translation.glossary", "load"),
    "translate_summaries": ("summarizer.translation.translate", "translate_summaries"),
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(importlib.import_module(module), attribute)
