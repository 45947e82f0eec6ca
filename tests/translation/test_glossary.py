"""What a newsroom writes into its glossaries."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.problem import InputError
from summarizer.summary import SegmentKind
from summarizer.translation.glossary import Glossary, load
from summarizer.translation.short_texts import is_proper_name, settle

FOLDER = Path(__file__).parents[2] / "glossary"
OURS = load(FOLDER, "de", "en")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_glossary_that_comes_with_the_project_has_at_least_800_entries() -> None:
    assert OURS.size >= 800


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Soldaten", "soldiers"),
        ("nordkoreanische Soldaten", "North Korean soldiers"),
        ("nordkoreanischen Soldaten", "North Korean soldiers"),
        ("Soldatinnen", "soldiers"),
        ("Artilleriegranaten", "artillery shells"),
        ("Infanteriesoldaten", "infantry soldiers"),
        ("Panzerabwehrwaffen", "anti-tank weapons"),
        ("Soldaten aus Nordkorea", "soldiers from North Korea"),
        (
            "Container mit Granaten, Raketen und Munition",
            "containers with shells, missiles and ammunition",
        ),
        ("russische und ukrainische Panzer", "Russian and Ukrainian tanks"),
        ("Kindern", "children"),
        ("Verletzte", "injured"),
        ("Verletzten", "injured"),
        ("Mann", "men"),
        ("Zuschauer", "spectators"),
        ("Staatsbesuch", "state visit"),
        ("Stunden", "hours"),
        ("Euro", "euros"),
        ("Kilometern", "kilometers"),
        ("Tesla-Mitarbeiter", "Tesla employees"),
        ("DFB-Spieler", "DFB players"),
    ],
)
def test_labels_are_made_of_the_glossarys_words(german: str, english: str) -> None:
    assert settle(SegmentKind.LABEL, german, OURS) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("ukrainischer Präsident", "Ukrainian president"),
        ("Sprecherin der Polizei", "spokeswoman of the police"),
        (
            "Chef des ukrainischen Militärgeheimdienstes",
            "head of the Ukrainian military intelligence service",
        ),
        ("Präsident der Ukraine", "president of Ukraine"),
        ("Präsident Frankreichs", "president of France"),
        ("Vertreter der Niederlande", "representative of the Netherlands"),
        ("Minister im Iran", "minister in Iran"),
        ("Sprecher der Arbeiter", "spokesman of the workers"),
        ("Veranstalter und Künstler", "organiser and artist"),
        ("Experte des Magazins „Weltblick“", "expert of the magazine “Weltblick”"),
        ("Siemens-Chefin", "Siemens chief"),
        ("Bürgermeister von Berlin", "mayor of Berlin"),
    ],
)
def test_roles_are_phrases_in_the_singular(german: str, english: str) -> None:
    assert settle(SegmentKind.ROLE, german, OURS) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("südkoreanischer Geheimdienst", "South Korean intelligence service"),
        ("Nationales Sicherheitsbüro", "National Security Office"),
        ("Anonyme Quellen", "anonymous sources"),
        ("Polizei Köln", "Cologne police"),
        ("Berliner Polizei", "Berlin police"),
        ("Nordkoreas Regierung", "North Korea’s government"),
        ("Südkorea", "South Korea"),
        ("NIS", "NIS"),
        ("YouGov", "YouGov"),
    ],
)
def test_names_of_organisations(german: str, english: str) -> None:
    assert settle(SegmentKind.NAME, german, OURS) == english


@pytest.mark.parametrize(
    "german", ["Frauenärzte", "Kork-Röhren", "Radbeauftragter der Stadt", "brennende Laubhütten"]
)
def test_what_is_not_certain_is_left_to_others(german: str) -> None:
    assert settle(SegmentKind.LABEL, german, OURS) is None


def test_a_mediums_name_is_not_put_together_from_its_words() -> None:
    assert settle(SegmentKind.NAME, "Kölner Blatt", OURS, medium=True) == "Kölner Blatt"


@pytest.mark.parametrize(
    ("kind", "german", "sentence", "english"),
    [
        ("label", "Beamte", "Zwei Beamte wurden bei der Festnahme verletzt.", "officers"),
        ("label", "Beamte", "Das Land stellt zweihundert Beamte ein.", "officials"),
        ("role", "Verteidiger", "Der Verteidiger forderte vor Gericht Milde.", "defence lawyer"),
        ("role", "Verteidiger", "Der Verteidiger schoss das zweite Tor.", "defender"),
        ("label", "Zähler", "Tausend Zähler für Strom wurden getauscht.", "meters"),
        ("label", "Franken", "Der Eintritt kostet 20 Franken.", "Swiss francs"),
        ("name", "Ermittler", "Das teilten Ermittler mit.", "investigators"),
        ("name", "Ermittler", "Laut Ermittlern war es Betrug.", "investigators"),
        ("name", "Ermittler", "Die Ermittler sprechen von Betrug.", "investigators"),
        ("name", "Ermittler", "Ermittler sprechen von Betrug.", "investigators"),
        ("name", "Ermittler", "Das sagte der Ermittler.", "investigator"),
        ("name", "Ermittler", "Das sagte ein Ermittler.", "investigator"),
        ("name", "Ermittler", "Man fragte den Ermittler.", "investigator"),
        ("name", "24-Jähriger", "Ein 24-Jähriger sah das.", "24-year-old"),
        ("name", "72-jähriger Fahrer", "Ein 72-jähriger Fahrer sah das.", "72-year-old driver"),
    ],
)
def test_a_word_is_read_in_its_sentence(
    kind: str, german: str, sentence: str, english: str
) -> None:
    assert settle(SegmentKind(kind), german, OURS, sentence=sentence) == english


@pytest.mark.parametrize("authority", ["BND", "MAD", "SEK"])
def test_an_authority_is_no_currency(authority: str) -> None:
    assert settle(SegmentKind.LABEL, authority, OURS) in (None, authority)


def test_a_newsroom_s_own_senses(tmp_path: Path) -> None:
    write(
        tmp_path,
        "de-en.yml",
        "nouns:\n  Bank, Banken: bank, banks\nsenses:\n  Bank beside park, sitz: bench, benches\n",
    )
    own = load(tmp_path, "de", "en")
    assert (
        settle(SegmentKind.LABEL, "Banken", own, sentence="Im Stadtpark stehen sie.") == "benches"
    )
    assert settle(SegmentKind.LABEL, "Banken", own, sentence="Sie gaben Kredit.") == "banks"


def test_a_sense_says_beside_what(tmp_path: Path) -> None:
    write(tmp_path, "de-en.yml", "senses:\n  Bank: bench\n")
    with pytest.raises(InputError, match="does not say beside which words") as caught:
        load(tmp_path, "de", "en")
    assert caught.value.problem.line == 2


def test_a_german_compound_is_no_proper_name() -> None:
    assert not is_proper_name("Stadtwerbung", OURS)


@pytest.mark.parametrize(
    ("german", "english"),
    [("bis zu", "up to"), ("Mindestens", "at least"), ("Dutzende", "dozens"), ("fast", "almost")],
)
def test_amounts(german: str, english: str) -> None:
    assert settle(SegmentKind.AMOUNT, german, OURS) == english


def test_persons_take_the_settled_form_and_others_stay() -> None:
    assert OURS.person("Wolodymyr Selenskyj") == "Volodymyr Zelensky"
    assert OURS.person("Eva Lindner") == "Eva Lindner"


def test_names_that_an_engine_left_in_german_are_put_right() -> None:
    german = "Selenskyj traf Scholz in Kiew."
    assert OURS.enforce(german, "Selenskyj met Scholz in Kiev.") == "Zelensky met Scholz in Kyiv."


def test_a_name_that_is_not_in_the_german_is_not_touched() -> None:
    assert OURS.enforce("Er kam aus Lyon.", "He came from Kiev.") == "He came from Kiev."


class TestOwnFiles:
    def test_a_newsrooms_own_file_wins(self, tmp_path: Path) -> None:
        write(tmp_path, "de-en.yml", "nouns:\n  Granate, Granaten: shell\n")
        write(tmp_path, "de-en.our-paper.yml", "nouns:\n  Granate, Granaten: grenade, grenades\n")
        glossary = load(tmp_path, "de", "en")
        assert settle(SegmentKind.LABEL, "Granaten", glossary) == "grenades"

    def test_it_adds_to_the_rest(self, tmp_path: Path) -> None:
        write(tmp_path, "de-en.yml", "grammar: english\nnouns:\n  Granate, Granaten: shell\n")
        write(tmp_path, "de-en.z.yml", "adjectives:\n  blau: blue\n")
        glossary = load(tmp_path, "de", "en")
        assert settle(SegmentKind.LABEL, "blaue Granaten", glossary) == "blue shells"

    def test_another_language_needs_nothing_but_a_file(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            "de-fr.yml",
            "people_names:\n  Selenskyj: Zelensky\n"
            "nouns:\n  Soldat, Soldaten: soldat, soldats\n"
            "qualifiers:\n  bis zu: jusqu’à\n",
        )
        french = load(tmp_path, "de", "fr")
        assert settle(SegmentKind.LABEL, "Soldaten", french) == "soldats"
        assert settle(SegmentKind.AMOUNT, "bis zu", french) == "jusqu’à"
        assert settle(SegmentKind.NAME, "Südkorea", french) == "Corée du Sud"
        assert settle(SegmentKind.LABEL, "Stunden", french) == "heures"
        assert french.person("Wolodymyr Selenskyj") == "Wolodymyr Zelensky"

    def test_without_a_grammar_no_phrase_is_made(self, tmp_path: Path) -> None:
        write(tmp_path, "de-fr.yml", "nouns:\n  Soldat, Soldaten: soldat, soldats\n")
        french = load(tmp_path, "de", "fr")
        assert settle(SegmentKind.LABEL, "Soldaten aus Nordkorea", french) is None

    def test_no_file_is_an_empty_glossary(self, tmp_path: Path) -> None:
        assert load(tmp_path / "nothing", "de", "en") == Glossary("de", "en")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("nouns:\n  Granate: shell\nnuons:\n  A: b\n", 3, "unknown section 'nuons'"),
        ("nouns:\n  Granate: yes\n", 2, "must be text"),
        ("nouns:\n  Granate:\n    - a\n", 2, "must be text"),
        ("nouns:\n  Rat: council, councils, advice\n", 2, "more than two forms"),
        ("nouns:\n  Rat: council\n  Rat: advice\n", 3, "comes twice"),
        ("nouns: [a]\n", 1, "must be a mapping"),
        ("unchanged: a\n", 1, "must be a list"),
        ("grammar: latin\n", 1, "unknown grammar 'latin'"),
        ("places:\n  Kiew: []\n", 2, "has no translation"),
        ("- a\n", 1, "must consist of sections"),
        ("nouns:\n  a: b: c\n", 2, "not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    tmp_path: Path, content: str, line: int, message: str
) -> None:
    write(tmp_path, "de-en.ours.yml", content)
    with pytest.raises(InputError) as caught:
        load(tmp_path, "de", "en")
    assert caught.value.problem.path.endswith("de-en.ours.yml")
    assert caught.value.problem.line == line
    assert message in caught.value.problem.message


def test_a_file_whose_name_says_no_languages_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "names.yml", "nouns:\n  A: b\n")
    with pytest.raises(InputError, match="which languages"):
        load(tmp_path, "de", "en")


@settings(deadline=None)  # the first one loads the names of countries
@given(
    st.text(max_size=60), st.sampled_from([SegmentKind.LABEL, SegmentKind.ROLE, SegmentKind.NAME])
)
def test_any_text_is_either_settled_or_not(text: str, kind: SegmentKind) -> None:
    settled = settle(kind, text, OURS)
    assert settled is None or settled.strip()
