"""A web page becomes blocks: its article without navigation, advertising and comments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import use_config

from summarizer.problem import InputError
from summarizer.reading.block import Block, Draft
from summarizer.reading.cleaning import clean, fold
from summarizer.reading.encoding import decode
from summarizer.reading.limits import Limits
from summarizer.reading.metadata import Metadata, accepted
from summarizer.reading.nesting import check_nesting
from summarizer.reading.plain_text import check_length
from summarizer.summary import Role, TitleOrigin

_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting",
     "OpinionNewsArticle", "BackgroundNewsArticle", "Report", "LiveBlogPosting", "WebPage"}
)  # fmt: skip
_MAX_LINKED_DATA = 200_000


def read_html(data: bytes, shown_as: str, limits: Limits) -> Draft:
    """The draft of a web page: text by trafilatura, metadata as the page states it.

    Nothing is fetched, and no date is guessed from the text or the address.

    Raises:
        InputError: The page holds no article text, or has more elements, or nests them deeper,
            than `limits` allow.
    """
    tree = _tree(decode(data, shown_as), shown_as, limits)
    metadata = _metadata(tree)
    document = bare_extraction(
        tree,
        with_metadata=False,
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        config=use_config(),
    )
    body = getattr(document, "body", None)
    blocks = list(_blocks(body)) if body is not None else []
    if not blocks:
        raise _no_article(shown_as)
    for block in blocks:
        check_length(block.text, shown_as, limits, None)
    return Draft(blocks, metadata, TitleOrigin.HEADING)


def _tree(text: str, shown_as: str, limits: Limits) -> html.HtmlElement:
    """The parsed page. What is broken is repaired as browsers do."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _no_article(shown_as) from error
    check_nesting(tree, shown_as, limits)
    return tree


def _no_article(shown_as: str) -> InputError:
    return InputError(
        shown_as,
        "holds no article text that could be found",
        "Save the article's text as .txt or .md.",
    )


def _blocks(body: Any) -> Iterator[Block]:
    """The blocks of trafilatura's simplified body, in order."""
    for element in body:
        if element.tag == "head":
            yield from _lines(element, Role.HEADING)
        elif element.tag == "list":
            for item in element.iter("item"):
                yield from _lines(item, Role.BODY)
        elif element.tag == "quote" and element.find("p") is not None:
            for paragraph in element.iter("p"):
                yield from _lines(paragraph, None)
        elif element.tag in ("p", "quote", "hi", "ab"):
            yield from _lines(element, None)


def _lines(element: Any, role: Role | None) -> Iterator[Block]:
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        text = fold(clean(line))
        if text:
            yield Block(text, role)


def _metadata(tree: html.HtmlElement) -> Metadata:
    """What the page states of itself, in the ways that news sites do; JSON-LD first."""
    linked = _linked_data(tree)
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = fold(clean(meta.get("content") or ""))
        if name and content:
            metas.setdefault(name.lower(), content)
    headings = [fold(clean(h.text_content())) for h in tree.iter("h1")]
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    published = tree.xpath("string(//time[@pubdate or @itemprop='datePublished']/@datetime)")
    candidates: dict[str, list[Any]] = {
        "title": [*headings[:1], linked.get("headline"), metas.get("og:title"), _title(tree)],
        "date": [
            linked.get("datePublished"), metas.get("article:published_time"),
            metas.get("datepublished"), metas.get("date"), metas.get("dc.date"), published,
        ],
        "author": [_names(linked.get("author")), metas.get("author")],
        "publisher": [_names(linked.get("publisher")), metas.get("og:site_name")],
        "url": [canonical, metas.get("og:url"), linked.get("url")],
        "tags": [_tags(linked.get("keywords")), _tags(metas.get("news_keywords"))],
    }  # fmt: skip
    values: dict[str, Any] = {}
    for key, options in candidates.items():
        for option in options:
            if option and key in accepted({key: option}).model_fields_set:
                values[key] = option
                break
    return accepted(values)


def _title(tree: html.HtmlElement) -> str:
    return fold(clean(tree.xpath("string(//head/title)")))


def _linked_data(tree: html.HtmlElement) -> dict[str, Any]:
    """The page's schema.org description of its article, empty if there is none."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        source = script.text or ""
        if len(source) > _MAX_LINKED_DATA:
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and _is_article(item.get("@type")):
                return item
    return {}


def _is_article(kinds: Any) -> bool:
    """Whether schema.org's "@type", a name or a list of names, is an article's."""
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind in _ARTICLE_TYPES for kind in listed)


def _names(value: Any) -> str | None:
    """The names in schema.org's "author": a name, an object with one, or a list of either."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    return ", ".join(fold(clean(n)) for n in names if isinstance(n, str) and n.strip()) or None


def _tags(value: Any) -> list[str] | None:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list):
        return None
    return [fold(clean(p)) for p in parts if isinstance(p, str) and p.strip()][:50] or None
