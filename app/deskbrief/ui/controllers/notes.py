"""Marking and taking notes from the text and in the panel; what is said to be saved is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskbrief.document.changes import Change
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.messages import message_for
from deskbrief.services.notetaking import PlacedNote, note_on
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import numbered

if TYPE_CHECKING:
    from deskbrief.ui.dialogs.waiting_note import WaitingNote

#: How often a note that could not be saved is tried again.
RETRY_MS = 5_000
#: The most hits that are marked in one go: so many rows are read, and written in one transaction at once.
MOST_AT_ONCE = 1_000


class Notes(QObject):
    """The acts on notes.

    `changed` carries the `Change` that an act made to the notes or decisions of the front document, `opened`
    the id of a note that is edited.
    """

    changed = Signal(object)
    opened = Signal(str)

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._role = Role.YELLOW
        self._unsaved: dict[str, str] = {}
        # Words that the library has and the disk perhaps not yet: the number of the write, and they.
        self._awaited: dict[str, tuple[int, str]] = {}
        # The write that is to be told of as saved; what the program writes by itself is nobody's news.
        self._to_tell: int | None = None
        self._is_unsure = False
        self._refusal = ""
        self.waiting: WaitingNote | None = None
        self._again = QTimer(self)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.retry)

    @property
    def unsaved(self) -> int:
        """The number of notes whose last words are not on disk; one more when a mark may not be there."""
        return len(self._unsaved) + self._is_unsure + (self.waiting is not None)

    def mark(self) -> None:
        """Mark the selection, or the sentence here, in the role used last."""
        self._mark_or_recolour(self._marked_exactly(), self._role)

    @property
    def role(self) -> Role:
        """The role used last."""
        return self._role

    def mark_as(self, role: Role) -> None:
        """Give the mark under the keyboard a role; without one, mark the selection, or the sentence."""
        self._role = role
        self._mark_or_recolour(self._under_keyboard() or self._marked_exactly(), role)

    def _mark_or_recolour(self, here: PlacedNote | None, role: Role) -> None:
        if here is None:
            self._mark(edit=False)
        elif self.act(lambda: self._services.notetaking.recolour(here.note.id, role)) and here.span:
            self._let_see(here.span)

    def _let_see(self, span: Span) -> None:
        """Give the selection up, which would hide the colour of its mark, with the keyboard on the mark."""
        view = self._parts.reader.view
        if view.selection() is not None:
            view.let_go(span.start)

    def mark_all(self, spans: Sequence[Span]) -> None:
        """Mark `spans`, which were found, in the role used last; those that are marked already are left."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        document = item.document
        known = {placed.span for placed in item.notes}
        fresh = [span for span in spans if span not in known]
        kept = fresh[:MOST_AT_ONCE]
        if self.act(lambda: self._services.notetaking.mark_all(document, kept, self._role)):
            self._services.messages.say(self._told(len(kept), len(fresh)))
        elif not fresh and spans:
            self._services.messages.say(self.tr("All of them are marked already."))

    @property
    def _undo(self) -> str:
        return self._parts.actions.spoken("undo")

    def _told(self, marked: int, found: int) -> str:
        words = self.tr("{0} marked. {1} takes the marks away.").format(f"{marked:,}", self._undo)
        if marked == found:
            return words
        rest = self.tr("The other {0} were not: make the search narrower, or mark again for more.")
        return f"{words} {rest.format(f'{found - marked:,}')}"

    def note(self) -> None:
        """Mark the selection, or the sentence here, and write about it; a mark that is there is opened."""
        here = self.here()
        if here is not None:
            self.opened.emit(here.note.id)
        else:
            self._mark(edit=True)

    def write(self, note_id: str, body: str) -> None:
        """Keep the words of a note; when that fails they are tried again until it works."""
        try:
            self._services.notetaking.write(note_id, body)
        except DeskbriefError as error:
            self._failed(note_id, body, error)
            return
        self._unsaved.pop(note_id, None)
        self._replace_body(note_id, body)
        self._awaited[note_id] = (self._services.library.written, body)
        self.acknowledge()

    def _failed(self, note_id: str, body: str, error: DeskbriefError) -> None:
        self._unsaved[note_id] = body
        self._parts.notes.note_failed(note_id, str(message_for(error)))
        self._parts.status.show_unsaved(str(message_for(error)))
        self._again.start()

    def acknowledge(self) -> None:
        """Say that what was written last is saved, once the disk has it."""
        self._to_tell = self._services.library.written
        if self._services.library.is_settled:
            self.settled(self._services.library.written, None)

    def settled(self, number: int, error: DeskbriefError | None) -> None:
        """Know that the disk has all writes up to `number`, or because of `error` may not have them."""
        for note_id, (written, body) in list(self._awaited.items()):
            if written <= number:
                del self._awaited[note_id]
                if error is not None:
                    self._failed(note_id, body, error)
                elif note_id not in self._unsaved:
                    self._parts.notes.note_saved(note_id)
        if error is not None:
            self._doubt(error)
        elif not self._unsaved:
            if self._is_unsure or (self._to_tell is not None and self._to_tell <= number):
                self._to_tell = None
                self._parts.status.show_saved()
            self._is_unsure = False
            self._again.stop()
            if self._refusal and self._parts.notice.text() == self._refusal:
                self._parts.notice.dismiss()
            self._refusal = ""

    def _doubt(self, error: DeskbriefError) -> None:
        """Say, once, that what was shown may not be on disk, and keep trying."""
        if not self._is_unsure:
            self._refused(error)
        self._is_unsure = True
        self._parts.status.show_unsaved(str(message_for(error)))
        self._again.start()

    def settle(self) -> None:
        """Wait until the disk has everything that it will take."""
        library = self._services.library
        if self._awaited or not library.is_settled:
            error = library.settle()
            self.settled(library.written, error)

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._services.library.settle_again()
        for note_id, body in list(self._unsaved.items()):
            self.write(note_id, body)

    def recolour(self, note_id: str, role: Role) -> None:
        """Give a note another role."""
        self._role = role
        self.act(lambda: self._services.notetaking.recolour(note_id, role))

    def tag(self, note_id: str, tags: Sequence[str]) -> None:
        """Give a note other tags."""
        self.act(lambda: self._services.notetaking.tag(note_id, tags))

    def recolour_all(self, ids: Sequence[str], role: Role) -> None:
        """Give several notes another role."""
        self.act(lambda: self._services.notetaking.recolour_all(ids, role))

    def tag_all(self, ids: Sequence[str], tags: Sequence[str]) -> None:
        """Give several notes tags beside those they have."""
        self.act(lambda: self._services.notetaking.tag_all(ids, tags))

    def untag_all(self, ids: Sequence[str], tag: str) -> None:
        """Take a tag from several notes."""
        self.act(lambda: self._services.notetaking.untag_all(ids, tag))

    def delete_all(self, ids: Sequence[str]) -> None:
        """Delete several notes; undo brings them back."""
        if self.act(lambda: self._services.notetaking.delete_all(ids)):
            words = numbered(
                len(ids),
                self.tr("1 note deleted. {0} brings it back."),
                self.tr("{0} notes deleted. {{0}} brings them back."),
            )
            self._services.messages.say(words.format(self._undo))

    def delete(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        if self.act(lambda: self._services.notetaking.delete(note_id)):
            self._services.messages.say(self.tr("Note deleted. {0} brings it back.").format(self._undo))

    def delete_here(self) -> None:
        """Delete the mark under the selection or the caret."""
        here = self.here()
        if here is not None:
            self.delete(here.note.id)

    def undo(self) -> None:
        """Take back the last change of notes or decisions."""
        self._step(self._services.library.undo, self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Make a change again that was taken back."""
        self._step(self._services.library.redo, self.tr("Done again: {0}"))

    def _step(self, act: Callable[[str], Change | None], words: str) -> None:
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        self._parts.side.flush()
        document = item.document
        try:
            change = act(document.sha256)
        except DeskbriefError as error:
            self._refused(error)
            return
        if change is not None:
            self._services.messages.say(words.format(change.label))
            self._saved(change)

    def _mark(self, *, edit: bool) -> None:
        item = self._parts.desk.front
        span = self._parts.reader.view.selection() or self._parts.reader.view.sentence_here()
        if item is None or item.document is None:
            return
        if span is None:
            self._tell_nothing()
            return
        self._parts.side.flush()
        document: Document = item.document
        try:
            note, change = self._services.notetaking.mark(document, span, self._role)
        except DeskbriefError as error:
            self._refused(error)
            if edit:
                self._wait(document, span, str(message_for(error)))
            return
        self._saved(change)
        self._let_see(span)
        if edit:
            self.opened.emit(note.id)

    def _wait(self, document: Document, span: Span, trouble: str) -> None:
        """Let the reader write about a passage although nothing can be saved now."""
        from deskbrief.ui.dialogs.waiting_note import WaitingNote

        save = partial(self._save_waiting, document, span, self._role)
        self.waiting = WaitingNote(document.quote(span), trouble, save, self._parts.window)
        self.waiting.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.waiting.finished.connect(self._waited)
        self.waiting.open()

    def _waited(self) -> None:
        self.waiting = None

    def _save_waiting(self, document: Document, span: Span, role: Role, body: str) -> bool:
        try:
            note, change = self._services.notetaking.mark(document, span, role, body)
        except DeskbriefError:
            return False
        self._saved(change)
        front = self._parts.desk.front
        if front is not None and front.is_of(document.sha256):
            self._let_see(span)
            self.opened.emit(note.id)
        return True

    def _refused(self, error: DeskbriefError) -> None:
        """Tell that something could not be saved, until something is."""
        self._services.messages.report(error)
        self._refusal = str(message_for(error))
        self._parts.status.show_unsaved(self._refusal)

    def _tell_nothing(self) -> None:
        words, more = self.tr("There is no text here to mark."), self.tr("Select a passage, and try again.")
        self._services.messages.say(words, more)
        self._parts.reader.refuse(f"{words} {more}")

    def here(self) -> PlacedNote | None:
        """Return the note whose mark is under the keyboard, or else on the selection or the sentence here."""
        item, view = self._parts.desk.front, self._parts.reader.view
        span = view.selection() or view.sentence_here()
        if item is None or span is None:
            return None
        under = self._under_keyboard()
        return under or next((placed for placed in item.notes if _touches(placed.span, span)), None)

    def _under_keyboard(self) -> PlacedNote | None:
        """Return the note with the shortest mark on the letter at the keyboard, when nothing is selected."""
        item, at = self._parts.desk.front, self._parts.reader.view.standing()
        if item is None or at is None or self._parts.reader.view.selection() is not None:
            return None
        found = [one for one in item.notes if one.span is not None and one.span.start <= at < one.span.end]
        return min(found, key=_length, default=None)

    def _marked_exactly(self) -> PlacedNote | None:
        """Return the note on just what is selected, or else on just the sentence here."""
        item, view = self._parts.desk.front, self._parts.reader.view
        span = view.selection() or view.sentence_here()
        if item is None or span is None:
            return None
        return note_on(item.notes, span)

    def act(self, act: Callable[[], Change | None]) -> bool:
        """Carry out an act on notes; return whether it changed anything. Failures are told."""
        self._parts.side.flush()
        try:
            change = act()
        except DeskbriefError as error:
            self._refused(error)
            return False
        if change is not None:
            self._saved(change)
        return change is not None

    def _saved(self, change: Change) -> None:
        self.acknowledge()
        self.changed.emit(change)

    def _replace_body(self, note_id: str, body: str) -> None:
        for item in self._parts.desk.documents:
            if any(placed.note.id == note_id for placed in item.notes):
                _set_body(item, note_id, body)


def _set_body(item: OpenDocument, note_id: str, body: str) -> None:
    item.notes = tuple(
        replace(placed, note=replace(placed.note, body=body)) if placed.note.id == note_id else placed
        for placed in item.notes
    )


def _length(placed: PlacedNote) -> int:
    return len(placed.span) if placed.span is not None else 0


def _touches(mark: Span | None, span: Span) -> bool:
    return mark is not None and (mark.overlaps(span) or mark.holds(span))
