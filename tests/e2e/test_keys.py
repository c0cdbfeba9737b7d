"""Keys that the user has changed, in the running program: used at once, kept, and named everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTableWidget, QToolButton

from deskbrief.document.spans import Span
from deskbrief.services.paths import AppPaths
from deskbrief.services.settings import load_settings, save_settings
from deskbrief.ui.dialogs.keypress import KeyPress
from deskbrief.ui.dialogs.keys import KeysDialog
from deskbrief.ui.reader.selectionbar import RoleDot

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = "This thaw is characterized"


@pytest.fixture
def hands(hands):
    """The program with the keyboard at a sentence."""
    start = hands.front.document.text.index(FIRST)
    hands.window.parts.reader.view.go_to(Span(start, start), flash=False)
    return hands


def change(qtbot, program, name, key, modifiers=Qt.KeyboardModifier.NoModifier, *, save=True, instead=False):
    """Open the dialog as F1 does, give a command a key more, or instead of its last one; save or cancel."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KeysDialog)
        table = dialog.findChild(QTableWidget)
        rows = range(table.rowCount())
        table.selectRow(next(row for row in rows if table.item(row, 0).text() == name))
        dialog.activateWindow()
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        if instead:
            qtbot.keyClick(table, Qt.Key.Key_Delete)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        qtbot.keyClick(dialog.findChild(KeyPress), key, modifiers)
        words = "Save" if save else "Cancel"
        buttons = dialog.findChild(QDialogButtonBox).buttons()
        qtbot.mouseClick(next(one for one in buttons if one.text().replace("&", "") == words), LEFT)

    QTimer.singleShot(0, act)
    program.press("keys")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)


def test_a_key_of_the_text_works_at_once_and_the_other_command_has_it_no_more(hands, qtbot):
    view = hands.window.parts.reader.view
    change(qtbot, hands, "Mark selection or sentence", Qt.Key.Key_J)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    at = view.standing()
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert len(hands.front.notes) == 1
    assert view.standing() == at
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.standing() > at


def test_the_text_is_walked_by_other_keys(hands, qtbot):
    view = hands.window.parts.reader.view
    change(qtbot, hands, "Next sentence", Qt.Key.Key_W)
    change(qtbot, hands, "Previous sentence", Qt.Key.Key_Left)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    first = view.sentence_here()
    qtbot.keyClick(view, Qt.Key.Key_W)
    assert view.sentence_here().start > first.end
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.sentence_here() == first


def test_a_key_that_the_text_widget_has_too_goes_to_the_command(hands, qtbot):
    view = hands.window.parts.reader.view
    change(qtbot, hands, "Mark selection or sentence", Qt.Key.Key_A, CONTROL)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert len(hands.front.notes) == 1
    assert view.selection() is None or len(view.selection()) < 1000


def test_keys_are_kept_and_used_by_the_next_window(start, sample, qtbot, tmp_path):
    program = start(sample)
    qtbot.waitUntil(lambda: program.front.document is not None, timeout=90_000)
    change(qtbot, program, "Find in text", Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: any(tmp_path.rglob("settings.toml")))
    path = next(tmp_path.rglob("settings.toml"))
    qtbot.waitUntil(lambda: 'keys."find" = ["Ctrl+F", "F9"]' in path.read_text(encoding="utf-8"))
    program.window.close()
    again = start(sample)
    assert again.window.parts.actions["find"].shortcuts()[1].toString() == "F9"


def test_cancel_changes_nothing(hands, qtbot):
    change(qtbot, hands, "Mark selection or sentence", Qt.Key.Key_J, save=False)
    assert hands.window.parts.actions["mark"].shortcut().toString() == "H"
    assert hands.program.store.settings.keys == ()


def test_tooltips_hints_and_messages_name_the_new_keys(hands, qtbot):
    window, reader = hands.window, hands.window.parts.reader
    buttons = {one.text(): one for one in reader.bars.selection.findChildren(QToolButton)}
    assert buttons["Event"].toolTip() == "Add to the events (V)"
    for name, key in (
        ("Add as event", Qt.Key.Key_Q),
        ("Mark green", Qt.Key.Key_G),
        ("Next sentence", Qt.Key.Key_W),
    ):
        change(qtbot, hands, name, key, instead=True)
    for name, key in (("Sections around this one", Qt.Key.Key_F2), ("Open", Qt.Key.Key_F4)):
        change(qtbot, hands, name, key, instead=True)
    change(qtbot, hands, "Undo", Qt.Key.Key_F8, instead=True)
    assert buttons["Event"].toolTip() == "Add to the events (Q)"
    assert [dot.toolTip() for dot in reader.bars.selection.findChildren(RoleDot)][1] == "Mark green (G)"
    assert "W and comma from sentence to sentence" in reader.view.accessibleDescription()
    assert window.parts.panes.first.crumb.toolTip() == "Sections around this one (F2)"
    assert "Open (F4)" in [one.toolTip() for one in window.bar.findChildren(QToolButton)]
    hands.press("mark")
    hands.press("delete")
    assert hands.said[-1].text == "Note deleted. F8 brings it back."
    reader.use(paged=not reader.paged)
    assert "W and comma from sentence to sentence" in reader.view.accessibleDescription()


def test_what_is_no_key_in_the_file_is_told_and_ignored(start, sample, qtbot, tmp_path):
    paths = AppPaths.under(tmp_path / "data")
    given = (("note", ("Q",)), ("open", ("F2",)), ("search", ()), ("find", ("Ctrl+Foo",)))
    save_settings(paths.settings, replace(load_settings(paths.settings), keys=given))
    program = start(sample)
    window = program.window
    assert window.parts.actions["find"].shortcut().toString() == "Ctrl+F"
    assert "find: Ctrl+Foo" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: program.front.document is not None, timeout=90_000)
    bar = window.parts.reader.bars.selection
    assert "Mark and write a note (Q)" in [one.toolTip() for one in bar.findChildren(QToolButton)]
    assert "Open (F2)" in [one.toolTip() for one in window.bar.findChildren(QToolButton)]
    assert window.bar.search.placeholderText().strip() == "Search text, notes, events…"
