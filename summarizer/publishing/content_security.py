"""A content security policy for each page: nothing runs or loads that the site did not bring.

The policy is a `<meta>` element, as a static host may not let us set headers. The scripts that
the theme writes into a page are allowed by their hash; they differ by a page's depth, so each
page has its own policy. Scripts of the types JSON and JSON-LD are data and need no permission.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

_PLACE = '<meta charset="utf-8">'
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)\s*=)[^>]*>(.*?)</script>", re.S | re.I)


def secure_pages(site: Path) -> int:
    """Write its policy into each HTML page below `site`, and return how many there are."""
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        page.write_bytes(secured(page.read_bytes().decode("utf-8")).encode("utf-8"))
    return len(pages)


def secured(html: str) -> str:
    """A page with its policy, first in the head so that it covers all that follows.

    Raises:
        ValueError: the page has no `<meta charset="utf-8">` to put the policy after.
    """
    if _PLACE not in html:
        raise ValueError(f"a page without {_PLACE} can have no content security policy")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return html.replace(_PLACE, _PLACE + meta, 1)


def policy(html: str) -> str:
    """The strictest policy under which a page of ours works."""
    scripts = dict.fromkeys(_hash(script) for script in _INLINE_SCRIPT.findall(html))
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *scripts]),
            "style-src 'self'",
            # The theme's icons are SVG in its style sheet.
            "img-src 'self' data:",
            "font-src 'self'",
            # The search index and the worker that searches it.
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
