"""What sort of speaker a noun denotes."""

from __future__ import annotations

import pytest

from summarizer.german.speakers import is_feminine, is_media_name, kind_of_noun, refers_back
from summarizer.summary import SourceKind


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("Innenministerin", SourceKind.PERSON),
        ("Polizeisprecher", SourceKind.PERSON),
        ("Abgeordneter", SourceKind.PERSON),
        ("DFB-Chef", SourceKind.PERSON),
        ("Ärztin", SourceKind.PERSON),
        ("Bundeskanzleramt", SourceKind.ORGANISATION),
        ("Geheimdienstes", SourceKind.ORGANISATION),
        ("Ermittlungsbehörden", SourceKind.ORGANISATION),
        ("Nachrichtenagentur", SourceKind.MEDIA),
        ("Regionalzeitung", SourceKind.MEDIA),
        ("Klimastudie", SourceKind.DOCUMENT),
        ("Pressemitteilung", SourceKind.DOCUMENT),
        ("Augenzeugen", SourceKind.GROUP),
        ("Fahrrad", None),
        ("Versender", None),
        ("Wetter", None),
        ("Samt", None),
        ("sprecher", None),
    ],
)
def test_compounds_have_the_kind_of_their_last_part(noun, kind):
    assert kind_of_noun(noun) is kind


@pytest.mark.parametrize("name", ["Reuters", "dpa", "Halder Zeitung", "Tagesblatt", "Nordkurier"])
def test_names_of_media(name):
    assert is_media_name(name)


@pytest.mark.parametrize("name", ["Karl Muster", "Novatek", "Halden"])
def test_other_names_are_none(name):
    assert not is_media_name(name)


@pytest.mark.parametrize(
    ("noun", "feminine"),
    [
        ("Sprecherin", True),
        ("Behörde", True),
        ("Regierung", True),
        ("Minister", False),
        ("Amt", False),
    ],
)
def test_gender(noun, feminine):
    assert is_feminine(noun) is feminine


@pytest.mark.parametrize(
    ("noun", "back"),
    [("48-Jährige", True), ("Politikerin", True), ("DFB-Chef", True), ("Sprecher", False)],
)
def test_nouns_that_refer_back(noun, back):
    assert refers_back(noun) is back
