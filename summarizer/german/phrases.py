"""Noun phrases as mentions of speakers: name, function, genitive, bracket, apposition.

"der Chef des Landesamts, Karl Muster (52)," is one phrase with the name "Karl Muster" and the
role "Chef des Landesamts".
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from spacy.tokens import Doc, Token

from summarizer.german.attachments import extend
from summarizer.german.given_names import is_given_name
from summarizer.german.inflection import (
    base_form,
    may_be_nominative,
    nominative_plural,
    plurality,
    singular_noun,
)
from summarizer.german.name_words import (
    attributes_end,
    bare,
    is_name_word,
    is_noun,
    quoted_name,
    run_end,
    text_of,
)
from summarizer.german.phrase import DETERMINERS, NOUNS, Phrase, endings, word_forms
from summarizer.german.speakers import (
    denotes,
    is_body,
    is_feminine,
    is_media_name,
    is_plural_person,
    kind_of_noun,
)
from summarizer.summary import SourceKind


def phrase_at(doc: Doc, at: int, names: Collection[str] = ()) -> Phrase | None:
    """The noun phrase or pronoun that starts at token `at`; None where none does.

    Args:
        doc: An analysed sentence.
        at: Offset of a token.
        names: Words that the article uses in names of persons (their surnames).
    """
    # The rules ask for the same phrase again and again; it is kept with the sentence.
    key = ("phrase", at, frozenset(names))
    kept: dict[Any, Phrase | None] = doc.user_data
    if key not in kept:
        kept[key] = _read_phrase(doc, at, names)
    return kept[key]


def _read_phrase(doc: Doc, at: int, names: Collection[str]) -> Phrase | None:
    if at >= len(doc):
        return None
    token = doc[at]
    lower = token.text.lower()
    possessive = lower in ("deren", "dessen") and at + 1 < len(doc) and is_noun(doc[at + 1], names)
    if token.tag_ == "PPER" or (token.tag_ in ("PDS", "PIS", "PRELS", "PWS") and not possessive):
        return Phrase(
            at, at + 1, at, pronoun=lower, plural=None,
            nominative=lower not in ("ihm", "ihn", "ihnen", "mir", "mich", "uns", "dir", "dich",
                                     "euch", "dem", "den", "denen", "deren", "dessen"),
        )  # fmt: skip
    i = at
    determiner = ""
    if possessive or (
        token.tag_ in DETERMINERS and not (token.text[:1].isupper() and token.text in names)
    ):
        determiner = lower
        i += 1
    elif token.tag_ == "CARD" and not token.text[:1].isupper():
        determiner = (
            lower if lower in word_forms("plural") or lower not in ("1", "ein", "eins") else ""
        )
    nouns_at = attributes_end(doc, i, names)
    if nouns_at is None or (
        determiner == "" and nouns_at > i and doc[i].tag_ not in ("ADJ(A)", "CARD", "PIAT")
    ):
        return None
    adjectives = [t.text for t in doc[i:nouns_at] if t.tag_ == "ADJ(A)"]
    simple_attributes = all(t.tag_ in ("ADJ(A)", "CARD", "PIAT") for t in doc[i:nouns_at])
    quoted = quoted_name(doc, nouns_at)
    if quoted is not None:
        return _finish_quoted(doc, at, nouns_at, quoted, determiner)
    if not is_noun(doc[nouns_at], names):
        return None
    end = run_end(doc, nouns_at, names)
    return _classify_run(
        doc, at, nouns_at, end, determiner, adjectives if simple_attributes else [], names
    )


def _finish_quoted(doc: Doc, at: int, mark: int, end: int, determiner: str) -> Phrase:
    name = bare(text_of(doc, mark, end))
    kind = (
        SourceKind.MEDIA if is_media_name(name) or kind_of_noun(name) is SourceKind.MEDIA else None
    )
    return Phrase(
        at, end, mark, name=name, kind=kind, determiner=determiner, plural=False,
        nominative=determiner not in word_forms("oblique"), quoted=True,
    )  # fmt: skip


def _classify_run(  # noqa: PLR0912, PLR0915, PLR0917
    doc: Doc, at: int, start: int, end: int, determiner: str, adjectives: list[str],
    names: Collection[str],
) -> Phrase | None:  # fmt: skip
    """The phrase whose nouns are ``doc[start:end]``: titles, then a name; or a bare noun."""
    joined = _joined_name_end(doc, start, end)
    end = joined or end
    run = list(doc[start:end])
    if (
        len(run) >= 3
        and "-" in run[0].text
        and is_name_word(run[0], names)
        and (
            is_name_word(run[1], names)
            and is_name_word(run[2], names)
            and not determiner
            and run[0].text.rpartition("-")[2][:1].isupper()
            and run[0].text not in names
        )
    ):
        split_title = 1  # "Top-Einkauf Karl Muster": a compound before a full name is a title
    else:
        split_title = 0
    # A dateline or an address before the title: "Berlin DFB-Präsident Karl Muster".
    for k in range(len(run) - 2, 0, -1):
        if (
            denotes(run[k].text, SourceKind.PERSON)
            and not is_name_word(run[k], names)
            and is_name_word(run[k + 1], names)
            and is_name_word(run[0], names)
            and not run[0].text.endswith("s")
            and not determiner
        ):
            at = start = start + k
            run = run[k:]
            break
    if run[-1].text.endswith(("Jährige", "Jähriger", "Jährigen")):
        start += len(run) - 1
        run = run[-1:]
    split = len(run)
    for k, word in enumerate(run):
        title = (
            kind_of_noun(word.text) is SourceKind.PERSON
            and len(run) - k > 2
            and (word.text not in names)
        )
        if is_name_word(word, names) and k >= split_title and not title:
            split = k
            break
    split = _given_name_at(run) or split
    owner = ""
    if split == 0 and len(run) > 1 and run[0].text.endswith(("s", "'", "’")):
        first_common = next((k for k, w in enumerate(run) if not is_name_word(w, names)), None)
        if first_common and kind_of_noun(run[first_common].text):
            owner = " ".join(w.text for w in run[:first_common])
            run = run[first_common:]
            start += first_common
            split = next((k for k, w in enumerate(run) if is_name_word(w, names)), len(run))
    if split == len(run):
        split = _unknown_name(run)
    if joined or (split > 1 and _names_itself(doc, run, split)):
        split = 1  # "Gewerkschaft Flugpersonal Deutschland": the nouns are the name
    before = doc[start - 1].tag_ if start else ""
    before_text = doc[at - 1].text.lower() if at else ""
    if (
        split == 1
        and len(run) == 2
        and not determiner
        and not adjectives
        and kind_of_noun(run[0].text) is None
        and not run[0].text.endswith(endings("occupations"))
        and (run[0].text == run[0].lemma_ or not run[0].text.endswith(("n", "e", "s")))
        and run[0].tag_ in ("NN", "XY")
        and "-" not in run[0].text
        and before not in ("ART", "APPRART", "ADJ(A)", "PPOSAT", "CARD")
    ):
        split = 0  # "Petro Malyk": a bare noun before a name is a given name
    if split == len(run) == 2 and not determiner and not adjectives and _office_follows(doc, end):
        split = 0  # "Kai Ober, der Chef des …": a name that is made of nouns
    if split == 1 and len(run) == 2 and run[0].text == "Statistik" and not adjectives:
        split = 0  # "Statistik Austria": an office, not its figures
    if (
        split == 0
        and len(run) == 1
        and determiner
        and kind_of_noun(run[0].text) is (SourceKind.DOCUMENT)
    ):
        split = 1  # "dem Atlas", which the tagger takes for a name
    opened = bool(determiner or adjectives)
    if split == len(run) > 1 and opened and kind_of_noun(run[0].text) is not None:
        # Two nouns in a row are subject and object: "veröffentlichte [die Stadt] Fotos"
        run = run[:1]
        split = 1
    if (
        split == 1
        and len(run) == 2
        and not determiner
        and not adjectives
        and not run[0].text.endswith(endings("occupations"))
        and (kind_of_noun(run[0].text) is None and run[-1].text in names)
    ):
        split = 0  # a given name that the tagger takes for a noun
    common, proper = run[:split], run[split:]
    head_token = common[-1] if common else run[0]
    noun = head_token.text if common else ""
    kind = kind_of_noun(noun) if noun else None
    name = " ".join(w.text for w in proper).replace(" . ", ". ").replace(" .", ".")
    if proper:
        name = _nominative_name(text_of(doc, proper[0].i, proper[-1].i + 1), determiner, noun)
    capital = bool(adjectives) and adjectives[0][:1].isupper() and not adjectives[0].endswith("er")
    if noun and not name and kind is None and capital and doc[start - 1].i > 0:
        kind = SourceKind.ORGANISATION  # "das Weiße Haus": a capital adjective makes a name
    if name and noun:
        if denotes(noun, SourceKind.PERSON):
            kind = SourceKind.PERSON
        elif kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
            pass
        elif kind is None and len(proper) >= 2 and is_given_name(proper[0].text):
            kind = SourceKind.PERSON
        elif kind is None and len(proper) >= 2 and determiner == "":
            kind = _kind_of_name(name, proper, names)
    if name and not noun:
        kind = _kind_of_name(name, proper, names)
        if name.startswith("Statistik "):
            kind = SourceKind.ORGANISATION
        if proper[0].tag_ in ("NE", "FM") and denotes(name.rpartition(" ")[2], SourceKind.PERSON):
            kind = SourceKind.PERSON
    elif noun and not name and kind is SourceKind.PERSON and is_body(noun):
        kind = SourceKind.ORGANISATION
    elif noun and not name and kind is SourceKind.PERSON and is_plural_person(noun):
        kind = SourceKind.GROUP
    feminine = is_feminine(noun or name)
    plural = plurality(determiner, adjectives, head_token, kind, bool(name), feminine)
    label_noun = noun
    dative = before_text in word_forms("with_dative")
    if noun and determiner == "den" and (feminine or dative):
        label_noun = nominative_plural(head_token)  # "bei den Gewerkschaften"
        plural = True
    elif noun and determiner in word_forms("oblique"):
        label_noun = singular_noun(head_token)
    oblique = before in ("APPR", "APPRART") or any(a.endswith("en") for a in adjectives[:1])
    following = doc[end].text.lower() if end < len(doc) else ""
    oblique = oblique or following in ("zufolge", "gegenüber", "gemäß")
    if (
        noun
        and kind is SourceKind.PERSON
        and not feminine
        and determiner in ("der", "dem", "den", "des")
        and head_token.text.endswith(("ende", "enden", "tragte", "tragten", "ordnete", "ordneten"))
    ):
        label_noun = head_token.text.removesuffix("n") + "r"  # "der Vorsitzende" → "Vorsitzender"
    if not determiner and noun and oblique:
        label_noun = nominative_plural(head_token)
    if plural and head_token.tag_ == "NNA" and determiner and noun.endswith("en"):
        label_noun = noun.removesuffix("n")  # "alle Anwesenden" → "Anwesende"
    if kind in (SourceKind.ORGANISATION, SourceKind.MEDIA) and determiner in word_forms("oblique"):
        noun = label_noun  # "des Digitalverbands Bitkom": the noun is part of the name
    titles = [w.text for w in common[:-1]]
    label = ""
    if noun:
        nouns = " ".join([*titles, label_noun])
        label = base_form(adjectives, nouns, feminine, plural, determiner)
    phrase = Phrase(
        at, run[-1].i + 1, head_token.i, name=name, noun=noun, label=label, determiner=determiner,
        kind=kind, plural=plural, owner=owner.rstrip("'’"), feminine=feminine if noun else None,
        nominative=may_be_nominative(determiner, adjectives, head_token, feminine),
    )  # fmt: skip
    return extend(doc, phrase, names, phrase_at)


def _nominative_name(name: str, determiner: str, noun: str) -> str:
    """A name with a common noun at its end in the nominative: "des Koch-Instituts"."""
    last = name.rpartition(" ")[2]
    genitive = determiner in ("des", "eines") and not noun and last.endswith("s")
    if genitive and "-" in last and kind_of_noun(last[:-1]) is not None:
        return name.removesuffix("es") if last.endswith("tes") else name[:-1]
    return name


def _given_name_at(run: list[Token]) -> int:
    """Where a full name starts after its title: "Kämmerin [Silke Hauk]"; 0 for none."""
    for k in range(1, len(run) - 1):
        if is_given_name(run[k].text) and not is_given_name(run[k - 1].text):
            titled = run[k - 1].tag_ in ("NN", "NNA", "NE", "TRUNC", "XY")
            return k if titled and len(run[k - 1].text) > 2 else 0
    return 0


def _joined_name_end(doc: Doc, start: int, end: int) -> int | None:
    """The end of an institution's name that "und" joins: "Gewerkschaft Bau und Holz (GBH)"."""
    joined = (
        end + 3 < len(doc)
        and doc[end].text == "und"
        and doc[end + 1].tag_ in NOUNS
        and doc[end + 2].text == "("
        and doc[end + 3].text.isupper()
        and kind_of_noun(doc[start].text) is SourceKind.ORGANISATION
    )
    return end + 2 if joined else None


def _names_itself(doc: Doc, run: list[Token], split: int) -> bool:
    """Whether the nouns after an institution's are part of its name, not a subject of their own."""
    if kind_of_noun(run[0].text) is not SourceKind.ORGANISATION:
        return False
    if any(kind_of_noun(w.text) in (SourceKind.PERSON, SourceKind.GROUP) for w in run[1:split]):
        return False
    after = run[-1].i + 1
    return split < len(run) or (after < len(doc) and doc[after].text == "(")


def _office_follows(doc: Doc, at: int) -> bool:
    """Whether an apposition with a person's office starts at token `at`."""
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].tag_ != "ART":
        return False
    return any(denotes(token.text, SourceKind.PERSON) for token in doc[at + 2 : at + 5])


def _unknown_name(run: list[Token]) -> int:
    """Where a name starts in a run of words that the tagger takes for nouns.

    "Forscherin Ines Wald", "Sender Nordwelle": after a title or an institution follows a word
    that denotes no speaker of its own.
    """
    for k in range(len(run) - 2, -1, -1):
        kind = kind_of_noun(run[k].text)
        rest = run[k + 1 :]
        if kind is None or any(kind_of_noun(w.text) is not None for w in rest):
            continue
        if kind is SourceKind.PERSON and run[k].text != run[k].lemma_ and rest[0].tag_ == "NN":
            continue  # "nach Angaben unabhängiger Experten Senfgas"
        if kind is SourceKind.PERSON and any(w.tag_ == "NN" and w.text != w.lemma_ for w in rest):
            continue  # "kündigten [die Lehrer] Streiks an": an inflected noun is no name
        if any(w.tag_ == "NN" and w.text.endswith(endings("derived_plurals")) for w in rest):
            continue  # "dass [die Union] Kürzungen fordert": a derived noun is no name
        if kind is SourceKind.PERSON or (
            kind in (SourceKind.ORGANISATION, SourceKind.MEDIA) and len(rest) == 1
        ):
            return k + 1
        break
    return len(run)


def _kind_of_name(name: str, words: list[Token], names: Collection[str]) -> SourceKind | None:
    last = words[-1].text
    if is_media_name(name):
        return SourceKind.MEDIA
    if last in names:
        return SourceKind.PERSON
    noun_kind = kind_of_noun(last)
    if noun_kind in (SourceKind.ORGANISATION, SourceKind.MEDIA) and len(last) > 3:
        return noun_kind
    first = words[0].text
    if len(words) > 1 and first.isupper() and 2 <= len(first) <= 5 and first.isalpha():
        return SourceKind.ORGANISATION
    if any(word.text in word_forms("organisation_marks") for word in words):
        return SourceKind.ORGANISATION
    if (
        len(words) == 1
        and (last.isupper() or (last[:-1].isupper() and last.endswith("s")))
        and (len(last) > 1)
    ):
        return SourceKind.ORGANISATION
    if len(words) >= 2 and all(w.tag_ in ("NE", "FM", "NN", "NNA", "XY") for w in words):
        return SourceKind.PERSON
    return None
