"""The task "match": matches as code points, in parts, and patterns that cannot be read."""

from __future__ import annotations

from array import array

import pytest

from deskbrief.document.errors import PatternError
from deskbrief.document.patterns import match
from deskbrief.document.query import MOST
from deskbrief.document.tasks import Part, Request


def places(text: str, pattern: str, *, case: bool = False, whole: bool = False) -> list[str]:
    request = Request({"pattern": pattern, "case": case, "whole": whole}, text.encode())
    numbers = array("I")
    for part in match(request):
        if isinstance(part, Part):
            numbers.frombytes(part.blob)
    return [text[start:end] for start, end in zip(numbers[::2], numbers[1::2], strict=True)]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"\d+ (km|m)", ["12 km", "3 M"]),
        ("^so", ["So", "so"]),
        ("x*", []),
        ("😀.", ["😀 "]),
    ],
)
def test_matches(pattern: str, wanted: list[str]):
    assert places("So 12 km, 3 M.\nso 😀 on", pattern) == wanted


def test_case_and_whole_words():
    assert places("Art art artist", "art", case=True) == ["art", "art"]
    assert places("Art art artist", "a.t|artist", whole=True) == ["Art", "art", "artist"]


@pytest.mark.parametrize("pattern", ["(", "a{9999999999}", "[z-a]", "(?P<x>a)(?P<x>b)", "*"])
def test_a_pattern_that_cannot_be_read_says_why(pattern: str):
    with pytest.raises(PatternError, match="cannot be read"):
        places("text", pattern)


def test_no_more_are_sent_than_anybody_looks_at():
    assert len(places("a" * (MOST + 5), "a")) == MOST
