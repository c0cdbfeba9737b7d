"""Selecting with the mouse: by letters, by words after a double click, by paragraphs after a triple one."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from time import monotonic

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QApplication

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.grain import rows_between, word_at
from deskbrief.ui.reader.stretches import stretch_at

#: Milliseconds between two steps while the mouse is held outside the view, and pixels of one step.
PUSH_MS, PUSH = 30, 12


class Grain(IntEnum):
    """By what a drag selects, in the order of clicks."""

    LETTER = 1
    WORD = 2
    PARAGRAPH = 3


class Pointer(QObject):
    """The mouse while its button is down.

    `chosen` carries where the selection begins and where it ends, which may come before. `pushed` carries
    how many pixels the text should move on, while the mouse is held above or below it.
    """

    chosen = Signal(int, int)
    pushed = Signal(float)

    def __init__(self, parent: QObject, offset_at: Callable[[QPointF], int]) -> None:
        """`offset_at` returns the offset nearest to a point."""
        super().__init__(parent)
        self._offset_at = offset_at
        self._document: Document | None = None
        self._origin = Span(0, 0)
        self._grain = Grain.LETTER
        self._clicks, self._clicked, self._where = 0, 0.0, QPointF()
        self._point = QPointF()
        self._speed = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(PUSH_MS)
        self._timer.timeout.connect(self._push)

    @property
    def down(self) -> bool:
        """Whether a selection is being made."""
        return self._document is not None

    def press(self, document: Document, point: QPointF, anchor: int | None) -> None:
        """Begin at `point`; with an `anchor`, go on with the selection that begins there."""
        self._document = document
        self._count_click(point)
        self._grain = Grain((self._clicks - 1) % len(Grain) + 1)
        offset = self._offset_at(point)
        if anchor is not None and self._grain is Grain.LETTER:
            self._origin = Span(anchor, anchor)
            self._choose(offset)
            return
        self._origin = self._around(offset)
        self.chosen.emit(self._origin.start, self._origin.end)

    def move(self, point: QPointF, height: int) -> None:
        """Select as far as `point`; outside of `height`, let the text move on."""
        if self._document is None:
            return
        self._point = point
        beyond = min(point.y(), 0.0) + max(point.y() - height, 0.0)
        self._speed = beyond
        if beyond and not self._timer.isActive():
            self._timer.start()
        elif not beyond:
            self._timer.stop()
        self._choose(self._offset_at(point))

    def release(self) -> None:
        """End the selection."""
        self._timer.stop()
        self._document = None

    def _choose(self, offset: int) -> None:
        assert self._document is not None
        reach = self._around(offset)
        if reach.start < self._origin.start:
            anchor, head = self._origin.end, reach.start
        else:
            anchor, head = self._origin.start, max(reach.end, self._origin.end)
        if self._grain is Grain.LETTER:
            anchor, head = rows_between(self._document, anchor, head)
        self.chosen.emit(anchor, head)

    def _around(self, offset: int) -> Span:
        if self._document is None or self._grain is Grain.LETTER:
            return Span(offset, offset)
        if self._grain is Grain.WORD:
            return word_at(self._document, offset)
        return stretch_at(self._document, offset)

    def again(self, point: QPointF) -> bool:
        """Tell whether a press at `point` follows another one there as in a double click."""
        soon = monotonic() - self._clicked < QApplication.doubleClickInterval() / 1000
        return soon and (point - self._where).manhattanLength() <= QApplication.startDragDistance()

    def _count_click(self, point: QPointF) -> None:
        self._clicks = self._clicks + 1 if self.again(point) else 1
        self._clicked, self._where = monotonic(), point

    def _push(self) -> None:
        way = 1 if self._speed > 0 else -1
        self.pushed.emit(way * min(PUSH + abs(self._speed) / 4, 10 * PUSH))
        self._choose(self._offset_at(self._point))
