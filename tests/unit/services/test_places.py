"""Where a reader is, and the passages that readers name."""

from dataclasses import replace

import pytest

from deskbrief.document.citing import place_words
from deskbrief.document.model import PageBreak
from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.passages import passage_for
from deskbrief.services.places import READING_SPEED, Place, place_at, section_at
from helpers.documents import paragraphs

LONG = " ".join(["word"] * READING_SPEED)
PLAIN = paragraphs("First.", LONG, "Last one.")
DOCUMENT = replace(PLAIN, pages=(PageBreak(0, "iv"), PageBreak(8, "1")))
OUTLINE = Outline(
    sections=(Section("All", 1, 0, len(PLAIN.text)), Section("First", 2, 0, 6), Section("Rest", 2, 8, 2_000))
)


def test_a_place_names_the_innermost_section_and_the_time_that_is_left():
    assert place_at(DOCUMENT, OUTLINE, 8) == Place("Rest", 2, 3, "1", 1)
    assert place_at(DOCUMENT, OUTLINE, len(DOCUMENT.text) - 1).minutes_left == 0
    assert place_at(DOCUMENT, None, 0).section == ""


def test_behind_all_sections_and_before_the_first_none_is_named():
    outline = Outline(sections=(Section("First", 1, 2, 6), Section("Rest", 1, 8, 20)))
    assert [section_at(outline, at) for at in (0, 1, 6, 7, 20, 99)] == [None] * 6
    assert section_at(outline, 2) == outline.sections[0]
    assert section_at(outline, 19) == outline.sections[1]


def test_between_inner_sections_the_outer_one_is_named():
    assert place_at(DOCUMENT, OUTLINE, 7).section == "All"


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("2", 8),
        ("¶ 3", len(PLAIN.text) - 9),
        ("para 1", 0),
        ("p. IV", 0),
        ("page 1", 8),
        ("p1", 8),
        ("0 %", 0),
        ("100%", len(PLAIN.text) - 9),
        ("5%", len(PLAIN.text) - 9),
    ],
)
def test_a_passage_is_found_by_what_the_reader_says(said, start):
    assert passage_for(DOCUMENT, said).start == start


@pytest.mark.parametrize("said", ["", "0", "4", "p. 99", "p.", "somewhere", "9" * 30])
def test_what_is_no_place_is_none(said):
    assert passage_for(DOCUMENT, said) is None
    assert passage_for(paragraphs(), said) is None


def test_a_page_may_begin_at_the_end_of_the_text():
    assert passage_for(replace(PLAIN, pages=(PageBreak(len(PLAIN.text), "9"),)), "p. 9") == Span(
        len(PLAIN.text), len(PLAIN.text) + 1
    )


def test_a_page_that_prints_no_number_is_found_by_its_place_unless_another_prints_it():
    pages = (PageBreak(0, "[1]"), PageBreak(4, "[2]"), PageBreak(8, "1"))
    document = replace(PLAIN, pages=pages)
    assert passage_for(document, "p. 2").start == 4
    assert passage_for(document, "p. 1").start == 8
    assert passage_for(document, "p. [1]").start == 0


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", "¶4"),
        ("12", "p. 12, ¶4"),
        ("iv", "p. iv, ¶4"),
        ("[2]", "p. [2], ¶4"),
        ("A-3", "p. A-3, ¶4"),
        ("Executive Summary ii", "p. ii, ¶4"),
        ("Cover Page", "Cover Page, ¶4"),
        ("Appendix with a long name", "Appendix with a lo, ¶4"),
    ],
)
def test_a_page_is_named_by_its_number_or_its_words(page, expected):
    assert place_words(page, "¶4") == expected
