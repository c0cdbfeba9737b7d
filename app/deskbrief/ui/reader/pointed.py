"""What a menu is asked for: what of the text, and beside it, is under the pointer or the keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent

from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.links import address, link_at
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import is_place
from deskbrief.ui.reader.values import Mark, Marker

#: The mouse may move this many pixels between press and release of a click.
STEADY = 4


class Pointed(NamedTuple):
    """A safe address or nothing, the offset of a link inside the document or -1, a mark, a marker."""

    address: str = ""
    place: int = -1
    mark: Mark | None = None
    marker: Marker | None = None


def pointed_at(sheet: Sheet | None, offset: int | None, spot: Spot | None) -> Pointed:
    """Return what is at a sign in the margin, or else at an offset of the text."""
    if spot is not None and isinstance(spot.value, Marker):
        return Pointed(marker=spot.value)
    if spot is not None and isinstance(spot.value, Mark):
        return Pointed(mark=spot.value)
    if sheet is None or offset is None:
        return Pointed()
    link, mark = link_at(sheet, offset), mark_at(sheet, offset)
    if link is None:
        return Pointed(mark=mark)
    if is_place(link.target):
        return Pointed(place=int(link.target[1:]), mark=mark)
    return Pointed(address=address(link.target), mark=mark)


def mark_at(sheet: Sheet, offset: int) -> Mark | None:
    """Return the shortest mark on the letter at `offset`."""
    return min(sheet.marks.overlapping(offset, offset + 1), key=_length, default=None)


def is_click(pressed: QPoint | None, event: QMouseEvent) -> bool:
    """Tell whether the release of a button ends a click that began at `pressed`, if one began at all."""
    if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
        return False
    return (event.position().toPoint() - pressed).manhattanLength() <= STEADY


def around(point: QPointF) -> QRect:
    """Return the area in which a tool tip for what is at `point` stays."""
    return QRect(point.toPoint(), point.toPoint()).adjusted(-20, -10, 20, 10)


def _length(mark: Mark) -> int:
    return len(mark.span)
