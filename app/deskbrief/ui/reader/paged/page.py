"""The stretch of a document that a QTextDocument holds at the moment, and the way between the two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat

from deskbrief.document.spans import Span
from deskbrief.ui.reader.offsets import points, units
from deskbrief.ui.reader.paged.typesetter import Slot, Stretch, Typesetter
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.values import Line

#: Code points that are set in one go before the clock is looked at again.
BATCH = 3_000


class Page:
    """Pieces `[first, last)` of a sheet, set one below the other in `target`.

    The text ends with an empty block that belongs to no piece. "Position" is a QTextDocument's, in
    UTF-16 code units; "offset" is a place in the document's text, in code points.
    """

    def __init__(
        self, target: QTextDocument, sheet: Sheet, styles: Styles, margins: QTextFrameFormat
    ) -> None:
        """Empty `target` and set pieces of `sheet` into it from now on."""
        self._target = target
        self._sheet = sheet
        self._styles = styles
        self._typesetter = Typesetter(target, sheet, styles)
        self._slots: list[Slot] = []
        self._positions: list[int] = []
        self.first = self.last = 0
        self._clear(margins)

    def begin(self, index: int) -> None:
        """Say which piece is set first; the page must be empty."""
        self.first = self.last = index

    @property
    def whole(self) -> bool:
        """Whether every piece of the sheet is set."""
        return self.first == 0 and self.last == len(self._sheet.pieces)

    def add_below(self) -> bool:
        """Set a few more pieces below; return whether there were any."""
        upto = self._batch(self.last, 1)
        if upto == self.last:
            return False
        self._insert(range(self.last, upto), self._target.characterCount() - 1, len(self._slots))
        self.last = upto
        return True

    def add_above(self) -> bool:
        """Set a few more pieces above; return whether there were any."""
        start = self._batch(self.first, -1)
        if start == self.first:
            return False
        self._insert(range(start, self.first), 0, 0)
        self.first = start
        return True

    def drop_above(self, upto: int) -> None:
        """Take out the pieces before the one with index `upto`."""
        self._remove(0, upto - self.first)
        self.first = upto

    def drop_below(self, start: int) -> None:
        """Take out the piece with index `start` and all after it."""
        self._remove(start - self.first, len(self._slots))
        self.last = start

    def position(self, offset: int) -> int:
        """Return the position of `offset`; of the nearest text before it when it stands in no block."""
        if not self._slots:
            return 0
        number = self._slot_of(offset)
        slot = self._slots[number]
        stretch = slot.stretches[max(bisect_right(slot.stretches, offset, key=_start) - 1, 0)]
        at = min(max(offset, stretch.start), stretch.end)
        return self._starts()[number] + stretch.at + units(self._text(stretch.start, at))

    def offset(self, position: int) -> int:
        """Return the offset that stands at `position`; the nearest one where there is no text."""
        if not self._slots:
            return 0
        number = min(bisect_right(self._starts(), position) - 1, len(self._slots) - 1)
        inside = position - self._starts()[number]
        stretches = self._slots[number].stretches
        stretch = stretches[max(bisect_right(stretches, inside, key=_at) - 1, 0)]
        return stretch.start + points(self._text(stretch.start, stretch.end), max(inside - stretch.at, 0))

    def span(self) -> Span:
        """Return the stretch of the text that is set."""
        if not self._slots:
            return Span(0, 0)
        return Span(self._sheet.pieces[self.first].start, self._sheet.pieces[self.last - 1].end)

    def holds(self, offset: int) -> bool:
        """Tell whether the piece that `offset` belongs to is set."""
        return bool(self._slots) and self.span().start <= offset <= self.span().end

    def cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that selects as much of `span` as is set."""
        cursor = QTextCursor(self._target)
        cursor.setPosition(self.position(span.start))
        cursor.setPosition(self.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def top(self, index: int) -> float:
        """Return how far down the text of the piece with this index begins; `last` asks for the end."""
        return self.rect(index).y()

    def rect(self, index: int) -> QRectF:
        """Return the rectangle of the first text block of the piece with this index."""
        position = self._starts()[index - self.first]
        return self._target.documentLayout().blockBoundingRect(self._target.findBlock(position))

    def right_to_left(self, index: int) -> bool:
        """Tell whether the text of the piece with this index runs from right to left."""
        block = self._target.findBlock(self._starts()[index - self.first])
        return block.textDirection() is Qt.LayoutDirection.RightToLeft

    def heights(self, first: int, last: int) -> list[float]:
        """Return the heights of the pieces `[first, last)`, from the top of each to that of the next."""
        tops = [self.top(index) for index in range(first, last + 1)]
        return [low - high for high, low in pairwise(tops)]

    def parts(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Yield the pieces that are set and share text with `span`, as index and common stretch."""
        held = self.span()
        if span.end <= held.start or span.start >= held.end:
            return
        low, high = self._slot_of(span.start), self._slot_of(max(span.end - 1, span.start))
        for index in range(self.first + low, self.first + high + 1):
            piece = self._sheet.pieces[index]
            yield index, Span(max(span.start, piece.start), min(span.end, piece.end))

    def reset(self, span: Span) -> None:
        """Give the part of `span` that is set the formats that the sheet now asks for."""
        if not self._slots:
            return
        low, high = self._slot_of(span.start), self._slot_of(max(span.end - 1, span.start))
        for number in range(low, high + 1):
            slot = self._slots[number]
            for stretch in slot.stretches:
                start, end = max(stretch.start, span.start), min(stretch.end, span.end)
                if start < end:
                    block = self._sheet.block(slot.piece)
                    self._typesetter.reset(self._starts()[number], stretch, block, start, end)

    def line(self, offset: int) -> Line:
        """Return the line of text on which `offset` stands."""
        position = self.position(offset)
        block = self._target.findBlock(position)
        rect = self._target.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return Line(rect.y(), rect.height(), rect.bottom())
        return Line(rect.y() + line.y(), line.height(), rect.y() + line.y() + line.ascent())

    def _insert(self, indexes: range, position: int, at: int) -> None:
        cursor = QTextCursor(self._target)
        cursor.beginEditBlock()
        added: list[Slot] = []
        for index in indexes:
            added.append(self._typesetter.insert(position, index))
            position += added[-1].length
        self._slots[at:at] = added
        self._positions = []
        cursor.endEditBlock()

    def _remove(self, low: int, high: int) -> None:
        if low >= high:
            return
        starts = self._starts()
        cursor = QTextCursor(self._target)
        cursor.setPosition(starts[high])
        kept = cursor.blockFormat(), cursor.blockCharFormat()
        cursor.setPosition(starts[low], QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept[0])
        cursor.setBlockCharFormat(kept[1])
        del self._slots[low:high]
        self._positions = []
        cursor.endEditBlock()

    def _clear(self, margins: QTextFrameFormat) -> None:
        self._target.clear()
        self._target.rootFrame().setFrameFormat(margins)
        self._target.setIndentWidth(self._styles.indent)
        cursor = QTextCursor(self._target)
        cursor.setBlockFormat(self._styles.carrier(self._styles.line))
        cursor.setBlockCharFormat(self._styles.speck())

    def _batch(self, edge: int, step: int) -> int:
        """Return how far the next batch from `edge` goes: up to some code points, at least one piece."""
        pieces, points_left = self._sheet.pieces, BATCH
        while points_left > 0 and (edge < len(pieces) if step > 0 else edge > 0):
            piece = pieces[edge if step > 0 else edge - 1]
            points_left -= piece.end - piece.start + 100
            edge += step
        return edge

    def _slot_of(self, offset: int) -> int:
        return max(bisect_right(self._slots, offset, key=self._slot_start) - 1, 0)

    def _slot_start(self, slot: Slot) -> int:
        return self._sheet.pieces[slot.piece].start

    def _starts(self) -> list[int]:
        """Return the position of each slot, and of the empty block after the last."""
        if not self._positions:
            self._positions = list(accumulate((slot.length for slot in self._slots), initial=0))
        return self._positions

    def _text(self, start: int, end: int) -> str:
        return self._sheet.document.text[start:end]


def _start(stretch: Stretch) -> int:
    return stretch.start


def _at(stretch: Stretch) -> int:
    return stretch.at
