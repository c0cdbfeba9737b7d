"""Captions of a PDF and sentences that only begin like one."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_captions import is_caption
from helpers.papers import TEXT, Paper
from helpers.reading import of_kind


@pytest.mark.parametrize(
    "text",
    [
        "Figure 2. Exports by year",
        "Fig. 3",
        "TABLE IV RESULTS",
        "Table 3-1 Wells by farm",
        "Figure ES-1. Wells",
        "Tableau 3 : Les puits",
        "Abbildung 2.1 Brunnen im Tal",
        "Table 2 (continued)",
        "Figure 4: wells of the valley",
        "Photo: the valley in May",
        "TABLE. Wells by farm",
        "TABLE 5J : WELLS BY FARM",
    ],
)
def test_a_number_and_what_follows_make_a_caption(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Table 2 shows how many wells there are.",
        "Charts 8 and 9 plot the rainfall.",
        "Figure 2.1 of the report",
        "Table of contents",
        "Map of the valley",
        "Figures for the year are not known yet.",
    ],
)
def test_a_sentence_about_a_table_is_no_caption(text):
    assert not is_caption(text)


def test_a_paragraph_about_a_chart_is_read_as_one():
    paper = Paper()
    paper.lines(("Chart 4 plots the rainfall of the valley against the state of", *TEXT[1:]))
    paper.line("Chart 4 Rainfall of the valley", 60, 200)
    paper.lines(TEXT, top=240)
    assert of_kind(paper.read(), BlockKind.CAPTION) == ["Chart 4 Rainfall of the valley"]


def figures(paper: Paper, top: float) -> float:
    """Draw a table of four rows."""
    for number in range(4):
        paper.line(f"District {number}", 60, top)
        paper.line(f"{17 * number + 3}", 200, top)
        paper.line(f"{11 * number + 5}", 280, top)
        top += 14
    return top


def test_what_a_table_says_below_it_of_its_figures_is_no_text():
    paper = Paper()
    top = figures(paper, paper.lines(TEXT, top=60) + 14)
    note = ("NOTE: Wells are counted once a year, in the spring, and", "not those that are dry.")
    source = "SOURCE: Council of the valley, 2019"
    top = paper.lines((*note, source), top=top + 6)
    paper.lines(TEXT, top=top + 20)
    document = paper.read()
    assert of_kind(document, BlockKind.CAPTION) == [" ".join(note), source]
    assert of_kind(document, BlockKind.PARAGRAPH) == [" ".join(TEXT)] * 2


def test_a_paragraph_of_the_text_that_begins_with_note_stays_one():
    paper = Paper()
    top = paper.lines(TEXT, top=60) + 14
    paper.lines(("Note: the council meets again in the spring, when the", *TEXT[1:]), top=top)
    assert not of_kind(paper.read(), BlockKind.CAPTION)


def test_what_a_mark_leads_to_right_below_a_table_is_no_text():
    paper = Paper()
    top = figures(paper, paper.lines(TEXT, top=60) + 14)
    paper.line("* Estimated by the council; ** not known", 60, top + 8)
    paper.lines(TEXT, top=top + 40)
    assert of_kind(paper.read(), BlockKind.CAPTION) == ["* Estimated by the council; ** not known"]


def test_sources_and_captions_side_by_side_are_several_and_no_table():
    paper = Paper()
    paper.lines(TEXT, top=60)
    for number in range(3):
        paper.line(f"Figure {2 * number + 1}. Wells", 60, 150 + 60 * number)
        paper.line(f"Figure {2 * number + 2}. Farms", 240, 150 + 60 * number)
        paper.line("Source: Council of the valley", 60, 165 + 60 * number)
        paper.line("Source: Ministry", 240, 165 + 60 * number)
    paper.lines(TEXT, top=350)
    document = paper.read()
    assert not of_kind(document, BlockKind.TABLE)
    assert len(of_kind(document, BlockKind.CAPTION)) == 12
