"""Writing in a note of the panel: the editor on its card, and the words on their way to the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from deskbrief.ui.notes.draft import Draft
from deskbrief.ui.notes.list import NoteList
from deskbrief.ui.notes.rows import NoteRow
from deskbrief.ui.notes.shelf import Shelf


class Writing(QObject):
    """The note whose card has the editor; `body_changed` carries its id and all of its words."""

    body_changed = Signal(str, str)

    def __init__(self, rows: NoteList, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._list = rows
        self._editor = rows.editor
        self._shelf = shelf
        self._draft = Draft(self)
        self._draft.due.connect(self._send)
        self._editor.typed.connect(self._type)
        self._editor.blurred.connect(self.flush)
        self._editor.left.connect(self.leave)

    @property
    def note_id(self) -> str:
        """The note whose card has the editor, or nothing."""
        return self._draft.note_id

    @property
    def row(self) -> NoteRow | None:
        """The row of that note."""
        return self._shelf.row(self._draft.note_id)

    @property
    def is_writing(self) -> bool:
        """Whether the caret is in its words."""
        return self._editor.is_writing

    def open(self, row: NoteRow) -> None:
        """Lay the editor on the card of a note; words of the one before are sent first."""
        if row.key != self._draft.note_id:
            self._draft.begin(row.key, row.body)
            self._list.open_editor(row)

    def close(self) -> None:
        """Send what was typed, and take the editor away."""
        self._draft.begin("", "")
        self._list.close_editor()

    def renew(self) -> None:
        """Show the note at hand as it is now: its colour, its tags, and its words unless newer were typed."""
        row = self.row
        if row is None:
            self.close()
            return
        body = row.entry.note.body
        if not self._shelf.has_problem(row.key) and self._draft.takes(body):
            row.type(body)
            self._editor.replace(body)
        self._editor.show_role(row.entry.note.role)
        self._editor.show_tags(row.entry.note.tags)

    def flush(self) -> None:
        """Send what was typed, at once."""
        self._draft.flush()
        self._editor.tags.send()

    def saved(self, note_id: str) -> None:
        """Know that all words sent so far are kept, if they are of the note at hand."""
        if note_id == self._draft.note_id:
            self._draft.saved()

    def leave(self) -> None:
        """Send what was typed, and give the keyboard to the list."""
        self.flush()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _type(self, text: str) -> None:
        row = self.row
        if row is not None:
            row.type(text)
            self._draft.type(text)
            self._list.keep_editor_in_sight()

    def _send(self, note_id: str, body: str) -> None:
        self._shelf.sent(note_id, body)
        self.body_changed.emit(note_id, body)
