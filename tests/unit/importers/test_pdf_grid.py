"""Grids that rules make: cells, spans, open sides, edges of fills."""

from __future__ import annotations

import time

import pytest

from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_grid import Grid, GridCell, grids_of
from deskbrief.importers.pdf_rules import Fill, Rule, edges_of, edges_of_fills, joined


def level(at: float, begin: float, end: float) -> Rule:
    return Rule(False, at, begin, end)


def upright(at: float, begin: float, end: float) -> Rule:
    return Rule(True, at, begin, end)


def ruled(across: list[float], down: list[float]) -> list[Rule]:
    """Return the rules of a full grid."""
    levels = [level(at, across[0], across[-1]) for at in down]
    return [*levels, *(upright(at, down[0], down[-1]) for at in across)]


def cells(rows: int, columns: int) -> set[GridCell]:
    return {GridCell(row, column) for row in range(rows) for column in range(columns)}


def grid_of(rules: list[Rule]) -> Grid:
    (grid,) = grids_of(joined(rules))
    return grid


def test_rules_that_cross_make_cells():
    grid = grid_of(ruled([0, 100, 200], [0, 20, 40, 60]))
    assert grid.across == (0, 100, 200)
    assert grid.down == (0, 20, 40, 60)
    assert set(grid.cells) == cells(3, 2)


def test_frames_of_cells_that_touch_are_one_grid():
    boxes = [Box(0, x, y, x + 100, y + 20) for x in (0, 101) for y in (0, 21, 42)]
    grid = grid_of([rule for box in boxes for rule in edges_of(box)])
    assert (grid.rows, grid.columns) == (3, 2)
    assert set(grid.cells) == cells(3, 2)


def test_a_cell_reaches_over_columns_and_rows_that_no_rule_parts():
    rules = [level(0, 0, 300), level(20, 100, 300), level(40, 0, 300), level(60, 0, 300)]
    rules += [upright(0, 0, 60), upright(100, 0, 60), upright(200, 20, 60), upright(300, 0, 60)]
    found = set(grid_of(rules).cells)
    assert GridCell(0, 0, 2, 1) in found
    assert GridCell(0, 1, 1, 2) in found
    assert {GridCell(1, 1), GridCell(1, 2), GridCell(2, 0), GridCell(2, 2)} <= found


def test_open_sides_are_where_the_rules_across_end():
    grid = grid_of([level(0, 0, 200), level(20, 0, 200), level(40, 0, 200), upright(120, 0, 40)])
    assert grid.across == (0, 120, 200)
    assert set(grid.cells) == cells(2, 2)


def test_a_rule_that_stands_apart_is_no_part_of_a_grid():
    rules = [*ruled([0, 100, 200], [0, 20, 40]), level(400, 0, 200)]
    assert grid_of(rules).down == (0, 20, 40)


def test_two_grids_on_one_page_are_two():
    rules = [*ruled([0, 100, 200], [0, 20, 40]), *ruled([0, 100, 200], [300, 320, 340])]
    assert [grid.down[0] for grid in grids_of(joined(rules))] == [0, 300]


def test_double_rules_and_frames_in_frames_leave_no_columns_without_room():
    rules = ruled([0, 4, 100, 105, 200], [0, 20, 40])
    assert grid_of(rules).columns == 2


def test_a_grid_is_widened_by_the_columns_at_its_sides():
    grid = grid_of(ruled([100, 200, 300], [0, 20, 40])).widened(20, 300)
    assert grid.across == (20, 100, 200, 300)
    assert set(grid.cells) == cells(2, 3)
    both = grid_of(ruled([100, 200], [0, 20, 40])).widened(20, 260)
    assert set(both.cells) == cells(2, 3)


def test_fills_of_one_colour_that_touch_have_no_edge_between_them():
    lines = [Fill(Box(0, 0, y, 100, y + 12), 0xDDEEFF) for y in (0, 12, 24)]
    assert sorted(rule.at for rule in edges_of_fills(lines) if not rule.upright) == [0, 36]
    banded = [Fill(Box(0, 0, y, 100, y + 12), colour) for y, colour in ((0, 0xDDEEFF), (12, 0xFFEEDD))]
    assert sorted({rule.at for rule in joined(edges_of_fills(banded)) if not rule.upright}) == [0, 12, 24]


def test_pieces_of_one_line_are_one_rule_and_gaps_part_it():
    rules = joined([level(10, 0, 50), level(10.5, 50, 90), level(10, 150, 200), level(30, 0, 10)])
    assert [(rule.begin, rule.end) for rule in rules] == [(0, 90), (150, 200), (0, 10)]


@pytest.mark.parametrize("kind", ["hatching", "comb"])
def test_many_rules_take_time_in_proportion(kind):
    def spent(count: int) -> float:
        rules = [level(3.5 * n, 0, 500) for n in range(count)]
        rules += (
            ruled([0, 500], [0, 5000])
            if kind == "comb"
            else [upright(3.5 * n, 0, 9000) for n in range(count)]
        )
        begin = time.process_time()
        grids_of(joined(rules))
        return time.process_time() - begin

    spent(50)
    # Four times as many rules make sixteen times as many squares; beyond a limit none is looked at.
    assert spent(1600) < 40 * spent(400) + 0.05
