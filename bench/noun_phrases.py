"""German noun phrases: determiner, adjective and noun in gender, case and number.

A `Noun` is used as a slot of a sentence: ``"{x:der.gen+}"`` with x = Hafenausbau and the adjective
"neu" gives "des neuen Hafenausbaus".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

CASES = ("nom", "gen", "dat", "akk")

# Columns are the cases in the order of CASES, rows masculine, feminine, neuter and plural.
_DETERMINERS = {
    "der": {
        "m": ("der", "des", "dem", "den"),
        "f": ("die", "der", "der", "die"),
        "n": ("das", "des", "dem", "das"),
        "pl": ("die", "der", "den", "die"),
    },
    "ein": {
        "m": ("ein", "eines", "einem", "einen"),
        "f": ("eine", "einer", "einer", "eine"),
        "n": ("ein", "eines", "einem", "ein"),
        "pl": ("", "", "", ""),
    },
    "kein": {
        "m": ("kein", "keines", "keinem", "keinen"),
        "f": ("keine", "keiner", "keiner", "keine"),
        "n": ("kein", "keines", "keinem", "kein"),
        "pl": ("keine", "keiner", "keinen", "keine"),
    },
}
_RELATIVE = {
    "m": ("der", "dessen", "dem", "den"),
    "f": ("die", "deren", "der", "die"),
    "n": ("das", "dessen", "dem", "das"),
    "pl": ("die", "deren", "denen", "die"),
}
# Adjective endings: after no article (strong), after "ein" and "kein" (mixed), after "der" (weak).
_STRONG = {
    "m": ("er", "en", "em", "en"),
    "f": ("e", "er", "er", "e"),
    "n": ("es", "en", "em", "es"),
    "pl": ("e", "er", "en", "e"),
}
_MIXED = {
    "m": ("er", "en", "en", "en"),
    "f": ("e", "en", "en", "e"),
    "n": ("es", "en", "en", "es"),
    "pl": ("en", "en", "en", "en"),
}
_WEAK = {
    "m": ("e", "en", "en", "en"),
    "f": ("e", "en", "en", "e"),
    "n": ("e", "en", "en", "e"),
    "pl": ("en", "en", "en", "en"),
}
_CONTRACTED = {
    "an dem": "am", "an das": "ans", "bei dem": "beim", "in dem": "im", "in das": "ins",
    "von dem": "vom", "zu dem": "zum", "zu der": "zur",
}  # fmt: skip
# After a comma it is a relative pronoun ("das Haus, in dem"), which is never contracted.
_CONTRACTIBLE = re.compile(rf"(?<!, )\b({'|'.join(_CONTRACTED)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Noun:
    """A noun with its gender ("m", "f", "n"), genitive ending and nominative plural.

    The genitive ending "en" or "n" of a masculine is the weak declension (des Präsidenten).
    `before` stands undeclined before the noun (the "Elmstädter" of a newspaper's name).
    """

    word: str
    gender: str
    genitive: str = ""
    plural: str = ""
    adjective: str = ""
    before: str = ""

    @classmethod
    def parse(cls, entry: str) -> Noun:
        """The noun of an entry such as "Antrag m -s Anträge"."""
        word, gender, genitive, *plural = entry.split(" ")
        return cls(word, gender, genitive.removeprefix("-"), plural[0] if plural else "")

    def with_first_part(self, part: str) -> Noun:
        """The compound of `part` (with its linking letter) and this noun."""
        if part.endswith("-"):
            return replace(self, word=part + self.word, plural=self.plural and part + self.plural)
        plural = self.plural and part + self.plural[0].lower() + self.plural[1:]
        return replace(self, word=part + self.word[0].lower() + self.word[1:], plural=plural)

    def form(self, case: str, *, plural: bool = False) -> str:
        """The noun alone in `case`."""
        if plural:
            return dative_plural(self.plural) if case == "dat" else self.plural
        if self.gender == "m" and self.genitive in ("en", "n") and case != "nom":
            return self.word + self.genitive
        return self.word + (self.genitive if case == "gen" else "")

    def __format__(self, spec: str) -> str:
        """The phrase that `spec` describes: determiner.case, then "+" and "pl" as wanted."""
        determiner, _, rest = spec.partition(".")
        case, plural = rest[:3], "pl" in rest
        column, row = CASES.index(case), "pl" if plural else self.gender
        if determiner == "pron":
            return _RELATIVE[row][column]
        words = [_DETERMINERS[determiner][row][column] if determiner != "-" else ""]
        if "+" in rest and self.adjective:
            strong = determiner == "-" or (determiner == "ein" and plural)
            endings = _STRONG if strong else _WEAK if determiner == "der" else _MIXED
            words.append(_ended(self.adjective, endings[row][column]))
        words += [self.before, self.form(case, plural=plural)]
        return " ".join(filter(None, words))


def dative_plural(plural: str) -> str:
    """The dative of a nominative plural: Kinder → Kindern, Fans → Fans."""
    return plural if plural.endswith(("n", "s")) else f"{plural}n"


def contract(text: str) -> str:
    """Join prepositions and articles as German does: "in dem" → "im"."""

    def joined(found: re.Match[str]) -> str:
        short = _CONTRACTED[found[0].lower()]
        return short.capitalize() if found[0][0].isupper() else short

    return _CONTRACTIBLE.sub(joined, text)


def _ended(adjective: str, ending: str) -> str:
    return adjective + (ending[1:] if adjective.endswith("e") else ending)
