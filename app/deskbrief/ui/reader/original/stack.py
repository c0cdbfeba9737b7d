"""Where the pages of a PDF lie below one another, in pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import isfinite

from PySide6.QtCore import QPointF, QRectF

from deskbrief.services.pagemap import Box

#: Empty room above the first page, between two of them, and at both sides for the signs beside them.
MARGIN, GAP, SIDE = 18.0, 16.0, 36.0
#: Room below the last page, so that what floats at the foot of the view never lies on its last lines.
FOOT = 64.0
#: Pixels to a point at 100 %, as screens count.
USUAL = 96.0 / 72.0
#: What is laid while the sizes of the pages are not known: one sheet of A4.
BLANK = ((595.0, 842.0),)
#: Pages are taken to be at least so large, and at most, in points: a file can say anything.
LEAST, MOST = 4.0, 20_000.0


class PageStack:
    """Pages in their sizes, at `scale` pixels to a point."""

    def __init__(self) -> None:
        self.labels: Sequence[str] = ()
        self.cited: Mapping[int, str] = {}
        self.known = False
        self.scale = USUAL
        self._sizes: list[tuple[float, float]] = list(BLANK)
        self._tops: list[float] = []
        self.lay(USUAL)

    def __len__(self) -> int:
        return len(self._sizes)

    def fill(self, sizes: Sequence[Sequence[float]], labels: Sequence[str]) -> None:
        """Take the sizes of all pages in points, and their labels; without sizes there is a blank page."""
        self.known = bool(sizes)
        self._sizes = [(_sound(width), _sound(height)) for width, height in sizes] or list(BLANK)
        self.labels = labels
        self.lay(self.scale)

    def lay(self, scale: float) -> None:
        """Lay the pages anew, `scale` pixels to a point."""
        self.scale = scale
        heights = (round(height * scale) + GAP for _, height in self._sizes)
        self._tops = list(accumulate(heights, initial=MARGIN))

    @property
    def height(self) -> float:
        """The height of all pages with the room around them."""
        return self._tops[-1] - GAP + FOOT

    @property
    def widest(self) -> float:
        """The width of the widest page in points."""
        return max(width for width, _ in self._sizes)

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        return self._sizes[number]

    def page_at(self, y: float) -> int:
        """Return the page at a height, or the one that ends last above it."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._sizes) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages between two heights."""
        return range(self.page_at(top), self.page_at(max(bottom - 1, top)) + 1)

    def area(self, number: int, room: float) -> QRectF:
        """Return where a page lies in the middle of a `room` so wide."""
        width, height = (round(side * self.scale) for side in self._sizes[number])
        return QRectF(round((room - width) / 2), round(self._tops[number]), width, height)

    def top(self, number: int) -> float:
        """Return the height at which a page begins."""
        return self._tops[number]

    def label(self, number: int) -> str:
        """Return the label by which a page is cited, else what the file calls it, else its number."""
        told = self.labels[number] if number < len(self.labels) else ""
        return self.cited.get(number) or told or str(number + 1)


def on_screen(box: Box, page: QRectF, scale: float) -> QRectF:
    """Return where a box of a page stands that lies at `page`."""
    origin = page.topLeft()
    return QRectF(
        origin.x() + box.left * scale, origin.y() + box.top * scale, box.width * scale, box.height * scale
    )


def on_page(point: QPointF, page: QRectF, scale: float) -> tuple[float, float]:
    """Return which place of a page that lies at `page` is under a point, in points."""
    return (point.x() - page.x()) / scale, (point.y() - page.y()) / scale


def _sound(side: float) -> float:
    return min(max(float(side), LEAST), MOST) if isfinite(side) else LEAST
