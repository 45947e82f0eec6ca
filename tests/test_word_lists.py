"""The package's word lists mean the same whichever way PyYAML reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from summarizer import word_lists

LISTS = sorted((Path(__file__).parents[1] / "summarizer").rglob("*.yml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_read_as_the_reference_parser_reads_it(path: Path, repository: Path) -> None:
    package = ".".join(path.parent.relative_to(repository).parts)
    assert word_lists.load(package, path.stem) == yaml.safe_load(path.read_text("utf-8"))
