from __future__ import annotations

import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbrief.brief.characters import clusters, code_point, folded, plain, remarks_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two  spaces\n and\ta line", "two spaces and a line"),
        ("thin\u2009space\u2028line", "thin space line"),
        ("kept\u00a0together\u202fhere", "kept\u00a0together\u202fhere"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eturned\u202c", "turned"),
        ("e\u0301t\u00e9", "été"),
        ("\u212b stays \u2126", "\u212b stays \u2126"),
        ("q\u0301", "q\u0301"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_every_format_character_is_left_out_but_arabic_number_signs() -> None:
    formats = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"]
    kept = {character for character in formats if folded(character)}
    assert kept == {character for character in formats if unicodedata.bidirectional(character) == "AN"} | {
        character for character in formats if character in "\U000110bd\U000110cd"
    }


@given(st.text())
@settings(max_examples=100)
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(st.text())
@settings(max_examples=100)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet=st.characters(), max_size=60))
@settings(max_examples=100)
def test_plain_text_can_be_written_anywhere(text: str) -> None:
    kept = plain(text)
    kept.encode("utf-16")
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in kept)


@pytest.mark.parametrize(
    ("character", "shown"), [("中", "[U+4E2D]"), ("\x00", "[U+0000]"), ("😀", "[U+1F600]")]
)
def test_code_point(character: str, shown: str) -> None:
    assert code_point(character) == shown


def test_remarks_name_scripts_and_count_characters() -> None:
    remarks = remarks_on(Counter("שלום" + "中文中" + "😀"))
    assert len(remarks) == 2
    assert "Hebrew" in remarks[0]
    assert "4 characters" in remarks[0]
    assert "Chinese or Japanese characters" in remarks[1]
    assert "4 characters" in remarks[1]


def test_one_lost_character_is_told_in_the_singular() -> None:
    assert "1 character is shown" in remarks_on(Counter("中"))[0]


def test_nothing_lost_means_no_remark() -> None:
    assert remarks_on(Counter()) == []


def test_many_scripts_are_not_all_listed() -> None:
    assert "and others" in remarks_on(Counter("中กကកกཀअঅਅஅ"))[0]
