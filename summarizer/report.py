"""The report of a build: what was published, what was not, and what to do about it.

`build-report.json` is this model as JSON; `lines` is what the terminal shows at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from summarizer.problem import Problem
from summarizer.summary import TranslationState

_SHOWN = 5
"""So many refused translations the terminal shows; a model may leave hundreds."""
_COUNTED = ("reviewed", "glossary", "machine", "pending", "refused")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ProblemEntry(_Model):
    """A problem as the report gives it."""

    path: str
    line: int | None = None
    message: str
    hint: str = ""

    @classmethod
    def of(cls, problem: Problem) -> ProblemEntry:
        """The entry of `problem`."""
        return cls(path=problem.path, line=problem.line, message=problem.message, hint=problem.hint)


class Refusal(_Model):
    """A translation that the fidelity check did not let through."""

    article: str
    text: str
    reason: str


class LanguageReport(_Model):
    """How many of a language's segments are in which state."""

    language: str
    reviewed: int = 0
    glossary: int = 0
    machine: int = 0
    pending: int = 0
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    doubts: tuple[Refusal, ...] = Field(
        default=(), description="reviewed sentences whose numbers differ from the German's"
    )
    notes: tuple[str, ...] = Field(
        default=(), description="why segments are pending, and what would help"
    )

    @classmethod
    def of(
        cls,
        language: str,
        states: Mapping[TranslationState, int],
        refusals: Sequence[Refusal],
        doubts: Sequence[Refusal],
        notes: Sequence[str] = (),
    ) -> LanguageReport:
        """The report of a language; `states` counts its segments as they are shown."""
        return cls(
            language=language,
            **{state: states.get(TranslationState(state), 0) for state in _COUNTED},
            refusals=tuple(refusals),
            doubts=tuple(doubts),
            notes=tuple(notes),
        )


class BuildReport(_Model):
    """What one build did."""

    ok: bool = True
    published: bool = Field(default=False, description="whether docs/ and site/ are this build's")
    articles: int = 0
    analysed: int = Field(default=0, description="articles that were not in the cache")
    site: str = Field(default="", description="'built' or 'up to date'")
    languages: tuple[LanguageReport, ...] = ()
    problems: tuple[ProblemEntry, ...] = ()
    warnings: tuple[str, ...] = Field(default=(), description="what MkDocs complained about")
    failure: str = Field(
        default="", description="why nothing was published, where no input was the reason"
    )

    def lines(self) -> list[str]:
        """The report in plain words, a line each."""
        problems = len(self.problems)
        lines = [
            f"Articles: {self.articles} "
            f"({self.analysed} analysed, {self.articles - self.analysed} unchanged)"
            + (f", {problems} problem{'s'[: problems > 1]}" if problems else "")
        ]
        for each in self.languages:
            lines.append(
                f"Segments in {each.language!r}: {each.reviewed} reviewed, "
                f"{each.glossary} from the glossary, {each.machine} machine-translated, "
                f"{each.pending} pending, {each.refused} refused by the fidelity check"
            )
            lines += [f"  {note}" for note in each.notes]
            lines += _some("refused in", each.refusals, "refusals")
            lines += _some("reviewed, but compare the numbers in", each.doubts, "doubts")
        lines += [
            f"Skipped {p.path}{f':{p.line}' if p.line else ''}: {p.message}"
            + (f" → {p.hint}" if p.hint else "")
            for p in self.problems
        ]
        lines += [f"MkDocs: {warning}" for warning in self.warnings]
        if self.published:
            lines.append(f"Site: {self.site}")
        else:
            lines.append(
                "Nothing was published: docs/ and site/ are as they were. Correct the files above, "
                "or build with --keep-going to publish the others."
            )
        return lines


def _some(what: str, entries: Sequence[Refusal], key: str) -> list[str]:
    """The first of `entries`, a line each, and where the others are."""
    shown = [f"  {what} {each.article}: {each.text!r}: {each.reason}" for each in entries]
    more = len(shown) - _SHOWN
    if more > 0:
        shown[_SHOWN:] = [f"  … and {more} more: languages.{key} in build-report.json has them all"]
    return shown
