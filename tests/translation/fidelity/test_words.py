"""Names, hedges, negation, units and form survive."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.translation.fidelity import check, describe
from summarizer.translation.glossary import load

GLOSSARY = load(Path(__file__).parents[3] / "glossary", "de", "en")


def kinds(german: str, english: str) -> set[str]:
    return {finding.kind for finding in check(german, english, GLOSSARY)}


FAITHFUL = [
    ("Selenskyj sprach in Kiew.", "Zelensky spoke in Kyiv."),
    ("Selenskyj sprach in Kiew.", "Zelenskyy spoke in Kiev."),
    ("Özdemir reiste nach Köln.", "Ozdemir travelled to Cologne."),
    ("Die Regierung Frankreichs lehnt das ab.", "The government of France rejects this."),
    ("Michailow gewann das Turnier.", "Mikhailov won the tournament."),
    ("DFB-Präsident Hartmann trat zurück.", "DFB president Hartmann resigned."),
    ("Die Musik-Gruppe trat in Kuranstadt auf.", "The music group performed in Kuranstadt."),
    ("Er soll das Geld gestohlen haben.", "He is said to have stolen the money."),
    ("Er soll das Geld gestohlen haben.", "He allegedly stole the money."),
    ("Die Brücke soll im Mai öffnen.", "The bridge is to open in May."),
    ("Minister soll zurücktreten", "Minister to resign"),
    ("Offenbar war die Tür offen.", "Apparently the door was open."),
    ("Es könnte regnen.", "It could rain."),
    ("Laut Polizei war er allein.", "According to the police he was alone."),
    ("Er las laut vor.", "He read aloud."),
    ("Sie hat nichts gesehen.", "She saw nothing."),
    ("Sie ist nicht glücklich.", "She is unhappy."),
    ("Sie kam nicht.", "She didn’t come."),
    ("Sie kam erst am Montag.", "She did not come until Monday."),
    ("Nicht nur Kinder lachten, sondern auch Eltern.", "Children laughed, and so did parents."),
    ("Der Anteil liegt bei fünf Prozent.", "The share is five percent."),
    ("„Das ist gut“, sagte sie.", "“That is good,” she said."),
    ("Das ist gut“, sagte sie.", "That is good,” she said."),
    ("Er liest die „Neue Post“.", "He reads the “Neue Post”."),
    ("Er wohnt in der Talheimer Straße.", "He lives in Talheimer Straße."),
    ("Die Lage in Syrien ist ernst.", "The Syrian situation is serious."),
    ("Der WFN rechnet mit Regen.", "The Weather Forecasters’ Network expects rain."),
    ("Zwei Lkw stießen zusammen.", "Two trucks collided."),
    ("Der TSV Kuranstadt gewann.", "Kuranstadt won."),
    ("Er soll gestohlen haben und wird gehen.", "He is said to have stolen and will leave."),
    ("Die Spieltage sind fest.", "The matchdays are settled."),
    ("Das Gerät verschlüsselt alles.", "The encryptor handles everything."),
    ("Das war ein peinlicher Moment.", "That was an embarassing moment."),
    ("Ohne Streit geht es nicht voran.", "Without dispute there is no progress."),
]

WRONG = [
    ("name", "Selenskyj sprach in Kiew.", "Putin spoke in Kyiv."),
    ("name", "Hartmann traf Lindner in Bonn.", "Hartmann met in Bonn."),
    ("name", "Kuranski sprach mit Obermoser.", "Kuranski spoke with Petersenko."),
    ("name", "Der Sprecher schwieg.", "Spokesman Petersenko was silent."),
    ("name", "Gestern lachte Ulrich Kuranski.", "Yesterday Igor Kuranski laughed."),
    ("hedge", "Er soll das Geld gestohlen haben.", "He stole the money."),
    ("hedge", "Er soll das Geld gestohlen haben.", "He should steal the money."),
    ("hedge", "Die Brücke soll im Mai öffnen.", "The bridge opens in May."),
    ("hedge", "Offenbar war die Tür offen.", "The door was open."),
    ("hedge", "Angeblich war die Tür offen.", "The door was open."),
    ("hedge", "Der mutmaßliche Täter floh.", "The perpetrator fled."),
    ("hedge", "Es könnte regnen.", "It rains."),
    ("hedge", "Laut Polizei war er allein.", "He was alone."),
    ("negation", "Sie hat das nicht gesagt.", "She said that."),
    ("negation", "Niemand wurde verletzt.", "People were injured."),
    ("negation", "Sie hat das gesagt.", "She did not say that."),
    ("unit", "Der Anteil liegt bei fünf Prozent.", "The figure is five."),
    ("unit", "Das kostet 20 Euro.", "That costs 20 dollars."),
    ("unit", "Der Stau war 12 Kilometer lang.", "The queue was 12 miles long."),
    ("quotation", "Er nannte das „eine ernste Gefahr“.", "He called that a serious danger."),
    ("quotation", "„Das ist gut“, sagte sie.", "“That is good, she said."),
    ("quotation", "Er lobte den Plan.", "He said “this is a very good plan”."),
    ("leftover", "Die Polizei sucht Zeugen.", "The police und the witnesses."),
    ("leftover", "Die Verletzten schliefen.", "The Verletzten were asleep."),
    ("length", "Die Stadt will den Platz vor dem Rathaus bald umbauen lassen.", "The city."),
    (
        "length",
        "Kurz.",
        "The city wants the square in front of the town hall to be rebuilt by then.",
    ),
    ("loop", "Tests", "Tests tests tests tests"),
    ("loop", "Der Rat tagt.", "The council meets the council meets the council meets."),
    ("fragment", "Es brannte im Lager.", "There was a fire in the ."),
    ("fragment", "Das Lager wurde erwähnt.", "The was also mentioned."),
    ("fragment", "Der dreistufige Plan gilt ab heute.", "The -stage plan applies from today."),
    ("fragment", "Um 14 Uhr kam es zum Streit.", "Around 14:argument broke out."),
    ("length", "Niemand wurde verletzt.", ""),
    ("name", "Der USV gewann am Ende klar.", "In the end the team won clearly."),
    ("name", "Das sagte Schot der Zeitung.", "He told the newspaper that."),
    ("name", "Er wohnt in der Dornbacher Straße.", "He lives in the street."),
    ("name", "Die Lage in Schweden ist ernst.", "The Swiss situation is serious."),
    ("name", "Die Lage in Frankreich ist ernst.", "The Franconian situation is serious."),
    ("hedge", "Er soll gestohlen haben und wird gehen.", "He stole and will leave."),
    ("hedge", "Er konnte wohl nicht schlafen.", "He could not sleep."),
    ("negation", "Ohne Streit geht es nicht voran.", "Without dispute there is progress."),
    ("negation", "Das Haus ist nicht weit entfernt.", "The house is far from here."),
    ("negation", "Nicht er und nicht sie kamen.", "He came and she did not."),
    ("spelling", "Die Unterhaltung dauerte lange.", "The underhaltment took a long time."),
    ("leftover", "Er nannte das eine tarifgebundene Firma.", "He called it a tarifgebundene firm."),
]


@pytest.mark.parametrize(("german", "english"), FAITHFUL)
def test_a_faithful_translation_passes(german: str, english: str) -> None:
    assert describe(check(german, english, GLOSSARY)) == ""


@pytest.mark.parametrize(("kind", "german", "english"), WRONG)
def test_an_unfaithful_one_is_found(kind: str, german: str, english: str) -> None:
    assert kind in kinds(german, english)


def test_the_description_says_what_and_where() -> None:
    findings = check("Niemand traf Lindner.", "People met.", GLOSSARY)
    assert describe(findings) == (
        "name: “Lindner” is missing in the translation; "
        "negation: “Niemand” has no counterpart in the translation"
    )
