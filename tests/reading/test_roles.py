"""Lines that are no body text are told from what they say and where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.reading.block import Block
from summarizer.reading.roles import assign_roles, prepare, rule_names
from summarizer.summary import Article, Role

# Body paragraphs of several sentences, as newspapers print them, around the line in question.
P1 = (
    "Der Stadtrat hat am Dienstag den Bau einer neuen Brücke beschlossen. "
    "Sie soll die alte ersetzen, die seit zwei Jahren gesperrt ist. Die Kosten trägt das Land."
)
P2 = (
    "Die Arbeiten beginnen im Frühjahr. Bis dahin müssen Pendler weiter einen Umweg fahren. "
    "„Das ist zumutbar“, sagte der Bürgermeister."
)
P3 = "Anwohner sehen das anders. Sie haben eine Initiative gegründet und sammeln Unterschriften."


def roles_of(*lines: str) -> list[str]:
    """The role of each of `lines`, as plain text without markup has them."""
    return [role.value for role, _ in assign_roles(prepare([Block(line) for line in lines]))]


def role_amid(line: str) -> str:
    """The role of `line` between paragraphs of several sentences."""
    return roles_of(P1, line, P2, P3)[1]


def role_amid_sentences(line: str) -> str:
    """The role of `line` in a text that has every sentence on a line of its own."""
    sentences = [s + "." for s in f"{P1} {P2}".removesuffix(".").split(". ")]
    return roles_of(*sentences[:3], line, *sentences[3:])[3]


@pytest.mark.parametrize(
    "line",
    [
        "Stadtrat beschließt neue Brücke",
        "Neue Brücke: Was Pendler jetzt wissen müssen",
        "Minister kündigt Rücktritt an - Opposition fordert Neuwahl",
        'Trainer nach der Niederlage "tief enttäuscht"',
        "Steigen die Mieten weiter?",
        "Endlich Regen!",
        "Teurer Strom: Sparen: Welche Geräte im Haushalt verbrauchen am meisten im Jahr?",
        "Drei Tore in zehn Minuten",
        "Große Trauer um einen leisen Dichter.",
    ],
)
def test_a_first_line_that_is_no_sentence_of_the_text_is_a_heading(line: str) -> None:
    assert roles_of(line, P1, P2) == ["heading", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Der Aufsteiger siegt.",
        "Bei einem Unfall auf der Landstraße sind am Montag vier Menschen verletzt worden.",
        "Berlin (dpa) - Die Bundesregierung hat den Haushalt beschlossen.",
        "Hamburg – Die Reederei streicht jede zehnte Stelle, wie sie mitteilte.",
    ],
)
def test_a_first_line_that_is_a_sentence_is_body_text(line: str) -> None:
    assert roles_of(line, P1, P2) == ["body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Anwohner wehren sich",
        "Kritik aus der Opposition",
        "Wie es nun weitergeht",
        "Zweifel am Zeitplan",
        "Polizei sucht weiter nach Zeugen",
    ],
)
def test_a_short_line_without_full_stop_amid_the_text_is_a_heading(line: str) -> None:
    assert role_amid(line) == "heading"
    assert role_amid_sentences(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Von Eva Beispiel",
        "Von Eva Beispiel und Karl Muster",
        "Von ebe, aktualisiert am 17.02.2021 um 8:40",
        "Von unserem Korrespondenten Karl Muster, Rom",
        "Ein Gastbeitrag von Eva Beispiel",
        "Stand: 3. Mai 2018, 11.30 Uhr",
        "Aktualisiert am 03.05.2018, 11:30 Uhr",
        "Veröffentlicht: 2018-05-03",
        "Berlin, 3. Mai 2018",
        "04.01.2020, 09:27 Uhr | dpa",
        "Quelle: dpa",
        "dpa",
        "(dpa)",
        "mau/dpa",
        "(apa/red)",
        "(ebe)",
        "© dpa",
        "dpa/afp",
        "AFP, Reuters",
        "Mit Material von dpa",
        "— Eva Beispiel (@beispiel) 3. Mai 2018",
    ],
)
def test_who_wrote_it_and_when_is_a_byline(line: str) -> None:
    assert roles_of("Stadtrat beschließt neue Brücke", line, P1, P2)[1] == "byline"
    assert roles_of("Stadtrat beschließt neue Brücke", P1, P2, line)[3] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Foto: dpa",
        "Foto: Eva Beispiel/dpa",
        "Die neue Brücke im Modell. Foto: Eva Beispiel",
        "Die neue Brücke im Modell (Foto: dpa)",
        "Die neue Brücke im Modell. (Archivbild: Karl Muster)",
        "Bild: Karl Muster",
        "Ein Streifenwagen fährt zu einem Einsatz. (Symbolbild)",
        "Der Minister spricht im Landtag (Foto: picture alliance/dpa | Karl Muster)",
        "Die Brücke soll 2026 fertig sein. © Karl Muster/dpa",
        "Symbolbild: Ein Streifenwagen im Einsatz",
        "Bürgermeister Karl Muster (links) mit Ministerin Eva Beispiel",
        "Eva Beispiel (2. von links) freut sich mit ihrem Team über den Pokal",
        "Ministerin Eva Beispiel (l.) begrüßt ihren Kollegen Karl Muster (r.) in Wien.",
        "Auf dem Foto: die Sieger des Wettbewerbs",
    ],
)
def test_what_is_in_a_picture_and_who_took_it_is_a_caption(line: str) -> None:
    assert role_amid(line) == "caption"
    assert role_amid_sentences(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Ministerin Eva Beispiel bei der Eröffnung der Messe in Hannover.",
        "Erschöpfte Helfer nach dem Einsatz am Deich.",
        "Der Rennfahrer in seinem Wagen – fotografiert von einem Zuschauer.",
        "Bald wieder auf der Bühne: Die Sängerin mit ihrer Band in Wien.",
        "Treffen der Außenminister in Brüssel.",
        "Verstehen sich blendend: Eva Beispiel und Karl Muster.",
        "So kennen ihn die Zuschauer: Karl Muster.",
        "Ihr gelang das entscheidende Tor: Eva Beispiel.",
    ],
)
def test_a_verbless_line_alone_among_paragraphs_is_a_caption(line: str) -> None:
    assert role_amid(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Warum die alte Brücke gesperrt ist",
        "Lesen Sie hier, wie es zum Streit kam.",
        "Lies auch: Die schönsten Brücken des Landes",
        "Mehr zum Thema",
        "Mehr zum Thema: Verkehr",
        "Auch interessant",
        "Auch interessant: Der Streit um den Tunnel",
        "Das könnte Sie auch interessieren:",
        "Auch bei Tagesbote: Was der Minister verschweigt: Fragen an die Regierung?",
        "Mehr auf Beispiel-Portal: Alle Bilder der Brücke",
        "Hier finden Sie alle Bilder der Eröffnung.",
        "Hier geht es zur Bildergalerie",
        "Klicken Sie sich durch die Bilder vom Umzug.",
        "Die besten Szenen gibt es hier im Video.",
        "Sehen Sie im Video, wie die Brücke gesprengt wurde.",
        "Folgen Sie uns auf allen Kanälen.",
        "Abonnieren Sie unseren Newsletter.",
        "Jetzt abonnieren",
        "Anzeige",
        "Zur Startseite",
        "Kommentare",
        "Empfohlener redaktioneller Inhalt",
        "Dieser Artikel erschien zuerst in der Beispiel-Zeitung.",
        "Das ist eine Nachricht direkt aus dem dpa-Newskanal.",
        "Alle Termine im Überblick finden Sie hier.",
        "Hier die schönsten Bilder.",
        "Lesestoff für die Ferien: Welche Romane sich lohnen und welche nicht.",
        "Rückblick: So verlief das erste Jahr der Ministerin.",
        "Beispielstadt verliert das dritte Spiel - die Analyse unserer Sportredaktion.",
        "Der Minister geht zu spät – ein Kommentar",
        "Den kompletten Artikel lesen Abonnenten in der Samstagsausgabe.",
    ],
)
def test_what_leads_the_reader_elsewhere_is_a_teaser(line: str) -> None:
    assert role_amid(line) == "teaser"
    assert role_amid_sentences(line) == "teaser"


def test_a_question_before_a_pointer_without_verb_leads_to_the_same_page() -> None:
    lines = [P1, "Wir haben nachgemessen: Wie laut ist die Straße?", "Hier das Ergebnis.", P2]

    assert roles_of(*lines) == ["body", "teaser", "teaser", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Umfrage: Ist die Brücke ihr Geld wert? Stimmen Sie ab!",
        "Haben Sie etwas beobachtet? Schreiben Sie uns Ihre Geschichte!",
        "Warst du dabei? Schick uns dein schönstes Foto!",
    ],
)
def test_an_appeal_in_the_last_line_is_a_teaser(line: str) -> None:
    assert roles_of(P1, P2, line) == ["body", "body", "teaser"]
    assert roles_of(P1, line, P2)[1] == "body" or line.startswith("Umfrage")


def test_keywords_are_a_teaser_though_they_quote_a_sentence() -> None:
    line = 'Schlagwörter des Artikels "Der Rat beschließt den Haushalt"'

    assert role_amid(line) == "teaser"


@pytest.mark.parametrize(
    "after",
    ["Foto: Eva Beispiel", "Fotos: dpa (2)", "Hier geht es zur Bildergalerie", "Alle Bilder"],
)
def test_a_catchword_and_a_clause_above_a_credit_are_a_caption(after: str) -> None:
    line = "Nur noch der Turm steht: Die Flut riss die Kirche mit."

    assert roles_of(P1, P2, line, after)[2] == "caption"
    assert roles_of(P1, line, P2, "Foto: Eva Beispiel")[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Im Graben gelandet: Der Linienbus der Verkehrsbetriebe.",
        "Frisch restauriert: Die Orgel in der Stadtkirche.",
        'Da ist sie wieder: "Die Badende" in ihrem alten Rahmen.',
    ],
)
def test_a_catchword_and_who_is_shown_are_a_caption_at_the_end(line: str) -> None:
    sentences = ["Der Rat tagte.", "Die Brücke bleibt.", "Das Land zahlt."]

    assert roles_of(*sentences, line) == ["body", "body", "body", "caption"]
    assert roles_of(*sentences, line, "Foto: dpa") == ["body", "body", "body", "caption", "caption"]
    # A list that carries the text on, where no picture stands.
    assert roles_of(*sentences[:2], line, sentences[2])[2] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Ein Rettungswagen steht mit Blaulicht vor einem Krankenhaus.",
        "Bürgermeisterin Eva Beispiel freut sich über die neue Brücke.",
        "Karl Muster jubelt nach seinem Treffer im Pokal.",
    ],
)
def test_a_scene_under_the_headline_is_a_caption_if_the_text_starts_anew(line: str) -> None:
    assert roles_of("Neue Brücke eröffnet", line, P1, P2)[1] == "caption"


@pytest.mark.parametrize(
    ("line", "following"),
    [
        # A report that begins with a scene goes on with a pronoun.
        ("Ein Mann steht am Fenster und schaut hinaus.", "Er wartet seit drei Stunden. " + P3),
        # A headline's news in the present tense.
        ("Der Bau der Brücke steht vor dem Abschluss.", P1),
        ("Die Stadt präsentiert am Montag ihre Pläne.", P1),
        (
            "Eine Stadt steht unter Schock und fragt sich, wie es weitergeht.",
            P1,
        ),
    ],
)
def test_the_first_sentence_of_a_report_stays_body_text(line: str, following: str) -> None:
    assert roles_of("Neue Brücke eröffnet", line, following, P2)[1] == "body"


CAPTION = (
    "Beim Zusammenstoß des Busses mit einer Straßenbahn sind sieben Fahrgäste verletzt worden."
)
STANDFIRST = "Schwerer Unfall am Bahnhof: Viele Pendler kamen zu spät zur Arbeit."
TEXT = (
    "Gera - Beim Zusammenstoß eines Busses mit einer Straßenbahn sind am Montag in Gera sieben "
    "Fahrgäste leicht verletzt worden, wie die Polizei mitteilte."
)


def test_what_the_text_says_again_from_its_date_line_on_is_a_caption() -> None:
    lines = ["Unfall in Gera", "Ein Bild der Zerstörung bot sich.", CAPTION, STANDFIRST, TEXT, P1]

    assert roles_of(*lines) == ["heading", "caption", "caption", "body", "body", "body"]


def test_a_standfirst_of_two_sentences_before_the_date_line_stays_body_text() -> None:
    lines = ["Unfall in Gera", STANDFIRST, "Die Ursache ist noch unklar.", TEXT, P1]

    assert roles_of(*lines) == ["heading", "body", "body", "body", "body"]


def test_the_only_sentence_between_headline_and_date_line_is_a_caption() -> None:
    assert roles_of("Unfall in Gera", CAPTION, TEXT, P1) == ["heading", "caption", "body", "body"]


@pytest.mark.parametrize(
    "dateline",
    ["Wien – ", "Santiago de Chile – ", "Frankfurt am Main (dpa) - ", "Baku/Wien - "],
)
def test_the_first_sentence_above_a_date_line_is_the_headline(dateline: str) -> None:
    text = f"{dateline}Der Verband hat am Montag zwei Vereine gesperrt."
    first = "Die Vereine haben ihre Schulden nach Ansicht der Prüfer verschwiegen."

    assert roles_of(first, text, P1) == ["heading", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Autobauer rechnet mit Verlust im ersten Quartal.",
        "Staatsanwalt fordert sechs Jahre Haft für den Arzt.",
        "27-jähriger Sprinter muss die Saison beenden.",
        "Oberlandesgericht hebt das Urteil gegen die Makler auf.",
    ],
)
def test_a_first_sentence_whose_noun_lacks_its_article_is_a_headline(line: str) -> None:
    assert roles_of(line, "Die Nachricht kam am Abend.", P1) == ["heading", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Regen hat am Montag die Ernte in Franken gerettet.",
        "Wasser kostet in Kassel vom Sommer an mehr.",
        "Autobauer rechnen mit Verlusten im ersten Quartal.",
        "Peter Weber gewinnt die Wahl in Hof.",
    ],
)
def test_a_first_sentence_whose_noun_needs_no_article_stays_body_text(line: str) -> None:
    assert roles_of(line, "Die Nachricht kam am Abend.", P1) == ["body", "body", "body"]


def test_a_person_whom_the_text_introduces_again_is_shown_in_a_picture() -> None:
    shown = "Clara Beck ist durch die Serie bekannt geworden."
    text = "Die Schauspielerin Clara Beck hat sich am Montag von ihrer Agentur getrennt."

    assert roles_of("Aus bei Agentur", shown, text, P1)[1] == "caption"
    assert roles_of("Aus bei Agentur", shown, text.replace("Clara ", ""), P1)[1] == "body"
    assert roles_of("Aus", shown.replace("ist", "ist seit Montag"), text, P1)[1] == "body"


def test_a_sentence_over_a_credit_is_a_caption_where_no_text_runs() -> None:
    shown = "Trainerin Eva Lenz muss den Einbruch ihrer Mannschaft mit ansehen."

    assert roles_of("Zur Startseite", shown, "© dpa", "Handball: Kiel verliert", P1)[1] == "caption"
    sentences = [
        "Kiel hat verloren.",
        "Das Spiel war lange offen.",
        shown,
        "Foto: dpa",
        "Es war 9:9.",
    ]
    assert roles_of("Kiel verliert", *sentences)[3] == "body"


def test_a_sentence_that_says_the_title_of_a_video_again_is_its_caption() -> None:
    shown = "Die beiden Sieger freuen sich im Interview über ihre Pokale."

    assert roles_of("Pokal", P1, "Die Sieger im Interview", P2)[2] == "heading"
    lines = [
        "Pokal",
        P1,
        "Dieses Element ist nicht mehr verfügbar",
        "Die Sieger im Interview",
        shown,
        P2,
    ]
    assert roles_of(*lines)[4] in ("caption", "teaser")
    assert roles_of("Pokal", P1, "Die Sieger im Interview", shown, P2)[3] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Dieser Artikel wurde nachträglich bearbeitet.",
        "Der Beitrag ist zuerst in der Zeitschrift erschienen.",
        "Weitere Informationen zum Fahrplan gibt es im Staumelder.",
        "Anmerkung der Redaktion: Der Name wurde geändert.",
        "Dieses Element ist nicht mehr verfügbar.",
        "Jetzt unseren Newsletter abonnieren und nichts mehr verpassen.",
        "Sie haben Fragen? Schreiben Sie uns an redaktion@example.org.",
        "Unterstützen Sie unabhängigen Journalismus mit einem Abo.",
        "Dieser Inhalt stammt von einem sozialen Netzwerk.",
        "Mit Klick auf „Akzeptieren“ stimmen Sie zu, dass Inhalte geladen werden.",
        "Zur Verwendung externer Inhalte brauchen wir Ihre Zustimmung.",
        "Sie lesen gerade einen kostenlosen Artikel.",
        "Das könnte Dich auch interessieren",
        "Hinweis: Dieser Text erschien zuerst in der Zeitschrift.",
        "Das Video wurde am 3. Mai veröffentlicht.",
        "Bestens informiert mit dem Tagblatt – 4 Wochen kostenlos zur Probe lesen.",
        "Nicht verpassen: Jetzt die besten Deals beim Händler sichern!*",
        "180 Bilder",
    ],
)
def test_what_a_page_says_of_itself_is_a_teaser(line: str) -> None:
    assert role_amid(line) == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "Dieser Artikel des Grundgesetzes schützt das Briefgeheimnis.",
        "Weitere Informationen erhofft sich die Polizei vom Gutachter.",
        "Mehr Details nannte die Ministerin am Montag nicht.",
        "Jetzt will die Stadt alle Hunde registrieren.",
        "Mit dem Klick der Kamera begann das Unglück.",
        "Das Video wurde vor Gericht gezeigt.",
        "Der Hinweis: Die Tür stand offen.",
        "Die Ausstellung zeigt 180 Bilder.",
        "Die Fahrt war 4 Wochen kostenlos.",
    ],
)
def test_what_only_sounds_as_if_a_page_spoke_of_itself_stays_body_text(line: str) -> None:
    assert role_amid(line) == "body"


def test_what_is_said_again_without_date_line_stays_body_text() -> None:
    lines = ["Unfall in Gera", CAPTION, STANDFIRST, TEXT.removeprefix("Gera - "), P1]

    assert roles_of(*lines) == ["heading", "body", "body", "body", "body"]


@pytest.mark.parametrize("place", ["Oldenburg.", "Kiel (epd).", "Bad Ems (dpa/lrs)."])
def test_a_date_line_belongs_to_the_first_sentence(place: str) -> None:
    lines = prepare(
        [Block("Neuer Haushalt"), Block(f"{place} Der Rat tagte. Er stritt."), Block(P1)]
    )

    assert lines[1].sentences == (f"{place} Der Rat tagte.", "Er stritt.")


@pytest.mark.parametrize("word", ["Schade.", "Plötzlich.", "Nichts."])
def test_a_word_that_is_no_place_is_a_sentence(word: str) -> None:
    assert prepare([Block(f"{word} Der Rat tagte.")])[0].sentences == (word, "Der Rat tagte.")


def test_the_links_that_end_an_article_are_teasers() -> None:
    lines = [P1, P2, "Mehr zum Thema", "Der Tunnel kommt später", "Wer bezahlt die Brücke?"]

    assert roles_of(*lines) == ["body", "body", "teaser", "teaser", "teaser"]


def test_the_bullets_under_a_teaser_are_teasers() -> None:
    lines = [P1, "Lesen Sie auch:", "- Der Tunnel kommt später", "- Minister in der Kritik", P2]

    assert roles_of(*lines) == ["body", "teaser", "teaser", "teaser", "body"]


def test_the_last_line_without_full_stop_is_a_teaser() -> None:
    assert roles_of(P1, P2, "Die schönsten Brücken der Welt")[2] == "teaser"


def test_a_teaser_at_the_end_of_a_paragraph_is_set_apart() -> None:
    lines = prepare([Block(f"{P1} Lesen Sie auch: Der Streit um den Tunnel")])

    assert [role for role, _ in assign_roles(lines)] == [Role.BODY, Role.TEASER]
    assert lines[0].text == P1
    assert lines[1].text == "Lesen Sie auch: Der Streit um den Tunnel"


def test_under_a_heading_amid_the_text_a_second_line_without_full_stop_is_a_caption() -> None:
    lines = [P1, "Parteitag in Leipzig", "Gut gelaunt - die Delegierten am Morgen", P2]

    assert roles_of(*lines) == ["body", "heading", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    [
        # Sentences that begin or look like what they are not.
        "Hier können wir nicht bleiben, sagte der Feuerwehrmann.",
        "Hier gibt es noch viel zu tun, sagte die Ministerin.",
        "Anzeige erstattete der Mann erst am Montag.",
        "Jetzt testen Forscher in Jena ein neues Verfahren.",
        "Mehr zu verdienen ist für viele kein Ziel mehr.",
        "Zum Video schwieg die Polizei.",
        "Weitere Themen waren der Haushalt und die Schulen.",
        "Auch in Leipzig gingen Tausende auf die Straße: Sie forderten höhere Löhne.",
        "Von den Spielern wollte niemand etwas sagen.",
        "Melden sie sich nicht, droht eine Strafe.",
        "Sehen Sie auch Versäumnisse bei der Regierung?",
        "Er sagte der Bild: „Kein Kommentar.“",
        "Stand heute sind 30 Anträge eingegangen.",
        "Das Video zeigt den Angriff aus der Nähe.",
        "Quelle des Feuers war ein Kabel.",
        "Der Grund: Es fehlt an Personal.",
        "Das Ergebnis: 34 Prozent für die Grünen, 20 für die FDP.",
        "Der neue Trainer heißt Karl Muster.",
        "Gefragt ist nun vor allem einer: der Finanzminister.",
        "Wer mehr wissen will, findet hier im Rathaus einen Aushang.",
        "„Alles Weitere finden Sie hier“, sagte der Wirt.",
        "Was wollen Sie hier?",
        "Rückblickend war die Entscheidung falsch: Die Kosten stiegen.",
        "Die Ministerin bleibt - die Analyse der Fehler soll folgen.",
        "„Kommen Sie zur Vernunft!“, rief sie.",
        # Fragments that carry the text on.
        "Und das alles an einem einzigen Tag.",
        "Kein Wunder bei diesem Wetter.",
        "Am Abend dann die Erlösung.",
        "Drei Tote, zwölf Verletzte.",
        "Schaden: rund 20.000 Euro.",
        "Kurz darauf die Entwarnung.",
        "Für die Anwohner ein unhaltbarer Zustand.",
        "Und jetzt?",
        "Tore: 1:0 Muster (12.), 1:1 Beispiel (88.).",
        # Body sentences that have lost their full stop, lists, and what announces them.
        "„Wir haben alles versucht“, sagte der Einsatzleiter am späten Abend",
        "Es ist das dritte Mal in diesem Jahr, dass der Konzern seine Prognose senkt und Stellen "
        "streicht, und die Gewerkschaft rechnet mit weiteren Einschnitten im Herbst",
        "- Der Eintritt kostet fünf Euro",
        "Tore: Beispiel (4), Muster (3), Anders (2)",
        "Zuschauer: 12.500",
        "SV Beispiel: Muster - Anders, Weiter, Müller, Schulze",
        "Sein Fazit nach dem Spiel:",
    ],
)
def test_a_sentence_of_the_text_stays_body_text(line: str) -> None:
    assert role_amid(line) == "body"
    assert role_amid_sentences(line) == "body"


def test_the_lines_of_a_table_amid_the_text_are_body_text() -> None:
    table = ["SPD 25,7 Prozent", "CDU 24,1 Prozent", "Grüne 14,8 Prozent", "FDP 11,5 Prozent"]

    assert roles_of(P1, *table, P2) == ["body"] * 6


def test_a_list_that_a_sentence_announces_is_body_text() -> None:
    assert roles_of(P1, "Diese Strecken sind betroffen:", "- die A 4", "- die B 7", P2) == [
        "body",
        "body",
        "body",
        "body",
        "body",
    ]


def test_every_sentence_has_the_role_of_its_line_and_the_rule_that_gave_it(
    read: Callable[..., Article],
) -> None:
    article = read(f"{P1}\n\nAbbau des Gerüsts. Aufnahme vom Montag. Foto: Eva Beispiel\n\n{P2}\n")
    captions = [s for s in article.sentences if s.role is Role.CAPTION]

    assert len(captions) == 3
    assert {s.paragraph for s in captions} == {1}
    assert {s.role_rule for s in captions} == {"caption: credit"}
    assert "caption: credit" in rule_names()
    assert all(not s.role_rule for s in article.sentences if s.role is Role.BODY)


def test_headlines_with_bullets_are_teasers_and_a_list_is_none() -> None:
    links = ["- Zwei Tore in der Nachspielzeit! Aus für den Trainer?", "- Der Star geht an Bord!"]
    assert roles_of("Serie verlängert", P1, *links, P2)[2:4] == ["teaser", "teaser"]

    members = ["- drei Eier", "- ein Pfund Mehl", "- zwei Löffel Zucker", "- etwas Salz"]
    assert "teaser" not in roles_of("Kuchen", P1, *members, P2)
    said = ["- Wer zahlt den Bau?", "- Das Land übernimmt die Hälfte.", "- Die Stadt den Rest."]
    assert "teaser" not in roles_of("Fragen und Antworten", P1, *said, P2)
