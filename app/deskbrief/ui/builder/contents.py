"""The contents of a brief as a tree of two levels: sections, and the items in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from deskbrief.ui.builder.arrange import ItemView, SectionView, translated

Index = QModelIndex | QPersistentModelIndex
#: Under these roles the model gives the view of a row, whichever it is.
VIEW = Qt.ItemDataRole.UserRole
_NO_PARENT = 0


class ContentsModel(QAbstractItemModel):
    """Shows sections and items. `switched` carries section id, item key (or "") and whether it is on.

    `renamed` carries a section id and its new title.
    """

    switched = Signal(str, str, bool)
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[SectionView] = []

    @property
    def sections(self) -> Sequence[SectionView]:
        """The sections that are shown."""
        return self._sections

    def show(self, sections: list[SectionView]) -> bool:
        """Show `sections`; return whether rows came, went or moved."""
        before, shape = self._sections, _shape(sections)
        if shape == _shape(before):
            self._sections = sections
            for row, (old, new) in enumerate(zip(before, sections, strict=True)):
                if old is not new:
                    self._tell(row)
            return False
        self.beginResetModel()
        self._sections = sections
        self.endResetModel()
        return True

    def at(self, index: Index) -> tuple[SectionView, ItemView | None] | None:
        """Return what `index` stands for."""
        if not index.isValid():
            return None
        if index.internalId() == _NO_PARENT:
            return self._sections[index.row()], None
        section = self._sections[index.internalId() - 1]
        return section, section.items[index.row()]

    def find(self, section_id: str, key: str = "") -> QModelIndex:
        """Return the index of a section, or of an item in it; an invalid one when it is not there."""
        for row, section in enumerate(self._sections):
            if section.id == section_id:
                if not key:
                    return self.index(row, 0)
                keys = section.items.keys
                if key in keys:
                    return self.index(keys.index(key), 0, self.index(row, 0))
        return QModelIndex()

    def _tell(self, row: int) -> None:
        head = self.index(row, 0)
        self.dataChanged.emit(head, head)
        count = len(self._sections[row].items)
        if count:
            self.dataChanged.emit(self.index(0, 0, head), self.index(count - 1, 0, head))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _NO_PARENT)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        inner = index.internalId() if index.isValid() else _NO_PARENT
        return QModelIndex() if inner == _NO_PARENT else self.createIndex(inner - 1, 0, _NO_PARENT)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._sections)
        return len(self._sections[parent.row()].items) if parent.internalId() == _NO_PARENT else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.internalId() == _NO_PARENT else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.at(index)
        if found is None:
            return None
        section, item = found
        value: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                value = item.label if item else section.title
            case Qt.ItemDataRole.CheckStateRole:
                on = item.on if item else section.section.on
                value = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                value = _spoken(section, item)
            case Qt.ItemDataRole.ToolTipRole:
                value = _tip(item) if item else ""
            case Qt.ItemDataRole.UserRole:
                value = item or section
        return value

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        found = self.at(index)
        if found is None:
            return False
        section, item = found
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            self.switched.emit(section.id, item.key if item else "", on)
            return True
        if role == Qt.ItemDataRole.EditRole and item is None:
            self.renamed.emit(section.id, str(value))
            return True
        return False


def _shape(sections: Sequence[SectionView]) -> list[tuple[str, tuple[str, ...]]]:
    return [(section.id, section.items.keys) for section in sections]


def _spoken(section: SectionView, item: ItemView | None) -> str:
    if item is None:
        return f"{section.title}, {section.summary}"
    wrong = translated("not word for word in the source") if item.problem is not None else ""
    squeezed = translated("does not fit the page") if item.on and not item.fits else ""
    return ", ".join(filter(None, (item.label, item.entry.locator, wrong, squeezed)))


def _tip(item: ItemView) -> str:
    """Return the whole words of a row, where they stand, and what is wrong with them."""
    lines = [item.label, item.entry.locator]
    if item.on and not item.fits:
        lines.append(
            translated(
                "Left out to fit one page. Tick it anew to have it kept before others, or untick others."
            )
        )
    elif item.problem is not None:
        lines = [translated("Not word for word in the source: “{0}”").format(item.problem)]
    return "\n".join(filter(None, lines))
