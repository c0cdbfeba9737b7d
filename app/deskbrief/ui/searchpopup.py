"""The list under the search box: everything found, grouped, led to by Enter or a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from deskbrief.ui.toolbar import SearchBox

if TYPE_CHECKING:
    from deskbrief.services.searching import Hit

WIDTH = 420
HIT = Qt.ItemDataRole.UserRole


class SearchPopup(QObject):
    """Asks `find` for hits as the reader types and shows them below the box."""

    chosen = Signal(object)  # Span

    def __init__(self, box: SearchBox, find: Callable[[str], tuple[Hit, ...]], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box = box
        self._find = find
        self._made: QListWidget | None = None
        box.textEdited.connect(self._typed)
        box.returnPressed.connect(self._entered)
        box.stepped.connect(self._step)
        box.left.connect(self.close)
        box.editingFinished.connect(self._finished)

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
            made.hide()
            made.itemClicked.connect(self._choose)
        return self._made

    def close(self) -> None:
        """Take the list away."""
        if self._made is not None:
            self._made.hide()

    def lines(self) -> list[str]:
        """Return what the list shows, group headings included."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _typed(self, text: str) -> None:
        hits = self._find(text)
        self._list.clear()
        if not text.strip():
            self.close()
            return
        kind = None
        for hit in hits:
            if hit.kind is not kind:
                kind = hit.kind
                self._add_heading(hit.kind.value)
            item = QListWidgetItem(hit.line)
            item.setToolTip(hit.line)
            item.setData(HIT, hit)
            self._list.addItem(item)
        if not hits:
            self._add_heading(self.tr("Nothing found."))
        self._step(1)
        self._show()

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self._list.font())
        font.setBold(True)
        item.setFont(font)
        self._list.addItem(item)

    def _show(self) -> None:
        corner = self._box.mapTo(self._window, QPoint(self._box.width() - WIDTH, self._box.height() + 4))
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        self._list.setGeometry(
            max(corner.x(), 8), corner.y(), WIDTH, min(rows + 12, self._window.height() - 120)
        )
        self._list.show()
        self._list.raise_()

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).data(HIT) is not None:
                self._list.setCurrentRow(row)
                return
            row += by

    def _entered(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT)
        if hit is not None:
            self.close()
            self.chosen.emit(hit.span)

    def _finished(self) -> None:
        if not self._box.hasFocus() and not self._list.underMouse():
            self.close()
