"""Drafts: the blocks of a page in order, before it is decided which of them belong to its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece


@dataclass(frozen=True, slots=True)
class CellSource:
    """A cell of a table that is not laid out yet."""

    pieces: tuple[Piece, ...]
    header: bool
    col_span: int
    row_span: int


@dataclass(slots=True)
class Draft:
    """A block in the making: its pieces, and the element of the page that it stands in.

    `text` is its text as one line; `linked` counts the code points of it that are links. `whole` is
    the innermost element that holds all of the block. `pictures` are the alternative texts of the
    pictures since the block before.
    """

    kind: BlockKind
    whole: HtmlElement
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    marker: str = ""
    rows: tuple[tuple[CellSource, ...], ...] = ()
    text: str = ""
    linked: int = 0
    pictures: tuple[str, ...] = ()
