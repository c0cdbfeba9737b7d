"""The reader's selection, kept in offsets, so that it outlives whatever is set in the view."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskbrief.ui.reader.choice import Choice
from deskbrief.ui.reader.paged.page import Page


class Selection(Choice):
    """The reader's selection, and how it is seen in a text view."""

    def __init__(self, view: QTextEdit) -> None:
        """Keep the selection of `view`."""
        super().__init__(view)
        self._view = view

    def take(self, page: Page) -> None:
        """Take over what the reader selected in the view."""
        cursor = self._view.textCursor()
        low, high = _ends(cursor)
        forward = cursor.position() >= cursor.anchor()
        self.head = page.offset(high if forward else low)
        anchor = page.offset(low if forward else high)
        held = page.span()
        kept = min(max(self.anchor, held.start), held.end)
        if not (cursor.hasSelection() and anchor == kept):
            self.anchor = anchor

    def show(self, page: Page) -> None:
        """Bring the view's cursor to where the selection is, as far as its text is set; scroll nowhere."""
        anchor, head = page.position(self.anchor), page.position(self.head)
        cursor = self._view.textCursor()
        if (cursor.anchor(), cursor.position()) == (anchor, head):
            return
        cursor.setPosition(anchor)
        cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        values = across.value(), down.value()
        self._view.setTextCursor(cursor)
        across.setValue(values[0])
        down.setValue(values[1])


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    """Return the positions at which a selection begins and ends.

    Over cells of a table, Qt's own are both at the beginning of a cell, and stand for a rectangle of cells;
    a span of text has no columns, so that over several rows it takes whole rows.
    """
    low, high = sorted((cursor.anchor(), cursor.position()))
    table = cursor.currentTable()
    if table is None or not cursor.hasComplexSelection():
        return low, high
    first, last = table.cellAt(low), table.cellAt(high)
    if first.row() != last.row():
        first, last = table.cellAt(first.row(), 0), table.cellAt(last.row(), table.columns() - 1)
    return first.firstPosition(), last.lastPosition()
