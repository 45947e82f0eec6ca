"""Find a text's encoding and decode it: Unicode in all its forms, or a Western 8-bit set."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from summarizer.problem import InputError

# UTF-32 before UTF-16: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files begin that people mistake for text (https://en.wikipedia.org/wiki/List_of_file_signatures).
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

# 8-bit sets of German texts, most likely first: Windows, DOS, old Macintosh.
_EIGHT_BIT = ("cp1252", "cp850", "mac_roman")
# What a German text has beyond ASCII. Decoded with the wrong set it shows other characters
# ("für" read as DOS is "f³r"), which is how the right one is told.
_EXPECTED = frozenset("äöüÄÖÜßéèêëàâáçñóôíïúãåøæ„“”‚‘’»«›‹–—…€§°²³½¼·•©®´`\u00a0\u00ad")
_ENOUGH = 0.9

_SAVE_AS_UTF8 = "Save the file as plain text in UTF-8."


def decode(data: bytes, shown_as: str) -> str:
    """The text of `data`, without a byte order mark.

    Tried in order: a byte order mark, UTF-16 by its pattern of zero bytes, UTF-8, and the 8-bit
    sets of German texts, of which one is taken only if it makes German characters.

    Raises:
        InputError: `data` is empty, binary, or in no encoding that can be told with certainty;
            with the line of the first byte that doesn't fit where there is one.
    """
    if not data:
        raise InputError(shown_as, "is empty", "Put an article into it or delete it.")
    for start, what in _NOT_TEXT:
        if data.startswith(start):
            raise InputError(shown_as, f"is {what}, not text", _SAVE_AS_UTF8)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding, shown_as), shown_as)
    utf16 = _utf16_by_zeros(data)
    if utf16:
        return _checked(_strictly(data, utf16, shown_as), shown_as)
    if b"\0" in data:
        raise _binary(shown_as, data.count(b"\n", 0, data.index(b"\0")) + 1)
    try:
        return _checked(data.decode("utf-8"), shown_as)
    except UnicodeDecodeError as error:
        return _checked(_eight_bit(data, error.start, shown_as), shown_as)


def _strictly(data: bytes, encoding: str, shown_as: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        message = f"is not valid {encoding.upper()}, as its beginning claims"
        raise InputError(shown_as, message, _SAVE_AS_UTF8, line) from error


def _utf16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all characters of German have one zero byte, same side."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    if even > 0.7 and odd < 0.1:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes, bad: int, shown_as: str) -> str:
    """Decode `data`, which stops being UTF-8 at offset `bad`, by the set that makes German."""
    line = data.count(b"\n", 0, bad) + 1
    # A letter pair such as "Ã¼" read as UTF-8 means that both encodings are in the file.
    if _has_multibyte(data[:bad]) or _has_multibyte(data[bad:]):
        raise InputError(shown_as, "mixes UTF-8 with another encoding", _SAVE_AS_UTF8, line)
    for encoding in _EIGHT_BIT:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        beyond = [c for c in text if c > "\x7f"]
        if sum(c in _EXPECTED for c in beyond) >= _ENOUGH * len(beyond):
            return text
    guess = from_bytes(data[:100_000]).best()
    seems = f" (it may be {guess.encoding})" if guess else ""
    raise InputError(shown_as, f"is in no encoding that is read here{seems}", _SAVE_AS_UTF8, line)


def _has_multibyte(data: bytes) -> bool:
    """Whether `data` holds UTF-8's two bytes for a German letter ("ü" = C3 BC)."""
    return any(letter.encode() in data for letter in "äöüßÄÖÜé„“–")


def _checked(text: str, shown_as: str) -> str:
    """`text`, unless it holds what no text has."""
    if "\0" in text:
        raise _binary(shown_as, text.count("\n", 0, text.index("\0")) + 1)
    odd = sum(1 for c in text if c < " " and c not in "\t\n\v\f\r\x1b")
    if odd > 8 and odd > len(text) / 50:
        raise InputError(shown_as, "is binary, not text", _SAVE_AS_UTF8)
    if not text.strip("\ufeff \t\r\n\v\f\u00a0\u200b\u2028\u2029"):
        raise InputError(
            shown_as, "has nothing but white space", "Put an article into it or delete it."
        )
    return text


def _binary(shown_as: str, line: int) -> InputError:
    return InputError(shown_as, "is binary, not text: it holds a NUL byte", _SAVE_AS_UTF8, line)
