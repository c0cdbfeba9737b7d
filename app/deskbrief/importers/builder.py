"""The one builder of documents: every importer hands it clean blocks, and it lays out the canonical text.

The canonical text is the clean text of the blocks, joined by a blank line; list items by a line break,
table rows by a line break and cells by a tab. Mark-up and list markers are not part of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deskbrief.document.build import finished
from deskbrief.document.grid import WIDEST_SPAN
from deskbrief.document.model import (
    UNNUMBERED,
    Block,
    BlockKind,
    Cell,
    Coverage,
    Document,
    Inline,
    InlineKind,
    LeftOut,
    Metadata,
    PageBreak,
    Picture,
    Row,
    SourceRun,
)
from deskbrief.importers.clean import NOWHERE, Clean, Place, extend, fit_text, invisible_in, pieces_of
from deskbrief.importers.decoding import Decoded

#: The most code points in one block: longer paragraphs are cut, so that laying one out never takes long.
LONGEST_BLOCK = 8_000
#: The longest heading or title; longer ones become paragraphs.
LONGEST_HEADING = 1_000
#: The deepest level of a heading that stands below others.
DEEPEST_HEADING = 6
#: The most code points of a list marker.
LONGEST_MARKER = 12
#: The most code points of the name of a page.
LONGEST_LABEL = 40
#: The most code points of a sample of what was left out.
LONGEST_SAMPLE = 120
#: The most code points that are kept of a part that was left out.
LONGEST_LEFT_OUT = 200_000

#: Why control characters and invisible ones are left out.
CONTROLS = "control characters"
INVISIBLE = "soft hyphens and invisible characters"
RUNNING_HEADS = "running heads and page numbers"

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


class CellDraft(NamedTuple):
    """A table cell before its place in the canonical text is known."""

    clean: Clean
    header: bool = False
    col_span: int = 1
    row_span: int = 1


class Builder:
    """Collects the blocks of one document and gives them their places.

    Blocks come in text order. Empty ones are ignored, so an importer need not look. What it is given
    stood in the decoded source at the places it names, unless it is not `placed`.
    """

    def __init__(self, *, placed: bool = True) -> None:
        self._placed = placed
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []
        self._runs: list[SourceRun] = []
        self._left_out: list[LeftOut] = []
        self._remarks: list[str] = []
        self._losses: list[str] = []
        self._taken_in: list[str] = []
        self._pages: list[PageBreak] = []
        self._named: dict[str, int] = {}
        self._waiting: list[Place] = []
        self._standing = NOWHERE
        self._below = 0
        self._around: object = None
        self._quoted: object = None
        self._quotations = 0
        self._paragraphs = 0

    @property
    def empty(self) -> bool:
        """Whether no block has been added yet."""
        return not self._blocks

    def block(
        self,
        kind: BlockKind,
        clean: Clean,
        *,
        level: int = 0,
        depth: int = 0,
        marker: str = "",
        alt: str = "",
    ) -> None:
        """Add a block; one that is too long is cut into several of its kind, with nothing lost."""
        if not clean.text and not alt:
            self.place(*(place for _, place in clean.places))
            return
        if kind in _HEADS and len(clean.text) > LONGEST_HEADING:
            kind, level = BlockKind.PARAGRAPH, 0
        if kind is BlockKind.HEADING:
            level = min(level + self._below, max(level, DEEPEST_HEADING))
        marker = marker[:LONGEST_MARKER]
        form = Block(kind=kind, start=0, end=0, level=level, depth=depth, marker=marker, alt=alt)
        self._add(form, clean)

    def under(self, levels: int) -> None:
        """Put the headings that follow so many levels below their own."""
        self._below = levels

    def within(self, quotation: object) -> None:
        """Let what follows stand in `quotation`, anything that is the same for all of it; None ends it."""
        self._around = quotation

    def figure(self, clean: Clean, alt: str, picture: Picture) -> None:
        """Add a figure whose picture is in the file; it needs no text."""
        self._add(Block(kind=BlockKind.FIGURE, start=0, end=0, alt=alt, picture=picture), clean)

    def scan(self, alt: str, picture: Picture | None) -> None:
        """Add a page of the file that is a picture without text; only of some is the picture kept."""
        self._add(Block(kind=BlockKind.FIGURE, start=0, end=0, alt=alt, picture=picture, scan=True), Clean())

    def _add(self, form: Block, clean: Clean) -> None:
        """Add the text of a block, in several ones of the same form when it is long."""
        cuts = "\n" if form.kind is BlockKind.CODE else " "
        quotation = self._quotation(form.kind)
        for number, part in enumerate(pieces_of(clean, LONGEST_BLOCK, cuts)):
            start = self._open(form.kind)
            self._write(part)
            self._blocks.append(
                # Not `replace`, which takes longer than all the rest for the short blocks of a long list.
                Block(
                    kind=form.kind,
                    start=start,
                    end=self._length,
                    level=form.level,
                    depth=form.depth,
                    marker=form.marker if number == 0 else "",
                    paragraph=self._number(form.kind),
                    alt=form.alt,
                    picture=form.picture if number == 0 else None,
                    quotation=quotation,
                    scan=form.scan,
                )
            )

    def _number(self, kind: BlockKind) -> int:
        """Return the number of the next block of `kind` as a paragraph."""
        self._paragraphs += kind not in UNNUMBERED
        return self._paragraphs if kind not in UNNUMBERED else 0

    def table(self, rows: Iterable[Sequence[CellDraft]]) -> None:
        """Add a table; rows without any text are dropped."""
        start = 0
        placed: list[Row] = []
        for row in rows:
            if not any(cell.clean.text for cell in row):
                continue
            if placed:
                self._put("\n")
            else:
                start = self._open(BlockKind.TABLE)
            placed.append(Row(tuple(self._cells(row))))
        if not placed:
            return
        self._blocks.append(
            Block(
                kind=BlockKind.TABLE,
                start=start,
                end=self._length,
                rows=tuple(placed),
                paragraph=self._number(BlockKind.TABLE),
                quotation=self._quotation(BlockKind.TABLE),
            )
        )

    def _quotation(self, kind: BlockKind) -> int:
        """Return the number of the quotation that a block of `kind` stands in, or 0.

        Where nothing tells quotations apart, quotes that follow one another are one.
        """
        around = BlockKind.QUOTE if self._around is None and kind is BlockKind.QUOTE else self._around
        if around is not None and around != self._quoted:
            self._quotations += 1
        self._quoted = around
        return self._quotations if around is not None else 0

    def _cells(self, row: Sequence[CellDraft]) -> Iterable[Cell]:
        for number, cell in enumerate(row):
            if number:
                self._put("\t")
            start = self._length
            self._write(cell.clean)
            wide, high = cell.col_span, cell.row_span
            if wide != 1 or high != 1:
                wide, high = (min(max(span, 1), WIDEST_SPAN) for span in (wide, high))
            yield Cell(start, self._length, cell.header, wide, high)

    def place(self, *places: Place) -> None:
        """Give names to the place where the next block begins."""
        self._waiting += places

    def stand(self, source: int) -> None:
        """Let the next block belong to the place `source` of the file, of which it may hold no words."""
        self._standing = source

    def leave_out(self, reason: str, text: str, chars: int | None = None, *, optional: bool = False) -> None:
        """Note that `text` stays out of the document, and why; `chars` counts more than is kept of it.

        What is `optional` can be taken in when the file is read again.
        """
        fit = fit_text(text[:LONGEST_LEFT_OUT])
        sample = " ".join(fit[: 4 * LONGEST_SAMPLE].split())[:LONGEST_SAMPLE]
        count = len(text) if chars is None else chars
        if count:
            self._left_out.append(LeftOut(reason, count, sample, fit, optional))

    def take_in(self, *reasons: str) -> None:
        """Note that parts which would have been left out for one of `reasons` are in the text."""
        self._taken_in += reasons

    def note_decoding(self, decoded: Decoded) -> None:
        """Note what was guessed and dropped when the bytes became text."""
        self.lose(*decoded.losses)
        self.remark(*decoded.remarks)
        self.leave_out(CONTROLS, "", decoded.dropped)
        self.leave_out(INVISIBLE, "", invisible_in(decoded.text))

    def remark(self, *sentences: str) -> None:
        """Add plain sentences for the reader to the receipt of reading."""
        self._remarks += [sentence for sentence in sentences if sentence not in self._remarks]

    def lose(self, *sentences: str) -> None:
        """Add plain sentences on text that the file should hold and that could not be read."""
        self._losses += [sentence for sentence in sentences if sentence not in self._losses]

    def finish(self, sha256: str, metadata: Metadata) -> Document:
        """Return the document; its inner links lead to places of its text, or are dropped."""
        self._keep(self._length, self._waiting)
        return finished(
            Document(
                sha256=sha256,
                metadata=metadata,
                text="".join(self._parts),
                blocks=tuple(self._paged()),
                inlines=tuple(self._linked()),
                pages=tuple(self._pages),
                coverage=self._coverage(),
                source_runs=tuple(self._runs),
            )
        )

    def _coverage(self) -> Coverage:
        return Coverage(
            self._length,
            tuple(self._left_out),
            (*self._losses, *self._remarks),
            tuple(sorted(self._taken_in)),
            whole=not self._losses,
        )

    def _open(self, kind: BlockKind) -> int:
        """Write what stands between the last block and one of `kind`, and return where that begins."""
        if self._blocks:
            items = kind is self._blocks[-1].kind is BlockKind.LIST_ITEM
            self._put("\n" if items else "\n\n")
        self._keep(self._length, self._waiting)
        self._waiting = []
        if self._standing >= 0:
            self._runs.append(SourceRun(self._length, self._standing, 0))
            self._standing = NOWHERE
        return self._length

    def _keep(self, offset: int, places: Iterable[Place]) -> None:
        for place in places:
            if not place.page:
                self._named.setdefault(place.name, offset)
            elif self._pages and self._pages[-1].label == place.name[:LONGEST_LABEL]:
                continue
            elif not self._pages or self._pages[-1].offset < offset:
                self._pages.append(PageBreak(offset, place.name[:LONGEST_LABEL]))
            else:
                self._pages[-1] = PageBreak(offset, place.name[:LONGEST_LABEL])

    def _paged(self) -> Iterator[Block]:
        starts = [page.offset for page in self._pages]
        for block in self._blocks:
            at = bisect_right(starts, block.start) - 1
            yield replace(block, page=self._pages[at].label) if at >= 0 else block

    def _linked(self) -> Iterator[Inline]:
        for inline in self._inlines:
            if inline.kind is not InlineKind.LINK or not inline.target.startswith("#"):
                yield inline
            elif inline.target[1:] in self._named:
                yield replace(inline, target=f"#{self._named[inline.target[1:]]}")

    def _write(self, clean: Clean) -> None:
        base = self._length
        for run in clean.runs if self._placed else ():
            extend(self._runs, base + run.start, run.source, run.length)
        if clean.inlines:
            self._inlines += [Inline(i.kind, base + i.start, base + i.end, i.target) for i in clean.inlines]
        for offset, place in clean.places:
            self._keep(base + offset, [place])
        self._put(clean.text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
