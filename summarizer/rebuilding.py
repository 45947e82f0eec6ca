"""What a build does where something has changed: the order of the steps.

Nothing a reader sees changes before everything is there: pages and site are made in a staging
folder and take the place of the old ones at the end. Every input that cannot be used becomes a
`Problem` in the report; it never costs the other articles.
"""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer import cache, freshness
from summarizer.configuration import Configuration
from summarizer.editions import (
    Catalogues,
    Editions,
    Places,
    Work,
    prune,
    read_catalogues,
    translate,
)
from summarizer.files import replace_folder, write_whole
from summarizer.freshness import content_hash
from summarizer.pipeline import Project, SiteCheckError
from summarizer.problem import InputError, within
from summarizer.progress import Progress
from summarizer.publishing import build_site
from summarizer.publishing.page_files import Article, Pages, write_pages
from summarizer.report import BuildReport, LanguageReport, ProblemEntry
from summarizer.site_check import LastSite, check_site
from summarizer.summaries import Analysed, Found, summarise_seeds
from summarizer.summary import Edition, Summary
from summarizer.translation import installation
from summarizer.translation.argos import find_engine
from summarizer.translation.engine import Engine

_log = logging.getLogger(__name__)


def rebuild(
    project: Project, configuration: Configuration, progress: Progress
) -> tuple[BuildReport, Mapping[Path, str] | None]:
    """What `pipeline.build` does where something has changed.

    Returns:
        The report, and the hash of each catalogue as the pages show it; None where another build
        might do more.
    """
    found = summarise_seeds(
        project.root,
        project.cache / "summaries",
        configuration.limits,
        configuration.build.executor,
        progress,
    )
    if found.problems and not configuration.build.keep_going:
        return _report(found, ok=False), None
    places = Places(project.root, project.translations, project.glossary, project.cache)
    catalogues = {
        target: _readable(read_catalogues(places, target), project, configuration)
        for target in configuration.targets
    }
    broken = [p for each in catalogues.values() for _, p in sorted(each.problems.items())]
    found = replace(found, problems=(*found.problems, *broken))
    editions: list[Editions] = []
    reports: list[LanguageReport] = []
    for target in configuration.targets:
        source = configuration.site.source_language
        finder = _EngineFinder((source, target), project, configuration, progress)
        work = Work(found, target, configuration.site, places, catalogues[target])
        done = translate(work, finder, progress)
        states = sorted(done.states.items())
        _log.info("%r: %s", target, ", ".join(f"{n} {state}" for state, n in states))
        reports.append(
            LanguageReport.of(target, done.states, done.refusals, done.doubts, finder.notes)
        )
        editions.append(done)
    site, warnings = _publish(
        project, configuration, _articles(found, configuration, editions), progress
    )
    cache.prune(project.cache / "summaries", found.keys)
    for each in editions:
        prune(each, places)
    report = _report(found, published=True, site=site, languages=reports, warnings=warnings)
    if not all(each.settled for each in editions):
        return report, None
    return report, {path: digest for each in editions for path, digest in each.catalogues.items()}


def _readable(catalogues: Catalogues, project: Project, configuration: Configuration) -> Catalogues:
    """`catalogues` if all of them can be read, or those that cannot may be left out."""
    problems = {}
    for article, problem in catalogues.problems.items():
        path = within(problem.path, project.root)
        if not configuration.build.keep_going:
            raise InputError(path, problem.message, problem.hint, problem.line)
        message = f"{problem.message}; until then its article is shown untranslated"
        problems[article] = replace(problem, path=path, message=message)
    _log.info("%d catalogues", len(catalogues.known))
    return replace(catalogues, problems=problems)


def _articles(
    found: Found, configuration: Configuration, translated: Sequence[Editions]
) -> list[Article]:
    """What there is to publish."""
    source = configuration.site.source_language

    def load(article: Analysed) -> Mapping[str, Edition]:
        summary = found.load(article)
        own = Edition(language=source, summary=summary)
        return {source: own} | {each.language: each.load(summary) for each in translated}

    return [
        Article(
            id=article.id,
            digest=content_hash(
                "\n".join(
                    (article.key, *(each.kept[article.id].body for each in translated))
                ).encode()
            ),
            load=partial(load, article),
        )
        for article in found.articles
    ]


def _report(found: Found, **more: object) -> BuildReport:
    return BuildReport.model_validate(
        {
            "articles": len(found.articles),
            "analysed": found.analysed,
            "problems": [ProblemEntry.of(problem) for problem in found.problems],
            **more,
        }
    )


class _EngineFinder:
    """Finds the engine when the first segment needs it, and remembers why there is none."""

    def __init__(
        self,
        pair: tuple[str, str],
        project: Project,
        configuration: Configuration,
        progress: Progress,
    ) -> None:
        chosen = configuration.translation.engine
        self._pair = pair
        self._settings = chosen.model_copy(
            update={"model_folder": project.root / chosen.model_folder}
        )
        self._policy = configuration.translation.model
        self._progress = progress
        self.notes: list[str] = []

    def __call__(self) -> Engine | None:
        if self._policy == "never":
            self.notes.append("The configuration says translation.model: never.")
            return None
        try:
            engine = find_engine(*self._pair, self._settings)
            _log.info("engine installed: %s", engine.name if engine else "none")
            if engine is None and self._policy == "when-needed":
                show = self._progress.step("Fetching the translation model")
                installation.install(
                    *self._pair,
                    self._settings,
                    report=lambda _what, done, _of: show(done),
                    in_passing=True,
                )
                engine = find_engine(*self._pair, self._settings)
        except InputError as error:
            self.notes.append(f"The model cannot be used: {error}")
            if self._policy == "when-needed":
                self.notes.append(
                    "With --offline, or translation.model: installed in summarizer.yml, builds "
                    "do not look for it."
                )
            return None
        if engine is None:
            self.notes.append(
                "No translation model is installed: get it with `make model`, or without internet "
                "with `summarizer model install --from FILE`."
            )
        return engine


class _Built(BaseModel):
    """What the site in ``site/`` was made of, and how it was left."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    frame: str
    """A hash of all that every page of the site comes from, beside its Markdown."""
    pages: Pages
    listing: str


def _publish(
    project: Project,
    configuration: Configuration,
    articles: Sequence[Article],
    progress: Progress,
) -> tuple[str, tuple[str, ...]]:
    """Make ``docs/`` and ``site/`` hold `articles`: whether the site was built, and warnings."""
    settings = configuration.site
    progress.step("Writing pages")
    shutil.rmtree(project.cache / "staging", ignore_errors=True)
    # Of a build that was killed a process may still be writing: never to the same place.
    staging = project.cache / "staging" / secrets.token_hex(8)
    before = _built(project)
    pages = write_pages(
        articles,
        settings,
        cache.build_version(),
        docs=project.docs,
        known=before.pages,
        out=staging / "docs",
    )
    frame = _frame(project, configuration)
    same_frame = before.frame == frame and before.listing == freshness.listing([project.site])
    up_to_date = same_frame and before.pages.digest == pages.digest
    warnings: tuple[str, ...] = ()
    if not up_to_date:
        progress.step("Building the site")
        began = time.monotonic()
        warnings = build_site(project.root, staging / "docs", staging / "site", settings).warnings
        _log.info("MkDocs took %.1f s", time.monotonic() - began)
        progress.step("Checking the site")
        summaries = {
            each.id: partial(_summary, each, settings.source_language) for each in articles
        }
        last = LastSite(project.site, _same(before.pages, pages)) if same_frame else None
        if wrong := check_site(staging / "site", summaries, settings, last):
            raise SiteCheckError(wrong)
    for language in settings.languages:
        if not _is_there(project.docs, language, before.pages, pages):
            replace_folder(project.docs / language, staging / "docs" / language)
            _log.info("replaced docs/%s", language)
    if not up_to_date:
        replace_folder(project.site, staging / "site")
        _log.info("replaced site")
    built = _Built(frame=frame, pages=pages, listing=freshness.listing([project.site]))
    write_whole(project.cache / _BUILT, built.model_dump_json().encode())
    shutil.rmtree(project.cache / "staging", ignore_errors=True)
    return ("up to date" if up_to_date else "built"), warnings


def _summary(article: Article, language: str) -> Summary:
    return article.load()[language].summary


_BUILT = "site.json"


def _built(project: Project) -> _Built:
    try:
        return _Built.model_validate_json((project.cache / _BUILT).read_bytes())
    except (OSError, ValidationError):
        return _Built(frame="", pages=Pages(), listing="")


def _frame(project: Project, configuration: Configuration) -> str:
    settings = configuration.site.model_dump_json()
    mkdocs = content_hash((project.root / "mkdocs.yml").read_bytes())
    return content_hash(f"{cache.build_version()}\0{settings}\0{mkdocs}".encode())


def _same(before: Pages, now: Pages) -> frozenset[str]:
    """The files below ``docs/`` whose content is the same."""
    return frozenset(
        path
        for path, made in now.files.items()
        if (old := before.files.get(path)) and old.content == made.content
    )


def _is_there(docs: Path, language: str, before: Pages, now: Pages) -> bool:
    """Whether ``docs/`` has exactly the files of `language` already."""
    prefix = f"{language}/"
    wanted = {path: made for path, made in now.files.items() if path.startswith(prefix)}
    present = {
        Path(path).relative_to(docs).as_posix() for path in freshness.files([docs / language])
    }
    return present == wanted.keys() and all(
        before.files.get(path) == made for path, made in wanted.items()
    )


def findings(project: Project, configuration: Configuration, progress: Progress) -> list[str]:
    """What `pipeline.check` gives."""
    found = summarise_seeds(
        project.root,
        project.cache / "summaries",
        configuration.limits,
        configuration.build.executor,
        progress,
    )
    articles = {each.id: partial(found.load, each) for each in found.articles}
    return check_site(project.site, articles, configuration.site)
