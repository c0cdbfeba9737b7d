"""How wide the columns of a table are, and which of them hold numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.grid import PlacedCell, grid_of
from deskbrief.document.model import Block
from deskbrief.ui.reader.looks import Edge

#: Code points of a cell beyond which its column gets no wider.
WIDEST_CELL = 60
#: Rows of a table that are looked at for numbers, and the fewest numbers that make a column one of numbers.
MOST_ROWS, FEWEST_NUMBERS = 60, 2
#: Of a table with very many columns fewer rows are looked at, but never less than these.
MOST_CELLS, FEWEST_ROWS = 1_500, 10

_NUMBER = re.compile(
    r"[-–−+±~≈<>≤≥(]{0,2} ?[$€£¥]? ?\d[\d.,'’ \u00a0\u202f]*(?: ?[%‰)*†a-z]{0,3})", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: What stands in a column of numbers where there is none.
_NONE = frozenset(["", "-", "–", "—", "−", ".", "..", "…", "n/a", "na", "n.a.", "*"])


def shares(block: Block, columns: int) -> list[float]:
    """Return the width of each column of `block` in per cent, after its longest cell.

    Tables that are shown in several pieces need them, so that the columns of all pieces agree.
    """
    widest = [3] * columns
    for row in block.rows:
        for number, cell in enumerate(row.cells[:columns]):
            widest[number] = max(widest[number], min(cell.end - cell.start, WIDEST_CELL))
    total = sum(width + 2 for width in widest)
    return [(width + 2) / total * 100 for width in widest]


def number_columns(text: str, block: Block) -> frozenset[int]:
    """Return the columns of `block`, counted from 0, that hold numbers: they are set flush at the end.

    Years are names more often than amounts, and the first column names the rows.
    """
    found: dict[int, list[str]] = {}
    columns = max((len(row.cells) for row in block.rows[:MOST_ROWS]), default=0)
    rows = min(MOST_ROWS, max(MOST_CELLS // max(columns, 1), FEWEST_ROWS))
    for place in grid_of(block.rows[:rows]).places:
        words = text[place.cell.start : min(place.cell.end, place.cell.start + WIDEST_CELL)].strip()
        if place.columns == 1 and place.column and not place.cell.header and words.casefold() not in _NONE:
            found.setdefault(place.column, []).append(words)
    return frozenset(column for column, words in found.items() if _are_numbers(words))


def edge_of(place: PlacedCell, columns: int, numbers: frozenset[int]) -> Edge:
    """Return where a cell is flush in a table with so many `columns`, of which `numbers` hold numbers.

    What heads some of the columns stands in the middle above them; what heads all of them is read as a row.
    """
    if place.columns == 1:
        return Edge.END if place.column in numbers else Edge.START
    return Edge.MIDDLE if place.cell.header and place.columns < columns else Edge.START


def _are_numbers(words: Sequence[str]) -> bool:
    numbers = sum(1 for word in words if _NUMBER.fullmatch(word))
    years = all(_YEAR.fullmatch(word) for word in words)
    return numbers >= FEWEST_NUMBERS and numbers == len(words) and not years
