"""Commands about the window itself: panels, text size, help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from deskbrief import __version__
from deskbrief.document.notes import ItemKind, Role
from deskbrief.services.sources import sample_path
from deskbrief.ui.controllers.documents import CLOSE, RETRY, STORED
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.reader.values import Marker, MarkerKind
from deskbrief.ui.store import SettingsStore

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

    from deskbrief.document.spans import Span
    from deskbrief.ui.docks import Dock
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.panes import Pane

OPEN, LIBRARY = "open", "library"
KINDS = {MarkerKind.EVENT: ItemKind.EVENT, MarkerKind.RECOMMENDATION: ItemKind.RECOMMENDATION}


class Views(QObject):
    """What the window does with its own parts."""

    open_requested = Signal(object)
    retry_requested = Signal()
    close_requested = Signal()
    stored_requested = Signal()

    def __init__(self, window: MainWindow, parts: Parts, services: Services, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._services = services
        self._store = store

    def choose_files(self) -> None:
        """Ask for files and open them."""
        front = self._parts.desk.front
        last = Path(self._store.settings.last_opened)
        own = sample_path().parent
        places = (path.parent for path in (*([front.path] if front else []), last) if path.is_absolute())
        # The sample lies among the program's own files, where nobody has documents.
        folder = next((place for place in places if place != own), Path.home())
        paths = self._window.controllers.chooser.files_to_open(folder)
        if paths:
            self.open_requested.emit(paths)

    def message_pressed(self, act: str) -> None:
        """Do what a button in the text's place stands for."""
        if act == OPEN:
            self.choose_files()
        elif act == LIBRARY:
            self._window.controllers.show_library()
        elif act == RETRY:
            self.retry_requested.emit()
        elif act == STORED:
            self.stored_requested.emit()
        elif act == CLOSE:
            self.close_requested.emit()

    def edit_note(self, note_id: str) -> None:
        """Open a note in the panel."""
        self._window.notes_dock.show()
        self._window.notes_dock.raise_()
        self._parts.notes.edit(note_id, from_text=True)

    def keep_note_order(self, order: str) -> None:
        """Remember the order of the notes."""
        self._store.save(replace(self._store.settings, sort_notes=str(order)))

    def dress_notes(self) -> None:
        """Show the notes in the order, and the colours by the names, that the user chose."""
        from deskbrief.ui.notes.arrange import NoteOrder

        wanted = self._store.settings.sort_notes
        self._parts.notes.set_order(next((one for one in NoteOrder if one == wanted), NoteOrder.TEXT))
        self._parts.notes.set_role_names(self.role_names())

    def name_roles(self) -> None:
        """Ask for names of the colours, and remember them."""
        from deskbrief.ui.dialogs.roles import RolesDialog

        dialog = RolesDialog(self.role_names(), self._window)
        if dialog.exec():
            names = dialog.names()
            told = "|".join(names.get(role, "") for role in Role)
            self._store.save(replace(self._store.settings, role_names=told))
            self._parts.notes.set_role_names(names)
            for pane in self._parts.panes.all:
                pane.reader.bars.name_roles()
        dialog.deleteLater()

    def ask_tags(self, ids: Sequence[str], known: Sequence[str]) -> None:
        """Ask for tags to give to several notes."""
        from deskbrief.ui.dialogs.tags import TagsDialog

        dialog = TagsDialog(len(ids), known, self._window)
        if dialog.exec():
            self._window.controllers.notes.tag_all(ids, dialog.tags())
        dialog.deleteLater()

    def role_names(self) -> dict[Role, str]:
        """Return the reader's own names of the colours."""
        from deskbrief.ui.notes.roles import names_in

        return names_in(self._store.settings.role_names)

    def show_item(self, key: str) -> None:
        """Show the row of an item in the outline, and make it the current one."""
        self._window.outline_dock.show()
        self._window.outline_dock.raise_()
        self._parts.outline.choose(key)

    def follow_marker(self, _: Marker) -> None:
        """Show the outline, where the marker's row is."""
        self._window.outline_dock.show()
        self._window.outline_dock.raise_()

    def pane_read(self, pane: Pane, offset: int) -> None:
        """Let the line above a text follow it, and panels and status line when it is the active one."""
        if pane is self._parts.panes.active:
            self._window.showing.place(offset)
            if self._parts.panes.other is not None and pane.item is not None and pane.item.has_pages:
                self._window.controllers.originals.follow(pane, offset)
        else:
            self._window.showing.titles.crumb(pane, offset)

    def go_beside(self, span: Span) -> None:
        """Show a passage in the other pane."""
        self._window.controllers.splitting.go(span)

    def remember(self, wanted: bool) -> None:
        """Keep whether the next start opens what is open now."""
        self._store.save(replace(self._store.settings, restore_documents=wanted))

    def zoomed(self, size: float) -> None:
        """Keep a text size that was set with the wheel."""
        self._window.appearance.set_size(size)

    def colour(self, name: str) -> None:
        """Show everything in a theme, or in the system's."""
        self._window.appearance.choose(name)

    def letter(self, *, serif: bool) -> None:
        """Set the text in letters with or without serifs."""
        self._window.appearance.set_face(serif=serif)

    def justify(self) -> None:
        """Give lines of the text two even edges, or one."""
        self._window.appearance.justify()

    def larger(self) -> None:
        """Show the text larger, or the pages where they are read."""
        if self._parts.reader.original:
            self._parts.reader.view.zoom_by(1)
        else:
            self._window.appearance.larger()

    def smaller(self) -> None:
        """Show the text smaller, or the pages."""
        if self._parts.reader.original:
            self._parts.reader.view.zoom_by(-1)
        else:
            self._window.appearance.smaller()

    def normal(self) -> None:
        """Show the text in its usual size, or the pages as wide as the window."""
        if self._parts.reader.original:
            self._parts.reader.view.zoom_by(0)
        else:
            self._window.appearance.normal()

    def show_text(self) -> None:
        """Show the text, whatever page stands in its place."""
        self._window.show_text()

    def show_outline(self) -> None:
        """Bring the outline to the front, or hide it."""
        self._turn(self._window.outline_dock)

    def show_notes(self) -> None:
        """Bring the notes to the front, or hide them."""
        self._turn(self._window.notes_dock)

    def show_names(self) -> None:
        """Bring the names to the front, or hide them."""
        self._turn(self._window.names_dock)

    def show_figures(self) -> None:
        """Bring the figures to the front, or hide them."""
        self._turn(self._window.figures_dock)

    def show_quotes(self) -> None:
        """Bring the quotes to the front, or hide them."""
        self._turn(self._window.quotes_dock)

    def _turn(self, dock: Dock) -> None:
        """Bring a panel to the front, or hide it; it stands beside the text, and never beside a page."""
        self._window.show_text()
        if not self._window.docks.show(dock):
            self._parts.panes.focus_text()

    def next_panel(self) -> None:
        """Move the keyboard from the text to the panel in sight, then to the toolbar, and around."""
        texts = [pane.reader.view for pane in self._parts.panes.all]
        page = self._window.page
        stops: list[QWidget] = [*texts] if page is None else [page]
        stops = [*stops, *self._window.docks.panels(), self._window.bar.search]
        focus = self._window.focusWidget()
        at = next(
            (
                i
                for i, stop in enumerate(stops)
                if focus is not None and (stop is focus or stop.isAncestorOf(focus))
            ),
            -1,
        )
        stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def full_screen(self) -> None:
        """Fill the screen with the text alone, or bring bar, panels and tabs back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._window.be_quiet(quiet=self._window.isFullScreen())

    def context_menu(self, place: QPoint) -> None:
        """Show the commands for what is under the pointer; `place` is on the screen."""
        from deskbrief.ui.shell.contextmenu import TextMenu

        menu = TextMenu(self._window, self._parts)
        menu.edit_requested.connect(self.edit_note)
        menu.marker_requested.connect(self.follow_marker)
        menu.copy_requested.connect(self._window.controllers.passing.copy_address)
        menu.popup(place)

    def search_this(self) -> None:
        """Search everything for the selection, or the word here."""
        words = self._window.controllers.passing.wanted()
        if words:
            self._window.controllers.searching.ask(words)

    def protection(self) -> None:
        """Show what protects this computer from hostile documents."""
        protection = self._services.runner.protection
        lines = [
            f"{'✓' if layer.on else '✕'} {layer.name}: {layer.detail}"
            for layer in (protection.layers if protection else ())
        ]
        text = self.tr(
            "Documents are read in a separate process. Nothing in them can run, and nothing is fetched."
        )
        self._tell(self.tr("Protection"), text, "\n".join(lines) or self.tr("No document has been read yet."))

    def about(self) -> None:
        """Say what this program is."""
        from deskbrief.ui.icon import application_icon

        more = (
            self.tr("Reads long texts, takes notes, makes briefs that cite. Nothing leaves this computer."),
            self.tr("Free software under the MIT licence."),
        )
        box = self._box(
            self.tr("About Deskbrief"), self.tr("Deskbrief {0}").format(__version__), "\n\n".join(more)
        )
        box.setObjectName("about")
        box.setIconPixmap(application_icon().pixmap(64))
        self._run(box)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def _tell(self, title: str, text: str, more: str) -> None:
        self._run(self._box(title, text, more))

    def _box(self, title: str, text: str, more: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setText(text)
        box.setInformativeText(more)
        return box

    def _run(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
