"""The menu of a row that stands for a passage: a note, a figure, a quote."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.links import note_link
from deskbrief.document.note_text import links_in
from deskbrief.document.notes import Role
from deskbrief.services.curation import shortened
from deskbrief.ui.models.rows import Row
from deskbrief.ui.notes.rows import NoteRow, NoteWords
from deskbrief.ui.reader.selectionbar import role_names


class RowMenu(QMenu):
    """Offers what can be done with a row, with the keys beside.

    `go_asked` and `cite_asked` carry the Span of the row, `edit_asked` and `delete_asked` a note's id,
    `role_asked` an id and a Role, `place_asked` what is to be done about the place of a note (`confirm`,
    `deny` or `put`), and its id, `link_asked` a link that is to be copied, `follow_asked` one to be followed.
    """

    go_asked = Signal(object)
    cite_asked = Signal(object)
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    role_asked = Signal(str, object)
    place_asked = Signal(str, str)
    link_asked = Signal(str)
    follow_asked = Signal(str)

    def __init__(self, row: Row, parent: QWidget, names: Mapping[Role, str] = MappingProxyType({})) -> None:
        """`names` are the user's own names of colours."""
        super().__init__(parent)
        self._names = names
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.span is not None:
            go = self.addAction(self.tr("Go to the passage") + "\tEnter")
            go.triggered.connect(partial(self.go_asked.emit, row.span))
            cite = self.addAction(self.tr("Copy with reference"))
            cite.triggered.connect(partial(self.cite_asked.emit, row.span))
        if isinstance(row, NoteRow):
            self._add_note(row)

    def ask(self, at: QPoint) -> None:
        """Open at a point of the screen, unless there is nothing to offer."""
        if self.isEmpty():
            self.deleteLater()
        else:
            self.popup(at)

    def _add_note(self, row: NoteRow) -> None:
        self.addSeparator()
        edit = self.addAction(self.tr("Write") + "\tE")
        edit.triggered.connect(partial(self.edit_asked.emit, row.key))
        acts = (("yes", "confirm", "Y"), ("no", "deny", "X"), ("put", "put", "P"))
        offered = {name: words for name, words, _ in NoteWords().acts(row.entry)}
        offered.setdefault("put", self.tr("Put it on the selected passage"))
        for name, act, key in acts:
            if name in offered:
                action = self.addAction(f"{offered[name]}\t{key}")
                action.triggered.connect(partial(self.place_asked.emit, act, row.key))
        self.addAction(self.tr("Copy link to this note")).triggered.connect(
            partial(self.link_asked.emit, note_link(row.key))
        )
        for words, address in dict.fromkeys((words, address) for _, _, words, address in links_in(row.body)):
            follow = self.addAction(self.tr("Follow “{0}”").format(shortened(words, 40)).replace("&", "&&"))
            follow.triggered.connect(partial(self.follow_asked.emit, address))
        for note_id, words in row.mentioned:
            named = self.tr("Go to “{0}”, which mentions it").format(words).replace("&", "&&")
            self.addAction(named).triggered.connect(partial(self.follow_asked.emit, note_link(note_id)))
        colours = self.addMenu(self.tr("Colour of the mark"))
        for number, (role, name) in enumerate(zip(Role, role_names(self), strict=True), start=1):
            action = colours.addAction(f"{self._names.get(role, name)}\t{number}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(role is row.entry.note.role)
            action.triggered.connect(partial(self.role_asked.emit, row.key, role))
        delete = self.addAction(self.tr("Delete") + "\tDel")
        delete.triggered.connect(partial(self.delete_asked.emit, row.key))
