"""Moving the text cursor by keys: letters, words, lines, screens and the ends of lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from deskbrief.document.model import Document
from deskbrief.ui.reader.flow import Flow
from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.stretches import stretches

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEVELS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_EDGES = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_SCREENS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

#: The widest empty room between two lines of a table, and by how many pixels it is crossed.
MOST_GAP, GAP_STEP = 120, 4


class Caret:
    """Where the text cursor goes; going up and down it keeps to the place across that it came from."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._across: float | None = None

    def forget(self) -> None:
        """Forget the place across."""
        self._across = None

    def handles(self, event: QKeyEvent) -> bool:
        """Tell whether a key moves the cursor."""
        return Qt.Key(event.key()) in {*_SIDES, *_LEVELS, *_EDGES, *_SCREENS}

    def moved(self, event: QKeyEvent, offset: int) -> int | None:
        """Return where a key takes the cursor from `offset`, or None when it is no key of the cursor."""
        sheet, key = self._flow.sheet, Qt.Key(event.key())
        if sheet is None or not sheet.pieces:
            return None
        if key in _LEVELS:
            return self._level(offset, _LEVELS[key])
        if key in _SCREENS:
            return self._screen(offset, _SCREENS[key])
        self._across = None
        words = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _SIDES:
            return self._side(sheet.document, offset, _SIDES[key], words=words)
        if key in _EDGES:
            return self._lines(offset).line_edge(offset, _EDGES[key])
        return None

    def _side(self, document: Document, offset: int, step: int, *, words: bool) -> int:
        lines = self._lines(offset)
        if self._flow_of(offset) and not words:
            step = -step
        move = lines.next_word if words else lines.next_letter
        found = move(offset, step)
        if found != offset and lines.start <= offset <= lines.end:
            return found
        return _beyond(document, offset, step)

    def _flow_of(self, offset: int) -> bool:
        """Tell whether the text at `offset` runs from right to left, where the left key goes on in it."""
        assert self._flow.heights is not None
        return self._flow.setting(self._flow.heights.piece_of(offset)).right_to_left

    def _lines(self, offset: int) -> Lines:
        assert self._flow.heights is not None
        return self._flow.setting(self._flow.heights.piece_of(offset)).part_of(offset).lines

    def _level(self, offset: int, step: int) -> int:
        line = self._flow.line(offset)
        edge = line.top - 1 if step < 0 else line.top + line.height + 1
        for away in range(0, MOST_GAP, GAP_STEP):
            found = self._at_height(offset, edge + step * away, step)
            if (self._flow.line(found).top - line.top) * step > 0:
                return found
        return offset

    def _screen(self, offset: int, step: int) -> int:
        line = self._flow.line(offset)
        return self._at_height(offset, line.top + step * self._flow.screen * 0.9, step)

    def _at_height(self, offset: int, y: float, step: int) -> int:
        """Return the offset at a height of the screen or beyond it, in the column that is kept to."""
        heights = self._flow.heights
        assert heights is not None
        assert self._flow.sheet is not None
        index = heights.piece_of(offset)
        setting, top = self._flow.setting(index), self._flow.line(offset).top
        top -= setting.line(offset).top
        if self._across is None:
            self._across = setting.x(offset)
        while y < top + setting.top - 1 and index > 0:
            index -= 1
            setting = self._flow.setting(index)
            top -= setting.height
            if step < 0 and y > top + setting.bottom:
                y = top + setting.bottom - 1
        while y > top + setting.bottom and index + 1 < len(self._flow.sheet.pieces):
            top += setting.height
            index += 1
            setting = self._flow.setting(index)
            if step > 0 and y < top + setting.top:
                y = top + setting.top + 1
        return setting.offset_at(self._across, y - top)


def _beyond(document: Document, offset: int, step: int) -> int:
    """Return where the next stretch of text begins after `offset`, or the one before ends."""
    index = document.block_index(offset)
    blocks = (
        document.blocks[index : index + 50] if step > 0 else document.blocks[max(index - 50, 0) : index + 1]
    )
    spans = [span for block in blocks for span in stretches(block) if len(span)]
    if step > 0:
        return next((span.start for span in spans if span.start > offset), offset)
    return next((span.end for span in reversed(spans) if span.end < offset), offset)
