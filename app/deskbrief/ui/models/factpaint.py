"""Painter of facts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from deskbrief.ui.models.facts import FactRow
from deskbrief.ui.models.look import EDGE, draw_box, draw_focus, draw_lines, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState
from deskbrief.ui.models.words import wrapped

_LEFT, _PAD, _GAP = 12, 5, 6
#: Lines of a body and of a warning that are shown.
_BODY, _QUOTE, _WARNING = 2, 4, 2


class FactPainter(RowPainter[FactRow]):
    """12 percent  households ▲            ¶7, with the words around it below."""

    def measure(self, row: FactRow, width: int) -> int:
        look, room = self.look, self._room(width)
        body = (look.quote, _QUOTE) if row.is_quoted else (look.small, _BODY)
        row.laid = (
            wrapped(row.body, body[0], room, body[1]),
            wrapped(row.warning, look.small, room, _WARNING),
        )
        return (
            self._head(row)
            + len(row.laid[0]) * body[0].line
            + len(row.laid[1]) * look.small.line
            + self._rest()
        )

    def estimator(self, width: int) -> Callable[[FactRow], int]:
        look, room, rest = self.look, self._room(width), self._rest()
        quotes, smalls = look.quote.per_line(room), look.small.per_line(room)

        def estimate(row: FactRow) -> int:
            per, most, line = (
                (quotes, _QUOTE, look.quote.line) if row.is_quoted else (smalls, _BODY, look.small.line)
            )
            lines = min(1 + len(row.body) // per, most) if row.body else 0
            warned = min(1 + len(row.warning) // smalls, _WARNING) if row.warning else 0
            return self._head(row) + lines * line + warned * look.small.line + rest

        return estimate

    def draw(self, painter: QPainter, rect: QRect, row: FactRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = rect.adjusted(EDGE, 0, -EDGE, -_GAP)
        if state.hovered or state.current:
            draw_box(painter, box, theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        inner = box.adjusted(_LEFT, _PAD, -8, 0)
        where = row.place
        line = QRect(inner.left(), inner.top(), inner.width(), look.plain.line)
        draw_text(painter, line, where, look.tiny, theme.muted, "right")
        line.setRight(line.right() - look.tiny.advance(where) - 8)
        if row.head or row.rest:
            draw_text(painter, line, row.head, look.bold, theme.ink)
            line.setLeft(line.left() + look.bold.advance(row.head) + (6 if row.head else 0))
            if line.width() > 16:
                draw_text(painter, line, row.rest, look.plain, theme.ink)
        below = QRect(inner.left(), inner.top() + self._head(row), self._room(rect.width()), inner.height())
        face, colour = (look.quote, theme.ink) if row.is_quoted else (look.small, theme.muted)
        below.setTop(draw_lines(painter, below, row.laid[0], face, colour))
        draw_lines(painter, below, row.laid[1], look.small, theme.problem)

    def _room(self, width: int) -> int:
        return width - 2 * EDGE - _LEFT - 8 - 34

    def _head(self, row: FactRow) -> int:
        return self.look.plain.line + 1 if row.head or row.rest else 0

    def _rest(self) -> int:
        return 2 * _PAD + _GAP
