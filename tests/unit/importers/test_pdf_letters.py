"""Letters of a PDF that its fonts do not name."""

from __future__ import annotations

import pytest

from deskbrief.importers.pdf_letters import UNKNOWN, text_of, without_holes


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("bene0ts of the 0rst year", "bene\ufffdts of the \ufffdrst year"),
        ("to di0er, and so o0 it went", "to di\ufffder, and so o\ufffd it went"),
        ("0 item with a bullet", "0 item with a bullet"),
        ("0item with a bullet", "0item with a bullet"),
        ("a00b is no word", "a00b is no word"),
    ],
)
def test_letters_without_a_name_leave_a_sign_in_words(told, shown):
    assert without_holes(told.replace("0", UNKNOWN)) == shown.replace("0", UNKNOWN)


def test_code_points_that_do_not_exist_are_letters_without_a_name():
    assert text_of([65, 0xFFFFFFFF, 0x10FFFF, 66]) == f"A{UNKNOWN}\U0010ffffB"


def test_a_soft_hyphen_that_a_page_paints_is_a_hyphen():
    assert text_of([*map(ord, "1\u00ad12 months")]) == "1-12 months"
