"""Catalogues: what is translated of an article, as a gettext file that people review.

One file an article and language, ``translations/<language>/<article id>.po``, with one entry a
segment: `msgctxt` is the segment's kind, ``#:`` the article's file and the number of the sentence
(from 1), ``#.`` what a reviewer needs to know and where the translation came from, ``#`` the
reviewer's own notes, which no build touches. Poedit and Weblate open it.

How an entry stands:

========  ======================================================================
reviewed  has a translation and no `fuzzy` flag: a person wrote or approved it
glossary  the same, but nobody has touched what the glossary gave
machine   `fuzzy`: an engine wrote it and no person has looked at it
refused   `fuzzy` with ``#. Refused:``: failed the fidelity check, never shown
pending   empty, or a suggestion from an earlier version (``#. Origin: earlier``)
obsolete  ``#~``: a person's work on German that the article no longer has
========  ======================================================================

A checksum stands beside the origin, so an entry that a person edited without removing the flag
is recognised as theirs. `merge` never drops or overwrites a person's work. The catalogue of a
deleted article stays where it is, and the memory goes on using it.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import polib

from summarizer import __version__
from summarizer.files import ChangedMeanwhileError, write_whole
from summarizer.problem import InputError
from summarizer.summary import TranslationState
from summarizer.translation.segments import PROSE

SIMILAR = 0.75
"""From this likeness on (difflib's ratio) an earlier sentence counts as the same, edited."""

CHECKED = "X-Checked-With"
"""Header that names the fidelity check which the machine's entries were last seen by."""

MAX_BYTES = 50_000_000
"""A larger catalogue is refused: an article's is some tens of kilobytes."""


class Key(NamedTuple):
    """What identifies an entry: its `msgctxt` and `msgid`."""

    kind: str
    german: str


class OriginKind(StrEnum):
    """Where a translation came from that no person wrote into this catalogue."""

    GLOSSARY = "glossary"
    MEMORY = "memory"
    MACHINE = "machine"
    EARLIER = "earlier"


@dataclass(frozen=True)
class Origin:
    """`by` is the engine's name and version, or the id of the article it was taken from."""

    kind: OriginKind
    by: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue; see the module's text for what the parts are for."""

    key: Key
    text: str = ""
    fuzzy: bool = False
    origin: Origin | None = None
    checksum: str = ""
    refusal: str = ""
    context: str = ""
    note: str = ""
    reference: tuple[tuple[str, str], ...] = ()
    previous: str | None = None
    flags: tuple[str, ...] = ()
    obsolete: bool = False

    @property
    def untouched(self) -> bool:
        """Whether the text is still what `origin` gave."""
        return self.origin is not None and self.checksum == checksum(self.text)

    @property
    def approved(self) -> bool:
        """Whether a person took a machine's text as it is: every build sets the flag."""
        suggested = (OriginKind.MACHINE, OriginKind.EARLIER)
        return not self.fuzzy and self.origin is not None and self.origin.kind in suggested

    @property
    def by_person(self) -> bool:
        """Whether a person's work would be lost with this entry."""
        return bool(self.text) and (not self.untouched or self.approved)

    @property
    def state(self) -> TranslationState | None:
        """How the entry stands; None for an obsolete one."""
        if self.obsolete:
            return None
        if not self.text:
            return TranslationState.PENDING
        if self.fuzzy:
            if self.refusal:
                return TranslationState.REFUSED
            earlier = self.origin is not None and self.origin.kind is OriginKind.EARLIER
            return TranslationState.PENDING if earlier else TranslationState.MACHINE
        if self.untouched and self.origin and self.origin.kind is OriginKind.GLOSSARY:
            return TranslationState.GLOSSARY
        return TranslationState.REVIEWED


@dataclass(frozen=True)
class Catalogue:
    """The entries of one article in order (obsolete ones last) and the file's header."""

    entries: tuple[Entry, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""

    def find(self, key: Key) -> Entry | None:
        """The entry of `key`, obsolete or not."""
        return next((entry for entry in self.entries if entry.key == key), None)


def checksum(text: str) -> str:
    """What an entry's origin is marked with: changes with every edit of the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


# ---------------------------------------------------------------- reading

_LINE = re.compile(r'(?:#~\s*)?(?:#?\|\s*)?(?:(?:msgctxt|msgid|msgstr)\s*)?"(?:[^"\\]|\\.)*"\s*')
_ORIGIN = re.compile(r"Origin: (glossary|memory|machine|earlier)(?:, (.*))? \[([0-9a-f]{8})\]")
_REFUSED = re.compile(r"Refused: (.*)")
_SYNTAX = re.compile(r"\(line (\d+)\)")


Parse = Callable[[bytes, str], Catalogue]
"""Reads a catalogue's content; the path is for messages."""


def read(path: Path, parsed: Parse | None = None) -> Catalogue:
    """The catalogue in the file `path`; `parsed` replaces `parse` where it is remembered.

    Raises:
        InputError: naming file and line, for a file that is not a whole gettext catalogue in
            UTF-8. The file is left as it is.
    """
    return (parsed or parse)(content_of(path), str(path))


def content_of(path: Path) -> bytes:
    """The bytes of the catalogue in the file `path`.

    Raises:
        InputError: it cannot be read, or is too big to be a catalogue.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(str(path), f"larger than {MAX_BYTES:,} bytes", "Is it a catalogue?")
        return path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise InputError(str(path), message, "Check its rights, or remove it.") from error


def parse(data: bytes, path: str) -> Catalogue:
    """The catalogue in `data`; `path` names it in messages.

    Raises:
        InputError: naming the line, for what is no whole gettext catalogue in UTF-8.
    """
    hint = "Correct it, restore it from version control, or remove it. Nothing was changed."
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(path, "not in UTF-8", hint, line) from error
    _check_lines(text, path, hint)
    try:
        # A name of a file or its text: polib tells them apart by whether such a file exists.
        file = polib.pofile(text + "\n", check_for_duplicates=False, wrapwidth=0)
    except (OSError, ValueError) as error:
        found = _SYNTAX.search(str(error))
        where = int(found[1]) if found else None
        raise InputError(path, "not a gettext catalogue", hint, where) from error
    if not file.metadata:
        raise InputError(path, "a gettext catalogue without its header", hint, 1)
    entries: dict[Key, Entry] = {}
    for raw in file:
        entry = _entry(raw, path, hint)
        known = entries.get(entry.key)
        if known and not known.obsolete and not entry.obsolete:
            raise InputError(path, f"the entry {entry.key.german!r} comes twice", hint, raw.linenum)
        if known is None or known.obsolete:
            entries[entry.key] = entry
    return Catalogue(tuple(entries.values()), dict(file.metadata), file.header)


def _check_lines(text: str, path: str, hint: str) -> None:
    """Refuse what polib reads over in silence: an unclosed string is an empty one to it."""
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        comment = bare.startswith("#") and not bare.startswith(("#~", "#|"))
        if bare and bare not in ("#~", "#|") and not comment and not _LINE.fullmatch(bare):
            raise InputError(path, f"not a line of a gettext catalogue: {bare[:60]}", hint, number)


def _entry(raw: polib.POEntry, path: str, hint: str) -> Entry:
    if raw.msgid_plural:
        raise InputError(path, "has plural forms, which are not used here", hint, raw.linenum)
    origin: Origin | None = None
    mark = refusal = ""
    context: list[str] = []
    for line in raw.comment.split("\n"):
        if found := _ORIGIN.fullmatch(line):
            origin, mark = Origin(OriginKind(found[1]), found[2] or ""), found[3]
        elif found := _REFUSED.fullmatch(line):
            refusal = found[1]
        else:
            context.append(line)
    return Entry(
        key=Key(raw.msgctxt or "", raw.msgid),
        text=raw.msgstr,
        fuzzy="fuzzy" in raw.flags,
        origin=origin,
        checksum=mark,
        refusal=refusal,
        context="\n".join(context),
        note=raw.tcomment,
        reference=tuple((name, str(number)) for name, number in raw.occurrences),
        previous=raw.previous_msgid or None,
        flags=tuple(flag for flag in raw.flags if flag != "fuzzy"),
        obsolete=bool(raw.obsolete),
    )


# ---------------------------------------------------------------- writing


def dump(catalogue: Catalogue) -> bytes:
    """`catalogue` as the bytes of its file: no dates, no order that could change."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = dict(catalogue.header)
    file.header = catalogue.comment
    for entry in catalogue.entries:
        file.append(_raw(entry))
    return str(file).encode()


def _raw(entry: Entry) -> polib.POEntry:
    comment = [entry.context] if entry.context else []
    if entry.origin:
        by = f", {entry.origin.by}" if entry.origin.by else ""
        comment.append(f"Origin: {entry.origin.kind}{by} [{entry.checksum}]")
    if entry.refusal:
        comment.append(f"Refused: {entry.refusal}")
    return polib.POEntry(
        msgctxt=entry.key.kind or None,
        msgid=entry.key.german,
        msgstr=entry.text,
        comment="\n".join(comment),
        tcomment=entry.note,
        occurrences=list(entry.reference),
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=entry.previous,
        previous_msgctxt=entry.key.kind if entry.previous else None,
        obsolete=entry.obsolete,
    )


def header(language: str, article: str) -> dict[str, str]:
    """A new catalogue's header. The date is a constant: files must not depend on the clock."""
    return {
        "Project-Id-Version": f"{article}",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": "1970-01-01 00:00+0000",
        "PO-Revision-Date": "1970-01-01 00:00+0000",
        "Last-Translator": "none yet",
        "Language-Team": language,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"summarizer {__version__.split('.')[0]}",
    }


def update(
    path: Path, change: Callable[[Catalogue | None], Catalogue], parsed: Parse | None = None
) -> tuple[Catalogue, bytes]:
    """Apply `change` to the catalogue in `path` as it is now (None where there is none).

    The file is read again immediately before it is written, and once more if somebody wrote in
    between, so a reviewer who saves while an engine is working loses nothing. It is replaced in
    one step, and only if an entry changed: other programs may lay a file out differently, and
    their layout stays.

    Returns:
        The catalogue, and the file's content that it stands for.

    Raises:
        InputError: for a file that is no catalogue; it is left as it is.
    """
    while True:
        before = content_of(path) if path.exists() else b""
        old = (parsed or parse)(before, str(path)) if path.exists() else None
        new = change(old)
        if new == old:
            return new, before
        with suppress(ChangedMeanwhileError):
            write_whole(path, content := dump(new), read_as=before)
            return new, content


# ---------------------------------------------------------------- merging


@dataclass(frozen=True)
class Wanted:
    """A segment that the article's pages show now, and what a reviewer should know of it."""

    key: Key
    context: str = ""
    reference: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Result:
    """What the glossary, the memory or an engine made of a segment; `refusal` says why not."""

    text: str
    origin: Origin
    refusal: str = ""


def merge(
    old: Catalogue | None,
    wanted: Sequence[Wanted],
    results: Mapping[Key, Result],
    *,
    language: str,
    article: str,
    checked: str = "",
) -> Catalogue:
    """The catalogue of an article whose pages now show `wanted`.

    A person's entry stays as it is; other entries take what `results` has, else keep what they
    have. German that is gone leaves an obsolete entry behind if a person worked on it. A new
    sentence that is much like one of those is offered its translation as a suggestion. `checked`
    says which fidelity check the machine's entries have been through.
    """
    known = {entry.key: entry for entry in (old.entries if old else ())}
    current = {item.key for item in wanted}
    gone = [
        replace(entry, obsolete=True, context="", reference=(), origin=None, checksum="")
        for entry in known.values()
        if entry.key not in current and (entry.obsolete or _worth_keeping(entry))
    ]
    gone = [replace(entry, refusal="", previous=None) for entry in gone]
    merged = [_merged(item, known.get(item.key), results.get(item.key), gone) for item in wanted]
    fields = {**header(language, article), **(old.header if old else {})}
    fields.pop(CHECKED, None)
    if checked and any(entry.fuzzy and not entry.by_person for entry in merged):
        fields[CHECKED] = checked
    return Catalogue(
        entries=(*merged, *gone),
        header=fields,
        comment=old.comment if old else _COMMENT.format(language=language),
    )


_COMMENT = """\
How to review: correct the translation and remove the "fuzzy" flag (Poedit: "Needs work").
Entries without that flag are published as they are and no build changes them."""


def _worth_keeping(entry: Entry) -> bool:
    """Whether a person worked on the entry, or on the one that the memory copied it from."""
    reviewed = entry.state is TranslationState.REVIEWED
    return entry.by_person or reviewed or bool(entry.note)


def _merged(item: Wanted, old: Entry | None, result: Result | None, gone: list[Entry]) -> Entry:
    entry = replace(
        old or Entry(item.key), context=item.context, reference=item.reference, obsolete=False
    )
    if entry.by_person:
        refusal = result.refusal if result and result.text == entry.text and entry.fuzzy else ""
        kept = entry.previous if entry.fuzzy else None
        return replace(entry, origin=None, checksum="", refusal=refusal, previous=kept)
    if result is not None:
        machine = result.origin.kind is OriginKind.MACHINE
        entry = replace(
            entry,
            text=result.text,
            origin=result.origin,
            checksum=checksum(result.text),
            refusal=result.refusal,
            fuzzy=machine,
            previous=None,
        )
    if entry.state is TranslationState.REVIEWED or entry.state is TranslationState.GLOSSARY:
        return entry
    if result is None and entry.origin and entry.origin.kind is OriginKind.EARLIER:
        entry = replace(entry, text="", origin=None, checksum="", fuzzy=False, previous=None)
    return _with_suggestion(entry, gone)


def _with_suggestion(entry: Entry, gone: Iterable[Entry]) -> Entry:
    """`entry` with the translation of the sentence that it was before an edit, if there is one."""
    if entry.key.kind not in {str(kind) for kind in PROSE}:
        return entry
    earlier = _most_similar(entry.key, gone)
    if earlier is None:
        return entry
    if entry.text:
        hint = f"Earlier German: {earlier.key.german}\nEarlier translation: {earlier.text}"
        return replace(entry, context=f"{entry.context}\n{hint}".strip())
    return replace(
        entry,
        text=earlier.text,
        fuzzy=True,
        origin=Origin(OriginKind.EARLIER),
        checksum=checksum(earlier.text),
        previous=earlier.key.german,
    )


def _most_similar(key: Key, gone: Iterable[Entry]) -> Entry | None:
    best: tuple[float, str] | None = None
    found: Entry | None = None
    for entry in gone:
        if entry.key.kind != key.kind or entry.fuzzy or not entry.text:
            continue
        match = difflib.SequenceMatcher(None, entry.key.german, key.german, autojunk=False)
        if match.real_quick_ratio() < SIMILAR or match.quick_ratio() < SIMILAR:
            continue
        rank = (match.ratio(), entry.key.german)
        if rank[0] >= SIMILAR and (best is None or rank > best):
            best, found = rank, entry
    return found


def path_of(folder: Path, language: str, article: str) -> Path:
    """Where the catalogue of `article` lies below the folder of all translations.

    Raises:
        ValueError: for an id that is not a plain file name.
    """
    if article != Path(article).name or article.startswith("."):
        raise ValueError(f"not a file name: {article!r}")
    return folder / language / f"{article}.po"
