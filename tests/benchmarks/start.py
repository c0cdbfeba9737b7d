"""How long from exec to readable text, as a ratio to a bare PySide6 window started in turn with it.

usage: python tests/benchmarks/start.py [--rounds N]

Prints, for the bare window, a first opening and a later one: median milliseconds and the median of the
ratios within a round. Needs Xvfb and openbox.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from screen import Screen

from deskbrief.services.sources import sample_path

#: The bare window: the same size, a label instead of text.
FLOOR = (
    "from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit;"
    "a = QApplication([]); w = QMainWindow();"
    "t = QPlainTextEdit('Text that can be read, line after line. ' * 200);"
    "w.setCentralWidget(t); w.showMaximized(); a.exec()"
)
READABLE_ROWS = 80
LIMIT_SECONDS = 60


def start(screen: Screen, command: list[str]) -> tuple[float, float]:
    """Return milliseconds from exec to readable text, and the CPU seconds used until then."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=screen.env, stderr=subprocess.DEVNULL)
    try:
        while screen.text_rows() < READABLE_ROWS:
            if time.perf_counter() - began > LIMIT_SECONDS:
                raise TimeoutError(" ".join(command))
            time.sleep(0.004)
        taken = (time.perf_counter() - began) * 1000
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return taken, (int(fields[11]) + int(fields[12])) / 100
    finally:
        process.kill()
        process.wait()
        while screen.text_rows() > 0:
            time.sleep(0.02)


def main() -> None:
    """Take turns and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    screen = Screen()
    with tempfile.TemporaryDirectory() as work:
        numbers = iter(range(10_000))

        def deskbrief(data: str) -> list[str]:
            return [sys.executable, "-m", "deskbrief", "--data-dir", f"{work}/{data}", str(sample_path())]

        cases: dict[str, Callable[[], list[str]]] = {
            "bare window": lambda: [sys.executable, "-c", FLOOR],
            "first opening": lambda: deskbrief(f"new{next(numbers)}"),
            "later opening": lambda: deskbrief("kept"),
        }
        try:
            for make in cases.values():
                start(screen, make())
            time.sleep(5)
            table: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
            for _ in range(rounds):
                for name, make in cases.items():
                    table[name].append(start(screen, make()))
        finally:
            screen.close()
    floor = table["bare window"]
    print(f"{'':15} {'ms':>6} {'x bare':>7} {'CPU s':>6}")
    for name, rows in table.items():
        ratio = statistics.median(row[0] / base[0] for row, base in zip(rows, floor, strict=True))
        print(
            f"{name:15} {statistics.median(row[0] for row in rows):6.0f} {ratio:7.2f} "
            f"{statistics.median(row[1] for row in rows):6.2f}"
        )


if __name__ == "__main__":
    main()
