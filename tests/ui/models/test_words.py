"""Texts for panels: folded, wrapped, escaped."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from deskbrief.ui.models.look import Face
from deskbrief.ui.models.words import as_tool_tip, folded, needles, on_one_line, wrapped

LONG = "The commission will publish its data every month, and the ministries will answer it in public."


@pytest.fixture
def face(qtbot: QtBot) -> Face:
    font = QFont()
    font.setPixelSize(13)
    return Face(font)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("École Élysée", "ecole elysee"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("हिन्दी", "हिन्दी")],
)
def test_folding_ignores_case_and_accents_and_keeps_letters(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_filter_is_a_set_of_words() -> None:
    assert needles("  Élysée  treaty ") == ("elysee", "treaty")


@pytest.mark.parametrize("width", [60, 120, 300])
@pytest.mark.parametrize(
    "text", [LONG, LONG.replace(" ", ""), "🌊 " * 60, "水" * 200, "first\nsecond\nthird line"]
)
def test_lines_fit_and_hold_the_text(face: Face, text: str, width: int) -> None:
    lines = wrapped(text, face, width, 50)
    assert all(face.advance(line) <= width + 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("width", [90, 400])
def test_each_line_of_a_text_from_right_to_left_is_drawn_as_one(face: Face, width: int) -> None:
    """A line that began with a Latin word or a number stood the wrong way round."""
    text = "اجتمع المجلس WHO في 4 مارس 2024 عن جودة المياه"
    lines = wrapped(text, face, width, 50)
    assert all(line[0] == "\u2067" and line[-1] == "\u2069" for line in lines)
    assert " ".join(line[1:-1] for line in lines) == text
    assert wrapped(f"On {text}", face, 4000, 50) == (f"On {text}",)


def test_the_last_line_says_that_there_is_more(face: Face) -> None:
    lines = wrapped(LONG, face, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert face.advance(lines[1]) <= 150


def test_a_very_long_text_is_cut_and_says_so(face: Face) -> None:
    assert wrapped("word " * 100_000, face, 400, 500)[-1].endswith("…")


@pytest.mark.parametrize("width", [0, -5])
def test_no_room_no_lines(face: Face, width: int) -> None:
    assert wrapped(LONG, face, width, 3) == ()


def test_a_tool_tip_is_never_mark_up_from_the_document() -> None:
    tip = as_tool_tip("<img src='file:///etc/passwd'> & more")
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_one_line_has_single_spaces() -> None:
    assert on_one_line(" a \n b\t c ") == "a b c"


def test_a_name_shortened_in_its_middle_keeps_what_tells_it_apart(face: Face):
    name = "The Grain Report of the Velden Council (Harbour report.txt)"
    short = face.elided_middle(name, face.advance(name) * 2 // 3)
    assert face.advance(short) <= face.advance(name) * 2 // 3
    assert (short[:9], short[-11:]) == (name[:9], name[-11:])
    assert face.elided_middle(name, face.advance(name)) == name
