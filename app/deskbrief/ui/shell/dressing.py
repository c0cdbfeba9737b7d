"""What the window looks like: theme, typography and the size of its words, given to every part of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.outline.panel import OutlinePanel
    from deskbrief.ui.panes import Pane
    from deskbrief.ui.side import Panel
    from deskbrief.ui.store import SettingsStore

#: So long after the text got another size the words around it follow.
WORDS_MS = 200


class Dressing(QObject):
    """Gives panes, panels and pages the appearance that was chosen, and keeps it."""

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._words_later = QTimer(self)
        self._words_later.setSingleShot(True)
        self._words_later.setInterval(WORDS_MS)
        self._words_later.timeout.connect(self._size_words)
        window.appearance.changed.connect(self.apply)
        window.appearance.changed.connect(self._keep)

    def apply(self) -> None:
        """Give every part the theme and the typography that were chosen."""
        window = self._window
        window.appearance.apply()
        for pane in window.parts.panes.all:
            self.dress(pane)
        for panel in self._panels():
            panel.set_theme(window.appearance.theme)
        window.controllers.set_theme(window.appearance.theme)
        # Letting all words grow takes as long as dressing the window does: not for each step of many.
        self._words_later.start()

    def dress(self, pane: Pane) -> None:
        """Dress one text and what belongs to it."""
        appearance = self._window.appearance
        pane.reader.use(paged=appearance.paged)
        pane.reader.view.set_typography(appearance.typography)
        pane.set_theme(appearance.theme)

    def dress_panel(self, panel: OutlinePanel | Panel) -> None:
        """Dress one panel at the side."""
        font = self._window.appearance.panel_font
        # A style sheet keeps rows from taking over the font of their panel.
        if panel.list.font().pointSizeF() != font.pointSizeF():
            panel.list.setFont(font)
        panel.set_theme(self._window.appearance.theme)

    def _panels(self) -> tuple[OutlinePanel | Panel, ...]:
        return (self._window.parts.outline, *self._window.parts.side.made_panels())

    def _size_words(self) -> None:
        """Let bar, tabs, pages and dialogs follow the size of the text, and panels in turns of their own."""
        self._window.appearance.size_words()
        self._window.docks.set_share(self._window.appearance.share)
        if self._window.isVisible():
            self._window.fit_panels()
        for panel in self._panels():
            QTimer.singleShot(0, panel, partial(self.dress_panel, panel))

    def _keep(self) -> None:
        self._store.save(self._window.appearance.stored(self._store.settings))
