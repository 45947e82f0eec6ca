"""The date and author that an article's own lines give; nothing is guessed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.reading.words import load

_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
# "Berlin, 3. Mai 2018 (dpa) - Die …": place, date, agency or dash, and only then the text.
_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w./ -]{1,40}?(?:,| -| –) ?(?P<date>\d{1,2}\. ?[^\W\d_]{3,9}\.? \d{4})"
    r"(?: ?\([^)]{2,30}\))? ?[-–—:.] "
)
_PART = r"[A-ZÄÖÜ][\w’'-]+"
_NAME = (
    rf"(?:Dr\. |Prof\. )?{_PART}(?: (?:von|van|de|der|den|zu|[A-ZÄÖÜ]\.|{_PART})){{0,5}}? {_PART}"
)
_AUTHOR = re.compile(
    rf"(?:Von|VON|Autor(?:in|en)?:|Text:|Ein(?:e)? [A-Z]\w+ von|[A-Z]\w+ von) "
    rf"(?P<names>{_NAME}(?:(?:, | und ){_NAME})*)"
    r"(?=$|[,.;|/(–-]| [-–|/(])"
)


@cache
def _written() -> re.Pattern[str]:
    months = "|".join(sorted(load("lines")["months"], key=len, reverse=True))
    return re.compile(rf"(?<![\d.])(\d{{1,2}})\. ?({months})\.? (\d{{4}})(?!\d)", re.IGNORECASE)


def dates(text: str) -> Iterator[datetime.date]:
    """The full calendar dates in `text` ("3. Mai 2018", "03.05.2018", "2018-05-03")."""
    months: dict[str, int] = load("lines")["months"]
    found = [
        (m.start(), int(m[3]), months[m[2].lower()], int(m[1])) for m in _written().finditer(text)
    ]
    found += [(m.start(), int(m[3]), int(m[2]), int(m[1])) for m in _NUMERIC.finditer(text)]
    found += [(m.start(), int(m[1]), int(m[2]), int(m[3])) for m in _ISO.finditer(text)]
    for _, year, month, day in sorted(found):
        try:
            yield datetime.date(year, month, day)
        except ValueError:  # the thirtieth of February
            continue


def date_of(bylines: Sequence[str], first_sentence: str) -> datetime.date | None:
    """When an article appeared, by its bylines or the date line that its text begins with.

    Of several dates the earliest counts: the others say when it was changed.
    """
    given = [date for line in bylines for date in dates(line)]
    if not given:
        dateline = _DATELINE.match(first_sentence)
        given = list(dates(dateline["date"])) if dateline else []
    return min(given, default=None)


def author_of(bylines: Sequence[str]) -> str | None:
    """Who wrote an article, by a byline that gives first name and surname after "Von"."""
    for line in bylines:
        found = _AUTHOR.match(line)
        if found:
            return re.sub(" und ", ", ", found["names"])
    return None
