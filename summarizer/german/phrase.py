"""A noun phrase as a mention of a speaker: what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from summarizer.german.lexicon import load
from summarizer.summary import SourceKind

DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT"})
"""Tags of the words that open a noun phrase (STTS)."""
NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM", "XY", "TRUNC"})
"""Tags of what may be a noun or part of a name (STTS, HanTa's kinds of noun)."""


@cache
def word_forms(group: str) -> frozenset[str]:
    """A group of ``lexicon/word_forms.yml``."""
    return frozenset(load("word_forms")[group])


@cache
def endings(group: str) -> tuple[str, ...]:
    """A group of ``lexicon/word_forms.yml`` whose entries are ends of words."""
    return tuple(load("word_forms")[group])


@dataclass(frozen=True)
class Phrase:
    """A noun phrase of a sentence. Offsets are of tokens, `end` exclusive.

    Attributes:
        start: First token (the determiner, where there is one).
        end: After the last token, brackets and appositions included.
        head: The token that carries case and number.
        name: Proper name as written, without title; "" for none.
        noun: The common noun that says what it is ("Sprecherin"); "" for a bare name.
        label: The noun with adjectives and genitive, in base form where known ("türkischer
            Präsident", "Chef des Landesamts").
        determiner: "die", "ein", … in lower case; "" for none.
        pronoun: "er", "sie", … where the phrase is a pronoun; "" otherwise.
        kind: What sort of speaker; None where no rule knows.
        plural: More than one; None where unknown.
        abbreviation: A short name in brackets: "(NIS)", "(CDU)".
        owner: Name in a genitive before or after the noun: "Yoons Büro", "Videos des NIS".
        nominative: False where form rules the nominative out.
        quoted: The name stands in quotation marks and has no noun of its own.
    """

    start: int
    end: int
    head: int
    name: str = ""
    noun: str = ""
    label: str = ""
    determiner: str = ""
    pronoun: str = ""
    kind: SourceKind | None = None
    plural: bool | None = None
    abbreviation: str = ""
    owner: str = ""
    nominative: bool = True
    feminine: bool | None = None
    quoted: bool = False

    @property
    def indefinite(self) -> bool:
        """Whether the phrase brings someone new in: "ein Sprecher", "mehrere Zeugen"."""
        return self.determiner.startswith(("ein", "kein")) or self.determiner in word_forms(
            "plural"
        )
