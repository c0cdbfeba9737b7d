"""What is painted apart on the pages of a PDF and belongs together, and what only looks like a note."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from helpers.papers import TEXT, Paper
from helpers.reading import headings, of_kind


def test_the_rest_of_a_line_after_a_raised_mark_goes_on_with_it_though_it_is_painted_later():
    paper = Paper()
    first = "The council met again in May 2019,"
    right = 60 + paper.canvas.stringWidth(first, "Helvetica", 10)
    paper.line(first, 60, 100)
    paper.line("1", right, 97, 6)
    paper.line("The next meeting was held in the town hall in June.", 60, 160)
    paper.line("and heard nine witnesses.", right + 6, 100)
    text = paper.read().text
    assert "in May 2019,1 and heard nine witnesses." in text


def test_a_running_foot_in_two_parts_is_known_by_other_pages_where_it_is_one_line():
    paper = Paper()
    for number in range(1, 4):
        paper.lines(TEXT)
        if number == 1:
            paper.line("Report of the council on the wells", 200, 570)
            paper.line("The wells were looked at in the summer.", 60, 300)
            paper.line("Page 1", 60, 570)
        else:
            paper.line(f"Page {number}", 60, 570)
            paper.line("Report of the council on the wells", 200, 570)
        paper.turn()
    assert "Report of the council on the wells" not in paper.read().text


def test_rows_of_small_figures_at_the_bottom_of_a_page_are_no_footnotes():
    paper = Paper()
    paper.lines(TEXT)
    for row in range(6):
        for column in range(5):
            paper.line(f"{(row * 7 + column) % 9}", 60 + 40 * column, 480 + 12 * row, 8)
        paper.line(f"Well number {row}", 270, 480 + 12 * row, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == []


def test_small_numbered_lines_that_nothing_refers_to_are_no_footnotes():
    paper = Paper()
    paper.lines(TEXT)
    for number in range(1, 7):
        paper.line(f"{number}. The well of farm {number} was dry.", 60, 480 + 12 * number, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == []


def test_cells_with_lines_as_wide_as_a_text_are_in_their_rows():
    paper = Paper()
    top = 100
    for number in range(1, 5):
        paper.line(f"Section {number}", 40, top, 8)
        paper.line("Wells that were found to be dry by the inspectors of the", 110, top, 8)
        paper.line("council in the course of the year and before it", 110, top + 10, 8)
        paper.line("None", 370, top, 8)
        top += 34
    document = paper.read()
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    rows = [[document.quote(cell.span) for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["Section 1", "Section 2", "Section 3", "Section 4"]
    assert rows[1][1].endswith("inspectors of the council in the course of the year and before it")


def test_small_capitals_with_figures_and_abbreviations_are_one_heading():
    paper = Paper()
    paper.lines(TEXT, top=60)
    left = 60.0
    for word in ("WELLS", "OF", "THE", "U.S.", "COUNCIL", "1978"):
        large = word[:1] if word.isalpha() else word
        paper.line(large, left, 150, 14, "Helvetica-Bold")
        left += paper.canvas.stringWidth(large, "Helvetica-Bold", 14)
        if word.isalpha():
            paper.line(word[1:], left, 150, 11, "Helvetica-Bold")
            left += paper.canvas.stringWidth(word[1:], "Helvetica-Bold", 11)
        left += 4
    paper.line("AND ITS FARMERS", 60, 167, 14, "Helvetica-Bold")
    paper.lines(TEXT, top=190)
    paper.lines(TEXT, top=260)
    assert [title for title, _ in headings(paper.read())] == [
        "WELLS OF THE U.S. COUNCIL 1978 AND ITS FARMERS"
    ]
