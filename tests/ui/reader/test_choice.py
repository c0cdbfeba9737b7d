"""Where the reading line is on a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskbrief.ui.reader.choice import LANDING, reading_line

PIXELS = st.floats(0, 100_000)


def test_it_is_the_first_line_at_the_beginning_and_the_last_at_the_end():
    assert reading_line(500, 0, 3_000) == 0
    assert reading_line(500, 3_000, 0) == 499
    assert reading_line(500, 3_000, 3_000) == 500 * LANDING


@given(st.floats(2, 5_000), PIXELS, PIXELS)
def test_it_is_on_the_screen(screen: float, above: float, below: float):
    assert 0 <= reading_line(screen, above, below) <= screen - 1


@given(st.floats(100, 5_000), st.floats(100, 5_000), st.floats(0, 1))
def test_it_never_goes_up_as_one_scrolls_down(screen: float, more: float, share: float):
    total = screen + more
    before, after = (reading_line(screen, at, total - at) for at in (share * total / 2, share * total))
    assert after >= before
