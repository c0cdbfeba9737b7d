"""The names dock: persons, organisations, places and other names, with every mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.outline import Name
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import put_together
from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import needles
from deskbrief.ui.names.paint import MentionPainter, NamePainter
from deskbrief.ui.names.rows import MentionRow, NameRow, NameRows, NameWords, kinds
from deskbrief.ui.theme import Theme


class NamesPanel(QWidget):
    """Names by kind; `passage_requested` carries the Span of a mention."""

    passage_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = NameWords(self)
        self._document: Document | None = None
        self._names: tuple[Name, ...] = ()
        self._maker: NameRows | None = None
        self._groups: list[tuple[str, list[NameRow]]] = []
        self._flipped: set[str] = set()
        painters = Painters(
            {
                GroupRow: GroupPainter(),
                NameRow: NamePainter(),
                MentionRow: MentionPainter(),
                MessageRow: MessagePainter(),
            }
        )
        self.list = RowView(self._words, painters, frozenset("/"), self)
        self.list.setAccessibleName(self.tr("Names"))
        self._filter = FilterBox(self.tr("Filter these names"), self)
        self._build()
        self._fill()

    def show_names(self, document: Document | None, names: Sequence[Name]) -> None:
        """Show the names of `document`; open names and the scroll place of the same document are kept."""
        fresh = tuple(names)
        if document is None:
            self._maker = None
        elif self._document is None or document.blocks is not self._document.blocks:
            self._maker = NameRows(document)
            self._flipped.clear()
        elif fresh == self._names:
            return
        self._document, self._names = document, fresh
        maker = self._maker
        self._groups = (
            [(kind, [maker.name(name) for name in group]) for kind, group in kinds(fresh)] if maker else []
        )
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _build(self) -> None:
        put_together(self, self._filter, self.list)
        self._filter.textChanged.connect(self._refilter)
        self._filter.left.connect(self.list.setFocus)
        self.list.opened.connect(self._open)
        self.list.zone_clicked.connect(self._flip)
        self.list.fold_asked.connect(self._fold)
        self.list.lettered.connect(self.focus_filter)

    def _made(self, names: Sequence[Name]) -> list[tuple[str, list[NameRow]]]:
        maker = self._maker
        if maker is None:
            return []
        return [(kind, [maker.name(name) for name in group]) for kind, group in kinds(names)]

    def _refilter(self) -> None:
        self._fill()
        self.list.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        rows = list(self._arranged())
        if not rows:
            rows = [MessageRow(key="empty", text=self._nothing())]
        self.list.fill(rows)

    def _arranged(self) -> Iterator[Row]:
        wanted = needles(self._filter.text())
        for kind, group in self._groups:
            found = [row for row in group if all(word in row.hay for word in wanted)]
            if found:
                head = self._head(kind, len(found), len(group))
                yield head
                if head.open:
                    yield from self._opened(found)

    def _opened(self, rows: Sequence[NameRow]) -> Iterator[Row]:
        for row in rows:
            if row.open is not None:
                row.open = row.key in self._flipped
            yield row
            if row.open and self._maker is not None:
                yield from self._maker.mentions(row)

    def _head(self, kind: str, shown: int, total: int) -> GroupRow:
        key = f"group|{kind}"
        is_open = key not in self._flipped
        title = self._words.kind(kind)
        return GroupRow(key=key, sticky=True, open=is_open, name=kind, title=title, shown=shown, total=total)

    def _nothing(self) -> str:
        if self._document is None:
            return self.tr("Open a document to see its names here.")
        if self._names:
            return self.tr("No name matches the filter.")
        return self.tr("No names found.")

    def _open(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            self._flip(row)
        elif row.span is not None:
            if row.open is False:
                self._flip(row)
            self.passage_requested.emit(row.span)

    def _flip(self, row: Row, _zone: str = "") -> None:
        self._flipped ^= {row.key}
        self._fill()

    def _fold(self, row: Row, wanted: bool) -> None:
        if row.open is not None and row.open is not wanted:
            self._flip(row)
        else:
            self.list.walk(inwards=wanted)
