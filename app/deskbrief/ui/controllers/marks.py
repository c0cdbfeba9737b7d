"""Acts on the marks that are there: longer, shorter, one of several, and the pen that makes them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbrief.document.changes import Change
from deskbrief.document.model import Document
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.curation import shortened
from deskbrief.services.notetaking import PlacedNote, touching
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.keys import with_key
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
        if reader.bars.pen_taken and reader.view.selection() is None:
            reader.bars.take_pen(role)
        else:
            self._notes.mark_as(role)

    def take_pen(self) -> None:
        """Take the pen, or put it down."""
        if self._parts.reader.bars.pen_taken:
            self._parts.reader.bars.pen.leave()
        else:
            self._parts.reader.bars.take_pen(self._notes.role)

    def resize(self, note_id: str, span: Span) -> None:
        """Let a note stand on another passage, as its handles were dragged."""
        document = self._document
        if document is not None:
            self._notes.act(lambda: self._services.notetaking.resize(document, note_id, span))

    def put_note(self) -> None:
        """Put the lost or uncertain note that is current in the panel on what is selected."""
        note_id = self._parts.notes.unsure()
        if note_id:
            self.put(note_id)
        else:
            words = self.tr("Choose a note in the notes panel first, one whose passage was not found.")
            self._services.messages.say(words)

    def put(self, note_id: str) -> None:
        """Put a note on what is selected."""
        document, span = self._document, self._parts.reader.view.selection()
        if document is None:
            return
        if span is None:
            words = self.tr("Select the passage in the text first, then put the note on it.")
            self._services.messages.say(with_key(words, self._parts.actions.key("put_note")))
        else:
            self._put(document, note_id, span)
            self._parts.reader.view.let_go()

    def confirm(self, note_id: str) -> None:
        """Take the uncertain place of a note for the right one."""
        item, document = self._parts.desk.front, self._document
        placed = next((one for one in item.notes if one.note.id == note_id), None) if item else None
        if document is not None and placed is not None and placed.span is not None:
            self._put(document, note_id, placed.span)

    def deny(self, note_id: str) -> None:
        """Take the uncertain place of a note for a wrong one: its passage is lost then."""
        if self._notes.act(lambda: self._services.notetaking.deny(note_id)):
            words = self.tr("The note keeps its quote and is listed as not found. Ctrl+Z takes this back.")
            self._services.messages.say(words)

    def _put(self, document: Document, note_id: str, span: Span) -> None:
        if self._notes.act(lambda: self._services.notetaking.put(document, note_id, span)):
            quote = shortened(" ".join(document.quote(span).split()), 60)
            words = self.tr("The note stands on “{0}” now. Ctrl+Z takes this back.")
            self._services.messages.say(words.format(quote))

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
