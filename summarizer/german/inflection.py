"""Number, case and dictionary form of nouns, as far as German shows them."""

from __future__ import annotations

from spacy.tokens import Token

from summarizer.german.phrase import word_forms
from summarizer.summary import SourceKind

# Ends of neuter nouns: their adjective ends in -es ("Statistisches Bundesamt").
_NEUTER = (
    "ium", "amt", "büro", "institut", "gericht", "unternehmen", "werk", "portal", "magazin",
    "team", "museum", "haus", "blatt", "parlament", "militär", "zentrum", "bündnis", "theater",
    "kabinett", "präsidium", "konsulat", "klinikum", "kommissariat", "netzwerk",
)  # fmt: skip


# Ends of nouns whose plural is in -e, so that -en is a dative: "Berichten", "Verbänden".
_PLURAL_IN_E = ("kreis", "bericht", "verband", "verbänd", "arzt", "dienst", "freund", "vorstand",
                "betrieb", "general", "brief", "protokoll", "ergebnis", "institut")  # fmt: skip


def base_form(
    adjectives: list[str], noun: str, feminine: bool | None, plural: bool | None, determiner: str
) -> str:
    """Adjectives with a noun as a dictionary would have them: "türkischer Präsident".

    Args:
        adjectives: The adjectives before the noun, as written.
        noun: The noun in its base form.
        feminine: Whether it is feminine.
        plural: Whether the phrase is plural.
        determiner: The word before the adjectives, which tells the gender better than the noun.
    """
    first = adjectives[0] if adjectives else ""
    if plural or feminine or (determiner in ("die", "eine", "keine") and first.endswith("e")):
        ending = "e"
    elif determiner == "der" and first.endswith("en"):
        ending = "e"  # "der Deutschen Umwelthilfe": a dative or genitive of the feminine
    elif determiner == "das" or first.endswith("es") or noun.lower().endswith(_NEUTER):
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
        if not determiner and word.endswith("e") and not plural:
            keep = True  # "Deutsche Umwelthilfe": the form without an article is the base form
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


def nominative_plural(token: Token) -> str:
    """`token` without the -n of a dative plural: "Anwohnern" → "Anwohner", "Kreisen" → "Kreise".

    Plurals in -en and -s have the same form in every case; the lemma tells which end in -n.
    """
    text, lemma = token.text, token.lemma_
    if token.tag_ == "NNA" or not text.endswith("n") or text == lemma:
        return text
    if text.endswith(("ern", "eln")) and not lemma.endswith("n"):
        return text[:-1]
    if text.endswith("en") and lemma and text[:-2].lower().endswith(lemma.lower()[-3:]):
        # A masculine or neuter noun with a plural in -e: "Kreis, Kreise, Kreisen"
        return text[:-1] if lemma.lower().endswith(_PLURAL_IN_E) else text
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
