"""A small bar chart where several figures of an article count the same thing.

They do so only where the same words are counted in the same unit, in sentences side by side, and
the sentences say how the figures differ: by time, or by whose count it is. Where that is in doubt
there is no chart.

The chart is SVG with widths in per cent, so that it fits any screen with its letters at their
own size, and takes its colours from the page. The table beside it is its text alternative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import get_day_names, get_month_names
from babel.support import NullTranslations

from summarizer.german.comparison import Place, Time, is_whole_count, repeats, time_of
from summarizer.german.nominative import nominative
from summarizer.publishing.article_view import FigureView, Piece
from summarizer.summary import Certainty, FigureKind, TranslationState

_SHORTEST_BAR = 0.5
_LARGEST_RATIO = 20
"""Figures further apart than this are hardly of one kind, and the shorter bar is no bar."""


@dataclass(frozen=True)
class Bar:
    """A figure's bar: where it begins and how wide it is, in per cent of the longest.

    `name` says which of the figures it is.
    """

    figure: FigureView
    name: Piece
    start: float
    width: float


@dataclass(frozen=True)
class Chart:
    """Bars of figures that count the same, under what they count."""

    label: Piece
    bars: tuple[Bar, ...]


def charts(
    figures: Sequence[FigureView], language: str, locale: Locale, words: NullTranslations
) -> tuple[Chart, ...]:
    """A chart for each thing that figures count at several times, or by several accounts.

    Args:
        figures: The figures of an article, in its order.
        language: The page's language.
        locale: What names months and days.
        words: The page's interface words.
    """
    made = []
    rest = [figure for figure in figures if _can_be_compared(figure)]
    while rest:
        first, *others = rest
        time = time_of(_place(first))
        group = [(first, _time_name(time, locale, words))]
        for other in others:
            when = time_of(_place(other))
            if when is None or not _continues(other, [view for view, _ in group]):
                continue
            if len(group) == 1 and time is None and other.figure.value == first.figure.value:
                group = []  # a headline, whose figure the text gives with its time
            group.append((other, _time_name(when, locale, words)))
        names = [name for _, name in group]
        if len(group) > 1 and len(set(names)) == len(names):
            shown = [
                (view, Piece(name, language, TranslationState.ORIGINAL)) for view, name in group
            ]
        else:
            shown = list(_accounts(first, others))
        if len(shown) > 1 and _of_one_size([view for view, _ in shown]):
            made.append(_chart(shown))
        used = {id(view) for view, _ in shown}
        rest = [figure for figure in others if id(figure) not in used]
    return tuple(made)


def _can_be_compared(view: FigureView) -> bool:
    figure = view.figure
    return (
        view.label is not None
        and figure.value is not None
        and figure.value > 0
        and figure.kind is not FigureKind.DURATION
        and view.certainty is not Certainty.HEARSAY
        and is_whole_count(_place(view))
    )


def _place(view: FigureView) -> Place:
    text, start = view.evidence.original.text, view.figure.start
    label = view.figure.label or view.figure.noun
    found = text.find(label, start)
    end = found + len(label) if found >= 0 else start + len(view.figure.surface)
    return Place(text, start, end)


def _counted(view: FigureView) -> tuple[str, str | None, FigureKind]:
    figure = view.figure
    label = nominative(figure.label or figure.noun, figure.noun)
    return label.casefold(), figure.unit, figure.kind


def _continues(view: FigureView, group: Sequence[FigureView]) -> bool:
    """Whether a figure counts at another time what those of `group` do, and stands next to them."""
    first, last = group[0], group[-1]
    return (
        _counted(view) == _counted(first)
        and view.figure.sentence - last.figure.sentence <= 1
        and repeats(_place(view), _place(first))
    )


def _accounts(
    first: FigureView, others: Sequence[FigureView]
) -> Iterator[tuple[FigureView, Piece]]:
    """The figure with those that others give for the same in the same sentence."""
    if first.source is None:
        return
    sources = {first.source.anchor}
    yield first, first.source.name
    for view in others:
        if (
            view.source is not None
            and view.source.anchor not in sources
            and _counted(view) == _counted(first)
            and view.figure.sentence == first.figure.sentence
            and repeats(_place(view), _place(first), names=view.source_words)
        ):
            sources.add(view.source.anchor)
            yield view, view.source.name


def _of_one_size(group: Sequence[FigureView]) -> bool:
    sizes = [_upper(view) for view in group]
    return len(set(sizes)) > 1 and max(sizes) <= _LARGEST_RATIO * min(sizes)


def _time_name(time: Time | None, locale: Locale, words: NullTranslations) -> str:
    if time is None:
        return words.gettext("this time")
    if time.before:
        return {
            "year": words.gettext("the year before"),
            "month": words.gettext("the month before"),
            "week": words.gettext("the week before"),
        }[time.before]
    if time.weekday is not None:
        return str(get_day_names("wide", "stand-alone", locale)[time.weekday])
    if time.month is not None:
        name = str(get_month_names("wide", "stand-alone", locale)[time.month])
        return f"{name} {time.year}" if time.year else name
    return str(time.year)


def _chart(shown: Sequence[tuple[FigureView, Piece]]) -> Chart:
    longest = max(_upper(view) for view, _ in shown)
    label = shown[0][0].label
    assert label is not None  # noqa: S101 (`_can_be_compared` sees to it)
    return Chart(label, tuple(_bar(view, name, longest) for view, name in shown))


def _upper(view: FigureView) -> float:
    figure = view.figure
    return float(figure.value_max if figure.value_max is not None else figure.value or 0)


def _bar(view: FigureView, name: Piece, longest: float) -> Bar:
    """A range is a bar from its lower to its upper end; any other figure begins at nought."""
    start = 100 * float(view.figure.value or 0) / longest if view.figure.value_max else 0.0
    width = 100 * _upper(view) / longest - start
    return Bar(view, name, round(start, 2), round(max(width, _SHORTEST_BAR), 2))
