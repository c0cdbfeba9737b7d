"""The dialog that shows and changes keys, by key and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableWidget, QToolButton

from deskbrief.ui.dialogs.keypress import KeyPress
from deskbrief.ui.dialogs.keys import KeysDialog
from deskbrief.ui.keymap import usual

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot):
    made = KeysDialog()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def table(dialog):
    return dialog.findChild(QTableWidget)


def row_of(dialog, name):
    rows = table(dialog)
    return next(row for row in range(rows.rowCount()) if rows.item(row, 0).text() == name)


def choose(dialog, name):
    table(dialog).selectRow(row_of(dialog, name))
    table(dialog).setFocus()


def said(dialog):
    return next(label.text() for label in dialog.findChildren(QLabel) if label.objectName() == "hint")


def press(qtbot, dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    field = dialog.findChild(KeyPress)
    assert field.waiting
    qtbot.keyClick(field, key, modifiers)


def button(dialog, words):
    every = [*dialog.findChildren(QPushButton), *dialog.findChildren(QToolButton)]
    return next((one for one in every if words in one.text().replace("&", "") and one.isVisible()), None)


def test_a_key_is_added_by_keys_alone(dialog, qtbot):
    qtbot.keyClicks(dialog.findChild(QLineEdit), "find in")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Down)
    qtbot.waitUntil(table(dialog).hasFocus)
    assert table(dialog).item(table(dialog).currentRow(), 0).text() == "Find in text"
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_J, CONTROL)
    assert dialog.keys["find"] == ("Ctrl+F", "Ctrl+J")
    assert table(dialog).item(row_of(dialog, "Find in text"), 1).text() == "Ctrl+F or Ctrl+J"
    assert table(dialog).hasFocus()
    qtbot.keyClick(table(dialog), Qt.Key.Key_Delete)
    assert dialog.keys == usual()


def test_a_key_is_added_and_taken_away_by_mouse(dialog, qtbot):
    choose(dialog, "Mark selection or sentence")
    qtbot.mouseClick(button(dialog, "Add a key"), LEFT)
    press(qtbot, dialog, Qt.Key.Key_Q)
    assert dialog.keys["mark"] == ("H", "Q")
    qtbot.waitUntil(lambda: button(dialog, "Q  ×") is not None)
    qtbot.mouseClick(button(dialog, "H  ×"), LEFT)
    assert dialog.keys["mark"] == ("Q",)
    qtbot.mouseClick(button(dialog, "Usual keys"), LEFT)
    assert dialog.keys == usual()


def test_a_double_click_waits_for_a_key_and_escape_takes_none(dialog, qtbot):
    rows = table(dialog)
    choose(dialog, "Print the text")
    area = rows.visualItemRect(rows.item(rows.currentRow(), 0))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=area.center())
    qtbot.mouseDClick(rows.viewport(), LEFT, pos=area.center())
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.keys == usual()
    assert not dialog.findChild(KeyPress).waiting


def test_a_key_that_is_taken_moves_and_its_loss_is_told(dialog, qtbot):
    choose(dialog, "Mark selection or sentence")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_J)
    assert dialog.keys["mark"] == ("H", "J")
    assert dialog.keys["next_paragraph"] == ("Down",)
    assert said(dialog) == "J was a key of “Next paragraph”, which has it no more."
    assert table(dialog).item(row_of(dialog, "Next paragraph"), 1).text() == "Down"


def test_a_letter_is_refused_where_it_would_be_in_the_way(dialog, qtbot):
    choose(dialog, "Find in text")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Q)
    assert dialog.keys == usual()
    assert said(dialog).startswith("Q is needed for typing")


def test_a_sign_that_needs_shift_is_taken_as_the_sign(dialog, qtbot):
    choose(dialog, "Mark selection or sentence")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Exclam, SHIFT)
    assert dialog.keys["mark"] == ("H", "!")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Z, SHIFT)
    assert dialog.keys["mark"] == ("H", "!", "Shift+Z")


def test_modifiers_alone_are_waited_out(dialog, qtbot):
    choose(dialog, "Find in text")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    qtbot.keyPress(dialog.findChild(KeyPress), Qt.Key.Key_Control)
    press(qtbot, dialog, Qt.Key.Key_F9)
    assert dialog.keys["find"] == ("Ctrl+F", "F9")


def test_all_keys_become_the_usual_ones_again(qtbot):
    dialog = KeysDialog({**usual(), "find": (), "mark": ("Q",)})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(button(dialog, "Usual keys for all"), LEFT)
    assert dialog.keys == usual()


def test_the_filter_finds_commands_and_keys(dialog, qtbot):
    rows = table(dialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "f3")
    shown = [rows.item(row, 0).text() for row in range(rows.rowCount()) if not rows.isRowHidden(row)]
    assert shown == ["Find next", "Find previous"]
    assert not rows.isRowHidden(rows.currentRow())


def test_commands_that_are_not_there_are_not_shown(qtbot):
    dialog = KeysDialog(None, {"aloud"})
    qtbot.addWidget(dialog)
    rows = table(dialog)
    assert "Read aloud, pause" not in [rows.item(row, 0).text() for row in range(rows.rowCount())]
    assert dialog.keys["aloud"] == ("L",)


def test_escape_leaves_and_enter_in_the_filter_does_not_save(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(table(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == 0


def test_saving_accepts(dialog, qtbot):
    qtbot.mouseClick(button(dialog, "Save"), LEFT)
    assert dialog.result() == 1


def test_a_command_is_found_by_what_it_does_and_nothing_found_is_said(dialog, qtbot):
    box, rows = dialog.findChild(QLineEdit), table(dialog)

    def shown():
        return [rows.item(row, 0).text() for row in range(rows.rowCount()) if not rows.isRowHidden(row)]

    box.setText("write a note")
    assert shown() == ["Note on selection or sentence", "Write in a note"]
    box.setText("highlight")
    assert "Mark selection or sentence" in shown()
    box.setText("no such thing")
    assert shown() == []
    assert "No command matches" in said(dialog)
    assert not dialog.findChild(KeyPress).isVisible()
    box.setText("")
    assert dialog.findChild(KeyPress).isVisible()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_dialog_fits_a_low_screen(dialog):
    assert dialog.minimumSizeHint().height() < 600 - 60


def test_keys_of_lists_and_of_the_builder_are_told_and_are_fixed(dialog, qtbot):
    before = dict(dialog.keys)
    choose(dialog, "Confirm a row")
    row = row_of(dialog, "Confirm a row")
    assert [table(dialog).item(row, column).text() for column in (1, 2)] == ["Y", "in the outline"]
    assert said(dialog) == "These keys are fixed."
    assert button(dialog, "Add a key") is None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(table(dialog), key)
    assert not dialog.findChild(KeyPress).waiting
    assert dialog.keys == before
    choose(dialog, "Find in text")
    assert button(dialog, "Add a key") is not None
    assert said(dialog) != "These keys are fixed."
    qtbot.keyClicks(dialog.findChild(QLineEdit), "builder preview")
    rows = table(dialog)
    shown = [rows.item(at, 0).text() for at in range(rows.rowCount()) if not rows.isRowHidden(at)]
    assert shown == ["Make the preview larger, smaller, or fit"]
