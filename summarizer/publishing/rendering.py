"""The Jinja2 environment of the pages' templates: autoescaping, strict, one language each."""

from __future__ import annotations

import functools
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import InternationalizationExtension

from summarizer.publishing.plain_text import clean, for_markdown, for_script, one_line
from summarizer.publishing.wording import wording

TEMPLATES = Path(__file__).with_name("templates")


@functools.cache
def environment(language: str) -> Environment:
    """Templates in a language. Whatever they print is escaped for HTML."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[InternationalizationExtension],
    )
    # The extension adds this method to the environment as it is made.
    made.install_gettext_translations(wording(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"markdown": for_markdown, "script": for_script, "one_line": one_line}
    return made


def render(template: str, language: str, **values: object) -> str:
    """A template of ours, with `values`, in a language, without what no text needs."""
    return clean(environment(language).get_template(template).render(language=language, **values))
