"""MkDocs turns the pages into a site: one run a language, all side by side, from one `mkdocs.yml`.

The runs see nothing of the caller's environment but where to find programs, so that the same
pages give the same bytes everywhere, and they make no connection.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.core import get_global
from markupsafe import escape

from summarizer.publishing.root import root_pages
from summarizer.publishing.search import SearchError, prepare_search
from summarizer.publishing.settings import SiteSettings
from summarizer.publishing.site_words import language_name, site_description, site_title
from summarizer.publishing.wording import wording

_BUILD_DATE = "315532800"
"""1980-01-01, the oldest date that every archive format knows: builds never show the clock."""

_PROBLEM = re.compile(r"^(WARNING|ERROR|CRITICAL)\s*-\s*(.*)$")


@dataclass(frozen=True)
class SiteBuild:
    """What a build made: `pages` counts HTML files; `warnings` is empty after a strict build."""

    pages: int
    warnings: tuple[str, ...] = ()


class SiteError(Exception):
    """MkDocs or Pagefind (`by`) refused the pages of a language. `problems`: what it warned of."""

    def __init__(
        self, language: str, problems: tuple[str, ...], output: str, by: str = "MkDocs"
    ) -> None:
        self.language = language
        self.problems = problems
        self.output = output
        told = "\n  ".join(problems) or output.strip()
        super().__init__(f"{by} could not build the pages in '{language}':\n  {told}")


def build_site(
    project: Path, docs: Path, out: Path, settings: SiteSettings, *, strict: bool = True
) -> SiteBuild:
    """Build the whole site into `out`: a folder a language, and the chooser at the root.

    Args:
        project: The folder with `mkdocs.yml`.
        docs: The folder with the pages of `render_pages`, one folder a language.
        out: An empty or missing folder. After an error what is in it is worth nothing.
        settings: The site's settings, the same that the pages were rendered with.
        strict: Whether a warning of MkDocs is an error.

    Raises:
        SiteError: MkDocs failed, or warned and `strict` is set; or Pagefind failed.
        FileExistsError: `out` has something in it.
    """
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise FileExistsError(f"{out} must be empty")
    for path, content in root_pages(settings).items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def run(language: str) -> tuple[str, ...]:
        environment = _environment(docs / language, out / language, language, settings)
        return _run_mkdocs(project, language, environment, strict=strict)

    workers = min(len(settings.languages), os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        warnings = tuple(line for lines in pool.map(run, settings.languages) for line in lines)
    try:
        prepare_search({each: out / each for each in settings.languages}, settings.search)
    except SearchError as error:
        raise SiteError(error.language, (), error.output, by="Pagefind") from error
    return SiteBuild(pages=sum(1 for _ in out.rglob("*.html")), warnings=warnings)


def _run_mkdocs(
    project: Path, language: str, environment: Mapping[str, str], *, strict: bool
) -> tuple[str, ...]:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--config-file",
        str(project / "mkdocs.yml"),
    ]
    if strict:
        command.append("--strict")
    run = subprocess.run(
        command,
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    problems = tuple(
        f"{language}: {found[2]}" for found in map(_PROBLEM.match, run.stdout.splitlines()) if found
    )
    if run.returncode:
        raise SiteError(language, problems, run.stdout)
    return problems


def _environment(docs: Path, out: Path, language: str, settings: SiteSettings) -> Mapping[str, str]:
    """The variables that `mkdocs.yml` reads, and the few that Python itself needs."""
    words = wording(language)
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    return kept | {
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": _BUILD_DATE,
        "DOCS_DIR": str(docs.absolute()),
        "SITE_DIR": str(out.absolute()),
        "SITE_URL": settings.url_of(language) or "",
        "SITE_ROOT": settings.url or "",
        "SITE_LANGUAGE": language,
        "SITE_LANGUAGES": "|".join(f"{code}:{language_name(code)}" for code in settings.languages),
        "SITE_NAME": _yaml_text(site_title(settings, language)),
        "SITE_DESCRIPTION": _yaml_text(site_description(settings, language)),
        "SITE_LOCALE": _open_graph_locale(settings.locale(language)),
        "SITE_FEEDS": " ".join(sorted(settings.feeds)) if settings.url else "",
        "SEARCH_LANGUAGE": search_language(language),
        "WORD_DARK": words.gettext("Dark"),
        "WORD_LIGHT": words.gettext("Light"),
        "WORD_NOT_FOUND": words.gettext("This page does not exist."),
        "WORD_BEST_MATCHES": words.gettext("The # best matches"),
        "WORD_HOME": words.gettext("To the front page"),
        "WORD_FOOTER": _yaml_text(
            words.gettext("Every item leads back to its sentence in the article.")
        ),
    }


def _open_graph_locale(locale: Locale) -> str:
    """'de_DE': Open Graph wants a territory, so the likeliest one where none is given."""
    likely = Locale.parse(get_global("likely_subtags").get(str(locale), str(locale)))
    return f"{locale.language}_{locale.territory or likely.territory}"


def search_language(language: str) -> str:
    """The language whose stemmer searches a language's pages: its own where lunr brings it."""
    theme = importlib.util.find_spec("material")
    if language == "en" or theme is None or theme.origin is None:
        return "en"
    stemmers = Path(theme.origin).parent / "templates/assets/javascripts/lunr/min"
    return language if (stemmers / f"lunr.{language}.min.js").exists() else "en"


def _yaml_text(text: str) -> str:
    """`text` escaped for HTML, in a form that YAML takes for nothing but text.

    MkDocs reads variables as YAML scalars, so that a site named '2024' or 'Yes' would become a
    number or a truth value. Themes print the name as it is, so it is HTML already.
    """
    escaped = str(escape(text))
    return f"&#{ord(escaped[0])};{escaped[1:]}" if escaped[:1].isalnum() else escaped
