"""Drafts: the blocks of a file in order, in the one form that all formats with mark-up are read into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind, Picture
from deskbrief.importers.builder import Builder, CellDraft
from deskbrief.importers.clean import NOWHERE, Piece, Place, folded, verbatim


@dataclass(frozen=True, slots=True)
class CellSource:
    """A cell of a table that is not laid out yet."""

    pieces: tuple[Piece, ...]
    header: bool = False
    col_span: int = 1
    row_span: int = 1


@dataclass(slots=True)
class BlockDraft:
    """A block in the making; the fields mean what they mean in a `Block`.

    `pieces` are its text; those of code are one a line. `rows` are for tables alone. `places` are the
    names of the place where the block begins. `quotation` is what holds the quotation around the block.
    `source` is where a block stands in the decoded file whose own pieces do not tell.
    """

    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    marker: str = ""
    alt: str = ""
    rows: tuple[tuple[CellSource, ...], ...] = ()
    places: tuple[Place, ...] = ()
    picture: Picture | None = None
    quotation: object = None
    source: int = NOWHERE
    scan: bool = False

    @property
    def line(self) -> str:
        """The text of the block as one line."""
        between = " " if self.kind is BlockKind.CODE else ""
        return " ".join(between.join(piece.text for piece in self.pieces).split())


def add_drafts(builder: Builder, drafts: Sequence[BlockDraft], title: BlockDraft | None = None) -> None:
    """Add `drafts` to `builder`; the levels of headings are ranked without gaps, `title` is none of them."""
    ranks = ranks_of(draft.level for draft in drafts if is_heading(draft) and draft is not title)
    for draft in drafts:
        builder.place(*draft.places)
        builder.stand(draft.source)
        builder.within(draft.quotation if draft is not title else None)
        if draft is title:
            builder.block(BlockKind.TITLE, folded(draft.pieces))
        elif draft.kind is BlockKind.TABLE:
            builder.table([[_cell(cell) for cell in row] for row in draft.rows])
        elif draft.scan:
            builder.scan(draft.alt, draft.picture)
        elif draft.picture is not None:
            builder.figure(folded(draft.pieces), draft.alt, draft.picture)
        elif draft.kind is BlockKind.CODE:
            builder.block(draft.kind, verbatim(draft.pieces))
        else:
            builder.block(
                draft.kind,
                folded(draft.pieces),
                level=ranks[draft.level] if is_heading(draft) else 0,
                depth=draft.depth,
                marker=draft.marker,
                alt=draft.alt,
            )
    builder.within(None)


def is_heading(draft: BlockDraft) -> bool:
    """Tell whether `draft` is a heading."""
    return draft.kind is BlockKind.HEADING


def ranks_of(levels: Iterable[int]) -> dict[int, int]:
    """Return for each of `levels` its rank among them, from 1 and without gaps."""
    return {level: rank for rank, level in enumerate(sorted(set(levels)), start=1)}


def _cell(cell: CellSource) -> CellDraft:
    return CellDraft(folded(cell.pieces), cell.header, cell.col_span, cell.row_span)
