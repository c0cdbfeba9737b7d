"""A revised file in the window: recognised, compared, its notes taken over, undone, compared again later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.editions import Edition
from deskbrief.services.messages import Level, Message
from deskbrief.ui.editions.page import CHANGES, NOTES
from helpers.e2e_program import PATIENCE_MS, Running
from helpers.qt_panels import keys_of, spoken

FIRST = """# The water report

The valley has three towns and one river, and its people have argued about both for a century.

The commission met on 5 June 2023 in the old town hall, where it heard nine witnesses from the towns.

The government should repair the gauges along the upper river by the end of the year.

Wells run dry each summer, and the meters that were bought stand in a shed behind the mill.

Nobody who lives there expects an easy winter, and few of them say so in public when they are asked.
"""
SECOND = (
    FIRST.replace("5 June", "7 June")
    .replace("should repair", "must repair")
    .replace("nine witnesses", "nineteen new witnesses")
    .replace(
        "Wells run dry each summer, and the meters that were bought stand in a shed behind the mill.\n\n", ""
    )
)


@pytest.fixture
def revised(start: Callable[..., Running], qtbot: QtBot, tmp_path: Path) -> Running:
    """The program with the second edition open, and two notes on the first."""
    file = tmp_path / "report.md"
    file.write_text(FIRST, encoding="utf-8")
    running = start(file)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    text, take = running.front.document.text, running.program.services.notetaking.mark
    for words, body in (
        ("where it heard nine witnesses from the towns", "who?"),
        ("stand in a shed", "why?"),
    ):
        at = text.index(words)
        take(running.front.document, Span(at, at + len(words)), Role.GREEN, body)
    running.press("close")
    file.write_text(SECOND, encoding="utf-8")
    running.window.open([file])
    qtbot.waitUntil(
        lambda: running.front is not None and running.front.document is not None, timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: "new edition" in running.window.parts.notice.text(), timeout=PATIENCE_MS)
    return running


def page_of(running: Running):
    return running.window.controllers.editions.page


def compared(running: Running, qtbot: QtBot) -> None:
    editions = running.window.controllers.editions
    qtbot.waitUntil(
        lambda: editions._revision is not None and editions._revision.comparison is not None,
        timeout=PATIENCE_MS,
    )
    page_of(running).tabs.setCurrentIndex(NOTES)


def test_a_new_edition_offers_the_comparison_and_shows_what_changed(revised: Running, qtbot: QtBot):
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    page = page_of(revised)
    assert page.isVisible()
    assert not revised.window.parts.notice.isVisible()
    assert [key for key in keys_of(page.notes.list) if key.startswith("group")] == [
        "group|lost",
        "group|moved",
    ]
    page.tabs.setCurrentIndex(CHANGES)
    lines = " ".join(spoken(page.changes.list))
    assert "strength: should → must" in lines
    assert "date: 5 Jun 2023 → 7 Jun 2023" in lines
    assert "occurred" not in lines
    text = [line for line in spoken(page.changes.list) if "Wells run dry" in line]
    assert text == [line for line in text if "− dropped" in line]
    assert len(text) == 1


def test_an_edition_is_offered_where_it_is_in_front_and_nowhere_else(
    revised: Running, qtbot: QtBot, tmp_path: Path
):
    notice, second = revised.window.parts.notice, revised.front
    (tmp_path / "other.md").write_text("# Another\n\nA text about other things.\n", encoding="utf-8")
    revised.window.open([tmp_path / "other.md"])
    qtbot.waitUntil(lambda: revised.front.document is not None, timeout=PATIENCE_MS)
    assert not notice.text()
    revised.window.controllers.documents.bring(second)
    assert "new edition" in notice.text()
    notice.dismiss()
    revised.press("next_document")
    revised.window.controllers.documents.bring(second)
    assert not notice.text()


def test_an_offer_that_another_message_took_the_place_of_comes_again(revised: Running):
    notice = revised.window.parts.notice
    notice.show_message(Message(Level.WARNING, "The disk is full."), "Retry", lambda: None)
    assert "new edition" not in notice.text()
    notice.dismiss()
    assert "new edition" in notice.text()
    notice.dismiss()
    assert not notice.text()


def test_a_known_text_at_another_place_is_no_new_edition(revised: Running, qtbot: QtBot, tmp_path: Path):
    revised.window.parts.notice.dismiss()
    second = revised.front.document.sha256
    revised.program.services.notetaking.mark(revised.front.document, Span(0, 9), Role.BLUE, "of this one")
    moved = tmp_path / "moved.md"
    moved.write_text(FIRST, encoding="utf-8")
    revised.window.open([moved])
    qtbot.waitUntil(lambda: revised.front.path == moved and revised.front.complete, timeout=PATIENCE_MS)
    assert not revised.front.is_of(second)
    assert not revised.window.parts.notice.text()
    assert len(revised.front.notes) == 2


def test_notes_are_taken_over_in_one_step_of_undo(revised: Running, qtbot: QtBot):
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    page = page_of(revised)
    lost = next(one.note.id for one in page.notes.fates() if one.placement.state is AnchorState.LOST)
    page.notes.list.set_current(page.notes.list.show_row(lost))
    qtbot.keyClick(page.notes.list, Qt.Key.Key_Space)
    page.take.click()
    assert [one.placement.state for one in revised.front.notes] == [AnchorState.EXACT, AnchorState.LOST]
    qtbot.waitUntil(lambda: not page.take.isVisible(), timeout=PATIENCE_MS)
    assert all("taken over" in line for line in spoken(page.notes.list) if line.startswith("w"))
    revised.press("undo")
    assert revised.front.notes == ()
    qtbot.waitUntil(page.take.isVisible, timeout=PATIENCE_MS)
    # What was taken back is not offered by itself again, but can be had.
    assert not page.take.isEnabled()
    for fate in page.notes.fates():
        page.notes.list.set_current(page.notes.list.show_row(fate.note.id))
        qtbot.keyClick(page.notes.list, Qt.Key.Key_Space)
    page.take.click()
    assert len(revised.front.notes) == 2


def test_a_lost_note_is_put_on_the_selection_before_it_is_taken_over(revised: Running, qtbot: QtBot):
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    page, view = page_of(revised), revised.window.parts.reader.view
    lost = next(one.note.id for one in page.notes.fates() if one.placement.state is AnchorState.LOST)
    rows = page.notes.list
    rows.set_current(rows.show_row(lost))
    qtbot.keyClick(rows, Qt.Key.Key_P)
    assert "Select the passage" in revised.said[-1].text
    at = revised.front.document.text.index("an easy winter")
    view.select(Span(at, at + 14))
    rows.set_current(rows.show_row(lost))
    qtbot.keyClick(rows, Qt.Key.Key_P)
    page.take.click()
    quotes = {one.note.anchor.exact for one in revised.front.notes}
    assert "an easy winter" in quotes
    assert all(one.placement.state is AnchorState.EXACT for one in revised.front.notes)


def test_a_dropped_passage_opens_in_the_old_edition_under_a_name_of_its_own(revised: Running, qtbot: QtBot):
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    page, new = page_of(revised), revised.front
    lost = next(one for one in page.notes.fates() if one.placement.state is AnchorState.LOST)
    page.notes.list.set_current(page.notes.list.show_row(lost.note.id))
    qtbot.keyClick(page.notes.list, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: revised.front is not new and revised.front.document is not None, timeout=PATIENCE_MS
    )
    assert revised.front.document.quote(lost.was) == "stand in a shed"
    assert new.document.sha256 != revised.front.document.sha256
    assert not page.isVisible()
    assert len(revised.window.showing.left_open()) == 1
    revised.press("compare")
    assert page.isVisible()


def test_both_texts_stand_side_by_side(revised: Running, qtbot: QtBot):
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    new = revised.front
    page_of(revised).beside_asked.emit()
    panes = revised.window.parts.panes
    qtbot.waitUntil(lambda: panes.second is not None and panes.other.shown is not None, timeout=PATIENCE_MS)
    assert revised.front is new
    # As in the list: the old text left, the new one right, each with its name and what changed lit.
    old, new_pane = panes.all
    assert new_pane.item is new
    assert old.item.document.sha256 != new.document.sha256
    views = [pane.reader.view for pane in panes.all]
    qtbot.waitUntil(lambda: all(view._lights._changes for view in views), timeout=PATIENCE_MS)
    was, now = ([view.shown_document().quote(span) for span in view._lights._changes] for view in views)
    assert "5" in was
    assert any(words.startswith("Wells run dry each summer") for words in was)
    assert "nineteen new" in now
    names = [pane.crumb.words().split(" › ")[0] for pane in panes.all]
    assert len(set(names)) == 2
    assert "report" in names[1]
    assert revised.window.windowTitle() == "The water report (report.md) — Deskbrief"
    panes.activate(panes.first)
    revised.press("split")
    qtbot.waitUntil(lambda: panes.second is None, timeout=PATIENCE_MS)
    # What was lit for the comparison goes with it.
    qtbot.waitUntil(lambda: not panes.first.reader.view._lights._changes, timeout=5000)


def test_any_time_later_the_edition_is_chosen_from_the_library(revised: Running, qtbot: QtBot, monkeypatch):
    revised.window.parts.notice.dismiss()
    editions = revised.window.controllers.editions
    offered = []
    monkeypatch.setattr(editions, "ask_which", lambda found: offered.extend(found) or found[0].sha256)
    revised.press("compare")
    compared(revised, qtbot)
    assert [one.notes for one in offered] == [2]
    assert page_of(revised).isVisible()
    page_of(revised).left.emit()
    assert not page_of(revised).isVisible()


def test_the_list_of_editions_is_no_wider_than_a_screen(revised: Running, monkeypatch):
    shown: list[str] = []

    def pick(_parent: object, _title: str, _label: str, names: list[str], *_: object) -> tuple[str, bool]:
        shown.extend(names)
        return names[1], True

    monkeypatch.setattr("deskbrief.ui.controllers.editions.QInputDialog.getItem", pick)
    act = "Directive of the European Parliament and of the Council on measures for a high common level " * 3
    found = [Edition(digit * 64, act, 2, 0.9) for digit in "ab"]
    assert revised.window.controllers.editions.ask_which(found) == "b" * 64
    assert max(map(len, shown)) < 130


def test_editions_of_another_document_than_the_one_in_front_are_not_offered(revised: Running, monkeypatch):
    editions = revised.window.controllers.editions
    asked: list[object] = []
    answers: list[Callable[[tuple[Edition, ...]], None]] = []
    monkeypatch.setattr(editions, "ask_which", lambda found: asked.append(found) or "")
    monkeypatch.setattr(editions._librarian, "editions", lambda _document, told: answers.append(told))
    editions.choose()
    found = (Edition("a" * 64, "Water", 0, 0.9),)
    answers[0](found)
    assert len(asked) == 1
    monkeypatch.setattr(editions, "_front", lambda: replace(revised.front.document, sha256="b" * 64))
    answers[0](found)
    assert len(asked) == 1


def test_an_outline_that_comes_while_the_texts_are_compared_is_not_missed(revised: Running, qtbot: QtBot):
    editions = revised.window.controllers.editions
    revised.window.parts.notice._other.click()
    compared(revised, qtbot)
    found = editions._revision
    editions._outlines.clear()
    without = replace(found, comparison=None, new=replace(found.new, outline=None))
    editions._told(without)
    assert editions._revision is without
    compared(revised, qtbot)


def test_without_another_edition_it_is_said(start: Callable[..., Running], qtbot: QtBot, sample: Path):
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    running.press("compare")
    qtbot.waitUntil(lambda: any("No other edition" in one.text for one in running.said), timeout=PATIENCE_MS)
