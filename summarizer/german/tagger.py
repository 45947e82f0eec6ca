"""The Hanover Tagger (HanTa), quicker: the same lemma and tag for every word of every sentence.

HanTa analyses each word of each sentence anew, though most words of a newspaper repeat; for each
piece of a word it tries every morpheme tag, and after each word every tag, though only a handful
fit. Here what depends on a word alone is kept, and only what can fit is tried. Sums are made in
HanTa's order and candidates tried in HanTa's order, so that rounding and ties come out the same.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from HanTa.HanoverTagger import EMPTY, END, END_UNKNOWN, START, UNKNOWN, HanoverTagger
from numpy import logaddexp

from summarizer.reading.finite_verbs import hanta

KEPT_WORDS = 50_000
"""Analyses kept a process, the least recently used dropped first."""

_State = tuple[int, int]
"""The tags of a morpheme (or word) and of the one before it, the latter first."""
_Row = dict[_State, float]
_Way = dict[_State, tuple[_State, int]]
"""For each state the one before it, and where that one's morpheme ends."""

# HanTa's own limits, which decide which of several readings it follows.
_TOO_UNLIKELY = -1e6
_BEST_MORPHEMES = 3
_BEST_WORDS = 5
_CUTOFF = 5
_WHOLE_WORD_UNKNOWN = 4.6
_LONGEST_MEASURED = 24

_NOTHING: Mapping[int, float] = {}


class _Followers(NamedTuple):
    """The morpheme tags that may follow a state."""

    places: dict[int, tuple[int, float]]
    """Tag → its place in HanTa's order, and the log probability of the transition."""
    open: tuple[tuple[int, float], ...]
    """Those among them that unknown morphemes can have."""


class QuickTagger(HanoverTagger):  # type: ignore[misc]  # HanTa has no types
    """HanTa with bounded caches. `tag_sent` is inherited and gives what HanTa's gives.

    Args:
        kept_words: how many analyses of each kind are kept.
    """

    def __init__(self, *, kept_words: int = KEPT_WORDS) -> None:
        # Not HanTa's own `__init__`, which would load the model again: the tables are only read,
        # so those of the reading room serve both.
        self.__dict__.update(vars(hanta()))
        self._tags = [tag for tag in self.LP_trans_word[EMPTY, START] if tag != END]
        self._open = [tag for tag in self.LP_hapax_t if tag in self.LP_s_t]
        self._suffixes = frozenset(self.LP_s_t[self._open[0]])
        self._morphemes: dict[str, dict[int, float]] = {}
        for tag, morphemes in self.LP_m_t.items():
            for morpheme, likelihood in morphemes.items():
                self._morphemes.setdefault(morpheme, {})[tag] = likelihood
        self._all_followers = {state: self._followers(state) for state in self.LP_trans_nonfinal}
        self._followers_to: dict[int, dict[_State, _Followers]] = {}
        self._unknown = lru_cache(kept_words)(self._if_unknown)
        self._by_suffix = lru_cache(kept_words)(self._with_suffix)
        self._kept_analysis = lru_cache(kept_words)(super()._analyze)
        self._kept_readings = lru_cache(kept_words)(self._readings)

    # The tags of a sentence.

    def tag_sent_viterbi(self, sent: Sequence[str], casesensitive: bool = True) -> list[int]:
        """The most likely tags of the words of `sent`, as HanTa's numbers."""
        row: _Row = {(EMPTY, START): 0.0}
        ways: list[dict[_State, _State]] = []
        for place, word in enumerate(sent):
            readings = self._kept_readings(word, casesensitive and place > 0)
            bound = _bound(row, _BEST_WORDS)
            following: _Row = {}
            way: dict[_State, _State] = {}
            for state, so_far in row.items():
                if so_far < bound:
                    continue
                transitions = self.LP_trans_word[state]
                before = state[1]
                for tag, reading in readings:
                    total = so_far + transitions[tag] + reading
                    after = before, tag
                    if total > following.get(after, _TOO_UNLIKELY):
                        following[after] = total
                        way[after] = state
            row = following
            ways.append(way)
        best, state = -math.inf, (EMPTY, EMPTY)
        for last, so_far in row.items():
            total = so_far + self.LP_trans_word[last].get(END, -math.inf)
            if total > best:
                best, state = total, last
        tags: list[int] = []
        for way in reversed(ways):
            tags.append(state[1])
            state = way[state]
        return tags[::-1]

    def _readings(self, word: str, casesensitive: bool) -> tuple[tuple[int, float], ...]:
        """The tags that `word` can have with their log probabilities; all tags if it is unknown."""
        found = dict(
            self._tag_word(word, cutoff=_CUTOFF, casesensitive=casesensitive, conditional=True)
        )
        if not found or found.keys() == {UNKNOWN}:
            return tuple((tag, 0.0) for tag in self._tags)
        return tuple((tag, found[tag]) for tag in self._tags if tag in found)

    # The morphemes of a word.

    def _analyze(self, word: str, pos: int, taglevel: int = 1) -> Any:
        return self._kept_analysis(word.lower(), pos, taglevel)

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """The tags that a word can have which HanTa's own list lacks, the likeliest first."""
        rows, _ = self._rows(word, self._all_followers, known_only=False)
        likelihoods: dict[int, float] = {}
        last: _Row = {}
        for state, so_far in rows[-1].items():
            for end, transition in self.LP_trans_final.get(state, ()):
                _keep_best(last, (state[1], end), so_far + transition)
        for (_, end), total in last.items():
            known = likelihoods.get(-end)
            likelihoods[-end] = total if known is None else logaddexp(known, total)
        ordered = sorted(likelihoods.items(), key=itemgetter(1), reverse=True)
        return ordered or [(UNKNOWN, 0)]

    def analyze_viterbi(self, word: str, targetpos: int) -> list[tuple[int, int]]:
        """The morphemes of a word whose tag is known, each with its tag and where it ends."""
        followers = self._followers_on_the_way_to(targetpos)
        for known_only in (True, False):
            rows, ways = self._rows(word, followers, known_only=known_only)
            last: _Row = {}
            before: dict[_State, _State] = {}
            for state, so_far in rows[-1].items():
                transition = next(
                    (p for end, p in self.LP_trans_final.get(state, ()) if end == targetpos), None
                )
                if transition is not None and _keep_best(
                    last, (state[1], targetpos), so_far + transition
                ):
                    before[state[1], targetpos] = state
            if last:
                break
        best = max(last, key=last.__getitem__, default=None)
        if best is None or last[best] == -math.inf:
            return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]
        path = [(targetpos, len(word) + 1)]
        state, end = before[best], len(word)
        while end > 0:
            path.append((state[1], end))
            state, end = ways[end][state]
        return path[::-1]

    def _rows(
        self, word: str, followers: Mapping[_State, _Followers], *, known_only: bool
    ) -> tuple[list[_Row], list[_Way]]:
        """For each place in `word` the states in which a morpheme can end there.

        Args:
            word: in small letters.
            followers: what may come after each state.
            known_only: whether morphemes that the model doesn't know are out of the question.

        Returns:
            The likelihood of each state, and the state before it, by place.
        """
        length = len(word)
        morphemes, if_unknown = self._morphemes, self._unknown
        rows: list[_Row] = [{(EMPTY, START): 0.0}, *({} for _ in range(length))]
        ways: list[_Way] = [{} for _ in range(length + 1)]
        for begin in range(length):
            bound = _bound(rows[begin], _BEST_MORPHEMES)
            states = [
                (state, so_far, followers[state])
                for state, so_far in rows[begin].items()
                if so_far >= bound and state in followers
            ]
            if not states:
                continue
            # What does not depend on the piece is done once for all the pieces that begin here.
            moves = [
                ((state[1], tag), so_far + transition, tag, (state, begin))
                for state, so_far, following in (() if known_only else states)
                for tag, transition in following.open
            ]
            for end in range(begin + 1, length + 1):
                piece = word[begin:end]
                known = morphemes.get(piece)
                if not known and not moves:
                    continue
                size = end - begin
                unknown = _NOTHING
                if not known_only and (size > 2 or length < 4):
                    unknown = if_unknown(
                        piece[1:][-4:], min(size, _LONGEST_MEASURED), size == length
                    )
                row, way = rows[end], ways[end]
                if known:
                    for state, so_far, following in states:
                        for tag, transition, likelihood in _fitting(following, known, unknown):
                            total = so_far + transition + likelihood
                            if total > row.get((state[1], tag), _TOO_UNLIKELY):
                                row[state[1], tag] = total
                                way[state[1], tag] = (state, begin)
                elif unknown:
                    for after, so_far, tag, before in moves:
                        total = so_far + unknown[tag]
                        if total > row.get(after, _TOO_UNLIKELY):
                            row[after] = total
                            way[after] = before
        return rows, ways

    def _if_unknown(self, last: str, length: int, whole: bool) -> Mapping[int, float]:
        """The log probability for each open tag that it has an unknown morpheme.

        Args:
            last: the last four letters of the morpheme, without its first.
            length: of the morpheme, cut where the model ends.
            whole: whether it is the whole word.
        """
        ends = (last[at:] for at in range(len(last) + 1))
        return self._by_suffix(next(end for end in ends if end in self._suffixes), length, whole)

    def _with_suffix(self, suffix: str, length: int, whole: bool) -> dict[int, float]:
        found = {}
        for tag in self._open:
            likelihood = self.Int_t + self.LP_hapax_t[tag] + self.LP_len_t[tag][length]
            likelihood += self.LP_s_t[tag][suffix]
            if whole:
                likelihood -= _WHOLE_WORD_UNKNOWN
            found[tag] = likelihood
        return found

    def _followers(self, state: _State, among: Container[int] | None = None) -> _Followers:
        following = [
            (tag, transition)
            for tag, transition in self.LP_trans_nonfinal[state]
            if among is None or tag in among
        ]
        return _Followers(
            {tag: (place, transition) for place, (tag, transition) in enumerate(following)},
            tuple((tag, transition) for tag, transition in following if tag in self._open),
        )

    def _followers_on_the_way_to(self, end: int) -> Mapping[_State, _Followers]:
        """The followers of each state from which a word can still get to the tag `end`."""
        if end not in self._followers_to:
            reachable = self.reachability.get(end, frozenset())
            found = {state: self._followers(state, reachable) for state in self.LP_trans_nonfinal}
            self._followers_to[end] = {state: each for state, each in found.items() if each.places}
        return self._followers_to[end]


def _fitting(
    following: _Followers, known: Mapping[int, float], unknown: Mapping[int, float]
) -> list[tuple[int, float, float]]:
    """The tags that may follow and fit a piece that is a `known` morpheme, in HanTa's order.

    Each comes with the log probability of the transition and that of the piece; with the one that
    it has as an `unknown` morpheme where it has that tag in no other way.
    """
    places = following.places
    fitting = [(*places[tag], tag, known[tag]) for tag in known if tag in places]
    if unknown:
        fitting += [
            (*places[tag], tag, unknown[tag]) for tag, _ in following.open if tag not in known
        ]
    fitting.sort()
    return [(tag, transition, likelihood) for _, transition, tag, likelihood in fitting]


def _bound(row: _Row, best: int) -> float:
    """The likelihood from which on a state of `row` is followed up."""
    return sorted(row.values(), reverse=True)[best] - 1 if len(row) > best else _TOO_UNLIKELY


def _keep_best(row: _Row, state: _State, total: float) -> bool:
    """Note `total` as the likelihood of `state` unless a better one is known; whether it was."""
    if total > row.get(state, _TOO_UNLIKELY):
        row[state] = total
        return True
    return False
