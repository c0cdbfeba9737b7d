"""The controllers of one window: those that a start needs, and those that are made when first needed."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.views import Views
from deskbrief.ui.store import SettingsStore
from deskbrief.ui.theme import Theme

if TYPE_CHECKING:
    from deskbrief.ui.controllers.aloud import Aloud
    from deskbrief.ui.controllers.backups import BackupsController
    from deskbrief.ui.controllers.briefs import Briefs
    from deskbrief.ui.controllers.changedfiles import ChangedFiles
    from deskbrief.ui.controllers.checks import Checks
    from deskbrief.ui.controllers.coverage import Coverages
    from deskbrief.ui.controllers.editions import Editions
    from deskbrief.ui.controllers.enclosed import Enclosed
    from deskbrief.ui.controllers.exchange import Exchange
    from deskbrief.ui.controllers.gathering import Gathering
    from deskbrief.ui.controllers.items import Items
    from deskbrief.ui.controllers.keying import Keying
    from deskbrief.ui.controllers.libraries import Libraries
    from deskbrief.ui.controllers.links import Links
    from deskbrief.ui.controllers.marks import Marks
    from deskbrief.ui.controllers.naming import Naming
    from deskbrief.ui.controllers.originals import Originals
    from deskbrief.ui.controllers.passing import Passing
    from deskbrief.ui.controllers.splitting import Splitting
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.models.rows import Row
    from deskbrief.ui.notes.linking import Target
    from deskbrief.ui.reader.original.view import PageView
    from deskbrief.ui.shell.searching import Searching

#: Commands that move the cursor, and with it what is read aloud.
FOLLOWED = ("next_sentence", "previous_sentence", "next_paragraph", "previous_paragraph")


class Late:
    """The controllers that a start needs, and those that are imported and made when they are first needed."""

    def __init__(
        self,
        window: MainWindow,
        parts: Parts,
        services: Services,
        store: SettingsStore,
        chooser: Chooser | None,
    ) -> None:
        self.window = window
        self._parts = parts
        self._services = services
        self._store = store
        self._given = chooser
        self.documents = Documents(parts, services)
        self.navigation = Navigation(parts, services)
        self.notes = Notes(parts, services)
        self.views = Views(window, parts, services, store)
        self._passages = Passages(parts, self.documents, self.navigation)

    def act(self, controller: str, name: str, *values: object) -> None:
        """Carry out an act of a controller that is made when it is first needed."""
        getattr(getattr(self, controller), name)(*values)

    def made(self, name: str) -> bool:
        """Tell whether the controller with this name has been needed yet."""
        return name in vars(self)

    @cached_property
    def chooser(self) -> Chooser:
        """What asks for files: the one that was given, else the system's dialogs."""
        if self._given is not None:
            return self._given
        from deskbrief.ui.shell.filedialogs import FileDialogs

        return FileDialogs(self.window)

    @cached_property
    def briefs(self) -> Briefs:
        """The controller of briefs."""
        from deskbrief.ui.controllers.briefs import Briefs

        briefs = Briefs(self._parts, self._services, self._store, self.chooser)
        briefs.follow_theme(self.window.appearance)
        briefs.passage_requested.connect(self._passages.show)
        self.window.closed.connect(briefs.close)
        return briefs

    @cached_property
    def checks(self) -> Checks:
        """The controller of briefs that are checked."""
        from deskbrief.ui.controllers.checks import Checks

        checks = Checks(self._parts, self._services, self.chooser)
        checks.follow_theme(self.window.appearance)
        checks.passage_requested.connect(self._passages.show)
        self.window.closed.connect(checks.close)
        return checks

    @cached_property
    def aloud(self) -> Aloud:
        """The controller of reading aloud."""
        from deskbrief.ui.aloud.spoken import Spoken
        from deskbrief.ui.controllers.aloud import Aloud

        voice, appearance = Spoken(self.window), self.window.appearance
        aloud = Aloud(self._parts, self._services, self._store, voice, appearance)
        for command in FOLLOWED:
            self._parts.actions.on(command, aloud.follow)
        self.window.closed.connect(aloud.end)
        return aloud

    @cached_property
    def keying(self) -> Keying:
        """The controller of the keys that the user changes."""
        from deskbrief.ui.controllers.keying import Keying

        return Keying(self.window, self._parts, self._services, self._store)

    @cached_property
    def naming(self) -> Naming:
        """The controller of names."""
        from deskbrief.ui.controllers.naming import Naming

        naming = Naming(self._parts, self._services)
        naming.changed.connect(self.documents.refresh_items)
        return naming

    @cached_property
    def marks(self) -> Marks:
        """The controller of what is done with marks that are there."""
        from deskbrief.ui.controllers.marks import Marks

        return Marks(self._parts, self._services, self.notes)

    @cached_property
    def passing(self) -> Passing:
        """The controller of what leaves the document."""
        from deskbrief.ui.controllers.passing import Passing

        passing = Passing(self._parts, self._services)
        passing.passage_requested.connect(self.navigation.go)
        passing.place_asked.connect(partial(self.act, "marks"))
        return passing

    @cached_property
    def libraries(self) -> Libraries:
        """The controller of the library's pages."""
        from deskbrief.ui.controllers.libraries import Libraries

        services, window = self._services, self.window
        libraries = Libraries(self._parts, services, services.data, services.post, window.appearance.theme)
        libraries.wanted.connect(self.documents.open_at)
        libraries.page_wanted.connect(window.show_page)
        libraries.changed.connect(window.showing.forget_others)
        libraries.changed.connect(self.documents.refresh_all)
        libraries.wanted.connect(window.show_text)
        libraries.backups_asked.connect(partial(self.act, "backups", "show"))
        libraries.take_back_asked.connect(partial(self.act, "backups", "take_back"))
        return libraries

    @cached_property
    def backups(self) -> BackupsController:
        """The controller of backups."""
        from deskbrief.ui.controllers.backups import BackupsController

        backups = BackupsController(self._parts, self._services, self.window.appearance.theme)
        backups.page_wanted.connect(self.window.show_page)
        backups.left.connect(self.libraries.show)
        backups.changed.connect(self.window.showing.forget_others)
        backups.changed.connect(self.documents.refresh_all)
        backups.changed.connect(self.libraries.refresh)
        backups.restored.connect(self.libraries.was_restored)
        return backups

    @cached_property
    def coverage(self) -> Coverages:
        """The controller of what was left out, and of what was copied elsewhere."""
        from deskbrief.ui.controllers.coverage import Coverages

        return Coverages(self._parts, self._services, self.documents)

    @cached_property
    def changed_files(self) -> ChangedFiles:
        """The controller of files that change while they are open."""
        from deskbrief.ui.controllers.changedfiles import ChangedFiles

        return ChangedFiles(self._parts, self._services, self.documents)

    @cached_property
    def enclosed(self) -> Enclosed:
        """The controller of briefs that are opened."""
        from deskbrief.ui.controllers.enclosed import Enclosed

        return Enclosed(self._parts, self._services, self.documents)

    @cached_property
    def items(self) -> Items:
        """The controller of what was extracted."""
        from deskbrief.ui.controllers.items import Items

        items = Items(self._parts, self._services, self.documents)
        items.changed.connect(self.documents.refresh_items)
        items.added.connect(self.views.show_item)
        return items

    @cached_property
    def splitting(self) -> Splitting:
        """The controller of the split view."""
        from deskbrief.ui.controllers.splitting import Splitting

        return Splitting(self._parts, self._store, self.documents, self.window.showing.pane)

    @cached_property
    def originals(self) -> Originals:
        """The controller of original pages."""
        from deskbrief.ui.controllers.originals import Originals

        shown = self.window.showing.pane
        return Originals(self._parts, self._services, self._store, self.splitting, shown)

    @cached_property
    def editions(self) -> Editions:
        """The controller of comparisons of editions."""
        from deskbrief.ui.controllers.editions import Editions

        librarian, window = self.libraries.librarian, self.window
        theme = window.appearance.theme
        editions = Editions(self._parts, self._services, librarian, self.documents, theme)
        editions.wanted.connect(self.documents.open_at)
        editions.page_wanted.connect(window.show_page)
        editions.wanted.connect(window.show_text)
        editions.place_asked.connect(partial(self.act, "marks"))
        editions.beside_asked.connect(self.splitting.show_document)
        return editions

    @cached_property
    def exchange(self) -> Exchange:
        """The controller of notes that go out and come in."""
        from deskbrief.ui.controllers.exchange import Exchange

        return Exchange(self._parts, self._services, self.documents, self.chooser)

    @cached_property
    def gathering(self) -> Gathering:
        """The controller of documents that are opened together."""
        from deskbrief.ui.controllers.gathering import Gathering

        gathering = Gathering(self._parts, self.documents)
        gathering.ready.connect(partial(self.act, "briefs", "ask_about"))
        return gathering

    @cached_property
    def links(self) -> Links:
        """The controller of links to passages."""
        from deskbrief.ui.controllers.links import Links

        return Links(self._parts, self._services, self.documents, self.navigation)

    @cached_property
    def searching(self) -> Searching:
        """The controller of the search box."""
        from deskbrief.ui.shell.searching import Searching

        return Searching(self.window, self._parts, self.window.bar.search, self.documents, self.navigation)


class Controllers(Late):
    """Every controller of one window, and the acts that need one which may not be there yet."""

    def show_library(self) -> None:
        """Show the library in place of the text."""
        self.libraries.show()

    def undo(self) -> None:
        """Take back the last act: on the library where it is shown, else on it or the document in front."""
        if self._is_library_shown() or self._library_acted_last():
            self.libraries.undo()
            self.window.enable_undo()
        else:
            self.notes.undo()

    @property
    def library_acted(self) -> bool:
        """Whether there is an act on the library that can be taken back."""
        return self.made("libraries") and self.libraries.acted_at > 0

    def _library_acted_last(self) -> bool:
        """Tell whether the last act on the library is later than the last one on the document in front."""
        if not self.library_acted:
            return False
        front = self._parts.desk.front
        sha256 = front.document.sha256 if front is not None and front.document is not None else ""
        return self.libraries.acted_at > self._services.library.acted_at(sha256)

    def _is_library_shown(self) -> bool:
        pages = self.libraries.pages() if self.made("libraries") else ()
        backups = (self.backups.page,) if self.made("backups") else ()
        return any(page.isVisible() for page in (*pages, *backups))

    def set_theme(self, theme: Theme) -> None:
        """Draw the pages that are made with `theme` from now on."""
        if self.made("libraries"):
            self.libraries.set_theme(theme)
        if self.made("editions"):
            self.editions.set_theme(theme)
        if self.made("backups"):
            self.backups.set_theme(theme)

    def end(self) -> None:
        """End what runs beside the window."""
        if self.made("libraries"):
            self.libraries.end()
        if self.made("backups"):
            self.backups.end()

    def ask_coverage(self) -> None:
        """Show what was left out."""
        self.coverage.ask()

    def paste(self) -> None:
        """Open what was copied elsewhere."""
        self.coverage.paste()

    def split(self) -> None:
        """Split the view, or show one text again."""
        self.splitting.toggle()

    def turn_split(self) -> None:
        """Put the panes beside each other or one above the other."""
        self.splitting.turn()

    def other_pane(self) -> None:
        """Give the keyboard to the other pane."""
        self.splitting.other()

    def make_pages(self, parent: QWidget) -> PageView:
        """Return a view of original pages for a pane."""
        return self.originals.make(parent)

    def set_pages(self, choice: str, wanted: bool) -> None:
        """Keep a choice about original pages."""
        if choice == "in_step":
            self.originals.keep_in_step(wanted)
        else:
            self.originals.dim(wanted)

    def link_target(self) -> Target | None:
        """Return what a link to the selected passage would be."""
        return self.links.target()

    def export_notes(self) -> None:
        """Ask which notes are to go out."""
        self.exchange.ask_export()

    def import_notes(self) -> None:
        """Ask for files with notes."""
        self.exchange.ask_import()

    def mark_in(self, role: Role) -> None:
        """Mark in `role`, by the key of the role."""
        self.marks.press(role)

    def resize(self, note_id: str, span: Span) -> None:
        """Let a note stand on another passage."""
        self.marks.resize(note_id, span)

    def drag(self, row: Row) -> None:
        """Let the mouse carry the passage of a row away."""
        self.passing.drag(row)

    def row_menu(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row of notes or facts."""
        self.passing.menu(row, at)

    def refer(self, span: Span) -> str:
        """Return the reference to a passage."""
        return self.passing.reference(span)

    def export(self) -> None:
        """Export the brief with what was said last."""
        self.briefs.export_now()

    def ask_brief(self) -> None:
        """Ask what the brief is to hold: of the documents chosen in the library, else of the one in front."""
        chosen = self.libraries.chosen_for_brief() if self._is_library_shown() else []
        if chosen:
            self.window.show_text()
            self.gathering.begin(chosen)
        else:
            self.briefs.ask()

    def print_text(self) -> None:
        """Print the text in front with marks and notes."""
        self.briefs.print_text()

    def check_brief(self) -> None:
        """Ask for a brief and check it against what is open."""
        self.checks.ask()

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


class Passages(QObject):
    """Leads from other windows to passages of open documents."""

    def __init__(self, parts: Parts, documents: Documents, navigation: Navigation) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._documents = documents
        self._navigation = navigation

    def show(self, sha256: str, span: Span) -> None:
        """Bring the document with this hash to the front, and show a passage of it."""
        for item in self._parts.desk.documents:
            if item.document is not None and item.document.sha256 == sha256:
                if item is not self._parts.desk.front:
                    self._documents.bring(item)
                self._navigation.go(span)
                self._parts.window.raise_()
                self._parts.window.activateWindow()
                self._parts.reader.view.setFocus()
                return
