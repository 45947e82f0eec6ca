"""What a build does where something has changed: the order of the steps.

Nothing a reader sees changes before everything is there: pages and site are made in a staging
folder and take the place of the old ones at the end. Every input that cannot be used becomes a
`Problem` in the report; it never costs the other articles.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from summarizer import cache
from summarizer.configuration import Configuration, ModelPolicy
from summarizer.files import holds, replace_folder, write_tree, write_whole
from summarizer.pipeline import Project, SiteCheckError
from summarizer.problem import InputError, Problem, within
from summarizer.progress import Progress
from summarizer.publishing import build_site, render_pages
from summarizer.report import BuildReport, LanguageReport, ProblemEntry
from summarizer.site_check import check_site
from summarizer.summaries import Found, summarise_seeds
from summarizer.summary import (
    Edition,
    SegmentKind,
    Summary,
    Translation,
    TranslationState,
)
from summarizer.translation import glossary, installation, translate_summaries
from summarizer.translation.argos import find_engine
from summarizer.translation.catalogue import Catalogue
from summarizer.translation.engine import Engine, EngineSettings
from summarizer.translation.segments import find_segments
from summarizer.translation.translate import read_usable
from summarizer.withheld import withhold_misleading

_log = logging.getLogger(__name__)


def rebuild(
    project: Project, configuration: Configuration, progress: Progress
) -> tuple[BuildReport, Mapping[Path, str]]:
    """What `pipeline.build` does where something has changed.

    Returns:
        The report, and the hash of each catalogue as the pages show it.
    """
    found = summarise_seeds(
        project.root,
        project.cache / "summaries",
        configuration.limits,
        configuration.build.executor,
        progress,
    )
    if found.problems and not configuration.build.keep_going:
        return _report(found, ok=False), {}
    known, broken = _catalogues(project, configuration)
    found = replace(found, problems=(*found.problems, *(p for _, p in sorted(broken.items()))))
    translated = _translate(
        project, configuration, found.summaries, progress, known=known, broken=broken
    )
    site, warnings = _publish(project, configuration, translated.editions, progress)
    cache.prune(project.cache / "summaries", found.keys)
    report = _report(
        found, published=True, site=site, languages=translated.reports, warnings=warnings
    )
    return report, translated.catalogues


_Catalogues = Mapping[str, Mapping[str, Catalogue]]
"""The catalogues of each language by article id."""
_Broken = Mapping[tuple[str, str], Problem]
"""Why the catalogue of a language and an article id cannot be read."""


def _catalogues(project: Project, configuration: Configuration) -> tuple[_Catalogues, _Broken]:
    known: dict[str, Mapping[str, Catalogue]] = {}
    broken: dict[tuple[str, str], Problem] = {}
    for target in configuration.targets:
        known[target], problems = read_usable(
            project.translations / target, project.cache / "catalogues"
        )
        _log.info("%d catalogues in %r", len(known[target]), target)
        for article, problem in problems.items():
            path = within(problem.path, project.root)
            if not configuration.build.keep_going:
                raise InputError(path, problem.message, problem.hint, problem.line)
            message = f"{problem.message}; until then its article is shown untranslated"
            broken[target, article] = replace(problem, path=path, message=message)
    return known, broken


def _report(found: Found, **more: object) -> BuildReport:
    return BuildReport.model_validate(
        {
            "articles": len(found.summaries),
            "analysed": found.analysed,
            "problems": [ProblemEntry.of(problem) for problem in found.problems],
            **more,
        }
    )


@dataclass(frozen=True)
class _Translated:
    """The editions in every language of the site, and how far each language is translated."""

    editions: Mapping[str, Sequence[Edition]]
    reports: Sequence[LanguageReport]
    catalogues: Mapping[Path, str]
    """The hash of each catalogue that the editions come from."""


def _translate(
    project: Project,
    configuration: Configuration,
    summaries: Sequence[Summary],
    progress: Progress,
    *,
    known: _Catalogues,
    broken: _Broken,
) -> _Translated:
    """Editions in every language of the site; the catalogues are brought up to date.

    A catalogue that cannot be read is left alone, and with it its article: what a reviewer wrote
    there must not be replaced by what a model makes of it.
    """
    source = configuration.site.source_language
    editions: dict[str, Sequence[Edition]] = {
        source: [Edition(language=source, summary=summary) for summary in summaries]
    }
    chosen = configuration.translation.engine
    engine_settings = chosen.model_copy(update={"model_folder": project.root / chosen.model_folder})
    reports = []
    catalogues: dict[Path, str] = {}
    for target in configuration.targets:
        show = progress.step(f"Translating into {target!r}")
        finder = _EngineFinder(
            (source, target), engine_settings, configuration.translation.model, progress
        )
        translated, done = translate_summaries(
            [summary for summary in summaries if (target, summary.id) not in broken],
            target,
            catalogues=project.translations,
            glossary=glossary.load(project.glossary, source, target),
            engine=finder,
            progress=partial(_first, show),
            known=known[target],
            parsed=project.cache / "catalogues",
        )
        _log.info("%r: %s", target, ", ".join(f"{n} {s}" for s, n in sorted(done.states.items())))
        by_id = {edition.summary.id: edition for edition in translated}
        made = [by_id.get(s.id) or _untranslated(s, target) for s in summaries]
        editions[target], withheld = withhold_misleading(
            made,
            configuration.site,
            project.translations / target,
            within(str(project.translations / target), project.root),
        )
        reports.append(LanguageReport.of(editions[target], done, finder.notes, withheld))
        catalogues |= done.catalogues
    return _Translated(editions, reports, catalogues)


def _untranslated(summary: Summary, language: str) -> Edition:
    translations: dict[SegmentKind, dict[str, Translation]] = {}
    for segment in find_segments(summary):
        translations.setdefault(segment.kind, {})[segment.text] = Translation(
            text=segment.text, state=TranslationState.PENDING
        )
    return Edition(language=language, summary=summary, translations=translations)


def _first(show: Callable[[int], None], done: int, _of: int) -> None:
    show(done)


class _EngineFinder:
    """Finds the engine when the first segment needs it, and remembers why there is none."""

    def __init__(
        self,
        pair: tuple[str, str],
        settings: EngineSettings,
        policy: ModelPolicy,
        progress: Progress,
    ) -> None:
        self._pair = pair
        self._settings = settings
        self._policy = policy
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
                    *self._pair, self._settings, report=lambda _what, done, _of: show(done)
                )
                engine = find_engine(*self._pair, self._settings)
        except InputError as error:
            self.notes.append(f"The model cannot be used: {error}")
            return None
        if engine is None:
            self.notes.append(
                "No translation model is installed: get it with `make model`, or without internet "
                "with `summarizer model install --from FILE`."
            )
        return engine


def _publish(
    project: Project,
    configuration: Configuration,
    editions: Mapping[str, Sequence[Edition]],
    progress: Progress,
) -> tuple[str, tuple[str, ...]]:
    """Make ``docs/`` and ``site/`` hold `editions`: whether the site was built, and warnings."""
    settings = configuration.site
    progress.step("Writing pages")
    pages = render_pages(editions, settings)
    shutil.rmtree(project.cache / "staging", ignore_errors=True)
    # Of a build that was killed a process may still be writing: never to the same place.
    staging = project.cache / "staging" / secrets.token_hex(8)
    inputs = _site_inputs(project, configuration, pages)
    built = project.cache / "site.key"
    up_to_date = built.is_file() and built.read_text() == f"{inputs} {_listing(project.site)}"
    warnings: tuple[str, ...] = ()
    if not up_to_date:
        progress.step("Building the site")
        write_tree(staging / "docs", pages)
        began = time.monotonic()
        warnings = build_site(project.root, staging / "docs", staging / "site", settings).warnings
        _log.info("MkDocs took %.1f s", time.monotonic() - began)
        progress.step("Checking the site")
        if findings := check_site(staging / "site", editions, settings):
            raise SiteCheckError(findings)
    for language in settings.languages:
        prefix = f"{language}/"
        own = {n.removeprefix(prefix): c for n, c in pages.items() if n.startswith(prefix)}
        if not holds(project.docs / language, own):
            write_tree(staging / "swap" / language, own)
            replace_folder(project.docs / language, staging / "swap" / language)
            _log.info("replaced docs/%s", language)
    if not up_to_date:
        replace_folder(project.site, staging / "site")
        _log.info("replaced site")
        write_whole(built, f"{inputs} {_listing(project.site)}".encode())
    shutil.rmtree(project.cache / "staging", ignore_errors=True)
    return ("up to date" if up_to_date else "built"), warnings


def _site_inputs(project: Project, configuration: Configuration, pages: Mapping[str, bytes]) -> str:
    """A hash of everything that the site is made of."""
    digest = hashlib.sha256(cache.site_version().encode())
    digest.update(configuration.site.model_dump_json().encode())
    digest.update((project.root / "mkdocs.yml").read_bytes())
    for name, content in sorted(pages.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _listing(folder: Path) -> str:
    """A hash of the names and sizes of all files in `folder`, to notice that some are missing."""
    files = sorted(
        f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}"
        for path in folder.rglob("*")
        if path.is_file()
    )
    return hashlib.sha256("\n".join(files).encode()).hexdigest()


def findings(project: Project, configuration: Configuration, progress: Progress) -> list[str]:
    """What `pipeline.check` gives."""
    found = summarise_seeds(
        project.root,
        project.cache / "summaries",
        configuration.limits,
        configuration.build.executor,
        progress,
    )
    editions = {
        language: [Edition(language=language, summary=summary) for summary in found.summaries]
        for language in configuration.site.languages
    }
    return check_site(project.site, editions, configuration.site)
