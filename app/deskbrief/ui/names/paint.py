"""Painters of names and of their mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from deskbrief.ui.models.look import EDGE, draw_box, draw_chevron, draw_focus, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.names.rows import MentionRow, NameRow

#: Where a name begins, and the column of paragraph numbers before a mention.
_LEFT, _NUMBERS = 20, 44


class NamePainter(RowPainter[NameRow]):
    """▸ United States  U.S., Washington                12."""

    def measure(self, row: NameRow, width: int) -> int:
        return self.estimator(width)(row)

    def estimator(self, _width: int) -> Callable[[NameRow], int]:
        height = self.look.plain.line + 9
        return lambda _row: height

    def zones(self, row: NameRow, rect: QRect) -> Iterable[Zone]:
        if row.open is None:
            return ()
        return (Zone("fold", QRect(rect.left(), rect.top(), EDGE + _LEFT, rect.height())),)

    def draw(self, painter: QPainter, rect: QRect, row: NameRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = rect.adjusted(EDGE, 0, -EDGE, 0)
        if state.hovered or state.current:
            draw_box(painter, box, theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        if row.open is not None:
            centre = QPointF(box.left() + 11, box.center().y() + 1)
            draw_chevron(painter, centre, theme.muted, is_open=row.open)
        count = str(len(row.name.mentions))
        draw_text(painter, box.adjusted(0, 0, -8, 0), count, look.tiny, theme.muted, "right")
        line = box.adjusted(_LEFT, 0, -look.tiny.advance(count) - 16, 0)
        draw_text(painter, line, row.name.name, look.plain, theme.ink)
        line.setLeft(line.left() + look.plain.advance(row.name.name) + 8)
        if line.width() > 24:
            draw_text(painter, line, row.aliases, look.small, theme.muted)


class MentionPainter(RowPainter[MentionRow]):
    """¶7  …between the United States and Moscow…, with the name in bold and in sight."""

    def measure(self, _row: MentionRow, _width: int) -> int:
        return self.look.small.line + 7

    def draw(self, painter: QPainter, rect: QRect, row: MentionRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = rect.adjusted(EDGE + _LEFT - 6, 0, -EDGE, 0)
        if state.hovered or state.current:
            draw_box(painter, box, theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        numbers = max(_NUMBERS, look.tiny.advance(row.place) + 14)
        number = QRect(box.left() + 6, box.top(), numbers - 8, box.height())
        draw_text(painter, number, row.place, look.tiny, theme.muted)
        self._draw_snippet(painter, box.adjusted(numbers, 0, -8, 0), row)

    def _draw_snippet(self, painter: QPainter, line: QRect, row: MentionRow) -> None:
        """Draw the words around the name; what is before it gives way, so that it is always in sight."""
        look, theme = self.look, self.look.theme
        name = min(look.small_bold.advance(row.mention), line.width())
        before = look.small.elided_left(row.before, min(line.width() - name, line.width() * 2 // 5))
        painter.setFont(look.small.font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, before)
        line.setLeft(line.left() + look.small.advance(before))
        draw_text(painter, line, row.mention, look.small_bold, theme.ink)
        line.setLeft(line.left() + name)
        if line.width() > 12:
            draw_text(painter, line, row.after, look.small, theme.muted)
