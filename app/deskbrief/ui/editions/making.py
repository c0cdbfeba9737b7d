"""Lists of a comparison whose rows are made a slice at a time: there may be thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from deskbrief.ui.editions.rows import Beside
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.slices import Slicer

B = TypeVar("B", bound=Beside)
#: Rows that are made, or looked through, before the clock is looked at.
STRIDE = 25


class MadePanel(GroupedPanel, Generic[B]):
    """A panel that shows its rows once all of them are made; `opened` carries a row.

    When they are shown, what a filter looks through is made of them, so that typing need not wait for it.
    """

    opened = Signal(object)

    _rows: Sequence[B] = ()
    _fresh: Sequence[B] = ()

    @cached_property
    def _maker(self) -> Slicer:
        maker = Slicer(self)
        maker.finished.connect(self._made)
        return maker

    @cached_property
    def _warmer(self) -> Slicer:
        return Slicer(self)

    def make(self, rows: Iterable[B] | None) -> None:
        """Make and show `rows`, None while these are awaited; until then those before stay."""
        self._warmer.stop()
        if rows is None:
            self._maker.stop()
            self._rows = []
            self.refill()
        else:
            self._maker.start(self._making(rows))

    @property
    def is_making(self) -> bool:
        """Whether rows are on their way."""
        return self._maker.busy

    def _making(self, rows: Iterable[B]) -> Iterator[None]:
        made: list[B] = []
        for number, row in enumerate(rows, start=1):
            made.append(row)
            if number % STRIDE == 0:
                yield
        yield from self.list.prime(made)
        self._fresh = made

    def _made(self) -> None:
        self._rows = self._fresh
        self.refill()
        self._warmer.start(self._warming(self._rows))

    def _warming(self, rows: Sequence[B]) -> Iterator[None]:
        for number, row in enumerate(rows, start=1):
            _ = row.hay
            if number % STRIDE == 0:
                yield

    def _open(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            self._flip(row)
        else:
            self.opened.emit(row)
