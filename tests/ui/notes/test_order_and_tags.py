"""The orders of the notes, their tags, and the names of the colours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.ui.dialogs.roles import RolesDialog
from deskbrief.ui.dialogs.tags import TagsDialog
from deskbrief.ui.notes.arrange import NoteOrder
from deskbrief.ui.notes.panel import NoteEntry, NotesPanel
from deskbrief.ui.notes.roles import RoleDot
from deskbrief.ui.notes.tags import TagLine, tags_in
from helpers.qt_panels import keys_of, row_point, spoken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def with_note(entry: NoteEntry, **fields: object) -> NoteEntry:
    return replace(entry, note=replace(entry.note, **fields))


@pytest.fixture
def tagged(panel: NotesPanel, entries: list[NoteEntry]) -> list[NoteEntry]:
    made = [
        with_note(entries[0], tags=("water",), modified="2026-03-02"),
        replace(with_note(entries[1], tags=("Annex", "water"), modified="2026-03-05"), section=""),
        with_note(entries[2], modified="2026-03-01"),
    ]
    panel.show_notes(made)
    return made


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (NoteOrder.TEXT, [0, 1, 2]),
        (NoteOrder.DATE, [1, 0, 2]),
        (NoteOrder.SECTION, ["What Should Follow", 0, 2, "Opening", 1]),
        (NoteOrder.ROLE, ["Yellow", 0, "Green", 1, "Blue", 2]),
        (NoteOrder.TAG, ["#Annex", 1, "#water", 0, "Without a tag", 2]),
    ],
)
def test_notes_stand_in_the_order_that_is_chosen(
    panel: NotesPanel, tagged: list[NoteEntry], order: NoteOrder, wanted: list[object]
) -> None:
    panel.set_order(order)
    keys = [f"group|{one}" if isinstance(one, str) else tagged[one].note.id for one in wanted]
    assert [key for key in keys_of(panel.list) if not key.startswith("also")] == keys


def test_the_order_is_chosen_from_a_menu_and_told(
    panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot
) -> None:
    action = next(one for one in panel._order_button.menu().actions() if one.data() == NoteOrder.ROLE)
    with qtbot.waitSignal(panel.order_changed) as told:
        action.trigger()
    assert told.args == [NoteOrder.ROLE]
    assert action.isChecked()
    assert "Yellow" in spoken(panel.list)[0]


def test_tags_are_told_once_when_the_line_is_left(
    panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot
) -> None:
    panel.edit(tagged[2].note.id)
    line = panel.findChild(TagLine)
    qtbot.keyClicks(line, "#river,  two words , RIVER")
    with qtbot.waitSignal(panel.tags_requested) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [tagged[2].note.id, ("RIVER", "two words")]
    with qtbot.assertNotEmitted(panel.tags_requested):
        panel.flush()


def test_tags_of_one_note_are_not_given_to_the_next(
    panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot
) -> None:
    panel.edit(tagged[2].note.id)
    qtbot.keyClicks(panel.findChild(TagLine), "river")
    with qtbot.waitSignal(panel.tags_requested) as told:
        panel.list.set_current(0)
    assert told.args == [tagged[2].note.id, ("river",)]
    assert panel.findChild(TagLine).text() == "water"


def test_known_tags_are_offered(panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot) -> None:
    panel.edit(tagged[2].note.id)
    line = panel.findChild(TagLine)
    qtbot.keyClicks(line, "river, WA")
    assert line._completer.currentCompletion() == "water"
    line._complete("water")
    assert tags_in(line.text()) == ("river", "water")


def test_tags_are_spoken_and_filtered(panel: NotesPanel, tagged: list[NoteEntry]) -> None:
    assert "#Annex" in spoken(panel.list)[1]
    panel._filter.setText("annex")
    assert tagged[1].note.id in keys_of(panel.list)
    assert tagged[0].note.id not in keys_of(panel.list)


def test_colours_have_the_names_that_the_user_gave(panel: NotesPanel, tagged: list[NoteEntry]) -> None:
    panel.set_role_names({Role.YELLOW: "Fact"})
    assert "Fact" in spoken(panel.list)[0]
    assert "Role: Fact" in [dot.accessibleName() for dot in panel.findChildren(RoleDot)]
    panel.set_order(NoteOrder.ROLE)
    assert keys_of(panel.list)[0] == "group|Fact"


def test_names_are_asked_for_all_colours(panel: NotesPanel) -> None:
    dialog = RolesDialog({Role.GREEN: "Claim"}, panel)
    dialog.lines[Role.PINK].setText(" To | check ")
    assert dialog.names() == {Role.GREEN: "Claim", Role.PINK: "To check"}


def test_several_notes_are_acted_on_at_once(panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot) -> None:
    ids = [entry.note.id for entry in tagged]
    assert panel.acted_on() == (ids, False)
    panel.list.set_current(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.acted_on() == ([ids[1]], True)
    assert spoken(panel.list)[1].startswith("chosen, ")
    menu = panel.together.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "1 chosen"
    with qtbot.waitSignal(panel.together.recolour_asked) as told:
        menu.actions()[3].trigger()
    assert told.args == [[ids[1]], Role.BLUE]


def test_with_a_filter_what_is_shown_is_acted_on(panel: NotesPanel, tagged: list[NoteEntry]) -> None:
    panel._filter.setText("water")
    assert panel.acted_on() == ([tagged[0].note.id, tagged[1].note.id], False)


def test_a_group_is_closed_and_opened(panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot) -> None:
    panel.set_order(NoteOrder.ROLE)
    panel.list.set_current(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert keys_of(panel.list)[:2] == ["group|Yellow", "group|Green"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert keys_of(panel.list)[1] == tagged[0].note.id


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        *(("#harvest", [1]), ("harvest", [1]), ("#harv", [1]), ("role:blue", [2]), ("evidence", [1])),
        *(("2024-05", [0]), ("green 2024-06-02", [1]), ("yellow", [0]), ("#", [1])),
    ],
)
def test_the_filter_knows_tags_as_they_are_shown_colours_by_both_names_and_days(
    panel: NotesPanel, entries: list[NoteEntry], words: str, kept: list[int]
):
    dated = [
        with_note(entries[0], created="2024-05-01T10:00:00.000Z", modified="2024-05-01T10:00:00.000Z"),
        with_note(entries[1], tags=("harvest",), modified="2024-06-02T10:00:00.000Z"),
        entries[2],
    ]
    panel.show_notes(dated)
    panel.set_role_names({Role.GREEN: "Evidence"})
    panel._filter.setText(words)
    assert keys_of(panel.list) == [dated[number].note.id for number in kept]


def test_a_tag_is_taken_from_all_notes_shown(panel: NotesPanel, tagged: list[NoteEntry], qtbot: QtBot):
    menu = panel.together.menu()
    menu.aboutToShow.emit()
    tags = next(one.menu() for one in menu.actions() if one.text() == "Remove a tag")
    assert [one.text() for one in tags.actions()] == ["#Annex", "#water"]
    with qtbot.waitSignal(panel.together.untag_asked) as asked:
        tags.actions()[1].trigger()
    assert asked.args == [[entry.note.id for entry in tagged], "water"]
    panel._filter.setText("role:blue")
    menu.aboutToShow.emit()
    assert not next(one for one in menu.actions() if one.text() == "Remove a tag").isEnabled()


def test_tags_and_colours_given_while_one_writes_count_for_the_filter_at_once(
    panel: NotesPanel, entries: list[NoteEntry]
):
    panel.edit(entries[0].note.id)
    changed = [with_note(entries[0], tags=("harvest",), role=Role.PURPLE), *entries[1:]]
    panel.show_notes(changed)
    panel._filter.setText("#harvest")
    assert keys_of(panel.list) == [entries[0].note.id]
    panel._filter.setText("violet")
    assert keys_of(panel.list) == [entries[0].note.id]


def test_notes_are_chosen_with_ctrl_and_shift_as_anywhere(
    panel: NotesPanel, entries: list[NoteEntry], qtbot: QtBot
):
    ids = [entry.note.id for entry in entries]

    def press(number: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = row_point(panel.list, ids[number])
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, held, at)

    press(1, Qt.KeyboardModifier.ControlModifier)
    press(3, Qt.KeyboardModifier.ControlModifier)
    assert panel.acted_on() == ([ids[1], ids[3]], True)
    assert not panel.editing()
    press(3, Qt.KeyboardModifier.ControlModifier)
    press(2, Qt.KeyboardModifier.ShiftModifier)
    assert panel.acted_on() == ([ids[2], ids[3]], True)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.acted_on()[1]
    press(2, Qt.KeyboardModifier.ControlModifier)
    press(0)
    assert not panel.acted_on()[1]


def test_tags_for_several_notes_are_completed(panel: NotesPanel, qtbot: QtBot):
    dialog = TagsDialog(2, ["water", "Annex"], panel)
    qtbot.addWidget(dialog)
    assert not dialog.tags()
    qtbot.keyClicks(dialog.line, "river, WA")
    assert dialog.line._completer.currentCompletion() == "water"
    dialog.line._complete("water")
    assert dialog.tags() == ("river", "water")


def test_a_note_with_several_tags_is_told_under_each(panel: NotesPanel, entries: list[NoteEntry]):
    two = with_note(entries[1], tags=("water", "annex"))
    panel.show_notes([with_note(entries[0], tags=("water",)), two])
    panel.set_order(NoteOrder.TAG)
    kept = [entries[0].note.id, two.note.id]
    also = f"also|water|{kept[1]}"
    assert keys_of(panel.list) == ["group|#annex", kept[1], "group|#water", kept[0], also]
    assert spoken(panel.list)[4] == "“the flow fell”, under #annex"
    panel._open(panel.list.rows[4])
    assert panel.list.current.key == kept[1]
    assert panel.acted_on() == ([kept[1], kept[0]], False)
