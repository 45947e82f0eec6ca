"""How many elements a piece of HTML has, and how deep they stand within one another."""

from __future__ import annotations

from lxml import etree, html

from summarizer.problem import InputError
from summarizer.reading.limits import Limits


def check_nesting(
    tree: html.HtmlElement, shown_as: str, limits: Limits, line: int | None = None
) -> None:
    """Refuse `tree` if its elements are more, or nested deeper, than `limits` allow.

    libxml2 cuts what is deeper than 256: text would be lost without a word.

    Raises:
        InputError: They are; `line` is that of the file where the HTML begins.
    """
    depth = elements = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if elements > limits.max_html_elements:
            raise InputError(
                shown_as,
                f"has more than {limits.max_html_elements:,} elements",
                "Save the article's text as .txt or .md.",
                line,
            )
        if depth > limits.max_html_depth:
            raise InputError(
                shown_as,
                f"nests elements more than {limits.max_html_depth} deep",
                "Save the article's text as .txt or .md.",
                line,
            )
