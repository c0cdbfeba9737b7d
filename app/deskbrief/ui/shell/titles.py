"""What open documents are called, and where in them the reader is: title, tabs, the line above a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskbrief.document.model import BlockKind, Document
from deskbrief.services.places import READING_SPEED, path_at, place_at
from deskbrief.services.titles import Named, document_title, told_apart, with_difference
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.models.words import as_tool_tip
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts
from deskbrief.ui.words import isolated, lasting, numbered, percent

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow

#: The most characters on a tab.
LONGEST_TAB = 40
#: So many documents are open when the row of tabs is worth its room.
WORTH_TABS = 2


class Titles(QObject):
    """Names open documents wherever the window does."""

    def __init__(self, window: MainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts

    def show_what_is_shown(self) -> None:
        """Say in the bar and in the status line what is shown: the document in front, or a page."""
        item = self._parts.desk.front
        self._parts.status.set_aside(self._window.page is not None)
        self._window.show_pages_button(item is not None and item.has_pages)
        self.show(item)

    def show(self, item: OpenDocument | None) -> None:
        """Name the document in front in the bar and in the title of the window."""
        page = self._window.page
        if page is not None:
            self._window.bar_title(page.windowTitle(), "")
            self._window.setWindowTitle(f"{page.windowTitle()} — Deskbrief")
            return
        if item is None:
            self._window.bar_title("Deskbrief", "")
            self._window.setWindowTitle("Deskbrief")
            return
        name = self.called(item)
        self._window.bar_title(name, self._facts(item.document) if item.document else "")
        self._window.setWindowTitle(f"{isolated(name)} — Deskbrief")

    def _facts(self, document: Document) -> str:
        if document.wordless:
            return numbered(document.scans, self.tr("1 page without text"), self.tr("{0} pages without text"))
        minutes = max(round(document.words / READING_SPEED), 1)
        publisher = document.metadata.publisher
        words = self.tr("{0} words · {1}").format(f"{document.words:,}", lasting(minutes))
        return f"{publisher} · {words}" if publisher and publisher != document.metadata.title else words

    def crumb(self, pane: Pane, offset: int) -> None:
        """Say above a text in which section the reader is; of two texts, also in which document."""
        item, split = pane.item, self._parts.panes.second is not None
        path = path_at(item.outline, offset) if item and item.outline else ()
        title = [self.called(item)] if item and (split or not path) else []
        words = [*title, *(section.title for section in path)]
        pane.crumb.say(words, marked=split and pane is self._parts.panes.active)
        pane.want_crumb(item is not None and pane.shown is not None and (split or _has_sections(pane.shown)))

    def tabs(self) -> None:
        """Show the row of open documents when there are several."""
        desk = self._parts.desk
        if len(desk.documents) < WORTH_TABS and not self._window.has_tabs:
            return
        bar = self._window.tabs
        bar.blockSignals(True)
        named = zip(desk.documents, self._apart(), strict=True)
        bar.call([isolated(short(name_of(item), apart)).replace("&", "&&") for item, apart in named])
        bar.setCurrentIndex(desk.index)
        bar.setVisible(len(desk.documents) >= WORTH_TABS)
        bar.blockSignals(False)
        # One that came or went may have the title of the one in front.
        self.show(desk.front)

    def _apart(self) -> list[str]:
        """Return for each open document what tells it from others of its title, if there are any."""
        return told_apart(
            [Named(name_of(one), str(one.path), _dated(one.document)) for one in self._parts.desk.documents]
        )

    def called(self, item: OpenDocument) -> str:
        """Return the title of an open document with what tells it from others of that title."""
        pairs = zip(self._parts.desk.documents, self._apart(), strict=True)
        return with_difference(name_of(item), next((apart for one, apart in pairs if one is item), ""))

    def tab_tip(self, index: int) -> str:
        """Return what a tab says in full: the document, its file, and how far it is read."""
        documents, active = self._parts.desk.documents, self._parts.panes.active
        if not 0 <= index < len(documents):
            return ""
        item = documents[index]
        lines = [self.called(item), str(item.path)]
        if item.document is not None:
            offset = active.reader.view.place() if active.item is item else item.place
            place = place_at(item.document, None, offset)
            share = percent(offset / max(len(item.document.text), 1))
            lines.append(self.tr("{0} read, {1} left").format(share, lasting(place.minutes_left)))
        return as_tool_tip("\n".join(dict.fromkeys(lines)))

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


def _dated(document: Document | None) -> str:
    published = document.metadata.published if document is not None else None
    return published.edtf if published is not None else ""


def name_of(item: OpenDocument) -> str:
    """Return the title of an open document, or the name of its file while it is not known."""
    return document_title(item.document, item.path.name) if item.document else item.title or item.path.name


def _has_sections(document: Document) -> bool:
    return any(block.kind is BlockKind.HEADING for block in document.blocks)
