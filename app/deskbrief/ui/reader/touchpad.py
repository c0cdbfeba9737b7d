"""What a touchpad adds to a wheel: text that glides on after a push, and two fingers that change its size."""

from __future__ import annotations

import sys
from collections import deque
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent

#: The seconds before the fingers leave that tell how fast they were.
RECENT = 0.12
#: Milliseconds between two steps of a glide, and what is left of its speed after one second.
STEP_MS, LEFT = 16, 0.03
#: A glide begins above the first speed and ends below the other, both in pixels a second.
FAST, SLOW = 250.0, 30.0
#: How far two fingers part for the text to become one point larger; their first distance counts as 1.
SPREAD = 0.08


class Glide(QObject):
    """Lets a scrolled text go on for a while, slower and slower; `moved` carries pixels."""

    moved = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._recent: deque[tuple[float, float]] = deque(maxlen=64)
        self._speed = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def going(self) -> bool:
        """Whether the text glides."""
        return self._timer.isActive()

    def follow(self, pixels: float, phase: Qt.ScrollPhase) -> None:
        """Take note of a movement of the fingers; when they leave while fast, the text goes on.

        Where the system itself lets the text go on, nothing is added to that.
        """
        self.stop()
        now = monotonic()
        if phase is Qt.ScrollPhase.ScrollBegin:
            self._recent.clear()
        if phase in {Qt.ScrollPhase.ScrollBegin, Qt.ScrollPhase.ScrollUpdate}:
            self._recent.append((now, pixels))
        elif phase is Qt.ScrollPhase.ScrollEnd and sys.platform != "darwin":
            self._let_go(now)

    def stop(self) -> None:
        """Hold the text."""
        self._timer.stop()

    def _let_go(self, now: float) -> None:
        recent = [(at, pixels) for at, pixels in self._recent if now - at <= RECENT]
        self._recent.clear()
        if len(recent) < 2:
            return
        self._speed = sum(pixels for _, pixels in recent) / max(now - recent[0][0], 0.02)
        if abs(self._speed) >= FAST:
            self._last = now
            self._timer.start()

    def _step(self) -> None:
        now = monotonic()
        gone, self._last = min(now - self._last, 0.1), now
        self._speed *= LEFT**gone
        if abs(self._speed) < SLOW:
            self.stop()
        else:
            self.moved.emit(self._speed * gone)


class Pinch:
    """Counts how far two fingers have parted."""

    def __init__(self) -> None:
        self._spread = 0.0

    def points(self, event: QNativeGestureEvent) -> int | None:
        """Return by how many points the text is to grow now; None for gestures that mean something else."""
        kind = event.gestureType()
        if kind in {Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture}:
            self._spread = 0.0
        if kind is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        self._spread += event.value()
        whole = int(self._spread / SPREAD)
        self._spread -= whole * SPREAD
        return whole
