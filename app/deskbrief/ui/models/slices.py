"""Work on the window's thread, done in slices so that no event waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

#: Seconds that one slice may take.
BUDGET = 0.006


class Slicer(QObject):
    """Runs a generator a slice at a time; what takes less than one slice is done at once.

    At idle no timer runs. `finished` is emitted when the work is exhausted, in a slice that has time left for
    those who listen, and never when the work was stopped.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def start(self, work: Iterator[None]) -> None:
        """Begin `work`, and drop what was under way; the first slice runs before this returns."""
        self._work = work
        self._timer.start()
        self._slice()

    def stop(self) -> None:
        """Drop what is under way."""
        self._work = None
        self._timer.stop()

    def _slice(self) -> None:
        work, until = self._work, perf_counter() + BUDGET
        if work is None:
            return
        for _ in work:
            if perf_counter() >= until or self._work is not work:
                return
        if self._work is work and perf_counter() < until - BUDGET / 2:
            self.stop()
            self.finished.emit()
