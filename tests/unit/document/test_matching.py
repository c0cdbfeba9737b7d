from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.matching import LONGEST, common_length, common_pairs, likeness

short = st.text("abc", max_size=12)


def longest(left, right):
    """The textbook table, to compare with."""
    row = [0] * (len(right) + 1)
    for one in left:
        above, row = row, [0]
        for at, other in enumerate(right):
            row.append(above[at] + 1 if one == other else max(row[at], above[at + 1]))
    return row[-1]


@given(short, short)
def test_pairs_ascend_are_equal_and_as_many_as_there_can_be(left, right):
    pairs = common_pairs(left, right)
    assert len(pairs) == longest(left, right) == common_length(left, right)
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


def test_only_so_much_of_long_sequences_is_looked_at():
    left = ["a"] * LONGEST + ["b"]
    assert common_pairs(left, ["b"]) == []
    assert common_length(left, left) == LONGEST


def test_likeness_runs_from_nothing_to_all():
    assert likeness("", "") == likeness("abc", "abc") == 1
    assert likeness("abc", "xyz") == likeness("abc", "") == 0
    assert 0.7 < likeness("committee", "comittee's") < 0.99
