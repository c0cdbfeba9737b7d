"""The bearings of the view of pages: which place of the text is where on screen, and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.paging import Paging
from deskbrief.document.spans import Span
from deskbrief.services.pagemap import Box, PageMap
from deskbrief.ui.reader.choice import LANDING, reading_line
from deskbrief.ui.reader.original.ground import PageGround
from deskbrief.ui.reader.original.pages import KnownPages
from deskbrief.ui.reader.original.stack import on_page, on_screen
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Line

#: How far above the lower edge of a line its letters stand, as a share of its height.
BASE = 0.2
#: How far below the top of the screen a line may begin that is the first one to be read, in pixels.
FIRST = 4.0


class PageBearings(PageGround):
    """Knows where in the text the pages are: exactly where their letters have come, and about elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._paging = Paging(())
        self._known = KnownPages()
        self._pinned: int | None = 0
        self._landed: int | None = None

    def shown_document(self) -> Document | None:
        """Return the document on show."""
        return None if self._sheet is None else self._sheet.document

    def page(self) -> int:
        """Return the number of the page, from 0, on which the reading line is."""
        return self._stack.page_at(self._y + self.viewport().height() * LANDING)

    def map_of(self, number: int) -> PageMap | None:
        """Return where the letters of a page stand, if that is known."""
        return self._known.maps.get(number)

    def has_words(self) -> bool:
        """Tell whether words on the page in sight are in the text, as far as that is known."""
        found = self.map_of(self.page())
        return found is None or len(found.span) > 0

    def has_place(self) -> bool:
        """Tell whether the page in sight has a place in the text, be it without words."""
        return self.has_words() or bool(self._paging.runs_on(self.page()))

    def place(self) -> int:
        """Return the offset of the first line on screen that can be read."""
        if self._pinned is not None or self._sheet is None:
            return self._pinned or 0
        return self._offset_at(QPointF(self._area(self._stack.page_at(self._y)).left(), FIRST))

    def current(self) -> int:
        """Return the offset that counts as where the reader is: what was jumped to, else the reading line."""
        if self._landed is not None or self._sheet is None:
            return self._landed or 0
        bar, screen = self.scroller, float(self.viewport().height())
        line = reading_line(screen, bar.value(), bar.maximum() - bar.value())
        return self._offset_at(QPointF(self._area(self.page()).left(), line + FIRST))

    def visible(self) -> Span:
        """Return the stretch of the text that is on the pages on screen."""
        spans = [found.span for number in self._seen_pages() if (found := self.map_of(number))]
        spans = [span for span in spans if len(span)]
        if not spans:
            place = self.place()
            return Span(place, place)
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def share_of(self, offset: int) -> float:
        """Return how far down the document `offset` is, from 0 to 1."""
        return min(self._guess(offset) / max(self._stack.height, 1.0), 1.0)

    def offset_of(self, share: float) -> int:
        """Return about which offset is as far down the document as `share` says, from 0 to 1."""
        if self._paging.empty:
            return round(share * self._length())
        y = share * self._stack.height
        number = self._stack.page_at(y)
        first, after = self._paging.first_on(number), self._paging.first_on(number + 1)
        high = self._stack.size(number)[1] * self._stack.scale
        inside = min(max((y - self._stack.top(number)) / max(high, 1.0), 0.0), 1.0)
        # The foot of a page is still on it, also where hardly anything of the text is.
        return min(round(first + inside * max(after - first, 0)), max(after - 1, first))

    def offsets_of(self, shares: Sequence[float]) -> list[int]:
        """Return `offset_of` each of `shares`."""
        return [self.offset_of(share) for share in shares]

    def caret_area(self, offset: int) -> QRectF | None:
        """Return where a cursor stands before `offset`, in pixels of the viewport, if its page is known."""
        area = self._letter_area(offset)
        return None if area is None else QRectF(round(area.left()) - 1, area.top(), 2, area.height())

    def scroll_by(self, pixels: float) -> None:
        """Move on, or back when negative."""
        self._scroll_to(self._y + pixels)

    def page_by(self, steps: float) -> None:
        """Move on by screens, less a little that stays to read on from."""
        self.scroll_by(steps * self.scroller.pageStep())

    def _line_in(self, number: int, box: Box) -> Line:
        area = on_screen(box, self._area(number), self._stack.scale)
        return Line(area.top(), area.height(), area.bottom() - BASE * area.height())

    def _reveal_across(self, offset: int) -> None:
        """Bring what stands at an offset in sight sideways, where a page is wider than the view."""
        area, bar = self._letter_area(offset), self.horizontalScrollBar()
        if area is None or not bar.maximum():
            return
        if area.left() < 8 or area.right() > self.viewport().width() - 8:
            with self._own_doing():
                bar.setValue(round(bar.value() + area.left() - self.viewport().width() * LANDING))

    def _scroll_to(self, y: float) -> None:
        self.scroller.setValue(round(y))

    def _length(self) -> int:
        document = self.shown_document()
        return 0 if document is None else len(document.text)

    def _guess(self, offset: int) -> float:
        """Return about how far down all pages `offset` is."""
        if self._paging.empty:
            return self._stack.height * offset / max(self._length(), 1)
        number = min(self._paging.page_of(offset), len(self._stack) - 1)
        if self._is_bare(offset):
            return self._stack.top(number)
        first, after = self._paging.first_on(number), self._paging.first_on(number + 1)
        share = min(max((offset - first) / max(after - first, 1), 0.0), 1.0)
        return self._stack.top(number) + share * self._stack.size(number)[1] * self._stack.scale

    def _is_bare(self, offset: int) -> bool:
        """Tell whether an offset is of a page that has a place in the text and no words."""
        runs = self._paging.runs_on(self._paging.page_of(offset))
        return bool(runs) and not any(run.length for run in runs)

    def _letter_area(self, offset: int) -> QRectF | None:
        """Return where the letter at `offset` is in the viewport, if its page is known."""
        number = self._paging.page_of(offset)
        found = self.map_of(number)
        box = None if found is None else found.box_at(offset)
        return None if box is None else on_screen(box, self._area(number), self._stack.scale)

    def _is_laid(self, offset: int) -> bool:
        return self._letter_area(offset) is not None

    def _line(self, offset: int) -> Line:
        """Return the line of an offset, counted from the top of the viewport."""
        number = self._paging.page_of(offset)
        found = self.map_of(number)
        box = None if found is None else found.box_at(offset)
        if box is None:
            return Line(self._guess(offset) - self._y, self._styles.line, 0.0)
        return self._line_in(number, box)

    def _page_under(self, point: QPointF) -> tuple[int, float, float]:
        """Return the page nearest to a point of the viewport, and which place of it is there."""
        number = self._stack.page_at(self._y + point.y())
        return number, *on_page(point, self._area(number), self._stack.scale)

    def _offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        number, x, y = self._page_under(point)
        found = self.map_of(number)
        offset = None if found is None else found.offset_at(x, y)
        if offset is None:
            offset = self.offset_of((self._y + point.y()) / max(self._stack.height, 1.0))
        return min(max(offset, 0), self._length())

    def _letter_at(self, point: QPointF) -> int | None:
        """Return the offset of the letter under a point of the viewport, or None."""
        number, x, y = self._page_under(point)
        found = self.map_of(number)
        return None if found is None else found.letter_at(x, y)
