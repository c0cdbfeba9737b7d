"""Who wrote a PDF, by the words of its first pages."""

from __future__ import annotations

import pytest

from helpers.papers import TEXT, Paper
from helpers.reading import headings


def byline(*lines: str, title: str = "The wells of the valley", author: str = "") -> str:
    """Return the byline of a paper with these lines below its title."""
    paper = Paper()
    paper.canvas.setAuthor(author)
    paper.line(title, 60, 60, 20, "Helvetica-Bold")
    for number, line in enumerate(lines):
        paper.line(line, 60, 100 + 30 * number, 11)
    paper.lines(TEXT, top=300)
    return paper.read().metadata.byline


@pytest.mark.parametrize(
    "lines",
    [
        ("Statement of Ruth M. Adler, Esq., Council of Wells",),
        ("Speech by", "Ruth M. Adler*"),
        ("Remarks by Dr. Ruth M. Adler",),
        ("Testimony of", "Ruth M. Adler", "Director of Wells"),
        ("By Ruth M. Adler",),
        ("Ruth M. Adler", "University of the Valley"),
    ],
)
def test_the_person_who_is_named_below_a_title_is_the_author(lines):
    assert byline(*lines) == "Ruth M. Adler"


def test_several_names_above_their_addresses_are_the_authors():
    assert byline("Ruth Adler1* and Bo Ray†", "adler@valley.example") == "Ruth Adler, Bo Ray"


@pytest.mark.parametrize(
    "lines",
    [
        ("Executive Summary", "The wells were looked at in the summer of the year."),
        ("By Age Group and Year", "State of the wells"),
        ("Valley Water Ltd", "University of the Valley"),
        ("Statement of Accounts",),
        ("Statement of Cash Flows",),
        ("Statement of Financial Position", "The board was told of it."),
        ("Address of Principal Executive Offices",),
        ("New York", "Ministry of Wells"),
        ("Final Report", "Ministry of Wells"),
        ("Main Findings", "Summary"),
    ],
)
def test_other_words_below_a_title_are_no_authors(lines):
    assert byline(*lines) == ""


def test_an_office_that_the_file_states_gives_way_to_the_person_named():
    assert byline("Statement of Ruth M. Adler", author="Council of the Valley") == "Ruth M. Adler"
    assert byline("State of the wells", author="Council of the Valley") == "Council of the Valley"
    assert byline("Statement of Cash Flows", author="Ministry of Wells") == "Ministry of Wells"


def test_the_name_of_a_series_above_a_title_and_authors_below_it_head_nothing():
    paper = Paper()
    paper.line("Papers on water and land", 60, 50, 13, "Helvetica-Bold")
    paper.line("The wells of the valley", 60, 80, 20, "Helvetica-Bold")
    paper.line("Ruth Adler", 60, 110, 13, "Helvetica-Bold")
    paper.line("University of the Valley", 60, 125, 13, "Helvetica-Bold")
    paper.line("The role of the council", 60, 145, 13, "Helvetica-Bold")
    top = 165
    for name in ("Summary", "What was found", "What was done"):
        paper.line(name, 60, top, 13, "Helvetica-Bold")
        top = paper.lines(TEXT, top=top + 18) + 20
    assert [text for text, _ in headings(paper.read())] == [
        "The role of the council",
        "Summary",
        "What was found",
        "What was done",
    ]
