"""The reading view: shows a document, its marks and markers, and knows where in the text the reader is.

Everything here is said in offsets, half-open and in code points. The rest of the window uses only the
signals and public methods of this class, so that another kind of view can take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QDrag,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.flow import Seen
from deskbrief.ui.reader.guided import GuidedSurface
from deskbrief.ui.reader.pieces import AT_ONCE, cutting
from deskbrief.ui.reader.sheet import Sheet

if TYPE_CHECKING:
    from deskbrief.ui.reader.caret import Caret
    from deskbrief.ui.reader.handles import Handles
    from deskbrief.ui.reader.pointer import Pointer

#: Longer selections are only pasted by the middle button when they have been copied.
MOST_OFFERED = 100_000
#: Documents whose preparation for being shown is kept.
MOST_SHEETS = 6


#: The width of the bar at the edge of a text that has the keyboard, in pixels.
FOCUS_BAR = 3
_KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class ReadingView(GuidedSurface):
    """A document to read, select from and find one's way in.

    `place_changed` carries the offset at the top of the screen, `selection_changed` a `Span` or None,
    `mark_activated` a note's id, `marker_activated` a `Marker`. `filled` is emitted once for each document,
    when all that the view will hold of it is set.
    """

    document_changed = Signal(object)
    _by_keyboard = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._sheets: list[Sheet] = []
        self._made_pointer: Pointer | None = None
        self._made_caret: Caret | None = None
        self._drag: QPointF | None = None
        self._tipped = False
        self._bar: tuple[Seen, float] | None = None
        #: Makes the reference that goes with what is dragged out.
        self.refer: Callable[[Span], str] | None = None
        self.set_theme(self.theme())
        self._name()

    def _fill(self, document: Document | None, at: int) -> None:
        self._show(None if document is None else self._sheet(document), at)

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
        if self._glide is not None:
            self._glide.stop()
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in _KEYBOARD_REASONS
        self.viewport().update()

    def _draw_over(self, painter: QPainter) -> None:
        super()._draw_over(painter)
        if self._by_keyboard and self.hasFocus():
            # Where the keyboard is: a bar, which stays as it is when the picture is scrolled.
            painter.fillRect(0, 0, FOCUS_BAR, self.viewport().height(), QColor(self.theme().accent))

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
        words, said = sheet.document.text[link.start : link.end], tip(sheet, link)
        self.speaker.say(f"{words}: {said}" if said else words)
        self._show_tip(link.start, said)
        return True

    def _show_tip(self, offset: int, words: str) -> None:
        """Show what is said of a link below it, as the mouse would have it shown."""
        area = self.caret_area(offset)
        if not words or area is None:
            return
        from deskbrief.ui.reader.tips import tip_of

        below = self.viewport().mapToGlobal(area.bottomLeft().toPoint())
        QToolTip.showText(below, tip_of(words), self.viewport())
        self._tipped = True

    def _put_selection(self, anchor: int, head: int) -> None:
        if self._tipped:
            self._tipped = False
            QToolTip.hideText()
        super()._put_selection(anchor, head)

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

    def take_sheets(self, other: ReadingView) -> None:
        """Know what `other` knows of the documents shown there, so that none is cut into pieces again."""
        self._sheets = [sheet.twin() for sheet in other._sheets]

    def preparing(self, document: Document) -> Iterator[None]:
        """Make ready what will be shown; yields between two slices of a long document."""
        if len(document.blocks) > AT_ONCE and self._known(document) is None:
            pieces = yield from cutting(document)
            yield
            self._keep(Sheet(document, pieces))
            yield

    def _known(self, document: Document) -> Sheet | None:
        return next((sheet for sheet in self._sheets if sheet.document is document), None)

    def _sheet(self, document: Document) -> Sheet:
        """Return the sheet of a document; those shown last are kept, since making one takes its time."""
        known = self._known(document)
        sheet = known or Sheet(document)
        if known is not None:
            self._sheets.remove(known)
            known.strip()
        self._keep(sheet)
        return sheet

    def _keep(self, sheet: Sheet) -> None:
        # What was shown of the same text before, its beginning or another reading of it, is not shown again.
        others = [one for one in self._sheets if one.document.sha256 != sheet.document.sha256]
        self._sheets = [sheet, *others[: MOST_SHEETS - 1]]
