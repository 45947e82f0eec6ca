"""Any text gives JSON that keeps the contract, or a clear refusal, and in bounded time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.executors import ExecutorSettings
from summarizer.problem import Problem
from summarizer.reading import READERS, Limits
from summarizer.summaries import summaries_of
from summarizer.summary import Summary

SECONDS = 5.0
"""No text of the size that hypothesis makes up may take as long."""

PIECES = [
    "Der Stadtrat hat den Haushalt beschlossen.", "Sie sagte:", "„Wir kommen“,", "so die Polizei.",
    "Laut Ute Beispiel", "30", "3,5 Millionen", "bis zu", "10.000", "Euro", "Prozent", "der", "und",
    "soll", "hieß es", "am 3. Mai 2024", "(dpa)", "–", "\n", "\n\n", "\t", ". ", "!", "?", "…", "»",
    "# ", "## ", "- ", "> ", "* ", "---\n", "title: A\n", "date: 2024-01-01\n", "tags: [a]\n",
    "```", "![a](b)", "[a](javascript:b)", "<p>", "</p>", "<html>", "<title>", "<script>", "<!--",
    "&amp;",
    "<article>", "<h1>", "<table>", "<frameset>", "\x1b[31m", "\u202e", "\u0301" * 40, "\u200d",
    "🙂", "\ufeff", "\x00", "\x85", "ﬀ", "İ", "ǅ", "١٢", "½", "²", "Ⅷ",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join),
    st.text(max_size=400),
)
contents = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    texts.map(lambda text: text.encode("utf-16", "ignore")),
    texts.map(lambda text: text.encode("cp1252", "ignore")),
    st.binary(max_size=300),
)


@pytest.fixture(scope="module")
def contract(repository: Path) -> jsonschema.Draft202012Validator:
    """The contract of what `summarizer extract` prints."""
    text = (repository / "tests" / "data" / "summary.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(
        json.loads(text), format_checker=jsonschema.FormatChecker(["date"])
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@pytest.fixture(scope="module")
def extract(folder: Path) -> Callable[[bytes, str], Summary | Problem]:
    """What `summarizer extract` does with a file of such a name."""

    def extract(content: bytes, ending: str) -> Summary | Problem:
        path = folder / f"artikel{ending}"
        path.write_bytes(content)
        with summaries_of([(path, path.name)], Limits(), ExecutorSettings()) as results:
            (result,) = results
            return result

    extract(b"Der Anfang ist gemacht.", ".txt")  # loads the lexicons
    return extract


def check(result: Summary | Problem, contract: jsonschema.Draft202012Validator) -> None:
    if isinstance(result, Problem):
        assert not result.message.startswith("internal error"), result.message
        assert result.hint
        assert str(result).replace("\n", "").isprintable()
        return
    data = json.loads(result.model_dump_json())
    contract.validate(data)
    ids = range(len(result.sentences))
    assert [sentence.id for sentence in result.sentences] == list(ids)
    for figure in result.figures:
        text = result.sentences[figure.sentence].text
        assert text[figure.start :].startswith(figure.surface)
        assert figure.source is None or figure.source < len(result.sources)
    for source in result.sources:
        assert all(statement.sentence in ids for statement in source.statements)
    assert all(fact.sentence in ids for fact in result.key_facts)
    for text in (result.title, *(sentence.text for sentence in result.sentences)):
        assert not [c for c in text if c < " " or "\x7f" <= c < "\xa0" or c in "\u202e\u2028"]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=contents, ending=st.sampled_from(sorted(READERS)))
@example(content=b"<html><title>a\n\nDer Rat hat es beschlossen.", ending=".md")  # by fuzzing
@example(content=b"<frameset><frame>\n\nDer Rat hat es beschlossen.", ending=".md")  # by fuzzing
@example(content=b"---\n" + b"# " * 27 + b"\n\nDer Rat hat es beschlossen.", ending=".md")
@example(content=b"---\n" + b"# " * 27 + b"\n\nDer Rat hat es beschlossen.", ending=".txt")
def test_any_file_gives_contract_json_or_a_refusal_in_bounded_time(
    content: bytes,
    ending: str,
    extract: Callable[[bytes, str], Summary | Problem],
    contract: jsonschema.Draft202012Validator,
) -> None:
    began = time.process_time()
    result = extract(content, ending)
    assert time.process_time() - began < SECONDS
    check(result, contract)


def test_the_contract_notices_what_breaks_it(
    extract: Callable[[bytes, str], Summary | Problem],
    contract: jsonschema.Draft202012Validator,
) -> None:
    result = extract(b"Es kamen 30 Leute, sagte Ute Beispiel.", ".txt")
    assert isinstance(result, Summary)
    data = json.loads(result.model_dump_json())
    assert contract.is_valid(data)
    data["figures"][0]["kind"] = "many"
    assert not contract.is_valid(data)
