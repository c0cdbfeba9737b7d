"""Finding in the running program: every way to look, and marks on what was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialogButtonBox

from deskbrief.ui.dialogs.place import PlaceDialog
from helpers.e2e_program import PATIENCE_MS

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def bar(reading, qtbot):
    reading.window.activateWindow()
    reading.press("find")
    bar = reading.window.parts.reader.find
    qtbot.waitUntil(bar.field.hasFocus)
    return bar


def look(qtbot, bar, words):
    bar.field.setText(words)
    qtbot.waitUntil(lambda: not bar.finder.running, timeout=PATIENCE_MS)


def found(reading, bar):
    return [reading.front.document.quote(span) for span in bar.finder.hits]


def test_a_regular_expression_is_looked_for(reading, bar, qtbot):
    qtbot.keyClick(bar.field, Qt.Key.Key_R, ALT)
    assert bar.options.pattern.isChecked()
    look(qtbot, bar, r"(july|october) \d{4}")
    assert found(reading, bar) == ["July 2023", "October 2023"]
    assert bar.count.text().endswith("of 2")
    qtbot.keyClick(bar.field, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: not bar.finder.running, timeout=PATIENCE_MS)
    assert found(reading, bar) == []


def test_a_pattern_that_cannot_be_read_is_told_in_the_bar(bar, qtbot):
    bar.options.pattern.click()
    low = bar.height()
    look(qtbot, bar, "(never closed")
    assert bar.trouble.isVisible()
    assert "cannot be read" in bar.trouble.text()
    assert bar.height() > low
    look(qtbot, bar, "now it is")
    assert not bar.trouble.isVisible()
    assert bar.height() == low


def test_a_pattern_that_would_never_end_is_stopped_and_the_program_goes_on(reading, bar, qtbot):
    bar.options.pattern.click()
    look(qtbot, bar, r"([a-z]+\s?)+#")
    assert "took longer" in bar.trouble.text()
    look(qtbot, bar, "alliances?")
    assert len(found(reading, bar)) > 1


def test_whole_words_accents_and_nearness_are_choices(reading, bar, qtbot):
    look(qtbot, bar, "REGION")
    part = len(bar.finder.hits)
    qtbot.keyClick(bar.field, Qt.Key.Key_W, ALT)
    qtbot.waitUntil(lambda: not bar.finder.running)
    assert 0 <= len(bar.finder.hits) < part
    qtbot.keyClick(bar.field, Qt.Key.Key_W, ALT)
    look(qtbot, bar, "Russían")
    assert found(reading, bar)
    bar.options.accents.trigger()
    qtbot.waitUntil(lambda: not bar.finder.running)
    assert found(reading, bar) == []
    bar.options.near.trigger()
    look(qtbot, bar, "relations russian")
    assert "Russian Relations" in found(reading, bar)


def test_a_hit_and_all_hits_are_marked_in_one_step_each(reading, bar, qtbot):
    look(qtbot, bar, "alliances")
    count = len(bar.finder.hits)
    assert count > 2
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, CONTROL)
    assert [placed.span for placed in reading.front.notes] == [bar.finder.hit()]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert [placed.span for placed in reading.front.notes] == list(bar.finder.hits)
    assert "Ctrl+Z" in reading.said[-1].text
    reading.press("undo")
    assert len(reading.front.notes) == 1
    reading.press("redo")
    assert len(reading.front.notes) == count
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert "already" in reading.said[-1].text


def test_going_to_a_paragraph_and_back(reading, qtbot):
    view = reading.window.parts.reader.view
    before = view.place()

    def answer():
        dialog = reading.window.findChild(PlaceDialog)
        go = dialog.findChild(QDialogButtonBox).buttons()[0]
        qtbot.keyClicks(dialog.field, "99")
        assert not go.isEnabled()
        dialog.field.clear()
        qtbot.keyClicks(dialog.field, "19")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    reading.press("go_to")
    qtbot.waitUntil(lambda: "¶1" in reading.window.parts.status.place_words() and view.place() > before)
    reading.press("back")
    qtbot.waitUntil(lambda: view.place() == before)
    assert "min" in reading.window.parts.status.place_words()
