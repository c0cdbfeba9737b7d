"""Painters of events and of times that could not be resolved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from deskbrief.document.notes import Verdict
from deskbrief.ui.models.look import EDGE, TARGET, Face, Look, draw_box, draw_focus, draw_lines, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.words import wrapped
from deskbrief.ui.outline.decisions import DecisionMarks
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.rows import EventRow, Here, TimeRow

#: Below this width an event's date stands above its title instead of beside it.
NARROW = 330
_TOP, _INSET = 6, 8
#: So much of a title has room beside the date at least.
_LEAST_TITLE = "n" * 18
#: Stand-ins for dates in words; longer ones are wrapped.
_LONGEST_DATE, _MONTH_DATE, _YEAR_DATE = "00 Mmm 0000", "Mmm 0000", "0000s"


def date_sample(longest: int) -> str:
    """Return what a column must hold when the longest date in words has that many characters."""
    if longest > len(_MONTH_DATE):
        return _LONGEST_DATE
    return _MONTH_DATE if longest > len(_YEAR_DATE) else _YEAR_DATE


def _draw_place(painter: QPainter, rect: QRect, place: str, look: Look, *, is_here: bool) -> None:
    """Draw where a passage stands at the right of `rect`; in the section being read it is set off."""
    if place:
        face = look.tiny_bold if is_here else look.tiny
        colour = look.theme.accent if is_here else look.theme.muted
        draw_text(painter, rect, place, face, colour, "right")


class EventPainter(RowPainter[EventRow]):
    """Date | title and what is told about it | ¶ ✓ ✕."""

    def __init__(self, here: Here, marks: DecisionMarks, labels: Labels) -> None:
        super().__init__()
        self._here, self._marks, self._labels = here, marks, labels
        self.longest_date = _LONGEST_DATE

    def measure(self, row: EventRow, width: int) -> int:
        look = self.look
        title, below, date = self._widths(width)
        told = " — ".join(part for part in (self._own_word(row), row.second) if part)
        row.laid = (
            wrapped(row.when, self._date_face(row), date, 1 if self._is_narrow(width) else 3),
            wrapped(row.title, look.plain, title, 2 if told else 3),
            wrapped(told, look.small, below, 2),
        )
        text = len(row.laid[1]) * look.plain.line + len(row.laid[2]) * look.small.line
        dates = len(row.laid[0]) * look.bold.line
        both = dates + text if self._is_narrow(width) else max(dates, text)
        return max(both, look.plain.line) + 2 * _TOP

    def estimator(self, width: int) -> Callable[[EventRow], int]:
        look, (title, below, _) = self.look, self._widths(width)
        titles, tolds = look.plain.per_line(title), look.small.per_line(below)
        plain, small = look.plain.line, look.small.line
        rest = 2 * _TOP + (look.bold.line if self._is_narrow(width) else 0)

        def estimate(row: EventRow) -> int:
            told = small * (1 + (len(row.second) > tolds)) if row.second else 0
            lines = 1 + len(row.title) // titles
            return rest + plain * min(lines, 2 if told else 3) + told

        return estimate

    def zones(self, _row: EventRow, rect: QRect) -> tuple[Zone, Zone]:
        middle = rect.top() + _TOP + self.look.plain.line // 2
        return self._marks.zones(rect.right() - EDGE + 5, middle)

    def draw(self, painter: QPainter, rect: QRect, row: EventRow, state: RowState) -> None:
        look, theme, verdict = self.look, self.look.theme, row.item.verdict
        box = rect.adjusted(EDGE, 1, -EDGE, -1)
        if state.chosen or state.hovered or state.current:
            draw_box(painter, box, theme.selected if state.chosen else theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        inner = rect.adjusted(EDGE + _INSET, _TOP, -EDGE - _INSET, 0)
        rejected = verdict is Verdict.REJECTED
        date = theme.muted if rejected else theme.event
        y = draw_lines(painter, inner, row.laid[0], self._date_face(row), date)
        narrow = self._is_narrow(rect.width())
        text = inner.adjusted(0 if narrow else self._date_width() + 10, 0, 0, 0)
        text.setTop(y if narrow else inner.top())
        face, colour = (look.plain_struck, theme.muted) if rejected else (look.plain, theme.ink)
        text.setTop(draw_lines(painter, text, row.laid[1], face, colour))
        draw_lines(painter, text, row.laid[2], look.small, theme.muted)
        zones = self.zones(row, rect)
        self._marks.draw(painter, zones, verdict, look, state)
        line = QRect(inner.left(), inner.top(), zones[0].rect.left() - 2 - inner.left(), look.plain.line)
        _draw_place(painter, line, row.place, look, is_here=self._here.holds(row))

    def _widths(self, width: int) -> tuple[int, int, int]:
        """Return the widths of the title, of what stands below it, and of the date."""
        whole = width - 2 * EDGE - 2 * _INSET
        marks = self._marks_width()
        if self._is_narrow(width):
            return whole, whole, whole - marks
        beside = whole - self._date_width() - 10
        return beside - marks, beside, self._date_width()

    def _is_narrow(self, width: int) -> bool:
        """Tell whether the date stands above the title: too few letters would have room beside it."""
        beside = width - 2 * EDGE - 2 * _INSET - self._date_width() - 10 - self._marks_width()
        return width < NARROW or beside < self.look.plain.advance(_LEAST_TITLE)

    def _marks_width(self) -> int:
        return 2 * TARGET + self.look.tiny.advance("¶000") + 4

    def _date_width(self) -> int:
        return self.look.bold.advance(self.longest_date)

    def _date_face(self, row: EventRow) -> Face:
        return self.look.small_italic if row.low is None else self.look.bold

    def _own_word(self, row: EventRow) -> str:
        """Return the decision where it is worth a word: ✓ and a struck title say the others."""
        verdict = row.item.verdict
        return self._labels.verdict(verdict) if verdict in {Verdict.EDITED, Verdict.ADDED} else ""


class TimePainter(RowPainter[TimeRow]):
    """The wording of a time that could not be resolved, and why not."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here

    def measure(self, row: TimeRow, width: int) -> int:
        look, room = self.look, width - 2 * EDGE - 2 * _INSET
        wording = wrapped(f"“{row.wording}”", look.plain, room - 44, 1)
        row.laid = wording, wrapped(row.time.reason, look.small, room, 2)
        return look.plain.line + len(row.laid[1]) * look.small.line + 10

    def draw(self, painter: QPainter, rect: QRect, row: TimeRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = rect.adjusted(EDGE, 1, -EDGE, -1)
        if state.hovered or state.current:
            draw_box(painter, box, theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        inner = box.adjusted(_INSET, 4, -_INSET, 0)
        y = draw_lines(painter, inner, row.laid[0], look.plain, theme.ink)
        line = QRect(inner.left(), inner.top(), inner.width(), look.plain.line)
        _draw_place(painter, line, row.place, look, is_here=self._here.holds(row))
        inner.setTop(y)
        draw_lines(painter, inner, row.laid[1], look.small, theme.muted)
