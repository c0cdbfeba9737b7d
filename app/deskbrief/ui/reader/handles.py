"""The handles at both ends of the mark under the pointer, by which it is made longer or shorter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskbrief.document.spans import Span
from deskbrief.ui.reader.values import Mark
from deskbrief.ui.theme import Theme

#: Half the size of a knob, and how near to a handle the mouse must be to take it.
KNOB, NEAR = 4.5, 8.0


class Held(Protocol):
    """What shows a mark as it would become; None shows all marks as they are."""

    moved: Mark | None


class Handles:
    """Two handles on one mark at a time.

    `edges` returns where the first and the last letter of a span stand: the outer edge of each, as high as
    its line, or None for one that is off screen.
    """

    def __init__(
        self,
        lights: Held,
        edges: Callable[[Span], tuple[QRectF | None, QRectF | None]],
        wanted: Callable[[], None],
    ) -> None:
        """`wanted` is called when the handles should be drawn anew."""
        self._lights = lights
        self._edges = edges
        self._wanted = wanted
        self._at_start = False
        self.mark: Mark | None = None
        self.held = False

    def show(self, mark: Mark | None, point: QPointF) -> bool:
        """Put the handles on `mark`; near one of them they stay. Return whether `point` is on a handle."""
        near = self._near(point) is not None
        if not near and mark is not self.mark:
            self.mark = mark
            self._wanted()
            near = self._near(point) is not None
        return near

    def grab(self, point: QPointF) -> bool:
        """Take the handle at `point`, if there is one."""
        near = self._near(point)
        if near is not None:
            self.held, self._at_start = True, near
            self._lights.moved = self.mark
        return self.held

    def move(self, offset: int) -> None:
        """Bring the end that is held to `offset`; a mark keeps one letter at least."""
        if self.mark is None:
            return
        start, end = self.mark.span.start, self.mark.span.end
        span = Span(min(offset, end - 1), end) if self._at_start else Span(start, max(offset, start + 1))
        self._lights.moved = replace(self.mark, span=span)
        self._wanted()

    def drop(self) -> tuple[str, Span] | None:
        """Let go; return the note and where it is to stand, or None when nothing has changed."""
        moved, mark = self._lights.moved, self.mark
        self.cancel()
        if moved is None or mark is None or moved.span == mark.span:
            return None
        self.mark = moved
        return moved.note, moved.span

    def cancel(self) -> None:
        """Let go without any change."""
        self.held, self._lights.moved = False, None
        self._wanted()

    def forget(self) -> None:
        """Take the handles off."""
        if self.held or self.mark is not None:
            self.mark = None
            self.cancel()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw a bar with a knob above the beginning, and one with a knob below the end."""
        mark = self._lights.moved or self.mark
        if mark is None:
            return
        colour = QColor(theme.accent)
        for area, at_start in zip(self._edges(mark.span), (True, False), strict=True):
            if area is None:
                continue
            painter.fillRect(area, colour)
            painter.setPen(QPen(QColor(theme.paper), 1))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(area.center().x(), _knob(area, at_start)), KNOB, KNOB)
            painter.setPen(Qt.PenStyle.NoPen)

    def _near(self, point: QPointF) -> bool | None:
        """Return True near the first handle, False near the other one, None elsewhere."""
        if self.mark is None:
            return None
        first, last = self._edges(self.mark.span)
        if last is not None and _reach(last, at_start=False).contains(point):
            return False
        return True if first is not None and _reach(first, at_start=True).contains(point) else None


def _knob(area: QRectF, at_start: bool) -> float:
    return area.top() if at_start else area.bottom()


def _reach(area: QRectF, *, at_start: bool) -> QRectF:
    """Return where a handle can be taken: around its bar a little, around its knob more."""
    bar = area.adjusted(-3, 0, 3, 0)
    centre = QPointF(area.center().x(), _knob(area, at_start))
    return bar.united(QRectF(centre.x() - NEAR, centre.y() - NEAR, 2 * NEAR, 2 * NEAR))
