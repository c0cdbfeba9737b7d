"""Acts on the marks that are there: longer, shorter, one of several, and the pen that makes them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbrief.document.changes import Change
from deskbrief.document.model import Document
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.notetaking import PlacedNote, touching
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.parts import Parts, Services


class Marks(QObject):
    """Changes marks by key and by mouse; each change is one step of undo."""

    def __init__(self, parts: Parts, services: Services, notes: Notes) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._notes = notes

    def press(self, role: Role) -> None:
        """Mark in `role`; with the pen taken and nothing selected, let the pen mark in it from now on."""
        reader = self._parts.reader
        if reader.pen_taken and reader.view.selection() is None:
            reader.take_pen(role)
        else:
            self._notes.mark_as(role)

    def take_pen(self) -> None:
        """Take the pen, or put it down."""
        if self._parts.reader.pen_taken:
            self._parts.reader.pen.leave()
        else:
            self._parts.reader.take_pen(self._notes.role)

    def resize(self, note_id: str, span: Span) -> None:
        """Let a note stand on another passage, as its handles were dragged."""
        document = self._document
        if document is not None:
            self._notes.act(lambda: self._services.notetaking.resize(document, note_id, span))

    def end_later(self) -> None:
        """Let the mark here end a word later."""
        self._move_end(1)

    def end_earlier(self) -> None:
        """Let the mark here end a word earlier."""
        self._move_end(-1)

    def begin_later(self) -> None:
        """Let the mark here begin a word later."""
        self._move_start(1)

    def begin_earlier(self) -> None:
        """Let the mark here begin a word earlier."""
        self._move_start(-1)

    def merge(self) -> None:
        """Make one mark of those on the selection, or of the one here and those that touch it."""
        item, document = self._parts.desk.front, self._document
        if item is None or document is None:
            return
        found = self._to_merge(item.notes, document)
        if len(found) < 2:
            words = self.tr(
                "Nothing to merge: select over several marks, or stand on one that touches another."
            )
            self._services.messages.say(words)
            return

        def act() -> Change | None:
            merged = self._services.notetaking.merge(document, found)
            return merged[1] if merged is not None else None

        if self._notes.act(act):
            self._parts.reader.view.let_go()
            words = self.tr("{0} marks are one now. {1} takes this back.")
            undo = self._parts.actions.spoken("undo")
            self._services.messages.say(words.format(len(found), undo))

    def _to_merge(self, notes: tuple[PlacedNote, ...], document: Document) -> list[PlacedNote]:
        selected = self._parts.reader.view.selection()
        if selected is not None:
            return [one for one in notes if one.span is not None and one.span.overlaps(selected)]
        here = self._notes.here()
        if here is None or here.span is None:
            return []
        return touching(notes, document.text, here.span)

    def _move_end(self, step: int) -> None:
        from deskbrief.ui.reader.grain import end_moved

        document, here = self._document, self._notes.here()
        if document is not None and here is not None and here.span is not None:
            span = here.span
            end = max(end_moved(document, span.end, step), span.start + 1)
            self._moved(document, here, Span(span.start, end))

    def _move_start(self, step: int) -> None:
        from deskbrief.ui.reader.grain import start_moved

        document, here = self._document, self._notes.here()
        if document is not None and here is not None and here.span is not None:
            span = here.span
            start = start_moved(document, span.start, step)
            if start < span.end:
                self._moved(document, here, Span(start, span.end))

    def _moved(self, document: Document, here: PlacedNote, span: Span) -> None:
        """Resize a mark and keep the keyboard on it, so that the next key finds it again."""
        view = self._parts.reader.view
        if here.span is None or not self._notes.act(
            lambda: self._services.notetaking.resize(document, here.note.id, span)
        ):
            return
        at = view.standing()
        if at is None or not span.start <= at < span.end or view.selection() is not None:
            view.go_to(Span(span.start, span.start), flash=False)
        view.speaker.say(" ".join(document.quote(span).split())[-200:])

    @property
    def _document(self) -> Document | None:
        item = self._parts.desk.front
        return item.document if item is not None else None
