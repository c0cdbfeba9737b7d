"""A dock of facts in groups: the figures, or the quotes, of a document."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.ui.facts.words import FactWords
from deskbrief.ui.models.factpaint import FactPainter
from deskbrief.ui.models.facts import FactRow, Group
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.slices import Slicer

F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)


class Maker(Protocol[F_contra]):
    """Makes groups of rows of facts."""

    def groups(self, document: Document, facts: Sequence[F_contra], /) -> Generator[None, None, list[Group]]:
        """Return the groups in the order in which they are shown, in strides of `STRIDE` facts."""


class FactsPanel(GroupedPanel, Generic[F]):
    """Facts in the groups that `maker` makes of them."""

    def __init__(
        self, maker: Maker[F], *, name: str, hint: str, invitation: str, parent: QWidget | None = None
    ) -> None:
        """Take what the panel and its filter are called, and what it says while no document is open."""
        self._maker = maker
        self._invitation = invitation
        self._document: Document | None = None
        self._facts: Sequence[F] = ()
        self._awaited = self._unsought = False
        self._groups: list[Group] = []
        super().__init__(FactWords(), {FactRow: FactPainter()}, name=name, hint=hint, parent=parent)
        self._slicer = Slicer(self)
        self._slicer.finished.connect(self.refill)
        self.refill()

    def show_facts(
        self,
        document: Document | None,
        facts: Sequence[F],
        *,
        awaited: bool = False,
        unsought: bool = False,
    ) -> None:
        """Show the facts of `document`; closed groups and the scroll place of the same document are kept.

        `awaited` tells that the document is on the way, or that more facts are; `unsought` that none were
        looked for in its language.
        """
        same = (
            self._document is not None and document is not None and document.blocks is self._document.blocks
        )
        now, before = (awaited, unsought), (self._awaited, self._unsought)
        if same and facts == self._facts and (facts or now == before):
            return
        if not same:
            self.all_as_begun()
            self._groups = []
        self._document, self._facts, self._awaited = document, facts, awaited
        self._unsought = unsought
        if document is not None and facts:
            self._slicer.start(self._making(document, facts))
        else:
            self._slicer.stop()
            self._groups = []
        if not self._groups:
            self.refill()

    def _making(self, document: Document, facts: Sequence[F]) -> Iterator[None]:
        self._groups = yield from self._maker.groups(document, facts)

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        for group in self._groups:
            found = [row for row in group.rows if all(word in row.hay for word in wanted)]
            if found:
                head = self.head(group.name, group.title, len(found), len(group.rows))
                yield head
                if head.open:
                    yield from found

    def nothing(self) -> str:
        if self._document is None and self._awaited:
            return self.tr("They appear here when the document is open.")
        if self._document is None:
            return self._invitation
        if self._groups:
            return self.tr("Nothing matches the filter.")
        awaited = self._awaited or self._slicer.busy
        if awaited:
            return self.tr("They appear here in a moment.")
        if self._unsought:
            return self.tr("They are looked for in English texts only.")
        return self.tr("None found.")
