"""Which sentences an editor may lift out of an article, and which are a riddle on their own."""

from __future__ import annotations

import pytest

from summarizer.extraction.shape import shape_of
from summarizer.extraction.standalone import RULES, opens_with_connective, reasons_against
from summarizer.german.pipeline import pipeline
from summarizer.german.quotes import find_quotations


def reasons(sentence: str) -> tuple[str, ...]:
    return reasons_against(shape_of(pipeline()(sentence), find_quotations([sentence])[0]))


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Landtag in Mainz hat am Donnerstag ein neues Polizeigesetz verabschiedet.",
        "Die Zentralbank erhöhte den Leitzins um einen halben Prozentpunkt auf vier Prozent.",
        "Bei einem Wohnungsbrand in Kassel ist in der Nacht ein Mann ums Leben gekommen.",
        "Der VfB gewann das Pokalfinale gegen Leipzig mit 3:1.",
        "In Cuxhaven wurden Böen von 130 Kilometern pro Stunde gemessen.",
        "Forscher der Universität Jena haben eine neue Käferart entdeckt.",
        "Den Preis für das beste Drehbuch erhielt die Polin Agata Nowak.",
        "„Die Verhandlungen sind gescheitert“, sagte Ministerin Karin Brandl nach dem Treffen.",
        "Laut Polizei waren drei Lastwagen an dem Unfall bei Soest beteiligt.",
    ],
)
def test_news_from_any_field_stands_alone(sentence: str) -> None:
    assert reasons(sentence) == ()


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("question", "Wie lange kann sich die Stadt dieses Theater noch leisten?"),
        ("question", "Der Rat stimmt am Montag über den Haushalt ab - ob das gut geht?"),
        ("exclamation", "So eine Saison hat der Verein in Bremen noch nie erlebt!"),
        ("trails-off", "Und die Bauarbeiten am neuen Bahnhof von Ulm dauern und dauern ..."),
        ("trails-off", "Die Polizei in Trier nennt drei Gründe für den Unfall:"),
        ("broken-off", "Die Ministerin kam am Samstag in Ulm zur Eröffnung der 112."),
        ("no-end-mark", "Der Trainer Ole Brandt jubelt über den Sieg in Kiel"),
        ("too-short", "Der Aufsteiger gewinnt weiter."),
        ("says-little", "Am Ende bleibt die Lage eben die Lage."),
        ("no-main-clause", "Kurz vor Mitternacht dann das Aus für die Werft in Rostock."),
        ("no-main-clause", "Insbesondere dann, wenn der Wind in Husum aus Westen weht."),
        ("no-main-clause", "Eine Halle, die seit Jahren als Lager für Möbel dient."),
        ("verb-first", "Griffen die Sanitäter in Bonn dann doch noch zum Telefon."),
        ("half-a-quotation", "„Wir haben das Werk in Gera geschlossen und die Maschinen verkauft."),
        ("half-a-quotation", "Das Werk in Gera ist verkauft“, sagte Vorstand Peter Kuhn."),
        ("speaker-missing", "„Die Regierung in Prag muss das Gesetz zurückziehen.“"),
        ("first-person", "Unsere Reporter haben das Gefängnis in Lingen besucht."),
        ("second-person", "Mit diesem Rezept von Koch Tim Seidl gelingt euch jeder Strudel."),
        ("second-person", "Im Liveticker verfolgen Sie das Spiel aus Dortmund."),
        ("generic-subject", "Man muss die neue Brücke in Wesel nicht schön finden."),
        ("generic-subject", "Wer die Werkstatt von Schreiner Huber betritt, riecht das Holz."),
        ("boilerplate", "Lesen Sie auch den Bericht über die Wahl in Polen im Newsletter."),
        ("boilerplate", "Hinweise nimmt die Kripo in Hof unter der Nummer 110 entgegen."),
        ("boilerplate", "Karten für das Konzert in Ulm gibt es unter Telefon 0731/12345."),
        ("boilerplate", "Zeugen werden gebeten, sich bei der Polizei in Hof zu melden."),
        ("says-not-what", "Trainer Ole Brandt hatte bereits vor dem Spiel in Kiel betont."),
        ("says-not-what", "Die Sprecherin Eva Lenz erklärte am Montag vor der Presse in Wien."),
        ("points-back", "Dabei wurden zwei Feuerwehrleute in Jena leicht verletzt."),
        ("points-back", "So wurde im Mai ein Brief der Ministerin in Wien gefunden."),
        ("points-back", "Da quietschten die Bremsen der Waggons am Bahnhof von Hof."),
        ("elliptic-subject", "Beide bestritten am Montag vor Gericht die Vorwürfe der Anklage."),
        ("elliptic-subject", "Fünf weitere wurden bei dem Unfall in Lehrte schwer verletzt."),
        ("demonstrative", "Das teilte das Ministerium am Freitag in Berlin mit."),
        ("demonstrative", "Dieser Beschluss des Stadtrats kostet die Bürger drei Millionen Euro."),
        ("demonstrative", "„Das war nicht unser bestes Spiel“, sagte Trainerin Eva Lenz."),
        ("empty-es", "Es handelt sich um den ältesten Fund dieser Art in Spanien."),
        ("pronoun-unresolved", "Am Samstag legte er in Wien einen neuen Entwurf vor."),
        ("pronoun-unresolved", "Sie forderte den Rücktritt des Ministers und Neuwahlen im Herbst."),
        ("pronoun-unresolved", "Mit Anna Beck und Tim Orth übernahm er die Leitung des Chors."),
        ("pronoun-unresolved", "Die Börsenaufsicht verklagte ihn wegen Betrugs in New York."),
        ("pronoun-unresolved", "„Die Bauern brauchen Hilfe gegen die Dürre“, sagte sie in Kiel."),
        ("adverb-unresolved", "Der Staat übernimmt davon 15 Prozent der Kosten."),
        ("adverb-unresolved", "Hof - Lange wollte sich die Polizei dazu nicht äußern."),
        ("adverb-unresolved", "In Bonn sinkt der Verbrauch dadurch um ein Drittel."),
        ("possessive-unresolved", "Seine Anhänger feierten den Sieg auf dem Marktplatz von Split."),
    ],
)
def test_sentences_that_lean_on_others_are_named_by_the_rule(rule: str, sentence: str) -> None:
    assert rule in reasons(sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("question", "„Wer zahlt das?“, fragte der Abgeordnete Jan Thoma im Landtag."),
        ("exclamation", "Der Film „Alarm!“ gewann in Locarno den Preis der Jury."),
        ("broken-off", "Die Ministerin eröffnete in Ulm das Fest am 12. Mai."),
        ("broken-off", "Der Rat in Ulm genehmigte alle 112."),
        ("no-end-mark", "Minister Jan Thoma sagte: „Das Werk in Gera bleibt.“"),
        ("no-end-mark", "Die Brücke in Wesel ist gesperrt (wie im Mai)."),
        ("first-person", "„Wir schließen das Werk in Gera“, sagte Vorstand Peter Kuhn."),
        ("no-main-clause", "Am Freitag empfangen die Bremer den Tabellenführer aus Emden."),
        ("no-main-clause", "In Memmingen entdeckten Taucher am Abend ein Wrack im See."),
        ("no-main-clause", "Was die Explosion in Linz ausgelöst hat, ist noch unklar."),
        ("verb-first", "Verletzte gab es nach Angaben der Polizei in Bonn nicht."),
        ("says-little", "Die Polizei nahm den Mann fest."),
        ("boilerplate", "Die Polizei in Hof geht rund 200 Hinweisen nach."),
        ("boilerplate", "Zeugen sahen in Hof einen weißen Transporter."),
        ("says-not-what", "Trainer Ole Brandt erklärte nach dem Spiel in Kiel seinen Rücktritt."),
        ("says-not-what", "Ministerin Eva Lenz betonte in Wien, der Bau sei sicher."),
        ("says-not-what", "Kommandant Jan Thoma erzählte in Hof von 74 Einsätzen."),
        ("says-not-what", "„Der Bau ist sicher“, betonte Ministerin Eva Lenz in Wien."),
        ("points-back", "Da die Brücke gesperrt ist, fahren Busse zwischen Köln und Bonn."),
        ("elliptic-subject", "Einer der Männer kam in ein Krankenhaus nach Bonn."),
        ("elliptic-subject", "1968 gründeten zwölf Bauern die Genossenschaft im Allgäu."),
        ("elliptic-subject", "Niemand wurde bei dem Brand in der Lagerhalle verletzt."),
        ("demonstrative", "Das Haus in der Gartenstraße brannte bis auf die Mauern ab."),
        ("demonstrative", "Die Polizei bestätigt den Fund einer Bombe in Potsdam."),
        ("empty-es", "Es kam auf der Autobahn bei Hilden zu langen Staus."),
        ("empty-es", "Es ist unklar, ob die Fähre nach Borkum am Montag fährt."),
        ("pronoun-unresolved", "Die Ministerin kündigte an, dass sie im Herbst zurücktritt."),
        ("pronoun-unresolved", "Als er das Haus verließ, nahm die Polizei den Mann fest."),
        (
            "pronoun-unresolved",
            "Der Rat hat mit 28 zu 17 Stimmen den Abriss der Halle beschlossen.",
        ),
        ("adverb-unresolved", "Die Stadt Bonn sorgt dafür, dass Busse öfter fahren."),
        ("adverb-unresolved", "Der Rat ringt darum und darüber, den Haushalt zu retten."),
        ("adverb-unresolved", "Im Brand starben neun Menschen, darunter drei Kinder."),
        ("adverb-unresolved", "Das Land zahlt darüber hinaus drei Millionen Euro."),
        (
            "possessive-unresolved",
            "Weil er auf sein Handy sah, hat ein Autofahrer in Hof eine Frau angefahren.",
        ),
        ("possessive-unresolved", "In seiner Rede forderte der Minister mehr Geld für Schulen."),
        ("possessive-unresolved", "Die Stadt Essen verkauft ihre Anteile an der Messe."),
    ],
)
def test_what_only_looks_like_it_is_let_through(rule: str, sentence: str) -> None:
    assert rule not in reasons(sentence)


def test_a_sentence_inside_a_quotation_that_others_open_and_close_has_no_speaker() -> None:
    text = [
        "Trainer Ole Brandt sagte: „Die Mannschaft hat heute stark gespielt.",
        "Der Sieg gegen Kiel war verdient.",
        "Am Samstag wartet Bremen.“",
    ]
    middle = shape_of(pipeline()(text[1]), find_quotations(text)[1])
    assert "speaker-missing" in reasons_against(middle)


def test_a_connective_is_no_reason_but_is_noticed() -> None:
    sentence = "Zudem verkauft der Konzern aus Ulm seine Tochter in Polen."
    assert reasons(sentence) == ()
    assert opens_with_connective(shape_of(pipeline()(sentence)))
    assert not opens_with_connective(shape_of(pipeline()("Der Konzern verkauft das Werk.")))


def test_every_rule_is_specified_here() -> None:
    marks = [
        mark
        for test in (test_sentences_that_lean_on_others_are_named_by_the_rule,)
        for mark in test.pytestmark
    ]
    assert {rule for mark in marks for rule, _ in mark.args[1]} == set(RULES)


def test_nothing_at_all_is_no_fact() -> None:
    assert "too-short" in reasons("")
