"""Hands on the timeline: zoom, move along it, and see the whole of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from deskbrief.ui.models.look import EDGE
from deskbrief.ui.models.timeline import INSET, NEARER, Bounds, fitting, whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from PySide6.QtWidgets import QWidget

    from deskbrief.ui.models.timeline import Dated

    class Zoomed(Protocol):
        """A timeline under hands: its events by their middles, the number of the chosen one, what is seen."""

        @property
        def events(self) -> Sequence[Dated]:
            """All events."""

        chosen: int
        bounds: Bounds | None


#: The eighths of a degree of one notch of the wheel.
NOTCH = 120
#: So far the mouse is moved before that moves the timeline.
STEADY = 4


class TimelineHands(QObject):
    """Changes the part of a timeline that is seen; `changed` carries the timeline."""

    changed = Signal(object)

    def __init__(self, view: QWidget, margin: int = EDGE + INSET) -> None:
        """`margin` is the distance of both ends of the timeline from those of `view`."""
        super().__init__(view)
        self._view = view
        self._margin = margin
        self._held: tuple[Zoomed, int, Bounds] | None = None
        self._moved = False

    def wheel(self, row: Zoomed, event: QWheelEvent) -> bool:
        """Zoom with Ctrl, move along with Shift or a wheel that goes sideways; tell whether it was that."""
        turned, held = event.angleDelta(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.zoom(row, NEARER ** (turned.y() / NOTCH), self._share(event.position().toPoint()))
            return True
        sideways = turned.x() or (turned.y() if held & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways and row.bounds is not None:
            self._set(row, row.bounds.moved(-sideways / NOTCH / 8))
            return True
        return False

    def pinch(self, row: Zoomed, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers; tell whether it was that."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(row, max(1 + event.value(), 0.1), self._share(event.position().toPoint()))
        return True

    def press(self, row: Zoomed, at: QPoint) -> None:
        """Take hold of the timeline."""
        self._held, self._moved = (row, at.x(), row.bounds or whole(row.events)), False

    def drag(self, at: QPoint) -> bool:
        """Move the timeline with the mouse; tell whether it is being moved."""
        if self._held is None:
            return False
        row, x, bounds = self._held
        self._moved = self._moved or abs(at.x() - x) > STEADY
        if self._moved and row.bounds is not None:
            self._set(row, bounds.moved((x - at.x()) / self._room()))
        return self._moved

    def release(self) -> bool:
        """Let go of the timeline; tell whether it was moved."""
        moved, self._held, self._moved = self._moved, None, False
        return moved

    def zoom(self, row: Zoomed, factor: float, share: float = -1.0) -> None:
        """Lead nearer, or farther with a factor below 1, around a share of the strip or the chosen event."""
        bounds = row.bounds or whole(row.events)
        if share < 0:
            share = bounds.share_of(row.events[row.chosen].middle) if row.chosen >= 0 else 0.5
            share = share if 0 <= share <= 1 else 0.5
        self._set(row, bounds.nearer(factor, share))

    def reset(self, row: Zoomed) -> None:
        """Show the whole timeline."""
        self._set(row, None)

    def reach(self, row: Zoomed, number: int) -> None:
        """Move along until the event with this number is seen."""
        if row.bounds is not None:
            self._set(row, row.bounds.reaching(row.events[number].middle))

    def _set(self, row: Zoomed, bounds: Bounds | None) -> None:
        fitted = fitting(bounds, whole(row.events))
        if fitted != row.bounds:
            row.bounds = fitted
            self.changed.emit(row)

    def _room(self) -> int:
        return max(self._view.width() - 2 * self._margin, 1)

    def _share(self, at: QPoint) -> float:
        return min(max((at.x() - self._margin) / self._room(), 0.0), 1.0)
