"""The surface of the view of pages: what of them is on screen, drawn or on its way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document, SourceRun
from deskbrief.document.paging import Paging
from deskbrief.document.spans import Span
from deskbrief.services.pagemap import Box, PageLetters, PageMap
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.original import painter as paint
from deskbrief.ui.reader.original.bearings import PageBearings
from deskbrief.ui.reader.original.feed import Drawn, PageFeed, Wish
from deskbrief.ui.reader.original.ground import PAGE, WIDTH
from deskbrief.ui.reader.original.stack import on_page
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
#: Where signs stand that have no room beside a page, from the edges of the view, and how far beyond these the
#: edge of a page may be.
NEAR_LEFT, NEAR_RIGHT, EDGE = 28, 34, 24


class PageSurface(PageBearings):
    """Shows the pages of one document's file, and knows where in the text they are."""

    place_changed = Signal(int)
    filled = Signal()
    first_screen = Signal()
    #: Emitted when it cannot be found where the text stands on the pages.
    lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed: PageFeed | None = None
        self._lights = Lights(self, self.viewport().update)
        self.pictures = Pictures(self)
        self.dimmed = False
        self.bar_block = -1
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

    def is_drawn(self, number: int) -> bool:
        """Tell whether there is a picture of a page."""
        return self._known.is_drawn(number)

    def pill_words(self) -> str:
        """Return what is said of the page in sight."""
        return self._pill.words()

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
            self._want_soon()

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
        area, room, span = self._area(number), self.viewport().width(), found.span
        self._gutter.left = round(max(area.left(), NEAR_LEFT))
        self._gutter.right = round(min(area.right(), room - NEAR_RIGHT))
        markers = islice(sheet.markers.beginning(span.start, span.end), MOST_SIGNS)
        marks = islice(sheet.marks.beginning(span.start, span.end), MOST_SIGNS)
        on_lines = [(one, line) for one in markers if (line := self._on(number, one.span))]
        signs = [(one, line) for one in marks if (line := self._on(number, one.span))]
        # Of an enlarged page whose edge is out of sight they would stand on the words.
        placed = self._gutter.place_markers(on_lines if area.left() > -EDGE else ())
        return placed + self._gutter.place_signs(signs if area.right() < room + EDGE else ())

    def _on(self, number: int, span: Span) -> Line | None:
        """Return the line on which `span` begins, if that is on this page."""
        found = self.map_of(number)
        if found is None or self._paging.page_of(span.start) != number:
            return None
        box = found.box_at(span.start)
        return None if box is None else self._line_in(number, box)

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
            self._want_soon()
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
        area, bare = self._letter_area(offset), self._is_bare(offset)
        y = self._guess(offset) if area is None else area.top() + self._y
        with self._own_doing():
            # Of a page without letters the whole is wanted, and nothing of it will be known more exactly.
            self.scroller.setValue(round(y - (min(above, ABOVE) if bare else above)))
            if area is not None:
                self._reveal_across(offset)
            if area is not None or (bare and self._stack.known):
                self._aim_at = None
        self._after_move()

    def _on_scrolled(self, _value: int) -> None:
        if not self._own:
            self._pinned = self._landed = self._aim_at = None
            self._after_move()

    def _after_move(self) -> None:
        self.viewport().update()
        self._tell_page()
        self._want_soon()
        self._calm.start()
        self.moved.emit()

    def _on_laid(self) -> None:
        super()._on_laid()
        self._tell_page()
        self._want_soon()

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

    def _want_soon(self) -> None:
        """Ask for what is missing in a moment, also while the pages keep moving."""
        if not self._soon.isActive():
            self._soon.start()

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
        self._name_pages()
        with self._own_doing():
            self._lay(0)
        if self._aim_at is not None:
            self._move_to_aim()
        self._pinned = place
        self._want_soon()

    def _name_pages(self) -> None:
        """Call the pages as passages on them are cited."""
        document = self.shown_document()
        self._stack.cited = self._paging.labels(document.pages) if document is not None else {}

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
        size = self._stack.size(min(number, len(self._stack) - 1))
        self._known.take(number, drawn, size, self._seen_pages())
        self.viewport().update()
        self._tell_filled()

    def _on_failed(self, number: int, error: DeskbriefError) -> None:
        self._known.errors[number] = error
        self._tell_page()
        self.viewport().update()
        self._tell_filled()

    def _on_placed(self, runs: tuple[SourceRun, ...]) -> None:
        self._paging = Paging(runs)
        self._name_pages()
        self._known.maps.clear()
        if self._pinned:
            self._set_from(self._pinned)
        self._want_soon()
        self.rescaled.emit()
        if not runs:
            self.lost.emit()

    def _tell_filled(self) -> None:
        seen = self._seen_pages()
        done = all(self._known.is_drawn(number) or self._error_of(number) for number in seen)
        if done and not self._told:
            self._told = True
            self.filled.emit()


def _timer(parent: QWidget, wait_ms: int, act: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(act)
    return timer
