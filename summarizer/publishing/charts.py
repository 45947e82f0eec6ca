"""A small bar chart where several figures of an article count the same thing.

The chart is SVG with widths in per cent, so that it fits any screen with its letters at their
own size, and takes its colours from the page. The table beside it is its text alternative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarizer.publishing.article_view import FigureView, Piece

_LONGEST_ENDING = 2
"""German adjectives and nouns differ by case and number in at most two letters at their end."""
_SHORTEST_BAR = 0.5


@dataclass(frozen=True)
class Bar:
    """A figure's bar: where it begins and how wide it is, in per cent of the longest."""

    figure: FigureView
    start: float
    width: float


@dataclass(frozen=True)
class Chart:
    """Bars of figures that count the same, under what they count."""

    label: Piece
    bars: tuple[Bar, ...]


def charts(figures: Sequence[FigureView]) -> tuple[Chart, ...]:
    """A chart for each thing that two or more figures with different values count.

    Figures in a unit ("Euro", "Prozent") count the same only where their label says what of:
    two sums of money are not the same thing for being money.
    """
    groups: list[tuple[Piece, list[FigureView]]] = []
    for figure in figures:
        if figure.label is None or figure.figure.value is None or figure.figure.value < 0:
            continue
        for _, group in groups:
            if _same_thing(group[0], figure):
                group.append(figure)
                break
        else:
            groups.append((figure.label, [figure]))
    return tuple(
        _chart(label, group)
        for label, group in groups
        if len({figure.figure.value for figure in group}) > 1
    )


def _same_thing(one: FigureView, other: FigureView) -> bool:
    return one.figure.unit == other.figure.unit and _same_words(
        one.figure.label or one.figure.noun, other.figure.label or other.figure.noun
    )


def _same_words(one: str, other: str) -> bool:
    """Whether two labels have the same words, but for the endings of declension."""
    words, others = one.casefold().split(), other.casefold().split()
    return len(words) == len(others) and all(
        _same_word(*pair) for pair in zip(words, others, strict=True)
    )


def _same_word(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared > _LONGEST_ENDING and max(len(one), len(other)) - shared <= _LONGEST_ENDING


def _chart(label: Piece, group: Sequence[FigureView]) -> Chart:
    longest = max(_upper(figure) for figure in group)
    return Chart(label, tuple(_bar(figure, longest) for figure in group))


def _upper(view: FigureView) -> float:
    figure = view.figure
    return float(figure.value_max if figure.value_max is not None else figure.value or 0)


def _bar(view: FigureView, longest: float) -> Bar:
    """A range is a bar from its lower to its upper end; any other figure begins at nought."""
    start = 100 * float(view.figure.value or 0) / longest if view.figure.value_max else 0.0
    width = 100 * _upper(view) / longest - start
    return Bar(view, round(start, 2), round(max(width, _SHORTEST_BAR), 2))
