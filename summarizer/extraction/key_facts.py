"""Key facts: the sentences that a careful editor would pick.

Three steps, each open to inspection (`judge_sentences`): sentences that cannot stand alone are
out (`standalone`); the others get a chance of being picked from weighed features (`salience`,
weights in ``key_facts.yml``); then the best are taken one by one, each time at a discount for
what a chosen one says already (maximal marginal relevance) and for standing close to one, until
the next has too small a chance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from summarizer import word_lists
from summarizer.extraction.attribution import attribute_sentence
from summarizer.extraction.salience import FEATURES, Candidate, measure
from summarizer.extraction.standalone import reasons_against
from summarizer.german.pipeline import AnalysedArticle
from summarizer.summary import Figure, KeyFact, Source


class Verdict(StrEnum):
    """What became of a sentence of the article's text."""

    CHOSEN = "chosen"
    NOT_ALONE = "cannot stand alone"
    REPEATS = "says what a chosen sentence says"
    WEAK = "not strong enough"


@dataclass(frozen=True)
class Judgement:
    """Why a sentence is or isn't a key fact.

    Attributes:
        sentence: its id.
        verdict: what became of it.
        chance: the model's chance from 0 to 1 that an editor accepts it.
        contributions: feature → weight × value, in log-odds; those that are not 0.
        reasons: names of the rules of `standalone` that hold against it.
        repeats: id of the chosen sentence that says the same, if that is the reason.
    """

    sentence: int
    verdict: Verdict
    chance: float
    contributions: Mapping[str, float]
    reasons: tuple[str, ...] = ()
    repeats: int | None = None


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Weight(_Strict):
    prior: float
    weight: float


class Choice(_Strict):
    """Where to stop choosing; each field is explained in ``key_facts.yml``."""

    some_chance: float
    usual: int
    fair_chance: float
    one_more_for: int
    better_chance: float
    most: int
    good_chance: float
    short_article: int
    repetition: float
    spread: float
    neighbourhood: float
    same: float


class Model(_Strict):
    """The weights and the limits of the choice, as in ``key_facts.yml``."""

    bias: float
    weights: Mapping[str, _Weight]
    choice: Choice


@cache
def model() -> Model:
    """The model that the package brings, read once a process."""
    found = Model.model_validate(word_lists.load("summarizer.extraction", "key_facts"))
    if set(found.weights) != set(FEATURES):
        unknown = set(found.weights) ^ set(FEATURES)
        raise ValueError(f"key_facts.yml and salience.py disagree about {sorted(unknown)}")
    return found


def choose_key_facts(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[KeyFact, ...]:
    """Up to six facts in the article's order, each with who says so and how sure it is.

    Three as a rule; more in a long article and where more have a good chance, fewer where fewer
    are fit to stand alone, none where none is. `score` is the chance from 0 to 1 that an editor
    accepts it.
    """
    chosen = [j for j in judge_sentences(analysed, figures, sources) if j.verdict is Verdict.CHOSEN]
    facts = []
    for judgement in chosen:
        source, certainty = attribute_sentence(analysed, judgement.sentence, sources)
        facts.append(
            KeyFact(
                sentence=judgement.sentence,
                score=round(judgement.chance, 3),
                source=source,
                certainty=certainty,
            )
        )
    return tuple(facts)


def judge_sentences(
    analysed: AnalysedArticle, figures: Sequence[Figure], sources: Sequence[Source]
) -> tuple[Judgement, ...]:
    """A judgement of each body sentence, in the article's order."""
    lines = len(analysed.article.sentences)
    return judge_candidates(measure(analysed, figures, sources), lines, model())


def judge_candidates(measured: Sequence[Candidate], lines: int, by: Model) -> tuple[Judgement, ...]:
    """A judgement of each candidate of an article of `lines` lines, with the weights of `by`."""
    candidates = {c.sentence: c for c in measured}
    judged = {i: _judge(candidate, by) for i, candidate in candidates.items()}
    limits = by.choice
    short = lines < limits.short_article
    place = {i: rank for rank, i in enumerate(candidates)}
    reach = len(candidates) * limits.neighbourhood
    most = limits.usual if short else limits.most
    left = [i for i, judgement in judged.items() if judgement.verdict is not Verdict.NOT_ALONE]
    chosen: list[int] = []
    while left and len(chosen) < most:
        likeness = {i: [_likeness(candidates[i], candidates[j]) for j in chosen] for i in left}
        worth = {
            i: _odds(judged[i])
            - limits.repetition * max(likeness[i], default=0.0)
            - limits.spread
            * max((_nearness(place[i] - place[j], reach) for j in chosen), default=0)
            for i in left
        }
        best = max(left, key=lambda i: (worth[i], -i))
        left.remove(best)
        like = dict(zip(chosen, likeness[best], strict=True))
        twin = max(like, key=lambda i: (like[i], -i), default=None)
        if twin is not None and like[twin] >= limits.same:
            judged[best] = replace(judged[best], verdict=Verdict.REPEATS, repeats=twin)
            continue
        if judged[best].chance >= _enough(len(chosen), len(candidates), limits):
            judged[best] = replace(judged[best], verdict=Verdict.CHOSEN)
            chosen.append(best)
    return tuple(judged.values())


def _judge(candidate: Candidate, by: Model) -> Judgement:
    contributions = {
        name: round(by.weights[name].weight * value, 6)
        for name, value in candidate.features.items()
        if by.weights[name].weight * value
    }
    reasons = reasons_against(candidate.shape)
    odds = by.bias + math.fsum(contributions.values())
    return Judgement(
        sentence=candidate.sentence,
        verdict=Verdict.NOT_ALONE if reasons else Verdict.WEAK,
        chance=1 / (1 + math.exp(-odds)),
        contributions=contributions,
        reasons=reasons,
    )


_TEN = 10


def _enough(chosen: int, sentences: int, limits: Choice) -> float:
    """The chance that the next fact must have when so many of so many sentences are chosen."""
    if not chosen:
        return limits.some_chance
    if chosen < limits.usual:
        return limits.fair_chance
    more = limits.usual + max(0, sentences - _TEN) // limits.one_more_for
    return limits.better_chance if chosen < more else limits.good_chance


def _odds(judgement: Judgement) -> float:
    return math.log(judgement.chance / (1 - judgement.chance))


def _nearness(gap: int, reach: float) -> float:
    """1 for the same place, 0 from a distance of `reach` sentences on."""
    return max(0.0, 1 - abs(gap) / reach)


def _likeness(a: Candidate, b: Candidate) -> float:
    """The share of the shorter sentence's terms that the other has, too."""
    return len(a.terms & b.terms) / max(1, min(len(a.terms), len(b.terms)))
