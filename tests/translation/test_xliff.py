"""Catalogues go to an agency and come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from summarizer.problem import InputError
from summarizer.summary import TranslationState
from summarizer.translation import xliff
from summarizer.translation.catalogue import Catalogue, Entry, Key, Origin, OriginKind, checksum

GERMAN = "„Es gab 3 < 4 & mehr“, sagte sie."
KEY = Key("sentence", GERMAN)
MACHINE = Entry(
    KEY,
    "There was 3 < 4 & more, she said.",
    fuzzy=True,
    origin=Origin(OriginKind.MACHINE, "engine 1"),
    checksum=checksum("There was 3 < 4 & more, she said."),
    context="Sentence 1 of 2.",
    reference=(("seeds/a.txt", "1"),),
)
NS = {"x": xliff.NAMESPACE}


def exported(*entries: Entry) -> etree._Element:
    return etree.fromstring(xliff.export(Catalogue(entries), "a", "de", "en"))


def returned(path: Path, **changes: str) -> tuple[xliff.Unit, ...]:
    """The units of an exported file, after a tool changed the target."""
    root = exported(MACHINE)
    target = root.find(".//x:target", NS)
    assert target is not None
    if "text" in changes:
        target.text = changes["text"]
    if "state" in changes:
        target.set("state", changes["state"])
    path.write_bytes(etree.tostring(root))
    (file,) = xliff.read(path)
    return file.units


def test_the_structure_is_that_of_xliff_1_2() -> None:
    root = exported(MACHINE)
    assert root.tag == f"{{{xliff.NAMESPACE}}}xliff"
    assert root.get("version") == "1.2"
    file = root[0]
    assert dict(file.attrib) == {
        "original": "a",
        "source-language": "de",
        "target-language": "en",
        "datatype": "plaintext",
    }
    assert [etree.QName(child).localname for child in file] == ["header", "body"]
    unit = file[1][0]
    assert [etree.QName(child).localname for child in unit] == [
        "source",
        "target",
        "context-group",
        "note",
    ]
    assert unit[0].text == GERMAN


@pytest.mark.parametrize(
    ("entry", "approved", "state"),
    [
        (MACHINE, "no", "needs-review-translation"),
        (replace(MACHINE, fuzzy=False), "yes", "final"),
        (replace(MACHINE, refusal="number: 3"), "no", "needs-translation"),
        (Entry(KEY), "no", "needs-translation"),
    ],
    ids=["machine", "reviewed", "refused", "pending"],
)
def test_states_are_those_of_the_catalogue(entry: Entry, approved: str, state: str) -> None:
    unit = exported(entry).find(".//x:trans-unit", NS)
    assert unit is not None
    assert unit.get("approved") == approved
    target = unit.find("x:target", NS)
    assert target is not None
    assert target.get("state") == state


def test_obsolete_entries_stay_at_home() -> None:
    assert exported(replace(MACHINE, obsolete=True)).find(".//x:trans-unit", NS) is None


def test_an_untouched_round_trip_changes_nothing(tmp_path: Path) -> None:
    catalogue = Catalogue((MACHINE,))
    result = xliff.apply(catalogue, returned(tmp_path / "a.xlf"))
    assert result.catalogue == catalogue
    assert (result.changed, result.same) == (0, 1)


def test_what_an_agency_finished_is_reviewed(tmp_path: Path) -> None:
    units = returned(tmp_path / "a.xlf", text="“3 < 4 & more,” she said.", state="final")
    entry = xliff.apply(Catalogue((MACHINE,)), units).catalogue.entries[0]
    assert entry.text == "“3 < 4 & more,” she said."
    assert entry.state is TranslationState.REVIEWED


def test_an_approval_without_a_change_is_a_review(tmp_path: Path) -> None:
    units = returned(tmp_path / "a.xlf", state="signed-off")
    entry = xliff.apply(Catalogue((MACHINE,)), units).catalogue.entries[0]
    assert entry.state is TranslationState.REVIEWED


def test_a_change_that_is_not_finished_stays_to_be_reviewed(tmp_path: Path) -> None:
    units = returned(tmp_path / "a.xlf", text="A draft.")
    entry = xliff.apply(Catalogue((MACHINE,)), units).catalogue.entries[0]
    assert entry.fuzzy
    assert entry.by_person


def test_a_review_made_meanwhile_is_a_conflict_and_stays(tmp_path: Path) -> None:
    units = returned(tmp_path / "a.xlf", text="The agency’s words.", state="final")
    ours = Catalogue((replace(MACHINE, text="Our words.", fuzzy=False),))
    result = xliff.apply(ours, units)
    assert result.catalogue == ours
    assert result.conflicts == (GERMAN,)
    replaced = xliff.apply(ours, units, overwrite=True)
    assert replaced.catalogue.entries[0].text == "The agency’s words."


def test_german_that_changed_meanwhile_is_told_apart(tmp_path: Path) -> None:
    units = returned(tmp_path / "a.xlf", text="The agency’s words.", state="final")
    ours = Catalogue((replace(MACHINE, key=Key("sentence", "Etwas anderes.")),))
    result = xliff.apply(ours, units)
    assert result.catalogue == ours
    assert result.unknown == (GERMAN,)


FILE = f'<xliff xmlns="{xliff.NAMESPACE}" version="1.2"><file {{}}><body>{{}}</body></file></xliff>'
ATTRIBUTES = 'original="a" source-language="de" target-language="en"'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("not xml", id="no XML"),
        pytest.param("<html/>", id="no XLIFF"),
        pytest.param(FILE.replace("1.2", "2.0").format(ATTRIBUTES, ""), id="other version"),
        pytest.param(FILE.format('original="a"', ""), id="no languages"),
        pytest.param(FILE.format(ATTRIBUTES, "<trans-unit id='1'/>"), id="no source"),
        pytest.param(
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
            + FILE.format(ATTRIBUTES, "<trans-unit id='1'><source>&b;</source></trans-unit>"),
            id="entity",
        ),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        list(xliff.read(path))
    assert caught.value.problem.path == str(path)
