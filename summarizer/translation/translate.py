"""Summaries become editions in another language: memory, glossary, engine, fidelity check.

For each segment the first of these that has it: what a person wrote in the article's own
catalogue; what a person wrote of the same German in another's; for short texts the glossary and
CLDR; what the engine said before; the engine, except for short texts of a few words (see
`FEW_WORDS`). What the engine says must pass the fidelity check.
What fails it is tried once more, with numerals and names written as the other language does, and
then refused: the page shows the German.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer.summary import (
    Edition,
    Segment,
    SegmentKind,
    SourceKind,
    Summary,
    Translation,
    TranslationState,
)
from summarizer.translation import catalogue as catalogues_
from summarizer.translation.catalogue import (
    CHECKED,
    Catalogue,
    Entry,
    Key,
    Origin,
    OriginKind,
    Result,
)
from summarizer.translation.context import wanted
from summarizer.translation.engine import Engine, Progress
from summarizer.translation.fidelity import check, describe, version
from summarizer.translation.fidelity.numbers import check_numbers
from summarizer.translation.fidelity.pair import Pair
from summarizer.translation.fidelity.protection import protect
from summarizer.translation.glossary import Glossary
from summarizer.translation.memory import Memory, is_copy, remember
from summarizer.translation.parsed import parse_once
from summarizer.translation.segments import PROSE, find_segments
from summarizer.translation.short_texts import settle

BATCH = 512
"""So many texts are translated between one saving of the catalogues and the next."""

FEW_WORDS = 3
"""Labels, roles and names of so many words are no job for an engine.

Without a sentence round them a model guesses ("Zähler": counters, points, meters?) or loops
(argos-translate issues 318 and 428), and the fidelity check has nothing to hold on to. They wait
for the glossary or a person; the page shows the German, marked as such.
"""

_TOO_SHORT = "short: a few words alone are not left to a model; a glossary entry settles them"


@dataclass(frozen=True)
class Refused:
    """A translation that the fidelity check did not let through, and its findings."""

    article: str
    kind: SegmentKind
    german: str
    reason: str


@dataclass(frozen=True)
class Saved:
    """A catalogue as it was written, and the SHA-256 of the file's content."""

    path: Path
    catalogue: Catalogue
    digest: str


@dataclass(frozen=True)
class TranslationReport:
    """How far the editions of one language are translated.

    `states` counts segments; `pending` is what has no translation, by article id and in order.
    """

    language: str
    states: Mapping[TranslationState, int]
    pending: tuple[tuple[str, Segment], ...]
    refused: tuple[Refused, ...]
    engine: str = ""
    doubted: tuple[Refused, ...] = ()
    """Reviewed sentences whose numbers differ from the German's: published, but said."""
    saved: Mapping[str, Saved] = field(default_factory=dict)
    """The catalogues as the editions show them, by article id."""


def translate_summaries(
    summaries: Sequence[Summary],
    language: str,
    *,
    catalogues: Path,
    glossary: Glossary,
    engine: Engine | Callable[[], Engine | None] | None = None,
    progress: Progress | None = None,
    known: Mapping[str, Catalogue] | None = None,
    memory: Memory | None = None,
    parsed: Path | None = None,
) -> tuple[tuple[Edition, ...], TranslationReport]:
    """Editions of `summaries` in `language`, and the catalogues brought up to date.

    Args:
        summaries: all articles of the build.
        language: ISO 639-1.
        catalogues: the folder of all catalogues, ``translations/``.
        glossary: as `summarizer.translation.glossary.load` gives it for `language`.
        engine: what translates the rest; or a function that finds it, called only if there is
            a rest (so that no model is fetched or loaded for nothing); None leaves it pending.
        progress: told how many texts the engine has done.
        known: the catalogues of `language`, at least those of `summaries`; read here by default.
        memory: what is known of other articles' texts; by default what `known` makes up.
        parsed: the folder where parsed catalogues are kept from one build to the next.

    Raises:
        InputError: a catalogue cannot be read. No catalogue has been changed then.
    """
    if known is None:
        known = read_all(catalogues / language, parsed)
    places = _Places(catalogues, parsed)
    jobs = [_Job(summary, find_segments(summary)) for summary in summaries]
    memory = remember(known) if memory is None else memory
    checked = version(glossary)
    results: dict[str, dict[Key, Result]] = {}
    for job in jobs:
        own = known.get(job.summary.id, Catalogue())
        results[job.summary.id] = dict(_settled(job, own, memory, glossary))
    found = None
    if _waiting(jobs, known, results, None):
        found = engine() if callable(engine) and not isinstance(engine, Engine) else engine
    if found is not None:
        waiting = _waiting(jobs, known, results, found.name)
        for done in _translate(list(waiting), found, glossary, progress):
            changed: dict[str, _Job] = {}
            for german, result in done.items():
                for job, key in waiting[german]:
                    results[job.summary.id][key] = result
                    changed[job.summary.id] = job
            for article, job in changed.items():
                _save(job, places, language, results[article], checked)
    saved = [_save(job, places, language, results[job.summary.id], checked) for job in jobs]
    editions = tuple(
        _edition(job, each.catalogue, language, glossary)
        for job, each in zip(jobs, saved, strict=True)
    )
    report = _report(editions, language, found.name if found else "", glossary)
    return editions, replace(
        report, saved={job.summary.id: each for job, each in zip(jobs, saved, strict=True)}
    )


def read_all(folder: Path, parsed: Path | None = None) -> dict[str, Catalogue]:
    """The catalogues in `folder` by article id; `parsed` is where they are kept parsed.

    Raises:
        InputError: one of them is no catalogue.
    """
    return {path.stem: catalogues_.read(path, parser(parsed)) for path in _files(folder)}


def parser(folder: Path | None) -> catalogues_.Parse:
    """What parses a catalogue, or finds it parsed in `folder`."""
    return lambda data, path: parse_once(data, path, folder)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.po"))


@dataclass(frozen=True)
class _Job:
    summary: Summary
    segments: tuple[Segment, ...]


def _keys(segments: Iterable[Segment]) -> Iterator[Key]:
    return (Key(str(segment.kind), segment.text) for segment in segments)


def _settled(
    job: _Job, own: Catalogue, memory: Memory, glossary: Glossary
) -> Iterator[tuple[Key, Result]]:
    """What is known of a job's segments without an engine.

    A machine's words are checked again when the check or the glossary has changed.
    """
    media = {s.name for s in job.summary.sources if s.kind is SourceKind.MEDIA and s.named}
    entries = {entry.key: entry for entry in own.entries}
    for segment in job.segments:
        key = Key(str(segment.kind), segment.text)
        entry = entries.get(key)
        if entry and entry.by_person:
            if entry.fuzzy:
                yield key, _checked(key, entry.text, Origin(OriginKind.MACHINE), glossary)
            continue
        reviewed = memory.find_reviewed(key, job.summary.id)
        if reviewed:
            yield key, Result(reviewed.text, Origin(OriginKind.MEMORY, reviewed.article))
            continue
        if entry and is_copy(entry):
            continue
        settled = (
            settle(
                segment.kind,
                segment.text,
                glossary,
                medium=segment.text in media,
                sentence=_sentence(job.summary, segment),
            )
            if segment.kind not in PROSE
            else None
        )
        if settled:
            yield key, Result(settled, Origin(OriginKind.GLOSSARY))
            continue
        machine = entry if entry and _by_machine(entry) else None
        if not _for_engine(key):
            if machine and machine.origin:
                yield key, Result(machine.text, machine.origin, _TOO_SHORT)
            continue
        if machine and machine.origin and own.header.get(CHECKED) == version(glossary):
            yield key, Result(machine.text, machine.origin, machine.refusal)
            continue
        if machine and machine.origin:
            yield key, _checked(key, machine.text, machine.origin, glossary)
            continue
        remembered = memory.find_machine(key, None)
        if remembered:
            origin = Origin(OriginKind.MACHINE, remembered.engine)
            yield key, _checked(key, remembered.text, origin, glossary)


def _for_engine(key: Key) -> bool:
    return SegmentKind(key.kind) in PROSE or len(key.german.split()) > FEW_WORDS


def _sentence(summary: Summary, segment: Segment) -> str:
    return "" if segment.sentence is None else summary.sentences[segment.sentence].text


def _by_machine(entry: Entry) -> bool:
    return (
        bool(entry.text)
        and bool(entry.origin)
        and entry.fuzzy
        and (entry.origin is not None and entry.origin.kind is OriginKind.MACHINE)
    )


def _checked(key: Key, text: str, origin: Origin, glossary: Glossary) -> Result:
    return Result(text, origin, describe(check(key.german, text, glossary)))


def _waiting(
    jobs: Sequence[_Job],
    known: Mapping[str, Catalogue],
    results: Mapping[str, Mapping[Key, Result]],
    engine: str | None,
) -> dict[str, list[tuple[_Job, Key]]]:
    """German that nobody has translated, in the order of the build, and where it stands.

    Given the engine's name, also what another engine was refused for.
    """
    found: dict[str, list[tuple[_Job, Key]]] = {}
    for job in jobs:
        own = known.get(job.summary.id, Catalogue())
        for key in _keys(job.segments):
            if _for_engine(key) and _open(key, own, results[job.summary.id], engine):
                found.setdefault(key.german, []).append((job, key))
    return found


def _open(key: Key, own: Catalogue, results: Mapping[Key, Result], engine: str | None) -> bool:
    result = results.get(key)
    if result is not None:
        other = engine is not None and result.origin.by not in ("", engine)
        return bool(result.refusal) and other
    entry = own.find(key)
    return entry is None or not (entry.by_person or is_copy(entry))


def _translate(
    texts: Sequence[str], engine: Engine, glossary: Glossary, progress: Progress | None
) -> Iterator[dict[str, Result]]:
    """What `engine` makes of `texts`, a batch at a time."""
    origin = Origin(OriginKind.MACHINE, engine.name)
    total = len(texts)
    for start in range(0, total, BATCH):
        batch = texts[start : start + BATCH]

        def advance(done: int, _: int, start: int = start) -> None:
            if progress:
                progress(start + done, total)

        done: dict[str, Result] = {}
        for german, text in zip(batch, engine.translate(batch, progress=advance), strict=True):
            if text.strip():
                done[german] = _first_faithful(german, [text], origin, glossary)
        yield from _retried(done, engine, origin, glossary)


def _retried(
    done: dict[str, Result], engine: Engine, origin: Origin, glossary: Glossary
) -> Iterator[dict[str, Result]]:
    """`done`, with a second try for what was refused: protected, and the engine's other ideas."""
    refused = [german for german, result in done.items() if result.refusal]
    if refused:
        protected = [protect(german, glossary) for german in refused]
        others = engine.alternatives(protected)
        for german, candidates in zip(refused, others, strict=True):
            second = _first_faithful(german, candidates, origin, glossary)
            if not second.refusal and second.text:
                done[german] = second
    yield done


def _first_faithful(
    german: str, candidates: Iterable[str], origin: Origin, glossary: Glossary
) -> Result:
    """The first of `candidates` that the check lets through, else the first with the reason."""
    first: Result | None = None
    for candidate in candidates:
        text = glossary.enforce(german, " ".join(candidate.split()))
        if not text:
            continue
        result = Result(text, origin, describe(check(german, text, glossary)))
        if not result.refusal:
            return result
        first = first or result
    return first or Result("", origin, "no translation")


@dataclass(frozen=True)
class _Places:
    catalogues: Path
    parsed: Path | None


def _save(
    job: _Job, places: _Places, language: str, results: Mapping[Key, Result], checked: str
) -> Saved:
    items = wanted(job.summary, job.segments)
    path = catalogues_.path_of(places.catalogues, language, job.summary.id)
    catalogue, content = catalogues_.update(
        path,
        lambda old: catalogues_.merge(
            old, items, results, language=language, article=job.summary.id, checked=checked
        ),
        parser(places.parsed),
    )
    return Saved(path, catalogue, hashlib.sha256(content).hexdigest())


def _edition(job: _Job, saved: Catalogue, language: str, glossary: Glossary) -> Edition:
    translations: dict[SegmentKind, dict[str, Translation]] = {}
    entries = {entry.key: entry for entry in saved.entries}
    for segment in job.segments:
        entry = entries[Key(str(segment.kind), segment.text)]
        translations.setdefault(segment.kind, {})[segment.text] = _shown(entry)
    for source in job.summary.sources:
        name = glossary.person(source.name)
        if source.kind is SourceKind.PERSON and name != source.name:
            translations.setdefault(SegmentKind.NAME, {})[source.name] = Translation(
                text=name, state=TranslationState.GLOSSARY
            )
    return Edition(language=language, summary=job.summary, translations=translations)


def _shown(entry: Entry) -> Translation:
    state = entry.state or TranslationState.PENDING
    machine = state in (TranslationState.MACHINE, TranslationState.REFUSED)
    return Translation(
        text=entry.text if state.translated else entry.key.german,
        state=state,
        reason=entry.refusal if state is TranslationState.REFUSED else "",
        engine=entry.origin.by if machine and entry.origin else "",
    )


def _report(
    editions: Sequence[Edition], language: str, engine: str, glossary: Glossary
) -> TranslationReport:
    states: dict[TranslationState, int] = {}
    pending: list[tuple[str, Segment]] = []
    refused: list[Refused] = []
    doubted: list[Refused] = []
    for edition in editions:
        article = edition.summary.id
        for kind, by_text in edition.translations.items():
            for german, translation in by_text.items():
                states[translation.state] = states.get(translation.state, 0) + 1
                if translation.state is TranslationState.PENDING:
                    pending.append((article, Segment(kind=kind, text=german)))
                elif translation.state is TranslationState.REFUSED:
                    refused.append(Refused(article, kind, german, translation.reason))
                elif translation.state is TranslationState.REVIEWED and kind in PROSE:
                    found = describe(check_numbers(Pair(german, translation.text, glossary)))
                    if found:
                        doubted.append(Refused(article, kind, german, found))
    return TranslationReport(
        language, states, tuple(pending), tuple(refused), engine, tuple(doubted)
    )
