"""How big an article may be. What exceeds a limit is refused with a message, never cut."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Limits(BaseModel):
    """Bounds on one source file, so that no file can cost unbounded time or memory.

    The defaults are far above any news article: long magazine pieces have 500 sentences and
    60 KB of text; HTML pages of news sites reach 2 MB, nearly all of it scripts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(default=5_000_000, ge=1, description="size of the file")
    max_characters: int = Field(default=1_000_000, ge=1, description="text without markup")
    max_line_characters: int = Field(default=20_000, ge=1, description="one line or paragraph")
    max_sentences: int = Field(default=3_000, ge=1, description="sentences, headings included")
    max_front_matter_bytes: int = Field(default=16_384, ge=1, description="YAML before the text")
    max_html_elements: int = Field(default=50_000, ge=1, description="elements of a web page")
    max_html_depth: int = Field(
        default=200, ge=1, le=250, description="elements within one another"
    )
