"""What passes between the rooms: an article, what was found in it, and its translation.

`reading` makes an `Article`; `extraction` makes it a `Summary`; `translation` adds an
`Edition` for each language; `publishing` turns editions into pages. All are frozen, and a
`Summary` dumps to the JSON that ``python -m summarizer extract`` prints.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Role(StrEnum):
    """What a line of an article is for."""

    HEADING = "heading"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"


class TitleOrigin(StrEnum):
    """Where an article's title comes from."""

    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    DERIVED = "derived"


class Certainty(StrEnum):
    """How sure the article is: it says so itself, says who says so, or passes on hearsay."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEARSAY = "hearsay"


class FigureKind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"


class SourceKind(StrEnum):
    """What sort of speaker a source is; a `GROUP` is unnamed people ("Augenzeugen")."""

    PERSON = "person"
    ORGANISATION = "organisation"
    MEDIA = "media"
    DOCUMENT = "document"
    GROUP = "group"


class Mode(StrEnum):
    """Whether a statement stands in the speaker's own words, wholly or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sentence(_Model):
    """One sentence, or one line that is none (a heading, a caption). `id` is its index."""

    id: int = Field(ge=0)
    text: str
    role: Role = Role.BODY
    paragraph: int = Field(default=0, ge=0)
    role_rule: str = Field(default="", description="name of the rule that gave the role")


class Article(_Model):
    """A source file as read: what it says of itself and its sentences in order.

    Nothing is invented: what the file does not give is None or empty.
    """

    id: str = Field(description="stable slug, also the page's name")
    path: str = Field(description="the source file as given")
    language: str = Field(default="de", description="ISO 639-1")
    title: str
    title_origin: TitleOrigin
    date: datetime.date | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...]


class Figure(_Model):
    """A quantity. `value` is in base units (3,5 Milliarden = 3500000000; percent as is)."""

    sentence: int
    surface: str = Field(description="numeral with its qualifier, as written: 'bis zu 10.000'")
    value: int | float | None = Field(description="None for a vague amount ('Dutzende')")
    value_max: int | float | None = Field(default=None, description="upper end of a range")
    qualifier: str | None = Field(default=None, description="'rund', 'bis zu', 'mehr als'")
    noun: str = Field(default="", description="what is counted, or the unit, as written")
    label: str = Field(default="", description="the noun with its modifiers")
    kind: FigureKind
    unit: str | None = Field(
        default=None,
        description="normalised: ISO 4217 ('EUR'), CLDR unit ('length-kilometer', "
        "'duration-day'), 'percent', 'percentage-point'; None for a count",
    )
    source: int | None = Field(default=None, description="id of the source it is attributed to")
    certainty: Certainty = Certainty.STATED
    start: int = Field(ge=0, description="offset of `surface` in the sentence's text")
    rule: str = Field(default="", description="name of the rule that found it")


class Statement(_Model):
    """One sentence whose content the article attributes to a source."""

    sentence: int
    mode: Mode
    cue: str = Field(default="", description="the attributing word; '' where speech continues")
    quote: str | None = Field(default=None, description="words in quotation marks, without them")
    rule: str = Field(default="", description="name of the rule that found it")


class Source(_Model):
    """Someone or something to which the article attributes information."""

    id: int = Field(ge=0)
    name: str = Field(description="fullest form in the article, without article word or title")
    kind: SourceKind
    named: bool = True
    role: str = Field(default="", description="title or function as the article gives it")
    aliases: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


class KeyFact(_Model):
    """A sentence an editor would pick, by its id."""

    sentence: int
    score: float
    source: int | None = None
    certainty: Certainty = Certainty.STATED


class Summary(Article):
    """An article and what was found in it."""

    schema_version: Literal[1] = 1
    key_facts: tuple[KeyFact, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()


class SegmentKind(StrEnum):
    """What a piece of text to translate is; also its context in a catalogue."""

    TITLE = "title"
    SENTENCE = "sentence"
    QUOTE = "quote"
    NAME = "name"
    ROLE = "role"
    LABEL = "label"
    AMOUNT = "amount"
    """A figure's qualifier ("bis zu"), or the whole surface of a vague one ("Dutzende")."""


class Segment(_Model):
    """A piece of German that a page shows, and the sentence it stands in."""

    kind: SegmentKind
    text: str
    sentence: int | None = None


class TranslationState(StrEnum):
    """How far a segment's translation can be trusted."""

    ORIGINAL = "original"
    """Shown in the article's own language, nothing to translate."""
    REVIEWED = "reviewed"
    """Written or checked by a person."""
    GLOSSARY = "glossary"
    """From the glossary or CLDR, both made by people."""
    MACHINE = "machine"
    """Machine-translated, passed the fidelity check, seen by no person."""
    PENDING = "pending"
    """No translation yet: the text is the German."""
    REFUSED = "refused"
    """A translation failed the fidelity check: the text is the German."""

    @property
    def translated(self) -> bool:
        """Whether the text is in the edition's language."""
        return self not in (TranslationState.PENDING, TranslationState.REFUSED)


class Translation(_Model):
    """A segment's text as an edition shows it: German where `state` is not translated."""

    text: str
    state: TranslationState
    reason: str = Field(default="", description="why a segment was refused")
    engine: str = Field(default="", description="name and version of the engine that wrote it")


class Edition(_Model):
    """A summary in one language: the same findings, with a translation of each segment."""

    language: str
    summary: Summary
    translations: Mapping[SegmentKind, Mapping[str, Translation]] = Field(default_factory=dict)

    def translate(self, kind: SegmentKind, text: str) -> Translation:
        """The translation of `text`; German and pending where the edition has none."""
        if self.language == self.summary.language:
            return Translation(text=text, state=TranslationState.ORIGINAL)
        found = self.translations.get(kind, {}).get(text)
        return found or Translation(text=text, state=TranslationState.PENDING)

    @cached_property
    def states(self) -> tuple[TranslationState, ...]:
        """The state of every segment."""
        return tuple(t.state for by_text in self.translations.values() for t in by_text.values())
