"""Keeps the text around the reading place set, a slice at a time, and the place where it is meanwhile."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

from deskbrief.ui.reader.page import Page
from deskbrief.ui.reader.scale import Scale
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles

#: Seconds that one slice may take.
SLICE = 0.006
#: Pixels of text that are kept ready above and below the screen, and how many are too many.
READY, PLENTY = 24_000, 40_000
#: The most pieces that are taken out in one slice.
MOST_DROPPED = 80


class Feed(QObject):
    """Sets pieces into a text view as reading goes on.

    A document that is no longer than a few dozen screens ends up in the view as a whole. Of a longer one
    the view holds the stretch around the reading place, because a QTextDocument takes longer for each
    change the more it holds. Heights in `y` count from the top of the whole document, and are estimates
    where nothing has been set yet.
    """

    filled = Signal()
    changed = Signal()

    def __init__(self, view: QTextEdit) -> None:
        """Feed `view`, whose own vertical bar scrolls what is set."""
        super().__init__(view)
        self._view = view
        self._bar = view.verticalScrollBar()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._told = True
        self.busy = False
        self.sheet: Sheet | None = None
        self.page: Page | None = None
        self.scale = Scale((), [])

    def open(self, sheet: Sheet | None, styles: Styles) -> None:
        """Take `sheet`, to be set in `styles`; nothing is shown before `show`."""
        self._timer.stop()
        self.sheet, self.page, self._styles = sheet, None, styles
        self._told = False
        if sheet is None:
            self._view.document().clear()
            self.scale = Scale((), [])
            return
        kinds = [styles.estimate(block) for block in sheet.document.blocks]
        heights = [
            kinds[piece.block][0] + (piece.end - piece.start) * kinds[piece.block][1]
            for piece in sheet.pieces
        ]
        self.scale = Scale(sheet.pieces, heights)

    def show(self, offset: int, margins: QTextFrameFormat, above: int) -> None:
        """Set a screen of text with the line of `offset` `above` pixels below its top; the rest follows."""
        if self.sheet is None:
            return
        self.busy = True
        self.page = Page(self._view.document(), self.sheet, self._styles, margins)
        self.page.begin(self.scale.piece_of(offset))
        self._fill_screen(self.page, offset, above)
        self._bar.setValue(round(self.page.line(offset).top) - above)
        self.busy = False
        self._told = False
        self._timer.start()
        self.changed.emit()

    @property
    def y(self) -> float:
        """How far down the document the top of the screen is."""
        return self._bar.value() + self._beyond()

    @property
    def total(self) -> float:
        """The height of the whole document."""
        if self.page is None:
            return 0.0
        rest = self._view.document().size().height() - self.page.top(self.page.last)
        return self.scale.total + rest + self._lead()

    def reaches(self, y: float) -> bool:
        """Tell whether the screen can be scrolled to `y` with what is set now."""
        if self.page is None or self.sheet is None:
            return False
        value = y - self._beyond()
        low = value >= 0 or self.page.first == 0
        return low and (value <= self._bar.maximum() or self.page.last == len(self.sheet.pieces))

    def scroll(self, y: float) -> None:
        """Scroll the screen to `y`, as far as what is set allows."""
        self._bar.setValue(round(y - self._beyond()))

    def offset_at(self, y: float) -> int:
        """Return about which offset is at height `y`."""
        return self.scale.offset_at(y - self._lead())

    def refill(self) -> None:
        """See to it that there is text ahead; called whenever the screen has moved."""
        if self.page is None or self.busy:
            return
        above, below = self._runways(self.page)
        if min(above, below) < self._view.viewport().height() // 2:
            self._grow(self.page)
        if min(above, below) < READY // 2 or max(above, below) > PLENTY:
            self._timer.start()

    def _work(self) -> None:
        if self.page is None:
            self._timer.stop()
            return
        until = monotonic() + SLICE
        while monotonic() < until:
            if not self._grow(self.page) and not self._drop(self.page):
                self._timer.stop()
                self._tell()
                return

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.filled.emit()

    def _fill_screen(self, page: Page, offset: int, above: int) -> None:
        screen = self._view.viewport().height()
        self._measured(page, page.first, page.last) if page.add_below() else None
        while page.top(page.last) - page.line(offset).top < screen - above and page.add_below():
            pass
        while (page.line(offset).top < above or page.top(page.last) < screen) and page.add_above():
            pass
        self._measured(page, page.first, page.last)

    def _grow(self, page: Page) -> bool:
        """Set more text on the side that has less of it ahead; return whether there was a need."""
        above, below = self._runways(page)
        if below <= above:
            return (below < READY and self._below(page)) or (above < READY and self._above(page))
        return (above < READY and self._above(page)) or (below < READY and self._below(page))

    def _below(self, page: Page) -> bool:
        before = page.last
        if not page.add_below():
            return False
        self._measured(page, max(before - 1, page.first), page.last)
        self.changed.emit()
        return True

    def _above(self, page: Page) -> bool:
        before = page.first
        top = page.top(before)
        self.busy = True
        if more := page.add_above():
            self._bar.setValue(self._bar.value() + round(page.top(before) - top))
            self._measured(page, page.first, before)
        self.busy = False
        if more:
            self.changed.emit()
        return more

    def _drop(self, page: Page) -> bool:
        """Take out text that is far from the screen; return whether there was any."""
        above, below = self._runways(page)
        top = self.y - self._lead()
        if above > PLENTY:
            keep = min(self.scale.piece_at(top - READY), page.first + MOST_DROPPED)
            return self._drop_above(page, keep)
        if below > PLENTY:
            bottom = top + self._view.viewport().height()
            keep = max(self.scale.piece_at(bottom + READY) + 1, page.last - MOST_DROPPED)
            return self._drop_below(page, keep)
        return False

    def _drop_above(self, page: Page, keep: int) -> bool:
        if keep <= page.first:
            return False
        self.busy = True
        top = page.top(keep)
        value = self._bar.value()
        page.drop_above(keep)
        self._bar.setValue(value + round(page.top(keep) - top))
        self.busy = False
        self.changed.emit()
        return True

    def _drop_below(self, page: Page, keep: int) -> bool:
        if keep >= page.last:
            return False
        page.drop_below(keep)
        self.changed.emit()
        return True

    def _measured(self, page: Page, first: int, last: int) -> None:
        self.scale.correct(first, page.heights(first, last))

    def _runways(self, page: Page) -> tuple[float, float]:
        """Return the pixels of text above and below the screen that can be had or are set already."""
        value, screen = self._bar.value(), self._view.viewport().height()
        above = float("inf") if page.first == 0 and value < PLENTY else value
        below = page.top(page.last) - value - screen
        ends = self.sheet is not None and page.last == len(self.sheet.pieces)
        return above, float("inf") if ends and below < PLENTY else below

    def _beyond(self) -> float:
        """Return the height of the document above what is set."""
        if self.page is None:
            return 0.0
        return self.scale.top(self.page.first) - self.page.top(self.page.first) + self._lead()

    def _lead(self) -> float:
        """Return the empty room above the first line of the document."""
        return self._view.document().rootFrame().frameFormat().topMargin()
