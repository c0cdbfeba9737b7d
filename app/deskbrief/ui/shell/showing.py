"""Keeping every part of the window showing the document in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Outline
from deskbrief.library.library import Library
from deskbrief.services.curation import Curated
from deskbrief.services.naming import NameItems
from deskbrief.services.places import READING_SPEED, path_at, place_at
from deskbrief.services.settings import Settings
from deskbrief.services.titles import Named, document_title, told_apart, with_difference
from deskbrief.ui.controllers.documents import CLOSE, RETRY, STORED
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.docks import Docks
from deskbrief.ui.models.words import as_tool_tip
from deskbrief.ui.outline.panel import EventOrder, Grouping, OutlineSettings, OutlineState
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts
from deskbrief.ui.reader.values import Marker, MarkerKind
from deskbrief.ui.shell.marks import MarksOfNotes
from deskbrief.ui.side import FIGURES, NAMES, NOTES, QUOTES
from deskbrief.ui.words import isolated, lasting, percent

if TYPE_CHECKING:
    from pathlib import Path

    from deskbrief.services.searching import Everything, Group
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.reader.panel import ReaderPanel
    from deskbrief.ui.shell.entries import EntriesOfNotes

E = TypeVar("E", bound=StrEnum)

#: An opening that takes longer than this is spoken of.
OPENING_MS = 120
#: The most characters on a tab.
LONGEST_TAB = 40
#: So many documents are open when the row of tabs is worth its room.
WORTH_TABS = 2
NEEDING_DOCUMENT = (
    *(
        "close",
        "coverage",
        "aloud",
        "export",
        "brief",
        "compare",
        "undo",
        "redo",
        "copy",
        "cite",
        "find",
        "find_next",
        "find_previous",
        "search",
    ),
    *(
        "next_paragraph",
        "previous_paragraph",
        "next_mark",
        "previous_mark",
        "where",
        "mark",
        "note",
        "delete",
    ),
    *("copy_text", "copy_html", "find_this", "search_this", "next_sentence", "previous_sentence"),
    *("paragraph_on", "paragraph_back", "sentence_on", "sentence_back", "pen", "merge", "put_note"),
    *("end_later", "end_earlier", "begin_earlier", "begin_later"),
    *("event", "recommendation", *(f"mark_{number}" for number in range(1, 7))),
)
NEEDING_PAGES = ("pages", "pages_beside", "page_place")


class Showing(QObject):
    """One method for each kind of change; each shows just that."""

    def __init__(self, window: MainWindow, parts: Parts, docks: Docks, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._docks = docks
        self._library = library
        self._marks = MarksOfNotes()
        self._entries: EntriesOfNotes | None = None
        self._everything: Everything | None = None
        self._outline_later = _later(self, self._show_outline)
        self._facts_later = _later(self, self._show_facts)
        self._markers_later = _later(self, self._show_markers)
        self._opening_later = _later(self, self._show_opening, OPENING_MS)

    def front(self) -> None:
        """Show the document in front, or what stands in its place."""
        item = self._parts.desk.front
        document = item.document if item else None
        self._parts.actions.enable(document is not None, *NEEDING_DOCUMENT)
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
        self._await_opening(item)
        self._parts.status.show_document(document)
        self._title(item)
        self.tabs()
        self.forget_others()
        self.notes()
        self.outline()
        self.place(active.reader.view.current() if shown is not None else 0)

    def pane(self, pane: Pane) -> None:
        """Show in a pane that is not active the document it stands on, with its marks and its place."""
        self._fill(pane)
        placed = pane.item.notes if pane.item else ()
        pane.reader.view.set_marks(MarksOfNotes().of(placed))
        pane.reader.view.set_markers(_markers(pane.item.curated) if pane.item else ())
        self.crumb(pane, pane.reader.view.current())
        self.crumb(self._parts.panes.active, self._parts.reader.view.current())

    def other(self, item: OpenDocument) -> None:
        """Show what has arrived for a document that is not in front."""
        pane = self._parts.panes.other
        if pane is not None and pane.item is item:
            self.pane(pane)
        # A page that stands in the text's place hides the row.
        if self._window.has_tabs and self._window.tabs.isVisible():
            self.tabs()

    def crumb(self, pane: Pane, offset: int) -> None:
        """Say above a text in which section the reader is; of two texts, also in which document."""
        item, split = pane.item, self._parts.panes.second is not None
        path = path_at(item.outline, offset) if item and item.outline else ()
        title = [self._called(item)] if item and (split or not path) else []
        words = [*title, *(section.title for section in path)]
        pane.crumb.say(words, marked=split and pane is self._parts.panes.active)
        pane.want_crumb(item is not None and pane.shown is not None and (split or _has_sections(pane.shown)))

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

    def outline(self) -> None:
        """Show what was extracted, in the panels and as markers beside the text.

        Each part has its turn of the event loop, so that none of them keeps the others waiting.
        """
        self._outline_later.start()
        self._markers_later.start()

    def catch_up(self) -> None:
        """Show now what waits for its turn: the first picture of a window is to be its final one."""
        for timer in (self._outline_later, self._markers_later, self._facts_later):
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()
        if self._parts.panes.active.shown is not None:
            self.place(self._parts.reader.view.current())

    def _show_outline(self) -> None:
        item = self._parts.desk.front
        document = item.document if item else None
        outline = item.outline if item else None
        curated = item.curated if item else Curated()
        state = _state(item)
        note = item.trouble if item else ""
        if item and outline and outline.remarks and not note:
            note = " ".join(outline.remarks)
        dated = document.dated(item.published) if item and document else None
        self._parts.outline.show_outline(dated, outline, curated, state, note)
        if document is not None and outline is not None:
            # The section of the place is known only now.
            offset = self._parts.reader.view.current()
            self._parts.status.show_place(place_at(document, outline, offset))

    def _show_markers(self) -> None:
        item = self._parts.desk.front
        document = item.document if item else None
        markers = _markers(item.curated) if item and document else []
        for pane in self._parts.panes.all:
            if pane.item is item:
                pane.reader.view.set_markers(markers)
                self.crumb(pane, pane.reader.view.current())
        self._facts_later.start()

    def _show_facts(self) -> None:
        """Show names, figures and quotes."""
        item = self._parts.desk.front
        document = item.document if item else None
        outline = (item.outline if item else None) or Outline()
        window, parts = self._window, self._parts
        names = item.names if item else NameItems()
        awaited = _is_awaited(item)
        if parts.side.has(NAMES):
            parts.names.show_names(document, names, awaited=awaited)
            parts.names.show_terms(document, outline.acronyms, outline.terms)
        if parts.side.has(FIGURES):
            parts.figures.show_facts(document, outline.figures, awaited=awaited)
        if parts.side.has(QUOTES):
            parts.quotes.show_facts(document, outline.quotes, awaited=awaited)
        for dock, name, found in (
            (window.names_dock, self.tr("Names"), names.shown),
            (window.figures_dock, self.tr("Figures"), outline.figures),
            (window.quotes_dock, self.tr("Quotes"), outline.quotes),
        ):
            window.docks.name(dock, name, len(found))

    def notes(self) -> None:
        """Show the notes, in the panel and as marks in the text."""
        item = self._parts.desk.front
        placed = item.notes if item else ()
        marks = self._marks.of(placed)
        for pane in self._parts.panes.all:
            if pane.item is item:
                pane.reader.view.set_marks(marks)
        if self._parts.side.has(NOTES):
            notes = self._notes_of()
            entries, elsewhere = notes.of(item), notes.elsewhere(item, self._library)
            self._parts.notes.show_notes(entries, elsewhere, notes.tags(self._library))
        self._docks.name(self._window.notes_dock, self.tr("Notes"), len(placed))

    def forget_others(self) -> None:
        """Look anew for what notes of other documents mention, because some of them may have changed."""
        if self._entries is not None:
            self._entries.forget_others()

    def _notes_of(self) -> EntriesOfNotes:
        if self._entries is None:
            from deskbrief.ui.shell.entries import EntriesOfNotes

            self._entries = EntriesOfNotes()
        return self._entries

    def side(self) -> None:
        """Fill the panels at the side, one of which has just been made."""
        self.notes()
        self._show_facts()
        self.place(self._parts.reader.view.current())

    def tabs(self) -> None:
        """Show the row of open documents when there are several."""
        desk = self._parts.desk
        if len(desk.documents) < WORTH_TABS and not self._window.has_tabs:
            return
        bar = self._window.tabs
        bar.blockSignals(True)
        named = zip(desk.documents, self._apart(), strict=True)
        bar.call([isolated(short(_name(item), apart)).replace("&", "&&") for item, apart in named])
        bar.setCurrentIndex(desk.index)
        bar.setVisible(len(desk.documents) >= WORTH_TABS)
        bar.blockSignals(False)
        # One that came or went may have the title of the one in front.
        self._title(desk.front)

    def _apart(self) -> list[str]:
        """Return for each open document what tells it from others of its title, if there are any."""
        return told_apart(
            [Named(_name(one), str(one.path), _dated(one.document)) for one in self._parts.desk.documents]
        )

    def _called(self, item: OpenDocument) -> str:
        """Return the title of an open document with what tells it from others of that title."""
        pairs = zip(self._parts.desk.documents, self._apart(), strict=True)
        return with_difference(_name(item), next((apart for one, apart in pairs if one is item), ""))

    def tab_tip(self, index: int) -> str:
        """Return what a tab says in full: the document, its file, and how far it is read."""
        documents, active = self._parts.desk.documents, self._parts.panes.active
        if not 0 <= index < len(documents):
            return ""
        item = documents[index]
        lines = [self._called(item), str(item.path)]
        if item.document is not None:
            offset = active.reader.view.place() if active.item is item else item.place
            place = place_at(item.document, None, offset)
            share = percent(offset / max(len(item.document.text), 1))
            lines.append(self.tr("{0} read, {1} left").format(share, lasting(place.minutes_left)))
        return as_tool_tip("\n".join(dict.fromkeys(lines)))

    def place(self, offset: int) -> None:
        """Let panels and status line follow the reader to `offset`."""
        item = self._parts.desk.front
        document = item.document if item else None
        outline = item.outline if item else None
        self._parts.status.show_place(place_at(document, outline, offset) if document else None)
        self.crumb(self._parts.panes.active, offset)
        self._parts.outline.set_place(offset)
        if self._parts.side.has(NOTES):
            self._parts.notes.set_place(offset)

    def search(self, query: str) -> Iterator[Group | None]:
        """Yield what is found in the document in front and on the desk, in short steps."""
        item, desk = self._parts.desk.front, self._parts.desk
        if item is None or item.document is None:
            return iter(())
        from deskbrief.services.searching import Everything, Searchable

        if self._everything is None:
            self._everything = Everything(self._parts.panes.first.reader.find.finder.buffers)
        where = Searchable(
            document=item.document,
            outline=item.outline,
            curated=item.curated,
            notes=item.notes,
            names=tuple(named.value for named in item.names.shown),
            titles=tuple(_name(other) for other in desk.documents) if len(desk.documents) > 1 else (),
        )
        return self._everything.search(where, query)

    def settings(self, settings: Settings) -> None:
        """Group and sort the outline as the reader left it."""
        self._parts.outline.set_settings(
            OutlineSettings(
                group_by=_member(Grouping, settings.group_recommendations, Grouping.ADDRESSEE),
                order=_member(EventOrder, settings.sort_events, EventOrder.DATE),
                show_rejected=settings.show_rejected,
            )
        )

    def stored(self, settings: Settings, chosen: OutlineSettings) -> Settings:
        """Return `settings` with the outline's grouping and sorting."""
        return replace(
            settings,
            group_recommendations=chosen.group_by.value,
            sort_events=chosen.order.value,
            show_rejected=chosen.show_rejected,
        )

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
        if _is_opening(item):
            self._opening_later.start()
        else:
            self._opening_later.stop()
            self._parts.status.show_opening(False)

    def _show_opening(self) -> None:
        item = self._parts.desk.front
        if item is None or not _is_opening(item):
            return
        self._parts.status.show_opening(True)
        if item.preview is None:
            words = self.tr("Opening {0} …").format(item.path.name)
            self._parts.reader.show_message(words, "", ((CLOSE, self.tr("Cancel")),))

    def _title(self, item: OpenDocument | None) -> None:
        if item is None:
            self._window.bar_title("Deskbrief", "")
            self._window.setWindowTitle("Deskbrief")
            return
        name = self._called(item)
        self._window.bar_title(name, self._facts(item.document) if item.document else "")
        self._window.setWindowTitle(f"{isolated(name)} — Deskbrief")

    def _facts(self, document: Document) -> str:
        if document.wordless:
            return self.tr("{0} pages without text").format(f"{document.scans:,}")
        minutes = max(round(document.words / READING_SPEED), 1)
        publisher = document.metadata.publisher
        words = self.tr("{0} words · {1}").format(f"{document.words:,}", lasting(minutes))
        return f"{publisher} · {words}" if publisher and publisher != document.metadata.title else words

    def tab_chosen(self, index: int) -> None:
        """Bring the document of a tab to the front."""
        documents = self._parts.desk.documents
        if 0 <= index < len(documents) and index != self._parts.desk.index:
            self._window.controllers.documents.bring(documents[index])

    def tab_closed(self, index: int) -> None:
        """Close the document of a tab."""
        documents = self._parts.desk.documents
        if 0 <= index < len(documents):
            self._window.controllers.documents.close(documents[index])

    def left_open(self) -> list[tuple[Path, str]]:
        """Return file and title of each open document that can be shown again, in the order of the tabs."""
        return [(item.path, _name(item)) for item in self._parts.desk.documents if item.worth_restoring]


def short(name: str, apart: str = "") -> str:
    """Return a name that fits into a tab, cut between words where it has them, with what tells it `apart`."""
    if apart and apart not in name:
        # What tells two tabs apart stands first: the end of a tab is what a narrow window cuts away.
        return f"{apart} · {short(name)}"
    if len(name) <= LONGEST_TAB:
        return name
    cut = name[: LONGEST_TAB - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > LONGEST_TAB // 2 else cut).rstrip(" ,;:–—-") + "…"


def _later(parent: QObject, act: Callable[[], None], wait_ms: int = 0) -> QTimer:
    """Return a timer that calls `act`, a bound method, as soon as the event loop is free after a while."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(act)
    return timer


def _member(kind: type[E], value: str, usual: E) -> E:
    """Return the member of `kind` with this value; settings files can hold anything."""
    return next((member for member in kind if member.value == value), usual)


def _dated(document: Document | None) -> str:
    published = document.metadata.published if document is not None else None
    return published.edtf if published is not None else ""


def _name(item: OpenDocument) -> str:
    return document_title(item.document, item.path.name) if item.document else item.title or item.path.name


def _has_sections(document: Document) -> bool:
    return any(block.kind is BlockKind.HEADING for block in document.blocks)


def _is_opening(item: OpenDocument | None) -> bool:
    return item is not None and item.document is None and not item.trouble


def _is_awaited(item: OpenDocument | None) -> bool:
    """Tell whether the document is on the way, or the rest of its outline."""
    return item is not None and _state(item) in {
        OutlineState.OPENING,
        OutlineState.WAITING,
        OutlineState.RULES,
    }


def _state(item: OpenDocument | None) -> OutlineState:
    if _is_opening(item):
        return OutlineState.OPENING
    if item is None or item.outline is None:
        return OutlineState.FAILED if item and item.trouble else OutlineState.WAITING
    if item.trouble:
        return OutlineState.FAILED
    return OutlineState.FULL if item.complete else OutlineState.RULES


def _markers(curated: Curated) -> list[Marker]:
    events = [Marker(MarkerKind.EVENT, item.span, item.value.title) for item in curated.kept_events()]
    advice = [
        Marker(MarkerKind.RECOMMENDATION, item.span, item.value.title or item.value.action)
        for item in curated.kept_recommendations()
    ]
    return sorted(events + advice, key=lambda marker: marker.span)
