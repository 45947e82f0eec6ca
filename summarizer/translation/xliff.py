"""XLIFF 1.2, for agencies and their tools: a catalogue goes out as one file and comes back.

Written and read with lxml after the OASIS specification
(https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html). The one kept library for XLIFF,
translate-toolkit, is under the GPL, which this project's licence does not allow.

A unit's `id` is its kind and a checksum of the German, so a unit finds its entry again whatever a
tool does to the order, and one whose German has changed meanwhile is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from summarizer import __version__
from summarizer.problem import InputError
from summarizer.summary import TranslationState
from summarizer.translation.catalogue import Catalogue, Entry, Key, checksum

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
MAX_BYTES = 50_000_000

_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {
    TranslationState.REVIEWED: "final",
    TranslationState.GLOSSARY: "final",
    TranslationState.MACHINE: "needs-review-translation",
    TranslationState.REFUSED: "needs-translation",
    TranslationState.PENDING: "needs-translation",
}
DONE = frozenset({"final", "signed-off", "translated"})
"""Target states that count as a person's word; `approved="yes"` does, too."""


@dataclass(frozen=True)
class Unit:
    """One translation that came back."""

    id: str
    german: str
    text: str
    done: bool
    note: str = ""


@dataclass(frozen=True)
class Returned:
    """What a file holds: the article it belongs to, its languages and its units."""

    article: str
    source: str
    target: str
    units: tuple[Unit, ...]


def unit_id(key: Key) -> str:
    """The identity of an entry in XLIFF."""
    return f"{key.kind}-{checksum(key.german)}"


def export(catalogue: Catalogue, article: str, source: str, target: str) -> bytes:
    """`catalogue` as an XLIFF file, without its obsolete entries."""
    # lxml's stubs do not know that the default namespace has the prefix None.
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("version", "1.2")
    file = _child(root, "file")
    file.set("original", article)
    file.set("source-language", source)
    file.set("target-language", target)
    file.set("datatype", "plaintext")
    tool = _child(_child(file, "header"), "tool")
    tool.set("tool-id", "summarizer")
    tool.set("tool-name", "summarizer")
    tool.set("tool-version", __version__)
    body = _child(file, "body")
    for entry in catalogue.entries:
        if entry.state is not None:
            _add_unit(body, entry, source, target)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _child(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = text
    return child


def _add_unit(body: etree._Element, entry: Entry, source: str, target: str) -> None:
    state = entry.state or TranslationState.PENDING
    unit = _child(body, "trans-unit")
    unit.set("id", unit_id(entry.key))
    unit.set("restype", f"x-{entry.key.kind}")
    unit.set("approved", "yes" if _STATES.get(state) == "final" else "no")
    _child(unit, "source", entry.key.german).set(f"{_XML}lang", source)
    translation = _child(unit, "target", entry.text)
    translation.set(f"{_XML}lang", target)
    translation.set("state", _STATES.get(state, "needs-translation"))
    for name, number in entry.reference:
        group = _child(unit, "context-group")
        group.set("purpose", "location")
        _child(group, "context", name).set("context-type", "sourcefile")
        if number:
            _child(group, "context", number).set("context-type", "linenumber")
    if entry.refusal:
        _child(unit, "note", f"Refused: {entry.refusal}").set("from", "fidelity check")
    if entry.context:
        _child(unit, "note", entry.context).set("from", "summarizer")
    if entry.note:
        _child(unit, "note", entry.note).set("from", "reviewer")


def read(path: Path) -> Iterator[Returned]:
    """What the XLIFF file `path` holds, one item a ``<file>`` in it.

    Raises:
        InputError: naming the line, for anything but XLIFF 1.2 with the parts that are needed.
    """
    name = str(path)
    if path.stat().st_size > MAX_BYTES:
        raise InputError(name, f"larger than {MAX_BYTES:,} bytes", "Is it an XLIFF file?")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        data = path.read_bytes()
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(name, f"not XML: {error.msg}", "Export it again.", error.lineno) from error
    if b"<!DOCTYPE" in data:
        raise InputError(name, "has a document type, which XLIFF has not", "Export it again.", 1)
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        raise InputError(name, "not XLIFF 1.2", "Ask for an export in XLIFF 1.2.", _line(root))
    for file in root.iterfind(f"{{{NAMESPACE}}}file"):
        yield Returned(
            article=_required(file, "original", name),
            source=_required(file, "source-language", name),
            target=_required(file, "target-language", name),
            units=tuple(_unit(u, name) for u in file.iter(f"{{{NAMESPACE}}}trans-unit")),
        )


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) else None


def _required(element: etree._Element, attribute: str, path: str) -> str:
    value = element.get(attribute)
    if not value:
        what = etree.QName(element).localname
        raise InputError(path, f"<{what}> without {attribute}", "Export it again.", _line(element))
    return value


def _unit(element: etree._Element, path: str) -> Unit:
    source = element.find(f"{{{NAMESPACE}}}source")
    if source is None:
        raise InputError(path, "<trans-unit> without <source>", "Export it again.", _line(element))
    target = element.find(f"{{{NAMESPACE}}}target")
    notes = [
        _text(note)
        for note in element.iterfind(f"{{{NAMESPACE}}}note")
        if note.get("from") not in ("summarizer", "fidelity check")
    ]
    state = "" if target is None else target.get("state", "")
    return Unit(
        id=_required(element, "id", path),
        german=_text(source),
        text="" if target is None else _text(target),
        done=element.get("approved") == "yes" or state in DONE,
        note="\n".join(notes),
    )


def _text(element: etree._Element) -> str:
    """An element's words without inline mark-up, white space folded as in our texts."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


@dataclass(frozen=True)
class Imported:
    """What an import did: entries changed, left as they were, in conflict, and unknown ones."""

    catalogue: Catalogue
    changed: int
    same: int
    conflicts: tuple[str, ...]
    unknown: tuple[str, ...]


def apply(catalogue: Catalogue, units: Iterable[Unit], *, overwrite: bool = False) -> Imported:
    """`catalogue` with the translations of `units`.

    A unit that is done becomes a reviewed entry, one that is not stays to be reviewed. A reviewed
    entry with other words is a conflict: it stays, unless `overwrite` is given. Units without
    words, and those whose German the catalogue does not have, change nothing.
    """
    by_id = {unit_id(entry.key): entry for entry in catalogue.entries}
    changed: dict[Key, Entry] = {}
    same = 0
    conflicts: list[str] = []
    unknown: list[str] = []
    for unit in units:
        entry = by_id.get(unit.id)
        if entry is None or entry.key.german != unit.german:
            unknown.append(unit.german)
            continue
        note = unit.note or entry.note
        reviewed = entry.state is TranslationState.REVIEWED
        if not unit.text or (unit.text == entry.text and (not unit.done or not entry.fuzzy)):
            if note == entry.note:
                same += 1
                continue
            changed[entry.key] = replace(entry, note=note)
        elif reviewed and unit.text != entry.text and not overwrite:
            conflicts.append(unit.german)
        else:
            changed[entry.key] = replace(
                entry,
                text=unit.text,
                fuzzy=not unit.done,
                origin=None,
                checksum="",
                refusal="",
                previous=None,
                note=note,
            )
    entries = tuple(changed.get(entry.key, entry) for entry in catalogue.entries)
    return Imported(
        replace(catalogue, entries=entries), len(changed), same, tuple(conflicts), tuple(unknown)
    )
