"""A narrow column beside the text of a PDF page, such as a box of highlights: read for itself, not across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_segments import Segment

#: The fewest lines and letters in either column, and how many times as wide as the other one is.
FEWEST_LINES, FEWEST_LETTERS, WIDER = 8, 250, 1.3
#: The gap between the columns in points, and where its right edge may stand, as shares of the page's width.
GAP, FIRST, LAST = 6.0, 0.2, 0.8
#: The share of the narrow column's lines that may stand on the height of one of the others.
LEVEL = 0.7
#: The share of the lines that may reach over both columns, above and below them.
OVER = 0.15


def part_sidebar(lines: Sequence[Line], width: float) -> list[Line]:
    """Return `lines` with a narrow column and the text beside it one after the other, on a page so wide.

    What reaches over both stays before or after them. Two columns of one width, and the columns of a table,
    are left as they are.
    """
    edge = _edge(lines, width)
    if edge is None:
        return list(lines)
    above: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    below: list[Line] = []
    top = min(line.top for line in lines if not _is_over(line, edge) and line.left >= edge - 2)
    for line in lines:
        if _is_over(line, edge):
            (above if line.top < top else below).append(line)
            continue
        for side, cells in ((left, _before(line, edge)), (right, _after(line, edge))):
            if cells:
                side.append(Line(cells, line.joined and len(cells) == len(line.cells)))
    return [*above, *left, *right, *below]


def _edge(lines: Sequence[Line], width: float) -> float | None:
    """Return the left edge of the second of two unequal columns, or None when the page has none."""
    lefts = Counter(round(cell.left) for line in lines for cell in line.cells)
    for left, count in lefts.most_common(6):
        if count < FEWEST_LINES or not FIRST * width < left < LAST * width:
            continue
        if _is_edge(lines, float(left)):
            return float(left)
    return None


def _is_edge(lines: Sequence[Line], edge: float) -> bool:
    over = [line for line in lines if _is_over(line, edge)]
    sides = [line for line in lines if not _is_over(line, edge)]
    one = list(chain.from_iterable(_before(line, edge) for line in sides))
    two = list(chain.from_iterable(_after(line, edge) for line in sides))
    if min(len(one), len(two)) < FEWEST_LINES or len(over) > OVER * len(lines):
        return False
    if min(_letters(one), _letters(two)) < FEWEST_LETTERS:
        return False
    top, bottom = max(_top(one), _top(two)), min(_bottom(one), _bottom(two))
    if any(top < line.top < bottom for line in over):
        return False
    narrow, wide = sorted((one, two), key=_wide)
    bases = {round(cell.base) for cell in wide}
    level = sum(any(round(cell.base) + off in bases for off in (-1, 0, 1)) for cell in narrow)
    return _wide(wide) >= WIDER * _wide(narrow) and level <= LEVEL * len(narrow)


def _is_over(line: Line, edge: float) -> bool:
    """Tell whether a cell of `line` reaches over `edge`."""
    return any(cell.left < edge - 2 and cell.right > edge - GAP for cell in line.cells)


def _before(line: Line, edge: float) -> list[Segment]:
    return [cell for cell in line.cells if cell.right <= edge - GAP]


def _after(line: Line, edge: float) -> list[Segment]:
    return [cell for cell in line.cells if cell.left >= edge - 2]


def _letters(cells: Sequence[Segment]) -> int:
    return sum(len(cell.text) for cell in cells)


def _top(cells: Sequence[Segment]) -> float:
    return min(cell.top for cell in cells)


def _bottom(cells: Sequence[Segment]) -> float:
    return max(cell.bottom for cell in cells)


def _wide(cells: Sequence[Segment]) -> float:
    """Return how wide a column is."""
    return max(cell.right for cell in cells) - min(cell.left for cell in cells)
