"""How wide the columns of a table are: after their words, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF

from deskbrief.document.grid import grid_of
from deskbrief.document.model import Block, Row

#: Cells of a large table that are looked at.
MOST_CELLS = 2_000
#: A column wants no more than so many letters, and a word that is longer than this may be broken.
LONGEST_LINE, LONGEST_WORD = 60, 24
#: A column whose lines are all as short as this, dates or amounts, keeps them whole while there is room.
SHORT_LINE = 18
#: A column of a table that is wider than its room wants no more than this share of it.
WIDEST = 0.45


class Ruler:
    """Measures words in one font; plain letters are added up, which is ten times as fast as shaping them."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        self._metrics = metrics
        self._advances = {letter: metrics.horizontalAdvance(letter) for letter in map(chr, range(32, 127))}

    def width(self, text: str) -> float:
        """Return how wide `text` is on one line."""
        if text.isascii() and text.isprintable():
            return sum(map(self._advances.__getitem__, text))
        return self._metrics.horizontalAdvance(text)


def column_widths(
    text: str, block: Block, room: float, rulers: Sequence[Ruler], padding: float
) -> list[float]:
    """Return the width of each column of `block` in pixels; `rulers` are those of plain and of head cells.

    Columns share `room` so that each gets what its longest line needs, or less the more it could spare, but
    no less than its longest word, or its short lines whole. Where even that is too much, the table is wider
    than the room.
    """
    least, whole, most = _needs(text, block, rulers, padding)
    if not most:
        return [room]
    least = whole if sum(whole) <= room else least
    low, high = sum(least), sum(most)
    if high <= room:
        return [width * room / high for width in most]
    if low <= room:
        share = (room - low) / max(high - low, 1.0)
        return [few + (many - few) * share for few, many in zip(least, most, strict=True)]
    return [max(few, min(many, room * WIDEST)) for few, many in zip(least, most, strict=True)]


def _needs(
    text: str, block: Block, rulers: Sequence[Ruler], padding: float
) -> tuple[list[float], list[float], list[float]]:
    """Return the least that each column needs, what it needs with short lines whole, and the most."""
    grid = grid_of(_sample(block.rows))
    # Head cells are bold, so that the longest words of both kinds are measured.
    lines: dict[tuple[int, bool], str] = {}
    words: dict[tuple[int, bool], str] = {}
    for place in grid.places:
        cell, at = place.cell, (place.column, place.cell.header)
        if place.columns == 1:
            line = text[cell.start : min(cell.end, cell.start + LONGEST_LINE)]
            lines[at] = max(lines.get(at, ""), line, key=len)
            words[at] = max((words.get(at, ""), *line.split()), key=len)
    least, whole, most = [], [], []
    for column in range(grid.columns):
        kinds = [(column, header) for header in (False, True)]
        few = max(rulers[at[1]].width(words.get(at, "")[:LONGEST_WORD]) for at in kinds) + padding + 2
        many = max(few, *(rulers[at[1]].width(lines.get(at, "")) + padding + 2 for at in kinds))
        least.append(few)
        most.append(many)
        whole.append(many if all(len(lines.get(at, "")) <= SHORT_LINE for at in kinds) else few)
    return least, whole, most


def _sample(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows from all over a table, the first ones among them."""
    few = max(MOST_CELLS // max(len(rows[0].cells), 1), 8) if rows else 0
    if len(rows) <= few:
        return rows
    return (*rows[: few // 2], *rows[few // 2 :: max(len(rows) // (few - few // 2), 1)])
