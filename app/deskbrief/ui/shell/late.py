"""The controllers of one window: those that a start needs, and those that are made when first needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskbrief.document.spans import Span
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.views import Views
from deskbrief.ui.store import SettingsStore

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
        #: The acts that wait for a module which a thread imports, by their names.
        self._coming: dict[str, dict[str, Callable[[], None]]] = {}

    def act(self, controller: str, name: str, *values: object) -> None:
        """Carry out an act of a controller that is made when it is first needed."""
        getattr(getattr(self, controller), name)(*values)

    def act_once_imported(self, controller: str, name: str) -> None:
        """Carry out an act of a controller whose module, with all it needs, takes long to import.

        A thread imports it, so that the window never stands still; what is there is used at once. An act that
        is asked for again before the module is there is done once.
        """
        module, act = f"deskbrief.ui.controllers.{controller}", partial(self.act, controller, name)
        if module in self._coming:
            self._coming[module].setdefault(name, act)
        elif module in sys.modules:
            act()
        else:
            from deskbrief.services.aside import aside

            self._coming[module] = {name: act}
            aside(partial(_imported, module), self._act_awaited, self._services.post)

    def _act_awaited(self, module: str) -> None:
        for act in self._coming.pop(module, {}).values():
            act()

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
        briefs.waking.connect(self.documents.wake)
        self.window.closed.connect(briefs.close)
        self.documents.outline_changed.connect(briefs.renew)
        self.documents.other_changed.connect(briefs.renew)
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
        naming.changed.connect(self.notes.acknowledge)
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
        theme = window.appearance.theme
        libraries = Libraries(self._parts, services, self._store, self.chooser, theme)
        libraries.chronicles.plan_made.connect(partial(self.act, "briefs", "export_plan"))
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
        self.libraries.changed.connect(backups.follow)
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

        changed = ChangedFiles(self._parts, self._services, self.documents)
        changed.telling_changed.connect(self.window.showing.tell_of)
        return changed

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
        items.changed.connect(self.notes.acknowledge)
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
        originals = Originals(self._parts, self._services, self._store, self.splitting, shown)
        self.window.closed.connect(originals.save)
        return originals

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

        return Exchange(self._parts, self._services, self._store, self.documents, self.chooser)

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

        box = self.window.bar.search
        searching = Searching(self.window, self._parts, box, self.documents, self.navigation)
        searching.library_requested.connect(self.search_library)
        return searching

    def search_library(self, words: str) -> None:
        """Show the library with what it holds on `words`."""
        self.documents.keep_places()
        self.libraries.show()
        self.libraries.page.search.setText(words)
        self.libraries.page.focus_filter()


def _imported(module: str) -> str:
    """Import a module, and return its name; what goes wrong goes wrong again for the act, which tells it."""
    with suppress(Exception):
        import_module(module)
    return module


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
