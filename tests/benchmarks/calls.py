"""The longest call on the window's thread while a book of 600,000 words with 12,000 marks is used.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/calls.py [--words N] [--notes N]
                                                                        [--why]

A call is the work for one event: nothing is painted and no key is answered before it ends. Processor time of
the thread in milliseconds, and what was called; the time on the clock beside it holds what other programs
took and what was waited for, such as the disk. `--why` prints what the longest calls did, and makes them
longer.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import plainly  # noqa: F401
from documents import keep, read, write
from marking import mark_up
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from table import row, title

from deskbrief.document.spans import Span
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.pace import begin_start, keep_pace
from deskbrief.ui.program import dress, put_together

#: No call is to take longer, so that 60 pictures a second are possible.
MOST = 16
SETTLE_SECONDS = 1.5


@dataclass
class Call:
    """One call: processor time and time on the clock in milliseconds, and what it was."""

    cpu: float = 0.0
    wall: float = 0.0
    what: str = ""
    profile: cProfile.Profile | None = None


class Watched(QApplication):
    """An application that times what it delivers."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.calls: list[Call] = []
        self.explains = False
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        self._depth = 1
        what = f"{type(receiver).__name__} {receiver.objectName()} {event.type().name}"
        profile = cProfile.Profile() if self.explains else None
        cpu, wall = time.thread_time(), time.perf_counter()
        try:
            return (
                profile.runcall(super().notify, receiver, event)
                if profile
                else super().notify(receiver, event)
            )
        finally:
            self._depth = 0
            taken = (time.thread_time() - cpu) * 1000
            kept = profile if taken > MOST else None
            self.calls.append(Call(taken, (time.perf_counter() - wall) * 1000, what, kept))


class Session:
    """One window, used step by step."""

    def __init__(self, application: Watched, window: MainWindow) -> None:
        self._application = application
        self.window = window

    def settle(self, seconds: float = SETTLE_SECONDS) -> None:
        """Let the event loop run."""
        # Not `quit`, which has the windows closed first.
        QTimer.singleShot(round(seconds * 1000), partial(self._application.exit, 0))
        self._application.exec()

    def step(self, name: str, act: Callable[[], object], seconds: float = SETTLE_SECONDS) -> None:
        """Do `act` as one call, let what follows come, and print the longest call."""
        self._application.calls = []
        QTimer.singleShot(0, self._application, act)
        self.settle(seconds)
        calls = self._application.calls
        longest = max(calls, key=lambda call: call.cpu)
        over = sum(call.cpu > MOST for call in calls)
        slowest = max(call.wall for call in calls)
        row(name, MOST, longest.cpu, "ms C")
        print(f"      {longest.what.strip()}; {over} over; on the clock {slowest:.0f} ms", flush=True)
        if longest.profile is not None:
            pstats.Stats(longest.profile).sort_stats("cumulative").print_stats(25)

    def press(self, action: str) -> Callable[[], None]:
        """Return what triggers a command."""
        return self.window.parts.actions[action].trigger

    def type(self, words: str) -> Callable[[], None]:
        """Return what types into whatever has the keyboard, each key as one call."""

        def press(rest: str) -> None:
            QTest.keyClicks(self.window.focusWidget(), rest[0])
            if rest[1:]:
                QTimer.singleShot(0, self._application, partial(press, rest[1:]))

        return partial(press, words)


def use(session: Session, files: list[Path]) -> None:
    """Do what readers do."""
    window, step, press = session.window, session.step, session.press
    view = window.parts.reader.view
    step("open the book", lambda: window.open([files[0]]), 6)
    step("everything ready", window.finish, 4)
    keep_pace()
    step("jump to the end", lambda: QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    step("jump to the middle", lambda: view.scroller.setValue(view.scroller.maximum() // 2))
    for _ in range(3):
        step("page down", lambda: QTest.keyClick(view, Qt.Key.Key_PageDown), 0.5)
    step("find opens", press("find"))
    step("find a frequent word", session.type("the"), 3)
    step("find another", press("find_next"))
    step("find closes", lambda: QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape))
    for number in range(3):
        at = view.place() + 40 + number * 45
        view.select(Span(at, at + 30))
        session.settle(0.3)
        step("mark", press("mark"))
    step("undo", press("undo"))
    step("panel of notes", press("notes"), 3)
    step("search everywhere opens", press("search"))
    step("search everywhere", session.type("council"), 3)
    step("search closes", lambda: QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape))
    step("larger text", press("larger"), 4)
    for name in ("dark", "sepia", "light"):
        step(f"theme: {name}", lambda name=name: window.appearance.choose(name), 2)
    for width, height in ((1024, 600), (1440, 900)):
        step(f"resize to {width}", lambda size=(width, height): window.resize(*size), 2)
    step("split", press("split"), 3)
    step("one text again", press("split"), 2)
    step("names", press("names"), 3)
    step("library", press("library"), 3)
    step("the text again", window.show_text, 2)
    step("brief", press("brief"), 8)
    window.controllers.briefs.close()
    session.settle()
    step("open a short text", lambda: window.open([files[1]]), 4)
    step("back to the book", press("previous_document"), 3)
    step("close it", press("close"), 2)


def main() -> None:
    """Use a window and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=600_000)
    parser.add_argument("--notes", type=int, default=12_000)
    parser.add_argument("--why", action="store_true")
    options = parser.parse_args()
    begin_start()
    application = Watched(sys.argv[:1])
    application.explains = options.why
    dress(application)
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        files = [write(folder / "book.txt", options.words), write(folder / "short.txt", 1_000)]
        with Library.open(folder / "data") as library:
            for file in files:
                keep(library, file)
            mark_up(library, files[0], options.notes)
            read(files[1])
        mailbox = Mailbox()
        program = put_together(AppPaths.under(folder / "data"), mailbox, Runner(post=mailbox.post))
        program.window.resize(1440, 900)
        program.window.show()
        session = Session(application, program.window)
        session.settle()
        title(f"The longest call: {options.words:,} words, {options.notes:,} notes")
        use(session, files)
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
