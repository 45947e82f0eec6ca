"""The surnames of an article's persons, from the places where it names them in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from summarizer.extraction.member import is_territory
from summarizer.german.phrase import NOUNS
from summarizer.german.phrases import phrase_at
from summarizer.german.speakers import denotes, kind_of_noun
from summarizer.summary import SourceKind

_NOUN_OPENERS = frozenset({"ART", "ADJ(A)", "PPOSAT", "PDAT", "PIAT", "CARD", "APPRART", "APPR"})


def collect_names(docs: Sequence[Doc]) -> frozenset[str]:  # noqa: PLR0912
    """The surnames of the persons that the article names in full or with a title.

    A tagger without a gazetteer takes many a surname for a noun ("Lahm", "Wolf"); the article
    itself says which words are names, once.
    """
    found: set[str] = set()
    bare = Counter(
        t.text
        for doc in docs
        for t in doc
        if t.tag_ in NOUNS and t.i > 0 and doc[t.i - 1].tag_ not in _NOUN_OPENERS
    )
    for doc in docs:
        for i, token in enumerate(doc):
            if not token.text[:1].isupper() or i + 1 >= len(doc):
                continue
            following = doc[i + 1]
            title = denotes(token.text, SourceKind.PERSON) and token.tag_ in NOUNS
            first = (
                token.tag_ in ("NE", "FM")
                and len(token.text) > 1
                and not token.text.isupper()
                and kind_of_noun(token.text) is not SourceKind.ORGANISATION
            )
            if (
                not following.text[:1].isupper()
                or following.tag_ not in NOUNS
                or len(following.text) < 3
            ):
                continue
            if first and following.tag_ == "XY" and len(following.text) == 1:
                found.add(following.text)
            if (
                first
                and following.tag_ in ("NE", "FM", "NN", "NNA")
                and kind_of_noun(following.text) is None
            ):
                titled = i > 0 and denotes(doc[i - 1].text, SourceKind.PERSON)
                genitive = token.text.endswith("s") and token.lemma_ != token.text  # "Inas Haus"
                if (
                    following.tag_ in ("NN", "NNA")
                    and not titled
                    and (bare[following.text] < 2 or genitive)
                ):
                    continue
                if is_territory(token.text) or is_territory(following.text):
                    continue
                last = following
                if i + 2 < len(doc) and doc[i + 2].tag_ == "NE" and doc[i + 2].text[:1].isupper():
                    last = doc[i + 2]
                found.add(last.text)
            elif (
                token.tag_ == "NN"
                and following.tag_ == "NE"
                and kind_of_noun(token.text) is None
                and token.text == token.lemma_
                and i > 0
                and doc[i - 1].tag_ not in ("ART", "ADJ(A)", "PPOSAT", "PDAT", "APPRART", "PIAT")
                and bare[following.text] > 1
                and not is_territory(following.text)
            ):
                found.add(following.text)
            elif title and following.tag_ == "NE":
                last = following
                j = i + 2
                while j < len(doc) and doc[j].tag_ in ("NE", "FM") and doc[j].text[:1].isupper():
                    last = doc[j]
                    j += 1
                if not is_territory(last.text):
                    found.add(last.text)
    return frozenset(found)


def names_in_apposition(docs: Sequence[Doc], names: frozenset[str]) -> frozenset[str]:
    """Surnames that stand only beside an office: "der Fraktionschef, Muster, sagte"."""
    found: set[str] = set()
    for doc in docs:
        for i in range(1, len(doc) - 2):
            if doc[i].text != "," or doc[i + 2].text != "," or doc[i + 1].tag_ not in NOUNS:
                continue
            for start in range(max(0, i - 8), i):
                phrase = phrase_at(doc, start, names)
                if phrase is not None and phrase.end == i + 3 and phrase.name == doc[i + 1].text:
                    found.add(phrase.name)
    return frozenset(found)
