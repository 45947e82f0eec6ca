"""Which sources of two articles are the same, and which only share a name."""

from __future__ import annotations

from itertools import permutations

import pytest
from babel import Locale

from summarizer.publishing.article_view import ArticleView
from summarizer.publishing.source_index import source_pages, source_paths
from summarizer.summary import (
    Edition,
    Mode,
    Sentence,
    Source,
    SourceKind,
    Statement,
    Summary,
    TitleOrigin,
)

PERSON, ORGANISATION = SourceKind.PERSON, SourceKind.ORGANISATION
MEDIA, DOCUMENT = SourceKind.MEDIA, SourceKind.DOCUMENT


def view(number: int, kind: SourceKind, name: str, role: str = "") -> ArticleView:
    """An article with one source that says one sentence."""
    said = Statement(sentence=0, mode=Mode.INDIRECT)
    summary = Summary(
        id=f"artikel-{number}",
        path="seeds/artikel.txt",
        title=f"Titel {number}",
        title_origin=TitleOrigin.HEADING,
        sentences=(Sentence(id=0, text="Es werde geprüft."),),
        sources=(Source(id=0, name=name, kind=kind, role=role, statements=(said,)),),
    )
    return ArticleView(Edition(language="de", summary=summary), (), Locale("de"))


def shared_pages(*views: ArticleView) -> list[list[int]]:
    """The numbers of the articles on each page, whatever the order in which they came."""
    found = set()
    for order in permutations(views):
        paths = source_paths(order)
        pages = source_pages(order, paths)
        assert {page.path for page in pages} == set(paths.values())
        found.add(
            tuple(sorted(tuple(sorted(int(v.id[8:]) for v, _ in p.appearances)) for p in pages))
        )
    assert len(found) == 1
    return [list(page) for page in found.pop()]


@pytest.mark.parametrize(
    ("kind", "name", "roles"),
    [
        (PERSON, "Karin Sommer", ("Bürgermeisterin", "Bürgermeisterin")),
        (PERSON, "Karin Sommer", ("Bürgermeisterin von Altdorf", "Bürgermeisterin")),
        (PERSON, "Karin Sommer", ("Ministerin", "Verkehrsministerin")),
        (PERSON, "Pawlo Hryz", ("Präsident der Ukraine", "ukrainischer Präsident")),
        (PERSON, "Karin Sommer", ("Nordwerft-Chefin", "Gründerin des Schiffbauers Nordwerft")),
        (PERSON, "Karin Sommer", ("", "Trainerin")),
        (PERSON, "Karin Sommer", ("", "")),
        (ORGANISATION, "Polizei Altdorf", ("", "")),
        (ORGANISATION, "Bundespolizei", ("", "")),
        (ORGANISATION, "Nordwerft", ("", "")),
        (MEDIA, "Küstenbote", ("", "Zeitung")),
        (DOCUMENT, "Gutachten des Seeamts", ("", "")),
    ],
)
def test_a_source_has_one_page_for_all_that_it_said(
    kind: SourceKind, name: str, roles: tuple[str, str]
) -> None:
    assert shared_pages(view(1, kind, name, roles[0]), view(2, kind, name, roles[1])) == [[1, 2]]


@pytest.mark.parametrize(
    ("kind", "name", "roles"),
    [
        (PERSON, "Thomas Müller", ("Fußballspieler", "Polizeisprecher")),
        (PERSON, "Thomas Müller", ("Sprecher der Polizei", "Sprecher des Vereins")),
        (PERSON, "Thomas Müller", ("Bürgermeister", "Bürgerrechtler")),
        (PERSON, "Müller", ("Polizeisprecher", "Polizeisprecher")),
        (PERSON, "Stephan B.", ("Angeklagter", "Angeklagter")),
        (ORGANISATION, "Polizei", ("", "")),
        (ORGANISATION, "Kriminalpolizei", ("", "")),
        (ORGANISATION, "Unternehmen", ("", "")),
        (DOCUMENT, "Studie", ("", "")),
    ],
)
def test_sources_that_may_be_others_have_pages_of_their_own(
    kind: SourceKind, name: str, roles: tuple[str, str]
) -> None:
    assert shared_pages(view(1, kind, name, roles[0]), view(2, kind, name, roles[1])) == [[1], [2]]


@pytest.mark.parametrize("role", ["", "Sprecher"])
def test_a_role_that_fits_two_people_of_a_name_is_given_to_neither(role: str) -> None:
    views = (
        view(1, PERSON, "Thomas Müller", "Sprecher der Polizei"),
        view(2, PERSON, "Thomas Müller", "Sprecher des Vereins"),
        view(3, PERSON, "Thomas Müller", role),
    )
    assert shared_pages(*views) == [[1], [2], [3]]


def test_a_page_names_the_others_of_its_name() -> None:
    views = (
        view(1, PERSON, "Thomas Müller", "Trainer"),
        view(2, PERSON, "Thomas Müller", "Pfarrer"),
        view(3, PERSON, "Ilse Brenner", "Pfarrerin"),
    )
    pages = source_pages(views, source_paths(views))
    named = {page.path: [other.path for other in page.namesakes] for page in pages}
    brenner = named.pop("sources/ilse-brenner.md")
    assert brenner == []
    first, second = named
    assert named == {first: [second], second: [first]}


def test_a_further_article_does_not_move_the_page_of_one_article() -> None:
    one, other = view(1, ORGANISATION, "Polizei"), view(2, ORGANISATION, "Polizei")
    assert source_paths([one])["artikel-1", 0] == source_paths([one, other])["artikel-1", 0]
