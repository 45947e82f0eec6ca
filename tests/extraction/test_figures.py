# ruff: noqa: E501 (sentences are kept whole)
"""Figures in news sentences of many fields: what is found, its value and what it counts.

A row is a sentence and its figures in order: surface, value (a pair for a range), noun and unit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer.extraction.figures import find_figures
from summarizer.german.pipeline import analyse
from summarizer.reading import read_article
from summarizer.summary import Article, Figure, FigureKind, Role, Sentence, TitleOrigin

SEEDS = Path(__file__).parents[2] / "seeds"


def figures_of(text: str, role: Role = Role.BODY) -> tuple[Figure, ...]:
    article = Article(
        id="a",
        path="a.txt",
        title="",
        title_origin=TitleOrigin.DERIVED,
        sentences=(Sentence(id=0, text=text, role=role),),
    )
    return find_figures(analyse(article))


def summary_of(figure: Figure) -> tuple[Any, ...]:
    value: Any = figure.value
    if figure.value_max is not None:
        value = (figure.value, figure.value_max)
    return figure.surface, value, figure.noun, figure.unit


POLITICS = {
    "Im Bundestag stimmten 389 Abgeordnete für das Gesetz, 251 dagegen, zwölf enthielten sich.": [
        ("389", 389, "Abgeordnete", None),
        ("251", 251, "Abgeordnete", None),
        ("zwölf", 12, "Abgeordnete", None),
    ],
    "Die Partei kommt in der Umfrage auf 23,5 Prozent, der Koalitionspartner auf 14.": [
        ("23,5", 23.5, "Prozent", "percent"),
        ("14", 14, "Prozent", "percent"),
    ],
    "Der Haushalt sieht Ausgaben von 476,8 Milliarden Euro vor, gut 30 Milliarden mehr als im Vorjahr.": [
        ("476,8 Milliarden", 476800000000, "Euro", "EUR"),
        ("gut 30 Milliarden", 30000000000, "Euro", "EUR"),
    ],
    "Zwei Drittel der Befragten lehnen die Reform ab, ein Viertel ist dafür.": [
        ("Zwei Drittel", 200 / 3, "Befragten", "percent"),
    ],
    "Mehr als die Hälfte der Mitglieder war anwesend.": [
        ("Mehr als die Hälfte", 50, "Mitglieder", "percent"),
    ],
    "Der Minister will die Steuer um 2,5 Prozentpunkte auf 19 Prozent senken.": [
        ("2,5", 2.5, "Prozentpunkte", "percentage-point"),
        ("19", 19, "Prozent", "percent"),
    ],
    "Nach Artikel 50 des EU-Vertrags hat das Land zwei Jahre Zeit.": [
        ("zwei", 2, "Jahre", "duration-year"),
    ],
    "In den 27 EU-Staaten leben rund 450 Millionen Menschen.": [
        ("27", 27, "EU-Staaten", None),
        ("rund 450 Millionen", 450000000, "Menschen", None),
    ],
    "Bei der Landtagswahl 2023 holte die CDU 34,6 Prozent der Stimmen.": [
        ("34,6", 34.6, "Prozent", "percent"),
    ],
    "Der Verein sammelte 2.500 Unterschriften.": [
        ("2.500", 2500, "Unterschriften", None),
    ],
    "Das iPhone 15 kostet ab 949 Euro, die Playstation 5 rund 500 Euro.": [
        ("ab 949", 949, "Euro", "EUR"),
        ("rund 500", 500, "Euro", "EUR"),
    ],
    "Laut einer Umfrage würden 29 Prozent die Union wählen, 18 Prozent die SPD und 15 Prozent die Grünen.": [
        ("29", 29, "Prozent", "percent"),
        ("18", 18, "Prozent", "percent"),
        ("15", 15, "Prozent", "percent"),
    ],
    "Der Bundesrat hat 69 Stimmen, nötig sind 35.": [
        ("69", 69, "Stimmen", None),
        ("35", 35, "", None),
    ],
    "Die Koalition verfügt über 417 von 733 Sitzen.": [
        ("417", 417, "Sitzen", None),
        ("733", 733, "Sitzen", None),
    ],
    "Die Polizei sprach von 4000 Teilnehmern, die Veranstalter von 10 000.": [
        ("4000", 4000, "Teilnehmern", None),
        ("10 000", 10000, "Teilnehmern", None),
    ],
    "Bei den Protesten am 1. Mai wurden 93 Beamte verletzt und 226 Menschen festgenommen.": [
        ("93", 93, "Beamte", None),
        ("226", 226, "Menschen", None),
    ],
    "Das Parlament verabschiedete das Gesetz mit 226 Ja-Stimmen bei 100 Enthaltungen.": [
        ("226", 226, "Ja-Stimmen", None),
        ("100", 100, "Enthaltungen", None),
    ],
    "Eine Zwei-Drittel-Mehrheit wurde verfehlt, die Fünf-Prozent-Hürde gilt weiter.": [
        ("Fünf", 5, "Prozent", "percent"),
    ],
    "Das Zehn-Punkte-Programm und der Drei-Stufen-Plan wurden vorgestellt.": [
        ("Zehn", 10, "Punkte", None),
        ("Drei", 3, "Stufen", None),
    ],
    "Die 17-köpfige Kommission legte ihren 300-seitigen Bericht vor.": [
        ("17-köpfige", 17, "Kommission", None),
        ("300-seitigen", 300, "Bericht", None),
    ],
    "Bis zu vier Jahre Haft drohen ihm, mindestens aber zwei.": [
        ("Bis zu vier", 4, "Jahre", "duration-year"),
        ("mindestens aber zwei", 2, "Jahre", "duration-year"),
    ],
    "Die Regierung einigte sich nach 14-stündigen Verhandlungen auf ein 65-Milliarden-Paket.": [
        ("14-stündigen", 14, "Verhandlungen", "duration-hour"),
        ("65-Milliarden", 65000000000, "Paket", None),
    ],
}

BUSINESS = {
    "Der Umsatz stieg im dritten Quartal um 4 Prozent auf 3,5 Milliarden Euro.": [
        ("4", 4, "Prozent", "percent"),
        ("3,5 Milliarden", 3500000000, "Euro", "EUR"),
    ],
    "Der Dax verlor 1,2 Prozent auf 15.234,56 Punkte.": [
        ("1,2", 1.2, "Prozent", "percent"),
        ("15.234,56", 15234.56, "Punkte", None),
    ],
    "Der Konzern will in den kommenden drei Jahren 12.000 der 80.000 Stellen streichen.": [
        ("drei", 3, "Jahren", "duration-year"),
        ("12.000", 12000, "Stellen", None),
        ("80.000", 80000, "Stellen", None),
    ],
    "Die Aktie kostet 45,30 Euro, vor einem Jahr waren es 60.": [
        ("45,30", 45.3, "Euro", "EUR"),
        ("60", 60, "Euro", "EUR"),
    ],
    "Das Unternehmen beschäftigt weltweit fast 300.000 Mitarbeiter, davon 120.000 in Deutschland.": [
        ("fast 300.000", 300000, "Mitarbeiter", None),
        ("120.000", 120000, "Mitarbeiter", None),
    ],
    "Der Gewinn brach von 800 auf 450 Millionen Euro ein.": [
        ("800", 800000000, "Euro", "EUR"),
        ("450 Millionen", 450000000, "Euro", "EUR"),
    ],
    "Die Inflationsrate lag im Mai bei 6,1 Prozent nach 7,2 Prozent im April.": [
        ("6,1", 6.1, "Prozent", "percent"),
        ("7,2", 7.2, "Prozent", "percent"),
    ],
    "Ein Barrel der Sorte Brent kostete 82,50 US-Dollar.": [
        ("82,50", 82.5, "US-Dollar", "USD"),
    ],
    "Die Bank muss eine Strafe von einer Million Franken zahlen.": [
        ("einer Million", 1000000, "Franken", "CHF"),
    ],
    "Das Defizit betrug 1,2 Mrd. Euro, der Überschuss 300 Mio. Euro.": [
        ("1,2 Mrd.", 1200000000, "Euro", "EUR"),
        ("300 Mio.", 300000000, "Euro", "EUR"),
    ],
    "Der Euro kostete 1,0832 Dollar.": [
        ("1,0832", 1.0832, "Dollar", "USD"),
    ],
    "Der Bitcoin-Kurs fiel unter 60.000 Dollar.": [
        ("unter 60.000", 60000, "Dollar", "USD"),
    ],
    "Die Kurse fielen um 3,4 bis 5,6 Prozent.": [
        ("3,4 bis 5,6", (3.4, 5.6), "Prozent", "percent"),
    ],
    "Die Firma erlöste zwischen 2,5 und 3 Milliarden Euro.": [
        ("zwischen 2,5 und 3 Milliarden", (2500000000, 3000000000), "Euro", "EUR"),
    ],
    "Von 2019 bis 2021 sank der Absatz um 20 auf 80 Millionen Flaschen.": [
        ("20", 20000000, "Flaschen", None),
        ("80 Millionen", 80000000, "Flaschen", None),
    ],
    "In den ersten sechs Monaten wurden 1,4 Mio Fahrzeuge ausgeliefert, 8,5 % mehr als im Vorjahr.": [
        ("sechs", 6, "Monaten", "duration-month"),
        ("1,4 Mio", 1400000, "Fahrzeuge", None),
        ("8,5", 8.5, "%", "percent"),
    ],
    "Der Ölpreis stieg um 1,50 Dollar auf 71,20 Dollar je Barrel (159 Liter).": [
        ("1,50", 1.5, "Dollar", "USD"),
        ("71,20", 71.2, "Dollar", "USD"),
        ("159", 159, "Liter", "volume-liter"),
    ],
    "Die Aktie legte um fünf Prozent zu, die der Konkurrenz um zwei.": [
        ("fünf", 5, "Prozent", "percent"),
        ("zwei", 2, "Prozent", "percent"),
    ],
    "Der Vorstandschef verdient 7,5 Millionen Euro im Jahr, 150-mal so viel wie ein Arbeiter.": [
        ("7,5 Millionen", 7500000, "Euro", "EUR"),
        ("150-mal", 150, "", None),
    ],
    "Die Mitarbeiter fordern 6,5 Prozent mehr Lohn, mindestens aber 200 Euro monatlich.": [
        ("6,5", 6.5, "Prozent", "percent"),
        ("mindestens aber 200", 200, "Euro", "EUR"),
    ],
    "Der Konzernumsatz wuchs auf 12,3 (Vorjahr: 11,8) Milliarden Euro.": [
        ("12,3", 12300000000, "Euro", "EUR"),
        ("11,8", 11800000000, "Euro", "EUR"),
    ],
    "Der Kurs kletterte von 12 auf mehr als 20 Euro.": [
        ("12", 12, "Euro", "EUR"),
        ("mehr als 20", 20, "Euro", "EUR"),
    ],
    "Der Leitzins bleibt bei 4,25 Prozent, ein Viertelprozentpunkt weniger war erwartet worden.": [
        ("4,25", 4.25, "Prozent", "percent"),
    ],
    "Die Wirtschaft schrumpfte um 0,3 Prozent.": [
        ("0,3", 0.3, "Prozent", "percent"),
    ],
    "Deutschland hat eine Staatsschuldenquote von 64 Prozent.": [
        ("64", 64, "Prozent", "percent"),
    ],
    "Jährlich sterben 800.000 Menschen, das sind mehr als 2000 am Tag.": [
        ("800.000", 800000, "Menschen", None),
        ("mehr als 2000", 2000, "", None),
    ],
    "Die 38-Stunden-Woche und das 9-Euro-Ticket bleiben, die 2G-Regel fällt.": [
        ("38", 38, "Stunden", "duration-hour"),
        ("9", 9, "Euro", "EUR"),
    ],
    "Der Siebenkämpfer sprang 7,92 Meter weit und warf den Speer 65,33 m.": [
        ("7,92", 7.92, "Meter", "length-meter"),
        ("65,33", 65.33, "m", "length-meter"),
    ],
    "In der 89. Minute sah der Stürmer nach zwei Fouls binnen 60 Sekunden Gelb-Rot.": [
        ("zwei", 2, "Fouls", None),
        ("60", 60, "Sekunden", "duration-second"),
    ],
    "Der 32. Spieltag bringt drei Topspiele, der Klassenerhalt ist mit 36 Punkten aus 31 Spielen nah.": [
        ("drei", 3, "Topspiele", None),
        ("36", 36, "Punkten", None),
        ("31", 31, "Spielen", None),
    ],
    "Eine Karte kostet 12, ermäßigt 8 Euro.": [
        ("12", 12, "Euro", "EUR"),
        ("8", 8, "Euro", "EUR"),
    ],
    "Die Bank verlor 3.5 Millionen Franken, 10'000 Kunden sind betroffen, ein Konto kostet Fr. 50.– im Jahr.": [
        ("3.5 Millionen", 3500000, "Franken", "CHF"),
        ("10'000", 10000, "Kunden", None),
    ],
    "Er wurde 1,5 Stunden lang verhört.": [
        ("1,5", 1.5, "Stunden", "duration-hour"),
    ],
    "Sie war 36 Stunden wach.": [
        ("36", 36, "Stunden", "duration-hour"),
    ],
    "Sein BMI lag bei 31,2, der Wert von 0,8 Promille ist strafbar.": [
        ("31,2", 31.2, "", None),
        ("0,8", 0.8, "Promille", "concentr-permille"),
    ],
    "Unter den 30 Bewerbern waren 14 Frauen, der Anteil liegt unter 50 Prozent.": [
        ("30", 30, "Bewerbern", None),
        ("14", 14, "Frauen", None),
        ("unter 50", 50, "Prozent", "percent"),
    ],
}

SPORT = {
    "Vor 75.000 Zuschauern erzielte der Stürmer seine Tore 15 und 16.": [
        ("75.000", 75000, "Zuschauern", None),
    ],
    "Der Weltmeister lief die 100 Meter in 9,81 Sekunden.": [
        ("100", 100, "Meter", "length-meter"),
        ("9,81", 9.81, "Sekunden", "duration-second"),
    ],
    "Mit 25 Punkten liegt die Mannschaft auf Platz 3, zwei Zähler hinter dem Zweiten.": [
        ("25", 25, "Punkten", None),
        ("zwei", 2, "Zähler", None),
    ],
    "Die Startelf spielte im 4-4-2-System, nach 60 Minuten kam ein Dreier-Wechsel.": [
        ("60", 60, "Minuten", "duration-minute"),
    ],
    "Der 24-jährige Torwart unterschrieb einen Dreijahresvertrag bis 2027.": [
        ("Dreijahresvertrag", 3, "Dreijahresvertrag", "duration-year"),
    ],
    "Sie gewann zwei Goldmedaillen und wurde dreimal Vierte.": [
        ("zwei", 2, "Goldmedaillen", None),
        ("dreimal", 3, "", None),
    ],
    "Der fünfmalige Sieger lag 1,5 Sekunden vor dem Zweiten.": [
        ("fünfmalige", 5, "Sieger", None),
        ("1,5", 1.5, "Sekunden", "duration-second"),
    ],
    "Bei 3,2 Grad und 98 Prozent Luftfeuchtigkeit wurde gestartet.": [
        ("3,2", 3.2, "Grad", "temperature-generic"),
        ("98", 98, "Prozent", "percent"),
    ],
    "Sie holte Bronze über 400 Meter Freistil in 4:02,30 Minuten.": [
        ("400", 400, "Meter", "length-meter"),
    ],
    "Er traf aus 18 Metern ins linke Eck und erzielte sein achtes Saisontor.": [
        ("18", 18, "Metern", "length-meter"),
    ],
    "Lewandowski kommt auf 41 Treffer in 29 Spielen.": [
        ("41", 41, "Treffer", None),
        ("29", 29, "Spielen", None),
    ],
    "Der Trainer muss auf sechs Spieler verzichten.": [
        ("sechs", 6, "Spieler", None),
    ],
    "Die Handballer führten zur Pause mit 16:12 und gewannen mit elf Toren Unterschied.": [
        ("elf", 11, "Toren", None),
    ],
    "Die zweite Halbzeit begann mit 15 Minuten Verspätung vor nur 300 Zuschauern.": [
        ("15", 15, "Minuten", "duration-minute"),
        ("300", 300, "Zuschauern", None),
    ],
    "Die Quote lag bei 2,5 Toren pro Spiel.": [
        ("2,5", 2.5, "Toren", None),
    ],
    "Am Montag gab es bis zu 25 Grad und zehn Stunden Sonne, am Dienstag um die 18 Grad.": [
        ("bis zu 25", 25, "Grad", "temperature-generic"),
        ("zehn", 10, "Stunden", "duration-hour"),
        ("um die 18", 18, "Grad", "temperature-generic"),
    ],
    "Auf dem Feldberg liegen 35 Zentimeter Schnee, 10 bis 15 cm kommen hinzu.": [
        ("35", 35, "Zentimeter", "length-centimeter"),
        ("10 bis 15", (10, 15), "cm", "length-centimeter"),
    ],
    "Der Wasserstand sank auf 78 Zentimeter.": [
        ("78", 78, "Zentimeter", "length-centimeter"),
    ],
    "Im Süden 8 bis 14, im Norden 5 bis 9 Grad.": [
        ("8 bis 14", (8, 14), "Grad", "temperature-generic"),
        ("5 bis 9", (5, 9), "Grad", "temperature-generic"),
    ],
    "Der Wind weht mit Stärke 5 bis 6, in Böen 8.": [
        ("5 bis 6", (5, 6), "Stärke", None),
    ],
    "Bester Werfer war Schmidt mit 21 Punkten vor Meier (18) und Huber (12).": [
        ("21", 21, "Punkten", None),
    ],
    "Je zwei Spieler aus drei Klubs sind gesperrt.": [
        ("Je zwei", 2, "Spieler", None),
        ("drei", 3, "Klubs", None),
    ],
    "Es gab vier Mal Gold, dreimal Silber und einmal Bronze.": [
        ("vier", 4, "Mal", None),
        ("dreimal", 3, "", None),
    ],
    "Im Finale über acht Runden schlug er seinen Gegner nach Punkten, 78:74.": [
        ("acht", 8, "Runden", None),
    ],
}

POLICE = {
    "Bei einem Unfall auf der A8 sind drei Menschen ums Leben gekommen, zwei weitere wurden schwer verletzt.": [
        ("drei", 3, "Menschen", None),
        ("zwei", 2, "Menschen", None),
    ],
    "Der 17-jährige Fahrer war mit 2,1 Promille und 120 Kilometern pro Stunde unterwegs.": [
        ("2,1", 2.1, "Promille", "concentr-permille"),
        ("120", 120, "Kilometern", "length-kilometer"),
    ],
    "Gegen 20.30 Uhr ging der Notruf 110 ein, die Täter erbeuteten mehrere tausend Euro.": [
        ("mehrere tausend", None, "Euro", "EUR"),
    ],
    "Rund 150 Einsatzkräfte der Feuerwehr löschten den Brand in der Hauptstraße 12.": [
        ("Rund 150", 150, "Einsatzkräfte", None),
    ],
    "Der Sachschaden wird auf 20.000 bis 30.000 Euro geschätzt.": [
        ("20.000 bis 30.000", (20000, 30000), "Euro", "EUR"),
    ],
    "Das Gericht verurteilte ihn zu sechs Jahren und neun Monaten Haft.": [
        ("sechs", 6, "Jahren", "duration-year"),
        ("neun", 9, "Monaten", "duration-month"),
    ],
    "Der Täter wurde zu dreieinhalb Jahren Gefängnis verurteilt.": [
        ("dreieinhalb", 3.5, "Jahren", "duration-year"),
    ],
    "Im Umkreis von anderthalb Kilometern wurden 3.000 Anwohner evakuiert.": [
        ("anderthalb", 1.5, "Kilometern", "length-kilometer"),
        ("3.000", 3000, "Anwohner", None),
    ],
    "Das Krankenhaus hat 450 Betten, 30 davon auf der Intensivstation.": [
        ("450", 450, "Betten", None),
        ("30", 30, "Betten", None),
    ],
    "Nach Aussagen zweier Zeugen flohen drei der vier Täter.": [
        ("zweier", 2, "Zeugen", None),
        ("drei", 3, "Täter", None),
        ("vier", 4, "Täter", None),
    ],
    "Wegen der Streiks fielen 1.200 Flüge aus, rund 150.000 Passagiere waren betroffen.": [
        ("1.200", 1200, "Flüge", None),
        ("rund 150.000", 150000, "Passagiere", None),
    ],
    "Nach dem Brand mit zwei Toten ermittelt die Polizei gegen einen 27 Jahre alten Bewohner.": [
        ("zwei", 2, "Toten", None),
    ],
    "Dabei erlitten eine 19-Jährige und zwei 20 und 22 Jahre alte Männer Prellungen.": [
        ("zwei", 2, "Männer", None),
    ],
    "Der Wagen überschlug sich mehrfach, die fünf Insassen konnten sich befreien.": [
        ("fünf", 5, "Insassen", None),
    ],
    "Sechs Monate nach der Tat und drei Wochen vor dem Prozess schweigt er.": [
        ("Sechs", 6, "Monate", "duration-month"),
        ("drei", 3, "Wochen", "duration-week"),
    ],
    "Er soll 2,7 Kilogramm Kokain und 50 000 Euro Bargeld versteckt haben.": [
        ("2,7", 2.7, "Kilogramm", "mass-kilogram"),
        ("50 000", 50000, "Euro", "EUR"),
    ],
    "Drei Viertelstunden später kam die Feuerwehr mit 20 Mann und vier Fahrzeugen.": [
        ("Drei", 3, "Viertelstunden", None),
        ("20", 20, "Mann", None),
        ("vier", 4, "Fahrzeugen", None),
    ],
    "Die Höchststrafe liegt bei 15 Jahren.": [
        ("15", 15, "Jahren", "duration-year"),
    ],
    "Neun Festnahmen nach Razzia in 14 Städten": [
        ("Neun", 9, "Festnahmen", None),
        ("14", 14, "Städten", None),
    ],
    "1,2 Millionen Euro für neue Radwege": [
        ("1,2 Millionen", 1200000, "Euro", "EUR"),
    ],
    "Frau (83) stürzt 4 Meter tief": [
        ("4", 4, "Meter", "length-meter"),
    ],
    "Der 1,90 Meter große Täter flüchtete auf einem Fahrrad.": [
        ("1,90", 1.9, "Meter", "length-meter"),
    ],
    "Der 30 Meter hohe Baum und das 25 Tonnen schwere Teil fielen um.": [
        ("30", 30, "Meter", "length-meter"),
        ("25", 25, "Tonnen", "mass-tonne"),
    ],
    "Ein 400 Kilogramm schwerer Blindgänger wurde entschärft, 5.000 Menschen mussten ihre Häuser verlassen.": [
        ("400", 400, "Kilogramm", "mass-kilogram"),
        ("5.000", 5000, "Menschen", None),
    ],
    "Ein paar Hundert Anhänger, gut zwei Dutzend Polizisten und ein paar Reporter warteten.": [
        ("Ein paar Hundert", None, "Anhänger", None),
        ("gut zwei Dutzend", 24, "Polizisten", None),
    ],
    "Die Ermittler werteten 1,5 Terabyte Daten aus.": [
        ("1,5", 1.5, "Terabyte", "digital-terabyte"),
    ],
}

WEATHER = {
    "Am Wochenende werden Höchstwerte zwischen 28 und 34 Grad erwartet.": [
        ("zwischen 28 und 34", (28, 34), "Grad", "temperature-generic"),
    ],
    "In der Nacht sinken die Temperaturen auf minus 5 Grad, im Bergland auf -12 Grad.": [
        ("minus 5", -5, "Grad", "temperature-generic"),
        ("-12", -12, "Grad", "temperature-generic"),
    ],
    "Es fielen bis zu 80 Liter Regen pro Quadratmeter.": [
        ("bis zu 80", 80, "Liter", "volume-liter"),
    ],
    "Der Orkan erreichte Böen von 160 km/h und Windstärke 12.": [
        ("160", 160, "km/h", "speed-kilometer-per-hour"),
        ("12", 12, "Windstärke", None),
    ],
    "Das Beben der Stärke 6,3 ereignete sich in zehn Kilometern Tiefe.": [
        ("6,3", 6.3, "Stärke", None),
        ("zehn", 10, "Kilometern", "length-kilometer"),
    ],
    "Ein Dutzend Staaten hat den Vertrag unterzeichnet, ein gutes Dutzend prüft ihn.": [
        ("Ein Dutzend", 12, "Staaten", None),
        ("ein gutes Dutzend", 12, "Staaten", None),
    ],
    "Eine halbe Million Menschen sind ohne Strom.": [
        ("Eine halbe Million", 500000, "Menschen", None),
    ],
    "Das Thermometer zeigte 41,2 Grad Celsius.": [
        ("41,2", 41.2, "Grad Celsius", "temperature-celsius"),
    ],
    "Zwei Grad mehr machen einen Unterschied.": [
        ("Zwei", 2, "Grad", "temperature-generic"),
    ],
}

SCIENCE_AND_MEDICINE = {
    "Forscher haben bei 1.200 Patienten die Wirkung von drei Impfstoffen untersucht.": [
        ("1.200", 1200, "Patienten", None),
        ("drei", 3, "Impfstoffen", None),
    ],
    "Das Teleskop entdeckte einen 120 Lichtjahre entfernten Planeten, der doppelt so groß ist wie die Erde.": [
        ("120", 120, "Lichtjahre", "length-light-year"),
    ],
    "Die Studie mit 4.500 Teilnehmern zeigt: Das Risiko sank um 40 Prozent.": [
        ("4.500", 4500, "Teilnehmern", None),
        ("40", 40, "Prozent", "percent"),
    ],
    "Das Virus wurde in 17 von 20 Proben nachgewiesen.": [
        ("17", 17, "Proben", None),
        ("20", 20, "Proben", None),
    ],
    "Der Fund ist 2.000 Jahre alt und stammt aus dem 3. Jahrhundert.": [
        ("2.000", 2000, "Jahre", "duration-year"),
    ],
    "Die Sonde flog in 300 Kilometern Höhe mit 28.000 Stundenkilometern um die Erde.": [
        ("300", 300, "Kilometern", "length-kilometer"),
        ("28.000", 28000, "Stundenkilometern", "speed-kilometer-per-hour"),
    ],
    "Pro Tag sollten Erwachsene höchstens sechs Gramm Salz essen.": [
        ("höchstens sechs", 6, "Gramm", "mass-gram"),
    ],
    "Die Inzidenz stieg auf 132,5.": [
        ("132,5", 132.5, "Inzidenz", None),
    ],
    "Ein Doppelzentner Weizen kostet 22 Euro, zwei Pfund Mehl etwa einen Euro.": [
        ("22", 22, "Euro", "EUR"),
        ("zwei", 2, "Pfund", None),
    ],
    "Der Impfstoff wirkt zu 95 Prozent, nach sechs Monaten noch zu 70.": [
        ("95", 95, "Prozent", "percent"),
        ("sechs", 6, "Monaten", "duration-month"),
        ("70", 70, "Prozent", "percent"),
    ],
    "Täglich 10.000 Schritte und acht Stunden Schlaf senken das Risiko um ein Fünftel.": [
        ("10.000", 10000, "Schritte", None),
        ("acht", 8, "Stunden", "duration-hour"),
        ("ein Fünftel", 20, "", "percent"),
    ],
    "Jedes Jahr erkranken 70.000 Frauen an Brustkrebs, 18.000 sterben daran.": [
        ("70.000", 70000, "Frauen", None),
        ("18.000", 18000, "Frauen", None),
    ],
    "Die Klinik behandelt jährlich 25 000 Patientinnen und Patienten.": [
        ("25 000", 25000, "Patientinnen und Patienten", None),
    ],
    "Zwei von drei Kindern bekommen zu wenig Schlaf, jedes vierte ist übergewichtig.": [
        ("Zwei", 2, "Kindern", None),
        ("drei", 3, "Kindern", None),
    ],
    "Die Anbaufläche schrumpfte um ein Viertel auf 3.200 Hektar.": [
        ("ein Viertel", 25, "", "percent"),
        ("3.200", 3200, "Hektar", "area-hectare"),
    ],
    "Er erzielte ein 3-Punkte-Tor zum 88:85.": [
        ("3", 3, "Punkte", None),
    ],
    "Die 4x100-Meter-Staffel der Frauen lief 42,10 Sekunden.": [
        ("42,10", 42.1, "Sekunden", "duration-second"),
    ],
    "Das zweite Kind wog 3.450 Gramm und war 52 Zentimeter groß.": [
        ("3.450", 3450, "Gramm", "mass-gram"),
        ("52", 52, "Zentimeter", "length-centimeter"),
    ],
}

CULTURE = {
    "Das Museum zeigt 60 Gemälde aus vier Jahrhunderten.": [
        ("60", 60, "Gemälde", None),
        ("vier", 4, "Jahrhunderten", "duration-century"),
    ],
    "Der Roman hat 480 Seiten und wurde in 30 Sprachen übersetzt.": [
        ("480", 480, "Seiten", None),
        ("30", 30, "Sprachen", None),
    ],
    "Das Konzert war nach anderthalb Stunden zu Ende, 8.000 Fans jubelten.": [
        ("anderthalb", 1.5, "Stunden", "duration-hour"),
        ("8.000", 8000, "Fans", None),
    ],
    "Der Film spielte am ersten Wochenende 20 Millionen Dollar ein.": [
        ("20 Millionen", 20000000, "Dollar", "USD"),
    ],
    "In der dritten Staffel gibt es acht Folgen, Folge 3 läuft um 20.15 Uhr auf RTL 2.": [
        ("acht", 8, "Folgen", None),
    ],
    "Das Festival lockt Zehntausende an, Dutzende Bands treten auf.": [
        ("Zehntausende", None, "", None),
        ("Dutzende", None, "Bands", None),
    ],
    "„Wir haben 50 Millionen investiert“, sagte der Minister.": [
        ("50 Millionen", 50000000, "", None),
    ],
    "Die Band spielte zweieinhalb Stunden lang ihre größten Hits.": [
        ("zweieinhalb", 2.5, "Stunden", "duration-hour"),
    ],
    "Der Preis ist mit 50.000 Euro dotiert.": [
        ("50.000", 50000, "Euro", "EUR"),
    ],
    "Zum 250. Geburtstag erklingen alle neun Sinfonien.": [
        ("neun", 9, "Sinfonien", None),
    ],
    "Das Theater hat 800 Plätze, im Schnitt kommen 350 Gäste.": [
        ("800", 800, "Plätze", None),
        ("350", 350, "Gäste", None),
    ],
    "Der Eintritt beträgt 5 bzw. 3 Euro.": [
        ("5", 5, "Euro", "EUR"),
        ("3", 3, "Euro", "EUR"),
    ],
    "Ein Drittel weniger Besucher als 2019 kamen.": [
        ("Ein Drittel", 100 / 3, "", "percent"),
    ],
    "Wegen Nebels landeten 24 der geplanten 80 Maschinen nicht.": [
        ("24", 24, "Maschinen", None),
        ("80", 80, "Maschinen", None),
    ],
}

TRAFFIC = {
    "Auf der A3 staute sich der Verkehr auf 15 Kilometern Länge.": [
        ("15", 15, "Kilometern", "length-kilometer"),
    ],
    "Die Bahn fährt künftig alle 30 Minuten, die Fahrt dauert zweieinhalb Stunden.": [
        ("30", 30, "Minuten", "duration-minute"),
        ("zweieinhalb", 2.5, "Stunden", "duration-hour"),
    ],
    "Der ICE 578 hatte 45 Minuten Verspätung, 350 Reisende mussten umsteigen.": [
        ("45", 45, "Minuten", "duration-minute"),
        ("350", 350, "Reisende", None),
    ],
    "Die Brücke ist 240 Meter lang und 12 Meter breit.": [
        ("240", 240, "Meter", "length-meter"),
        ("12", 12, "Meter", "length-meter"),
    ],
    "Der Airbus A320 mit 180 Passagieren flog auf 11.000 Metern.": [
        ("180", 180, "Passagieren", None),
        ("11.000", 11000, "Metern", "length-meter"),
    ],
    "Der Flug LH 400 nach New York dauerte acht Stunden und 20 Minuten.": [
        ("acht", 8, "Stunden", "duration-hour"),
        ("20", 20, "Minuten", "duration-minute"),
    ],
    "Das Schiff ist 366 Meter lang, fasst 6.000 Passagiere und lief 2018 vom Stapel.": [
        ("366", 366, "Meter", "length-meter"),
        ("6.000", 6000, "Passagiere", None),
    ],
}

AGRICULTURE = {
    "Die Bauern erwarten eine Ernte von 42 Millionen Tonnen Getreide.": [
        ("42 Millionen", 42000000, "Tonnen", "mass-tonne"),
    ],
    "Für einen Liter Milch bekommen die Höfe nur noch 38 Cent.": [
        ("38", 38, "Cent", None),
    ],
    "Auf 250 Hektar wachsen Zuckerrüben, der Betrieb hält 180 Kühe und 2 Bullen.": [
        ("250", 250, "Hektar", "area-hectare"),
        ("180", 180, "Kühe", None),
        ("2", 2, "Bullen", None),
    ],
    "Die Herde mit 320 Schafen legte 40 Kilometer zurück.": [
        ("320", 320, "Schafen", None),
        ("40", 40, "Kilometer", "length-kilometer"),
    ],
    "Auf dem Hof leben 1.200 Schweine, 50 Rinder und über 3.000 Hühner.": [
        ("1.200", 1200, "Schweine", None),
        ("50", 50, "Rinder", None),
        ("über 3.000", 3000, "Hühner", None),
    ],
    "Die Bauern ernteten 7,5 Tonnen je Hektar.": [
        ("7,5", 7.5, "Tonnen", "mass-tonne"),
    ],
    "Die Milchpreise liegen bei 32 Cent pro Kilo.": [
        ("32", 32, "Cent", None),
    ],
}

SOCIETY = {
    "Hunderte Millionen Euro flossen in das Projekt.": [
        ("Hunderte Millionen", None, "Euro", "EUR"),
    ],
    "Mehrere Dutzend Demonstranten blockierten die Straße, Hunderte kamen zur Kundgebung.": [
        ("Mehrere Dutzend", None, "Demonstranten", None),
        ("Hunderte", None, "Demonstranten", None),
    ],
    "Nach einer halben Stunde war alles vorbei.": [
        ("einer halben", 0.5, "Stunde", "duration-hour"),
    ],
    "Zwischen 1990 und 1995 stieg die Zahl der Einwohner von 12.000 auf 15.500.": [
        ("12.000", 12000, "Einwohner", None),
        ("15.500", 15500, "Einwohner", None),
    ],
    "Die Zahl der Arbeitslosen sank im Juni um 12.000 auf 2,3 Millionen.": [
        ("12.000", 12000, "Arbeitslosen", None),
        ("2,3 Millionen", 2300000, "Arbeitslosen", None),
    ],
    "Die Zahl der Verletzten wurde mit 47 angegeben.": [
        ("47", 47, "Verletzten", None),
    ],
    "Bislang sind nach Behördenangaben 1.500 Tote zu beklagen.": [
        ("1.500", 1500, "Tote", None),
    ],
    "Das sind 300 mehr als im Vorjahr.": [
        ("300", 300, "", None),
    ],
    "Von den 36 Spielern kamen 14 zum Einsatz.": [
        ("36", 36, "Spielern", None),
        ("14", 14, "Spielern", None),
    ],
    "Kinder unter sechs Jahren haben freien Eintritt, Jugendliche ab 14 Jahren zahlen 5 Euro.": [
        ("5", 5, "Euro", "EUR"),
    ],
    "Zwei- bis dreimal im Jahr treffen sich die 16 Länderchefs.": [
        ("Zwei- bis dreimal", (2, 3), "", None),
        ("16", 16, "Länderchefs", None),
    ],
    "Die Verhandlungen dauerten zehn bis zwölf Stunden.": [
        ("zehn bis zwölf", (10, 12), "Stunden", "duration-hour"),
    ],
    "Der zweistündige Flug wurde zum 24-Stunden-Abenteuer.": [
        ("zweistündige", 2, "Flug", "duration-hour"),
        ("24", 24, "Stunden", "duration-hour"),
    ],
    "Vier von fünf Befragten sind zufrieden.": [
        ("Vier", 4, "Befragten", None),
        ("fünf", 5, "Befragten", None),
    ],
    "Für 99,99 Euro gibt es das Gerät mit 5G und 128 GB Speicher.": [
        ("99,99", 99.99, "Euro", "EUR"),
        ("128", 128, "GB", "digital-gigabyte"),
    ],
    "Der BMW 320d und der Audi A4 verbrauchen 5,5 Liter auf 100 Kilometern.": [
        ("5,5", 5.5, "Liter", "volume-liter"),
        ("100", 100, "Kilometern", "length-kilometer"),
    ],
    "Zwei- bis dreimal im Jahr treffen sich die 16 Länderchefs, die 18- bis 25-Jährigen fehlen.": [
        ("Zwei- bis dreimal", (2, 3), "", None),
        ("16", 16, "Länderchefs", None),
    ],
    "Es gibt zwei- bis dreitägige Kurse und 20- bis 30-prozentige Rabatte.": [
        ("zwei- bis dreitägige", (2, 3), "Kurse", "duration-day"),
        ("20- bis 30-prozentige", (20, 30), "Rabatte", "percent"),
    ],
    "Der Kanzler sprach 45 Minuten, danach gab es fünf Minuten langen Applaus.": [
        ("45", 45, "Minuten", "duration-minute"),
        ("fünf", 5, "Minuten", "duration-minute"),
    ],
    "Seine dreijährige Tochter besucht eine zweijährige Fortbildung.": [
        ("zweijährige", 2, "Fortbildung", "duration-year"),
    ],
    "Die einjährige Bewährung, die dreijährige Haftstrafe und das 25-jährige Jubiläum.": [
        ("dreijährige", 3, "Haftstrafe", "duration-year"),
        ("25-jährige", 25, "Jubiläum", "duration-year"),
    ],
    "Nach achtjähriger Pause kehrt die fünfköpfige Band zurück.": [
        ("achtjähriger", 8, "Pause", "duration-year"),
        ("fünfköpfige", 5, "Band", None),
    ],
    "Der vierfache Weltmeister gewann zum fünften Mal.": [
        ("vierfache", 4, "Weltmeister", None),
    ],
    "Er erhielt 51 der 99 Stimmen, sie 48.": [
        ("51", 51, "Stimmen", None),
        ("99", 99, "Stimmen", None),
        ("48", 48, "Stimmen", None),
    ],
    "Sie bekam 48,2 Prozent, er 51,8.": [
        ("48,2", 48.2, "Prozent", "percent"),
        ("51,8", 51.8, "Prozent", "percent"),
    ],
    "Fast 40 Prozent der rund 1,2 Millionen Wahlberechtigten blieben zu Hause.": [
        ("Fast 40", 40, "Prozent", "percent"),
        ("rund 1,2 Millionen", 1200000, "Wahlberechtigten", None),
    ],
    "Dreimal so viele Menschen wie vor zehn Jahren nutzen das Angebot.": [
        ("Dreimal", 3, "", None),
        ("zehn", 10, "Jahren", "duration-year"),
    ],
    "Mehr als drei Viertel der Kinder haben ein Handy.": [
        ("Mehr als drei Viertel", 75, "Kinder", "percent"),
    ],
    "Die 20 Millionen Euro teure Anlage wurde nach 18-monatiger Bauzeit eröffnet.": [
        ("20 Millionen", 20000000, "Euro", "EUR"),
        ("18-monatiger", 18, "Bauzeit", "duration-month"),
    ],
    "Zwei in Berlin lebende Brüder und drei mit Messern bewaffnete Männer wurden gefasst.": [
        ("Zwei", 2, "Brüder", None),
        ("drei", 3, "Männer", None),
    ],
    "Vor 30 Jahren fiel die Mauer": [
        ("30", 30, "Jahren", "duration-year"),
    ],
    "So viel verdienen die 100 reichsten Deutschen": [
        ("100", 100, "Deutschen", None),
    ],
    "Mehr als 100 Soldaten, darunter 15 Offiziere, desertierten.": [
        ("Mehr als 100", 100, "Soldaten", None),
        ("15", 15, "Offiziere", None),
    ],
    "Hunderte von Freiwilligen suchten nach den zwölf Jungen.": [
        ("Hunderte", None, "Freiwilligen", None),
        ("zwölf", 12, "Jungen", None),
    ],
    "Zehntausende Menschen flohen aus der Stadt, Tausende harren aus.": [
        ("Zehntausende", None, "Menschen", None),
        ("Tausende", None, "Menschen", None),
    ],
    "Die Armee zerstörte nach eigenen Angaben 23 Drohnen und zwei Raketen vom Typ S-300.": [
        ("23", 23, "Drohnen", None),
        ("zwei", 2, "Raketen", None),
    ],
    "Bei dem Angriff mit einer Rakete des Typs Ch-101 starben mindestens elf Zivilisten, unter ihnen drei Kinder.": [
        ("mindestens elf", 11, "Zivilisten", None),
        ("drei", 3, "Kinder", None),
    ],
    "Der Kreuzer wurde mit 510 Seeleuten an Bord von zwei Raketen getroffen.": [
        ("510", 510, "Seeleuten", None),
        ("zwei", 2, "Raketen", None),
    ],
    "Die USA liefern 31 Abrams-Panzer, Deutschland 14 Leopard 2.": [
        ("31", 31, "Abrams-Panzer", None),
        ("14", 14, "Leopard", None),
    ],
    "Am 24. Februar 2022 überfielen rund 190.000 russische Soldaten das Land.": [
        ("rund 190.000", 190000, "Soldaten", None),
    ],
    "Im Jänner kamen 12.500 Gäste nach Tirol, um 3,4 % mehr.": [
        ("12.500", 12500, "Gäste", None),
        ("3,4", 3.4, "%", "percent"),
    ],
    "Die zwei wurden abgeführt, alle drei schwiegen, zu zweit flohen sie.": [
        ("zwei", 2, "", None),
        ("drei", 3, "", None),
    ],
    "Zwei andere und drei weitere Männer sind auf der Flucht.": [
        ("Zwei", 2, "", None),
        ("drei", 3, "Männer", None),
    ],
    "Er zahlte 1000 Euro, sie 2000.": [
        ("1000", 1000, "Euro", "EUR"),
        ("2000", 2000, "Euro", "EUR"),
    ],
    "Rund 2000 Menschen demonstrierten, 1500 Polizisten waren im Einsatz.": [
        ("Rund 2000", 2000, "Menschen", None),
        ("1500", 1500, "Polizisten", None),
    ],
    "Bis 2030 sollen 1000 Windräder gebaut werden.": [
        ("1000", 1000, "Windräder", None),
    ],
    "Die Preise sind seit 2015 um 20 Prozent gestiegen.": [
        ("20", 20, "Prozent", "percent"),
    ],
    "Tote: 5. Verletzte: 20.": [
        ("20", 20, "Verletzte", None),
    ],
    "Die Hälfte der 120 Betten ist belegt, die andere Hälfte gesperrt.": [
        ("Die Hälfte", 50, "Betten", "percent"),
        ("120", 120, "Betten", None),
    ],
    "Zur Hälfte finanziert der Bund das 8-Millionen-Euro-Projekt.": [
        ("Hälfte", 50, "", "percent"),
        ("8-Millionen", 8000000, "Euro", "EUR"),
    ],
    "Die 10-Milliarden-Euro-Marke ist überschritten, das 100-Milliarden-Sondervermögen aufgebraucht.": [
        ("10-Milliarden", 10000000000, "Euro", "EUR"),
        ("100-Milliarden", 100000000000, "Sondervermögen", None),
    ],
    "„Es waren zwischen 50 und 60 Leute, vielleicht auch 70“, sagte ein Zeuge.": [
        ("zwischen 50 und 60", (50, 60), "Leute", None),
        ("70", 70, "", None),
    ],
    "Er fehlt seit zwei Spielen, zwei Wochen und zwei Tagen.": [
        ("zwei", 2, "Spielen", None),
        ("zwei", 2, "Wochen", "duration-week"),
        ("zwei", 2, "Tagen", "duration-day"),
    ],
    "Die Pflegekräfte bekommen 4,8 statt der geforderten 6 Prozent.": [
        ("4,8", 4.8, "Prozent", "percent"),
        ("6", 6, "Prozent", "percent"),
    ],
    "Fünf Jahre nach der Flut sind erst 40 von 200 Häusern saniert.": [
        ("Fünf", 5, "Jahre", "duration-year"),
        ("40", 40, "Häusern", None),
        ("200", 200, "Häusern", None),
    ],
    "Mehr als jeder Dritte ist gegen die 4-Tage-Woche.": [
        ("4", 4, "Tage", "duration-day"),
    ],
    "1 Prozent der Menschen besitzt 45 Prozent des Vermögens.": [
        ("1", 1, "Prozent", "percent"),
        ("45", 45, "Prozent", "percent"),
    ],
    "Die Spieler haben jeweils drei Karten, insgesamt also zwölf.": [
        ("jeweils drei", 3, "Karten", None),
        ("zwölf", 12, "Karten", None),
    ],
    "Seit 2000 Jahren leben dort Menschen, um 1200 entstand die Burg.": [
        ("2000", 2000, "Jahren", "duration-year"),
    ],
    "Das Zimmer ist 12 m² groß, die Wohnung 80 Quadratmeter.": [
        ("12", 12, "m²", "area-square-meter"),
        ("80", 80, "Quadratmeter", "area-square-meter"),
    ],
    "Der Motor leistet 150 kW (204 PS) und verbraucht 6,1 l/100 km.": [
        ("150", 150, "kW", "power-kilowatt"),
        ("204", 204, "PS", "power-horsepower"),
        ("6,1", 6.1, "l/100 km", "consumption-liter-per-100-kilometer"),
    ],
    "Der Pilot hatte mehr als 10.000 Flugstunden.": [
        ("mehr als 10.000", 10000, "Flugstunden", None),
    ],
    "Er sammelte 80 Millionen Follower und 2 Oscars.": [
        ("80 Millionen", 80000000, "Follower", None),
        ("2", 2, "Oscars", None),
    ],
    "Kim war eine von 50 Kandidatinnen, die es in die Top 10 schafften.": [
        ("50", 50, "Kandidatinnen", None),
    ],
    "Vor gut einem Jahr heirateten die beiden, nach drei Jahren Beziehung.": [
        ("drei", 3, "Jahren", "duration-year"),
    ],
    "Ein Vertrag über drei Jahre, ein Scheck über 500 Euro.": [
        ("drei", 3, "Jahre", "duration-year"),
        ("500", 500, "Euro", "EUR"),
    ],
    "Die Schule mit über 900 Schülerinnen und Schülern bleibt bis zu den Ferien zu.": [
        ("über 900", 900, "Schülerinnen und Schülern", None),
    ],
    "Der dreifache Familienvater verlor binnen zwei Tagen 5 Kilo.": [
        ("dreifache", 3, "Familienvater", None),
        ("zwei", 2, "Tagen", "duration-day"),
        ("5", 5, "Kilo", "mass-kilogram"),
    ],
    "Eine Million Tulpen blühen, eine Milliarde Menschen hungern.": [
        ("Eine Million", 1000000, "Tulpen", None),
        ("eine Milliarde", 1000000000, "Menschen", None),
    ],
    "Von den 1,3 Millionen Euro gehen 300.000 an Vereine.": [
        ("1,3 Millionen", 1300000, "Euro", "EUR"),
        ("300.000", 300000, "Euro", "EUR"),
    ],
    "Die Stadt (220.000 Einwohner) hat 14 Millionen Euro Schulden.": [
        ("220.000", 220000, "Einwohner", None),
        ("14 Millionen", 14000000, "Euro", "EUR"),
    ],
    "Die Opferzahl stieg auf über 200.": [
        ("über 200", 200, "Opferzahl", None),
    ],
    "Die Zahl der Neuinfektionen hat sich binnen einer Woche auf 3.200 verdoppelt.": [
        ("3.200", 3200, "Neuinfektionen", None),
    ],
    "Insgesamt gab es 15 Festnahmen, 12 davon wegen Landfriedensbruchs.": [
        ("15", 15, "Festnahmen", None),
        ("12", 12, "Festnahmen", None),
    ],
    "Ein Sechstel der Wähler, das sind 3 Millionen, blieb zu Hause.": [
        ("Ein Sechstel", 100 / 6, "Wähler", "percent"),
        ("3 Millionen", 3000000, "", None),
    ],
    "Acht von zehn Betrieben klagen über Personalmangel, in Ostdeutschland sind es neun.": [
        ("Acht", 8, "Betrieben", None),
        ("zehn", 10, "Betrieben", None),
        ("neun", 9, "Betrieben", None),
    ],
    "Von 100 befragten Firmen wollen 60 investieren.": [
        ("100", 100, "Firmen", None),
        ("60", 60, "Firmen", None),
    ],
}

NEWS_OF_ALL_SORTS = {
    "Nach 90 Minuten stand es 1:1, in der Verlängerung fielen drei Tore.": [
        ("90", 90, "Minuten", "duration-minute"),
        ("drei", 3, "Tore", None),
    ],
    "Der Angeklagte soll zwischen 2012 und 2017 in 23 Fällen Geld unterschlagen haben.": [
        ("23", 23, "Fällen", None),
    ],
    "Insgesamt geht es um einen Schaden von knapp einer halben Million Euro.": [
        ("knapp einer halben Million", 500000, "Euro", "EUR"),
    ],
    "Der Prozess wird am Donnerstag (9 Uhr) fortgesetzt, elf Verhandlungstage sind angesetzt.": [
        ("elf", 11, "Verhandlungstage", None),
    ],
    "Die Kosten von 4,8 Millionen teilen sich Bund und Land je zur Hälfte.": [
        ("4,8 Millionen", 4800000, "", None),
        ("Hälfte", 50, "", "percent"),
    ],
    "Das Unternehmen machte 2017 mit 1400 Beschäftigten 320 Millionen Umsatz.": [
        ("1400", 1400, "Beschäftigten", None),
        ("320 Millionen", 320000000, "Umsatz", None),
    ],
    "Vier der sechs Tore erzielte der Kapitän.": [
        ("Vier", 4, "Tore", None),
        ("sechs", 6, "Tore", None),
    ],
    "Im Schnitt kamen 18,5 Prozent weniger Kunden.": [
        ("18,5", 18.5, "Prozent", "percent"),
    ],
    "Fast jeder vierte der rund 5000 Befragten gab an, zwei oder mehr Jobs zu haben.": [
        ("rund 5000", 5000, "Befragten", None),
        ("zwei oder mehr", 2, "Jobs", None),
    ],
    "Etwa die Hälfte davon arbeitet 20 Stunden pro Woche.": [
        ("Etwa die Hälfte", 50, "", "percent"),
        ("20", 20, "Stunden", "duration-hour"),
    ],
    "Ein gutes Drittel der Schüler kam zu Fuß, ein knappes Viertel mit dem Rad.": [
        ("Ein gutes Drittel", 100 / 3, "Schüler", "percent"),
        ("ein knappes Viertel", 25, "", "percent"),
    ],
    "Auf der 2,4 Kilometer langen Strecke gilt Tempo 50.": [
        ("2,4", 2.4, "Kilometer", "length-kilometer"),
    ],
    "Der 1,2 Millionen Jahre alte Schädel wurde 2015 gefunden.": [
        ("1,2 Millionen", 1200000, "Jahre", "duration-year"),
    ],
    "Er trank drei Bier und zwei Schnäpse.": [
        ("drei", 3, "Bier", None),
        ("zwei", 2, "Schnäpse", None),
    ],
    "Zwei Polizisten hielten das Auto an, einer wurde verletzt.": [
        ("Zwei", 2, "Polizisten", None),
    ],
    "Die drei Brüder im Alter von 12, 14 und 17 Jahren sind wohlauf.": [
        ("drei", 3, "Brüder", None),
    ],
    "Sie verlor in zwei Sätzen, nach nur 58 Minuten.": [
        ("zwei", 2, "Sätzen", None),
        ("58", 58, "Minuten", "duration-minute"),
    ],
    "Rund 60 Feuerwehrleute aus vier Orten waren bis 3 Uhr im Einsatz.": [
        ("Rund 60", 60, "Feuerwehrleute", None),
        ("vier", 4, "Orten", None),
    ],
    "Das Auto erfasste die Frau mit Tempo 80, sie wurde 20 Meter weit geschleudert.": [
        ("20", 20, "Meter", "length-meter"),
    ],
    "Der Verband zählt 7,1 Millionen Mitglieder in 25.000 Vereinen.": [
        ("7,1 Millionen", 7100000, "Mitglieder", None),
        ("25.000", 25000, "Vereinen", None),
    ],
    "Nach dem 2:2 gegen Ulm hat das Team nun acht Punkte auf dem Konto.": [
        ("acht", 8, "Punkte", None),
    ],
    "Der FC hat 13 Punkte Vorsprung auf den Tabellenzweiten.": [
        ("13", 13, "Punkte", None),
    ],
    "Das Bild wurde für 1,1 Millionen Pfund (1,24 Millionen Euro) versteigert.": [
        ("1,1 Millionen", 1100000, "Pfund", "GBP"),
        ("1,24 Millionen", 1240000, "Euro", "EUR"),
    ],
    "Der Kurs stieg um 0,8 Prozent auf 112,35 Yen.": [
        ("0,8", 0.8, "Prozent", "percent"),
        ("112,35", 112.35, "Yen", "JPY"),
    ],
    "Die Einnahmen von Januar bis August kletterten um 5,8 Prozent auf 450,6 Milliarden Euro.": [
        ("5,8", 5.8, "Prozent", "percent"),
        ("450,6 Milliarden", 450600000000, "Euro", "EUR"),
    ],
    "Im vergangenen Jahr wurden hier 43 Kinder geboren, 2016 waren es 38.": [
        ("43", 43, "Kinder", None),
        ("38", 38, "Kinder", None),
    ],
    "Die Täter, zwei etwa 25 Jahre alte und 1,80 Meter große Männer, entkamen.": [
        ("zwei", 2, "Männer", None),
        ("1,80", 1.8, "Meter", "length-meter"),
    ],
    "Er ist 1,75 bis 1,80 Meter groß und etwa 30 bis 35 Jahre alt.": [
        ("1,75 bis 1,80", (1.75, 1.8), "Meter", "length-meter"),
    ],
    "Die Beamten stellten 200 Gramm Marihuana, 15 Ecstasy-Pillen und 1.200 Euro sicher.": [
        ("200", 200, "Gramm", "mass-gram"),
        ("15", 15, "Ecstasy-Pillen", None),
        ("1.200", 1200, "Euro", "EUR"),
    ],
    "Mit 3,1 Promille am Steuer: 38-Jähriger muss Führerschein abgeben": [
        ("3,1", 3.1, "Promille", "concentr-permille"),
    ],
    "Ab 2020 sollen 365 Euro im Jahr reichen, also ein Euro am Tag.": [
        ("365", 365, "Euro", "EUR"),
    ],
    "Der Ort mit seinen 1.900 Seelen hat zwei Bäcker, drei Metzger und keine Bank.": [
        ("1.900", 1900, "Seelen", None),
        ("zwei", 2, "Bäcker", None),
        ("drei", 3, "Metzger", None),
    ],
    "Vor ihm lagen noch zwei Drittel der Strecke.": [
        ("zwei Drittel", 200 / 3, "Strecke", "percent"),
    ],
    "Das Stück dauert zwei Stunden und 15 Minuten, eine Pause inklusive.": [
        ("zwei", 2, "Stunden", "duration-hour"),
        ("15", 15, "Minuten", "duration-minute"),
    ],
    "In der zweiten Runde holte er 57,8, in der ersten 41 Prozent.": [
        ("57,8", 57.8, "Prozent", "percent"),
        ("41", 41, "Prozent", "percent"),
    ],
    "Die Grünen liegen bei 18, die AfD bei 14 und die Linke bei zehn Prozent.": [
        ("18", 18, "Prozent", "percent"),
        ("14", 14, "Prozent", "percent"),
        ("zehn", 10, "Prozent", "percent"),
    ],
    "Etwa 40 der 80 Bewohner mussten ihre Wohnungen verlassen.": [
        ("Etwa 40", 40, "Bewohner", None),
        ("80", 80, "Bewohner", None),
    ],
    "Sechs Wochen lang reiste sie durch fünf Länder.": [
        ("Sechs", 6, "Wochen", "duration-week"),
        ("fünf", 5, "Länder", None),
    ],
    "Hunderttausende sind auf der Flucht, Millionen hungern.": [
        ("Hunderttausende", None, "", None),
        ("Millionen", None, "", None),
    ],
    "Es ist bereits der dritte Brand binnen zwei Wochen.": [
        ("zwei", 2, "Wochen", "duration-week"),
    ],
    "Bis zum Jahr 2025 sollen 3,5 Millionen Elektroautos fahren.": [
        ("3,5 Millionen", 3500000, "Elektroautos", None),
    ],
    "Die Anlage kostet 2 bis 2,5 Millionen Euro.": [
        ("2 bis 2,5 Millionen", (2000000, 2500000), "Euro", "EUR"),
    ],
    "Der Schnitt liegt bei 3,7 Kindern je Frau.": [
        ("3,7", 3.7, "Kindern", None),
    ],
    "Beide Seiten einigten sich auf 2,8 Prozent mehr Geld bei einer Laufzeit von 24 Monaten.": [
        ("2,8", 2.8, "Prozent", "percent"),
        ("24", 24, "Monaten", "duration-month"),
    ],
    "Die Miete beträgt 12,50 Euro pro Quadratmeter.": [
        ("12,50", 12.5, "Euro", "EUR"),
    ],
    "Das 40-jährige Bestehen wird mit 400 Gästen gefeiert.": [
        ("40-jährige", 40, "Bestehen", "duration-year"),
        ("400", 400, "Gästen", None),
    ],
    "Der 400-Meter-Läufer verpasste den 30 Jahre alten Rekord um zwei Zehntel.": [
        ("400", 400, "Meter", "length-meter"),
        ("zwei", 2, "Zehntel", None),
    ],
    "Rund 20.000 Euro Schaden und ein Leichtverletzter: Das ist die Bilanz.": [
        ("Rund 20.000", 20000, "Euro", "EUR"),
    ],
    "Etwa 1,5 Liter Wasser, 30 Gramm Eiweiß und 2.000 Kalorien am Tag sind genug.": [
        ("Etwa 1,5", 1.5, "Liter", "volume-liter"),
        ("30", 30, "Gramm", "mass-gram"),
        ("2.000", 2000, "Kalorien", "energy-calorie"),
    ],
    "Das Team um die 34-jährige Biologin untersuchte 96 Mäuse acht Wochen lang.": [
        ("96", 96, "Mäuse", None),
        ("acht", 8, "Wochen", "duration-week"),
    ],
    "Die Sonde ist 4,6 Milliarden Kilometer von der Erde entfernt.": [
        ("4,6 Milliarden", 4600000000, "Kilometer", "length-kilometer"),
    ],
    "Der Asteroid mit 900 Metern Durchmesser kreist in 474 Tagen um die Sonne.": [
        ("900", 900, "Metern", "length-meter"),
        ("474", 474, "Tagen", "duration-day"),
    ],
    "Seit Jahresbeginn wurden 9 Wölfe, im Vorjahr 14 überfahren.": [
        ("9", 9, "Wölfe", None),
    ],
    "Der Sprit kostet 1,549 Euro, Diesel 1,429 Euro.": [
        ("1,549", 1.549, "Euro", "EUR"),
        ("1,429", 1.429, "Euro", "EUR"),
    ],
    "Der Streik der 4.000 Piloten dauert 48 Stunden, 1.300 Flüge fallen aus.": [
        ("4.000", 4000, "Piloten", None),
        ("48", 48, "Stunden", "duration-hour"),
        ("1.300", 1300, "Flüge", None),
    ],
    "Er hat vier Jahre in den USA, zwei in Japan gelebt.": [
        ("vier", 4, "Jahre", "duration-year"),
        ("zwei", 2, "Jahre", "duration-year"),
    ],
    "Unter 100 Bewerbern setzte sie sich durch.": [
        ("100", 100, "Bewerbern", None),
    ],
    "Die dreijährige Sperre und zweijährige Verträge sind üblich, nach zehnjähriger Ehe trennten sie sich.": [
        ("dreijährige", 3, "Sperre", "duration-year"),
        ("zweijährige", 2, "Verträge", "duration-year"),
        ("zehnjähriger", 10, "Ehe", "duration-year"),
    ],
    "Ein drei Monate altes Baby und ein sechsmonatiges Praktikum.": [
        ("sechsmonatiges", 6, "Praktikum", "duration-month"),
    ],
    "Kurz vor Schluss traf er zum 3:2, sein fünfter Treffer in sieben Partien.": [
        ("sieben", 7, "Partien", None),
    ],
    "Nach vier sieglosen Spielen in Folge steht der Trainer vor dem Aus.": [
        ("vier", 4, "Spielen", None),
    ],
    "Sie wollten „mindestens 50, besser 60 Prozent“ erreichen.": [
        ("mindestens 50", 50, "Prozent", "percent"),
        ("60", 60, "Prozent", "percent"),
    ],
    "Die Tickets (ab 29 Euro) gibt es unter 01806 570070 und im Netz.": [
        ("ab 29", 29, "Euro", "EUR"),
    ],
    "Rund 3,7 Kilometer und 250 Höhenmeter sind zu bewältigen.": [
        ("Rund 3,7", 3.7, "Kilometer", "length-kilometer"),
        ("250", 250, "Höhenmeter", "length-meter"),
    ],
    "Der BVB siegte 4:0 (2:0) vor 81.365 Zuschauern.": [
        ("81.365", 81365, "Zuschauern", None),
    ],
    "In 14 von 16 Bundesländern gilt die 2-G-Plus-Regel.": [
        ("14", 14, "Bundesländern", None),
        ("16", 16, "Bundesländern", None),
    ],
    "Der Bahnhof war von 8 bis 12 Uhr gesperrt, acht Züge fielen aus.": [
        ("acht", 8, "Züge", None),
    ],
    "Ein 50.000-Einwohner-Ort und eine 1.000-Liter-Tonne.": [
        ("50.000", 50000, "Einwohner", None),
        ("1.000", 1000, "Liter", "volume-liter"),
    ],
    "Er war 21 Jahre alt, 1,95 Meter groß und wog 90 Kilo.": [
        ("1,95", 1.95, "Meter", "length-meter"),
        ("90", 90, "Kilo", "mass-kilogram"),
    ],
    "Vierzig Jahre lang hat er als Lehrer gearbeitet, dreißig davon in Bonn.": [
        ("Vierzig", 40, "Jahre", "duration-year"),
        ("dreißig", 30, "Jahre", "duration-year"),
    ],
    "Die beiden Frauen und ihre vier Kinder fanden nach tausend Kilometern Zuflucht.": [
        ("vier", 4, "Kinder", None),
        ("tausend", 1000, "Kilometern", "length-kilometer"),
    ],
    "Am 1. und 2. Dezember öffnen 40 Stände.": [
        ("40", 40, "Stände", None),
    ],
    "Hier wohnen 3.214 Menschen je Quadratkilometer.": [
        ("3.214", 3214, "Menschen", None),
    ],
    "Bei 70 Sachen flog er aus der Kurve.": [
        ("70", 70, "Sachen", "speed-kilometer-per-hour"),
    ],
    "Zum dritten Mal in zwölf Monaten hob die Fed die Zinsen um 25 Basispunkte an.": [
        ("zwölf", 12, "Monaten", "duration-month"),
        ("25", 25, "Basispunkte", "concentr-permyriad"),
    ],
    "Das Paar hat zwei Söhne (8 und 11).": [
        ("zwei", 2, "Söhne", None),
    ],
    "Der zweifache Olympiasieger und fünfmalige Weltmeister beendet seine 20-jährige Karriere.": [
        ("zweifache", 2, "Olympiasieger", None),
        ("fünfmalige", 5, "Weltmeister", None),
        ("20-jährige", 20, "Karriere", "duration-year"),
    ],
    "Zwei Millionen von ihnen leben in Lagern.": [
        ("Zwei Millionen", 2000000, "", None),
    ],
    "Sie alle, rund 15 an der Zahl, blieben.": [
        ("rund 15", 15, "", None),
    ],
    "Tausend Mal ist nichts passiert.": [
        ("Tausend", 1000, "Mal", None),
    ],
    "Er trank zwei Flaschen Wein und rauchte zwanzig Zigaretten am Tag.": [
        ("zwei", 2, "Flaschen", None),
        ("zwanzig", 20, "Zigaretten", None),
    ],
    "Das Auto hat 80.000 Kilometer auf dem Tacho.": [
        ("80.000", 80000, "Kilometer", "length-kilometer"),
    ],
    "Bislang wurden sieben der neun Vermissten tot geborgen, zwei Personen gelten noch als vermisst.": [
        ("sieben", 7, "Vermissten", None),
        ("neun", 9, "Vermissten", None),
        ("zwei", 2, "Personen", None),
    ],
    "Der Fluss führt 1.200 Kubikmeter Wasser pro Sekunde.": [
        ("1.200", 1200, "Kubikmeter", "volume-cubic-meter"),
    ],
    "Zwei bis drei Mal pro Woche trainieren die 11- bis 14-jährigen Mädchen.": [
        ("Zwei bis drei", (2, 3), "Mal", None),
    ],
    "Die Polizei rückte mit 15 Streifenwagen, zwei Hubschraubern und einem Boot an.": [
        ("15", 15, "Streifenwagen", None),
        ("zwei", 2, "Hubschraubern", None),
    ],
    "Es war der 20. Einsatz in 24 Stunden.": [
        ("24", 24, "Stunden", "duration-hour"),
    ],
    "Hunderttausend Euro fehlen in der Kasse.": [
        ("Hunderttausend", 100000, "Euro", "EUR"),
    ],
    "Das sind 2,3 Kinder pro Frau, 0,4 weniger als 1990.": [
        ("2,3", 2.3, "Kinder", None),
        ("0,4", 0.4, "Kinder", None),
    ],
    "Etwa 30 bis 40 000 Menschen leben dort.": [
        ("Etwa 30 bis 40 000", (30000, 40000), "Menschen", None),
    ],
    "Die Hälfte aller Deutschen kennt ihn, nur zehn Prozent vertrauen ihm.": [
        ("Die Hälfte", 50, "Deutschen", "percent"),
        ("zehn", 10, "Prozent", "percent"),
    ],
    "Vor mehr als zweieinhalb Jahrtausenden bauten sie 50 Meter hohe Tempel.": [
        ("mehr als zweieinhalb", 2.5, "Jahrtausenden", None),
        ("50", 50, "Meter", "length-meter"),
    ],
}

DATES_NAMES_AND_RANKS = {
    "Tore: 1:0 Müller (12.), 2:0 Kane (55.), Zuschauer: 35.000.": [
        ("35.000", 35000, "Zuschauer", None),
    ],
    "Ende 2022 lebten dort 84,3 Millionen Menschen.": [
        ("84,3 Millionen", 84300000, "Menschen", None),
    ],
    "Die Zahl der Übernachtungen lag mit 4,3 Millionen um 12 Prozent unter dem Wert von 2019.": [
        ("4,3 Millionen", 4300000, "Übernachtungen", None),
        ("12", 12, "Prozent", "percent"),
    ],
    "Die Temperatur stieg um zwei auf 30 Grad.": [
        ("zwei", 2, "Grad", "temperature-generic"),
        ("30", 30, "Grad", "temperature-generic"),
    ],
    "Das Gewicht: 80 Kilo. Die Größe: 1,80 Meter.": [
        ("80", 80, "Kilo", "mass-kilogram"),
        ("1,80", 1.8, "Meter", "length-meter"),
    ],
    "Windows 11 und Android 14 laufen auf Geräten mit 8 Gigabyte RAM.": [
        ("8", 8, "Gigabyte", "digital-gigabyte"),
    ],
    "Es war mit 38,5 °C der heißeste Tag seit 1881.": [
        ("38,5", 38.5, "°C", "temperature-celsius"),
    ],
}

NONE = [
    "Paragraf 218 und § 219a sollen gestrichen werden.",
    "Die G7-Staaten und die G20 treffen sich am 12. und 13. Juni.",
    "Bayern München gewann mit 3:1 gegen den 1. FC Köln, Müller traf in der 12. und 45. Minute.",
    "Hannover 96 und Schalke 04 trennten sich 0:0, der TSV 1860 München verlor.",
    "Der Deutsche besiegte Nadal mit 6:4, 7:6 (7:3) in 1:45 Stunden.",
    "Die Polizei nahm einen 35-Jährigen und eine 28 Jahre alte Frau fest.",
    "Ein Mann (45) und seine Tochter (12) wurden leicht verletzt.",
    "Hinweise nimmt die Polizei unter Telefon 0711/12345 entgegen.",
    "Ein 3-Jähriger lief auf die Straße.",
    "Erstens fehlt Geld, zweitens Personal, drittens Zeit.",
    "Jeder dritte Deutsche schläft schlecht, jeder Zweite trinkt zu wenig.",
    "Das Buch „1984“ und der Film „2001: Odyssee im Weltraum“ sind Klassiker.",
    "Auf der B27 gilt Tempo 70, ein Raser war mit Tempo 130 unterwegs.",
    "Die 18- bis 25-Jährigen sind am stärksten betroffen, die 14- bis 17-Jährigen weniger.",
    "Mit 60 Jahren trat er zurück, mit 61 starb er.",
    "Der 60-Jährige und die zehnjährige Anna sind verwandt.",
    "Die Kosten haben sich verdoppelt, die Preise verdreifacht, doppelt so viele Fälle gab es.",
    "Der 11. September und der 24. Dezember",
    "Er ist seit 12 Uhr vermisst, zuletzt war er gegen acht gesehen worden.",
    "Um sieben klingelte der Wecker, um halb acht fuhr der Bus.",
    "Es ist fünf vor zwölf für das Klima.",
    "Die 30er-Zone und der 60er-Pack, ein 5er BMW und die 3er-Kette.",
    "Der siebenjährige Hengst und die 85-jährige Rentnerin überlebten.",
    "Jeweils am ersten Montag im Monat, 19.30 bis 21 Uhr.",
    "Am 5.5. um 11.11 Uhr begann die fünfte Jahreszeit.",
    "Das Spiel endete 2:1 (1:0), zuvor 6:4, 3:6, 7:5.",
    "Rot für Kimmich (67.) und Gelb für Sané (2), Gnabry.",
    "Aufstellung: Neuer - Kimmich, Upamecano (46. Süle), Davies - Goretzka.",
    "Sie wohnen in der Goethestraße 5, 10115 Berlin, Telefon 030 123456.",
    "Die U21 spielt gegen die U19, die A7 ist gesperrt.",
    "Zwei Fliegen mit einer Klappe schlagen und unter vier Augen reden.",
    "Er machte sich auf die Socken und ging auf allen vieren durch die eigenen vier Wände.",
    "Ein Mann und eine Frau, beide aus Ulm, wurden einmal verwarnt.",
    "Der Erste, der Zweite und der Dritte bekamen Medaillen.",
    "Die Kirche aus dem Jahr 1250 wurde 1945 zerstört und 1950 bis 1953 wieder aufgebaut.",
    "Im Mai 2021 und im Juni 2022 gab es Hochwasser.",
    "Sommer 2018, WM 2006, Olympia 1972 und Saison 2019/20.",
    "Die Agenda 2010 und die Charta 08 gelten bis 2030.",
    "Auf Rang zwei folgt die Nummer 4 der Welt, Startnummer 27.",
    "Die Nr. 1 der Setzliste bezwang die an Position zwei gesetzte Tschechin.",
    "Das Urteil (Az. 3 StR 45/20) ist rechtskräftig.",
    "Der Bus der Linie 5 hielt an Gleis 3, Halle 7 ist offen.",
    "Für die Gäste trafen Müller (8/3) und Schulz (5).",
    "Das dritte Tor fiel in der zweiten Hälfte, das vierte im letzten Drittel.",
    "Das 7:1 gegen Brasilien und die 0:2-Niederlage sind legendär.",
    "Am Dienstag, 14. Mai, 19 Uhr, Saal 2, liest der Autor.",
    "Das Orchester spielte Beethovens Neunte und die 5. Sinfonie in c-Moll op. 67.",
    "Psalm 23 und Kapitel 3, Vers 16 wurden gelesen.",
    "Die Fregatte „F 124“ und die U-Boote der Klasse 212A laufen aus.",
    "Er trägt die Nummer 10 und schoss im 100. Länderspiel sein 50. Tor.",
]

FIELDS = {
    "politics": POLITICS,
    "business": BUSINESS,
    "sport": SPORT,
    "police": POLICE,
    "weather": WEATHER,
    "science and medicine": SCIENCE_AND_MEDICINE,
    "culture": CULTURE,
    "traffic": TRAFFIC,
    "agriculture": AGRICULTURE,
    "society": SOCIETY,
    "news of all sorts": NEWS_OF_ALL_SORTS,
    "dates names and ranks": DATES_NAMES_AND_RANKS,
}
ROWS = [
    pytest.param(text, figures, id=f"{field}: {text[:50]}")
    for field, rows in FIELDS.items()
    for text, figures in rows.items()
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_figures_of_a_sentence(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [summary_of(figure) for figure in figures_of(text)] == expected


@pytest.mark.parametrize("text", NONE, ids=[text[:50] for text in NONE])
def test_dates_times_ages_ranks_scores_names_and_idioms_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Rund 150 Helfer kamen.", ["Rund"]),
        ("Es gab insgesamt mehr als 20 Tote.", ["insgesamt mehr als"]),
        ("Bis zu 80 Liter fielen.", ["Bis zu"]),
        ("Er ist seit über 30 Jahren im Amt.", ["über"]),
        ("Er spielte über 40 Minuten.", [None]),
        ("Ein Scheck über 500 Euro lag bei.", [None]),
        ("Unter 30 Bewerbern war er der beste.", [None]),
        ("Der Wert sank unter 30 Prozent.", ["unter"]),
        ("Ein gutes Dutzend Gäste blieb.", ["gutes"]),
        ("Wer zwei oder mehr Jobs hat, zahlt drauf.", ["oder mehr"]),
    ],
)
def test_a_qualifier_is_kept_and_a_preposition_is_none(
    text: str, qualifiers: list[str | None]
) -> None:
    assert [figure.qualifier for figure in figures_of(text)] == qualifiers


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rund 190.000 russische Soldaten kamen.", "russische Soldaten"),
        ("Es waren 34,6 Prozent der Stimmen.", "Prozent der Stimmen"),
        ("Geerntet wurden 42 Tonnen Getreide.", "Tonnen Getreide"),
        ("Fünf Berliner Polizisten fuhren mit.", "Berliner Polizisten"),
        ("Zwei in Berlin lebende Brüder sind tot.", "in Berlin lebende Brüder"),
        ("Nach 20 Minuten fiel der Strom aus.", "Minuten"),
        ("900 Schülerinnen und Schüler kamen.", "Schülerinnen und Schüler"),
    ],
)
def test_a_label_has_the_modifiers_of_the_noun(text: str, label: str) -> None:
    assert [figure.label for figure in figures_of(text)] == [label]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sie zahlten 70 Cent.", FigureKind.MONEY),
        ("Es waren 2,5 Prozentpunkte.", FigureKind.PERCENT),
        ("Es waren 30 Grad.", FigureKind.MEASURE),
        ("Das dreitägige Treffen begann.", FigureKind.DURATION),
        ("Zwei Verletzte liegen im Krankenhaus.", FigureKind.COUNT),
        ("Zwei Pfund Mehl genügen.", FigureKind.MEASURE),
        ("Es kostet zwei Millionen Pfund.", FigureKind.MONEY),
    ],
)
def test_the_kind_follows_from_the_unit(text: str, kind: FigureKind) -> None:
    assert [figure.kind for figure in figures_of(text)] == [kind]


@pytest.mark.parametrize(
    ("role", "count"),
    [(Role.BODY, 1), (Role.HEADING, 1), (Role.CAPTION, 1), (Role.TEASER, 0), (Role.BYLINE, 0)],
)
def test_teasers_and_bylines_have_no_figures(role: Role, count: int) -> None:
    assert len(figures_of("Drei Tote nach Unfall", role)) == count


def test_values_have_no_float_noise() -> None:
    (figure,) = figures_of("Der Umsatz stieg auf 3,5 Milliarden Euro.")

    assert figure.value == 3_500_000_000
    assert isinstance(figure.value, int)


def test_the_figures_of_the_article_in_seeds() -> None:
    (path,) = SEEDS.glob("000_*.txt")
    figures = find_figures(analyse(read_article(path)))

    assert [(f.surface, f.value, f.noun) for f in figures] == [
        ("bis zu 10.000", 10_000, "Soldaten"),
        ("1.500", 1_500, "Soldaten"),
        ("bis zu 12.000", 12_000, "Truppen"),
        ("13.000", 13_000, "Container"),
        ("bis zu acht Millionen", 8_000_000, "Artilleriegranaten"),
        ("Hunderte", None, "Soldaten"),
        ("fast 11.000", 11_000, "Infanteriesoldaten"),
        ("2.600", 2_600, "Soldaten"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nicht 500, sondern 350 Menschen kamen.", [("350", 350, "Menschen", None)]),
        (
            "Die Mieten stiegen nicht um rund 5, sondern um 8 Prozent.",
            [("8", 8, "Prozent", "percent")],
        ),
        (
            "Nicht nur 500, sondern sogar 700 Fans reisten an.",
            [("500", 500, "Fans", None), ("700", 700, "Fans", None)],
        ),
        (
            "Es kamen nicht mehr als 500 Menschen.",
            [("nicht mehr als 500", 500, "Menschen", None)],
        ),
        ("Nicht in Ulm kamen 90 Menschen, sondern in Hof.", [("90", 90, "Menschen", None)]),
    ],
)
def test_a_number_that_the_sentence_puts_right_is_no_figure(
    text: str, expected: list[tuple[Any, ...]]
) -> None:
    assert [summary_of(figure) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Auf dem Plateau wurden 80 Grad unter null gemessen.", -80),
        ("In der Nacht fiel das Thermometer auf 12 Grad unter Null.", -12),
        ("Die Werte sinken auf 10 bis 12 Grad unter null.", (-12, -10)),
        ("Es wurden fünf Grad unter dem Gefrierpunkt gemessen.", -5),
        ("Am Morgen zeigte das Thermometer -4,5 °C.", -4.5),
        ("Am Mittag waren es 3 Grad über null.", 3),
        ("Die Nacht war 3 Grad unter dem Mittel.", 3),
    ],
)
def test_degrees_below_zero_are_negative(text: str, value: Any) -> None:
    assert [summary_of(figure)[1] for figure in figures_of(text)] == [value]


@pytest.mark.parametrize(
    ("text", "noun", "unit"),
    [
        ("Am Morgen zeigte das Thermometer -4,5 °C.", "°C", "temperature-celsius"),
        ("Ein Liter enthielt 180 µg Blei.", "µg", "mass-microgram"),
        ("Der Grenzwert liegt bei 40 μg/m³.", "μg/m³", None),
        ("Der Akku hat 5.000 mAh.", "mAh", None),
        ("Der Park liefert im Jahr 200 GWh.", "GWh", None),
    ],
)
def test_symbols_of_science_are_units(text: str, noun: str, unit: str | None) -> None:
    (figure,) = figures_of(text)
    assert (figure.noun, figure.unit, figure.kind) == (noun, unit, FigureKind.MEASURE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2/3 der Mitglieder stimmten zu.", [("2/3", 200 / 3, "Mitglieder", "percent")]),
        ("Rund 3/4 aller Befragten sind dafür.", [("Rund 3/4", 75, "Befragten", "percent")]),
        ("Die Sendung 7/8 beginnt später.", []),
        ("Zement und Sand werden im Verhältnis 3:1 gemischt.", []),
        ("Sieben von zehn Probanden schliefen besser.",
         [("Sieben", 7, "Probanden", None), ("zehn", 10, "Probanden", None)]),
        ("Gefordert sind 5 Prozent, mindestens aber 150 Euro.",
         [("5", 5, "Prozent", "percent"), ("mindestens aber 150", 150, "Euro", "EUR")]),
        ("Auf der A 2 kam es zu langen Staus.", []),
        ("Ein Unfall auf der B 27 hatte schwere Folgen.", []),
        ("An 30 Tagen mit über 25 Grad war das Bad voll.",
         [("30", 30, "Tagen", "duration-day"), ("über 25", 25, "Grad", "temperature-generic")]),
        ("Der Sänger starb mit über 90 Jahren.", []),
        ("Der auf etwa 70 Jahre geschätzte Mann wurde gerettet.", []),
        ("Im Erwerbsalter zwischen 25 und 64 Jahren leiden viele am Rücken.", []),
    ],
)  # fmt: skip
def test_shares_in_digits_roads_and_second_thoughts(
    text: str, expected: list[tuple[Any, ...]]
) -> None:
    assert [summary_of(figure) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Von anfangs zehn Mietern leben nur noch sechs in dem verlassenen Haus.",
         ["Mietern", "Mietern"]),
        ("In Ulm fehlen 30, in Bonn 20 und in Köln, Hof und Trier mehr als 40 Lehrer.",
         ["Lehrer", "Lehrer", "Lehrer"]),
        ("Der Anbieter hat viele Kunden gewonnen – insgesamt 930.000.", ["Kunden"]),
        ("Immer mehr Kinder essen in der Schule, „wir rechnen mit etwa 80“.", ["Kinder"]),
        ("Auf die Partei entfallen 90 Mandate (40 Sitze), 51 auf die andere.",
         ["Mandate", "Sitze", "Mandate"]),
    ],
)  # fmt: skip
def test_what_a_number_counts_may_stand_elsewhere(text: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in figures_of(text)] == nouns


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Die TSG 1899 Hoffenheim verlor erneut.", []),
        ("Beim FC 08 Homburg spielt ein Däne.", []),
        ("Für die CDU 20 Stimmen, für die SPD 18 Stimmen.", [20, 18]),
    ],
)
def test_a_year_in_the_name_of_a_club_counts_nothing(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values
