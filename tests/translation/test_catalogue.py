"""A catalogue never loses a person's work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from summarizer.problem import InputError
from summarizer.summary import TranslationState
from summarizer.translation import catalogue as c
from summarizer.translation.catalogue import (
    Catalogue,
    Entry,
    Key,
    Origin,
    OriginKind,
    Result,
    Wanted,
)

OLD = Key("sentence", "Die Stadt baut vier neue Schulen im Norden.")
NEW = Key("sentence", "Die Stadt baut fünf neue Schulen im Norden.")
OTHER = Key("sentence", "Niemand wurde verletzt.")
MACHINE = Origin(OriginKind.MACHINE, "argos translate-de_en 1.0")


def merge(old: Catalogue | None, *keys: Key, results: dict[Key, Result] | None = None) -> Catalogue:
    wanted = [Wanted(key, "context", (("seeds/a.txt", "1"),)) for key in keys]
    return c.merge(old, wanted, results or {}, language="en", article="a")


def by_machine(*keys: Key, text: str = "The city is building schools.") -> Catalogue:
    return merge(None, *keys, results={key: Result(text, MACHINE) for key in keys})


def reviewed(catalogue: Catalogue, key: Key, text: str = "The city builds four.") -> Catalogue:
    """As a reviewer leaves it: the text corrected, the flag gone, the comments as they were."""
    entries = tuple(
        replace(entry, text=text, fuzzy=False) if entry.key == key else entry
        for entry in catalogue.entries
    )
    return replace(catalogue, entries=entries)


def state(catalogue: Catalogue, key: Key) -> TranslationState | None:
    entry = catalogue.find(key)
    assert entry is not None
    return entry.state


def text(catalogue: Catalogue, key: Key) -> str:
    entry = catalogue.find(key)
    assert entry is not None
    return entry.text


class TestStates:
    def test_new_german_is_pending_with_an_empty_translation(self) -> None:
        catalogue = merge(None, OLD)
        assert state(catalogue, OLD) is TranslationState.PENDING
        assert text(catalogue, OLD) == ""

    def test_machine_output_is_fuzzy_and_names_its_engine(self) -> None:
        data = c.dump(by_machine(OLD)).decode()
        assert state(by_machine(OLD), OLD) is TranslationState.MACHINE
        assert "#, fuzzy" in data
        assert "#. Origin: machine, argos translate-de_en 1.0" in data

    def test_without_the_flag_it_is_reviewed_even_if_the_text_is_unchanged(self) -> None:
        approved = reviewed(by_machine(OLD), OLD, "The city is building schools.")
        assert state(merge(approved, OLD), OLD) is TranslationState.REVIEWED

    def test_a_refused_one_says_why(self) -> None:
        result = {OLD: Result("The city builds 14.", MACHINE, "number: “14” is not in the German")}
        catalogue = merge(None, OLD, results=result)
        assert state(catalogue, OLD) is TranslationState.REFUSED
        assert "#. Refused: number: “14” is not in the German" in c.dump(catalogue).decode()

    def test_what_the_glossary_gave_is_marked_until_somebody_edits_it(self) -> None:
        label = Key("label", "Schulen")
        result = {label: Result("schools", Origin(OriginKind.GLOSSARY))}
        catalogue = merge(None, label, results=result)
        assert state(catalogue, label) is TranslationState.GLOSSARY
        assert state(reviewed(catalogue, label, "school sites"), label) is TranslationState.REVIEWED


class TestReviewersWork:
    def test_a_build_does_not_touch_it(self) -> None:
        before = reviewed(by_machine(OLD), OLD)
        after = merge(before, OLD, results={OLD: Result("machine again", MACHINE)})
        assert text(after, OLD) == "The city builds four."
        assert state(after, OLD) is TranslationState.REVIEWED

    def test_an_edit_with_the_flag_left_on_is_kept_as_well(self) -> None:
        edited = replace(by_machine(OLD).entries[0], text="A person's draft.")
        after = merge(
            Catalogue((edited,), {}), OLD, results={OLD: Result("machine again", MACHINE)}
        )
        assert text(after, OLD) == "A person's draft."

    def test_notes_survive_every_build(self) -> None:
        entry = replace(by_machine(OLD).entries[0], note="ask the desk\nabout “Norden”")
        catalogue = Catalogue((entry,), {})
        for _ in range(2):
            catalogue = merge(catalogue, OLD, results={OLD: Result("new words", MACHINE)})
        found = c.parse(c.dump(catalogue), "a.po").find(OLD)
        assert found is not None
        assert found.note == "ask the desk\nabout “Norden”"

    def test_german_that_is_gone_leaves_an_obsolete_entry(self) -> None:
        after = merge(reviewed(by_machine(OLD), OLD), OTHER)
        entry = after.find(OLD)
        assert entry is not None
        assert entry.obsolete
        assert entry.text == "The city builds four."
        assert '#~ msgid "Die Stadt baut vier neue Schulen im Norden."' in c.dump(after).decode()

    def test_an_obsolete_entry_stays_for_ever_and_comes_back_with_its_german(self) -> None:
        catalogue = reviewed(by_machine(OLD), OLD)
        for _ in range(3):
            catalogue = c.parse(c.dump(merge(catalogue, OTHER)), "a.po")
        back = merge(catalogue, OLD, OTHER)
        assert state(back, OLD) is TranslationState.REVIEWED
        assert text(back, OLD) == "The city builds four."

    def test_machine_output_that_is_gone_is_not_kept(self) -> None:
        assert merge(by_machine(OLD), OTHER).find(OLD) is None

    def test_an_edited_sentence_is_offered_its_earlier_translation(self) -> None:
        after = merge(reviewed(by_machine(OLD), OLD), NEW)
        entry = after.find(NEW)
        assert entry is not None
        assert entry.text == "The city builds four."
        assert entry.fuzzy
        assert entry.previous == OLD.german
        assert f'#| msgid "{OLD.german}"' in c.dump(after).decode()

    def test_such_a_suggestion_is_pending_because_it_translates_other_german(self) -> None:
        assert state(merge(reviewed(by_machine(OLD), OLD), NEW), NEW) is TranslationState.PENDING

    def test_the_engine_may_replace_a_suggestion_and_it_stays_in_a_comment(self) -> None:
        suggested = merge(reviewed(by_machine(OLD), OLD), NEW)
        after = merge(suggested, NEW, results={NEW: Result("The city builds five.", MACHINE)})
        entry = after.find(NEW)
        assert entry is not None
        assert entry.state is TranslationState.MACHINE
        assert "Earlier translation: The city builds four." in entry.context

    def test_a_quite_different_sentence_is_offered_nothing(self) -> None:
        assert text(merge(reviewed(by_machine(OLD), OLD), OTHER), OTHER) == ""


class TestFile:
    def test_reading_what_was_written_gives_the_same(self) -> None:
        catalogue = merge(reviewed(by_machine(OLD, OTHER), OLD), NEW, OTHER)
        assert c.parse(c.dump(catalogue), "a.po").entries == catalogue.entries

    def test_the_same_input_gives_the_same_bytes(self) -> None:
        assert c.dump(by_machine(OLD, OTHER)) == c.dump(by_machine(OLD, OTHER))

    @pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
    def test_msgfmt_finds_nothing_to_complain_about(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(c.dump(merge(reviewed(by_machine(OLD), OLD), NEW, OTHER)))
        done = subprocess.run(
            ["msgfmt", "--check", "--verbose", "-o", os.devnull, path],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "warning" not in done.stderr

    def test_it_has_context_reference_and_kind(self) -> None:
        entry = polib.pofile(c.dump(by_machine(OLD)).decode())[0]
        assert entry.msgctxt == "sentence"
        assert entry.occurrences == [("seeds/a.txt", "1")]
        assert entry.comment.startswith("context")

    @pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
    def test_a_file_laid_out_by_another_program_is_left_alone_if_nothing_changed(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(c.dump(by_machine(OLD)))
        subprocess.run(["msgcat", "--width=40", "-o", path, path], check=True)
        before = path.read_bytes()
        assert before != c.dump(by_machine(OLD))
        c.update(path, lambda old: merge(old, OLD))
        assert path.read_bytes() == before

    def test_reviewing_with_polib_as_poedit_does_is_recognised(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(c.dump(by_machine(OLD)))
        file = polib.pofile(str(path))
        file[0].msgstr = "Four new schools are being built."
        file[0].flags.remove("fuzzy")
        file.metadata["Last-Translator"] = "Ada <ada@example.org>"
        file.save()
        after, _ = c.update(path, lambda old: merge(old, OLD))
        assert state(after, OLD) is TranslationState.REVIEWED
        assert after.header["Last-Translator"] == "Ada <ada@example.org>"


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(b"", 1, id="empty"),
        pytest.param(HEADER.encode() + b'msgid "a"\nmsgstr "b\n', 5, id="string not closed"),
        pytest.param(HEADER.encode() + b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 4, id="conflict"),
        pytest.param(HEADER.encode() + b'msgid "\xff"\nmsgstr "b"\n', 4, id="not UTF-8"),
        pytest.param(HEADER.encode() + b'msgid "a"\nmsgstr "b"\n' * 2, 6, id="entry twice"),
        pytest.param(b'msgid "a"\nmsgstr "b"\n', 1, id="no header"),
        pytest.param(HEADER.encode() + b"<html>\n", 4, id="something else"),
    ],
)
def test_a_corrupt_catalogue_is_refused_with_its_line_and_left_as_it_is(
    tmp_path: Path, content: bytes, line: int
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        c.update(path, lambda old: merge(old, OLD))
    assert caught.value.problem.path == str(path)
    assert caught.value.problem.line == line
    assert path.read_bytes() == content


class TestTwoAtOnce:
    def test_a_review_saved_while_the_engine_works_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(c.dump(by_machine(OLD)))
        calls = 0

        def change(old: Catalogue | None) -> Catalogue:
            nonlocal calls
            calls += 1
            if calls == 1:  # a reviewer saves between reading and writing
                assert old is not None
                path.write_bytes(c.dump(reviewed(old, OLD)))
            return merge(old, OLD, OTHER, results={OLD: Result("machine again", MACHINE)})

        after, _ = c.update(path, change)
        assert calls == 2
        assert text(after, OLD) == "The city builds four."
        assert text(c.read(path), OLD) == "The city builds four."

    def test_a_process_killed_while_writing_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        before = c.dump(reviewed(by_machine(OLD), OLD))
        path.write_bytes(before)
        program = textwrap.dedent(
            f"""
            import os, signal
            from pathlib import Path
            from summarizer.translation import catalogue as c
            os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
            change = lambda old: c.Catalogue(old.entries * 0, old.header)
            c.update(Path({str(path)!r}), change)
            """
        )
        done = subprocess.run([sys.executable, "-c", program], check=False)
        assert done.returncode < 0
        assert path.read_bytes() == before
        assert set(tmp_path.glob("*.po")) == {path}


@pytest.mark.parametrize("article", ["../other", "a/b", ".hidden"])
def test_an_id_that_is_no_file_name_is_refused(article: str) -> None:
    with pytest.raises(ValueError, match="not a file name"):
        c.path_of(Path("translations"), "en", article)


def test_an_entry_without_origin_is_a_persons() -> None:
    assert Entry(OLD, "text", fuzzy=True).by_person
    assert not Entry(OLD).by_person
