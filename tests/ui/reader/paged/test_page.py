"""Every offset of every kind of block has a position in the QTextDocument, and leads back."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat

from deskbrief.document.model import BlockKind, Cell, Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.offsets import shown
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.stretches import stretches
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT
from helpers.qt_reader import Maker, everything, long_document

pytestmark = pytest.mark.usefixtures("fonts")


def page_of(document: Document, target: QTextDocument, first: int = 0) -> Page:
    target.setUndoRedoEnabled(False)
    target.setTextWidth(700)
    page = Page(target, Sheet(document), Styles(LIGHT, Typography()), QTextFrameFormat())
    page.begin(first)
    return page


def fill(page: Page) -> Page:
    while page.add_below():
        pass
    while page.add_above():
        pass
    return page


def check_all(page: Page, document: Document, target: QTextDocument) -> None:
    """Check the way there and back for each offset that is set, and the text that stands there."""
    held = page.span()
    for block in document.blocks:
        if not (held.start <= block.start and block.end <= held.end):
            continue
        for span in stretches(block):
            for offset in range(span.start, span.end + 1):
                assert page.offset(page.position(offset)) == offset
            assert page.cursor(span).selectedText() == shown(document.quote(span))


@pytest.mark.parametrize("first", range(16))
def test_there_and_back_from_any_first_block(first: int):
    document, target = everything(), QTextDocument()
    page = fill(page_of(document, target, first))
    assert page.whole
    check_all(page, document, target)


def test_positions_rise_with_offsets():
    document, target = everything(), QTextDocument()
    page = fill(page_of(document, target))
    positions = [page.position(offset) for offset in range(len(document.text) + 1)]
    assert positions == sorted(positions)


def test_offsets_between_blocks_lead_to_the_end_of_the_text_before():
    make = Maker()
    one = make.add(BlockKind.PARAGRAPH, "one 😀")
    two = make.add(BlockKind.PARAGRAPH, "two")
    target = QTextDocument()
    page = fill(page_of(make.document(), target))
    assert page.position(one.end + 1) == page.position(one.end)
    assert page.position(two.start) == page.position(one.end) + 1
    assert page.offset(target.characterCount()) == two.end


def test_cells_that_span_rows_and_columns():
    make = Maker()
    wide, high = Cell(0, 0, col_span=2), Cell(0, 0, row_span=2)
    make.add(BlockKind.PARAGRAPH, "before")
    make.table([["a", "b", "c"], [wide, "d😀"], [high, "e", "f"], ["g", "h"], ["i"]])
    make.add(BlockKind.PARAGRAPH, "after")
    document, target = make.document(), QTextDocument()
    check_all(fill(page_of(document, target)), document, target)


def test_huge_spans_are_cut_down():
    make = Maker()
    make.table([["a", Cell(0, 0, col_span=10**9, row_span=10**9)], ["b", "c"]])
    document, target = make.document(), QTextDocument()
    check_all(fill(page_of(document, target)), document, target)


def test_long_blocks_and_tables_are_cut_into_pieces_without_a_loss():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "word 😀 " * 2500)
    make.add(BlockKind.CODE, "x" * 30_000)
    make.table([[f"{row} 𠀀", "value", "more"] for row in range(130)])
    document, target = make.document(), QTextDocument()
    page = fill(page_of(document, target))
    assert len(Sheet(document).pieces) == 9
    for block in document.blocks:
        for offset in range(block.start, block.end, 31):
            inside = any(span.start <= offset <= span.end for span in stretches(block))
            assert not inside or page.offset(page.position(offset)) == offset


def test_text_taken_out_and_set_again_stays_exact():
    document, target = long_document(12, odd=" 😀𠀀"), QTextDocument()
    page = page_of(document, target, 30)
    page.add_below()
    page.add_above()
    for _ in range(3):
        page.drop_above(page.first + 3)
        check_all(page, document, target)
        page.drop_below(page.last - 2)
        check_all(page, document, target)
        page.add_above()
        page.add_below()
        check_all(page, document, target)


@pytest.mark.parametrize("kind", ["text", "table"])
def test_formats_survive_what_is_set_and_taken_out_above(kind: str):
    make = Maker()
    for number in range(4):
        make.table([[f"cell {number}", "x"]]) if kind == "table" else make.add(
            BlockKind.PARAGRAPH, f"p{number}"
        )
        make.add(BlockKind.HEADING, f"heading {number}", level=1)
    document, target = make.document(), QTextDocument()
    page = fill(page_of(document, target, 7))
    whole = fill(page_of(document, other := QTextDocument()))

    def sizes(page: Page, target: QTextDocument, first: int) -> list[tuple[float, float]]:
        found = []
        for block in document.blocks[first:]:
            cursor = QTextCursor(target)
            cursor.setPosition(page.position(block.start))
            found.append((cursor.blockFormat().bottomMargin(), cursor.blockFormat().lineHeight()))
        return found

    assert sizes(page, target, 0) == sizes(whole, other, 0)
    page.drop_above(3)
    assert sizes(page, target, 3) == sizes(whole, other, 3)
    page.drop_below(6)
    page.add_below()
    assert sizes(page, target, 3) == sizes(whole, other, 3)


def test_an_empty_document():
    document, target = Maker().document(), QTextDocument()
    page = fill(page_of(document, target))
    assert page.position(5) == 0
    assert page.offset(3) == 0
    assert page.span() == Span(0, 0)
    assert page.line(0).height > 0
