"""Blocks, stacks, tables and pages, measured without drawing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deskbrief.brief.blocks import Blank, Block, Room
from deskbrief.brief.columns import Abreast, TwoColumns
from deskbrief.brief.fonts import Fonts
from deskbrief.brief.geometry import Area
from deskbrief.brief.lines import Run
from deskbrief.brief.paginate import pages_of
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.stack import Frame, Inset, fill, height_of
from deskbrief.brief.styles import BODY, CELL, Paper
from deskbrief.brief.table import Columns, GroupRow, Row, Table
from deskbrief.brief.text import Typesetter
from deskbrief.brief.textblock import TextBlock

PAPER = Paper(300, 400, side=50, top=50, bottom=50, head=0)


#: So many words that six lines of the column hold them.
SIX_LINES = next(
    count
    for count in range(20, 80)
    if TextBlock(Typesetter(Fonts()), [Run("word " * count, BODY)], None).line_count(PAPER.column) == 6
)


class Box(Block):
    """A block of a given height that cannot be split."""

    def __init__(self, height: float, *, before: float = 0.0, bound: bool = False) -> None:
        self._height = height
        self.before = before
        self.bound = bound

    def height(self, width: float) -> float:
        return self._height

    def draw(self, sheet: Sheet, area: Area) -> None:
        raise AssertionError("nothing is drawn here")


def text(words: int) -> TextBlock:
    return TextBlock(Typesetter(Fonts()), [Run("word " * words, BODY)], None)


def tops(blocks: Sequence[Block]) -> list[list[float]]:
    return [[placed.top for placed in page] for page in pages_of(blocks, PAPER)]


def test_blocks_stand_below_one_another_with_the_space_between() -> None:
    assert tops([Box(50, before=9), Box(50, before=10), Box(50, before=5)]) == [[0, 60, 115]]


def test_a_block_that_does_not_fit_goes_to_the_next_page_without_its_space() -> None:
    assert tops([Box(200), Box(200, before=10)]) == [[0], [0]]


def test_a_bound_block_goes_with_the_next() -> None:
    assert tops([Box(200), Box(50, bound=True), Box(80)]) == [[0], [0, 50]]


def test_a_chain_of_bound_blocks_stays_together() -> None:
    assert tops([Box(150), Box(50, bound=True), Box(60, bound=True), Box(80)]) == [[0], [0, 50, 110]]


def test_bound_blocks_that_fit_no_page_are_separated() -> None:
    assert tops([Box(200, bound=True), Box(250)]) == [[0], [0]]


def test_a_joined_block_takes_the_end_of_the_one_before_it_along() -> None:
    joined = Box(20)
    joined.joined = True
    pages = list(pages_of([Box(300 - 6 * BODY.leading), text(SIX_LINES), joined], PAPER))
    assert [len(page) for page in pages] == [2, 2]
    assert [round(page[-1].block.height(PAPER.column) / BODY.leading) for page in pages[:1]] == [4]
    assert pages[1][0].block.height(PAPER.column) == 2 * BODY.leading


def test_a_joined_block_is_alone_where_the_one_before_it_cannot_be_divided() -> None:
    joined = Box(20)
    joined.joined = True
    assert tops([Box(290), joined]) == [[0], [0]]


def test_a_block_higher_than_a_page_is_still_placed_once() -> None:
    assert tops([Box(10), Box(900), Box(10)]) == [[0], [0], [0]]


def test_nothing_makes_one_page() -> None:
    assert tops([]) == [[]]


def test_text_is_split_with_two_lines_on_either_side() -> None:
    block = text(60)
    lines = block.line_count(200)
    halves = block.split(Room(200, BODY.leading * (lines - 1), 300))
    assert halves is not None
    assert [half.height(200) / BODY.leading for half in halves] == [lines - 2, 2]
    assert block.split(Room(200, BODY.leading * 1.9, 300)) is None


@pytest.mark.parametrize(("words", "together"), [(7, 1), (14, 2), (21, 3)])
def test_up_to_three_lines_stay_together(words: int, together: int) -> None:
    block = text(words)
    assert block.line_count(220) == together
    assert block.least(220) == block.height(220)
    assert block.split(Room(220, block.height(220) - 1, 300)) is None


def test_frames_split_with_what_they_hold() -> None:
    frame = Frame([text(60), text(60)], Inset(left=10, top=5, bottom=5))
    whole = frame.height(200)
    halves = frame.split(Room(200, whole / 2, 300))
    assert halves is not None
    first, second = (half.height(200) for half in halves)
    assert first <= whole / 2
    assert first + second == pytest.approx(whole + 10)


def test_two_columns_are_half_as_high() -> None:
    block = text(200)
    columns = TwoColumns(text(200))
    lines = block.line_count((300 - 18) / 2)
    assert columns.height(300) == -(-lines // 2) * BODY.leading
    halves = columns.split(Room(300, 3 * BODY.leading, 300))
    assert halves is not None
    assert halves[0].height(300) == 3 * BODY.leading
    assert sum(half.height(300) for half in halves) == columns.height(300)


COLUMNS = Columns((80.0, 100.0), gutter=10, padding=5)


def test_blocks_abreast_make_two_columns_of_about_one_height() -> None:
    blocks = [text(60), text(20), text(20), text(20)]
    half = (300 - 18) / 2
    first, others = (sum(block.height(half) for block in part) for part in (blocks[:1], blocks[1:]))
    assert Abreast(blocks).height(300) == max(first, others) < first + others


def test_blocks_abreast_go_on_overleaf_each_in_one_piece() -> None:
    blocks = [text(20) for _ in range(7)]
    high = blocks[0].height((300 - 18) / 2)
    parts = Abreast(blocks).split(Room(300, 2.5 * high, 300))
    assert parts
    assert [part.height(300) for part in parts] == [2 * high, 2 * high]


def test_a_block_abreast_that_is_higher_than_a_page_is_parted() -> None:
    parts = Abreast([text(2000), text(3)]).split(Room(300, 300, 300))
    assert parts
    assert parts[0].height(300) <= 300


def row(words: int) -> Row:
    return Row([text(1), text(words)], COLUMNS)


def table(rows: int, words: int = 1) -> Table:
    return Table([row(1)], row(1), [row(words) for _ in range(rows)])


def test_rows_stay_whole_and_the_head_comes_again() -> None:
    height = row(1).height(200)
    pages = list(pages_of([table(30)], PAPER))
    assert len(pages) > 2
    total = sum(page[0].block.height(200) for page in pages)
    assert total == pytest.approx((30 + len(pages)) * height)
    assert all(page[0].block.height(200) <= PAPER.room for page in pages)


def test_the_name_of_a_group_goes_with_its_first_row() -> None:
    name = GroupRow(text(1), 200)
    rows = [row(1) for _ in range(3)]
    used = row(1).height(200) * 4 + name.height(200)
    first, rest = Table([row(1)], row(1), [*rows, name, Row([text(1), text(1)], COLUMNS, group=name)]).split(
        Room(200, used + 1, 400)
    ) or (None, None)
    assert first is not None
    assert first.height(200) == row(1).height(200) * 4
    assert rest is not None
    assert rest.height(200) == used - row(1).height(200) * 2


def test_a_paragraph_beside_its_number_goes_on_on_the_next_page() -> None:
    beside = Row([text(1), text(60)], COLUMNS)
    lines = beside.height(200) / BODY.leading
    assert lines > 8
    (first, second) = pages_of([Box(PAPER.room - 4.5 * BODY.leading), beside], PAPER)
    assert len(first) == 2
    assert first[1].block.height(200) <= 4.5 * BODY.leading
    assert second[0].block.height(200) >= 2 * BODY.leading
    # Fewer than two lines of it never stand alone.
    (first, *_) = pages_of([Box(PAPER.room - 2.2 * BODY.leading), beside], PAPER)
    assert len(first) == 1


def test_a_row_higher_than_a_page_is_cut() -> None:
    pages = list(pages_of([table(1, words=400)], PAPER))
    assert len(pages) > 1
    assert all(page[0].block.height(200) <= PAPER.room for page in pages)


def test_a_row_that_fits_a_page_is_not_cut() -> None:
    high = table(1, words=40)
    placed, rest = fill([Box(PAPER.room - 150), high], Room(200, PAPER.room, PAPER.room))
    assert (len(placed), rest) == (1, [high])


def test_a_blank_cell_has_no_height() -> None:
    assert Blank().height(10) == 0
    assert Row([Blank(), Blank()], COLUMNS).height(200) == 10


def test_the_height_of_a_stack() -> None:
    assert height_of([], 200) == 0
    assert height_of([Box(10, before=4), Box(10, before=4)], 200) == 24


def test_a_cell_is_set_in_its_own_style() -> None:
    block = TextBlock(Typesetter(Fonts()), [Run("word", CELL)], None)
    assert block.height(200) == CELL.leading
