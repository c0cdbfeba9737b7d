"""The cursor that goes from sentence to sentence and from paragraph to paragraph, in both reading views."""

from __future__ import annotations

from typing import Protocol

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.speech import MOST, Speaker
from deskbrief.ui.reader.steps import stepped
from deskbrief.ui.reader.strides import Unit, extended, unit_after, unit_at, unit_before


class Walked(Protocol):
    """What the cursor needs of a view."""

    speaker: Speaker

    def shown_document(self) -> Document | None:
        """Return the document on show."""

    def place(self) -> int:
        """Return the offset of the first line on screen."""

    def standing(self) -> int | None:
        """Return where the keyboard is, if that is on screen."""

    def ends(self) -> tuple[int, int]:
        """Return where the selection began and where it has come."""

    def stand(self, span: Span, block: int, sentence: Span | None) -> None:
        """Put the keyboard at the beginning of `span`, with the cursor at a block and on a sentence."""

    def stretch(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, and bring `head` on screen."""


class Walker:
    """Moves the cursor of one view, and has what it comes to read out."""

    def __init__(self, view: Walked) -> None:
        self._view = view

    def paragraph(self, step: int) -> None:
        """Move by `step` blocks that hold something."""
        document = self._view.shown_document()
        if document is None or not document.blocks:
            return
        here = self._view.standing()
        origin = self._view.place() if here is None else here
        index = stepped(document, origin, step, guided=here is not None)
        block = document.blocks[index]
        self._view.stand(block.span, index, unit_at(document, Unit.SENTENCE, block.start))
        self._view.speaker.say(self._view.speaker.describe(document, block))

    def sentence(self, step: int) -> None:
        """Move to the next sentence, or the one before; the first step goes to the first one on screen."""
        document = self._view.shown_document()
        if document is None or not document.blocks:
            return
        found = self._sentence_from(document, step)
        if found is None:
            return
        self._view.stand(found, document.block_index(found.start), found)
        self._view.speaker.say(
            " ".join(document.text[found.start : min(found.end, found.start + MOST)].split())
        )

    def extend(self, unit: Unit, step: int) -> None:
        """Let the selection grow or shrink by one sentence or paragraph, and have told what it holds."""
        document = self._view.shown_document()
        if document is None or not document.blocks:
            return
        ends = self._view.ends()
        if self._view.standing() is None:
            ends = self._view.place(), self._view.place()
        anchor, head = extended(document, unit, ends, step)
        if anchor == head:
            return
        self._view.stretch(anchor, head)
        low, high = sorted((anchor, head))
        near = Span(max(low, high - MOST), high) if head > anchor else Span(low, min(high, low + MOST))
        self._view.speaker.say(self._view.speaker.selected(document, Span(low, high), near))

    def _sentence_from(self, document: Document, step: int) -> Span | None:
        here = self._view.standing()
        if here is None:
            place = self._view.place()
            first = unit_at(document, Unit.SENTENCE, place) or unit_after(document, Unit.SENTENCE, place)
            if step > 0 or first is None:
                return first
            return unit_before(document, Unit.SENTENCE, first.start)
        now = unit_at(document, Unit.SENTENCE, here)
        if step > 0:
            return unit_after(document, Unit.SENTENCE, here + 1 if now is None else now.end)
        return unit_before(document, Unit.SENTENCE, here if now is None else now.start)
