"""Painters of sections and of the heads of parts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from deskbrief.ui.models.look import EDGE, Look, draw_box, draw_chevron, draw_focus, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.outline.rows import Here, SectionRow, SubgroupRow

_INDENT = 14


class SubgroupPainter(RowPainter[SubgroupRow]):
    """▾ The United States 6."""

    def measure(self, _row: SubgroupRow, _width: int) -> int:
        return self.look.small.line + 12

    def draw(self, painter: QPainter, rect: QRect, row: SubgroupRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        line = rect.adjusted(EDGE, 5, -EDGE, -3)
        if state.focused:
            draw_focus(painter, line.adjusted(0, -2, 0, 2), look)
        centre = QPointF(line.left() + 8, line.center().y() + 1)
        draw_chevron(painter, centre, theme.muted, is_open=bool(row.open))
        count = look.small.advance(f"  {row.count}")
        title = line.adjusted(18, 0, -count, 0)
        draw_text(painter, title, row.title, look.small_bold, theme.muted)
        after = min(look.small_bold.advance(row.title), title.width()) + 18
        draw_text(painter, line.adjusted(after, 0, 0, 0), f"  {row.count}", look.small, theme.muted)


class SectionPainter(RowPainter[SectionRow]):
    """A section with its paragraphs; the one that is being read is highlighted."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here

    def measure(self, _row: SectionRow, _width: int) -> int:
        return section_height(self.look)

    def zones(self, row: SectionRow, rect: QRect) -> Iterable[Zone]:
        if not row.has_children:
            return ()
        return (Zone("fold", QRect(rect.left(), rect.top(), self._left(row) + 2, rect.height())),)

    def draw(self, painter: QPainter, rect: QRect, row: SectionRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = rect.adjusted(EDGE, 0, -EDGE, 0)
        is_here = row.key == self._here.key
        if is_here or state.hovered:
            draw_box(painter, box, theme.selected if is_here else theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        if row.has_children:
            centre = QPointF(self._left(row) - 7, box.center().y() + 1)
            draw_chevron(painter, centre, theme.muted, is_open=bool(row.open))
        number = look.tiny_bold if is_here else look.tiny
        right = box.adjusted(0, 0, -8, 0)
        draw_text(painter, right, row.paragraphs, number, theme.muted, "right")
        left = box.adjusted(self._left(row) - EDGE, 0, -number.advance(row.paragraphs) - 16, 0)
        draw_text(painter, left, row.title, look.bold if is_here else look.plain, theme.ink)

    def _left(self, row: SectionRow) -> int:
        return EDGE + 12 + _INDENT * min(row.depth, 8)


def section_height(look: Look) -> int:
    """Return the height of the row of a section."""
    return look.plain.line + 9
