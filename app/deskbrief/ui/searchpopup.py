"""The list under the search box: everything found, grouped, led to by Enter or a click."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from deskbrief.ui.searchrows import PLACE, HitDelegate
from deskbrief.ui.toolbar import SearchBox

if TYPE_CHECKING:
    from deskbrief.services.searching import Group, Hit

WIDTH = 460
TARGET = Qt.ItemDataRole.UserRole
#: Seconds that the search may take before the window looks after other things.
SLICE = 0.006

#: Looks for words: yields groups of hits, and None where it can be interrupted.
Find = Callable[[str], "Iterator[Group | None]"]
#: Returns the commands that answer to words.
Commands = Callable[[list[str]], list[QAction]]
#: The most commands that are shown.
MOST_COMMANDS = 8


class Beyond(NamedTuple):
    """Stands for a search of the whole library for `words`."""

    words: str


#: Where a row leads: to a hit, to all places in the text of words, to a command, to the library.
Target: TypeAlias = "Hit | str | QAction | Beyond"


class SearchPopup(QObject):
    """Asks `find` for hits as the reader types and shows them below the box.

    Groups are added below one another as they come, so that no row moves; the commands that answer to the
    words come behind them, and one that is chosen is given at once. `chosen` carries a `Hit`;
    `find_requested` carries the words when the reader wants all places in the text, `library_requested` when
    what is open is not enough.
    """

    chosen = Signal(object)
    find_requested = Signal(str)
    library_requested = Signal(str)

    def __init__(self, box: SearchBox, find: Find, window: QWidget, commands: Commands | None = None) -> None:
        super().__init__(window)
        self._commands = commands
        self._window = window
        self._box = box
        self._find = find
        self._made: QListWidget | None = None
        self._work: Iterator[Group | None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        box.textEdited.connect(self.look_for)
        box.returnPressed.connect(self._entered)
        box.stepped.connect(self._step)
        box.leapt.connect(self._leap)
        box.left.connect(self.close)
        box.editingFinished.connect(self._finished)

    @property
    def running(self) -> bool:
        """Whether something is still being looked for."""
        return self._timer.isActive()

    @property
    def _list(self) -> QListWidget:
        """The list, made when something is searched for."""
        if self._made is None:
            made = self._made = QListWidget(self._window)
            made.setObjectName("searchHits")
            made.setAccessibleName(self.tr("Search results"))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setTextElideMode(Qt.TextElideMode.ElideRight)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setUniformItemSizes(True)
            made.setItemDelegate(HitDelegate(made))
            made.hide()
            made.itemClicked.connect(self._choose)
        return self._made

    def close(self) -> None:
        """Take the list away and look for nothing any more."""
        self._timer.stop()
        if self._made is not None:
            self._made.hide()

    def lines(self) -> list[str]:
        """Return what the list shows, group headings included."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def places(self) -> list[str]:
        """Return where the rows stand in the text, empty for what has no place there."""
        return [self._list.item(row).data(PLACE) or "" for row in range(self._list.count())]

    def current(self) -> str:
        """Return the row that Enter would follow."""
        item = self._list.currentItem()
        return item.text() if item is not None else ""

    def look_for(self, text: str) -> None:
        """Look for these words."""
        self._list.clear()
        if not text.strip():
            self.close()
            return
        self._work = self._find(text)
        self._timer.start()
        self._go_on()

    def _go_on(self) -> None:
        """Look on for a moment; the list is shown once there is something to show."""
        until = monotonic() + SLICE
        for group in self._work:
            if group is not None:
                self._add(group)
            if monotonic() > until:
                break
        else:
            self._timer.stop()
            self._add_commands()
            if not self._list.count():
                self._add_heading(self.tr("Nothing found here."))
            self._add_library()
        if self._list.count():
            self._show()

    def _add(self, group: Group) -> None:
        from deskbrief.services.searching import Kind

        name = self.tr(group.kind.value)
        more = group.total > len(group.hits)
        self._add_heading(f"{name} · {group.total:,}" if more else name)
        for hit in group.hits:
            self._add_row(hit.line, hit, hit.place)
        if more and group.kind is Kind.TEXT:
            self._add_row(self.tr("All {0} places in the text").format(f"{group.total:,}"), self._box.text())
        if self._list.currentItem() is None:
            self._step(1)

    def _add_commands(self) -> None:
        words = self._box.text().casefold().split()
        found = self._commands(words)[:MOST_COMMANDS] if self._commands is not None and words else []
        if not found:
            return
        self._add_heading(self.tr("Commands"))
        for action in found:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            name = action.text().replace("&", "")
            self._add_row(f"{name} · {key}" if key else name, action)
        if self._list.currentItem() is None:
            self._step(1)

    def _add_library(self) -> None:
        words = self._box.text().strip()
        self._add_heading(self.tr("Library"))
        self._add_row(self.tr("Search all documents and notes for “{0}”").format(words), Beyond(words))
        if self._list.currentItem() is None:
            self._step(1)

    def _add_row(self, line: str, target: Target, place: str = "") -> None:
        item = QListWidgetItem(line)
        item.setToolTip("\n".join(filter(None, (line, place))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (line, place))))
        item.setData(PLACE, place)
        item.setData(TARGET, target)
        self._list.addItem(item)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self._list.font())
        font.setBold(True)
        item.setFont(font)
        self._list.addItem(item)

    def _show(self) -> None:
        corner = self._box.mapTo(self._window, QPoint(self._box.width() - WIDTH, self._box.height() + 4))
        high = self._list.sizeHintForRow(0) * self._list.count()
        room = self._window.height() - corner.y() - 40
        self._list.setGeometry(max(corner.x(), 8), corner.y(), WIDTH, min(high + 12, room))
        self._list.show()
        self._list.raise_()

    def _step(self, by: int) -> None:
        """Go to the next row in this direction that leads anywhere."""
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).data(TARGET) is not None:
                self._list.setCurrentRow(row)
                return
            row += by

    def _leap(self, by: int) -> None:
        """Go to the first row of the next group, or of the one before."""
        here = self._list.currentRow()
        heads = [row for row in range(self._list.count()) if self._list.item(row).data(TARGET) is None]
        after = [row for row in heads if row > here]
        before = [row for row in heads if row < here]
        head = next(iter(after), None) if by > 0 else next(iter(before[-2:]), None)
        if head is not None:
            self._list.setCurrentRow(head + 1)

    def _entered(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        target = item.data(TARGET)
        if target is None:
            return
        self.close()
        if isinstance(target, QAction):
            self._box.clear()
            self._box.left.emit()
            target.trigger()
        elif isinstance(target, Beyond):
            self._box.clear()
            self.library_requested.emit(target.words)
        elif isinstance(target, str):
            self.find_requested.emit(target)
        else:
            self.chosen.emit(target)

    def _finished(self) -> None:
        if not self._box.hasFocus() and not self._list.underMouse():
            self.close()
