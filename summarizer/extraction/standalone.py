"""Whether a sentence can stand alone: understood, and fit to print, without its neighbours.

A key fact is lifted out of its article, so a sentence whose subject is a pronoun, which opens
with a word that points back, or which is half a quotation is no key fact, however important.
Each reason has a name, so that ``summarizer explain`` can say why a sentence was passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from summarizer.german.lexicon import load

FEWEST_CONTENT_WORDS = 3
"""A sentence with fewer different ones says nothing ("Die Regeln sind die Regeln.")."""
FEWEST_WORDS = 5
"""A sentence of fewer words says too little to be a fact ("Der Aufsteiger marschiert.")."""

_SUBORDINATORS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "(", ")"})
_NOUNS = frozenset({"NN", "NE", "NNA", "FM"})
_OPENING = {"„": '“”"', "»": "«", "“": '”"', "«": "»", "‹": "›", "›": "‹"}
_CLOSING = frozenset("“”«»‹›")


@dataclass(frozen=True)
class Shape:
    """How a sentence is built, as far as the rules of this room need it.

    Attributes:
        doc: the analysed sentence.
        words: its tokens without punctuation and spaces.
        quoted: for each token of the sentence whether it stands in quotation marks.
        broken_quote: whether a quotation mark has no partner in the sentence.
        clauses: its tokens in clauses, cut at punctuation, conjunctions and subordinators.
        main_clause: whether a finite verb stands outside subordinate clauses.
    """

    doc: Doc
    words: tuple[Token, ...]
    quoted: tuple[bool, ...]
    broken_quote: bool
    clauses: tuple[tuple[Token, ...], ...]
    main_clause: bool

    def is_quoted(self, token: Token) -> bool:
        """Whether `token` stands in quotation marks."""
        return self.quoted[token.i]

    @property
    def quote_share(self) -> float:
        """The share of words in quotation marks, 0 to 1."""
        return sum(map(self.is_quoted, self.words)) / max(1, len(self.words))


def shape_of(doc: Doc) -> Shape:
    """The shape of one analysed sentence."""
    quoted, broken = _quotations(doc)
    clauses = tuple(_clauses(doc))
    return Shape(
        doc=doc,
        words=tuple(t for t in doc if not t.is_punct and not t.is_space),
        quoted=quoted,
        broken_quote=broken,
        clauses=clauses,
        main_clause=any(map(_is_main, clauses)),
    )


def _quotations(doc: Doc) -> tuple[tuple[bool, ...], bool]:
    text = doc.text
    inside = [False] * (len(text) + 1)
    closers = ""
    broken = False
    for i, mark in enumerate(text):
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if closers:
            inside[i] = True
            nested = mark == '"' and before.isspace() and bool(after.strip())
            if mark in closers and not nested:
                closers = ""
        elif mark == '"':
            # A straight mark opens unless it hangs on the end of a word or sentence.
            opens = not before or not (before.isalnum() or before in ".,!?…)%")
            inside[i] = True
            broken |= not opens
            closers = '"' if opens else ""
        elif mark in _OPENING:
            inside[i] = True
            closers = _OPENING[mark]
        else:
            broken |= mark in _CLOSING
    return tuple(inside[t.idx] for t in doc), broken or bool(closers)


def _clauses(doc: Doc) -> Iterator[tuple[Token, ...]]:
    clause: list[Token] = []
    for token in doc:
        if token.text in _BREAKS:
            if clause:
                yield tuple(clause)
            clause = []
            continue
        starts = token.tag_ in _SUBORDINATORS or token.tag_ == "KON"
        if starts and any(is_finite(t) for t in clause):
            yield tuple(clause)
            clause = []
        if not token.is_punct and not token.is_space:
            clause.append(token)
    if clause:
        yield tuple(clause)


def is_finite(token: Token) -> bool:
    """Whether `token` is tagged as a finite verb or an imperative."""
    return token.tag_.endswith("(FIN)") or token.tag_.endswith("(IMP)")


def opens_subordinate(clause: tuple[Token, ...], verb: Token) -> bool:
    """Whether a subordinator stands before `verb` in its clause."""
    return any(t.tag_ in _SUBORDINATORS and t.i < verb.i for t in clause)


def _is_main(clause: tuple[Token, ...]) -> bool:
    verb = next(filter(is_finite, clause), None)
    return verb is not None and not opens_subordinate(clause, verb)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("standalone")[group])


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(load("standalone")["boilerplate"]), re.IGNORECASE)


def reasons_against(shape: Shape) -> tuple[str, ...]:
    """Names of all rules of ``RULES`` that hold against the sentence; empty if it can stand."""
    return tuple(name for name, applies in RULES.items() if applies(shape))


def opens_with_connective(shape: Shape) -> bool:
    """Whether the sentence opens with a word that links it to the one before ("Zudem …")."""
    return bool(shape.words) and shape.words[0].lower_ in _words("connectives")


def _question(shape: Shape) -> bool:
    return any(t.text.startswith("?") for t in shape.doc if not shape.is_quoted(t)) or (
        "?" in shape.doc.text[-3:]
    )


def _exclamation(shape: Shape) -> bool:
    return any(t.text.startswith("!") for t in shape.doc if not shape.is_quoted(t))


def _trails_off(shape: Shape) -> bool:
    return shape.doc.text.rstrip(' "“”«»').endswith(("...", "…", ":"))


def _too_short(shape: Shape) -> bool:
    return len(shape.words) < FEWEST_WORDS


def _no_main_clause(shape: Shape) -> bool:
    return not shape.main_clause


def _half_a_quotation(shape: Shape) -> bool:
    return shape.broken_quote


def _speaker_missing(shape: Shape) -> bool:
    return shape.quote_share > 0.9


def _first_person(shape: Shape) -> bool:
    group = _words("first_person")
    return any(t.lower_ in group and not shape.is_quoted(t) for t in shape.words)


def _second_person(shape: Shape) -> bool:
    group = _words("second_person")
    for token in shape.words:
        if shape.is_quoted(token):
            continue
        polite = token.text in ("Sie", "Ihnen") and token.tag_ == "PPER" and token.i > 0
        if token.lower_ in group or (polite and not _begins_part(token)):
            return True
    return False


def _begins_part(token: Token) -> bool:
    """Whether a capital is due to the place alone: after a colon, dash or quotation mark."""
    return token.i == 0 or token.doc[token.i - 1].is_punct


def _boilerplate_line(shape: Shape) -> bool:
    return bool(_boilerplate().search(shape.doc.text))


def _points_back(shape: Shape) -> bool:
    if len(shape.words) < 2:
        return False
    first, second = shape.words[:2]
    # "Da" is a conjunction ("Da es regnete, …") unless the verb follows.
    return first.lower_ in _words("points_back") or (first.lower_ == "da" and is_finite(second))


def _elliptic_subject(shape: Shape) -> bool:
    if not shape.words or shape.words[0].lower_ not in _words("elliptic_subjects"):
        return False
    after = _after(shape.words[0])
    # "Viele Anwohner", "Einer der Männer", "Eine von ihnen" have their noun with them.
    return shape.words[0].tag_ == "PIS" and after is not None and is_finite(after)


def _demonstrative(shape: Shape) -> bool:
    if not shape.words:
        return False
    first = shape.words[0]
    if first.tag_ == "PDAT" or (first.tag_ == "PDS" and first.lower_ not in ("der", "die")):
        return True
    # HanTa reads "Der/Die" before a verb as an article at times.
    after = _after(first)
    return (
        first.lower_ in ("der", "die", "das", "dem", "den", "dessen", "deren")
        and after is not None
        and (is_finite(after) and after.text[0].islower())
    )


def _after(token: Token) -> Token | None:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _empty_es(shape: Shape) -> bool:
    if len(shape.words) < 2 or shape.words[0].lower_ != "es":
        return False
    verb = shape.words[1]
    if verb.lemma_ in _words("expletive_verbs"):
        return False
    # "Es ist unklar, ob …": the clause is what "es" stands for.
    return not any(t.tag_ == "KOUS" or t.lower_ == "ob" for t in shape.words[2:])


def _pronoun_unresolved(shape: Shape) -> bool:
    for number, clause in enumerate(shape.clauses):
        for token in clause:
            if shape.is_quoted(token) or not _is_anaphor(token):
                continue
            if any(_has_antecedent(earlier) for earlier in shape.clauses[:number]):
                continue
            if _is_cataphor(number, shape):
                continue
            return True
    return False


def _is_anaphor(token: Token) -> bool:
    if token.tag_ == "PPER":
        return token.lower_ in ("er", "sie", "ihn", "ihm", "ihnen", "ihr")
    if token.tag_ == "PDS":
        # "der, die das Tor schoss" is determined by its own relative clause.
        after = _after(token)
        return token.i > 0 and not (after is not None and after.text == ",")
    return False


def _has_antecedent(clause: tuple[Token, ...]) -> bool:
    """Whether a noun of `clause` can be what a pronoun of a later clause stands for.

    A pronoun never stands for a noun of its own clause (principles B and C of binding
    theory), and never for a time.
    """
    return any(t.tag_ in _NOUNS and t.lemma_.lower() not in _words("time_nouns") for t in clause)


def _is_cataphor(number: int, shape: Shape) -> bool:
    """Whether a pronoun in a fronted subordinate clause is named by the main clause after it."""
    if number > 0 or not shape.clauses or number + 1 >= len(shape.clauses):
        return False
    first = shape.clauses[0][0]
    if first.tag_ != "KOUS" and first.lower_ != "als":
        return False
    later = shape.clauses[number + 1]
    return _has_antecedent(later) and not any(_is_anaphor(t) for t in later)


def _possessive_unresolved(shape: Shape) -> bool:
    """A possessive before the finite verb with no noun before it ("Seine Anhänger …").

    In a fronted prepositional phrase the noun after the verb owns it ("In seiner Rede forderte
    der Minister …").
    """
    for token in shape.words:
        if is_finite(token) or (token.tag_ in _NOUNS and not _is_time(token)):
            return False
        if token.tag_ == "PPOSAT" and not shape.is_quoted(token):
            return token.lower_.startswith(("sein", "ihr")) and not _owner_follows(token, shape)
    return False


def _owner_follows(possessive: Token, shape: Shape) -> bool:
    if possessive.i == 0 or possessive.doc[possessive.i - 1].tag_ not in ("APPR", "APPRART"):
        return False
    rest = [t for t in shape.words if t.i > possessive.i]
    verb = next((k for k, t in enumerate(rest) if is_finite(t)), len(rest))
    return any(t.tag_ in _NOUNS and not _is_time(t) for t in rest[verb + 1 : verb + 5])


def _verb_first(shape: Shape) -> bool:
    """A finite verb opens: a condition, an order or a question that lost its mark."""
    if len(shape.words) < 2 or shape.is_quoted(shape.words[0]):
        return False
    # A capital participle used as a noun is at times read as a verb: "Verletzte gab es nicht".
    return is_finite(shape.words[0]) and not is_finite(shape.words[1])


def _says_little(shape: Shape) -> bool:
    return len({t.lemma_ for t in content_words(shape)}) < FEWEST_CONTENT_WORDS


def content_words(shape: Shape) -> tuple[Token, ...]:
    """The words that carry what is said: nouns, names, numerals, adjectives and full verbs."""
    return tuple(
        t
        for t in shape.words
        if (t.tag_ in _NOUNS or t.tag_.startswith(("VV", "ADJ(A)", "CARD")))
        and t.lemma_.lower() not in _words("empty_verbs")
        and not _is_time(t)
    )


def _is_time(token: Token) -> bool:
    return token.lemma_.lower() in _words("time_nouns")


RULES: Mapping[str, Callable[[Shape], bool]] = {
    "question": _question,
    "exclamation": _exclamation,
    "trails-off": _trails_off,
    "too-short": _too_short,
    "no-main-clause": _no_main_clause,
    "half-a-quotation": _half_a_quotation,
    "speaker-missing": _speaker_missing,
    "first-person": _first_person,
    "second-person": _second_person,
    "boilerplate": _boilerplate_line,
    "points-back": _points_back,
    "elliptic-subject": _elliptic_subject,
    "demonstrative": _demonstrative,
    "empty-es": _empty_es,
    "pronoun-unresolved": _pronoun_unresolved,
    "possessive-unresolved": _possessive_unresolved,
    "verb-first": _verb_first,
    "says-little": _says_little,
}
"""Name → whether the rule holds against a sentence. The names are stable: they are printed."""
