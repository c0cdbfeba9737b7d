"""Footnotes of a PDF: those in letters of the text, and the marks that they begin with."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from helpers.papers import TEXT, Paper
from helpers.reading import of_kind

NOTE = (
    "The wells of the upper valley are named in the report of the",
    "council, § 12 of which tells their state.",
)


def noted(top: float, *, referred: bool = True) -> Paper:
    """Return a page of text, and a line with a raised number in letters of the text at this height."""
    paper = Paper()
    for start in (100, 160, 220):
        paper.lines(TEXT, top=start)
    if referred:
        width = paper.canvas.stringWidth(TEXT[-1], "Helvetica", 10)
        paper.line("1", 60 + width, 220 + 36 - 4, 6)
    paper.line("1", 72, top - 4, 6)
    paper.line(NOTE[0], 76, top)
    paper.line(NOTE[1], 60, top + 12)
    return paper


def test_a_note_in_letters_of_the_text_is_one_where_a_mark_leads_to_it():
    assert of_kind(noted(400).read(), BlockKind.FOOTNOTE) == [" ".join(NOTE)]


def test_a_raised_number_that_nothing_refers_to_begins_no_note():
    assert of_kind(noted(400, referred=False).read(), BlockKind.FOOTNOTE) == []


def test_a_raised_number_right_below_the_text_begins_no_note():
    assert of_kind(noted(268).read(), BlockKind.FOOTNOTE) == []


def test_the_section_of_a_law_begins_no_note_of_its_own():
    paper = Paper()
    paper.lines(TEXT)
    paper.line("1", 60 + paper.canvas.stringWidth(TEXT[-1], "Helvetica", 10), 132, 6)
    paper.line("1", 60, 496, 5)
    paper.line("The council acts by the law on wells and rivers of the valley,", 64, 500, 8)
    paper.line("§§ 12 and 13 of which name it.", 60, 510, 8)
    document = paper.read()
    assert of_kind(document, BlockKind.FOOTNOTE) == [
        "The council acts by the law on wells and rivers of the valley, §§ 12 and 13 of which name it."
    ]


def test_the_bracket_after_the_mark_of_a_note_is_no_part_of_it():
    paper = Paper()
    paper.lines(TEXT)
    paper.line("1", 60 + paper.canvas.stringWidth(TEXT[-1], "Helvetica", 10), 132, 6)
    paper.line("1) The wells of the upper valley.", 60, 500, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == ["The wells of the upper valley."]
