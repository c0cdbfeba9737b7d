"""Puts pieces of a document into a QTextDocument, and takes note of where each code point went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from deskbrief.document.grid import Grid, grid_of
from deskbrief.document.model import Block
from deskbrief.ui.fonts import provide_emoji
from deskbrief.ui.reader.looks import Look, look_of
from deskbrief.ui.reader.offsets import has_emoji, shown, units
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.tables import edge_of, number_columns, shares


class Stretch(NamedTuple):
    """Text `[start, end)` that stands in one text block, `at` positions after its piece's first."""

    start: int
    end: int
    at: int
    header: bool = False


class Slot(NamedTuple):
    """A piece in its place: its index, the positions it takes up, and where its text stands."""

    piece: int
    length: int
    stretches: tuple[Stretch, ...]


class Typesetter:
    """Sets pieces of one sheet in one style.

    Every piece begins with a text block and ends where the next text block begins. A table follows an
    empty block that belongs to its piece, since a QTextDocument has no table without a block before it.
    """

    def __init__(self, target: QTextDocument, sheet: Sheet, styles: Styles) -> None:
        """Set pieces of `sheet` into `target`."""
        self._target = target
        self._sheet = sheet
        self._styles = styles

    def insert(self, position: int, index: int) -> Slot:
        """Set the piece with this index before the text block that begins at `position`."""
        if self._sheet.pieces[index].bottom:
            return self._insert_table(position, index)
        return self._insert_text(position, index)

    def reset(self, position: int, stretch: Stretch, block: Block, start: int, end: int) -> None:
        """Give `[start, end)` of `stretch` the formats that the sheet now asks for.

        `position` is that of the piece, `block` the block it belongs to.
        """
        look = look_of(block, header=stretch.header)
        text = self._sheet.document.text
        cursor = QTextCursor(self._target)
        cursor.setPosition(position + stretch.at + units(shown(text[stretch.start : start])))
        for run in self._sheet.runs(start, end):
            last = cursor.position() + units(shown(text[run.start : run.end]))
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._styles.run(look, run.inlines, run.marks))
            cursor.setPosition(last)

    def _insert_text(self, position: int, index: int) -> Slot:
        piece, block = self._sheet.pieces[index], self._sheet.block(index)
        cursor = self._cursor(position)
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(position)
        opens, closes = self._sheet.opens(index), self._sheet.closes(index)
        cursor.setBlockFormat(self._styles.block(block, opens=opens, closes=closes, first=index == 0))
        cursor.setBlockCharFormat(self._styles.base(block))
        length = self._write(cursor, piece.start, piece.end, look_of(block))
        return Slot(index, length + 1, (Stretch(piece.start, piece.end, 0),))

    def _insert_table(self, position: int, index: int) -> Slot:
        piece, block = self._sheet.pieces[index], self._sheet.block(index)
        cursor = self._cursor(position)
        kept = cursor.blockFormat(), cursor.blockCharFormat()
        grid = grid_of(block.rows[piece.top : piece.bottom])
        whole = self._sheet.opens(index) and self._sheet.closes(index)
        style = self._styles.table(below=self._below(index))
        style.setColumnWidthConstraints(_widths(() if whole else shares(block, grid.columns)))
        table = _make_table(cursor, grid, style)
        stretches = self._fill_table(table, grid, block, position)
        above = round(look_of(block).above * self._styles.line) if self._sheet.opens(index) and index else 0
        self._dress(position, (self._styles.carrier(1, above=above), self._styles.speck()))
        end = table.lastPosition() + 1
        self._dress(end, kept)
        return Slot(index, end - position, stretches)

    def _below(self, index: int) -> int:
        """Return the space below a table: Qt adds none above a text block that follows one."""
        if not self._sheet.closes(index):
            return 0
        own = look_of(self._sheet.block(index))
        space, room = max(own.below, own.above), 0
        for piece in self._sheet.pieces[index + 1 : index + 2]:
            if not piece.bottom:
                block = self._sheet.block(index + 1)
                space, room = max(space, look_of(block).above), self._styles.figure_room(block)
        return round(space * self._styles.line) + room

    def _fill_table(self, table: QTextTable, grid: Grid, block: Block, origin: int) -> tuple[Stretch, ...]:
        """Write the cells in the order of the text; return where each stands when all are written."""
        for row, column in grid.holes():
            table.cellAt(row, column).setFormat(self._styles.cell(self._styles.base(block)))
        numbers = number_columns(self._sheet.document.text, block)
        for place in grid.places:
            cell = table.cellAt(place.row, place.column)
            base = self._styles.base(block, header=place.cell.header)
            cell.setFormat(self._styles.cell(base))
            cursor = cell.firstCursorPosition()
            cursor.setBlockFormat(self._styles.cell_block(edge_of(place, grid.columns, numbers)))
            self._write(cursor, place.cell.start, place.cell.end, look_of(block, header=place.cell.header))
        return tuple(
            Stretch(
                place.cell.start,
                place.cell.end,
                table.cellAt(place.row, place.column).firstPosition() - origin,
                place.cell.header,
            )
            for place in grid.places
        )

    def _write(self, cursor: QTextCursor, start: int, end: int, look: Look) -> int:
        """Write `[start, end)` at the cursor; return how many positions it takes up."""
        begin = cursor.position()
        text = self._sheet.document.text
        if has_emoji(text[start:end]):
            provide_emoji()
        for run in self._sheet.runs(start, end):
            style = self._styles.run(look, run.inlines, run.marks)
            cursor.insertText(shown(text[run.start : run.end]), style)
        return cursor.position() - begin

    def _dress(self, position: int, formats: tuple[QTextBlockFormat, QTextCharFormat]) -> None:
        cursor = self._cursor(position)
        cursor.setBlockFormat(formats[0])
        cursor.setBlockCharFormat(formats[1])

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._target)
        cursor.setPosition(position)
        return cursor


def _make_table(cursor: QTextCursor, grid: Grid, style: QTextTableFormat) -> QTextTable:
    table = cursor.insertTable(grid.rows, grid.columns, style)
    for place in grid.places:
        if place.rows > 1 or place.columns > 1:
            table.mergeCells(place.row, place.column, place.rows, place.columns)
    return table


def _widths(shares_: Sequence[float]) -> list[QTextLength]:
    return [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares_]
