"""Gives text that is set already the formats of marks that came or went."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtGui import QTextCursor, QTextDocument

from deskbrief.document.spans import Span
from deskbrief.ui.reader.paged.page import Page

#: Stretches that are formatted in one go: Qt lays out all the text between the first and the last anew.
TOGETHER = 12


class Mender:
    """Formats stretches of a page again, those on screen at once and the others a few at a time."""

    def __init__(self, target: QTextDocument) -> None:
        """Work on the text of `target`."""
        self._target = target
        self.waiting: deque[Span] = deque()

    def clear(self) -> None:
        """Forget what is waiting."""
        self.waiting.clear()

    def add(self, page: Page, spans: Iterable[Span], seen: range) -> None:
        """Format `spans` where they lie in the pieces `seen`, and let `step` do the rest."""
        urgent: deque[Span] = deque()
        for span in spans:
            for index, part in page.parts(span):
                (urgent if index in seen else self.waiting).append(part)
        while urgent:
            self._format(page, urgent)

    def step(self, page: Page) -> bool:
        """Format a few of the stretches that wait; return whether there were any."""
        if not self.waiting:
            return False
        self._format(page, self.waiting)
        return True

    def _format(self, page: Page, spans: deque[Span]) -> None:
        cursor = QTextCursor(self._target)
        cursor.beginEditBlock()
        for _ in range(min(len(spans), TOGETHER)):
            page.reset(spans.popleft())
        cursor.endEditBlock()
