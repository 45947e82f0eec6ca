"""What a noun phrase takes with it: genitive, preposition, bracket, apposition.

"Sprecher der Klinik", "Forscherin an der Universität", "Landesamt (LKA)", "der Chef, Karl Muster,".
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from spacy.tokens import Doc

from summarizer.german.name_words import (
    QUOTES,
    attributes_end,
    bare,
    is_name_word,
    is_noun,
    quoted_name,
    run_end,
    text_of,
)
from summarizer.german.phrase import DETERMINERS, NOUNS, Phrase, endings, word_forms
from summarizer.german.speakers import denotes, kind_of_noun
from summarizer.summary import SourceKind

Reader = Callable[[Doc, int, Collection[str]], Phrase | None]
"""Reads the phrase at a token (`phrases.phrase_at`); an apposition is a phrase of its own."""


def extend(doc: Doc, phrase: Phrase, names: Collection[str], read: Reader) -> Phrase:
    """`phrase` with genitive, attached preposition, bracket and apposition."""
    phrase = _with_second_title(doc, phrase, names, read)
    end = phrase.end
    if phrase.noun and not phrase.name:
        quoted = quoted_name(doc, end)
        if quoted is not None and phrase.kind in (
            SourceKind.MEDIA, SourceKind.ORGANISATION, SourceKind.DOCUMENT, None
        ):  # fmt: skip
            name = bare(text_of(doc, end, quoted))
            phrase = replace(
                phrase, name=name, end=quoted, plural=False,
                quoted=phrase.kind is None,
            )  # fmt: skip
            end = quoted
        else:
            phrase = _with_genitive(doc, phrase, names)
            end = phrase.end
    phrase = _with_preposition(doc, phrase, names)
    phrase = _with_head(doc, phrase, names, read)
    phrase = _with_bracket(doc, phrase)
    return _with_apposition(doc, phrase, names, read)


def _with_second_title(doc: Doc, phrase: Phrase, names: Collection[str], read: Reader) -> Phrase:
    """Join two titles: "Autorin und Regisseurin Anna Muster" is one person with two titles."""
    end = phrase.end
    joint = _with_second_noun(doc, phrase, names, read)
    if joint is not None:
        return joint
    if (
        not phrase.noun or phrase.name or phrase.determiner or end + 2 >= len(doc)
        or doc[end].text != "und" or doc[end + 1].tag_ != "NN"
    ):  # fmt: skip
        return phrase
    other = read(doc, end + 1, names)
    if (
        other is None or not other.name or not other.noun or other.determiner
        or other.kind is not SourceKind.PERSON
    ):  # fmt: skip
        return phrase
    return replace(
        other, start=phrase.start, noun=other.noun, label=f"{phrase.label} und {other.label}"
    )


def _with_second_noun(
    doc: Doc, phrase: Phrase, names: Collection[str], read: Reader
) -> Phrase | None:
    """One person with two nouns under one article: "der Meteorologe und Moderator"."""
    end = phrase.end
    singular = phrase.determiner in ("der", "dem", "des", "ein", "einem") or (
        phrase.determiner in ("die", "eine") and phrase.feminine
    )
    if (
        not singular or phrase.name or phrase.kind is not SourceKind.PERSON or end + 2 >= len(doc)
        or doc[end].text != "und" or doc[end + 1].tag_ != "NN"
    ):  # fmt: skip
        return None
    other = read(doc, end + 1, names)
    if other is None or other.determiner or other.kind is not SourceKind.PERSON:
        return None
    if other.name or other.plural:
        return None
    return replace(phrase, end=other.end, label=f"{phrase.label} und {other.label}")


def _with_genitive(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:  # noqa: PLR0912
    end = phrase.end
    if end >= len(doc):
        return phrase
    following = doc[end]
    lower = following.text.lower()
    is_article = following.tag_ in DETERMINERS and lower in word_forms("genitive")
    if not is_article and not (
        following.tag_ == "ADJ(A)"
        and following.text.endswith("er")
        and phrase.kind
        and following.text[:1].islower()
    ):
        return phrase
    nouns_at = attributes_end(doc, end + 1 if is_article else end, names)
    if nouns_at is None:
        return phrase
    quoted = quoted_name(doc, nouns_at)
    if quoted is not None:
        name = bare(text_of(doc, nouns_at, quoted))
        return replace(
            phrase, end=quoted, owner=name, label=f"{phrase.label} {text_of(doc, end, quoted)}"
        )
    if not is_noun(doc[nouns_at], names):
        return phrase
    stop = run_end(doc, nouns_at, names)
    run = list(doc[nouns_at:stop])
    told = kind_of_noun(run[-1].text) is SourceKind.MEDIA and lower in (
        "der", "dieser", "unserer"
    )  # fmt: skip
    if lower in ("dieser", "unserer") and (told or run[-1].text == "Redaktion"):
        return phrase  # "sagte der Sprecher [dieser Zeitung]"
    if (
        told
        and phrase.kind is SourceKind.PERSON
        and not phrase.noun.lower().endswith(endings("press_jobs"))
    ):
        return phrase  # "hat der Landrat [der Nachrichtenagentur] gesagt"
    name = ""
    inner_quoted = quoted_name(doc, stop)
    if inner_quoted is not None and (kind_of_noun(run[-1].text) is not None):
        return replace(
            phrase, end=inner_quoted,
            owner=phrase.owner or bare(text_of(doc, stop, inner_quoted)),
            label=f"{phrase.label} {text_of(doc, phrase.end, inner_quoted)}",
        )  # fmt: skip
    genitive_end = stop
    proper = [k for k, w in enumerate(run) if is_name_word(w, names)]
    tail = 0
    for word in reversed(run):
        if not is_name_word(word, names):
            break
        tail += 1
    if phrase.kind is SourceKind.PERSON and tail >= 2 and phrase.plural is not True:
        take = tail if tail < len(run) else tail - 1
        if tail >= 3 and run[-tail].text.isupper():
            take = tail - 1
        elif run[-tail].text.isupper() and len(run[-tail].text) > 1:
            take = 0  # "Trainer des Zweitligisten SV Musterstadt"
        if take >= 2 or run[-1].text in names:
            genitive_end = stop - take
            name = text_of(doc, genitive_end, stop)
    elif phrase.kind is SourceKind.PERSON and tail == 1 and run[-1].text in names and len(run) > 1:
        genitive_end = stop - 1
        name = text_of(doc, genitive_end, stop)
    inner_phrase = replace(phrase, noun=run[0].text, name="", end=genitive_end)
    # A genitive of the genitive: "Sprecher des Ministeriums der Justiz".
    if not name and genitive_end < len(doc):
        nested = _with_genitive(doc, replace(inner_phrase, kind=None, label=""), names)
        genitive_end = nested.end
    owner = ""
    if proper:
        owner = text_of(doc, run[proper[0]].i, min(run[-1].i + 1, genitive_end))
    elif run:
        owner = ""
    label = f"{phrase.label} {text_of(doc, phrase.end, genitive_end)}".strip()
    return replace(
        phrase,
        end=stop if name else genitive_end,
        label=label,
        name=name,
        owner=phrase.owner or owner,
        plural=False if name else phrase.plural,
    )


def _with_preposition(doc: Doc, phrase: Phrase, names: Collection[str]) -> Phrase:  # noqa: PLR0912
    """A prepositional attribute of an office: "Sprecher für Verkehr", "Forscher an der …"."""
    end = phrase.end
    if end + 1 >= len(doc) or doc[end].tag_ not in ("APPR", "APPRART"):
        return phrase
    preposition = doc[end].text.lower()
    nouny = bool(phrase.noun) and not phrase.name
    if nouny and preposition not in ("von", "vom", "für", "beim", "bei", "an", "aus", "in", "im"):
        return phrase
    if not nouny and preposition not in ("von", "vom", "aus"):
        return phrase
    i = end + 1
    if i < len(doc) and doc[i].tag_ in DETERMINERS:
        i += 1
    nouns_at = attributes_end(doc, i, names)
    if nouns_at is None or nouns_at - i > 2 or not is_noun(doc[nouns_at], names):
        quoted = quoted_name(doc, nouns_at) if nouns_at is not None else None
        if quoted is None:
            return phrase
        return replace(
            phrase, end=quoted, label=f"{phrase.label} {text_of(doc, end, quoted)}".strip(),
            owner=phrase.owner or bare(text_of(doc, nouns_at or end, quoted)),
        )  # fmt: skip
    if nouny and preposition == "für" and _verb_takes_for(doc, phrase.start):
        return phrase
    if preposition in ("bei", "beim") and not (
        is_name_word(doc[nouns_at], names)
        or kind_of_noun(doc[nouns_at].text) in (SourceKind.ORGANISATION, SourceKind.MEDIA)
    ):
        return phrase  # "dankte die Chefin bei der Feier": an occasion is no attribute
    stop = run_end(doc, nouns_at, names)
    noun = doc[nouns_at].text
    if noun.lower().endswith(endings("times")) and kind_of_noun(noun) is None:
        return phrase
    if nouny and phrase.kind is None:
        return phrase
    if preposition in ("in", "im") and not (
        stop + 1 < len(doc) and doc[stop].text == "," and is_name_word(doc[stop + 1], names)
    ):
        return phrase  # only "der Fraktionschef im Landtag, Karl Muster,"
    tail = 0
    for word in reversed(list(doc[nouns_at:stop])):
        if not is_name_word(word, names):
            break
        tail += 1
    name = ""
    cut = stop
    run_length = stop - nouns_at
    if nouny and phrase.kind is SourceKind.PERSON and tail >= 2 and run_length > tail:
        cut = stop - tail
        name = text_of(doc, cut, stop)
    attached = text_of(doc, end, cut)
    proper = is_name_word(doc[nouns_at], names)
    if not nouny:
        if phrase.kind is not SourceKind.PERSON:
            return phrase
        return replace(phrase, end=quoted_name(doc, stop) or stop)
    return replace(
        phrase, end=stop, label=f"{phrase.label} {attached}", name=name or phrase.name,
        owner=phrase.owner or (text_of(doc, nouns_at, cut) if proper else ""),
        plural=False if name else phrase.plural,
    )  # fmt: skip


def _with_head(doc: Doc, phrase: Phrase, names: Collection[str], read: Reader) -> Phrase:
    """`phrase` with whom it gathers around: "das Team um Lisa Thoma"."""
    end = phrase.end
    gathers = bool(phrase.noun) and not phrase.name and end < len(doc) and doc[end].text == "um"
    if not gathers or phrase.kind is None:
        return phrase
    leader = read(doc, end + 1, names)
    if leader is None or not leader.name or leader.kind is not SourceKind.PERSON:
        return phrase
    label = f"{phrase.label} {text_of(doc, end, leader.end).rstrip(' ,')}"
    return replace(phrase, end=leader.end, label=label)


def _verb_takes_for(doc: Doc, at: int) -> bool:
    """Whether a verb close before `at` takes "für" itself: "sprach sich der Minister für … aus"."""
    return any(
        token.lemma_ in word_forms("verbs_with_for") or token.text == "sich"
        for token in doc[max(0, at - 3) : at]
    )


def _with_bracket(doc: Doc, phrase: Phrase) -> Phrase:
    end = phrase.end
    if end >= len(doc) or doc[end].text not in "([":
        return phrase
    for i in range(end + 1, min(len(doc), end + 14)):
        if doc[i].text in ")]":
            inner = text_of(doc, end + 1, i)
            short = inner if inner[:1].isupper() and len(inner.split()) <= 2 else ""
            return replace(phrase, end=i + 1, abbreviation=bare(short))
    return phrase


def _with_apposition(doc: Doc, phrase: Phrase, names: Collection[str], read: Reader) -> Phrase:  # noqa: PLR0912
    """`phrase` with ", Gründer der Firma X," or, after an office, ", Karl Muster,"."""
    end = phrase.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return phrase
    if doc[end + 1].tag_ == "CARD" and end + 2 < len(doc) and doc[end + 2].text == ",":
        return _with_apposition(doc, replace(phrase, end=end + 2), names, read)
    person = phrase.kind in (SourceKind.PERSON, None)
    if not phrase.name and not (phrase.noun and phrase.kind is SourceKind.PERSON):
        return phrase
    second = doc[end + 1]
    if second.tag_ not in (*DETERMINERS, *NOUNS, "ADJ(A)"):
        return phrase
    if second.tag_ in DETERMINERS and second.text.lower() not in (
        "der",
        "die",
        "das",
        "ein",
        "eine",
    ):
        return phrase
    other = read(doc, end + 1, names)
    if other is None or other.pronoun:
        return phrase
    after = doc[other.end].text if other.end < len(doc) else "."
    closes = (
        after in ",.:;!?–-"
        or after in QUOTES
        or (other.end < len(doc) and doc[other.end].tag_ == "KON")
    )
    if phrase.name and not other.name and other.noun and closes:
        if person and not denotes(other.noun, SourceKind.PERSON):
            return phrase
        if not person and other.kind is not phrase.kind:
            return phrase
        stop = other.end
        if after == "und":
            more = read(doc, stop + 1, names)
            stop = more.end if more and not more.name else stop
            comma = next(
                (k for k in range(stop, min(len(doc), stop + 6)) if doc[k].text == ","), None
            )
            stop = comma if comma is not None and after == "und" else stop
        if stop < len(doc) and doc[stop].text == ",":
            stop += 1
        role = other.label
        return replace(
            phrase, end=stop, noun=phrase.noun or other.noun,
            kind=SourceKind.PERSON if person else phrase.kind,
            label=phrase.label or role, feminine=other.feminine,
        )  # fmt: skip
    if (
        not phrase.name
        and phrase.determiner in ("der", "die")
        and other.noun
        and not other.name
        and not other.determiner
        and other.kind is None
        and after == ","
        and other.end == end + 2
        and doc[end + 1].tag_ == "NN"
    ):
        # "der Fraktionschef, Hofmann, sagte": only a name stands there without an article
        other = replace(other, name=other.noun, noun="")
    if other.noun and other.name and not other.determiner and other.kind is SourceKind.PERSON:
        other = replace(other, noun="")  # "der Vorsitzende des Rats, Kardinal Karl Muster,"
    if (
        not phrase.name
        and other.name
        and not other.noun
        and closes
        and (len(other.name.split()) >= 2 or (after == "," and other.kind is not SourceKind.MEDIA))
        and phrase.determiner in ("der", "die", "sein", "ihr", "seine", "ihre", "")
    ):
        stop = other.end + 1 if after == "," else other.end
        return replace(phrase, end=stop, name=other.name, plural=False)
    return phrase
