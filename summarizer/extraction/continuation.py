"""Speech that runs on: sentences without a speaker of their own that belong to the last one.

German carries reported speech on in the subjunctive ("Er habe … Das sei …"), and a quotation over
several sentences; a quotation that has lost its marks still shows by "ich", "wir", "ihr".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.extraction.frame import attribution_words
from summarizer.extraction.lines import Line
from summarizer.german.predicates import Mood

_FIRST_PERSON = frozenset(
    [
        "ich",
        "wir",
        "mich",
        "mir",
        "uns",
        "mein",
        "meine",
        "meinem",
        "meinen",
        "meiner",
        "meines",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "unserer",
        "unseres",
    ]
)
_SECOND_PERSON = frozenset(
    ["ihr", "euch", "eure", "euer", "eurem", "du", "dich", "dir", "dein", "deine"]
)
# Plurals of the second subjunctive that are possible or polite far more often than reported.
_POLITE = frozenset({"könnten", "dürften", "sollten", "möchten"})
_SHARES = frozenset({"prozent", "%", "drittel", "viertel", "fünftel", "hälfte", "mehrheit"})
_LARGEST_GAP = 3
_SHORT_QUOTATION = 15
_LONG_SENTENCE = 25
_SPEAKER_LENGTH = 4
_SPEECH_WORDS = 3


def _outside_words(line: Line) -> list[str]:
    return [t.text.lower() for t in line.doc if t.i not in line.masked]


def speaks_in_person(line: Line) -> bool:
    """Whether a sentence without marks speaks as "ich", "wir" or to "euch"."""
    words = _outside_words(line)
    if any(w in _FIRST_PERSON for w in words):
        return True
    doc = line.doc
    for token in doc:
        if token.i in line.masked or token.text.lower() not in _SECOND_PERSON:
            continue
        if token.text.lower() == "ihr" and not any(
            t.text.lower()
            in ("seid", "habt", "könnt", "müsst", "wollt", "werdet", "sollt", "gekommen")
            for t in doc
        ):
            continue
        return True
    return False


def speaks_unmarked(line: Line) -> bool:
    """Whether the sentence is a quotation that has lost its marks: "Ich bin müde, sagte Vogt."."""
    return not line.quotations and speaks_in_person(line)


def tells_shares(line: Line) -> bool:
    """Whether a sentence tells what share of people answered how: "72 Prozent", "jeder Dritte"."""
    words = [t.text.lower() for t in line.doc]
    if any(w in _SHARES or w.startswith("befragte") for w in words):
        return True
    return any(first in ("jeder", "jede") and second.endswith(("te", "te,"))
               for first, second in pairwise(words))  # fmt: skip


def makes_demands(line: Line) -> bool:
    """Whether a sentence says that somebody demands or proposes something."""
    verbs = attribution_words("demanding")
    return any(p.lemma in verbs for p in line.predicates) or any(
        t.text.lower().startswith(("forderung", "vorschläge", "vorschlag")) for t in line.doc
    )


def demands_more(line: Line) -> bool:
    """Whether a main clause says what should be: "Mieter sollen zudem …"."""
    main = [p for p in line.predicates if not p.verb_last]
    return bool(main) and all(
        line.doc[p.finite].text.lower() in ("soll", "sollen", "sollte", "sollten") for p in main[:1]
    )


def is_reported(line: Line) -> bool:
    """Whether a main clause of the sentence stands in the subjunctive of reported speech."""
    if line.doc.text.endswith("?"):
        return False
    for predicate in line.predicates:
        if predicate.mood is Mood.INDICATIVE:
            continue
        text = line.doc[predicate.finite].text.lower()
        if predicate.mood is Mood.SUBJUNCTIVE_2:
            continue
        clause = {t.text.lower() for t in line.doc[predicate.start : predicate.end]}
        if clause & {"ich", "man"} and "ich" in clause:
            continue
        opener = line.doc[predicate.start].text.lower()
        if predicate.verb_last and opener in ("damit", "als", "wie"):
            continue
        if text in ("komme", "gehe", "sei", "möge") and predicate.verb_first:
            continue
        return True
    return False


def _is_sentence_of_speech(line: Line) -> bool:
    """Whether the words in quotation marks are enough to be somebody's speech."""
    return len(line.masked) >= _SPEECH_WORDS


def _goes_on(line: Line, before: Line, *, unmarked: bool) -> bool:
    """Whether a sentence without marks reads on from a quotation: "Und …", "Das war eben so"."""
    doc = line.doc
    if (
        not (before.speech or unmarked)
        or line.quotations
        or len(doc) > _LONG_SENTENCE
        or doc.text.endswith("?")
    ):
        return False
    closed_late = before.quotations and not before.quotations[-1].closed
    ends_in_speaker = before.quotations and (
        len(before.doc.text) - before.quotations[-1].end > _SPEAKER_LENGTH
    )
    if not (closed_late or ends_in_speaker or unmarked):
        return False
    first = doc[0]
    starts = (first.tag_ == "PDS" and first.text in ("Das", "Da", "Dies")) or first.text in (
        "Und",
        "Denn",
        "Weil",
        "Man",
        "Da",
        "Jeder",
        "Jede",
    )
    return starts and not any(t.tag_ in ("NE", "FM") for t in doc)


def _lost_closing(line: Line) -> bool:
    """Whether a sentence opens a quotation that nothing closes."""
    last = line.quotations[-1] if line.quotations else None
    return (
        last is not None and line.speech and not last.closed and not last.continued
        and last.end - last.start > _SHORT_QUOTATION
    )  # fmt: skip


def may_be_reported(line: Line) -> bool:
    """Whether the main verb is a weak past plural: its second subjunctive looks the same."""
    main = [p for p in line.predicates if not p.verb_last]
    return bool(main) and all(
        line.doc[p.finite].tag_ == "VV(FIN)" and line.doc[p.finite].text.endswith("ten")
        for p in main
    )


def _subjunctive_2_main(line: Line) -> bool:
    return any(
        p.mood is Mood.SUBJUNCTIVE_2
        and not p.verb_last
        and line.doc[p.finite].text.endswith("en")  # the plural has no first form of its own
        and line.doc[p.finite].text.lower() not in _POLITE
        for p in line.predicates
    ) and not any(t.text.lower() in ("wenn", "falls", "sonst") for t in line.doc)


def continues(
    lines: Sequence[Line], sentence: int, last: int | None, *, unmarked: bool = False
) -> str:
    """The rule by which `sentence` continues the speech of sentence `last`; "" for none."""
    line = lines[sentence]
    gap = sentence - last if last is not None else 0
    if line.quotations and not line.quotations[0].opened:
        return "runs-on" if line.quotations[0].inherited else "lost-opening"
    if last is None:
        return ""
    if is_reported(line) and gap <= _LARGEST_GAP:
        return "subjunctive"
    if line.speech and gap <= _LARGEST_GAP and _is_sentence_of_speech(line):
        return "quotation"
    if gap <= _LARGEST_GAP and speaks_in_person(line):
        return "first-person"
    if gap == 1 and _goes_on(line, lines[last], unmarked=unmarked):
        return "goes-on"
    if gap == 1 and not line.quotations and _lost_closing(lines[last]) and not is_reported(line):
        return "lost-closing"
    if gap <= _LARGEST_GAP and _subjunctive_2_main(line):
        return "subjunctive"
    return ""
