"""Constructions that attribute: what each of them needs, and what only looks like it."""

# ruff: noqa: E501 (tables of whole sentences)
from __future__ import annotations

import pytest

from summarizer.extraction.sources import find_sources

ATTRIBUTED = [
    # passives that name who says it
    (
        "Der Vorschlag wurde von Umweltministerin Carla Brenner als unbezahlbar bezeichnet.",
        ["Carla Brenner"],
    ),
    ("Die Pläne werden vom Mieterverein kritisiert.", ["Mieterverein"]),
    ("Von der Polizei wurde der Einsatz am Abend bestätigt.", ["Polizei"]),
    ("Gestern wurden die Pläne von der Opposition scharf verurteilt.", ["Opposition"]),
    ("Das neue Stück ist von Kritikern als Meisterwerk bezeichnet worden.", ["Kritiker"]),
    (
        "Ein Verbot wird vor allem von Landrätin Vera Holm gefordert.",
        ["Vera Holm"],
    ),
    # passives in a document
    ("In dem Gutachten wird bemängelt, dass Akten fehlen.", ["Gutachten"]),
    (
        "Im Bericht des Rechnungshofs wird vor steigenden Kosten gewarnt.",
        ["Bericht des Rechnungshofs"],
    ),
    ("In dem Brief war von Kürzungen die Rede.", ["Brief"]),
    ("In der Anklageschrift ist von 40 Fällen die Rede.", ["Anklageschrift"]),
    # names in the genitive
    ("Nach Ansicht Polens verstößt der Plan gegen die Verträge.", ["Polen"]),
    ("Nach Angaben Carla Brenners ist das Geld da.", ["Carla Brenner"]),
    # a title of many words before the name
    (
        "Der Chef der im Mai gegründeten Bank in Halden, Karl Roth, hat Fehler eingeräumt.",
        ["Karl Roth"],
    ),
    (
        "Der Vertreter der Arbeitnehmer im Beirat der Kasse für Gesundheit (KfG), Paul Aris, hat mehr Personal gefordert.",
        ["Paul Aris"],
    ),
    (
        "Der Nachfolger des am Montag entlassenen Trainers Tom Elber, Karl Roth, hat Fehler eingeräumt.",
        ["Karl Roth"],
    ),
    (
        "Solvia, einer der größten Hersteller von Pumpen, hat Verluste angekündigt.",
        ["Solvia"],
    ),
    # how somebody would have it
    ("Geht es nach der Landrätin Vera Holm, wird die Schule im Mai eröffnet.", ["Vera Holm"]),
    ("Wenn es nach Karl Roth geht, bleibt alles beim Alten.", ["Karl Roth"]),
    # compounds that hold who says it
    ("Nach Zeugenaussagen trug der Mann eine Maske.", ["Zeugen"]),
    ("Nach Medienberichten wechselt der Stürmer nach Halden.", ["Medien"]),
    # phrases
    ("Die Staatsanwaltschaft legt ihm Betrug zur Last.", ["Staatsanwaltschaft"]),
    ("Auch die Feuerwehr sieht das so.", ["Feuerwehr"]),
    ("Der Sprecher ließ offen, ob es weitere Verdächtige gibt.", ["Sprecher"]),
    ("Der Kläger macht geltend, er sei getäuscht worden.", ["Kläger"]),
    ("Es sei ruhig, ist aus dem Rathaus zu hören.", ["Rathaus"]),
    ("Die Polizei geht nach ersten Erkenntnissen von einem Fahrfehler aus.", ["Polizei"]),
    ("Der Fahrer war laut Haldener Bergrettung unverletzt.", ["Haldener Bergrettung"]),
    ("Und Trainer Karl Roth meinte: Wir sind noch nicht am Ziel.", ["Karl Roth"]),
    # documents that say more than they show
    ("Das Gutachten empfiehlt, die Brücke zu sperren.", ["Gutachten"]),
    ("Der Bericht beziffert den Schaden auf drei Millionen Euro.", ["Bericht"]),
    ("Die Studie weist darauf hin, dass Daten fehlen.", ["Studie"]),
    # who is meant
    ("Die Gewerkschaft droht, das Werk zu bestreiken.", ["Gewerkschaft"]),
    ("Während die Union Kürzungen fordert, schweigt der Kanzler.", ["Union"]),
    # an act in words
    (
        "Die Kanzlei zog den Antrag mit der Begründung zurück, er sei überholt.",
        ["Kanzlei"],
    ),
    (
        "Trainerin Mara Sommer strich den Torwart mit dem Hinweis, er brauche Ruhe.",
        ["Mara Sommer"],
    ),
    ("„Er hat eine eiserne Hand“, so beschrieb ihn der Lehrer Tom Elber.", ["Tom Elber"]),
]


@pytest.mark.parametrize(("text", "names"), ATTRIBUTED, ids=[t for t, _ in ATTRIBUTED])
def test_a_construction_names_its_speaker(article_of, text, names):
    assert [s.name for s in find_sources(article_of(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "Der Fahrer wurde vom Amtsgericht zu einer Geldstrafe verurteilt.",
        "Die Aussagen von Karl Roth wurden bestätigt.",
        "Der Mann wurde von der Polizei gefasst.",
        "Der Zug geht nach Halden.",
        "Auch Richter sind nicht sicher: Im Mai wurde einer verhaftet.",
        "Die Staatsanwältin gab keine Erklärung ab.",
        "Aus Paris kam Kritik an dem Beschluss.",
        "Der Vertrag muss noch von der Aufsicht bestätigt werden.",
        "Die Spielerin wurde vom Verband ausgeschlossen.",
        "In dem Museum wird ein Bild gezeigt.",
        "In dem Brief steckte ein Foto.",
        "In Halden ist von dem Unglück keine Spur.",
        "Ein Passant informierte die Feuerwehr.",
        "Das Museum begrüßte gestern den tausendsten Gast.",
        "Die Chefin der Bank, Vera Holm, und ihr Mann wohnen in Halden.",
    ],
)
def test_what_only_looks_like_it_names_nobody(article_of, text):
    assert find_sources(article_of(text)) == ()
