"""The page that compares two editions: what became of notes and items, by mouse and by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskbrief.document.anchors import AnchorState, Placement
from deskbrief.document.build import finished
from deskbrief.document.differences import Turn
from deskbrief.document.spans import Span
from deskbrief.services.comparing import Became, Compared, Comparison, Detail, Field, Kind
from deskbrief.services.revising import EditionText, Fate, Revision
from deskbrief.ui.editions.page import CHANGES, NOTES, EditionPage
from deskbrief.ui.editions.rows import EditionWords, change_row
from deskbrief.ui.theme import THEMES
from helpers.library_samples import note_on
from helpers.qt_panels import click, keys_of, river, row_point, span_of, spoken, zone_rect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OLD, NEW = river("old"), river("new")


def fate(words: str, state: AnchorState, now: str = "", body: str = "") -> Fate:
    span = span_of(OLD, words)
    there = span_of(NEW, now or words) if state is not AnchorState.LOST else None
    note = note_on(OLD, span.start, span.end, body)
    return Fate(note=note, was=span, placement=Placement(state, there, 0.5))


@pytest.fixture
def revision() -> Revision:
    flood = span_of(NEW, "July 2023")
    items = (
        Compared(
            kind=Kind.EVENT,
            became=Became.CHANGED,
            title="Flood",
            old=flood,
            new=flood,
            details=(Detail(Field.DATE, "Jul 2022", "Jul 2023"),),
        ),
        Compared(
            kind=Kind.EVENT, became=Became.DROPPED, title="Treaty", old=span_of(OLD, "The treaty of 12 March")
        ),
        Compared(kind=Kind.FIGURE, became=Became.SAME, title="nine days", old=flood, new=flood),
    )
    fates = (
        fate("12 March 1994", AnchorState.UNCERTAIN, "divided the water", "Check the annex."),
        fate("lend its boats", AnchorState.LOST, body="Gone?"),
        fate("the flow fell", AnchorState.MOVED, "The commission will meet", "On the flow"),
        fate("a river that two countries share", AnchorState.EXACT),
    )
    old, new = EditionText(document=OLD), EditionText(document=NEW)
    return Revision(old=old, new=new, fates=fates, comparison=Comparison(items))


@pytest.fixture
def page(qtbot: QtBot, revision: Revision) -> EditionPage:
    page = EditionPage()
    qtbot.addWidget(page)
    page.setGeometry(100, 100, 1000, 700)
    QCursor.setPos(5, 5)
    page.set_theme(THEMES["light"])
    page.show()
    page.show_revision(revision)
    page.tabs.setCurrentIndex(NOTES)
    return page


def ids(revision: Revision) -> list[str]:
    return [one.note.id for one in revision.fates]


def test_notes_stand_by_what_became_of_them_with_counts(page: EditionPage, revision: Revision):
    unsure, lost, moved, same = ids(revision)
    heads = [f"group|{state}" for state in ("uncertain", "lost", "moved", "exact")]
    assert keys_of(page.notes.list) == [heads[0], unsure, heads[1], lost, heads[2], moved, heads[3], same]
    assert page.tabs.tabText(NOTES) == "Notes 4 · 3 to take over"
    assert page.tabs.tabText(CHANGES) == "Changes 2"
    assert page.take.text() == "Take 3 notes over"


def test_old_and_new_passage_are_told_with_their_differences(page: EditionPage, revision: Revision):
    line = spoken(page.notes.list)[5]
    assert "On the flow, ≠ changed words" in line
    assert "old: ¶2 the flow fell" in line
    assert "new: ¶2 The commission will meet" in line
    row = next(row for row in page.notes.list.rows if row.key == ids(revision)[2])
    assert row.pieces == ((Turn.DROPPED, "the flow fell"), (Turn.ADDED, "The commission will meet"))


def test_a_note_is_not_taken_over_when_its_box_is_cleared(
    page: EditionPage, revision: Revision, qtbot: QtBot
):
    unsure, lost, moved, same = ids(revision)
    click(page.notes.list, zone_rect(page.notes.list, same, "choose").center())
    page.notes.list.set_current(page.notes.list.show_row(moved))
    qtbot.keyClick(page.notes.list, Qt.Key.Key_Space)
    assert page.take.text() == "Take 1 note over"
    with qtbot.waitSignal(page.take_asked) as asked:
        page.take.click()
    assert [one.note.id for one in asked.args[0]] == [unsure]
    qtbot.keyClick(page.notes.list, Qt.Key.Key_Space)
    assert page.take.text() == "Take 2 notes over"
    # A note that was found nowhere goes along only when that is asked for.
    click(page.notes.list, zone_rect(page.notes.list, lost, "choose").center())
    assert page.take.text() == "Take 3 notes over"


@pytest.mark.parametrize("way", ["key", "mouse"])
@pytest.mark.parametrize(
    ("act", "state"), [("yes", AnchorState.MOVED), ("no", AnchorState.LOST)], ids=["yes", "no"]
)
def test_an_uncertain_place_is_confirmed_or_denied_and_that_is_taken_back(
    page: EditionPage, revision: Revision, qtbot: QtBot, way: str, act: str, state: AnchorState
):
    unsure, rows = ids(revision)[0], page.notes.list
    key = {"yes": Qt.Key.Key_Y, "no": Qt.Key.Key_X}[act]
    rows.set_current(rows.show_row(unsure))
    if way == "key":
        qtbot.keyClick(rows, key)
    else:
        click(rows, zone_rect(rows, unsure, act).center())
    (said,) = (one for one in page.notes.wanted_fates() if one.note.id == unsure)
    assert said.placement.state is state
    rows.set_current(rows.show_row(unsure))
    qtbot.keyClick(rows, key)
    assert page.notes.fates() == revision.fates


def test_a_lost_note_asks_for_the_selected_passage(page: EditionPage, revision: Revision, qtbot: QtBot):
    lost = ids(revision)[1]
    with qtbot.waitSignal(page.place_asked) as asked:
        click(page.notes.list, zone_rect(page.notes.list, lost, "put").center())
    assert asked.args == [revision.fates[1], "put"]


def test_rows_lead_to_the_edition_they_are_in(page: EditionPage, revision: Revision, qtbot: QtBot):
    _, lost, moved, _ = ids(revision)
    with qtbot.waitSignal(page.passage_opened) as opened:
        click(page.notes.list, row_point(page.notes.list, lost))
    assert opened.args == ["old", revision.fates[1].was]
    page.notes.list.set_current(page.notes.list.show_row(moved))
    with qtbot.waitSignal(page.passage_opened) as opened:
        qtbot.keyClick(page.notes.list, Qt.Key.Key_Return)
    assert opened.args == ["new", revision.fates[2].placement.span]


def test_changes_are_told_with_what_changed_and_lead_to_their_edition(page: EditionPage, qtbot: QtBot):
    page.tabs.setCurrentIndex(CHANGES)
    assert page.changes.isVisible()
    assert not page.take.isVisible()
    head, changed, dropped = spoken(page.changes.list)
    assert head == "Events (1 changed · 1 dropped)"
    assert "Flood, ≠ changed, date: Jul 2022 → Jul 2023" in changed
    assert "Treaty, − dropped" in dropped
    with qtbot.waitSignal(page.passage_opened) as opened:
        click(page.changes.list, row_point(page.changes.list, keys_of(page.changes.list)[2]))
    assert opened.args[0] == "old"


def test_of_an_item_whose_words_stand_in_both_texts_none_is_said_to_lack_them():
    words = EditionWords()
    other = river("other")
    for text, said in ((NEW, "stand here too"), (finished(replace(other, text="x", blocks=())), "not in")):
        one = Compared(kind=Kind.EVENT, became=Became.DROPPED, title="T", old=span_of(OLD, "12 March 1994"))
        assert said in words.without(change_row(1, one, OLD, text), Turn.ADDED)


def test_the_filter_knows_what_became_of_them(page: EditionPage, revision: Revision):
    page.notes.findChild(QLineEdit).setText("is:lost")
    assert keys_of(page.notes.list) == ["group|lost", ids(revision)[1]]
    page.tabs.setCurrentIndex(CHANGES)
    page.changes.findChild(QLineEdit).setText("is:dropped")
    assert len(keys_of(page.changes.list)) == 2


def test_what_was_said_stays_when_the_comparison_is_made_again(page: EditionPage, revision: Revision):
    page.notes.say(replace(revision.fates[1], placement=Placement(AnchorState.MOVED, Span(3, 9), 1.0)))
    page.show_revision(revision, again=True)
    assert page.notes.fates()[1].placement.span == Span(3, 9)
    page.show_revision(revision)
    page.tabs.setCurrentIndex(NOTES)
    assert page.notes.fates() == revision.fates


def test_while_it_is_made_the_page_says_so(page: EditionPage, revision: Revision):
    page.show_revision(None)
    assert spoken(page.notes.list) == ["The two texts are being compared …"]
    assert not page.take.isVisible()
    page.show_revision(replace(revision, comparison=None))
    page.tabs.setCurrentIndex(CHANGES)
    assert spoken(page.changes.list)[0].startswith("Both texts are being read")


def test_in_a_narrow_window_the_new_passage_stands_below(page: EditionPage, revision: Revision):
    moved = ids(revision)[2]
    page.notes.list.show_row(moved)
    wide = page.notes.list.row_rect(5).height()
    page.resize(420, 700)
    page.notes.list.show_row(moved)
    assert page.notes.list.row_rect(5).height() > wide


def test_what_changed_is_shown_first_and_the_notes_that_wait_are_counted(
    page: EditionPage, revision: Revision
):
    page.show_revision(revision)
    assert page.tabs.currentIndex() == CHANGES
    assert page.changes.isVisible()
    # Where nothing but notes is to be looked at, they are.
    page.show_revision(replace(revision, comparison=Comparison()))
    assert page.tabs.currentIndex() == NOTES


def test_escape_leads_back_to_the_text(page: EditionPage, qtbot: QtBot):
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.notes.list, Qt.Key.Key_Escape)
