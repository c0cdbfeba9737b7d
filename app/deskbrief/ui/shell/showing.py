"""Keeping every part of the window showing the document in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskbrief.library.library import Library
from deskbrief.services.messages import Message
from deskbrief.services.places import place_at
from deskbrief.ui.controllers.documents import CLOSE, RETRY, STORED
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.docks import Docks
from deskbrief.ui.models.slices import Slicer
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts
from deskbrief.ui.shell.findings import Findings
from deskbrief.ui.shell.marks import MarksOfNotes
from deskbrief.ui.shell.titles import Titles, name_of
from deskbrief.ui.side import NOTES

if TYPE_CHECKING:
    from deskbrief.services.notetaking import PlacedNote
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.reader.panel import ReaderPanel
    from deskbrief.ui.shell.entries import EntriesOfNotes

#: An opening that takes longer than this is spoken of.
OPENING_MS = 120
#: Commands that concern the document in front.
NEEDING_DOCUMENT = (
    *("coverage", "aloud", "export", "brief", "compare", "undo", "redo", "search", "where"),
    *("copy", "copy_text", "copy_html", "cite", "find", "find_next", "find_previous", "find_this"),
    *("search_this", "next_paragraph", "previous_paragraph", "next_sentence", "previous_sentence"),
    *("paragraph_on", "paragraph_back", "sentence_on", "sentence_back", "next_mark", "previous_mark"),
    *("mark", *(f"mark_{number}" for number in range(1, 7)), "note", "delete", "event", "recommendation"),
    *("pen", "merge", "put_note", "end_later", "end_earlier", "begin_earlier", "begin_later"),
)
#: And those that concern its pages.
NEEDING_PAGES = ("pages", "pages_beside", "page_place")


class Showing(QObject):
    """One method for each kind of change; each shows just that."""

    def __init__(self, window: MainWindow, parts: Parts, docks: Docks, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._docks = docks
        self._library = library
        self._marks, self._others_marks = MarksOfNotes(), MarksOfNotes()
        self._entries: EntriesOfNotes | None = None
        self._slicer = Slicer(self)
        #: What is said above the text of the document in front, and of no other.
        self._told: Message | None = None
        parts.notice.dismissed.connect(self._untell)
        self.titles = Titles(window, parts)
        self.findings = Findings(window, parts, self.titles)
        self.findings.sectioned.connect(self._refresh_sections)
        self._opening_later = QTimer(self)
        self._opening_later.setSingleShot(True)
        self._opening_later.setInterval(OPENING_MS)
        self._opening_later.timeout.connect(self._show_opening)

    def front(self) -> None:
        """Show the document in front, or what stands in its place."""
        item = self._parts.desk.front
        document = item.document if item else None
        self._parts.actions.enable(document is not None, *NEEDING_DOCUMENT)
        # What cannot be opened, or is on its way, can be closed, too.
        self._parts.actions.enable(item is not None, "close")
        self._window.enable_undo()
        self._window.controllers.navigation.refresh()
        self._parts.actions.enable(item is not None and item.has_pages, *NEEDING_PAGES)
        self._window.show_pages_button(item is not None and item.has_pages)
        active = self._parts.panes.active
        active.item = item
        if item is not None and document is not None and active.shown is document:
            # The other pane may have read on in the same document.
            item.place = active.reader.view.place()
        self._fill(active)
        self._show_other()
        active, shown = self._parts.panes.active, self._parts.panes.active.shown
        self.tell_of(item)
        self._await_opening(item)
        self._parts.status.show_document(document)
        self.titles.show(item)
        self.titles.tabs()
        self.forget_others()
        self.notes()
        self.findings.show()
        self.place(active.reader.view.current() if shown is not None else 0)

    def tell_of(self, item: OpenDocument | None) -> None:
        """Show what is to be said of the document in front with it alone."""
        told, notice = item.telling if item else None, self._parts.notice
        if self._told is not None and self._told is not told and notice.shows(self._told):
            notice.put_away()
        if told is not None and not notice.shows(told):
            notice.show_message(told)
        self._told = told

    def _untell(self, message: Message) -> None:
        for item in self._parts.desk.documents:
            if item.telling is message:
                item.telling = None

    def pane(self, pane: Pane) -> None:
        """Show in a pane that is not active the document it stands on, with its marks and its place."""
        self._fill(pane)
        placed = pane.item.notes if pane.item else ()
        kept = self._marks if pane.item is self._parts.desk.front else self._others_marks
        pane.reader.view.set_marks(kept.of(placed))
        pane.reader.view.set_markers(self.findings.markers(pane.item.curated) if pane.item else ())
        self.titles.crumb(pane, pane.reader.view.current())
        self.titles.crumb(self._parts.panes.active, self._parts.reader.view.current())

    def other(self, item: OpenDocument) -> None:
        """Show what has arrived for a document that is not in front."""
        pane = self._parts.panes.other
        if pane is not None and pane.item is item:
            self.pane(pane)
        # A page that stands in the text's place hides the row.
        if self._window.has_tabs and self._window.tabs.isVisible():
            self.titles.tabs()

    def _show_other(self) -> None:
        """Let the other pane follow: its document may be closed, read again, or the one in front."""
        panes, documents = self._parts.panes, self._parts.desk.documents
        pane = panes.other
        if pane is None:
            return
        if pane.item not in documents:
            if panes.active is panes.second and panes.second.item is not None:
                panes.second.item.place = panes.second.reader.view.place()
            panes.unsplit()
            panes.first.item = self._parts.desk.front
            self._fill(panes.first)
        else:
            self.pane(pane)

    def _fill(self, pane: Pane) -> None:
        """Show the document of a pane, or what stands in its place."""
        item, reader = pane.item, pane.reader
        preview = item.preview if item and not item.trouble else None
        shown = (item.document or preview) if item else None
        number = self._parts.panes.all.index(pane)
        pages = item is not None and item.shows_pages(number, self._window.remembered_pages())
        reader.show_original(pages)
        if pane is self._parts.panes.active:
            self._parts.actions["pages"].setChecked(pages)
        if shown is not pane.shown:
            pane.shown = shown
            reader.view.show_document(shown, item.place if item else 0)
        if shown is not None:
            reader.clear_message()
        elif item is None:
            reader.show_empty()
        elif item.trouble:
            self._show_trouble(item, reader)
        else:
            reader.show_nothing()

    def notes(self) -> None:
        """Show the notes, in the panel and as marks in the text."""
        item = self._parts.desk.front
        self._slicer.start(self._show_notes(item, item.notes if item else ()))

    def _show_notes(self, item: OpenDocument | None, placed: tuple[PlacedNote, ...]) -> Iterator[None]:
        """Show the notes of `item`; yields between two slices of thousands of them."""
        yield from self._marks.prepare(placed)
        marks = self._marks.of(placed)
        for pane in self._parts.panes.all:
            if pane.item is item:
                pane.reader.view.set_marks(marks)
        self._docks.name(self._window.notes_dock, self.tr("Notes"), len(placed))
        if not self._parts.side.has(NOTES):
            return
        notes = self._notes_of()
        yield from notes.prepare(item)
        yield from self._parts.notes.prepare(notes.of(item))
        elsewhere = notes.elsewhere(item, self._library)
        self._parts.notes.know_text(is_there=item is not None)
        self._parts.notes.show_notes(notes.of(item), elsewhere, notes.tags(self._library))

    def _refresh_sections(self) -> None:
        """Show the notes anew if they stand in other sections now."""
        if self._entries is not None and self._entries.are_stale(self._parts.desk.front):
            self.notes()

    def forget_others(self) -> None:
        """Look anew for what notes of other documents mention, because some of them may have changed."""
        if self._entries is not None:
            self._entries.forget_others()

    def _notes_of(self) -> EntriesOfNotes:
        if self._entries is None:
            from deskbrief.ui.shell.entries import EntriesOfNotes

            self._entries = EntriesOfNotes()
        return self._entries

    def catch_up(self) -> None:
        """Show now what waits for its turn: the first picture of a window is to be its final one."""
        self.findings.catch_up()
        if self._parts.panes.active.shown is not None:
            self.place(self._parts.reader.view.current())

    def side(self) -> None:
        """Fill the panels at the side, one of which has just been made."""
        self.notes()
        self.findings.show_facts()
        self.place(self._parts.reader.view.current())

    def place(self, offset: int) -> None:
        """Let panels and status line follow the reader to `offset`."""
        item = self._parts.desk.front
        document = item.document if item else None
        outline = item.outline if item else None
        self._parts.status.show_place(place_at(document, outline, offset) if document else None)
        self.titles.crumb(self._parts.panes.active, offset)
        self._parts.outline.set_place(offset)
        if self._parts.side.has(NOTES):
            self._parts.notes.set_place(offset)

    def _show_trouble(self, item: OpenDocument, reader: ReaderPanel) -> None:
        stored = (STORED, self.tr("Open the stored text"))
        buttons = ((RETRY, self.tr("Try again")), (CLOSE, self.tr("Close")))
        words = self.tr("Its text is in the library as it was when it was last read, with your notes.")
        reader.show_message(
            self.tr("This file could not be opened"),
            f"{item.trouble}\n\n{words}" if item.stored else item.trouble,
            (stored, *buttons) if item.stored else buttons,
        )

    def _await_opening(self, item: OpenDocument | None) -> None:
        """Speak of an opening after a while: a document of the library is there before that could be read."""
        if item is not None and item.opens:
            self._opening_later.start()
        else:
            self._opening_later.stop()
            self._parts.status.show_opening(False)

    def _show_opening(self) -> None:
        item = self._parts.desk.front
        if item is None or not item.opens:
            return
        self._parts.status.show_opening(True)
        if item.preview is None:
            words = self.tr("Opening {0} …").format(item.path.name)
            self._parts.reader.show_message(words, "", ((CLOSE, self.tr("Cancel")),))

    def left_open(self) -> list[tuple[Path, str]]:
        """Return file and title of each open document that can be shown again, in the order of the tabs."""
        return [(item.path, name_of(item)) for item in self._parts.desk.documents if item.worth_restoring]
