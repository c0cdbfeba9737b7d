"""Dates as people write them."""

import pytest

from deskbrief.document.edtf import display
from deskbrief.document.edtf_written import from_words


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024", "2024"),
        (" 2024-03 ", "2024-03"),
        ("2024-03-05", "2024-03-05"),
        ("2021~", "2021~"),
        ("5 March 2024", "2024-03-05"),
        ("5 Mar. 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("the 5 March 2024", ""),
        ("5th of March 2024", "2024-03-05"),
        ("1st sept 2024", "2024-09-01"),
        ("May 2024", "2024-05"),
        ("Autumn 2024", "2024-23"),
        ("29 February 2023", ""),
        ("32 March 2024", ""),
        ("March March 2024", ""),
        ("3/5/2024", ""),
        ("5 Ma 2024", ""),
        ("March 24", ""),
        ("³ March 2024", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(written, edtf):
    assert from_words(written) == edtf


@pytest.mark.parametrize("edtf", ["2024", "2024-03", "2024-12-31", "2024-24", "1066-10-14"])
def test_what_is_shown_for_a_date_can_be_written_for_it(edtf):
    assert from_words(display(edtf)) == edtf
