"""Where the text of a PDF stands on its pages, and which text is at a place of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from deskbrief.document.model import SourceRun
from deskbrief.document.paging import PAGE_ORIGINS, Paging
from deskbrief.document.spans import Span
from deskbrief.services.pagemap import PageLetters, PageMap
from helpers.original_pages import (
    HEBREW,
    HEIGHT,
    LIGATURES,
    LINES,
    WIDTH,
    Sought,
    changed,
    drawn,
    lines,
    renamed,
    report,
)


@pytest.fixture(scope="module")
def sought() -> Sought:
    return Sought(report())


def middle(box):
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def covered(found: Sought, pages: int = 1) -> set[int]:
    """Return the offsets to which the middles of the boxes of their letters lead back."""
    offsets = set()
    for page in range(pages):
        known = found.map(page)
        for offset in range(known.span.start, known.span.end):
            box = known.box_at(offset)
            if not found.document.text[offset].isspace() and known.letter_at(*middle(box)) == offset:
                offsets.add(offset)
    return offsets


def letters(found: Sought) -> set[int]:
    return {at for at, sign in enumerate(found.document.text) if not sign.isspace()}


def test_every_letter_of_the_text_leads_to_its_page_and_back(sought):
    assert covered(sought, 6) == letters(sought)


def test_a_word_stands_where_it_was_drawn(sought):
    (box,) = sought.boxes("witnesses")
    before = LINES[0][: LINES[0].index("witnesses")]
    assert box.left == pytest.approx(60 + stringWidth(before, "Helvetica", 10), abs=0.5)
    assert box.width == pytest.approx(stringWidth("witnesses", "Helvetica", 10), abs=0.5)
    assert box.top < 100 < box.bottom
    assert box.height < 15


def test_a_passage_over_several_lines_has_a_box_for_each(sought):
    found = sought.boxes(
        "nine witnesses about the wells in the valley, whose level had been carefully measured"
    )
    assert [round(box.left) for box in found][1:] == [60, 60]
    assert found[0].bottom <= found[1].bottom <= found[2].bottom


def test_a_word_parted_at_the_end_of_a_line_is_one_word_with_its_hyphen_on_the_page(sought):
    first, second = sought.boxes("carefully")
    assert first.right == pytest.approx(60 + stringWidth(LINES[1], "Helvetica", 10), abs=0.5)
    assert second.left == pytest.approx(60, abs=1)
    known, span = sought.map(), sought.span("carefully")
    assert known.offset_at(first.right - 0.5, middle(first)[1]) == span.start + len("care")
    assert known.offset_at(second.left, middle(second)[1]) == span.start + len("care")


def test_pages_are_told_by_offsets_and_offsets_by_pages(sought):
    span = sought.span("number 444")
    assert sought.paging.page_of(span.start) == 3
    assert sought.map(3).boxes(span)
    assert not sought.map(2).boxes(span)
    assert sought.paging.first_on(3) == sought.span("Part 4 of the report").start
    assert sought.paging.first_on(99) == len(sought.document.text)


def test_what_was_left_out_of_the_text_is_on_the_page_alone(sought):
    known = sought.map(2)
    assert "Council report" in known.letters.signs
    assert "Council report" not in sought.document.text
    footer = next(line for line in known.letters.lines if line.box.top > HEIGHT - 45)
    assert known.letter_at(*middle(footer.box)) is None
    assert known.offset_at(*middle(footer.box)) in range(known.span.start, known.span.end + 1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_rotated_page_has_its_places_as_they_are_seen(turn):
    found = Sought(changed(report(1), lambda page: page.rotate(turn)))
    assert covered(found) == letters(found)
    (box,) = found.boxes("witnesses")
    wide, high = (HEIGHT, WIDTH) if turn != 180 else (WIDTH, HEIGHT)
    assert 0 <= box.left < box.right <= wide
    assert 0 <= box.top < box.bottom <= high
    upright = box.height > box.width
    assert upright is (turn != 180)


def test_a_cropped_page_counts_from_the_corner_that_is_seen():
    def crop(page):
        page.cropbox.lower_left = (40, 50)
        page.cropbox.upper_right = (400, 560)

    found = Sought(changed(report(1), crop))
    (box,) = found.boxes("witnesses")
    (whole,) = Sought(report(1)).boxes("witnesses")
    assert box.left == pytest.approx(whole.left - 40, abs=0.2)
    assert box.top == pytest.approx(whole.top - (HEIGHT - 560), abs=0.2)


def test_columns_are_told_apart_where_lines_stand_side_by_side():
    def draw(canvas):
        for number in range(8):
            lines(canvas, (f"left line number {number} goes on so",), 30, 100 + 14 * number)
            lines(canvas, (f"right line number {number} goes so on",), 230, 100 + 14 * number)

    found = Sought(drawn(draw))
    assert covered(found) == letters(found)
    known = found.map()
    text = found.document.text
    assert text[known.offset_at(225, 100) :].startswith("right line number 0")
    assert text[: known.offset_at(190, 97)].endswith("left line number 0 goes on so")


def test_a_ligature_is_both_of_its_letters():
    page = "BT /F 12 Tf 60 500 Td 16 TL (The 1rst of1ce was 2ooded.) Tj T* (1ve were not e3cient) Tj ET"
    found = Sought(renamed(LIGATURES, page))
    assert found.document.text == "The first office was flooded. five were not efficient"
    (one,) = found.boxes("first")
    (letter,) = found.boxes("fi")
    assert letter.left == one.left
    assert letter.width < one.width / 2
    assert found.boxes("five")[0].left == pytest.approx(60, abs=1)
    known, at = found.map(), found.span("first").start
    assert known.letter_at(*middle(letter)) == at
    assert known.offset_at(letter.right - 0.2, middle(letter)[1]) == at + 2


def test_words_from_right_to_left_are_marked_as_they_stand():
    for painted in ("(dcba) Tj", "[(a) 1000 (b) 1100 (c) 1100 (d)] TJ"):
        found = Sought(renamed(HEBREW, f"BT /F 12 Tf 160 500 Td {painted} ET"))
        assert found.document.text == "שלום"
        first, *_, last = (found.map().box_at(offset) for offset in range(4))
        assert first.left > last.right
        known = found.map()
        assert [known.letter_at(*middle(known.box_at(offset))) for offset in range(4)] == [0, 1, 2, 3]
        assert known.offset_at(first.right - 0.5, middle(first)[1]) == 0
        assert known.offset_at(last.left + 0.5, middle(last)[1]) == 4


def test_cells_of_tables_stand_where_they_are():
    rows = [("District", "Taken", "Safe"), ("North", "41", "30"), ("South", "28", "29"), ("West", "17", "12")]

    def draw(canvas):
        lines(canvas)
        for number, row in enumerate(rows):
            for cell, left in zip(row, (60, 200, 300), strict=True):
                lines(canvas, (cell,), left, 200 + 16 * number)

    found = Sought(drawn(draw))
    assert found.document.blocks[-1].rows
    assert covered(found) == letters(found)
    assert found.boxes("28")[0].left == pytest.approx(200, abs=1)


def test_lines_that_run_up_the_page_are_selected_along_their_way():
    def draw(canvas):
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(LINES):
            canvas.drawString(40, -80 - 14 * number, line)

    found = Sought(drawn(draw))
    assert covered(found) == letters(found)
    (box,) = found.boxes("regional council")
    assert box.height > 3 * box.width


def test_of_a_page_that_says_something_else_nothing_is_believed(sought):
    known = sought.map()
    other = PageLetters(
        known.letters.signs.replace("witnesses", "strangers"), known.letters.boxes, known.letters.lines
    )
    found = PageMap(other, sought.paging.runs_on(0), sought.document.text)
    assert not found.boxes(sought.span("heard nine"))
    assert found.boxes(sought.span("Part 1"))


def test_runs_beyond_a_page_and_pages_without_text_are_nowhere(sought):
    text = sought.document.text
    lost = SourceRun(0, 5 * PAGE_ORIGINS - 20, 15)
    assert not PageMap(sought.letters(), [lost], text).boxes(Span(0, 15))
    empty = PageMap(PageLetters(), (), text)
    assert empty.span == Span(0, 0)
    assert empty.box_at(3) is empty.letter_at(1, 1) is empty.offset_at(1, 1) is None
    nothing = Paging(())
    assert nothing.empty
    assert nothing.page_of(40) == nothing.first_on(3) == 0


def test_documents_read_before_this_was_kept_say_so(sought):
    old = replace(sought.document, source_runs=())
    assert Paging(old.source_runs).empty
