"""The menu of the text: what can be done with what is under the pointer, with the keys beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.ui.parts import Parts
from deskbrief.ui.reader.pointed import Pointed

#: The most of an address that a menu shows.
LONGEST = 60


class TextMenu(QMenu):
    """Offers what belongs to a link, a mark, a marker or the words under the pointer.

    `edit_requested` carries a note's id, `marker_requested` a `Marker`, `copy_requested` an address.
    """

    edit_requested = Signal(str)
    marker_requested = Signal(object)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._parts = parts
        self._pointed: Pointed = parts.reader.view.pointed()
        if self._pointed.address or self._pointed.place >= 0:
            self._add_link()
        if self._pointed.marker is not None:
            self._add(self.tr("Show in the outline"), self._show_marker)
            self.addSeparator()
        if self._pointed.mark is not None:
            self._add_mark()
        if self._pointed.marker is None:
            self._add_words()

    def _add_link(self) -> None:
        address = self._pointed.address
        if self._pointed.place >= 0:
            self._add(self.tr("Go where this leads"), self._follow_place)
        else:
            shown = address if len(address) <= LONGEST else f"{address[: LONGEST - 1]}…"
            self._add(self.tr("Open {0} …").format(shown), self._open)
            self._add(self.tr("Copy address"), self._copy)
        self.addSeparator()

    def _add_mark(self) -> None:
        mark = self._pointed.mark
        assert mark is not None
        words = self.tr("Edit the note") if mark.has_body else self.tr("Write a note on this mark")
        self._add(words, self._edit)
        roles = self.addMenu(self.tr("Colour of the mark"))
        self._parts.actions.fill(roles, *(f"mark_{number}" for number in range(1, 7)))
        ends = self.addMenu(self.tr("Longer or shorter"))
        self._parts.actions.fill(ends, "begin_earlier", "begin_later", "end_earlier", "end_later")
        self._parts.actions.fill(self, "merge", "delete", "")

    def _add_words(self) -> None:
        fill = self._parts.actions.fill
        fill(self, "copy", "copy_text", "copy_html", "cite", "")
        if self._pointed.mark is None:
            fill(self, "mark", "note")
            colours = self.addMenu(self.tr("Mark in colour"))
            fill(colours, *(f"mark_{number}" for number in range(1, 7)))
            if self._parts.reader.view.selection() is not None:
                fill(self, "merge")
        fill(self, "pen", "event", "recommendation", "to_brief", "", "find_this", "search_this")
        front = self._parts.desk.front
        if front is not None and front.has_pages:
            fill(self, "page_place")
        fill(self, "", "aloud")

    def _add(self, words: str, slot: object) -> None:
        action = QAction(words.replace("&", "&&"), self)
        action.triggered.connect(slot)
        self.addAction(action)

    def _open(self) -> None:
        self._parts.reader.link_activated.emit(self._pointed.address)

    def _copy(self) -> None:
        self.copy_requested.emit(self._pointed.address)

    def _follow_place(self) -> None:
        self._parts.reader.place_requested.emit(self._pointed.place)

    def _show_marker(self) -> None:
        self.marker_requested.emit(self._pointed.marker)

    def _edit(self) -> None:
        assert self._pointed.mark is not None
        self.edit_requested.emit(self._pointed.mark.note)
