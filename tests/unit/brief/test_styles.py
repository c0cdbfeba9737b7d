from __future__ import annotations

from itertools import product

import pytest

from deskbrief.brief import styles
from deskbrief.brief.styles import ROLE_COLOURS, Colour, Style
from deskbrief.document.notes import Role
from deskbrief.document.plan import PageSize

STYLES = {name: style for name, style in vars(styles).items() if isinstance(style, Style)}


def luminance(colour: Colour) -> float:
    parts = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.red, colour.green, colour.blue)
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(first: Colour, second: Colour) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", STYLES)
def test_type_stands_out_from_paper_and_band(name: str) -> None:
    for ground in (styles.WHITE, styles.BAND):
        assert contrast(STYLES[name].colour, ground) >= 4.5


@pytest.mark.parametrize("colour", [styles.ACCENT, styles.WARNING, styles.CHECKED, styles.MUTED])
def test_colours_of_single_words_stand_out(colour: Colour) -> None:
    assert contrast(colour, styles.WHITE) >= 4.5


@pytest.mark.parametrize("role", Role)
def test_a_letter_stands_out_from_its_role(role: Role) -> None:
    assert contrast(styles.LETTER.colour, ROLE_COLOURS[role]) >= 4.5


def test_every_role_has_a_colour_and_a_letter_of_its_own() -> None:
    assert set(ROLE_COLOURS) == set(Role)
    assert len({role.letter for role in Role}) == len(Role)
    assert all(len(role.letter) == 1 for role in Role)


@pytest.mark.parametrize("name", STYLES)
def test_no_type_is_smaller_than_eight_points(name: str) -> None:
    assert STYLES[name].size >= 8
    assert STYLES[name].leading >= 1.2 * STYLES[name].size


def test_body_type_is_at_least_nine_points() -> None:
    for style in (styles.BODY, styles.QUOTE, styles.NOTE, styles.CELL, styles.BOTTOM_LINE):
        assert style.size >= 9


@pytest.mark.parametrize(("size", "part"), list(product(PageSize, ("side", "top", "bottom"))))
def test_margins_are_wide_enough_for_printers(size: PageSize, part: str) -> None:
    assert getattr(styles.PAPERS[size], part) >= 42
