"""The reader's selection, kept in offsets, so that it outlives whatever is set in the view."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.page import Page
from deskbrief.ui.reader.stretches import clipped


class Selection(QObject):
    """From `anchor` to `head`, which is where the keyboard is; equal when nothing is selected."""

    changed = Signal(object)

    def __init__(self, view: QTextEdit) -> None:
        """Keep the selection of `view`."""
        super().__init__(view)
        self._view = view
        self.anchor = self.head = 0
        self._told: Span | None = None

    def span(self, document: Document) -> Span | None:
        """Return what is selected, without anything at its ends that is in no block's text."""
        low, high = sorted((self.anchor, self.head))
        return clipped(document, Span(low, high)) if low < high else None

    def put(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`; `show` brings it on screen."""
        self.anchor, self.head = anchor, head

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

    def tell(self, document: Document | None) -> None:
        """Emit `changed` when something else is selected than the last time."""
        span = None if document is None else self.span(document)
        if span != self._told:
            self._told = span
            self.changed.emit(span)


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
