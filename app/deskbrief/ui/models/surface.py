"""The list view of the panels: any number of rows of different heights, laid out only where they are seen.

Rows have an estimated height until they come into sight; then they are measured, and nothing that is in
sight moves. It is a QListView for the sake of screen readers; the geometry is its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from deskbrief.ui.models.anchoring import Anchor, caught, offset_for
from deskbrief.ui.models.extents import Extents
from deskbrief.ui.models.look import EDGE, Look
from deskbrief.ui.models.painters import Painters, RowState
from deskbrief.ui.models.rows import Index, Row, RowModel, RowWords
from deskbrief.ui.theme import Theme

#: Rows whose heights are estimated before the clock is looked at.
_STRIDE = 400


class RowSurface(QListView):
    """Lays rows out, draws them, and keeps the rows in sight in place when others change."""

    def __init__(self, words: RowWords, painters: Painters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painters = painters
        self._extents = Extents()
        self._headers: list[int] = []
        self._settling = False
        self._filling = False
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
        """What rows are drawn with; there is one once a theme was set."""
        return self._painters.current_look()

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

    def renew(self) -> None:
        """Measure all rows anew, because something that all of them depend on has changed."""
        if self._painters.look is not None:
            self.set_theme(self._painters.look.theme)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show `rows`; scroll place and current row are kept, and the row under the mouse stays there."""
        current, number = self.current, self.currentIndex().row()
        anchor = self._catch()
        self._filling = True
        self._row_model.fill(rows)
        self._lay_out()
        if current is not None and rows:
            again = self._row_model.place_of(current.key)
            self.set_current(again if again >= 0 else min(number, len(rows) - 1))
        self._filling = False
        self._hold(anchor)
        self.viewport().update()

    def prime(self, rows: Sequence[Row]) -> Iterator[None]:
        """Estimate the heights of rows that are to be shown; yields between two slices of them."""
        for start in range(0, len(rows), _STRIDE):
            if self._painters.look is not None:
                self._painters.estimates(rows[start : start + _STRIDE], self.width())
            yield

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
        held = next((number for number, rect in self.held().items() if rect.contains(at)), -1)
        return held if held >= 0 else self._extents.at(at.y() + self.verticalOffset())

    def drawn_rect(self, number: int) -> QRect:
        """Return where a row is drawn: a header that is held in sight lies at the top or bottom."""
        return self.held().get(number) or self.row_rect(number)

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
        self.settled()

    def settled(self) -> None:
        """Follow rows that have moved; for views that place widgets on them."""

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

    def held(self) -> dict[int, QRect]:
        """Return the headers that are held in sight, by number, and where they are drawn.

        The one of the rows at the top is held there; those further down are stacked at the bottom, so that
        every group is one click away, unless they would take more than a quarter of the height.
        """
        height, top = self.viewport().height(), self.verticalOffset()
        if not self._headers or not self._extents.total:
            return {}
        first = bisect_right(self._headers, self.seen().start) - 1
        stack, lowest = 0, {}
        for number in reversed(self._headers[first + 1 :]):
            stack += self._extents.height(number)
            lowest[number] = height - stack
        if stack * 4 > height:
            lowest = {}
        drawn = {number: min(y, self._extents.top(number) - top) for number, y in lowest.items()}
        if first >= 0:
            drawn[self._headers[first]] = self._top_held(first)
        return {
            number: QRect(0, y, self.width(), self._extents.height(number))
            for number, y in drawn.items()
            if y != self._extents.top(number) - top
        }

    def _top_held(self, place: int) -> int:
        """Return the y of the header of the rows at the top, pushed up by the one that follows."""
        number, top = self._headers[place], self.verticalOffset()
        after = self._headers[place + 1] if place + 1 < len(self._headers) else len(self._extents)
        pushed = self._extents.top(after) - top - self._extents.height(number)
        return max(min(0, pushed), self._extents.top(number) - top)

    # What Qt asks for

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.renew()

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
        for _ in range(4):
            before = self.verticalScrollBar().value()
            self._scroll_once(index.row(), hint)
            if self.verticalScrollBar().value() == before:
                return

    def _scroll_once(self, number: int, hint: QAbstractItemView.ScrollHint) -> None:
        """Scroll towards a row; rows that come into sight are measured, which can move the goal."""
        rect = self.row_rect(number)
        if rect.isNull():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        above, below = self._covered(number)
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < above or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() > height - below:
            bar.setValue(bar.value() + min(rect.bottom() - height + below + 1, rect.top() - above))

    def _covered(self, number: int) -> tuple[int, int]:
        """Return the heights that held headers take from the view above and below a row."""
        place = bisect_right(self._headers, number)
        is_header = place > 0 and self._headers[place - 1] == number
        above = self._extents.height(self._headers[place - 1]) if place and not is_header else 0
        below = sum(self._extents.height(header) for header in self._headers[place:])
        return above, below if below * 4 <= self.viewport().height() else 0

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
        for number, rect in self.held().items():
            edge = rect.bottom() if rect.top() <= 0 else rect.top()
            painter.fillRect(rect, QColor(look.theme.panel))
            self._painters.draw(painter, rect, self.rows[number], self.state_of(number))
            painter.fillRect(QRect(EDGE, edge, rect.width() - 2 * EDGE, 1), QColor(look.theme.line))
        painter.end()
