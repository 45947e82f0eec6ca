"""``summarizer explain``: sentence by sentence, what was found and which rule found it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from summarizer.cli.terminal import json_line, say
from summarizer.extraction import summarise
from summarizer.extraction.key_facts import Judgement, Verdict, judge_sentences
from summarizer.german.pipeline import analyse
from summarizer.problem import InputError
from summarizer.reading import read_article
from summarizer.reading.cleaning import clean
from summarizer.summary import Figure, Role, Summary

_INDENT = "    "
# A label says what a line is about, so that nothing depends on colour; colours only help.
_STYLES = {"figure": "cyan", "statement": "magenta", "key fact": "green", "passed over": "dim"}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file instead.")
@click.option("--sentence", "only", type=click.IntRange(min=0), help="Show this sentence alone.")
def explain(files: tuple[Path, ...], *, as_json: bool, only: int | None) -> None:
    """Show what was found in each sentence of FILES and which rule found it.

    For whoever extends the rules: the role of each line, the figures, the statements and their
    sources, and why a sentence is a key fact or isn't. Features of key facts are shown with what
    each adds to the log-odds of being picked; summarizer/extraction/key_facts.yml weighs them.

    \b
    Exit status:
      0  all files were read
      1  at least one could not be used
    """
    console = Console(highlight=False)
    failed = False
    for path in files:
        try:
            article = read_article(path)
        except InputError as error:
            failed = True
            say(error, err=True)
            continue
        summary = summarise(article)
        judged = {
            j.sentence: j
            for j in judge_sentences(analyse(article), summary.figures, summary.sources)
        }
        sentences = list(_explanations(summary, judged, only))
        if as_json:
            found = {"path": summary.path, "title": summary.title, "sentences": sentences}
            click.echo(json_line(found))
        else:
            _print(console, summary, sentences)
    if failed:
        raise SystemExit(1)


def _explanations(
    summary: Summary, judged: Mapping[int, Judgement], only: int | None
) -> Iterator[dict[str, Any]]:
    """What is known of each sentence, as plain data."""
    for sentence in summary.sentences:
        if only is not None and sentence.id != only:
            continue
        yield {
            "id": sentence.id,
            "paragraph": sentence.paragraph,
            "text": sentence.text,
            "role": sentence.role.value,
            "role_rule": sentence.role_rule,
            "figures": [
                {**f.model_dump(mode="json", exclude={"sentence", "source"}), "source": name}
                for f in summary.figures
                if f.sentence == sentence.id
                for name in [_source_name(summary, f)]
            ],
            "statements": [
                {
                    "source": source.name,
                    "kind": source.kind.value,
                    **statement.model_dump(mode="json", exclude={"sentence"}),
                }
                for source in summary.sources
                for statement in source.statements
                if statement.sentence == sentence.id
            ],
            "key_fact": _key_fact(judged.get(sentence.id)),
        }


def _source_name(summary: Summary, figure: Figure) -> str | None:
    return None if figure.source is None else summary.sources[figure.source].name


def _key_fact(judgement: Judgement | None) -> dict[str, Any] | None:
    if judgement is None:
        return None
    return {
        "verdict": judgement.verdict.value,
        "chance": round(judgement.chance, 3),
        "contributions": {name: round(x, 2) for name, x in judgement.contributions.items()},
        "reasons": list(judgement.reasons),
        "repeats": judgement.repeats,
    }


def _print(console: Console, summary: Summary, sentences: list[dict[str, Any]]) -> None:
    console.print(Text(_safe(summary.path), style="bold"), soft_wrap=True)
    title = f"{_safe(summary.title)} (title: {summary.title_origin.value})"
    console.print(Text(f"{title}\n"), soft_wrap=True)
    for sentence in sentences:
        rule = f" by rule {sentence['role_rule']}" if sentence["role_rule"] else ""
        head = f"[{sentence['id']}] {sentence['role']}{rule}"
        console.print(Text(head, style="bold"))
        style = "" if sentence["role"] == Role.BODY.value else "italic"
        console.print(_indented(console, _safe(sentence["text"]), style), soft_wrap=True)
        for label, text in _lines(sentence):
            line = _indented(console, f"{label}: {_safe(text)}")
            line.stylize(_STYLES[label], 0, len(_INDENT) + len(label) + 1)
            console.print(line, soft_wrap=True)
    console.print()


def _indented(console: Console, text: str, style: str = "") -> Text:
    """`text` wrapped to the terminal's width; rich would fill the lines up with spaces."""
    width = max(40, console.width)
    lines = textwrap.wrap(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return Text("\n".join(lines), style=style)


def _lines(sentence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for figure in sentence["figures"]:
        yield "figure", _figure_line(figure)
    for statement in sentence["statements"]:
        cue = f", cue “{statement['cue']}”" if statement["cue"] else ""
        yield (
            "statement",
            f"{statement['source']} ({statement['kind']}), {statement['mode']}{cue}"
            + _rule(statement["rule"]),
        )
    fact = sentence["key_fact"]
    if fact is not None:
        chosen = fact["verdict"] == Verdict.CHOSEN.value
        yield "key fact" if chosen else "passed over", _key_fact_line(fact)


def _figure_line(figure: Mapping[str, Any]) -> str:
    value = "vague" if figure["value"] is None else f"{figure['value']:,}"
    if figure["value_max"] is not None:
        value += f" to {figure['value_max']:,}"
    unit = f" {figure['unit']}" if figure["unit"] else ""
    counts = f" of “{figure['label'] or figure['noun']}”" if figure["noun"] else ""
    said = f", according to {figure['source']}" if figure["source"] else ""
    return (
        f"“{figure['surface']}” = {value}{unit}, {figure['kind']}{counts}, "
        f"{figure['certainty']}{said}{_rule(figure['rule'])}"
    )


def _rule(name: str) -> str:
    return f" — rule {name}" if name else ""


def _key_fact_line(fact: Mapping[str, Any]) -> str:
    verdict = fact["verdict"]
    if fact["reasons"]:
        return f"{verdict} ({', '.join(fact['reasons'])})"
    if fact["repeats"] is not None:
        verdict += f" [{fact['repeats']}]"
    by_size = sorted(fact["contributions"].items(), key=lambda item: (-abs(item[1]), item[0]))
    features = ", ".join(f"{name} {value:+.2f}" for name, value in by_size)
    return f"{verdict}, chance {fact['chance']:.2f}: {features}"


def _safe(text: str) -> str:
    """`text` on one line without control characters: file names come from anywhere, too."""
    return clean(text).replace("\n", " ")
