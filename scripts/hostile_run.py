"""Opens a file with the real program and watches it: how long, how much memory, what is left afterwards."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.hostile_base import ROOT

#: What is too long and too much for one file, and after how many seconds the program is ended from here.
MOST_SECONDS, MOST_MB, PATIENCE = 30.0, 1536.0, 120.0
#: How often the processes are looked at, and how long they may take to end after the command has.
_BEAT, _GRACE = 0.02, 2.0
PROGRAM = ROOT / ".venv" / "bin" / "deskbrief"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of opening a file; `faults` are what must not be."""

    said: str
    seconds: float
    megabytes: float
    faults: tuple[str, ...] = ()


def opened(path: Path) -> Outcome:
    """Return what `deskbrief outline --json` makes of the file at `path`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        command = [str(PROGRAM), "outline", "--json", "--data-dir", folder, str(path)]
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True)
        family, peak = _watched(process, begun)
        spent = time.monotonic() - begun, peak
        left = _left(family)
        out.seek(0)
        err.seek(0)
        return _judged(process.returncode, out.read(), err.read(), spent, left)


def _watched(process: subprocess.Popen[bytes], begun: float) -> tuple[dict[int, str], float]:
    """Wait for the end of `process`; return its family, by number and time of birth, and their peak in MB."""
    family: dict[int, str] = {}
    peak = 0.0
    while process.poll() is None:
        alive = dict(_descendants(process.pid))
        family.update(alive)
        peak = max(peak, sum(_peak_mb(number) for number in alive))
        if time.monotonic() - begun > PATIENCE:
            _end(family)
            process.wait()
        time.sleep(_BEAT)
    family.pop(process.pid, None)
    return family, peak


def _stat(number: int) -> list[str]:
    """Return state, parent and so on of a process, or nothing when there is none."""
    try:
        return (
            Path(f"/proc/{number}/stat")
            .read_text(encoding="utf-8", errors="replace")
            .rpartition(")")[2]
            .split()
        )
    except OSError:
        return []


def _descendants(root: int) -> Iterator[tuple[int, str]]:
    """Yield number and time of birth of the process `root` and of all below it."""
    stats = {
        int(entry.name): _stat(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdecimal()
    }
    wanted = [root]
    while wanted:
        number = wanted.pop()
        if stats.get(number):
            yield number, stats[number][19]
        wanted += [other for other, stat in stats.items() if stat and stat[1] == str(number)]


def _peak_mb(number: int) -> float:
    try:
        status = Path(f"/proc/{number}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    found = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
    return int(found) / 1024


def _lives(number: int, born: str) -> bool:
    stat = _stat(number)
    return bool(stat) and stat[19] == born and stat[0] != "Z"


def _end(family: dict[int, str]) -> None:
    for number, born in family.items():
        if _lives(number, born):
            os.kill(number, signal.SIGKILL)


def _left(family: dict[int, str]) -> int:
    """Return how many of the command's children outlive it, and end them."""
    end = time.monotonic() + _GRACE
    while any(_lives(*member) for member in family.items()) and time.monotonic() < end:
        time.sleep(_BEAT)
    left = sum(_lives(*member) for member in family.items())
    _end(family)
    return left


def _judged(code: int, out: bytes, err: bytes, spent: tuple[float, float], left: int) -> Outcome:
    seconds, peak = spent
    complaint = err.decode("utf-8", "replace")
    faults = [
        f"took over {MOST_SECONDS:.0f} s" if seconds > MOST_SECONDS else "",
        f"took over {MOST_MB:.0f} MB" if peak > MOST_MB else "",
        "printed a traceback" if "Traceback (most recent call last)" in complaint else "",
        f"left {left} processes behind" if left else "",
        f"ended with code {code}" if code not in (0, 1) else "",
    ]
    return Outcome(_said(code, out, complaint), seconds, peak, tuple(fault for fault in faults if fault))


def _said(code: int, out: bytes, complaint: str) -> str:
    if code == 0:
        source = json.loads(out)["source"]
        return f"text: {source['format']}, {source['words']:,} words"
    sentence = complaint.strip().splitlines()[-1].removeprefix("deskbrief: ") if complaint.strip() else ""
    return f"refused: {sentence[:90]}" if code == 1 else f"code {code}: {sentence[:90]}"
