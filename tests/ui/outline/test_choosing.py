"""Several rows chosen with Shift and Ctrl, and decided about at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Outline
from deskbrief.services.curation import Curated
from deskbrief.ui.outline.panel import OutlinePanel, OutlineState
from helpers.qt_panels import click, keys_of, row_point, zone_rect

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def key_of(curated: Curated, words: str) -> str:
    """Return the key of the item that tells of `words`."""
    items = (*curated.events, *curated.recommendations)
    return next(item.key for item in items if words in str(item.value))


def chosen(panel: OutlinePanel) -> list[str]:
    return [row.key for row in panel.list.chosen]


def events(panel: OutlinePanel) -> list[str]:
    return [key for key in keys_of(panel.list) if key.startswith("event")]


def press(panel: OutlinePanel, key: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = row_point(panel.list, key)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, keys, at)


def test_shift_and_arrows_choose_rows_and_letters_decide_on_all(panel: OutlinePanel, qtbot: QtBot) -> None:
    first, second, third = events(panel)[:3]
    panel.list.set_current(panel.list.show_row(first))
    QTest.keyClick(panel.list, Qt.Key.Key_Down, SHIFT)
    assert chosen(panel) == [first, second]
    with qtbot.waitSignal(panel.verdicts_requested) as asked:
        QTest.keyClicks(panel.list, "x")
    items, verdict = asked.args
    assert ([item.key for item in items], verdict) == ([first, second], Verdict.REJECTED)
    QTest.keyClick(panel.list, Qt.Key.Key_Up, SHIFT)
    assert panel.list.current is not None
    assert panel.list.current.key == first
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert chosen(panel) == []
    assert third in events(panel)


def test_the_mouse_chooses_with_shift_and_ctrl(panel: OutlinePanel, qtbot: QtBot) -> None:
    first, second, third = (key for key in events(panel)[:3])
    with qtbot.assertNotEmitted(panel.beside_requested):
        press(panel, first)
        press(panel, third, SHIFT)
        assert {first, third} <= set(chosen(panel))
        assert chosen(panel) == [first, second, third] or "part|undated" in keys_of(panel.list)
        press(panel, second, CONTROL)
    assert second not in chosen(panel)
    selection = panel.list.selectionModel()
    assert {index.row() for index in selection.selectedRows()} == {
        keys_of(panel.list).index(key) for key in chosen(panel)
    }
    press(panel, second)
    assert chosen(panel) == []
    assert [index.row() for index in selection.selectedRows()] == [keys_of(panel.list).index(second)]
    assert selection.isSelected(panel.list.currentIndex())


def test_ctrl_and_a_click_on_a_section_still_shows_it_in_the_other_pane(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.beside_requested):
        press(panel, "section|0|What Should Follow", CONTROL)


def test_the_marks_on_one_of_them_decide_on_all(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    one, other = key_of(curated, "Flood"), key_of(curated, "Repair Gauges")
    press(panel, one)
    press(panel, other, CONTROL)
    with qtbot.waitSignal(panel.verdicts_requested) as asked:
        click(panel.list, zone_rect(panel.list, other, "confirm").center())
    items, verdict = asked.args
    assert ({item.key for item in items}, verdict) == ({one, other}, Verdict.CONFIRMED)


def test_what_is_chosen_stays_so_when_the_rows_come_anew_and_is_cleared_when_all_agree(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    first, second = events(panel)[:2]
    press(panel, first)
    press(panel, second, SHIFT)
    confirmed = tuple(
        replace(item, verdict=Verdict.CONFIRMED) if item.key in {first, second} else item
        for item in curated.events
    )
    panel.show_outline(document, outline, replace(curated, events=confirmed), OutlineState.FULL)
    assert chosen(panel) == [first, second]
    with qtbot.waitSignal(panel.verdicts_requested) as asked:
        QTest.keyClicks(panel.list, "y")
    assert asked.args[1] is None


@pytest.mark.parametrize("letter", ["y", "x"])
def test_a_row_that_is_not_among_them_is_decided_alone(
    panel: OutlinePanel, qtbot: QtBot, letter: str
) -> None:
    first, second = events(panel)[:2]
    press(panel, first)
    press(panel, second, SHIFT)
    panel.list.set_current(panel.list.show_row(events(panel)[2]))
    with qtbot.waitSignal(panel.verdict_requested):
        QTest.keyClicks(panel.list, letter)
