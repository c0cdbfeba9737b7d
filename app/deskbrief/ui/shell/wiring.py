"""Making the controllers and connecting panels and commands to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.ui.controllers.documents import LAST_NUMBER, Documents
from deskbrief.ui.controllers.enclosed import Enclosed
from deskbrief.ui.controllers.items import Items
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.controllers.notes import Notes
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.filedialogs import FileDialogs
from deskbrief.ui.shell.views import Views
from deskbrief.ui.side import NAMES, NOTES
from deskbrief.ui.store import SettingsStore
from deskbrief.ui.theme import Theme

if TYPE_CHECKING:
    from deskbrief.document.spans import Span
    from deskbrief.services.patterns import PatternSearch
    from deskbrief.ui.controllers.briefs import Briefs
    from deskbrief.ui.controllers.checks import Checks
    from deskbrief.ui.controllers.coverage import Coverages
    from deskbrief.ui.controllers.editions import Editions
    from deskbrief.ui.controllers.exchange import Exchange
    from deskbrief.ui.controllers.libraries import Libraries
    from deskbrief.ui.controllers.links import Links
    from deskbrief.ui.controllers.marks import Marks
    from deskbrief.ui.controllers.naming import Naming
    from deskbrief.ui.controllers.passing import Passing
    from deskbrief.ui.controllers.splitting import Splitting
    from deskbrief.ui.desk import OpenDocument
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.models.rows import Row
    from deskbrief.ui.notes.linking import Target
    from deskbrief.ui.panes import Pane


@dataclass(slots=True, kw_only=True, eq=False)
class Controllers:
    """Every controller of one window; some are made when they are first needed."""

    window: QWidget
    documents: Documents
    navigation: Navigation
    notes: Notes
    items: Items
    make_naming: Callable[[], Naming]
    make_briefs: Callable[[], Briefs]
    make_splitting: Callable[[], Splitting]
    make_coverage: Callable[[], Coverages]
    make_marks: Callable[[], Marks]
    make_passing: Callable[[], Passing]
    views: Views
    make_libraries: Callable[[], Libraries]
    make_editions: Callable[[Controllers], Editions]
    make_exchange: Callable[[], Exchange]
    make_links: Callable[[], Links]
    make_checks: Callable[[], Checks]
    _briefs: Briefs | None = None
    _naming: Naming | None = None
    _splitting: Splitting | None = None
    _coverage: Coverages | None = None
    _editions: Editions | None = None
    _exchange: Exchange | None = None
    _links: Links | None = None
    _checks: Checks | None = None
    _marks: Marks | None = None
    _passing: Passing | None = None
    _libraries: Libraries | None = None

    @property
    def briefs(self) -> Briefs:
        """The controller of briefs."""
        if self._briefs is None:
            self._briefs = self.make_briefs()
        return self._briefs

    @property
    def naming(self) -> Naming:
        """The controller of names."""
        if self._naming is None:
            self._naming = self.make_naming()
        return self._naming

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
        for pages in (self._libraries, self._editions):
            if pages is not None:
                pages.set_theme(theme)

    def end(self) -> None:
        """End what runs beside the window."""
        if self._libraries is not None:
            self._libraries.end()

    @property
    def splitting(self) -> Splitting:
        """The controller of the split view."""
        if self._splitting is None:
            self._splitting = self.make_splitting()
        return self._splitting

    @property
    def coverage(self) -> Coverages:
        """The controller of what was left out, and of what was copied elsewhere."""
        if self._coverage is None:
            self._coverage = self.make_coverage()
        return self._coverage

    def ask_coverage(self) -> None:
        """Show what was left out."""
        self.coverage.ask()

    def paste(self) -> None:
        """Open what was copied elsewhere."""
        self.coverage.paste()

    def show_beside(self, item: OpenDocument) -> None:
        """Show an open document in the other pane."""
        self.splitting.show_document(item)

    def split(self) -> None:
        """Split the view, or show one text again."""
        self.splitting.toggle()

    def turn_split(self) -> None:
        """Put the panes beside each other or one above the other."""
        self.splitting.turn()

    def other_pane(self) -> None:
        """Give the keyboard to the other pane."""
        self.splitting.other()

    @property
    def editions(self) -> Editions:
        """The controller of comparisons of editions."""
        if self._editions is None:
            self._editions = self.make_editions(self)
        return self._editions

    @property
    def exchange(self) -> Exchange:
        """The controller of notes that go out and come in."""
        if self._exchange is None:
            self._exchange = self.make_exchange()
        return self._exchange

    @property
    def links(self) -> Links:
        """The controller of links to passages."""
        if self._links is None:
            self._links = self.make_links()
        return self._links

    def link_target(self) -> Target | None:
        """Return what a link to the selected passage would be."""
        return self.links.target()

    def export_notes(self) -> None:
        """Ask which notes are to go out."""
        self.exchange.ask_export()

    def import_notes(self) -> None:
        """Ask for files with notes."""
        self.exchange.ask_import()

    @property
    def marks(self) -> Marks:
        """The controller of what is done with marks that are there."""
        if self._marks is None:
            self._marks = self.make_marks()
        return self._marks

    @property
    def passing(self) -> Passing:
        """The controller of what leaves the document."""
        if self._passing is None:
            self._passing = self.make_passing()
        return self._passing

    def act(self, controller: str, name: str, *values: object) -> None:
        """Carry out an act of a controller that is made when it is first needed."""
        getattr(getattr(self, controller), name)(*values)

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
        """Ask what the brief is to hold."""
        self.briefs.ask()

    def print_text(self) -> None:
        """Print the text in front with marks and notes."""
        self.briefs.print_text()

    def check_brief(self) -> None:
        """Ask for a brief and check it against what is open."""
        if self._checks is None:
            self._checks = self.make_checks()
        self._checks.ask()

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

    def __init__(self, parts: Parts, made: Controllers) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._made = made

    def show(self, sha256: str, span: Span) -> None:
        """Bring the document with this hash to the front, and show a passage of it."""
        for item in self._parts.desk.documents:
            if item.document is not None and item.document.sha256 == sha256:
                if item is not self._parts.desk.front:
                    self._made.documents.bring(item)
                self._made.navigation.go(span)
                self._parts.window.raise_()
                self._parts.window.activateWindow()
                self._parts.reader.view.setFocus()
                return


class Numbered(QObject):
    """The nine commands that bring one document each to the front."""

    def __init__(self, parts: Parts, documents: Documents) -> None:
        super().__init__(documents)
        self._documents = documents
        for number in range(1, LAST_NUMBER + 1):
            parts.actions.on(f"document_{number}", self._pressed)

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._documents.bring_number(int(sender.objectName().rpartition("_")[2]))


def _naming(parts: Parts, services: Services, documents: Documents) -> Naming:
    from deskbrief.ui.controllers.naming import Naming

    naming = Naming(parts, services)
    naming.changed.connect(documents.refresh_items)
    return naming


def _editions(window: MainWindow, parts: Parts, services: Services, made: Controllers) -> Editions:
    from deskbrief.ui.controllers.editions import Editions

    librarian, theme = made.libraries.librarian, window.appearance.theme
    editions = Editions(parts, services, librarian, made.documents, theme)
    editions.wanted.connect(made.documents.open_at)
    editions.page_wanted.connect(window.show_page)
    editions.wanted.connect(window.show_text)
    editions.place_asked.connect(partial(made.act, "marks"))
    editions.beside_asked.connect(partial(made.show_beside))
    return editions


def wire(
    window: MainWindow, parts: Parts, services: Services, store: SettingsStore, chooser: Chooser | None
) -> Controllers:
    """Return the controllers of `window`, connected to its panels and commands."""
    chooser = chooser or FileDialogs(window)

    def make_briefs() -> Briefs:
        from deskbrief.ui.controllers.briefs import Briefs

        briefs = Briefs(parts, services, store, chooser)
        briefs.follow_theme(window.appearance)
        briefs.passage_requested.connect(passages.show)
        window.closed.connect(briefs.close)
        return briefs

    def make_checks() -> Checks:
        from deskbrief.ui.controllers.checks import Checks

        checks = Checks(parts, services, chooser)
        checks.follow_theme(window.appearance)
        checks.passage_requested.connect(passages.show)
        window.closed.connect(checks.close)
        return checks

    def make_marks() -> Marks:
        from deskbrief.ui.controllers.marks import Marks

        return Marks(parts, services, notes)

    def make_passing() -> Passing:
        from deskbrief.ui.controllers.passing import Passing

        passing = Passing(parts, services)
        passing.passage_requested.connect(navigation.go)
        passing.place_asked.connect(partial(made.act, "marks"))
        return passing

    def make_libraries() -> Libraries:
        from deskbrief.ui.controllers.libraries import Libraries

        libraries = Libraries(parts, services, services.data, services.post, window.appearance.theme)
        libraries.wanted.connect(documents.open_at)
        libraries.page_wanted.connect(window.show_page)
        libraries.changed.connect(documents.refresh_notes)
        libraries.wanted.connect(window.show_text)
        return libraries

    def make_coverage() -> Coverages:
        from deskbrief.ui.controllers.coverage import Coverages

        return Coverages(parts, services, documents)

    def make_splitting() -> Splitting:
        from deskbrief.ui.controllers.splitting import Splitting

        return Splitting(parts, store, documents, window.showing.pane)

    def make_exchange() -> Exchange:
        from deskbrief.ui.controllers.exchange import Exchange

        return Exchange(parts, services, documents, chooser)

    def make_links() -> Links:
        from deskbrief.ui.controllers.links import Links

        return Links(parts, services, documents, navigation)

    documents, navigation = Documents(parts, services), Navigation(parts, services)
    notes = Notes(parts, services)
    Enclosed(parts, services, documents)
    made = Controllers(
        window=window,
        documents=documents,
        navigation=navigation,
        notes=notes,
        items=Items(parts, services, documents),
        make_naming=partial(_naming, parts, services, documents),
        make_briefs=make_briefs,
        make_splitting=make_splitting,
        make_coverage=make_coverage,
        make_editions=partial(_editions, window, parts, services),
        make_exchange=make_exchange,
        make_links=make_links,
        make_checks=make_checks,
        make_marks=make_marks,
        make_passing=make_passing,
        make_libraries=make_libraries,
        views=Views(window, parts, services, store, chooser),
    )
    passages = Passages(parts, made)
    _commands(parts, made)
    _late(parts, made)
    wire_pane(made, services, parts.panes.first)
    _panels(parts, made)
    Numbered(parts, documents)
    return made


# Qt keeps bound methods by weak references, which a slotted value cannot have: hence the partials.

#: Commands by the acts of controllers that are made when they are first needed.
LATE = {
    "editions": {"compare": "ask"},
    "passing": {"copy": "copy", "copy_text": "copy_text", "copy_html": "copy_html", "cite": "cite"}
    | {"find_this": "find_this"},
    "marks": {"pen": "take_pen", "merge": "merge", "put_note": "put_note"}
    | {act: act for act in ("end_later", "end_earlier", "begin_later", "begin_earlier")},
}


def _late(parts: Parts, made: Controllers) -> None:
    for controller, acts in LATE.items():
        for command, act in acts.items():
            parts.actions.on(command, partial(made.act, controller, act))
    for number, role in enumerate(Role, start=1):
        parts.actions.on(f"mark_{number}", partial(made.mark_in, role))
    parts.outline.list.dragged.connect(partial(made.drag))


def _commands(parts: Parts, made: Controllers) -> None:
    for command, slot in {
        "open": made.views.choose_files,
        "paste": made.paste,
        "coverage": made.ask_coverage,
        "close": made.documents.close_front,
        "reopen": made.documents.reopen,
        "next_document": made.documents.next,
        "previous_document": made.documents.previous,
        "export": made.export,
        "brief": made.ask_brief,
        "export_notes": made.export_notes,
        "import_notes": made.import_notes,
        "check_brief": made.check_brief,
        "print": made.print_text,
        "quit": made.views.quit,
        "library": made.show_library,
        "undo": made.undo,
        "redo": made.notes.redo,
        "search_this": made.views.search_this,
        "find": parts.panes.open_find,
        "find_next": parts.panes.find_next,
        "find_previous": parts.panes.find_previous,
        "back": made.navigation.back,
        "forward": made.navigation.forward,
        "next_paragraph": made.navigation.next_paragraph,
        "previous_paragraph": made.navigation.previous_paragraph,
        "next_sentence": made.navigation.next_sentence,
        "previous_sentence": made.navigation.previous_sentence,
        "paragraph_on": made.navigation.paragraph_on,
        "paragraph_back": made.navigation.paragraph_back,
        "sentence_on": made.navigation.sentence_on,
        "sentence_back": made.navigation.sentence_back,
        "next_mark": made.navigation.next_mark,
        "previous_mark": made.navigation.previous_mark,
        "go_to": made.navigation.ask,
        "sections": made.navigation.show_sections,
        "where": made.navigation.where,
        "mark": made.notes.mark,
        "note": made.notes.note,
        "delete": made.notes.delete_here,
        "event": made.items.add_event,
        "recommendation": made.items.add_recommendation,
        "split": made.split,
        "turn_split": made.turn_split,
        "other_pane": made.other_pane,
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


def wire_pane(made: Controllers, services: Services, pane: Pane) -> None:
    """Connect a pane; what is used in it makes it the active one first."""

    def make_patterns() -> PatternSearch:
        from deskbrief.services.patterns import PatternSearch

        return PatternSearch(services.runner)

    reader = pane.reader
    reader.make_patterns = make_patterns
    reader.refer_with(made.refer)
    made.documents.show_pictures(reader)
    for used in (
        *(reader.link_activated, reader.place_requested, reader.mark_activated, reader.marker_activated),
        *(reader.context_requested, reader.mark_requested, reader.hits_mark_requested, reader.note_requested),
        *(reader.event_requested, reader.recommendation_requested, reader.copy_requested),
        *(reader.mark_resized, reader.pen_requested, reader.pen_drawn, reader.message_action),
    ):
        used.connect(pane.claim)
    pane.sections_requested.connect(made.navigation.show_sections)
    pane.read.connect(made.views.pane_read)
    reader.link_activated.connect(made.navigation.offer_link)
    reader.place_requested.connect(made.navigation.go_to)
    reader.mark_activated.connect(made.views.edit_note)
    reader.marker_activated.connect(made.views.follow_marker)
    reader.zoom_changed.connect(made.views.zoomed)
    reader.context_requested.connect(made.views.context_menu)
    reader.mark_requested.connect(made.notes.mark_as)
    reader.hits_mark_requested.connect(made.notes.mark_all)
    reader.note_requested.connect(made.notes.note)
    reader.event_requested.connect(made.items.add_event)
    reader.recommendation_requested.connect(made.items.add_recommendation)
    reader.mark_resized.connect(partial(made.resize))
    reader.pen_requested.connect(partial(made.act, "marks", "take_pen"))
    reader.copy_requested.connect(partial(made.act, "passing", "cite"))
    reader.pen_drawn.connect(made.notes.mark_as)
    reader.message_action.connect(made.views.message_pressed)


def _panels(parts: Parts, made: Controllers) -> None:
    parts.status.coverage_requested.connect(parts.actions["coverage"].trigger)
    parts.status.place_requested.connect(made.navigation.ask)
    parts.status.cancel_requested.connect(made.documents.close_front)
    made.views.open_requested.connect(made.documents.open)
    made.views.open_requested.connect(made.views.show_text)
    made.views.retry_requested.connect(made.documents.retry)
    made.views.close_requested.connect(made.documents.close_front)
    made.views.stored_requested.connect(made.documents.open_stored)
    parts.panes.leaving.connect(made.documents.keep_places)
    parts.panes.changed.connect(made.documents.follow_pane)
    outline = parts.outline
    outline.passage_requested.connect(made.navigation.go)
    outline.beside_requested.connect(made.views.go_beside)
    outline.verdict_requested.connect(made.items.judge)
    outline.edit_requested.connect(made.items.edit)
    outline.date_requested.connect(made.items.ask_date)
    made.notes.changed.connect(made.documents.apply)
    made.notes.opened.connect(made.views.edit_note)
    made.items.changed.connect(made.documents.refresh_items)
    made.documents.compare_asked.connect(partial(made.act, "editions", "compare"))


def wire_side(name: str, parts: Parts, made: Controllers) -> None:
    """Connect the panel with this name, which has just been made."""
    panel = parts.side.panel(name)
    panel.passage_requested.connect(made.navigation.go)
    panel.list.dragged.connect(partial(made.drag))
    if name != NAMES:
        panel.list.menu_asked.connect(partial(made.row_menu))
    if name == NOTES:
        notes = parts.notes
        notes.body_changed.connect(made.notes.write)
        notes.role_requested.connect(made.notes.recolour)
        notes.tags_requested.connect(made.notes.tag)
        notes.together.recolour_asked.connect(made.notes.recolour_all)
        notes.together.tag_asked.connect(made.notes.tag_all)
        notes.together.delete_asked.connect(made.notes.delete_all)
        notes.together.export_asked.connect(parts.actions["export_notes"].trigger)
        notes.order_changed.connect(made.views.keep_note_order)
        notes.naming_requested.connect(made.views.name_roles)
        made.views.dress_notes()
        notes.delete_requested.connect(made.notes.delete)
        notes.retry_requested.connect(made.notes.retry)
        notes.link_requested.connect(partial(made.act, "links", "follow"))
        notes.passage = partial(made.link_target)
        notes.put_requested.connect(partial(made.act, "marks", "put"))
        notes.confirm_requested.connect(partial(made.act, "marks", "confirm"))
        notes.deny_requested.connect(partial(made.act, "marks", "deny"))
    elif name == NAMES:
        parts.names.wished.connect(made.naming.do)
