"""What speaks for a sentence as a key fact: named features, each a number, mostly from 0 to 1.

The features are those that an editor could name: where the sentence stands, how much of the
headline it carries, whether it counts something, says who says so, tells of an event. `key_facts`
weighs them; here they are only measured.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from summarizer.extraction.shape import Shape, shape_of, shapes_of
from summarizer.extraction.standalone import content_words
from summarizer.german.lexicon import load
from summarizer.german.pipeline import AnalysedArticle, pipeline
from summarizer.german.predicates import Mood
from summarizer.german.speech import cue_of
from summarizer.summary import Figure, FigureKind, Mode, Role, Source, TitleOrigin

_MATCH_RESULT = re.compile(
    r"(?<![\d.,:])(?<!Verhältnis )(?<!Maßstab )\d{1,3}:\d{1,3}(?![\d:]|\s*Uhr)"
)
_AGE = re.compile(r"\d{1,3}-Jährigen?")
_SHORTEST_PART = 5
"""Fewest letters of a word that counts as a part of a compound ("Sieg" is no "Siegerehrung")."""


_YEAR = re.compile(
    r"(?<![\d.,:])(?:1\d|20)\d\d(?!\d|[.,:]\d)"
    r"(?!\s(?:Euro|Dollar|Franken|Kilo|Meter|Menschen|Personen|Millionen|Milliarden))"
)
_LONG = 40
_SHORT = 9
_ENOUGH_TERMS = 3
_SAME_SHARE = 0.6


@dataclass(frozen=True)
class Candidate:
    """A body sentence and what was measured of it.

    Attributes:
        sentence: its id.
        shape: how it is built.
        terms: its content words as comparable terms, each once.
        features: name → value; every name of ``FEATURES``.
    """

    sentence: int
    shape: Shape
    terms: frozenset[str]
    features: Mapping[str, float]


FEATURES: Mapping[str, str] = {
    "early": "1 for the first sentence, falling by a fifth from each to the next",
    "headline_share": "share of the headline's (or section heading's) words that it carries",
    "figure": "has a figure",
    "money": "has an amount of money",
    "match_result": "has the result of a match",
    "bare": "has neither a name nor a figure",
    "event": "its main verb, or a verb of what is said, tells of an event or decision",
    "done": "tells in the perfect tense or the passive what has happened",
    "state": "its main verb tells how something is or seems",
    "year": "names a year",
    "attributed": "says in a report who says so ('wie die Polizei mitteilte')",
    "own_words": "the words of a speaker rather than a report",
    "reported": "carries on what somebody said in a sentence before ('Der Schaden sei gering')",
    "conjecture": "a guess ('offenbar', 'könnte')",
    "condition": "opens with a condition ('Wenn …')",
    "epithet": "opens with a person without name or introduction ('Der 57-Jährige')",
    "restated": "a longer sentence says three in five of its words again",
    "length": "number of its words (up to 40), for 40 it is 1",
    "short": "has fewer than nine words",
    "competition": "logarithm of the number of the article's sentences (5 to 20), for 15 it is 0",
}
"""Name → what it measures."""


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("salience")[group])


def measure(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[Candidate, ...]:
    """A candidate for each body sentence, in the article's order."""
    sentences = analysed.article.sentences
    body = [s.id for s in sentences if s.role is Role.BODY]
    all_shapes = shapes_of(analysed)
    shapes = [all_shapes[i] for i in body]
    terms = [_terms_of(shape) for shape in shapes]
    headings = _headings(analysed, all_shapes)
    related = _related(frozenset().union(*terms, *(h for pair in headings.values() for h in pair)))
    counted = {figure.sentence for figure in figures}
    paid = {figure.sentence for figure in figures if figure.kind is FigureKind.MONEY}
    direct = {t.sentence for s in sources for t in s.statements if t.mode is Mode.DIRECT}
    indirect = {t.sentence for s in sources for t in s.statements if t.mode is Mode.INDIRECT}
    found = []
    for rank, (i, shape) in enumerate(zip(body, shapes, strict=True)):
        carried = [_carried(heading, terms[rank], related) for heading in headings[i]]
        spoken = _names_speaker(shape)
        features = {
            "early": 0.8**rank,
            "headline_share": max(
                n / max(1, len(h)) for n, h in zip(carried, headings[i], strict=True)
            ),
            "figure": float(i in counted),
            "money": float(i in paid),
            "match_result": float(bool(_MATCH_RESULT.search(shape.doc.text))),
            "bare": float(i not in counted and not _has_name(shape)),
            "event": float(_tells_of_event(shape)),
            "done": float(_is_done(shape)),
            "state": float(shape.main_verb in _words("stative_verbs")),
            "year": float(bool(_YEAR.search(shape.doc.text))),
            "attributed": float(i in indirect and i not in direct and spoken),
            "own_words": float(i in direct),
            "reported": float((i in indirect or _is_subjunctive(shape)) and not spoken),
            "conjecture": float(_conjectures(shape)),
            "condition": float(bool(shape.words) and shape.words[0].lower_ in _words("conditions")),
            "epithet": float(_opens_with_epithet(shape)),
            "restated": float(_is_restated(rank, terms, related)),
            "length": min(len(shape.words), _LONG) / _LONG,
            "short": float(len(shape.words) < _SHORT),
            "competition": math.log(min(max(len(body), 5), 20) / 15),
        }
        found.append(Candidate(i, shape, terms[rank], features))
    return tuple(found)


def _tells_of_event(shape: Shape) -> bool:
    if shape.main_verb not in load("saying_verbs")["tell"]:
        return shape.main_verb in _words("news_verbs")
    # "Die Polizei teilte mit, dass zwei Männer festgenommen wurden": the event is what is said.
    return any(p.lemma in _words("news_verbs") for p in shape.predicates)


def _opens_with_epithet(shape: Shape) -> bool:
    """Whether it opens like "Der 57-Jährige" or "Die verletzte Frau", not "Der Zeuge Weber"."""
    if not shape.words or shape.words[0].lower_ not in ("der", "die", "das"):
        return False
    for noun, after in zip(shape.words[1:3], shape.words[2:4], strict=False):
        if noun.lemma_.lower() in _words("epithets") or _AGE.fullmatch(noun.text):
            return after.tag_ != "NE"
    return False


def _conjectures(shape: Shape) -> bool:
    """Whether an adverb or the main verb makes a guess of it."""
    main = next((p for p in shape.predicates if not p.verb_last), None)
    guessing = main is not None and shape.doc[main.finite].lower_ in _words("guessing_verbs")
    return guessing or any(t.lower_ in _words("conjecture") for t in shape.words)


@cache
def _saying_nouns() -> frozenset[str]:
    return frozenset(load("attribution_words")["saying_nouns"])


def _names_speaker(shape: Shape) -> bool:
    """Whether it says itself whose words or knowledge it gives."""
    if any(cue_of(shape.doc, p, shape.quoted) for p in shape.predicates):
        return True
    after_nach = False
    for token in shape.doc:
        after_nach = after_nach or token.lower_ == "nach"
        # "…, so der Sprecher"
        aside = token.lower_ == "so" and token.i > 0 and token.doc[token.i - 1].text == ","
        noun = after_nach and token.lemma_ in _saying_nouns()
        if aside or noun or token.lower_ in _words("according_to"):
            return True
    return False


def _is_subjunctive(shape: Shape) -> bool:
    main = next((p for p in shape.predicates if not p.verb_last), None)
    return main is not None and main.mood is Mood.SUBJUNCTIVE_1


def _has_name(shape: Shape) -> bool:
    return any(t.tag_ == "NE" for t in shape.words)


def _is_done(shape: Shape) -> bool:
    """Whether the main clause has an auxiliary of the perfect or passive with its participle."""
    main = next((p for p in shape.predicates if not p.verb_last), None)
    if main is None or main.verb == main.finite:
        return False
    auxiliary = shape.doc[main.finite].lower_ in _words("perfect_auxiliaries")
    return auxiliary and shape.doc[main.verb].tag_ == "VV(PP)"


def _is_restated(rank: int, terms: Sequence[frozenset[str]], related: _Related) -> bool:
    own = terms[rank]
    if len(own) < _ENOUGH_TERMS:
        return False
    return any(
        len(other) > len(own) and _carried(own, other, related) >= _SAME_SHARE * len(own)
        for at, other in enumerate(terms)
        if at != rank
    )


def _terms_of(shape: Shape) -> frozenset[str]:
    return frozenset(term for word in content_words(shape) for term in _terms(word))


def _terms(token: Token) -> set[str]:
    """Lemma without case; of a compound with a hyphen its parts, too."""
    lemma = token.lemma_.lower()
    return {lemma, *(part for part in lemma.split("-") if len(part) > 2)}


def _headings(
    analysed: AnalysedArticle, shapes: Sequence[Shape]
) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """For each body sentence the terms of the headline and those of its section's heading."""
    article = analysed.article
    headline: frozenset[str] = frozenset()
    if article.title_origin is not TitleOrigin.DERIVED:
        headline = _terms_of(shape_of(pipeline()(article.title)))
    section: frozenset[str] = frozenset()
    found = {}
    for sentence in article.sentences:
        if sentence.role is Role.HEADING:
            section = _terms_of(shapes[sentence.id])
        elif sentence.role is Role.BODY:
            found[sentence.id] = (headline, section)
    return found


_Related = Mapping[str, frozenset[str]]


def _related(terms: frozenset[str]) -> _Related:
    """For each term those of `terms` that share its stem: itself, compounds with it, parts of it.

    "Segelflugzeug" is related to "Flugzeug", "Wahl" is too short to be so to "Wahlkreis".
    """
    relations: defaultdict[str, set[str]] = defaultdict(set)
    for term in terms:
        relations[term].add(term)
        for cut in range(_SHORTEST_PART, len(term)):
            for part in (term[:cut], term[-cut:]):
                if part in terms:
                    relations[term].add(part)
                    relations[part].add(term)
    return {term: frozenset(others) for term, others in relations.items()}


def _carried(heading: frozenset[str], terms: frozenset[str], related: _Related) -> int:
    """How many words of `heading` the sentence has, alone or in a compound."""
    return sum(not related[word].isdisjoint(terms) for word in heading)
