import re

import pytest
from PySide6.QtGui import QColor, QPalette

from deskbrief.document.notes import Role
from deskbrief.ui.theme import ROLE_LETTERS, THEMES, letter, palette, stylesheet


def luminance(colour):
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_all_text_can_be_read_on_its_ground(theme):
    grounds = {name: getattr(theme, name) for name in ("paper", "panel", "card")}
    for ink in ("ink", "muted", "accent", "event", "recommendation", "problem"):
        for name, ground in grounds.items():
            assert contrast(getattr(theme, ink), ground) >= 4.5, (ink, name)
    for ground in (
        *theme.fills,
        theme.selected,
        theme.hover,
        theme.chip,
        theme.found,
        theme.found_here,
        theme.flash,
    ):
        assert contrast(theme.ink, ground) >= 4.5, ground
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_role_has_a_fill_a_dot_and_a_letter_of_its_own(theme):
    assert len({theme.fill(role).name() for role in Role}) == len(Role)
    assert len({theme.dot(role).name() for role in Role}) == len(Role)
    assert len(set(ROLE_LETTERS)) == len(Role) == len({letter(role) for role in Role})


def test_the_style_sheet_is_filled_in_and_names_no_colour(qapp):
    sheet = stylesheet()
    assert not re.search(r"\$\w", sheet)
    assert not re.search(r"#[0-9a-f]{6}\b", sheet)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_palette_holds_every_colour_that_the_style_sheet_names(theme, qapp):
    colours = palette(theme)
    named = set(re.findall(r"palette\(([a-z-]+)\)", stylesheet()))
    roles = {"".join(word.capitalize() for word in name.split("-")): name for name in named}
    roles = {name.replace("Tooltip", "ToolTip"): told for name, told in roles.items()}
    held = {QColor(getattr(theme, field)).name() for field in ("paper", "panel", "line", "chip", "problem")}
    assert held <= {colours.color(QPalette.ColorRole[role]).name() for role in roles}
    assert colours.color(QPalette.ColorRole.Base).name() == theme.paper
