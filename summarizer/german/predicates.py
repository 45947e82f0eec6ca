"""The verbs of a sentence: finite verb, full verb with its particle, voice, mood, clause.

A German clause splits its verb ("teilte … mit", "hat … angekündigt", "wie X mitteilte"). A
`Predicate` puts it together again and says where its clause starts and ends, so that the subject
can be looked for in the right place. Words inside quotation marks are no part of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

_BREAKS = frozenset([*",;:–—…", "+", "++", "+++"])
_QUOTES = frozenset('"„“”»«‚‘›‹')
_SUBORDINATORS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
_NEGATIONS = frozenset(
    [
        "nicht",
        "nichts",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "nie",
        "niemals",
        "weder",
        "niemand",
    ]
)
_PARTICLES = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "bekannt",
        "dar",
        "ein",
        "entgegen",
        "fest",
        "heraus",
        "hervor",
        "hin",
        "hinzu",
        "klar",
        "kund",
        "los",
        "mit",
        "nach",
        "nahe",
        "um",
        "vor",
        "voraus",
        "vorher",
        "weiter",
        "wieder",
        "zu",
        "zurück",
        "zusammen",
        "durch",
        "dagegen",
        "davon",
        "richtig",
        "über",
        "unter",
        "offen",
        "aus",
        "preis",
    ]
)


class Voice(StrEnum):
    """How the full verb is used."""

    ACTIVE = "active"
    PASSIVE = "passive"
    MODAL = "modal"
    CAUSED = "caused"
    """'ließ mitteilen': the subject speaks through another."""


class Mood(StrEnum):
    """The finite verb's mood; German reports speech in the subjunctive."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE_1 = "subjunctive-1"
    """'sei', 'habe', 'könne': reported speech and little else."""
    SUBJUNCTIVE_2 = "subjunctive-2"
    """'wäre', 'hätten', 'lägen': unreal, or reported where the first form is not distinct."""


@dataclass(frozen=True)
class Predicate:
    """One verb complex. Offsets are of tokens.

    Attributes:
        finite: The finite verb.
        verb: The full verb (the finite one itself in simple tenses).
        lemma: Infinitive of the full verb with its particle ("mitteilen").
        particle: Offset of a separate particle ("mit"), or None.
        voice: Active, passive, modal, or caused.
        modal: Lemma of the modal verb, "" for none.
        mood: Of the finite verb.
        start: First token of the clause.
        end: After the clause's last token.
        verb_last: The clause is subordinate: its verb stands at its end.
        verb_first: Nothing of the clause stands before its verb (", sagte X").
        negated: The clause holds a negation.
        reflexive: The clause holds "sich".
        opener: The clause's first token, a conjunction before it left out.
        shared: The clause is joined by "und" to one before it, whose subject may be its own.
    """

    finite: int
    verb: int
    lemma: str
    particle: int | None
    voice: Voice
    modal: str
    mood: Mood
    start: int
    end: int
    verb_last: bool
    verb_first: bool
    negated: bool
    reflexive: bool
    opener: int = 0
    shared: bool = False


_STRONG_SUBJUNCTIVE_2 = frozenset(
    [
        "wäre",
        "wären",
        "hätte",
        "hätten",
        "würde",
        "würden",
        "könnte",
        "könnten",
        "müsste",
        "müssten",
        "müßte",
        "dürfte",
        "dürften",
        "möchte",
        "möchten",
        "käme",
        "kämen",
        "gäbe",
        "gäben",
        "ginge",
        "gingen",
        "läge",
        "lägen",
        "stünde",
        "stünden",
        "fände",
        "fänden",
        "nähme",
        "nähmen",
        "bräuchte",
        "bräuchten",
        "wüsste",
        "wüssten",
        "ließe",
        "ließen",
        "bliebe",
        "blieben",
        "spräche",
        "sprächen",
        "täte",
        "täten",
        "sähe",
        "sähen",
        "brächte",
        "brächten",
        "hielte",
    ]
)
_INDICATIVE_E = frozenset(
    ["wurde", "hatte", "wollte", "sollte", "musste", "konnte", "durfte", "mochte"]
)


def mood_of(token: Token) -> Mood:
    """The mood of a finite verb, by form: "sei", "habe", "gehe" against "ist", "hat", "geht".

    Forms in -e of the present are the first person too; whoever asks must rule out "ich".
    """
    text = token.text.lower()
    if text in ("sei", "seien"):
        return Mood.SUBJUNCTIVE_1
    if text in _STRONG_SUBJUNCTIVE_2:
        return Mood.SUBJUNCTIVE_2
    if text in _INDICATIVE_E or not text.endswith("e"):
        return Mood.INDICATIVE
    lemma = token.lemma_.lower()
    if not lemma.endswith("n"):
        return Mood.INDICATIVE
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    candidates = {stem + "e"}
    if lemma.endswith(("eln", "ern")):
        candidates = {lemma[:-1] + "e", lemma[:-3] + lemma[-2] + "e"}
    separable = text in {c[k:] for c in candidates for k in range(2, 8) if c[:k] in _PARTICLES}
    return Mood.SUBJUNCTIVE_1 if text in candidates or separable else Mood.INDICATIVE


def is_finite(token: Token) -> bool:
    """Whether the tagger takes `token` for a finite verb."""
    return token.tag_ in ("VV(FIN)", "VA(FIN)", "VM(FIN)")


def _clause_bounds(doc: Doc, at: int, masked: Collection[int]) -> tuple[int, int]:
    """The stretch between the clause marks around token `at`."""
    start = at
    while start > 0 and not _is_break(doc, start - 1, masked):
        start = _bracket_start(doc, start - 1)
    end = at + 1
    while end < len(doc) and not _is_break(doc, end, masked):
        end = _bracket_end(doc, end) + 1
    return start, end


def _bracket_start(doc: Doc, at: int) -> int:
    """Where a bracket that closes at `at` opens; `at` itself for any other token."""
    if doc[at].text == ")":
        for i in range(at - 1, max(-1, at - 15), -1):
            if doc[i].text == "(":
                return i
    return at


def _bracket_end(doc: Doc, at: int) -> int:
    """Where a bracket that opens at `at` closes; `at` itself for any other token."""
    if doc[at].text == "(":
        for i in range(at + 1, min(len(doc), at + 15)):
            if doc[i].text == ")":
                return i
    return at


def _is_break(doc: Doc, at: int, masked: Collection[int]) -> bool:
    token = doc[at]
    if token.text in _BREAKS:
        return True
    if token.text == "-" and at and at + 1 < len(doc):
        return doc[at - 1].idx + len(doc[at - 1].text) < token.idx
    if token.text in ".!?":
        return True
    # A quotation of a few words ('nannte ihn "naiv"') is part of the clause.
    return token.text in _QUOTES and _long_quotation(doc, at, masked)


def _long_quotation(doc: Doc, at: int, masked: Collection[int]) -> bool:
    left = at - 1 in masked
    right = at + 1 in masked
    size = 0
    i = at + 1 if right else at - 1
    step = 1 if right else -1
    while (left or right) and 0 <= i < len(doc) and i in masked:
        size += 1
        i += step
    return size > 8


_PERHAPS_FINITE = frozenset({"VV(PP)", "VV(INF)", "VV(IMP)"})
"""Tags that a finite verb gets by mistake: its form is that of a participle or infinitive, too."""


def find_predicates(doc: Doc, masked: Collection[int] = frozenset()) -> tuple[Predicate, ...]:
    """The predicates of a sentence in order; tokens at the offsets `masked` are left out.

    Found once: sources and key facts both ask for them, and they stay with the sentence.
    """
    kept: dict[frozenset[int], tuple[Predicate, ...]] = doc.user_data.setdefault("predicates", {})
    key = frozenset(masked)
    if key not in kept:
        kept[key] = _find_predicates(doc, key)
    return kept[key]


def _find_predicates(doc: Doc, masked: Collection[int]) -> tuple[Predicate, ...]:
    found = []
    finite = [t for t in doc if is_finite(t) and t.i not in masked]
    finite = [t for t in finite if not _is_participle(doc, t, finite, masked)]
    taken = {t.i for t in finite}
    for token in doc:
        if token.tag_ not in _PERHAPS_FINITE or not token.text[:1].islower():
            continue  # decided before the clause is looked for, which takes longest
        if token.i in masked or token.i in taken:
            continue
        start, end = _clause_bounds(doc, token.i, masked)
        joint = next((i for i in range(token.i - 1, start, -1) if doc[i].tag_ == "KON"), start)
        parts = [t for t in finite if start <= t.i < joint]
        own_part = (
            bool(parts)
            and token.i == end - 1
            and not any(t.tag_ in ("VA(FIN)", "VM(FIN)") for t in parts)
        )
        if own_part:
            start = joint  # "wie A mitteilte und B [berichtet]"
        others = [t for t in finite if start <= t.i < end]
        opener = doc[start]
        subordinate = (
            opener.tag_ in _SUBORDINATORS or opener.text.lower() in ("wie", "dass", "ob")
        ) and start + 2 <= token.i == end - 1  # "…, wie die Zeitung [berichtet]."
        lone = not others and (
            own_part
            or subordinate
            or not any(t.tag_ in ("VA(FIN)", "VM(FIN)") and t.i < token.i for t in finite)
        )
        reads_finite = (
            (token.tag_ == "VV(PP)" and token.text.endswith("t") and lone)
            or (token.tag_ == "VV(INF)" and not others and not _zu_before(doc, token.i))
            or (token.tag_ == "VV(IMP)" and not others and token.i > 0)
        )
        if reads_finite:
            at_edge = token.i in (start, end - 1) or token.tag_ != "VV(INF)"
            if at_edge:
                finite.append(token)
                taken.add(token.i)
    for token in sorted(finite, key=lambda t: t.i):
        predicate = _predicate(doc, token, finite, masked)
        if predicate is not None:
            found.append(predicate)
    return tuple(found)


def _is_participle(doc: Doc, token: Token, finite: list[Token], masked: Collection[int]) -> bool:
    """Whether a "finite verb" depends on another: "wird … zitiert", "wollte … bestätigen"."""
    if token.tag_ != "VV(FIN)" or not token.text.endswith(("t", "en", "ern", "eln")):
        return False
    start, end = _clause_bounds(doc, token.i, masked)
    if token.text.endswith("n"):
        return any(
            start <= other.i < token.i
            and other.tag_ == "VM(FIN)"
            and not any(t.text in ("und", "oder") for t in doc[other.i : token.i])
            for other in finite
        )
    if token.i != end - 1:
        return False
    return any(
        start <= other.i < token.i
        and other.tag_ == "VA(FIN)"
        and not any(t.tag_ == "KON" for t in doc[other.i : token.i])
        for other in finite
    )


def _zu_before(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].tag_ == "PTKZU"


def _reach(doc: Doc, token: Token, finite: list[Token], masked: Collection[int]) -> range:
    """Where the rest of a verb complex may stand after its finite verb."""
    i = token.i + 1
    subordinate_until = -1
    while i < len(doc):
        if doc[i].text in ":;" and i not in masked:
            break
        if _is_break(doc, i, masked) and doc[i].text in _QUOTES and _long_quotation(doc, i, masked):
            break
        if i not in masked and i > subordinate_until and any(f.i == i for f in finite):
            clause_start = _clause_bounds(doc, i, masked)[0]
            if clause_start > token.i and doc[clause_start].tag_ in _SUBORDINATORS:
                subordinate_until = i
            else:
                break
        i += 1
    return range(token.i + 1, i)


def _predicate(  # noqa: PLR0912, PLR0915
    doc: Doc, token: Token, finite: list[Token], masked: Collection[int]
) -> Predicate | None:
    start, end = _clause_bounds(doc, token.i, masked)
    first = doc[start]
    shared = False
    opener_at = start
    for other in finite:
        # "… mitteilte und Reuters berichtet": the second verb's part starts at the "und".
        if start <= other.i < token.i:
            joint = next((i for i in range(other.i + 1, token.i) if doc[i].tag_ == "KON"), None)
            if joint is not None:
                start, shared = joint + 1, True
    for other in finite:
        if token.i < other.i < end:
            joint = next((i for i in range(token.i + 1, other.i) if doc[i].tag_ == "KON"), None)
            if joint is not None:
                end = joint
                break
    # "und wie", "aber dass": the subordinator may stand second.
    opener = doc[opener_at + 1] if first.tag_ == "KON" and opener_at + 1 < token.i else first
    if shared and doc[start].tag_ in _SUBORDINATORS:
        opener = doc[start]
    following = [i for i in range(token.i + 1, end) if i not in masked]
    verb_last = opener.i < token.i and (
        opener.tag_ in _SUBORDINATORS or opener.text.lower() in ("wie", "dass", "ob", "so dass")
    )
    if (
        not verb_last
        and opener.tag_ == "ART"
        and opener.i > 0
        and doc[opener.i - 1].text == ","
        and token.i == end - 1
        and token.i - opener.i >= 3
        and token.tag_ != "VV(FIN)"
        and doc[token.i - 1].tag_ in ("VV(PP)", "VV(INF)", "VA(PP)", "VA(INF)")
    ):
        verb_last = True  # a relative pronoun that the tagger takes for an article
    if (
        verb_last
        and opener.tag_ in ("PWS", "PWAV", "PWAT", "KOKOM")
        and token.i == opener.i + 1
        and (len(following) > 2)
    ):
        verb_last = False
    if verb_last and opener.text.lower() == "wie" and token.i - opener.i == 1:
        verb_last = True
    voice, modal, verb, lemma = Voice.ACTIVE, "", token.i, token.lemma_
    particle: int | None = None
    span = [i for i in _reach(doc, token, finite, masked) if i not in masked]
    before = [i for i in range(start, token.i) if i not in masked]
    if token.tag_ in ("VA(FIN)", "VM(FIN)") or token.lemma_ in ("lassen", "wissen"):
        candidates = before if verb_last else span
        verbs = [
            doc[i] for i in candidates
            if doc[i].tag_ in ("VV(PP)", "VV(INF)", "VV(IZU)")
            or (doc[i].tag_ == "VV(FIN)" and (verb_last or doc[i] not in finite))
            or (doc[i].tag_ == "ADJ(D)" and doc[i].text.startswith(("ge", "be", "er", "ver")))
        ]  # fmt: skip
        full = None
        if verb_last:
            full = verbs[-1] if verbs else None
        elif verbs:
            inside = [v for v in verbs if v.i < end]
            joint = next((i for i in range(verbs[0].i + 1, end) if doc[i].tag_ == "KON"), end)
            inside = [v for v in inside if v.i < joint] or inside
            full = inside[-1] if inside else verbs[0]
        if full is not None:
            if token.lemma_ == "lassen" and full.tag_ == "VV(INF)":
                voice = Voice.CAUSED
            elif token.lemma_ == "wissen" and not (
                full.tag_ == "VV(IZU)" or _zu_before(doc, full.i)
            ):
                full = None
            elif token.tag_ == "VM(FIN)" or token.lemma_ == "werden":
                passive = token.lemma_ == "werden" and full.tag_ in ("VV(PP)", "VV(FIN)")
                modal_passive = (
                    token.tag_ == "VM(FIN)"
                    and full.tag_ == "VV(PP)"
                    and any(doc[i].text == "werden" for i in candidates)
                )
                if passive or modal_passive:
                    voice = Voice.PASSIVE
                elif token.tag_ == "VM(FIN)":
                    voice, modal = Voice.MODAL, token.lemma_
            elif token.lemma_ == "sein" and full.tag_ in ("VV(PP)", "ADJ(D)"):
                voice = Voice.PASSIVE if full.tag_ == "VV(PP)" else Voice.ACTIVE
            elif token.lemma_ == "sein" and (full.tag_ == "VV(IZU)" or _zu_before(doc, full.i)):
                voice = Voice.PASSIVE  # "ist zu sehen": the subject is what is seen
            elif (
                token.lemma_ == "haben" and (full.tag_ == "VV(IZU)" or _zu_before(doc, full.i))
            ) or (token.lemma_ == "haben" and full.tag_ == "ADJ(D)"):
                full = None
        if full is not None:
            verb, lemma = full.i, _infinitive(full)
    if verb == token.i:
        limit = end
        for i in [k for k in span if k < limit or doc[k].tag_ == "PTKVZ"]:
            if doc[i].tag_ == "PTKVZ" or (
                doc[i].text in _PARTICLES
                and i + 1 in (end, len(doc))
                and doc[i].tag_ in ("APPR", "ADV", "PTKVZ", "ADJ(D)", "PTKZU")
            ):
                particle = i
                lemma = doc[i].text.lower() + token.lemma_
                break
        lemma = _infinitive(token) if particle is None else lemma
    clause_tokens = [doc[i] for i in range(start, end) if i not in masked]
    if verb > end or (particle is not None and particle >= end):
        far = max(verb, particle or 0) + 1
        clause_tokens += [doc[i] for i in range(end, far) if i not in masked]
    return Predicate(
        finite=token.i, verb=verb, lemma=lemma, particle=particle, voice=voice, modal=modal,
        mood=mood_of(token), start=start, end=end, verb_last=verb_last,
        verb_first=not before,
        opener=opener.i,
        shared=shared,
        negated=any(t.text.lower() in _NEGATIONS for t in clause_tokens),
        reflexive=any(t.text.lower() == "sich" for t in clause_tokens),
    )  # fmt: skip


def _infinitive(token: Token) -> str:
    lemma = token.lemma_
    return lemma.lower() if lemma[:1].isupper() and token.text[:1].islower() else lemma
