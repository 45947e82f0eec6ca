"""What Argos' models are known to do wrong, put right where that is safe, or recognised.

`tidy` repairs the surface: spaces, punctuation, quotation marks, the first capital, a number
left in the source language's notation, a word said twice. It never changes a digit, a number
word or their order: a repair that would is dropped (see `_guarded`). `defect` recognises
output that no repair makes right: the segment gets another candidate of the beam, a second
try, or stays pending.

Loops are argos-translate issues 318 and 428: a short input such as a single noun comes back
three times over, or without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from babel import Locale, UnknownLocaleError
from text_to_num import alpha2digit

from summarizer import word_lists

_DOUBLE_MARKS = '"“”„‟«»'
_CLOSERS = "\"“”»’')]"
_SENTENCE_END = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}]*$")
_ABBREVIATION = re.compile(r"(?:\b\w\.|\.\w+\.|\b(?:Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|No|Sr|St|vs))$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f’']\d+)*")
_DOUBLED = re.compile(r"\b([^\W\d_]+)(?: (?i:\1))+\b")
_TWICE_RIGHTLY = frozenset({"at", "had", "her", "in", "is", "on", "that"})
"""English words that may rightly follow themselves: "put it at at least 40", "had had enough"."""
_BLANKS = re.compile(r"[ \t\r\n]+")
"""Not the no-break spaces: French numbers have them."""
_LONGEST_LOOP = 12
_SPACED_MARKS = frozenset({"fr"})
"""Languages that put a space before ``: ; ! ?``."""


def tidy(source: str, output: str, *, source_language: str, target_language: str) -> str:
    """`output`, a translation of `source`, with its surface repaired; digits stay as they are."""
    text = _BLANKS.sub(" ", output).strip()
    steps: tuple[Callable[[str], str], ...] = (
        lambda t: _close_gaps(t, target_language),
        _undouble_punctuation,
        lambda t: _undouble_words(source, t),
        lambda t: _match_end(source, t),
        lambda t: _match_quotes(source, t, target_language),
        lambda t: _match_first_capital(source, t),
    )
    for _ in range(8):  # One repair can make room for another.
        before = text
        for step in steps:
            text = _guarded(text, step(text), target_language)
        if text == before:
            break
    return _renotate(source, text, source_language, target_language)


def defect(source: str, output: str) -> str:
    """Why `output` cannot be the translation of `source`; empty where nothing speaks against it.

    Only what is wrong whatever the sentence says. Whether numbers, names and hedges survived
    is for the fidelity check.
    """
    if not output.strip():
        return "empty"
    if "⁇" in output or "<unk>" in output:
        return "unknown word"
    if _loop(output) and not _loop(source):
        return "repeats itself"
    words, given = _WORD.findall(output), _WORD.findall(source)
    if len(words) > 3 * len(given) + 8:
        return "far longer than the original"
    if output.isupper() and not source.isupper() and len(words) > 2:
        return "all in capitals"
    kept = [w for w in words if w in given and w[0].islower()]
    if len(words) > 2 and words == given and kept:
        return "not translated"
    return ""


def collapse(source: str, output: str, *, language: str) -> str:
    """`output` with each loop said once, unless a number is in it or `source` loops as well."""
    if _loop(source):
        return output
    text = output
    while (found := _loop(text)) is not None:
        unit = text[found[0] : found[1]]
        if re.search(r"\d", unit):
            return output
        text = text[: found[1]] + text[found[2] :]
    return _guarded(output, text, language)


def _loop(text: str) -> tuple[int, int, int] | None:
    """The first loop: start and end of what is repeated, and the end of its last repetition.

    One or two words said three times over, or three and more said twice.
    """
    words = list(_WORD.finditer(text))
    lowered = [match[0].lower() for match in words]
    for start in range(len(words)):
        for size in range(1, min(_LONGEST_LOOP, (len(words) - start) // 2) + 1):
            unit = lowered[start : start + size]
            times = 1
            while lowered[start + times * size : start + (times + 1) * size] == unit:
                times += 1
            if times >= (3 if size < 3 else 2):
                return (
                    words[start].start(),
                    words[start + size - 1].end(),
                    words[start + times * size - 1].end(),
                )
    return None


def _guarded(before: str, after: str, language: str) -> str:
    """`after`, unless a number of `before` is another one or in another place there."""
    if before == after or _numbers(before, language) == _numbers(after, language):
        return after
    return before


def _numbers(text: str, language: str) -> tuple[list[str], list[str]]:
    """The numbers as written, and as digits with number words read (where text2num can)."""
    written: list[str] = _NUMBER.findall(text)
    try:
        return written, _NUMBER.findall(alpha2digit(text, language))
    except ValueError:
        # A language whose number words nobody here can read: no word may go.
        return written, _WORD.findall(text)


def _close_gaps(text: str, language: str) -> str:
    """No space before a mark that takes none, none just inside brackets."""
    marks = ",." if language in _SPACED_MARKS else ",.;:!?"
    text = re.sub(rf"(?<=\w|[)\]%\"”’»]) +(?=[{marks}](?:\s|[{re.escape(_CLOSERS)}]|$))", "", text)
    text = re.sub(r"(?<=[(\[]) +", "", text)
    return re.sub(r" +(?=[)\]])", "", text)


def _undouble_punctuation(text: str) -> str:
    """One mark where several stand, but for an ellipsis and for ``?!``."""
    text = re.sub(r"([,;:])(?: ?[,;:])+(?=\s|$)", r"\1", text)
    text = re.sub(r"(?<![.])\.(?: ?,)(?=\s)", ",", text)
    text = re.sub(r"(?<=[\w)\]%\"”’»])(?:\. ?\.|,\.)(?=\s|[\"”’»]|$)", ".", text)
    text = re.sub(r"([?!])(?: ?\1)+", r"\1", text)
    return re.sub(r"([?!]) ?\.(?=\s|[\"”’»]|$)", r"\1", text)


def _undouble_words(source: str, text: str) -> str:
    """A word said twice in a row once, unless the source does so too (``Bora Bora``)."""
    if _DOUBLED.search(source):
        return text
    return _DOUBLED.sub(lambda m: m[0] if m[1].lower() in _TWICE_RIGHTLY else m[1], text)


def _match_end(source: str, text: str) -> str:
    """A sentence ends as the original does; a headline or label has no full stop."""
    if not text:
        return text
    source = source.rstrip()
    ends = _SENTENCE_END.search(source)
    if ends is None:
        if source.endswith(":"):
            return text[:-1] + ":" if text.endswith(".") else text
        if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
            return text[:-1].rstrip()
        return text
    if _SENTENCE_END.search(text) or text.endswith((",", ";", ":", "-", "–")):
        return text
    return text + source[ends.start()]


def _match_quotes(source: str, text: str, language: str) -> str:
    """The language's own marks where the text has as many as the original."""
    marks = word_lists.load("summarizer.translation", "quotation_marks").get(language)
    given = [c for c in source if c in _DOUBLE_MARKS]
    found = [i for i, c in enumerate(text) if c in _DOUBLE_MARKS]
    if marks is None or not found or len(found) % 2 or len(given) != len(found):
        return text
    pieces: list[str] = []
    last = 0
    for number, index in enumerate(found):
        between = text[last:index]
        opens = number % 2 == 0
        pieces.append(between if opens else between.strip())
        pieces.append(marks[0] if opens else marks[1])
        last = index + 1
    pieces.append(text[last:])
    return "".join(pieces)


def _match_first_capital(source: str, text: str) -> str:
    """A sentence begins with a capital if the original does; a label keeps its own."""
    first = re.search(r"[^\W\d_]+", text)
    given = re.search(r"[^\W_]", source)
    if first is None or given is None or not given[0].isupper():
        return text
    if not (_SENTENCE_END.search(source.rstrip()) or len(source.split()) > 3):
        return text
    word = first[0]
    # Only at the very start (after quotation marks or brackets), and not "iPhone" or "eBay".
    if re.search(r"[\w,;]", text[: first.start()]) or not word.islower():
        return text
    return text[: first.start()] + word[0].upper() + text[first.start() + 1 :]


def _renotate(source: str, text: str, source_language: str, target_language: str) -> str:
    """A number copied from the original letter by letter in the target's notation.

    ``10.000`` is ten thousand in German and ten in English: where the English has the very
    characters of the German number, they are the German number.
    """
    try:
        here, there = (_separators(code) for code in (source_language, target_language))
    except UnknownLocaleError:
        return text
    if here == there:
        return text
    copied = set(_NUMBER.findall(source))

    def rewrite(match: re.Match[str]) -> str:
        number = match[0]
        if number not in copied or not _is_number(number, *here):
            return number
        swap = {here[0]: there[0], here[1]: there[1]}
        return "".join(swap.get(c, c) for c in number)

    return _NUMBER.sub(rewrite, text)


def _separators(code: str) -> tuple[str, str]:
    symbols = Locale.parse(code, sep="-").number_symbols["latn"]
    return symbols["group"], symbols["decimal"]


def _is_number(text: str, group: str, decimal: str) -> bool:
    """Whether `text` is a number in this notation, with a separator in it.

    A clock time (20.15), a date (24.2.) and a version (3.11.7) are none in German.
    """
    pattern = rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})*(?:{re.escape(decimal)}\d+)?"
    plain = rf"\d+{re.escape(decimal)}\d+"
    return not text.isdigit() and bool(re.fullmatch(f"{pattern}|{plain}", text))
