"""How long starts take, as ratios to F: a bare PySide6 window that is started in turn with them.

usage: python tests/benchmarks/start.py [--rounds N]

From exec to the first frame or to text that can be read on a screen of its own. The documents are in the
library, with their outlines by rules, except at a first opening. A median is of the ratios within a round;
processor time is that of the window's process. Needs Xvfb and openbox.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents import HUGE, keep, outlined, read, write
from screen import Screen
from table import row, title

from deskbrief.library.library import Library
from deskbrief.services.sources import sample_path

FLOOR = (
    "import sys; from PySide6.QtWidgets import QApplication, QMainWindow;"
    "a = QApplication(sys.argv); w = QMainWindow(); w.resize(1280, 900); w.show(); a.exec()"
)
READABLE_ROWS = 80
LIMIT_SECONDS = 60
#: A command and the variables of its environment.
Command = tuple[list[str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Took:
    """One start: milliseconds from exec until it was there, and processor milliseconds until then."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Case:
    """One way to start: `command` makes the command for each time, `until` tells when it is there."""

    command: Callable[[], Command]
    until: Callable[[Screen], bool]


def drawn(screen: Screen) -> bool:
    """Tell whether a window covers the screen."""
    return screen.bright_share() > 0.6


def readable(screen: Screen) -> bool:
    """Tell whether text can be read."""
    return screen.text_rows() >= READABLE_ROWS


def cpu_ms(pid: int) -> float:
    """Return the processor time of a process so far."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e6


@contextlib.contextmanager
def running(screen: Screen, command: Command) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command and take it down again, until its window is gone."""
    words, variables = command
    environment = {**screen.env, **variables}
    # What is installed has been compiled; the turn that warms up does it where it has not.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        while drawn(screen):
            time.sleep(0.02)


def wait(screen: Screen, until: Callable[[Screen], bool], began: float) -> float:
    """Return the milliseconds from `began` until `until` holds."""
    while not until(screen):
        if time.perf_counter() - began > LIMIT_SECONDS:
            raise TimeoutError
        time.sleep(0.003)
    return (time.perf_counter() - began) * 1000


def start(screen: Screen, case: Case) -> Took:
    """Start once and measure."""
    began = time.perf_counter()
    with running(screen, case.command()) as process:
        return Took(wait(screen, case.until, began), cpu_ms(process.pid))


def hand_over(screen: Screen, first: Command, second: Command) -> Took:
    """Measure a start that hands its file to a program that is running, until the file is painted."""
    with running(screen, first):
        wait(screen, readable, time.perf_counter())
        time.sleep(2)
        before = screen.picture()
        began = time.perf_counter()
        words, variables = second
        process = subprocess.Popen(words, env={**screen.env, **variables}, stderr=subprocess.DEVNULL)
        wall = wait(screen, lambda shown: shown.differs(before), began)
        process.wait()
        return Took(wall, 0.0)


class Desk:
    """Libraries in folders of their own, and commands on them."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._numbers = iter(range(10_000))
        self.sample = sample_path()
        self.huge = write(work / "huge.txt", HUGE)
        self.other = write(work / "other.txt", 1_000)
        with Library.open(self._folder("kept") / "deskbrief") as library:
            keep(library, self.sample)
            keep(library, self.other)
            keep(library, self.huge, share_read=0.6)
        # A last document that is gone: nothing is opened.
        (self._folder("empty") / "deskbrief").mkdir()
        (self._work / "empty/deskbrief/settings.toml").write_text(
            'last_opened = "/nowhere"\n', encoding="utf-8"
        )

    def _folder(self, name: str) -> Path:
        (self._work / name).mkdir(exist_ok=True)
        return self._work / name

    def deskbrief(self, data: str, *files: Path) -> Command:
        """Return what a double-click runs, with folders of its own."""
        folder = self._folder(data)
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
        return [str(Path(sys.executable).with_name("deskbrief")), *map(str, files)], dict.fromkeys(
            names, str(folder)
        )

    def cases(self) -> dict[str, Case]:
        """Return the starts that take turns."""
        return {
            "F": Case(lambda: ([sys.executable, "-c", FLOOR], {}), drawn),
            "empty": Case(lambda: self.deskbrief("empty"), drawn),
            "small": Case(lambda: self.deskbrief("kept", self.sample), readable),
            "huge": Case(lambda: self.deskbrief("kept", self.huge), readable),
            "first": Case(lambda: self.deskbrief(f"new{next(self._numbers)}", self.sample), readable),
        }


def rules_ms(path: Path) -> float:
    """Return the processor time of an outline by rules for 1,000 words of a file, the median of several."""
    document = read(path)
    taken = []
    for _ in range(7):
        began = time.process_time()
        outlined(document)
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken) / document.words * 1000


def report(took: dict[str, list[Took]]) -> None:
    """Print the rows."""

    def ratio(name: str, base: str, what: Callable[[Took], float]) -> float:
        return statistics.median(what(a) / what(b) for a, b in zip(took[name], took[base], strict=True))

    def ms(name: str, what: Callable[[Took], float]) -> float:
        return statistics.median(map(what, took[name]))

    def wall(one: Took) -> float:
        return one.wall

    def cpu(one: Took) -> float:
        return one.cpu

    title("Start (F: a bare PySide6 window)")
    row("F", None, ms("F", wall), "ms")
    row("F, processor time", None, ms("F", cpu), "ms")
    for name, words, target in (
        ("empty", "without a document, first frame", 1.20),
        ("small", "small article of the library, readable", 1.35),
        ("huge", "huge book at its last place, readable", 1.35 * 1.08),
        ("first", "small article for the first time, readable", None),
    ):
        row(words, target, ratio(name, "F", wall), "F")
        row("  processor time", 1.5 if name == "small" else None, ratio(name, "F", cpu), "F")
    row("  processor time of the small article", 210, ms("small", cpu), "ms")
    row("huge book to small article", 1.08, ratio("huge", "small", wall), "x")
    row("  processor time", None, ratio("huge", "small", cpu), "x")
    row("a file handed to the running program, painted", 0.3, ratio("handed", "F", wall), "F")


def main() -> None:
    """Take turns and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    screen = Screen()
    with tempfile.TemporaryDirectory() as work, contextlib.closing(screen):
        desk = Desk(Path(work))
        cases = desk.cases()
        took: dict[str, list[Took]] = {name: [] for name in (*cases, "handed")}
        for turn in range(rounds + 1):
            for name, case in cases.items():
                measured = start(screen, case)
                # The first turn warms up.
                took[name] += [measured] if turn else []
            if turn:
                first, second = desk.deskbrief("kept", desk.sample), desk.deskbrief("kept", desk.other)
                took["handed"].append(hand_over(screen, first, second))
        report(took)
        row("outline by rules, 1,000 words", 1.1, rules_ms(desk.sample), "ms C")


if __name__ == "__main__":
    main()
