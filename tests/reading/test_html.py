"""A web page gives its article, without what stands around it, and what it says of itself."""

from __future__ import annotations

import datetime
import json
import socket
from collections.abc import Callable

import pytest

from summarizer.problem import Problem
from summarizer.reading import Limits
from summarizer.summary import Article, Role, TitleOrigin

Read = Callable[..., Article]
Refused = Callable[..., Problem]

BODY = """
<nav><a href="/">Startseite</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Brand in Halle</h1>
<p>Bei einem Brand in einer Lagerhalle sind am Freitag drei Menschen verletzt worden.
Die Feuerwehr war mit 50 Kräften im Einsatz.</p>
<h2>Ursache unklar</h2>
<p>Die Ursache ist <b>noch</b> unklar, wie die Polizei mitteilte. Der Schaden ist hoch.</p>
<p>Die Halle stand seit Jahren leer, sagte ein Sprecher der Stadt am Abend.</p>
<script>alert("nie")</script>
</article>
<footer>Impressum Datenschutz</footer>
"""


def page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html lang=de><head>{head}</head><body>{body}</body></html>"


def linked(**data: object) -> str:
    about = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data})
    return f'<script type="application/ld+json">{about}</script>'


def test_the_article_is_found_and_what_surrounds_it_is_not(read: Read) -> None:
    article = read(page(), "a.html")
    found = [(s.role.value, s.text) for s in article.sentences]

    assert found == [
        ("heading", "Brand in Halle"),
        (
            "body",
            "Bei einem Brand in einer Lagerhalle sind am Freitag drei Menschen verletzt worden.",
        ),
        ("body", "Die Feuerwehr war mit 50 Kräften im Einsatz."),
        ("heading", "Ursache unklar"),
        ("body", "Die Ursache ist noch unklar, wie die Polizei mitteilte."),
        ("body", "Der Schaden ist hoch."),
        ("body", "Die Halle stand seit Jahren leer, sagte ein Sprecher der Stadt am Abend."),
    ]
    assert article.title == "Brand in Halle"
    assert article.title_origin is TitleOrigin.HEADING


def test_metadata_is_what_the_page_states(read: Read) -> None:
    article = read(
        page(
            '<link rel="canonical" href="https://zeitung.example/brand">'
            '<meta name="news_keywords" content="Feuerwehr, Halle">'
            + linked(
                headline="Brand in Halle",
                datePublished="2024-05-03T10:00:00+02:00",
                author=[{"@type": "Person", "name": "Eva Beispiel"}, {"name": "Karl Muster"}],
                publisher={"@type": "Organization", "name": "Die Zeitung"},
            )
        ),
        "a.html",
    )

    assert article.date == datetime.date(2024, 5, 3)
    assert article.author == "Eva Beispiel, Karl Muster"
    assert article.publisher == "Die Zeitung"
    assert article.url == "https://zeitung.example/brand"
    assert article.tags == ("Feuerwehr", "Halle")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">',
        '<meta name="date" content="2024-05-03">',
        linked(datePublished="2024-05-03"),
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, '
        '{"@type": ["NewsArticle"], "datePublished": "2024-05-03"}]}</script>',
    ],
    ids=["Open Graph", "meta", "JSON-LD", "JSON-LD graph"],
)
def test_the_date_is_read_in_the_ways_that_news_sites_state_it(read: Read, head: str) -> None:
    assert read(page(head), "a.html").date == datetime.date(2024, 5, 3)


def test_no_date_is_guessed_from_address_or_text(read: Read) -> None:
    head = '<link rel="canonical" href="https://zeitung.example/2024/05/03/brand">'
    body = BODY.replace("</article>", "<p>Zuletzt brannte es dort am 3. Mai 2023.</p></article>")

    assert read(page(head, body), "a.html").date is None


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<meta property="og:url" content="file:///etc/passwd">',
        '<meta property="article:published_time" content="gestern">',
        linked(author={"name": 7}, publisher=[], datePublished="2024-02-30", keywords={"a": 1}),
        '<script type="application/ld+json">{"@type": </script>',
        f'<script type="application/ld+json">{"[" * 5000}</script>',
        '<script type="application/ld+json">[null, 1, {"@type": 3}, {"@type": [{}]}]</script>',
    ],
)
def test_unusable_metadata_is_left_out(read: Read, head: str) -> None:
    article = read(page(head), "a.html")

    assert (article.url, article.date, article.author, article.publisher) == (None,) * 4


@pytest.mark.parametrize(
    "broken",
    [
        BODY.replace("</p>", "").replace("</h2>", ""),
        BODY.replace("<article>", "<article><div><div>"),
        BODY + "<div><b><i></div>",
        BODY.replace("<h2>", "<h2 class='a\" onclick=x>"),
        BODY + "<!-- nie geschlossen",
        BODY + "\x00".replace("\x00", "&#0;") + "&nbsp;&unbekannt;",
    ],
)
def test_broken_pages_are_repaired_as_browsers_do(read: Read, broken: str) -> None:
    article = read(page(body=broken), "a.html")

    assert any(s.text.startswith("Bei einem Brand in einer") for s in article.sentences)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_may_have_any_encoding(read: Read, encoding: str) -> None:
    content = page(f'<meta charset="{encoding}">').encode(encoding)

    assert "Kräften" in read(content, "a.html").sentences[2].text


def test_a_teaser_in_the_page_is_told_from_the_text(read: Read) -> None:
    body = BODY.replace("</article>", "<p>Lesen Sie auch: Ein anderer Brand</p></article>")

    assert [s.text for s in read(page(body=body), "a.html").sentences if s.role is Role.TEASER] == [
        "Lesen Sie auch: Ein anderer Brand"
    ]


def test_deep_nesting_is_refused_and_not_cut(refused: Refused) -> None:
    problem = refused(page(body="<div>" * 100_000 + BODY), "a.html")

    assert problem.message == "nests elements more than 200 deep"


def test_too_many_elements_are_refused(refused: Refused) -> None:
    problem = refused(page(body=BODY + "<i></i>" * 200), "a.html", Limits(max_html_elements=100))

    assert problem.message == "has more than 100 elements"


@pytest.mark.parametrize("content", ["<html></html>", "<<<<>>>>", "<!-- -->", "<p></p>"])
def test_a_page_without_an_article_is_refused(refused: Refused, content: str) -> None:
    assert "article text" in refused(content, "a.html").message


def test_nothing_is_fetched(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    head = '<base href="https://zeitung.example/"><link rel="stylesheet" href="https://x.example">'
    doctype = '<!DOCTYPE html SYSTEM "https://x.example/dtd">'

    assert read(doctype + page(head) + '<img src="https://x.example/a.png">', "a.html").sentences
