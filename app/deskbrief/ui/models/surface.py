"""Rows laid out only where they are seen.

Rows have an estimated height until they come into sight; then they are measured, and nothing that is in
sight moves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView

from deskbrief.ui.models.anchoring import Anchor, caught, offset_for
from deskbrief.ui.models.geometry import RowGeometry
from deskbrief.ui.models.look import Look
from deskbrief.ui.models.rows import Index, Row
from deskbrief.ui.theme import Theme

#: Rows whose heights are estimated before the clock is looked at.
_STRIDE = 400
#: Measuring what comes into sight can bring other rows there; it settles after two rounds or three.
_ROUNDS = 4


class RowSurface(RowGeometry):
    """Lays rows out, and keeps the rows in sight in place when others change."""

    #: Set on the class, because Qt asks for them while the view is being built.
    _settling = False
    _quiet = False
    _dressing = False
    _waiting = False
    #: Whether rows that come may leave a gap at an end of the list rather than move the one under the mouse.
    still = False

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` and the widget's font from now on."""
        if self.look.suits(theme, self.font()):
            return
        if self.look.has_font(self.font()):
            self._painters.use(self.look.recoloured(theme))
            self.viewport().update()
        else:
            self._painters.use(Look(theme, self.font(), self.look.number + 1))
            # What nobody sees is laid out when it is seen.
            self._waiting = not self.isVisible()
            if not self._waiting:
                self._lay_out_in_place()

    def renew(self) -> None:
        """Measure all rows anew, because something that all of them depend on has changed."""
        self._painters.use(self.look.again())
        self._lay_out_in_place()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show `rows`; scroll place and current row are kept, and the row under the mouse stays there."""
        if not rows:
            self._close_gap()
        current, number = self.current, self.currentIndex().row()
        anchor = self._catch()
        self._quiet = True
        self._row_model.fill(rows)
        self._lay_out()
        if current is not None and rows:
            again = self._row_model.place_of(current.key)
            self.set_current(again if again >= 0 else min(number, len(rows) - 1))
        self._quiet = False
        self._hold(anchor)
        self._settle_bar()
        self.viewport().update()

    def _settle_bar(self) -> None:
        """Show the scroll bar or take it away now; Qt does it after the next picture, which would jump."""
        bar = self.verticalScrollBar()
        if bar.isVisibleTo(self) != (bar.maximum() > 0):
            # Margins that are set have the view laid out.
            self.setViewportMargins(0, 0, 0, 0)

    def prime(self, rows: Sequence[Row]) -> Iterator[None]:
        """Estimate the heights of rows that are to be shown; yields between two slices of them."""
        for start in range(0, len(rows), _STRIDE):
            self._painters.estimates(rows[start : start + _STRIDE], self.width())
            yield

    def show_row(self, key: str) -> int:
        """Scroll until the row with this key is in sight; returns its number, or -1 when there is none."""
        number = self._row_model.place_of(key)
        if number >= 0:
            self.scrollTo(self._row_model.index(number))
        return number

    def has_room_for(self, key: str) -> bool:
        """Tell whether the row with this key is in sight when the first row is."""
        area = self.row_rect(self._row_model.place_of(key))
        return area.isValid() and area.bottom() + self.verticalOffset() < self.viewport().height()

    def remeasure(self, row: Row) -> None:
        """Work a row's height out again, because it shows something else now."""
        row.stamp = -1
        self._lay_out_in_place()

    def settled(self) -> None:
        """Follow rows that have moved; for views that place widgets on them."""

    # Layout

    def _lay_out_in_place(self) -> None:
        anchor = self._catch()
        self._lay_out()
        self._hold(anchor)
        self.viewport().update()

    def _lay_out(self) -> None:
        headers = [number for number, row in enumerate(self.rows) if row.sticky]
        self._stack.pile(self._painters.estimates(self.rows, self.width()), headers)
        self.updateGeometries()

    def _catch(self) -> Anchor:
        """Take hold of the row under the mouse, else of the current one, else of the first measured one."""
        preferred = -1
        if self.viewport().underMouse():
            at = self.viewport().mapFromGlobal(self.cursor().pos())
            preferred = self._stack.at(at.y() + self.verticalOffset())
        elif self.hasFocus():
            preferred = self.currentIndex().row()
        return self._catch_near(preferred)

    def _catch_near(self, preferred: int) -> Anchor:
        seen = self.seen()
        seen = range(seen.start, min(seen.stop, len(self.rows)))
        if preferred not in seen:
            exact = (n for n in seen if self._painters.is_measured(self.rows[n], self.width()))
            preferred = next(exact, seen.start)
        return caught(self.rows, self._stack, seen, self.verticalOffset(), preferred)

    def _hold(self, anchor: Anchor) -> None:
        """Measure what is in sight, with the anchored row staying where it is."""
        self._settling = True
        for _ in range(_ROUNDS):
            offset = offset_for(anchor, self.rows, self._stack)
            if offset is not None:
                self._open_gap(offset)
                self.verticalScrollBar().setValue(offset)
            if not self._measure():
                break
        self._settling = False
        self.settled()

    def _open_gap(self, offset: int) -> None:
        """Leave as much of a gap at an end as `offset` needs, while the row under the mouse is to stay."""
        if self.still and self.viewport().underMouse():
            self._gap = max(-offset, 0), max(offset - self._last_offset(), 0)
            self.updateGeometries()

    def _close_gap(self) -> None:
        """Let the rows fill the list again."""
        if any(self._gap):
            self._gap = (0, 0)
            self.updateGeometries()

    def _measure(self) -> bool:
        """Measure the rows in sight; tells whether any height changed."""
        changes = {
            number: height
            for number in self.seen()
            if (height := self._painters.measured(self.rows[number], self.width()))
            != self._stack.height(number)
        }
        self._stack.change(changes)
        if changes:
            self.updateGeometries()
        return bool(changes)

    def _scroll_once(self, number: int, hint: QAbstractItemView.ScrollHint) -> None:
        """Scroll towards a row; rows that come into sight are measured, which can move the goal."""
        rect, bar, height = self.row_rect(number), self.verticalScrollBar(), self.viewport().height()
        above, below = self._stack.covered(number, height)
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < above or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() > height - below:
            bar.setValue(bar.value() + min(rect.bottom() - height + below + 1, rect.top() - above))

    # What Qt asks for

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and not self._dressing:
            # A style sheet brings one font after the other within one call: only the last one counts.
            self._dressing = True
            QTimer.singleShot(0, self, self._follow_font)

    def _follow_font(self) -> None:
        self._dressing = False
        self.set_theme(self.look.theme)

    def showEvent(self, event: QShowEvent) -> None:
        if self._waiting:
            self._waiting = False
            self._lay_out_in_place()
        super().showEvent(event)

    def doItemsLayout(self) -> None:
        if len(self._stack) != len(self.rows):
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out_in_place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._settling:
            self._hold(self._catch_near(-1))
        self.viewport().update()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        for _ in range(_ROUNDS if index.isValid() else 0):
            before = self.verticalOffset()
            self._scroll_once(index.row(), hint)
            if self.verticalOffset() == before:
                return
