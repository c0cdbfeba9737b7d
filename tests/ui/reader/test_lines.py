"""Text broken into lines: each offset has a place, and each place leads back to it, whatever the letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextOption

from deskbrief.ui.reader.lines import Lines
from helpers.qt_reader import ODD

pytestmark = pytest.mark.usefixtures("fonts")

FAMILY = "👩\u200d👩\u200d👧"


def lines_of(text: str, width: float = 200, *, backward: bool = False) -> Lines:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if backward:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    font = QFont(["Deskbrief Serif"])
    font.setPointSizeF(13.5)
    made = Lines(100, text, font, option, [])
    made.break_at(width, 27, 20)
    return made


@given(st.text(st.characters(codec=None), max_size=60))
def test_every_offset_has_a_position_and_a_line(text: str):
    lines = lines_of(text)
    for offset in range(lines.start, lines.end + 1):
        assert lines.offset(lines.position(offset)) == offset
        line = lines.line(offset)
        assert 0 <= line.top < line.baseline <= line.top + line.height <= lines.height


@pytest.mark.parametrize("text", ["plain words on several lines, and then more", ODD, "a" * 300, FAMILY * 9])
def test_a_letter_is_where_it_is_drawn(text: str):
    lines = lines_of(text)
    offset = lines.start
    while offset < lines.end:
        for area, base in lines.rects(offset, lines.next_letter(offset, 1)):
            assert area.top() <= base <= area.bottom()
            if text[offset - lines.start] in " \u00ad":
                continue
            middle = area.center()
            found = lines.letter_at(middle.x(), middle.y())
            assert found is not None
            assert lines.next_letter(found, 1) >= offset >= lines.next_letter(found, -1)
        offset = max(lines.next_letter(offset, 1), offset + 1)


@pytest.mark.parametrize("cluster", [FAMILY, "🇫🇷", "e\u0301\u0323", "😀", "𠀀"])
def test_the_cursor_goes_over_letters_as_a_reader_sees_them(cluster: str):
    lines = lines_of(f"a{cluster}b")
    after = lines.next_letter(lines.start + 1, 1)
    assert after == lines.start + 1 + len(cluster)
    assert lines.next_letter(after, -1) == lines.start + 1


def test_a_stretch_over_lines_has_a_rectangle_on_each():
    lines = lines_of("one two three four five six seven eight nine ten eleven twelve")
    areas = [area for area, _ in lines.rects(lines.start, lines.end)]
    assert len(areas) == round(lines.height / 27) > 2
    assert all(low.bottom() == high.top() for low, high in pairwise(areas))
    assert all(area.right() <= 200 for area in areas)


def test_letters_that_run_backward_stand_at_the_right():
    lines = lines_of("שלום עולם", 400, backward=True)
    assert lines.x(lines.start) > lines.x(lines.end) > 200
    first, _ = next(lines.rects(lines.start, lines.start + 4))
    assert first.right() == pytest.approx(400, abs=2)


def test_both_ends_of_a_line():
    lines = lines_of("one two three four five six seven eight nine ten")
    second = next(offset for offset in range(lines.start, lines.end) if lines.line(offset).top > 0)
    assert lines.line_edge(second + 2, -1) == second
    assert lines.line(lines.line_edge(lines.start, 1)).top == 0
    assert lines.line_edge(second - 1, 1) < second


def test_what_turns_text_around_is_shown_and_does_nothing():
    lines = lines_of("ab\u202ecd\u2066e")
    assert lines.layout.text() == "ab\u21e0cd\u21e2e"
    assert [lines.x(offset) for offset in range(100, 107)] == sorted(lines.x(o) for o in range(100, 107))
