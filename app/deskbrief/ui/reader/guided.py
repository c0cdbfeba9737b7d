"""What the reader has selected and where the keyboard is: choosing, copying, and the cursor by sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.reader.choice import Choice
from deskbrief.ui.reader.seeking import SeekingSurface

if TYPE_CHECKING:
    from deskbrief.ui.reader.speech import Speaker
    from deskbrief.ui.reader.walker import Walker


class GuidedSurface(SeekingSurface):
    """A text to select from; `selection_changed` carries a `Span` or None."""

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guided = False
        self._selection = Choice(self)
        self._made_walker: Walker | None = None
        self._made_speaker: Speaker | None = None
        self._selection.changed.connect(self.selection_changed)

    @property
    def speaker(self) -> Speaker:
        """What says things to assistive technology."""
        if self._made_speaker is None:
            from deskbrief.ui.reader.speech import Speaker

            self._made_speaker = Speaker(self)
        return self._made_speaker

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

    def _keyboard_at(self) -> int | None:
        return self.standing()

    def _aim(self, offset: int) -> None:
        if not self._is_selected(offset):
            self._scene.clear()
            self._put_selection(offset, offset)

    def _is_selected(self, offset: int | None) -> bool:
        selected = self.selection()
        return selected is not None and offset is not None and selected.start <= offset < selected.end

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
