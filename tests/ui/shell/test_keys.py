from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from deskbrief.ui.actions import Actions
from deskbrief.ui.dialogs.keys import KeysDialog
from deskbrief.ui.fixedkeys import FIXED
from deskbrief.ui.keys import COMMANDS, Where


def test_no_key_is_given_twice():
    assert max(Counter(key for command in COMMANDS for key in command.keys).values()) == 1
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


def test_no_command_has_one_key_of_a_keyboard_twice():
    """Ctrl+Shift+\\ and Ctrl+| are one key: with both, Qt calls it ambiguous and does nothing."""
    from deskbrief.ui.keymap import one_key

    every = [one_key(key) for command in COMMANDS for key in command.keys]
    assert [key for key, times in Counter(every).items() if times > 1] == []


def test_every_key_is_one_that_qt_knows(qapp):
    for command in COMMANDS:
        for key in command.keys:
            assert QKeySequence(key).toString(), key


def test_single_letters_work_in_the_text_only():
    for command in COMMANDS:
        if any(len(key) == 1 for key in command.keys):
            assert command.where is Where.TEXT


def test_the_keys_people_expect_are_there():
    keys = {key for command in COMMANDS for key in command.keys}
    expected = (
        "Ctrl+O",
        "Ctrl+F",
        "F3",
        "Shift+F3",
        "Ctrl+K",
        "H",
        "N",
        "1",
        "6",
        "Delete",
        "Ctrl+Z",
        "Ctrl+Shift+Z",
    )
    assert keys >= {
        *expected,
        "J",
        "K",
        "Alt+Left",
        "Alt+Right",
        "F6",
        "F7",
        "Ctrl+H",
        "F11",
        "Ctrl+E",
        "Ctrl+0",
    }


def test_actions_belong_where_they_work(qtbot):
    window, text = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(text)
    actions = Actions(window, text)
    assert actions["mark"] in text.actions()
    assert actions["open"] in window.actions()
    actions.enable(False, "mark", "open")
    assert not actions["mark"].isEnabled()


def test_colours_and_letters_are_found_by_what_they_are_called(qtbot):
    window, text = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(text)
    actions = Actions(window, text)
    for words, command in ((["dark"], "colours_dark"), (["theme", "sepia"], "colours_sepia")):
        assert command in [action.objectName() for action in actions.matching(words)]
    assert actions.matching(["dark"])[0].objectName() == "colours_dark"
    assert len(actions.matching(["theme"])) == 4
    assert {one.objectName() for one in actions.matching(["font", "serif"])} == {"serif", "sans"}


def test_help_shows_every_command(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QTableWidget

    table = dialog.findChild(QTableWidget)
    assert table.rowCount() == len(COMMANDS) + len(FIXED)
    assert table.item(0, 0).text() == "Open"
    assert "Ctrl+O" in table.item(0, 1).text()
