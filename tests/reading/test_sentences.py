"""Paragraphs are split as a German reader would split them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.cleaning import clean, fold
from summarizer.reading.sentences import split_sentences

# One string a case; "|" stands where a sentence ends.
SPLIT = {
    "plain": "Der Minister trat zurück.| Die Opposition jubelte.",
    "question and exclamation": "Wer war es?| Niemand weiß es!| Die Polizei ermittelt.",
    "German quotation closes": "Er sagte: „Wir bleiben.“| Der Saal klatschte.",
    "guillemets close": "»Wir bleiben.«| Der Saal klatschte.",
    "single quotation closes": "Sie nannte es ‚ein Wunder.‘| Dann ging sie.",
    "straight quotation closes": 'Er sagte: "Wir bleiben."| Der Saal klatschte.',
    "full stop behind the quotation mark": "Sie war „überrascht“.| Er auch.",
    "quotation of several sentences": (
        "„Das Eis ist dünn.| Bleiben Sie am Ufer.| Wir warnen seit Tagen“, sagte der Förster."
    ),
    "speaker after a quoted question": "„Wann fährt der Zug?“ fragte sie.| Niemand antwortete.",
    "speaker after a quoted exclamation": '"Nie wieder!", rief der Redner.| Viele nickten.',
    "closing mark after a space": "„Wir bleiben. “| Der Saal klatschte.",
    "bracketed sentence": "Der Zug fiel aus.| (Grund war ein Streik.)| Busse fuhren.",
    "bracket at the end": "Der Zug fuhr nicht (wie so oft).| Busse fuhren.",
    "ordinal date": "Am 1. November beginnt die Saison.| Am 3. Mai endet sie.",
    "ordinal league": "Der Verein stieg in die 3. Liga ab.| In der 2. Bundesliga war er Letzter.",
    "ordinal club": "Der 1. FC Beispielstadt verlor.| Im 2. Durchgang fiel kein Tor.",
    "stoppage time": "Das Tor fiel in der 90.+3. Minute.| Danach war Schluss.",
    "decimal and thousands": "Es kamen 12.500 Gäste.| Das sind 3,5 Prozent mehr.",
    "clock": "Um 8.30 Uhr ging es los.| Um 11 Uhr war Schluss.",
    "year ends a sentence": "Das war im Jahr 2019.| Heute ist es anders.",
    "doctor": "Dr. Eva Beispiel leitet die Klinik.| Prof. Dr. Karl Muster half.",
    "saint": "In St. Gallen lag Schnee.| Auch in St. Pölten.",
    "for example": "Viele Obstarten, z. B. Äpfel, fehlten.| Auch Beeren, u. a. Himbeeren.",
    "for example without space": "Obst, z.B. Äpfel, fehlte.| Das ist neu.",
    "that is": "Das Gericht, d. h. Richterin Muster, entschied.| Es gibt Berufung.",
    "million before a noun": "Der Bau kostet 5 Mio. Euro.| Das ist mehr als geplant.",
    "billion at the end": "Der Umsatz stieg auf 5 Mrd.| Die Aktie gab nach.",
    "and so on at the end": "Es gab Würste, Kuchen usw.| Die Gäste blieben lange.",
    "paragraph of law": "Nach Art. 5 Abs. 3 der Verfassung ist das erlaubt.| So das Gericht.",
    "number": "Das Haus Nr. 7 brannte.| Die Feuerwehr kam.",
    "street": "Der Unfall geschah in der Hauptstr. 5 in Beispielstadt.| Zwei Autos brannten.",
    "club with e. V.": "Der Heimatverein e. V. lädt ein.| Beginn ist um acht.",
    "initial within a name": "J. R. Muster schrieb das Buch.| Es wurde verfilmt.",
    "initial as surname": "Die Polizei nahm Peter K. fest.| Angela M. blieb frei.",
    "initial as surname ends a sentence": "Angeklagt ist Peter K.| Der Mann schweigt.",
    "ellipsis goes on": "Er zögerte ... und ging.| Sie blieb.",
    "ellipsis ends": "Er zögerte …| Dann ging er.",
    "title with a question mark": 'Der Film "Wer bist du?" läuft an.| Er dauert zwei Stunden.',
    "space forgotten": "Das war das Ende.|Die Polizei sperrte die Straße.",
    "web address": "Mehr steht auf beispiel.de und www.beispiel.example.| Dort gibt es Karten.",
}


@pytest.mark.parametrize("marked", SPLIT.values(), ids=SPLIT.keys())
def test_a_paragraph_is_split_where_its_sentences_end(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]

    assert split_sentences(marked.replace("|", "")) == expected


@given(st.text(max_size=400))
def test_no_character_of_a_paragraph_is_lost_or_invented(text: str) -> None:
    paragraph = fold(clean(text))

    assert "".join("".join(split_sentences(paragraph)).split()) == "".join(paragraph.split())


@given(st.text(alphabet='aA1.!?"„“»« ()', max_size=300))
def test_no_sentence_is_empty_or_begins_with_a_space(text: str) -> None:
    sentences = split_sentences(fold(text))

    assert all(sentence and sentence == sentence.strip() for sentence in sentences)
