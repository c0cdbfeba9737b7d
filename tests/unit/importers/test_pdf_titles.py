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
