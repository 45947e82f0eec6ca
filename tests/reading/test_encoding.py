"""The encoding of a file is found, or the file is refused with a reason."""

from __future__ import annotations

import pytest

from summarizer.problem import InputError
from summarizer.reading.encoding import decode

TEXT = "Über 1.000 Gäste prüften die Straße – „Größe“ zählt, 5 € Eintritt.\nÄrger gab es nicht.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "UTF-8", "UTF-8 with mark", "UTF-16 LE with mark", "UTF-16 BE with mark", "UTF-16 LE",
        "UTF-16 BE", "UTF-32 with mark", "Windows-1252",
    ],
)  # fmt: skip
def test_the_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "iso8859-1"])
def test_older_sets_are_told_by_the_german_letters_that_they_make(encoding: str) -> None:
    text = "Die Gäste prüften die Straße und die Größe der Bühne. Ärger gab es nicht.\n"

    assert decode(text.encode(encoding), "a.txt") == text


def test_plain_ascii_is_text() -> None:
    assert decode(b"Der Mann ging.\r\n", "a.txt") == "Der Mann ging.\r\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "has nothing but white space"),
        ("\ufeff\u00a0\u200b\n".encode(), "has nothing but white space"),
        (b"%PDF-1.7\nDer Mann ging.", "is a PDF, not text"),
        (b"PK\x03\x04\x14\0\x06\0", "is a zip archive or an Office document, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is a PNG image, not text"),
        (b"{\\rtf1\\ansi Der Mann ging.}", "is a Rich Text document, not text"),
        (b"Der Mann\0ging.", "is binary, not text: it holds a NUL byte"),
        (bytes(range(256)) * 4, "is binary, not text: it holds a NUL byte"),
        (bytes(range(1, 32)) * 40, "is binary, not text"),
        (b"\xff\xfe" + b"a\0\x00\xd8", "is not valid UTF-16-LE, as its beginning claims"),
        ("Gäste und ".encode() + "Bühne".encode("cp1252"), "mixes UTF-8 with another encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")

    assert caught.value.problem.path == "a.txt"
    assert caught.value.problem.message == message
    assert caught.value.problem.hint


def test_an_encoding_that_makes_no_german_is_refused() -> None:
    russian = "Президент приехал в город и встретился с жителями. " * 5

    with pytest.raises(InputError, match="is in no encoding that is read here"):
        decode(russian.encode("cp1251"), "a.txt")


def test_the_line_of_the_first_byte_that_does_not_fit_is_named() -> None:
    data = "Gäste kamen.\nViele blieben.\nDie ".encode() + "Bühne".encode("cp1252")

    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")

    assert caught.value.problem.line == 3
