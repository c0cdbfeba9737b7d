"""How each kind of block is set, in proportions of the text around it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import cache

from deskbrief.document.model import Block, BlockKind
from deskbrief.document.records import dataclass


class Edge(StrEnum):
    """Where lines are flush: where they begin, in the middle (nowhere), or where they end."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Face(StrEnum):
    """The three kinds of type face: the text's own, the window's, and one of equal widths."""

    TEXT = "text"
    SANS = "sans"
    MONO = "mono"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way of setting text.

    `size` is relative to the text size, `pitch` is the line height relative to the size (0 = the reader's
    choice), `above` and `below` are space in text lines, of which the larger of two neighbours counts,
    `steps` are indents.
    """

    face: Face = Face.TEXT
    size: float = 1.0
    pitch: float = 0.0
    bold: bool = False
    muted: bool = False
    above: float = 0.5
    below: float = 0.5
    steps: int = 0

    @property
    def mono(self) -> bool:
        """Whether all letters are equally wide."""
        return self.face is Face.MONO


_PLAIN = Look()
_HEADING_SIZES = (1.25, 1.15, 1.06)
#: Headings by level, as they stand by themselves and in a quotation.
_HEADINGS = tuple(
    tuple(Look(bold=True, size=size, pitch=1.3, above=0.95, below=0.4, steps=steps) for steps in (0, 1))
    for size in (*_HEADING_SIZES, 1.0)
)
_CELL = Look(face=Face.SANS, size=0.8, pitch=1.4)
_HEADER_CELL = Look(face=Face.SANS, size=0.8, pitch=1.4, bold=True, muted=True)
#: Titles of up to so many letters and longer ones: those of acts would fill the screen at full size.
_TITLES = tuple(
    (longest, Look(size=size, bold=True, pitch=pitch, above=0.6, below=0.45))
    for longest, size, pitch in ((90, 1.8, 1.2), (170, 1.5, 1.25), (2**31, 1.25, 1.3))
)
_LOOKS = {
    BlockKind.BYLINE: Look(face=Face.SANS, size=0.85, muted=True, above=0.3, below=0.8),
    BlockKind.LIST_ITEM: Look(above=0.28, below=0.28),
    BlockKind.TABLE: _CELL,
    BlockKind.QUOTE: Look(steps=1),
    BlockKind.CODE: Look(face=Face.MONO, size=0.85, pitch=1.45, above=0.8, below=0.8),
    BlockKind.FIGURE: Look(size=0.85, pitch=1.45, muted=True, above=0.9, below=0.4),
    BlockKind.CAPTION: Look(size=0.85, pitch=1.45, muted=True, above=0.3, below=0.8),
    BlockKind.FOOTNOTE: Look(size=0.85, pitch=1.45, above=0.3, below=0.4, steps=1),
}
#: List items deeper than this are not indented any further.
DEEPEST = 8
_ITEMS = tuple(
    tuple(Look(above=0.28, below=0.28, steps=depth + steps) for steps in (1, 2))
    for depth in range(DEEPEST + 1)
)


def look_of(block: Block, *, header: bool = False) -> Look:
    """Return how `block` is set; `header` asks for the head cells of a table."""
    if block.kind is BlockKind.HEADING:
        return _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1][block.quotation > 0]
    if block.kind is BlockKind.TITLE:
        return next(look for longest, look in _TITLES if block.end - block.start <= longest)
    if block.kind is BlockKind.LIST_ITEM:
        return _ITEMS[min(max(block.depth, 0), DEEPEST)][block.quotation > 0]
    if block.rows and header:
        return _HEADER_CELL
    if block.quotation and not block.rows:
        return _quoted(block.kind)
    return _LOOKS.get(block.kind, _PLAIN)


@cache
def _quoted(kind: BlockKind) -> Look:
    """Return how a block is set that stands in a quotation."""
    look = _LOOKS.get(kind, _PLAIN)
    return look if look.steps else replace(look, steps=1)
