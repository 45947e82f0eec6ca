"""Measure: ``python -m bench.run``, or ``make bench``.

Prints what was measured beside its target, and writes it with the machine's description to
``bench/results/latest.json`` and ``latest.md``. The figures that matter are ratios of two things
measured in the same run, so that they hold on other machines too.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from bench import building, extraction, machine, pool, searching
from bench.result import Result

RESULTS = Path(__file__).parent / "results"

SUBJECTS: dict[str, Callable[[int], list[Result]]] = {
    "extraction": extraction.measure,
    "pool": pool.measure,
    "build": building.measure,
    "search": searching.measure,
}
# By default the whole run takes less than ten minutes on two cores.
_DEFAULT_SIZES = {"extraction": [200], "pool": [200], "build": [1, 100], "search": [1000]}


def main() -> None:
    """Run the chosen benchmarks."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.run",
        description="Measure extraction, processes, builds and searches on generated articles.",
        epilog="Everything the issue asks for: --articles 1,100,1000,10000 (hours on two cores).",
    )
    parser.add_argument(
        "subjects", nargs="*", metavar="SUBJECT", help=f"of {', '.join(SUBJECTS)}; default: all"
    )
    parser.add_argument(
        "--articles", help="sizes, such as 100,1000; default: " + _told(_DEFAULT_SIZES)
    )
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder for the results")
    chosen = parser.parse_args()
    unknown = set(chosen.subjects) - SUBJECTS.keys()
    if unknown:
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    sizes = [int(size) for size in chosen.articles.split(",")] if chosen.articles else None
    results: list[Result] = []
    for subject in chosen.subjects or SUBJECTS:
        for size in sizes or _DEFAULT_SIZES[subject]:
            print(f"{subject}, {size} articles …", file=sys.stderr)
            found = SUBJECTS[subject](size)
            print(table(found))
            results += found
            write(results, chosen.out)


def _told(sizes: dict[str, list[int]]) -> str:
    return "; ".join(f"{name} {','.join(map(str, each))}" for name, each in sizes.items())


def write(results: Sequence[Result], folder: Path) -> None:
    """Write `results` and what they were measured on, for machines and for people."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {"date": datetime.datetime.now(datetime.UTC).date().isoformat()} | machine.describe()
    told = [asdict(each) | {"met": each.met} for each in results]
    content = {"machine": about, "results": told}
    (folder / "latest.json").write_text(
        json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    lines = [f"{name}: {value}" for name, value in about.items()]
    (folder / "latest.md").write_text(
        f"{table(results)}\n\n{' · '.join(lines)}\n", encoding="utf-8"
    )


def table(results: Sequence[Result]) -> str:
    """`results` as a Markdown table."""
    rows = [
        f"| {each.subject} | {each.value:.4g} {each.unit}".rstrip()
        + f" | {each.target} | {_MET[each.met]} | {each.note} |"
        for each in results
    ]
    return "\n".join(
        ["| what | measured | target | met | |", "| --- | ---: | ---: | --- | --- |", *rows]
    )


_MET = {True: "yes", False: "**no**", None: ""}


if __name__ == "__main__":
    main()
