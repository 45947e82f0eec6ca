"""A German text and its translation, as the checks share them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from summarizer.german.pipeline import pipeline
from summarizer.translation.glossary import Glossary

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass(frozen=True)
class Pair:
    """German, its translation, and what both are compared by; analysed when first needed."""

    german: str
    translation: str
    glossary: Glossary

    @cached_property
    def doc(self) -> Doc:
        """The German with tags and lemmas."""
        return pipeline()(self.german)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the translation, without digits and marks."""
        return tuple(_WORD.findall(self.translation))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words of the translation in lower case."""
        return frozenset(word.lower().replace("’", "'") for word in self.words)


def fold(text: str) -> str:
    """`text` in lower case, without diacritics and soft hyphens, "ß" as "ss"."""
    text = text.lower().replace("ß", "ss").replace("\N{SOFT HYPHEN}", "")
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
