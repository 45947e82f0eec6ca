"""What a file says of itself: the front matter of Markdown, the metadata of a page."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from summarizer.reading.cleaning import clean, fold
from summarizer.reading.slug import check_slug

_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


def _unusable(message: str) -> PydanticCustomError:
    # Braces would be taken for a template's.
    return PydanticCustomError("unusable", "{message}", {"message": message})


def _one_line(value: object) -> object:
    if not isinstance(value, str):
        raise _unusable(f"must be text, not {_kind(value)}; put it in quotation marks")
    text = fold(clean(value))
    if not text:
        raise _unusable("must not be empty; leave the key out")
    return text


def _kind(value: object) -> str:
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "a truth value"),
        ((int, float), "a number"),
        (datetime.date, "a date"),
        (list, "a list"),
        (dict, "a mapping"),
    )
    if value is None:
        return "nothing"
    return next((name for kind, name in kinds if isinstance(value, kind)), "that")


def _date(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        raise _unusable(f"must be a date such as 2024-11-01, not {_kind(value)}")
    text = value.strip()
    german = _GERMAN_DATE.fullmatch(text)
    try:
        if german:
            day, month, year = map(int, german.groups())
            return datetime.date(year, month, day)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.date.fromisoformat(text)
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        raise _unusable(f"{fold(text)[:40]!r} is no date such as 2024-11-01") from None


def _names(value: object) -> object:
    if isinstance(value, list) and value:
        return ", ".join(str(_one_line(name)) for name in value)
    return _one_line(value)


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        raise _unusable("is no web address") from None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or " " in value:
        raise _unusable("must be a web address that begins with https:// or http://")
    if parts.username or parts.password:
        raise _unusable("must not carry a user name or password")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        raise _unusable("must be a language code such as de")
    return re.split("[-_]", value.lower())[0]


def _slug(value: str) -> str:
    try:
        return check_slug(value)
    except ValueError as error:
        raise _unusable(str(error)) from None


def _tags(value: object) -> object:
    if not isinstance(value, list):
        raise _unusable(f"must be a list such as [Politik, Berlin], not {_kind(value)}")
    return tuple(dict.fromkeys(str(_one_line(tag)) for tag in value))


Line = Annotated[str, BeforeValidator(_one_line), Field(max_length=300)]


class Metadata(BaseModel):
    """What a file says of itself; every key optional, nothing guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line | None = None
    date: Annotated[datetime.date, BeforeValidator(_date)] | None = None
    author: Annotated[str, BeforeValidator(_names), Field(max_length=300)] | None = None
    publisher: Line | None = None
    url: (
        Annotated[str, BeforeValidator(_one_line), Field(max_length=2000), AfterValidator(_url)]
        | None
    ) = None
    language: Annotated[Line, AfterValidator(_language)] | None = None
    slug: Annotated[Line, AfterValidator(_slug)] | None = None
    tags: Annotated[
        tuple[Annotated[str, Field(max_length=100)], ...],
        BeforeValidator(_tags),
        Field(max_length=50),
    ] = ()


def accepted(values: dict[str, Any]) -> Metadata:
    """Metadata of those `values` that are valid: a web page's own may be anything at all."""
    good: dict[str, Any] = {}
    for key, value in values.items():
        try:
            Metadata.model_validate({key: value})
        except ValueError:
            continue
        good[key] = value
    return Metadata.model_validate(good)
