"""Finding in folded text: no two hits overlap, and looking takes breaths."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document import query
from deskbrief.document.query import Query, batches, matches


def found(text: str, needle: str, begin: int = 0, **how: bool) -> list[str]:
    asked = Query(words=needle, **how)
    return [text[hit[0] : hit[1]] for hit in matches(text, needle, asked, begin) if hit]


@given(st.text("ab c", max_size=40), st.text("ab c", max_size=4), st.booleans(), st.booleans())
def test_hits_hold_the_words_and_do_not_overlap(text: str, needle: str, whole: bool, near: bool):
    asked = Query(words=needle, whole=whole, near=near)
    hits = [hit for hit in matches(text, needle, asked) if hit]
    assert all(before[1] <= after[0] for before, after in pairwise(hits))
    for start, end in hits:
        assert all(word in text[start:end] for word in needle.split())
        if whole:
            assert start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("b x a y b", "a b", ["b x a"]),
        ("a a b", "a b", ["a b"]),
        ("alpha beta", "al be", ["alpha be"]),
        ("a\nb", "a b", []),
        ("a" + " x" * 11 + " b", "a b", []),
        ("a a", "a a", ["a", "a"]),
    ],
)
def test_near(text: str, words: str, wanted: list[str]):
    assert found(text, words, near=True) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("al be", ["al be"]), ("alpha be", []), ("al beta", []), ("pal be", []), ("al_ be", [])],
)
def test_near_and_whole(text: str, wanted: list[str]):
    assert found(text, "al be", near=True, whole=True) == wanted


def test_looking_for_whole_words_takes_breaths_while_it_finds_none():
    assert list(matches("xax" * 2_000, "a", Query(words="a", whole=True))).count(None) == 4


@given(st.text("ab", max_size=60), st.text("ab", max_size=3), st.integers(3, 9))
def test_batches_are_what_one_by_one_finds(text: str, needle: str, stretch: int):
    with patch.object(query, "STRETCH", stretch):
        starts = [at for batch in batches(text, needle) for at in batch]
    wanted = [hit[0] for hit in matches(text, needle, Query(words=needle)) if hit]
    assert starts == wanted


def test_from_a_place_on():
    assert found("one two one", "one", 1) == ["one"]
