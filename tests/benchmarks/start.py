"""How long a start takes, as a ratio to a bare PySide6 window started in turn with it.

usage: python tests/benchmarks/start.py [--rounds N]

First without a document, until the first frame is drawn, against an empty window; then with the sample, from
exec to readable text, against a window with text in it: a first opening, which reads the file, and a later
one, which finds it in the library. Prints median milliseconds, the median of the ratios within a round, and
the CPU seconds of the window's process, with their ratio. Needs Xvfb and openbox.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from screen import Screen

from deskbrief.services.sources import sample_path

#: The empty window, of the same size.
FRAME_FLOOR = (
    "from PySide6.QtWidgets import QApplication, QMainWindow;"
    "a = QApplication([]); w = QMainWindow(); w.showMaximized(); a.exec()"
)
#: The bare window: the same size, a label instead of text.
TEXT_FLOOR = (
    "from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit;"
    "a = QApplication([]); w = QMainWindow();"
    "t = QPlainTextEdit('Text that can be read, line after line. ' * 200);"
    "w.setCentralWidget(t); w.showMaximized(); a.exec()"
)
#: A command and the variables of its environment.
Start = tuple[list[str], dict[str, str]]
READABLE_ROWS = 80
LIMIT_SECONDS = 60


def drawn(screen: Screen) -> bool:
    """Tell whether a window covers the screen."""
    return screen.bright_share() > 0.6


def readable(screen: Screen) -> bool:
    """Tell whether text can be read."""
    return screen.text_rows() >= READABLE_ROWS


@dataclass(frozen=True, slots=True)
class Case:
    """One way to start: `command` makes the command for each time, `until` tells when it is there."""

    name: str
    command: Callable[[], Start]
    until: Callable[[Screen], bool]


def cpu_seconds(pid: int) -> float:
    """Return the CPU time of a process so far, to the microsecond."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def start(screen: Screen, case: Case) -> tuple[float, float]:
    """Return milliseconds from exec until the case is there, and the CPU seconds used until then."""
    command, variables = case.command()
    began = time.perf_counter()
    process = subprocess.Popen(command, env={**screen.env, **variables}, stderr=subprocess.DEVNULL)
    try:
        while not case.until(screen):
            if time.perf_counter() - began > LIMIT_SECONDS:
                raise TimeoutError(case.name)
            time.sleep(0.004)
        return (time.perf_counter() - began) * 1000, cpu_seconds(process.pid)
    finally:
        process.kill()
        process.wait()
        while drawn(screen):
            time.sleep(0.02)


def take_turns(screen: Screen, cases: tuple[Case, ...], rounds: int) -> None:
    """Start the cases in turn and print the table; the first case is what the others are measured against."""
    for case in cases:
        start(screen, case)
    time.sleep(5)
    table: dict[str, list[tuple[float, float]]] = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            table[case.name].append(start(screen, case))
    floor = table[cases[0].name]
    for name, rows in table.items():
        pairs = list(zip(rows, floor, strict=True))
        print(
            f"{name:32} {statistics.median(row[0] for row in rows):6.0f} "
            f"{statistics.median(row[0] / base[0] for row, base in pairs):7.2f} "
            f"{statistics.median(row[1] for row in rows):6.3f} "
            f"{statistics.median(row[1] / base[1] for row, base in pairs):7.2f}"
        )


def cases_in(work: Path) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """Return the cases without a document and those with the sample; libraries are kept in `work`."""
    numbers = iter(range(10_000))
    empty = work / "empty" / "deskbrief"
    empty.mkdir(parents=True)
    # A last document that is gone: nothing is opened.
    (empty / "settings.toml").write_text('last_opened = "/nowhere"\n', encoding="utf-8")

    def deskbrief(data: str, *files: str) -> Start:
        """Return what a double-click runs, with folders of its own."""
        (work / data).mkdir(exist_ok=True)
        folders = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(work / data))
        return [str(Path(sys.executable).with_name("deskbrief")), *files], folders

    def python(code: str) -> Callable[[], Start]:
        return lambda: ([sys.executable, "-c", code], {})

    sample = str(sample_path())
    return (
        (
            Case("bare window, first frame", python(FRAME_FLOOR), drawn),
            Case("without a document, first frame", lambda: deskbrief("empty"), drawn),
        ),
        (
            Case("bare window with text", python(TEXT_FLOOR), readable),
            Case("first opening", lambda: deskbrief(f"new{next(numbers)}", sample), readable),
            Case("later opening", lambda: deskbrief("kept", sample), readable),
        ),
    )


def main() -> None:
    """Take turns and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    screen = Screen()
    print(f"{'':32} {'ms':>6} {'x bare':>7} {'CPU s':>6} {'x bare':>7}")
    with tempfile.TemporaryDirectory() as work:
        try:
            for cases in cases_in(Path(work)):
                take_turns(screen, cases, rounds)
        finally:
            screen.close()


if __name__ == "__main__":
    main()
