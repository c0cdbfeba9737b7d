"""Segments of a PDF page, stretches of a line without a wide gap, and the letters of one face in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from deskbrief.importers.clean import NOWHERE, Mark, Piece
from deskbrief.importers.pdf_faces import Face

#: Figures this share of their size above the line are raised.
RAISED = 0.22


@dataclass(slots=True)
class Stretch:
    """Letters of one face that follow one another.

    `raised` is 1 for letters that stand higher than their line's or are much smaller, and -1 for small ones
    that stand lower. `link` is the address that they lead to, and `tag` the number of the element of the
    structure tree that they belong to (0 = none). `source` is where the first letter stands in the file, and
    the others follow it one by one; `order` says where each stands when they do not. What was never painted
    stands `NOWHERE`.
    """

    text: str
    face: Face
    raised: int = 0
    link: str = ""
    tag: int = 0
    source: int = NOWHERE
    order: list[int] | None = None

    @property
    def is_mark(self) -> bool:
        """Whether it is a raised figure or sign, as those that lead to notes are."""
        return self.raised > 0 and not any(sign.isalpha() for sign in self.text)

    def origins(self) -> list[int]:
        """Return where each code point of the text stands in the file."""
        if self.order is not None:
            return self.order
        count = len(self.text)
        return [NOWHERE] * count if self.source < 0 else list(range(self.source, self.source + count))

    def pieces(self, marks: tuple[Mark, ...] = ()) -> Iterator[Piece]:
        """Yield the text as pieces of which each stands in one place."""
        if self.order is None:
            yield Piece(self.text, self.source, marks)
            return
        start, order = 0, self.order
        for end in range(1, len(order) + 1):
            if end == len(order) or order[end] != order[end - 1] + 1 or order[end - 1] < 0:
                yield Piece(self.text[start:end], order[start], marks)
                start = end

    def without(self, count: int) -> Stretch:
        """Return the stretch without its first `count` code points."""
        source = self.source + count if self.source >= 0 else NOWHERE
        order = None if self.order is None else self.order[count:]
        return replace(self, text=self.text[count:], source=source, order=order)

    def upto(self, count: int) -> Stretch:
        """Return the first `count` code points of the stretch."""
        return replace(self, text=self.text[:count], order=None if self.order is None else self.order[:count])

    def stripped(self) -> Stretch:
        """Return the stretch without white space at its beginning."""
        return self.without(len(self.text) - len(self.text.lstrip()))


@dataclass(slots=True)
class Segment:
    """Letters on one line without a wide gap; places count points from the top left of the page.

    `base` is the height of the line that the letters stand on. `leftward` text runs from right to left.
    """

    left: float
    top: float
    right: float
    bottom: float
    stretches: list[Stretch] = field(default_factory=list)
    page: int = 0
    base: float = 0.0
    leftward: bool = False

    @property
    def text(self) -> str:
        """The text of the segment."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def face(self) -> Face:
        """The face of most of its letters."""
        if len(self.stretches) == 1:
            return self.stretches[0].face
        counts: dict[Face, int] = {}
        for stretch in self.stretches:
            count = len(stretch.text.strip()) + (0 if stretch.raised else 1)
            counts[stretch.face] = counts.get(stretch.face, 0) + count
        return max(counts, key=counts.__getitem__) if counts else Face()

    def origins(self) -> list[int]:
        """Return where each code point of the text stands in the file."""
        return [origin for stretch in self.stretches for origin in stretch.origins()]

    @property
    def height(self) -> float:
        """The height of the segment in points."""
        return self.bottom - self.top
