"""The key facts of whole articles of different fields, and what holds for any article."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.extraction import summarise
from summarizer.extraction.key_facts import (
    Verdict,
    choose_key_facts,
    judge_candidates,
    judge_sentences,
    model,
)
from summarizer.extraction.salience import measure
from summarizer.german.pipeline import analyse
from summarizer.reading import read_article
from summarizer.summary import Article, Certainty, Role, Sentence, Summary, TitleOrigin

# Each article: a headline, then one sentence a line. "+" marks what an editor would accept among
# the key facts, "!" what he would be ashamed of, " " the rest.
POLITICS = """
  Stadtrat stimmt für Abriss der alten Messehalle
+ Der Stadtrat von Kaltenbrück hat mit 28 zu 17 Stimmen den Abriss der Messehalle beschlossen.
! An ihrer Stelle sollen bis 2029 rund 340 Wohnungen entstehen.
+ Das Vorhaben kostet nach Angaben der Verwaltung 96 Millionen Euro.
  Dem Beschluss war eine fünfstündige Debatte vorausgegangen.
  „Der Stillstand muss ein Ende haben“, sagte Bürgermeisterin Petra Lindqvist (SPD).
! Sie erinnerte daran, dass die Halle seit elf Jahren leer steht.
! Dagegen warnte der Fraktionschef der Grünen, Tom Aschenbrenner.
! Er kündigte einen Bürgerentscheid an.
! Ob das gelingt?
  Die Initiative „Halle retten“ zeigte sich zuversichtlich.
! Nach eigenen Angaben hat sie bereits 2.900 Unterschriften gesammelt.
  Bis 2014 fanden dort Ausstellungen und Konzerte statt.
! Danach scheiterten drei Investoren mit ihren Plänen.
+ Der Abriss soll nach dem Willen der Stadt im kommenden März beginnen.
"""
BUSINESS = """
  Maschinenbauer Torwald streicht 450 Stellen
+ Der Maschinenbauer Torwald baut an seinem Stammsitz Reutingen 450 der 1.900 Arbeitsplätze ab.
! Das teilte das Unternehmen am Donnerstag mit.
+ Als Grund nannte Vorstandschef Ingo Karlsen die schwache Nachfrage aus China.
+ Der Umsatz sank im dritten Quartal um 18 Prozent auf 212 Millionen Euro.
+ Betriebsbedingte Kündigungen schloss Karlsen bis Ende 2027 aus.
! „Wir wollen das gemeinsam mit den Arbeitnehmern lösen“, sagte er.
+ Die IG Metall kritisierte die Pläne scharf.
! „Hier wird Tafelsilber verscherbelt“, sagte Bezirksleiterin Maren Holt.
! Sie rief die Beschäftigten für kommenden Montag zu einer Kundgebung auf.
  Torwald stellt Pressen für die Autoindustrie her.
+ An der Börse gab die Aktie um 6,4 Prozent nach.
! Analysten zeigten sich wenig überrascht.
"""
POLICE = """
  Lastwagen prallt auf Stauende: Zwei Tote auf der A 61
+ Bei einem Unfall auf der Autobahn 61 nahe Nettersheim sind zwei Menschen ums Leben gekommen.
! Fünf weitere wurden verletzt, zwei davon schwer.
+ Nach Angaben der Polizei war ein Lkw-Fahrer ungebremst auf das Ende eines Staus gefahren.
! Er schob dabei drei Autos ineinander.
! Ein Kleinwagen fing Feuer.
+ Die beiden Insassen, ein Ehepaar aus Bonn, starben noch an der Unfallstelle.
! Er steht unter Schock.
! Gegen ihn wird wegen fahrlässiger Tötung ermittelt.
! Warum er nicht bremste, ist noch unklar.
+ Die Autobahn war in Richtung Süden sieben Stunden gesperrt.
  Der Rückstau reichte bis zu zwölf Kilometer.
+ Den Schaden schätzen die Ermittler auf 180.000 Euro.
"""
SPORT = """
  Handball: Falken gewinnen Krimi in Wetzdorf
+ Die Falken aus Lüdersheim haben am Samstag bei der TSG Wetzdorf mit 31:30 (14:17) gewonnen.
! Es war der siebte Erfolg in Folge.
+ Matchwinner war Rückraumspieler Jonas Brandl mit elf Treffern.
! Sekunden vor dem Ende verwandelte er einen Siebenmeter zum Endstand.
! „Das war nichts für schwache Nerven“, sagte Trainer Goran Milic.
! Seine Mannschaft hatte zwischenzeitlich mit sechs Toren zurückgelegen.
+ Torhüter Lasse Beck wehrte in der Schlussphase drei freie Würfe ab.
+ Kapitän Felix Ott traf in der ersten Halbzeit siebenmal.
! Doch dann verletzte er sich am Knie.
+ Mit 20:4 Punkten bleibt Lüdersheim Tabellenzweiter.
+ Am kommenden Freitag empfangen die Falken den Spitzenreiter aus Emden.
! Und wer weiß, was dann noch möglich ist?
"""
WEATHER = """
  Sturmtief „Yara“ legt Bahnverkehr im Norden lahm
+ Das Sturmtief „Yara“ hat in der Nacht in Norddeutschland schwere Schäden angerichtet.
+ In Husum wurden Böen von 142 Kilometern pro Stunde gemessen.
+ Die Deutsche Bahn stellte den Fernverkehr nördlich von Hannover ein.
+ In Kiel stürzte ein Baum auf einen Linienbus; verletzt wurde niemand.
+ Die Feuerwehren rückten nach Angaben des Innenministeriums zu mehr als 1.300 Einsätzen aus.
+ Bei Flensburg fiel in 20.000 Haushalten der Strom aus.
! Dort waren die Techniker am Morgen noch im Einsatz.
! Auf den Nordseeinseln ging vorübergehend gar nichts mehr.
  Der Deutsche Wetterdienst rechnet erst am Samstag mit einer Beruhigung.
! Es bleibe aber windig.
! Wer nicht unbedingt müsse, solle zu Hause bleiben.
! Das gilt vor allem für Waldbesucher.
"""
SCIENCE = """
  Forscher finden ältestes Werkzeug aus Walknochen
+ Ein Team der Universität Bergen hat 20.000 Jahre alte Werkzeuge aus Walknochen entdeckt.
! Es handelt sich um die ältesten bekannten Funde dieser Art.
+ Die Ergebnisse erschienen am Dienstag im Fachblatt „Coastal Archaeology“.
+ Insgesamt untersuchten die Forscher 83 Knochenstücke aus 26 Höhlen.
! Mithilfe von Massenspektrometrie bestimmten sie fünf Walarten, darunter Pottwal und Finnwal.
  „Wir hatten mit zwei Arten gerechnet“, sagt Erstautorin Ingrid Solheim.
! Wale jagten sie aber vermutlich nicht.
! Dazu fehlten ihnen die Boote.
! Wie oft das vorkam, lässt sich heute kaum noch sagen.
+ Eine zweite Studie soll nun klären, ob auch das Fleisch verzehrt wurde.
+ Das Projekt wird von der EU mit 1,4 Millionen Euro gefördert.
"""
CULTURE = """
  Filmpreis für Debüt „Nachtschicht im Moor“
+ Der Film „Nachtschicht im Moor“ hat beim Filmfest Oldenhagen den Hauptpreis gewonnen.
+ Die Auszeichnung ist mit 50.000 Euro dotiert.
+ Das Drama erzählt von einer Pflegerin, die in ihr Heimatdorf zurückkehrt.
! Die Regisseurin hat ihn in nur 19 Tagen gedreht.
! Was für ein Debüt!
+ Den Preis für das beste Drehbuch erhielt der Pole Marek Zielinski für „Salz“.
+ Als beste Darstellerin wurde Ruth Ammon geehrt.
+ Zum Festival kamen nach Angaben der Veranstalter 31.000 Besucher.
+ Gezeigt wurden 112 Filme aus 38 Ländern.
! Auch das Wetter spielte mit.
+ Im nächsten Jahr übernimmt Sarah Klopp die Leitung des Festivals.
! Sie folgt auf Bernd Aue, der nach 16 Jahren in den Ruhestand geht.
"""
ARTICLES = {
    "politics": POLITICS,
    "business": BUSINESS,
    "police": POLICE,
    "sport": SPORT,
    "weather": WEATHER,
    "science": SCIENCE,
    "culture": CULTURE,
}


def article(texts: list[str], roles: list[Role] | None = None, title: str | None = None) -> Article:
    return Article(
        id="a",
        path="a.txt",
        title=title or "Ohne Titel",
        title_origin=TitleOrigin.HEADING if title else TitleOrigin.DERIVED,
        sentences=tuple(
            Sentence(id=i, text=text, role=roles[i] if roles else Role.BODY)
            for i, text in enumerate(texts)
        ),
    )


def summary_of(marked: str) -> tuple[Summary, set[int], set[int]]:
    """An article's summary, the ids that an editor accepts, and those that shame him."""
    lines = marked.strip("\n").splitlines()
    texts = [line[2:] for line in lines]
    roles = [Role.HEADING] + [Role.BODY] * (len(texts) - 1)
    good = {i for i, line in enumerate(lines) if line[0] == "+"}
    bad = {i for i, line in enumerate(lines) if line[0] == "!"}
    return summarise(article(texts, roles, title=texts[0])), good, bad


@pytest.mark.parametrize("marked", ARTICLES.values(), ids=ARTICLES)
def test_an_editor_accepts_nearly_all_key_facts_and_is_ashamed_of_none(marked: str) -> None:
    summary, good, bad = summary_of(marked)
    chosen = {fact.sentence for fact in summary.key_facts}
    assert not chosen & bad
    assert 3 <= len(chosen) <= 6
    assert len(chosen & good) >= 0.75 * len(chosen)


@pytest.mark.parametrize("marked", ARTICLES.values(), ids=ARTICLES)
def test_the_news_itself_is_among_the_key_facts(marked: str) -> None:
    summary, _, _ = summary_of(marked)
    assert summary.key_facts[0].sentence == 1


def test_the_key_facts_of_the_article_in_seeds_cover_it(repository: Path) -> None:
    (seed,) = (repository / "seeds").glob("000_*.txt")
    summary = summarise(read_article(seed))
    chosen = [fact.sentence for fact in summary.key_facts]
    assert chosen[0] == 0
    assert 5 <= len(chosen) <= 6
    assert chosen[-1] - chosen[0] >= 10
    assert all(summary.sentences[i].role is Role.BODY for i in chosen)
    certainties = [fact.certainty for fact in summary.key_facts]
    assert certainties.count(Certainty.ATTRIBUTED) >= 3
    counted = {figure.value for figure in summary.figures if figure.sentence in chosen}
    assert {10_000, 1_500, 13_000, 11_000} <= counted


@pytest.mark.parametrize(("sentences", "most"), [(9, 3), (16, 4), (22, 5), (40, 6)])
def test_the_longer_the_article_the_more_facts_of_fair_chance(sentences: int, most: int) -> None:
    candidates = measure(analyse(article(["Der Rat in Husum tagt heute."] * sentences)), (), ())
    # All alike but for their words: none says what another says, all have the same chance.
    alike = [
        replace(c, terms=frozenset({str(c.sentence)}), features=dict.fromkeys(c.features, 0.0))
        for c in candidates
    ]
    even = math.log(0.6 / 0.4)
    judged = judge_candidates(alike, sentences, model().model_copy(update={"bias": even}))
    assert all(j.chance == pytest.approx(0.6) for j in judged)
    assert sum(j.verdict is Verdict.CHOSEN for j in judged) == most


def test_a_fact_says_who_says_so() -> None:
    summary, _, _ = summary_of(POLITICS)
    said = {f.sentence: f for f in summary.key_facts if f.source is not None}
    assert said
    for number, fact in said.items():
        assert fact.source is not None
        source = summary.sources[fact.source]
        assert number in {s.sentence for s in source.statements}
        assert fact.certainty is not Certainty.STATED


def test_two_sentences_that_say_the_same_are_never_both_chosen() -> None:
    texts = [
        "Der Konzern Torwald schließt sein Werk in Gera zum Jahresende.",
        "Zum Jahresende schließt der Konzern Torwald sein Werk in Gera.",
        "Rund 300 Beschäftigte demonstrierten am Dienstag vor dem Tor.",
        "Die Gewerkschaft fordert einen Sozialplan für alle Standorte.",
        "Der Bürgermeister von Gera traf am Abend den Vorstand.",
        "Im Mai hatte Torwald ein Werk in Polen gekauft.",
        "Der Umsatz sank im Frühjahr um zwölf Prozent.",
    ]
    judged = judge_sentences(analyse(article(texts)), (), ())
    assert (judged[0].verdict, judged[1].verdict) == (Verdict.CHOSEN, Verdict.REPEATS)
    assert judged[1].repeats == 0


def test_no_more_than_the_usual_number_in_a_short_article() -> None:
    texts = [
        "Bei einem Brand in Kassel sind am Dienstag 12 Menschen verletzt worden.",
        "Die Feuerwehr rettete 40 Bewohner aus dem Haus in Kassel.",
        "Der Brand in Kassel verursachte einen Schaden von 2 Millionen Euro.",
        "Die Polizei in Kassel nahm am Abend 3 Männer fest.",
        "Das Gericht in Kassel erließ am Mittwoch 3 Haftbefehle.",
    ]
    summary = summarise(article(texts, title="Brand in Kassel"))
    assert len(summary.key_facts) == model().choice.usual


def test_an_article_in_which_nothing_stands_alone_has_no_key_facts() -> None:
    assert summarise(article(["Und dann?", "Sie lachte.", "Das war es."])).key_facts == ()


def test_a_judgement_adds_up_to_its_chance() -> None:
    analysed = analyse(article(["Der Landtag in Mainz hat am Donnerstag ein Gesetz beschlossen."]))
    (judged,) = judge_sentences(analysed, (), ())
    odds = model().bias + sum(judged.contributions.values())
    assert judged.chance == pytest.approx(1 / (1 + math.exp(-odds)))


_SENTENCES = [line[2:] for marked in ARTICLES.values() for line in marked.strip().splitlines()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    lines=st.lists(
        st.tuples(
            st.one_of(st.sampled_from(_SENTENCES), st.text(min_size=1, max_size=60)),
            st.sampled_from(Role),
        ),
        max_size=25,
    )
)
@example(lines=[])
@example(lines=[("", Role.BODY)])
@example(lines=[('"""', Role.BODY), ("„“”»«‚‘'", Role.BODY)])
def test_whatever_the_article_its_key_facts_are_in_bounds(lines: list[tuple[str, Role]]) -> None:
    analysed = analyse(article([text for text, _ in lines], [role for _, role in lines]))
    facts = choose_key_facts(analysed, (), ())
    ids = [fact.sentence for fact in facts]
    assert ids == sorted(set(ids))
    assert all(analysed.article.sentences[i].role is Role.BODY for i in ids)
    assert len(facts) <= (model().choice.usual if len(lines) < 6 else model().choice.most)
    assert all(0 < fact.score < 1 for fact in facts)
    assert facts == choose_key_facts(analysed, (), ())
