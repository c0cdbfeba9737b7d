"""Grids that the rules of a PDF page make, and the cells between their rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_rules import NEAR, Rule

#: The most pairs of rules that are looked at, and squares of a grid.
MOST_PAIRS, MOST_SQUARES = 400_000, 20_000
#: How much of the side of a cell a rule may leave open: this share, but no more points than this.
OPEN_SHARE, OPEN_MOST = 0.3, 4.0
#: Shaded bands, none of them higher than this, with so many times their height between them are one table.
HIGHEST, BETWEEN = 60.0, 2.5
#: The narrowest column and the lowest row, in points.
NARROWEST, LOWEST = 7.5, 4.5


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: the first row and column that it stands in, and how many it reaches over."""

    row: int
    column: int
    row_span: int = 1
    col_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: the edges of its columns and rows in points, one more than there are of each, and its cells."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def columns(self) -> int:
        """The number of its columns."""
        return len(self.across) - 1

    @property
    def rows(self) -> int:
        """The number of its rows."""
        return len(self.down) - 1

    def widened(self, left: float, right: float) -> Grid:
        """Return the grid with a column at each side from which `left` or `right` is further out."""
        before = left < self.across[0]
        across = (*((left,) if before else ()), *self.across, *((right,) if right > self.across[-1] else ()))
        cells = [replace(cell, column=cell.column + before) for cell in self.cells]
        for column in (0, len(across) - 2):
            new = column < before or column > self.columns - 1 + before
            cells += [GridCell(row, column) for row in range(self.rows)] if new else []
        return Grid(across, self.down, tuple(cells))

    def box(self, page: int) -> Box:
        """Return where it is on the page of that number."""
        return Box(page, self.across[0], self.down[0], self.across[-1], self.down[-1])


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Return the grids that `rules` make: those that cross or meet are one; a frame is one of one cell."""
    levels: list[Rule] = []
    uprights: list[Rule] = []
    for rule in rules:
        (uprights if rule.upright else levels).append(rule)
    if len(levels) * len(uprights) > MOST_PAIRS:
        return []
    made = (_grid(*group) for group in _meeting(levels, uprights))
    return list(_stacked(grid for grid in made if grid is not None))


def _stacked(grids: Iterable[Grid]) -> Iterator[Grid]:
    """Yield `grids`, of which bands below one another are one: in many tables every other row is shaded."""
    open_: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: grid.down[0]):
        if grid.columns > 1:
            yield grid
            continue
        above = next((other for other in open_ if _is_next_band(other, grid)), None)
        if above is None:
            open_.append(grid)
            continue
        down = (*above.down, *grid.down)
        cells = tuple(GridCell(row, 0) for row in range(len(down) - 1))
        open_[open_.index(above)] = Grid(above.across, down, cells)
    yield from open_


def _is_next_band(one: Grid, two: Grid) -> bool:
    """Tell whether `two` is as wide as `one`, above, with room for a row or so between them."""
    aligned = all(abs(a - b) < NEAR for a, b in zip(one.across, two.across, strict=True))
    high = max(two.down[-1] - two.down[0], one.down[-1] - one.down[-2])
    return aligned and high < HIGHEST and NEAR < two.down[0] - one.down[-1] < BETWEEN * high


def _meeting(levels: Sequence[Rule], uprights: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the level and upright rules that meet one another, directly or over others."""
    meets = [[n for n, upright in enumerate(uprights) if _meet(level, upright)] for level in levels]
    back: defaultdict[int, list[int]] = defaultdict(list)
    for at, others in enumerate(meets):
        for other in others:
            back[other].append(at)
    seen: set[int] = set()
    for start in range(len(levels)):
        if start in seen:
            continue
        seen.add(start)
        waiting, ours, theirs = [start], [], set[int]()
        while waiting:
            at = waiting.pop()
            ours.append(at)
            new = [other for other in meets[at] if other not in theirs]
            theirs.update(new)
            near = {level for other in new for level in back[other]} - seen
            seen |= near
            waiting += near
        yield [levels[at] for at in sorted(ours)], [uprights[at] for at in sorted(theirs)]


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.begin - NEAR <= upright.at <= level.end + NEAR
        and upright.begin - NEAR <= level.at <= upright.end + NEAR
    )


def _grid(levels: Sequence[Rule], uprights: Sequence[Rule]) -> Grid | None:
    """Return the grid of rules that meet; sides that are open are where the rules across end."""
    if len(levels) < 2 or not uprights:
        return None
    across = _edges(uprights, levels, NARROWEST)
    down = _edges(levels, uprights, LOWEST)
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > MOST_SQUARES:
        return None
    cells = _cells(across, down, levels, uprights)
    return Grid(tuple(edge.at for edge in across), tuple(edge.at for edge in down), tuple(cells))


class _Edge(NamedTuple):
    """Where an edge is: rules from `first` to `last` are drawn for it."""

    at: float
    first: float
    last: float


def _edges(rules: Sequence[Rule], over: Sequence[Rule], least: float) -> list[_Edge]:
    """Return the edges that `rules` draw, and the ends of the rules `over` them where those reach further.

    Rules that are nearer to one another than `least` have no room for a text between them.
    """
    places = sorted(rule.at for rule in rules)
    begin, end = min(rule.begin for rule in over), max(rule.end for rule in over)
    places[:0] = [begin] if begin < places[0] - least else []
    places += [end] if end > places[-1] + least else []
    groups: list[list[float]] = []
    for place in places:
        if groups and place - groups[-1][-1] < least and place - groups[-1][0] < 2 * least:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [_Edge(sum(group) / len(group), group[0] - NEAR, group[-1] + NEAR) for group in groups]


def _cells(
    across: Sequence[_Edge], down: Sequence[_Edge], levels: Sequence[Rule], uprights: Sequence[Rule]
) -> Iterator[GridCell]:
    """Yield the cells between the edges: squares are one cell where no rule parts them."""
    rows, columns = len(down) - 1, len(across) - 1
    sides = [[rule for rule in uprights if edge.first <= rule.at <= edge.last] for edge in across[1:-1]]
    floors = [[rule for rule in levels if edge.first <= rule.at <= edge.last] for edge in down[1:-1]]
    beside = [[not _is_drawn(rules, *down[r : r + 2]) for rules in sides] for r in range(rows)]
    below = [[not _is_drawn(rules, *across[c : c + 2]) for c in range(columns)] for rules in floors]
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while column + wide < columns and beside[row][column + wide - 1]:
                wide += 1
            high = 1
            while row + high < rows and _goes_down(row + high, column, wide, beside, below):
                high += 1
            taken |= {(row + r, column + c) for r in range(high) for c in range(wide)}
            yield GridCell(row, column, high, wide)


def _goes_down(
    row: int, column: int, wide: int, beside: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]
) -> bool:
    """Tell whether a cell above `row`, so many columns wide, goes on in it with the same sides."""
    last = column + wide - 1
    inner = all(below[row - 1][column : last + 1]) and all(beside[row][column:last])
    left = column == 0 or not beside[row][column - 1]
    right = last >= len(beside[row]) or not beside[row][last]
    return inner and left and right


def _is_drawn(rules: Iterable[Rule], one: _Edge, two: _Edge) -> bool:
    """Tell whether one of `rules` is drawn from one edge to another but for a little."""
    leave = min(OPEN_SHARE * (two.at - one.at), OPEN_MOST)
    begin, end = max(one.last - NEAR, one.at + leave), min(two.first + NEAR, two.at - leave)
    return any(rule.begin <= begin and rule.end >= end for rule in rules)
