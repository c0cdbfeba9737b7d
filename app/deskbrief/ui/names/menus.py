"""The menu of a name: what the reader can make of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.records import dataclass
from deskbrief.services.naming import KINDS
from deskbrief.ui.names.rows import NameRow, NameWords


class NameAct(StrEnum):
    """What can be done with a name."""

    GO = "go"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class NameWish:
    """An act; `kind` is the kind that the name is to have when that is the act."""

    act: NameAct
    kind: str = ""


class NameMenus(QObject):
    """Builds the menu; it is deleted when it closes."""

    def __init__(self, words: NameWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._widget = parent

    def of_row(self, row: NameRow) -> QMenu:
        """Return the context menu of a name."""
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.span is not None:
            self._add(menu, self.tr("Go to the first mention") + "\tEnter", NameWish(NameAct.GO))
            menu.addSeparator()
        self._add(menu, self.tr("Rename…") + "\tE", NameWish(NameAct.RENAME))
        self._add(menu, self.tr("Merge into…") + "\tM", NameWish(NameAct.MERGE))
        if row.item.merged:
            self._add(menu, self.tr("Take apart again"), NameWish(NameAct.SPLIT))
        self._add_kinds(menu, row.name.kind)
        hide = self.tr("Show again") if row.item.hidden else self.tr("Hide")
        self._add(menu, hide + "\tX", NameWish(NameAct.HIDE))
        return menu

    def _add_kinds(self, menu: QMenu, now: str) -> None:
        kinds = menu.addMenu(self.tr("This is a"))
        group = QActionGroup(menu)
        for kind in KINDS:
            action = kinds.addAction(self._words.one(kind))
            action.setData(NameWish(NameAct.KIND, kind))
            action.setCheckable(True)
            action.setChecked(kind == now)
            group.addAction(action)

    def _add(self, menu: QMenu, text: str, wish: NameWish) -> None:
        menu.addAction(text).setData(wish)
