"""The surface of the view of pages: which place of the text is where on screen, and what has to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document, SourceRun
from deskbrief.document.paging import Paging
from deskbrief.document.spans import Span
from deskbrief.services.pagemap import Box, PageLetters, PageMap
from deskbrief.ui.reader.choice import LANDING
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.original import painter as paint
from deskbrief.ui.reader.original.feed import Drawn, PageFeed, Wish
from deskbrief.ui.reader.original.ground import PAGE, WIDTH, PageGround
from deskbrief.ui.reader.original.pages import KnownPages
from deskbrief.ui.reader.original.stack import on_page, on_screen
from deskbrief.ui.reader.pictures import Pictures
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Line

#: Empty room above a line that was asked for.
ABOVE = 24
#: Milliseconds after which a new place is told, and pages in sight are asked for.
CALM_MS, PATIENCE_MS = 60, 25
#: Pages before and after those in sight that are drawn when these are.
AHEAD = 1
#: The most signs of each kind that are drawn on one page.
MOST_SIGNS = 200
#: How far above the lower edge of a line its letters stand, as a share of its height.
BASE = 0.2


class PageSurface(PageGround):
    """Shows the pages of one document's file, and knows where in the text they are."""

    place_changed = Signal(int)
    filled = Signal()
    first_screen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._paging = Paging(())
        self._known = KnownPages()
        self._feed: PageFeed | None = None
        self._lights = Lights(self, self.viewport().update)
        self.pictures = Pictures(self)
        self.dimmed = False
        self.bar_block = -1
        self._pinned: int | None = 0
        self._landed: int | None = None
        # An offset to bring to a height of the screen once it is known where on its page it stands.
        self._aim_at: tuple[int, float] | None = None
        self._told_place = -1
        self._told = True
        self._calm = _timer(self, CALM_MS, self._tell_place)
        self._soon = _timer(self, PATIENCE_MS, self._want)
        self.scroller.valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def use_feed(self, feed: PageFeed) -> None:
        """Get pages from `feed`."""
        self._feed = feed
        feed.paged.connect(self._on_paged)
        feed.lettered.connect(self._on_lettered)
        feed.drawn.connect(self._on_drawn)
        feed.failed.connect(self._on_failed)
        feed.placed.connect(self._on_placed)

    @property
    def busy(self) -> bool:
        """Whether something in sight is on its way."""
        return self._soon.isActive() or (self._feed is not None and self._feed.busy)

    def shown_document(self) -> Document | None:
        """Return the document on show."""
        return None if self._sheet is None else self._sheet.document

    def page(self) -> int:
        """Return the number of the page, from 0, on which the reading line is."""
        return self._stack.page_at(self._y + self.viewport().height() * LANDING)

    def is_drawn(self, number: int) -> bool:
        """Tell whether there is a picture of a page."""
        return self._known.is_drawn(number)

    def map_of(self, number: int) -> PageMap | None:
        """Return where the letters of a page stand, if that is known."""
        return self._known.maps.get(number)

    def pill_words(self) -> str:
        """Return what is said of the page in sight."""
        return self._pill.words()

    def place(self) -> int:
        """Return the offset of the first line on screen that can be read."""
        if self._pinned is not None or self._sheet is None:
            return self._pinned or 0
        return self._offset_at(QPointF(self._area(self._stack.page_at(self._y)).left(), 4.0))

    def current(self) -> int:
        """Return the offset that counts as where the reader is: what was jumped to, else the reading line."""
        if self._landed is not None or self._sheet is None:
            return self._landed or 0
        bar, screen = self.scroller, float(self.viewport().height())
        below = bar.maximum() - bar.value()
        line = max(screen * LANDING, screen - below) if bar.value() > screen * LANDING else float(bar.value())
        return self._offset_at(QPointF(self._area(self.page()).left(), min(line, screen - 1) + 4.0))

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
        return round(first + inside * max(after - first, 0))

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

    def spots(self) -> list[Spot]:
        """Return the signs beside the pages on screen."""
        return [spot for number in self._seen_pages() for spot in self._spots_of(number)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        try:
            if self._sheet is not None:
                self._draw(painter, self._sheet, event.rect())
        finally:
            painter.end()  # Qt crashes when a painter outlives what it draws on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._soon.start()

    def _draw(self, painter: QPainter, sheet: Sheet, clip: QRect) -> None:
        pages = [self._seen(number) for number in self._seen_pages()]
        pages = [page for page in pages if page.area.adjusted(-4, -4, 4, 4).intersects(QRectF(clip))]
        for page in pages:
            paint.draw_page(painter, page, self.devicePixelRatioF())
            paint.draw_lights(painter, page, sheet, self._lights)
            if page.words:
                paint.draw_words(painter, page, self._styles, QRectF(self.viewport().rect()))
            if 0 <= self.bar_block < len(sheet.document.blocks):
                paint.draw_bar(painter, page, sheet.document.blocks[self.bar_block].span)
        if self.dimmed and self._theme.dark:
            paint.dim(painter, [page.area for page in pages])
        self._gutter.draw_spots(painter, self.spots())
        self._draw_over(painter)

    def _draw_over(self, painter: QPainter) -> None:
        """Draw what lies above everything else; nothing unless a subclass knows of something."""

    def _seen(self, number: int) -> paint.SeenPage:
        pictures = tuple(self._known.pictures(number))
        words = ""
        error = self._error_of(number)
        if error is not None:
            words = f"{error.what}\n\n{error.next_step}\n\n{self.tr('Click here to try again.')}"
        elif not pictures:
            words = self.tr("Page {0}").format(self._stack.label(number)) if self._stack.known else ""
        return paint.SeenPage(self._area(number), self._stack.scale, pictures, self.map_of(number), words)

    def _error_of(self, number: int) -> DeskbriefError | None:
        """Return why a page cannot be drawn; before any is known, why the file cannot be opened."""
        errors = self._known.errors
        return errors.get(number) if self._stack.known else next(iter(errors.values()), None)

    def _spots_of(self, number: int) -> list[Spot]:
        found, sheet = self.map_of(number), self._sheet
        if found is None or sheet is None or not len(found.span):
            return []
        area = self._area(number)
        self._gutter.left = round(max(area.left(), 28))
        self._gutter.right = round(min(area.right(), self.viewport().width() - 34))
        span = found.span
        markers = islice(sheet.markers.beginning(span.start, span.end), MOST_SIGNS)
        marks = islice(sheet.marks.beginning(span.start, span.end), MOST_SIGNS)
        on_lines = [(one, line) for one in markers if (line := self._on(number, one.span))]
        placed = self._gutter.place_markers(on_lines)
        signs = [(one, line) for one in marks if (line := self._on(number, one.span))]
        return placed + self._gutter.place_signs(signs)

    def _on(self, number: int, span: Span) -> Line | None:
        """Return the line on which `span` begins, if that is on this page."""
        found = self.map_of(number)
        if found is None or self._paging.page_of(span.start) != number:
            return None
        box = found.box_at(span.start)
        return None if box is None else self._line_in(number, box)

    def _line_in(self, number: int, box: Box) -> Line:
        area = on_screen(box, self._area(number), self._stack.scale)
        return Line(area.top(), area.height(), area.bottom() - BASE * area.height())

    def _show(self, document: Document | None, at: int) -> None:
        self._sheet = None if document is None else Sheet(document)
        self._paging = Paging(() if document is None else document.source_runs)
        self._known.clear()
        self._told_place, self._told, self._landed = -1, document is None, None
        self.bar_block = -1
        self._stack.fill((), ())
        if self._feed is not None:
            self._feed.open(document)
        with self._own_doing():
            self._lay(0)
            self.scroller.setValue(0)
        self._pinned, self._aim_at = at, (at, float(ABOVE)) if at else None
        if document is not None:
            self.first_screen.emit()
            self._soon.start()
            if self._paging.empty and self._feed is not None:
                self._feed.place()

    def _set_from(self, offset: int, above: float = ABOVE) -> None:
        """Put `offset` so far below the top of the screen, at once as well as is known and then exactly."""
        self._aim_at = (offset, above)
        self._move_to_aim()
        self._pinned, self._landed = offset, None

    def _move_to_aim(self) -> None:
        if self._aim_at is None:
            return
        offset, above = self._aim_at
        area = self._letter_area(offset)
        y = self._guess(offset) if area is None else area.top() + self._y
        with self._own_doing():
            self.scroller.setValue(round(y - above))
            if area is not None:
                self._reveal_across(offset)
                self._aim_at = None
        self._after_move()

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

    def _on_scrolled(self, _value: int) -> None:
        if not self._own:
            self._pinned = self._landed = self._aim_at = None
            self._after_move()

    def _after_move(self) -> None:
        self.viewport().update()
        self._tell_page()
        self._soon.start()
        self._calm.start()
        self.moved.emit()

    def _on_laid(self) -> None:
        super()._on_laid()
        self._tell_page()
        self._soon.start()

    def _tell_page(self) -> None:
        number, count = self.page(), len(self._stack)
        label = self._stack.label(number)
        if not self._stack.known:
            words = self.tr("No pages") if self._known.errors else self.tr("Opening the pages …")
        elif label == str(number + 1):
            words = self.tr("Page {0} of {1}").format(label, count)
        else:
            words = self.tr("Page {0} ({1} of {2})").format(label, number + 1, count)
        self._pill.show_page(words, self.zoom, wide=self._zoom == WIDTH, whole=self._zoom == PAGE)
        self._pill.place(self.viewport().geometry())

    def _tell_place(self) -> None:
        place = self.current()
        if place != self._told_place and self._sheet is not None and not self._paging.empty:
            self._told_place = place
            self.place_changed.emit(place)

    def _want(self) -> None:
        """Ask for what is missing of the pages in sight, and then of those beside them."""
        if self._feed is None or self._sheet is None or not self.isVisible():
            return
        scale = self._stack.scale * self.devicePixelRatioF()
        if not self._stack.known:
            number = self._paging.page_of(self._pinned or 0)
            first = () if self._known.errors else (Wish(number, scale, Box(0, 0, 0, 0), letters=True),)
            self._feed.want(first)
            return
        seen = self._seen_pages()
        wishes = [wish for number in seen for wish in self._wishes_of(number, scale, near=True)]
        for number in (*range(seen.stop, seen.stop + AHEAD), *range(seen.start - AHEAD, seen.start)):
            if 0 <= number < len(self._stack):
                wishes += self._wishes_of(number, scale, near=False)
        self._feed.want(wishes)
        self._tell_filled()

    def _wishes_of(self, number: int, scale: float, *, near: bool) -> list[Wish]:
        area, part = self._area(number), None
        if near:
            seen = area.intersected(QRectF(self.viewport().rect()))
            low, high = (
                on_page(point, area, self._stack.scale) for point in (seen.topLeft(), seen.bottomRight())
            )
            part = Box(*low, *high) if not seen.isEmpty() else None
        return list(self._known.wishes([number], self._stack.size(number), scale, part))

    def _on_paged(self, sizes: Sequence[Sequence[float]], labels: Sequence[str]) -> None:
        place = self._pinned
        self._stack.fill(sizes, labels)
        with self._own_doing():
            self._lay(0)
        if self._aim_at is not None:
            self._move_to_aim()
        self._pinned = place
        self._soon.start()

    def _on_lettered(self, number: int, letters: PageLetters) -> None:
        document = self.shown_document()
        if document is None:
            return
        found = PageMap(letters, self._paging.runs_on(number), document.text)
        self._known.keep_map(number, found, self.page())
        if self._aim_at is not None and self._paging.page_of(self._aim_at[0]) == number:
            pinned, landed = self._pinned, self._landed
            self._move_to_aim()
            self._pinned, self._landed = pinned, landed
        self.viewport().update()
        self._calm.start()

    def _on_drawn(self, number: int, drawn: Drawn) -> None:
        self._known.take(number, drawn, self._stack.size(min(number, len(self._stack) - 1)), self.page())
        self.viewport().update()
        self._tell_filled()

    def _on_failed(self, number: int, error: DeskbriefError) -> None:
        self._known.errors[number] = error
        self._tell_page()
        self.viewport().update()
        self._tell_filled()

    def _on_placed(self, runs: tuple[SourceRun, ...]) -> None:
        self._paging = Paging(runs)
        self._known.maps.clear()
        if self._pinned:
            self._set_from(self._pinned)
        self._soon.start()
        self.rescaled.emit()

    def _tell_filled(self) -> None:
        seen = self._seen_pages()
        done = all(self._known.is_drawn(number) or self._error_of(number) for number in seen)
        if done and not self._told:
            self._told = True
            self.filled.emit()

    def _length(self) -> int:
        document = self.shown_document()
        return 0 if document is None else len(document.text)

    def _guess(self, offset: int) -> float:
        """Return about how far down all pages `offset` is."""
        if self._paging.empty:
            return self._stack.height * offset / max(self._length(), 1)
        number = min(self._paging.page_of(offset), len(self._stack) - 1)
        first, after = self._paging.first_on(number), self._paging.first_on(number + 1)
        share = min(max((offset - first) / max(after - first, 1), 0.0), 1.0)
        return self._stack.top(number) + share * self._stack.size(number)[1] * self._stack.scale

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


def _timer(parent: QWidget, wait_ms: int, act: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(act)
    return timer
