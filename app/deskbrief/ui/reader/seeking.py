"""Bringing a place of the text on screen: far jumps, small steps, cells of tables that move sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from deskbrief.ui.reader.annotated import AnnotatedSurface
from deskbrief.ui.reader.choice import ABOVE_TALL
from deskbrief.ui.reader.setting import SetTable


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
