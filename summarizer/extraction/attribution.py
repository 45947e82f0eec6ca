"""Attribution: who says a figure or a sentence, and how sure the article is of it.

German marks hearsay in its grammar ("soll … geliefert haben", "sei … gestürzt") and in adverbs
("angeblich", "offenbar"). Where the article names who says it, it is attributed; where it passes
it on without a source, it is hearsay; all else the article states itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from summarizer.german.lexicon import load
from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.predicates import Mood, Predicate, find_predicates
from summarizer.summary import Certainty, Figure, Source, Statement

_SUBORDINATE_STATEMENT = frozenset(
    [
        "als",
        "nachdem",
        "bevor",
        "während",
        "weil",
        "da",
        "obwohl",
        "obgleich",
        "wenn",
        "indem",
        "seit",
        "seitdem",
        "bis",
        "sobald",
    ]
)
_OPENING_CONTENT = frozenset({"dass", "daß", "ob"})


@dataclass(frozen=True)
class _Attribution:
    """A statement in its sentence: the clause of its cue, and where its content may stand."""

    source: Source
    statement: Statement
    cue_at: int | None
    clause: range


def attribute_figures(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[Figure, ...]:
    """`figures` with the `source` and `certainty` that the article gives each.

    A figure belongs to the source whose words or clause it stands in: in "Der Chef von 300
    Leuten sagte, 20 seien krank" the article states the first and attributes the second.
    """
    found = []
    predicates: dict[int, tuple[Predicate, ...]] = {}
    for figure in figures:
        doc = analysed.docs[figure.sentence]
        if figure.sentence not in predicates:
            predicates[figure.sentence] = find_predicates(doc)
        clauses = predicates[figure.sentence]
        token = _token_at(doc, figure.start)
        source = _source_at(doc, clauses, token, figure, sources)
        if source is not None:
            update = {"source": source.id, "certainty": Certainty.ATTRIBUTED}
        else:
            hearsay = _is_hearsay(doc, clauses, token)
            update = {
                "source": None,
                "certainty": Certainty.HEARSAY if hearsay else Certainty.STATED,
            }
        found.append(figure.model_copy(update=update))
    return tuple(found)


def attribute_sentence(
    analysed: AnalysedArticle, sentence: int, sources: Sequence[Source]
) -> tuple[int | None, Certainty]:
    """The source that a sentence as a whole is attributed to, and its certainty.

    A sentence whose main clause the article itself vouches for is stated, also where somebody
    speaks in a side clause ("…, nachdem der Chef seinen Rücktritt angekündigt hatte").
    """
    doc = analysed.docs[sentence]
    clauses = find_predicates(doc)
    spoken = _attributions(doc, clauses, sentence, sources)
    whole = [a for a in spoken if not _in_side_clause(doc, clauses, a)]
    if whole:
        named = [a for a in whole if a.source.named] or whole
        return named[0].source.id, Certainty.ATTRIBUTED
    if spoken:
        return None, Certainty.STATED
    main = [p for p in clauses if not p.verb_last]
    anchors = [p.finite for p in main] or [0]
    if any(_is_hearsay(doc, clauses, anchor) for anchor in anchors[:1] + anchors[-1:]):
        return None, Certainty.HEARSAY
    return None, Certainty.STATED


def _token_at(doc: Doc, offset: int) -> int:
    return next((t.i for t in doc if t.idx <= offset < t.idx + len(t.text) + 1), 0)


def _attributions(
    doc: Doc, clauses: Sequence[Predicate], sentence: int, sources: Sequence[Source]
) -> list[_Attribution]:
    found = []
    for source in sources:
        for statement in source.statements:
            if statement.sentence != sentence:
                continue
            at = _cue_token(doc, statement.cue)
            found.append(_Attribution(source, statement, at, _clause_of(clauses, at)))
    return found


def _cue_token(doc: Doc, cue: str) -> int | None:
    """Where a cue's first word stands; the last such place, as the cue follows its content."""
    words = cue.split()
    if not words:
        return None
    places = [t.i for t in doc if t.text == words[0]]
    if not places:
        return None
    if len(words) > 1:
        places = [p for p in places if any(t.text == words[-1] for t in doc[p:])] or places
    return places[-1]


def _clause_of(clauses: Sequence[Predicate], at: int | None) -> range:
    if at is None:
        return range(0)
    own = [p for p in clauses if p.start <= at < p.end or at in (p.finite, p.verb)]
    if own:
        best = min(own, key=lambda p: abs(p.finite - at))
        return range(best.start, best.end)
    return range(at, at + 1)


def _in_side_clause(doc: Doc, clauses: Sequence[Predicate], attribution: _Attribution) -> bool:
    at = attribution.cue_at
    if at is None or not attribution.statement.rule.startswith("verb"):
        return False
    for clause in clauses:
        if at in (clause.verb, clause.finite):
            opener = doc[clause.opener]
            return clause.verb_last and (
                opener.text.lower() in _SUBORDINATE_STATEMENT or opener.tag_ in ("PRELS", "PRELAT")
            )
    return False


def _source_at(
    doc: Doc,
    clauses: Sequence[Predicate],
    token: int,
    figure: Figure,
    sources: Sequence[Source],
) -> Source | None:
    """The source of what stands at `token`; None where the article itself says it."""
    spoken = _attributions(doc, clauses, figure.sentence, sources)
    covering = [a for a in spoken if _covers(doc, clauses, a, token, figure)]
    if not covering:
        return None
    quoted = [a for a in covering if a.statement.quote and figure.surface in a.statement.quote]
    candidates = quoted or [a for a in covering if a.source.named] or covering
    inside = [a for a in candidates if token in a.clause]
    distance = {id(a): abs((a.cue_at if a.cue_at is not None else token) - token) for a in spoken}
    return min(inside or candidates, key=lambda a: distance[id(a)]).source


def _covers(
    doc: Doc, clauses: Sequence[Predicate], attribution: _Attribution, token: int, figure: Figure
) -> bool:
    """Whether what `attribution`'s source says includes the word at `token`."""
    statement = attribution.statement
    if attribution.cue_at is None or statement.rule in ("colon", "name-colon", "so"):
        return (
            attribution.cue_at is None
            or statement.quote is None
            or (figure.surface in statement.quote or token not in attribution.clause)
        )
    if not statement.rule.startswith(("verb", "wie-verb")):
        return True
    if _in_side_clause(doc, clauses, attribution):
        start, end = attribution.clause.start, len(doc)
        following = [
            p.start
            for p in clauses
            if p.start >= attribution.clause.stop
            and not p.verb_last
            and (p.mood is Mood.INDICATIVE or _goes_on(doc, p, attribution))
        ]
        return start <= token < min([end, *following])
    if token not in attribution.clause:
        return not _in_relative_clause_of_subject(doc, clauses, attribution, token)
    if statement.rule == "wie-verb":
        return False
    if _is_subject(doc, attribution, token):
        return False
    content_elsewhere = statement.quote is not None or any(
        p.start not in attribution.clause
        and (
            doc[p.opener].text.lower() in _OPENING_CONTENT
            or p.mood is not Mood.INDICATIVE
            or p.end <= attribution.clause.start
            or (p.start == attribution.clause.stop + 1 and not p.verb_last)
        )
        for p in clauses
    )
    return not content_elsewhere


def _goes_on(doc: Doc, clause: Predicate, attribution: _Attribution) -> bool:
    """Whether a main clause goes on after the relative clause that `attribution` stands in.

    Its verb then follows the comma: "Zeugen zufolge, die Medien zitieren, könnten 20 fehlen".
    """
    return (
        doc[attribution.clause.start].tag_ in ("PRELS", "PRELAT")
        and clause.verb_first
        and clause.start == attribution.clause.stop + 1
    )


def _is_subject(doc: Doc, attribution: _Attribution, token: int) -> bool:
    """Whether the figure counts the speakers: "150 Forscher warnen"."""
    words = [w for w in attribution.source.name.split() if w[:1].isupper()]
    if attribution.source.named or not words:
        return False
    following = doc[token : token + 5]
    return any(t.text == words[0] or t.lemma_ == words[0] for t in following)


def _in_relative_clause_of_subject(
    doc: Doc, clauses: Sequence[Predicate], attribution: _Attribution, token: int
) -> bool:
    """Whether `token` stands between a speaker and the verb: "Meier, der 300 Leute führt, sagt"."""
    at = attribution.cue_at
    if at is None:
        return False
    surname = attribution.source.name.split()[-1] if attribution.source.name else ""
    name_at = next((t.i for t in doc if t.text.rstrip("s") == surname.rstrip("s")), None)
    if name_at is None or not name_at < token < at:
        return False
    return any(
        p.verb_last and p.start <= token < p.end and doc[p.opener].tag_ in ("PRELS", "PRELAT")
        and p.start - name_at <= 3
        for p in clauses
    )  # fmt: skip


@cache
def _hedges() -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("attribution_words")["hedges"])


def _is_hearsay(doc: Doc, clauses: Sequence[Predicate], token: int) -> bool:
    """Whether the clause at `token` passes something on: "soll", "angeblich", subjunctive."""
    own = [p for p in clauses if p.start <= token < max(p.end, p.verb + 1)]
    if not own and clauses:
        own = [min(clauses, key=lambda p: min(abs(p.start - token), abs(p.end - token)))]
    for predicate in own:
        text = doc[predicate.finite].text.lower()
        if text in ("soll", "sollen") and predicate.verb != predicate.finite:
            return True
        if text in ("soll", "sollen") and any(
            t.tag_.endswith("(INF)") for t in doc[predicate.start : predicate.end]
        ):
            return True
        if predicate.mood is Mood.SUBJUNCTIVE_1 and not any(
            t.text.lower() == "ich" for t in doc[predicate.start : predicate.end]
        ):
            return True
        lo, hi = predicate.start, max(predicate.end, predicate.verb + 1)
        if any(t.text.lower() in _hedges() for t in doc[lo:hi]):
            return True
    return not own and any(t.text.lower() in _hedges() for t in doc)
