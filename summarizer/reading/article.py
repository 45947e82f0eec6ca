"""A file becomes an article: the order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from summarizer.problem import InputError
from summarizer.reading.block import Draft
from summarizer.reading.byline import author_of, date_of
from summarizer.reading.cleaning import clean
from summarizer.reading.encoding import decode
from summarizer.reading.files import displayed, read_bytes
from summarizer.reading.front_matter import split_front_matter
from summarizer.reading.html import read_html
from summarizer.reading.language import check_german
from summarizer.reading.limits import Limits
from summarizer.reading.markdown import read_markdown
from summarizer.reading.plain_text import read_plain_text
from summarizer.reading.roles import Line, assign_roles, prepare
from summarizer.reading.slug import slugify
from summarizer.reading.title import derive_title
from summarizer.summary import Article, Role, Sentence, TitleOrigin

_Reader = Callable[[bytes, str, Limits], Draft]


def _read_text(data: bytes, shown_as: str, limits: Limits) -> Draft:
    text = clean(decode(data, shown_as))
    metadata, rest, first_line = split_front_matter(text, shown_as, limits)
    return Draft(read_plain_text(rest, shown_as, limits, first_line), metadata)


READERS: Mapping[str, _Reader] = {
    ".txt": _read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
"""What reads a file, by the ending of its name in small letters."""

_DEFAULT_LIMITS = Limits()


def read_article(
    path: Path, *, shown_as: str | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Article:
    """The article in the file at `path`.

    Args:
        path: a ``.txt``, ``.md`` or ``.html`` file.
        shown_as: how messages and ``Article.path`` name it; by default as given.
        limits: bounds on size; what exceeds them is refused, not cut.

    Raises:
        InputError: Nothing in the file can be used as a German article; the message says why,
            in which line where there is one, and what to do.
    """
    shown = displayed(shown_as if shown_as is not None else path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kind = f"files ending in {displayed(path.suffix)}" if path.suffix else "files of that name"
        raise InputError(
            shown, f"is of no kind that is read: not {kind}", f"Use {', '.join(READERS)}."
        )
    draft = reader(read_bytes(path, shown, limits), shown, limits)
    return _compose(draft, path, shown, limits)


def _compose(draft: Draft, path: Path, shown: str, limits: Limits) -> Article:
    given = draft.metadata
    if sum(len(block.text) for block in draft.blocks) > limits.max_characters:
        raise InputError(
            shown,
            f"has more than {limits.max_characters:,} characters of text",
            "Split it into articles, or raise limits.max_characters in summarizer.yml.",
        )
    if given.language not in (None, "de"):
        raise InputError(
            shown,
            f"is marked as written in {given.language!r}, not in German",
            "Only German articles are summarised; correct the language or take the file out.",
        )
    check_german((block.text for block in draft.blocks), shown)
    lines = prepare(draft.blocks)
    roles = assign_roles(lines)
    sentences = _sentences(lines, roles, shown, limits)
    if not any(role is Role.BODY for role, _ in roles):
        raise InputError(
            shown,
            "has no running text, only headings, captions or links",
            "Check that the article's text is in the file.",
        )
    bylines = [
        line.text for line, (role, _) in zip(lines, roles, strict=True) if role is Role.BYLINE
    ]
    first = next(s.text for s in sentences if s.role is Role.BODY)
    title, origin = _title(draft, lines, roles, first)
    return Article(
        id=given.slug or slugify(path.stem),
        path=shown,
        title=title,
        title_origin=origin,
        date=given.date or date_of(bylines, first),
        author=given.author or author_of(bylines),
        publisher=given.publisher,
        url=given.url,
        tags=given.tags,
        sentences=sentences,
    )


def _sentences(
    lines: Sequence[Line], roles: Sequence[tuple[Role, str]], shown: str, limits: Limits
) -> tuple[Sentence, ...]:
    """Every sentence with the role of its line; the paragraph is the line's number."""
    texts = [(text, paragraph) for paragraph, line in enumerate(lines) for text in line.sentences]
    if len(texts) > limits.max_sentences:
        raise InputError(
            shown,
            f"has {len(texts):,} sentences; {limits.max_sentences:,} are allowed",
            "Split it into articles, or raise limits.max_sentences in summarizer.yml.",
        )
    return tuple(
        Sentence(
            id=index,
            text=text,
            role=roles[paragraph][0],
            paragraph=paragraph,
            role_rule=roles[paragraph][1],
        )
        for index, (text, paragraph) in enumerate(texts)
    )


def _title(
    draft: Draft, lines: Sequence[Line], roles: Sequence[tuple[Role, str]], first: str
) -> tuple[str, TitleOrigin]:
    """Front matter's title, else the first heading before the text, else a derived one.

    Of several headings before the text the first with four words counts: a word or two above
    the headline are its kicker.
    """
    if draft.metadata.title:
        return draft.metadata.title, draft.title_origin
    headings = []
    for line, (role, _) in zip(lines, roles, strict=True):
        if role is Role.HEADING:
            headings.append(line)
        elif role is Role.BODY:
            break
    if headings:
        headline = next((line for line in headings if line.words >= 4), headings[0])
        return headline.text, TitleOrigin.HEADING
    return derive_title(first), TitleOrigin.DERIVED
