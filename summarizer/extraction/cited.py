"""Frames without a verb: "laut X", "X zufolge", "nach Angaben von X", "…, so X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from summarizer.extraction.frame import (
    Frame,
    as_name,
    attribution_words,
    compound_owner,
    is_judgement,
    is_personal,
    is_saying_noun,
    owner_phrase,
)
from summarizer.extraction.lines import QUOTES, Line
from summarizer.extraction.subjects import phrases_from, subject_in_clause
from summarizer.german.name_words import is_name_word
from summarizer.german.phrase import NOUNS, Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.predicates import is_finite
from summarizer.german.speakers import is_media_name, kind_of_noun
from summarizer.summary import SourceKind

# Genitive words that may open whose view it is: "nach Ansicht der …", "nach Meinung vieler …".
_GENITIVE_OPENERS = frozenset(
    [
        "der", "des", "eines", "einer", "mehrerer", "seiner", "ihrer", "seines", "ihres", "dieser",
        "zweier", "vieler", "einiger",
    ]
)  # fmt: skip
_BEFORE = frozenset({"laut", "gemäß", "gemäss"})
# Documents that "nach" cites only where their author stands beside them.
_AUTHORED = (
    "untersuchung", "analyse", "auswertung", "bericht", "berichten", "berechnung", "berechnungen",
    "zahlen", "daten",
)  # fmt: skip


def preposition_frames(line: Line) -> Iterator[Frame]:
    """Prepositions: "laut X", "X zufolge", "unter Berufung auf X"."""
    doc = line.doc
    for token in doc:
        low = token.text.lower()
        if low in _BEFORE and token.i + 1 < len(doc) and token.i not in line.masked:
            following = doc[token.i + 1]
            if following.tag_ in ("ADV", "PTKVZ", "KON", "$,", "$.") or following.text in ",.;:":
                continue
            yield from _sources_of(line, token.i + 1, token.i, low, "laut")
        elif low == "demnach" and token.i not in line.masked:
            yield Frame(None, token.text, "demnach", token.i, 0, len(doc))
        elif low == "zufolge" and token.i not in line.masked:
            phrase = _phrase_ending_at(line, token.i)
            if any(t.text.lower().startswith("eigene") for t in doc[max(0, token.i - 3) : token.i]):
                subject = subject_in_clause(line, token.i)
                yield Frame(subject, "zufolge", "zufolge", token.i, 0, len(doc))
                continue
            side = _side(line, token.i - 1)
            if side is not None:
                yield Frame(side, "zufolge", "zufolge", token.i, 0, len(doc))
            elif phrase is not None:
                yield from _sources_of(line, phrase.start, token.i, "zufolge", "zufolge")
            else:
                yield Frame(None, "zufolge", "zufolge", token.i, 0, len(doc))
        elif (
            low in ("berufung", "verweis", "bezug")
            and token.i >= 1
            and (doc[token.i - 1].text.lower() in ("unter", "mit"))
            and token.i + 2 < len(doc)
            and doc[token.i + 1].text == "auf"
        ):
            yield from _sources_of(
                line, token.i + 2, token.i, f"{doc[token.i - 1].text} {token.text} auf", "berufung"
            )


def _side(line: Line, head: int) -> Phrase | None:
    """The side whose word "nach nordkoreanischen Angaben" passes on; None where it names none.

    Only an adjective of origin or office names one: "nach ersten Angaben" is nobody's.
    """
    doc = line.doc
    if head < 1 or doc[head].text not in ("Angaben", "Quellen", "Berichten"):
        return None
    adjective = doc[head - 1].text
    low = adjective.lower()
    base = low.removesuffix("n")
    opens = doc[head - 1].is_sent_start or head == 1
    of_origin = base.endswith("ische") and (adjective[:1].islower() or opens)
    if not (low.endswith("en") and (of_origin or base in attribution_words("official"))):
        return None
    if base in attribution_words("no_side"):
        return None
    noun = doc[head].text.removesuffix("n") if doc[head].text == "Berichten" else doc[head].text
    return Phrase(
        head - 1, head + 1, head, noun=f"{base} {noun}", label=f"{base} {noun}",
        kind=SourceKind.GROUP, plural=True,
    )  # fmt: skip


def _phrase_ending_at(line: Line, end: int) -> Phrase | None:
    """The longest phrase before "zufolge" that names a speaker, else the longest of all."""
    best = known = None
    for start in range(end - 1, max(-1, end - 12), -1):
        phrase = phrase_at(line.doc, start, line.names)
        if phrase is not None and phrase.end == end and not phrase.pronoun:
            best = phrase
            noun = phrase.noun
            if phrase.name or phrase.kind is not None or compound_owner(noun) or (
                noun and is_saying_noun(noun, line.doc[phrase.head].lemma_)
            ):  # fmt: skip
                known = phrase
        if line.doc[start].text in ",:;":
            break
    return known or best


def _sources_of(line: Line, at: int, cue_at: int, cue: str, rule: str) -> Iterator[Frame]:
    """Frames for the phrase(s) at `at`, looking through nouns of saying ("Angaben der Polizei")."""
    doc = line.doc
    if at < len(doc) and doc[at].text.lower().startswith("eigene"):
        yield Frame(subject_in_clause(line, cue_at), cue, rule, cue_at, 0, len(doc))
        return
    for found in phrases_from(line, at):
        if not found.determiner and found.noun.lower() in attribution_words("no_word"):
            continue  # "laut Gesetz", "laut Plan": a rule, nobody's word
        phrase = as_name(line, found)
        speaker: Phrase | None = phrase
        noun = phrase.noun
        if phrase.pronoun:
            if phrase.pronoun in ("dem", "denen", "es", "das", "was", "dessen"):
                continue
            yield Frame(phrase, cue, rule, cue_at, 0, len(doc))
            continue
        if (
            noun
            and not phrase.name
            and phrase.kind is None
            and not is_personal(doc, phrase)
            and not (is_saying_noun(noun, doc[phrase.head].lemma_) or compound_owner(noun))
        ):
            continue  # "den Erwartungen zufolge" names nobody
        if noun and is_saying_noun(noun, doc[phrase.head].lemma_):
            if phrase.determiner.startswith(("sein", "ihr")):  # "seiner Darstellung zufolge"
                pronoun = "er" if phrase.determiner.startswith("sein") else "sie"
                whose = Phrase(phrase.start, phrase.start + 1, phrase.start, pronoun=pronoun)
                yield Frame(whose, cue, rule, cue_at, 0, len(doc))
                continue
            speaker = owner_phrase(line, phrase)
            if speaker is None and phrase.kind is SourceKind.DOCUMENT:
                speaker = phrase  # "dem Bericht zufolge"
        elif noun and noun.lower().endswith("informationen") and not phrase.name:
            speaker = replace(phrase, label=noun, kind=SourceKind.DOCUMENT, plural=True)
        elif noun and compound_owner(noun):
            speaker = _owner_in_compound(noun, phrase.start, phrase.end, phrase.head)
        yield Frame(speaker, cue, rule, cue_at, 0, len(doc))


def _owner_in_compound(noun: str, start: int, end: int, head: int) -> Phrase:
    """The speaker inside a compound as a phrase: "Polizeiangaben", "Lindt-Angaben"."""
    owner = compound_owner(noun)
    kind = kind_of_noun(owner)
    quoted = noun[len(owner) : len(owner) + 1] in QUOTES
    if quoted or is_media_name(owner):
        return Phrase(start, end, head, name=owner, kind=SourceKind.MEDIA)
    if kind is None and noun.startswith(f"{owner}-"):
        return Phrase(start, end, head, name=owner, kind=SourceKind.ORGANISATION)
    kind = kind or SourceKind.GROUP
    return Phrase(
        start, end, head, noun=owner, label=owner, kind=kind, plural=kind is SourceKind.GROUP
    )


def nach_frames(line: Line) -> Iterator[Frame]:
    """Nouns of saying: "nach Angaben von X", "aus Sicht der X", "den Angaben nach"."""
    doc = line.doc
    for token in doc:
        if token.i in line.masked:
            continue
        low = token.text.lower()
        if low in ("nach", "aus", "laut") and token.i + 1 < len(doc):
            yield from _nach_before(line, token.i)
        if low == "nach" and token.i + 1 < len(doc):
            yield from _if_it_were_up_to(line, token.i)
        if low == "nach" and token.i >= 2:
            noun = doc[token.i - 1]
            if noun.tag_ in NOUNS and is_saying_noun(noun.text, noun.lemma_):
                yield from _nach_after(line, token.i)


def _if_it_were_up_to(line: Line, at: int) -> Iterator[Frame]:
    """What somebody wants: "Geht es nach der Chefin, …", "Wenn es nach Karl Roth geht, …"."""
    doc = line.doc
    for predicate in line.predicates:
        if predicate.lemma != "gehen" or not predicate.start <= at < predicate.end:
            continue
        opens = predicate.verb_first or doc[predicate.opener].text.lower() == "wenn"
        it = [i for i in (at - 1, at - 2) if i >= predicate.start and doc[i].text.lower() == "es"]
        phrase = phrase_at(doc, at + 1, line.names)
        if opens and it and phrase is not None and (phrase.name or phrase.kind is not None):
            yield Frame(phrase, "geht es nach", "up-to", at, 0, len(doc))


def _nach_before(line: Line, at: int) -> Iterator[Frame]:  # noqa: PLR0912
    doc = line.doc
    preposition = doc[at].text.lower()
    i = at + 1
    own = False
    possessive = side = ""
    while i < len(doc) and i < at + 5 and doc[i].tag_ not in NOUNS:
        low = doc[i].text.lower()
        side = side or (doc[i].text if low.endswith("ischen") and low[0] == doc[i].text[0] else "")
        own = own or low.startswith("eigene")
        if doc[i].tag_ == "PPOSAT" or low in ("deren", "dessen"):
            possessive = low
        elif doc[i].tag_ not in ("ADJ(A)", "ART", "PIAT", "PDAT", "CARD", "PIS"):
            return
        i += 1
    if i >= len(doc) or doc[i].tag_ not in NOUNS:
        return
    noun = doc[i]
    name = ""
    if is_name_word(noun, line.names) and noun.text.endswith("s") and i + 1 < len(doc):
        name = noun.text.removesuffix("s")
        i += 1
        noun = doc[i]
    if preposition == "nach" and (named := _side(line, i)) is not None:
        yield Frame(named, doc[at : i + 1].text, "nach-angaben", at, 0, len(doc))
        return
    saying = is_saying_noun(noun.text, noun.lemma_) or (
        preposition == "aus" and noun.text in ("Sicht", "Perspektive")
    )
    cue = doc[at : i + 1].text
    if not saying and preposition == "nach":
        cited = phrase_at(doc, at + 1, line.names)
        if cited is not None and _is_cited_document(doc, cited):
            yield Frame(cited, cue, "nach-dokument", at, 0, len(doc))
            return
    if not saying:
        if compound_owner(noun.text) and preposition == "nach":
            yield Frame(
                _owner_in_compound(noun.text, i, i + 1, i), cue, "nach-angaben", at, 0, len(doc)
            )
        return
    if preposition == "aus" and noun.text not in ("Sicht", "Perspektive"):
        return
    if (
        noun.text in ("Wort", "Urteil", "Erklärung", "Vorstellung", "Bericht", "Berichten")
        and (
            i + 1 >= len(doc)
            or doc[i + 1].text.lower() not in ("von", "des", "der", "vom", "zufolge")
        )
        and noun.text != "Berichten"
    ):
        return
    if name:
        yield Frame(Phrase(i - 1, i, i - 1, name=name), cue, "nach-angaben", at, 0, len(doc))
        return
    if own or possessive:
        subject = subject_in_clause(line, at)
        yield Frame(subject, cue, "nach-eigenen-angaben", at, 0, len(doc))
        return
    start = i + 1
    if start < len(doc) and doc[start].text.lower() in ("von", "vom", "aus", "beim"):
        start += 1
    elif start < len(doc) and (owner := _genitive_name(line, start)) is not None:
        yield Frame(owner, cue, "nach-angaben", at, 0, len(doc))
        return
    elif start < len(doc) and not (doc[start].tag_ in ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
                                   and doc[start].text.lower() in _GENITIVE_OPENERS) and (
        doc[start].tag_ != "ADJ(A)"
    ):  # fmt: skip
        # "nach dänischen Angaben" is a side's, not whoever spoke last
        if not (side and noun.text.lower() == "angaben"):
            yield from _without_owner(line, at, i)
        return
    phrases = phrases_from(line, start)
    # "flach aus Sicht des Schützen"; "geht nach ersten Erkenntnissen von einem Fehler aus"
    judged = noun.text in ("Sicht", "Perspektive", "Erkenntnissen", "Erkenntnis", "Eindruck")
    for phrase in phrases:
        if not phrase.pronoun and (phrase.name or phrase.kind or not judged):
            yield Frame(phrase, cue, "nach-angaben", at, 0, len(doc))


def _without_owner(line: Line, at: int, head: int) -> Iterator[Frame]:
    """Nouns of saying that name nobody behind them: "nach Angaben", "nach Zeugenaussagen"."""
    doc = line.doc
    noun = doc[head].text
    cue = doc[at : head + 1].text
    if noun.lower() in ("angaben", "angabe", "berichten"):
        yield Frame(None, cue, "nach-angaben", at, 0, len(doc))
    elif compound_owner(noun) and doc[at].text.lower() == "nach":
        owner = _owner_in_compound(noun, head, head + 1, head)
        yield Frame(owner, cue, "nach-angaben", at, 0, len(doc))


def _genitive_name(line: Line, at: int) -> Phrase | None:
    """A name in the genitive without an article: "nach Ansicht Polens", "… Karl Roths"."""
    token = line.doc[at]
    phrase = phrase_at(line.doc, at, line.names)
    if phrase is None or not phrase.name or phrase.noun or phrase.pronoun:
        return None
    if not is_name_word(token, line.names) or phrase.name in line.names:
        return None
    name = phrase.name.removesuffix("s")
    if name == phrase.name:
        return None
    return replace(phrase, name=name)


def _is_cited_document(doc: Doc, phrase: Phrase) -> bool:
    """Whether "nach" + phrase cites: a survey always does, a report only with its author."""
    noun = phrase.noun.lower()
    if noun.endswith(("umfrage", "studie", "statistik", "erhebung", "befragung", "prognose",
                      "umfragen", "studien", "statistiken")):  # fmt: skip
        return True
    authored = bool(phrase.owner) or (
        phrase.head + 1 < len(doc)
        and doc[phrase.head + 1].text.lower() in ("der", "des", "von", "vom")
    )
    return authored and noun.endswith(_AUTHORED)


def _nach_after(line: Line, at: int) -> Iterator[Frame]:
    """Postpositions: "seiner Ansicht nach", "den Angaben nach", "Meinung vieler Experten nach"."""
    doc = line.doc
    first = doc[at - 2]
    cue = doc[at - 2 : at + 1].text
    if first.tag_ == "PPOSAT" or first.text.lower() in ("den", "der", "diesen"):
        yield Frame(None, cue, "ansicht-nach", at, 0, len(doc))


def so_frames(line: Line) -> Iterator[Frame]:
    """The word "so": "…, so X", also with a noun of judging: "so das Fazit von X"."""
    doc = line.doc
    for token in doc:
        if token.text.lower() != "so" or token.i in line.masked or token.i + 1 >= len(doc):
            continue
        before = doc[token.i - 1] if token.i else None
        if before is not None and not (
            before.text in ",–-—(" or before.text in QUOTES or before.text in ".!?"
        ):
            continue
        phrases = phrases_from(line, token.i + 1)
        if not phrases or (phrases[0].pronoun and phrases[0].pronoun not in ("er", "sie")):
            continue
        last = phrases[-1]
        rest = [t for t in doc[last.end :] if t.i not in line.masked]
        if before is None and not (rest and rest[0].text in ":,"):
            continue
        if any(is_finite(t) for t in rest[:1]):
            continue
        for phrase in [as_name(line, p) for p in phrases]:
            if (
                phrase.noun
                and not phrase.name
                and phrase.kind is None
                and not is_personal(doc, phrase)
            ):
                owner = owner_phrase(line, phrase) if is_judgement(phrase.noun) else None
                if owner is None:
                    continue
                yield Frame(owner, "so", "so", token.i, 0, len(doc))
                continue
            if phrase.kind is SourceKind.DOCUMENT and not phrase.name:
                owner = owner_phrase(line, phrase) if is_judgement(phrase.noun) else None
                yield Frame(owner or phrase, "so", "so", token.i, 0, len(doc))
                continue
            yield Frame(phrase, "so", "so", token.i, 0, len(doc))
