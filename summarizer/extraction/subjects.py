"""The subject of a predicate: who does what the verb says.

German puts it before the verb, after it, or early in a verb-last clause, with appositions,
relative clauses and adverbials between. Case, number and kind decide between candidates.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from summarizer.extraction.lines import QUOTES, Line
from summarizer.german.name_words import is_name_word
from summarizer.german.phrase import NOUNS, Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.predicates import Predicate, is_finite
from summarizer.summary import SourceKind

_SKIP_BEFORE_SUBJECT = frozenset({"ADV", "PRF", "PTKNEG", "ADJ(D)", "PROAV", "PTKA", "ITJ"})


def phrases_from(line: Line, at: int) -> list[Phrase]:
    """The phrase at `at` and those joined to it by "und"."""
    found: list[Phrase] = []
    phrase = phrase_at(line.doc, at, line.names)
    while phrase is not None and len(found) < 4:
        found.append(phrase)
        end = phrase.end
        if end + 1 < len(line.doc) and line.doc[end].text in ("und", "sowie", "oder"):
            following = phrase_at(line.doc, end + 1, line.names)
            if following is None or following.pronoun:
                break
            after = following.end
            if after < len(line.doc) and is_finite(line.doc[after]) and not found:
                break
            phrase = following
        else:
            break
    return found


def subjects_of(line: Line, predicate: Predicate) -> list[Phrase]:
    """The subject of a predicate, and those joined to it; empty where none is found."""
    found = _subjects(line, predicate)
    plural = _is_plural_verb(line.doc, predicate)
    return [
        replace(p, plural=plural)
        if p.pronoun in ("sie", "diese", "die") or (p.plural is None and not p.pronoun)
        else p
        for p in found
    ]


def subject_in_clause(line: Line, at: int) -> Phrase | None:
    """The subject of the clause that token `at` stands in, for "nach eigenen Angaben"."""
    for predicate in line.predicates:
        if predicate.start <= at < max(predicate.end, predicate.finite):
            found = subjects_of(line, predicate)
            if found:
                return found[0]
    return None


def _subjects(line: Line, predicate: Predicate) -> list[Phrase]:
    before = _subject_before(line, predicate)
    if (
        predicate.shared
        and not before
        and (predicate.verb_last or predicate.verb_first or not _subject_after(line, predicate))
    ):
        earlier = [
            p
            for p in line.predicates
            if p.finite < predicate.start
            and p.end <= predicate.start
            and p.end >= predicate.start - 1
        ]
        return subjects_of(line, earlier[-1]) if earlier else []
    if predicate.verb_last:
        return before
    after = _subject_after(line, predicate)
    if not before:
        return after
    if after:
        weak = (
            before[0].kind in (None, SourceKind.DOCUMENT)
            and not before[0].name
            and not before[0].pronoun
        )
        strong = after[0].name or after[0].kind in (
            SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.GROUP
        ) or after[0].pronoun in ("er", "sie")  # fmt: skip
        impersonal = before[0].pronoun in ("das", "dies", "es", "was")
        if ((weak or impersonal) and strong) or (impersonal and after[0].kind is not None):
            return after
    return before


def _is_plural_verb(doc: Doc, predicate: Predicate) -> bool:
    text = doc[predicate.finite].text.lower()
    return text.endswith(("en", "ln", "rn")) or text in ("sind", "seien", "tun")


def _agrees(phrase: Phrase, plural_verb: bool, joined: bool) -> bool:
    if phrase.pronoun:
        if phrase.pronoun in ("er", "es", "dieser", "man", "ich"):
            return not plural_verb
        if phrase.pronoun == "wir":
            return plural_verb
        return True
    if plural_verb:
        return phrase.plural is not False or joined
    return phrase.plural is not True and not joined


def _joined(line: Line, phrase: Phrase) -> bool:
    doc = line.doc
    if phrase.end + 1 >= len(doc) or doc[phrase.end].text not in ("und", "sowie"):
        return False
    other = phrase_at(doc, phrase.end + 1, line.names)
    return other is not None and not other.pronoun and other.nominative


def _expand(line: Line, phrase: Phrase, plural_verb: bool) -> list[Phrase]:
    if plural_verb and not phrase.pronoun:
        found = phrases_from(line, phrase.start)
        if phrase.name and phrase.kind is not SourceKind.ORGANISATION:
            # "Thoma und ihre Kollegen": the others stand behind the one who is named
            found = [p for p in found if not p.determiner.startswith(("ihr", "sein"))] or found
        return [p for p in found if not p.pronoun] or [phrase]
    return [phrase]


def _subject_before(line: Line, predicate: Predicate) -> list[Phrase]:
    doc = line.doc
    plural = _is_plural_verb(doc, predicate)
    finite = predicate.finite
    if predicate.verb_last:
        return _subject_in_subordinate(line, predicate, plural)
    start = predicate.start
    # An apposition or a relative clause before the verb ends in a comma: look across it.
    if (predicate.verb_first and finite > 1 and doc[finite - 1].text in (",", ")", "-", "–")) or (
        finite > start > 1 and doc[start - 1].text in ",)-–"
    ):
        phrase = _phrase_before_comma(line, finite, plural)
        if phrase is not None:
            return _expand(line, phrase, plural)
        if plural:
            several = _joined_before_comma(line, finite)
            if several:
                return several
        phrase = _phrase_before_parenthesis(line, finite, plural)
        if phrase is not None:
            return _expand(line, phrase, plural)
    if predicate.verb_first:
        return []
    i = start
    while i < finite and (
        doc[i].tag_ in ("KON", "ADV", "PTKNEG")
        or doc[i].text in ("-", "…", ".")
        or i in line.masked
        or doc[i].text in QUOTES
    ):
        if doc[i].text in QUOTES and phrase_at(doc, i, line.names):
            break
        i += 1
    if i < finite and doc[i].tag_ not in ("APPR", "APPRART", "PROAV"):
        phrase = phrase_at(doc, i, line.names)
        if (
            phrase is not None
            and phrase.nominative
            and phrase.end <= finite + 1
            and _agrees(phrase, plural, _joined(line, phrase))
        ):
            gap = [t for t in doc[phrase.end : finite] if t.i not in line.masked]
            short = _joined(line, phrase) or all(
                t.tag_ in ("ADV", "APPR", "APPRART", "ART", "ADJ(A)", "CARD", *NOUNS)
                or t.text in ",()"
                for t in gap
            )
            if short:
                return _expand(line, phrase, plural)
    return []


def _phrase_before_comma(line: Line, finite: int, plural: bool) -> Phrase | None:
    doc = line.doc
    limit = max(-1, finite - 30)
    for start in range(finite - 2, limit, -1):
        if (
            start > 0
            and doc[start - 1].text not in ",.:;()–-"
            and doc[start - 1].text not in QUOTES
            and (doc[start - 1].tag_ not in ("KON", "ADV", "KOUS"))
        ):
            continue
        if start in line.masked:
            break
        phrase = phrase_at(doc, start, line.names)
        if phrase is None or phrase.pronoun or not phrase.nominative:
            continue
        if (
            phrase.end == finite
            and (doc[finite - 1].text in ",)")
            and _agrees(phrase, plural, False)
        ):
            return phrase
        # "Musk, der auch SpaceX leitet, sagte": a relative clause between noun and verb.
        if (
            phrase.end + 1 < finite
            and doc[phrase.end].text == ","
            and doc[phrase.end + 1].tag_ in ("PRELS", "PRELAT")
            and doc[finite - 1].text == ","
            and (phrase.name or phrase.kind is not None)
            and _agrees(phrase, plural, False)
            and (start == 0 or doc[start - 1].text in ".:" or doc[start - 1].tag_ in ("KON", "ADV"))
        ):
            return phrase
        if _apposition_between(line, phrase, finite) and _agrees(phrase, plural, False):
            return phrase
    return _named_between_commas(line, finite, plural)


def _apposition_between(line: Line, phrase: Phrase, finite: int) -> bool:
    """Whether only what somebody is stands before the verb: "Solvia, einer der Hersteller, …"."""
    doc = line.doc
    start, end = phrase.start, phrase.end
    if not (phrase.name and end + 1 < finite and doc[end].text == "," == doc[finite - 1].text):
        return False
    if start and not (doc[start - 1].text in ".:" or doc[start - 1].tag_ in ("KON", "ADV")):
        return False
    between = doc[end + 1 : finite - 1]
    return between[0].text.lower() in ("einer", "eine", "eines", "ein", "der", "die", "das") and (
        not any(is_finite(t) or t.text in ",;:()" for t in between)
    )


def _named_between_commas(line: Line, finite: int, plural: bool) -> Phrase | None:
    """The name after a title of many words: "Der Chef der im Mai gegründeten Bank, Karl Roth, …".

    Read where the title's own end isn't found: the clause opens with it, and the name alone stands
    between the commas before the verb.
    """
    doc = line.doc
    if doc[finite - 1].text != ",":
        return None
    comma = next((i for i in range(finite - 2, max(0, finite - 7), -1) if doc[i].text == ","), 0)
    named = phrase_at(doc, comma + 1, line.names) if comma else None
    if named is None or not named.name or named.noun or named.end not in (finite - 1, finite):
        return None
    start = next((i + 1 for i in range(comma - 1, -1, -1) if doc[i].text in ".:;" or
                  doc[i].text in QUOTES), 0)  # fmt: skip
    title = phrase_at(doc, start, line.names)
    if (
        title is None or title.kind is not SourceKind.PERSON or not title.nominative
        or not title.determiner or not _agrees(title, plural, False)
        or any(t.text == "," for t in doc[start:comma])
    ):  # fmt: skip
        return None
    return replace(title, name=named.name, end=finite)


def _phrase_before_parenthesis(line: Line, finite: int, plural: bool) -> Phrase | None:
    """The subject that opens its clause, with a parenthesis before the verb.

    "Nordwerk, einer der größten Hersteller, hat …"; "Klein – dem ein Verbot droht – warnte …".
    """
    doc = line.doc
    closing = doc[finite - 1].text
    if closing not in (",", "-", "–", "—"):
        return None
    for opening in range(finite - 3, max(0, finite - 30), -1):
        if doc[opening].text != closing or opening in line.masked:
            continue
        for start in range(opening - 1, max(-1, opening - 12), -1):
            if start and not (
                doc[start - 1].text in ".:–;" or doc[start - 1].tag_ in ("KON", "KOUS", "ADV")
            ):
                continue
            phrase = phrase_at(doc, start, line.names)
            if (
                phrase is not None
                and phrase.end in (opening, opening + 1, finite)
                and phrase.nominative
                and not phrase.pronoun
                and (phrase.name or phrase.kind is not None)
                and _agrees(phrase, plural, False)
            ):
                return phrase
    return None


def _joined_before_comma(line: Line, finite: int) -> list[Phrase]:
    """Both speakers of "Karl Roth, Chef der Werft, und Uta Klein, Chefin des Hafens, sagten"."""
    doc = line.doc
    found: list[Phrase] = []
    end = finite
    for start in range(finite - 2, max(-1, finite - 40), -1):
        phrase = phrase_at(doc, start, line.names)
        if phrase is None or phrase.pronoun or phrase.end != end or not phrase.nominative:
            continue
        before = doc[start - 1] if start else None
        if before is not None and before.text not in ("und", "sowie", ",", ".", ":"):
            continue
        found.insert(0, phrase)
        if before is None or before.text not in ("und", "sowie"):
            break
        end = start - 1
    return found if len(found) > 1 else []


def _subject_in_subordinate(line: Line, predicate: Predicate, plural: bool) -> list[Phrase]:
    doc = line.doc
    opener = doc[predicate.opener]
    i = predicate.start
    relative = opener.tag_ == "PRELS" and opener.text.lower() in (
        "der",
        "die",
        "das",
        "welche",
        "welcher",
    )
    i = max(i, opener.i + 1) if predicate.start <= opener.i else i
    while i < predicate.finite:
        token = doc[i]
        if i in line.masked:
            i += 1
            continue
        if token.tag_ in ("APPR", "APPRART"):
            inner = phrase_at(doc, i + 1, line.names)
            i = min(inner.end, predicate.finite) if inner else i + 1
            continue
        phrase = phrase_at(doc, i, line.names)
        if phrase is None or phrase.end > predicate.finite + 1:
            i += 1
            continue
        if (
            phrase.nominative
            and _agrees(phrase, plural, _joined(line, phrase))
            and (phrase.pronoun not in ("es", "man", "das", "ihr", "sich", "nichts", "alles"))
            and (not relative or phrase.name or phrase.kind or phrase.pronoun)
        ):
            if phrase.pronoun == "sie" and relative:
                pass
            return _expand(line, phrase, plural)
        i = max(phrase.end, i + 1)
    if relative:
        antecedent = _antecedent(line, opener.i)
        return [antecedent] if antecedent is not None and _agrees(antecedent, plural, False) else []
    return []


def _antecedent(line: Line, start: int) -> Phrase | None:
    doc = line.doc
    best = None
    for i in range(start - 2, max(-1, start - 14), -1):
        if doc[i].text in ".:;":
            break
        phrase = phrase_at(doc, i, line.names)
        if phrase is not None and phrase.end == start - 1:
            best = phrase
    return best


def _subject_after(line: Line, predicate: Predicate) -> list[Phrase]:
    doc = line.doc
    plural = _is_plural_verb(doc, predicate)
    i = predicate.finite + 1
    end = min(len(doc), max(predicate.end, predicate.finite + 1))
    while i < end:
        token = doc[i]
        if i in line.masked:
            i += 1
            continue
        if token.tag_ in ("APPR", "APPRART", "KOKOM"):
            inner = phrase_at(doc, i + 1, line.names)
            i = inner.end if inner else i + 1
            continue
        if token.tag_ in _SKIP_BEFORE_SUBJECT and not is_name_word(token, line.names):
            i += 1
            continue
        if token.text == "(":
            while i < end and doc[i].text != ")":
                i += 1
            i += 1
            continue
        phrase = phrase_at(doc, i, line.names)
        if phrase is None:
            i += 1
            continue
        head = doc[phrase.head].text.lower()
        temporal = (
            phrase.noun
            and not phrase.kind
            and head.endswith(("tag", "abend", "morgen", "nacht", "woche", "jahr", "monat"))
        )
        if (
            phrase.nominative
            and not temporal
            and _agrees(phrase, plural, _joined(line, phrase))
            and phrase.pronoun
            not in (
                "es",
                "das",
                "man",
                "ihr",
                "sich",
                "dies",
                "nichts",
                "alles",
                "was",
                "etwas",
                "selbst",
            )
        ):
            return _expand(line, phrase, plural)
        i = max(phrase.end, i + 1)
    return []
