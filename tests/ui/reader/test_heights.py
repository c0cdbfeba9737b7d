"""Heights of pieces: estimates and measurements lead from heights to pieces and back."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.model import BlockKind
from deskbrief.ui.reader.heights import Heights
from deskbrief.ui.reader.sheet import CHUNK, Sheet
from helpers.qt_reader import Maker, everything


def sheet_of(count: int) -> Sheet:
    make = Maker()
    for number in range(count):
        make.add(BlockKind.PARAGRAPH, "x" * (number % 7 + 1))
    return Sheet(make.document())


SHEET = sheet_of(2 * CHUNK + 9)
measured = st.dictionaries(st.integers(0, len(SHEET.pieces) - 1), st.integers(0, 500).map(float), max_size=30)


def plain(heights: Heights) -> list[float]:
    return list(accumulate((heights.height(index) for index in range(len(SHEET.pieces))), initial=0.0))


@given(measured)
def test_tops_are_the_sum_of_what_stands_above(known: dict[int, float]):
    heights = Heights(SHEET, 10.0, 2.0, 0.0, {3: 40.0})
    for index, height in known.items():
        heights.measured(index, height)
    tops = plain(heights)
    assert heights.total == pytest.approx(tops[-1])
    for index in (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, len(SHEET.pieces)):
        assert heights.top(index) == pytest.approx(tops[index])


@given(measured, st.floats(-10, 6_000))
def test_the_piece_at_a_height_holds_it(known: dict[int, float], y: float):
    heights = Heights(SHEET, 10.0, 2.0, 0.0, {})
    for index, height in known.items():
        heights.measured(index, height)
    tops, found = plain(heights), heights.piece_at(y)
    low, high = tops[found], tops[found + 1]
    assert low <= y < high or (y < 0 and found == 0) or (y >= tops[-1] and found == len(SHEET.pieces) - 1)


def test_offsets_lead_to_heights_and_back():
    document = everything()
    sheet = Sheet(document)
    heights = Heights(sheet, 10.0, 1.0, 5.0, {})
    for index in range(0, len(sheet.pieces), 2):
        assert heights.measured(index, 70.0)
        assert not heights.measured(index, 70.0)
    for offset in range(0, len(document.text), 11):
        assert abs(heights.offset_at(heights.y_of(offset)) - offset) <= 3


def test_tables_pictures_and_what_was_measured_stand_at_their_heights():
    sheet = Sheet(everything())
    heights = Heights(sheet, 10.0, 1.0, 5.0, {1: 33.0})
    heights.measured(len(sheet.pieces) - 1, 70.0)
    tops = list(accumulate(map(heights.height, range(len(sheet.pieces))), initial=0.0))
    assert sheet.tables
    assert [heights.top(index) for index in range(len(sheet.pieces))] == tops[:-1]


@given(measured, st.lists(st.floats(-10, 6_000), max_size=20))
def test_many_heights_lead_to_the_offsets_that_each_leads_to(known: dict[int, float], ys: list[float]):
    heights = Heights(SHEET, 10.0, 2.0, 0.0, {})
    for index, height in known.items():
        heights.measured(index, height)
    found = list(heights.offsets_at(sorted(ys)))
    assert found == [heights.offset_at(y) for y in sorted(ys)]
    assert found == sorted(found)
    for offset, y in zip(found, sorted(ys), strict=True):
        piece = SHEET.pieces[heights.piece_at(y)]
        assert piece.start <= offset <= piece.end


def test_nothing_at_all():
    heights = Heights(sheet_of(0), 10.0, 1.0, 5.0, {})
    assert list(heights.offsets_at([1.0, 2.0])) == [0, 0]
    assert (heights.total, heights.y_of(7), heights.offset_at(7), heights.piece_of(3)) == (0, 0, 0, 0)
