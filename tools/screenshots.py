"""Take the screenshots of the README from the built site: `python tools/screenshots.py [SITE]`.

Needs `site/` (see `make build`) or another built site, Playwright and Debian's chromium (or the
one CHROMIUM names).
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parents[1]
DESK = {"width": 1280, "height": 960}
PHONE = {"width": 360, "height": 740}
# File name, language, whether the first article or the front page, screen, colours.
PICTURES = (
    ("article-de", "de", True, DESK, "light"),
    ("article-en", "en", True, DESK, "light"),
    ("article-en-phone-dark", "en", True, PHONE, "dark"),
    ("front-page-de-phone", "de", False, PHONE, "light"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def main() -> int:
    """Write `screenshots/*.png`."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "site"
    target = PROJECT / "screenshots"
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    articles = sorted((site / "de/articles").glob("*/index.html"))
    if program is None or not articles:
        print("needs chromium, and a built site with an article: make build", file=sys.stderr)
        return 1
    article = f"articles/{articles[0].parent.name}/"
    target.mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        for name, language, of_article, screen, scheme in PICTURES:
            page = browser.new_page(viewport=screen, color_scheme=scheme)  # type: ignore[arg-type]
            path = f"{language}/{article if of_article else ''}"
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            if of_article and screen is DESK:
                page.locator("#fact-1 summary").click()
            page.screenshot(path=target / f"{name}.png", animations="disabled")
            page.close()
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
