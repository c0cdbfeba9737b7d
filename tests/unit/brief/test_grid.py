from __future__ import annotations

import pytest

from deskbrief.brief.fonts import Fonts
from deskbrief.brief.grid import Column, apportioned, column_widths
from deskbrief.brief.lines import Run
from deskbrief.brief.styles import CELL
from deskbrief.brief.text import Typesetter
from deskbrief.brief.textblock import TextBlock


def test_a_cell_far_down_a_long_table_is_not_broken() -> None:
    setter = Typesetter(Fonts())

    def cells(*words: str) -> list[TextBlock]:
        return [TextBlock(setter, [Run(word, CELL)], None) for word in words]

    rows = [cells("Act", "must", "¶1") for _ in range(500)] + [cells("Act", "should consider", "¶2522")]
    columns = [Column("Action"), Column("Strength", 92.0), Column("Ref", 84.0)]
    widths = column_widths(columns, rows, 400.0)
    assert [cell.line_count(width) for cell, width in zip(rows[-1], widths, strict=True)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({0: (50, 1)}, {0: 300}),
        ({0: (50, 1), 1: (900, 1)}, {0: 50, 1: 250}),
        ({0: (900, 1), 1: (50, 1)}, {0: 250, 1: 50}),
        ({0: (900, 1), 1: (900, 2)}, {0: 100, 1: 200}),
        ({0: (50, 1), 1: (60, 1)}, {0: 50, 1: 250}),
        ({0: (50, 1), 1: (400, 1), 2: (500, 1)}, {0: 50, 1: 125, 2: 125}),
        ({}, {}),
    ],
)
def test_columns_get_what_they_want_up_to_their_share(
    wanted: dict[int, tuple[float, float]], expected: dict[int, float]
) -> None:
    assert apportioned(wanted, 300) == pytest.approx(expected)
