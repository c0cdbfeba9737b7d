"""What the reader has selected and where the keyboard is: choosing, copying, and the cursor by sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.reader.choice import Choice, Guided
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.seeking import SeekingSurface

if TYPE_CHECKING:
    from deskbrief.ui.reader.speech import Speaker
    from deskbrief.ui.reader.walker import Walker


class GuidedSurface(Guided, SeekingSurface):
    """A text to select from; `selection_changed` carries a `Span` or None."""

    selection_changed = Signal(object)
    _lights: Lights

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

    @property
    def walker(self) -> Walker:
        """The cursor that goes by sentences and paragraphs."""
        if self._made_walker is None:
            from deskbrief.ui.reader.walker import Walker

            self._made_walker = Walker(self)
        return self._made_walker

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

    def _is_laid(self, offset: int) -> bool:
        return self._flow.seen_of(offset) is not None

    def _keyboard_at(self) -> int | None:
        return self.standing()

    def _aim(self, offset: int) -> None:
        if not self._is_selected(offset):
            self._scene.clear()
            self._put_selection(offset, offset)

    def _put_selection(self, anchor: int, head: int) -> None:
        self._selection.put(anchor, head)
        self._guided = True
        self._lights.go_on()
        self._lights.selected, self._lights.sentence = self.selection(), None
        if anchor == head and self._scene.caret >= 0:
            self._scene.caret = head
        self.viewport().update()
        self._selection.tell(self.shown_document())

    def _caret_rect(self, offset: int) -> QRect:
        """Return where a cursor stands before the letter at `offset`, on screen or not."""
        area = self.caret_area(offset)
        if area is not None:
            return area.toRect()
        line = self._line(offset)
        return QRect(self._gutter.left, round(line.top), 2, round(line.height))
