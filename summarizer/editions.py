"""Summaries become editions in another language, each article again only where something changed.

An edition comes from the article's summary, its catalogue, the glossary, what other articles'
catalogues know of its texts, and the code. It is kept with the hash of all that; where the hash
is the same, a translation would give the same again. Articles are translated in groups, so that
memory does not grow with their number.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from summarizer.cache import build_version
from summarizer.files import write_whole
from summarizer.freshness import content_hash
from summarizer.problem import InputError, Problem, within
from summarizer.progress import Progress
from summarizer.publishing import SiteSettings
from summarizer.report import Refusal
from summarizer.summaries import Analysed, Found
from summarizer.summary import Edition, SegmentKind, Summary, Translation, TranslationState
from summarizer.translation import glossary, translate_summaries
from summarizer.translation.catalogue import Catalogue, content_of, read
from summarizer.translation.engine import Engine
from summarizer.translation.glossary import Glossary
from summarizer.translation.memory import Item, Memory, items_of, memory_of
from summarizer.translation.segments import find_segments
from summarizer.translation.translate import Refused, TranslationReport, parser
from summarizer.withheld import withhold_misleading

GROUP = 100
"""So many articles are translated at a time."""

_M = TypeVar("_M", bound=BaseModel)
_TRANSLATIONS = TypeAdapter(Mapping[SegmentKind, Mapping[str, Translation]])
_ITEMS = TypeAdapter(tuple[Item, ...])


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kept(_Model):
    """An article's edition: what it was made of, and what a build has to know of it.

    `texts` are the hashes of its German, `body` that of its translations.
    """

    made_of: str
    others: str
    texts: tuple[str, ...]
    states: Mapping[TranslationState, int]
    engines: tuple[str, ...]
    """Whose translations were refused."""
    refusals: tuple[Refusal, ...]
    doubts: tuple[Refusal, ...]
    body: str

    @property
    def pending(self) -> int:
        """How many texts nobody has translated."""
        return self.states.get(TranslationState.PENDING, 0)


class Known(_Model):
    """What a catalogue adds to the memory: for the hash of each German text that of the rest."""

    made_of: str
    items: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Catalogues:
    """The catalogues of a language, without their content."""

    digests: Mapping[str, str]
    """The SHA-256 of each file, by article id."""
    known: Mapping[str, Known]
    problems: Mapping[str, Problem]
    """Why some cannot be read."""

    @cached_property
    def _by_text(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for article in sorted(self.known):
            for text, digest in self.known[article].items.items():
                found[text].append((article, digest))
        return found

    def of_others(self, article: str, texts: Iterable[str]) -> str:
        """A hash of what the catalogues of other articles know of `texts`."""
        said = [
            (text, *each)
            for text in texts
            if text in self._by_text
            for each in self._by_text[text]
            if each[0] != article
        ]
        return _hash(json.dumps(said).encode())


@dataclass(frozen=True)
class Places:
    """Where catalogues and glossaries are, and where editions are kept."""

    root: Path
    translations: Path
    glossary: Path
    cache: Path

    @property
    def parsed(self) -> Path:
        """Where catalogues are kept parsed."""
        return self.cache / "catalogues"


@dataclass(frozen=True)
class Editions:
    """The editions of all articles in one language."""

    language: str
    kept: Mapping[str, Kept]
    states: Mapping[TranslationState, int]
    refusals: Sequence[Refusal]
    doubts: Sequence[Refusal]
    catalogues: Mapping[Path, str]
    """The SHA-256 of each article's catalogue as its edition shows it."""
    settled: bool
    """Whether another build with the same inputs would do nothing."""
    folder: Path

    def load(self, summary: Summary) -> Edition:
        """The edition of the article with `summary`.

        Raises:
            InputError: somebody removed it from the cache during the build.
        """
        kept = self.kept[summary.id]
        body = _read_body(self.folder / f"{summary.id}.json")
        if body is None or _hash(body) != kept.body:
            raise InputError(
                summary.path,
                "its translations went from the cache during the build",
                "Build again.",
            )
        translations = _TRANSLATIONS.validate_json(body)
        return Edition(language=self.language, summary=summary, translations=translations)


def read_catalogues(places: Places, language: str) -> Catalogues:
    """The catalogues of `language`; those that are as they were are not parsed."""
    digests: dict[str, str] = {}
    known: dict[str, Known] = {}
    problems: dict[str, Problem] = {}
    for path in sorted((places.translations / language).glob("*.po")):
        article = path.stem
        try:
            content = content_of(path)
            digest = content_hash(content)
            note = _read_header(_note(places, language, article), Known)
            if note is None or note.made_of != _hash_of(digest):
                parsed = parser(places.parsed)(content, str(path))
                note = _remember(places, language, article, digest, parsed)
        except InputError as error:
            problems[article] = error.problem
            continue
        digests[article] = digest
        known[article] = note
    return Catalogues(digests, known, problems)


def _remember(
    places: Places, language: str, article: str, digest: str, catalogue: Catalogue
) -> Known:
    items = tuple(items_of(catalogue))
    by_text: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_text[_text_hash(item.german)].append(item)
    body = _ITEMS.dump_json(items)
    known = Known(
        made_of=_hash_of(digest),
        items={text: _hash(json.dumps(each).encode()) for text, each in by_text.items()},
        body=_hash(body),
    )
    _write(_note(places, language, article), known, body)
    return known


def translate(work: Work, find_engine: Callable[[], Engine | None], progress: Progress) -> Editions:
    """The editions of all articles of `work`, and the catalogues brought up to date.

    Args:
        work: What to translate.
        find_engine: Asked for what translates the rest, if there is a rest.
        progress: Told how many articles, and then how many texts of the rest are done.

    Raises:
        InputError: a glossary or a catalogue cannot be used.
    """
    broken = work.catalogues.problems
    articles = [article for article in work.found.articles if article.id not in broken]
    done: dict[str, Kept] = {}
    for article in articles:
        if (kept := work.kept(article)) is not None:
            done[article.id] = kept
    stale = [article for article in articles if article.id not in done]
    if stale or not articles:
        work.glossary  # noqa: B018  (one that cannot be used is an error whatever else there is)
    show = progress.step(f"Translating into {work.language!r}", len(stale))
    for number, group in _groups(stale):
        done |= work.translated(group, None)
        show(number + len(group))
    pending = sum(kept.pending for kept in done.values())
    engine = find_engine() if pending else None
    if engine is not None:
        left = [a for a in articles if done[a.id].pending or {*done[a.id].engines} - {engine.name}]
        show = progress.step(f"Machine translation into {work.language!r}", pending)
        before = 0
        for _, group in _groups(left):
            in_group = sum(done[article.id].pending for article in group)
            done |= work.translated(group, engine, partial(_told, show, before))
            before += in_group
            show(before)
    for article in work.found.articles:
        if article.id in broken:
            done[article.id] = work.untranslated(article)
    return work.editions(done)


@dataclass(frozen=True)
class Work:
    """Articles to translate into `language`, and what is known already."""

    found: Found
    language: str
    settings: SiteSettings
    places: Places
    catalogues: Catalogues

    @cached_property
    def glossary(self) -> Glossary:
        """What the newsroom has settled."""
        return glossary.load(self.places.glossary, self.settings.source_language, self.language)

    @cached_property
    def _digests(self) -> dict[str, str]:
        """The catalogues' digests, which change as articles are translated."""
        return dict(self.catalogues.digests)

    @cached_property
    def _known(self) -> dict[str, Known]:
        return dict(self.catalogues.known)

    @cached_property
    def _glossary_hash(self) -> str:
        folder = self.places.glossary
        files = sorted(folder.glob("*.y*ml")) if folder.is_dir() else []
        told = [(path.name, content_hash(path.read_bytes())) for path in files if path.is_file()]
        return _hash(json.dumps(told).encode())

    @cached_property
    def _memory(self) -> Memory:
        items: dict[str, tuple[Item, ...]] = {}
        for article, known in self.catalogues.known.items():
            body = _read_body(_note(self.places, self.language, article))
            if body is None or _hash(body) != known.body:
                path = self.places.translations / self.language / f"{article}.po"
                items[article] = tuple(items_of(read(path, parser(self.places.parsed))))
            else:
                items[article] = _ITEMS.validate_json(body)
        return memory_of(items)

    def kept(self, article: Analysed) -> Kept | None:
        """The edition of `article` if translating it would give the same again."""
        path = _edition(self.places, self.language, article.id)
        kept = _read_header(path, Kept)
        body = _read_body(path)
        if (
            kept is None
            or body is None
            or kept.body != _hash(body)
            or kept.made_of != self._made_of(article)
            or kept.others != self.catalogues.of_others(article.id, kept.texts)
        ):
            return None
        return kept

    def _made_of(self, article: Analysed) -> str:
        digest = self._digests.get(article.id, "")
        settings = self.settings.model_dump_json()
        return _hash_of(article.key, digest, self._glossary_hash, settings)

    def translated(
        self,
        group: Sequence[Analysed],
        engine: Engine | None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Mapping[str, Kept]:
        """The editions of `group`, made anew."""
        folder = self.places.translations
        known = {
            article.id: read(path, parser(self.places.parsed))
            for article in group
            if (path := folder / self.language / f"{article.id}.po").exists()
        }
        editions, report = translate_summaries(
            [self.found.load(article) for article in group],
            self.language,
            catalogues=folder,
            glossary=self.glossary,
            engine=engine,
            progress=progress,
            known=known,
            memory=self._memory,
            parsed=self.places.parsed,
        )
        return {
            article.id: self._keep(article, edition, report)
            for article, edition in zip(group, editions, strict=True)
        }

    def _keep(self, article: Analysed, edition: Edition, report: TranslationReport) -> Kept:
        saved = report.saved[article.id]
        self._digests[article.id] = saved.digest
        self._known[article.id] = _remember(
            self.places, self.language, article.id, saved.digest, saved.catalogue
        )
        folder = self.places.translations / self.language
        (shown,), withheld = withhold_misleading(
            [edition], self.settings, folder, within(str(folder), self.places.root)
        )
        return self._store(
            article,
            shown,
            self._made_of(article),
            [
                *(Refusal(article=r.article, text=r.german, reason=r.reason) for r in withheld),
                *_refusals(report.refused, article.id),
            ],
            _refusals(report.doubted, article.id),
        )

    def untranslated(self, article: Analysed) -> Kept:
        """The edition of an article whose catalogue cannot be read.

        What a reviewer wrote there must not be replaced by what a model makes of it.
        """
        translations: dict[SegmentKind, dict[str, Translation]] = {}
        summary = self.found.load(article)
        for segment in find_segments(summary):
            translations.setdefault(segment.kind, {})[segment.text] = Translation(
                text=segment.text, state=TranslationState.PENDING
            )
        edition = Edition(language=self.language, summary=summary, translations=translations)
        return self._store(article, edition, "")

    def _store(
        self,
        article: Analysed,
        edition: Edition,
        made_of: str,
        refusals: Sequence[Refusal] = (),
        doubts: Sequence[Refusal] = (),
    ) -> Kept:
        each = [t for by_text in edition.translations.values() for t in by_text.values()]
        texts = {text for by_text in edition.translations.values() for text in by_text}
        hashes = tuple(sorted(map(_text_hash, texts)))
        body = _TRANSLATIONS.dump_json(edition.translations)
        refused = (t.engine for t in each if t.state is TranslationState.REFUSED)
        kept = Kept(
            made_of=made_of,
            others=self.catalogues.of_others(article.id, hashes),
            texts=hashes,
            states=Counter(edition.states),
            engines=tuple(sorted({engine for engine in refused if engine})),
            refusals=tuple(refusals),
            doubts=tuple(doubts),
            body=_hash(body),
        )
        _write(_edition(self.places, self.language, article.id), kept, body)
        return kept

    def editions(self, kept: Mapping[str, Kept]) -> Editions:
        """All editions, in the order of the articles."""
        states: Counter[TranslationState] = Counter()
        ordered = [kept[article.id] for article in self.found.articles]
        for each in ordered:
            states.update(each.states)
        after = Catalogues(self._digests, self._known, {})
        return Editions(
            language=self.language,
            kept=kept,
            states=states,
            refusals=[one for each in ordered for one in each.refusals],
            doubts=[one for each in ordered for one in each.doubts],
            catalogues={
                self.places.translations / self.language / f"{article.id}.po": digest
                for article in self.found.articles
                if (digest := self._digests.get(article.id))
            },
            settled=all(
                kept[article.id].others == after.of_others(article.id, kept[article.id].texts)
                for article in self.found.articles
            ),
            folder=self.places.cache / "editions" / self.language,
        )


def _refusals(refused: Iterable[Refused], article: str) -> list[Refusal]:
    return [
        Refusal(article=article, text=one.german, reason=one.reason)
        for one in refused
        if one.article == article
    ]


def prune(editions: Editions, places: Places) -> None:
    """Forget the editions of articles and the notes of catalogues that are no more."""
    notes = {path.stem for path in (places.translations / editions.language).glob("*.po")}
    for kind, present in (("editions", set(editions.kept)), ("memory", notes)):
        for path in (places.cache / kind / editions.language).glob("*.json"):
            if path.stem not in present:
                path.unlink(missing_ok=True)


def _told(show: Callable[[int], None], before: int, done: int, _of: int) -> None:
    show(before + done)


def _groups(articles: Sequence[Analysed]) -> Iterator[tuple[int, Sequence[Analysed]]]:
    for start in range(0, len(articles), GROUP):
        yield start, articles[start : start + GROUP]


def _edition(places: Places, language: str, article: str) -> Path:
    return places.cache / "editions" / language / f"{article}.json"


def _note(places: Places, language: str, article: str) -> Path:
    return places.cache / "memory" / language / f"{article}.json"


def _write(path: Path, header: BaseModel, body: bytes) -> None:
    """Write a file of two parts: one line that every build reads, and what few need."""
    write_whole(path, header.model_dump_json().encode() + b"\n" + body, sync=False)


def _read_header(path: Path, model: type[_M]) -> _M | None:
    try:
        with path.open("rb") as file:
            return model.model_validate_json(file.readline())
    except (OSError, ValidationError):
        return None


def _read_body(path: Path) -> bytes | None:
    try:
        return path.read_bytes().partition(b"\n")[2]
    except OSError:
        return None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_of(*parts: str) -> str:
    """A hash of `parts` and of the code: whatever is kept is of this version."""
    return _hash(json.dumps((build_version(), *parts)).encode())


def _text_hash(text: str) -> str:
    """A short name for a text. Where two share one, more is translated again than need be."""
    return _hash(text.encode("utf-8", "surrogatepass"))[:12]
