"""How rows are drawn: one painter for each class of row, and the table that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from deskbrief.document.errors import BugError
from deskbrief.document.records import dataclass
from deskbrief.ui.models.look import Look
from deskbrief.ui.models.rows import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a row that takes the mouse for itself; `hint` is its tool tip."""

    name: str
    rect: QRect
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """What a painter must know besides the row: mouse, keyboard, and the zone under the mouse.

    `below` says that a head is held in sight for rows that lie further down, `chosen` that a row is one
    of several that were chosen together.
    """

    hovered: bool = False
    current: bool = False
    focused: bool = False
    zone: str = ""
    below: bool = False
    chosen: bool = False


class RowPainter(Generic[R]):
    """Measures and draws one kind of row."""

    def __init__(self) -> None:
        self._look: Look | None = None

    @property
    def look(self) -> Look:
        """What rows are drawn with."""
        return _required(self._look)

    def use(self, look: Look) -> None:
        """Draw with `look` from now on."""
        self._look = look

    def measure(self, row: R, width: int) -> int:
        """Return the exact height of `row`, and leave its wrapped lines in `row.laid`."""
        raise NotImplementedError

    def estimator(self, width: int) -> Callable[[R], int]:
        """Return what tells about how high a row is; it is called for every row, so it wraps no text."""
        return partial(self._estimate, width)

    def _estimate(self, width: int, row: R) -> int:
        return self.measure(row, width)

    def draw(self, painter: QPainter, rect: QRect, row: R, state: RowState) -> None:
        """Draw `row` into `rect`."""
        raise NotImplementedError

    def zones(self, _row: R, _rect: QRect) -> Iterable[Zone]:
        """Return the parts of `row` that take the mouse for themselves."""
        return ()

    def zone_at(self, row: R, rect: QRect, at: QPoint) -> Zone | None:
        """Return the zone of `row`, drawn in `rect`, that lies under `at`, or None."""
        return next((zone for zone in self.zones(row, rect) if zone.rect.contains(at)), None)


class Painters:
    """The painters of a panel by class of row."""

    def __init__(self, painters: Mapping[type[Row], RowPainter[Any]]) -> None:
        self._painters = dict(painters)
        self._look: Look | None = None

    @property
    def look(self) -> Look:
        """What rows are drawn with."""
        return _required(self._look)

    def use(self, look: Look) -> None:
        """Draw with `look` from now on."""
        self._look = look
        for painter in self._painters.values():
            painter.use(look)

    def measured(self, row: Row, width: int) -> int:
        """Return the exact height of `row` at `width`; it is worked out once for a width and a look."""
        stamp = self.look.stamp(width)
        if row.stamp != stamp:
            row.height = self._painters[type(row)].measure(row, width)
            row.stamp = stamp
        return row.height

    def is_measured(self, row: Row, width: int) -> bool:
        """Tell whether the height of `row` at `width` is exact."""
        return row.stamp == self.look.stamp(width)

    def estimates(self, rows: Sequence[Row], width: int) -> list[int]:
        """Return the height of each row, exact where it is known and estimated where not."""
        exact = self.look.stamp(width)
        estimated = -2 - exact
        estimators = {kind: painter.estimator(width) for kind, painter in self._painters.items()}
        for row in rows:
            if row.stamp not in (exact, estimated):
                row.height, row.stamp = estimators[type(row)](row), estimated
        return [row.height for row in rows]

    def draw(self, painter: QPainter, rect: QRect, row: Row, state: RowState) -> None:
        """Draw one row."""
        self.measured(row, rect.width())
        self._painters[type(row)].draw(painter, rect, row, state)

    def zone_at(self, row: Row, rect: QRect, at: QPoint) -> Zone | None:
        """Return the zone of `row` that lies under `at`, or None."""
        self.measured(row, rect.width())
        return self._painters[type(row)].zone_at(row, rect, at)


def _required(look: Look | None) -> Look:
    if look is None:
        raise BugError("a row was measured or drawn before the panel had a look")
    return look
