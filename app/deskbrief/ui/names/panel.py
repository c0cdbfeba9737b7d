"""The names dock: persons, organisations, places, laws, documents and other names, with every mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.outline import Name
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.rows import Row
from deskbrief.ui.names.paint import MentionPainter, NamePainter
from deskbrief.ui.names.rows import MentionRow, NameRow, NameRows, NameWords, kinds


class NamesPanel(GroupedPanel):
    """Names by kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = NameWords()
        self._document: Document | None = None
        self._names: tuple[Name, ...] = ()
        self._maker: NameRows | None = None
        self._groups: list[tuple[str, list[NameRow]]] = []
        super().__init__(
            self._words,
            {NameRow: NamePainter(), MentionRow: MentionPainter()},
            name=self._words.tr("Names"),
            hint=self._words.tr("Filter these names"),
            parent=parent,
        )
        self.refill()

    def show_names(self, document: Document | None, names: Sequence[Name]) -> None:
        """Show the names of `document`; open names and the scroll place of the same document are kept."""
        fresh = tuple(names)
        if document is None:
            self._maker = None
        elif self._document is None or document.blocks is not self._document.blocks:
            self._maker = NameRows(document)
            self.all_as_begun()
        elif fresh == self._names:
            return
        self._document, self._names = document, fresh
        maker = self._maker
        self._groups = (
            [(kind, [maker.name(name) for name in group]) for kind, group in kinds(fresh)] if maker else []
        )
        self.refill()

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        for kind, group in self._groups:
            found = [row for row in group if all(word in row.hay for word in wanted)]
            if found:
                head = self.head(kind, self._words.kind(kind), len(found), len(group))
                yield head
                if head.open:
                    yield from self._opened(found)

    def nothing(self) -> str:
        if self._document is None:
            return self.tr("Open a document to see its names here.")
        if self._names:
            return self.tr("No name matches the filter.")
        return self.tr("No names found.")

    def _opened(self, rows: Sequence[NameRow]) -> Iterator[Row]:
        for row in rows:
            if row.open is not None:
                row.open = self.is_flipped(row.key)
            yield row
            if row.open and self._maker is not None:
                yield from self._maker.mentions(row)
