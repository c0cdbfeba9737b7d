"""Rows of a panel and the flat item model that holds them.

The model is a list and not a tree: groups are rows that say whether they are open. Screen readers walk lists
reliably, and a list of any length is laid out without asking Qt about each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Protocol, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.ui.models.words import as_tool_tip
from deskbrief.ui.unmoved import alike

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


@dataclass(slots=True, kw_only=True, eq=False)
class Row:
    """One row: `key` is its identity from one filling to the next, `span` the passage it leads to.

    `sticky` rows head the rows below them and stay in sight. `open` is None for what cannot be opened.
    `height`, `laid` (wrapped lines of text) and `stamp` belong to the painters: they hold for one width and
    font.
    """

    key: str
    span: Span | None = None
    sticky: bool = False
    open: bool | None = None
    depth: int = 0
    height: int = 0
    stamp: int = -1
    laid: tuple[tuple[str, ...], ...] = ()


class RowWords(Protocol):
    """Says a row in words: for display, for a screen reader, and in full."""

    def title(self, row: Row) -> str:
        """Return the row's short text."""

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""

    def tip(self, row: Row) -> str:
        """Return the full text and the reasoning, as plain text."""


class RowModel(QAbstractListModel):
    """A flat list of rows; fillings are told to views as the smallest run of rows that changed."""

    def __init__(self, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown."""
        return self._rows

    def fill(self, rows: Sequence[Row]) -> None:
        """Replace the rows; those at both ends whose keys stay the same are kept in place."""
        fresh, old = list(rows), self._rows
        head = _same(old, fresh, min(len(old), len(fresh)))
        tail = _same(old[::-1], fresh[::-1], min(len(old), len(fresh)) - head)
        if len(old) > head + tail:
            self.beginRemoveRows(_NO_PARENT, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(fresh) > head + tail:
            self.beginInsertRows(_NO_PARENT, head, len(fresh) - tail - 1)
            self._rows = fresh
            self.endInsertRows()
        self._rows = fresh
        if fresh:
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def place_of(self, key: str) -> int:
        """Return the number of the row with this key, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._words.tip(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tool_tip(self._words.tip(row))
        return None


def _same(left: Sequence[Row], right: Sequence[Row], most: int) -> int:
    """Return how many rows, at most `most`, have the same keys from the start."""
    first = min(alike(left, right), most)
    pairs = islice(zip(left, right, strict=False), first, most)
    for number, (one, other) in enumerate(pairs, start=first):
        if one is not other and one.key != other.key:
            return number
    return most
