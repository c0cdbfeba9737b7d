"""A panel of rows in groups that open and close, with a filter above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import is_in_use, put_together
from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters, RowPainter
from deskbrief.ui.models.rows import Row, RowWords
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import needles
from deskbrief.ui.theme import Theme


class GroupedPanel(QWidget):
    """The frame of such a panel; `passage_requested` carries the Span that a row leads to.

    Whoever derives from it yields rows in `arranged` and says in `nothing` why there are none.
    """

    passage_requested = Signal(object)

    def __init__(
        self,
        words: RowWords,
        painters: Mapping[type[Row], RowPainter[Any]],
        *,
        name: str,
        hint: str,
        letters: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flipped: set[str] = set()
        drawn: dict[type[Row], RowPainter[Any]] = {GroupRow: GroupPainter(), MessageRow: MessagePainter()}
        drawn.update(painters)
        self.list = RowView(words, Painters(drawn), letters | {"/"}, self)
        self.list.setAccessibleName(name)
        self._filter = FilterBox(hint, self)
        put_together(self, self._filter, self.list)
        self._filter.textChanged.connect(self._refilter)
        self._filter.left.connect(self.list.setFocus)
        self.list.opened.connect(self._open)
        self.list.zone_clicked.connect(self._flip)
        self.list.fold_asked.connect(self._fold)
        self.list.lettered.connect(self._letter)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def arranged(self) -> Iterator[Row]:
        """Yield the rows to show."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Return the sentence that stands in place of rows."""
        raise NotImplementedError

    def refill(self) -> None:
        """Show the rows anew."""
        rows = list(self.arranged())
        bar = self.list.verticalScrollBar()
        at_top = bar.value() == 0 and not is_in_use(self)
        self.list.fill(rows or [MessageRow(key="empty", text=self.nothing())])
        if at_top:
            # The list keeps its rows in place when others come above them; nobody is looking at one yet.
            bar.setValue(0)

    def wanted(self) -> tuple[str, ...]:
        """Return the words that the reader filters by."""
        return needles(self._filter.text())

    def is_flipped(self, key: str) -> bool:
        """Tell whether the reader opened a row that begins closed, or closed one that begins open."""
        return key in self._flipped

    def all_as_begun(self) -> None:
        """Forget which rows the reader opened and closed."""
        self._flipped.clear()

    def lettered(self, row: Row | None, letter: str) -> None:
        """Do what a letter other than "/" stands for."""

    def head(self, name: str, title: str, shown: int, total: int, *, closed: bool = False) -> GroupRow:
        """Return the head of a group, which begins open or `closed`."""
        key = f"group|{name}"
        is_open = self.is_flipped(key) is closed
        return GroupRow(key=key, sticky=True, open=is_open, name=name, title=title, shown=shown, total=total)

    def _letter(self, row: Row | None, letter: str) -> None:
        if letter == "/":
            self.focus_filter()
        else:
            self.lettered(row, letter)

    def _refilter(self) -> None:
        self.refill()
        self.list.verticalScrollBar().setValue(0)

    def _open(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            self._flip(row)
        elif row.span is not None:
            if row.open is False:
                self._flip(row)
            self.passage_requested.emit(row.span)

    def _flip(self, row: Row, _zone: str = "") -> None:
        self._flipped ^= {row.key}
        self.refill()

    def _fold(self, row: Row, wanted: bool) -> None:
        if row.open is not None and row.open is not wanted:
            self._flip(row)
        else:
            self.list.walk(inwards=wanted)
