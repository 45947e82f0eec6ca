"""Fuzz reading and figures, guided by which lines of code an input reaches.

    .venv/bin/pip install -r tools/fuzz/requirements.txt
    .venv/bin/python tools/fuzz/fuzz.py reading corpus/reading -max_total_time=1800
    .venv/bin/python tools/fuzz/fuzz.py figures corpus/figures -max_total_time=1800

What follows the target's name is libFuzzer's: folders of inputs to begin with and to add to, then
options. Each new failure (by the line that raised it) is written to ``findings/`` and the search
goes on; ``fuzz.py TARGET FILE`` runs one input alone and shows the traceback. A failure is an
exception other than the `InputError` that unusable input is refused with, a result that is wrong
in itself, or more than `SLOW` seconds.
"""

from __future__ import annotations

import hashlib
import math
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summarizer"]):
    from summarizer.extraction import summarise
    from summarizer.extraction.figures import find_figures
    from summarizer.german.pipeline import analyse
    from summarizer.problem import InputError
    from summarizer.reading import READERS, read_article
    from summarizer.summary import Article, Sentence, Summary, TitleOrigin

SLOW = 5.0
"""Seconds that no input of libFuzzer's size (4 KB) may take."""
FINDINGS = Path("findings")
ENDINGS = sorted(READERS)
_folder = Path(tempfile.mkdtemp())


def read(data: bytes) -> None:
    """Read a file of these bytes, but for the first, which chooses its ending."""
    if not data:
        return
    path = _folder / f"artikel{ENDINGS[data[0] % len(ENDINGS)]}"
    path.write_bytes(data[1:])
    try:
        article = read_article(path, shown_as=path.name)
    except InputError:
        return
    assert [sentence.id for sentence in article.sentences] == list(range(len(article.sentences)))
    assert article.title
    Article.model_validate_json(article.model_dump_json())


def figures(data: bytes) -> None:
    """Find the figures of a line of text, and everything else in it."""
    text = " ".join(data.decode("utf-8", "ignore").split())
    article = Article(
        id="a",
        path="a.txt",
        title="",
        title_origin=TitleOrigin.DERIVED,
        sentences=(Sentence(id=0, text=text),),
    )
    for figure in find_figures(analyse(article)):
        assert text[figure.start :].startswith(figure.surface)
        for value in (figure.value, figure.value_max):
            assert value is None or math.isfinite(value)
    Summary.model_validate_json(summarise(article).model_dump_json())


TARGETS: dict[str, Callable[[bytes], None]] = {"reading": read, "figures": figures}


def keeping_failures(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """`target`, with each new failure written down instead of raised."""
    seen: set[str] = set()

    def run(data: bytes) -> None:
        began = time.monotonic()
        what = told = ""
        try:
            target(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
            told = traceback.format_exc()
        if not what and time.monotonic() - began > SLOW:
            what = f"slow-{len(data).bit_length()}"
            told = f"{time.monotonic() - began:.1f} seconds"
        if what and what not in seen:
            seen.add(what)
            FINDINGS.mkdir(exist_ok=True)
            name = f"{what}-{hashlib.sha256(data).hexdigest()[:8]}"
            (FINDINGS / name).write_bytes(data)
            (FINDINGS / f"{name}.txt").write_text(told, encoding="utf-8")

    return run


def main() -> None:
    """Run one input, or search until libFuzzer is told to stop."""
    name, *rest = sys.argv[1:] or [""]
    if name not in TARGETS:
        raise SystemExit(f"fuzz.py {'|'.join(TARGETS)} [FOLDER ...] [-option=value ...]")
    if len(rest) == 1 and Path(rest[0]).is_file():
        TARGETS[name](Path(rest[0]).read_bytes())
        return
    for folder in rest:
        if not folder.startswith("-"):
            Path(folder).mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *rest], keeping_failures(TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
