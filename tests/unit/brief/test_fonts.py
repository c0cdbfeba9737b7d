from __future__ import annotations

import pytest

from deskbrief.brief.fonts import FALLBACKS, NO_BREAK_SPACE, Face, Fonts


@pytest.mark.parametrize("face", Face)
def test_every_face_can_be_measured(face: Face) -> None:
    fonts = Fonts()
    assert fonts.width(" ", face, 10) > 0
    assert fonts.width("  ", face, 10) == pytest.approx(2 * fonts.width(" ", face, 10))


def test_width_grows_with_size_and_text() -> None:
    fonts = Fonts()
    assert fonts.width("abc", Face.SERIF, 20) == pytest.approx(2 * fonts.width("abc", Face.SERIF, 10))
    assert fonts.width("ab", Face.SERIF, 10) < fonts.width("abc", Face.SERIF, 10)


def test_bold_is_wider_than_regular() -> None:
    fonts = Fonts()
    assert fonts.width("strategies", Face.SANS_BOLD, 9) > fonts.width("strategies", Face.SANS, 9)


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    fonts = Fonts()
    assert fonts.width(NO_BREAK_SPACE, Face.SERIF, 9) == fonts.width(" ", Face.SERIF, 9)


@pytest.mark.parametrize(
    ("face", "character", "chosen"),
    [
        (Face.SERIF, "a", Face.SERIF),
        (Face.SERIF, "●", Face.SANS),
        (Face.SERIF_ITALIC, "●", Face.SANS_ITALIC),
        (Face.SERIF_BOLD, "●", Face.SANS_BOLD),
        (Face.SERIF, "▸", Face.SYMBOLS),
        (Face.SANS_BOLD, "Ա", Face.SYMBOLS),
        (Face.SANS, "中", None),
        (Face.SANS, "א", None),
    ],
)
def test_fallback_goes_from_serif_to_sans_to_symbols(face: Face, character: str, chosen: Face | None) -> None:
    assert Fonts().choose(face, character) is chosen


def test_every_face_has_fallbacks_and_no_face_falls_back_to_itself() -> None:
    assert set(FALLBACKS) == set(Face)
    assert all(face not in others for face, others in FALLBACKS.items())
