"""Number, case and dictionary form of nouns, as far as German shows them."""

from __future__ import annotations

from spacy.tokens import Token

from summarizer.german.phrase import word_forms
from summarizer.summary import SourceKind

# Ends of neuter nouns: their adjective ends in -es ("Statistisches Bundesamt").
_NEUTER = (
    "ium", "amt", "büro", "institut", "gericht", "unternehmen", "werk", "portal", "magazin",
    "team", "museum", "haus", "blatt",
)  # fmt: skip


def base_form(adjectives: list[str], noun: str, feminine: bool | None, plural: bool | None) -> str:
    """Adjectives with a noun as a dictionary would have them: "türkischer Präsident"."""
    if plural or feminine:
        ending = "e"
    elif noun.lower().endswith(_NEUTER):
        ending = "es"
    else:
        ending = "er"
    out = []
    for word in adjectives:
        stem = word
        for old in ("en", "em", "er", "es", "e"):
            if word.endswith(old) and len(word) > len(old) + 2:
                stem = word[: -len(old)]
                break
        keep = word[:1].isupper() and word.endswith("er")
        out.append(word if keep or stem == word else stem + ending)
    return " ".join([*out, noun])


def singular_noun(token: Token) -> str:
    """`token` without a dative or genitive ending ("Geheimdienstes" → "Geheimdienst")."""
    text, lemma = token.text, token.lemma_
    if token.tag_ == "NNA":
        return text
    if lemma and text.lower().startswith(lemma.lower()) and len(text) - len(lemma) <= 2:
        return text[: len(lemma)]
    return text


def plurality(  # noqa: PLR0917
    determiner: str, adjectives: list[str], head: Token, kind: SourceKind | None,
    named: bool, feminine: bool,
) -> bool | None:  # fmt: skip
    """Whether a phrase is more than one, by its determiner, adjectives and noun; None: unknown."""
    if determiner in word_forms("plural") or determiner[:1].isdigit():
        return True
    if named:
        return False
    if determiner in (
        "der",
        "das",
        "ein",
        "eine",
        "dem",
        "des",
        "einem",
        "einen",
        "eines",
        "dieser",
    ):
        return False
    if determiner == "die" and adjectives:
        return adjectives[0].endswith("en")
    if determiner == "die":
        if feminine:
            return False
        if kind is SourceKind.PERSON:
            return not head.text.endswith(("e", "in")) or head.text.endswith(("innen", "ute"))
    text, lemma = head.text.lower(), head.lemma_.lower()
    if text != lemma and not text.endswith("s") and head.tag_ == "NN":
        return True
    return None


def may_be_nominative(determiner: str, adjectives: list[str], head: Token, feminine: bool) -> bool:
    """Whether the form of a phrase leaves the nominative possible."""
    if determiner in word_forms("oblique"):
        return False
    if determiner == "der":
        if adjectives and adjectives[-1].endswith("en"):
            return False
        return not feminine
    if head.tag_ == "NN" and determiner in ("deren", "dessen"):
        return True
    if determiner in ("", "die") and adjectives:
        last = adjectives[-1]
        if determiner == "" and last.endswith(("em", "en")):
            return False
    return True
