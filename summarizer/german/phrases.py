"""Noun phrases as mentions of speakers: name, function, genitive, bracket, apposition.

"der Chef des Landesamts, Karl Muster (52)," is one phrase with the name "Karl Muster" and the
role "Chef des Landesamts". The tagger knows no gazetteer: what is a name follows from shape,
tag, the words around it, and the names that the article gives in full elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Token

from summarizer.german.speakers import (
    denotes,
    is_body,
    is_feminine,
    is_media_name,
    is_plural_person,
    kind_of_noun,
)
from summarizer.summary import SourceKind

DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT"})
NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM", "XY", "TRUNC"})
_OBLIQUE = frozenset(
    [
        "dem",
        "den",
        "des",
        "einem",
        "einen",
        "eines",
        "einer",
        "seinem",
        "seinen",
        "seines",
        "seiner",
        "ihrem",
        "ihren",
        "ihres",
        "ihrer",
        "diesem",
        "diesen",
        "dieses",
        "dieser",
        "jenem",
        "jenen",
        "jenes",
        "unserem",
        "unseren",
        "unseres",
        "unserer",
        "keinem",
        "keinen",
        "keines",
        "keiner",
        "allen",
        "vielen",
        "einigen",
        "mehreren",
        "beiden",
        "zahlreichen",
        "manchen",
        "anderen",
    ]
)
_NOMINATIVE_TOO = frozenset(["dieser", "dieses", "beiden"])
_GENITIVE = frozenset(
    [
        "des",
        "der",
        "eines",
        "einer",
        "seines",
        "seiner",
        "ihres",
        "ihrer",
        "dieses",
        "dieser",
        "unseres",
        "unserer",
        "deren",
        "dessen",
    ]
)
_PLURAL_WORDS = frozenset(
    [
        "mehrere",
        "einige",
        "viele",
        "zahlreiche",
        "manche",
        "alle",
        "beide",
        "diverse",
        "verschiedene",
        "etliche",
        "wenige",
        "sämtliche",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
    ]
)
# Offices in a medium: "Reporter der Zeitung" is one phrase.
_PRESS_JOBS = (
    "sprecher", "sprecherin", "redakteur", "redakteurin", "reporter", "reporterin", "chef",
    "chefin",
    "journalist", "journalistin", "korrespondent", "korrespondentin", "intendant", "intendantin",
    "herausgeber", "herausgeberin", "moderator", "moderatorin", "experte", "expertin", "leiter",
    "leiterin", "autor", "autorin",
)  # fmt: skip
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "zu",
        "zur",
        "vom",
        "bin",
        "al",
        "el",
        "la",
        "le",
        "ten",
        "ter",
        "und",
    ]
)
_QUOTES = frozenset("\"„“”»«‚‘›‹'")
_TIME_WORDS = (
    "tag", "abend", "morgen", "nacht", "woche", "monat", "jahr", "uhr", "mittag", "anfang", "ende",
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember", "sonntag", "wochenende", "interview", "gespräch", "podcast",
)  # fmt: skip
_ORGANISATION_MARKS = frozenset(
    [
        "AG",
        "GmbH",
        "SE",
        "KG",
        "FC",
        "SC",
        "SV",
        "TSV",
        "VfB",
        "VfL",
        "USC",
        "ASV",
        "e.V.",
        "Inc",
        "Ltd",
        "Bank",
    ]
)


# Endings of nouns for what somebody is or does: such a noun before a name is no given name.
_OCCUPATIONS = ("erin", "istin", "macher", "amme", "meister", "helfer", "leiter", "arbeiter",
                "wart", "mann", "frau", "kraft")  # fmt: skip


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
        return self.determiner.startswith(("ein", "kein")) or self.determiner in _PLURAL_WORDS


def is_name_word(token: Token, names: Collection[str] = ()) -> bool:
    """Whether `token` is part of a proper name, by tag and shape."""
    text = token.text
    if not text or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text in names:
        return True
    if token.tag_ in ("NE", "FM"):
        if text.endswith(("-Jährige", "-Jähriger", "-Jährigen")):
            return False
        known = kind_of_noun(text)
        return not (known is SourceKind.PERSON and "-" in text) and not (
            known and text.endswith(("sprecherin", "chefin", "präsidentin", "ministerin"))
        )
    if token.tag_ in ("NN", "NNA", "NNI", "TRUNC"):
        # "IG Metall", "DRK": letters alone are a name, whatever the tagger makes of them
        return text.isalpha() and text.isupper() and 2 <= len(text) <= 5
    return token.tag_ in ("XY", "ADJ(D)", "VV(IMP)", "VV(FIN)", "PTKVZ") and token.i > 0


def _is_noun(token: Token, names: Collection[str]) -> bool:
    text = token.text
    aged = (
        text[:1].isdigit()
        and text.endswith(("-Jährige", "-Jähriger", "-Jährigen", "-jährige"))
        and not (
            token.tag_ == "ADJ(A)" and token.i + 1 < len(token.doc) and token.nbor().tag_ in NOUNS
        )
    )
    return aged or (
        text[:1].isupper()
        and (token.tag_ in NOUNS or text in names or (len(text) > 1 and text.isupper()))
    )


def _attributes_end(doc: Doc, at: int, names: Collection[str]) -> int | None:
    """The first noun after adjectives and participial attributes from `at`; None for none."""
    limit = min(len(doc), at + 12)
    i = at
    while i < limit:
        token = doc[i]
        measured = i > at and doc[i - 1].tag_ == "CARD" and i + 1 < limit
        if measured and doc[i + 1].tag_ == "ADJ(A)" and doc[i + 1].text[:1].islower():
            i += 1  # "der [57 Jahre] alte Trainer"
            continue
        if _is_noun(token, names):
            return i
        if token.text in _QUOTES:
            return i
        if token.tag_ in ("ADJ(A)", "CARD", "PIAT", "PIDAT", "PPOSAT", "PIS") or (
            token.tag_ in ("ADV", "ADJ(D)", "VV(PP)", "PTKNEG", "PTKA")
        ):
            i += 1
            continue
        if token.tag_ in ("APPR", "APPRART", "KON") or token.text == ",":
            break
        return None
    return _participle_end(doc, at, limit, names)


def _participle_end(doc: Doc, at: int, limit: int, names: Collection[str]) -> int | None:
    """The noun of "der [in Köln lebende] Autor": an adjective follows the inserted phrase."""
    for i in range(at, limit):
        token = doc[i]
        if token.tag_.endswith("(FIN)") or token.text in ".:;!?" or token.text in _QUOTES:
            return None
        if token.text == "," and not (
            i + 1 < len(doc) and doc[i + 1].tag_ == "ADJ(A)" and i and doc[i - 1].tag_ == "ADJ(A)"
        ):
            return None
        if (
            token.tag_ == "ADJ(A)"
            and i + 1 < len(doc)
            and _is_noun(doc[i + 1], names)
            and token.text.endswith(("e", "en", "er", "es", "em"))
        ):
            return i + 1
    return None


def _run_end(doc: Doc, at: int, names: Collection[str]) -> int:
    """The end of the run of nouns and name words from `at`."""
    i = at
    while i < len(doc):
        token = doc[i]
        if _is_noun(token, names) or (i > at and is_name_word(token, names)):
            i += 1
            continue
        after = _after_particle(doc, at, i, names)
        if after is not None:
            i = after
            continue
        if (
            i > at
            and token.tag_ == "ADJ(A)"
            and token.text[:1].isupper()
            and i + 1 < len(doc)
            and _is_noun(doc[i + 1], names)
        ):
            i += 1
            continue
        if (
            token.text == "/"
            and i > at
            and i + 1 < len(doc)
            and _is_noun(doc[i + 1], names)
            and doc[i - 1].text.isupper()
        ):
            i += 1
            continue
        if (
            i > at
            and token.text == "."
            and len(doc[i - 1].text) == 1
            and i + 1 < len(doc)
            and (is_name_word(doc[i + 1], names))
        ):
            i += 1
            continue
        break
    return i


def _after_particle(doc: Doc, at: int, i: int, names: Collection[str]) -> int | None:
    """The end of a name that goes on with a particle at `i`: "Hans [von Bergen]"."""
    if i == at or doc[i].text not in _PARTICLES or not is_name_word(doc[i - 1], names):
        return None
    noble = doc[i].text in ("von", "zu", "vom", "zur")
    given_name = (i - at == 1 or not is_name_word(doc[i - 2], names)) and doc[
        i - 1
    ].text not in names
    if noble and not given_name:
        return None
    j = i + 1
    while j < min(len(doc), i + 3) and doc[j].text in _PARTICLES:
        j += 1
    if j >= len(doc) or doc[i].text in ("der", "den", "la", "und") or doc[j].text.isupper():
        return None
    surname = is_name_word(doc[j], names) or (
        noble and doc[j].tag_ in ("NN", "NNA") and kind_of_noun(doc[j].text) is None
    )
    return j + 1 if surname else None


def _quoted_name(doc: Doc, at: int) -> int | None:
    """The end (after the closing mark) of a short quoted name at `at`."""
    if at >= len(doc) or doc[at].text not in _QUOTES:
        return None
    for i in range(at + 1, min(len(doc), at + 8)):
        if doc[i].text in _QUOTES:
            inner = doc[at + 1 : i]
            ok = len(inner) > 0 and inner[0].text[:1].isupper()
            return i + 1 if ok and not any(t.text in ".!?," for t in inner) else None
        if doc[i].tag_ in ("VA(FIN)", "VM(FIN)"):
            return None
    return None


def _text(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.strip() if start < end else ""


def _bare(text: str) -> str:
    return text.strip("\"„“”»«‚‘›‹' ")


def _base_form(adjectives: list[str], noun: str, feminine: bool | None, plural: bool | None) -> str:
    """Adjectives with a noun as a dictionary would have them: "türkischer Präsident"."""
    if plural or feminine:
        ending = "e"
    elif noun.lower().endswith(
        (
            "ium",
            "amt",
            "büro",
            "institut",
            "gericht",
            "unternehmen",
            "werk",
            "portal",
            "magazin",
            "team",
            "museum",
            "haus",
            "blatt",
        )
    ):
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


def _singular_noun(token: Token) -> str:
    """`token` without a dative or genitive ending ("Geheimdienstes" → "Geheimdienst")."""
    text, lemma = token.text, token.lemma_
    if token.tag_ == "NNA":
        return text
    if lemma and text.lower().startswith(lemma.lower()) and len(text) - len(lemma) <= 2:
        return text[: len(lemma)]
    return text


def phrase_at(doc: Doc, at: int, names: Collection[str] = ()) -> Phrase | None:
    """The noun phrase or pronoun that starts at token `at`; None where none does.

    Args:
        doc: An analysed sentence.
        at: Offset of a token.
        names: Words that the article uses in names of persons (their surnames).
    """
    # The rules ask for the same phrase again and again; it is kept with the sentence.
    key = ("phrase", at, frozenset(names))
    kept: dict[Any, Phrase | None] = doc.user_data
    if key not in kept:
        kept[key] = _read_phrase(doc, at, names)
    return kept[key]


def _read_phrase(doc: Doc, at: int, names: Collection[str]) -> Phrase | None:
    if at >= len(doc):
        return None
    token = doc[at]
    lower = token.text.lower()
    possessive = lower in ("deren", "dessen") and at + 1 < len(doc) and _is_noun(doc[at + 1], names)
    if token.tag_ == "PPER" or (token.tag_ in ("PDS", "PIS", "PRELS", "PWS") and not possessive):
        return Phrase(
            at, at + 1, at, pronoun=lower, plural=None,
            nominative=lower not in ("ihm", "ihn", "ihnen", "mir", "mich", "uns", "dir", "dich",
                                     "euch", "dem", "den", "denen", "deren", "dessen"),
        )  # fmt: skip
    i = at
    determiner = ""
    if possessive or (
        token.tag_ in DETERMINERS and not (token.text[:1].isupper() and token.text in names)
    ):
        determiner = lower
        i += 1
    elif token.tag_ == "CARD" and not token.text[:1].isupper():
        determiner = lower if lower in _PLURAL_WORDS or lower not in ("1", "ein", "eins") else ""
    nouns_at = _attributes_end(doc, i, names)
    if nouns_at is None or (
        determiner == "" and nouns_at > i and doc[i].tag_ not in ("ADJ(A)", "CARD", "PIAT")
    ):
        return None
    adjectives = [t.text for t in doc[i:nouns_at] if t.tag_ == "ADJ(A)"]
    simple_attributes = all(t.tag_ in ("ADJ(A)", "CARD", "PIAT") for t in doc[i:nouns_at])
    quoted = _quoted_name(doc, nouns_at)
    if quoted is not None:
        return _finish_quoted(doc, at, nouns_at, quoted, determiner)
    if not _is_noun(doc[nouns_at], names):
        return None
    end = _run_end(doc, nouns_at, names)
    return _classify_run(
        doc, at, nouns_at, end, determiner, adjectives if simple_attributes else [], names
    )


def _finish_quoted(doc: Doc, at: int, mark: int, end: int, determiner: str) -> Phrase:
    name = _bare(_text(doc, mark, end))
    kind = (
        SourceKind.MEDIA if is_media_name(name) or kind_of_noun(name) is SourceKind.MEDIA else None
    )
    return Phrase(
        at, end, mark, name=name, kind=kind, determiner=determiner, plural=False,
        nominative=determiner not in _OBLIQUE, quoted=True,
    )  # fmt: skip


def _classify_run(  # noqa: PLR0912, PLR0915, PLR0917
    doc: Doc, at: int, start: int, end: int, determiner: str, adjectives: list[str],
    names: Collection[str],
) -> Phrase | None:  # fmt: skip
    """The phrase whose nouns are ``doc[start:end]``: titles, then a name; or a bare noun."""
    joined = _joined_name_end(doc, start, end)
    end = joined or end
    run = list(doc[start:end])
    if (
        len(run) >= 3
        and "-" in run[0].text
        and is_name_word(run[0], names)
        and (
            is_name_word(run[1], names)
            and is_name_word(run[2], names)
            and not determiner
            and run[0].text.rpartition("-")[2][:1].isupper()
            and run[0].text not in names
        )
    ):
        split_title = 1  # "Top-Einkauf Karl Muster": a compound before a full name is a title
    else:
        split_title = 0
    # A dateline or an address before the title: "Berlin DFB-Präsident Karl Muster".
    for k in range(len(run) - 2, 0, -1):
        if (
            denotes(run[k].text, SourceKind.PERSON)
            and not is_name_word(run[k], names)
            and is_name_word(run[k + 1], names)
            and is_name_word(run[0], names)
            and not run[0].text.endswith("s")
            and not determiner
        ):
            at = start = start + k
            run = run[k:]
            break
    if run[-1].text.endswith(("Jährige", "Jähriger", "Jährigen")):
        start += len(run) - 1
        run = run[-1:]
    split = len(run)
    for k, word in enumerate(run):
        title = (
            kind_of_noun(word.text) is SourceKind.PERSON
            and len(run) - k > 2
            and (word.text not in names)
        )
        if is_name_word(word, names) and k >= split_title and not title:
            split = k
            break
    owner = ""
    if split == 0 and len(run) > 1 and run[0].text.endswith(("s", "'", "’")):
        first_common = next((k for k, w in enumerate(run) if not is_name_word(w, names)), None)
        if first_common and kind_of_noun(run[first_common].text):
            owner = " ".join(w.text for w in run[:first_common])
            run = run[first_common:]
            start += first_common
            split = next((k for k, w in enumerate(run) if is_name_word(w, names)), len(run))
    if split == len(run):
        split = _unknown_name(run)
    if joined or (split > 1 and _names_itself(doc, run, split)):
        split = 1  # "Gewerkschaft Flugpersonal Deutschland": the nouns are the name
    before = doc[start - 1].tag_ if start else ""
    if (
        split == 1
        and len(run) == 2
        and not determiner
        and not adjectives
        and kind_of_noun(run[0].text) is None
        and not run[0].text.endswith(_OCCUPATIONS)
        and (run[0].text == run[0].lemma_ or not run[0].text.endswith(("n", "e", "s")))
        and run[0].tag_ in ("NN", "XY")
        and "-" not in run[0].text
        and before not in ("ART", "APPRART", "ADJ(A)", "PPOSAT", "CARD")
    ):
        split = 0  # "Petro Malyk": a bare noun before a name is a given name
    if split == len(run) == 2 and not determiner and not adjectives and _office_follows(doc, end):
        split = 0  # "Kai Ober, der Chef des …": a name that is made of nouns
    if split == len(run) > 1 and determiner and kind_of_noun(run[0].text) is not None:
        # Two nouns in a row are subject and object: "veröffentlichte [die Stadt] Fotos"
        run = run[:1]
        split = 1
    if (
        split == 1
        and len(run) == 2
        and not determiner
        and not adjectives
        and not run[0].text.endswith(_OCCUPATIONS)
        and (kind_of_noun(run[0].text) is None and run[-1].text in names)
    ):
        split = 0  # a given name that the tagger takes for a noun
    common, proper = run[:split], run[split:]
    head_token = common[-1] if common else run[0]
    noun = head_token.text if common else ""
    kind = kind_of_noun(noun) if noun else None
    name = " ".join(w.text for w in proper).replace(" . ", ". ").replace(" .", ".")
    if proper:
        name = _text(doc, proper[0].i, proper[-1].i + 1)
    capital = bool(adjectives) and adjectives[0][:1].isupper() and not adjectives[0].endswith("er")
    if noun and not name and kind is None and capital and doc[start - 1].i > 0:
        kind = SourceKind.ORGANISATION  # "das Weiße Haus": a capital adjective makes a name
    if name and noun:
        if denotes(noun, SourceKind.PERSON):
            kind = SourceKind.PERSON
        elif kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
            pass
        elif kind is None and len(proper) >= 2 and determiner == "":
            kind = _kind_of_name(name, proper, names)
    if name and not noun:
        kind = _kind_of_name(name, proper, names)
        if proper[0].tag_ in ("NE", "FM") and denotes(name.rpartition(" ")[2], SourceKind.PERSON):
            kind = SourceKind.PERSON
    elif noun and not name and kind is SourceKind.PERSON and is_body(noun):
        kind = SourceKind.ORGANISATION
    elif noun and not name and kind is SourceKind.PERSON and is_plural_person(noun):
        kind = SourceKind.GROUP
    feminine = is_feminine(noun or name)
    plural = _plurality(determiner, adjectives, head_token, kind, bool(name), feminine)
    label_noun = _singular_noun(head_token) if noun and determiner in _OBLIQUE else noun
    if (
        noun
        and kind is SourceKind.PERSON
        and not feminine
        and determiner in ("der", "dem", "den", "des")
        and head_token.text.endswith(("ende", "enden", "tragte", "tragten", "ordnete", "ordneten"))
    ):
        label_noun = head_token.text.removesuffix("n") + "r"  # "der Vorsitzende" → "Vorsitzender"
    if not determiner and noun.endswith(("kreisen", "verbänden", "berichten")):
        label_noun = noun.removesuffix("n")  # a dative plural: "aus Regierungskreisen"
    titles = [w.text for w in common[:-1]]
    label = (
        _base_form(adjectives, " ".join([*titles, label_noun]), feminine, plural) if noun else ""
    )
    phrase = Phrase(
        at, run[-1].i + 1, head_token.i, name=name, noun=noun, label=label, determiner=determiner,
        kind=kind, plural=plural, owner=owner.rstrip("'’"), feminine=feminine if noun else None,
        nominative=_may_be_nominative(determiner, adjectives, head_token, feminine),
    )  # fmt: skip
    return _extend(doc, phrase, names)


def _joined_name_end(doc: Doc, start: int, end: int) -> int | None:
    """The end of an institution's name that "und" joins: "Gewerkschaft Bau und Holz (GBH)"."""
    joined = (
        end + 3 < len(doc)
        and doc[end].text == "und"
        and doc[end + 1].tag_ in NOUNS
        and doc[end + 2].text == "("
        and doc[end + 3].text.isupper()
        and kind_of_noun(doc[start].text) is SourceKind.ORGANISATION
    )
    return end + 2 if joined else None


def _names_itself(doc: Doc, run: list[Token], split: int) -> bool:
    """Whether the nouns after an institution's are part of its name, not a subject of their own."""
    if kind_of_noun(run[0].text) is not SourceKind.ORGANISATION:
        return False
    if any(kind_of_noun(w.text) in (SourceKind.PERSON, SourceKind.GROUP) for w in run[1:split]):
        return False
    after = run[-1].i + 1
    return split < len(run) or (after < len(doc) and doc[after].text == "(")


def _office_follows(doc: Doc, at: int) -> bool:
    """Whether an apposition with a person's office starts at token `at`."""
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].tag_ != "ART":
        return False
    return any(denotes(token.text, SourceKind.PERSON) for token in doc[at + 2 : at + 5])


def _unknown_name(run: list[Token]) -> int:
    """Where a name starts in a run of words that the tagger takes for nouns.

    "Forscherin Ines Wald", "Sender Nordwelle": after a title or an institution follows a word
    that denotes no speaker of its own.
    """
    for k in range(len(run) - 2, -1, -1):
        kind = kind_of_noun(run[k].text)
        rest = run[k + 1 :]
        if kind is None or any(kind_of_noun(w.text) is not None for w in rest):
            continue
        if kind is SourceKind.PERSON or (
            kind in (SourceKind.ORGANISATION, SourceKind.MEDIA) and len(rest) == 1
        ):
            return k + 1
        break
    return len(run)


def _kind_of_name(name: str, words: list[Token], names: Collection[str]) -> SourceKind | None:
    last = words[-1].text
    if is_media_name(name):
        return SourceKind.MEDIA
    if last in names:
        return SourceKind.PERSON
    noun_kind = kind_of_noun(last)
    if noun_kind in (SourceKind.ORGANISATION, SourceKind.MEDIA) and len(last) > 3:
        return noun_kind
    first = words[0].text
    if len(words) > 1 and first.isupper() and 2 <= len(first) <= 5 and first.isalpha():
        return SourceKind.ORGANISATION
    if any(word.text in _ORGANISATION_MARKS for word in words):
        return SourceKind.ORGANISATION
    if (
        len(words) == 1
        and (last.isupper() or (last[:-1].isupper() and last.endswith("s")))
        and (len(last) > 1)
    ):
        return SourceKind.ORGANISATION
    if len(words) >= 2 and all(w.tag_ in ("NE", "FM", "NN", "NNA", "XY") for w in words):
        return SourceKind.PERSON
    return None


def _plurality(  # noqa: PLR0917
    determiner: str, adjectives: list[str], head: Token, kind: SourceKind | None,
    named: bool, feminine: bool,
) -> bool | None:  # fmt: skip
    if determiner in _PLURAL_WORDS or determiner[:1].isdigit():
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


def _may_be_nominative(determiner: str, adjectives: list[str], head: Token, feminine: bool) -> bool:
    if determiner in _OBLIQUE and determiner not in _NOMINATIVE_TOO:
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


def _extend(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:
    """`phrase` with genitive, attached preposition, bracket and apposition."""
    phrase = _with_second_title(doc, phrase, names)
    end = phrase.end
    if phrase.noun and not phrase.name:
        quoted = _quoted_name(doc, end)
        if quoted is not None and phrase.kind in (
            SourceKind.MEDIA, SourceKind.ORGANISATION, SourceKind.DOCUMENT, None
        ):  # fmt: skip
            name = _bare(_text(doc, end, quoted))
            phrase = replace(
                phrase, name=name, end=quoted, plural=False,
                quoted=phrase.kind is None,
            )  # fmt: skip
            end = quoted
        else:
            phrase = _with_genitive(doc, phrase, names)
            end = phrase.end
    phrase = _with_preposition(doc, phrase, names)
    phrase = _with_bracket(doc, phrase)
    return _with_apposition(doc, phrase, names)


def _with_second_title(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:
    """Join two titles: "Autorin und Regisseurin Anna Muster" is one person with two titles."""
    end = phrase.end
    if (
        not phrase.noun or phrase.name or phrase.determiner or end + 2 >= len(doc)
        or doc[end].text != "und" or doc[end + 1].tag_ != "NN"
    ):  # fmt: skip
        return phrase
    other = phrase_at(doc, end + 1, names)
    if (
        other is None or not other.name or not other.noun or other.determiner
        or other.kind is not SourceKind.PERSON
    ):  # fmt: skip
        return phrase
    return replace(
        other, start=phrase.start, noun=other.noun, label=f"{phrase.label} und {other.label}"
    )


def _with_genitive(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:  # noqa: PLR0912
    end = phrase.end
    if end >= len(doc):
        return phrase
    following = doc[end]
    lower = following.text.lower()
    is_article = following.tag_ in DETERMINERS and lower in _GENITIVE
    if not is_article and not (
        following.tag_ == "ADJ(A)"
        and following.text.endswith("er")
        and phrase.kind
        and following.text[:1].islower()
    ):
        return phrase
    nouns_at = _attributes_end(doc, end + 1 if is_article else end, names)
    if nouns_at is None:
        return phrase
    quoted = _quoted_name(doc, nouns_at)
    if quoted is not None:
        name = _bare(_text(doc, nouns_at, quoted))
        return replace(
            phrase, end=quoted, owner=name, label=f"{phrase.label} {_text(doc, end, quoted)}"
        )
    if not _is_noun(doc[nouns_at], names):
        return phrase
    run_end = _run_end(doc, nouns_at, names)
    run = list(doc[nouns_at:run_end])
    told = kind_of_noun(run[-1].text) is SourceKind.MEDIA and lower == "der"
    if told and phrase.kind is SourceKind.PERSON and not phrase.noun.lower().endswith(_PRESS_JOBS):
        return phrase  # "hat der Landrat [der Nachrichtenagentur] gesagt"
    name = ""
    inner_quoted = _quoted_name(doc, run_end)
    if inner_quoted is not None and (kind_of_noun(run[-1].text) is not None):
        return replace(
            phrase, end=inner_quoted,
            owner=phrase.owner or _bare(_text(doc, run_end, inner_quoted)),
            label=f"{phrase.label} {_text(doc, phrase.end, inner_quoted)}",
        )  # fmt: skip
    genitive_end = run_end
    proper = [k for k, w in enumerate(run) if is_name_word(w, names)]
    tail = 0
    for word in reversed(run):
        if not is_name_word(word, names):
            break
        tail += 1
    if phrase.kind is SourceKind.PERSON and tail >= 2 and phrase.plural is not True:
        take = tail if tail < len(run) else tail - 1
        if tail >= 3 and run[-tail].text.isupper():
            take = tail - 1
        elif run[-tail].text.isupper() and len(run[-tail].text) > 1:
            take = 0  # "Trainer des Zweitligisten SV Musterstadt"
        if take >= 2 or run[-1].text in names:
            genitive_end = run_end - take
            name = _text(doc, genitive_end, run_end)
    elif phrase.kind is SourceKind.PERSON and tail == 1 and run[-1].text in names and len(run) > 1:
        genitive_end = run_end - 1
        name = _text(doc, genitive_end, run_end)
    inner_phrase = replace(phrase, noun=run[0].text, name="", end=genitive_end)
    # A genitive of the genitive: "Sprecher des Ministeriums der Justiz".
    if not name and genitive_end < len(doc):
        nested = _with_genitive(doc, replace(inner_phrase, kind=None, label=""), names)
        genitive_end = nested.end
    owner = ""
    if proper:
        owner = _text(doc, run[proper[0]].i, min(run[-1].i + 1, genitive_end))
    elif run:
        owner = ""
    label = f"{phrase.label} {_text(doc, phrase.end, genitive_end)}".strip()
    return replace(
        phrase,
        end=run_end if name else genitive_end,
        label=label,
        name=name,
        owner=phrase.owner or owner,
        plural=False if name else phrase.plural,
    )


def _with_preposition(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:  # noqa: PLR0912
    """A prepositional attribute of an office: "Sprecher für Verkehr", "Forscher an der …"."""
    end = phrase.end
    if end + 1 >= len(doc) or doc[end].tag_ not in ("APPR", "APPRART"):
        return phrase
    preposition = doc[end].text.lower()
    nouny = bool(phrase.noun) and not phrase.name
    if nouny and preposition not in ("von", "vom", "für", "beim", "bei", "an", "aus", "in", "im"):
        return phrase
    if not nouny and preposition not in ("von", "vom", "aus"):
        return phrase
    i = end + 1
    if i < len(doc) and doc[i].tag_ in DETERMINERS:
        i += 1
    nouns_at = _attributes_end(doc, i, names)
    if nouns_at is None or nouns_at - i > 2 or not _is_noun(doc[nouns_at], names):
        quoted = _quoted_name(doc, nouns_at) if nouns_at is not None else None
        if quoted is None:
            return phrase
        return replace(
            phrase, end=quoted, label=f"{phrase.label} {_text(doc, end, quoted)}".strip(),
            owner=phrase.owner or _bare(_text(doc, nouns_at or end, quoted)),
        )  # fmt: skip
    run_end = _run_end(doc, nouns_at, names)
    noun = doc[nouns_at].text
    if noun.lower().endswith(_TIME_WORDS) and kind_of_noun(noun) is None:
        return phrase
    if nouny and phrase.kind is None:
        return phrase
    if preposition in ("in", "im") and not (
        run_end + 1 < len(doc)
        and doc[run_end].text == ","
        and is_name_word(doc[run_end + 1], names)
    ):
        return phrase  # only "der Fraktionschef im Landtag, Karl Muster,"
    tail = 0
    for word in reversed(list(doc[nouns_at:run_end])):
        if not is_name_word(word, names):
            break
        tail += 1
    name = ""
    cut = run_end
    run_length = run_end - nouns_at
    if nouny and phrase.kind is SourceKind.PERSON and tail >= 2 and run_length > tail:
        cut = run_end - tail
        name = _text(doc, cut, run_end)
    attached = _text(doc, end, cut)
    proper = is_name_word(doc[nouns_at], names)
    if not nouny:
        if phrase.kind is not SourceKind.PERSON:
            return phrase
        return replace(phrase, end=_quoted_name(doc, run_end) or run_end)
    return replace(
        phrase, end=run_end, label=f"{phrase.label} {attached}", name=name or phrase.name,
        owner=phrase.owner or (_text(doc, nouns_at, cut) if proper else ""),
        plural=False if name else phrase.plural,
    )  # fmt: skip


def _with_bracket(doc: Doc, phrase: Phrase) -> Phrase:
    end = phrase.end
    if end >= len(doc) or doc[end].text not in "([":
        return phrase
    for i in range(end + 1, min(len(doc), end + 14)):
        if doc[i].text in ")]":
            inner = _text(doc, end + 1, i)
            short = inner if inner[:1].isupper() and len(inner.split()) <= 2 else ""
            return replace(phrase, end=i + 1, abbreviation=_bare(short))
    return phrase


def _with_apposition(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:  # noqa: PLR0912
    """`phrase` with ", Gründer der Firma X," or, after an office, ", Karl Muster,"."""
    end = phrase.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return phrase
    if doc[end + 1].tag_ == "CARD" and end + 2 < len(doc) and doc[end + 2].text == ",":
        return _with_apposition(doc, replace(phrase, end=end + 2), names)
    person = phrase.kind in (SourceKind.PERSON, None)
    if not phrase.name and not (phrase.noun and phrase.kind is SourceKind.PERSON):
        return phrase
    second = doc[end + 1]
    if second.tag_ not in (*DETERMINERS, *NOUNS, "ADJ(A)"):
        return phrase
    if second.tag_ in DETERMINERS and second.text.lower() not in (
        "der",
        "die",
        "das",
        "ein",
        "eine",
    ):
        return phrase
    other = phrase_at(doc, end + 1, names)
    if other is None or other.pronoun:
        return phrase
    after = doc[other.end].text if other.end < len(doc) else "."
    closes = (
        after in ",.:;!?–-"
        or after in _QUOTES
        or (other.end < len(doc) and doc[other.end].tag_ == "KON")
    )
    if phrase.name and not other.name and other.noun and closes:
        if person and not denotes(other.noun, SourceKind.PERSON):
            return phrase
        if not person and other.kind is not phrase.kind:
            return phrase
        stop = other.end
        if after == "und":
            more = phrase_at(doc, stop + 1, names)
            stop = more.end if more and not more.name else stop
            comma = next(
                (k for k in range(stop, min(len(doc), stop + 6)) if doc[k].text == ","), None
            )
            stop = comma if comma is not None and after == "und" else stop
        if stop < len(doc) and doc[stop].text == ",":
            stop += 1
        role = other.label
        return replace(
            phrase, end=stop, noun=phrase.noun or other.noun,
            kind=SourceKind.PERSON if person else phrase.kind,
            label=phrase.label or role, feminine=other.feminine,
        )  # fmt: skip
    if (
        not phrase.name
        and phrase.determiner in ("der", "die")
        and other.noun
        and not other.name
        and not other.determiner
        and other.kind is None
        and after == ","
        and other.end == end + 2
        and doc[end + 1].tag_ == "NN"
    ):
        # "der Fraktionschef, Hofmann, sagte": only a name stands there without an article
        other = replace(other, name=other.noun, noun="")
    if other.noun and other.name and not other.determiner and other.kind is SourceKind.PERSON:
        other = replace(other, noun="")  # "der Vorsitzende des Rats, Kardinal Karl Muster,"
    if (
        not phrase.name
        and other.name
        and not other.noun
        and closes
        and (len(other.name.split()) >= 2 or (after == "," and other.kind is not SourceKind.MEDIA))
        and phrase.determiner in ("der", "die", "sein", "ihr", "seine", "ihre", "")
    ):
        stop = other.end + 1 if after == "," else other.end
        return replace(phrase, end=stop, name=other.name, plural=False)
    return phrase
