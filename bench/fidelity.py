# ruff: noqa: ARG001 (all changes take the same arguments)
"""How well the fidelity check tells faithful translations from others.

    python bench/fidelity.py PAIRS.tsv [--machine MACHINE.tsv] [--misses] [--sample N]

PAIRS.tsv has a German sentence and a professional translation a line, with a tab between them.
Printed: how many of them the check refuses (it should refuse few), and of the mistakes that are
made in the translations here (a number changed, a name swapped, a hedge dropped …) how many it
catches. Where the mistakes are put is decided by the texts alone, not by what the check reads.
MACHINE.tsv has machine translations, with the engine's name in a third column.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import simplemma

from summarizer.translation.fidelity import check, describe
from summarizer.translation.glossary import load

Change = Callable[[str, str, random.Random], Iterator[str]]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    "hundred|thousand|million|billion|dozen"
)
_NUMBER_WORD = re.compile(rf"\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}(?:-[A-Z]?\w+)?(?: [A-Z][^\W\d_]{2,})*")
_HEDGE_DE = re.compile(
    r"\b(?:soll|sollen|solle|angeblich\w*|offenbar|mutmaßlich\w*|vermutlich|vielleicht|anscheinend|"
    r"wahrscheinlich\w*|möglicherweise|womöglich|könnten?|dürften?|voraussichtlich|wohl)\b"
)
_HEDGE_EN = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|presumably|probably|possibly|perhaps|maybe|"
    r"likely|alleged|suspected|(?:is|are|was|were) (?:said|supposed|expected|believed|thought) to|"
    r"could|might|(?-i:may)|should|would)\s?",
    re.IGNORECASE,
)
_ATTRIBUTION_DE = re.compile(r"\b(?:[Ll]aut (?=[A-ZÄÖÜ]|de[mnr]\b)|zufolge\b)")
_ATTRIBUTION_EN = re.compile(r"\b[Aa]ccording to [^,.]+,?\s?|, according to [^,.]+")
_NEGATION_DE = re.compile(r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts)\b(?! nur)")
_NEGATION_EN = re.compile(r"\b(?:not|never|no|nothing|nobody)\b\s?|n['’]t\b", re.IGNORECASE)


def change_number(german: str, english: str, rng: random.Random) -> Iterator[str]:
    """Each numeral of the translation, changed in one digit or to another word."""
    for match in _DIGITS.finditer(english):
        digits = [i for i, c in enumerate(match[0]) if c.isdigit()]
        at = rng.choice(digits)
        new = rng.choice([d for d in "123456789" if d != match[0][at]])
        yield english[: match.start() + at] + new + english[match.start() + at + 1 :]
    for match in _NUMBER_WORD.finditer(english):
        new = rng.choice([w for w in _NUMBER_WORDS.split("|") if w != match[0].lower()])
        yield english[: match.start()] + new + english[match.end() :]


def drop_number(german: str, english: str, rng: random.Random) -> Iterator[str]:
    """Each numeral of the translation left out, if the German has it only once."""
    for pattern in (_DIGITS, _NUMBER_WORD):
        for match in pattern.finditer(english):
            if len(re.findall(rf"(?<!\w){re.escape(match[0])}(?!\w)", english)) == 1:
                yield english[: match.start()] + english[match.end() :].lstrip()


def add_number(german: str, english: str, rng: random.Random) -> Iterator[str]:
    """A number before some word."""
    words = english.split(" ")
    number = str(rng.choice([17, 23, 58, 340, 4600]))
    if len(words) > 4 and number not in german:
        words.insert(rng.randrange(2, len(words)), number)
        yield " ".join(words)


def _names(german: str, english: str) -> Iterator[re.Match[str]]:
    """Capitalised words of the translation that stand once, and just so, in the German."""
    for match in _NAME.finditer(english):
        words = match[0].split(" ")
        once = all(len(re.findall(rf"(?<![^\W_]){re.escape(w)}", german)) == 1 for w in words)
        common = all(simplemma.is_known(w.lower(), lang="en") for w in words)
        if once and not common and len(re.findall(re.escape(match[0]), english)) == 1:
            yield match


def swap_name(german: str, english: str, rng: random.Random) -> Iterator[str]:
    """Each name replaced by one of another sentence."""
    for match in _names(german, english):
        other = rng.choice([n for n in _all_names if n.split()[-1] not in german])
        yield english[: match.start()] + other + english[match.end() :]


def drop_name(german: str, english: str, rng: random.Random) -> Iterator[str]:
    """Each name left out."""
    for match in _names(german, english):
        yield english[: match.start()] + english[match.end() :].lstrip()


_all_names: list[str] = []


def _dropper(german_has: re.Pattern[str], english_has: re.Pattern[str]) -> Change:
    def drop(german: str, english: str, rng: random.Random) -> Iterator[str]:
        """All of them at once: with one of two left a sentence may be right still."""
        if german_has.search(german) and english_has.search(english):
            yield english_has.sub("", english)

    return drop


CHANGES: dict[str, Change] = {
    "number changed": change_number,
    "number dropped": drop_number,
    "number added": add_number,
    "name swapped": swap_name,
    "name dropped": drop_name,
    "hedge dropped": _dropper(_HEDGE_DE, _HEDGE_EN),
    "attribution dropped": _dropper(_ATTRIBUTION_DE, _ATTRIBUTION_EN),
    "negation dropped": _dropper(_NEGATION_DE, _NEGATION_EN),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--machine", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every mistake not caught")
    parser.add_argument("--sample", type=int, help="at most so many mistakes of a sort")
    arguments = parser.parse_args()
    rng = random.Random(7)
    glossary = load(Path(__file__).parents[1] / "glossary", "de", "en")
    pairs = [line.split("\t")[:2] for line in _lines(arguments.pairs)]
    _all_names.extend(m[0] for german, english in pairs for m in _names(german, english))
    refused: set[tuple[str, str]] = set()
    kinds: Counter[str] = Counter()
    for german, english in pairs:
        findings = check(german, english, glossary)
        kinds.update({finding.kind for finding in findings})
        if findings:
            refused.add((german, english))
            if arguments.misses:
                print(f"refused: {describe(findings)}\n  {german}\n  {english}")
    share = len(refused) / len(pairs)
    print(f"professional pairs refused: {len(refused)} of {len(pairs)} ({share:.1%}) {dict(kinds)}")
    for name, change in CHANGES.items():
        # A pair that is refused as it is would count as caught whatever is done to it.
        cases = [
            (german, changed)
            for german, english in pairs
            if (german, english) not in refused
            for changed in change(german, english, rng)
            if changed != english
        ]
        if arguments.sample and len(cases) > arguments.sample:
            cases = rng.sample(cases, arguments.sample)
        missed = [case for case in cases if not check(*case, glossary)]
        if arguments.misses:
            for german, changed in missed:
                print(f"missed {name}:\n  {german}\n  {changed}")
        caught = len(cases) - len(missed)
        print(f"{name}: {caught} of {len(cases)} caught ({caught / max(1, len(cases)):.1%})")
    if arguments.machine:
        by_engine: dict[str, Counter[bool]] = defaultdict(Counter)
        for line in _lines(arguments.machine):
            german, english, engine = line.split("\t")
            by_engine[engine][bool(check(german, english, glossary))] += 1
        for engine, counts in by_engine.items():
            print(f"{engine}: {counts[True]} refused, {counts[False]} let through")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if "\t" in line]


if __name__ == "__main__":
    main()
