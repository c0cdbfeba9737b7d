"""Heads of tables of PDFs without rules: over several columns, and painted after their table."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind, Document
from helpers.papers import TEXT, Paper
from helpers.reading import of_kind

YEARS = ("2019\u201320", "2020\u201321", "2021\u201322", "2022\u201323")


def rows_of(document: Document) -> list[list[tuple[str, int]]]:
    """Return the cells of the only table, each with the number of its columns."""
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [[(document.quote(cell.span), cell.col_span) for cell in row.cells] for row in table.rows]


def figures(paper: Paper, top: float) -> None:
    """Write a table of a head and four rows, of which each has a text and four figures."""
    paper.line("Region", 60, top)
    for column, year in enumerate(YEARS):
        paper.line(year, 150 + 60 * column, top)
    for row, name in enumerate(("North", "East", "South", "West")):
        paper.line(name, 60, top + 13 * (row + 1))
        for column in range(4):
            figure = f"{row + 3},{100 + 37 * column}"
            paper.line(figure, 185 + 60 * column - paper.canvas.stringWidth(figure), top + 13 * (row + 1))


def centred(paper: Paper, text: str, middle: float, top: float) -> None:
    paper.line(text, middle - paper.canvas.stringWidth(text, "Helvetica", 10) / 2, top)


def test_heads_that_are_painted_after_their_table_reach_over_their_columns():
    paper = Paper()
    paper.lines(TEXT)
    figures(paper, 193)
    centred(paper, "Actual number of wells", 197, 180)
    centred(paper, "Projected number of wells", 317, 180)
    document = paper.read()
    first, second, *rows = rows_of(document)
    assert first == [("", 1), ("Actual number of wells", 2), ("Projected number of wells", 2)]
    assert second == [(text, 1) for text in ("Region", *YEARS)]
    assert len(rows) == 4
    assert of_kind(document, BlockKind.PARAGRAPH) == [" ".join(TEXT)]


def named(paper: Paper, names: tuple[str, ...], middles: list[float]) -> None:
    """Write a table of ports with columns of these names below what is written at 180 points."""
    for row, port in enumerate(("Port", "North", "East", "South", "West", "Upper")):
        paper.line(port, 60, 193 + 13 * row)
        for column, (name, middle) in enumerate(zip(names, middles, strict=True), 1):
            centred(paper, str(100 + 37 * row * column) if row else name, middle, 193 + 13 * row)


def test_heads_do_not_take_the_columns_of_the_heads_beside_them():
    paper = Paper()
    paper.lines(TEXT)
    middles = [170.0 + 70 * column for column in range(6)]
    centred(paper, "Boats that were kept", (middles[1] + middles[2]) / 2, 180)
    centred(paper, "Boats that were sold", (middles[3] + middles[4]) / 2, 180)
    names = ("Crew", "2023", "2024", "2023", "2024", "Total")
    named(paper, names, middles)
    first, second, *rows = rows_of(paper.read())
    assert first == [("", 1), ("", 1), ("Boats that were kept", 2), ("Boats that were sold", 2), ("", 1)]
    assert second == [(text, 1) for text in ("Port", *names)]
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("names", "above"),
    [
        (("2021", "2022", "2023", "2024"), [("Place", 1), ("Boats that were kept", 4)]),
        (("Crew", "2023", "2024", "Total"), [("Place", 1), ("", 1), ("Boats that were kept", 2), ("", 1)]),
    ],
)
def test_heads_reach_beyond_their_text_over_years_alone(names: tuple[str, ...], above: list[tuple[str, int]]):
    paper = Paper()
    paper.lines(TEXT)
    middles = [170.0 + 70 * column for column in range(4)]
    centred(paper, "Boats that were kept", (middles[1] + middles[2]) / 2, 180)
    paper.line("Place", 60, 180)
    named(paper, names, middles)
    assert rows_of(paper.read())[0] == above


def test_a_caption_is_no_head_of_the_table_below_it():
    paper = Paper()
    paper.lines(TEXT)
    centred(paper, "Table 4. Wells of the regions by year", 257, 180)
    figures(paper, 193)
    document = paper.read()
    assert of_kind(document, BlockKind.CAPTION) == ["Table 4. Wells of the regions by year"]
    assert rows_of(document)[0] == [(text, 1) for text in ("Region", *YEARS)]


def test_no_table_takes_the_rows_of_another_for_its_head_in_whatever_order_they_are_painted():
    paper = Paper()
    figures(paper, 193)
    paper.lines(TEXT, top=400)
    figures(paper, 127)
    document = paper.read()
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert [len(table.rows) for table in tables] == [5, 5]


def test_the_last_cell_of_a_table_without_rules_has_all_of_its_lines_and_its_source_none():
    paper = Paper()
    top = paper.lines(TEXT, top=60) + 24
    said = (
        "The council counts the wells of the valley again",
        "in each spring, and says which are dry so that",
    )
    for name in ("Counting", "Closing", "Telling"):
        paper.line(name, 60, top)
        for line in (*said, "nobody looks for water there."):
            paper.line(line, 150, top)
            top += 12
        top += 4
        for line in said if name != "Counting" else ():
            paper.line(line, 150, top)
            top += 12
        top += 6
    paper.line("Source: Council", 150, top, 7)
    paper.line("What the council", 60, top + 30, 13)
    paper.lines(TEXT, left=150, top=top + 30)
    document = paper.read()
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    rows = [[document.quote(cell.span) for cell in row.cells] for row in table.rows]
    whole = " ".join((*said, "nobody looks for water there."))
    twice = f"{whole} {' '.join(said)}"
    assert rows == [["Counting", whole], ["Closing", twice], ["Telling", twice]]
