"""How late the window's own timer comes while the worker reads and analyses a long text.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/gaps.py [--words N]

A timer beats every 5 ms; a gap is how much later than that a beat comes. "own" leaves out the time in which
the kernel kept the thread waiting for a core, so that other programs are not counted.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import plainly  # noqa: F401
from documents import LONG, write
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from table import row, title

from deskbrief.jobs.runner import Runner
from deskbrief.services.paths import AppPaths
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.pace import begin_start, keep_pace
from deskbrief.ui.program import dress, put_together

BEAT_MS = 5


def waited() -> float:
    """Return the seconds this thread has waited for a core so far."""
    return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9


class Beats:
    """Collects how late each beat came by our own fault."""

    def __init__(self, parent: QApplication) -> None:
        self.own: list[float] = []
        self._last = time.perf_counter()
        self._waited = waited()
        self._timer = QTimer(parent)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, waiting = time.perf_counter(), waited()
        late = max(now - self._last - BEAT_MS / 1000, 0)
        self.own.append(max(late - (waiting - self._waited), 0) * 1000)
        self._last, self._waited = now, waiting

    def report(self, phase: str) -> None:
        """Print the figures so far and begin anew."""
        own = sorted(self.own)
        row(f"{phase}: p50 of {len(own):,} beats", None, statistics.median(own), "ms")
        row("  p99", 0.5, own[int(len(own) * 0.99)], "ms")
        row("  latest", 5, own[-1], "ms")
        self.own = []


def main() -> None:
    """Open a long text in a real window and print the gaps of each phase."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=LONG)
    options = parser.parse_args()
    begin_start()
    keep_pace()
    application = QApplication(sys.argv[:1])
    dress(application)
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        path = write(folder / "long.txt", options.words)
        mailbox = Mailbox()
        program = put_together(AppPaths.under(folder / "data"), mailbox, Runner(post=mailbox.post))
        window = program.window
        window.show()
        beats = Beats(application)

        title(f"Lateness of the window's timer, a file of {options.words:,} words")

        def until(condition: object, name: str) -> None:
            end = time.monotonic() + 600
            while not condition() and time.monotonic() < end:  # type: ignore[operator]
                application.processEvents()
                time.sleep(0.001)
            beats.report(name)

        pause = time.monotonic() + 2
        until(lambda: time.monotonic() > pause, "idle")
        window.open([path])
        until(lambda: window.parts.desk.front.document is not None, "reading the file")
        until(lambda: window.parts.desk.front.outline is not None, "outline by rules")
        until(lambda: window.parts.desk.front.complete, "analysis by the model")
        if window.parts.desk.front.trouble:
            raise SystemExit(window.parts.desk.front.trouble)
        window.close()
        program.close()


if __name__ == "__main__":
    main()
