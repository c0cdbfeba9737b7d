"""The whole text of a source as a section of a brief."""

from __future__ import annotations

from deskbrief.services.wholetext import passages
from helpers.reading import read

TABLE = b"""<html><body><article><h1>The quays of the harbour</h1>
<p>The board of the harbour told how often each of the quays was inspected in these two years.</p>
<table><tr><th rowspan="2">Quay</th><th colspan="2">2021</th><th colspan="2">2022</th></tr>
<tr><th>Times</th><th>Days</th><th>Times</th><th>Days</th></tr>
<tr><td>North</td><td>12</td><td>30</td><td>14</td><td>31</td></tr></table></article></body></html>"""


def test_cells_stand_in_their_columns_below_cells_that_reach_over_several():
    document = read(TABLE, "a.html")
    (table,) = (row for row in passages(document, ()).passages if row.cells)
    assert table.cells == (
        ("Quay", "2021", "", "2022", ""),
        ("", "Times", "Days", "Times", "Days"),
        ("North", "12", "30", "14", "31"),
    )
