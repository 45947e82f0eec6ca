"""The engine translates with the real argostranslate tokenizers and the real CTranslate2.

The model is small and knows only its own domain (tools/train_test_model); the sentences here
are not among those it was trained on.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.problem import InputError
from summarizer.translation.argos import ArgosEngine, find_engine
from summarizer.translation.engine import Engine, EngineSettings
from summarizer.translation.packages import read_package

DATA = Path(__file__).parent / "data"
PAIRS = [
    tuple(line.split("\t"))
    for line in (DATA / "held_out.tsv").read_text(encoding="utf-8").splitlines()
]
GERMAN = [german for german, _ in PAIRS]


@pytest.fixture
def installed(models: Path, settings: EngineSettings) -> EngineSettings:
    """Settings with the German→English package installed."""
    return settings.model_copy(update={"model_folder": models})


@pytest.fixture
def engine(installed: EngineSettings) -> Engine:
    found = find_engine("de", "en", installed)
    assert found is not None
    return found


def test_sentences_never_seen_in_training_are_translated_word_for_word(engine: Engine) -> None:
    english = engine.translate(GERMAN)
    right = sum(found == wanted for found, (_, wanted) in zip(english, PAIRS, strict=True))
    assert right / len(PAIRS) >= 0.95


def test_nearly_every_number_survives_also_those_never_seen(engine: Engine) -> None:
    english = engine.translate(GERMAN)
    kept = sum(
        re.findall(r"\d+", found) == re.findall(r"\d+", wanted)
        for found, (_, wanted) in zip(english, PAIRS, strict=True)
    )
    assert kept / len(PAIRS) >= 0.98


def test_its_name_says_which_package_translated(engine: Engine) -> None:
    assert engine.name == "argos translate-de_en 1.0"
    assert isinstance(engine, Engine)


def test_the_order_of_the_texts_changes_nothing(engine: Engine) -> None:
    shuffled = random.Random(1).sample(GERMAN, len(GERMAN))
    found = dict(zip(shuffled, engine.translate(shuffled), strict=True))
    assert [found[german] for german in GERMAN] == engine.translate(GERMAN)


@pytest.mark.parametrize(
    "change", [{"threads": 1}, {"batch_tokens": 256}, {"batch_tokens": 4096}], ids=str
)
def test_batches_and_threads_change_nothing(
    change: dict[str, int], engine: Engine, installed: EngineSettings
) -> None:
    other = find_engine("de", "en", installed.model_copy(update=change))
    assert other is not None
    assert other.translate(GERMAN[:80]) == engine.translate(GERMAN[:80])


def test_a_text_given_twice_comes_back_twice_and_blanks_around_it_do_not_matter(
    engine: Engine,
) -> None:
    one, two, three = engine.translate(["Soldaten", "  Soldaten\n", "Soldaten"])
    assert one == two == three == "soldiers"


def test_nothing_in_nothing_out(engine: Engine) -> None:
    assert engine.translate([]) == []
    assert engine.translate(["", "  "]) == ["", ""]


def test_a_text_too_long_for_the_model_has_no_translation_rather_than_half_of_one(
    engine: Engine,
) -> None:
    too_long = "Die Stadt Berlin hat 3.645.000 Einwohner und " * 60
    assert engine.translate([too_long, "Soldaten"]) == ["", "soldiers"]


def test_what_comes_back_never_loops(engine: Engine) -> None:
    """Words the model never saw drive it into loops, as they do large models."""
    strange = ["Eichhörnchen", "Ach", "Ja ja", "xyz", "Donaudampfschiff", "ß", "…", "1", "Öl Öl"]
    for german, english in zip(strange, engine.translate(strange), strict=True):
        assert not re.search(r"\b(\w+)(\W+\1\b){2}", english), (german, english)


def test_alternatives_are_different_and_begin_with_the_translation(engine: Engine) -> None:
    texts = GERMAN[:20]
    found = engine.alternatives(texts, count=4)
    assert [candidates[0] for candidates in found] == engine.translate(texts)
    assert all(len(set(candidates)) == len(candidates) <= 4 for candidates in found)
    assert max(map(len, found)) > 1


def test_progress_is_told_from_nothing_to_all_and_never_backwards(engine: Engine) -> None:
    told: list[tuple[int, int]] = []
    texts = [*GERMAN, *GERMAN[:50], ""]
    engine.translate(texts, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (0, len(texts))
    assert told[-1] == (len(texts), len(texts))
    assert told == sorted(told)
    assert len(told) > 5


def test_without_a_package_there_is_no_engine(settings: EngineSettings) -> None:
    assert find_engine("de", "en", settings) is None


def test_a_model_that_was_changed_is_not_used(installed: EngineSettings, tmp_path: Path) -> None:
    own = installed.model_copy(update={"model_folder": tmp_path / "own"})
    shutil.copytree(installed.model_folder, own.model_folder)
    assert find_engine("de", "en", own) is not None, "a copy (a cache in CI) is no change"
    model = next(own.model_folder.rglob("model.bin"))
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 0xFF
    model.write_bytes(data)
    with pytest.raises(InputError, match=r"changed after it was installed: model/model.bin"):
        find_engine("de", "en", own)


def test_finding_the_engine_loads_no_model_and_translating_loads_no_torch(
    models: Path,
) -> None:
    code = f"""
import sys
from pathlib import Path
from summarizer.translation.argos import find_engine
from summarizer.translation.engine import EngineSettings
engine = find_engine("de", "en", EngineSettings(model_folder=Path({str(models)!r})))
heavy = "ctranslate2", "sentencepiece", "argostranslate", "numpy", "torch", "stanza", "spacy"
print([name for name in heavy if name in sys.modules])
engine.translate([])
print([name for name in heavy if name in sys.modules])
engine.translate(["Soldaten"])
print([name for name in heavy if name in sys.modules])
print([name for name in sys.modules if name.startswith("argostranslate.")])
"""
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.splitlines() == [
        "[]",
        "[]",
        "['ctranslate2', 'sentencepiece', 'argostranslate']",
        "['argostranslate.tokenizer']",
    ]


# Packages of other kinds and ages.


@pytest.fixture
def package(models: Path, tmp_path: Path) -> Path:
    """A copy of the package, to change."""
    folder = tmp_path / "package"
    shutil.copytree(next(models.glob("translate-*")), folder)
    (folder / "install.json").unlink()
    return folder


def _engine(settings: EngineSettings, *folders: Path) -> ArgosEngine:
    return ArgosEngine([read_package(folder) for folder in folders], settings)


def _translated(engine: Engine) -> list[str]:
    return engine.translate(GERMAN[:40])


def test_a_model_in_the_format_of_2020_translates_the_same(
    package: Path, settings: EngineSettings, engine: Engine
) -> None:
    """No config.json, the vocabulary as text, and version 2 of the binary format."""
    model = package / "model"
    (model / "config.json").unlink()
    vocabulary = json.loads((model / "shared_vocabulary.json").read_text(encoding="utf-8"))
    (model / "shared_vocabulary.json").unlink()
    text = "".join(f"{piece}\n" for piece in vocabulary)
    (model / "shared_vocabulary.txt").write_text(text, encoding="utf-8")
    (model / "model.bin").write_bytes(_version_2((model / "model.bin").read_bytes()))
    assert _translated(_engine(settings, package)) == _translated(engine)


def _version_2(data: bytes) -> bytes:
    """A model.bin of today in the binary format of CTranslate2 1.x.

    There a variable's type is given by the size of its items and their number, and a variable
    used twice is stored twice.
    """
    at = 0

    def take(form: str) -> tuple[int, ...]:
        nonlocal at
        values = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return values

    def take_bytes(size: int) -> bytes:
        nonlocal at
        at += size
        return data[at - size : at]

    sizes = {0: 4, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2}  # By CTranslate2's DataType.
    (version,) = take("I")
    assert version == 6
    name = take_bytes(take("H")[0])
    (revision,) = take("I")
    variables: dict[bytes, tuple[tuple[int, ...], int, bytes]] = {}
    for _ in range(take("I")[0]):
        variable = take_bytes(take("H")[0])
        dimensions = take(f"{take('B')[0]}I")
        kind, length = take("BI")
        variables[variable] = dimensions, sizes[kind], take_bytes(length)
    for _ in range(take("I")[0]):
        alias, original = (take_bytes(take("H")[0]).rstrip(b"\0") for _ in range(2))
        for end in (b"\0", b"_scale\0"):  # A quantized weight brings its scale along.
            if original + end in variables:
                variables[alias + end] = variables[original + end]
    assert at == len(data)
    out = struct.pack("<IH", 2, len(name)) + name + struct.pack("<II", revision, len(variables))
    for variable, (dimensions, size, content) in variables.items():
        out += struct.pack("<H", len(variable)) + variable
        out += struct.pack(f"<B{len(dimensions)}I", len(dimensions), *dimensions)
        out += struct.pack("<BI", size, len(content) // size) + content
    return out


@pytest.mark.parametrize("splitter", ["stanza", "minisbd"])
def test_a_sentence_splitter_beside_the_model_changes_nothing(
    splitter: str, package: Path, settings: EngineSettings, engine: Engine
) -> None:
    (package / splitter).mkdir()
    assert _translated(_engine(settings, package)) == _translated(engine)


def test_a_package_with_byte_pair_encoding_is_tokenized_and_put_together_again(
    package: Path, settings: EngineSettings
) -> None:
    """Its vocabulary is another, so what it says is nonsense; but it is said through BPE."""
    (package / "sentencepiece.model").unlink()
    (package / "bpe.model").write_text("#version: 0.2\nS o\nSo l\nd a\nt e\nte n</w>\n")
    assert read_package(package).tokenizer.name == "bpe.model"
    from summarizer.translation.argos import load_tokenizer

    tokenizer = load_tokenizer(read_package(package))
    tokens = tokenizer.encode("Soldaten kamen.")
    assert tokens[:3] == ["Sol@@", "da@@", "ten"]
    assert tokenizer.decode(tokens) == "Soldaten kamen."
    assert len(_engine(settings, package).translate(["Soldaten kamen."])) == 1


_FRENCH = {"▁euros": "▁sous", "▁percent": "▁pourcent", "▁cars": "▁voitures", "▁people": "▁gens"}


def test_a_third_language_is_reached_in_two_steps(
    package: Path, settings: EngineSettings, engine: Engine, tmp_path: Path
) -> None:
    """The second model says some words in French, so it matters which one comes first."""
    second = tmp_path / "second"
    shutil.copytree(package, second)
    metadata = {"from_code": "en", "to_code": "fr", "package_version": "1.9"}
    (second / "metadata.json").write_text(json.dumps(metadata))
    vocabulary = second / "model" / "shared_vocabulary.json"
    pieces = json.loads(vocabulary.read_text(encoding="utf-8"))
    assert set(_FRENCH) & set(pieces)
    vocabulary.write_text(json.dumps([_FRENCH.get(piece, piece) for piece in pieces]))
    through = _engine(settings, package, second)
    assert through.name == "argos translate-de_en 1.0 + translate-en_fr 1.9"
    texts = [*GERMAN[:20], "", GERMAN[0]]
    last = _engine(settings, second)
    found = through.translate(texts)
    assert found == last.translate(engine.translate(texts))
    assert found != engine.translate(last.translate(texts))
    assert any(word in " ".join(found) for word in ("sous", "pourcent", "voitures", "gens"))


def test_a_model_that_cannot_be_loaded_is_named(package: Path, settings: EngineSettings) -> None:
    (package / "model" / "model.bin").write_bytes(b"nonsense")
    with pytest.raises(InputError, match=r"the model cannot be loaded(.|\n)*model install"):
        _engine(settings, package).translate(["Soldaten"])
