"""Paragraph numbers by offset, found by bisection; a panel asks for thousands of them at once."""

from __future__ import annotations

from bisect import bisect_right

from deskbrief.document.model import Document


class Places:
    """The paragraph numbers of one document."""

    def __init__(self, document: Document) -> None:
        self._starts = [block.start for block in document.blocks]
        self._before: list[int] = []
        last = 0
        for block in document.blocks:
            last = block.paragraph or last
            self._before.append(last)
        self._last = last

    def paragraph(self, offset: int) -> int:
        """Return the ¶ number at `offset`, for a heading that of the numbered block after it; 0 for none."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return min(self._last, 1)
        number = self._before[index]
        is_heading = number == (self._before[index - 1] if index else 0)
        return min(number + 1, self._last) if is_heading else number

    def paragraph_before(self, offset: int) -> int:
        """Return the last ¶ number that begins before `offset`, 0 when there is none."""
        index = bisect_right(self._starts, offset - 1) - 1
        return self._before[index] if index >= 0 else 0
