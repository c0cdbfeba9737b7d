"""The list of notes, with the editor lying on the card of the current one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.notes.arrange import AlsoRow
from deskbrief.ui.notes.editor import NoteEditor
from deskbrief.ui.notes.paint import NotePainter
from deskbrief.ui.notes.rows import NoteRow, NoteWords
from deskbrief.ui.spoken import announce
from deskbrief.ui.theme import Theme

LETTERS = frozenset({"1", "2", "3", "4", "5", "6", "e", "/", " ", "delete", "y", "x", "p"})


_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class NoteList(RowView):
    """Cards, and one editor that follows the card it belongs to.

    Several notes are chosen with Ctrl, Shift or Space, to act on them together; Esc lets them go.
    """

    def __init__(self, words: NoteWords, parent: QWidget) -> None:
        self._painter = NotePainter(words)
        line = MessagePainter()
        painters = Painters(
            {NoteRow: self._painter, MessageRow: line, AlsoRow: line, GroupRow: GroupPainter()}
        )
        super().__init__(words, painters, LETTERS, parent)
        self.setAccessibleName(self.tr("Notes"))
        self._edited: NoteRow | None = None
        self._from = ""
        self.editor = NoteEditor(words, self.viewport())
        self.editor.hide()
        self.editor.set_look(self.look)
        self.editor.grown.connect(self._fit)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.editor.set_look(self.look)

    def set_here(self, key: str) -> bool:
        """Mark the note at the reading place; tells whether it is another one now."""
        if key == self._painter.here:
            return False
        self._painter.here = key
        self.viewport().update()
        return bool(key)

    def chosen(self) -> list[NoteRow]:
        """Return the notes that are chosen, in their order."""
        return [row for row in self.rows if isinstance(row, NoteRow) and row.is_chosen]

    def choose(self, row: Row | None) -> None:
        """Choose a note, or let it go if it is chosen."""
        if isinstance(row, NoteRow):
            self._from = row.key
            left = [one for one in self.chosen() if one is not row]
            self._set_chosen(left if row.is_chosen else [*left, row])

    def _choose_to(self, number: int) -> None:
        """Choose the notes from the one where choosing began to this one."""
        begun = self._from or (self._edited.key if self._edited else "")
        keys = [row.key for row in self.rows]
        first = keys.index(begun) if begun in keys else number
        self._from = keys[first]
        self._set_chosen(self.rows[min(first, number) : max(first, number) + 1])

    def _set_chosen(self, chosen: Iterable[Row]) -> None:
        before, wanted = self.chosen(), [row for row in chosen if isinstance(row, NoteRow)]
        for row in before:
            row.is_chosen = False
        for row in wanted:
            row.is_chosen = True
        self._from = self._from if wanted else ""
        if before or wanted:
            self.viewport().update()
            announce(self, self.tr("{0} notes chosen").format(len(wanted)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, zone = self.zone_at(event.position().toPoint())
        row = self.rows[number] if number >= 0 else None
        held = event.modifiers() & (_SHIFT | _CONTROL)
        if event.button() is not Qt.MouseButton.LeftButton or zone is not None:
            super().mousePressEvent(event)
        elif held and isinstance(row, NoteRow):
            self._pressed = None
            if held & _SHIFT:
                self._choose_to(number)
                return
            if not self.chosen() and self._edited is not None and self._edited is not row:
                # The note that was clicked before, as lists do it.
                self._edited.is_chosen = True
            self.choose(row)
        else:
            self._set_chosen(())
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.chosen():
            self._set_chosen(())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def open_editor(self, row: NoteRow) -> None:
        """Lay the editor on the card of `row`."""
        self.close_editor()
        self.editor.load(row.body, row.entry.note.role)
        self.editor.show_tags(row.entry.note.tags)
        self._edited = row
        # Qt lays out a scroll area only once it is shown, and nothing is painted before the next event.
        self.editor.show()
        row.is_edited, row.room = True, self._wanted_room()
        self.remeasure(row)

    def close_editor(self) -> None:
        """Take the editor away."""
        row, self._edited = self._edited, None
        if row is not None:
            row.is_edited = False
            self.remeasure(row)
            self.editor.hide()

    def keep_editor_in_sight(self) -> None:
        """Scroll to the editor when it is out of sight."""
        if self._edited is not None and not self.viewport().rect().intersects(self.editor.geometry()):
            self.show_row(self._edited.key)

    def settled(self) -> None:
        """Keep the editor on its card."""
        row = self._edited
        if row is None:
            return
        number = next((number for number in self.seen() if self.rows[number] is row), -1)
        if number >= 0:
            self.editor.setGeometry(self._painter.editor_rect(row, self.row_rect(number)))
        else:
            self.editor.move(0, -2 * self.editor.height())

    def _wanted_room(self) -> int:
        return self.editor.wanted_height(self._painter.editor_width(self.width()))

    def _fit(self) -> None:
        """Give the card the height that the words want now."""
        row = self._edited
        if row is not None and row.room != (room := self._wanted_room()):
            row.room = room
            self.remeasure(row)
