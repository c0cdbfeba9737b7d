"""What a PDF is called: by its first page where its properties say something else."""

import pytest

from helpers.papers import TEXT, Paper


def titled(stated: str, shown: str) -> str:
    """Return the title of a PDF whose properties state one and whose first page shows one."""
    paper = Paper()
    paper.canvas.setTitle(stated)
    paper.line(shown, 60, 60, 18, "Helvetica-Bold")
    paper.lines(TEXT)
    return paper.read().metadata.title


@pytest.mark.parametrize("stated", ["Strategic plan for the trails of Prescott", "Title", "FORM 10-Q"])
def test_a_stated_title_that_stands_nowhere_gives_way_to_the_one_on_the_page(stated):
    assert titled(stated, "Master plan of transport in Chelsea") == "Master plan of transport in Chelsea"


def test_a_stated_title_that_says_more_of_the_same_stays():
    stated = "GAO-06-282: The wells of the valley and the regional council"
    assert titled(stated, "The wells of the valley") == stated


def test_the_name_of_a_kind_of_paper_is_no_title():
    assert titled("", "Proposed Rules") == ""


@pytest.mark.parametrize(
    "organ", ["General Assembly", "General Assembly Distr.: General", "Human Rights Council"]
)
def test_the_organ_that_a_paper_comes_from_is_not_its_title(organ):
    paper = Paper()
    paper.line(organ, 60, 50, 20, "Helvetica-Bold")
    paper.line("Compilation on Wellesley", 60, 90, 14, "Helvetica-Bold")
    paper.lines(TEXT, top=120)
    assert paper.read().metadata.title == "Compilation on Wellesley"


def test_the_organ_is_the_title_where_no_other_line_is_large():
    paper = Paper()
    paper.line("Human Rights Council", 60, 50, 20, "Helvetica-Bold")
    paper.lines(TEXT, top=120)
    assert paper.read().metadata.title == "Human Rights Council"


def test_a_paper_is_of_the_day_on_which_it_was_distributed():
    paper = Paper()
    paper.line("General Assembly", 60, 50, 20, "Helvetica-Bold")
    paper.line("Distr.: General", 300, 50)
    paper.line("24 March 2025", 300, 62)
    paper.line("Original: English", 300, 74)
    paper.line("16 June–11 July 2025", 60, 110)
    paper.lines(TEXT, top=140)
    assert paper.read().metadata.published.edtf == "2025-03-24"


def test_the_mark_of_a_note_is_no_part_of_the_title():
    assert titled("", "Report of the working group on wells*") == "Report of the working group on wells"
