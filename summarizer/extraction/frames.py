"""Attribution frames: the places of a sentence where German says who says it.

Each frame is a function that yields `Frame` objects: a speaker (a phrase of the sentence), the
cue, and the rule's name. Who the speaker is within the article is decided later (`cast`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from summarizer.german.lexicon import load
from summarizer.german.phrases import NOUNS, Phrase, is_name_word, phrase_at
from summarizer.german.predicates import Mood, Predicate, Voice, find_predicates, is_finite
from summarizer.german.quotes import Quotation
from summarizer.german.speakers import denotes, is_media_name, kind_of_noun, refers_to_forecaster
from summarizer.german.speech import Cue, Reading, cue_of, cue_text
from summarizer.summary import SourceKind

_QUOTES = frozenset("\"„“”»«‚‘›‹'")
_SKIP_BEFORE_SUBJECT = frozenset({"ADV", "PRF", "PTKNEG", "ADJ(D)", "PROAV", "PTKA", "ITJ"})
_CONTENT_OPENERS = frozenset({"dass", "daß", "ob", "wie", "warum", "wieso", "weshalb", "was", "wer",
                              "wo", "wann", "wohin", "woher", "wem", "wen", "welche", "welcher",
                              "welches", "wonach", "womit", "woran", "inwieweit", "inwiefern"})  # fmt: skip
_DOCUMENT_VERBS = frozenset(
    "zeigen belegen ergeben berichten besagen nahelegen bestätigen feststellen warnen beschreiben "
    "fordern dokumentieren ausweisen sprechen nachweisen prognostizieren vorhersagen lauten "
    "darstellen bescheinigen kritisieren".split()
)


_MEDIA_VERBS = frozenset({"berichten", "schreiben", "melden", "vermelden", "titeln", "zitieren"})


@dataclass(frozen=True)
class Frame:
    """One attribution in a sentence.

    Attributes:
        speaker: Who is said to say it; None for the speaker named before ("den Angaben nach").
        cue: The attributing words.
        rule: Name of the rule.
        at: Token offset of the cue.
        start: First token of the clause that the cue stands in.
        end: After its last token.
        whole: Whether the frame reaches over the whole sentence ("laut", "wie X sagte").
        anonymous: Whether nobody is named: "hieß es".
        back: Whether it speaks of the sentence before ("Das berichtet X.").
    """

    speaker: Phrase | None
    cue: str
    rule: str
    at: int
    start: int
    end: int
    whole: bool = True
    back: bool = False
    anonymous: bool = False


@dataclass(frozen=True)
class Line:
    """A sentence as the frames see it.

    Attributes:
        doc: Its analysis.
        quotations: Its quotations.
        masked: Offsets of tokens inside quotations that are speech (not titles).
        predicates: Of what stands outside them.
        names: Surnames of the article's persons.
        speech: Whether a quotation in it is somebody's words.
        heading: Whether it is a headline.
    """

    doc: Doc
    quotations: tuple[Quotation, ...]
    masked: frozenset[int]
    predicates: tuple[Predicate, ...]
    names: frozenset[str]
    speech: bool
    heading: bool = False


def is_title(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a name or a title ("Phrasenmäher"), not somebody's words."""
    after_mark = doc.text[quotation.end + 1 : quotation.end + 2]
    if quotation.closed and after_mark in "-" and after_mark:
        return True
    if not (quotation.opened and quotation.closed):
        return quotation.opened and len(doc.text[quotation.start : quotation.end].split()) <= 2
    inner = [t for t in doc if quotation.start <= t.idx < quotation.end]
    if not inner:
        return True
    before = doc[inner[0].i - 2] if inner[0].i >= 2 else None
    after = doc[inner[-1].i + 2] if inner[-1].i + 2 < len(doc) else None
    if after is not None and after.text == "," or before is not None and before.text == ":":
        ends = inner[-1].text in ".!?…"
        if len(inner) > 2 or ends or (before is not None and before.text == ":"):
            if before is not None and before.text == ":" and len(inner) == 1 and not ends:
                return after is not None and after.text not in ".,!"
            listed = before is not None and before.tag_ in ("NN", "NE", "APPR", "APPRART", "ART")
            verbal = any(is_finite(t) for t in inner)
            return listed and not verbal and not ends and inner[0].text[:1].isupper()
    if inner[-1].text in ".!?…" and len(inner) > 2:
        return False
    if inner[0].text[:1].islower():
        return False
    verbal = any(is_finite(t) for t in inner)
    if before is None:
        return not verbal and len(inner) <= 4
    commas = any(t.text == "," for t in inner)
    if before.tag_ in ("NN", "NNA", "NE") and commas and after is not None and after.text in ".!":
        return False
    if before.tag_ in (
        "NN",
        "NNA",
        "NE",
        "ART",
        "ADJ(A)",
        "APPR",
        "APPRART",
        "PPOSAT",
        "KON",
        "PDAT",
    ):
        return True
    return (
        not verbal
        and len(inner) <= 4
        and all(t.text[:1].isupper() or t.tag_ in ("APPR", "ART", "KON", "$,") for t in inner)
    )


def make_line(
    doc: Doc, quotations: tuple[Quotation, ...], names: frozenset[str], heading: bool
) -> Line:
    """The sentence `doc` made ready for the frames."""
    inside = frozenset(t.i for t in doc for q in quotations if q.start <= t.idx < q.end)
    speech = [q for q in quotations if not is_title(doc, q)]
    masked = frozenset(t.i for t in doc for q in speech if q.start <= t.idx < q.end)
    return Line(doc, quotations, masked, find_predicates(doc, inside), names, bool(speech), heading)


def find_frames(line: Line) -> tuple[Frame, ...]:
    """All attribution frames of a sentence, in the order of their cues."""
    found = [
        *_prepositions(line),
        *_nach_frames(line),
        *_so_frames(line),
        *_it_says_frames(line),
        *_verb_frames(line),
        *_colon_frames(line),
        *_dash_frames(line),
        *_noun_frames(line),
    ]
    unique: dict[tuple[int, int], Frame] = {}
    for frame in found:
        key = (frame.speaker.start, frame.speaker.head) if frame.speaker else (-1, frame.at)
        unique.setdefault(key, frame)
    return tuple(sorted(unique.values(), key=lambda f: f.at))


# --- "laut X", "X zufolge" -------------------------------------------------------------------


def _phrases_from(line: Line, at: int) -> list[Phrase]:
    """The phrase at `at` and those joined to it by "und"."""
    found = []
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


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(str(w).lower() for w in load("attribution_words")[group])


def _is_saying_noun(text: str, lemma: str) -> bool:
    nouns = _words("saying_nouns")
    low, lem = text.lower(), lemma.lower()
    return (
        low in nouns
        or lem in nouns
        or low.removesuffix("en") in nouns
        or (low.removesuffix("n") in nouns)
    )


def _compound_owner(text: str) -> str:
    """The speaker inside a compound: "Polizeiangaben" → "Polizei"."""
    low = text.lower()
    for noun in ("angaben", "angabe", "informationen", "berichten", "kreisen", "schätzungen",
                 "erkenntnissen", "einschätzung", "sicht"):  # fmt: skip
        if low.endswith(noun) and len(low) > len(noun) + 2:
            owner = text[: len(text) - len(noun)].rstrip("-")
            for link in ("s", ""):
                plain = owner.removesuffix(link) if link else owner
                if kind_of_noun(plain) is not None:
                    return plain
            if low.endswith("berichten") and owner.lower() in ("medien", "agentur", "presse"):
                return owner
    return ""


def _prepositions(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for token in doc:
        low = token.text.lower()
        if low == "laut" and token.i + 1 < len(doc) and token.i not in line.masked:
            following = doc[token.i + 1]
            if following.tag_ in ("ADV", "PTKVZ", "KON", "$,", "$.") or following.text in ",.;:":
                continue
            yield from _sources_of(line, token.i + 1, token.i, "laut", "laut")
        elif low == "zufolge" and token.i not in line.masked:
            phrase = _phrase_ending_at(line, token.i)
            if any(t.text.lower().startswith("eigene") for t in doc[max(0, token.i - 3) : token.i]):
                subject = _subject_in_clause(line, token.i)
                yield Frame(subject, "zufolge", "zufolge", token.i, 0, len(doc))
                continue
            if phrase is not None:
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


def _phrase_ending_at(line: Line, end: int) -> Phrase | None:
    best = None
    for start in range(end - 1, max(-1, end - 12), -1):
        phrase = phrase_at(line.doc, start, line.names)
        if phrase is not None and phrase.end == end and not phrase.pronoun:
            best = phrase
        if line.doc[start].text in ",:;":
            break
    return best


def _sources_of(line: Line, at: int, cue_at: int, cue: str, rule: str) -> Iterator[Frame]:
    """Frames for the phrase(s) at `at`, looking through nouns of saying ("Angaben der Polizei")."""
    doc = line.doc
    if at < len(doc) and doc[at].tag_ == "PIS" and doc[at].text.lower() in ("eigenen",):
        at += 1
    for found in _phrases_from(line, at):
        phrase = _as_name(line, found)
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
            and not _personal(doc, phrase)
            and not (_is_saying_noun(noun, doc[phrase.head].lemma_) or _compound_owner(noun))
        ):
            continue  # "den Erwartungen zufolge" names nobody
        if noun and _is_saying_noun(noun, doc[phrase.head].lemma_):
            speaker = _owner_phrase(line, phrase)
        elif noun and noun.lower().endswith("informationen") and not phrase.name:
            speaker = replace(phrase, label=noun, kind=SourceKind.DOCUMENT, plural=True)
        elif noun and _compound_owner(noun):
            owner = _compound_owner(noun)
            kind = kind_of_noun(owner) or SourceKind.GROUP
            speaker = Phrase(phrase.start, phrase.end, phrase.head, noun=owner, label=owner,
                             kind=kind, plural=kind is SourceKind.GROUP)  # fmt: skip
        yield Frame(speaker, cue, rule, cue_at, 0, len(doc))


def _owner_phrase(line: Line, phrase: Phrase) -> Phrase | None:
    """The speaker of "Angaben der Polizei", "Grindels Worten", "Informationen von X"."""
    doc = line.doc
    after = phrase.head + 1
    if (
        phrase.owner
        and phrase.head > phrase.start
        and doc[phrase.start].text.startswith(phrase.owner[:3])
    ):
        name = phrase.owner.removesuffix("s") if phrase.owner not in line.names else phrase.owner
        return Phrase(phrase.start, phrase.head, phrase.start, name=name, parts=(name,))
    if after < len(doc):
        start = after
        if doc[after].tag_ in ("APPR", "APPRART"):
            if doc[after].text.lower() not in ("von", "vom", "aus", "beim"):
                return None
            start = after + 1
        elif doc[after].text in ",.":
            return None
        owner = phrase_at(doc, start, line.names)
        if owner is not None and not owner.pronoun:
            return owner
    return None


# --- "nach Angaben von X", "X nach", "aus Sicht von X" -------------------------------------------


def _nach_frames(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for token in doc:
        if token.i in line.masked:
            continue
        low = token.text.lower()
        if low in ("nach", "aus", "laut") and token.i + 1 < len(doc):
            yield from _nach_before(line, token.i)
        if low == "nach" and token.i >= 2:
            noun = doc[token.i - 1]
            if noun.tag_ in NOUNS and _is_saying_noun(noun.text, noun.lemma_):
                yield from _nach_after(line, token.i)


def _nach_before(line: Line, at: int) -> Iterator[Frame]:
    doc = line.doc
    preposition = doc[at].text.lower()
    i = at + 1
    own = False
    possessive = ""
    while i < len(doc) and i < at + 5 and doc[i].tag_ not in NOUNS:
        low = doc[i].text.lower()
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
    saying = _is_saying_noun(noun.text, noun.lemma_) or (
        preposition == "aus" and noun.text in ("Sicht", "Perspektive")
    )
    cue = doc[at : i + 1].text
    if not saying and preposition == "nach":
        cited = phrase_at(doc, at + 1, line.names)
        if cited is not None and _is_cited_document(doc, cited):
            yield Frame(cited, cue, "nach-dokument", at, 0, len(doc))
            return
    if not saying:
        owner = _compound_owner(noun.text)
        if owner and preposition == "nach":
            kind = kind_of_noun(owner) or SourceKind.GROUP
            phrase = Phrase(i, i + 1, i, noun=owner, label=owner, kind=kind,
                            plural=kind is SourceKind.GROUP)  # fmt: skip
            yield Frame(phrase, cue, "nach-angaben", at, 0, len(doc))
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
        yield Frame(
            Phrase(i - 1, i, i - 1, name=name, parts=(name,)), cue, "nach-angaben", at, 0, len(doc)
        )
        return
    if own or possessive:
        subject = _subject_in_clause(line, at)
        yield Frame(subject, cue, "nach-eigenen-angaben", at, 0, len(doc))
        return
    start = i + 1
    if start < len(doc) and doc[start].text.lower() in ("von", "vom", "aus", "beim"):
        start += 1
    elif start < len(doc) and not (doc[start].tag_ in ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
                                   and doc[start].text.lower() in ("der", "des", "eines", "einer", "mehrerer",
                                                                    "seiner", "ihrer", "seines", "ihres",
                                                                    "dieser", "zweier", "vieler", "einiger")) and (
        doc[start].tag_ != "ADJ(A)"
    ):  # fmt: skip
        if noun.text.lower() in ("angaben", "angabe", "berichten"):
            yield Frame(None, cue, "nach-angaben", at, 0, len(doc))
        return
    phrases = _phrases_from(line, start)
    for phrase in phrases:
        if not phrase.pronoun:
            yield Frame(phrase, cue, "nach-angaben", at, 0, len(doc))


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
    return authored and noun.endswith(("untersuchung", "analyse", "auswertung", "bericht", "berichten",
                                       "berechnung", "berechnungen", "zahlen", "daten"))  # fmt: skip


def _nach_after(line: Line, at: int) -> Iterator[Frame]:
    """ "seiner Ansicht nach", "den Angaben nach", "Meinung vieler Experten nach"."""
    doc = line.doc
    first = doc[at - 2]
    cue = doc[at - 2 : at + 1].text
    if first.tag_ == "PPOSAT":
        yield Frame(None, cue, "ansicht-nach", at, 0, len(doc))
    elif first.text.lower() in ("den", "der", "diesen"):
        yield Frame(None, cue, "ansicht-nach", at, 0, len(doc))


def _subject_in_clause(line: Line, at: int) -> Phrase | None:
    """The subject of the clause that token `at` stands in, for "nach eigenen Angaben"."""
    for predicate in line.predicates:
        if predicate.start <= at < max(predicate.end, predicate.finite):
            found = subjects_of(line, predicate)
            if found:
                return found[0]
    return None


# --- "so X" ------------------------------------------------------------------------------------


def _so_frames(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for token in doc:
        if token.text.lower() != "so" or token.i in line.masked or token.i + 1 >= len(doc):
            continue
        before = doc[token.i - 1] if token.i else None
        if before is not None and not (
            before.text in ",–-—(" or before.text in _QUOTES or before.text in ".!?"
        ):
            continue
        phrases = _phrases_from(line, token.i + 1)
        if not phrases or (phrases[0].pronoun and phrases[0].pronoun not in ("er", "sie")):
            continue
        last = phrases[-1]
        rest = [t for t in doc[last.end :] if t.i not in line.masked]
        if before is None and not (rest and rest[0].text in ":,"):
            continue
        if any(is_finite(t) for t in rest[:1]):
            continue
        for phrase in [_as_name(line, p) for p in phrases]:
            if (
                phrase.noun
                and not phrase.name
                and phrase.kind is None
                and not _personal(doc, phrase)
            ):
                owner = _owner_phrase(line, phrase) if _is_judgement(phrase.noun) else None
                if owner is None:
                    continue
                yield Frame(owner, "so", "so", token.i, 0, len(doc))
                continue
            if phrase.kind is SourceKind.DOCUMENT and not phrase.name:
                owner = _owner_phrase(line, phrase) if _is_judgement(phrase.noun) else None
                yield Frame(owner or phrase, "so", "so", token.i, 0, len(doc))
                continue
            yield Frame(phrase, "so", "so", token.i, 0, len(doc))


def _as_name(line: Line, phrase: Phrase) -> Phrase:
    """A noun without an article where a speaker must stand is a name: "so Kern".

    German puts an article before a noun for one person, so a bare one is somebody's name.
    """
    token = line.doc[phrase.head]
    if (
        phrase.name
        or phrase.pronoun
        or phrase.determiner
        or phrase.kind is not None
        or phrase.start != phrase.head
        or phrase.end - phrase.start > 2
        or token.tag_ not in ("NN", "NNA")
        or token.text.endswith(("en", "ung", "heit", "keit"))
        or _is_saying_noun(token.text, token.lemma_)
        or "-" in token.text
    ):
        return phrase
    return replace(phrase, name=phrase.noun, noun="", label="", plural=False, parts=(phrase.noun,))


def _is_judgement(noun: str) -> bool:
    return noun in (
        "Fazit", "Urteil", "Einschätzung", "Begründung", "Meinung", "Vorwurf", "Kritik", "Kommentar",
        "Forderung", "Aussage", "Motto", "Hoffnung", "Idee", "Tenor", "Erklärung", "Ansicht",
    )  # fmt: skip


def _personal(doc: Doc, phrase: Phrase) -> bool:
    """Whether a noun of no known kind looks like a person's: "Schweizer", "die Verletzte"."""
    head = doc[phrase.head]
    if head.tag_ == "NNA":
        return True
    return head.text.endswith(("er", "erin", "ler", "ist", "ent", "ant", "loge")) and (
        phrase.determiner in ("der", "die", "ein", "eine", "")
    )


# --- "heißt es in X", "geht aus X hervor", "in X ist zu sehen" ------------------------------------


def _it_says_frames(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for predicate in line.predicates:
        lemma = predicate.lemma.replace("heissen", "heißen")
        lo, hi = predicate.start, max(predicate.end, predicate.verb + 1)
        words = [t.text.lower() for t in doc[lo:hi]]
        cue = cue_text(doc, predicate)
        if lemma == "heißen" and "es" in words:
            cue = "heißt es" if doc[predicate.finite].text == "heißt" else f"{cue} es"
            prepositions = ("in", "im", "aus", "bei", "beim", "von", "vom", "auf", "seitens")
        elif lemma == "hervorgehen" or (lemma == "gehen" and "hervor" in words):
            prepositions = ("aus",)
        elif lemma in ("stehen", "lesen", "sehen", "hören", "erkennen") and (
            doc[predicate.finite].lemma_ in ("sein", "stehen", "heißen")
            and ("zu" in words or lemma == "stehen" and predicate.verb_last)
        ):
            prepositions = ("in", "im", "auf")
        elif doc[predicate.finite].lemma_ == "sein" and any(
            a == "zu" and b in ("sehen", "hören", "lesen", "entnehmen", "erfahren")
            for a, b in zip(words, words[1:], strict=False)
        ):
            prepositions = ("in", "im", "auf", "aus", "von", "vom")
        elif lemma == "erfahren" and "man" in words:
            prepositions = ("von", "vom")
        elif lemma == "verlauten":
            prepositions = ("aus", "von")
        else:
            continue
        for i in range(lo, hi):
            if doc[i].text.lower() not in prepositions or i in line.masked:
                continue
            phrase = phrase_at(doc, i + 1, line.names)
            if phrase is None or phrase.pronoun:
                if phrase is None and doc[i].tag_ in ("APPR", "APPRART"):
                    phrase = _inserted_phrase(line, i)
                if phrase is None or phrase.pronoun:
                    continue
            if phrase.name or phrase.kind is not None:
                if phrase.noun.lower().endswith(("tag", "woche", "jahr")):
                    continue
                yield Frame(phrase, cue, "it-says", predicate.finite, lo, hi)
                break
        else:
            if lemma == "heißen" and predicate.finite > 0:
                yield Frame(None, cue, "it-says", predicate.finite, lo, hi, anonymous=True)


def _inserted_phrase(line: Line, at: int) -> Phrase | None:
    """The phrase of a preposition whose noun stands far: "in einem [am Samstag …] Video"."""
    doc = line.doc
    for i in range(at + 1, min(len(doc), at + 10)):
        if (
            doc[i].tag_ == "NN"
            and kind_of_noun(doc[i].text) is not None
            and (doc[i - 1].tag_ == "ADJ(A)")
        ):
            return phrase_at(doc, i, line.names)
    return None


# --- "X: …" --------------------------------------------------------------------------------------


def _colon_frames(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for token in doc:
        if token.text != ":" or token.i in line.masked or token.i == 0 or token.i + 1 >= len(doc):
            continue
        quoted = doc[token.i + 1].text in _QUOTES and (token.i + 2 in line.masked)
        clause_start = token.i
        while clause_start > 0 and doc[clause_start - 1].text not in ".!?;:":
            if doc[clause_start - 1].text in _QUOTES and clause_start - 2 in line.masked:
                break
            clause_start -= 1
        predicates = [p for p in line.predicates if clause_start <= p.finite < token.i]
        if not predicates:
            start = clause_start
            if doc[start].tag_ == "KON" or doc[start].text in (",", "-"):
                start += 1
            phrase = phrase_at(doc, start, line.names)
            if phrase is None or phrase.pronoun:
                continue
            phrase = _as_name(line, phrase) if quoted else phrase
            about = phrase.end < token.i and doc[phrase.end].tag_ in ("APPR", "APPRART") and quoted
            if phrase.end < token.i - 1 and not about:
                continue
            if _may_head_colon(line, phrase, quoted):
                yield Frame(phrase, ":", "name-colon", token.i, clause_start, token.i)
            continue
        if not quoted and not _subjunctive_after(line, token.i):
            continue
        if quoted and token.i + 3 not in line.masked:
            continue  # one word alone is a label
        predicate = predicates[-1]
        if predicate.verb_last and len(predicates) > 1:
            predicate = predicates[0]
        for subject in subjects_of(line, predicate):
            if subject.pronoun and subject.pronoun not in ("er", "sie") or subject.quoted:
                continue
            if (
                not subject.pronoun
                and not subject.name
                and subject.kind in (None, SourceKind.DOCUMENT)
            ):
                continue
            yield Frame(
                subject, cue_text(doc, predicate), "colon", predicate.finite, predicate.start,
                predicate.end,
            )  # fmt: skip


def _dash_frames(line: Line) -> Iterator[Frame]:
    """'"…" – Trainer Karl Muster': a quotation, a dash, its speaker, and nothing more."""
    doc = line.doc
    for i in range(2, len(doc) - 1):
        if doc[i].text not in ("-", "–", "—") or not (
            i - 2 in line.masked and doc[i - 1].text in _QUOTES
        ):
            continue
        phrase = phrase_at(doc, i + 1, line.names)
        if (
            phrase is not None
            and not phrase.pronoun
            and phrase.end >= len(doc) - 1
            and (phrase.name or phrase.kind is SourceKind.PERSON)
        ):
            yield Frame(phrase, "–", "dash", i, i, len(doc))


def _subjunctive_after(line: Line, colon: int) -> bool:
    return any(p.finite > colon and p.mood is Mood.SUBJUNCTIVE_1 for p in line.predicates)


def _may_head_colon(line: Line, phrase: Phrase, quoted: bool) -> bool:
    if phrase.name and phrase.kind is SourceKind.PERSON:
        return quoted or line.heading
    if quoted:
        return phrase.kind is not None or bool(phrase.name)
    return (
        line.heading
        and not phrase.name
        and phrase.kind in (SourceKind.PERSON, SourceKind.GROUP, SourceKind.DOCUMENT)
        and len(line.doc) - phrase.end > 2
        and phrase.start == 0
        and not any(t.text == ":" for t in line.doc[phrase.end + 1 :])
        and phrase.noun.lower() not in ("frauen", "männer", "menschen", "personen", "bild", "video")
    )


# --- verbs -----------------------------------------------------------------------------------------


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


def _subjects(line: Line, predicate: Predicate) -> list[Phrase]:
    before = _subject_before(line, predicate)
    if (
        predicate.shared
        and not before
        and (predicate.verb_last or not _subject_after(line, predicate))
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
        if (weak or (before[0].pronoun in ("das", "dies", "es", "was"))) and strong:
            return after
    return before


def _expand(line: Line, phrase: Phrase, plural_verb: bool) -> list[Phrase]:
    if plural_verb and not phrase.pronoun:
        found = _phrases_from(line, phrase.start)
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
    if (
        predicate.verb_first
        and finite > 1
        and doc[finite - 1].text in (",", ")", "-", "–")
        or (finite > start and start > 1 and doc[start - 1].text in ",)-–")
    ):
        phrase = _phrase_before_comma(line, finite, plural)
        if phrase is not None:
            return _expand(line, phrase, plural)
    if predicate.verb_first:
        return []
    i = start
    while i < finite and (
        doc[i].tag_ in ("KON", "ADV", "PTKNEG")
        or doc[i].text in ("-", "…", ".")
        or i in line.masked
        or doc[i].text in _QUOTES
    ):
        if doc[i].text in _QUOTES and phrase_at(doc, i, line.names):
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
            and doc[start - 1].text not in _QUOTES
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
    return None


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


def _subject_after(line: Line, predicate: Predicate) -> list[Phrase]:  # noqa: PLR0912
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


def _has_content(line: Line, cue: Cue) -> bool:
    """Whether the sentence holds what a verb of thinking needs: a clause, a quotation, …."""
    doc, predicate = line.doc, cue.predicate
    if line.speech:
        return True
    for i in range(len(doc)):
        if i in line.masked:
            continue
        low = doc[i].text.lower()
        opens = i == 0 or doc[i - 1].text in ",:;" or doc[i - 1].tag_ in ("KON", "ADV", "APPR")
        if (
            low in _CONTENT_OPENERS
            and opens
            and not (predicate.start <= i <= predicate.finite)
            and (i > predicate.finite or i < predicate.start)
        ):
            between = [
                p
                for p in line.predicates
                if min(i, predicate.finite) < p.finite < max(i, predicate.finite)
            ]
            if i > predicate.finite and between:
                continue
            return True
    others = [p for p in line.predicates if p is not predicate]
    if any(p.mood is Mood.SUBJUNCTIVE_1 for p in others) and predicate.mood is Mood.INDICATIVE:
        return True
    if (
        predicate.verb_first
        and predicate.finite > 1
        and doc[predicate.finite - 1].text == ","
        and any(p.end <= predicate.finite and not p.verb_last for p in others)
    ):
        return True
    infinitive = any(
        doc[i].tag_ in ("PTKZU", "VV(IZU)") and i > predicate.end for i in range(len(doc))
    )
    if infinitive and cue.predicate.lemma in (
        "glauben", "hoffen", "fürchten", "befürchten", "drohen", "beschließen", "bitten",
        "vorschlagen", "erwarten", "meinen", "raten", "anregen", "beantragen", "wünschen", "abraten",
        "empfehlen", "garantieren", "drängen",
    ):  # fmt: skip
        return True
    if predicate.lemma in ("erwarten", "prognostizieren") and any(
        s.noun and refers_to_forecaster(s.noun) for s in subjects_of(line, predicate)
    ):
        return True
    return predicate.lemma in ("finden", "fürchten", "befürchten", "erwarten", "hoffen") and any(
        doc[i].text.lower() == "auf" and predicate.lemma == "hoffen"
        for i in range(predicate.start, predicate.end)
    )


def _shows(line: Line, cue: Cue) -> bool:
    """Whether somebody's pictures or figures say it: "Aufnahmen der Polizei zeigen …"."""
    if cue.predicate.lemma not in ("zeigen", "belegen", "beweisen"):
        return False
    return any(s.kind is SourceKind.DOCUMENT and s.owner for s in subjects_of(line, cue.predicate))


def _may_speak(line: Line, cue: Cue, phrase: Phrase, quoted: bool) -> bool:
    if phrase.pronoun:
        return phrase.pronoun in (
            "er", "sie", "dieser", "diese", "der", "die", "letzterer", "letztere", "beide", "andere",
            "viele", "einige", "manche", "jener",
        )  # fmt: skip
    if phrase.quoted:  # 'sagte der "Neuen Post"' is told, 'berichtet die "Neue Post"' tells
        return cue.predicate.lemma in _MEDIA_VERBS
    if phrase.name:
        return True
    if phrase.kind is SourceKind.DOCUMENT:
        return cue.predicate.lemma in _DOCUMENT_VERBS
    if phrase.kind is not None:
        return True
    return quoted or _personal(line.doc, phrase)


def _verb_frames(line: Line) -> Iterator[Frame]:
    doc = line.doc
    for predicate in line.predicates:
        cue = cue_of(doc, predicate, line.masked)
        if predicate.mood is Mood.SUBJUNCTIVE_1 and not all(
            s.pronoun in ("er", "sie") for s in subjects_of(line, predicate)
        ):
            continue  # somebody else's report of a speech
        adjacent = _after_quotation(line, predicate)
        if cue is None and not adjacent:
            opener = doc[predicate.opener].text.lower()
            if not (
                opener == "wie"
                and predicate.verb_last
                and line.speech
                and predicate.voice is Voice.ACTIVE
            ):
                continue
        if (
            cue is not None
            and cue.reading is Reading.THINK
            and not adjacent
            and not _has_content(line, cue)
            and not _shows(line, cue)
        ):
            if doc[predicate.opener].text.lower() != "wie" or not predicate.verb_last:
                continue
        if cue is None:
            if predicate.voice is Voice.PASSIVE:
                continue
            cue = Cue(predicate, Reading.THINK, cue_text(doc, predicate))
        rule = (
            "verb-quote"
            if adjacent
            else (
                "wie-verb"
                if doc[predicate.opener].text.lower() == "wie"
                else f"verb-{cue.reading.value}"
            )
        )
        bare = adjacent or cue.reading is Reading.TELL
        for found in subjects_of(line, predicate):
            subject = _as_name(line, found) if bare and not predicate.negated else found
            if _may_speak(line, cue, subject, adjacent):
                yield Frame(
                    subject, cue.text, rule, predicate.finite, predicate.start,
                    max(predicate.end, predicate.verb + 1), back=_points_back(line, cue),
                )  # fmt: skip


def _points_back(line: Line, cue: Cue) -> bool:
    """Whether a clause only says who said the sentence before: "Das teilte die Polizei mit"."""
    doc, predicate = line.doc, cue.predicate
    first = doc[0].text.lower()
    return (
        first in ("das", "dies", "so", "darauf", "darüber")
        and predicate.finite == 1
        and cue.reading is Reading.TELL
        and doc[0].tag_ in ("PDS", "ART", "ADV", "PROAV")
        and not any(t.text.lower() in _CONTENT_OPENERS for t in doc[2:])
        and not line.speech
    )


def _after_quotation(line: Line, predicate: Predicate) -> bool:
    """Whether a quotation stands directly before the verb: '"…", freute sich X'."""
    doc = line.doc
    i = predicate.finite - 1
    while i >= 0 and (doc[i].text in ",;–-" or doc[i].text in _QUOTES or doc[i].text in "!?."):
        i -= 1
    return i in line.masked and i < predicate.finite - 1


# --- nouns of saying ----------------------------------------------------------------------------


def _noun_frames(line: Line) -> Iterator[Frame]:
    """ "…, lautet der Appell der Bürgerinitiative"; "zeigen Luftaufnahmen des NIS"."""
    doc = line.doc
    nominal = (
        _words("nominal") | _words("saying_nouns") | {"fazit", "motto", "tenor", "devise", "bilanz"}
    )
    for predicate in line.predicates:
        if predicate.lemma not in ("lauten", "sein"):
            continue
        for subject in subjects_of(line, predicate):
            noun = subject.noun.lower()
            if noun not in nominal:
                continue
            if predicate.lemma == "sein" and not line.speech:
                continue
            owner = _owner_phrase(line, subject)
            if owner is not None and (owner.name or owner.kind):
                yield Frame(
                    owner,
                    f"{subject.noun}",
                    "noun",
                    predicate.finite,
                    predicate.start,
                    predicate.end,
                )
