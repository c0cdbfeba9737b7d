from dataclasses import replace

from deskbrief.analysis.pipeline import outline_of
from deskbrief.analysis.steps import finish
from deskbrief.document.model import Coverage, LeftOut
from deskbrief.document.outline import Outline
from deskbrief.services.outline_markdown import outline_markdown
from helpers.documents import paragraphs


def told(coverage: Coverage) -> str:
    return outline_markdown("a.txt", replace(paragraphs("One."), coverage=coverage), Outline())


def test_the_outline_ends_with_what_was_read():
    words = told(Coverage(75, (LeftOut("navigation", 25, "Home"),), ("One picture is not shown: “a_b”.",)))
    assert words.endswith(
        "## What was read\n\n- 75 % of the text in this file.\n- One picture is not shown: “a\\_b”.\n"
        "- Left out: navigation, 25 characters\n"
    )


def test_the_outline_of_a_damaged_file_says_so():
    words = told(Coverage(75, (), ("A part of this file is damaged.",), whole=False))
    assert "- Only a part of this file could be read.\n- A part of this file is damaged.\n" in words
    assert "100 %" not in words


def test_times_that_name_no_point_are_one_line():
    document = paragraphs("It is better now than recently; the near future is bright.", "They met last week.")
    text = outline_markdown("a.txt", document, finish(outline_of(document, "")))
    assert "- “now”, “recently”, “the near future”: 3 in all, which name no point in time" in text
    assert "- “last week”: It counts from the day of writing" in text
