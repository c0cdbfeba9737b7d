"""Code points and UTF-16 code units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.ui.reader.offsets import Counts, points, shown, units

LETTERS = st.sampled_from("aé\u202e😀𠀀\ud83d\n漢")


@given(st.text(LETTERS, max_size=12))
def test_counts_answer_as_if_each_time_anew(text: str):
    counts = Counts(text)
    for count in range(len(text) + 1):
        assert counts.units(count) == units(text[:count])
    for count in range(units(text) + 1):
        assert counts.points(count) == points(text, count)


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_no_sign_that_turns_text_around_reaches_the_screen(sign: str):
    assert sign not in shown(f"a{sign}b")
    assert len(shown(f"a{sign}b")) == 3
    assert shown(f"a{sign}b")[1].isprintable()
