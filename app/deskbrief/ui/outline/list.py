"""The rows of the outline in their view, with the timeline and the list of events moving together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters, RowState
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.outline.acts import LETTERS
from deskbrief.ui.outline.decisions import DecisionMarks
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.paint_cards import CardPainter
from deskbrief.ui.outline.paint_events import EventPainter, TimePainter, date_sample
from deskbrief.ui.outline.paint_sections import SectionPainter, SubgroupPainter
from deskbrief.ui.outline.paint_timeline import TimelinePainter
from deskbrief.ui.outline.rows import (
    CardRow,
    EventRow,
    Here,
    ItemRow,
    SectionRow,
    SubgroupRow,
    TimelineRow,
    TimeRow,
)
from deskbrief.ui.outline.words import OutlineWords

if TYPE_CHECKING:
    from deskbrief.ui.models.zooming import TimelineHands
    from deskbrief.ui.outline.choosing import Choosing


class OutlineList(RowView):
    """The list view of the outline; `here` is the section that is being read.

    Several events and recommendations can be chosen with Shift and Ctrl, to decide about them together.

    `zoomed` carries the row of the timeline when another part of it is seen.
    """

    zoomed = Signal(object)

    def __init__(self, labels: Labels, parent: QWidget) -> None:
        self.here = Here()
        marks = DecisionMarks(parent)
        self._event_painter = EventPainter(self.here, marks, labels)
        painters = Painters(
            {
                GroupRow: GroupPainter(),
                SubgroupRow: SubgroupPainter(),
                SectionRow: SectionPainter(self.here),
                EventRow: self._event_painter,
                CardRow: CardPainter(self.here, marks, labels),
                TimeRow: TimePainter(self.here),
                TimelineRow: TimelinePainter(labels),
                MessageRow: MessagePainter(),
            }
        )
        self._outline_words = OutlineWords(labels, parent)
        super().__init__(self._outline_words, painters, LETTERS, parent)
        self.setAccessibleName(self.tr("Outline"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.moved.connect(self._follow)
        self._hands: TimelineHands | None = None
        self._choosing: Choosing | None = None

    @property
    def chosen(self) -> list[ItemRow]:
        """The events and recommendations that were chosen together, in their order; none unless several."""
        return self._choosing.rows() if self._choosing is not None else []

    @property
    def choosing(self) -> Choosing:
        """What chooses several rows."""
        if self._choosing is None:
            from deskbrief.ui.outline.choosing import Choosing

            self._choosing = Choosing(self)
        return self._choosing

    @property
    def hands(self) -> TimelineHands:
        """What zooms the timeline and moves along it."""
        if self._hands is None:
            from deskbrief.ui.models.zooming import TimelineHands

            self._hands = TimelineHands(self)
            self._hands.changed.connect(self.zoomed)
        return self._hands

    @property
    def timeline(self) -> TimelineRow | None:
        """The row of the timeline, if there is one."""
        return next((row for row in self.rows if isinstance(row, TimelineRow)), None)

    def tip_of(self, row: Row) -> str:
        """Return what stands behind a row, as plain text."""
        return self._outline_words.tip(row)

    def fit_dates(self, longest: int) -> None:
        """Make the column of dates wide enough for dates of `longest` characters."""
        sample = date_sample(longest)
        if sample != self._event_painter.longest_date:
            self._event_painter.longest_date = sample
            self.renew()

    def set_here(self, section: SectionRow | None, shown: SectionRow | None) -> bool:
        """Highlight the row `shown` for the section being read; tells whether it is another one now."""
        span = Span(section.section.start, section.section.end) if section else Span(-1, -1)
        key = shown.key if shown else ""
        if (span, key) == (self.here.span, self.here.key):
            return False
        self.here.span, self.here.key = span, key
        self.viewport().update()
        return bool(key)

    def step(self, timeline: TimelineRow, number: int) -> None:
        """Choose an event on the timeline, show it in the list, and have it spoken."""
        timeline.chosen = number
        event = timeline.events[number]
        if timeline.bounds is not None:
            self.hands.reach(timeline, number)
        self.show_row(event.key)
        self.viewport().update()
        words = self._outline_words.spoken(event)
        from deskbrief.ui.spoken import announce

        announce(self, words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        row = self._timeline_at(event.position().toPoint())
        if row is not None and self.hands.wheel(row, event):
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            row = self._timeline_at(event.position().toPoint())
            if row is not None and self.hands.pinch(row, event):
                return True
        return super().viewportEvent(event)

    def state_of(self, number: int) -> RowState:
        state = super().state_of(number)
        if self._choosing is not None and self._choosing.holds(self.rows[number]):
            return replace(state, chosen=True)
        return state

    def fill(self, rows: Sequence[Row]) -> None:
        super().fill(rows)
        if self._choosing is not None:
            self._choosing.renew()

    def set_current(self, number: int) -> None:
        super().set_current(number)
        if self._choosing is not None:
            self._choosing.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if (self._choosing is None and plain) or not self.choosing.press_key(event):
            super().keyPressEvent(event)

    def reach(self, action: QAbstractItemView.CursorAction) -> int:
        """Return the number of the row that a key leads to."""
        self._by_keyboard = True
        return self.moveCursor(action, Qt.KeyboardModifier.NoModifier).row()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, zone = self.zone_at(event.position().toPoint())
        row = self.rows[number] if number >= 0 else None
        self._pressed = None
        keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if (self._choosing is not None or event.modifiers() & keys) and self.choosing.press(
            event, row, in_zone=zone is not None
        ):
            event.accept()
            return
        super().mousePressEvent(event)
        row = self._timeline_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.hands.press(row, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hands is None or not self._hands.drag(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        moved = self._hands is not None and self._hands.release()
        if self._choosing is not None and self._pressed is not None and self.zone_at(at)[1] is None:
            self._choosing.release(event)
        # Beside the dots a click only takes hold of the timeline.
        if not moved and (self._timeline_at(at) is None or self.zone_at(at)[1] is not None):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self._timeline_at(at)
        if row is not None and self.zone_at(at)[1] is None:
            self.hands.reset(row)
        else:
            super().mouseDoubleClickEvent(event)

    def _timeline_at(self, at: QPoint) -> TimelineRow | None:
        number = self.number_at(at)
        row = self.rows[number] if number >= 0 else None
        return row if isinstance(row, TimelineRow) else None

    def _follow(self, row: Row | None) -> None:
        """Mark the current event on the timeline."""
        if not isinstance(row, EventRow):
            return
        for above in self.rows:
            if isinstance(above, TimelineRow):
                above.chosen = next((n for n, event in enumerate(above.events) if event is row), -1)
                self.viewport().update()
