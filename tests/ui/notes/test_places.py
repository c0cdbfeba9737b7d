"""Notes whose passage is lost or not certain: shown first, with what the reader can say about them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.notes.arrange import NoteOrder
from deskbrief.ui.notes.panel import NoteEntry, NotesPanel
from helpers.qt_panels import click, entry, keys_of, river, row_point, spoken, zone_rect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def unsure(panel: NotesPanel, entries: list[NoteEntry]) -> list[NoteEntry]:
    """A note that is lost, one that is not certain, and two that have their places."""
    document = river()
    lost = entry(document, "lend its boats", Role.PINK, "Gone?", AnchorState.LOST)
    guess = replace(entries[2], state=AnchorState.UNCERTAIN, span=Span(3, 9), there="opening", section="")
    made = [*entries[:2], guess, lost]
    panel.show_notes(made)
    return made


@pytest.mark.parametrize("order", [NoteOrder.TEXT, NoteOrder.DATE])
def test_they_stand_first_in_groups_of_their_own(
    panel: NotesPanel, unsure: list[NoteEntry], order: NoteOrder
) -> None:
    panel.set_order(order)
    ids = [one.note.id for one in unsure]
    heads = ["group|? Place not certain", "group|! Passage not found", "group|In their places"]
    assert keys_of(panel.list)[:5] == [heads[0], ids[2], heads[1], ids[3], heads[2]]
    assert sorted(keys_of(panel.list)[5:]) == sorted(ids[:2])


def test_other_orders_group_the_others_as_ever(panel: NotesPanel, unsure: list[NoteEntry]) -> None:
    panel.set_order(NoteOrder.ROLE)
    assert keys_of(panel.list)[4:] == ["group|Yellow", unsure[0].note.id, "group|Green", unsure[1].note.id]


def test_they_keep_and_say_their_quote_and_the_guess(panel: NotesPanel, unsure: list[NoteEntry]) -> None:
    lines = spoken(panel.list)
    assert "quote: 12 March 1994" in lines[1]
    assert "uncertain" in lines[1]
    assert "Perhaps here: “opening”" in lines[1]
    assert "lost" in lines[3]
    assert "¶" not in lines[3]


def test_the_filter_finds_them_by_what_became_of_them(panel: NotesPanel, unsure: list[NoteEntry]) -> None:
    panel.findChild(QLineEdit).setText("is:lost")
    assert keys_of(panel.list) == ["group|! Passage not found", unsure[3].note.id]


def test_an_uncertain_note_leads_to_the_guess_and_a_lost_one_nowhere(
    panel: NotesPanel, qtbot: QtBot, unsure: list[NoteEntry]
) -> None:
    with qtbot.waitSignal(panel.passage_requested) as asked:
        at = row_point(panel.list, unsure[2].note.id)
        click(panel.list, QPoint(at.x(), panel.list.row_rect(1).top() + 14))
    assert asked.args == [Span(3, 9)]
    with qtbot.assertNotEmitted(panel.passage_requested):
        click(panel.list, row_point(panel.list, unsure[3].note.id))


ACTS = [
    (2, "yes", Qt.Key.Key_Y, "confirm_requested"),
    (2, "no", Qt.Key.Key_X, "deny_requested"),
    (2, "put", Qt.Key.Key_P, "put_requested"),
    (3, "put", Qt.Key.Key_P, "put_requested"),
]


@pytest.mark.parametrize(("number", "zone", "key", "signal"), ACTS)
def test_the_reader_says_where_a_note_stands_by_mouse_and_by_key(
    panel: NotesPanel, qtbot: QtBot, unsure: list[NoteEntry], number: int, zone: str, key: Qt.Key, signal: str
) -> None:
    note_id = unsure[number].note.id
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        click(panel.list, zone_rect(panel.list, note_id, zone).center())
    assert asked.args == [note_id]
    panel.list.set_current(panel.list.show_row(note_id))
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        qtbot.keyClick(panel.list, key)
    assert asked.args == [note_id]


def test_a_note_that_has_its_place_offers_nothing(
    panel: NotesPanel, qtbot: QtBot, unsure: list[NoteEntry]
) -> None:
    panel.list.set_current(panel.list.show_row(unsure[0].note.id))
    with qtbot.assertNotEmitted(panel.confirm_requested), qtbot.assertNotEmitted(panel.put_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Y)
        qtbot.keyClick(panel.list, Qt.Key.Key_P)
    assert panel.unsure() == ""


def test_the_current_unsure_note_or_the_only_one_is_the_one_to_be_put(
    panel: NotesPanel, unsure: list[NoteEntry]
) -> None:
    assert panel.unsure() == ""
    panel.list.set_current(panel.list.show_row(unsure[3].note.id))
    assert panel.unsure() == unsure[3].note.id
    panel.show_notes(unsure[:3])
    panel.list.set_current(panel.list.show_row(unsure[0].note.id))
    assert panel.unsure() == unsure[2].note.id
