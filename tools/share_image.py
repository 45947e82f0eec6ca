"""Make the picture that links to the site show elsewhere: `python tools/share_image.py`.

Draws `tools/share_image.svg` as a PNG into the theme, for services that show links take no SVG.
Needs Playwright and Debian's chromium (or the one CHROMIUM names).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TOOLS = Path(__file__).parent
TARGET = TOOLS.parent / "summarizer/publishing/theme/assets/images/share.png"


def main() -> int:
    """Write the PNG, 1200 × 630 pixels."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        print("needs chromium", file=sys.stderr)
        return 1
    picture = (TOOLS / "share_image.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{picture}")
        page.screenshot(path=TARGET)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
