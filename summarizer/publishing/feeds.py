"""News feeds of a language: RSS 2.0 and JSON Feed 1.1.

RSS and not Atom, as Atom demands a date of every entry and no date is invented here.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from email.utils import format_datetime
from xml.etree import ElementTree

from markupsafe import Markup

from summarizer.publishing import addresses
from summarizer.publishing.article_view import ArticleView, Piece
from summarizer.publishing.plain_text import one_line
from summarizer.publishing.wording import wording

_ATOM = "http://www.w3.org/2005/Atom"


def rss(
    views: Sequence[ArticleView], *, url: str, title: str, description: str, language: str
) -> str:
    """An RSS feed of `views`, in their order; `url` is the language's front page."""
    ElementTree.register_namespace("atom", _ATOM)
    root = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(root, "channel")
    head = {"title": title, "link": url, "description": description, "language": language}
    for name, text in head.items():
        ElementTree.SubElement(channel, name).text = one_line(text)
    ElementTree.SubElement(
        channel,
        f"{{{_ATOM}}}link",
        {"href": url + addresses.RSS, "rel": "self", "type": "application/rss+xml"},
    )
    for view in views:
        address = url + addresses.url(addresses.article(view.id))
        item = ElementTree.SubElement(channel, "item")
        ElementTree.SubElement(item, "title").text = one_line(view.title.text)
        ElementTree.SubElement(item, "link").text = address
        ElementTree.SubElement(item, "guid", {"isPermaLink": "true"}).text = address
        if view.summary.date:
            midnight = datetime.datetime.combine(
                view.summary.date, datetime.time(), tzinfo=datetime.UTC
            )
            ElementTree.SubElement(item, "pubDate").text = format_datetime(midnight)
        for tag in dict.fromkeys(view.summary.tags):
            ElementTree.SubElement(item, "category").text = one_line(tag)
        ElementTree.SubElement(item, "description").text = facts_html(view)
    ElementTree.indent(root, " ")
    xml = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'


def json_feed(
    views: Sequence[ArticleView], *, url: str, title: str, description: str, language: str
) -> str:
    """A JSON feed of `views`, in their order; `url` is the language's front page."""
    items = []
    for view in views:
        address = url + addresses.url(addresses.article(view.id))
        item: dict[str, object] = {
            "id": address,
            "url": address,
            "title": one_line(view.title.text),
            "language": view.title.language,
            "content_html": facts_html(view),
        }
        if view.summary.date:
            item["date_published"] = f"{view.summary.date.isoformat()}T00:00:00Z"
        if view.summary.tags:
            item["tags"] = [one_line(tag) for tag in dict.fromkeys(view.summary.tags)]
        items.append(item)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(title),
        "home_page_url": url,
        "feed_url": url + addresses.JSON_FEED,
        "description": one_line(description),
        "language": language,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def facts_html(view: ArticleView) -> str:
    """The key facts as an HTML list, with who says so and what is not translated."""
    items = (_fact_html(fact.text, view) for fact in view.facts)
    return str(Markup("<ul>{}</ul>").format(Markup("").join(items)))


def _fact_html(text: Piece, view: ArticleView) -> Markup:
    words = wording(view.language)
    if text.foreign:
        return Markup('<li><span lang="{}">{}</span> ({})</li>').format(
            text.language, one_line(text.text), words.gettext("not yet translated")
        )
    if text.machine:
        return Markup("<li>{} ({})</li>").format(
            one_line(text.text), words.gettext("machine-translated")
        )
    return Markup("<li>{}</li>").format(one_line(text.text))
