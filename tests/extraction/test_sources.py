"""Who is a source: one sentence for each way of attributing, whole articles for who means whom."""

# ruff: noqa: E501 (tables of whole sentences)
from __future__ import annotations

import pytest

from summarizer.extraction.sources import find_sources
from summarizer.summary import Mode, SourceKind

ONE_SENTENCE = [
    ("Die Finanzministerin Carla Brenner kündigte am Montag ein Sparpaket an.", ["Carla Brenner"]),
    (
        "„Wir müssen sparen“, sagte die Ministerin Carla Brenner dem Sender Nordwelle.",
        ["Carla Brenner"],
    ),
    (
        "Der Haushalt werde 2025 ausgeglichen sein, versprach Ministerpräsident Jonas Alder (SPD) im Landtag.",
        ["Jonas Alder"],
    ),
    (
        "Wie das Landesamt für Statistik am Dienstag mitteilte, stieg die Zahl der Geburten.",
        ["Landesamt für Statistik"],
    ),
    ("Nach Angaben der Polizei wurden zwei Fahrer verletzt.", ["Polizei"]),
    ("Nach Polizeiangaben war der Fahrer betrunken.", ["Polizei"]),
    ("Der Fahrer war laut Polizei betrunken.", ["Polizei"]),
    ("Der Feuerwehr zufolge entstand ein Schaden von 20.000 Euro.", ["Feuerwehr"]),
    ("Einem Sprecher des Flughafens zufolge fielen 30 Flüge aus.", ["Sprecher des Flughafens"]),
    ("Im Süden regnet es laut Deutschem Wetterdienst bis Freitag.", ["Deutscher Wetterdienst"]),
    ("Experten warnen vor steigenden Mieten.", ["Experten"]),
    ("Die Gewerkschaft wirft dem Konzern vor, Löhne zu drücken.", ["Gewerkschaft"]),
    ("Die Opposition kritisierte den Entwurf scharf.", ["Opposition"]),
    ("Trainerin Mara Sommer zeigte sich nach dem Spiel enttäuscht.", ["Mara Sommer"]),
    ("„Das war unser bestes Spiel“, jubelte Torhüter Ben Krause.", ["Ben Krause"]),
    ("„Heute hat alles gepasst“, freute sich Siegerin Lena Vogt im Ziel.", ["Lena Vogt"]),
    ("„Sehr schön“, freute sich Lena Vogt.", ["Lena Vogt"]),
    ("„Kein Wort“, ärgerte sich Ben Krause nach dem Spiel.", ["Ben Krause"]),
    ("„Großes Kino“, jubelte Karl Roth.", ["Karl Roth"]),
    ("„Wir kommen wieder“, legte Karl Roth nach.", ["Karl Roth"]),
    (
        "Der neue Intendant Paul Aris besteht auf einem „Vertrag ohne Ausstieg“.",
        ["Paul Aris"],
    ),
    ("Die Forscher zeigten, dass Bienen Farben zählen.", ["Forscher"]),
    (
        "Die Forscherin Ines Wald von der Universität Halden erklärte, die Gletscher schmölzen schneller.",
        ["Ines Wald"],
    ),
    (
        "Eine Studie der Universität Halden zeigt, dass Bienen Farben zählen.",
        ["Studie der Universität Halden"],
    ),
    ("Einer Umfrage zufolge fühlt sich jeder Dritte gestresst.", ["Umfrage"]),
    (
        "Aus einem Bericht des Rechnungshofs geht hervor, dass Gelder fehlen.",
        ["Bericht des Rechnungshofs"],
    ),
    ("In dem Schreiben heißt es, die Filiale werde geschlossen.", ["Schreiben"]),
    ("Das berichtete die „Halder Zeitung“ am Mittwoch.", ["Halder Zeitung"]),
    ("Die Zeitung „Halder Bote“ berichtete, der Minister wolle gehen.", ["Halder Bote"]),
    ("Augenzeugen berichteten von einem lauten Knall.", ["Augenzeugen"]),
    ("Ein Anwohner sagte, er habe Rauch gesehen.", ["Anwohner"]),
    ("Konzernchef Peter Lindt räumte Fehler ein.", ["Peter Lindt"]),
    ("Firmengründer Paul Aris bestreitet die Vorwürfe.", ["Paul Aris"]),
    ("Der Angeklagte wies die Vorwürfe zurück.", ["Angeklagte"]),
    ("Richterin Vera Holm begründete das Urteil mit der Schwere der Tat.", ["Vera Holm"]),
    ("Die Staatsanwaltschaft fordert acht Jahre Haft.", ["Staatsanwaltschaft"]),
    ("Der Verteidiger sprach von einem Fehlurteil.", ["Verteidiger"]),
    (
        "Sie sei zutiefst erleichtert, teilte die Sängerin Mira Tann auf Instagram mit.",
        ["Mira Tann"],
    ),
    ("Regisseur Tom Elber nannte den Film sein persönlichstes Werk.", ["Tom Elber"]),
    (
        "Bürgermeister Karl Roth (parteilos) rechnet mit Kosten von zwei Millionen Euro.",
        ["Karl Roth"],
    ),
    ("Anwohnerin Ilse Kern ist überzeugt, dass der Lärm zunimmt.", ["Ilse Kern"]),
    ("„So geht es nicht weiter“, so Kern.", ["Kern"]),
    (
        "Das Unternehmen rechne mit einem Umsatz von drei Milliarden Euro, hieß es in einer Mitteilung.",
        ["Mitteilung"],
    ),
    ("Aus Regierungskreisen verlautete, die Reform komme später.", ["Regierungskreise"]),
    ("Nach Ansicht der Umweltverbände reicht das nicht.", ["Umweltverbände"]),
    ("Aus Sicht des Mieterbunds ist das Gesetz ein Fehler.", ["Mieterbund"]),
    ("Nach Einschätzung von Klimaforscher Otto Brahm bleibt wenig Zeit.", ["Otto Brahm"]),
    ("Nach den Worten von Kanzlerin Eva Storm soll das Gesetz im Mai kommen.", ["Eva Storm"]),
    ("Moskau wies die Anschuldigungen zurück.", ["Moskau"]),
    ("Frankreich fordert Nachbesserungen am Vertrag.", ["Frankreich"]),
    ("Das Weiße Haus erklärte, man prüfe alle Optionen.", ["Weißes Haus"]),
    ("Der Kreml dementierte den Bericht.", ["Kreml"]),
    ("Brenner: „Wir haben keine Wahl“", ["Brenner"]),
    ("UN-Generalsekretär Samuel Okoro rief beide Seiten zur Zurückhaltung auf.", ["Samuel Okoro"]),
    ("Er habe nichts gewusst, ließ der Manager über seinen Anwalt erklären.", ["Manager"]),
    ("Die Ministerin wird mit den Worten zitiert, sie sei „entsetzt“.", ["Ministerin"]),
    ("Gesundheitsminister Ulf Hansen sprach sich für eine Impfpflicht aus.", ["Ulf Hansen"]),
    ("Der Verein bedauert den Weggang des Stürmers.", ["Verein"]),
    ("Die Bahn verspricht pünktlichere Züge.", ["Bahn"]),
    ("Verbraucherschützer raten zum Wechsel des Anbieters.", ["Verbraucherschützer"]),
    ("Meteorologen erwarten am Wochenende bis zu 35 Grad.", ["Meteorologen"]),
    ("Der Zeuge sagte aus, er habe zwei Schüsse gehört.", ["Zeuge"]),
    ("Landrat Jens Kolb teilte auf Anfrage mit, der Damm sei sicher.", ["Jens Kolb"]),
    ("„Der Damm hält“, teilte Landrat Jens Kolb mit.", ["Jens Kolb"]),
    ("Kolb gab zu bedenken, dass Geld fehle.", ["Kolb"]),
    ("Der Sprecherin zufolge ist die Ursache unklar.", ["Sprecherin"]),
    (
        "Wie eine Sprecherin der Klinik sagte, schwebt die Frau nicht in Lebensgefahr.",
        ["Sprecherin der Klinik"],
    ),
    (
        "Unter Berufung auf Sicherheitskreise meldete der Sender Nordwelle einen Angriff.",
        ["Nordwelle", "Sicherheitskreise"],
    ),
    (
        "Die Agentur Reuters meldete unter Berufung auf Insider einen Verkauf.",
        ["Reuters", "Insider"],
    ),
    (
        "Polizei und Staatsanwaltschaft teilten gemeinsam mit, dass ein Verdächtiger gefasst sei.",
        ["Polizei", "Staatsanwaltschaft"],
    ),
    ("Der CDU-Politiker Max Dorn warf der Regierung Versagen vor.", ["Max Dorn"]),
    ("Dorn zufolge fehlt ein Konzept.", ["Dorn"]),
    ("Zoodirektor Emil Falk erinnerte daran, dass die Giraffen empfindlich sind.", ["Emil Falk"]),
    ("Die Schauspielerin Nora Weiss gestand im Podcast, sie habe Lampenfieber.", ["Nora Weiss"]),
    ("Ökonom Leo Hart hält die Zahlen für übertrieben.", ["Leo Hart"]),
    ("Der Präsident drohte mit Zöllen.", ["Präsident"]),
    ("US-Präsident Howard Lane drohte China mit neuen Zöllen.", ["Howard Lane"]),
    ("Lane schrieb auf Twitter: „Das ist nicht fair.“", ["Lane"]),
    ("Das Verteidigungsministerium in Kiew bestätigte den Angriff.", ["Verteidigungsministerium"]),
    ("Die ukrainische Armee meldete 20 abgefangene Drohnen.", ["ukrainische Armee"]),
    ("Das Gericht entschied, dass die Demonstration stattfinden darf.", ["Gericht"]),
    (
        "In einem Interview mit dem Magazin „Rundblick“ betonte der Bischof, die Kirche müsse sich ändern.",
        ["Bischof"],
    ),
    ("Das hat der Landrat der Deutschen Presse-Agentur gesagt.", ["Landrat"]),
    ("Wie Feuerwehrchef Udo Brand der dpa sagte, ist das Feuer gelöscht.", ["Udo Brand"]),
    ("Ines Alt (SPD) sieht darin eine Chance.", ["Ines Alt"]),
    ("Laut Udo Brand, Chef der Feuerwehr, ist das Feuer gelöscht.", ["Udo Brand"]),
    ("Kritik kam auch von der Opposition.", ["Opposition"]),
    ("Lob kommt von Bürgermeister Karl Roth.", ["Karl Roth"]),
    ("Für Trainerin Mara Sommer ist klar, dass die Abwehr besser werden muss.", ["Mara Sommer"]),
    ("Für Experten steht fest, dass die Preise steigen.", ["Experten"]),
    ("Es gebe keine Alternative, betonte am Montag auch Finanzminister Emil Krug.", ["Emil Krug"]),
    ("Dem widersprach Ministerin Uta Klein.", ["Uta Klein"]),
    ("„Wie geht es weiter?“, fragt sich Anwohner Jan Pohl.", ["Jan Pohl"]),
    (
        "„Willkommen in Halden!“ Mit diesen Worten eröffnete Bürgermeister Karl Roth das Fest.",
        ["Karl Roth"],
    ),
    ("Lena Vogt (32) aus Halden sagt, sie habe nichts gesehen.", ["Lena Vogt"]),
    ("Max Krug von der Polizei Halden sagte, es bestehe keine Gefahr.", ["Max Krug"]),
    ("Polizeisprecher Max Krug zu BILD: „Es besteht keine Gefahr.“", ["Max Krug"]),
    (
        "Max Krug, Sprecher der Polizei, und Uta Klein, Chefin der Feuerwehr, sagten, es bestehe keine Gefahr.",
        ["Max Krug", "Uta Klein"],
    ),
    ("Sängerin Mira Tann postete auf Instagram: „Ich bin schwanger.“", ["Mira Tann"]),
    ("Die 32-jährige Lena Vogt sagte, sie sei müde.", ["Lena Vogt"]),
    ("Der Weltverband hat die Vorwürfe geprüft und weist sie zurück.", ["Weltverband"]),
    ("Die Linke-Abgeordnete Ina Ott nannte das Gesetz „Murks“.", ["Ina Ott"]),
    ("Der frühere US-Außenminister John Miller hat vor einem Krieg gewarnt.", ["John Miller"]),
    ("Es sei ihm eine Ehre gewesen, so der 77-Jährige.", ["77-Jährige"]),
    ("Das Ergebnis wertete Parteichefin Ina Ott als Erfolg.", ["Ina Ott"]),
    ("Mit scharfer Kritik reagierte der Lehrerverband auf den Vorschlag.", ["Lehrerverband"]),
    ("Auf Nachfrage teilte die Bahn mit, der Zug sei defekt.", ["Bahn"]),
    ("Der Vorfall sei bedauerlich, heißt es vonseiten der Klinik.", ["Klinik"]),
    ("Bei der Bahn heißt es, der Zug sei defekt.", ["Bahn"]),
    (
        "Das geht aus einer Antwort der Bundesregierung auf eine Anfrage der Grünen hervor.",
        ["Antwort der Bundesregierung"],
    ),
    ("Wie aus Sicherheitskreisen verlautete, war der Mann bekannt.", ["Sicherheitskreise"]),
    ("Der russische Außenminister Igor Petrow sprach von einer Provokation.", ["Igor Petrow"]),
    ("Nach Informationen der „Halder Zeitung“ steht der Verkauf bevor.", ["Halder Zeitung"]),
    ("Nach Darstellung des Anwalts hat sein Mandant in Notwehr gehandelt.", ["Anwalt"]),
    ("Er glaube nicht an einen Unfall, sagte der Vater des Jungen.", ["Vater des Jungen"]),
    ("Die Eltern des Jungen werfen der Schule Versäumnisse vor.", ["Eltern des Jungen"]),
    ("Tausende Menschen forderten in Halden den Rücktritt des Präsidenten.", ["tausende Menschen"]),
    ("Der Vorsitzende Richter Paul Ernst sprach von einer „grausamen Tat“.", ["Paul Ernst"]),
    ("Die Jury lobte die schauspielerische Leistung.", ["Jury"]),
    ("Die Polizei bittet um Hinweise.", ["Polizei"]),
    ("Kurt Lang zeigte sich zufrieden mit der Leistung seiner Elf.", ["Kurt Lang"]),
    ("Nach Meinung vieler Beobachter war das Spiel entschieden.", ["Beobachter"]),
    (
        "Das US-Finanzministerium begründete die Sanktionen mit Hackerangriffen.",
        ["US-Finanzministerium"],
    ),
    ("Irans Präsident Hamid Karimi kündigte Vergeltung an.", ["Hamid Karimi"]),
    ("Der Iran drohte mit Vergeltung.", ["Iran"]),
    ("Die Türkei und Russland warfen den USA Einmischung vor.", ["Türkei", "Russland"]),
    ("Der FC Halden gab die Verpflichtung von Tim Borg bekannt.", ["FC Halden"]),
    ("Wie der FC Halden mitteilte, fällt Tim Borg aus.", ["FC Halden"]),
    (
        "Das Statistische Bundesamt meldete einen Anstieg von 2 Prozent.",
        ["Statistisches Bundesamt"],
    ),
    ("Sein Sprecher bestätigte das.", ["Sprecher"]),
    ("„Das ist traurig“, findet die Wirtin.", ["Wirtin"]),
    ("Eine Nachbarin erzählt, das Paar habe oft gestritten.", ["Nachbarin"]),
    ("Der Opferanwalt geht davon aus, dass es weitere Fälle gibt.", ["Opferanwalt"]),
    ("Die Ermittler vermuten Brandstiftung.", ["Ermittler"]),
    ("Die Anklage wirft ihm Mord vor.", ["Anklage"]),
]

NOBODY_SPEAKS = [
    "Warum er ging, verriet der Trainer nicht.",
    "Die Stadt baut ein neues Schwimmbad.",
    "Der Minister eröffnete die Ausstellung.",
    "Mehrere Läden blieben am Montag geschlossen.",
    "Der Stürmer traf in der 89. Minute zum 2:1.",
    "Der Verein verpflichtete einen neuen Torwart.",
    "Die Gastgeber legten nach der Pause nach.",
    "Torjäger Ben Krause legte kurz vor Schluss nach.",
    "Torjäger Ben Krause zeigte mit zwei Treffern, warum er unverzichtbar ist.",
    "Die Gäste blieben lange blass, ehe der Anschlusstreffer gelang.",
    "Der Vorstand besteht aus drei Anwälten.",
    "Die Firma verkaufte im vergangenen Jahr 300 Maschinen.",
    "Der Fahrer wurde leicht verletzt.",
    "Ein Polizist nahm den Mann fest.",
    "Der Film „Wir sagen Nein“ läuft seit Donnerstag.",
    "Der Roman erzählt von einer Familie in den Bergen.",
    "Das Unwetter forderte drei Todesopfer.",
    "Die Bäuerin bestellt ihre Felder seit 30 Jahren ohne Gift.",
    "Der Titelverteidiger gewann erneut.",
    "Die Temperaturen sollen auf 30 Grad steigen.",
    "Der Chef der Firma trat zurück.",
    "Die Polizei sperrte die Straße.",
    "Der Minister wollte sich nicht äußern.",
    "Die Firma äußerte sich zunächst nicht.",
    "Die Kundin bezahlte mit Karte.",
    "Die Mannschaft verteidigte ihren Vorsprung bis zum Schluss.",
    "Zum Konzert kamen 5000 Besucher.",
    "Das Spiel findet laut und bunt statt.",
    "SPD-Chefin Andrea Nolte will die Koalition fortsetzen.",
    "Der Konzern reagierte zunächst nicht auf eine Anfrage.",
    "Seiner Ansicht nach ist das zu wenig.",
    "Aktivisten warfen Farbe auf das Gebäude.",
    "Das Landgericht verurteilte den Mann zu acht Jahren Haft.",
    "Das Gericht sprach den Angeklagten frei.",
    "Der Bundestag debattiert heute über das Gesetz.",
    "Die Kanzlerin reist am Montag nach Paris.",
    "Der Film lobt die Freundschaft.",
    "Die Feuerwehr rückte mit 40 Kräften aus.",
    "Der Trainer wechselte dreimal.",
    "Coach Kurt Lang war zufrieden.",
    "Die US-Regierung verhängte neue Sanktionen.",
    "Der Deutsche Fußball-Bund (DFB) sperrte den Spieler für drei Spiele.",
    "Die Gemeinde erinnert mit einer Ausstellung an den Dichter.",
    "Der Prozess gegen den Mann beginnt am Montag.",
    "Ihm wird Mord vorgeworfen.",
]

ARTICLES = [
    pytest.param(
        [
            "Der Unternehmer Hans Brandt will die Werft retten.",
            "„Ich gebe nicht auf“, sagte er.",
            "Die Banken hätten bereits zugestimmt.",
            "Der Betrieb läuft weiter.",
        ],
        {"Hans Brandt": [1, 2]},
        id="back reference by subjunctive",
    ),
    pytest.param(
        [
            "Innenministerin Sara Lind besuchte die Wache.",
            "Die SPD-Politikerin lobte die Beamten.",
            "Sie versprach mehr Personal.",
        ],
        {"Sara Lind": [1, 2]},
        id="back reference by party",
    ),
    pytest.param(
        [
            "Bei dem Brand in Halden starb ein Mann.",
            "Die Ursache ist laut Polizei unklar.",
            "Ein Sprecher sagte, es gebe keine Hinweise auf Brandstiftung.",
            "Die Beamten suchen Zeugen.",
        ],
        {"Polizei": [1], "Sprecher": [2]},
        id="police report",
    ),
    pytest.param(
        [
            "Der Hersteller Novatek streicht 300 Stellen.",
            "Das teilte das Unternehmen am Freitag mit.",
            "Vorstandschef Ole Brink sprach von einem schmerzhaften Schritt.",
            "Die IG Metall kündigte Widerstand an.",
            "„Wir kämpfen um jeden Platz“, sagte Bezirksleiterin Anja Roth.",
            "Der Konzern habe zwei Jahre lang Gewinne gemacht.",
        ],
        {"Novatek": [0, 1], "Ole Brink": [2], "IG Metall": [3], "Anja Roth": [4, 5]},
        id="company",
    ),
    pytest.param(
        [
            "Trainer Kurt Lang war nach dem 0:3 bedient.",
            "„Wir waren zu langsam.",
            "Wir haben uns nicht gewehrt.",
            "So gewinnt man kein Spiel“, schimpfte er.",
            "Am Samstag kommt der Tabellenführer.",
        ],
        {"Kurt Lang": [1, 2, 3]},
        id="quotation over sentences",
    ),
    pytest.param(
        [
            "Die Stadt Halden plant einen Radweg.",
            "Anwohner kritisieren das Vorhaben.",
            "Es fehle an Parkplätzen, sagen sie.",
            "Bürgermeisterin Uta Klein hält dagegen: „Wir brauchen Platz für alle.“",
        ],
        {"Anwohner": [1, 2], "Uta Klein": [3]},
        id="plural pronoun",
    ),
    pytest.param(
        [
            "Präsident Juan Ortega hat den Notstand ausgerufen.",
            "Ortega erklärte, die Lage sei ernst.",
            "Der Staatschef forderte Hilfe vom Ausland.",
            "Das Büro des Präsidenten veröffentlichte eine Erklärung.",
            "Ortegas Sprecher wollte sich nicht äußern.",
        ],
        {"Juan Ortega": [1, 2], "Büro des Präsidenten": [3]},
        id="head of state and his office",
    ),
    pytest.param(
        [
            "Die Wetterlage bleibt angespannt.",
            "Es sei mit Sturmböen zu rechnen, teilte der Deutsche Wetterdienst (DWD) mit.",
            "Im Norden könne es Hagel geben.",
            "Der DWD warnte vor Überflutungen.",
        ],
        {"Deutscher Wetterdienst": [1, 2, 3]},
        id="weather service",
    ),
    pytest.param(
        [
            "Ein Lkw ist umgekippt.",
            "Der Fahrer soll zu schnell gewesen sein.",
            "Die Autobahn sei gesperrt worden.",
            "Niemand wurde verletzt.",
        ],
        {},
        id="hearsay without a source",
    ),
    pytest.param(
        [
            "Die Autorin Lea Falk liest heute in Halden.",
            "Ihr Roman „Das Meer sagt nichts“ ist ein Erfolg.",
            "Die Kritik lobte vor allem die Sprache.",
            "„Ich schreibe nur nachts“, verrät Falk im Gespräch mit unserer Zeitung.",
        ],
        {"Lea Falk": [3]},
        id="novel and its author",
    ),
    pytest.param(
        [
            "Der Verein hat einen neuen Stürmer.",
            "Tim Borg kommt aus Halden.",
            "„Tim passt zu uns“, so Sportdirektor Marc Oster.",
            "Borg selbst sagte: „Ich freue mich auf die Aufgabe.“",
            "Der 22-Jährige unterschrieb bis 2027.",
        ],
        {"Marc Oster": [2], "Tim Borg": [3]},
        id="direct speech of two",
    ),
    pytest.param(
        [
            "Forscher der Universität Halden haben ein neues Virus entdeckt.",
            "Das berichten sie im Fachblatt „Natur heute“.",
            "„Der Fund ist außergewöhnlich“, sagte Studienleiterin Rita Voss.",
            "Die Virologin geht davon aus, dass das Virus harmlos ist.",
        ],
        {"Forscher der Universität Halden": [0, 1], "Rita Voss": [2, 3]},
        id="researchers",
    ),
    pytest.param(
        [
            "Finanzminister Emil Krug (CDU) hat den Vorstoß der Grünen zurückgewiesen.",
            "Dies sei mit ihm nicht zu machen, sagte Krug der „Halder Zeitung“.",
            "Grünen-Chefin Paula Kern hatte zuvor eine Steuer gefordert.",
            "Sie verwies auf die leeren Kassen.",
            "Aus der FDP hieß es, die Debatte sei überflüssig.",
        ],
        {"Emil Krug": [0, 1], "Paula Kern": [2, 3], "FDP": [4]},
        id="politics",
    ),
    pytest.param(
        [
            "Nach dem Unfall ermittelt die Polizei.",
            "Der 43-jährige Fahrer gab an, er habe den Radfahrer nicht gesehen.",
            "Zeugen widersprachen dieser Darstellung.",
            "Die Ermittler gehen von einem Aufmerksamkeitsfehler aus.",
        ],
        {"43-jähriger Fahrer": [1], "Zeugen": [2], "Ermittler": [3]},
        id="witnesses",
    ),
    pytest.param(
        [
            "»Das ist ein guter Tag für Halden«, sagt Oberbürgermeister Falk Berger.",
            "Er rechnet mit 500 neuen Arbeitsplätzen.",
            "Kritik kommt von den Linken.",
            "Deren Fraktionschefin Ina Ott nennt das Projekt einen »teuren Traum«.",
        ],
        {"Falk Berger": [0, 1], "Ina Ott": [3]},
        id="possessive relative",
    ),
    pytest.param(
        [
            "Die Rakete sei um 5 Uhr gestartet, meldete die Agentur Yonhap.",
            "Südkoreas Generalstab bestätigte den Start.",
            "Japans Regierungschef Kenji Mori verurteilte den Test.",
        ],
        {"Yonhap": [0], "Südkoreas Generalstab": [1], "Kenji Mori": [2]},
        id="agencies",
    ),
]


@pytest.mark.parametrize(("text", "names"), ONE_SENTENCE)
def test_a_sentence_names_its_speakers(article_of, text, names):
    assert sorted(s.name for s in find_sources(article_of(text))) == sorted(names)


@pytest.mark.parametrize("text", NOBODY_SPEAKS)
def test_who_merely_acts_is_no_source(article_of, text):
    assert find_sources(article_of(text)) == ()


@pytest.mark.parametrize(("texts", "expected"), ARTICLES)
def test_an_article_gives_each_speaker_its_sentences(article_of, texts, expected):
    found = {s.name: [x.sentence for x in s.statements] for s in find_sources(article_of(*texts))}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Ministerin Carla Brenner sagte, es sei Zeit.", SourceKind.PERSON, True),
        ("Die Staatsanwaltschaft erklärte, sie ermittle.", SourceKind.ORGANISATION, True),
        ("Die Nachrichtenagentur Reuters meldete einen Angriff.", SourceKind.MEDIA, True),
        ("Ein Gutachten der Klinik warnt vor Folgen.", SourceKind.DOCUMENT, False),
        ("Augenzeugen berichteten von Schüssen.", SourceKind.GROUP, False),
        ("Ein Sprecher sagte, es gebe Verletzte.", SourceKind.GROUP, False),
    ],
    ids=["person", "organisation", "media", "document", "group", "unnamed spokesman"],
)
def test_a_source_has_a_kind_and_is_named_or_not(article_of, text, kind, named):
    (source,) = find_sources(article_of(text))
    assert (source.kind, source.named) == (kind, named)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Innenministerin Sara Lind sagte, es reiche.", "Innenministerin"),
        ("Der ukrainische Botschafter Petro Malyk sagte, es reiche.", "ukrainischer Botschafter"),
        ("Kai Ober, der Chef des Hafenamts, sagte, es reiche.", "Chef des Hafenamts"),
        ("Die Leiterin des Zoos, Ute Manz, sagte, es reiche.", "Leiterin des Zoos"),
        ("Der Vorsitzende des Vereins, Ute Manz, sagte, es reiche.", "Vorsitzender des Vereins"),
        ("Autor und Regisseur Jan Pohl sagte, es reiche.", "Autor und Regisseur"),
        ("Uwe Lau sagte, es reiche.", ""),
        ("Der Vorsitzende des Rats, Kardinal Uwe Lau, sagte, es reiche.", "Vorsitzender des Rats"),
    ],
)
def test_a_role_is_given_as_the_article_gives_it(article_of, text, role):
    (source,) = find_sources(article_of(text))
    assert source.role == role


def test_the_fullest_name_is_used_wherever_it_stands(article_of):
    (source,) = find_sources(
        article_of("Malyk sagte, es reiche.", "Der Botschafter Petro Malyk reist morgen ab.")
    )
    assert source.name == "Petro Malyk"
    assert "Malyk" in source.aliases


def test_an_abbreviation_in_brackets_is_an_alias_of_the_full_name(article_of):
    (source,) = find_sources(
        article_of(
            "Wie der estnische Geheimdienst (KAPO) mitteilte, wurde ein Mann gefasst.",
            "Der Geheimdienst warnte vor weiteren Fällen.",
            "KAPO zufolge war er allein.",
        )
    )
    assert source.name == "estnischer Geheimdienst"
    assert "KAPO" in source.aliases
    assert [s.sentence for s in source.statements] == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        'Sagte Bürgermeister Karl Roth der "Halder Zeitung".',
        "„Es reicht“, sagte Bürgermeister Karl Roth der „Halder Zeitung“.",
        "Bürgermeister Karl Roth sagte dem Sender Nordwelle, es reiche.",
        "Im Gespräch mit der „Halder Zeitung“ sagte Bürgermeister Karl Roth, es reiche.",
    ],
)
def test_a_medium_that_only_receives_a_quote_is_no_source(article_of, text):
    assert [s.name for s in find_sources(article_of(text))] == ["Karl Roth"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("„Es reicht“, sagte Karl Roth.", "Es reicht"),
        ('"Es reicht", sagte Karl Roth.', "Es reicht"),
        ("»Es reicht«, sagte Karl Roth.", "Es reicht"),
        ("«Es reicht», sagte Karl Roth.", "Es reicht"),
        ("‚Es reicht‘, sagte Karl Roth.", "Es reicht"),
        ("Karl Roth sagte, das sei „ein teurer Fehler“.", "ein teurer Fehler"),
    ],
    ids=["german", "straight", "guillemets", "swiss", "single", "in part"],
)
def test_a_quote_comes_without_its_marks(article_of, text, quote):
    (source,) = find_sources(article_of(text))
    assert source.statements[0].quote == quote
    assert source.statements[0].mode is Mode.DIRECT


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Karl Roth teilte am Montag mit, es reiche.", "teilte mit"),
        ("Karl Roth hat angekündigt, er werde gehen.", "angekündigt"),
        ("Laut Karl Roth reicht es.", "laut"),
        ("Karl Roth zufolge reicht es.", "zufolge"),
        ("Es reiche, so Karl Roth.", "so"),
        ("Karl Roth: „Es reicht.“", ":"),
    ],
)
def test_the_cue_is_the_attributing_word(article_of, text, cue):
    (source,) = find_sources(article_of(text))
    assert source.statements[0].cue == cue


@pytest.mark.parametrize(
    ("heading", "spoken"),
    [
        ("Roth: Neubau muss kommen", True),
        ("Karl Roth: So geht es ihm heute", False),
        ("Roth: Rückkehr nach Halden", False),
        ("Roth sieht keine Grundlage für Neubau", True),
        ("Roth: „Es reicht“", True),
        ("Roth eröffnet Neubau", False),
        ("Halden: Neubau eröffnet", False),
    ],
)
def test_a_heading_may_be_a_statement(article_of, heading, spoken):
    body = "Bürgermeister Karl Roth sagte, es reiche."
    (source,) = find_sources(article_of(heading, body, headings=[0]))
    assert [s.sentence for s in source.statements] == ([0, 1] if spoken else [1])


@pytest.mark.parametrize(
    ("following", "spoken"),
    [
        ("Er habe lange gewartet.", True),
        ("Die Kosten seien zu hoch.", True),
        ("Die Arbeiten würden im Mai beginnen.", True),
        ("„Dann gehen wir eben.“", True),
        ("Wir warten nicht länger.", True),
        ("Die Arbeiten begannen im Mai.", False),
        ("Der Neubau kostet drei Millionen Euro.", False),
        ("Warum habe er so lange gewartet?", False),
    ],
)
def test_speech_runs_on_where_grammar_says_so(article_of, following, spoken):
    (source,) = find_sources(article_of("„Es reicht“, sagte Karl Roth.", following))
    assert [s.sentence for s in source.statements] == ([0, 1] if spoken else [0])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Die Stadt hat eine Studie vorgestellt.", "Demnach fehlen 300 Wohnungen."),
            {"Studie": [1]},
        ),
        (
            ("Sängerin Mira Tann ist umgezogen.", "Sie wolle Ruhe, so die Hamburgerin."),
            {"Mira Tann": [1]},
        ),
        (
            (
                "Der Energiekonzern Novatek rodet den Wald.",
                "Das Unternehmen hält dies für richtig.",
            ),
            {"Novatek": [1]},
        ),
        (
            ("Der Bundesrat tagte am Mittwoch.", "Er empfiehlt dem Volk ein Nein."),
            {"Bundesrat": [1]},
        ),
        (
            (
                "„Es war schwer“, sagte Kapitän Ben Krause.",
                "Auch Manager Udo Brand blieb ruhig.",
                "Man habe damit gerechnet.",
            ),
            {"Ben Krause": [0], "Udo Brand": [2]},
        ),
        (
            ("In Peking fielen die Kurse.", "Peking wies die Kritik zurück."),
            {"Peking": [1]},
        ),
        (
            ("Udo Brand hat die Firma verkauft.", "Das berichtet die „Halder Zeitung“."),
            {"Halder Zeitung": [0, 1]},
        ),
    ],
    ids=[
        "survey",
        "inhabitant",
        "the company",
        "he, a council",
        "the person between",
        "capital",
        "points back",
    ],
)
def test_who_is_meant_follows_from_what_stands_before(article_of, texts, expected):
    found = {s.name: [x.sentence for x in s.statements] for s in find_sources(article_of(*texts))}
    assert found == expected


def test_a_report_without_a_speaker_belongs_to_nobody(article_of):
    found = find_sources(
        article_of("Karl Roth sagte, es reiche.", "Die Arbeiten ruhten, hieß es.", "Er sei krank.")
    )
    assert [[x.sentence for x in s.statements] for s in found] == [[0]]


# --- Reading on: whom a common noun, a short name or an impersonal word means ----------------------


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ("Die „Halden am Sonntag“ meldet einen Rücktritt.", "Laut „HamS“ geht der Chef."),
            {"Halden am Sonntag": [0, 1]},
            id="initials",
        ),
        pytest.param(
            ("Die „Neue Post“ meldet eine Trennung.", "Dem Bericht zufolge lebt sie in Rom."),
            {"Neue Post": [0, 1]},
            id="the report is the medium's",
        ),
        pytest.param(
            ("Das Magazin „Rundblick“ berichtet von Verlusten.", "Das Blatt nennt keine Zahlen."),
            {"Rundblick": [0]},
            id="a medium that names nothing",
        ),
        pytest.param(
            ("Das Magazin „Rundblick“ berichtet von Verlusten.", "Der Chef gehe, schreibt das Blatt."),
            {"Rundblick": [0, 1]},
            id="the paper",
        ),
        pytest.param(
            ("Das Stadttheater Halden trauert.", "Er starb am Montag, wie das Theater mitteilte."),
            {"Stadttheater Halden": [1]},
            id="the theatre",
        ),
        pytest.param(
            ("Die Gewerkschaft Bau und Holz (GBH) warnt.", "Nach Angaben der GBH streiken alle."),
            {"Gewerkschaft Bau und Holz": [0, 1]},
            id="an abbreviation",
        ),
        pytest.param(
            ("Die Halder Bahn stellt den Verkehr ein.", "Betroffen sind laut Konzern 40 Züge."),
            {"Halder Bahn": [1]},
            id="the group",
        ),
        pytest.param(
            ("Jeder Dritte raucht, wie eine Langzeitstudie der Uni Halden zeigt.",
             "Die Untersuchung belegt, dass es früher mehr waren."),
            {"Langzeitstudie der Uni Halden": [0, 1]},
            id="one study, two words",
        ),
        pytest.param(
            ("Ökonom Leo Hart hat gerechnet.", "Seine Studie zeigt: Die Preise steigen."),
            {"Leo Hart": [1]},
            id="his study",
        ),
        pytest.param(
            ("Laut Forsa liegt die Partei vorn.", "Das ergab die Forsa-Umfrage vom Mai."),
            {"Forsa": [0, 1]},
            id="the institute's poll",
        ),
        pytest.param(
            ("Nach Angaben der Polizei ist der Fahrer tot.", "Er sei gerast, hieß es am Abend."),
            {"Polizei": [0, 1]},
            id="an office, impersonally",
        ),
        pytest.param(
            ("Die Lindt-Stiftung hat gezählt.", "Nach Lindt-Angaben sind 9 Prozent weiblich."),
            {"Lindt-Stiftung": [1]},
            id="a name in a compound",
        ),
        pytest.param(
            (
                "Ein 24-Jähriger stand vor Gericht.",
                "Verteidiger Udo Brand plädierte auf Freispruch.",
                "Der 24-Jährige sprach nur einmal.",
                "„Es tut mir leid“, sagte er.",
            ),
            {"Udo Brand": [1], "24-Jähriger": [3]},
            id="an age that is nobody else's",
        ),
        pytest.param(
            (
                "Läuferin Lena Vogt (24) siegte vor Läuferin Uta Klein (31).",
                "Klein sagte, es sei knapp gewesen.",
                "Sie sei froh, sagte die 24-Jährige.",
            ),
            {"Uta Klein": [1], "Lena Vogt": [2]},
            id="an age in brackets",
        ),
        pytest.param(
            ("Die Kantonspolizei sucht Zeugen.", "Der Schaden ist laut Kapo gering."),
            {"Kantonspolizei": [1]},
            id="a clipped word",
        ),
    ],
)  # fmt: skip
def test_one_source_has_many_names(article_of, texts, expected):
    found = {s.name: [x.sentence for x in s.statements] for s in find_sources(article_of(*texts))}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein richtet das Turnier zum dritten Mal aus.",
        "Ein Bote hatte das Feuer bemerkt und die Feuerwehr gerufen.",
        "Der junge Mann erkannte zu spät, dass die Ampel auf Rot stand.",
        "Die Polizei ermittelt, wer den Unfall verursacht hat.",
        "Der Ball schlug aus Sicht des Schützen unten links ein.",
        "Der Schauspieler ist in der Serie „Nordufer“ als Kommissar zu sehen.",
        "Jeder Zweite wünscht sich, dass es so bleibt.",
        "Dass kaum jemand kommt, wundert sie nicht.",
        "Die Bahn sagt Züge ab +++ Drei Tote in Peru",
        "Das Landgericht Halden hat einen 24-Jährigen verurteilt.",
        "Der Anwalt wollte den Bericht weder bestätigen noch dementieren.",
    ],
)
def test_who_acts_or_is_seen_is_no_source(article_of, text):
    assert find_sources(article_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zeugen wollen einen Schuss gehört haben.", ["Zeugen"]),
        ("Den Schaden schätzt die Polizei auf 9000 Euro.", ["Polizei"]),
        ("Als Grund führte Landrat Jens Kolb den Frost an.", ["Jens Kolb"]),
        ("Die Ministerin Uta Klein erteilte dem Plan eine Absage.", ["Uta Klein"]),
        ("Zu diesem Ergebnis kommt eine Studie der Uni Halden.", ["Studie der Uni Halden"]),
        ("Der Fahrer war gemäss Kantonspolizei betrunken.", ["Kantonspolizei"]),
        ("Der Fahrer war gemäß eigenen Aussagen müde.", ["Fahrer"]),
        (
            "Sportchef Udo Brand und Kapitän Ben Krause haben ein Ende der Debatte um Form und Fitness gefordert.",
            ["Udo Brand", "Ben Krause"],
        ),
    ],
)
def test_further_ways_of_saying(article_of, text, expected):
    assert [s.name for s in find_sources(article_of(text))] == expected


def test_the_writers_own_ich_is_nobody_elses_speech(article_of):
    found = find_sources(
        article_of(
            "Mein Nachbar hat einen Laubbläser.",
            "Die Stadt Halden lehnt ein Verbot strikt ab.",
            "Ich habe mir Ohrstöpsel gekauft.",
        )
    )
    assert [[x.sentence for x in s.statements] for s in found] == [[1]]


FOLLOWED_THROUGH = [
    pytest.param(
        "Jugendliche schlafen zu wenig.\nDies zeigt der Haldener Gesundheitsreport 2019.\n"
        "„Der Trend ist besorgniserregend“, heißt es in dem Report.\n"
        "Wie der Report weiter zeigt, sind Mädchen stärker betroffen.",
        {"Haldener Gesundheitsreport": (0, 1, 2, 3)},
        id="a report that a later sentence takes up, and the sentence before that it shows",
    ),
    pytest.param(
        "Immer mehr Menschen pendeln.\n"
        "Zu diesem Ergebnis kommt der Pendleratlas der Handelskammer.\n"
        "Dem Atlas zufolge sind es 40.000.",
        {"Pendleratlas der Handelskammer": (0, 1, 2)},
        id="a compound taken up by its last part",
    ),
    pytest.param(
        "Die Studie zeigt einen deutlichen Anstieg.\nDas Foto zeigt einen alten Hafen.",
        {"Studie": (0,)},
        id="findings are told, what a photo shows is not",
    ),
    pytest.param(
        "Nach nordländischen Angaben wurden drei Boote versenkt.\nDemnach starb niemand.\n"
        "Nach südländischen Angaben kamen zwei Matrosen um.\n"
        "Den Angaben zufolge laufen Ermittlungen.",
        {"nordländische Angaben": (0, 1), "südländische Angaben": (2, 3)},
        id="two sides, each with what carries on",
    ),
    pytest.param(
        "Amtlichen Angaben zufolge sind 300 Häuser zerstört.",
        {"amtliche Angaben": (0,)},
        id="official word",
    ),
    pytest.param(
        "Nach telefonischen Angaben und nach ersten Angaben brannte es.",
        {},
        id="adjectives that name no side",
    ),
    pytest.param(
        "Ein Bote überbrachte der Polizei einen Brief.\n"
        "Demnach hatte ihn die Mutter um Hilfe gebeten.",
        {"Brief": (1,)},
        id="who asked for something within a report is no speaker",
    ),
    pytest.param(
        "Der Konzern erwartet ein Wachstum von zwei Prozent.\n"
        "Den Klub erwartet ein schweres Spiel.",
        {"Konzern": (0,)},
        id="an organisation's forecast in figures",
    ),
    pytest.param(
        "Die Gewerkschaft Nahrung-Genuss-Gaststätten fordert mehr Lohn.\n"
        "Die Gewerkschaft Verdi lehnt das ab.",
        {"Gewerkschaft Nahrung-Genuss-Gaststätten": (0,)},
        id="a noun that is part of a union's name",
    ),
    pytest.param(
        "Laut Statistik Austria lebten 2018 mehr Menschen allein.\n"
        "Wie die Bank Austria mitteilte, sinken die Zinsen.",
        {"Statistik Austria": (0,), "Bank Austria": (1,)},
        id="a country in an institution's name",
    ),
    pytest.param(
        "Der Gutachter Karl Roth warnte vor Rissen.\n"
        "Der Sachverständige hält die Brücke für unsicher.",
        {"Karl Roth": (0, 1)},
        id="two words for one office",
    ),
    pytest.param(
        "Die Anwohner reagierten wenig erfreut.\nDer Minister reagierte mit scharfer Kritik.",
        {"Minister": (1,)},
        id="a mood is no word, criticism is",
    ),
    pytest.param(
        "Uta Klein sieht nun den Bund gefordert.\nPaul Aris sieht den Bund im Stadion.\n"
        "Der Mieterverein hält davon nichts.",
        {"Uta Klein": (0,), "Mieterverein": (2,)},
        id="judging, not watching",
    ),
    pytest.param(
        "Die „Halder Zeitung“ hatte über Risse berichtet.\nDie Zeitung zitierte einen Ingenieur.",
        {"Halder Zeitung": (0, 1)},
        id="one paper, named in quotation marks",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWED_THROUGH)
def test_a_source_is_followed_through_the_sentences_that_are_its_own(article_of, text, expected):
    found = find_sources(article_of(*text.splitlines()))
    assert {s.name: tuple(t.sentence for t in s.statements) for s in found} == expected
    assert len(found) == len(expected)
