"""The project's configuration: ``summarizer.yml`` at its root, every key optional.

Each room describes its own settings; here they become one file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer import strict_yaml
from summarizer.executors import ExecutorSettings
from summarizer.problem import InputError
from summarizer.publishing import SiteSettings
from summarizer.reading import Limits
from summarizer.translation.engine import EngineSettings

FILE_NAME = "summarizer.yml"

ModelPolicy = Literal["when-needed", "installed", "never"]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TranslationSettings(_Settings):
    """What to do about segments that nobody has translated."""

    model: ModelPolicy = Field(
        default="when-needed",
        description="'when-needed' fetches the model if a segment needs it and none is installed; "
        "'installed' uses one that is there; 'never' leaves every unreviewed segment pending",
    )
    engine: EngineSettings = EngineSettings()


class BuildSettings(_Settings):
    """How a build runs."""

    executor: ExecutorSettings = ExecutorSettings()
    keep_going: bool = Field(
        default=False, description="publish the other articles where one cannot be used"
    )


class Configuration(_Settings):
    """Everything that ``summarizer.yml`` can say."""

    site: SiteSettings = SiteSettings()
    translation: TranslationSettings = TranslationSettings()
    limits: Limits = Limits()
    build: BuildSettings = BuildSettings()

    @property
    def targets(self) -> tuple[str, ...]:
        """The languages to translate into."""
        return tuple(each for each in self.site.languages if each != self.site.source_language)


def load(root: Path) -> Configuration:
    """The configuration of the project in `root`; all defaults where there is no file.

    Raises:
        InputError: naming the file, the line, the key and what it accepts.
    """
    path = root / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Configuration()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(FILE_NAME, f"cannot be read: {error}", "Save it as UTF-8.") from error
    return strict_yaml.read(Configuration, text, FILE_NAME)
