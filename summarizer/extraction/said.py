"""Frames around a verb, a colon or a dash: "sagte X", "X: …", "in Y heißt es"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from summarizer.extraction.frame import (
    Frame,
    as_name,
    attribution_words,
    is_personal,
    owner_phrase,
)
from summarizer.extraction.lines import QUOTES, Line
from summarizer.extraction.subjects import subjects_of
from summarizer.german.lexicon import load
from summarizer.german.phrase import NOUNS, Phrase
from summarizer.german.phrases import phrase_at
from summarizer.german.predicates import Mood, Predicate, Voice, is_finite
from summarizer.german.speakers import holds_findings, kind_of_noun, refers_to_forecaster
from summarizer.german.speech import (
    Cue,
    Reading,
    cue_of,
    cue_text,
    needs_somebody,
    says_in_passive,
    that_only,
)
from summarizer.summary import SourceKind

_CONTENT_OPENERS = frozenset({"dass", "daß", "ob", "wie", "warum", "wieso", "weshalb", "was", "wer",
                              "wo", "wann", "wohin", "woher", "wem", "wen", "welche", "welcher",
                              "welches", "wonach", "womit", "woran", "inwieweit",
                              "inwiefern"})  # fmt: skip
_THAT = frozenset({"dass", "daß"})
_TELLERS = frozenset({SourceKind.PERSON, SourceKind.GROUP, SourceKind.ORGANISATION,
                      SourceKind.MEDIA})  # fmt: skip
_READ = frozenset({SourceKind.DOCUMENT, SourceKind.MEDIA})
_SUBJECT_VERBS = load("subject_verbs")
_SENSES = frozenset(_SUBJECT_VERBS["perceiving"])
_SHOWING = frozenset(_SUBJECT_VERBS["showing"])
_SHOWN = frozenset(_SUBJECT_VERBS["findings"])
_DOCUMENT_VERBS = frozenset(_SUBJECT_VERBS["document"])
_MEDIA_VERBS = frozenset(_SUBJECT_VERBS["media"])


def verb_frames(line: Line) -> Iterator[Frame]:
    """Verbs of saying and thinking, and any verb right after a quotation."""
    doc = line.doc
    for predicate in line.predicates:
        cue = cue_of(doc, predicate, line.masked)
        if predicate.mood is Mood.SUBJUNCTIVE_1 and not all(
            s.pronoun in ("er", "sie") for s in subjects_of(line, predicate)
        ):
            continue  # somebody else's report of a speech
        if doc[predicate.finite].text.lower() in ("hätten", "würden") and not line.speech:
            continue  # its plural, whose first subjunctive looks like the indicative
        if _is_background(line, predicate):
            continue
        adjacent = _after_quotation(line, predicate)
        if cue is None and not adjacent and not _with_words(line, predicate):
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
            and not _points_back(line, cue)
            and not (doc[predicate.opener].text.lower() == "wie" and predicate.verb_last)
        ):
            continue
        if cue is None:
            if predicate.voice is Voice.PASSIVE and predicate.lemma != "hören":
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
            subject = as_name(line, found) if bare and not predicate.negated else found
            if _may_speak(line, cue, subject, adjacent) and not _shows_itself(line, cue, subject):
                yield Frame(
                    subject, cue.text, rule, predicate.finite, predicate.start,
                    max(predicate.end, predicate.verb + 1), back=_points_back(line, cue),
                )  # fmt: skip


def _is_background(line: Line, predicate: Predicate) -> bool:
    """Whether a pluperfect tells what a report holds: "Demnach hatte ihn die Mutter gebeten"."""
    doc = line.doc
    return (
        doc[0].text == "Demnach"
        and predicate.finite == 1
        and doc[1].text in ("hatte", "hatten")
        and not line.speech
    )


def _has_content(line: Line, cue: Cue) -> bool:
    """Whether the sentence holds what a verb of thinking needs: a clause, a quotation, …."""
    doc, predicate = line.doc, cue.predicate
    if line.speech:
        return True
    openers = _THAT if predicate.lemma in that_only() else _CONTENT_OPENERS
    for i in range(len(doc)):
        if i in line.masked:
            continue
        low = doc[i].text.lower()
        if (
            low == ":"
            and i == predicate.end
            and (predicate.lemma in _SHOWING or _clause_follows(doc, predicate, i))
        ):
            return True
        opens = i == 0 or doc[i - 1].text in ",:;" or doc[i - 1].tag_ in ("KON", "ADV", "APPR")
        if (
            low in openers
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
        "vorschlagen", "erwarten", "meinen", "raten", "anregen", "beantragen", "wünschen",
        "abraten",
        "empfehlen", "vorstellen", "garantieren", "drängen",
    ):  # fmt: skip
        return True
    if predicate.lemma in ("erwarten", "prognostizieren"):
        expecting = subjects_of(line, predicate)
        if any(s.noun and refers_to_forecaster(s.noun) for s in expecting):
            return True
        amount = any(t.tag_ == "CARD" for t in doc[predicate.finite : predicate.end])
        if amount and any(s.kind is SourceKind.ORGANISATION for s in expecting):
            return True  # "Der Konzern erwartet zwei Prozent mehr Umsatz"
    return predicate.lemma in ("finden", "fürchten", "befürchten", "erwarten", "hoffen") and any(
        doc[i].text.lower() == "auf" and predicate.lemma == "hoffen"
        for i in range(predicate.start, predicate.end)
    )


def _clause_follows(doc: Doc, predicate: Predicate, colon: int) -> bool:
    """Whether a full verb announces a clause: "meinte: Das geht", not "sind sicher: Es wurde …"."""
    return doc[predicate.verb].tag_.startswith("VV") and any(is_finite(t) for t in doc[colon + 1 :])


def _shows(line: Line, cue: Cue) -> bool:
    """Whether somebody's pictures or figures say it: "Aufnahmen der Polizei zeigen …"."""
    if cue.predicate.lemma not in _SHOWN:
        return False
    return any(
        s.kind is SourceKind.DOCUMENT
        and (
            holds_findings(s.noun)
            or (s.owner and cue.predicate.lemma in ("zeigen", "belegen", "beweisen"))
        )
        for s in subjects_of(line, cue.predicate)
    )


def _shows_itself(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Whether somebody shows by a deed what it is: "Sie zeigte, warum sie Meisterin ist"."""
    if cue.predicate.lemma not in ("zeigen", "beweisen") or line.speech:
        return False
    if subject.kind is SourceKind.DOCUMENT:
        return False
    return any(
        p.verb_last
        and p.start > cue.predicate.finite
        and p.opener + 1 < len(line.doc)
        and line.doc[p.opener].text.lower() in _CONTENT_OPENERS
        and line.doc[p.opener + 1].text.lower() in ("er", "sie", "es")
        for p in line.predicates
    )


def _may_speak(line: Line, cue: Cue, phrase: Phrase, quoted: bool) -> bool:
    if phrase.pronoun:
        return phrase.pronoun in (
            "er", "sie", "dieser", "diese", "der", "die", "letzterer", "letztere", "beide",
            "andere",
            "viele", "einige", "manche", "jener",
        )  # fmt: skip
    if _is_asked(phrase):
        return False
    if phrase.quoted:  # 'sagte der "Neuen Post"' is told, 'berichtet die "Neue Post"' tells
        return cue.predicate.lemma in _MEDIA_VERBS
    if phrase.name and not (phrase.noun and phrase.kind is SourceKind.DOCUMENT):
        return True
    if phrase.kind is SourceKind.DOCUMENT:
        return cue.predicate.lemma in _DOCUMENT_VERBS or cue.reading is Reading.PHRASE
    if phrase.kind is not None:
        return True
    if cue.reading is Reading.TELL and cue.predicate.lemma in needs_somebody():
        return quoted or bool(phrase.noun and phrase.determiner)
    return quoted or is_personal(line.doc, phrase)


def _is_asked(phrase: Phrase) -> bool:
    """Whether the subject is those whom a survey asked: "jeder Zweite", "die Mehrheit"."""
    noun = phrase.noun.lower()
    return phrase.determiner.startswith("jede") or noun.startswith(
        ("prozent", "mehrheit", "befragte", "hälfte", "drittel", "viertel", "fünftel")
    )


def _with_words(line: Line, predicate: Predicate) -> bool:
    """Whether an act is done in words: "eröffnete es mit den Worten", "mit der Begründung, …"."""
    end = max(predicate.end, predicate.verb + 1, (predicate.particle or 0) + 1)
    words = [t.text.lower() for t in line.doc[predicate.start : end]]
    if "mit" in words and "worten" in words:
        return True
    return any(
        first == "mit" and article in ("der", "dem", "einer", "einem")
        and (noun in attribution_words("with_a_noun"))
        for first, article, noun in zip(words, words[1:], words[2:], strict=False)
    )  # fmt: skip


def _points_back(line: Line, cue: Cue) -> bool:
    """Whether a clause only says who said the sentence before: "Das teilte die Polizei mit"."""
    doc, predicate = line.doc, cue.predicate
    first = doc[0].text.lower()
    if (
        predicate.lemma in ("kommen", "gelangen")
        and cue.reading is Reading.PHRASE
        and [t.text.lower() for t in doc[:2]] in (["zu", "diesem"], ["zu", "diesen"])
    ):
        return True  # "Zu diesem Ergebnis kommt eine Studie"
    return (
        first in ("das", "dies", "so", "darauf", "darüber")
        and predicate.finite == 1
        and (cue.reading is Reading.TELL or predicate.lemma in _SHOWING)
        and doc[0].tag_ in ("PDS", "ART", "ADV", "PROAV")
        and not any(t.text.lower() in _CONTENT_OPENERS for t in doc[2:])
        and not line.speech
    )


def _after_quotation(line: Line, predicate: Predicate) -> bool:
    """Whether a quotation stands directly before the verb: '"…", freute sich X'.

    One that has lost its marks shows by "ich" or "wir": "Wir sind bereit, gab X zurück".
    """
    doc = line.doc
    if predicate.verb_first and not line.quotations and predicate.finite > 2:
        own = [p for p in line.predicates if p.finite < predicate.finite]
        lost = doc[predicate.finite - 1].text == "," and bool(own) and not own[0].verb_last
        said = {t.text.lower() for t in doc[: predicate.finite]} & {"ich", "wir"}
        after = {t.text.lower() for t in doc[predicate.finite + 1 : predicate.end]}
        if lost and said and not after & {"ich", "wir", "es", "das"}:
            return True
    i = predicate.finite - 1
    while i >= 0 and (doc[i].text in ",;–-!?." or doc[i].text in QUOTES or doc[i].text == "so"):
        i -= 1
    return i in line.masked and i < predicate.finite - 1


def colon_frames(line: Line) -> Iterator[Frame]:  # noqa: PLR0912
    """Colons: "X: …", "X wurde deutlich: …"."""
    doc = line.doc
    for token in doc:
        if token.text != ":" or token.i in line.masked or token.i == 0 or token.i + 1 >= len(doc):
            continue
        quoted = doc[token.i + 1].text in QUOTES and (token.i + 2 in line.masked)
        clause_start = token.i
        while clause_start > 0 and doc[clause_start - 1].text not in ".!?;:":
            if doc[clause_start - 1].text in QUOTES and clause_start - 2 in line.masked:
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
            phrase = as_name(line, phrase) if quoted else phrase
            whose = _own_words(line, phrase) if quoted and not phrase.name else None
            if whose is not None:
                yield Frame(whose, phrase.noun, "name-colon", token.i, clause_start, token.i)
                continue
            about = phrase.end < token.i and doc[phrase.end].tag_ in ("APPR", "APPRART") and quoted
            if phrase.end < token.i - 1 and not about:
                continue
            if _may_head_colon(line, phrase, quoted):
                yield Frame(phrase, ":", "name-colon", token.i, clause_start, token.i)
            continue
        if not quoted and not _subjunctive_after(line, token.i):
            continue
        if predicates[-1].mood is Mood.SUBJUNCTIVE_1:
            continue  # the clause before the colon is somebody else's report
        if quoted and token.i + 3 not in line.masked:
            continue  # one word alone is a label
        predicate = predicates[-1]
        if predicate.verb_last and len(predicates) > 1:
            predicate = predicates[0]
        speaking = [s for s in subjects_of(line, predicate) if _may_lead_to_colon(s)]
        if not speaking and quoted:
            speaking = _only_person_in(line, clause_start, token.i)
        for subject in speaking:
            yield Frame(
                subject, cue_text(doc, predicate), "colon", predicate.finite, predicate.start,
                predicate.end,
            )  # fmt: skip


def _may_lead_to_colon(subject: Phrase) -> bool:
    """Whether the subject of a clause before a colon can be who speaks after it."""
    if subject.pronoun:
        return subject.pronoun in ("er", "sie")
    if subject.quoted:
        return False
    return bool(subject.name) or subject.kind not in (None, SourceKind.DOCUMENT)


def _only_person_in(line: Line, start: int, end: int) -> list[Phrase]:
    """The one person that a clause names: "Groß war die Freude bei Trainer Karl Muster: …"."""
    found: list[Phrase] = []
    i = start
    while i < end:
        phrase = phrase_at(line.doc, i, line.names)
        if phrase is None or phrase.pronoun or i in line.masked:
            i += 1
            continue
        if phrase.name and phrase.kind is SourceKind.PERSON:
            found.append(phrase)
        i = max(i + 1, phrase.end)
    return found if len(found) == 1 else []


def _own_words(line: Line, phrase: Phrase) -> Phrase | None:
    """Whose words "Sein Fazit: …" or "Das Fazit des Trainers: …" announces; None for nobody's."""
    if phrase.noun.lower() not in attribution_words("own_words"):
        return None
    if phrase.determiner in ("sein", "seine"):
        return Phrase(phrase.start, phrase.start + 1, phrase.start, pronoun="er", plural=False)
    if phrase.determiner in ("ihr", "ihre"):
        return Phrase(phrase.start, phrase.start + 1, phrase.start, pronoun="sie")
    return owner_phrase(line, phrase)


def _subjunctive_after(line: Line, colon: int) -> bool:
    return any(p.finite > colon and p.mood is Mood.SUBJUNCTIVE_1 for p in line.predicates)


def _reads_as_speech(line: Line, start: int) -> bool:
    """Whether a headline's words after "Name:" may be the person's, not about the person."""
    rest = line.doc[start:]
    words = {t.text.lower() for t in rest}
    about = words & {"er", "sie", "ihr", "ihm", "ihn", "sein", "seine", "ihre", "seiner", "ihrer"}
    opens = rest[0].text.lower() if len(rest) else ""
    return (
        any(is_finite(t) for t in rest)
        and not about
        and opens not in ("so", "das", "wie", "warum", "darum", "deshalb", "diese", "dieser", "was")
        and not line.doc.text.endswith("?")
    )


def _may_head_colon(line: Line, phrase: Phrase, quoted: bool) -> bool:
    if phrase.name and phrase.kind is SourceKind.PERSON:
        return quoted or (line.heading and _reads_as_speech(line, phrase.end + 1))
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


def passive_frames(line: Line) -> Iterator[Frame]:
    """Passives that name who says it: "wird von X kritisiert", "in dem Bericht wird gewarnt"."""
    for predicate in line.predicates:
        if predicate.voice is not Voice.PASSIVE or predicate.mood is Mood.SUBJUNCTIVE_1:
            continue
        if line.doc[predicate.finite].tag_ == "VM(FIN)":
            continue  # "muss noch von X bestätigt werden": not said yet
        following = line.doc[predicate.verb + 1 : predicate.verb + 2].text
        if line.doc[predicate.finite].lemma_ == "sein" and following != "worden":
            continue
        if not says_in_passive(line.doc, predicate):
            continue
        agent = _agent(line, predicate)
        if agent is None and not predicate.negated:
            agent = _document_around(line, predicate)
        if agent is not None:
            yield Frame(
                agent, cue_text(line.doc, predicate), "passive", predicate.finite,
                predicate.start, max(predicate.end, predicate.verb + 1),
            )  # fmt: skip


def _agent(line: Line, predicate: Predicate) -> Phrase | None:
    """Who does what a passive says: "von" with a speaker, where it is no attribute of a noun.

    Behind a noun only "von" with an article is the agent ("wurden die Pläne von der Partei
    kritisiert"): an attribute with an article stands in the genitive.
    """
    doc = line.doc
    for i in range(predicate.start, min(max(predicate.end, predicate.verb), len(doc) - 1)):
        preposition = doc[i].text.lower()
        if preposition not in ("von", "vom", "seitens", "vonseiten") or i in line.masked:
            continue
        phrase = phrase_at(doc, i + 1, line.names)
        if phrase is None or phrase.pronoun or phrase.kind is SourceKind.DOCUMENT:
            continue
        attribute = i > predicate.start and doc[i - 1].tag_ in NOUNS
        if attribute and preposition == "von" and not phrase.determiner:
            continue
        if phrase.name or phrase.kind is not None:
            return phrase
    return None


def _document_around(line: Line, predicate: Predicate) -> Phrase | None:
    """The document in which something is said: "In dem Gutachten wird empfohlen, …"."""
    doc = line.doc
    for i in range(predicate.start, min(predicate.end, len(doc) - 1)):
        if doc[i].text.lower() in ("in", "im") and i not in line.masked:
            phrase = phrase_at(doc, i + 1, line.names)
            if phrase is not None and phrase.kind is SourceKind.DOCUMENT:
                return phrase
    return None


def dash_frames(line: Line) -> Iterator[Frame]:
    """'"…" – Trainer Karl Muster': a quotation, a dash, its speaker, and nothing more."""
    doc = line.doc
    for i in range(2, len(doc) - 1):
        if doc[i].text not in ("-", "–", "—") or not (
            i - 2 in line.masked and doc[i - 1].text in QUOTES
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


def it_says_frames(line: Line) -> Iterator[Frame]:  # noqa: PLR0912
    """Impersonal phrases: "heißt es in X", "geht aus X hervor", "in X ist zu sehen"."""
    doc = line.doc
    for predicate in line.predicates:
        prepositions: tuple[str, ...]
        lemma = predicate.lemma.replace("heissen", "heißen")
        lo, hi = predicate.start, max(predicate.end, predicate.verb + 1)
        words = [t.text.lower() for t in doc[lo:hi]]
        cue = cue_text(doc, predicate)
        if lemma == "heißen" and "es" in words:
            cue = "heißt es" if doc[predicate.finite].text == "heißt" else f"{cue} es"
            prepositions = ("in", "im", "aus", "bei", "beim", "von", "vom", "auf", "seitens",
                            "vonseiten")  # fmt: skip
        elif lemma == "hervorgehen" or (lemma == "gehen" and "hervor" in words):
            prepositions = ("aus",)
        elif lemma in ("stehen", "lesen", "sehen", "hören", "erkennen") and (
            doc[predicate.finite].lemma_ in ("sein", "stehen", "heißen")
            and ("zu" in words or (lemma == "stehen" and predicate.verb_last))
        ):
            prepositions = ("in", "im", "auf", *(("aus", "von", "vom") if lemma == "hören" else ()))
        elif doc[predicate.finite].lemma_ == "sein" and any(
            a == "zu" and b in ("sehen", "hören", "lesen", "entnehmen", "erfahren")
            for a, b in pairwise(words)
        ):
            prepositions = ("in", "im", "auf", "aus", "von", "vom")
        elif doc[predicate.finite].lemma_ == "sein" and "rede" in words:
            yield from _talk_frames(line, predicate)
            continue
        elif lemma == "erfahren":
            prepositions = ("aus", "von", "vom") if "man" not in words else ("von", "vom")
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
                told = lemma == "hören" and doc[i].text.lower() in ("aus", "von", "vom")
                if lemma in _SENSES and phrase.kind not in _READ and not told:
                    continue  # "ist in der Serie zu sehen"
                if lemma == "erfahren" and phrase.kind not in _TELLERS:
                    continue  # "hat von dem Unfall erfahren"
                back = doc[0].text.lower() in ("das", "dies") and predicate.finite == 1
                yield Frame(phrase, cue, "it-says", predicate.finite, lo, hi, back=back)
                break
        else:
            if lemma == "heißen" and predicate.finite > 0:
                yield Frame(None, cue, "it-says", predicate.finite, lo, hi, anonymous=True)


def _talk_frames(line: Line, predicate: Predicate) -> Iterator[Frame]:
    """What a text or its makers speak of: "In dem Brief war von Kürzungen die Rede"."""
    doc = line.doc
    for i in range(predicate.start, min(predicate.end, len(doc) - 1)):
        if doc[i].text.lower() in ("in", "im", "bei", "beim") and i not in line.masked:
            phrase = phrase_at(doc, i + 1, line.names)
            if phrase is not None and phrase.kind in (*_READ, SourceKind.GROUP):
                yield Frame(
                    phrase, "Rede", "it-says", predicate.finite, predicate.start, predicate.end
                )
                return


def _source_after_preposition(line: Line, predicate: Predicate) -> Iterator[Frame]:
    """Judgements by way of a preposition: "Kritik kam von X", "Für X ist klar, dass …"."""
    doc = line.doc
    words = {t.text.lower() for t in doc[predicate.start : predicate.end]}
    if predicate.lemma == "kommen" and words & attribution_words("coming"):
        prepositions: tuple[str, ...] = ("von", "vom", "aus")
        rule = "noun-from"
    elif predicate.lemma == "stoßen" and words & attribution_words("met_with"):
        prepositions, rule = ("bei", "beim"), "meets-with"
    elif (
        doc[predicate.finite].lemma_ in ("sein", "stehen")
        and words & {"klar", "fest", "sicher", "ausgeschlossen", "unverständlich"}
        and any(t.text.lower() in ("dass", "ob") for t in doc[predicate.end :])
    ):
        prepositions, rule = ("für",), "clear-to"
    else:
        return
    for i in range(predicate.start, min(predicate.end, len(doc) - 1)):
        if doc[i].text.lower() in prepositions and i not in line.masked:
            phrase = phrase_at(doc, i + 1, line.names)
            if doc[i].text.lower() == "aus" and phrase is not None and not phrase.noun:
                continue  # "Kritik kam aus Paris": a place
            if phrase is not None and not phrase.pronoun and (phrase.name or phrase.kind):
                cue = doc[predicate.finite].text
                yield Frame(phrase, cue, rule, predicate.finite, predicate.start, predicate.end)


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


def noun_frames(line: Line) -> Iterator[Frame]:
    """Nouns of saying: "…, lautet der Appell der Bürgerinitiative"."""
    nominal = (
        attribution_words("nominal")
        | attribution_words("saying_nouns")
        | {"fazit", "motto", "tenor", "devise", "bilanz"}
    )
    for predicate in line.predicates:
        yield from _source_after_preposition(line, predicate)
        if predicate.lemma not in ("lauten", "sein"):
            continue
        for subject in subjects_of(line, predicate):
            noun = subject.noun.lower()
            if noun not in nominal:
                continue
            if predicate.lemma == "sein" and not line.speech:
                continue
            owner = owner_phrase(line, subject)
            if owner is not None and (owner.name or owner.kind):
                yield Frame(
                    owner,
                    f"{subject.noun}",
                    "noun",
                    predicate.finite,
                    predicate.start,
                    predicate.end,
                )
