"""Where the rows of a list view lie and how they are drawn: any number of rows, of different heights.

It is a QListView for the sake of screen readers, which know how to read one; the geometry is its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from deskbrief.ui.models.look import EDGE, Look
from deskbrief.ui.models.painters import Painters, RowState
from deskbrief.ui.models.rows import Index, Row, RowModel, RowWords
from deskbrief.ui.models.stack import Stack
from deskbrief.ui.theme import LIGHT, fill

_STEP = 28


class RowGeometry(QListView):
    """Draws the rows in sight where the stack says that they lie."""

    #: How far beyond its beginning and its end the list may be scrolled, in pixels.
    _gap = (0, 0)

    def __init__(self, words: RowWords, painters: Painters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One made in Python: to find out what Qt made, PySide6 would set up every class of widget there is.
        self.setViewport(QWidget())
        # All of it is drawn on; else a window that changes its colours would have it drawn twice.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painters = painters
        self._painters.use(Look(LIGHT, self.font()))
        self._stack = Stack()
        self._row_model = RowModel(words, self)
        self.setModel(self._row_model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setMouseTracking(True)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown."""
        return self._row_model.rows

    @property
    def look(self) -> Look:
        """What rows are drawn with."""
        return self._painters.look

    @property
    def current(self) -> Row | None:
        """The row that has the keyboard, or None."""
        number = self.currentIndex().row()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def set_current(self, number: int) -> None:
        """Make a row the current one without scrolling or opening it."""
        index = self._row_model.index(number)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def seen(self) -> range:
        """Return the numbers of the rows that are in sight."""
        return self._stack.seen(self.verticalOffset(), self.viewport().height())

    def row_rect(self, number: int) -> QRect:
        """Return where a row lies in the viewport."""
        if not 0 <= number < len(self._stack):
            return QRect()
        return self._rect(number, self._stack.top(number) - self.verticalOffset())

    def drawn_rect(self, number: int) -> QRect:
        """Return where a row is drawn: a header that is held in sight lies at the top or bottom."""
        return self._held().get(number) or self.row_rect(number)

    def number_at(self, at: QPoint) -> int:
        """Return the number of the row drawn at a point of the viewport, or -1."""
        held = next((number for number, rect in self._held().items() if rect.contains(at)), -1)
        return held if held >= 0 else self._stack.at(at.y() + self.verticalOffset())

    def state_of(self, _number: int) -> RowState:
        """Return what painters must know about a row."""
        return RowState()

    def _rect(self, number: int, y: int) -> QRect:
        return QRect(0, y, self.width(), self._stack.height(number))

    def _held(self) -> dict[int, QRect]:
        held = self._stack.held(self.verticalOffset(), self.viewport().height())
        return {number: self._rect(number, y) for number, y in held.items()}

    # What Qt asks for

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(_STEP)
        bar.setPageStep(max(height - _STEP, 1))
        bar.setRange(-self._gap[0], self._last_offset() + self._gap[1])

    def _last_offset(self) -> int:
        """Return the offset at which the end of the rows is in sight."""
        return max(self._stack.total + EDGE - self.viewport().height(), 0)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        return self.row_rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self._row_model.index(self.number_at(point))

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, event.rect(), QColor(theme.panel))
        for number in self.seen():
            rect = self.row_rect(number)
            if rect.intersects(event.rect()):
                self._painters.draw(painter, rect, self.rows[number], self.state_of(number))
        for number, rect in self._held().items():
            fill(painter, rect, QColor(theme.panel))
            state = replace(self.state_of(number), below=rect.top() < self.row_rect(number).top())
            self._painters.draw(painter, rect, self.rows[number], state)
            edge = rect.bottom() if rect.top() == 0 else rect.top()
            fill(painter, QRect(EDGE, edge, rect.width() - 2 * EDGE, 1), QColor(theme.line))
        painter.end()
