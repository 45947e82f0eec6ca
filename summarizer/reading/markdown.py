"""Markdown becomes blocks: headings and paragraphs as plain text, without any markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lxml import html
from lxml.etree import ParserError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.reading.block import Block, Draft
from summarizer.reading.cleaning import clean, fold
from summarizer.reading.encoding import decode
from summarizer.reading.front_matter import split_front_matter
from summarizer.reading.limits import Limits
from summarizer.reading.nesting import check_nesting
from summarizer.reading.plain_text import check_length
from summarizer.summary import Role


def read_markdown(data: bytes, shown_as: str, limits: Limits) -> Draft:
    """The draft of a Markdown file with or without front matter.

    The text of links and emphasis stays, their targets and all HTML tags go; code is left out. An
    image that stands alone gives its description as a caption.

    Raises:
        InputError: The encoding, the front matter, a paragraph's length or the nesting of HTML
            can't be accepted.
    """
    text = clean(decode(data, shown_as))
    metadata, rest, first_line = split_front_matter(text, shown_as, limits)
    return Draft(list(_blocks(rest, shown_as, limits, first_line)), metadata)


@cache
def _block_parser() -> MarkdownIt:
    # Inline markup is parsed a paragraph at a time, after its length was checked: its cost
    # grows faster than its length.
    return MarkdownIt("commonmark").disable("inline")


@cache
def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    # Targets are dropped, so every link counts as one, also what browsers must not follow.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def _blocks(text: str, shown_as: str, limits: Limits, first_line: int) -> Iterator[Block]:
    role: Role | None = None
    after_image = False
    references: dict[str, Any] = {}
    for token in _block_parser().parse(text, references):
        line = first_line + token.map[0] if token.map else None
        if token.type == "heading_open":
            role = Role.HEADING
        elif token.type in ("heading_close", "list_item_close"):
            role = None
        elif token.type == "list_item_open":
            role = Role.BODY
        elif token.type == "html_block":
            check_length(token.content, shown_as, limits, line)
            for part in _without_tags(token.content, shown_as, limits, line):
                yield Block(part, role, line)
        elif token.type == "inline":
            check_length(token.content, shown_as, limits, line)
            children = _inline_parser().parseInline(token.content, references)[0].children or []
            only_image = all(_is_image_or_space(child) for child in children)
            all_emphasised = _is_emphasised(children)
            shown = fold("".join(_texts(children)))
            caption = only_image or (after_image and all_emphasised)
            if shown:
                yield Block(shown, Role.CAPTION if caption and not role else role, line)
            after_image = only_image


def _is_image_or_space(token: Token) -> bool:
    return token.type in ("image", "softbreak", "hardbreak") or (
        token.type == "text" and not token.content.strip()
    )


def _is_emphasised(children: Sequence[Token]) -> bool:
    """Whether a paragraph is one run of emphasis, as captions under pictures are."""
    full = [c for c in children if c.type != "text" or c.content]
    return (
        len(full) > 2
        and full[0].type == "em_open"
        and full[-1].type == "em_close"
        and sum(c.type == "em_open" for c in full) == 1
    )


def _texts(children: Sequence[Token]) -> Iterator[str]:
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type == "image":
            yield token.content
            yield " "


def _without_tags(source: str, shown_as: str, limits: Limits, line: int | None) -> list[str]:
    """The text of a piece of HTML within Markdown, a line each; scripts and styles left out.

    Raises:
        InputError: It has more elements, or nests them deeper, than `limits` allow.
    """
    try:
        # Not as a fragment: lxml's `fragment_fromstring` asserts that there is a body, and in
        # "<html><title>…" or "<frameset>" there is none.
        tree: html.HtmlElement = html.document_fromstring(source)
    except (ParserError, ValueError):
        return []
    check_nesting(tree, shown_as, limits, line)
    for element in tree.xpath("//script|//style|//template|//noscript|//iframe|//title"):
        element.drop_tree()
    return [text for text in map(fold, tree.xpath("string()").split("\n")) if text]
