"""The members of a cast as they are found, and who was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.extraction.member import Member
from summarizer.extraction.mentions import Mentions


@dataclass
class Roster:
    """Who has been found so far.

    Attributes:
        mentions: What the article mentions.
        members: Everyone found, in order.
        history: Sentence and member of each subject, in order.
        introduced: Up to which sentence the persons it names are members.
    """

    mentions: Mentions
    members: list[Member] = field(default_factory=list)
    history: list[tuple[int, Member]] = field(default_factory=list)
    introduced: int = 0
