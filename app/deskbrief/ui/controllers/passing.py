"""Handing passages on: to the clipboard, to other programs by dragging, and to the two searches."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QGuiApplication

from deskbrief.document.spans import Span
from deskbrief.services.references import locator
from deskbrief.services.titles import document_title
from deskbrief.ui.models.rows import Row
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.side import NOTES

#: Longer selections are not looked for.
LONGEST_WANTED = 200


class Passing(QObject):
    """What leaves the document, with the reference to where it stands.

    `passage_requested` carries the Span that is to be shown, `place_asked` what is to be done about the
    place of a note, and its id.
    """

    passage_requested = Signal(object)
    place_asked = Signal(str, str)

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services

    def reference(self, span: Span) -> str:
        """Return the title of the document in front and where in it `span` stands."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return ""
        return f"{document_title(item.document, item.path.name)}, {locator(item.document, span)}"

    def cite(self) -> None:
        """Copy the selection, or the sentence here, as a quote with its source."""
        span = self._here()
        if span is not None:
            self.cite_span(span)

    def cite_span(self, span: Span) -> None:
        """Copy a passage as a quote with its source."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        words = " ".join(item.document.quote(span).split())
        from deskbrief.document.links import link_to

        link = link_to(item.document.sha256, span.start, span.end, item.document.quote(span))
        self._put(f"“{words}” ({self.reference(span)})\n{link}")
        self._services.messages.say(self.tr("Copied with its reference."))

    def copy(self) -> None:
        """Copy the selection, or the sentence here, as text and as HTML."""
        from deskbrief.ui.reader.clipboard import passage

        item, span = self._parts.desk.front, self._here()
        if item is not None and item.document is not None and span is not None:
            QGuiApplication.clipboard().setMimeData(passage(item.document, span))

    def copy_text(self) -> None:
        """Copy the selection, or the sentence here, as text alone."""
        from deskbrief.ui.reader.stretches import plain

        item, span = self._parts.desk.front, self._here()
        if item is not None and item.document is not None and span is not None:
            self._put(plain(item.document, span))
            self._services.messages.say(self.tr("Copied as plain text."))

    def copy_html(self) -> None:
        """Copy the source of the selection, or of the sentence here, as HTML."""
        from deskbrief.ui.reader.clipboard import markup

        item, span = self._parts.desk.front, self._here()
        if item is not None and item.document is not None and span is not None:
            self._put(markup(item.document, span))
            self._services.messages.say(self.tr("Copied as HTML."))

    def copy_address(self, address: str) -> None:
        """Copy where a link leads."""
        self._put(address)
        self._services.messages.say(self.tr("Address copied."))

    def copy_link(self, link: str) -> None:
        """Copy a link to a note."""
        self._put(link)
        self._services.messages.say(self.tr("Link copied. Paste it into another note."))

    def find_this(self) -> None:
        """Look for the selection, or the word here, in the document."""
        words = self.wanted()
        if words:
            self._parts.reader.find_words(words)

    def drag(self, row: Row) -> None:
        """Drag the passage that a row stands for, and the reader's words about it, out of the window."""
        data = self.data_of(row)
        if data is not None:
            self.drag_out(data)

    def data_of(self, row: Row) -> QMimeData | None:
        """Return what a row is to other programs: its passage with the reference, and words of a note."""
        item = self._parts.desk.front
        if item is None or item.document is None or row.span is None:
            return None
        from deskbrief.ui.notes.rows import NoteRow
        from deskbrief.ui.reader.clipboard import cited

        words = row.body if isinstance(row, NoteRow) else ""
        return cited(item.document, row.span, self.reference(row.span), words, row=True)

    def menu(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row in the notes, figures or quotes; `at` is on the screen."""
        from deskbrief.ui.controllers.rowmenu import RowMenu

        names = self._parts.notes.role_names if self._parts.side.has(NOTES) else {}
        menu = RowMenu(row, self._parts.window, names)
        menu.cite_asked.connect(self.cite_span)
        menu.go_asked.connect(self.passage_requested)
        menu.place_asked.connect(self.place_asked)
        if self._parts.side.has(NOTES):
            notes = self._parts.notes
            menu.edit_asked.connect(notes.edit)
            menu.follow_asked.connect(notes.link_requested)
            menu.link_asked.connect(self.copy_link)
            menu.role_asked.connect(notes.role_requested)
            menu.delete_asked.connect(notes.delete_requested)
        menu.ask(at)

    def drag_out(self, data: QMimeData) -> None:
        """Let the mouse carry `data` until it is dropped."""
        drag = QDrag(self._parts.window)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def _here(self) -> Span | None:
        view = self._parts.reader.view
        return view.selection() or (view.sentence_here() if view.standing() is not None else None)

    def wanted(self) -> str:
        """Return the selection, or the word here, as it is looked for."""
        item, view = self._parts.desk.front, self._parts.reader.view
        if item is None or item.document is None:
            return ""
        span, at = view.selection(), view.standing()
        if span is None and at is not None:
            from deskbrief.ui.reader.grain import word_at

            span = word_at(item.document, at)
        words = " ".join(item.document.quote(span).split()) if span is not None else ""
        return words if len(words) <= LONGEST_WANTED else ""

    def _put(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
