"""The window: lays the parts out, connects them, and keeps them showing the document in front."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from deskbrief.services.messages import Level, Message
from deskbrief.services.sources import sample_path
from deskbrief.ui.actions import Actions
from deskbrief.ui.appearance import Appearance
from deskbrief.ui.desk import Desk
from deskbrief.ui.docks import QUIET, Docks
from deskbrief.ui.notices import Notice
from deskbrief.ui.outline.panel import OutlinePanel, OutlineSettings
from deskbrief.ui.panes import Pane, Panes
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.dressing import Dressing
from deskbrief.ui.shell.furnishing import bar_of, column_of, side_of
from deskbrief.ui.shell.showing import Showing
from deskbrief.ui.shell.wiring import wire, wire_pane, wire_side
from deskbrief.ui.side import Side
from deskbrief.ui.statusline import StatusLine
from deskbrief.ui.store import Geometry, Session, SettingsStore

if TYPE_CHECKING:
    from deskbrief.ui.shell.readying import Readying
    from deskbrief.ui.shell.stage import Stage
    from deskbrief.ui.shell.tabs import DocumentTabs


class MainWindow(QMainWindow):
    """One window on the library.

    `closed` comes once everything typed is on disk, `page_shown` when a page or the text came into sight.
    """

    closed = Signal()
    page_shown = Signal()

    def __init__(
        self, services: Services, store: SettingsStore, geometry: Geometry, chooser: Chooser | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("deskbrief")
        self.setWindowTitle("Deskbrief")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self._store = store
        self._stage: Stage | None = None
        self._geometry = geometry
        self._finished = False
        self._services = services
        self.appearance = Appearance(store.settings, self)
        # Before there are any parts: later each of them would be dressed a second time.
        self.appearance.apply()
        self.appearance.size_words()
        panes = Panes(self)
        self.parts = Parts(
            window=self,
            panes=panes,
            outline=OutlinePanel(self),
            side=Side(self),
            status=StatusLine(self),
            notice=Notice(self),
            actions=Actions(self, panes.first.reader.view),
            desk=Desk(),
        )
        self._tabs: DocumentTabs | None = None
        self._column = column_of(self, self.parts)
        self.docks = Docks(self)
        self._side_docks = side_of(self.docks, self, self.parts)
        self.outline_dock, self.notes_dock, *others = self._side_docks.values()
        self.names_dock, self.figures_dock, self.quotes_dock = others
        self.controllers = wire(self, self.parts, services, store, chooser)
        self.showing = Showing(self, self.parts, self.docks, services.library)
        self._session = Session(store, self.parts, self.showing.left_open)
        self.bar = bar_of(self, self.parts, services, store)
        for dock in self._side_docks.values():
            dock.visibilityChanged.connect(self._on_panels)
        self._dressing = Dressing(self, store)
        services.messages.subscribe(self._show_message)
        self.parts.side.made.connect(self._on_made)
        panes.made.connect(self._on_pane)
        self._connect()
        self._dressing.apply()
        if not geometry.restore(self):
            self.docks.arrange()
        self.showing.front()
        if store.settings.keys:
            self.controllers.keying.start()

    @property
    def can_be_read(self) -> bool:
        """Whether a text is shown, or a part of it."""
        return self.parts.reader.view.shown_document() is not None

    def open(self, paths: Iterable[Path]) -> None:
        """Open files and come to the front."""
        self.show_text()
        self.controllers.documents.open(paths)

    def begin(self, paths: Iterable[Path]) -> None:
        """Open files at a start, with the documents of the last session behind them."""
        left = self._store.settings.open_documents if self._store.settings.restore_documents else ""
        if left:
            from deskbrief.services.session import read

            self.controllers.documents.lay(read(left))
        paths = list(paths)
        self.open(paths)
        if not self._store.settings.sample_shown and paths == [sample_path()]:
            from deskbrief.ui.shell.welcome import Welcome

            Welcome(self)
        desk = self.parts.desk
        if desk.front is None and desk.documents:
            self.controllers.documents.bring(desk.documents[0])

    @property
    def has_tabs(self) -> bool:
        """Whether the row of tabs has been needed yet."""
        return self._tabs is not None

    @property
    def tabs(self) -> DocumentTabs:
        """The row of open documents."""
        if self._tabs is None:
            from deskbrief.ui.shell.tabs import DocumentTabs

            self._tabs = DocumentTabs(self.showing.titles.tab_tip, self)
            self._tabs.name_key(self.parts.actions.key("close"))
            self._tabs.currentChanged.connect(self.showing.titles.tab_chosen)
            self._tabs.close_requested.connect(self.showing.titles.tab_closed)
            self._tabs.tabMoved.connect(self.controllers.documents.move)
            self._column.insertWidget(1, self._tabs)
        return self._tabs

    def open_links(self, links: Iterable[str]) -> None:
        """Go to the passages that links name."""
        self.controllers.links.open(links)

    def finish(self) -> None:
        """Make what has not been needed yet, a piece in each turn of the event loop."""
        self._readying.go_on()

    @cached_property
    def _readying(self) -> Readying:
        from deskbrief.ui.shell.readying import Readying

        readying = Readying(self.parts.side, self)
        readying.ended.connect(self._on_ready)
        return readying

    def _on_ready(self) -> None:
        if not self._finished and self._store.settings.split_file:
            self.controllers.splitting.restore()
        # From now on they follow what is in front.
        self.controllers.changed_files.follow()
        self.controllers.enclosed.consider()
        self._finished = self._session.has_split = True
        self.appearance.look_for_reader()

    def remembered_pages(self) -> str:
        """Return which documents were last read on their pages."""
        return self._store.settings.original_pages

    def offer_backups(self, what: str) -> None:
        """Say what was done for a damaged library, and lead to the backups of it."""
        next_step = self.tr("If something is missing, it may be in a backup.")
        message = Message(Level.WARNING, what, next_step)
        show = partial(self.controllers.act, "backups", "show")
        self.parts.notice.show_message(message, self.tr("Look at the backups"), show)

    def show_pages_button(self, wanted: bool) -> None:
        """Offer the original pages in the bar, of a document that has some."""
        self.bar.pages.setVisible(wanted and self.page is None)
        self.bar.fit()
        if wanted:
            self._readying.await_pages()

    def _on_panels(self) -> None:
        """Offer the panels in the bar while none is in sight beside the text."""
        wanted = self.isVisible() and self.page is None and self.docks.out_of_sight
        if wanted is not self.bar.panels.isVisible():
            self.bar.panels.setVisible(wanted)
            self.bar.fit()

    def bar_title(self, title: str, facts: str) -> None:
        """Show title and facts of the document in the bar."""
        self.bar.title.show_title(title, facts)

    def raise_window(self) -> None:
        """Come to the front, as a second start asks."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def name_keys(self) -> None:
        """Let every tooltip and hint name the keys that the commands have now."""
        actions = self.parts.actions
        self.bar.name_keys(actions)
        for pane in self.parts.panes.all:
            self._name_keys(pane)
        self.parts.status.name_key(actions.key("go_to"))
        if self.has_tabs:
            self.tabs.name_key(actions.key("close"))

    def _name_keys(self, pane: Pane) -> None:
        pane.reader.name_keys(self.parts.actions.key)
        pane.crumb.name_key(self.parts.actions.key("sections"))

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in place of the text, or the text again for None."""
        if self._stage is None:
            from deskbrief.ui.shell.stage import Stage

            self._stage = Stage(self._column, self.parts.panes, self.docks)
            self._stage.titled.connect(self.showing.titles.show_what_is_shown)
        self._stage.show(page)
        is_useful = page is not None or self.parts.desk.front is not None
        self.parts.actions.enable(is_useful, "find", "export")
        self.enable_undo()
        # Of what is chosen in the library a brief can be made with no document open.
        self.parts.actions.enable(is_useful, "brief")
        self.page_shown.emit()
        self._on_panels()
        if page is not None:
            if self.has_tabs:
                self.tabs.hide()
        else:
            self.showing.titles.tabs()

    def enable_undo(self) -> None:
        """Let Undo be there where something could be taken back: in a document, in the library or of it."""
        wanted = self.page is not None or self.parts.desk.front is not None or self.controllers.library_acted
        self.parts.actions.enable(wanted, "undo")

    @property
    def page(self) -> QWidget | None:
        """The page that stands in the text's place, or None."""
        return self._stage.page if self._stage is not None else None

    def show_text(self) -> None:
        """Show the text, whatever page stands in its place."""
        if self.page is not None:
            self.show_page(None)

    def be_quiet(self, *, quiet: bool) -> None:
        """Leave nothing but the text in sight, or bring everything back that was."""
        self.docks.put_away(QUIET) if quiet else self.docks.bring_back(QUIET)
        self.bar.setVisible(not quiet)
        self.parts.status.setVisible(not quiet)
        if self.page is None:
            self.parts.panes.focus_text()

    def _on_pane(self, pane: Pane) -> None:
        """Dress the second pane, which has just been made, and give it the keys of the first."""
        self._dressing.dress(pane)
        for action in self.parts.panes.first.reader.view.actions():
            pane.reader.view.addAction(action)
        self._name_keys(pane)
        wire_pane(self.controllers, self._services, pane)

    def _on_made(self, name: str) -> None:
        """Put a panel that has just been made into its dock, connect it and fill it."""
        panel = self.parts.side.panel(name)
        self._side_docks[name].setWidget(panel)
        self._dressing.dress_panel(panel)
        wire_side(name, self.parts, self.controllers)
        self.showing.side()

    def _connect(self) -> None:
        documents = self.controllers.documents
        documents.front_changed.connect(self.showing.front)
        documents.outline_changed.connect(self.showing.findings.show)
        documents.notes_changed.connect(self.showing.notes)
        documents.desk_changed.connect(self.showing.titles.tabs)
        # A power cut or the end of the user's session does not wait for the window to be closed.
        for changed in (documents.desk_changed, documents.front_changed):
            changed.connect(self._session.note)
        documents.other_changed.connect(self.showing.other)
        documents.progressed.connect(self.parts.status.show_work)
        self.parts.outline.settings_changed.connect(self._keep_outline_settings)
        self.showing.findings.settings(self._store.settings)

    def _keep_outline_settings(self, chosen: OutlineSettings) -> None:
        self._store.save(self.showing.findings.stored(self._store.settings, chosen))

    def _show_message(self, message: Message) -> None:
        if message.level is Level.INFO:
            self.parts.status.showMessage(str(message), 6000)
        else:
            self.parts.notice.show_message(message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.fit_panels()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_panels()
        self.docks.fit()

    def fit_panels(self) -> None:
        """Let the panels leave the text the width that it needs."""
        self.docks.fit_window(self.width(), self.parts.panes.first.reader.view.least_width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._put_down()
        if self.controllers.notes.unsaved and not self.controllers.confirm_loss():
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)

    def _put_down(self) -> None:
        """Have everything that was typed on disk."""
        self.parts.side.flush()
        self.controllers.notes.retry()
        self.controllers.notes.settle()

    def keep(self) -> None:
        """Have everything on disk that the next start needs: words, places, what is open, the window."""
        self._put_down()
        self.controllers.documents.keep_places()
        self._session.keep()
        self._geometry.keep(self, self.docks.state())
        self._store.flush()

    def leave(self) -> None:
        """Keep everything and end what is under way, without asking."""
        self.keep()
        self.controllers.documents.stop()
        self.closed.emit()
        # Those who close may have had something to keep.
        self._store.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape, where nothing else has a use for it, lead from a panel back to the text."""
        if event.key() == Qt.Key.Key_Escape and self.docks.has_keyboard:
            self.parts.panes.focus_text()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.controllers.views.full_screen()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange:
            return
        if not self.isActiveWindow():
            self.parts.side.flush()
        elif self._finished:
            # A screen reader may have been started meanwhile.
            self.appearance.look_for_reader()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open(_files_in(event.mimeData()))


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
