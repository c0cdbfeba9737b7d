"""Hyphens and dashes at the ends of lines: which of them are part of a word."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.hyphens import LineWords, joins
from helpers.reading import of_kind, read

TEXT = (
    "The study of the harbour and the effects of the toll was made by the board of the port.",
    "It looked at the random arrival of the lorries and at how the ministers saw the market.",
)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("what the govern-", "ment of the town had"),
        ("what it did with-", "out the board"),
        ("how they under-", "stand it"),
        ("what they ex-", "cept from the toll"),
        ("a multi-", "ple of it"),
        ("WHAT THE GOVERN-", "MENT DID"),
    ],
)
def test_the_hyphen_of_a_parted_word_goes(line, following):
    assert LineWords((*TEXT, line, following)).drops(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("with random-", "effects models"),
        ("those with HPV-", "associated growths"),
        ("a T-", "cell of the"),
        ("the COVID19-", "related toll"),
        ("a fee-", "based service"),
        ("their call-to-", "market in spring"),
        ("it was one-", "of-a-kind there"),
        ("see https://example.org/port-", "authority/toll"),
        ("an ex-", "ministers club"),
        ("the Harbour-", "Board met"),
    ],
)
def test_the_hyphen_of_a_compound_stays(line, following):
    assert not LineWords((*TEXT, line, following)).drops(line, following)


def test_what_a_hyphen_parts_is_no_word_of_the_text():
    lines = (*TEXT, "they were build-", "ing and", "they were load-", "ing")
    assert LineWords(lines).drops("a great build-", "ing there")


def test_a_language_that_writes_compounds_in_one_keeps_no_hyphen():
    lines = (
        "Das Haus und die Tür waren alt, und der Hafen lag vor dem Haus.",
        "Vor der Haus-",
        "tür stand er.",
    )
    assert LineWords(lines).drops("Vor der Haus-", "tür stand er.")


@pytest.mark.parametrize(
    ("line", "close"), [("pages 9–", True), ("for years—", True), ("the board –", False), ("a-", False)]
)
def test_a_close_dash_is_followed_by_no_space(line, close):
    assert joins(line, "1999 to the last") is close


def test_a_range_over_the_end_of_a_line_stays_whole():
    rest = [
        "since the storm, although its stones had been loose for as long as anyone knew.",
        "",
        "The board asked the town for money, which the town did not have, and then went",
        "to the ministry, which said that it would think about the matter in the spring.",
        "Nobody was surprised when the spring came and went without a word from the men",
        "who had promised to think, and the stones went on falling into the harbour.",
        "",
    ]
    lines = [
        "The engineers of the port read all of the older reports, from those of 1994–",
        "1999 to the last one, and found that nobody had looked at the southern mole",
        *rest,
    ]
    paragraphs = of_kind(read("\n".join(lines * 2)), BlockKind.PARAGRAPH)
    assert len(paragraphs) == 4
    assert "1994–1999 to" in paragraphs[0]


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("The report is at https://", "www.example.org/quays.", True),
        ("See www.example.org/reports/", "2024/quays.pdf, page 3.", True),
        ("(http://www.example.org/find?", "year=2024)", True),
        ("It is at https://example.org/reports", "/quays-2024.pdf.", True),
        ("It is at https://example.org/reports/", "quays-of-the-north", True),
        ("It is at https://example.org/reports/", "and may be read there.", False),
        ("It is at https://example.org/reports/", "The board reads it.", False),
        ("It is at https://example.org/reports", "2024/quays.pdf", False),
        ("They asked for and/", "or received money.", False),
        ("They read www.example.org", "/ or nothing.", False),
    ],
)
def test_an_address_that_is_parted_at_one_of_its_signs_goes_on_without_a_space(line, following, whole):
    assert joins(line, following) is whole
