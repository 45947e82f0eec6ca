"""What pages about many articles need of each, so that most articles need not be loaded.

A view that is made of an outline loads its article's editions when something else is asked of it.
How many stay loaded is bounded, whatever the number of articles.
"""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from babel import Locale

from summarizer.publishing.article_view import ArticleView, Outline
from summarizer.publishing.wording import wording
from summarizer.summary import Edition

LOADED = 128
"""So many articles stay loaded; a page of a list shows fewer."""

Load = Callable[[], Mapping[str, Edition]]
"""Gives an article's editions by language."""


class Shelf:
    """The views that are loaded, the latest last."""

    def __init__(self, size: int = LOADED) -> None:
        self._size = size
        self._loaded: OrderedDict[int, OutlinedView] = OrderedDict()

    def put(self, view: OutlinedView) -> None:
        """Keep `view` loaded; the one that was loaded first goes if there are too many."""
        self._loaded[id(view)] = view
        if len(self._loaded) > self._size:
            _, oldest = self._loaded.popitem(last=False)
            oldest.unload()


class OutlinedView(ArticleView):
    """An article's view that knows its outline and loads the rest when it is asked for it.

    Args:
        digest: a hash of the article's editions in all languages.
        outline: what the view in `language` would give as its outline.
    """

    def __init__(  # noqa: PLR0917  (the base class's are loaded later)
        self,
        digest: str,
        outline: Outline,
        language: str,
        locale: Locale,
        load: Load,
        shelf: Shelf,
    ) -> None:
        self.digest = digest
        self.language = language
        self._locale = locale
        self._words = wording(language)
        self._load = load
        self._shelf = shelf
        self.__dict__["outline"] = outline
        self._always = frozenset((*self.__dict__, "_always"))

    @property
    def id(self) -> str:
        """The article's id."""
        return self.outline.id

    @property
    def day(self) -> datetime.date | None:
        """The article's date."""
        return self.outline.date

    def __getattr__(self, name: str) -> Any:
        if name not in ("edition", "summary", "_others"):
            raise AttributeError(name)
        editions = self._load()
        self.edition = editions[self.language]
        self.summary = self.edition.summary
        self._others = [one for code, one in editions.items() if code != self.language]
        self._shelf.put(self)
        return self.__dict__[name]

    def unload(self) -> None:
        """Forget all but the outline."""
        for name in self.__dict__.keys() - self._always:
            del self.__dict__[name]
