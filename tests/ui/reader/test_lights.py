"""What is lit in a text: that changes of an edition can be told from one another and from marks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.spans import Span
from deskbrief.ui.reader.lights import Lights, quiet_ground
from deskbrief.ui.reader.values import Mark
from deskbrief.ui.theme import THEMES

EMPTY = SimpleNamespace(marks=SimpleNamespace(overlapping=lambda _start, _end: ()))
SEEN = Span(100, 200)
MARK = Mark("n", Span(105, 125), Role.BLUE, MarkStyle.HIGHLIGHT, has_body=False)


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    del qtbot
    return QObject()


@pytest.fixture
def lights(parent: QObject) -> Lights:
    return Lights(parent, lambda: None)


def tint(colour: QColor) -> int:
    """Return how far a colour is from a grey."""
    parts = colour.red(), colour.green(), colour.blue()
    return max(parts) - min(parts)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_dropped_words_are_struck_out_and_added_ones_underlined_on_a_ground_of_no_mark(lights, theme):
    drawn = {}
    for dropped in (True, False):
        lights.set_changes([Span(110, 120)], dropped=dropped)
        (ground,) = lights.grounds(EMPTY, SEEN, theme)
        (drawn[dropped],) = lights.strokes(EMPTY, SEEN, theme)
        assert (ground.start, ground.end) == (drawn[dropped].start, drawn[dropped].end) == (110, 120)
        # As grey as the paper: no mark, hit or flash is.
        assert tint(ground.colour) <= tint(QColor(theme.paper)) + 2
        assert all(tint(QColor(fill)) > tint(ground.colour) for fill in theme.fills)
        assert ground.colour.name() not in {*theme.fills, theme.found, theme.found_here, theme.flash}
    # Not by colour alone.
    assert (drawn[True].through, drawn[False].through) == (True, False)
    assert drawn[True].colour != drawn[False].colour


def test_only_the_changes_on_screen_are_drawn_also_one_that_begins_above(lights):
    lights.set_changes(
        [Span(0, 20), Span(90, 105), Span(150, 160), Span(190, 230), Span(240, 250)], dropped=False
    )
    assert [one.start for one in lights.grounds(EMPTY, SEEN, THEMES["light"])] == [90, 150, 190]


def test_changes_and_hits_do_not_take_each_others_place(lights):
    lights.set_changes([Span(110, 120)], dropped=False)
    lights.set_hits([Span(130, 140)], -1)
    assert [one.start for one in lights.grounds(EMPTY, SEEN, THEMES["light"])] == [110, 130]
    lights.clear()
    assert lights.grounds(EMPTY, SEEN, THEMES["light"]) == []


def test_the_passage_of_a_jump_keeps_a_quiet_ground_when_its_flash_is_over(qtbot, lights):
    theme = THEMES["light"]
    lights.flash(Span(110, 120))
    (first,) = lights.grounds(EMPTY, SEEN, theme)
    assert (first.start, first.end, first.colour.name()) == (110, 120, theme.flash)
    qtbot.waitUntil(
        lambda: [one.colour for one in lights.grounds(EMPTY, SEEN, theme)] == [quiet_ground(theme)]
    )
    lights.go_on()
    assert lights.grounds(EMPTY, SEEN, theme) == []


def test_what_is_marked_shows_the_passage_of_a_jump_by_a_line(qtbot, lights):
    marked = SimpleNamespace(marks=SimpleNamespace(overlapping=lambda _start, _end: iter([MARK])))
    theme = THEMES["light"]
    lights.flash(Span(110, 120))
    assert lights.strokes(marked, SEEN, theme) == []
    qtbot.waitUntil(lambda: len(lights.strokes(marked, SEEN, theme)) == 1)
    (line,) = lights.strokes(marked, SEEN, theme)
    assert (line.start, line.end) == (110, 120)
