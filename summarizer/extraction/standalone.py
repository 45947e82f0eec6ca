"""Whether a sentence can stand alone: understood, and fit to print, without its neighbours.

A key fact is lifted out of its article, so a sentence whose subject is a pronoun, which opens
with a word that points back, or which is half a quotation is no key fact, however important.
Each rule has a name, so that ``summarizer explain`` can say why a sentence was passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from summarizer.extraction.shape import NOUN_TAGS, Shape
from summarizer.german.lexicon import load
from summarizer.german.predicates import Voice

_LINKS_AHEAD = frozenset({"KOUS", "KOUI", "PWAV", "PWS", "PTKZU", "VV(IZU)"})
_END_MARK = re.compile(r"""[.!?…:]["'“”«»‘’)\]]*\s*$""")
_DATELINE = re.compile(r"[A-ZÄÖÜ][\w./-]+(?: [\w./-]+){0,4}(?: ?\([^)]{2,30}\))? [-–—] ")
_CUT_ORDINAL = re.compile(r"\b(?:am|beim|das|dem|den|der|des|die|im|vom|zum|zur) \d{1,3}\.\s*$")
FEWEST_WORDS = 5
"""A sentence of fewer words says too little to be a fact ("Der Aufsteiger marschiert.")."""
FEWEST_CONTENT_WORDS = 3
"""A sentence with fewer different ones says nothing ("Die Regeln sind die Regeln.")."""


def reasons_against(shape: Shape) -> tuple[str, ...]:
    """Names of all rules of ``RULES`` that hold against the sentence; empty if it can stand."""
    return tuple(name for name, applies in RULES.items() if applies(shape))


def opens_with_connective(shape: Shape) -> bool:
    """Whether the sentence opens with a word that links it to the one before ("Zudem …")."""
    return bool(shape.words) and shape.words[0].lower_ in _words("connectives")


def content_words(shape: Shape) -> tuple[Token, ...]:
    """The words that carry what is said: nouns, names, numerals, adjectives and full verbs.

    Times are left out, and verbs that only hold a sentence together, unless a particle gives
    them a meaning ("stellte … sicher").
    """
    with_particle = {p.verb for p in shape.predicates if p.particle is not None}
    return tuple(
        t
        for t in shape.words
        if (t.tag_ in NOUN_TAGS or t.tag_.startswith(("VV", "ADJ(A)", "CARD")))
        and (t.lemma_.lower() not in _words("empty_verbs") or t.i in with_particle)
        and not _is_time(t)
    )


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("standalone")[group])


@cache
def _boilerplate_pattern() -> re.Pattern[str]:
    return re.compile("|".join(load("standalone")["boilerplate"]), re.IGNORECASE)


def _is_time(token: Token) -> bool:
    return token.lemma_.lower() in _words("time_nouns")


def _is_noun(token: Token) -> bool:
    return token.tag_ in NOUN_TAGS and not _is_time(token)


def _after(token: Token) -> Token | None:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _question(shape: Shape) -> bool:
    return "?" in shape.doc.text[-3:] or any(
        t.text.startswith("?") and not shape.is_quoted(t) for t in shape.doc
    )


def _exclamation(shape: Shape) -> bool:
    return any(t.text.startswith("!") and not shape.is_quoted(t) for t in shape.doc)


def _trails_off(shape: Shape) -> bool:
    return shape.doc.text.rstrip(' "“”«»').endswith(("...", "…", ":"))


def _broken_off(shape: Shape) -> bool:
    """Whether it was cut at the point of an ordinal: "… zur Eröffnung der 185."."""
    return _CUT_ORDINAL.search(shape.doc.text) is not None


def _no_end_mark(shape: Shape) -> bool:
    """No full stop: a headline or caption that passed for body text."""
    return not _END_MARK.search(shape.doc.text)


def _too_short(shape: Shape) -> bool:
    return len(shape.words) < FEWEST_WORDS


def _says_little(shape: Shape) -> bool:
    return len({t.lemma_ for t in content_words(shape)}) < FEWEST_CONTENT_WORDS


def _no_main_clause(shape: Shape) -> bool:
    return not shape.main_verb


def _verb_first(shape: Shape) -> bool:
    """A finite verb opens: a condition, an order or a question that lost its mark."""
    if len(shape.words) < 2:
        return False
    first, second = shape.words[:2]
    # A capital participle used as a noun is at times read as a verb: "Verletzte gab es nicht".
    return shape.is_finite(first) and not shape.is_finite(second)


def _half_a_quotation(shape: Shape) -> bool:
    return shape.half_quoted


def _speaker_missing(shape: Shape) -> bool:
    return shape.quote_share > 0.9


def _first_person(shape: Shape) -> bool:
    return any(t.lower_ in _words("first_person") for t in shape.own_words)


def _second_person(shape: Shape) -> bool:
    for token in shape.own_words:
        # "Sie" after a colon, dash or quotation mark may be "sie" with a capital for its place.
        placed = token.i == 0 or token.doc[token.i - 1].is_punct
        polite = token.text in ("Sie", "Ihnen") and token.tag_ == "PPER" and not placed
        if polite or token.lower_ in _words("second_person"):
            return True
    return False


def _generic_subject(shape: Shape) -> bool:
    """Whether it opens like "Wer … betritt, riecht …", "Man muss …": about nobody, so no news."""
    return bool(shape.words) and shape.words[0].lower_ in _words("generic_subjects")


def _says_not_what(shape: Shape) -> bool:
    """Whether a verb of saying lacks what is said: "Weber hatte vor dem Spiel betont".

    Nothing but the subject stands outside a prepositional phrase: no quotation, no clause, no
    object, and no "über" or "von" that names the subject of talk.
    """
    if len(shape.predicates) != 1 or shape.quoted or ":" in shape.doc.text:
        return False
    (predicate,) = shape.predicates
    if predicate.lemma not in _words("verbs_with_content") or predicate.voice is Voice.PASSIVE:
        return False
    outside = 0
    before: Token | None = None
    governed = False
    for token in shape.words:
        if token.tag_ in ("APPR", "APPRART"):
            governed = True
            if token.lower_ in ("über", "von", "vom"):
                return False
        elif shape.is_finite(token) or (
            token.tag_ in ("ART", "PPOSAT", "PPER") and before is not None and _is_any_noun(before)
        ):
            governed = False
        if not governed and _is_noun(token) and not (before is not None and _is_any_noun(before)):
            outside += 1
        outside += token.tag_ in ("PPER", "PIS", "PDS")
        before = token
    return outside <= 1


def _is_any_noun(token: Token) -> bool:
    """Whether `token` is a noun of any sort, so that another right after it belongs to it."""
    return token.tag_ in NOUN_TAGS


def _boilerplate(shape: Shape) -> bool:
    return bool(_boilerplate_pattern().search(shape.doc.text))


def _points_back(shape: Shape) -> bool:
    if len(shape.words) < 2:
        return False
    first, second = shape.words[:2]
    # "Da" is a conjunction ("Da es regnete, …") unless the verb follows.
    adverb = first.lower_ == "da" and shape.is_finite(second)
    return adverb or first.lower_ in _words("points_back")


def _elliptic_subject(shape: Shape) -> bool:
    """Whether it opens like "Beide bestritten …" or "Fünf weitere wurden …": no noun is there."""
    opening: list[Token] = []
    for token in shape.words:
        if shape.is_finite(token):
            break
        opening.append(token)
    return 0 < len(opening) <= 2 and all(
        t.lower_ in _words("elliptic_subjects") or (t.tag_ == "CARD" and t.is_alpha)
        for t in opening
    )


def _demonstrative(shape: Shape) -> bool:
    """Whether it opens like "Das teilte …" or "Dieser Schritt …", not "Das Haus …"."""
    if not shape.words:
        return False
    first = shape.words[0]
    after = _after(first)
    if first.lower_.startswith(("dies", "jene")):
        return True
    # HanTa reads "Der/Die" before a verb as an article at times, and "Das" before a noun as a
    # pronoun; what follows is the surer sign.
    pronoun = first.lower_ in ("der", "die", "das", "dem", "den", "dessen", "deren")
    if not pronoun or after is None:
        return False
    verb = after.tag_.endswith("(FIN)") and after.text[0].islower()
    return verb or after.tag_ in ("PRF", "PPER")


def _empty_es(shape: Shape) -> bool:
    if len(shape.words) < 2 or shape.words[0].lower_ != "es":
        return False
    if shape.words[1].lemma_ in _words("expletive_verbs"):
        return False
    # "Es ist unklar, ob …": the clause is what "es" stands for.
    return not any(t.tag_ == "KOUS" or t.lower_ == "ob" for t in shape.words[2:])


def _pronoun_unresolved(shape: Shape) -> bool:
    for number, clause in enumerate(shape.clauses):
        for token in clause:
            if shape.is_quoted(token) or not _is_anaphor(token):
                continue
            if any(_has_antecedent(c, shape) for c in _clauses_before(number, shape)):
                continue
            if not _is_cataphor(number, shape):
                return True
    return False


def _clauses_before(number: int, shape: Shape) -> Sequence[tuple[Token, ...]]:
    """The clauses before clause `number`, without the date line that opens a text ("Hof - …")."""
    first = _DATELINE.match(shape.doc.text)
    start = first.end() if first else 0
    return [clause for clause in shape.clauses[:number] if clause[0].idx >= start]


def _adverb_unresolved(shape: Shape) -> bool:
    """Whether an adverb points to nothing: "Der Staat übernimmt davon 15 Prozent".

    With a clause or infinitive after it the adverb points there ("sorgt dafür, dass …").
    """
    for number, clause in enumerate(shape.clauses):
        for token in clause:
            if shape.is_quoted(token) or token.lower_ not in _words("pointing_adverbs"):
                continue
            after = _after(token)
            fixed = after is not None and after.lower_ == "hinaus"
            ahead = any(t.tag_ in _LINKS_AHEAD for t in shape.words if t.i > token.i)
            earlier = any(_has_antecedent(c, shape) for c in _clauses_before(number, shape))
            if not (fixed or ahead or earlier):
                return True
    return False


def _is_anaphor(token: Token) -> bool:
    if token.tag_ == "PPER":
        return token.lower_ in ("er", "sie", "ihn", "ihm", "ihnen", "ihr")
    if token.tag_ == "PDS" and token.i > 0:
        after = _after(token)
        # Determined by its own relative clause ("die, die …"), or an article misread.
        own = after is not None and (after.text == "," or after.tag_ in NOUN_TAGS)
        return not own and token.lower_.startswith(("dies", "das"))
    return False


def _has_antecedent(clause: tuple[Token, ...], shape: Shape) -> bool:
    """Whether a noun of `clause` can be what a pronoun of a later clause stands for.

    A pronoun never stands for a noun of its own clause (principles B and C of binding theory),
    never for a time, and outside a quotation hardly for something that only the quotation names.
    """
    return any(_is_noun(t) and not shape.is_quoted(t) for t in clause)


def _is_cataphor(number: int, shape: Shape) -> bool:
    """Whether a pronoun in a fronted subordinate clause is named by the main clause after it."""
    if number > 0 or len(shape.clauses) < 2:
        return False
    first, second = shape.clauses[:2]
    if first[0].tag_ != "KOUS" and first[0].lower_ != "als":
        return False
    return _has_antecedent(second, shape) and not any(map(_is_anaphor, second))


def _possessive_unresolved(shape: Shape) -> bool:
    """A possessive before the finite verb with no noun before it ("Seine Anhänger …").

    In a fronted prepositional phrase the noun right after the verb owns it ("In seiner Rede
    forderte der Minister …").
    """
    for token in shape.own_words:
        if shape.is_finite(token) or _is_noun(token):
            return False
        if token.tag_ == "PPOSAT":
            owned = not token.lower_.startswith(("sein", "ihr"))
            return not owned and not _owner_follows(token, shape) and not _in_fronted(token, shape)
    return False


def _in_fronted(possessive: Token, shape: Shape) -> bool:
    """Whether it stands in a clause before the main one, which names who owns it.

    "Weil er sein Handy suchte, übersah ein Autofahrer …".
    """
    return possessive in shape.clauses[0] and _is_cataphor(0, shape)


def _owner_follows(possessive: Token, shape: Shape) -> bool:
    before = possessive.doc[possessive.i - 1] if possessive.i else None
    if before is None or before.tag_ not in ("APPR", "APPRART"):
        return False
    rest = [t for t in shape.words if t.i > possessive.i]
    verb = next((k for k, t in enumerate(rest) if shape.is_finite(t)), len(rest))
    return any(map(_is_noun, rest[verb + 1 : verb + 5]))


RULES: Mapping[str, Callable[[Shape], bool]] = {
    "question": _question,
    "exclamation": _exclamation,
    "trails-off": _trails_off,
    "broken-off": _broken_off,
    "no-end-mark": _no_end_mark,
    "too-short": _too_short,
    "says-little": _says_little,
    "no-main-clause": _no_main_clause,
    "verb-first": _verb_first,
    "half-a-quotation": _half_a_quotation,
    "speaker-missing": _speaker_missing,
    "first-person": _first_person,
    "second-person": _second_person,
    "generic-subject": _generic_subject,
    "says-not-what": _says_not_what,
    "boilerplate": _boilerplate,
    "points-back": _points_back,
    "elliptic-subject": _elliptic_subject,
    "demonstrative": _demonstrative,
    "empty-es": _empty_es,
    "pronoun-unresolved": _pronoun_unresolved,
    "adverb-unresolved": _adverb_unresolved,
    "possessive-unresolved": _possessive_unresolved,
}
"""Name → whether the rule holds against a sentence. The names are stable: they are printed."""
