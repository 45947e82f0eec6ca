"""Translation of many articles: in bounded pieces, and going on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from summarizer import cache, editions
from summarizer.editions import Places, Work, read_catalogues, translate
from summarizer.publishing import SiteSettings
from summarizer.summaries import Analysed, Found
from summarizer.summary import KeyFact, Sentence, Summary, TitleOrigin, TranslationState
from summarizer.translation import translate as translating

ARTICLES, SENTENCES, GROUP, BATCH = 7, 12, 3, 10
ENGLISH = "The association thanks everybody."
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Stopped(BaseException):
    """What stops a process."""


class Engine:
    """Translates, and is stopped before a call."""

    name = "fake 1.0"

    def __init__(self, stopped_at: int | None = None) -> None:
        self.asked: list[Sequence[str]] = []
        self._stopped_at = stopped_at

    def translate(
        self, texts: Sequence[str], *, progress: Callable[[int, int], None] | None = None
    ) -> list[str]:
        if self._stopped_at == len(self.asked):
            raise Stopped
        self.asked.append(texts)
        for done in range(len(texts) + 1):
            if progress:
                progress(done, len(texts))
        return [ENGLISH for _ in texts]

    def alternatives(self, texts: Sequence[str], **_: object) -> list[tuple[str, ...]]:
        return [() for _ in texts]


class Steps:
    """Progress that notes everything it is told."""

    def __init__(self) -> None:
        self.told: dict[str, tuple[int | None, list[int]]] = {}

    def step(self, title: str, total: int | None = None) -> Callable[[int], None]:
        self.told[title] = (total, [])
        return self.told[title][1].append


def article(number: int) -> Summary:
    """An article whose sentences no other has."""
    texts = [f"Der Verein {LETTERS[number]}{LETTERS[n]} dankt allen." for n in range(SENTENCES)]
    return Summary(
        id=f"a{number}",
        path=f"seeds/a{number}.txt",
        title=texts[0],
        title_origin=TitleOrigin.DERIVED,
        sentences=tuple(Sentence(id=n, text=text) for n, text in enumerate(texts)),
        key_facts=tuple(KeyFact(sentence=n, score=1) for n in range(SENTENCES)),
    )


@pytest.fixture
def work(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Work]:
    """Makes the work of a build: what it finds, and the catalogues as they are then."""
    monkeypatch.setattr(editions, "GROUP", GROUP)
    monkeypatch.setattr(translating, "BATCH", BATCH)
    # The check has tests of its own; here each translation is as good as another.
    monkeypatch.setattr(translating, "check", lambda *_: ())
    places = Places(
        tmp_path, tmp_path / "translations", repository / "glossary", tmp_path / ".cache"
    )
    summaries = [article(number) for number in range(ARTICLES)]
    for summary in summaries:
        cache.store(tmp_path / "summaries", f"00{summary.id}", summary)
    found = Found(
        articles=tuple(Analysed(s.id, s.path, f"00{s.id}") for s in summaries),
        problems=(),
        analysed=0,
        keys=frozenset(),
        cache=tmp_path / "summaries",
    )
    return lambda: Work(found, "en", SiteSettings(), places, read_catalogues(places, "en"))


SEGMENTS = ARTICLES * (SENTENCES + 1)  # the title too
TEXTS = ARTICLES * SENTENCES


def test_an_engine_is_given_no_more_than_a_batch_and_memory_no_more_than_a_group(
    work: Callable[[], Work], monkeypatch: pytest.MonkeyPatch
) -> None:
    groups: list[int] = []
    translate_summaries = editions.translate_summaries

    def noting(summaries: Sequence[Summary], *arguments: object, **options: object) -> object:
        groups.append(len(summaries))
        return translate_summaries(summaries, *arguments, **options)

    monkeypatch.setattr(editions, "translate_summaries", noting)
    engine = Engine()
    done = translate(work(), lambda: engine, Steps())
    assert done.states == {TranslationState.MACHINE: SEGMENTS}
    assert max(groups) == GROUP
    assert max(map(len, engine.asked)) == BATCH
    assert sum(map(len, engine.asked)) == TEXTS


@pytest.mark.parametrize("stopped_at", range(0, 9, 2))
def test_translation_that_is_stopped_goes_on_where_it_was(
    work: Callable[[], Work], stopped_at: int
) -> None:
    first = Engine(stopped_at)
    with pytest.raises(Stopped):
        translate(work(), lambda: first, Steps())
    second = Engine()
    done = translate(work(), lambda: second, Steps())
    assert done.states == {TranslationState.MACHINE: SEGMENTS}
    asked = [text for texts in (*first.asked, *second.asked) for text in texts]
    assert len(asked) == TEXTS
    assert len(set(asked)) == TEXTS


def test_progress_knows_how_much_there_is_and_never_goes_back(work: Callable[[], Work]) -> None:
    steps = Steps()
    translate(work(), Engine, steps)
    total, done = steps.told["Translating into 'en'"]
    assert (total, done[-1]) == (ARTICLES, ARTICLES)
    total, done = steps.told["Machine translation into 'en'"]
    assert (total, done[-1]) == (SEGMENTS, SEGMENTS)
    assert done == sorted(done)


def test_what_was_stopped_is_byte_for_byte_what_was_not(
    work: Callable[[], Work], tmp_path: Path
) -> None:
    def catalogues() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / "translations/en").iterdir()}

    translate(work(), Engine, Steps())
    whole = catalogues()
    for path in (tmp_path / "translations/en").iterdir():
        path.unlink()
    with pytest.raises(Stopped):
        translate(work(), lambda: Engine(3), Steps())
    assert catalogues() != whole
    translate(work(), Engine, Steps())
    assert catalogues() == whole


def test_a_second_build_translates_nothing(work: Callable[[], Work]) -> None:
    translate(work(), Engine, Steps())
    engine = Engine()
    steps = Steps()
    done = translate(work(), lambda: engine, steps)
    assert engine.asked == []
    assert steps.told["Translating into 'en'"][0] == 0
    assert done.states == {TranslationState.MACHINE: SEGMENTS}
    assert done.settled


def test_without_an_engine_the_second_build_translates_nothing_either(
    work: Callable[[], Work],
) -> None:
    translate(work(), lambda: None, Steps())
    steps = Steps()
    done = translate(work(), lambda: None, steps)
    assert steps.told["Translating into 'en'"][0] == 0
    assert done.states == {TranslationState.PENDING: SEGMENTS}
