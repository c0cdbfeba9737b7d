"""The notes dock: reading, writing, saving that fails."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.notes.panel import NoteEntry, NotesPanel
from deskbrief.ui.notes.roles import RoleDot
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import click, has_keyboard, keys_of, row_point, spoken, zone_rect

#: What the offscreen platform says about every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def text_of(panel: NotesPanel) -> QPlainTextEdit:
    return panel.findChild(QPlainTextEdit)


def write(panel: NotesPanel, qtbot: QtBot, note: NoteEntry, words: str) -> None:
    panel.activateWindow()
    panel.edit(note.note.id)
    qtbot.waitUntil(text_of(panel).hasFocus)
    qtbot.keyClicks(text_of(panel), words)


def with_body(entries: list[NoteEntry], number: int, body: str) -> list[NoteEntry]:
    changed = replace(entries[number], note=replace(entries[number].note, body=body))
    return [changed if place == number else entry for place, entry in enumerate(entries)]


def test_the_model_is_consistent(panel: NotesPanel, entries: list[NoteEntry]) -> None:
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.show_notes(entries[1:])
    panel.show_notes([])
    panel.show_notes(entries)
    assert tester.model() is panel.list.model()


def test_notes_stand_in_the_order_given(panel: NotesPanel, entries: list[NoteEntry]) -> None:
    assert keys_of(panel.list) == [entry.note.id for entry in entries]


def test_notes_are_spoken_with_all_they_show(panel: NotesPanel) -> None:
    lines = spoken(panel.list)
    assert lines[0] == (
        "Which countries?, quote: a river that two countries share, yellow, paragraph 1, What Should Follow"
    )
    assert "moved" in lines[2]


def test_without_notes_it_says_how_to_make_one(panel: NotesPanel) -> None:
    panel.show_notes(())
    (line,) = spoken(panel.list)
    assert "press N" in line


def test_a_click_leads_to_the_passage_and_opens_the_editor(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, entries[0].note.id))
    assert asked.args == [entries[0].note.anchor.span]
    assert text_of(panel).isVisible()
    assert text_of(panel).toPlainText() == "Which countries?"


def test_a_moved_note_leads_to_where_its_passage_is_now(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    panel.show_notes([replace(entries[2], span=Span(3, 9))])
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, entries[2].note.id))
    assert asked.args == [Span(3, 9)]


def test_edit_puts_the_caret_at_the_end(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    write(panel, qtbot, entries[0], " Yes.")
    assert text_of(panel).toPlainText() == "Which countries? Yes."
    assert panel.editing() == entries[0].note.id


def test_edit_of_a_filtered_note_lifts_the_filter(panel: NotesPanel, entries: list[NoteEntry]) -> None:
    panel.findChild(QLineEdit).setText("annex")
    panel.edit(entries[0].note.id)
    assert text_of(panel).toPlainText() == "Which countries?"
    assert panel.findChild(QLineEdit).text() == ""


def test_edit_of_an_unknown_note_does_nothing(panel: NotesPanel) -> None:
    panel.edit("nobody")
    assert not text_of(panel).isVisible()


def test_words_are_told_soon_after_typing(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    with qtbot.waitSignal(panel.body_changed, timeout=2000) as told:
        write(panel, qtbot, entries[1], "new")
    assert told.args == [entries[1].note.id, "new"]


@pytest.mark.parametrize("way", ["flush", "hide", "close", "focus out", "another note"])
def test_words_are_told_at_once_when_writing_ends(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry], way: str
) -> None:
    told: list[str] = []
    write(panel, qtbot, entries[1], "new")
    panel.flush()
    panel.body_changed.connect(lambda _id, body: told.append(body))
    qtbot.keyClicks(text_of(panel), "er")
    {
        "flush": panel.flush,
        "hide": panel.hide,
        "close": panel.close,
        "focus out": lambda: panel.findChild(QLineEdit).setFocus(),
        "another note": lambda: panel.edit(entries[0].note.id),
    }[way]()
    assert told == ["newer"]


def test_the_echo_of_typing_disturbs_nothing(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    write(panel, qtbot, entries[0], " Yes.")
    panel.flush()
    text_of(panel).moveCursor(QTextCursor.MoveOperation.Start)
    panel.show_notes(with_body(entries, 0, "Which countries? Yes."))
    assert text_of(panel).textCursor().position() == 0
    assert text_of(panel).document().isUndoAvailable()
    assert text_of(panel).hasFocus()


def test_an_older_echo_does_not_take_words_away(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    write(panel, qtbot, entries[0], " Yes.")
    panel.flush()
    qtbot.keyClicks(text_of(panel), " No.")
    panel.show_notes(with_body(entries, 0, "Which countries? Yes."))
    assert text_of(panel).toPlainText() == "Which countries? Yes. No."
    panel.show_notes(entries)
    assert text_of(panel).toPlainText() == "Which countries? Yes. No."


def test_an_undo_from_outside_is_shown(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    write(panel, qtbot, entries[0], " Yes.")
    panel.flush()
    panel.note_saved(entries[0].note.id)
    panel.show_notes(entries)
    assert text_of(panel).toPlainText() == "Which countries?"
    assert panel.editing() == entries[0].note.id


def test_other_notes_are_shown_anew_while_one_is_written(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    write(panel, qtbot, entries[0], "!")
    panel.show_notes(with_body(entries, 2, "Annex checked."))
    assert any(line.startswith("Annex checked.") for line in spoken(panel.list))
    assert text_of(panel).hasFocus()


def test_a_note_that_goes_takes_its_editor_along(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    write(panel, qtbot, entries[0], "!")
    panel.flush()
    panel.show_notes(entries[1:])
    assert not text_of(panel).isVisible()
    assert panel.editing() == ""


def test_words_that_could_not_be_saved_stay_with_a_sentence_and_retry(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    first = entries[0].note.id
    write(panel, qtbot, entries[0], " Yes.")
    panel.flush()
    panel.note_failed(first, "The disk is full.")
    panel.show_notes(entries)
    assert text_of(panel).toPlainText() == "Which countries? Yes."
    panel.edit(entries[1].note.id)
    panel.show_notes(entries)
    assert spoken(panel.list)[0].startswith("Which countries? Yes.")
    assert "The disk is full." in spoken(panel.list)[0]
    with qtbot.waitSignal(panel.retry_requested) as asked, qtbot.assertNotEmitted(panel.passage_requested):
        click(panel.list, zone_rect(panel.list, first, "retry").center())
    assert asked.args == [first]
    panel.note_saved(first)
    assert "The disk is full." not in spoken(panel.list)[0]
    assert zone_rect(panel.list, first, "retry").isNull()


def test_esc_leads_back_to_the_list(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    write(panel, qtbot, entries[0], "!")
    with qtbot.waitSignal(panel.body_changed):
        qtbot.keyClick(text_of(panel), Qt.Key.Key_Escape)
    assert has_keyboard(panel.list)
    assert panel.list.current is not None
    assert panel.list.current.key == entries[0].note.id
    qtbot.keyClick(panel.list, Qt.Key.Key_E)
    assert has_keyboard(text_of(panel))


@pytest.mark.parametrize(
    ("key", "role"), [(Qt.Key.Key_1, Role.YELLOW), (Qt.Key.Key_4, Role.PINK), (Qt.Key.Key_6, Role.ORANGE)]
)
def test_digits_give_a_role(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry], key: Qt.Key, role: Role
) -> None:
    panel.list.set_current(1)
    with qtbot.waitSignal(panel.role_requested) as asked:
        qtbot.keyClick(panel.list, key)
    assert asked.args == [entries[1].note.id, role]


@pytest.mark.parametrize("role", list(Role))
def test_dots_give_a_role(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry], role: Role) -> None:
    panel.edit(entries[1].note.id)
    dot = next(dot for dot in panel.findChildren(RoleDot) if dot.role is role)
    assert min(dot.width(), dot.height()) >= 24
    with qtbot.waitSignal(panel.role_requested) as asked:
        qtbot.mouseClick(dot, Qt.MouseButton.LeftButton)
    assert asked.args == [entries[1].note.id, role]


def test_the_dot_of_the_notes_role_is_chosen(panel: NotesPanel, entries: list[NoteEntry]) -> None:
    panel.edit(entries[2].note.id)
    assert [dot.role for dot in panel.findChildren(RoleDot) if dot.isChecked()] == [Role.BLUE]
    recoloured = replace(entries[2], note=replace(entries[2].note, role=Role.PINK))
    panel.show_notes([entries[0], entries[1], recoloured, entries[3]])
    assert [dot.role for dot in panel.findChildren(RoleDot) if dot.isChecked()] == [Role.PINK]


def test_delete_by_key_and_by_button(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    panel.list.set_current(1)
    with qtbot.waitSignal(panel.delete_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert asked.args == [entries[1].note.id]
    button = next(button for button in panel.findChildren(QToolButton) if button.text() == "Delete")
    with qtbot.waitSignal(panel.delete_requested) as asked:
        button.click()
    assert asked.args == [entries[1].note.id]


def test_go_to_passage(panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]) -> None:
    panel.edit(entries[1].note.id)
    button = next(button for button in panel.findChildren(QToolButton) if button.text() == "Go to passage")
    with qtbot.waitSignal(panel.passage_requested) as asked:
        button.click()
    assert asked.args == [entries[1].note.anchor.span]


def test_the_filter_looks_at_quote_words_and_section(panel: NotesPanel, entries: list[NoteEntry]) -> None:
    box = panel.findChild(QLineEdit)
    box.setText("ANNEX")
    assert keys_of(panel.list) == [entries[2].note.id]
    box.setText("river countries")
    assert keys_of(panel.list) == [entries[0].note.id]
    box.setText("nothing like that")
    assert spoken(panel.list) == ["No note matches the filter."]
    box.setText("")
    assert len(keys_of(panel.list)) == 4


def test_the_note_being_written_stays_though_it_does_not_match(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    panel.findChild(QLineEdit).setText("annex")
    write(panel, qtbot, entries[2], "")
    text_of(panel).setPlainText("rewritten")
    panel.show_notes(entries)
    assert entries[2].note.id in keys_of(panel.list)


def test_the_editor_grows_with_the_words_and_lies_on_its_card(
    panel: NotesPanel, qtbot: QtBot, entries: list[NoteEntry]
) -> None:
    panel.edit(entries[1].note.id)
    before = panel.list.row_rect(1).height()
    text_of(panel).setPlainText("one\ntwo\nthree\nfour\nfive\nsix")
    assert panel.list.row_rect(1).height() > before + 40
    editor = text_of(panel).parentWidget()
    assert panel.list.row_rect(1).contains(editor.geometry())
    panel.resize(300, 400)
    panel.list.verticalScrollBar().setValue(60)
    assert panel.list.row_rect(1).contains(editor.geometry())


def test_the_note_at_the_reading_place_is_brought_into_sight(
    panel: NotesPanel, entries: list[NoteEntry]
) -> None:
    panel.list.clearFocus()
    panel.resize(360, 160)
    panel.set_place(entries[2].note.anchor.start + 2)
    assert 2 in panel.list.seen()


def test_the_current_note_keeps_its_place_when_the_one_above_closes(
    panel: NotesPanel, entries: list[NoteEntry]
) -> None:
    panel.edit(entries[0].note.id)
    at = row_point(panel.list, entries[2].note.id)
    click(panel.list, QPoint(at.x(), panel.list.row_rect(2).top() + 12))
    assert text_of(panel).toPlainText() == "Check the annex."
    assert panel.list.row_rect(2).contains(text_of(panel).parentWidget().geometry())


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("width", [240, 300, 360])
def test_it_is_drawn_in_every_theme(
    panel: NotesPanel, entries: list[NoteEntry], name: str, width: int
) -> None:
    theme = THEMES[name]
    panel.set_theme(theme)
    panel.resize(width, 700)
    panel.edit(entries[1].note.id)
    picture = panel.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(width) for y in range(60, 600, 3)}
    assert {theme.panel, theme.card, *(theme.dot(entry.note.role).name() for entry in entries)} <= colours


def test_the_panel_is_freed(qtbot: QtBot, entries: list[NoteEntry]) -> None:
    panel = NotesPanel()
    panel.show_notes(entries)
    panel.edit(entries[0].note.id)
    gone = weakref.ref(panel)
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    del panel
    gc.collect()
    assert gone() is None


def test_an_empty_panel_says_how_to_begin_only_where_there_is_a_text(panel: NotesPanel) -> None:
    panel.show_notes([])
    assert "press N" in panel.list.rows[0].text
    panel.know_text(is_there=False)
    assert panel.list.rows[0].text == "Open a text to take notes. They appear here, in the order of the text."
