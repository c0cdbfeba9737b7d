"""Keeps the text around the reading place set, a slice at a time, and the place where it is meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

from deskbrief.document.spans import Span
from deskbrief.ui.reader.paged.mender import Mender
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.reader.paged.scale import Scale
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles

#: Seconds that one slice may take.
SLICE = 0.005
#: Pixels of text that are kept ready above and below the screen, and how many are too many.
READY, PLENTY = 12_000, 20_000
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
        self._mender = Mender(view.document())
        self.busy = False
        self.sheet: Sheet | None = None
        self.page: Page | None = None
        self.scale = Scale((), (), [])

    @property
    def working(self) -> bool:
        """Whether there is text that has still to be set."""
        return self._timer.isActive()

    def open(self, sheet: Sheet | None, styles: Styles) -> None:
        """Take `sheet`, to be set in `styles`; nothing is shown before `show`."""
        self.forget()
        self.sheet, self._told = sheet, False
        self.dress(styles)

    def dress(self, styles: Styles, *, same_heights: bool = False) -> None:
        """Set text in `styles` from now on; `same_heights` tells that only colours are new."""
        self._styles = styles
        if self.sheet is None:
            self.scale = Scale((), (), [])
        elif not same_heights:
            one, each, row = styles.estimate()
            pieces = self.sheet.pieces
            heights = [
                one + (end - start) * each + (below - top) * row for _, start, end, top, below in pieces
            ]
            for index in self.sheet.pictured:
                heights[index] += styles.figure_room(self.sheet.block(index))
            self.scale = Scale(pieces, self.sheet.starts, heights)

    def forget(self) -> None:
        """Take out all text; it comes back with the next `show`."""
        self._timer.stop()
        self._mender.clear()
        self.page = None
        with self.at_work():
            self._view.document().clear()

    def show(self, offset: int, margins: QTextFrameFormat, above: int) -> None:
        """Set a screen of text with the line of `offset` `above` pixels below its top; the rest follows."""
        if self.sheet is None:
            return
        with self.at_work():
            self.page = Page(self._view.document(), self.sheet, self._styles, margins)
            self.page.begin(self.scale.piece_of(offset))
            self._fill_screen(self.page, offset, above)
            value = round(self.page.line(offset).top) - above
            self._bar.setValue(0 if self.page.first == 0 and value < self._lead() else value)
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
        return low and (value <= self._bar.maximum() or self.at_end)

    @property
    def at_end(self) -> bool:
        """Whether the end of the document is set."""
        return self.page is not None and self.sheet is not None and self.page.last == len(self.sheet.pieces)

    def scroll(self, y: float) -> None:
        """Scroll the screen to `y`, as far as what is set allows."""
        self._bar.setValue(round(y - self._beyond()))

    def offset_at(self, y: float) -> int:
        """Return about which offset is at height `y`."""
        return self.scale.offset_at(y - self._lead())

    def seen(self) -> range:
        """Return the indexes of the pieces on screen."""
        if self.page is None or self.page.first == self.page.last:
            return range(0)
        top = self.y - self._lead()
        first = self.scale.piece_at(top)
        last = self.scale.piece_at(top + self._view.viewport().height())
        return range(max(first, self.page.first), min(last + 1, self.page.last))

    def reset(self, spans: Iterable[Span]) -> None:
        """Give `spans` the formats that the sheet now asks for: on screen at once, elsewhere in slices."""
        if self.page is None:
            return
        with self.at_work():
            self._mender.add(self.page, spans, self.seen())
        if self._mender.waiting:
            self._timer.start()

    def refill(self) -> None:
        """See to it that there is text ahead; called whenever the screen has moved."""
        if self.page is None or self.busy:
            return
        if self._shortest(self.page) < self._view.viewport().height() // 2:
            self._grow(self.page)
        if self._shortest(self.page) < READY // 2 or self._longest(self.page) > PLENTY:
            self._timer.start()

    def _work(self) -> None:
        if self.page is None:
            self._timer.stop()
            return
        until = monotonic() + SLICE
        while monotonic() < until:
            page = self.page
            if not (self._grow(page) or self._drop(page) or self._mend(page)):
                self._timer.stop()
                self._tell()
                return

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.filled.emit()

    def _fill_screen(self, page: Page, offset: int, above: int) -> None:
        screen = self._view.viewport().height()
        page.add_below()
        while page.top(page.last) - page.line(offset).top < screen - above and page.add_below():
            pass
        while (page.line(offset).top < above or page.top(page.last) < screen) and page.add_above():
            pass
        self._measured(page, page.first, page.last)

    def _grow(self, page: Page) -> bool:
        """Set more text on the side that is shorter of it; return whether there was a need."""
        sides = [(self._below_screen(page), self._set_below), (self._above_screen(page), self._set_above)]
        wanting = [side for side in sides if side[0] < READY]
        return any(add(page) for _, add in sorted(wanting, key=_runway))

    def _set_below(self, page: Page) -> bool:
        before = page.last
        with self.at_work():
            more = page.add_below()
        if more:
            self._measured(page, max(before - 1, page.first), page.last)
            self.changed.emit()
        return more

    def _set_above(self, page: Page) -> bool:
        before = page.first
        with self.at_work():
            top = page.top(before)
            more = page.add_above()
            self._bar.setValue(self._bar.value() + round(page.top(before) - top))
        if more:
            self._measured(page, page.first, before)
            self.changed.emit()
        return more

    def _drop(self, page: Page) -> bool:
        """Take out text that is far from the screen; return whether there was any."""
        top = self.y - self._lead()
        if self._above_screen(page) > PLENTY:
            return self._drop_above(page, min(self.scale.piece_at(top - READY), page.first + MOST_DROPPED))
        if self._below_screen(page) > PLENTY:
            bottom = top + self._view.viewport().height()
            return self._drop_below(page, max(self.scale.piece_at(bottom + READY), page.last - MOST_DROPPED))
        return False

    def _drop_above(self, page: Page, keep: int) -> bool:
        if keep <= page.first:
            return False
        with self.at_work():
            top, value = page.top(keep), self._bar.value()
            page.drop_above(keep)
            self._bar.setValue(value + round(page.top(keep) - top))
        self.changed.emit()
        return True

    def _drop_below(self, page: Page, keep: int) -> bool:
        if keep >= page.last:
            return False
        with self.at_work():
            page.drop_below(keep)
        self.changed.emit()
        return True

    def _mend(self, page: Page) -> bool:
        with self.at_work():
            return self._mender.step(page)

    def _measured(self, page: Page, first: int, last: int) -> None:
        self.scale.correct(first, page.heights(first, last))

    def _above_screen(self, _page: Page) -> float:
        return self._bar.value()

    def _below_screen(self, page: Page) -> float:
        return page.top(page.last) - self._bar.value() - self._view.viewport().height()

    def _shortest(self, page: Page) -> float:
        """Return how far the screen is from the nearest edge that has more text behind it."""
        above = self._above_screen(page) if page.first else READY
        return min(above, READY if self.at_end else self._below_screen(page))

    def _longest(self, page: Page) -> float:
        return max(self._above_screen(page), self._below_screen(page))

    def _beyond(self) -> float:
        """Return the height of the document above what is set."""
        if self.page is None:
            return 0.0
        return self.scale.top(self.page.first) - self.page.top(self.page.first) + self._lead()

    def _lead(self) -> float:
        """Return the empty room above the first line of the document."""
        return self._view.document().rootFrame().frameFormat().topMargin()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let others know that what happens to the text and its place is not the reader's doing."""
        self.busy, before = True, self.busy
        try:
            yield
        finally:
            self.busy = before


def _runway(side: tuple[float, Callable[[Page], bool]]) -> float:
    return side[0]
