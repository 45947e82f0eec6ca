"""The interface's words, from gettext catalogues: `locale/<language>/LC_MESSAGES/publishing.po`.

The English words are the messages' ids, so English needs no catalogue.
"""

from __future__ import annotations

import functools
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from summarizer.problem import InputError

FOLDER = Path(__file__).with_name("locale")
MESSAGE_LANGUAGE = "en"


def catalogue_path(language: str) -> Path:
    """Where a language's catalogue is."""
    return FOLDER / language / "LC_MESSAGES" / "publishing.po"


@functools.cache
def wording(language: str) -> NullTranslations:
    """The interface's words in a language.

    Raises:
        InputError: the language has no catalogue, or it cannot be read.
    """
    if language == MESSAGE_LANGUAGE:
        return NullTranslations()
    path = catalogue_path(language)
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, abort_invalid=True)
    except FileNotFoundError:
        raise InputError(
            f"summarizer/publishing/locale/{language}",
            f"the interface has no words in the language '{language}'",
            "copy locale/de/LC_MESSAGES/publishing.po there and translate it, or take the "
            "language out of the configuration",
        ) from None
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
