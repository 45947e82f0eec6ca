"""Settings as text are compared from build to build."""

from __future__ import annotations

import os
import subprocess
import sys

from summarizer.publishing import SiteSettings

DUMP = "from summarizer.publishing import SiteSettings; print(SiteSettings().model_dump_json())"


def test_the_same_settings_are_the_same_text_in_every_process() -> None:
    texts = {
        subprocess.run(
            [sys.executable, "-c", DUMP],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(texts) == 1


def test_settings_are_read_back_as_they_were() -> None:
    settings = SiteSettings(sections=frozenset({"charts"}), feeds=frozenset())
    assert SiteSettings.model_validate(settings.model_dump()) == settings
