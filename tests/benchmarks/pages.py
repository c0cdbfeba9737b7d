"""Original pages of a PDF: how long they take to come, and what they cost the window.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/pages.py [--pages N] [--file PDF]

The document is open and analysed. Its pages are shown, turned one by one, and jumped through; times are wall
time until what is in sight is drawn with its letters. "stall" is the longest that the window did not answer;
what it was at work itself is told beside it, since on a busy machine it waits for others.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import plainly  # noqa: F401
from memory import pss
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from deskbrief.jobs.runner import Runner
from deskbrief.services.paths import AppPaths
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.program import dress, put_together
from helpers.original_pages import report

#: How often the window is asked whether it answers, and the longest that anything is waited for.
BEAT_MS, PATIENCE = 2, 120.0
TURNS = 25


class Window:
    """One window on one document, and its heart beat."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._application = QApplication(sys.argv[:1])
        dress(self._application)
        mailbox = Mailbox()
        self._program = put_together(AppPaths.under(folder), mailbox, Runner(post=mailbox.post))
        self.window = self._program.window
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open([file])
        self._last, self.stall = time.perf_counter(), 0.0
        self._used, self.piece = time.thread_time(), 0.0
        self._beat = QTimer()
        self._beat.timeout.connect(self._note)
        self._beat.start(BEAT_MS)
        self.wait(lambda: self.window.parts.desk.front is not None and self.window.parts.desk.front.complete)
        self.window.finish()
        self.wait_a_while(1.0)

    def _note(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.stall, self._last = max(self.stall, now - self._last - BEAT_MS / 1000), now
        self.piece, self._used = max(self.piece, used - self._used), used

    def wait(self, true: Callable[[], bool]) -> float:
        """Wait until `true`, and return for how many seconds."""
        begun = time.perf_counter()
        while not true():
            self._application.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() - begun > PATIENCE:
                raise SystemExit("in vain")
        return time.perf_counter() - begun

    def wait_a_while(self, seconds: float) -> None:
        """Let the window do what it does for a while."""
        until = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > until)

    def drawn(self) -> bool:
        """Tell whether all that is in sight has come."""
        view = self.window.parts.reader.view
        known = view._stack.known
        return known and all(view.is_drawn(one) and view.map_of(one) for one in view._seen_pages())

    def act(self, act: Callable[[], object]) -> float:
        """Do something, and return how long it took until all that is in sight was there, in milliseconds."""
        begun = time.perf_counter()
        act()
        self.wait(self.drawn)
        return 1000 * (time.perf_counter() - begun)

    def end(self) -> None:
        """Close it."""
        self.window.close()
        self._program.close()


def measure(folder: Path, file: Path) -> None:
    """Print what the pages of `file` cost."""
    one = Window(folder, file)
    parts = one.window.parts
    before = pss()
    one.stall = one.piece = 0.0
    first = one.act(parts.actions["pages"].trigger)
    showing, one.piece = one.piece, 0.0
    view = parts.reader.view
    again = one.act(lambda: (parts.actions["pages"].trigger(), parts.actions["pages"].trigger()))
    view = parts.reader.view
    again_work, one.piece = one.piece, 0.0
    print(f"work in one piece: to show {1000 * showing:.1f} ms, again {1000 * again_work:.1f} ms")
    print(f"first page shown {first:.0f} ms, again {again:.0f} ms; {len(view._stack)} pages")
    turns = []
    for _ in range(TURNS):
        turns.append(one.act(lambda: view.page_by(1)))
        one.wait_a_while(0.1)
    jumps = []
    for number in range(TURNS):
        share = (number * 7919 % 100) / 100
        jumps.append(one.act(lambda share=share: view._scroll_to(share * view.scroller.maximum())))
        one.wait_a_while(0.05)
    print(f"page turn: median {median(turns):.0f} ms, most {max(turns):.0f} ms")
    print(f"jump to another page: median {median(jumps):.0f} ms, most {max(jumps):.0f} ms")
    print(f"longest stall {1000 * one.stall:.1f} ms, of which at work {1000 * one.piece:.1f} ms at most")
    print(f"memory of the window (PSS): {before:.0f} MiB before, {pss():.0f} MiB after all this")
    one.end()


def main() -> None:
    """Measure a report of so many pages, or a file."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=300)
    arguments.add_argument("--file", type=Path)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = chosen.file
        if file is None:
            file = Path(folder) / "report.pdf"
            file.write_bytes(report(chosen.pages))
        measure(Path(folder) / "data", file)


if __name__ == "__main__":
    main()
