"""The memory of the window's process, and what it does while nobody touches it.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/memory.py [--idle SECONDS]

The document is in the library. It is opened, a word at its end is found, the text is made larger, and the end
is jumped to; then the proportional set size is read, and the window is left alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import plainly  # noqa: F401
from documents import HUGE, SMALL, keep, write
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from table import row, title

from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.pace import begin_start, keep_pace
from deskbrief.ui.program import dress, put_together

TARGETS = {"small": 65.0, "huge": 85.0}
#: So long the window takes to settle after each act.
SETTLE_SECONDS = 2.0


def pss() -> float:
    """Return the proportional set size of this process in MiB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Child:
    """One window on one document."""

    def __init__(self, data: Path, file: Path) -> None:
        begin_start()
        self._application = QApplication(sys.argv[:1])
        dress(self._application)
        mailbox = Mailbox()
        self._program = put_together(AppPaths.under(data), mailbox, Runner(post=mailbox.post))
        self._window = self._program.window
        self._window.show()
        self._window.open([file])
        self.settle()
        self._window.finish()
        keep_pace()
        self.settle()

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._window

    def settle(self, seconds: float = SETTLE_SECONDS) -> None:
        """Let the event loop run as it does in the program."""
        # Not `quit`, which has the windows closed first.
        QTimer.singleShot(round(seconds * 1000), partial(self._application.exit, 0))
        self._application.exec()

    def use(self) -> None:
        """Find a word, change the size of the text, jump to the end."""
        actions, view = self._window.parts.actions, self._window.parts.reader.view
        actions["find"].trigger()
        QTest.keyClicks(self._window.focusWidget(), "zyzzyva")
        self.settle()
        QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Escape)
        actions["larger"].trigger()
        self.settle()
        QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def timers(self) -> int:
        """Return how many timers run that are not waiting for a single moment."""
        found = self._application.findChildren(QTimer) + self._window.findChildren(QTimer)
        return sum(timer.isActive() and not timer.isSingleShot() for timer in found)

    def idle(self, seconds: float) -> float:
        """Return the share of a core in per cent that is used while nobody touches the window."""
        began, cpu = time.monotonic(), time.process_time()
        self.settle(seconds)
        return (time.process_time() - cpu) / (time.monotonic() - began) * 100

    def close(self) -> None:
        """Take the window down."""
        self._window.close()
        self._program.close()


def child(data: Path, file: Path, idle: float) -> None:
    """Measure in a process of its own and print the figures."""
    window = Child(data, file)
    opened = pss()
    window.use()
    used = pss()
    # What only follows the last act, such as "saved just now", is over after this.
    window.settle(25)
    figures = {"opened": opened, "used": used, "idle": window.idle(idle), "timers": window.timers()}
    window.close()
    sys.stdout.write(json.dumps(figures) + "\n")


def measured(folder: Path, name: str, words: int, idle: float) -> dict[str, float]:
    """Return the figures for a document of so many words."""
    file = write(folder / f"{name}.txt", words)
    with Library.open(folder / name) as library:
        keep(library, file)
    command = [sys.executable, __file__, "--child", str(folder / name), str(file), "--idle", str(idle)]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(printed.splitlines()[-1])


def main() -> None:
    """Measure both documents and print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--idle", type=float, default=30)
    parser.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child, options.idle)
        return
    title("Memory and idling")
    with tempfile.TemporaryDirectory() as work:
        for name, words in (("small", SMALL), ("huge", HUGE)):
            figures = measured(Path(work), name, words, options.idle)
            row(f"{name}: as opened", None, figures["opened"], "MiB PSS")
            row(f"{name}: after find, font change, jump", TARGETS[name], figures["used"], "MiB PSS")
            row(f"{name}: processor over {options.idle:.0f} s", 0.05, figures["idle"], "%")
            row(f"{name}: running timers", 0, figures["timers"], "in number")


if __name__ == "__main__":
    main()
