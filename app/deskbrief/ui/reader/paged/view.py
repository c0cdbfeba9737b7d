"""The reading view for screen readers: a QTextBrowser that holds the text around the reading place.

Everything here is said in offsets, half-open and in code points. The rest of the window uses only the
signals and public methods of this class, so that another kind of view can take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.clipboard import passage
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.keys import Act, act_of
from deskbrief.ui.reader.paged.annotated import AnnotatedSurface
from deskbrief.ui.reader.paged.selection import Selection
from deskbrief.ui.reader.paged.surface import LANDING
from deskbrief.ui.reader.pointed import Pointed, pointed_at
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.speech import Speaker
from deskbrief.ui.reader.stretches import plain, stretch_at
from deskbrief.ui.reader.walker import Walker

#: How far below the edge a passage is put that is too tall for that, in pixels.
ABOVE_TALL = 24


class PagedView(AnnotatedSurface):
    """A document to read, select from and find one's way in.

    `place_changed` carries the offset at the top of the screen, `selection_changed` a `Span` or None,
    `mark_activated` a note's id, `marker_activated` a `Marker`. `filled` is emitted once for each document,
    when all that the view will hold of it is set.
    """

    selection_changed = Signal(object)
    document_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setCursorWidth(0)
        self._guided = self._placing = False
        self._selection = Selection(self)
        self.speaker = Speaker(self)
        self.walker = Walker(self)
        #: Makes the reference that goes with a passage; Qt drags the passage alone out of this view.
        self.refer: Callable[[Span], str] | None = None
        self._menu_at: tuple[Spot | None, int | None] = (None, None)
        self._selection.changed.connect(self.selection_changed)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.selectionChanged.connect(self._on_cursor)
        self.rescaled.connect(self._show_selection)
        self.set_theme(self.theme())
        self._name()

    def show_document(self, document: Document | None, at: int = 0) -> None:
        """Show `document` from the offset `at` on: one screen at once, the rest in slices; None empties."""
        self._decorations.clear()
        self._guided = False
        self.setCursorWidth(0)
        self._selection.put(at, at)
        self.document_changed.emit(document)
        self._show(None if document is None else Sheet(document), at)
        self._selection.tell(document)
        self._name()
        self.annotated.emit()

    def go_to(self, span: Span, *, flash: bool = True) -> None:
        """Bring the beginning of `span` on screen, and light the whole of it for a moment."""
        if self._feed.page is None:
            return
        self._reveal(span)
        self._landed = span.start
        self._calm.start()
        self._put_selection(span.start, span.start)
        if flash and len(span):
            self._decorations.flash(span)

    def selection(self) -> Span | None:
        """Return what is selected, or None."""
        document = self.shown_document()
        return None if document is None else self._selection.span(document)

    def select(self, span: Span) -> None:
        """Select `span` and bring its beginning on screen."""
        if self._feed.page is not None:
            self._reveal(span)
            self._put_selection(span.start, span.end)

    def selected_text(self) -> str:
        """Return the selection as plain text, as it is copied."""
        document, span = self.shown_document(), self.selection()
        return "" if document is None or span is None else plain(document, span)

    def passage(self) -> QMimeData | None:
        """Return the selection as it is handed to other programs."""
        document, span = self.shown_document(), self.selection()
        return None if document is None or span is None else passage(document, span)

    def caret_area(self, offset: int) -> QRectF | None:
        """Return where a cursor stands before `offset`, in pixels of the viewport, if on screen."""
        page = self._feed.page
        if page is None or not page.holds(offset):
            return None
        return QRectF(self.cursorRect(page.cursor(Span(offset, offset))))

    def selection_area(self) -> tuple[QRect, QRect] | None:
        """Return where the selection begins and ends, in the view's pixels; None when it is off screen."""
        span, page = self.selection(), self._feed.page
        if span is None or page is None or not span.overlaps(self.visible()):
            return None
        origin = self.viewport().pos()
        low, high = (self.cursorRect(page.cursor(Span(at, at))) for at in (span.start, span.end))
        if high.bottom() < 0 or low.top() > self.viewport().height():
            return None
        return low.translated(origin), high.translated(origin)

    def sentence_here(self) -> Span | None:
        """Return the sentence where the keyboard is, or else the one in the middle of the screen."""
        document = self.shown_document()
        if document is None or self._feed.page is None:
            return None
        offset = self._selection.head
        if not self._guide_seen():
            middle = QPointF(self._fit.gutter + self._fit.column / 3, self.viewport().height() / 2)
            offset = self._offset_at(middle)
        from deskbrief.ui.reader.sentences import sentence_at

        return sentence_at(document.text, stretch_at(document, offset), offset)

    def next_paragraph(self, step: int) -> None:
        """Move the paragraph cursor by `step` blocks that hold something, and have the block read out."""
        self.walker.paragraph(step)

    def standing(self) -> int | None:
        """Return where the reader has put the keyboard, if that is on screen."""
        return self._selection.head if self._guide_seen() else None

    def ends(self) -> tuple[int, int]:
        """Return where the selection began and where it has come, which may be before."""
        return self._selection.anchor, self._selection.head

    def stand(self, span: Span, block: int, sentence: Span | None) -> None:
        """Put the keyboard at the beginning of `span`, with the cursor at a block and on a sentence."""
        self._reveal(span)
        self._put_selection(span.start, span.start)
        self._drawing.bar_block = block
        self._decorations.light(sentence)
        self.viewport().update()

    def stretch(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, and bring `head` on screen."""
        self._drawing.bar_block = -1
        self._reveal(Span(head, head))
        self._put_selection(anchor, head)

    def let_go(self) -> None:
        """Select nothing any more; the keyboard stays where it is."""
        self._put_selection(self._selection.head, self._selection.head)

    def current_paragraph(self) -> int:
        """Return the paragraph number where the keyboard is, or else at the top of the screen; 0 for none."""
        document = self.shown_document()
        if document is None:
            return 0
        return document.paragraph_at(self._selection.head if self._guide_seen() else self.place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event, caret=self.cursorWidth() > 0 and self._guide_seen())
        if act is Act.PASS:
            event.ignore()
        elif act is Act.NATIVE:
            super().keyPressEvent(event)
        elif act is Act.CARET:
            self._show_caret()
            super().keyPressEvent(event)
        else:
            self._do(act)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursorWidth(0)
        self._drawing.bar_block = -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasComplexSelection():
            self._show_selection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at = None, self.standing()
            area = self.caret_area(self._selection.head)
            at = self.viewport().mapToGlobal(area.bottomRight().toPoint() if area else QPoint(40, 40))
        else:
            point = QPointF(self.viewport().mapFromGlobal(at))
            self._menu_at = self._drawing.spot_at(point), self._offset_at(point)
            spot = self._menu_at[0]
            self._aim(spot.value.span.start if spot is not None else self._offset_at(point))
        self.context_requested.emit(at)
        event.accept()

    def _aim(self, offset: int) -> None:
        """Bring the keyboard to the letter that a menu was asked for, unless that is selected."""
        selected = self.selection()
        if selected is None or not selected.start <= offset < selected.end:
            self._put_selection(offset, offset)

    def pointed(self) -> Pointed:
        """Return what the last menu was asked for."""
        return pointed_at(self._feed.sheet, self._menu_at[1], self._menu_at[0])

    def _do(self, act: Act) -> None:
        document = self.shown_document()
        length = 0 if document is None else len(document.text)
        if act is Act.COPY:
            self.copy()
        elif act in {Act.PAGE_UP, Act.PAGE_DOWN}:
            self.page_by(1 if act is Act.PAGE_DOWN else -1)
        elif act in {Act.ZOOM_IN, Act.ZOOM_OUT, Act.ZOOM_RESET}:
            self.zoom_by({Act.ZOOM_IN: 1, Act.ZOOM_OUT: -1}.get(act, 0))
        elif act is Act.SELECT_ALL:
            self._put_selection(0, length)
        else:
            end = length if act in {Act.TO_END, Act.SELECT_TO_END} else 0
            keep = act in {Act.SELECT_TO_START, Act.SELECT_TO_END}
            self._scroll_to(self.scroller.maximum() if end else 0.0)
            self._put_selection(self._selection.anchor if keep else end, end)

    def _show_caret(self) -> None:
        """Let the text cursor be seen, on screen if it was not there."""
        if not self._guide_seen():
            place = self.place()
            self._put_selection(place, place)
        self._drawing.bar_block = -1
        self.setCursorWidth(2)
        self.viewport().update()

    def _on_cursor(self) -> None:
        if self._placing or self._feed.busy or self._feed.page is None:
            return
        self._selection.take(self._feed.page)
        self._guided = True
        self._decorations.light(None)
        self._selection.tell(self.shown_document())

    def _put_selection(self, anchor: int, head: int) -> None:
        self._selection.put(anchor, head)
        self._guided = True
        self._decorations.light(None)
        self._show_selection()
        self._selection.tell(self.shown_document())

    def _show_selection(self) -> None:
        if self._feed.page is not None:
            with self._own_doing():
                self._selection.show(self._feed.page)

    def _reveal(self, span: Span) -> None:
        """Bring the beginning of `span` on screen; move nothing when all of it is well in sight."""
        page = self._feed.page
        if page is None:
            return
        screen, room = self.viewport().height(), self._room_above(span.start)
        if not page.holds(span.start):
            self._set_from(span.start, max(round(screen * LANDING), room + ABOVE_TALL))
            self._pinned = None
            return
        line = self._line(span.start)
        last = self._line(span.end) if page.holds(span.end) else line
        if line.top >= room and last.top + last.height <= screen * 0.92:
            return
        tall = last.top - line.top + room > screen * (1 - LANDING)
        self.scroll_by(line.top - room - (ABOVE_TALL if tall else screen * LANDING))

    def _room_above(self, offset: int) -> int:
        """Return how high the picture is that belongs to the line at `offset`; 0 for other lines."""
        document = self.shown_document()
        if document is None or not document.blocks:
            return 0
        return self._styles.figure_room(document.block_at(offset))

    def _guide_seen(self) -> bool:
        """Tell whether the reader has put the keyboard somewhere that is on screen now."""
        page, head = self._feed.page, self._selection.head
        if not self._guided or page is None or not page.holds(head):
            return False
        line = self._line(head)
        return line.top + line.height > 0 and line.top < self.viewport().height()

    def _name(self) -> None:
        document = self.shown_document()
        title = document.metadata.title if document is not None else ""
        self.setAccessibleName(self.tr("Text of {title}").format(title=title) if title else self.tr("Text"))
        self.setAccessibleDescription(
            self.tr(
                "J and K go from paragraph to paragraph, full stop and comma from sentence to sentence. "
                "Arrow keys with Shift select text."
            )
        )

    @contextmanager
    def _own_doing(self) -> Iterator[None]:
        """Let what happens to the text cursor not count as the reader's doing."""
        self._placing, before = True, self._placing
        try:
            with self._feed.at_work():
                yield
        finally:
            self._placing = before
