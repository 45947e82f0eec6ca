"""Fit the weights of ``summarizer/extraction/key_facts.yml`` to annotated articles.

    python tools/weigh_key_facts.py ARTICLES.jsonl [MORE.jsonl …] [--write]

Each file holds one article a line: ``doc``, ``lines`` (``n``, ``de``, ``role``), ``figures``,
``sources``, ``key_lines`` and ``never_key_lines``, as people annotated them. The annotated roles,
figures and sources are used, so that the weights don't depend on what the rules miss.

The model is a logistic regression with a ridge penalty towards each weight's ``prior``: with few
articles the penalty decides, so a weight moves only as far as the articles ask for. The figures
printed come from articles left out one at a time and, where there are several files, from files
left out one at a time; those of the fit on all are printed beside.
``--write`` puts the weights of the fit on all articles into the YAML file and keeps its comments.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from summarizer.extraction.key_facts import Model, Verdict, judge_candidates, model
from summarizer.extraction.salience import Candidate, measure
from summarizer.extraction.standalone import reasons_against
from summarizer.german.pipeline import analyse
from summarizer.summary import Article, Figure, Sentence, Source, Statement, TitleOrigin

WEIGHTS = Path(__file__).parent.parent / "summarizer" / "extraction" / "key_facts.yml"
RIDGE = 8.0
"""Strength of the pull towards the prior, chosen by the log-loss on articles left out."""


@dataclass(frozen=True)
class Annotated:
    """An article's measured sentences and which of them its annotators accept or refuse."""

    lines: int
    candidates: tuple[Candidate, ...]
    good: frozenset[int]
    bad: frozenset[int]

    @property
    def fit_to_stand(self) -> tuple[Candidate, ...]:
        """The candidates among which the model has to choose."""
        return tuple(c for c in self.candidates if not reasons_against(c.shape))


def read(path: Path) -> list[Annotated]:
    """All articles of an annotated file."""
    return [
        _annotated(json.loads(line))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _annotated(gold: dict) -> Annotated:
    lines = gold["lines"]
    headed = lines[0]["role"] == "heading"
    article = Article(
        id=gold["doc"],
        path=gold["doc"],
        title=lines[0]["de"],
        title_origin=TitleOrigin.HEADING if headed else TitleOrigin.DERIVED,
        sentences=tuple(Sentence(id=x["n"], text=x["de"], role=x["role"]) for x in lines),
    )
    figures = [
        Figure(sentence=f["line"], surface=f["surface"], value=f["value"], kind=f["kind"], start=0)
        for f in gold["figures"]
    ]
    sources = [
        Source(
            id=number,
            name=source["name"],
            kind=source["kind"],
            statements=tuple(
                Statement(sentence=s["line"], mode=s["mode"]) for s in source["statements"]
            ),
        )
        for number, source in enumerate(gold["sources"])
    ]
    good = frozenset(gold["key_lines"])
    bad = {x["n"] for x in lines if x["role"] != "body"} | set(gold["never_key_lines"])
    return Annotated(
        len(lines), measure(analyse(article), figures, sources), good, frozenset(bad) - good
    )


def fit(articles: Sequence[Annotated], start: Model) -> Model:
    """`start` with weights and bias fitted by Newton's method."""
    names = sorted(start.weights)
    pairs = [(c, c.sentence in a.good) for a in articles for c in a.fit_to_stand]
    x = np.array([[c.features[name] for name in names] + [1.0] for c, _ in pairs])
    y = np.array([float(accepted) for _, accepted in pairs])
    prior = np.array([start.weights[name].prior for name in names] + [0.0])
    pull = np.array([RIDGE] * len(names) + [1e-3])
    w: npt.NDArray[np.float64] = prior.copy()
    for _ in range(25):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + pull * (w - prior)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(pull)
        w = w - np.linalg.solve(hessian, gradient)
    weights = {
        name: start.weights[name].model_copy(update={"weight": round(float(value), 2)})
        for name, value in zip(names, w[:-1], strict=True)
    }
    return start.model_copy(update={"weights": weights, "bias": round(float(w[-1]), 2)})


def report(name: str, articles: Sequence[Annotated], models: Sequence[Model]) -> None:
    """Print precision, share that embarrasses and facts an article, each by its own model."""
    picked = [
        (article, judgement.sentence)
        for article, by in zip(articles, models, strict=True)
        for judgement in judge_candidates(article.candidates, article.lines, by)
        if judgement.verdict is Verdict.CHOSEN
    ]
    good = sum(sentence in article.good for article, sentence in picked)
    bad = sum(sentence in article.bad for article, sentence in picked)
    print(
        f"{name:20s} precision {good / len(picked):.3f}  embarrassing {bad / len(picked):.3f}"
        f"  per article {len(picked) / len(articles):.2f}"
    )


def write(fitted: Model) -> None:
    """Put the weights of `fitted` into the YAML file, whose comments stay."""
    text = WEIGHTS.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^bias: \S+", f"bias: {fitted.bias}", text)
    for name, value in fitted.weights.items():
        text = re.sub(
            rf"(?m)^(  {name}: {{prior: \S+, weight: )[^}}]+", rf"\g<1>{value.weight}", text
        )
    WEIGHTS.write_text(text, encoding="utf-8")


def main() -> None:
    """Fit, report, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="update key_facts.yml")
    arguments = parser.parse_args()
    sets = [read(path) for path in arguments.articles]
    articles = [article for each in sets for article in each]
    left_out = [
        fit([other for other in articles if other is not article], model()) for article in articles
    ]
    fitted = fit(articles, model())
    for path, left in zip(arguments.articles, sets, strict=True):
        others = [article for each in sets if each is not left for article in each]
        if others:
            report(f"{path.stem} left out", left, [fit(others, model())] * len(left))
    report("left out", articles, left_out)
    report("fitted", articles, [fitted] * len(articles))
    report("as is", articles, [model()] * len(articles))
    if arguments.write:
        write(fitted)


if __name__ == "__main__":
    main()
