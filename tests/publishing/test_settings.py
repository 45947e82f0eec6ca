"""What the owner of a site may choose, and what is refused with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from summarizer.publishing import SiteSettings
from summarizer.publishing.site_words import site_title


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"url": "kurier.example"}, "is no web address"),
        ({"url": "javascript:alert(1)"}, "is no web address"),
        ({"url": "https://kurier.example/?a"}, "without \\? or #"),
        ({"contact": "javascript:alert(1)"}, "neither an e-mail address nor a web address"),
        ({"contact": "nobody"}, "neither an e-mail address nor a web address"),
        ({"languages": ()}, "at least 1 item"),
        ({"languages": ("de", "de")}, "twice"),
        ({"languages": ("de", "klingon")}, "is no language code"),
        ({"languages": ("en",)}, "must be among the languages"),
        ({"items_a_page": 0}, "greater than or equal to 1"),
        ({"colour": "red"}, "Extra inputs are not permitted"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_with_a_reason(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        SiteSettings(**given)


def test_an_address_always_ends_as_a_folder() -> None:
    assert SiteSettings(url="https://x.example/repo").url_of("de") == "https://x.example/repo/de/"
    assert SiteSettings(url="").url_of("de") is None


def test_an_e_mail_address_becomes_a_link() -> None:
    assert SiteSettings(contact="a@x.example").contact == "mailto:a@x.example"


def test_a_title_can_be_one_for_all_or_one_a_language() -> None:
    assert site_title(SiteSettings(title="Kurier"), "en") == "Kurier"
    own = SiteSettings(title={"de": "Kurier", "en": "Courier"})
    assert (site_title(own, "de"), site_title(own, "en")) == ("Kurier", "Courier")
    assert site_title(SiteSettings(), "de") == "Kurz und belegt"
