"""Where the cells of a table stand."""

from deskbrief.document.grid import grid_of
from deskbrief.document.model import Cell, Row


def row(*cells):
    return Row(cells)


def test_a_grid_by_the_rules_of_html():
    rows = [
        row(Cell(0, 0, row_span=2), Cell(0, 0, col_span=2)),
        row(Cell(0, 0), Cell(0, 0)),
        row(Cell(0, 0, col_span=3, row_span=9)),
    ]
    grid = grid_of(rows)
    assert (grid.rows, grid.columns) == (3, 3)
    assert [(p.row, p.column, p.rows, p.columns) for p in grid.places] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 3),
    ]
    assert list(grid.holes()) == []


def test_a_tall_cell_that_another_overlaps_reaches_as_far_down_as_before():
    rows = [
        row(Cell(0, 0), Cell(0, 0, row_span=4)),
        row(Cell(0, 0, col_span=2)),
        row(Cell(0, 0), Cell(0, 0)),
    ]
    assert [(p.row, p.column) for p in grid_of(rows).places] == [(0, 0), (0, 1), (1, 0), (2, 0), (2, 2)]


def test_rows_of_different_lengths_leave_holes():
    grid = grid_of([row(Cell(0, 0), Cell(0, 0)), row(Cell(0, 0))])
    assert list(grid.holes()) == [(1, 1)]


def test_a_cell_stands_in_its_first_square_or_in_each_of_its_rows():
    day, first, place, second, note = Cell(0, 1, row_span=2), Cell(2, 3), Cell(4, 5), Cell(6, 7), Cell(8, 9)
    grid = grid_of([row(day, first, place), row(second, note)])
    assert grid.cells() == [[day, first, place], [None, second, note]]
    assert grid.cells(repeated=True) == [[day, first, place], [day, second, note]]


def test_a_cell_over_columns_stands_in_the_first_of_them():
    over, left, right = Cell(0, 1, col_span=2), Cell(2, 3), Cell(4, 5)
    assert grid_of([row(over), row(left, right)]).cells(repeated=True) == [[over, None], [left, right]]


def test_spans_that_make_a_table_endlessly_wide_are_not_followed():
    rows = [row(*(Cell(0, 1, row_span=100, col_span=100) for _ in range(20))) for _ in range(50)]
    grid = grid_of(rows)
    assert (grid.columns, len(grid.places)) == (20, 1_000)


def test_cells_behind_the_most_columns_are_left_out():
    cells = [Cell(at, at + 1) for at in range(5)]
    assert grid_of([row(*cells)], 3).cells() == [cells[:3]]
    spanned = [Cell(0, 1, row_span=2), *cells[1:]]
    assert grid_of([row(*spanned), row(*cells)], 3).cells() == [spanned[:3], [None, *cells[:2]]]
