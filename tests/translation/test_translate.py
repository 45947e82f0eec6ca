"""Summaries become editions: memory, glossary, engine, check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest
from translated_articles import COST, ENGLISH, FIRE, HURT, QUOTED, FakeEngine, summary

from summarizer.problem import InputError
from summarizer.summary import Edition, SegmentKind, Summary, TranslationState
from summarizer.translation import TranslationReport, load_glossary, translate_summaries
from summarizer.translation.catalogue import checksum
from summarizer.translation.engine import Engine
from summarizer.translation.fidelity import Finding
from summarizer.translation.glossary import Glossary

GLOSSARY = load_glossary(Path(__file__).parents[2] / "glossary", "de", "en")


def translate(
    folder: Path, *summaries: Summary, engine: Engine | None = None
) -> tuple[tuple[Edition, ...], TranslationReport]:
    return translate_summaries(
        summaries or (summary(),), "en", catalogues=folder, glossary=GLOSSARY, engine=engine
    )


def sentence(edition: Edition, german: str) -> tuple[str, TranslationState]:
    found = edition.translate(SegmentKind.SENTENCE, german)
    return found.text, found.state


def review(folder: Path, article: str, german: str, english: str) -> None:
    path = folder / "en" / f"{article}.po"
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgid == german:
            entry.msgstr = english
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save()


def test_without_an_engine_prose_is_pending_in_german_and_short_texts_are_english(
    tmp_path: Path,
) -> None:
    (edition,), report = translate(tmp_path)
    assert sentence(edition, FIRE) == (FIRE, TranslationState.PENDING)
    label = edition.translate(SegmentKind.LABEL, "Feuerwehrleute")
    assert (label.text, label.state) == ("firefighters", TranslationState.GLOSSARY)
    assert edition.translate(SegmentKind.AMOUNT, "rund").text == "about"
    assert edition.translate(SegmentKind.ROLE, "Bürgermeisterin").text == "mayor"
    assert edition.translate(SegmentKind.NAME, "Polizei").text == "police"
    assert {segment.text for _, segment in report.pending} == {*ENGLISH}


def test_an_engine_fills_the_rest_in_one_call_and_is_named(tmp_path: Path) -> None:
    engine = FakeEngine(ENGLISH)
    (edition,), report = translate(tmp_path, engine=engine)
    assert sentence(edition, COST) == (ENGLISH[COST], TranslationState.MACHINE)
    assert edition.translate(SegmentKind.SENTENCE, COST).engine == "fake 1.0"
    assert len(engine.asked) == 1
    assert not report.pending
    assert not report.refused


def test_a_second_build_asks_no_engine_and_writes_nothing(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    path = tmp_path / "en" / "brand.po"
    before = path.stat().st_mtime_ns
    again = FakeEngine(ENGLISH)
    translate(tmp_path, engine=again)
    assert again.asked == []
    assert path.stat().st_mtime_ns == before


def test_an_engine_is_looked_for_only_if_something_is_missing(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))

    def find() -> Engine | None:
        raise AssertionError

    translate_summaries((summary(),), "en", catalogues=tmp_path, glossary=GLOSSARY, engine=find)


def _counting(label: str) -> Summary:
    whole = summary()
    figures = [
        figure.model_copy(update={"label": label})
        for figure in whole.figures
        if figure.noun == "Feuerwehrleute"
    ]
    return whole.model_copy(update={"figures": tuple(figures)})


@pytest.mark.parametrize("label", ["Glitzerhasen", "kleine Glitzerhasen", "Hasen aus Glitzerpapp"])
def test_a_label_of_few_words_is_no_job_for_an_engine(tmp_path: Path, label: str) -> None:
    engine = FakeEngine({**ENGLISH, label: "rabbits rabbits"})
    (edition,), report = translate(tmp_path, _counting(label), engine=engine)
    shown = edition.translate(SegmentKind.LABEL, label)
    assert (shown.text, shown.state) == (label, TranslationState.PENDING)
    assert label not in engine.asked[0]
    assert label in {segment.text for _, segment in report.pending}


def test_a_longer_one_is(tmp_path: Path) -> None:
    label = "Hasen aus sehr glatter Glitzerpapp"
    engine = FakeEngine({**ENGLISH, label: "rabbits of very smooth glitter board"})
    (edition,), _ = translate(tmp_path, _counting(label), engine=engine)
    assert edition.translate(SegmentKind.LABEL, label).state is TranslationState.MACHINE


def test_what_an_engine_once_made_of_a_few_words_is_only_a_suggestion(tmp_path: Path) -> None:
    translate(tmp_path, _counting("Glitzerhasen"), engine=FakeEngine(ENGLISH))
    path = tmp_path / "en" / "brand.po"
    file = polib.pofile(str(path))
    (entry,) = [entry for entry in file if entry.msgid == "Glitzerhasen"]
    entry.msgstr, entry.flags = "rabbits rabbits", ["fuzzy"]
    entry.comment += f"\nOrigin: machine, fake 1.0 [{checksum('rabbits rabbits')}]"
    file.save()
    (edition,), report = translate(tmp_path, _counting("Glitzerhasen"), engine=FakeEngine(ENGLISH))
    shown = edition.translate(SegmentKind.LABEL, "Glitzerhasen")
    assert (shown.text, shown.state) == ("Glitzerhasen", TranslationState.REFUSED)
    assert [refused.german for refused in report.refused] == ["Glitzerhasen"]
    assert "rabbits rabbits" in path.read_text(encoding="utf-8")


def test_a_label_is_read_in_its_sentence(tmp_path: Path) -> None:
    police = "Zwölf Beamte wurden bei der Festnahme des Täters verletzt."
    whole = _counting("Beamte")
    sentences = [
        s.model_copy(update={"text": police}) if s.text == HURT else s for s in whole.sentences
    ]
    for article, label in (
        (whole, "officials"),
        (whole.model_copy(update={"sentences": tuple(sentences)}), "officers"),
    ):
        (edition,), _ = translate(tmp_path, article)
        assert edition.translate(SegmentKind.LABEL, "Beamte").text == label


def test_a_wrong_number_is_refused_and_the_german_shown(tmp_path: Path) -> None:
    wrong = {**ENGLISH, COST: "According to the police, the damage is about 35 million euros."}
    (edition,), report = translate(tmp_path, engine=FakeEngine(wrong))
    assert sentence(edition, COST) == (COST, TranslationState.REFUSED)
    (refused,) = report.refused
    assert "35 million" in refused.reason


def test_a_refused_sentence_gets_a_second_try_with_its_numerals_protected(tmp_path: Path) -> None:
    wrong = {**ENGLISH, COST: "According to the police, the damage is about 35 million euros."}
    protected = COST.replace("3,5", "3.5")
    engine = FakeEngine(wrong, {protected: ENGLISH[COST]})
    (edition,), _ = translate(tmp_path, engine=engine)
    assert sentence(edition, COST) == (ENGLISH[COST], TranslationState.MACHINE)


def test_a_lost_hedge_is_refused(tmp_path: Path) -> None:
    wrong = {**ENGLISH, HURT: "Twelve firefighters were injured."}
    (edition,), _ = translate(tmp_path, engine=FakeEngine(wrong))
    assert sentence(edition, HURT)[1] is TranslationState.REFUSED


def test_a_review_wins_over_everything(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", FIRE, "A depot caught fire in Neudorf on Monday.")
    review(tmp_path, "brand", "Feuerwehrleute", "fire crew members")
    (edition,), _ = translate(tmp_path, engine=FakeEngine(ENGLISH))
    assert sentence(edition, FIRE) == (
        "A depot caught fire in Neudorf on Monday.",
        TranslationState.REVIEWED,
    )
    label = edition.translate(SegmentKind.LABEL, "Feuerwehrleute")
    assert (label.text, label.state) == ("fire crew members", TranslationState.REVIEWED)


@pytest.mark.parametrize("engine", [FakeEngine(ENGLISH), None], ids=["engine", "no engine"])
def test_taking_the_flag_off_approves_a_machine_s_words_as_they_are(
    tmp_path: Path, engine: FakeEngine | None
) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", FIRE, ENGLISH[FIRE])
    for _ in range(2):
        (edition,), _report = translate(tmp_path, engine=engine)
        assert sentence(edition, FIRE) == (ENGLISH[FIRE], TranslationState.REVIEWED)


def test_a_review_whose_numbers_differ_is_published_and_said(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", COST, ENGLISH[COST].replace("3.5", "5.3"))
    (edition,), report = translate(tmp_path)
    assert sentence(edition, COST)[1] is TranslationState.REVIEWED
    (doubt,) = report.doubted
    assert (doubt.article, doubt.german) == ("brand", COST)
    assert "3,5" in doubt.reason


def test_a_review_serves_the_same_sentence_in_another_article(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", FIRE, "A depot caught fire in Neudorf on Monday.")
    other = summary((FIRE,), article="spaeter", title="Ein anderer Titel")
    (_, edition), _ = translate(tmp_path, summary(), other)
    assert sentence(edition, FIRE) == (
        "A depot caught fire in Neudorf on Monday.",
        TranslationState.REVIEWED,
    )


def test_a_corrected_review_reaches_the_articles_that_share_it(tmp_path: Path) -> None:
    other = summary((FIRE,), article="spaeter", title="Ein anderer Titel")
    translate(tmp_path, summary(), other)
    review(tmp_path, "brand", FIRE, "First wording.")
    translate(tmp_path, summary(), other)
    review(tmp_path, "brand", FIRE, "Better wording.")
    (_, edition), _ = translate(tmp_path, summary(), other)
    assert sentence(edition, FIRE)[0] == "Better wording."


def test_a_renamed_article_finds_its_reviews_again(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", FIRE, "A depot caught fire in Neudorf on Monday.")
    (edition,), _ = translate(tmp_path, summary(article="grossbrand"))
    assert sentence(edition, FIRE) == (
        "A depot caught fire in Neudorf on Monday.",
        TranslationState.REVIEWED,
    )


def test_a_deleted_articles_catalogue_stays_as_it_is(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    before = (tmp_path / "en" / "brand.po").read_bytes()
    translate(tmp_path, summary((QUOTED,), article="anders", title="Ein anderer Titel"))
    assert (tmp_path / "en" / "brand.po").read_bytes() == before


def test_an_edited_sentence_keeps_the_old_review_and_is_not_published_with_it(
    tmp_path: Path,
) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    review(tmp_path, "brand", FIRE, "A depot caught fire in Neudorf on Monday.")
    edited = FIRE.replace("Montag", "Dienstag")
    (edition,), _ = translate(tmp_path, summary((edited, COST, HURT, QUOTED)))
    assert sentence(edition, edited) == (edited, TranslationState.PENDING)
    content = (tmp_path / "en" / "brand.po").read_text()
    assert f'#~ msgid "{FIRE}"' in content
    assert f'#| msgid "{FIRE}"' in content


def test_a_draft_that_somebody_left_fuzzy_must_pass_the_check(tmp_path: Path) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    path = tmp_path / "en" / "brand.po"
    content = path.read_text()
    path.write_text(content.replace("about 3.5 million", "about 3.6 million"))
    (edition,), _ = translate(tmp_path)
    assert sentence(edition, COST)[1] is TranslationState.REFUSED
    assert "about 3.6 million" in path.read_text()


def test_machine_output_is_checked_again_only_when_the_glossary_or_the_check_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(tmp_path, engine=FakeEngine(ENGLISH))
    seen: list[str] = []

    def strict(german: str, text: str, glossary: Glossary) -> tuple[Finding, ...]:
        seen.append(text)
        return (Finding("name", "another form"),)

    monkeypatch.setattr("summarizer.translation.translate.check", strict)
    translate(tmp_path)
    assert seen == []
    changed = replace(GLOSSARY, fingerprint="another")
    (edition,), _ = translate_summaries((summary(),), "en", catalogues=tmp_path, glossary=changed)
    assert ENGLISH[FIRE] in seen
    assert sentence(edition, FIRE)[1] is TranslationState.REFUSED


def test_names_of_people_take_the_glossarys_form(tmp_path: Path) -> None:
    article = summary()
    source = article.sources[0].model_copy(update={"name": "Wolodymyr Selenskyj"})
    article = article.model_copy(update={"sources": (source,)})
    (edition,), _ = translate(tmp_path, article)
    assert edition.translate(SegmentKind.NAME, "Wolodymyr Selenskyj").text == "Volodymyr Zelensky"


def test_the_glossarys_form_of_a_name_is_enforced_on_machine_output(tmp_path: Path) -> None:
    german = "In Kiew wurde am Montag gewählt."
    engine = FakeEngine({german: "Voting took place in Kiev on Monday.", "Wahl": "Election"})
    (edition,), _ = translate(tmp_path, summary((german,), title="Wahl"), engine=engine)
    assert sentence(edition, german)[0] == "Voting took place in Kyiv on Monday."


def test_a_corrupt_catalogue_stops_the_build_and_changes_no_other(tmp_path: Path) -> None:
    translate(tmp_path)
    broken = tmp_path / "en" / "aaa.po"
    broken.write_text("nonsense")
    before = (tmp_path / "en" / "brand.po").read_bytes()
    with pytest.raises(InputError, match=r"aaa\.po:1"):
        translate(tmp_path, engine=FakeEngine(ENGLISH))
    assert broken.read_text() == "nonsense"
    assert (tmp_path / "en" / "brand.po").read_bytes() == before
