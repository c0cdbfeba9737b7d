"""Links to passages: there and back, and everything that is no such link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.links import (
    FARTHEST,
    LONGEST_LINK,
    LONGEST_QUOTE,
    PassageLink,
    link_to,
    linked_note,
    note_link,
    read_link,
)
from deskbrief.document.notes import uuid7

SHA = "ab" * 32
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=LONGEST_QUOTE + 20)


@given(st.integers(0, 2**30), st.integers(1, 10_000), WORDS, st.booleans())
def test_a_link_names_what_it_was_made_of(start, length, words, named):
    note = uuid7() if named else ""
    link = link_to(SHA, start, start + length, words, note)
    assert read_link(link) == PassageLink(SHA, start, start + length, words[:LONGEST_QUOTE], note)
    assert link.isascii()
    assert not set(link) & set(" \n()<>\"'")
    assert len(link) <= LONGEST_LINK


@pytest.mark.parametrize(
    "text",
    [
        "",
        "deskbrief:",
        "deskbrief://open",
        f"http://open?doc={SHA}&start=0&end=1&quote=a",
        f"deskbrief://run?doc={SHA}&start=0&end=1&quote=a",
        f"deskbrief://open/etc/passwd?doc={SHA}&start=0&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&start=0&end=1&quote=",
        f"deskbrief://open?doc={SHA}&start=2&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&start=-2&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&start=٣&end=9&quote=a",
        f"deskbrief://open?doc={SHA}&start=0&end=99999999999&quote=a",
        f"deskbrief://open?doc={SHA[:-1]}&start=0&end=1&quote=a",
        "deskbrief://open?doc=../../x&start=0&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&doc={SHA}&start=0&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&start=0&end=1&quote=%ff",
        f"deskbrief://[open?doc={SHA}&start=0&end=1&quote=a",
        f"deskbrief://open?doc={SHA}&start=0&end=1&quote=" + "a" * LONGEST_LINK,
        f"deskbrief://open?doc={SHA}&start=0&end=1&quote=a" + "&x=1" * 30,
    ],
)
def test_anything_else_names_nothing(text):
    assert read_link(text) is None


def test_a_passage_may_end_where_the_longest_text_does_and_no_further():
    assert FARTHEST == 2**31
    assert read_link(link_to(SHA, 0, FARTHEST, "words")).end == FARTHEST
    assert read_link(link_to(SHA, 0, FARTHEST + 1, "words")) is None


def test_a_link_to_a_note_names_it():
    note = uuid7()
    assert linked_note(note_link(note)) == note
    assert linked_note(link_to(SHA, 0, 5, "words", note)) == note
    assert linked_note(link_to(SHA, 0, 5, "words")) == ""
    assert linked_note("deskbrief://note/../x") == ""
    assert linked_note("https://example.org") == ""
    assert read_link(note_link(note)) is None


def test_a_note_of_another_kind_is_not_taken():
    link = read_link(f"deskbrief://open?doc={SHA}&start=0&end=1&quote=a&note=rm%20-rf")
    assert link is not None
    assert link.note == ""


@given(st.text(max_size=80))
def test_no_text_brings_reading_down(text):
    read_link(text)
    read_link("deskbrief://open?" + text)
