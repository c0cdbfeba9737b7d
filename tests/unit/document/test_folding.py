"""Folding: what becomes equal, and the way back to the letters it came from."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document import folding
from deskbrief.document.folding import Fold, Folded

SIGNS = st.sampled_from("aZé\u0301ßİŉﬃæ\u00ad\u200b\u2019–\u00a0😀\u05d0\u05b7 \n")


def test_every_letter_that_changes_its_length_is_known():
    """A letter outside the pattern of units is folded as part of a longer stretch, one for one."""
    missed = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if len(chr(code).casefold()) != 1 and not folding._UNIT.match(chr(code))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("STRASSE Straße", "strasse strasse"),
        ("Énormité, Ærø, Łódź", "enormite, aero, lodz"),
        ("“it’s” – no", '"it\'s" - no'),
        ("co\u00adop\u200derate\ufeff", "cooperate"),
        ("بَيت", "بيت"),
        ("東京の計画", "東京の計画"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_spellings_of_one_word_are_equal(text: str, folded: str):
    assert Fold().word(text) == folded


def test_case_and_accents_can_be_kept():
    assert Fold(case=True).word("Élan") == "Elan"
    assert Fold(accents=True).word("E\u0301LAN") == "élan"
    assert Fold(case=True, accents=True).word("Élan") == "Élan"


@given(st.lists(st.text(SIGNS, max_size=8), max_size=5))
def test_the_way_back_is_in_order_and_covers_what_was_folded(pieces: list[str]):
    folded = Folded(Fold())
    for piece in pieces:
        folded.add(piece)
    text = "".join(pieces)
    starts = [folded.start(at) for at in range(len(folded.text))]
    ends = [folded.end(at + 1) for at in range(len(folded.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in Fold().word(text[start:end])


@given(st.text(SIGNS, max_size=20), st.integers(0, 20))
def test_a_place_leads_to_what_stands_there_or_after_it(text: str, offset: int):
    folded = Folded(Fold()).add(text)
    offset = min(offset, len(text))
    place = folded.place(offset)
    assert 0 <= place <= len(folded.text)
    if place < len(folded.text):
        assert folded.end(place + 1) > offset
