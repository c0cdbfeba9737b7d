"""Blocks below one another: filling a height with them, and frames that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbrief.brief.blocks import PATIENCE, Block, Room
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.styles import Colour
from deskbrief.brief.textblock import TextBlock

#: A block is divided before its end when it gets so much less than its height, in points.
ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height at which it begins in its column."""

    top: float
    block: Block


def stacked(blocks: Sequence[Block], width: float) -> list[Placed]:
    """Return `blocks` placed below one another, however high that gets."""
    placed: list[Placed] = []
    top = 0.0
    for block in blocks:
        top += block.before if placed else 0.0
        placed.append(Placed(top, block))
        top += block.height(width)
    return placed


def height_of(blocks: Sequence[Block], width: float) -> float:
    """Return the height of `blocks` below one another."""
    if not blocks:
        return 0.0
    last = stacked(blocks, width)[-1]
    return last.top + last.block.height(width)


def fill(blocks: Sequence[Block], room: Room) -> tuple[list[Placed], list[Block]]:
    """Place as many `blocks` as fit into `room`, the last perhaps in part; return them and the rest.

    When not even a part of the first block fits, nothing is placed. On an empty page a block need not wait
    for room for the one that it is bound to, since no page could give more.
    """
    placed: list[Placed] = []
    top = 0.0
    for index, block in enumerate(blocks):
        top += block.before if placed else 0.0
        fresh = not placed and room.left > room.page - PATIENCE
        if not fresh and top + _needed(blocks, index, room.width) > room.left + PATIENCE:
            return placed, list(blocks[index:])
        if block.exceeds(room.width, room.left - top):
            parts = block.split(replace(room, left=room.left - top))
            if parts is None:
                return placed, list(blocks[index:])
            return [*placed, Placed(top, parts[0])], [parts[1], *blocks[index + 1 :]]
        height = block.height(room.width)
        if _parts_from_next(blocks, index, room, top + height):
            # The next one would begin a page alone: the end of this one goes with it.
            parts = block.split(replace(room, left=height - ENOUGH))
            if parts is not None:
                return [*placed, Placed(top, parts[0])], [parts[1], *blocks[index + 1 :]]
        placed.append(Placed(top, block))
        top += height
    return placed, []


def _parts_from_next(blocks: Sequence[Block], index: int, room: Room, bottom: float) -> bool:
    """Tell whether the block after `index` has no room below `bottom` although it is joined to it."""
    if index + 1 >= len(blocks) or not blocks[index + 1].joined:
        return False
    following = blocks[index + 1]
    return bottom + following.before + following.height(room.width) > room.left + PATIENCE


def _needed(blocks: Sequence[Block], index: int, width: float) -> float:
    """Return the height without which block `index` must not begin here: its own, or part of the next one."""
    needed = 0.0
    while blocks[index].bound and index + 1 < len(blocks):
        needed += blocks[index].height(width) + blocks[index + 1].before
        index += 1
    return needed + blocks[index].least(width)


@dataclass(frozen=True, slots=True)
class Inset:
    """The space between a frame and what it holds, in points."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a frame looks: its ground, and a bar down its left edge."""

    ground: Colour | None = None
    bar: Colour | None = None
    bar_width: float = 0.0


UNADORNED = Look()


class Frame(Block):
    """Blocks set in from the column's edges; `label`, such as a bullet, stands left of the first line."""

    def __init__(
        self, blocks: Sequence[Block], inset: Inset, look: Look | None = None, label: TextBlock | None = None
    ) -> None:
        self._blocks = blocks
        self._inset = inset
        self._look = look or UNADORNED
        self._label = label

    def height(self, width: float) -> float:
        return height_of(self._blocks, self._inner(width)) + self._inset.top + self._inset.bottom

    def least(self, width: float) -> float:
        return _needed(self._blocks, 0, self._inner(width)) + self._inset.top + self._inset.bottom

    def split(self, room: Room) -> tuple[Block, Block] | None:
        inner = room.narrowed(self._inner(room.width), self._inset.top + self._inset.bottom)
        placed, rest = fill(self._blocks, inner)
        if not placed or not rest:
            return None
        first = Frame([item.block for item in placed], self._inset, self._look, self._label)
        return first, Frame(rest, self._inset, self._look)

    def draw(self, sheet: Sheet, area: Area) -> None:
        top = area.top + self._inset.top
        if self._look.ground:
            sheet.box(area, self._look.ground)
        if self._look.bar:
            sheet.box(Area(area.left, area.top, self._look.bar_width, area.height), self._look.bar)
        if self._label:
            self._label.draw(sheet, Area(area.left, top, self._inset.left, area.height))
        width = self._inner(area.width)
        column = Area(area.left + self._inset.left, top, width, area.height)
        draw_all(sheet, stacked(self._blocks, width), column)

    def _inner(self, width: float) -> float:
        return width - self._inset.left - self._inset.right


def draw_all(sheet: Sheet, placed: Sequence[Placed], column: Area) -> None:
    """Draw placed blocks into the column whose left, top and width `column` gives."""
    for item in placed:
        height = item.block.height(column.width)
        item.block.draw(sheet, Area(column.left, column.top + item.top, column.width, height))
