"""How much sets of words have in common."""

from __future__ import annotations

import pytest

from deskbrief.document.likeness import sense_of, share_most


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("a b c", "a b c d e", True),
        ("a b c", "a b x y", True),
        ("a b c", "a x y", False),
        ("", "a", False),
        ("a b c d e", "a b c x y z", True),
    ],
)
def test_the_smaller_set_counts(one: str, other: str, is_so: bool) -> None:
    assert share_most(frozenset(one.split()), frozenset(other.split()), 0.6) is is_so


def test_verbs_that_say_the_same_are_one_word():
    assert {sense_of(word) for word in ("begins", "began", "started", "commencing")} == {"start"}
    assert sense_of("opened") == "opened"
