"""Argos' models at work: their tokenizer, CTranslate2 for inference, `postprocess` after it.

Not through ``argostranslate.translate``: importing that takes torch and stanza, splits
sentences again with a model that it downloads, and translates one sentence at a time. Here all
texts of a build go sorted and batched through CTranslate2, in int8 where the processor has it,
one batch on each core. Beam, length penalty and the replacement of unknown words are Argos'.

CTranslate2 and the tokenizers are imported when the first text is translated, so a build with
nothing to translate never loads them.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol

from summarizer.problem import InputError
from summarizer.translation.engine import Engine, EngineSettings, Progress
from summarizer.translation.packages import (
    Package,
    changes,
    find_route,
    installed_packages,
    touched,
)
from summarizer.translation.postprocess import collapse, defect, tidy

MAX_TOKENS = 512
"""Longest text in tokens. Argos trains on sentences of at most 200 or so; CTranslate2 would cut
a text off after 1,024 without a word, and a translation of half a sentence is worse than none."""

_LENGTH_PENALTY = 0.2
"""As in ``argostranslate.translate.apply_packaged_translation``."""


class Tokenizer(Protocol):
    """What argostranslate's tokenizers have in common."""

    def encode(self, sentence: str) -> list[str]:
        """The model's tokens of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """The sentence of some tokens."""


def find_engine(source: str, target: str, settings: EngineSettings) -> Engine | None:
    """The engine for these languages from the packages of this machine; None if there is none.

    Loads no model. Looks in the configured folder and in Argos' own, and goes through third
    languages where there is no package for the pair (de→en→fr).

    Raises:
        InputError: the package to use was changed after it was installed.
    """
    route = find_route(source, target, installed_packages(settings)[0])
    for package in route:
        changed = changes(package) if touched(package) else ()
        if changed:
            raise InputError(
                str(package.folder),
                f"the model was changed after it was installed: {', '.join(changed)}",
                "Install it again: summarizer model install",
            )
    return ArgosEngine(route, settings) if route else None


def load_tokenizer(package: Package) -> Tokenizer:
    """The package's tokenizer, argostranslate's own class for its kind."""
    from argostranslate.tokenizer import (  # noqa: PLC0415  imports sentencepiece
        BPETokenizer,
        SentencePieceTokenizer,
    )

    if package.tokenizer.name == "sentencepiece.model":
        tokenizer: Tokenizer = SentencePieceTokenizer(package.tokenizer)
    else:
        tokenizer = BPETokenizer(package.tokenizer, package.source, package.target)
    return tokenizer


class ArgosEngine:
    """An `Engine` over one package, or over several in a row."""

    def __init__(self, route: Sequence[Package], settings: EngineSettings) -> None:
        """Take the packages of `find_route`, which must not be empty."""
        self._hops = [_Hop(package, settings) for package in route]
        self.name = "argos " + " + ".join(package.name for package in route)

    def translate(self, texts: Sequence[str], *, progress: Progress | None = None) -> list[str]:
        """See `Engine.translate`."""
        found = self.alternatives(texts, count=1, progress=progress)
        return [candidates[0] if candidates else "" for candidates in found]

    def alternatives(
        self, texts: Sequence[str], *, count: int = 4, progress: Progress | None = None
    ) -> list[tuple[str, ...]]:
        """See `Engine.alternatives`. Through a third language only the last step varies."""
        done = _Counting(progress, texts, len(self._hops))
        given = {text: " ".join(text.split()) for text in texts}
        reached: dict[str, str] = {text: text for text in given.values() if text}
        for hop in self._hops[:-1]:
            step = hop.translate(set(reached.values()), 1, done)
            reached = {text: step[via][0] for text, via in reached.items() if step[via]}
        last = self._hops[-1].translate(set(reached.values()), count, done)
        done.finish()
        return [last[reached[given[t]]] if given[t] in reached else () for t in texts]


class _Counting:
    """Tells the caller's `Progress` of texts, whatever they are batched and how often."""

    def __init__(self, progress: Progress | None, texts: Sequence[str], hops: int) -> None:
        self._progress = progress
        self._all = len(texts)
        self._steps = hops * max(len(Counter(" ".join(text.split()) for text in texts)), 1)
        self._done = 0
        self._tell(0)

    def _tell(self, texts: int) -> None:
        if self._progress is not None:
            self._progress(texts, self._all)

    def add(self, steps: int) -> None:
        """So many different texts went through one model."""
        self._done += steps
        self._tell(min(self._all * self._done // self._steps, max(self._all - 1, 0)))

    def finish(self) -> None:
        """All is done."""
        self._tell(self._all)


class _Hop:
    """One package: its tokenizer and its model, loaded when first needed."""

    def __init__(self, package: Package, settings: EngineSettings) -> None:
        self._package = package
        self._settings = settings

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_tokenizer(self._package)

    @cached_property
    def _translator(self) -> Any:
        import ctranslate2  # noqa: PLC0415  0.2 s that a build with nothing to do is spared

        wanted = self._settings.compute_type
        if wanted == "auto":
            known = ctranslate2.get_supported_compute_types("cpu")
            wanted = "int8" if "int8" in known else "float32"
        try:
            # Batches side by side use the cores better than many threads on one batch.
            return ctranslate2.Translator(
                str(self._package.model),
                device="cpu",
                compute_type=wanted,
                inter_threads=self._settings.threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise InputError(
                str(self._package.folder),
                f"the model cannot be loaded: {error}",
                "Install it again: summarizer model install",
            ) from error

    def translate(self, texts: set[str], count: int, done: _Counting) -> dict[str, tuple[str, ...]]:
        """Up to `count` usable translations of each of `texts`, in its language's surface."""
        found = self._usable(self._decode(texts, count, done), count)
        failed = {text for text, candidates in found.items() if not candidates}
        if failed:
            # Once more as a sentence (models know few texts without a full stop) and without
            # saying three tokens twice; and if it still loops, what it says, said once.
            again = self._decode(failed, count, None, strict=True)
            repaired = {
                text: [collapse(text, c, language=self._package.target) for c in candidates]
                for text, candidates in again.items()
            }
            found |= self._usable(repaired, count)
        return found

    def _usable(self, candidates: dict[str, list[str]], count: int) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for text, outputs in candidates.items():
            tidied = (
                tidy(
                    text,
                    output,
                    source_language=self._package.source,
                    target_language=self._package.target,
                )
                for output in outputs
            )
            usable = [output for output in tidied if not defect(text, output)]
            found[text] = tuple(dict.fromkeys(usable))[:count]
        return found

    def _decode(
        self, texts: set[str], count: int, done: _Counting | None, *, strict: bool = False
    ) -> dict[str, list[str]]:
        """What the model says of each text, the likeliest first; nothing for one too long."""
        found: dict[str, list[str]] = {text: [] for text in texts}
        tokens = {
            text: self._tokenizer.encode(text + "." if strict and text[-1].isalnum() else text)
            for text in texts
        }
        fitting = [text for text in texts if 0 < len(tokens[text]) <= MAX_TOKENS]
        if done is not None:
            done.add(len(texts) - len(fitting))
        # Longest first: the last batches are short, and both cores end together. By the text
        # where lengths are equal: what shares a batch must not depend on the order of `texts`.
        fitting.sort(key=lambda text: (-len(tokens[text]), text))
        prefix = self._package.metadata.target_prefix
        beam = max(self._settings.beam_size, count)
        running: deque[tuple[list[str], int, list[Any]]] = deque()

        def collect() -> None:
            batch, limit, results = running.popleft()
            for text, result in zip(batch, results, strict=True):
                found[text] = self._detokenize(result.result().hypotheses, limit, prefix)
            if done is not None:
                done.add(len(batch))

        for batch in self._batches(fitting, tokens):
            limit = 2 * len(tokens[batch[0]]) + 24
            results = self._translator.translate_batch(
                [tokens[text] for text in batch],
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                asynchronous=True,
                beam_size=beam,
                num_hypotheses=beam,
                length_penalty=_LENGTH_PENALTY,
                replace_unknowns=True,
                max_input_length=0,
                max_decoding_length=limit,
                no_repeat_ngram_size=3 if strict else 0,
            )
            running.append((batch, limit, results))
            if len(running) > 2 * self._settings.threads:
                collect()
        while running:
            collect()
        return found

    def _batches(self, texts: list[str], tokens: dict[str, list[str]]) -> Iterator[list[str]]:
        batch: list[str] = []
        for text in texts:
            if batch and (len(batch) + 1) * len(tokens[batch[0]]) > self._settings.batch_tokens:
                yield batch
                batch = []
            batch.append(text)
        if batch:
            yield batch

    def _detokenize(self, hypotheses: list[list[str]], limit: int, prefix: str) -> list[str]:
        # What was cut off at the limit has no end: it loops, or rambles.
        whole = [tokens for tokens in hypotheses if len(tokens) < limit]
        texts = [self._tokenizer.decode(tokens) for tokens in whole]
        return [text.removeprefix(prefix).strip() for text in texts]
