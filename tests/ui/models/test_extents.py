"""Tops and heights of rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskbrief.ui.models.extents import Extents

HEIGHTS = st.lists(st.integers(1, 200), max_size=60)


@given(HEIGHTS)
def test_every_pixel_belongs_to_the_row_that_covers_it(heights: list[int]) -> None:
    extents = Extents()
    extents.fill(heights)
    assert extents.total == sum(heights)
    for number, height in enumerate(heights):
        assert extents.at(extents.top(number)) == number
        assert extents.at(extents.top(number) + height - 1) == number
    assert extents.at(-1) == extents.at(extents.total) == -1


@given(HEIGHTS.filter(bool), st.integers(1, 300))
def test_a_changed_height_moves_what_follows(heights: list[int], height: int) -> None:
    extents = Extents()
    extents.fill(heights)
    extents.change({0: height})
    assert extents.height(0) == height
    assert extents.top(1) == height
    assert extents.total == sum(heights) - heights[0] + height
