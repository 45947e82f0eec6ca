"""YAML that people write (front matter, settings, glossaries), read strictly.

Only plain data: no anchors or aliases (they can explode), no tags (they can construct objects),
no key twice in one mapping. `read` checks a text against a pydantic model and, where it does not
fit, says which key on which line and what would be accepted.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, SequenceNode
from yaml.resolver import Resolver

from summarizer.problem import InputError

MAX_DEPTH = 20
"""Deepest nesting accepted; PyYAML recurses, so unbounded depth would exhaust the stack."""

# What helps against PyYAML's commonest complaints, by how they begin.
_HINTS = {
    "mapping values are not allowed": "A value with a colon in it needs quotation marks, "
    'such as title: "One: two".',
    "expected '<document start>'": "Begin every key at the left edge of its line.",
    "expected <block end>": "Put the whole value in quotation marks (' inside of \", or the other "
    "way round), and begin every key at the left edge of its line.",
    "found character '\\t'": "Use spaces instead of tabs.",
    "found character": "A value that begins with this character needs quotation marks.",
    "found unexpected end of stream": "Close the quotation mark or bracket.",
    "could not find expected ':'": "Write each line as key: value.",
    "found undefined tag": "A value that begins with ! needs quotation marks.",
}

_MORE = 5
"""So many mistakes after the first are named in full."""

_Loc = tuple[str | int, ...]
_M = TypeVar("_M", bound=BaseModel)


class _Refused(yaml.MarkedYAMLError):
    """A construct that strict YAML does not have."""


class _Strict(Composer, SafeConstructor, Resolver):
    """Makes data of a parser's events; refuses aliases, anchors, tags and depth."""

    peek_event: Callable[[], Any]

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event = self.peek_event()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                problem="anchors and aliases are not allowed", problem_mark=event.start_mark
            )
        if getattr(event, "tag", None):
            raise _Refused(
                problem=f"the tag {event.tag} is not allowed", problem_mark=event.start_mark
            )
        self._depth = getattr(self, "_depth", 0) + 1
        if self._depth > MAX_DEPTH:
            raise _Refused(problem="nested too deeply", problem_mark=event.start_mark)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_object(self, node: Node, deep: bool = False) -> Any:
        """The data of `node`; a date that does not exist is refused with its line."""
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:
            raise _Refused(problem=str(error), problem_mark=node.start_mark) from error


class _Loader(_Strict, yaml.SafeLoader):
    """Reads in Python, with messages that say what is wrong."""


try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml
    _FastLoader: type[Any] = _Loader
else:

    class _FastLoader(_Strict, CParser):  # type: ignore[no-redef]
        """Reads with libyaml, five times as fast; its messages are too terse to show."""

        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            Composer.__init__(self)
            SafeConstructor.__init__(self)
            Resolver.__init__(self)


def _line_of(node: Node, lines: dict[_Loc, int], where: _Loc = ()) -> None:
    """Note the line (from 0) of every key and item; refuse a key that comes twice."""
    lines[where] = node.start_mark.line
    if isinstance(node, MappingNode):
        for key, value in node.value:
            place = (*where, str(key.value))
            if place in lines:
                raise _Refused(
                    problem=f"the key {key.value!r} comes twice", problem_mark=key.start_mark
                )
            _line_of(value, lines, place)
            lines[place] = key.start_mark.line
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            _line_of(value, lines, (*where, index))


def load(text: str, path: str, *, first_line: int = 1) -> tuple[Any, dict[_Loc, int]]:
    """The data in `text`, and the line of each place in it as the user counts them.

    Args:
        text: a YAML document; an empty one gives None.
        path: the file's name for messages.
        first_line: the line of the file that `text` begins on, from 1.

    Raises:
        InputError: for anything that is not plain, unambiguous YAML.
    """
    try:
        try:
            return _load(_FastLoader, text, first_line)
        except (yaml.YAMLError, ValueError):
            return _load(_Loader, text, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else first_line
        problem = error.problem or ""
        hint = next((h for begin, h in _HINTS.items() if problem.startswith(begin)), None)
        raise InputError(
            path, f"not valid YAML: {problem}", hint or "Correct the line.", line
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(path, f"not valid YAML: {error}", "Correct it.", first_line) from error


def _load(loader_type: type[Any], text: str, first_line: int) -> tuple[Any, dict[_Loc, int]]:
    loader = loader_type(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {}
        lines: dict[_Loc, int] = {}
        _line_of(node, lines)
        data = loader.construct_document(node)
    finally:
        loader.dispose()
    return data, {where: first_line + line for where, line in lines.items()}


def read(model: type[_M], text: str, path: str, *, first_line: int = 1) -> _M:
    """`text` as an instance of `model`; an empty document gives the model's defaults.

    Raises:
        InputError: naming each key that does not fit with its line, and what would be accepted
            instead of the first.
    """
    data, lines = load(text, path, first_line=first_line)
    if data is None:
        data = {}
    try:
        return model.model_validate(data)
    except ValidationError as error:
        _explain(error, model, path, lines, first_line)


def _explain(
    error: ValidationError, model: type[BaseModel], path: str, lines: dict[_Loc, int], first: int
) -> NoReturn:
    """Raise pydantic's first finding as an `InputError`, with the others in its message."""
    found = []
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        loc = each["loc"]
        line = next((lines[loc[:n]] for n in range(len(loc), -1, -1) if loc[:n] in lines), first)
        found.append((line, *_told(loc, each["type"], each["msg"], model)))
    found.sort(key=lambda each: each[0])
    line, message, hint = found[0]
    others = [f"line {number}: {what}" for number, what, _ in found[1:]]
    if len(others) > _MORE:
        others[_MORE:] = [f"{len(others) - _MORE} more"]
    raise InputError(path, "; ".join([message, *others]), hint, line) from error


def _told(where: _Loc, kind: str, said: str, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong at `where`, and what helps."""
    if not where:
        hint = "Write each line as key: value, with a space after the colon."
        return f"the document: {said}", hint
    key = ".".join(str(part) for part in where)
    if kind == "extra_forbidden":
        return f"unknown key {key!r}", _did_you_mean(where, model)
    return f"{key}: {said}", "Correct the value."


def _did_you_mean(where: _Loc, model: type[BaseModel]) -> str:
    known = _keys(model, where[:-1])
    close = difflib.get_close_matches(str(where[-1]), known, n=1)
    listing = "Known keys: " + ", ".join(known) + "."
    return f"Did you mean {close[0]!r}? {listing}" if close else listing


def _keys(model: type[BaseModel], where: Iterable[str | int]) -> list[str]:
    """The keys that `model` accepts at `where`."""
    for part in where:
        field = model.model_fields.get(str(part))
        annotation = field.annotation if field else None
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return list(model.model_fields)
