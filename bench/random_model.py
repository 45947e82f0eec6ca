"""A package of the size of Argos' real ones, with random weights and a fixed length of output.

Six layers of encoder and decoder, 512 wide with 2,048 inside, eight heads, 32,000 tokens, int8:
what ``translate-de_en`` has. Speed depends on the size of the matrices and on the number of
tokens, not on what the weights are; so the weights are random, and the output has the same
length for everyone: the position encodings of the decoder carry a clock in dimensions that no
layer writes to, and the output layer reads from it which token is due, at last the end.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from numpy.typing import NDArray

LAYERS, WIDTH, INNER, HEADS, VOCABULARY = 6, 512, 2048, 8, 32_000
SPECIALS = ["<unk>", "<blank>", "<s>", "</s>"]
Floats = NDArray[np.float32]


def write_package(folder: Path, pieces_of: Path, output: str) -> int:
    """Write an unpacked package to `folder` that says `output` whatever it is given.

    Args:
        folder: where to; made if it is not there.
        pieces_of: a SentencePiece model with at most 31,996 pieces, which is padded.
        output: what to say; its pieces set the length.

    Returns:
        The number of tokens of every translation, its end included.
    """
    folder.mkdir(parents=True, exist_ok=True)
    processor = sentencepiece.SentencePieceProcessor(model_file=str(pieces_of))
    known = [processor.id_to_piece(i) for i in range(len(processor))]
    vocabulary = SPECIALS + [piece for piece in known if piece not in SPECIALS]
    filling = [f"▁filling{i}" for i in range(VOCABULARY - len(vocabulary))]
    (folder / "sentencepiece.model").write_bytes(
        pieces_of.read_bytes() + b"".join(_unused_piece(piece) for piece in filling)
    )
    vocabulary += filling
    said = [vocabulary.index(piece) for piece in processor.encode(output, out_type=str)]
    said.append(vocabulary.index("</s>"))
    _write_model(folder / "model", vocabulary, said)
    metadata = {
        "package_version": "0.0",
        "argos_version": "1.0",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return len(said)


def _unused_piece(piece: str) -> bytes:
    """A further ``pieces { piece: … score: 0 type: UNUSED }`` of SentencePiece's ModelProto.

    A repeated field may be continued at the end of a serialised message.
    """
    name = piece.encode()
    inner = b"\x0a" + bytes([len(name)]) + name + b"\x15\0\0\0\0" + b"\x18\x05"
    return b"\x0a" + bytes([len(inner)]) + inner


def _write_model(folder: Path, vocabulary: list[str], said: list[int]) -> None:
    random = np.random.default_rng(1)
    clock = len(said)

    def matrix(rows: int, columns: int, *, into_stream: bool = False) -> Floats:
        made = random.normal(0, (2 / (rows + columns)) ** 0.5, (rows, columns))
        if into_stream:
            made[:clock] = 0
        return made.astype(np.float32)

    def linear(spec: object, rows: int, columns: int, *, into_stream: bool = False) -> None:
        spec.weight = matrix(rows, columns, into_stream=into_stream)  # type: ignore[attr-defined]
        spec.bias = np.zeros(rows, np.float32)  # type: ignore[attr-defined]

    def norm(spec: object) -> None:
        spec.gamma = np.ones(WIDTH, np.float32)  # type: ignore[attr-defined]
        spec.beta = np.zeros(WIDTH, np.float32)  # type: ignore[attr-defined]

    def block(spec: object) -> None:
        norm(spec.layer_norm)  # type: ignore[attr-defined]

    spec = ctranslate2.specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    embeddings = (random.normal(0, WIDTH**-0.5, (VOCABULARY, WIDTH))).astype(np.float32)
    embeddings[:, :clock] = 0
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.encoder.position_encodings.encodings = np.zeros((1024, WIDTH), np.float32)
    ticks = np.zeros((1024, WIDTH), np.float32)
    ticks[np.arange(clock), np.arange(clock)] = 30
    spec.decoder.position_encodings.encodings = ticks
    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        for layer in side.layer:
            block(layer.self_attention)
            linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
            linear(layer.self_attention.linear[1], WIDTH, WIDTH, into_stream=True)
            if side is spec.decoder:
                block(layer.attention)
                linear(layer.attention.linear[0], WIDTH, WIDTH)
                linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
                linear(layer.attention.linear[2], WIDTH, WIDTH, into_stream=True)
            block(layer.ffn)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER, into_stream=True)
    projection = matrix(VOCABULARY, WIDTH)
    projection[:, :clock] = 0
    for step, token in enumerate(said):
        projection[token, step] = 4
    spec.decoder.projection.weight = projection
    spec.decoder.projection.bias = np.zeros(VOCABULARY, np.float32)
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(exist_ok=True)
    spec.save(str(folder))


if __name__ == "__main__":
    print(write_package(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
