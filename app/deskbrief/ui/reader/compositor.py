"""Lays out the pieces of a sheet: each by itself, in any order, and only when it is asked to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from deskbrief.document.model import Block, BlockKind, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.looks import Edge, Look, look_of
from deskbrief.ui.reader.offsets import TURNING, Counts, runs_backward
from deskbrief.ui.reader.runs import runs
from deskbrief.ui.reader.setting import Part, SetTable, SetText, Setting, TableShape
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import ALIGNMENTS, CELL_PADDING, Styles

if TYPE_CHECKING:
    from deskbrief.document.grid import PlacedCell
    from deskbrief.ui.reader.hyphens import Breaks
    from deskbrief.ui.reader.widths import Ruler

#: Empty room above the first piece and below the last.
LEAD, FOOT = 28, 40
#: So much of the column's width, at the most, is given to the indents of lists and quotes.
MOST_INDENT = 0.4
#: Room below a table that is wider than the column, for the bar that moves it.
BAR_ROOM = 8
#: Code points of a block by which its direction is told.
ENOUGH = 400
#: Kinds of block whose lines may be set with two even edges.
_EVEN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})
#: Columns narrower than so many letters are never set with even edges: the words would stand too far apart.
NARROWEST_EVEN = 40


class Compositor:
    """Sets pieces of one sheet in one style and width.

    `across` holds how far tables that are wider than the column have been moved, by the index of the block.
    """

    def __init__(
        self, sheet: Sheet, styles: Styles, across: dict[int, float], breaks: Breaks | None = None
    ) -> None:
        """Take also where words may be parted, if they may and that is known."""
        self._breaks = breaks
        self._sheet = sheet
        self._styles = styles
        self.across = across
        self._fonts: dict[Look, tuple[QFont, int, float]] = {}
        self._options: dict[tuple[bool, bool, bool, Edge], QTextOption] = {}
        self._rulers: dict[Look, Ruler] = {}
        self._widths: dict[int, list[float]] = {}

    def set(self, index: int) -> Setting:
        """Lay out the piece with this index."""
        if self._sheet.pieces[index].bottom:
            return self._set_table(index)
        return self._set_text(index)

    def above(self, index: int) -> float:
        """Return the empty room above a piece: the larger of what it and its neighbour ask for."""
        if index == 0:
            return LEAD
        if not self._sheet.opens(index):
            return 0.0
        own, other = look_of(self._sheet.block(index)), look_of(self._sheet.block(index - 1))
        return round(max(own.above, other.below) * self._styles.line)

    def _below(self, index: int) -> float:
        return FOOT if index + 1 == len(self._sheet.pieces) else 0.0

    def _set_text(self, index: int) -> Setting:
        piece, block = self._sheet.pieces[index], self._sheet.block(index)
        look = look_of(block)
        top = self.above(index) + (self._styles.figure_room(block) if self._sheet.opens(index) else 0)
        backward = self._runs_backward(block)
        indent = min(look.steps * self._styles.indent, self._styles.column * MOST_INDENT)
        even = block.kind in _EVEN and self._is_even(look)
        lines = self._lines(piece.start, piece.end, look, even=even, backward=backward)
        _, pitch, rise = self.font(look)
        lines.break_at(self._styles.column - indent, pitch, rise)
        empty = block.kind is BlockKind.FIGURE and block.start == block.end
        return SetText(
            Part(lines, 0.0 if backward else indent, top),
            bottom=top + (1 if empty else lines.height),
            below=self._below(index),
            far=self._styles.column,
            right_to_left=backward,
        )

    def _set_table(self, index: int) -> Setting:
        from deskbrief.document.grid import grid_of

        piece, block = self._sheet.pieces[index], self._sheet.block(index)
        grid = grid_of(block.rows[piece.top : piece.bottom])
        widths = self._table_widths(piece.block, block)
        edges = [0.0]
        for width in widths:
            edges.append(edges[-1] + width)
        bar = BAR_ROOM if edges[-1] > self._styles.column + 1 and self._sheet.closes(index) else 0
        shape = TableShape(
            self.above(index),
            self._below(index) + bar,
            CELL_PADDING,
            self._styles.column,
            self._runs_backward(block),
        )
        made = _Cells(self, self._sheet, block, Span(piece.start, piece.end), len(widths))
        heights = [0.0] * grid.rows
        for place in sorted(grid.places, key=_rows):
            last = min(place.column + place.columns, len(widths))
            wide = edges[last] - edges[min(place.column, len(widths))] - 2 * CELL_PADDING[0]
            need = made.height(place, wide) + 2 * CELL_PADDING[1]
            had = sum(heights[place.row : place.row + place.rows])
            heights[place.row + place.rows - 1] += max(need - had, 0.0)
        least = self.font(look_of(block))[1] + 2 * CELL_PADDING[1]
        return SetTable(
            grid,
            edges=edges,
            heights=[height or least for height in heights],
            make=made.lines,
            across=partial(_moved, self.across, piece.block),
            shape=shape,
        )

    def _table_widths(self, index: int, block: Block) -> list[float]:
        from deskbrief.ui.reader.widths import column_widths

        if index not in self._widths:
            rulers = [self.ruler(look_of(block, header=header)) for header in (False, True)]
            self._widths[index] = column_widths(
                self._sheet.document.text, block, self._styles.column, rulers, 2 * CELL_PADDING[0]
            )
        return self._widths[index]

    def _number_columns(self, block: Block) -> frozenset[int]:
        from deskbrief.ui.reader.tables import number_columns

        known = self._sheet.number_columns
        if block.start not in known:
            # In a table that runs from right to left, numbers are flush at its end as they are.
            found = number_columns(self._sheet.document.text, block)
            known[block.start] = frozenset() if self._runs_backward(block) else found
        return known[block.start]

    def cell(self, block: Block, place: PlacedCell, width: float, columns: int) -> Lines:
        """Lay out a cell of a table with so many `columns`."""
        from deskbrief.ui.reader.tables import edge_of

        look = look_of(block, header=place.cell.header)
        start, end = place.cell.start, place.cell.end
        backward = runs_backward(self._sheet.document.text[start : min(end, start + ENOUGH)])
        edge = edge_of(place, columns, self._number_columns(block))
        # The middle of what is wider than the column is not in sight with its beginning.
        edge = Edge.START if edge is Edge.MIDDLE and width > self._styles.column else edge
        if edge is Edge.START and not backward and self._runs_backward(block):
            # Numbers and foreign words stand below the head of their column, too.
            edge = Edge.END
        lines = self._lines(start, end, look, even=False, backward=backward, edge=edge)
        _, pitch, rise = self.font(look)
        lines.break_at(max(width, 1.0), pitch, rise)
        return lines

    def ruler(self, look: Look) -> Ruler:
        """Return what measures words in the font of a look."""
        from deskbrief.ui.reader.widths import Ruler

        if look not in self._rulers:
            self._rulers[look] = Ruler(QFontMetricsF(self.font(look)[0]))
        return self._rulers[look]

    def _lines(
        self, start: int, end: int, look: Look, *, even: bool, backward: bool, edge: Edge = Edge.START
    ) -> Lines:
        text = self._sheet.document.text[start:end]
        option = self._option(even=even, backward=backward, fixed=look.mono, edge=edge)
        breaks = self._parted(start, text) if even and not backward else ()
        formats = list(self._formats(start, look, text, Counts(text, breaks)))
        return Lines(start, text, self.font(look)[0], option, formats, breaks)

    def _parted(self, start: int, text: str) -> Sequence[int]:
        """Return where words of a stretch may be parted; code is never."""
        if self._breaks is None:
            return ()
        code = (
            Span(inline.start - start, inline.end - start)
            for inline in self._sheet.inlines(start, start + len(text))
            if inline.kind is InlineKind.CODE
        )
        return self._breaks.of(text, code)

    def _formats(
        self, start: int, look: Look, text: str, counts: Counts
    ) -> Iterator[QTextLayout.FormatRange]:
        end = start + len(text)
        inlines = self._sheet.inlines(start, end)
        if inlines:
            for run in runs(start, end, inlines, ()):
                if run.inlines:
                    low, high = run.start - start, run.end - start
                    yield _range(counts, low, high, self._styles.run(look, run.inlines, ()))
        if not text.isprintable():
            for match in TURNING.finditer(text):
                yield _range(counts, match.start(), match.end(), self._warning())

    def _warning(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QColor(self._styles.theme.problem))
        style.setBackground(QColor(self._styles.theme.chip))
        return style

    def font(self, look: Look) -> tuple[QFont, int, float]:
        """Return the font of a look, how far apart its lines are, and where letters stand in a line."""
        known = self._fonts.get(look)
        if known is None:
            font = self._styles.font(look.face, look.size, bold=look.bold)
            metrics, pitch = QFontMetricsF(font), self._styles.pitch(look)
            rise = round((pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
            known = self._fonts[look] = font, pitch, float(rise)
        return known

    def _option(self, *, even: bool, backward: bool, fixed: bool, edge: Edge) -> QTextOption:
        key = even, backward, fixed, edge
        if key not in self._options:
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            starts = backward and edge is Edge.START
            side = ALIGNMENTS[Edge.END if starts else edge]
            option.setAlignment(Qt.AlignmentFlag.AlignJustify if even else side)
            option.setTextDirection(
                Qt.LayoutDirection.RightToLeft if backward else Qt.LayoutDirection.LeftToRight
            )
            option.setTabStopDistance(self._styles.indent * 2)
            self._options[key] = option
        return self._options[key]

    def _is_even(self, look: Look) -> bool:
        wide = self._styles.column - look.steps * self._styles.indent
        return self._styles.typography.justify and wide > NARROWEST_EVEN * self._styles.advance

    def _runs_backward(self, block: Block) -> bool:
        start = block.rows[0].cells[0].start if block.rows and block.rows[0].cells else block.start
        return runs_backward(self._sheet.document.text[start : min(block.end, start + ENOUGH)])


class _Cells:
    """The cells of one table: how high they are, and their lines, once they are wanted."""

    def __init__(self, compositor: Compositor, sheet: Sheet, block: Block, span: Span, columns: int) -> None:
        looks = [look_of(block, header=header) for header in (False, True)]
        self._compositor = compositor
        self._block = block
        self._columns = columns
        self._text = sheet.document.text
        self._plain = not sheet.inlines(span.start, span.end)
        self._rulers = [compositor.ruler(look) for look in looks]
        self._pitches = [float(compositor.font(look)[1]) for look in looks]
        self._made: dict[int, Lines] = {}

    def height(self, place: PlacedCell, width: float) -> float:
        """Return how high the text of a cell is; most fit on one line and need not be laid out for that."""
        cell = place.cell
        text = self._text[cell.start : cell.end]
        if (
            self._plain
            and len(text) < ENOUGH
            and text.isprintable()
            and self._rulers[cell.header].width(text) <= width
        ):
            return self._pitches[cell.header]
        lines = self._made[id(place)] = self._cell(place, width)
        return lines.height

    def lines(self, place: PlacedCell, width: float) -> Lines:
        """Return the lines of a cell."""
        return self._made.pop(id(place), None) or self._cell(place, width)

    def _cell(self, place: PlacedCell, width: float) -> Lines:
        return self._compositor.cell(self._block, place, width, self._columns)


def _range(counts: Counts, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = counts.units(start)
    made.length = counts.units(end) - made.start
    made.format = style
    return made


def _rows(place: PlacedCell) -> tuple[int, int]:
    return place.row + place.rows, place.row


def _moved(across: dict[int, float], block: int) -> float:
    return across.get(block, 0.0)
