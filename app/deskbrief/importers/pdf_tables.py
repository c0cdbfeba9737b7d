"""Tables of a PDF page: short texts side by side, in columns, whether painted row by row or cell by cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import CellSource
from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_captions import is_caption, is_note_of_table, is_said_of_it
from deskbrief.importers.pdf_heads import spread_heads
from deskbrief.importers.pdf_lines import LEADERS, NEAR, Line, marker_of
from deskbrief.importers.pdf_rows import TableCell, count_heads, had_room, is_figure, rows_of
from deskbrief.importers.pdf_segments import Segment, Stretch
from deskbrief.importers.pdf_words import Words, pieces_of_lines

#: The fewest rows and columns of a table, and the most columns.
FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 3, 2, 30
#: The most heights of lines of a head that may stand apart from its table, how far beyond it they may reach.
MOST_HEADS, BEYOND = 6, 36.0
#: Heads stand less than so many sizes above their table, and bold ones so many.
NEAR_HEAD, FAR_HEAD = 1.2, 2.2
#: Lines of one cell are less than so many sizes apart.
CLOSE = 1.75
#: How many rows, and how many lines, back a further line of a cell is looked for.
ROWS_BACK, LINES_BACK = 12, 6
#: Texts of one cell whose heights differ by fewer points stand on one line.
LEVEL = 1.5
#: The lines of a head are no higher than this, in points.
HIGHEST_HEAD = 30.0
#: The share of its places that a table fills at least.
FILLED = 0.25
#: The share of a page's text width that a cell may fill.
WIDEST = 0.6

#: Signs of fonts of symbols, which have no meaning outside them: those at the items of a list in a cell.
_SYMBOL = re.compile("[\uf020-\uf0ff]")


@dataclass(slots=True)
class Table:
    """The rows of a table, each with a cell or None for each column; `lines` are what it was made of."""

    lines: list[Line]
    rows: list[list[TableCell | None]] = field(default_factory=list)

    def box(self, page: int) -> Box:
        """Return where its lines are on the page of that number."""
        sides = [(line.left, line.top, line.right, line.bottom) for line in self.lines]
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        return Box(page, min(lefts), min(tops), max(rights), max(bottoms))

    def sources(self, words: Words) -> tuple[tuple[CellSource, ...], ...]:
        """Return the rows for a document, the first ones as heads if they look or read like it."""
        heads = count_heads(self.rows)
        covered: set[tuple[int, int]] = set()
        rows = []
        for number, row in enumerate(self.rows):
            cells = []
            for column, cell in enumerate(row):
                if (number, column) in covered:
                    continue
                wide, high = self._spans(number, column)
                covered |= {(number + down, column + on) for down in range(high) for on in range(wide)}
                pieces = _pieces(cell, words, strong=number >= heads) if cell else [Piece("")]
                cells.append(CellSource(tuple(pieces), number < heads, wide, high))
            rows.append(tuple(cells))
        return tuple(rows)

    def _spans(self, number: int, column: int) -> tuple[int, int]:
        """Return over how many columns and rows a cell reaches: it covers none in which another begins."""
        cell = self.rows[number][column]
        if cell is None:
            return 1, 1
        beside = self.rows[number][column + 1 : column + cell.col_span]
        wide = next((on for on, other in enumerate(beside, 1) if other is not None), cell.col_span)
        below = self.rows[number + 1 : number + cell.row_span]
        for down, row in enumerate(below, 1):
            if any(other is not None for other in row[column : column + wide]):
                return wide, down
        return wide, len(below) + 1


def find_tables(lines: Sequence[Line], width: float) -> list[Table]:
    """Return the tables among the lines of a page, which stand in the order in which they are painted."""
    runs: list[tuple[Sequence[Line], list[int]]] = []
    begin = 0
    for index, line in enumerate([*lines, None]):
        if line is None or not (_may_be_row(line, width) or _goes_on(line, lines[begin:index])):
            run = lines[begin:index]
            wide = _beside_others(run) if len(run) >= FEWEST_ROWS else []
            runs += [(run, wide)] if len(wide) >= FEWEST_ROWS else []
            begin = index + 1
    # What may be a table itself, or is the head of one, is no head of another.
    held = {id(line) for run, _ in runs for line in run}
    ordered = sorted(lines, key=lambda line: (line.base, line.left)) if runs else []
    tables: list[Table] = []
    for run, wide in runs:
        found = _tables_in(run, wide, ordered, held)
        held |= {id(line) for table in found for line in table.lines}
        tables += found
    return tables


def _may_be_row(line: Line, width: float) -> bool:
    if (marker_of(line.text) and line.joined) or (line.single and is_note_of_table(line.text)):
        return False
    return not line.single or line.right - line.left < 0.34 * width


def _goes_on(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether `line` belongs to a cell of the rows above or beside, though it is as wide as a text."""
    rows = [row for row in run[-ROWS_BACK:] if not row.single]
    if not line.single or not rows:
        return False
    first = min(row.left for row in rows) + BEYOND
    last = run[-LINES_BACK:]
    cells = [cell for row in rows for cell in row.cells[1:] if abs(cell.left - line.left) < NEAR]
    cells += [row.cells[0] for row in last if row.single and row.left > first]
    below = any(
        abs(cell.left - line.left) < NEAR and 0 < line.base - cell.base < CLOSE * line.size for cell in cells
    )
    beside = any(abs(row.base - line.base) < 1.5 and row.right < line.left for row in last)
    return below or (beside and bool(cells))


def _tables_in(
    run: Sequence[Line], wide: Sequence[int], ordered: Sequence[Line], held: AbstractSet[int]
) -> list[Table]:
    """Return the table that `run` is, without single lines before the first and after the last `wide` one.

    The last lines of the page above it, which has them `ordered` from its top, are its head when their cells
    stand in its columns and they are not `held` by other tables.
    """
    lines = list(run[wide[0] : _end_of(run, wide[-1])])
    segments = [cell for line in lines for cell in ([_whole(line)] if line.single else line.cells)]
    edges = columns_of(segments)
    if not FEWEST_COLUMNS <= len(edges) <= MOST_COLUMNS:
        return []
    rest = {id(line) for line in run[: wide[0]]}
    head = head_above(lines_above(ordered, lines, held, rest), lines, edges)
    lines = [*head, *lines]
    segments = [*(cell for line in head for cell in line.cells), *segments]
    segments = [part for whole in segments for part in figures_apart(whole, edges)]
    table = Table(lines, rows_of(_cells(segments, edges), len(edges)))
    heads = table.rows[: count_heads(table.rows)]
    for row, below in zip(heads, [*heads[1:], []], strict=False):
        spread_heads(row, below, edges)
    return [table] if _is_table(table.rows) else []


def _end_of(run: Sequence[Line], last: int) -> int:
    """Return where the row of `run` at `last` ends: further lines of its cells but the first are below it."""
    lefts = [cell.left for cell in run[last].cells[1:]]
    end = last + 1
    while end < len(run) and 0 < run[end].base - run[end - 1].base < CLOSE * run[end].size:
        if not any(abs(left - run[end].left) < NEAR for left in lefts):
            break
        end += 1
    return end


def _is_table(rows: Sequence[Sequence[TableCell | None]]) -> bool:
    """Tell whether enough of `rows` have several cells, and these more than signs of lists or captions."""
    filled = [[cell for cell in row if cell is not None] for row in rows]
    several = sum(len(row) > 1 for row in filled)
    if several < max(2, 0.5 * len(rows)) or sum(map(len, filled)) < FILLED * sum(map(len, rows)):
        return False
    beside = [row for row in filled if len(row) > 1]
    if all(is_said_of_it(cell.text) for row in beside for cell in row):
        return False
    return not all(marker_of(row[0].text) == row[0].text for row in beside)


def lines_above(
    ordered: Sequence[Line], rows: Sequence[Line], held: AbstractSet[int], own: AbstractSet[int]
) -> list[Line]:
    """Return the last of the lines of a page, from its top, that stand above `rows`, `own` or not `held`."""
    top = min(row.top for row in rows)
    found: list[Line] = []
    heights: set[int] = set()
    for at in range(bisect_right(ordered, top + HIGHEST_HEAD, key=lambda line: line.base) - 1, -1, -1):
        line = ordered[at]
        heights.add(round(line.base))
        if len(heights) > MOST_HEADS or line.base < top - MOST_HEADS * HIGHEST_HEAD:
            break
        if line.top < top and (id(line) in own or id(line) not in held):
            found.insert(0, line)
    return found


def head_above(
    before: Sequence[Line], rows: Sequence[Line], edges: Sequence[tuple[float, float]]
) -> list[Line]:
    """Return the last lines `before` the `rows` of a table that stand right above it, in its columns."""
    top = min(row.top for row in rows)
    head: list[Line] = []
    for line in reversed(before):
        cells = _spread(line, edges)
        near = -1 < top - line.bottom < (FAR_HEAD if line.bold else NEAR_HEAD) * line.size or any(
            _overlaps(line, other) for other in head
        )
        within = line.left > edges[0][0] - BEYOND and line.right < edges[-1][1] + BEYOND
        columns = [sum(_overlap(cell, left, right) for left, right in edges) for cell in cells]
        fits = all(columns) and sum(columns) <= len(edges) and len(line.text) < 30 * len(edges)
        over = len(cells) == 1 and columns[0] > 1 and not line.left > edges[0][1]
        if not (near and within and fits) or over or is_caption(line.text):
            break
        line.put(cells)
        head.insert(0, line)
        top = min(top, line.top)
    while head and len(head[0].cells) < 2 and not any(_overlaps(head[0], other) for other in head[1:]):
        head.pop(0)
    return head


def _spread(line: Line, edges: Sequence[tuple[float, float]]) -> Sequence[Segment]:
    """Return the cells of `line`, one for each word where it has a word right over each column."""
    if len(line.cells) > 1 or len(line.text.split()) != len(edges) or not line.bold:
        return line.cells
    parts = _words_of(line.cells[0])
    over = [_is_over(part, edge) for part, edge in zip(parts, edges, strict=True)]
    return parts if all(over) else line.cells


def figures_apart(segment: Segment, edges: Sequence[tuple[float, float]]) -> Sequence[Segment]:
    """Return the figures of `segment` one by one where it has nothing else, and each is in its own column."""
    words = segment.text.split()
    if len(words) < 2 or segment.leftward or not all(map(is_figure, words)):
        return [segment]
    parts = _words_of(segment)
    over = [next((at for at, edge in enumerate(edges) if _is_over(part, edge)), -1) for part in parts]
    return parts if -1 not in over and all(one < two for one, two in pairwise(over)) else [segment]


def _is_over(word: Segment, edge: tuple[float, float]) -> bool:
    return edge[0] - NEAR < (word.left + word.right) / 2 < edge[1] + NEAR


def _words_of(segment: Segment) -> list[Segment]:
    """Return the words of `segment`.

    Where words stand without wide gaps is worked out from how many letters come before them.
    """
    text, origins = segment.text, segment.origins()
    step = (segment.right - segment.left) / max(len(text), 1)
    parts, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        begin, end = segment.left + step * at, segment.left + step * (at + len(word))
        stretch = Stretch(word, segment.face, order=origins[at : at + len(word)])
        parts.append(replace(segment, left=begin, right=end, stretches=[stretch]))
        at += len(word)
    return parts


def _pieces(cell: TableCell, words: Words, *, strong: bool) -> list[Piece]:
    """Return the text of a cell, of which words are put together that a hyphen parts."""
    lines: list[list[Segment]] = []
    for part in cell.parts:
        if lines and abs(part.base - lines[-1][0].base) < LEVEL and part.left > lines[-1][-1].left:
            lines[-1].append(_without_leaders(_with_known_signs(part)))
        else:
            lines.append([_without_leaders(_with_known_signs(part))])
    return pieces_of_lines([Line(line) for line in lines], words, strong=strong)


def _with_known_signs(part: Segment) -> Segment:
    if not _SYMBOL.search(part.text):
        return part
    return replace(part, stretches=[replace(one, text=_SYMBOL.sub("•", one.text)) for one in part.stretches])


def _without_leaders(part: Segment) -> Segment:
    """Return `part` without the dots at its end that lead to the next column."""
    text = part.text
    bare = text.rstrip(" .")
    dots = len(text) - len(bare)
    if not bare or not text.rstrip().endswith(LEADERS):
        return part
    stretches = list(part.stretches)
    while dots and dots >= len(stretches[-1].text):
        dots -= len(stretches.pop().text)
    stretches[-1] = stretches[-1].upto(len(stretches[-1].text) - dots)
    return replace(part, stretches=stretches)


def _overlaps(one: Line, two: Line) -> bool:
    """Tell whether two lines stand side by side, at least in part."""
    return min(one.bottom, two.bottom) - max(one.top, two.top) > 1


def _beside_others(run: Sequence[Line]) -> list[int]:
    """Return which lines of the run are rows, or stand beside others."""
    return [index for index in range(len(run)) if _has_neighbour(run, index)]


def _has_neighbour(run: Sequence[Line], index: int) -> bool:
    """Tell whether another text of the run stands beside the one at `index`."""
    line = run[index]
    if not line.single:
        return True
    return any(
        min(other.bottom, line.bottom) - max(other.top, line.top) > 0.4 * (line.bottom - line.top)
        for other in (*run[max(index - 6, 0) : index], *run[index + 1 : index + 7])
    )


def _whole(line: Line) -> Segment:
    first = line.cells[0]
    stretches = [stretch for cell in line.cells for stretch in cell.stretches]
    return Segment(line.left, line.top, line.right, line.bottom, stretches, first.page, first.base)


def columns_of(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """Return the columns that `segments` stand in, as left and right edges, from left to right.

    Texts that reach over several columns count for none: the narrower ones decide.
    """
    columns: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda segment: segment.right - segment.left):
        over = [index for index, (left, right) in enumerate(columns) if _overlap(segment, left, right)]
        if not over:
            columns.append((segment.left, segment.right))
        elif len(over) == 1:
            left, right = columns[over[0]]
            columns[over[0]] = (min(left, segment.left), max(right, segment.right))
        columns.sort()
    return columns


def _overlap(segment: Segment, left: float, right: float) -> bool:
    return min(segment.right, right) - max(segment.left, left) > -NEAR / 2


def _cells(segments: Sequence[Segment], edges: Sequence[tuple[float, float]]) -> list[TableCell]:
    """Return the cells: texts painted one below the other in one column are one cell."""
    cells: list[TableCell] = []
    beside = {round(segment.base) for segment in segments if segment.left > edges[0][1]}
    lefts = _lefts_of_rows(segments, edges[0], beside)
    for segment in segments:
        column = next((n for n, (left, right) in enumerate(edges) if _overlap(segment, left, right)), 0)
        last = cells[-1] if cells else None
        over = sum(_overlap(segment, left, right) for left, right in edges)
        close = (
            last is not None
            and last.col_span <= max(over, 1)
            and 0 < segment.top - last.parts[-1].top < 1.75 * max(segment.face.size, 4)
        )
        own = (
            last is not None
            and column == 0
            and _is_alone(last.parts[-1], beside)
            and not _is_alone(segment, beside)
            and (round(segment.left) in lefts or had_room(edges[0][1] - last.parts[-1].right, [segment]))
        )
        if last is not None and last.column == column and close and not (own and _begins_row(segment)):
            last.parts.append(segment)
        else:
            cells.append(TableCell([segment], column, max(over, 1)))
    return cells


def _begins_row(segment: Segment) -> bool:
    text = segment.text.lstrip()
    return text[:1].isupper() or text[:1].isdigit()


def _lefts_of_rows(
    segments: Sequence[Segment], edge: tuple[float, float], beside: AbstractSet[int]
) -> set[int]:
    """Return the left edges of texts of the first column that stand beside others, as does the one above."""
    first = [segment for segment in segments if segment.left < edge[1]]
    rows = [two for one, two in pairwise(first) if not (_is_alone(one, beside) or _is_alone(two, beside))]
    return {round(row.left) + near for row in rows for near in (-1, 0, 1)}


def _is_alone(segment: Segment, beside: AbstractSet[int]) -> bool:
    """Tell whether no text of another column stands at the height of `segment`."""
    return beside.isdisjoint(round(segment.base) + near for near in (-1, 0, 1))
