"""The list of contents: boxes to choose, rows to drag or to move by key, titles and quotes to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QMenu, QTreeView, QWidget

from deskbrief.ui.builder.arrange import ItemView, SectionView
from deskbrief.ui.builder.contents import ContentsModel, Index
from deskbrief.ui.builder.paint import CARD_GAP, CHEVRON, RIGHT, SECTION, CardDelegate, height_of
from deskbrief.ui.theme import Theme

#: Sections with so many items at most are open at first.
MOST_OPEN = 12
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SHOW, EDIT, ALL, NONE, UP, DOWN, ADD, REMOVE = "show", "edit", "all", "none", "up", "down", "add", "remove"


class Spot(NamedTuple):
    """A place between two rows: the position of what comes there, and the height of its line."""

    position: int
    line: int


class ContentsView(QTreeView):
    """As high as its rows: what surrounds it scrolls, and is asked for by `seen_wanted`, a rectangle.

    `moved` carries section id, item key (or "") and the new position among its like. `edit_wanted` carries
    section id and item key; `passage_wanted`, `all_wanted` (with whether on), `add_wanted`, `remove_wanted`
    are said of the current row.
    """

    seen_wanted = Signal(QRect)
    moved = Signal(str, str, int)
    edit_wanted = Signal(str, str)
    passage_wanted = Signal(str, str)
    all_wanted = Signal(str, bool)
    add_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefContents")
        self.setAccessibleName(self.tr("Contents of the brief"))
        self.setAccessibleDescription(
            self.tr("Space switches a row, Alt and an arrow key moves it, F2 changes it.")
        )
        self.contents = ContentsModel(self)
        self.setModel(self.contents)
        self._cards = CardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self._open: dict[str, bool] = {}
        self._showing = False
        self._pressed: QPoint | None = None
        self._welcoming = ""
        self._spot: Spot | None = None
        self._drop: tuple[str, str, int, int] | None = None
        self.expanded.connect(self._opened)
        self.collapsed.connect(self._closed)

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._cards.theme = theme
        self.viewport().update()

    def welcome(self, section_id: str) -> None:
        """Show that what is being dragged in can be dropped here, and comes into this section."""
        self._welcoming = section_id
        self.viewport().update()

    def hover(self, here: QPoint) -> None:
        """Show where in its section what is being dragged in would come, if it were dropped `here`."""
        head = self.contents.find(self._welcoming)
        rect = self.visualRect(head)
        count = self.contents.rowCount(head) if self.isExpanded(head) else 0
        inside = count and rect.top() <= here.y() <= self._edge(head, count) + CARD_GAP
        spot = self._gap(head, here, whole=False) if inside else None
        if spot != self._spot:
            self._spot = spot
            self.viewport().update()

    def farewell(self) -> int | None:
        """Show no more that something can be dropped; return at which position it would have come."""
        spot, self._spot, self._welcoming = self._spot, None, ""
        self.viewport().update()
        return spot.position if spot else None

    def show_sections(self, sections: list[SectionView]) -> None:
        """Show `sections`; the current row stays current, and what was open stays open."""
        found = self.contents.at(self.currentIndex())
        self._showing = True
        if self.contents.show(sections):
            for section in sections:
                few = section.section.on and len(section.items) <= MOST_OPEN
                if self._open.get(section.id, few) and section.items:
                    self.expand(self.contents.find(section.id))
            if found:
                section, item = found
                self._make_current(section.id, item.key if item else "")
        self._showing = False
        self._fit()

    def reveal(self, section_id: str, key: str = "") -> None:
        """Make a row current and bring it into sight."""
        if key:
            self.expand(self.contents.find(section_id))
        self._make_current(section_id, key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self, section_id: str) -> None:
        """Let the title of a section be changed in its place."""
        self.edit(self.contents.find(section_id))

    def current(self) -> tuple[SectionView, ItemView | None] | None:
        """Return what the current row stands for."""
        return self.contents.at(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _height(self) -> int:
        total = 0
        for row in range(self.contents.rowCount()):
            head = self.contents.index(row, 0)
            total += height_of(self, head)
            count = self.contents.rowCount(head)
            if count and self.isExpanded(head):
                last = self.contents.index(count - 1, 0, head)
                first = self.contents.index(0, 0, head)
                total += height_of(self, last)
                total += (count - 1) * height_of(self, first) if count > 1 else 0
        return total

    def _fit(self) -> None:
        self.setFixedHeight(max(self._height(), SECTION))
        self.updateGeometry()

    def _opened(self, index: QModelIndex) -> None:
        self._remember(index, on=True)

    def _closed(self, index: QModelIndex) -> None:
        self._remember(index, on=False)

    def _remember(self, index: QModelIndex, *, on: bool) -> None:
        found = self.contents.at(index)
        if found and not self._showing:
            self._open[found[0].id] = on
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _make_current(self, section_id: str, key: str) -> None:
        index = self.contents.find(section_id, key)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self._drop is None:
            self.seen_wanted.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.contents.rowCount():
            self.setCurrentIndex(self.contents.index(0, 0))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        key, act = event.key(), ""
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            act = UP if key == Qt.Key.Key_Up else DOWN
        elif control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            act = SHOW
        elif key == Qt.Key.Key_A and (control or event.modifiers() == _CONTROL_SHIFT):
            act = ALL if control else NONE
        elif key == Qt.Key.Key_F2:
            act = EDIT
        elif key == Qt.Key.Key_Delete:
            act = REMOVE
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entered()
            return
        if act:
            self.do(act)
            return
        super().keyPressEvent(event)

    def _entered(self) -> None:
        found = self.current()
        if found and found[1] is None and not found[0].own:
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        else:
            self.do(EDIT)

    def do(self, act: str) -> None:
        """Do with the current row what `act` names."""
        found = self.current()
        if found is None:
            if act == ADD:
                self.add_wanted.emit("")
            return
        section, item = found
        key = item.key if item else ""
        if act in {UP, DOWN}:
            self._step(section, item, -1 if act == UP else 1)
        elif act == EDIT:
            self.edit_wanted.emit(section.id, key)
        elif act == SHOW and item:
            self.passage_wanted.emit(section.id, key)
        elif act in {ALL, NONE}:
            self.all_wanted.emit(section.id, act == ALL)
        elif act == ADD:
            self.add_wanted.emit(section.id)
        elif act == REMOVE and (section.own or item):
            self._remove(section, item)

    def _remove(self, section: SectionView, item: ItemView | None) -> None:
        if item is None:
            self.remove_wanted.emit(section.id)
        else:
            self.contents.switched.emit(section.id, item.key, False)

    def _step(self, section: SectionView, item: ItemView | None, by: int) -> None:
        rows: Sequence[object] = section.items if item else self.contents.sections
        at = self.currentIndex().row() + by
        if 0 <= at < len(rows):
            self.moved.emit(section.id, item.key if item else "", at)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        here = event.position().toPoint()
        index = self.indexAt(here)
        left = event.button() is Qt.MouseButton.LeftButton and index.isValid()
        if left and not self._cards.box(self.visualRect(index), index).contains(here):
            self._pressed = here
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._drop is None and (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._drop = self._target(here)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.seen_wanted.emit(QRect(here.x(), here.y() - 24, 1, 48))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drop, self._drop = self._drop, None
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        self.viewport().update()
        if drop is not None:
            section_id, key, position, _ = drop
            self.moved.emit(section_id, key, position)
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if pressed is not None and index.isValid() and not index.parent().isValid():
            rect = self.visualRect(index)
            if event.position().y() < rect.top() + SECTION:
                self.setExpanded(index, not self.isExpanded(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.contents.at(self.indexAt(event.position().toPoint()))
        if found is None:
            return
        section, item = found
        if item is not None and item.entry.quote:
            self.edit_wanted.emit(section.id, item.key)
        elif item is not None:
            self.passage_wanted.emit(section.id, item.key)
        elif event.position().x() < self.width() - CHEVRON - RIGHT:
            # The first of the two clicks has opened or closed the section.
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            self.edit_wanted.emit(section.id, "")

    def _target(self, here: QPoint) -> tuple[str, str, int, int] | None:
        """Return what is dragged, to which position, and the height of the line that shows it."""
        found = self.current()
        if found is None:
            return None
        section, item = found
        parent, own = self.currentIndex().parent(), self.currentIndex().row()
        position, line = self._gap(parent, here, whole=item is None)
        return section.id, item.key if item else "", position - (position > own), line

    def _gap(self, parent: QModelIndex, here: QPoint, *, whole: bool) -> Spot:
        """Return between which rows of `parent` a point lies; `whole` ones with what stands under them."""
        spot = Spot(0, self._edge(parent, 0))
        for row in range(self.contents.rowCount(parent)):
            middle = (self._edge(parent, row) + self._edge(parent, row + 1)) // 2
            if not whole:
                middle = self.visualRect(self.contents.index(row, 0, parent)).center().y()
            if here.y() > middle:
                spot = Spot(row + 1, self._edge(parent, row + 1))
        return spot

    def _edge(self, parent: QModelIndex, row: int) -> int:
        """Return the height between the row before `row` and this one."""
        count = self.contents.rowCount(parent)
        if row < count:
            return self.visualRect(self.contents.index(row, 0, parent)).top()
        if parent.isValid():
            return self.visualRect(self.contents.index(count - 1, 0, parent)).bottom() + 1 - CARD_GAP
        return self._height()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None and not self._welcoming:
            return
        painter, accent = QPainter(self.viewport()), QColor(self._cards.theme.accent)
        if self._drop is None:
            painter.setPen(QPen(accent, 3))
            painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), 6, 6)
        line = None
        if self._drop is not None:
            line = self._drop[3] - (CARD_GAP // 2 + 1 if not self._drop[1] else 1)
        elif self._spot is not None:
            line = self._spot.line - 1
        if line is not None:
            painter.fillRect(QRect(2, max(line, 0), self.viewport().width() - 4, 3), accent)
        painter.end()

    # The menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the current row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self.current()
        if found:
            section, item = found
            for act, words, keys in self._acts(section, item):
                action = QAction(f"{words}\t{keys}" if keys else words, menu)
                action.setData(act)
                menu.addAction(action)
        menu.triggered.connect(self._chosen)
        return menu

    def _acts(self, section: SectionView, item: ItemView | None) -> list[tuple[str, str, str]]:
        acts = []
        if item:
            acts.append((SHOW, self.tr("Show the passage in the text"), "Ctrl+Return"))
            if item.entry.quote:
                acts.append((EDIT, self.tr("Shorten the quote…"), "F2"))
        else:
            acts.append((EDIT, self.tr("Change the words…") if section.own else self.tr("Rename"), "F2"))
        acts += [(UP, self.tr("Move up"), "Alt+Up"), (DOWN, self.tr("Move down"), "Alt+Down")]
        if section.items:
            acts += [(ALL, self.tr("Choose all"), "Ctrl+A"), (NONE, self.tr("Choose none"), "Ctrl+Shift+A")]
        acts.append((ADD, self.tr("Add words of your own below"), ""))
        if section.own:
            acts.append((REMOVE, self.tr("Remove these words"), "Del"))
        return acts

    def _chosen(self, action: QAction) -> None:
        self.do(str(action.data()))
