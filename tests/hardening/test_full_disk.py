"""A disk that is full at any moment of a build: the old site or the new one, whole, and no more.

The project lies on a small file system in memory, in a mount namespace of its own, so that nothing
is left mounted whatever happens. ``FULL_DISKS=12 make test ARGS=tests/hardening/test_full_disk.py``
tries twelve amounts of free space, from none to enough, instead of one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TRIES = int(os.environ.get("FULL_DISKS", "1"))

DRIVER = """
import json, os, pathlib, shutil, subprocess, sys
origin, mount, tries = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", mount], check=True)
root = mount / "project"
shutil.copytree(origin, root, symlinks=True)

def content(*folders):
    return {str(p.relative_to(root)): p.read_bytes() for f in folders
            for p in sorted((root / f).rglob("*")) if p.is_file()}

def build():
    command = [sys.executable, "-m", "summarizer", "build", "--offline"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace")

seed, filler = root / "seeds" / "haushalt.txt", mount / "filler"
assert build().returncode == 0
old, old_catalogues = content("site"), content("translations")
seed.write_text(seed.read_text().replace("30", "40"))
shutil.copytree(root, mount / "new", symlinks=True)
saved, root = root, mount / "new"
done = build()
assert done.returncode == 0, done.stderr
new, final = content("site"), content("site", "docs", "translations")
root = saved
shutil.rmtree(mount / "new")
results = []
size = sum(map(len, old.values()))
for number in range(tries):
    free = int(size * 1.2 * (number + 0.4) / tries)
    stat = os.statvfs(mount)
    with filler.open("wb") as file:
        left = stat.f_bavail * stat.f_frsize - free
        try:
            os.posix_fallocate(file.fileno(), 0, left)
        except OSError:
            pass
    done = build()
    report = root / "build-report.json"
    results.append({
        "free": free,
        "status": done.returncode,
        "stderr": done.stderr,
        "site": "old" if content("site") == old else "new" if content("site") == new else "BROKEN",
        "catalogues": sorted(content("translations")) == sorted(old_catalogues),
        "report": json.loads(report.read_text()),
    })
    filler.unlink()
done = build()
print(json.dumps({"results": results, "last": done.returncode, "stderr": done.stderr,
                  "final": content("site", "docs", "translations") == final}))
"""


@pytest.fixture
def in_memory(tmp_path: Path) -> list[str]:
    """What to put before a command that mounts; skips, loudly, where that is not allowed."""
    command = ["unshare", "--map-root-user", "--mount"]
    mount = tmp_path / "probe"
    mount.mkdir()
    if shutil.which("unshare"):
        probe = [*command, "mount", "-t", "tmpfs", "tmpfs", str(mount)]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("FULL DISKS WERE NOT TESTED: this system lets nobody mount one in memory")


def test_a_full_disk_harms_nothing_and_the_next_build_mends_all(
    project: Path, tmp_path: Path, in_memory: list[str]
) -> None:
    text = "Der Stadtrat hat den Haushalt beschlossen. Er sieht 30 Millionen Euro vor.\n"
    (project / "seeds" / "haushalt.txt").write_text(text, encoding="utf-8")
    (tmp_path / "disk").mkdir()
    arguments = [str(project), str(tmp_path / "disk"), str(TRIES)]
    done = subprocess.run(
        [*in_memory, sys.executable, "-c", DRIVER, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["results"]
    for result in told["results"]:
        # There may have been room enough after all: then the build is done.
        assert result["status"] in (4, 7) or result["site"] == "new", result
        assert result["site"] in ("old", "new"), result
        assert result["catalogues"], result
        assert "Traceback" not in result["stderr"], result
        if result["status"]:
            assert "The last good site is as it was" in result["stderr"]
    assert any("The disk is full" in result["stderr"] for result in told["results"])
    assert told["last"] == 0, told["stderr"]
    assert told["final"]
