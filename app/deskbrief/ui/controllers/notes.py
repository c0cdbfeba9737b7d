"""Marking and taking notes from the text and in the panel; every act is on disk before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from deskbrief.document.changes import Change
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.messages import message_for
from deskbrief.services.references import locator
from deskbrief.services.titles import document_title
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services

#: How often a note that could not be saved is tried again.
RETRY_MS = 5_000
#: The most hits that are marked in one go: so many rows are read, and written in one transaction at once.
MOST_AT_ONCE = 1_000


class Notes(QObject):
    """The acts on notes.

    `changed` says that the notes of the front document are to be shown anew, `opened` that one is edited.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._role = Role.YELLOW
        self._unsaved: dict[str, str] = {}
        self._again = QTimer(self)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.retry)

    @property
    def unsaved(self) -> int:
        """The number of notes whose last words are not on disk."""
        return len(self._unsaved)

    def mark(self) -> None:
        """Mark the selection, or the sentence here, in the role used last."""
        self.mark_as(self._role)

    def mark_as(self, role: Role) -> None:
        """Mark the selection, or the sentence here."""
        self._role = role
        self._mark(edit=False)

    def mark_all(self, spans: Sequence[Span]) -> None:
        """Mark `spans`, which were found, in the role used last; those that are marked already are left."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        document = item.document
        known = {placed.span for placed in item.notes}
        fresh = [span for span in spans if span not in known]
        kept = fresh[:MOST_AT_ONCE]
        if self._act(lambda: self._services.notetaking.mark_all(document, kept, self._role)):
            self._services.messages.say(self._told(len(kept), len(fresh)))
        elif not fresh and spans:
            self._services.messages.say(self.tr("All of them are marked already."))

    def _told(self, marked: int, found: int) -> str:
        words = self.tr("{0} marked. Ctrl+Z takes the marks away.").format(f"{marked:,}")
        if marked == found:
            return words
        rest = self.tr("The other {0} were not: make the search narrower, or mark again for more.")
        return f"{words} {rest.format(f'{found - marked:,}')}"

    def note(self) -> None:
        """Mark the selection, or the sentence here, and write about it; a mark that is there is opened."""
        here = self._note_at_selection()
        if here:
            self.opened.emit(here)
        else:
            self._mark(edit=True)

    def write(self, note_id: str, body: str) -> None:
        """Keep the words of a note; when that fails they are tried again until it works."""
        try:
            self._services.notetaking.write(note_id, body)
        except DeskbriefError as error:
            self._unsaved[note_id] = body
            self._parts.notes.note_failed(note_id, str(message_for(error)))
            self._parts.status.show_unsaved(str(message_for(error)))
            self._again.start()
            return
        self._unsaved.pop(note_id, None)
        self._parts.notes.note_saved(note_id)
        self._replace_body(note_id, body)
        if not self._unsaved:
            self._again.stop()
            self._parts.status.show_saved()

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        for note_id, body in list(self._unsaved.items()):
            self.write(note_id, body)

    def recolour(self, note_id: str, role: Role) -> None:
        """Give a note another role."""
        self._role = role
        self._act(lambda: self._services.notetaking.recolour(note_id, role))

    def tag(self, note_id: str, tags: Sequence[str]) -> None:
        """Give a note other tags."""
        self._act(lambda: self._services.notetaking.tag(note_id, tags))

    def delete(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        if self._act(lambda: self._services.notetaking.delete(note_id)):
            self._services.messages.say(self.tr("Note deleted. Ctrl+Z brings it back."))

    def delete_here(self) -> None:
        """Delete the mark under the selection or the caret."""
        here = self._note_at_selection()
        if here:
            self.delete(here)

    def undo(self) -> None:
        """Take back the last change of notes or decisions."""
        self._step(self._services.library.undo, self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Make a change again that was taken back."""
        self._step(self._services.library.redo, self.tr("Done again: {0}"))

    def cite(self) -> None:
        """Copy the selection as a quote with its source."""
        item, span = self._parts.desk.front, self._parts.reader.view.selection()
        if item is None or item.document is None or span is None:
            return
        words = " ".join(item.document.quote(span).split())
        title = document_title(item.document, item.path.name)
        where = locator(item.document, span)
        QGuiApplication.clipboard().setText(f"“{words}” ({title}, {where})")
        self._services.messages.say(self.tr("Copied with its reference."))

    def _step(self, act: Callable[[str], Change | None], words: str) -> None:
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        self._parts.side.flush()
        document = item.document
        try:
            change = act(document.sha256)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        if change is not None:
            self._services.messages.say(words.format(change.label))
            self._saved()

    def _mark(self, *, edit: bool) -> None:
        item = self._parts.desk.front
        span = self._parts.reader.view.selection() or self._parts.reader.view.sentence_here()
        if item is None or item.document is None or span is None:
            return
        self._parts.side.flush()
        document: Document = item.document
        try:
            note, _ = self._services.notetaking.mark(document, span, self._role)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._saved()
        if edit:
            self.opened.emit(note.id)

    def _note_at_selection(self) -> str:
        item = self._parts.desk.front
        span = self._parts.reader.view.selection() or self._parts.reader.view.sentence_here()
        if item is None or span is None:
            return ""
        return next((placed.note.id for placed in item.notes if _touches(placed.span, span)), "")

    def _act(self, act: Callable[[], Change | None]) -> bool:
        self._parts.side.flush()
        try:
            change = act()
        except DeskbriefError as error:
            self._services.messages.report(error)
            return False
        if change is not None:
            self._saved()
        return change is not None

    def _saved(self) -> None:
        self._parts.status.show_saved()
        self.changed.emit()

    def _replace_body(self, note_id: str, body: str) -> None:
        for item in self._parts.desk.documents:
            if any(placed.note.id == note_id for placed in item.notes):
                _set_body(item, note_id, body)


def _set_body(item: OpenDocument, note_id: str, body: str) -> None:
    item.notes = tuple(
        replace(placed, note=replace(placed.note, body=body)) if placed.note.id == note_id else placed
        for placed in item.notes
    )


def _touches(mark: Span | None, span: Span) -> bool:
    return mark is not None and (mark.overlaps(span) or mark.holds(span))
