"""The reading panes in the middle of the window: one, or two beside or below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from deskbrief.document.model import Document
from deskbrief.ui.crumb import Crumb
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.theme import Theme

#: In a pane that is lower than this every line is needed for the text.
LOWEST = 190
#: Two panes stand beside each other when each of them is at least so wide.
NARROWEST = 420


class Pane(QWidget):
    """A text with the line above it that says in which section one is.

    `item` is what the pane stands on, `shown` the text that is in it. `read` carries the pane and the offset
    at the top of the screen, `claimed` the pane when something in it is used.
    """

    read = Signal(object, int)
    claimed = Signal(object)
    sections_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.item: OpenDocument | None = None
        self.shown: Document | None = None
        self.reader = ReaderPanel(self)
        self.crumb = Crumb(self._column, self)
        self._wanted = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.crumb)
        column.addWidget(self.reader, 1)
        self.crumb.hide()
        self.setFocusProxy(self.reader)
        self.crumb.clicked.connect(self._ask)
        self.reader.place_changed.connect(self._on_place)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.reader.set_theme(theme)
        self.crumb.set_theme(theme)

    def want_crumb(self, wanted: bool) -> None:
        """Show the line above the text where there is room for it."""
        self._wanted = wanted
        self.crumb.setVisible(wanted and self.height() >= LOWEST)

    def claim(self, *_: object) -> None:
        """Say that something in this pane is used."""
        self.claimed.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.want_crumb(self._wanted)

    def _ask(self) -> None:
        self.claim()
        self.sections_requested.emit(self)

    def _on_place(self, offset: int) -> None:
        self.read.emit(self, offset)

    def _column(self) -> int:
        return self.reader.view.column()[0]


class Panes(QSplitter):
    """Holds the first pane, and the second one while the view is split.

    The active one has or had the keyboard: panels and commands concern it. `leaving` is emitted before
    another one becomes that, `changed` after it; `made` carries a second pane, to be dressed and connected.
    """

    leaving = Signal()
    changed = Signal()
    made = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panes")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(3)
        self.first = Pane(self)
        self.second: Pane | None = None
        self.active = self.first
        self.setFocusProxy(self.first)

    @property
    def all(self) -> tuple[Pane, ...]:
        """The panes in the order of the screen."""
        return (self.first, self.second) if self.second else (self.first,)

    @property
    def other(self) -> Pane | None:
        """The pane that is not active, while the view is split."""
        return self.first if self.active is self.second else self.second

    @property
    def number(self) -> int:
        """Which pane is active, 0 or 1."""
        return int(self.active is self.second)

    @property
    def beside(self) -> bool:
        """Whether two panes stand beside each other and not one above the other."""
        return self.orientation() is Qt.Orientation.Horizontal

    @property
    def share(self) -> int:
        """The share of the room that the first pane has, in percent."""
        sizes = self.sizes()
        return round(100 * sizes[0] / max(sum(sizes), 1))

    def has_room_beside(self) -> bool:
        """Tell whether two panes can stand beside each other."""
        return self.width() >= 2 * NARROWEST

    def split(self, *, beside: bool, share: int = 50) -> Pane:
        """Make a second pane and return it; the first stays the active one."""
        self.setOrientation(_way(beside))
        self.second = Pane(self)
        self.second.reader.take_sheets(self.first.reader)
        room = max(self.width() if beside else self.height(), 100)
        self.setSizes([room * share // 100, room * (100 - share) // 100])
        self.second.claimed.connect(self.activate)
        self.first.claimed.connect(self.activate)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.made.emit(self.second)
        self.second.show()
        return self.second

    def turn(self, *, beside: bool) -> None:
        """Put two panes beside each other, or one above the other."""
        if self.second is not None:
            self.setOrientation(_way(beside))

    def unsplit(self) -> None:
        """Take the second pane away; the first one is the active one then."""
        second = self.second
        if second is None:
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]
        self.first.claimed.disconnect(self.activate)
        self.second, self.active = None, self.first
        self.setFocusProxy(self.first)
        second.hide()
        second.setParent(None)
        second.deleteLater()

    def activate(self, pane: Pane) -> None:
        """Let panels and commands concern `pane` from now on."""
        if pane is not self.active and pane in self.all:
            self.leaving.emit()
            self.active = pane
            self.setFocusProxy(pane)
            self.changed.emit()

    def focus_text(self) -> None:
        """Give the keyboard to the active text."""
        self.active.reader.setFocus()

    def copy(self) -> None:
        """Copy what is selected."""
        self.active.reader.copy()

    def open_find(self) -> None:
        """Show the find bar."""
        self.active.reader.open_find()

    def find_words(self, words: str) -> None:
        """Show the find bar and look for `words`."""
        self.active.reader.find_words(words)

    def find_next(self) -> None:
        """Go to the next hit."""
        self.active.reader.find_next()

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.active.reader.find_previous()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for pane in self.all:
            if new is not None and pane.isAncestorOf(new):
                self.activate(pane)


def _way(beside: bool) -> Qt.Orientation:
    return Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
