"""How wide the columns of a table are: after their words, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtGui import QFontMetricsF

from deskbrief.document.model import Block, Row
from deskbrief.ui.reader.tables import grid_of

#: Rows of a long table that are looked at.
MOST_ROWS = 200
#: A column wants no more than so many letters, and a word that is longer than this may be broken.
LONGEST_LINE, LONGEST_WORD = 60, 24


class Ruler:
    """Measures words in one font."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        self._metrics = metrics

    def width(self, text: str, most: int) -> float:
        """Return how wide `text` is, cut after `most` letters."""
        return self._metrics.horizontalAdvance(text[:most])


def column_widths(
    text: str, block: Block, room: float, rulers: Sequence[Ruler], padding: float
) -> list[float]:
    """Return the width of each column of `block` in pixels; `rulers` are those of plain and of head cells.

    Columns share `room` so that each gets what its longest line needs, or less the more it could spare, but
    no less than its longest word. Where even that is too much, the table is wider than the room.
    """
    least, most = _needs(text, block, rulers, padding)
    if not most:
        return [room]
    low, high = sum(least), sum(most)
    if high <= room:
        return [width * room / high for width in most]
    if low <= room:
        share = (room - low) / max(high - low, 1.0)
        return [few + (many - few) * share for few, many in zip(least, most, strict=True)]
    return [min(max(few, many * 0.5), many) for few, many in zip(least, most, strict=True)]


def _needs(
    text: str, block: Block, rulers: Sequence[Ruler], padding: float
) -> tuple[list[float], list[float]]:
    """Return the least and the most that each column needs."""
    rows = _sample(block.rows)
    grid = grid_of(rows)
    least, most = [padding + 8.0] * grid.columns, [padding + 16.0] * grid.columns
    lengths = [(0, 0)] * grid.columns
    for place in grid.places:
        cell = place.cell
        if place.columns > 1:
            continue
        words = text[cell.start : min(cell.end, cell.start + 400)]
        longest = max(words.split(), key=len, default="")
        line, word = lengths[place.column]
        ruler = rulers[cell.header]
        if len(words) > line * 0.9:
            most[place.column] = max(most[place.column], ruler.width(words, LONGEST_LINE) + padding + 1)
        if len(longest) > word * 0.8:
            least[place.column] = max(least[place.column], ruler.width(longest, LONGEST_WORD) + padding + 1)
        lengths[place.column] = max(line, len(words)), max(word, len(longest))
    return least, [max(pair) for pair in zip(least, most, strict=True)]


def _sample(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows from all over a table, the first ones among them."""
    if len(rows) <= MOST_ROWS:
        return rows
    head = rows[: MOST_ROWS // 2]
    step = len(rows) // (MOST_ROWS // 2)
    return (*head, *islice(rows, MOST_ROWS // 2, None, step))
