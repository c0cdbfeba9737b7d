"""Two wordings of a passage, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.differences import Turn, differences, settled
from deskbrief.document.matching import common_pairs

wordings = st.lists(st.sampled_from(["the", "cat", "sat.", "a,", "and"]), max_size=14)
_MARKS = {Turn.KEPT: "{}", Turn.DROPPED: "[-{}-]", Turn.ADDED: "[+{}+]"}


def told(old: str, new: str) -> str:
    return " ".join(_MARKS[turn].format(words) for turn, words in differences(old.split(), new.split()))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "The council met. The river rose.",
            "The council met. The court voted. The river rose.",
            "The council met. [+The court voted.+] The river rose.",
        ),
        ("It was said. It was done.", "It was done.", "[-It was said.-] It was done."),
        (
            "They report to the board.",
            "They report to the minister and the board.",
            "They report to [+the minister and+] the board.",
        ),
        ("one two three", "one two two three", "one two [+two+] three"),
        ("a levy, a fee and", "a levy, a toll, a fee and", "a levy, [+a toll,+] a fee and"),
        ("the old fee", "the new fee", "the [-old-] [+new+] fee"),
        ("same words", "same words", "same words"),
        ("", "all new", "[+all new+]"),
    ],
)
def test_what_is_new_is_told_where_it_begins(old: str, new: str, shown: str) -> None:
    assert told(old, new) == shown


def test_one_change_both_ways_is_told_at_the_same_words() -> None:
    old, new = "We met. We ate. We left.", "We met. We sang. We ate. We left."
    assert told(old, new).replace("+", "-") == told(new, old)


@given(wordings, wordings)
def test_as_many_words_stay_kept_and_both_wordings_can_be_read(old: list[str], new: list[str]) -> None:
    pairs = common_pairs(old, new)
    made = settled(pairs, old, new)
    assert len(made) == len(pairs)
    assert all(old[i] == new[j] for i, j in made)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(made))
    pieces = list(differences(old, new))
    for left_out, whole in ((Turn.ADDED, old), (Turn.DROPPED, new)):
        assert " ".join(words for turn, words in pieces if turn is not left_out) == " ".join(whole)
