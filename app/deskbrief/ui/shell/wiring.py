"""Making the controllers and connecting panels and commands to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass
from deskbrief.ui.controllers.coverage import Coverages
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.controllers.enclosed import Enclosed
from deskbrief.ui.controllers.items import Items
from deskbrief.ui.controllers.naming import Naming
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.views import Views
from deskbrief.ui.side import NAMES, NOTES
from deskbrief.ui.store import SettingsStore
from deskbrief.ui.theme import Theme

if TYPE_CHECKING:
    from deskbrief.services.patterns import PatternSearch
    from deskbrief.ui.controllers.briefs import Briefs
    from deskbrief.ui.controllers.libraries import Libraries
    from deskbrief.ui.mainwindow import MainWindow


#: The names of files that the dialog offers first.
PATTERNS = (
    "*.pdf *.docx *.odt *.fodt *.rtf *.epub *.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.eml *.mbox "
    "*.md *.markdown *.txt *.text"
)


@dataclass(slots=True, kw_only=True, eq=False)
class Controllers:
    """Every controller of one window; that of briefs is made when the first brief is asked for."""

    window: QWidget
    documents: Documents
    navigation: Navigation
    notes: Notes
    items: Items
    naming: Naming
    make_briefs: Callable[[], Briefs]
    coverage: Coverages
    views: Views
    make_libraries: Callable[[], Libraries]
    _briefs: Briefs | None = None
    _libraries: Libraries | None = None

    @property
    def briefs(self) -> Briefs:
        """The controller of briefs."""
        if self._briefs is None:
            self._briefs = self.make_briefs()
        return self._briefs

    @property
    def libraries(self) -> Libraries:
        """The controller of the library's pages."""
        if self._libraries is None:
            self._libraries = self.make_libraries()
        return self._libraries

    def show_library(self) -> None:
        """Show the library in place of the text."""
        self.libraries.show()

    def undo(self) -> None:
        """Take back the last act on what is shown: the library, or the document in front."""
        if self._libraries is not None and any(page.isVisible() for page in self._libraries.pages()):
            self._libraries.undo()
        else:
            self.notes.undo()

    def set_theme(self, theme: Theme) -> None:
        """Draw the pages that are made with `theme` from now on."""
        if self._libraries is not None:
            self._libraries.set_theme(theme)

    def end(self) -> None:
        """End what runs beside the window."""
        if self._libraries is not None:
            self._libraries.end()

    def export(self) -> None:
        """Export the brief with what was said last."""
        self.briefs.export_now()

    def ask_brief(self) -> None:
        """Ask what the brief is to hold."""
        self.briefs.ask()

    def confirm_loss(self) -> bool:
        """Ask whether to close although words are not on disk; return True to close."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(box.tr("Some of your words are not saved."))
        box.setInformativeText(
            box.tr("The library cannot be written. Copy them, or free the disk, then close.")
        )
        close = box.addButton(box.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(box.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is close


class FileDialogs:
    """Asks for files with the system's dialogs."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def files_to_open(self, folder: Path) -> list[Path]:
        """Return the files the user chose to open."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self._window.tr("Open"),
            str(folder),
            self._window.tr("Documents ({0});;All files (*)").format(PATTERNS),
        )
        return [Path(name) for name in names]

    def place_for(self, suggestion: Path) -> Path | None:
        """Return where the user wants a brief to be saved."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self._window, self._window.tr("Save the brief"), str(suggestion), self._window.tr("PDF (*.pdf)")
        )
        return Path(name) if name else None


class Marking(QObject):
    """The six commands that mark in one colour each."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(notes)
        self._notes = notes
        for number in range(1, len(Role) + 1):
            parts.actions.on(f"mark_{number}", self._pressed)

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._notes.mark_as(list(Role)[int(sender.objectName().rpartition("_")[2]) - 1])


def wire(
    window: MainWindow, parts: Parts, services: Services, store: SettingsStore, chooser: Chooser | None
) -> Controllers:
    """Return the controllers of `window`, connected to its panels and commands."""
    chooser = chooser or FileDialogs(window)

    def make_briefs() -> Briefs:
        from deskbrief.ui.controllers.briefs import Briefs

        return Briefs(parts, services, store, chooser)

    def make_libraries() -> Libraries:
        from deskbrief.ui.controllers.libraries import Libraries

        libraries = Libraries(parts, services, services.data, services.post, window.appearance.theme)
        libraries.wanted.connect(documents.open_kept)
        libraries.page_wanted.connect(window.show_page)
        libraries.wanted.connect(window.show_text)
        return libraries

    def make_patterns() -> PatternSearch:
        from deskbrief.services.patterns import PatternSearch

        return PatternSearch(services.runner)

    parts.reader.make_patterns = make_patterns
    documents = Documents(parts, services)
    Enclosed(parts, services, documents)
    made = Controllers(
        window=window,
        documents=documents,
        navigation=Navigation(parts, services),
        notes=Notes(parts, services),
        items=Items(parts, services, documents),
        naming=Naming(parts, services),
        make_briefs=make_briefs,
        coverage=Coverages(parts, services, documents),
        make_libraries=make_libraries,
        views=Views(window, parts, services, store, chooser),
    )
    _commands(parts, made)
    _reader(parts, made)
    _panels(parts, made)
    Marking(parts, made.notes)
    return made


def _commands(parts: Parts, made: Controllers) -> None:
    for command, slot in {
        "open": made.views.choose_files,
        "paste": made.coverage.paste,
        "coverage": made.coverage.ask,
        "close": made.documents.close_front,
        "next_document": made.documents.next,
        "export": made.export,
        "brief": made.ask_brief,
        "quit": made.views.quit,
        "library": made.show_library,
        "undo": made.undo,
        "redo": made.notes.redo,
        "copy": parts.reader.copy,
        "cite": made.notes.cite,
        "find": parts.reader.open_find,
        "find_next": parts.reader.find_next,
        "find_previous": parts.reader.find_previous,
        "back": made.navigation.back,
        "forward": made.navigation.forward,
        "next_paragraph": made.navigation.next_paragraph,
        "previous_paragraph": made.navigation.previous_paragraph,
        "next_mark": made.navigation.next_mark,
        "previous_mark": made.navigation.previous_mark,
        "go_to": made.navigation.ask,
        "where": made.navigation.where,
        "mark": made.notes.mark,
        "note": made.notes.note,
        "delete": made.notes.delete_here,
        "event": made.items.add_event,
        "recommendation": made.items.add_recommendation,
        "next_panel": made.views.next_panel,
        "outline": made.views.show_outline,
        "notes": made.views.show_notes,
        "names": made.views.show_names,
        "figures": made.views.show_figures,
        "quotes": made.views.show_quotes,
        "larger": made.views.larger,
        "smaller": made.views.smaller,
        "normal": made.views.normal,
        "full_screen": made.views.full_screen,
        "keys": made.views.keys,
        "protection": made.views.protection,
        "about": made.views.about,
    }.items():
        parts.actions.on(command, slot)


def _reader(parts: Parts, made: Controllers) -> None:
    reader = parts.reader
    reader.link_activated.connect(made.navigation.offer_link)
    reader.place_requested.connect(made.navigation.go_to)
    parts.status.coverage_requested.connect(made.coverage.ask)
    parts.status.place_requested.connect(made.navigation.ask)
    parts.status.cancel_requested.connect(made.documents.close_front)
    reader.mark_activated.connect(made.views.edit_note)
    reader.marker_activated.connect(made.views.follow_marker)
    reader.place_changed.connect(made.views.place_changed)
    reader.zoom_changed.connect(made.views.zoomed)
    reader.context_requested.connect(made.views.context_menu)
    reader.mark_requested.connect(made.notes.mark_as)
    reader.hits_mark_requested.connect(made.notes.mark_all)
    reader.note_requested.connect(made.notes.note)
    reader.event_requested.connect(made.items.add_event)
    reader.recommendation_requested.connect(made.items.add_recommendation)
    reader.copy_requested.connect(made.notes.cite)
    parts.reader.message_action.connect(made.views.message_pressed)
    made.views.open_requested.connect(made.documents.open)
    made.views.open_requested.connect(made.views.show_text)
    made.views.retry_requested.connect(made.documents.retry)
    made.views.close_requested.connect(made.documents.close_front)
    made.views.stored_requested.connect(made.documents.open_stored)


def _panels(parts: Parts, made: Controllers) -> None:
    outline = parts.outline
    outline.passage_requested.connect(made.navigation.go)
    outline.verdict_requested.connect(made.items.judge)
    outline.edit_requested.connect(made.items.edit)
    outline.date_requested.connect(made.items.ask_date)
    made.notes.changed.connect(made.documents.refresh_notes)
    made.notes.opened.connect(made.views.edit_note)
    made.naming.changed.connect(made.documents.refresh_items)
    made.items.changed.connect(made.documents.refresh_items)


def wire_side(name: str, parts: Parts, made: Controllers) -> None:
    """Connect the panel with this name, which has just been made."""
    parts.side.panel(name).passage_requested.connect(made.navigation.go)
    if name == NOTES:
        notes = parts.notes
        notes.body_changed.connect(made.notes.write)
        notes.role_requested.connect(made.notes.recolour)
        notes.tags_requested.connect(made.notes.tag)
        notes.order_changed.connect(made.views.keep_note_order)
        notes.naming_requested.connect(made.views.name_roles)
        made.views.dress_notes()
        notes.delete_requested.connect(made.notes.delete)
        notes.retry_requested.connect(made.notes.retry)
    elif name == NAMES:
        parts.names.wished.connect(made.naming.do)
