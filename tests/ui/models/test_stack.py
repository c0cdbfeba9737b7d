"""Which headers are held in sight, and where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.ui.models.stack import Stack

#: Three groups of ten rows, each 20 pixels high: headers at 0, 220 and 440, all ends at 660.
HEADERS = (0, 11, 22)


@pytest.fixture
def stack() -> Stack:
    stack = Stack()
    stack.pile([20] * 33, HEADERS)
    return stack


@pytest.mark.parametrize(
    ("offset", "held"),
    [
        (0, {11: 160, 22: 180}),
        (30, {0: 0, 11: 160, 22: 180}),
        (100, {0: 0, 22: 180}),
        (210, {0: -10, 22: 180}),
        (220, {22: 180}),
        (300, {11: 0}),
        (460, {22: 0}),
    ],
)
def test_headers_are_held(stack: Stack, offset: int, held: dict[int, int]) -> None:
    assert stack.held(offset, 200) == held


def test_a_small_view_holds_none_at_the_bottom(stack: Stack) -> None:
    assert stack.held(30, 100) == {0: 0}


def test_without_rows_none_is_held() -> None:
    assert Stack().held(0, 200) == {}


@given(st.integers(0, 640), st.integers(60, 700))
def test_held_headers_are_whole_in_sight_and_in_order(offset: int, height: int) -> None:
    stack = Stack()
    stack.pile([20] * 33, HEADERS)
    held = stack.held(offset, height)
    drawn = [held.get(number, stack.top(number) - offset) for number in HEADERS]
    assert drawn == sorted(drawn)
    assert all(y + 20 <= height for y in held.values())
    assert all(later - earlier >= 20 for earlier, later in pairwise(drawn))


@pytest.mark.parametrize(("number", "covered"), [(0, (0, 40)), (5, (20, 40)), (11, (0, 20)), (30, (20, 0))])
def test_what_headers_cover(stack: Stack, number: int, covered: tuple[int, int]) -> None:
    assert stack.covered(number, 200) == covered


def test_rows_in_sight(stack: Stack) -> None:
    assert stack.seen(30, 45) == range(1, 4)
    assert stack.seen(640, 400) == range(32, 33)
    assert stack.seen(5000, 100) == range(0)
