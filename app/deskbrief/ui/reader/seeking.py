"""Bringing a place of the text on screen: far jumps, small steps, cells of tables that move sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from deskbrief.document.spans import Span
from deskbrief.ui.reader.annotated import AnnotatedSurface
from deskbrief.ui.reader.setting import SetTable
from deskbrief.ui.reader.surface import LANDING

#: How far below the edge a passage is put that is too tall for that, in pixels.
ABOVE_TALL = 24


class SeekingSurface(AnnotatedSurface):
    """Finds the least movement that shows what was asked for."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        piece = self._flow.at(event.position().y())
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sideways = turned.y() if shifted and not turned.x() else turned.x()
        table = piece is not None and isinstance(piece.setting, SetTable) and self._is_wide(piece.setting)
        if piece is not None and table and (shifted or abs(sideways) > abs(turned.y())):
            self.move_table(piece.piece, -sideways)
            event.accept()
            return
        super().wheelEvent(event)

    def _is_wide(self, setting: SetTable) -> bool:
        return self._scene.most_across(setting) > 0

    def _reveal(self, span: Span) -> None:
        """Bring the beginning of `span` on screen; move nothing when all of it is well in sight."""
        screen, room = self.viewport().height(), self._room_above(span.start)
        self._reveal_across(span.start)
        if self._flow.seen_of(span.start) is None:
            self._set_from(span.start, max(round(screen * LANDING), room + ABOVE_TALL))
            self._pinned = None
            return
        line = self._line(span.start)
        last = self._line(span.end) if self._flow.seen_of(span.end) is not None else line
        if line.top >= room and last.top + last.height <= screen * 0.92:
            return
        tall = last.top - line.top + room > screen * (1 - LANDING)
        self.scroll_by(line.top - room - (ABOVE_TALL if tall else screen * LANDING))

    def _reveal_across(self, offset: int) -> None:
        """Move a wide table so that the cell of `offset` can be seen."""
        assert self._flow.heights is not None
        index = self._flow.heights.piece_of(offset)
        setting = self._flow.setting(index)
        if isinstance(setting, SetTable):
            left, right = setting.sides_of(offset)
            column = self.column()
            wide = column[1] - column[0]
            if left < setting.across or right > setting.across + wide:
                self.move_table(index, left - setting.across - max(wide - (right - left), 0) / 2)

    def _keep_in_sight(self, offset: int) -> None:
        """Scroll as little as is needed to see the line of `offset`."""
        self._reveal_across(offset)
        line, screen = self._line(offset), self.viewport().height()
        if line.top < 0:
            self.scroll_by(line.top - ABOVE_TALL)
        elif line.top + line.height > screen:
            self.scroll_by(line.top + line.height - screen + ABOVE_TALL)

    def _room_above(self, offset: int) -> int:
        """Return how high the picture is that belongs to the line at `offset`; 0 for other lines."""
        document = self.shown_document()
        if document is None or not document.blocks:
            return 0
        return self._styles.figure_room(document.block_at(offset))

    def _is_in_sight(self, offset: int) -> bool:
        if self._flow.seen_of(offset) is None:
            return False
        line = self._line(offset)
        return line.top + line.height > 0 and line.top < self.viewport().height()
