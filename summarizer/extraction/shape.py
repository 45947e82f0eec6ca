"""How a sentence is built: its words, what of it is quoted, its clauses and its main verb."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.predicates import Predicate, find_predicates, is_finite
from summarizer.german.quotes import Quotation, find_quotations
from summarizer.summary import Role

NOUN_TAGS = frozenset({"NN", "NE", "NNA", "FM"})
_SUBORDINATORS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "(", ")"})


@dataclass(frozen=True)
class Shape:
    """The shape of one sentence. Offsets are of tokens.

    Attributes:
        doc: the analysed sentence.
        words: its tokens without punctuation.
        quoted: offsets of the tokens in quotation marks, also in marks that an earlier sentence
            opened.
        half_quoted: whether a quotation runs in from the sentence before, on into the next, or
            has lost a mark.
        predicates: the verb complexes outside quotation marks.
        clauses: the words in stretches cut at punctuation, conjunctions and subordinators.
        main_verb: lemma of the main clause's full verb with its particle; "" for none.
    """

    doc: Doc
    words: tuple[Token, ...]
    quoted: frozenset[int]
    half_quoted: bool
    predicates: tuple[Predicate, ...]
    clauses: tuple[tuple[Token, ...], ...]
    main_verb: str

    def is_quoted(self, token: Token) -> bool:
        """Whether `token` stands in quotation marks."""
        return token.i in self.quoted

    def is_finite(self, token: Token) -> bool:
        """Whether `token` is a finite verb outside quotation marks."""
        return any(p.finite == token.i for p in self.predicates)

    @property
    def own_words(self) -> tuple[Token, ...]:
        """The words outside quotation marks."""
        return tuple(t for t in self.words if t.i not in self.quoted)

    @property
    def quote_share(self) -> float:
        """The share of words in quotation marks, 0 to 1."""
        return 1 - len(self.own_words) / max(1, len(self.words))


def shapes_of(analysed: AnalysedArticle) -> tuple[Shape, ...]:
    """The shape of every sentence of an article."""
    sentences = analysed.article.sentences
    breaks = frozenset(s.id for s in sentences if s.role is not Role.BODY)
    quotations = find_quotations([s.text for s in sentences], breaks)
    return tuple(shape_of(doc, spans) for doc, spans in zip(analysed.docs, quotations, strict=True))


def shape_of(doc: Doc, quotations: Collection[Quotation] = ()) -> Shape:
    """The shape of one sentence, given the quotations that stand in it."""
    quoted = frozenset(
        t.i for t in doc for q in quotations if q.start <= t.idx < q.end and not t.is_space
    )
    predicates = find_predicates(doc, quoted)
    finite = {p.finite for p in predicates}
    clauses = tuple(_clauses(doc, finite))
    return Shape(
        doc=doc,
        words=tuple(t for t in doc if not t.is_punct and not t.is_space),
        quoted=quoted,
        half_quoted=any(not (q.opened and q.closed) for q in quotations),
        predicates=predicates,
        clauses=clauses,
        main_verb=_main_verb(doc, predicates, clauses, quoted),
    )


def _clauses(doc: Doc, finite: Collection[int]) -> Iterator[tuple[Token, ...]]:
    clause: list[Token] = []
    for token in doc:
        joins = token.tag_ in _SUBORDINATORS or token.tag_ == "KON"
        if token.text in _BREAKS or (joins and any(t.i in finite for t in clause)):
            if clause:
                yield tuple(clause)
            clause = []
        if not token.is_punct and not token.is_space and token.text not in _BREAKS:
            clause.append(token)
    if clause:
        yield tuple(clause)


def _main_verb(
    doc: Doc,
    predicates: Collection[Predicate],
    clauses: Collection[tuple[Token, ...]],
    quoted: Collection[int],
) -> str:
    for predicate in predicates:
        # HanTa takes a fronted conjunction "Als" for the preposition.
        fronted = doc[predicate.start].lower_ == "als" and predicate.finite == predicate.end - 1
        if not predicate.verb_last and not fronted:
            # "ist bekannt" is a state, whatever the predicate adjective once was.
            finite, verb = doc[predicate.finite], doc[predicate.verb]
            copula = finite.tag_ == "VA(FIN)" and (verb.i == finite.i or verb.tag_ == "ADJ(D)")
            return finite.lemma_ if copula else predicate.lemma
    return next(filter(None, (_misread_verb(clause, quoted) for clause in clauses)), "")


def _misread_verb(clause: tuple[Token, ...], quoted: Collection[int]) -> str:
    """Lemma of the finite verb of a clause in which HanTa finds none; "" where none is.

    "Am Freitag empfangen die Falken Emden": some plural forms look like participles; one that
    doesn't end its clause is the verb. "In Memmtal entdeckten Taucher ein Wrack": a preterite
    before a bare noun looks like an adjective; right after a noun it is none.
    """
    if clause[0].tag_ in _SUBORDINATORS or any(is_finite(t) for t in clause):
        return ""
    verbs = [t for t in clause if t.tag_ in ("VV(PP)", "VV(INF)")]
    if len(verbs) == 1 and clause[0].i < verbs[0].i < clause[-1].i:
        verb = verbs[0]
        if verb.text.endswith("en") and verb.i not in quoted:
            return verb.lemma_
    for noun, token, after in zip(clause, clause[1:], clause[2:], strict=False):
        preterite = token.tag_ == "ADJ(A)" and token.lower_.endswith(("te", "ten"))
        between = noun.tag_ in NOUN_TAGS and after.tag_ in NOUN_TAGS and not verbs
        if preterite and between and token.text[0].islower() and token.i not in quoted:
            return token.lemma_.removesuffix("t") + "en"
    return ""
