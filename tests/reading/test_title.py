"""An article without headline gets its first sentence's main clause as title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.title import derive_title

TITLES = {
    "short sentence": (
        "Der Stadtrat hat den Bau einer neuen Brücke beschlossen.",
        "Der Stadtrat hat den Bau einer neuen Brücke beschlossen",
    ),
    "attribution at the end": (
        "In Köln sind drei Männer festgenommen worden, wie die Polizei am Montag mitteilte.",
        "In Köln sind drei Männer festgenommen worden",
    ),
    "who says so in reported speech stays": (
        "Der Fahrer sei zu schnell gewesen, sagte ein Sprecher der Polizei.",
        "Der Fahrer sei zu schnell gewesen, sagte ein Sprecher der Polizei",
    ),
    "the speaker of a quotation stays": (
        "„Wir schließen keine einzige Filiale“, sagte der Vorstandschef der Bank auf der "
        "Hauptversammlung in Frankfurt.",
        "„Wir schließen keine einzige Filiale“, sagte der Vorstandschef der Bank auf der "
        "Hauptversammlung in Frankfurt",
    ),
    "date line of an agency": (
        "Berlin (dpa) - Die Bundesregierung hat den Haushalt beschlossen.",
        "Die Bundesregierung hat den Haushalt beschlossen",
    ),
    "date line with date": (
        "BERLIN, 3. Mai (Reuters) – Die Regierung hat den Haushalt beschlossen.",
        "Die Regierung hat den Haushalt beschlossen",
    ),
    "place alone": (
        "Hamburg - Die Reederei streicht jede zehnte Stelle.",
        "Die Reederei streicht jede zehnte Stelle",
    ),
    "place with full stop": (
        "Oldenburg. Der Rat hat am Montag den Haushalt beschlossen.",
        "Der Rat hat am Montag den Haushalt beschlossen",
    ),
    "place and agency with full stop": (
        "Bad Ems (epd). Die Synode hat am Montag einen neuen Präses gewählt.",
        "Die Synode hat am Montag einen neuen Präses gewählt",
    ),
    "relative clause between subject and verb": (
        "Der Fluss, der nach tagelangem Regen mehrere Orte überschwemmt hatte, ist am Mittwoch "
        "erstmals wieder unter die Warnmarke gefallen.",
        "Der Fluss ist am Mittwoch erstmals wieder unter die Warnmarke gefallen",
    ),
    "apposition between subject and verb": (
        "Eva Beispiel, Vorsitzende der Gewerkschaft im Land, tritt bei der nächsten Wahl nicht "
        "mehr an.",
        "Eva Beispiel tritt bei der nächsten Wahl nicht mehr an",
    ),
    "subordinate clause at the end": (
        "Der Konzern baut in den nächsten zwei Jahren tausend Stellen ab, weil die Nachfrage nach "
        "Neuwagen in Europa deutlich gesunken ist.",
        "Der Konzern baut in den nächsten zwei Jahren tausend Stellen ab",
    ),
    "a clause that the verb needs stays": (
        "Die Ministerin hat am Dienstag in Berlin angekündigt, die Förderung für neue Heizungen im "
        "Herbst zu verdoppeln.",
        "Die Ministerin hat am Dienstag in Berlin angekündigt, die Förderung für neue Heizungen im "
        "Herbst zu verdoppeln",
    ),
    "that-clause stays": (
        "Forscher in Jena haben bei Versuchen mit Mäusen erstmals gezeigt, dass das Gehör sich "
        "wieder erholen kann.",
        "Forscher in Jena haben bei Versuchen mit Mäusen erstmals gezeigt, dass das Gehör sich "
        "wieder erholen kann",
    ),
    "list is not cut": (
        "Auf den Straßen liegen nach dem Sturm in der Nacht zum Sonntag überall Äste, Ziegel, "
        "Schilder und umgestürzte Bäume.",
        "Auf den Straßen liegen nach dem Sturm in der Nacht zum Sonntag überall Äste, Ziegel, "
        "Schilder und umgestürzte Bäume",
    ),
    "long clause": (
        "Die Landesregierung hat nach monatelangem Streit mit den Gemeinden über die Kosten "
        "für den Umbau der alten Schulen am Dienstag ein neues Gesetz vorgelegt.",
        "Die Landesregierung hat nach monatelangem Streit mit den Gemeinden über die Kosten "
        "für den Umbau der alten Schulen am Dienstag ein neues Gesetz vorgelegt",
    ),
    "question": ("Wer rettet die Oper?", "Wer rettet die Oper?"),
    "decimal comma": ("Die Zinsen steigen auf 3,5 Prozent.", "Die Zinsen steigen auf 3,5 Prozent"),
}


@pytest.mark.parametrize(("sentence", "title"), TITLES.values(), ids=TITLES.keys())
def test_the_title_is_a_clause_that_stands_alone(sentence: str, title: str) -> None:
    assert derive_title(sentence) == title


def test_a_sentence_without_a_clause_to_cut_is_cut_between_words() -> None:
    sentence = "Die Kommission " + "für die Prüfung der Vorlage des Ausschusses " * 5 + "tagt."
    title = derive_title(sentence)

    assert title.endswith(" …")
    assert len(title) <= 200
    assert sentence.startswith(title.removesuffix(" …") + " ")


@given(st.text(alphabet='aäB1 .,:–-()„“"»«', min_size=1, max_size=400))
def test_a_title_is_short_and_never_empty(sentence: str) -> None:
    assert 0 < len(derive_title(sentence)) <= 200


@given(
    st.lists(
        st.sampled_from(
            ["der", "Mann", "ging", ",", "weil", "„", "“", "und", "–", "(", ")", "das", "."]
        ),
        min_size=1,
    )
)
def test_a_title_ends_between_words(words: list[str]) -> None:
    sentence = " ".join(words).replace(" ,", ",")

    assert set(derive_title(sentence).split()) <= {*sentence.split(), "…"} | {
        w.rstrip(".:,") for w in sentence.split()
    }
