"""Where a picture is on a page of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

#: Pictures that are so near, in points, are parts of one figure.
NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a picture is, in points from the top left of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Its area in square points."""
        return (self.right - self.left) * (self.bottom - self.top)

    def joined(self, other: Box) -> Box:
        """Return the box around both."""
        return Box(
            self.page,
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def touches(self, other: Box) -> bool:
        """Tell whether the two overlap or nearly meet."""
        beside = self.left - NEAR < other.right and other.left - NEAR < self.right
        return beside and self.top - NEAR < other.bottom and other.top - NEAR < self.bottom

    def turned(self, turn: int, size: tuple[float, float]) -> Box:
        """Return where it is when a page of `size` is turned so that text in direction `turn` runs right."""
        (wide, high), page = size, self.page
        if turn == 90:
            return Box(page, high - self.bottom, self.left, high - self.top, self.right)
        if turn == 180:
            return Box(page, wide - self.right, high - self.bottom, wide - self.left, high - self.top)
        if turn == 270:
            return Box(page, self.top, wide - self.right, self.bottom, wide - self.left)
        return self

    def holds(self, other: Box) -> bool:
        """Tell whether the other is inside it, on the same page."""
        beside = self.left <= other.left and other.right <= self.right
        return self.page == other.page and beside and self.top <= other.top and other.bottom <= self.bottom

    def overlaps(self, other: Box) -> bool:
        """Tell whether one covers most of the other, on one page."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        same = self.page == other.page and wide > 0 and high > 0
        return same and wide * high > 0.5 * min(self.area, other.area)
