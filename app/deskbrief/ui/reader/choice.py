"""What the reader has selected, in offsets."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from deskbrief.document.model import Document
from deskbrief.document.spans import Span


class Choice(QObject):
    """From `anchor` to `head`, which is where the keyboard is; equal when nothing is selected."""

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.anchor = self.head = 0
        self._told: Span | None = None

    def span(self, document: Document) -> Span | None:
        """Return what is selected, without anything at its ends that is in no block's text."""
        low, high = sorted((self.anchor, self.head))
        if low == high:
            return None
        from deskbrief.ui.reader.stretches import clipped

        return clipped(document, Span(low, high))

    def put(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`."""
        self.anchor, self.head = anchor, head

    def tell(self, document: Document | None) -> None:
        """Emit `changed` when something else is selected than the last time."""
        span = None if document is None else self.span(document)
        if span != self._told:
            self._told = span
            self.changed.emit(span)
