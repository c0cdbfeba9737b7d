"""The library in the window: listing, searching, opening at a passage, labels, removing, chronology."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from deskbrief.document.errors import BugError
from deskbrief.document.notes import Role
from deskbrief.document.outline import RULES, Event, EventDate, Outline
from deskbrief.document.spans import Span
from deskbrief.library.labels import LabelKind
from deskbrief.library.library import Library
from deskbrief.ui.library.rows import TellingRow
from deskbrief.ui.library.timeline import TimelinePage
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.library_samples import note_on, sample
from helpers.qt_panels import click, keys_of, spoken, zone_rect

WORDS = "Other words stand here. " * 30
GRAIN = sample(
    f"Grain\n\n{WORDS}\n\nThe grain treaty was signed on 3 March 2026.\n\nEnd.", title="Grain report"
)
WINTER = sample(
    f"Winter\n\n{WORDS}\n\nThe grain treaty was signed on 5 March 2026.\n\nEnd.", title="Winter report"
)


def outline_of(document, edtf: str) -> Outline:
    at = document.text.index("The grain treaty")
    event = Event(
        date=EventDate(edtf, at + 31, at + 43), title="Grain treaty signed", spans=(Span(at, at + 44),)
    )
    return Outline(rules=RULES, events=(event,))


@pytest.fixture
def shown(start: Callable[..., Running], qtbot: QtBot, tmp_path: Path) -> Running:
    """The program with the page of a library of two documents in front."""
    with Library.open(tmp_path / "data") as library:
        for document, edtf in ((GRAIN, "2026-03-03"), (WINTER, "2026-03-05")):
            library.put_document(document)
            library.put_outline(document.sha256, outline_of(document, edtf), "")
        library.add_note(note_on(GRAIN, body="About bread", role=Role.GREEN, tags=("food",)))
    running = start()
    running.press("library")
    page = running.window.controllers.libraries.page
    qtbot.waitUntil(lambda: len(page.list.rows) == 2 and page.list.rows[0].key == WINTER.sha256, timeout=5000)
    return running


def page_of(running: Running):
    return running.window.controllers.libraries.page


def wait_for_keys(qtbot: QtBot, running: Running, *wanted: str) -> None:
    qtbot.waitUntil(lambda: keys_of(page_of(running).list) == list(wanted), timeout=5000)


def test_the_page_stands_in_place_of_the_text(shown: Running):
    assert page_of(shown).isVisible()
    assert not shown.window.parts.reader.isVisible()
    assert not shown.window.outline_dock.isVisible()
    shown.window.show_page(None)
    assert shown.window.parts.reader.isVisible()
    assert shown.window.outline_dock.isVisible()


def test_documents_are_told_with_what_is_known_of_them(shown: Running):
    winter, grain = spoken(page_of(shown).list)
    assert winter.startswith("Winter report, 5 Mar 2026, ")
    assert "1 note" in grain


@pytest.mark.parametrize(
    ("file_name", "name"), [("0001_2.txt", "“Bread is dear"), ("bread_report.txt", "bread report")]
)
def test_a_document_without_a_title_is_called_as_in_the_window(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path, file_name: str, name: str
):
    path = tmp_path / file_name
    path.write_text(f"Bread is dear this year.\n\n{WORDS}\n", encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    in_bar = running.window.bar.title.toolTip().partition("\n")[0]
    running.press("library")
    qtbot.waitUntil(lambda: len(page_of(running).list.rows) == 1, timeout=5000)
    assert spoken(page_of(running).list)[0].startswith(f"{in_bar}, TXT, undated, ")
    assert in_bar.startswith(name)


def test_a_search_shows_passages_and_opens_the_text_there(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.search.setText("tréaty 5 march")
    qtbot.waitUntil(lambda: page.passages.isVisible() and len(page.passages.rows) == 1, timeout=5000)
    row = page.passages.rows[0]
    qtbot.waitUntil(lambda: hasattr(page.passages.rows[0], "passage"), timeout=5000)
    row = page.passages.rows[0]
    assert row.passage.document == WINTER.sha256
    assert spoken(page.passages)[0].startswith("Winter report, p. iv, ¶3: …")
    wait_for_keys(qtbot, shown, WINTER.sha256)
    page.passages.set_current(0)
    qtbot.keyClick(page.passages, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.front is not None and shown.front.document is not None, timeout=PATIENCE_MS)
    assert shown.front.document.sha256 == WINTER.sha256
    assert not page.isVisible()
    assert shown.front.awaited is None
    assert shown.front.history.can_go_back


def test_going_to_another_document_leaves_the_library(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    paths = [tmp_path / "bread.txt", tmp_path / "wheat.txt"]
    for path in paths:
        path.write_text(f"{path.stem} is dear this year.\n\n{WORDS}\n", encoding="utf-8")
    running = start(*paths)
    qtbot.waitUntil(lambda: len(running.window.parts.desk.documents) == 2, timeout=PATIENCE_MS)
    for command in ("next_document", "document_1"):
        running.press("library")
        page = page_of(running)
        qtbot.waitUntil(page.isVisible, timeout=PATIENCE_MS)
        running.press(command)
        assert not page.isVisible()
        assert running.window.parts.reader.isVisible()


def test_what_was_chosen_on_an_earlier_visit_is_chosen_no_more(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.list.set_current(0)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert len(page.picked()) > 1
    shown.window.show_text()
    shown.press("library")
    qtbot.waitUntil(page.isVisible, timeout=5000)
    assert page.picked() == []
    assert not any(getattr(row, "is_chosen", False) for row in page.list.rows)


def test_what_is_not_in_the_open_text_is_looked_for_in_the_whole_library(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    with Library.open(tmp_path / "data") as library:
        library.put_document(sample("The zebra crossed the river in the dry year.", title="Rivers"))
    path = tmp_path / "bread.txt"
    path.write_text(f"Bread is dear this year.\n\n{WORDS}\n", encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    running.press("search")
    box = running.window.bar.search
    qtbot.keyClicks(box, "zebra")
    found = running.window.findChild(QListWidget, "searchHits")
    qtbot.waitUntil(lambda: found.currentRow() >= 0, timeout=5000)
    assert found.currentItem().text() == "Search all documents and notes for “zebra”"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    page = page_of(running)
    qtbot.waitUntil(lambda: page.isVisible() and len(page.passages.rows) == 1, timeout=PATIENCE_MS)
    assert (page.search.text(), box.text()) == ("zebra", "")
    assert page.search.hasFocus()
    assert "zebra crossed the river" in spoken(page.passages)[0]


def test_a_document_whose_title_is_sought_comes_before_those_that_only_hold_the_words(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    titled = sample("One text.\n\nEnd.", title="Winter wheat")
    with Library.open(tmp_path / "data") as library:
        library.put_document(titled)
        library.put_document(WINTER)
        holding = sample("The winter was long.\n\nWheat was dear.", title="Another one")
        library.put_document(holding)
    running = start()
    running.press("library")
    page = page_of(running)
    qtbot.waitUntil(lambda: len(page.list.rows) == 3, timeout=5000)
    page.search.setText("wheat winter")
    wait_for_keys(qtbot, running, titled.sha256, holding.sha256)
    page.search.setText("title:winter")
    qtbot.waitUntil(lambda: set(keys_of(page.list)) == {titled.sha256, WINTER.sha256}, timeout=5000)


def test_a_note_is_found_by_its_words_and_role(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.search.setText("bread role:green")
    qtbot.waitUntil(
        lambda: [getattr(r, "passage", None) is not None for r in page.passages.rows] == [True], timeout=5000
    )
    assert page.passages.rows[0].passage.note
    wait_for_keys(qtbot, shown, GRAIN.sha256)


def test_nothing_found_is_said(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.search.setText("zebra")
    qtbot.waitUntil(lambda: spoken(page.passages) == ["No text and no note holds these words."], timeout=5000)


def test_collections_are_made_renamed_removed_and_it_is_undone(shown: Running, qtbot: QtBot):
    libraries, page = shown.window.controllers.libraries, page_of(shown)
    grain = next(row.card for row in page.list.rows if row.key == GRAIN.sha256)
    libraries.label(LabelKind.COLLECTION, " To  read ", [grain])
    qtbot.waitUntil(lambda: [label.name for label in page.labels()] == ["To read"], timeout=5000)
    assert "▤ To read" in spoken(page.list)[1]
    libraries.rename(page.labels()[0], "Later")
    qtbot.waitUntil(lambda: [label.name for label in page.labels()] == ["Later"], timeout=5000)
    libraries.remove_label(page.labels()[0])
    qtbot.waitUntil(lambda: not page.labels(), timeout=5000)
    shown.press("undo")
    qtbot.waitUntil(lambda: [label.name for label in page.labels()] == ["Later"], timeout=5000)
    shown.press("undo")
    shown.press("undo")
    qtbot.waitUntil(lambda: not page.labels(), timeout=5000)


def test_tags_are_parted_by_commas(shown: Running, qtbot: QtBot):
    libraries, page = shown.window.controllers.libraries, page_of(shown)
    grain = next(row.card for row in page.list.rows if row.key == GRAIN.sha256)
    libraries.label(LabelKind.TAG, "urgent, #minister", [grain])
    qtbot.waitUntil(lambda: {label.name for label in page.labels()} == {"urgent", "minister"}, timeout=5000)
    shown.press("undo")
    qtbot.waitUntil(lambda: not page.labels(), timeout=5000)


def test_a_tag_with_a_comma_from_elsewhere_can_be_taken_away(shown: Running, qtbot: QtBot):
    libraries, page = shown.window.controllers.libraries, page_of(shown)
    grain = next(row.card for row in page.list.rows if row.key == GRAIN.sha256)
    libraries.put_labels(LabelKind.TAG, ["urgent, minister"], [grain], on=True)
    qtbot.waitUntil(lambda: [label.name for label in page.labels()] == ["urgent, minister"], timeout=5000)
    menu = libraries.menu([grain])
    qtbot.addWidget(menu)
    next(action for action in menu.actions() if "urgent, minister" in action.text()).trigger()
    qtbot.waitUntil(lambda: not any(label.documents for label in page.labels()), timeout=5000)


def test_what_was_turned_to_last_was_opened_last(shown: Running, qtbot: QtBot):
    page, library = page_of(shown), shown.program.services.library
    for document in (GRAIN, WINTER):
        page.opened.emit(next(row.card for row in page.list.rows if row.key == document.sha256))
        qtbot.waitUntil(
            lambda sha=document.sha256: (
                shown.front is not None
                and shown.front.document is not None
                and shown.front.document.sha256 == sha
            ),
            timeout=PATIENCE_MS,
        )
    assert library.cards()[0].sha256 == WINTER.sha256
    shown.window.controllers.documents.previous()
    assert shown.front.document.sha256 == GRAIN.sha256
    assert library.cards()[0].sha256 == GRAIN.sha256


def test_a_removed_document_takes_notes_along_only_if_asked_and_comes_back(
    shown: Running, qtbot: QtBot, monkeypatch
):
    libraries, page = shown.window.controllers.libraries, page_of(shown)
    asked = []
    monkeypatch.setattr(libraries, "ask_about_notes", lambda *counts: asked.append(counts) or True)
    page.list.set_current(1)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    wait_for_keys(qtbot, shown, WINTER.sha256)
    assert asked == [(1, 1)]
    assert shown.library.notes() == ()
    assert len(shown.library.trash()) == 1
    shown.press("undo")
    wait_for_keys(qtbot, shown, WINTER.sha256, GRAIN.sha256)
    assert len(shown.library.notes()) == 1


def test_documents_are_chosen_by_keyboard_for_one_chronology(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    for number in (0, 1):
        page.list.set_current(number)
        qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert [card.title for card in page.chosen()] == ["Winter report", "Grain report"]
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    timeline = shown.window.controllers.libraries.timeline
    qtbot.waitUntil(lambda: any(isinstance(row, TellingRow) for row in timeline.list.rows), timeout=5000)
    lines = spoken(timeline.list)
    assert lines[:2] == ["A: Winter report, 1 event", "B: Grain report, 1 event"]
    assert lines[2] == (
        "3 Mar 2026, Grain treaty signed, source B, Grain report, p. iv, ¶3, the sources give different dates"
    )
    assert lines[3].startswith("5 Mar 2026")
    timeline.list.set_current(2)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.front is not None and shown.front.document is not None, timeout=PATIENCE_MS)
    assert shown.front.document.sha256 == GRAIN.sha256


def chronology_of_both(shown: Running, qtbot: QtBot, events: int = 2) -> TimelinePage:
    """Choose both documents by keyboard, and wait for their chronology."""
    page = page_of(shown)
    for number in (0, 1):
        page.list.set_current(number)
        qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    timeline = shown.window.controllers.libraries.timeline
    qtbot.waitUntil(
        lambda: sum(isinstance(row, TellingRow) for row in timeline.list.rows) == events, timeout=PATIENCE_MS
    )
    return timeline


def test_bar_and_status_line_say_what_is_shown(shown: Running, qtbot: QtBot):
    window, bar = shown.window, shown.window.bar.title
    page_of(shown).opened.emit(page_of(shown).list.rows[1].card)
    qtbot.waitUntil(lambda: shown.front is not None and shown.front.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(window.parts.status.place_words()), timeout=5000)
    assert bar.accessibleName() == "Grain report"
    place = window.parts.status.findChild(QToolButton, "place")
    coverage = window.parts.status.findChild(QToolButton, "coverage")
    assert place.isVisible()
    assert coverage.isVisible()
    shown.press("library")
    assert bar.accessibleName() == "Library"
    assert window.windowTitle() == "Library — Deskbrief"
    assert not place.isVisible()
    assert not coverage.isVisible()
    # What arrives for the document meanwhile does not speak of it.
    window.showing.front()
    assert bar.accessibleName() == "Library"
    assert not place.isVisible()
    chronology_of_both(shown, qtbot)
    assert bar.accessibleName() == "Chronology of 2 documents"
    window.show_page(None)
    assert bar.accessibleName() == "Grain report"
    assert place.isVisible()
    assert coverage.isVisible()


def test_the_library_key_leads_back_to_the_chronology_and_then_to_the_library(shown: Running, qtbot: QtBot):
    timeline = chronology_of_both(shown, qtbot)
    timeline.list.set_current(2)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.front is not None and shown.front.document is not None, timeout=PATIENCE_MS)
    assert not timeline.isVisible()
    shown.press("library")
    assert timeline.isVisible()
    shown.press("library")
    assert page_of(shown).isVisible()


@pytest.mark.parametrize(
    ("ending", "held", "said"),
    [
        (".csv", "5 Mar 2026,2026-03-05", "2 rows saved as out.csv."),
        (".ics", "DTSTART;VALUE=DATE:20260303", "2 events saved as out.ics."),
        (".json", '"headline": "Grain treaty signed"', "2 events saved as out.json."),
    ],
)
def test_a_chronology_is_written_for_other_programs(
    shown: Running, qtbot: QtBot, tmp_path: Path, ending: str, held: str, said: str
):
    chronology_of_both(shown, qtbot)
    shown.chosen.place = tmp_path / f"out{ending}"
    chronicles = shown.window.controllers.libraries.chronicles
    with qtbot.waitSignal(chronicles.exported, timeout=PATIENCE_MS):
        chronicles.export(ending)
    assert held in shown.chosen.place.read_text(encoding="utf-8")
    assert shown.said[-1].text == said


def test_a_document_whose_events_cannot_be_found_is_named(shown: Running, qtbot: QtBot):
    chronology_of_both(shown, qtbot)
    chronicles = shown.window.controllers.libraries.chronicles
    chronicles._unrefined(GRAIN, BugError("a slip", ""))
    said = shown.said[-1].text
    assert said.startswith("The events of “Grain report” are missing here. ")


def test_ctrl_e_offers_the_exports_of_a_chronology_by_keyboard(shown: Running, qtbot: QtBot, tmp_path: Path):
    timeline = chronology_of_both(shown, qtbot)
    shown.chosen.place = tmp_path / "out.csv"
    shown.press("export")
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(shown.window.controllers.libraries.chronicles.exported, timeout=PATIENCE_MS):
        qtbot.keyClick(menu, Qt.Key.Key_T)
    assert shown.chosen.place.exists()
    assert timeline.isVisible()


def test_a_chronology_becomes_a_brief_of_all_its_sources(shown: Running, qtbot: QtBot, tmp_path: Path):
    chronology_of_both(shown, qtbot)
    shown.chosen.place = tmp_path / "out.md"
    with qtbot.waitSignal(shown.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        shown.window.controllers.libraries.chronicles.export(".pdf")
    words = shown.chosen.place.read_text(encoding="utf-8")
    assert "Grain treaty signed" in words
    assert "Winter report" in words


def test_a_calendar_without_a_day_is_refused_with_a_next_step(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    with Library.open(tmp_path / "data") as library:
        library.put_document(GRAIN)
        library.put_outline(GRAIN.sha256, outline_of(GRAIN, "2026"), "")
    running = start()
    running.press("library")
    page = page_of(running)
    qtbot.waitUntil(lambda: len(page.list.rows) == 1, timeout=5000)
    running.window.controllers.libraries.show_chronology([page.list.rows[0].card])
    timeline = running.window.controllers.libraries.timeline
    qtbot.waitUntil(lambda: any(isinstance(row, TellingRow) for row in timeline.list.rows), timeout=5000)
    running.chosen.place = tmp_path / "out.ics"
    running.window.controllers.libraries.chronicles.export(".ics")
    qtbot.waitUntil(lambda: bool(running.said), timeout=PATIENCE_MS)
    assert running.said[-1].text == "No event has a day, so a calendar can hold none."
    assert running.said[-1].next_step == "Save a table instead."
    assert not running.chosen.place.exists()


def test_events_of_a_document_that_has_no_outline_yet_are_found_by_themselves(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    with Library.open(tmp_path / "data") as library:
        for document in (GRAIN, WINTER):
            library.put_document(document)
        library.put_outline(GRAIN.sha256, outline_of(GRAIN, "2026-03-03"), "")
    running = start()
    running.press("library")
    qtbot.waitUntil(lambda: len(page_of(running).list.rows) == 2, timeout=5000)
    timeline = chronology_of_both(running, qtbot)
    assert {row.source.title for row in timeline.list.rows if isinstance(row, TellingRow)} == {
        "Grain report",
        "Winter report",
    }
    assert timeline.timeline.happenings[0].differs


def test_letters_act_on_what_is_chosen_without_a_current_row(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    for row in page.list.rows:
        page.list.zone_clicked.emit(row, "choose")
    page.list.setCurrentIndex(page.list.model().index(-1, 0))
    with qtbot.waitSignal(page.chronology_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_C)
    assert len(asked.args[0]) == 2


def test_all_documents_that_are_shown_are_chosen_by_a_letter(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.search.setText("winter report")
    wait_for_keys(qtbot, shown, WINTER.sha256)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert [card.sha256 for card in page.chosen()] == [WINTER.sha256]
    page.search.clear()
    wait_for_keys(qtbot, shown, WINTER.sha256, GRAIN.sha256)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert len(page.chosen()) == 2
    assert all(row.is_chosen for row in page.list.rows)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert not any(row.is_chosen for row in page.list.rows)


def test_find_goes_to_the_search_of_the_page_and_escape_back_to_the_text(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.list.setFocus()
    shown.press("find")
    assert page.search.hasFocus()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_orders_of_documents_and_of_chronologies_are_remembered(
    start: Callable[..., Running], shown: Running, qtbot: QtBot
):
    order = page_of(shown).findChild(QComboBox, "order")
    order.setCurrentIndex(order.findData("title"))
    order.activated.emit(order.currentIndex())
    wait_for_keys(qtbot, shown, GRAIN.sha256, WINTER.sha256)
    timeline = chronology_of_both(shown, qtbot)
    timeline.order.setCurrentIndex(timeline.order.findData("latest"))
    timeline.order.activated.emit(timeline.order.currentIndex())
    end(shown)
    again = start().window.controllers.libraries
    assert again.timeline.order.currentData() == "latest"
    assert again.page.findChild(QComboBox, "order").currentData() == "title"


def trash_shown(running: Running, qtbot: QtBot, rows: int):
    page_of(running).trash_asked.emit()
    trash = running.window.controllers.libraries.trash
    qtbot.waitUntil(lambda: len(trash.list.rows) == rows, timeout=5000)
    assert trash.isVisible()
    return trash


def test_deleted_notes_are_found_in_the_trash_and_brought_back_by_key_and_mouse(shown: Running, qtbot: QtBot):
    (note,) = shown.library.notes()
    shown.library.delete_note(note.id)
    trash = trash_shown(shown, qtbot, 2)
    assert spoken(trash.list)[1].startswith("About bread, “Grain”, Grain report · deleted ")
    trash.list.set_current(1)
    qtbot.keyClick(trash.list, Qt.Key.Key_B)
    assert shown.library.note(note.id) == note
    qtbot.waitUntil(lambda: "The trash is empty" in spoken(trash.list)[0], timeout=5000)
    shown.press("undo")
    qtbot.waitUntil(lambda: len(trash.list.rows) == 2, timeout=5000)
    click(trash.list, zone_rect(trash.list, note.id, "back").center())
    assert shown.library.note(note.id) == note


def test_a_removed_document_comes_back_from_the_trash_with_its_notes(
    shown: Running, qtbot: QtBot, monkeypatch
):
    libraries, page = shown.window.controllers.libraries, page_of(shown)
    monkeypatch.setattr(libraries, "ask_about_notes", lambda *_: True)
    page.list.set_current(1)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    wait_for_keys(qtbot, shown, WINTER.sha256)
    trash = trash_shown(shown, qtbot, 4)
    assert "1 note in the trash" in spoken(trash.list)[1]
    trash.rows.findChild(QLineEdit).setText("nothing like it")
    assert "matches" in spoken(trash.list)[0]
    assert not trash.every.isEnabled()
    trash.rows.findChild(QLineEdit).setText("")
    click(trash.list, zone_rect(trash.list, GRAIN.sha256, "with notes").center())
    qtbot.waitUntil(lambda: "The trash is empty" in spoken(trash.list)[0], timeout=5000)
    assert len(shown.library.notes()) == 1
    trash.left.emit()
    wait_for_keys(qtbot, shown, WINTER.sha256, GRAIN.sha256)


def test_all_that_is_shown_comes_back_at_once(shown: Running, qtbot: QtBot):
    (note,) = shown.library.notes()
    shown.library.delete_note(note.id)
    trash = trash_shown(shown, qtbot, 2)
    assert trash.every.text() == "Bring back the one shown"
    trash.every.click()
    assert shown.library.note(note.id) == note


def test_what_was_removed_comes_back_wherever_one_is(shown: Running, qtbot: QtBot):
    page, library = page_of(shown), shown.program.services.library
    page.search.setFocus()
    qtbot.keyClicks(page.search, "report")
    libraries = shown.window.controllers.libraries
    winter = next(row.card for row in page.list.rows if row.key == WINTER.sha256)
    libraries.ask_about_notes = lambda *_: False
    libraries.remove([winter])
    wait_for_keys(qtbot, shown, GRAIN.sha256)
    page.opened.emit(next(row.card for row in page.list.rows if row.key == GRAIN.sha256))
    qtbot.waitUntil(lambda: shown.front is not None and shown.front.document is not None, timeout=PATIENCE_MS)
    assert not page.isVisible()
    shown.press("undo")
    assert {card.sha256 for card in library.cards()} == {GRAIN.sha256, WINTER.sha256}
    libraries.remove([winter])
    shown.window.parts.reader.view.select(Span(0, 5))
    shown.press("mark")
    shown.press("undo")
    assert {card.sha256 for card in library.cards()} == {GRAIN.sha256}
    shown.press("undo")
    assert {card.sha256 for card in library.cards()} == {GRAIN.sha256, WINTER.sha256}


def test_coming_back_to_the_library_undo_is_not_for_words_typed_before(shown: Running, qtbot: QtBot):
    page = page_of(shown)
    page.search.setFocus()
    qtbot.keyClicks(page.search, "grain")
    assert page.search.isUndoAvailable()
    shown.window.show_page(None)
    shown.press("library")
    assert page.search.text() == "grain"
    assert not page.search.isUndoAvailable()


@pytest.mark.parametrize("from_chronology", [False, True])
def test_a_brief_is_made_of_the_documents_that_are_chosen(
    shown: Running, qtbot: QtBot, from_chronology: bool
):
    page = page_of(shown)
    for row in list(page.list.rows):
        page.list.zone_clicked.emit(row, "choose")
    if from_chronology:
        libraries = shown.window.controllers.libraries
        libraries.show_chronology(page.chosen())
        qtbot.waitUntil(lambda: len(libraries.timeline.sources()) == 2, timeout=5000)
    shown.press("brief")
    briefs = shown.window.controllers.briefs
    qtbot.waitUntil(lambda: briefs.builder is not None and briefs.builder.isVisible(), timeout=PATIENCE_MS)
    assert {source.document.sha256 for source in briefs.builder.table.sources} == {
        GRAIN.sha256,
        WINTER.sha256,
    }
    briefs.close()
