"""The pages of a PDF as they are, to read, to select from and to mark, behind the methods of a reading view.

Everything here is said in offsets into the canonical text, half-open and in code points, so that selections,
marks and hits are the same as in the text. What is on a page and not in the text can be seen, not selected.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.choice import Choice, Guided
from deskbrief.ui.reader.keys import Act, act_of
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.original.annotated import AnnotatedPages
from deskbrief.ui.reader.original.painter import areas
from deskbrief.ui.reader.pointer import Pointer
from deskbrief.ui.reader.speech import Speaker
from deskbrief.ui.reader.walker import Walker

#: Longer selections are only pasted by the middle button when they have been copied.
MOST_OFFERED = 100_000
#: Pixels that an arrow key moves a page sideways.
ACROSS = 60


class PageView(Guided, AnnotatedPages):
    """A document to read on its pages; signals and methods are those of `ReadingView`."""

    document_changed = Signal(object)
    selection_changed = Signal(object)
    walker: Walker
    _lights: Lights

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._guided = False
        self._selection = Choice(self)
        self.speaker = Speaker(self)
        self.walker = Walker(self)
        self._pointer = Pointer(self, self._offset_at)
        self._pointer.chosen.connect(self._put_selection)
        self._pointer.pushed.connect(self.scroll_by)
        self._selection.changed.connect(self.selection_changed)
        self._drag: QPointF | None = None
        #: Makes the reference that goes with what is dragged out.
        self.refer: Callable[[Span], str] | None = None
        self.set_theme(self.theme())
        self._name()

    def _fill(self, document: Document | None, at: int) -> None:
        self._show(document, at)

    def selection_area(self) -> tuple[QRect, QRect] | None:
        """Return where the selection begins and ends, in the view's pixels; None when it is off screen."""
        span = self.selection()
        if span is None:
            return None
        found = [area for number in self._seen_pages() for area in areas(self._seen(number), span)]
        height = self.viewport().height()
        if not found or found[-1].bottom() < 0 or found[0].top() > height:
            return None
        origin = self.viewport().pos()
        return found[0].toRect().translated(origin), found[-1].toRect().translated(origin)

    def stand(self, span: Span, block: int, sentence: Span | None) -> None:
        """Put the keyboard at the beginning of `span`, with the cursor at a block and on a sentence."""
        self._reveal(span)
        self._put_selection(span.start, span.start)
        self.bar_block, self._lights.sentence = block, sentence

    def stretch(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, and bring `head` on screen."""
        self.bar_block = -1
        self._reveal(Span(head, head))
        self._put_selection(anchor, head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape and self._handles.held:
            self._handles.cancel()
            return
        act = act_of(event, caret=False)
        if act in {Act.CARET, Act.NATIVE}:
            self._on_arrow(event)
        elif act is Act.PASS:
            event.ignore()
        else:
            self._do(act)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at = None, self.standing()
            area = self.caret_area(self._menu_at[1] or 0)
            at = self.viewport().mapToGlobal(area.bottomRight().toPoint() if area else QPoint(40, 40))
        else:
            point = QPointF(self.viewport().mapFromGlobal(at))
            self._menu_at = self._spot_at(point), self._letter_at(point)
            offset = self._menu_at[1]
            if offset is not None and not self._is_selected(offset):
                self._put_selection(offset, offset)
        self.context_requested.emit(at)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point, document = event.position(), self.shown_document()
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or document is None or not self._has_text():
            return
        if self._over_handle(point) and self._handles.grab(point):
            return
        self._pressed = point.toPoint()
        self.bar_block = -1
        if self._spot_at(point) is None and self._failed_at(point) is None:
            self._press_text(event, document)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._handles.held:
            self._handles.move(self._offset_at(point))
        elif self._drag is not None:
            if (point - self._drag).manhattanLength() >= QApplication.startDragDistance():
                self._drag_out()
        elif self._pointer.down:
            self._pointer.move(point, self.viewport().height())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point, dragged = event.position(), self._drag
        self._pointer.release()
        self._drag = None
        event.accept()
        if self._handles.held:
            self._drop_handle()
            return
        self._offer_selection()
        if not self._is_click(event):
            return
        if dragged is not None:
            self._put_selection(self._offset_at(point), self._offset_at(point))
        if self.selection() is None or self._spot_at(point) is not None:
            self._click(point)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        if self._feed is not None:
            self._feed.stop()

    def _on_arrow(self, event: QKeyEvent) -> None:
        """Let Shift with an arrow select letters, or words with Ctrl; without it a wide page is moved."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        document, bar = self.shown_document(), self.horizontalScrollBar()
        if step and shifted and document is not None and self._guide_seen():
            head = self._selection.head + step
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                from deskbrief.ui.reader.grain import end_moved

                head = end_moved(document, self._selection.head, step)
            self.stretch(self._selection.anchor, min(max(head, 0), len(document.text)))
        elif step and bar.maximum():
            bar.setValue(bar.value() + step * ACROSS)
        else:
            event.ignore()

    def _press_text(self, event: QMouseEvent, document: Document) -> None:
        point, offset = event.position(), self._letter_at(event.position())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not shifted and self._is_selected(offset) and not self._pointer.again(point):
            self._drag = point
        else:
            self._pointer.press(document, point, self._selection.anchor if shifted else None)

    def _drop_handle(self) -> None:
        from deskbrief.ui.reader.stretches import clipped

        dropped, document = self._handles.drop(), self.shown_document()
        span = None if dropped is None or document is None else clipped(document, dropped[1])
        if dropped is not None and span is not None:
            self.mark_resized.emit(dropped[0], span)

    def _offer_selection(self) -> None:
        """Let the middle button paste what is selected, where the system has that."""
        clipboard, span = QGuiApplication.clipboard(), self.selection()
        if clipboard.supportsSelection() and span is not None and len(span) <= MOST_OFFERED:
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    def _drag_out(self) -> None:
        """Drag the selection into another program."""
        from deskbrief.ui.reader.clipboard import cited

        document, span = self.shown_document(), self.selection()
        self._drag = self._pressed = None
        if document is not None and span is not None:
            drag = QDrag(self)
            drag.setMimeData(cited(document, span, self.refer(span) if self.refer is not None else ""))
            drag.exec(Qt.DropAction.CopyAction)

    def _put_selection(self, anchor: int, head: int) -> None:
        self._selection.put(anchor, head)
        self._guided = True
        self._lights.go_on()
        self._lights.selected, self._lights.sentence = self.selection(), None
        self.viewport().update()
        self._selection.tell(self.shown_document())

    def sentence_here(self) -> Span | None:
        """Return the sentence that the reader is at; None on a page that is a picture."""
        return super().sentence_here() if self.has_words() else None

    def _has_text(self) -> bool:
        return self._sheet is not None and bool(self._sheet.document.text)

    def _room_above(self, _offset: int) -> int:
        """Return 0: the picture of a figure is on the page itself."""
        return 0

    def _name(self) -> None:
        super()._name()
        document = self.shown_document()
        title = document.metadata.title if document is not None else ""
        named = self.tr("Original pages of {title}").format(title=title)
        self.setAccessibleName(named if title else self.tr("Original pages"))
