"""The cast of an article: who and what it names, and which mention means whom.

"Karl Muster", "Muster", "der Vereinschef" and "er" are one member of the cast; "Musters Büro" is
another. A `Cast` knows what the whole article mentions before any speaker is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from summarizer.extraction.documents import document
from summarizer.extraction.groups import group
from summarizer.extraction.member import Member
from summarizer.extraction.mentions import read_mentions
from summarizer.extraction.named import by_name
from summarizer.extraction.organisations import institution
from summarizer.extraction.persons import back_reference, by_pronoun
from summarizer.extraction.roster import Roster
from summarizer.german.phrase import Phrase
from summarizer.summary import SourceKind


class Cast:
    """Everyone and everything that an article names, with look-up by mention."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self._roster = Roster(read_mentions(docs))

    @property
    def names(self) -> frozenset[str]:
        """Surnames of the article's persons."""
        return self._roster.mentions.names

    def mention(self, member: Member, sentence: int) -> None:
        """Record that `member` is the subject of what `sentence` says."""
        member.last = sentence
        self._roster.history.append((sentence, member))

    def resolve(
        self, phrase: Phrase, sentence: int, speakers: Iterable[Member] = ()
    ) -> Member | None:
        """The member that a phrase means, made new where it is none yet.

        Args:
            phrase: A phrase of sentence `sentence`.
            sentence: Its index.
            speakers: Members that have spoken before, the last one last.

        Returns:
            None for a pronoun or a function that nobody before it fits.
        """
        if phrase.pronoun:
            return by_pronoun(self._roster, phrase, sentence, list(speakers))
        if phrase.name and not (phrase.noun and phrase.kind is SourceKind.DOCUMENT):
            return by_name(self._roster, phrase)
        return _by_noun(self._roster, phrase, sentence, list(speakers))


def _by_noun(
    roster: Roster, phrase: Phrase, sentence: int, speakers: list[Member]
) -> Member | None:
    kind = phrase.kind
    if kind is SourceKind.MEDIA and phrase.determiner.startswith(("dies", "unser")):
        return None  # "nach Informationen dieser Zeitung": the paper itself
    if kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
        return institution(roster, phrase, sentence)
    if kind is SourceKind.DOCUMENT:
        return document(roster, phrase, sentence, speakers)
    if phrase.plural or kind is SourceKind.GROUP:
        return group(roster, phrase)
    if phrase.indefinite:
        return group(roster, phrase)
    back = back_reference(roster, phrase, sentence, speakers)
    return back if back is not None else group(roster, phrase)
