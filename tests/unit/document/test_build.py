from dataclasses import replace

import pytest

from deskbrief.document.build import finished
from deskbrief.document.errors import BugError
from deskbrief.document.model import Block, BlockKind, Cell, Inline, InlineKind, Row
from helpers.documents import document_of_blocks, table


def test_paragraphs_are_numbered_and_headings_are_not():
    document = document_of_blocks(
        [
            (BlockKind.TITLE, "Title"),
            (BlockKind.PARAGRAPH, "One."),
            (BlockKind.HEADING, "Head"),
            (BlockKind.LIST_ITEM, "two"),
            (BlockKind.QUOTE, "three"),
        ]
    )
    assert [block.paragraph for block in document.blocks] == [0, 1, 0, 2, 3]
    assert document.paragraphs == 3


def test_a_heading_answers_with_the_number_of_what_follows():
    document = document_of_blocks(
        [(BlockKind.PARAGRAPH, "One."), (BlockKind.HEADING, "H"), (BlockKind.PARAGRAPH, "Two.")]
    )
    assert document.paragraph_at(document.text.index("H")) == 2
    assert document.paragraph_at(0) == 1
    assert document.paragraph_at(len(document.text)) == 2


@pytest.mark.parametrize("change", [{"start": 3}, {"end": 99}, {"start": 9, "end": 5}])
def test_a_block_outside_the_text_or_over_another_is_our_own_mistake(change):
    document = document_of_blocks([(BlockKind.PARAGRAPH, "One."), (BlockKind.PARAGRAPH, "Two.")])
    blocks = (document.blocks[0], replace(document.blocks[1], **change))
    with pytest.raises(BugError):
        finished(replace(document, blocks=blocks))


def test_an_inline_range_must_lie_in_the_text():
    document = document_of_blocks([(BlockKind.PARAGRAPH, "One.")])
    with pytest.raises(BugError):
        finished(replace(document, inlines=(Inline(InlineKind.STRONG, 2, 9),)))


def test_a_cell_must_lie_in_its_table():
    document = table(("a", "b"), ("c", "d"))
    wrong = replace(document.blocks[0], rows=(Row((Cell(0, 99),)),))
    with pytest.raises(BugError):
        finished(replace(document, blocks=(wrong,)))
    with pytest.raises(BugError):
        finished(replace(document, blocks=(replace(document.blocks[0], rows=(Row(()),)),)))


def test_inlines_come_out_in_text_order():
    document = document_of_blocks([(BlockKind.PARAGRAPH, "One two three.")])
    late, early = Inline(InlineKind.STRONG, 8, 13), Inline(InlineKind.EMPHASIS, 0, 3)
    assert finished(replace(document, inlines=(late, early))).inlines == (early, late)


def test_a_document_without_blocks_is_a_document():
    document = document_of_blocks([])
    assert document.paragraphs == 0
    assert document.paragraph_at(0) == 0
    assert document.words == 0


def test_block_index_finds_the_block_that_holds_an_offset():
    document = document_of_blocks([(BlockKind.PARAGRAPH, "One."), (BlockKind.PARAGRAPH, "Two.")])
    assert document.block_index(0) == 0
    assert document.block_index(5) == 0
    assert document.block_index(6) == 1
    assert document.block_at(9) is document.blocks[1]
    assert Block(kind=BlockKind.CODE, start=1, end=3).span.of("abcd") == "bc"
