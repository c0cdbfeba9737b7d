"""The panels at the side: outline, notes and names, as tabs of one dock area."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

USUAL_WIDTH = 400
#: A panel that is smaller cannot be read.
LEAST = (330, 80)
#: In a window that is narrower than this the text has no room beside a panel, however small its letters are.
NARROW_WINDOW = 720
#: Why panels are out of sight: a page stands there, the text is read alone, the window is narrow.
PAGE, QUIET, NARROW = "page", "quiet", "narrow"
#: Larger words make panels wider up to this.
MOST_SHARE = 1.3

#: What a tab takes beside its words.
BESIDE_TITLE = 26
#: Counts that are larger than this would take the room of words.
LARGEST_COUNT = 99


class Dock(QDockWidget):
    """A dock that calls `make` when it is first seen and has no panel yet; `make` gives it one.

    Qt moves a dock behind another one out of the window and leaves it there as visible, for the Tab key and
    for screen readers too: so its panel is hidden until the dock is in front.
    """

    resized = Signal()

    def __init__(self, title: str, window: QMainWindow, make: Callable[[], object]) -> None:
        super().__init__(title, window)
        self._make = make
        self._in_front = True
        # A dock behind another one is told at first that it is seen: only a moment later it is known.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self.visibilityChanged.connect(self._on_sight)

    def setWidget(self, widget: QWidget) -> None:
        # Or Qt takes a dock without a visible panel for one that wants no room at all.
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        super().setWidget(widget)
        widget.setVisible(self._in_front)

    def raise_(self) -> None:
        super().raise_()
        self._bring(in_front=True)

    def _bring(self, *, in_front: bool) -> None:
        self._in_front = in_front
        panel = self.widget()
        if panel is not None and panel.isHidden() is in_front:
            panel.setVisible(in_front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def fill(self) -> None:
        """Have the panel made, if it is not there yet."""
        if self.widget() is None:
            self._make()

    def _on_sight(self, seen: bool) -> None:
        self._bring(in_front=seen)
        if seen and self.widget() is None:
            self._later.start(0)

    def _look(self) -> None:
        if self.isVisible() and not self.visibleRegion().isEmpty():
            self.fill()


class Docks:
    """Puts panels into docks that can be moved to the other side, hidden, or torn off."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._docks: list[Dock] = []
        self._away: dict[str, list[Dock]] = {}
        self._front: Dock | None = None
        self._is_narrow = False
        self._wide = self._given = 0
        self._least = LEAST[0]
        self._state = QByteArray()
        self._counts: dict[Dock, tuple[str, int]] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)

    def add(self, name: str, title: str, make: Callable[[], object]) -> Dock:
        """Add a dock as the last tab; `make` is called when it is first seen, and gives it its panel."""
        dock = Dock(title, self._window, make)
        dock.setObjectName(name)
        dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        dock.resized.connect(self.fit)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setMinimumSize(*LEAST)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if self._docks:
            self._window.tabifyDockWidget(self._docks[0], dock)
        self._docks.append(dock)
        return dock

    def arrange(self) -> None:
        """Show the first panel at its usual width."""
        self._docks[0].raise_()
        self._window.resizeDocks(self._docks[:1], [USUAL_WIDTH], Qt.Orientation.Horizontal)

    def name(self, dock: Dock, words: str, count: int) -> None:
        """Call a dock `words`, with how much is in it where there is room for that on all the tabs."""
        self._counts[dock] = (words, count)
        self.fit()

    def fit(self) -> None:
        """Leave the counts out, the largest first, until the words of all the tabs have room.

        Where large words have none even then, the tabs stand closer together. Before the window is seen it
        has no width to go by, and dressing the tabs for a wrong one takes a twentieth of the start.
        """
        if not self._docks or not self._window.isVisible():
            return
        font = QFont(self._docks[0].font())
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        room = max(dock.width() for dock in self._docks)
        titles = [dock.windowTitle() for dock in self._docks if dock not in self._counts]
        titles += [counted(*one) for one in self._counts.values()]
        over = sum(metrics.horizontalAdvance(title) + BESIDE_TITLE for title in titles) - room
        for dock, (words, count) in sorted(self._counts.items(), key=_count, reverse=True):
            title = counted(words, count)
            if over > 0:
                over -= metrics.horizontalAdvance(title) - metrics.horizontalAdvance(words)
                title = words
            dock.setWindowTitle(title)
        self._tighten(tight=over > 0)

    def _tighten(self, *, tight: bool) -> None:
        for bar in self._bars():
            bar.setAccessibleName(self._window.tr("Panels"))
            if bool(bar.property("tight")) is not tight:
                bar.setProperty("tight", tight)
                bar.style().unpolish(bar)
                bar.style().polish(bar)

    def _bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def show(self, dock: Dock) -> bool:
        """Bring a panel to the front and give it the keyboard; one that has it already is hidden.

        It goes with those beside which it stands as a tab, and comes with them. Tells whether it is shown.
        """
        panel = dock.widget()
        if dock.isVisible() and panel is not None and panel.isAncestorOf(self._window.focusWidget() or panel):
            if self._window.focusWidget() is not None and not dock.visibleRegion().isEmpty():
                self._show_group(dock, shown=False)
            return not dock.isHidden()
        if dock.isHidden():
            self._show_group(dock, shown=True)
        dock.raise_()
        dock.fill()
        if self._is_narrow:
            self._resize(self._least)
        panel = dock.widget()
        if panel is not None:
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show_group(self, dock: Dock, *, shown: bool) -> None:
        """Show or hide a panel and, unless it was torn off, all those in the window's frame."""
        group = [dock] if dock.isFloating() else [one for one in self._docks if not one.isFloating()]
        for one in group:
            one.setVisible(shown)
        self._let_tab_stop(stop=shown)

    @property
    def out_of_sight(self) -> bool:
        """Whether no panel is shown."""
        return all(dock.isHidden() for dock in self._docks)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the panels."""
        focus = self._window.focusWidget()
        return focus is not None and any(dock.isAncestorOf(focus) for dock in self._docks)

    def put_away(self, why: str) -> None:
        """Take all panels out of sight, for `why`; `bring_back` brings back those that were in sight."""
        if why in self._away:
            return
        if not self._away:
            self._state = self._window.saveState()
        away = [dock for dock in self._docks if not dock.isHidden()]
        shown = (dock for dock in away if not dock.visibleRegion().isEmpty())
        self._front = next(shown, self._front)
        self._away[why] = away
        for dock in away:
            dock.hide()
        self._let_tab_stop(stop=False)

    def bring_back(self, why: str) -> None:
        """Bring the panels back that were put away for `why`, unless something later wants them away too."""
        if why not in self._away:
            return
        later = [*self._away][[*self._away].index(why) + 1 :]
        away = self._away.pop(why)
        holder = next((one for one in (*later, PAGE, QUIET) if one in self._away), None)
        if holder is not None:
            self._away[holder] += away
            return
        for dock in away:
            dock.show()
        if not self._away:
            self._let_tab_stop(stop=True)
        if self._front is not None and self._front in away:
            self._front.raise_()
        if not self._away:
            self._front, self._state = None, QByteArray()

    def fit_window(self, width: int, text: int) -> None:
        """Let panels give way in a window of `width` where the text would have less than it needs, `text`.

        They get narrower, and where that is not enough go out of sight: they come by their keys, and by
        themselves when the window grows.
        """
        is_narrow = width < max(NARROW_WINDOW, text + self._least)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self._wide = self._wide if self._given else self._shown_width()
                self.put_away(NARROW)
            else:
                self.bring_back(NARROW)
                self._given = 0
                self._resize(self._wide or USUAL_WIDTH)
        if not is_narrow:
            self._share(width, text)

    def _share(self, width: int, text: int) -> None:
        """Give the text what it needs, and panels back what was taken from them."""
        now = self._shown_width()
        if not now or self._away:
            return
        if not self._given or now != self._given:
            # The width that the reader gave them.
            self._wide, self._given = now, 0
        wanted = max(min(self._wide, width - text), self._least)
        if wanted != now:
            self._resize(wanted)
            self._given = wanted

    def _shown_width(self) -> int:
        """Return how wide the panels in the window's frame are, 0 where none is in sight."""
        # Those behind another one lie out of the window, as wide as they were before.
        shown = [dock for dock in self._docks if not dock.isHidden() and not dock.isFloating()]
        return max((dock.width() for dock in shown if dock.x() >= 0), default=0)

    def set_share(self, share: float) -> None:
        """Give panels the least width that words of `share` of the usual size need."""
        self._least = round(LEAST[0] * min(max(share, 1.0), MOST_SHARE))
        for dock in self._docks:
            dock.setMinimumWidth(self._least)
        self.fit()

    def _resize(self, width: int) -> None:
        shown = [dock for dock in self._docks if not dock.isHidden()][:1]
        self._window.resizeDocks(shown, [width] * len(shown), Qt.Orientation.Horizontal)

    def _let_tab_stop(self, *, stop: bool) -> None:
        """Let the Tab key stop at the tabs of the panels, or not: Qt moves them out of sight as visible."""
        for bar in self._bars():
            bar.setAccessibleName(self._window.tr("Panels"))
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)

    def state(self) -> QByteArray:
        """Return where the panels are, or were before they were put away."""
        return self._state if not self._state.isEmpty() else self._window.saveState()

    def panels(self) -> list[QWidget]:
        """Return the panels that are in sight."""
        return [
            dock.widget()
            for dock in self._docks
            if dock.isVisible() and dock.widget() is not None and not dock.visibleRegion().isEmpty()
        ]


def counted(words: str, count: int) -> str:
    """Return the words of a tab with how much is behind it, if that is not too long a number."""
    return f"{words} {count}" if 0 < count <= LARGEST_COUNT else words


def _count(named: tuple[Dock, tuple[str, int]]) -> int:
    return named[1][1]
