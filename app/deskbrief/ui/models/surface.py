"""The list view of the panels: any number of rows of different heights, laid out only where they are seen.

Rows have an estimated height until they come into sight; then they are measured, and nothing that is in
sight moves. It is a QListView for the sake of screen readers; the geometry is its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from deskbrief.ui.models.anchoring import Anchor, caught, offset_for
from deskbrief.ui.models.extents import Extents
from deskbrief.ui.models.look import EDGE, Look
from deskbrief.ui.models.painters import Painters, RowState
from deskbrief.ui.models.rows import Index, Row, RowModel, RowWords
from deskbrief.ui.theme import Theme


class RowSurface(QListView):
    """Lays rows out, draws them, and keeps the rows in sight in place when others change."""

    def __init__(self, words: RowWords, painters: Painters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painters = painters
        self._extents = Extents()
        self._headers: list[int] = []
        self._settling = False
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
    def current(self) -> Row | None:
        """The row that has the keyboard, or None."""
        number = self.currentIndex().row()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` and the widget's font from now on."""
        look = self._painters.look
        self._painters.use(Look(theme, self.font(), look.number + 1 if look else 0))
        self._lay_out_in_place()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show `rows`; scroll place and current row are kept, and the row under the mouse stays there."""
        current, number = self.current, self.currentIndex().row()
        anchor = self._catch()
        self._row_model.fill(rows)
        self._lay_out()
        if current is not None and rows:
            again = self._row_model.place_of(current.key)
            self.set_current(again if again >= 0 else min(number, len(rows) - 1))
        self._hold(anchor)
        self.viewport().update()

    def set_current(self, number: int) -> None:
        """Make a row the current one without scrolling or opening it."""
        index = self._row_model.index(number)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_row(self, key: str) -> int:
        """Scroll until the row with this key is in sight; returns its number, or -1 when there is none."""
        number = self._row_model.place_of(key)
        if number >= 0:
            self.scrollTo(self._row_model.index(number))
        return number

    def row_rect(self, number: int) -> QRect:
        """Return where a row lies in the viewport."""
        if not 0 <= number < len(self._extents):
            return QRect()
        y = self._extents.top(number) - self.verticalOffset()
        return QRect(0, y, self.width(), self._extents.height(number))

    def seen(self) -> range:
        """Return the numbers of the rows that are in sight."""
        top = self.verticalOffset()
        first = self._extents.at(top)
        if first < 0:
            return range(0)
        last = self._extents.at(min(top + self.viewport().height(), self._extents.total) - 1)
        return range(first, max(first, last) + 1)

    def number_at(self, at: QPoint) -> int:
        """Return the number of the row drawn at a point of the viewport, or -1."""
        held, rect = self._held_header()
        if held >= 0 and rect.contains(at):
            return held
        return self._extents.at(at.y() + self.verticalOffset())

    def drawn_rect(self, number: int) -> QRect:
        """Return where a row is drawn: a header that is held in sight lies at the top."""
        held, rect = self._held_header()
        return rect if held == number else self.row_rect(number)

    def state_of(self, _number: int) -> RowState:
        """Return what painters must know about a row."""
        return RowState()

    def remeasure(self, row: Row) -> None:
        """Work a row's height out again, because it shows something else now."""
        row.stamp = -1
        self._lay_out_in_place()

    # Layout

    def _lay_out_in_place(self) -> None:
        if self._painters.look is not None:
            anchor = self._catch()
            self._lay_out()
            self._hold(anchor)
            self.viewport().update()

    def _lay_out(self) -> None:
        rows = self.rows
        self._extents.fill(self._painters.estimates(rows, self.width()))
        self._headers = [number for number, row in enumerate(rows) if row.sticky]
        self.updateGeometries()

    def _catch(self) -> Anchor:
        """Take hold of the row under the mouse, else of the current one, else of the first measured one."""
        seen = self.seen()
        seen = range(seen.start, min(seen.stop, len(self.rows)))
        preferred = self.currentIndex().row() if self.hasFocus() else -1
        if self.viewport().underMouse():
            preferred = self._extents.at(
                self.viewport().mapFromGlobal(self.cursor().pos()).y() + self.verticalOffset()
            )
        if preferred not in seen:
            width = self.width()
            exact = (number for number in seen if self._painters.is_measured(self.rows[number], width))
            preferred = next(exact, seen.start)
        return caught(self.rows, self._extents, seen, self.verticalOffset(), preferred)

    def _hold(self, anchor: Anchor) -> None:
        """Measure what is in sight, with the anchored row staying where it is."""
        self._settling = True
        for _ in range(4):
            offset = offset_for(anchor, self.rows, self._extents)
            if offset is not None:
                self.verticalScrollBar().setValue(offset)
            if not self._measure():
                break
        self._settling = False

    def _measure(self) -> bool:
        """Measure the rows in sight; tells whether any height changed."""
        width, rows = self.width(), self.rows
        changes = {
            number: height
            for number in self.seen()
            if (height := self._painters.measured(rows[number], width)) != self._extents.height(number)
        }
        self._extents.change(changes)
        if changes:
            self.updateGeometries()
        return bool(changes)

    def _held_header(self) -> tuple[int, QRect]:
        """Return the header held at the top (-1 for none) and where it is drawn."""
        seen = self.seen()
        place = bisect_right(self._headers, seen.start) - 1
        if not seen or place < 0:
            return -1, QRect()
        number = self._headers[place]
        height, top = self._extents.height(number), self.verticalOffset()
        if self._extents.top(number) >= top:
            return -1, QRect()
        after = self._headers[place + 1] if place + 1 < len(self._headers) else len(self._extents)
        y = min(0, self._extents.top(after) - top - height)
        return number, QRect(0, y, self.width(), height)

    # What Qt asks for

    def doItemsLayout(self) -> None:
        if self._painters.look is not None and len(self._extents) != len(self.rows):
            self._lay_out()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(28)
        bar.setPageStep(max(height - 40, 1))
        bar.setRange(0, max(self._extents.total + EDGE - height, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out_in_place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._settling and self._painters.look is not None:
            self._hold(self._catch_measured())
        self.viewport().update()

    def _catch_measured(self) -> Anchor:
        seen, width = self.seen(), self.width()
        exact = [number for number in seen if self._painters.is_measured(self.rows[number], width)]
        preferred = exact[0] if exact else seen.start
        return caught(self.rows, self._extents, seen, self.verticalOffset(), preferred)

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

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect = self.visualRect(index)
        if rect.isNull():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        held = 0 if self.rows[index.row()].sticky else self._held_height(index.row())
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < held or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - held)
        elif rect.bottom() > height:
            bar.setValue(bar.value() + min(rect.bottom() - height + 1, rect.top() - held))

    def _held_height(self, number: int) -> int:
        place = bisect_right(self._headers, number) - 1
        return self._extents.height(self._headers[place]) if place >= 0 else 0

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
        look = self._painters.look
        if look is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(look.theme.panel))
        for number in self.seen():
            rect = self.row_rect(number)
            if rect.intersects(event.rect()):
                self._painters.draw(painter, rect, self.rows[number], self.state_of(number))
        held, rect = self._held_header()
        if held >= 0:
            painter.fillRect(rect, QColor(look.theme.panel))
            self._painters.draw(painter, rect, self.rows[held], self.state_of(held))
            painter.fillRect(QRect(EDGE, rect.bottom(), rect.width() - 2 * EDGE, 1), QColor(look.theme.line))
        painter.end()
