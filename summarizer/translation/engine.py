"""What a translation engine is, and its settings.

An engine knows nothing of catalogues, glossaries or the fidelity check: it turns texts into
texts. `summarizer.translation.argos.find_engine` makes the one that builds use.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict, Field

Progress = Callable[[int, int], None]
"""Called with the number of texts done and of all texts, first with 0 and last with all."""


@runtime_checkable
class Engine(Protocol):
    """Translates texts from one language into another, the same texts always the same way."""

    @property
    def name(self) -> str:
        """Name and version, as catalogues and pages give it: ``argos translate-de_en 1.0``."""

    def translate(self, texts: Sequence[str], *, progress: Progress | None = None) -> list[str]:
        """Translate `texts`, each one a sentence or a shorter piece.

        Pass all texts of a build at once: they are sorted and batched here, and the order of
        the result is that of `texts`. What comes back for a text does not depend on the order
        of the others.

        Returns:
            As many texts as were given. An empty one means that the engine has no usable
            translation (an empty text, one too long for the model, output that only loops):
            the segment stays pending.
        """

    def alternatives(
        self, texts: Sequence[str], *, count: int = 4, progress: Progress | None = None
    ) -> list[tuple[str, ...]]:
        """Up to `count` different translations of each text, the likeliest first.

        For a text whose first translation fails the fidelity check: the next one in the beam
        often keeps the number or the hedge that the first one lost.
        """


class EngineSettings(BaseModel):
    """How texts are translated and where models come from.

    Args of note: sizes are bytes, times are seconds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model_folder: Path = Field(
        default=Path(".cache/models"),
        description="where `summarizer model install` puts models; searched before Argos' own "
        "folders",
    )
    index: str | None = Field(
        default=None,
        description="address of Argos' index.json, or of the folder it lies in; by default "
        "ARGOS_PACKAGE_INDEX, else Argos' own",
    )
    checksums: dict[str, str] = Field(
        default_factory=dict,
        description="SHA-256 of a package file by its code ('translate-de_en'), where known",
    )
    beam_size: int = Field(default=4, ge=1, le=16)
    batch_tokens: int = Field(
        default=64,
        ge=32,
        description="padded source tokens in a batch. 512 takes half the time and, on two "
        "processors, 250 MB more memory",
    )
    threads: int = Field(
        default_factory=lambda: (
            len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1
        ),
        ge=1,
        description="batches translated side by side, one processor each",
    )
    compute_type: Literal["auto", "int8", "float32"] = Field(
        default="auto", description="'auto' is int8 where the processor has it"
    )
    connect_timeout: float = Field(default=10, gt=0)
    stall_timeout: float = Field(
        default=30, gt=0, description="longest silence in the middle of a download"
    )
    total_timeout: float = Field(default=3600, gt=0, description="longest download")
    attempts: int = Field(default=4, ge=1, description="tries of a download, the first included")
    retry_pause: float = Field(
        default=1, ge=0, description="before the second try; doubled before each further one"
    )
    max_download: int = Field(default=1_000_000_000, gt=0)
    max_unpacked: int = Field(default=3_000_000_000, gt=0)
