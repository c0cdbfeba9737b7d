"""The surface of the reading view: what of a document is on screen, where that is, and scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.canvas import Canvas
from deskbrief.ui.reader.choice import reading_line
from deskbrief.ui.reader.flow import Flow, Seen
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.pictures import Pictures
from deskbrief.ui.reader.scene import Scene
from deskbrief.ui.reader.setting import SetTable
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Line

if TYPE_CHECKING:
    from deskbrief.ui.reader.hyphens import Breaks, Hyphens

#: Empty room above a line that was asked for.
ABOVE = 8
#: Lines that stay on screen when the text moves on by a whole one.
KEPT = 2
#: Milliseconds after which a new place is told.
CALM_MS = 60


class Surface(Canvas):
    """Shows one document in a measured column, with a scroll bar for all of it.

    `moved` is emitted when the text has moved on screen, `rescaled` when heights have become better known.
    """

    #: The offset that `current` returns, told when the text has come to rest.
    place_changed = Signal(int)
    filled = Signal()
    first_screen = Signal()
    moved = Signal()
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A place that was asked for, and where on the screen it was put, until the reader moves on.
        self._pinned: int | None = 0
        self._pinned_at = float(ABOVE)
        self._told_place = -1
        self._landed: int | None = None
        self._told = True
        self._hyphens: Hyphens | None = None
        self._flow = Flow(self)
        self._lights = Lights(self, self.viewport().update)
        self._scene = Scene(self._flow, self._gutter, self._lights)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._flow.rescaled.connect(self._on_rescaled)
        self._flow.settled.connect(self._on_settled)
        self._calm.timeout.connect(self._tell_place)
        self.pictures.arrived.connect(self.viewport().update)
        self.scroller.valueChanged.connect(self._on_scroller)

    @property
    def pictures(self) -> Pictures:
        """The pictures of the document on show."""
        return self._gutter.pictures

    @property
    def busy(self) -> bool:
        """Whether text around the screen is still being laid out."""
        return self._flow.busy

    def shown_document(self) -> Document | None:
        """Return the document on show."""
        return None if self._flow.sheet is None else self._flow.sheet.document

    def place(self) -> int:
        """Return the offset of the first line on screen that can be read."""
        if self._pinned is not None or self._flow.sheet is None:
            return self._pinned or 0
        return self._offset_at(QPointF(self._gutter.left + 1, self._styles.line * 0.6))

    def current(self) -> int:
        """Return the offset that counts as where the reader is: what was jumped to, else the reading line."""
        if self._landed is not None or self._flow.sheet is None:
            return self._landed or 0
        screen, above = float(self._flow.screen), max(self._flow.y, 0.0)
        below = max(self._flow.total - self._flow.y - screen, 0.0)
        line = reading_line(screen, above, below)
        return self._offset_at(QPointF(self._gutter.left + 1, line + self._styles.line * 0.6))

    def visible(self) -> Span:
        """Return the stretch of the text that is on screen, in whole blocks."""
        return self._scene.visible()

    def share_of(self, offset: int) -> float:
        """Return how far down the document `offset` is, from 0 to 1."""
        heights = self._flow.heights
        return 0.0 if heights is None else min(heights.y_of(offset) / max(heights.total, 1.0), 1.0)

    def offset_of(self, share: float) -> int:
        """Return about which offset is as far down the document as `share` says, from 0 to 1."""
        heights = self._flow.heights
        return 0 if heights is None else heights.offset_at(share * heights.total)

    def offsets_of(self, shares: Sequence[float]) -> list[int]:
        """Return `offset_of` each of `shares`, which must ascend."""
        heights = self._flow.heights
        if heights is None:
            return [0] * len(shares)
        total = heights.total
        return list(heights.offsets_at(share * total for share in shares))

    def caret_area(self, offset: int) -> QRectF | None:
        """Return where a cursor stands before `offset`, in pixels of the viewport, if on screen."""
        return self._scene.caret_area(offset)

    def scroll_by(self, pixels: float) -> None:
        """Move on in the text, or back when negative."""
        self._scroll_to(self._flow.y + pixels)

    def page_by(self, steps: int) -> None:
        """Move on by screens, less two lines that stay to read on from."""
        self.scroll_by(steps * max(self._flow.screen - KEPT * self._styles.line, self._styles.line))

    def move_table(self, index: int, by: float) -> None:
        """Move the wide table that the piece with this index belongs to sideways."""
        sheet = self._flow.sheet
        setting = self._flow.setting(index)
        if sheet is None or not isinstance(setting, SetTable):
            return
        block = sheet.pieces[index].block
        most = self._scene.most_across(setting)
        self._flow.across[block] = min(max(setting.across + by, 0.0), most)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)
        self._flow.screen = max(self.viewport().height(), 1)
        if self._styles.column != self._fit.column:
            self._set_anew(same_heights=False)
        else:
            self._place_column()
            self._flow.refit()
            self._on_moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._scene.draw(painter, event.rect())
            self._draw_over(painter)
        finally:
            painter.end()  # Qt crashes when a painter outlives what it draws on

    def _draw_over(self, painter: QPainter) -> None:
        """Draw what lies above everything else; nothing unless a subclass knows of something."""

    def _show(self, sheet: Sheet | None, at: int) -> None:
        self._scene.clear()
        self._told_place = -1
        self._landed = None
        self._told = sheet is None
        self._gutter.pictures.document = sheet.document.sha256 if sheet else ""
        self._flow.breaks = self._breaks(None if sheet is None else sheet.document)
        self._flow.open(sheet, self._styles)
        self._set_from(at)
        if sheet is not None:
            self.first_screen.emit()

    def _set_anew(self, *, same_heights: bool) -> None:
        place = self.place()
        top = self._pinned_at
        if self._pinned is None and self._has_text():
            top = self._flow.line(place).top
        self._dress()
        self._flow.breaks = self._breaks(self.shown_document())
        self._flow.dress(self._styles, same_heights=same_heights)
        if self._flow.sheet is None or same_heights:
            self._flow.refit()
            self.viewport().update()
        elif self._has_text():
            self._set_from(place, top)

    def _breaks(self, document: Document | None) -> Breaks | None:
        """Return where words may be parted, if that was chosen and is known; else it is set anew later."""
        typography = self._typography
        if document is None or not (typography.justify and typography.hyphenate):
            return None
        if self._hyphens is None:
            from deskbrief.ui.reader.hyphens import Hyphens

            self._hyphens = Hyphens(self)
            self._hyphens.ready.connect(self._on_breaks)
        return self._hyphens.breaks(document)

    def _on_breaks(self) -> None:
        self._set_anew(same_heights=False)

    def _set_from(self, offset: int, above: float = ABOVE) -> None:
        self._flow.show(offset, above)
        self._pinned, self._pinned_at, self._landed = offset, above, None
        self._on_moved()

    def _on_moved(self, by: int | None = None) -> None:
        """Draw the text where it is now; `by` says how far down the picture has moved, if that is all."""
        self._sync_scroller()
        if by is None:
            self.viewport().update()
        elif self._scene.bars():
            self.viewport().update()  # bars of tables may stand still
        elif by:
            self.viewport().scroll(0, by)
        self._calm.start()
        self.moved.emit()

    def _on_rescaled(self) -> None:
        self._sync_scroller()
        self.rescaled.emit()

    def _on_settled(self) -> None:
        if not self._told:
            self._told = True
            self.filled.emit()

    def _on_scroller(self, value: int) -> None:
        self._scroll_to(value)

    def _scroll_to(self, y: float) -> None:
        before = self._flow.seen()
        self._flow.scroll(min(max(round(y), 0), self._flow.last))
        moved = _moved(before, self._flow.seen())
        if moved or moved is None:
            self._pinned = self._landed = None
        self._on_moved(moved)

    def _sync_scroller(self) -> None:
        self._show_range(self._flow.y, self._flow.last, self._flow.screen)

    def _tell_place(self) -> None:
        place = self.current()
        if place != self._told_place and self._flow.sheet is not None:
            self._told_place = place
            self.place_changed.emit(place)

    def _has_text(self) -> bool:
        return self._flow.sheet is not None and bool(self._flow.sheet.pieces)

    def _offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        piece = self._flow.at(point.y())
        if piece is None:
            return 0
        return piece.setting.offset_at(point.x() - self._gutter.left, point.y() - piece.y)

    def _letter_at(self, point: QPointF) -> int | None:
        """Return the offset of the letter under a point of the viewport, or None."""
        piece = self._flow.at(point.y())
        if piece is None:
            return None
        return piece.setting.letter_at(point.x() - self._gutter.left, point.y() - piece.y)

    def _line(self, offset: int) -> Line:
        """Return the line of an offset, counted from the top of the viewport."""
        return self._flow.line(offset)


def _moved(before: Sequence[Seen], after: Sequence[Seen]) -> int | None:
    """Return how far down pieces have moved that were on screen before; None when none of them still is."""
    now = {piece.piece: piece.y for piece in after}
    return next((round(now[piece.piece] - piece.y) for piece in before if piece.piece in now), None)
