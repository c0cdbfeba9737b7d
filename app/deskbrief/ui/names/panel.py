"""The names dock: persons, organisations, places, laws, documents and other names, with every mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Term
from deskbrief.services.naming import NameItems
from deskbrief.ui.models.factpaint import FactPainter
from deskbrief.ui.models.facts import FactRow
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.rows import Row
from deskbrief.ui.names.menus import NameAct, NameMenus, NameWish
from deskbrief.ui.names.paint import MentionPainter, NamePainter
from deskbrief.ui.names.rows import HIDDEN, MentionRow, NameRow, NameRows, NameWords, kinds
from deskbrief.ui.names.terms import term_rows

#: Letters that a name understands.
LETTERS = {"e": NameAct.RENAME, "m": NameAct.MERGE, "x": NameAct.HIDE}


class NamesPanel(GroupedPanel):
    """Names by kind; `wished` carries a NameItem and a NameWish."""

    wished = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = NameWords()
        self._document: Document | None = None
        self._names = NameItems()
        self._awaited = False
        self._maker: NameRows | None = None
        self._groups: list[tuple[str, list[NameRow]]] = []
        self._terms: list[FactRow] = []
        self._asked: NameRow | None = None
        self._unsought = False
        super().__init__(
            self._words,
            {NameRow: NamePainter(), MentionRow: MentionPainter(), FactRow: FactPainter()},
            name=self._words.tr("Names"),
            hint=self._words.tr("Filter these names"),
            letters=frozenset(LETTERS),
            parent=parent,
        )
        self._menus = NameMenus(self._words, self)
        self.list.menu_asked.connect(self._ask)
        self.refill()

    def show_names(
        self,
        document: Document | None,
        names: NameItems,
        *,
        awaited: bool = False,
        unsought: bool = False,
    ) -> None:
        """Show the names of `document`; open names and the scroll place of the same document are kept.

        `awaited` tells that the document is on the way, or that more names are; `unsought` that none were
        looked for in its language.
        """
        if document is None:
            self._maker = None
        elif self._document is None or document.blocks is not self._document.blocks:
            self._maker = NameRows(document)
            self.all_as_begun()
        elif (names, awaited, unsought) == (self._names, self._awaited, self._unsought):
            return
        self._document, self._names, self._awaited = document, names, awaited
        self._unsought = unsought
        maker = self._maker
        self._groups = (
            [(kind, [maker.name(item) for item in group]) for kind, group in kinds(names)] if maker else []
        )
        self.refill()

    def show_terms(
        self, document: Document | None, acronyms: Sequence[Acronym], terms: Sequence[Term]
    ) -> None:
        """Show the short forms and terms that `document` defines, below its names."""
        fresh = term_rows(document, acronyms, terms) if document else []
        if [row.key for row in fresh] != [row.key for row in self._terms]:
            self._terms = fresh
            self.refill()

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        shown = [pair for pair in self._groups if pair[0] != HIDDEN]
        for kind, group in shown:
            yield from self._group(kind, group, wanted)
        found = [row for row in self._terms if all(word in row.hay for word in wanted)]
        if found:
            head = self.head("terms", self.tr("Terms and short forms"), len(found), len(self._terms))
            yield head
            yield from found if head.open else ()
        for kind, group in self._groups[len(shown) :]:
            yield from self._group(kind, group, wanted)

    def nothing(self) -> str:
        if self._document is None and self._awaited:
            return self.tr("They appear here when the document is open.")
        if self._document is None:
            return self.tr("Open a document to see its names here.")
        if self._names.shown or self._names.hidden:
            return self.tr("No name matches the filter.")
        if self._awaited:
            return self.tr("They appear here in a moment.")
        if self._unsought:
            return self.tr("Names are looked for in English texts only.")
        return self.tr("No names found.")

    def lettered(self, row: Row | None, letter: str) -> None:
        if letter in LETTERS and isinstance(row, NameRow):
            self.wished.emit(row.item, NameWish(LETTERS[letter]))

    def _group(self, kind: str, group: Sequence[NameRow], wanted: Sequence[str]) -> Iterator[Row]:
        found = [row for row in group if all(word in row.hay for word in wanted)]
        if found:
            head = self.head(kind, self._words.kind(kind), len(found), len(group), closed=kind == HIDDEN)
            yield head
            if head.open:
                yield from self._opened(found)

    def _opened(self, rows: Sequence[NameRow]) -> Iterator[Row]:
        for row in rows:
            if row.open is not None:
                row.open = self.is_flipped(row.key)
            yield row
            if row.open and self._maker is not None:
                yield from self._maker.mentions(row)

    def _ask(self, row: Row, at: QPoint) -> None:
        if isinstance(row, NameRow):
            self._asked = row
            menu = self._menus.of_row(row)
            menu.triggered.connect(self._triggered)
            menu.popup(at)

    def _triggered(self, action: QAction) -> None:
        row, wish = self._asked, action.data()
        if row is None or not isinstance(wish, NameWish):
            return
        if wish.act is NameAct.GO and row.span is not None:
            self.passage_requested.emit(row.span)
        else:
            self.wished.emit(row.item, wish)
