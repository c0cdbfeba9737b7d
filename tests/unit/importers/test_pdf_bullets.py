"""Letters of a PDF that stand for bullets and signs."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_bullets import name_signs
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_segments import Segment, Stretch
from helpers.papers import TEXT, Paper
from helpers.reading import headings, of_kind

TEXTS = ("Wells of the valley", "Wells of the hills", "Wells of the town")


def named(*stretches: tuple[str, str]) -> str:
    """Return the text of a segment of `stretches`, each with the name of its font."""
    found = [Stretch(text, Face(font, 10.0)) for text, font in stretches]
    segment = Segment(60, 100, 200, 110, found)
    name_signs([segment])
    return segment.text


def test_a_lone_letter_of_a_font_of_symbols_is_a_bullet():
    assert named(("n", "Wingdings-Regular"), (" Wells", "Arial")) == "• Wells"
    assert named(("\x99", "Wingdings3"), (" Wells", "Arial")) == "• Wells"
    assert named(("q ", "MonotypeSorts"), ("Wells", "Arial")) == "• Wells"


@pytest.mark.parametrize(("code", "sign"), [("ü", "✓"), ("û", "✗"), ("\uf0fe", "☑"), ("\uf0fd", "☒")])
def test_what_says_yes_or_no_stays(code, sign):
    assert named((code, "Wingdings-Regular"), (" Boats", "Arial")) == f"{sign} Boats"
    assert named((code, "Wingdings-Regular")) == sign


def test_letters_of_a_font_of_symbols_in_a_text_are_the_signs_that_it_shows():
    assert named(("Rain ", "Arial"), ("à", "Wingdings"), (" wells", "Arial")) == "Rain → wells"
    assert named(("File ", "Arial"), ("\uf0ae", "SymbolMT"), (" Open", "Arial")) == "File → Open"


def test_other_letters_stay():
    assert named(("n", "Arial-Bold"), (" wells", "Arial")) == "n wells"
    assert named(("α", "Symbol"), (" wells", "Arial")) == "α wells"


def listed(letters: str, size: float) -> Paper:
    """Return a page with a list whose items begin with these letters, in this size."""
    paper = Paper()
    top = paper.lines(TEXT) + 12
    for letter, text in zip(letters, TEXTS, strict=True):
        paper.line(letter, 60, top, size)
        paper.line(f" {text}", 60 + size, top)
        top += 16
    return paper


def test_letters_in_a_size_of_their_own_one_below_the_other_are_bullets():
    assert of_kind(listed("rrr", 6).read(), BlockKind.LIST_ITEM) == list(TEXTS)


@pytest.mark.parametrize("letter", ["Q", "A", "a"])
def test_letters_that_no_font_draws_as_bullets_are_part_of_the_text(letter):
    document = listed(letter * 3, 6).read()
    assert of_kind(document, BlockKind.LIST_ITEM) == []
    assert document.text.count(f"{letter} Wells") == 3


def test_letters_that_differ_or_are_as_large_as_the_text_are_none():
    assert of_kind(listed("abc", 6).read(), BlockKind.LIST_ITEM) == []
    assert of_kind(listed("rrr", 10).read(), BlockKind.LIST_ITEM) == []


def test_a_first_page_with_a_long_list_is_no_cover():
    paper = Paper()
    paper.line("State of the wells", 60, 50, 18, "Helvetica-Bold")
    paper.line("What was found", 60, 84, 13, "Helvetica-Bold")
    for number in range(8):
        paper.line(f"• {TEXT[number % 3]}", 60, 104 + 14 * number)
    for _ in range(3):
        paper.turn()
        paper.line("What was done", 60, 60, 13, "Helvetica-Bold")
        paper.lines((*TEXT[:3], *TEXT[:3]), top=80)
    assert headings(paper.read())[0] == ("What was found", 1)
