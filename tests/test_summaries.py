"""Articles become summaries once, and one that cannot be used costs no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import summaries
from summarizer.cli.progress import NoProgress
from summarizer.executors import ExecutorSettings
from summarizer.reading import Limits
from summarizer.summaries import Found, summarise_seeds

GOOD = "Der Stadtrat hat am Montag den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"


def found(project: Path, **changes: Path) -> Found:
    return summarise_seeds(
        project, project / ".cache", Limits(), ExecutorSettings(processes=1), NoProgress()
    )


def seed(project: Path, name: str, text: str = GOOD) -> None:
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def test_every_article_has_a_summary_in_the_order_of_the_names(project: Path) -> None:
    for name in ("b.txt", "c.md", "a.txt"):
        seed(project, name)
    assert [s.path for s in found(project).summaries] == [
        "seeds/a.txt",
        "seeds/b.txt",
        "seeds/c.md",
    ]


def test_unchanged_articles_are_not_analysed_again(project: Path) -> None:
    seed(project, "a.txt")
    seed(project, "b.txt")
    first = found(project)
    seed(project, "b.txt", GOOD.replace("30", "40"))
    second = found(project)
    assert (first.analysed, second.analysed) == (2, 1)
    assert second.summaries[0] == first.summaries[0]
    assert second.summaries[1].figures[0].value == 40_000_000


def test_an_article_that_cannot_be_used_costs_no_other(project: Path) -> None:
    seed(project, "a.txt")
    seed(project, "b.txt", "   \n")
    result = found(project)
    assert [s.id for s in result.summaries] == ["a"]
    assert [p.path for p in result.problems] == ["seeds/b.txt"]


def test_a_defect_of_ours_costs_no_other_article(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summarise = summaries.summarise

    def defective(article):
        if article.id == "b":
            raise ZeroDivisionError("oh")
        return summarise(article)

    monkeypatch.setattr(summaries, "summarise", defective)
    seed(project, "a.txt")
    seed(project, "b.txt")
    result = found(project)
    assert [s.id for s in result.summaries] == ["a"]
    (problem,) = result.problems
    assert problem.message == "internal error: ZeroDivisionError: oh"
    assert "report" in problem.hint


def test_problems_name_files_from_the_project_on(project: Path) -> None:
    (project / "seeds" / "a.pdf").write_bytes(b"%PDF")
    (problem,) = found(project).problems
    assert problem.path == "seeds/a.pdf"


def test_articles_with_the_same_slug_are_all_problems(project: Path) -> None:
    seed(project, "a.txt")
    seed(project, "b.md", "---\nslug: a\n---\n\n" + GOOD)
    result = found(project)
    assert result.summaries == ()
    assert [p.path for p in result.problems] == ["seeds/a.txt", "seeds/b.md"]
