"""What a document is called."""

from __future__ import annotations

import pytest

from deskbrief.services.titles import sentence_case, title_of


@pytest.mark.parametrize(
    ("title", "file_name", "name"),
    [
        ("Grain", "report.txt", "Grain"),
        ("Grain", "000_1cce.txt", "Grain"),
        ("", "grain_report-2.txt", "grain report-2"),
        ("", "000_1cce6cf4.txt", "“Bread is dear this year.”"),
        ("", "12.pdf", "“Bread is dear this year.”"),
    ],
)
def test_the_name_of_a_document(title: str, file_name: str, name: str):
    assert title_of(title, file_name, "Bread is dear this year.") == name


def test_without_any_words_the_file_names_it():
    assert title_of("", "000_1.txt", "") == "000 1"
    assert title_of("", "", "") == "Untitled"


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("the treaty", "The treaty"),
        ("ǆ", "Ǆ"),
        ("7 days", "7 days"),
        ("", ""),
        ("(iv) build a wall", "Build a wall"),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, begun: str):
    assert sentence_case(text) == begun
