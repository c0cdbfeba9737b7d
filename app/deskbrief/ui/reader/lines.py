"""A stretch of a document's text broken into lines: where its letters are, and drawing them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from deskbrief.ui.fonts import provide_emoji
from deskbrief.ui.reader.offsets import Counts, has_backward, has_emoji, parted, shown
from deskbrief.ui.reader.values import Line


class Lines:
    """Text `[start, end)` set in lines one below the other, counted from its own top left corner.

    `height` is that of all lines. "Position" is Qt's, in UTF-16 code units; "offset" is a place in the
    document's text, in code points.
    """

    __slots__ = ("_bottoms", "_counts", "_mixed", "_tops", "end", "height", "layout", "start")

    def __init__(
        self,
        start: int,
        text: str,
        font: QFont,
        option: QTextOption,
        formats: Sequence[QTextLayout.FormatRange],
        breaks: Sequence[int] = (),
    ) -> None:
        """Take `text`, which begins at the offset `start`, in `font` but for `formats`.

        It may be parted, with a hyphen, before each code point whose index is in `breaks`. Positions, and so
        `formats`, count the soft hyphens that are put in for that.
        """
        self.start, self.end = start, start + len(text)
        visible = shown(text)
        self._counts = Counts(visible, breaks)
        self._mixed = has_backward(text)
        if has_emoji(text):
            provide_emoji()
        self.layout = QTextLayout(parted(visible, breaks), font)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        if formats:
            self.layout.setFormats(formats)
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        self.height = 0.0

    def break_at(self, width: float, pitch: int, rise: float) -> None:
        """Break the text into lines of `width`, `pitch` apart; letters stand `rise` below a line's top.

        A line that needs more room than `pitch` gets it.
        """
        tops, bottoms, y = self._tops, self._bottoms, 0.0
        layout = self.layout
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            above = rise - line.ascent()
            lift = max(-above, 0.0)
            line.setPosition(QPointF(0.0, y + lift + above))
            tops.append(y)
            y += max(pitch, round(lift + above + line.height()))
            bottoms.append(y)
        layout.endLayout()
        self.height = y

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        clip: QRectF,
        colours: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Draw the lines that touch `clip`, with the top left corner at `at`."""
        self.layout.draw(painter, at, colours, clip)

    def position(self, offset: int) -> int:
        """Return the position of `offset`, which must be in this text or at its end."""
        inside = min(max(offset, self.start), self.end) - self.start
        return self._counts.units(inside)

    def offset(self, position: int) -> int:
        """Return the offset of a position."""
        return self.start + min(self._counts.points(position), self.end - self.start)

    def line(self, offset: int) -> Line:
        """Return the line on which `offset` stands."""
        number = self._number(self.position(offset))
        line = self.layout.lineAt(number)
        top = self._tops[number]
        return Line(top, self._bottoms[number] - top, line.y() + line.ascent())

    def x(self, offset: int) -> float:
        """Return where the letter at `offset` begins."""
        position = self.position(offset)
        return _x(self.layout.lineAt(self._number(position)), position)

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset nearest to a point."""
        number = min(max(bisect_right(self._tops, y) - 1, 0), len(self._tops) - 1)
        line = self.layout.lineAt(number)
        offset, end = self.offset(line.xToCursor(x)), line.textStart() + line.textLength()
        if number + 1 < len(self._tops) and end > 0 and offset >= self.offset(end):
            # Behind the last letter of a line that goes on below, and not before the first of the next.
            return self._before(end)
        return offset

    def letter_at(self, x: float, y: float) -> int | None:
        """Return the offset of the letter under a point, or None where there is none."""
        if not 0 <= y < self.height:
            return None
        line = self.layout.lineAt(min(bisect_right(self._tops, y) - 1, len(self._tops) - 1))
        area = line.naturalTextRect()
        if not area.left() <= x <= area.right():
            return None
        position = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return self.offset(position) if self.offset(position) < self.end else None

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the offsets at which the lines between two heights begin and end."""
        last = len(self._tops) - 1
        low = self.layout.lineAt(min(max(bisect_right(self._tops, top) - 1, 0), last))
        high = self.layout.lineAt(min(max(bisect_right(self._tops, bottom) - 1, 0), last))
        return self.offset(low.textStart()), self.offset(high.textStart() + high.textLength())

    def rects(self, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
        """Yield where `[start, end)` stands, a rectangle with its base line for each line or run."""
        low, high = self.position(start), self.position(end)
        for number in self._numbers(low, high):
            line = self.layout.lineAt(number)
            first = line.textStart()
            left, right = max(low, first), min(high, first + line.textLength())
            top, bottom = self._tops[number], self._bottoms[number]
            for one, other in self._extents(line, left, right):
                yield QRectF(one, top, other - one, bottom - top), line.y() + line.ascent()

    def next_letter(self, offset: int, step: int) -> int:
        """Return the offset one letter on or back, which may be several code points away."""
        if step < 0:
            return self._before(self.position(offset))
        return self.offset(self.layout.nextCursorPosition(self.position(offset)))

    def next_word(self, offset: int, step: int) -> int:
        """Return the offset at which the next word begins, or the one before."""
        position, mode = self.position(offset), QTextLayout.CursorMode.SkipWords
        move = self.layout.nextCursorPosition if step > 0 else self.layout.previousCursorPosition
        return self.offset(move(position, mode))

    def line_edge(self, offset: int, step: int) -> int:
        """Return the offset at which the line of `offset` ends, or begins when `step` is negative."""
        line = self.layout.lineAt(self._number(self.position(offset)))
        last = line.textStart() + line.textLength()
        if step > 0 and last < len(self.layout.text()):
            return self._before(last)
        return self.offset(last if step > 0 else line.textStart())

    def _before(self, position: int) -> int:
        """Return the offset one letter before a position; hyphens that were put in are no letters."""
        offset, at = self.offset(position), position
        while at > 0 and self.offset(at) == offset:
            at = self.layout.previousCursorPosition(at)
        return self.offset(at)

    def _extents(self, line: QTextLine, left: int, right: int) -> Iterator[tuple[float, float]]:
        if left >= right:
            return
        if self._mixed:
            # Letters that follow one another in the text may stand in several places of the line.
            for run in line.glyphRuns(left, right - left):
                area = run.boundingRect()
                yield area.left(), area.right()
            return
        # Without the space at the end of a line, and with the hyphen there.
        edge = line.naturalTextRect().right()
        ends = right >= line.textStart() + line.textLength()
        yield _x(line, left), edge if ends else min(_x(line, right), edge)

    def _numbers(self, low: int, high: int) -> range:
        return range(self._number(low), self._number(max(high - 1, low)) + 1)

    def _number(self, position: int) -> int:
        line = self.layout.lineForTextPosition(position)
        return min(line.lineNumber(), len(self._tops) - 1) if line.isValid() else max(len(self._tops) - 1, 0)


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0])  # type: ignore[index]
