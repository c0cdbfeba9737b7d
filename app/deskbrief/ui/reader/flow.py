"""Which pieces are on screen and where: the text as one long strip of which only that is laid out."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.ui.reader.compositor import Compositor
from deskbrief.ui.reader.heights import Heights
from deskbrief.ui.reader.setting import Setting
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.values import Line

if TYPE_CHECKING:
    from deskbrief.ui.reader.hyphens import Breaks

#: So long the work ahead waits after a document was opened: its first picture comes first.
FIRST_MS = 50
#: Seconds that one slice of work ahead may take.
SLICE = 0.004
#: Screens that are kept laid out above and below the one in sight.
AHEAD = 2
#: The most pieces that are kept laid out.
MOST_SET = 400


class Seen(NamedTuple):
    """A piece on screen: its number, its top counted from the screen's, and its setting."""

    piece: int
    y: float
    setting: Setting


class Flow(QObject):
    """The pieces of one sheet from top to bottom.

    The place is a piece and how many of its pixels are above the screen, so that nothing moves when the
    heights of pieces above turn out to be others than was thought. `settled` is emitted when everything
    around the screen has been laid out, `rescaled` when heights have become better known.
    """

    settled = Signal()
    rescaled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.heights: Heights | None = None
        self.across: dict[int, float] = {}
        self.screen = 1
        #: Where words may be parted, from the next `open` or `dress` on.
        self.breaks: Breaks | None = None
        self._compositor: Compositor | None = None
        self._set: OrderedDict[int, Setting] = OrderedDict()
        self._first, self._shift = 0, 0.0
        self._seen: list[Seen] = []
        self._news = False
        self._new = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    @property
    def busy(self) -> bool:
        """Whether there is text around the screen that has still to be laid out."""
        return self._timer.isActive()

    def open(self, sheet: Sheet | None, styles: Styles) -> None:
        """Take another sheet; `show` says which part of it is on screen."""
        self.sheet, self.across, self._new = sheet, {}, True
        self._first, self._shift = 0, 0.0
        self.dress(styles)

    def dress(self, styles: Styles, *, same_heights: bool = False) -> None:
        """Lay text out in `styles` from now on; `same_heights` tells that only colours are new."""
        self._timer.stop()
        self._set.clear()
        self._seen = []
        self._compositor = None
        if self.sheet is None:
            self.heights = None
            return
        self._compositor = Compositor(self.sheet, styles, self.across, self.breaks)
        if self.heights is None or not same_heights:
            one, each, row = styles.estimate()
            rooms = {index: styles.figure_room(self.sheet.block(index)) for index in self.sheet.pictured}
            self.heights = Heights(self.sheet, one, each, row, {**rooms})

    def setting(self, index: int) -> Setting:
        """Return the piece with this index, laid out."""
        known = self._set.get(index)
        if known is not None:
            self._set.move_to_end(index)
            return known
        assert self._compositor is not None
        assert self.heights is not None
        made = self._set[index] = self._compositor.set(index)
        self._news |= self.heights.measured(index, made.height)
        if len(self._set) > MOST_SET:
            self._set.popitem(last=False)
        return made

    def show(self, offset: int, above: float) -> None:
        """Put the line of `offset` `above` pixels below the top of the screen, as far as the ends allow."""
        if self.sheet is None or self.heights is None:
            return
        if not self.sheet.pieces:
            self.ahead()
            return
        self._first = self.heights.piece_of(offset)
        setting = self.setting(self._first)
        self._shift = setting.line(offset).top - above
        if self._first == 0 and self._shift <= setting.top:
            self._shift = min(self._shift, 0.0)
        self._settle()

    def scroll(self, y: float) -> None:
        """Bring the height `y` of the whole strip to the top of the screen."""
        if self.heights is None or not self._count:
            return
        if y >= self.last > 0:
            self._first, self._shift = self._count - 1, self.setting(self._count - 1).height
        elif abs(y - self.y) <= 3 * self.screen:
            self._shift += y - self.y
        else:
            self._first = self.heights.piece_at(y)
            share = (y - self.heights.top(self._first)) / max(self.heights.height(self._first), 1.0)
            self._shift = share * self.setting(self._first).height
        self._settle()

    def refit(self) -> None:
        """Keep within the ends after the screen has become another size."""
        if self._count:
            self._settle()

    @property
    def y(self) -> float:
        """How far down the strip the top of the screen is."""
        return 0.0 if self.heights is None else round(self.heights.top(self._first) + self._shift)

    @property
    def total(self) -> float:
        """The height of the strip."""
        return 0.0 if self.heights is None else self.heights.total

    @property
    def last(self) -> int:
        """How far the strip can be scrolled."""
        return max(round(self.total) - self.screen, 0)

    def seen(self) -> list[Seen]:
        """Return the pieces on screen."""
        if not self._seen and self._count:
            y = -self._shift
            for index in range(self._first, self._count):
                if y >= self.screen:
                    break
                setting = self.setting(index)
                self._seen.append(Seen(index, y, setting))
                y += setting.height
        return self._seen

    def at(self, y: float) -> Seen | None:
        """Return the piece at a height of the screen, or the nearest one."""
        found = None
        for piece in self.seen():
            if found is None or piece.y <= y:
                found = piece
        return found

    def seen_of(self, offset: int) -> Seen | None:
        """Return the piece that `offset` belongs to, when it is on screen."""
        if self.heights is None:
            return None
        index = self.heights.piece_of(offset)
        return next((piece for piece in self.seen() if piece.piece == index), None)

    def line(self, offset: int) -> Line:
        """Return the line of `offset`, counted from the top of the screen, on it or not."""
        assert self.heights is not None
        index = self.heights.piece_of(offset)
        line = self.setting(index).line(offset)
        y = self._y_of(index)
        return Line(line.top + y, line.height, line.baseline + y)

    def _y_of(self, index: int) -> float:
        for piece in self.seen():
            if piece.piece == index:
                return piece.y
        assert self.heights is not None
        return self.heights.top(index) - self.heights.top(self._first) - self._shift

    @property
    def _count(self) -> int:
        return 0 if self.sheet is None else len(self.sheet.pieces)

    def _settle(self) -> None:
        """Make the place one that exists: no gap above the first piece nor, if it can be, below the last."""
        self._seen = []
        self._shift = round(self._shift)
        self._normalise()
        left: float = self.screen + self._shift
        for index in range(self._first, self._count):
            left -= self.setting(index).height
            if left <= 0:
                break
        if left > 0:
            self._shift -= left
            self._normalise()
        self._seen = []
        self.ahead()

    def _normalise(self) -> None:
        while self._shift < 0 and self._first > 0:
            self._first -= 1
            self._shift += self.setting(self._first).height
        while self._first + 1 < self._count and self._shift >= self.setting(self._first).height:
            self._shift -= self.setting(self._first).height
            self._first += 1
        if self._first == 0:
            self._shift = max(self._shift, 0.0)

    def ahead(self) -> None:
        """Lay out what is near the screen while nothing else is to be done."""
        self._ways = [self._below(), self._above()] if self._count else []
        self._timer.start(FIRST_MS if self._new else 0)
        self._tell()

    def _below(self) -> range:
        return range(self._first, self._near(self._first, 1))

    def _above(self) -> range:
        return range(self._first - 1, self._near(self._first, -1) - 1, -1)

    def _near(self, index: int, step: int) -> int:
        """Return which piece is some screens away from one on the screen."""
        assert self.heights is not None
        far = (AHEAD + (step > 0)) * self.screen
        y = self.heights.top(index) + step * far
        return min(max(self.heights.piece_at(y) + (step > 0), 0), self._count)

    def _work(self) -> None:
        self._new = False
        self._timer.setInterval(0)
        until = monotonic() + SLICE
        for way in self._ways:
            for index in way:
                if index not in self._set:
                    self.setting(index)
                    if monotonic() > until:
                        self._tell()
                        return
        self._timer.stop()
        self._tell()
        self.settled.emit()

    def _tell(self) -> None:
        if self._news:
            self._news = False
            self.rescaled.emit()
