"""What stands in the text column: blocks that have a height at a width, and that may be split over pages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.styles import RULE_WEIGHT, Colour

#: Heights are compared with this much patience, in points, for rounding.
PATIENCE = 0.01


@dataclass(frozen=True, slots=True)
class Room:
    """Where a block is to be split: the column's width, the height left on this page, and that of a page."""

    width: float
    left: float
    page: float

    def narrowed(self, width: float, used: float) -> Room:
        """Return the room inside a frame, `width` wide, when the frame takes `used` points of the height."""
        return Room(width, self.left - used, self.page - used)


class Block(ABC):
    """Something in the text column.

    `before` is the space above it, not used at the top of a page. A block that is `bound` never stands at
    the foot of a page without the next one; one that is `joined` never stands at the head of a page without
    the end of the one before it, where that can be divided.
    """

    before: float = 0.0
    bound: bool = False
    joined: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height in points when the block is `width` wide."""

    @abstractmethod
    def draw(self, sheet: Sheet, area: Area) -> None:
        """Draw the block into `area`, which has its height."""

    def exceeds(self, width: float, limit: float) -> bool:
        """Tell whether the block is higher than `limit`; a long block need not measure all of itself."""
        return self.height(width) > limit + PATIENCE

    def least(self, width: float) -> float:
        """Return the height of the smallest part that may stand alone at the foot of a page."""
        return self.height(width)

    def split(self, room: Room) -> tuple[Block, Block] | None:
        """Return a part that fits into `room`, and the rest, or None when it must not be split there."""
        del room
        return None


class RuleBlock(Block):
    """A horizontal rule over the whole column, as an artifact."""

    def __init__(self, colour: Colour, before: float) -> None:
        self._colour = colour
        self.before = before

    def height(self, width: float) -> float:
        del width
        return RULE_WEIGHT

    def draw(self, sheet: Sheet, area: Area) -> None:
        sheet.box(Area(area.left, area.top, area.width, RULE_WEIGHT), self._colour)


class Blank(Block):
    """Nothing: what is left of a cell that ended on the page before."""

    def height(self, width: float) -> float:
        del width
        return 0.0

    def draw(self, sheet: Sheet, area: Area) -> None:
        """Draw nothing."""
