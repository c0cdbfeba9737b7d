"""The reading view: shows a document, its marks and markers, and knows where in the text the reader is.

Everything here is said in offsets, half-open and in code points. The rest of the window uses only the
signals and public methods of this class, so that another kind of view can take its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QClipboard, QDrag, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.choice import Choice
from deskbrief.ui.reader.flow import Seen
from deskbrief.ui.reader.seeking import SeekingSurface
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.speech import Speaker

if TYPE_CHECKING:
    from deskbrief.ui.reader.caret import Caret
    from deskbrief.ui.reader.handles import Handles
    from deskbrief.ui.reader.keys import Act
    from deskbrief.ui.reader.pointer import Pointer
    from deskbrief.ui.reader.walker import Walker

#: Longer selections are only pasted by the middle button when they have been copied.
MOST_OFFERED = 100_000
#: Documents whose preparation for being shown is kept.
MOST_SHEETS = 6


class ReadingView(SeekingSurface):
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
        self._guided = False
        self._sheets: list[Sheet] = []
        self._selection = Choice(self)
        self._made_pointer: Pointer | None = None
        self._made_caret: Caret | None = None
        self._made_walker: Walker | None = None
        self._drag: QPointF | None = None
        self._bar: tuple[Seen, float] | None = None
        self.speaker = Speaker(self)
        #: Makes the reference that goes with what is dragged out.
        self.refer: Callable[[Span], str] | None = None
        self._selection.changed.connect(self.selection_changed)
        self.set_theme(self.theme())
        self._name()

    def show_document(self, document: Document | None, at: int = 0) -> None:
        """Show `document` from the offset `at` on; None empties the view."""
        self._lights.clear()
        self._guided = False
        self._selection.put(at, at)
        self.document_changed.emit(document)
        self._show(None if document is None else self._sheet(document), at)
        self._selection.tell(document)
        self._name()
        self.annotated.emit()

    def go_to(self, span: Span, *, flash: bool = True) -> None:
        """Bring the beginning of `span` on screen, and light the whole of it for a moment."""
        if not self._has_text():
            return
        self._reveal(span)
        self._landed = span.start
        self._calm.start()
        self._put_selection(span.start, span.start)
        if flash and len(span):
            self._lights.flash(span)

    def selection(self) -> Span | None:
        """Return what is selected, or None."""
        document = self.shown_document()
        return None if document is None else self._selection.span(document)

    def select(self, span: Span) -> None:
        """Select `span` and bring its beginning on screen."""
        if self._has_text():
            self._reveal(span)
            self._put_selection(span.start, span.end)

    def selected_text(self) -> str:
        """Return the selection as plain text, as it is copied."""
        from deskbrief.ui.reader.stretches import plain

        document, span = self.shown_document(), self.selection()
        return "" if document is None or span is None else plain(document, span)

    def passage(self) -> QMimeData | None:
        """Return the selection as it is handed to other programs."""
        from deskbrief.ui.reader.clipboard import passage

        document, span = self.shown_document(), self.selection()
        return None if document is None or span is None else passage(document, span)

    def copy(self) -> None:
        """Put the selection on the clipboard, as plain text and as HTML."""
        data = self.passage()
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def selection_area(self) -> tuple[QRect, QRect] | None:
        """Return where the selection begins and ends, in the view's pixels; None when it is off screen."""
        span = self.selection()
        if span is None or not span.overlaps(self.visible()):
            return None
        origin = self.viewport().pos()
        low, high = (self._caret_rect(at) for at in (span.start, span.end))
        if high.bottom() < 0 or low.top() > self.viewport().height():
            return None
        return low.translated(origin), high.translated(origin)

    def sentence_here(self) -> Span | None:
        """Return the sentence where the keyboard is, or else the one in the middle of the screen."""
        document = self.shown_document()
        if document is None or not self._has_text():
            return None
        offset = self._selection.head
        if not self._guide_seen():
            left, right = self.column()
            offset = self._offset_at(QPointF(left + (right - left) / 3, self.viewport().height() / 2))
        from deskbrief.ui.reader.sentences import sentence_at
        from deskbrief.ui.reader.stretches import stretch_at

        return sentence_at(document.text, stretch_at(document, offset), offset)

    @property
    def walker(self) -> Walker:
        """The cursor that goes by sentences and paragraphs."""
        if self._made_walker is None:
            from deskbrief.ui.reader.walker import Walker

            self._made_walker = Walker(self)
        return self._made_walker

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
        self._scene.caret = -1
        self._put_selection(span.start, span.start)
        self._scene.bar_block, self._lights.sentence = block, sentence

    def stretch(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, and bring `head` on screen."""
        self._scene.clear()
        self._keep_in_sight(head)
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

    # Keyboard

    @property
    def _caret(self) -> Caret:
        if self._made_caret is None:
            from deskbrief.ui.reader.caret import Caret

            self._made_caret = Caret(self._flow)
        return self._made_caret

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from deskbrief.ui.reader.keys import Act, act_of

        event.accept()
        if event.key() == Qt.Key.Key_Escape and self._handles is not None and self._handles.held:
            self._handles.cancel()
            return
        act = act_of(event, caret=self._scene.caret >= 0 and self._guide_seen())
        if act in {Act.CARET, Act.NATIVE}:
            self._on_native_key(event)
        elif act is Act.PASS:
            event.ignore()
        else:
            self._do(act)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab go from link to link on the screen before it leaves the text."""
        sheet = self._flow.sheet
        if sheet is not None and self._go_to_link(sheet, following=following):
            return True
        return super().focusNextPrevChild(following)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_native_key(self, event: QKeyEvent) -> None:
        from deskbrief.ui.reader.links import links_in

        sheet = self._flow.sheet
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and sheet is not None:
            link = next(links_in(sheet, self.selection() or Span(0, 0)), None)
            if link is not None:
                self.follow(link)
                return
        if not self._has_text() or not self._caret.handles(event):
            event.ignore()
            return
        if not self._guide_seen():
            self._put_selection(self.place(), self.place())
        head = self._caret.moved(event, self._selection.head)
        if head is None:
            event.ignore()
            return
        kept = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._scene.bar_block = -1
        self._keep_in_sight(head)
        self._put_selection(self._selection.anchor if kept else head, head)
        self._scene.caret = head

    def _go_to_link(self, sheet: Sheet, *, following: bool) -> bool:
        from deskbrief.ui.reader.links import links_in, tip

        seen = self.visible()
        links = [link for link in links_in(sheet, seen) if self._is_in_sight(link.start)]
        here = self._selection.head if self._guide_seen() else seen.start - 1
        if following:
            link = next((one for one in links if one.start >= here), None)
        else:
            before = min(self._selection.anchor, self._selection.head)
            link = next((one for one in reversed(links) if one.end <= before), None)
        if link is None:
            return False
        self._put_selection(link.start, link.end)
        words = sheet.document.text[link.start : link.end]
        self.speaker.say(f"{words}: {tip(sheet, link)}" if tip(sheet, link) else words)
        return True

    def _do(self, act: Act) -> None:
        from deskbrief.ui.reader.keys import Act

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
            self._scroll_to(self._flow.last if end else 0.0)
            self._put_selection(self._selection.anchor if keep else end, end)

    # Mouse

    @property
    def _pointer(self) -> Pointer:
        if self._made_pointer is None:
            from deskbrief.ui.reader.pointer import Pointer

            self._made_pointer = Pointer(self, self._offset_at)
            self._made_pointer.chosen.connect(self._put_selection)
            self._made_pointer.pushed.connect(self.scroll_by)
        return self._made_pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point, document = event.position(), self.shown_document()
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or document is None or not self._has_text():
            return
        if self._handles is not None and self._over_handle(point) and self._handles.grab(point):
            return
        self._pressed = point.toPoint()
        self._scene.caret = self._scene.bar_block = -1
        bar = self._scene.bar_at(point)
        if bar is not None:
            self._bar = bar, point.x()
        elif self._scene.spot_at(point) is None:
            self._press_text(event, document)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._handles is not None and self._handles.held:
            self._drag_handle(self._handles, point)
        elif self._bar is not None:
            self._drag_bar(point)
        elif self._drag is not None:
            if (point - self._drag).manhattanLength() >= QApplication.startDragDistance():
                self._drag_out()
        elif self._made_pointer is not None and self._pointer.down:
            self._pointer.move(point, self.viewport().height())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point, dragged = event.position(), self._drag
        self._pointer.release()
        self._bar = self._drag = None
        event.accept()
        if self._handles is not None and self._handles.held:
            self._drop_handle(self._handles)
            return
        self._offer_selection()
        if not self._is_click(event):
            return
        if dragged is not None:
            self._put_selection(self._offset_at(point), self._offset_at(point))
        if self.selection() is None or self._scene.spot_at(point) is not None:
            self._click(point)

    def _offer_selection(self) -> None:
        """Let the middle button paste what is selected, where the system has that."""
        clipboard, span = QGuiApplication.clipboard(), self.selection()
        if clipboard.supportsSelection() and span is not None and len(span) <= MOST_OFFERED:
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    def _press_text(self, event: QMouseEvent, document: Document) -> None:
        point, offset = event.position(), self._letter_at(event.position())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not shifted and self._is_selected(offset) and not self._pointer.again(point):
            self._drag = point
        else:
            self._pointer.press(document, point, self._selection.anchor if shifted else None)

    def _drag_handle(self, handles: Handles, point: QPointF) -> None:
        """Let the end of a mark follow the mouse, over the edges of the screen too."""
        height, step = self.viewport().height(), self._styles.line
        if not 0 <= point.y() < height:
            self.scroll_by(-step if point.y() < 0 else step)
        handles.move(self._offset_at(point))

    def _drop_handle(self, handles: Handles) -> None:
        from deskbrief.ui.reader.stretches import clipped

        dropped, document = handles.drop(), self.shown_document()
        span = None if dropped is None or document is None else clipped(document, dropped[1])
        if dropped is not None and span is not None:
            self.mark_resized.emit(dropped[0], span)

    def _keyboard_at(self) -> int | None:
        return self.standing()

    def _aim(self, offset: int) -> None:
        if not self._is_selected(offset):
            self._scene.clear()
            self._put_selection(offset, offset)

    def _is_selected(self, offset: int | None) -> bool:
        selected = self.selection()
        return selected is not None and offset is not None and selected.start <= offset < selected.end

    def _drag_bar(self, point: QPointF) -> None:
        assert self._bar is not None
        piece, x = self._bar
        left, right = self.column()
        self._bar = piece, point.x()
        self.move_table(piece.piece, (point.x() - x) * piece.setting.far / max(right - left, 1))

    def _drag_out(self) -> None:
        """Drag the selection into another program."""
        from deskbrief.ui.reader.clipboard import cited

        document, span = self.shown_document(), self.selection()
        self._drag = self._pressed = None
        if document is not None and span is not None:
            data = cited(document, span, self.refer(span) if self.refer is not None else "")
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

    # Places

    def _sheet(self, document: Document) -> Sheet:
        """Return the sheet of a document; those shown last are kept, since making one takes its time."""
        known = next((sheet for sheet in self._sheets if sheet.document is document), None)
        sheet = known or Sheet(document)
        if known is not None:
            self._sheets.remove(known)
            known.strip()
        self._sheets = [sheet, *self._sheets[: MOST_SHEETS - 1]]
        return sheet

    def _put_selection(self, anchor: int, head: int) -> None:
        self._selection.put(anchor, head)
        self._guided = True
        self._lights.selected, self._lights.sentence = self.selection(), None
        if anchor == head and self._scene.caret >= 0:
            self._scene.caret = head
        self.viewport().update()
        self._selection.tell(self.shown_document())

    def _guide_seen(self) -> bool:
        """Tell whether the reader has put the keyboard somewhere that is on screen now."""
        return self._guided and self._has_text() and self._is_in_sight(self._selection.head)

    def _caret_rect(self, offset: int) -> QRect:
        """Return where a cursor stands before the letter at `offset`, on screen or not."""
        area = self.caret_area(offset)
        if area is not None:
            return area.toRect()
        line = self._line(offset)
        return QRect(self._gutter.left, round(line.top), 2, round(line.height))

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
