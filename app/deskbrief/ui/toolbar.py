"""The bar at the top: library, open, back, forward, title, search, appearance, brief."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from deskbrief.ui.actions import Actions
from deskbrief.ui.keys import with_key

#: The height of the bar, and the widths of the search box, in pixels, for words of the usual height.
HEIGHT, WIDE_SEARCH, NARROW_SEARCH = 48, 250, 130
#: The height of a line of such words.
USUAL_LINE = 17
#: A title that is shown with less room says nothing.
LEAST_TITLE = 60
#: What stands between two buttons, and at both ends of the bar.
SPACING, MARGINS = 4, 8
#: What the edges of the search box take of its width.
BESIDE_HINT = 24


class TitleLabel(QLabel):
    """The document's title in bold and facts about it beside it, shortened to the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTitle")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = ""
        self._facts = ""

    def show_title(self, title: str, facts: str) -> None:
        """Show `title` and `facts`; both are plain text."""
        self._title, self._facts = title, facts
        self.setAccessibleName(title)
        self.setToolTip(f"{title}\n{facts}" if title else "")
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        room = self.width() - 24
        facts = f" — {self._facts}" if self._facts else ""
        if metrics.horizontalAdvance(self._title + facts) * 1.06 > room:
            facts = ""
        if room < LEAST_TITLE:
            self.setText("")
            return
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, int(room / 1.08))
        # The isolates keep a title that is written from right to left from turning around the facts.
        # The mark before them says which way the line runs, or the first letter of the title would.
        mark = "\u200f" if self.isRightToLeft() else "\u200e"
        self.setText(f"{mark}<b>\u2068{_plain(title)}\u2069</b><span>{_plain(facts)}</span>")


def _plain(text: str) -> str:
    """Return `text` so that a label takes nothing in it for mark-up."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class SearchBox(QLineEdit):
    """Where a search begins; `entered` says that it has the keyboard, `left` that Escape gives it back.

    Down and Up step through what was found, with Ctrl from group to group.
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)
    leapt = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            way = 1 if event.key() == Qt.Key.Key_Down else -1
            far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.leapt if far else self.stepped).emit(way)
        else:
            super().keyPressEvent(event)


class MenuButton(QToolButton):
    """A button that opens a menu, and no longer looks as if the mouse were on it once that is closed."""

    def give(self, menu: QMenu) -> None:
        """Open this menu from now on."""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.aboutToHide.connect(self._look)

    def _look(self) -> None:
        at = self.mapFromGlobal(QCursor.pos())
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self.rect().contains(at))
        self.setDown(False)
        self.update()


class TopBar(QToolBar):
    """Lays the commands out as the reader meets them."""

    def __init__(
        self, actions: Actions, library: QMenu, appearance: QMenu, parent: QWidget | None = None
    ) -> None:
        self._fitting = False
        self._spare: list[QAction] = []
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._keyed: list[tuple[QToolButton, str]] = []
        self.title = TitleLabel(self)
        self.search = self._search_box()
        self._hint(actions.key("search"))
        self.menu_button = self._menu_button(self.tr("☰ Menu"), self.tr("Library and all commands"), library)
        self.addWidget(self.menu_button)
        # What a narrow window does without: keys and the menu do the same.
        for command, text in (("open", self.tr("Open…")), ("back", "←"), ("forward", "→")):
            self._spare.append(self._put(actions, command, text))
        self.addWidget(self.title)
        self.addWidget(self.search)
        #: Shown for documents that have pages.
        actions["pages"].setCheckable(True)
        self.pages = self._put(actions, "pages", self.tr("Pages"))
        self.pages.setVisible(False)
        #: Shown while no panel is.
        self.panels = self._put(actions, "outline", self.tr("Outline"))
        self.panels.setVisible(False)
        self.addWidget(self._menu_button("Aa", self.tr("Appearance of the text"), appearance))
        brief = self._put(actions, "brief", self.tr("Brief ▸"))
        self.widgetForAction(brief).setObjectName("primary")
        self.addWidget(self._margin())
        self._space()
        self.fit()

    def _space(self) -> None:
        """Leave room around the buttons; Qt leaves its own again whenever the style changes."""
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(SPACING)
            layout.setContentsMargins(8, 7, 0, 7)

    def fit(self) -> None:
        """Share the width out: first the search box gets narrower, then buttons go that others stand for."""
        if self._fitting:
            return
        self._fitting = True
        line = self.fontMetrics().lineSpacing()
        share = max(line / USUAL_LINE, 1.0)
        self.setFixedHeight(round(HEIGHT * max(share * 0.9, 1.0)))
        for action in self._spare:
            action.setVisible(True)
        widest, narrowest = round(WIDE_SEARCH * share), round(NARROW_SEARCH * share)
        room = self.width() - self._taken()
        for action in (self._spare[0], self._spare[2], self._spare[1]):
            if room >= narrowest:
                break
            action.setVisible(False)
            room = self.width() - self._taken()
        self.search.setFixedWidth(min(max(room - LEAST_TITLE, narrowest), widest))
        self._fit_hint()
        self._fitting = False

    def _taken(self) -> int:
        """Return the width that everything but the title and the search box takes."""
        shown = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        fixed = [one for one in shown if one is not None and one not in {self.title, self.search}]
        return sum(one.sizeHint().width() + SPACING for one in fixed) + 2 * SPACING + MARGINS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._space()
        if event.type() is QEvent.Type.FontChange and self._spare:
            self.fit()

    def _put(self, actions: Actions, command: str, text: str) -> QAction:
        """Add the button of a command; return its place in the bar."""
        place = self.addWidget(self._button(actions, command, text))
        # A place that is shown or hidden makes its button as usable as it is itself.
        place.setEnabled(actions[command].isEnabled())
        actions[command].enabledChanged.connect(place.setEnabled)
        return place

    def _button(self, actions: Actions, command: str, text: str) -> QToolButton:
        action = actions[command]
        button = QToolButton(self)
        action.setIconText(text)
        button.setDefaultAction(action)
        name = action.text().replace("&", "").rstrip("…")
        button.setAccessibleName(name)
        button.setToolTip(with_key(name, actions.key(command)))
        self._keyed.append((button, command))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def name_keys(self, actions: Actions) -> None:
        """Say which keys do the same."""
        for button, command in self._keyed:
            # Qt gives the button the action's own tooltip whenever that changes.
            button.setToolTip(with_key(button.accessibleName(), actions.key(command)))
        self._hint(actions.key("search"))
        button = self.menu_button
        button.setToolTip(with_key(button.accessibleName(), actions.key("menu")))

    def to_search(self) -> None:
        """Give the keyboard to the search box, with its words chosen."""
        self.search.setFocus()
        self.search.selectAll()

    def open_menu(self) -> None:
        """Open the menu of all commands, with the first of them chosen."""
        menu = self.menu_button.menu()
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        first = next((one for one in menu.actions() if one.isEnabled() and not one.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _hint(self, key: str) -> None:
        self._key = key.replace("+", " ")
        self._fit_hint()

    def _fit_hint(self) -> None:
        """Say in the search box what it is for and by which key it is reached, as far as there is room."""
        whole, short = self.tr("Search text, notes, events…"), self.tr("Search…")
        hints = (f"{whole}  {self._key}", whole, f"{short}  {self._key}", short)
        room, measure = self.search.width() - BESIDE_HINT, self.search.fontMetrics().horizontalAdvance
        self.search.setPlaceholderText(next((hint for hint in hints if measure(hint) <= room), short))

    def _menu_button(self, text: str, name: str, menu: QMenu) -> QToolButton:
        button = MenuButton(self)
        button.setText(text)
        button.give(menu)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _margin(self) -> QWidget:
        """Return the room at the right end, which the layout of a tool bar does not leave by itself."""
        room = QWidget(self)
        room.setFixedWidth(8)
        return room

    def _search_box(self) -> SearchBox:
        box = SearchBox(self)
        box.setObjectName("searchBox")
        box.setAccessibleName(self.tr("Search everything"))
        return box
