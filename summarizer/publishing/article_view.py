"""What an article's page shows, worked out before any template sees it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from babel import Locale
from babel.dates import format_date
from babel.support import NullTranslations

from summarizer.german.nominative import nominative
from summarizer.publishing.amounts import Amount, amount, unit_names, unit_word
from summarizer.publishing.wording import wording
from summarizer.summary import (
    Certainty,
    Edition,
    Figure,
    FigureKind,
    KeyFact,
    Mode,
    SegmentKind,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    Translation,
    TranslationState,
)

_WORDS_A_MINUTE = 200
"""What adults read of a plain text, rounded down from Brysbaert's 238 (2019)."""

_WHOLE_QUOTE = 0.5
"""A quote's share of its sentence from which it can stand without it."""

_BEST_FACTS = 2
"""How many key facts a figure may come from to stand for its article in a list."""


@dataclass(frozen=True)
class Piece:
    """A piece of text as a page shows it: its language and how far it can be trusted."""

    text: str
    language: str
    state: TranslationState

    @property
    def foreign(self) -> bool:
        """Whether the text is still in the article's language."""
        return not self.state.translated

    @property
    def machine(self) -> bool:
        """Whether no person has seen the translation."""
        return self.state is TranslationState.MACHINE


@dataclass(frozen=True)
class Evidence:
    """A sentence as the article has it, and in the other languages, for the same eyes.

    `marked` is the sentence in three parts, the middle one what the item rests on.
    """

    sentence: int
    original: Piece
    marked: tuple[str, str, str]
    translations: tuple[Piece, ...]

    @property
    def anchor(self) -> str:
        """Where the reading view has the sentence."""
        return f"s{self.sentence + 1}"

    @property
    def number(self) -> int:
        """The sentence's place in the article, from 1."""
        return self.sentence + 1


@dataclass(frozen=True)
class SourceLink:
    """A source's name, and the anchor of its card."""

    name: Piece
    anchor: str


@dataclass(frozen=True)
class FactView:
    """A key fact."""

    text: Piece
    certainty: Certainty
    source: SourceLink | None
    evidence: Evidence


@dataclass(frozen=True)
class FigureView:
    """A row of the table of figures.

    `label` says what it counts. Where the article has no word for that ("Der Umsatz stieg um zwölf
    Prozent"), it is None, and `context` says it: the figure's sentence.
    """

    anchor: str
    figure: Figure
    amount: tuple[Piece, ...]
    label: Piece | None
    context: Piece
    certainty: Certainty
    source: SourceLink | None
    source_words: tuple[str, ...]
    """The names of its source in the article's language."""
    evidence: Evidence

    @property
    def amount_text(self) -> str:
        """The amount as plain text."""
        return " ".join(piece.text for piece in self.amount)


@dataclass(frozen=True)
class StatementView:
    """What a source said, in one sentence; `quote` and `wording` are its own words.

    `fragment` is True where the quote is a few words that mean little without their sentence.
    """

    text: Piece
    fragment: bool
    quote: Piece | None
    wording: Piece | None
    evidence: Evidence


@dataclass(frozen=True)
class SourceView:
    """A source's card.

    `also` are its other names that a reader gains from: those in the article, in the article's
    language. `searched` are those in other languages, which a reader may look for here.
    """

    source: Source
    anchor: str
    name: Piece
    role: Piece | None
    kind: SourceKind
    also: tuple[Piece, ...]
    searched: tuple[Piece, ...]
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class Card:
    """What lists show of a source's card. Its `source` comes without statements."""

    source: Source
    name: Piece
    role: Piece | None
    also: tuple[Piece, ...]
    searched: tuple[Piece, ...]
    count: int
    """How many statements it made."""


@dataclass(frozen=True)
class Outline:
    """What pages about many articles need of each, in the page's language."""

    id: str
    title: Piece
    date: datetime.date | None
    publisher: str | None
    tags: tuple[str, ...]
    language: str
    """The article's own."""
    cards: tuple[Card, ...]
    """Those of its named sources."""


@dataclass(frozen=True)
class Progress:
    """How much of what a page shows is translated, and by whom."""

    all: int
    machine: int
    missing: int


class ArticleView:
    """One edition, with those in the other languages beside it.

    Args:
        edition: The edition that the page shows.
        others: The same article's editions in other languages.
        locale: The locale that formats the page's numbers and dates.
    """

    def __init__(self, edition: Edition, others: Sequence[Edition], locale: Locale) -> None:
        self.edition = edition
        self.summary: Summary = edition.summary
        self.language = edition.language
        self._others = others
        self._locale = locale
        self._words: NullTranslations = wording(edition.language)

    @property
    def id(self) -> str:
        """The article's id, the same in every language."""
        return self.summary.id

    @cached_property
    def outline(self) -> Outline:
        """What lists and the index of sources need."""
        return Outline(
            id=self.id,
            title=self.title,
            date=self.summary.date,
            publisher=self.summary.publisher,
            tags=self.summary.tags,
            language=self.summary.language,
            cards=tuple(
                Card(
                    source=card.source.model_copy(update={"statements": ()}),
                    name=card.name,
                    role=card.role,
                    also=card.also,
                    searched=card.searched,
                    count=len(card.statements),
                )
                for card in self.named_sources
            ),
        )

    @cached_property
    def title(self) -> Piece:
        """The headline."""
        return self._piece(SegmentKind.TITLE, self.summary.title)

    @cached_property
    def date(self) -> str | None:
        """The date in words, or None where none is known."""
        if self.summary.date is None:
            return None
        return format_date(self.summary.date, format="long", locale=self._locale)

    @cached_property
    def facts(self) -> tuple[FactView, ...]:
        """The key facts, as ranked."""
        return tuple(self._fact(fact) for fact in self.summary.key_facts)

    @cached_property
    def figures(self) -> tuple[FigureView, ...]:
        """The figures, in the article's order."""
        return tuple(
            self._figure(number, figure) for number, figure in enumerate(self.summary.figures, 1)
        )

    @cached_property
    def named_sources(self) -> tuple[SourceView, ...]:
        """Who is named, in the article's order."""
        return tuple(self._source(source) for source in self.summary.sources if source.named)

    @cached_property
    def unnamed_sources(self) -> tuple[SourceView, ...]:
        """Who stays unnamed: witnesses, experts, officials."""
        return tuple(self._source(source) for source in self.summary.sources if not source.named)

    @cached_property
    def passages(self) -> tuple[tuple[Evidence, bool], ...]:
        """Each cited sentence in the article's order, and whether sentences before are left out."""
        numbers = cited_sentences(self.summary)
        before = (-1, *numbers)
        return tuple(
            (self._evidence(number), number != previous + 1)
            for previous, number in zip(before, numbers, strict=False)
        )

    @cached_property
    def bilingual(self) -> bool:
        """Whether any cited sentence has a translation to stand beside."""
        return any(
            not text.foreign for evidence, _ in self.passages for text in evidence.translations
        )

    @cached_property
    def minutes(self) -> tuple[int, int]:
        """Minutes to read the key facts, and the article that they stand for."""
        facts = sum(_words(fact.text.text) for fact in self.facts)
        article = sum(_words(sentence.text) for sentence in self.summary.sentences)
        return _minutes(facts), _minutes(article)

    @cached_property
    def progress(self) -> Progress | None:
        """The state of the translation; None in the article's own language."""
        if self.language == self.summary.language:
            return None
        states = self.edition.states
        return Progress(
            all=len(states),
            machine=states.count(TranslationState.MACHINE),
            missing=sum(not state.translated for state in states),
        )

    @cached_property
    def leading_figure(self) -> FigureView | None:
        """The figure to show in a list: the first in one of the best key facts that has one.

        None where no figure there says what it counts without its sentence.
        """
        best = sorted(self.summary.key_facts, key=lambda fact: -fact.score)[:_BEST_FACTS]
        for fact in best:
            for view in self.figures:
                if view.figure.sentence == fact.sentence and _is_telling(view):
                    return view
        return None

    def _piece(self, kind: SegmentKind, text: str) -> Piece:
        return self._shown(self.edition.translate(kind, text))

    def _shown(self, translation: Translation) -> Piece:
        original = not translation.state.translated or self.language == self.summary.language
        return Piece(
            text=translation.text,
            language=self.summary.language if original else self.language,
            state=translation.state,
        )

    def _fact(self, fact: KeyFact) -> FactView:
        text = self.summary.sentences[fact.sentence].text
        return FactView(
            text=self._piece(SegmentKind.SENTENCE, text),
            certainty=fact.certainty,
            source=self._link(fact.source),
            evidence=self._evidence(fact.sentence),
        )

    def _figure(self, number: int, figure: Figure) -> FigureView:
        shown: Amount = amount(figure, self.edition, self._locale, self._words)
        return FigureView(
            anchor=f"figure-{number}",
            figure=figure,
            amount=tuple(self._shown(part) for part in shown.parts),
            label=self._label(figure),
            context=self._piece(SegmentKind.SENTENCE, self.summary.sentences[figure.sentence].text),
            certainty=figure.certainty,
            source=self._link(figure.source),
            source_words=self._source_words(figure.source),
            evidence=self._evidence(figure.sentence, figure.start, figure.surface),
        )

    def _label(self, figure: Figure) -> Piece | None:
        """What a figure counts, without its unit, which stands in the amount."""
        label, unit = figure.label or figure.noun, unit_word(figure)
        if unit and (label == unit or label.endswith(f" {unit}")):
            return None
        piece = self._piece(SegmentKind.LABEL, label)
        if piece.language == self.summary.language:
            many = figure.kind is FigureKind.COUNT and (figure.value != 1 or figure.value_max)
            text = nominative(label, figure.noun) if many else label.removeprefix(f"{unit} ")
        else:
            text = piece.text
            for name in unit_names(figure, self._locale) if unit else ():
                text = text.removeprefix(f"{name} ")
        return replace(piece, text=text) if text else None

    def _source(self, source: Source) -> SourceView:
        name = self._name(source)
        written = {name.text.casefold()}
        in_article = [self._original(other) for other in (source.name, *source.aliases)]
        elsewhere = self._names_elsewhere(source)
        also: list[Piece] = []
        searched: list[Piece] = []
        for other, found in [
            *((one, also if source.named else searched) for one in in_article),
            *((one, searched) for one in elsewhere),
        ]:
            if other.text.casefold() not in written:
                written.add(other.text.casefold())
                found.append(other)
        return SourceView(
            source=source,
            anchor=source_anchor(source.id),
            name=name,
            role=self._piece(SegmentKind.ROLE, source.role) if source.role else None,
            kind=source.kind,
            also=tuple(also),
            searched=tuple(searched),
            statements=tuple(self._statement(statement) for statement in source.statements),
        )

    def _names_elsewhere(self, source: Source) -> list[Piece]:
        names = (
            (other.language, other.translate(SegmentKind.NAME, source.name))
            for other in self._others
        )
        return [
            Piece(name.text, language, name.state)
            for language, name in names
            if name.state.translated
        ]

    def _name(self, source: Source) -> Piece:
        translation = self.edition.translate(SegmentKind.NAME, source.name)
        if source.kind is SourceKind.PERSON and not translation.state.translated:
            # A person's name is the same in every language unless the glossary knows better.
            return Piece(source.name, self.language, TranslationState.ORIGINAL)
        shown = self._shown(translation)
        if source.named:
            return shown
        # "anonyme Quellen" stands at the head of a card or alone in a cell.
        return replace(shown, text=shown.text[:1].upper() + shown.text[1:])

    def _statement(self, statement: Statement) -> StatementView:
        text = self.summary.sentences[statement.sentence].text
        quote = wording_ = None
        if statement.mode is Mode.DIRECT and statement.quote:
            quote = self._piece(SegmentKind.QUOTE, statement.quote)
            if quote.language != self.summary.language:
                wording_ = self._original(statement.quote)
        return StatementView(
            fragment=quote is not None and len(statement.quote or "") < _WHOLE_QUOTE * len(text),
            text=self._piece(SegmentKind.SENTENCE, text),
            quote=quote,
            wording=wording_,
            evidence=self._evidence(statement.sentence),
        )

    def _original(self, text: str) -> Piece:
        return Piece(text, self.summary.language, TranslationState.ORIGINAL)

    def _source_words(self, source: int | None) -> tuple[str, ...]:
        found = next((s for s in self.summary.sources if s.id == source), None)
        return (found.name, found.role, *found.aliases) if found else ()

    def _link(self, source: int | None) -> SourceLink | None:
        found = next((s for s in self.summary.sources if s.id == source), None)
        if found is None:
            return None
        return SourceLink(name=self._name(found), anchor=source_anchor(found.id))

    def _evidence(self, number: int, start: int = 0, marked: str = "") -> Evidence:
        sentence: Sentence = self.summary.sentences[number]
        text = sentence.text
        end = start + len(marked)
        if text[start:end] != marked:
            start = end = 0
        if self.language == self.summary.language:
            # The article's own language has nothing to translate: show what the others made of it.
            shown = [
                Piece(other.text, edition.language, other.state)
                for edition in self._others
                if (other := edition.translate(SegmentKind.SENTENCE, text)).state.translated
            ]
        else:
            shown = [self._piece(SegmentKind.SENTENCE, text)]
        return Evidence(
            sentence=number,
            original=self._original(text),
            marked=(text[:start], text[start:end], text[end:]),
            translations=tuple(shown),
        )


def source_anchor(number: int) -> str:
    """Where an article's page has the card of a source."""
    return f"source-{number}"


def cited_sentences(summary: Summary) -> tuple[int, ...]:
    """The sentences that something on the page rests on: no page carries more of the article."""
    cited = {fact.sentence for fact in summary.key_facts}
    cited |= {figure.sentence for figure in summary.figures}
    cited |= {s.sentence for source in summary.sources for s in source.statements}
    return tuple(sorted(cited))


def views(
    editions: Mapping[str, Sequence[Edition]], language: str, locale: Locale
) -> tuple[ArticleView, ...]:
    """The articles in a language, newest first, undated ones last by id."""
    others: dict[str, list[Edition]] = {}
    for code, list_ in editions.items():
        if code != language:
            for edition in list_:
                others.setdefault(edition.summary.id, []).append(edition)
    found = (
        ArticleView(edition, others.get(edition.summary.id, ()), locale)
        for edition in editions.get(language, ())
    )
    return tuple(sorted(found, key=newest_first))


def _is_telling(view: FigureView) -> bool:
    """Whether a figure means something with its label alone: "10,000 soldiers", not "3 days"."""
    figure = view.figure
    counted = figure.kind in (FigureKind.COUNT, FigureKind.MONEY)
    return counted and figure.value is not None and view.label is not None


def newest_first(view: ArticleView) -> tuple[int, str]:
    """What views are sorted by: newest first, undated ones last by id."""
    date = view.outline.date
    return (-date.toordinal() if date else 1, view.id)


def _words(text: str) -> int:
    return len(text.split())


def _minutes(words: int) -> int:
    return max(1, math.ceil(words / _WORDS_A_MINUTE))
