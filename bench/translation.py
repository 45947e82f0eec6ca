"""How fast and how large: our engine and ``argostranslate.translate`` on a model of real size.

    python bench/translation.py [--sentences 200] [--runs 3]

Both translate the same German sentences with the same package (random_model.py) into outputs
of the same length, in alternating runs. Measured are the seconds from the start of the process
to the first translation, the sentences a second after that, and the peak of resident memory.
The median of the runs counts. Exits with 1 where a target is missed.

Argos runs in an environment of its own, made on the first run from requirements-argos.txt (a
gigabyte, for torch), or in the one whose Python is given with --argos-python.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "translation" / "data"
OUTPUT = (
    "According to the Interior Ministry, 25 people were injured in the fire in Munich on "
    "Monday and two houses were destroyed."
)
TARGETS = {"start": 10.0, "throughput": 3.0, "memory": 2.0}


@dataclass(frozen=True)
class Run:
    """One run of one child: seconds, sentences a second, bytes, and what it said."""

    start: float
    throughput: float
    processor: float
    memory: int
    outputs: tuple[str, ...]


def run(command: list[str], texts: list[str], packages: Path) -> Run:
    """Run a child on `texts` and measure it."""
    environment = os.environ | {
        "ARGOS_PACKAGES_DIR": str(packages),
        "PYTHONPATH": str(HERE.parent),
        "HOME": str(packages.parent),
    }
    started = time.monotonic()
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        json.dump(texts, child.stdin)
        child.stdin.close()
        first = json.loads(child.stdout.readline())["first"]
        start = time.monotonic() - started
        rest = json.loads(child.stdout.readline())
    return Run(
        start=start,
        throughput=len(rest["outputs"]) / rest["seconds"],
        processor=rest["processor"] / len(rest["outputs"]),
        memory=rest["peak"],
        outputs=(first, *rest["outputs"]),
    )


def argos_python(given: Path | None) -> Path:
    """Python of the environment that has Argos with all it imports."""
    if given is not None:
        return given
    folder = HERE.parent / ".cache" / "bench-argos"
    python = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        requirements = str(HERE / "requirements-argos.txt")
        subprocess.run([str(python), "-m", "pip", "install", "-r", requirements], check=True)
        done.touch()
    return python


def main() -> int:
    """Measure, print a table, say whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--argos-python", type=Path)
    arguments = parser.parse_args()
    argos = argos_python(arguments.argos_python)
    pairs = (DATA / "held_out.tsv").read_text(encoding="utf-8").splitlines()
    # Whole sentences: labels are another length, and few in an article.
    german = [row.split("\t")[0] for row in pairs if row.split("\t")[0].endswith((".", "“"))]
    texts = german[: arguments.sentences + 1]
    with tempfile.TemporaryDirectory() as temporary:
        packages = Path(temporary) / "packages"
        pieces = Path(temporary) / "pieces.model"
        with zipfile.ZipFile(DATA / "translate-de_en.argosmodel") as archive:
            name = next(n for n in archive.namelist() if n.endswith("sentencepiece.model"))
            pieces.write_bytes(archive.read(name))
        # By a process of its own: a child's peak of memory begins with its parent's size.
        made = [str(packages / "translate-de_en"), str(pieces), OUTPUT]
        command = [sys.executable, str(HERE / "random_model.py"), *made]
        length = int(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        commands = {
            "argos": [str(argos), str(HERE / "argos_baseline.py")],
            "ours": [sys.executable, str(HERE / "ours.py"), str(packages)],
        }
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for number in range(arguments.runs):
            for name, command in commands.items():
                print(f"run {number + 1}/{arguments.runs}: {name}", file=sys.stderr, flush=True)
                runs[name].append(run(command, texts, packages))
    for name, made in runs.items():
        if {output for one in made for output in one.outputs} != {OUTPUT}:
            print(f"{name} did not say what the model says: {made[0].outputs[:3]}")
            return 1
    print(f"{len(texts) - 1} sentences, {length} tokens of output each, {arguments.runs} runs")
    print(f"{'':24}{'argos':>12}{'ours':>12}{'ratio':>10}{'target':>10}")
    met = True
    # Processor time has no target: it tells how far to trust the rest on a busy machine.
    rows = (
        ("start", "s"),
        ("throughput", "sentences/s"),
        ("memory", "MB"),
        ("processor", "s a sentence"),
    )
    for key, unit in rows:
        values = {
            name: statistics.median(getattr(one, key) for one in made)
            for name, made in runs.items()
        }
        scale = 1e6 if key == "memory" else 1
        better = values["ours"] / values["argos"]
        ratio = better if key == "throughput" else 1 / better
        target = TARGETS.get(key)
        met &= target is None or ratio >= target
        print(
            f"{key + ', ' + unit:24}{values['argos'] / scale:12.2f}{values['ours'] / scale:12.2f}"
            f"{ratio:9.1f}×" + ("" if target is None else f"{target:9.0f}×")
        )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
