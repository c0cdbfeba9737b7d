"""The word at a place, and the cells and rows that a selection in a table takes."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.ui.reader.grain import rows_between, word_at
from helpers.qt_reader import Maker


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("one two three", 5, "two"),
        ("one two three", 0, "one"),
        ("one two three", 13, "three"),
        ("one two", 3, "one"),
        ("a don't b", 4, "don't"),
        ("well-known fact", 6, "well-known"),
        ("(quoted)", 0, "("),
        ("cafe\u0301 noir", 1, "cafe\u0301"),
        ("a  b", 2, "  "),
        ("x", 0, "x"),
    ],
)
def test_words(text: str, at: int, word: str):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, text)
    document = make.document()
    assert document.quote(word_at(document, at)) == word


def test_a_word_ends_with_its_block():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "one")
    make.add(BlockKind.PARAGRAPH, "two")
    document = make.document()
    assert document.quote(word_at(document, 3)) == "one"
    assert document.quote(word_at(document, 5)) == "two"


def test_cells_of_one_row_are_taken_whole_and_so_are_rows():
    make = Maker()
    make.table([["one", "two", "three"], ["four", "five", "six"]])
    text, document = make.text, make.document()
    at = text.index
    assert rows_between(document, at("wo"), at("hree")) == (at("two"), at("three") + 5)
    assert rows_between(document, at("hree"), at("wo")) == (at("three") + 5, at("two"))
    assert rows_between(document, at("wo"), at("ive")) == (0, len(text))
    assert rows_between(document, at("wo"), at("wo") + 1) == (at("wo"), at("wo") + 1)


def test_elsewhere_nothing_is_added():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "before")
    make.table([["one", "two"]])
    document = make.document()
    assert rows_between(document, 2, 9) == (2, 9)
    assert rows_between(Maker().document(), 0, 0) == (0, 0)
