"""Titles and authors of PDFs, by what the file and its first page say."""

import pytest

from deskbrief.importers.dates import date_line
from helpers.papers import TEXT, Paper


def memo(author: str = "", title: str = "", sender: str = "", subject: str = "") -> Paper:
    """Return a page of running text with the head of a memorandum."""
    paper = Paper()
    paper.canvas.setAuthor(author)
    paper.canvas.setTitle(title)
    top = 60.0
    for line in (sender, subject):
        if line:
            paper.line(line, 60, top)
            top += 30
    paper.lines(TEXT, top=top + 20)
    return paper


@pytest.mark.parametrize("title", ["Date:", "From :", "Report no:", "I I I I", "1 - 2 - 3"])
def test_labels_and_lone_letters_are_no_title(title: str):
    assert memo(title=title).read().metadata.title == ""


@pytest.mark.parametrize("title", ["Wells: a history", "IV. The wells", "水利報告書"])
def test_a_title_in_the_properties_counts(title: str):
    assert memo(title=title).read().metadata.title == title


def test_large_letters_without_a_word_are_no_title():
    paper = Paper()
    paper.line("I I I I I", 60, 50, 22)
    paper.line("Report on the Wells", 60, 90, 16)
    paper.lines(TEXT, top=150)
    assert paper.read().metadata.title == "Report on the Wells"


def test_the_subject_of_a_memorandum_is_its_title():
    paper = memo(title="Date:", subject="Subject: The wells of the valley in 2012")
    assert paper.read().metadata.title == "The wells of the valley in 2012"


def test_an_author_has_no_addresses():
    assert (
        memo(author="Ministry of Wells, http://www.wells.example").read().metadata.byline
        == "Ministry of Wells"
    )
    assert memo(author="Ann Lee; ann@wells.example").read().metadata.byline == "Ann Lee"
    assert memo(author="www.wells.example").read().metadata.byline == ""
    assert memo(author="Ann Customer Roe").read().metadata.byline == "Ann Customer Roe"


@pytest.mark.parametrize(
    "author", ["Windows User", "FDA USER", "Registered to: WELLS Ltd", "Document author"]
)
def test_what_a_program_fills_in_is_no_author(author):
    assert memo(author=author).read().metadata.byline == ""


def test_the_sender_of_a_memorandum_counts_more_than_an_office():
    sender = "From: Ann Lee, Inspector General"
    assert memo(author="Ministry of Wells", sender=sender).read().metadata.byline == "Ann Lee"
    assert memo(author="Bo Ray", sender=sender).read().metadata.byline == "Bo Ray"
    assert (
        memo(author="Ministry of Wells", sender="From: the wells").read().metadata.byline
        == "Ministry of Wells"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("October 1, 2012, through March 31, 2013",),
        ("October 1, 2012 through", "March 31, 2013"),
        ("1 October 2012 – 31 March 2013",),
    ],
)
def test_a_period_of_reporting_is_not_the_day_of_the_report(lines: tuple[str, ...]):
    assert date_line([*lines, "May 4, 2013"]).edtf == "2013-05-04"
    assert date_line(lines) is None


@pytest.mark.parametrize(
    "line", ["October 1, 2012 - Washington", "October 1, 2012", "Adopted October 1, 2012"]
)
def test_a_day_with_a_place_is_no_period(line: str):
    assert date_line([line]).edtf == "2012-10-01"


def test_a_memorandum_has_the_day_in_its_head():
    paper = Paper()
    for number, (name, value) in enumerate((("Date:", "November 7, 2012"), ("To:", "The Commissioners"))):
        paper.line(name, 60, 60 + 14 * number)
        paper.line(value, 140, 60 + 14 * number)
    paper.lines(TEXT, top=120)
    assert paper.read().metadata.published.wording == "November 7, 2012"


def under_title(*lines: str, space: float = 40) -> Paper:
    """Return a page with a title, lines close below it, and running text after `space` points."""
    paper = Paper()
    paper.line("Report on the Wells", 60, 60, 20)
    top = 60.0
    for line in lines:
        top += 16
        paper.line(line, 60, top, 11 if space > 20 else 10)
    paper.lines(TEXT, top=top + space)
    return paper


@pytest.mark.parametrize(
    ("lines", "space"),
    [
        (("12 June 2024",), 40),
        (("12 June 2024",), 12),
        (("12 June 2024", "Ann Lee and Bo Ray, the Institute of Wells of the upper valley"), 40),
        (("What the council of the valley said about them and why it matters now", "12 June 2024"), 40),
    ],
)
def test_a_date_under_the_title_counts_more_than_the_properties(lines: tuple[str, ...], space: float):
    published = under_title(*lines, space=space).read().metadata.published
    assert (published.edtf, published.is_guess) == ("2024-06-12", False)


@pytest.mark.parametrize("before", ["How the council came to hear nine witnesses about its wells on", "A,"])
def test_a_date_to_which_a_line_leads_is_not_that_of_the_text(before: str):
    more = "and how its members thought about what they had heard from them afterwards"
    assert under_title(before, "12 June 2024", more).read().metadata.published.is_guess


def headed(rows: tuple[tuple[str, str], ...], *after: str) -> Paper:
    """Return a page with the head of a memorandum laid out as a table, lines below it, and running text."""
    paper = Paper()
    for number, (name, value) in enumerate(rows):
        paper.line(name, 60, 60 + 14 * number)
        paper.line(value, 140, 60 + 14 * number)
    for number, line in enumerate(after):
        paper.line(line, 140, 110 + 30 * number)
    paper.lines(TEXT, top=200)
    return paper


def test_a_subject_that_the_head_of_a_memorandum_cuts_goes_on_below_it():
    rows = (("To:", "The Commissioners"), ("Subject:", "The wells of the valley and the Act on the"))
    title = headed(rows, "Wells and Ponds of 2010").read().metadata.title
    assert title == "The wells of the valley and the Act on the Wells and Ponds of 2010"


def test_a_day_alone_in_a_cell_of_the_first_page_is_that_of_the_paper():
    paper = headed((("Copy 9", "(2004-7601)"), ("16 July 2007", "Assistant for Wells")))
    assert paper.read().metadata.published.edtf == "2007-07-16"


def test_initials_are_no_marker_of_a_list():
    paper = Paper()
    paper.line("U. S. Commission on Wells", 60, 60)
    paper.lines(TEXT, top=120)
    assert "U. S. Commission on Wells" in paper.read().text


def test_the_number_before_a_subject_is_no_part_of_the_title():
    assert memo(title="W-13-2, Subject: Wells of the valley").read().metadata.title == "Wells of the valley"
