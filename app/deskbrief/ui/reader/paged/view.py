"""The reading view for screen readers: a QTextBrowser that holds the text around the reading place.

Everything here is said in offsets, half-open and in code points. The rest of the window uses only the
signals and public methods of this class, so that another kind of view can take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.passages import add_passage
from deskbrief.ui.reader.choice import Guided
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.keys import Act, act_of
from deskbrief.ui.reader.paged.annotated import AnnotatedSurface
from deskbrief.ui.reader.paged.decorations import Decorations
from deskbrief.ui.reader.paged.selection import Selection
from deskbrief.ui.reader.pointed import Pointed, pointed_at
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.speech import Speaker
from deskbrief.ui.reader.walker import Walker


class PagedView(Guided, AnnotatedSurface):
    """A document to read, select from and find one's way in.

    `place_changed` carries the offset at the top of the screen, `selection_changed` a `Span` or None,
    `mark_activated` a note's id, `marker_activated` a `Marker`. `filled` is emitted once for each document,
    when all that the view will hold of it is set.
    """

    selection_changed = Signal(object)
    document_changed = Signal(object)
    walker: Walker
    _lights: Decorations
    _selection: Selection

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

    def _fill(self, document: Document | None, at: int) -> None:
        """Lay out one screen at once, the rest in slices."""
        self.setCursorWidth(0)
        self._show(None if document is None else Sheet(document), at)

    def _has_text(self) -> bool:
        return self._feed.page is not None

    def _is_laid(self, offset: int) -> bool:
        return self._feed.page is not None and self._feed.page.holds(offset)

    def _reveal_across(self, offset: int) -> None:
        """Do nothing: here no text moves sideways."""

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

    def stand(self, span: Span, block: int, sentence: Span | None) -> None:
        """Put the keyboard at the beginning of `span`, with the cursor at a block and on a sentence."""
        self._reveal(span)
        self._put_selection(span.start, span.start)
        self._drawing.bar_block = block
        self._lights.light(sentence)
        self.viewport().update()

    def stretch(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, and bring `head` on screen."""
        self._drawing.bar_block = -1
        self._reveal(Span(head, head))
        self._put_selection(anchor, head)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Drag the selection so that a window of this program knows the passage."""
        data, document, span = super().createMimeDataFromSelection(), self.shown_document(), self.selection()
        if document is not None and span is not None:
            add_passage(data, document, span)
        return data

    def event(self, event: QEvent) -> bool:
        """Let commands have their keys before Qt's text widget asks for them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed in action.shortcuts() for action in self._given() if action.isEnabled()):
                event.ignore()
                return True
        return super().event(event)

    def _given(self) -> Iterator[QAction]:
        """Yield the commands that can be given while the text has the keyboard."""
        yield from (action for action in self.actions() if action.isVisible())
        yield from (action for action in self.window().actions() if action.isVisible())

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
        if not self._is_selected(offset):
            self._put_selection(offset, offset)

    def pointed(self) -> Pointed:
        """Return what the last menu was asked for."""
        return pointed_at(self._feed.sheet, self._menu_at[1], self._menu_at[0])

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
        self._lights.go_on()
        self._lights.light(None)
        self._selection.tell(self.shown_document())

    def _put_selection(self, anchor: int, head: int) -> None:
        self._selection.put(anchor, head)
        self._guided = True
        self._lights.go_on()
        self._lights.light(None)
        self._show_selection()
        self._selection.tell(self.shown_document())

    def _show_selection(self) -> None:
        if self._feed.page is not None:
            with self._own_doing():
                self._selection.show(self._feed.page)

    @contextmanager
    def _own_doing(self) -> Iterator[None]:
        """Let what happens to the text cursor not count as the reader's doing."""
        self._placing, before = True, self._placing
        try:
            with self._feed.at_work():
                yield
        finally:
            self._placing = before
