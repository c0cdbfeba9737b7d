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


@pytest.mark.parametrize("size", [18, 10])
def test_a_report_to_the_exchange_commission_is_called_like_the_company_that_files_it(size):
    paper = Paper()
    for text, top in (("UNITED STATES", 40), ("SECURITIES AND EXCHANGE COMMISSION", 54)):
        paper.line(text, 100, top, 13, "Helvetica-Bold")
    paper.line("Washington, D.C. 20549", 150, 68, 13, "Helvetica-Bold")
    paper.line("FORM 10-Q", 170, 90, 16, "Helvetica-Bold")
    paper.line("Wellesley Water Inc.", 150, 130, size, "Helvetica-Bold")
    paper.line("(Exact name of Registrant as specified in its charter)", 100, 145, 8)
    paper.lines(TEXT, top=180)
    assert paper.read().metadata.title == "Wellesley Water Inc."


def test_a_notice_of_the_federal_register_is_called_like_its_subject():
    paper = Paper()
    paper.line("Proposed Rules", 60, 50, 18, "Helvetica-Bold")
    paper.lines(TEXT, top=70)
    paper.line("DEPARTMENT OF TRANSPORTATION", 60, 150, 10, "Helvetica-Bold")
    paper.line("[Docket No. FAA-2020-0686]", 60, 180, 9, "Helvetica-Bold")
    paper.line("Directives on Wells; The Wellesley", 60, 210, 10, "Helvetica-Bold")
    paper.line("Companies", 60, 222, 10, "Helvetica-Bold")
    paper.line("AGENCY: Department of Transportation.", 60, 246)
    paper.line("ACTION: Notice of proposed rulemaking.", 60, 266)
    paper.line("SUMMARY: The wells of the valley are to be closed.", 60, 286)
    paper.lines(TEXT, top=300)
    assert paper.read().metadata.title == "Directives on Wells; The Wellesley Companies"
