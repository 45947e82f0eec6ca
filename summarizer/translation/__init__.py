"""German segments become another language, faithfully or not at all."""

from summarizer.translation.glossary import Glossary
from summarizer.translation.glossary import load as load_glossary
from summarizer.translation.translate import TranslationReport, translate_summaries

__all__ = ["Glossary", "TranslationReport", "load_glossary", "translate_summaries"]
