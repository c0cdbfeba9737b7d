"""The outline dock under mouse, keys and new results."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from deskbrief.document.model import OF_THE_FILE, DateEvidence, Document
from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Event, EventDate, Outline
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.ui.outline.panel import EventOrder, Grouping, OutlinePanel, OutlineSettings, OutlineState
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import (
    click,
    has_keyboard,
    keys_of,
    river,
    river_curated,
    river_outline,
    row_point,
    spoken,
    zone_rect,
)

#: What the offscreen platform says about every window with a least size, and about menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def key_of(curated: Curated, title: str) -> str:
    items = (*curated.events, *curated.recommendations)
    return next(item.key for item in items if title in {item.value.title, getattr(item.value, "action", "")})


def event(edtf: str, title: str, span: Span) -> Event:
    return Event(date=EventDate(edtf, span.start, span.end), title=title, spans=(span,))


def with_verdict(curated: Curated, key: str, verdict: Verdict | None) -> Curated:
    return Curated(
        events=tuple(replace(i, verdict=verdict) if i.key == key else i for i in curated.events),
        recommendations=tuple(
            replace(i, verdict=verdict) if i.key == key else i for i in curated.recommendations
        ),
    )


def menu_of(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()
    menu.close()


def test_the_model_is_consistent(panel: OutlinePanel) -> None:
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.set_settings(OutlineSettings(group_by=Grouping.STRENGTH, order=EventOrder.TEXT))
    panel.findChild(QLineEdit).setText("flood")
    panel.findChild(QLineEdit).setText("")
    assert tester.model() is panel.list.model()


@pytest.mark.parametrize("title", ["Flood", "Treaty", "Repair Gauges", "Norland could lend its boats"])
def test_a_click_leads_to_the_passage(
    panel: OutlinePanel, qtbot: QtBot, curated: Curated, title: str
) -> None:
    key = key_of(curated, title)
    at = row_point(panel.list, key)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, at)
    item = next(i for i in (*curated.events, *curated.recommendations) if i.key == key)
    assert asked.args == [item.span]


def test_a_section_leads_to_its_heading(panel: OutlinePanel, qtbot: QtBot, document: Document) -> None:
    at = row_point(panel.list, "section|0|What Should Follow")
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, at)
    assert document.quote(asked.args[0]) == "What Should Follow"


@pytest.mark.parametrize("letter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_the_passage(
    panel: OutlinePanel, qtbot: QtBot, curated: Curated, letter: Qt.Key
) -> None:
    panel.list.set_current(panel.list.show_row(key_of(curated, "Flood")))
    with qtbot.waitSignal(panel.passage_requested) as asked:
        qtbot.keyClick(panel.list, letter)
    assert asked.args == [curated.events[2].span]


@pytest.mark.parametrize("title", ["Flood", "Repair Gauges"])
@pytest.mark.parametrize(("zone", "verdict"), [("confirm", Verdict.CONFIRMED), ("reject", Verdict.REJECTED)])
def test_marks_decide_and_take_back(
    panel: OutlinePanel,
    qtbot: QtBot,
    document: Document,
    outline: Outline,
    curated: Curated,
    title: str,
    zone: str,
    verdict: Verdict,
) -> None:
    key = key_of(curated, title)
    with qtbot.waitSignal(panel.verdict_requested) as asked, qtbot.assertNotEmitted(panel.passage_requested):
        click(panel.list, zone_rect(panel.list, key, zone).center())
    assert (asked.args[0].key, asked.args[1]) == (key, verdict)
    decided = with_verdict(curated, key, verdict)
    panel.show_outline(document, outline, decided, OutlineState.FULL)
    qtbot.waitUntil(lambda: verdict in [row.item.verdict for row in panel.list.rows if row.key == key])
    with qtbot.waitSignal(panel.verdict_requested) as asked:
        click(panel.list, zone_rect(panel.list, key, zone).center())
    assert (asked.args[0].key, asked.args[1]) == (key, None)


@pytest.mark.parametrize("width", [300, 389, 600])
@pytest.mark.parametrize("title", ["Flood", "Repair Gauges"])
@pytest.mark.parametrize("zone", ["confirm", "reject"])
def test_marks_are_large_enough_to_hit(
    panel: OutlinePanel, qtbot: QtBot, curated: Curated, title: str, zone: str, width: int
) -> None:
    panel.resize(width, 900)
    rect = zone_rect(panel.list, key_of(curated, title), zone)
    assert rect.width() >= 24
    assert rect.height() >= 24
    assert panel.list.rect().contains(rect)


@pytest.mark.parametrize(
    ("letter", "verdict"), [(Qt.Key.Key_Y, Verdict.CONFIRMED), (Qt.Key.Key_X, Verdict.REJECTED)]
)
def test_letters_decide(
    panel: OutlinePanel, qtbot: QtBot, curated: Curated, letter: Qt.Key, verdict: Verdict
) -> None:
    panel.list.set_current(panel.list.show_row(key_of(curated, "Flood")))
    with qtbot.waitSignal(panel.verdict_requested) as asked:
        qtbot.keyClick(panel.list, letter)
    assert asked.args[1] is verdict
    assert isinstance(asked.args[0], Item)


@pytest.mark.parametrize("verdict", [Verdict.EDITED, Verdict.ADDED])
def test_confirming_what_the_reader_made_changes_nothing(
    panel: OutlinePanel,
    qtbot: QtBot,
    document: Document,
    outline: Outline,
    curated: Curated,
    verdict: Verdict,
) -> None:
    key = key_of(curated, "Flood")
    panel.show_outline(document, outline, with_verdict(curated, key, verdict), OutlineState.FULL)
    panel.list.set_current(panel.list.show_row(key))
    with qtbot.assertNotEmitted(panel.verdict_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Y)


def test_a_rejected_row_lingers_until_the_mouse_leaves(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    key = key_of(curated, "Flood")
    click(panel.list, zone_rect(panel.list, key, "reject").center())
    panel.show_outline(document, outline, with_verdict(curated, key, Verdict.REJECTED), OutlineState.FULL)
    assert key in keys_of(panel.list)

    def left() -> bool:
        # A window that becomes the active one only now gives its list the keyboard again.
        panel.list.clearFocus()
        QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
        return key not in keys_of(panel.list)

    qtbot.waitUntil(left)


def test_hidden_rows_can_be_shown(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    key = key_of(curated, "Flood")
    panel.show_outline(document, outline, with_verdict(curated, key, Verdict.REJECTED), OutlineState.FULL)
    qtbot.waitUntil(lambda: key not in keys_of(panel.list))
    with qtbot.waitSignal(panel.settings_changed) as changed:
        click(panel.list, row_point(panel.list, "rejected|events"))
    assert changed.args == [OutlineSettings(show_rejected=True)]
    assert key in keys_of(panel.list)


def test_e_asks_for_the_editor(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    panel.list.set_current(panel.list.show_row(key_of(curated, "Repair Gauges")))
    with qtbot.waitSignal(panel.edit_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_E)
    assert asked.args == [curated.recommendations[0]]


def test_rows_that_go_do_not_move_the_one_under_the_mouse(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    view, key, gone = panel.list, key_of(curated, "Repair Gauges"), curated.events[0].key
    at = row_point(view, key)
    QCursor.setPos(view.viewport().mapToGlobal(at))
    qtbot.waitUntil(view.viewport().underMouse)
    fewer = replace(curated, events=curated.events[1:])
    panel.show_outline(document, outline, fewer, OutlineState.RULES)
    qtbot.waitUntil(lambda: gone not in [row.key for row in view.rows])
    assert row_point(view, key) == at
    QCursor.setPos(5, 5)
    qtbot.waitUntil(lambda: row_point(view, key).y() < at.y())
    assert view.verticalScrollBar().minimum() == 0


def test_the_documents_date_can_be_set_by_mouse_and_key(panel: OutlinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.date_requested), qtbot.assertNotEmitted(panel.passage_requested):
        click(panel.list, zone_rect(panel.list, "group|events", "head:events").center())
    with qtbot.waitSignal(panel.date_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_D)


def test_the_documents_date_is_said_in_words(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    assert any("document date: not stated — set" in line for line in spoken(panel.list))
    published = DateEvidence("2026-03-05", "5 March 2026", "byline")
    dated = replace(document, metadata=replace(document.metadata, published=published))
    panel.show_outline(dated, outline, curated, OutlineState.FULL)
    qtbot.waitUntil(lambda: any("document date: 5 Mar 2026 — change" in line for line in spoken(panel.list)))


def test_a_date_that_only_the_file_tells_is_shown_as_a_guess(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    published = DateEvidence("2026-03-05", "2026-03-05T10:00:00Z", OF_THE_FILE)
    dated = replace(document, metadata=replace(document.metadata, published=published))
    panel.show_outline(dated, outline, curated, OutlineState.FULL)
    qtbot.waitUntil(lambda: any("document date: 5 Mar 2026? — set" in line for line in spoken(panel.list)))


def test_heads_open_and_close(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    key = key_of(curated, "Flood")
    click(panel.list, row_point(panel.list, "group|events"))
    assert key not in keys_of(panel.list)
    panel.list.set_current(panel.list.show_row("group|events"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert key in keys_of(panel.list)
    panel.list.set_current(panel.list.show_row(key))
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.list.current is not None
    assert panel.list.current.key == "group|events"
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert key not in keys_of(panel.list)


def test_the_timeline_is_walked_and_entered(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    panel.list.set_current(panel.list.show_row("timeline"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [curated.events[2].span]
    assert "Jul 2023, Flood" in spoken(panel.list)[panel.list.currentIndex().row()]


def test_a_dot_leads_to_its_event(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    dot = zone_rect(panel.list, "timeline", "dot:1")
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, QPoint(dot.center().x(), dot.top() + 12))
    assert asked.args == [curated.events[2].span]


def test_events_of_one_dot_are_gone_through_click_by_click(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline
) -> None:
    spans = [Span(0, 10), Span(10, 20), Span(20, 30)]
    items = tuple(
        Item(
            kind=ItemKind.EVENT,
            key=f"e{number}",
            value=Event(
                date=EventDate("2023-07-04", span.start, span.end), title=f"e{number}", spans=(span,)
            ),
            span=span,
        )
        for number, span in enumerate(spans)
    )
    panel.show_outline(document, outline, Curated(events=items), OutlineState.FULL)
    dot = zone_rect(panel.list, "timeline", "dot:0-2")
    asked: list[Span] = []
    panel.passage_requested.connect(asked.append)
    for _ in range(4):
        click(panel.list, QPoint(dot.center().x(), dot.top() + 12))
    assert asked == [*spans, spans[0]]


def test_unresolved_times_lead_to_the_text(panel: OutlinePanel, qtbot: QtBot, document: Document) -> None:
    click(panel.list, row_point(panel.list, "group|times"))
    key = next(key for key in keys_of(panel.list) if key.startswith("time|"))
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, key))
    assert document.quote(asked.args[0]) == "recent months"


def test_typing_filters_and_esc_clears(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    panel.focus_filter()
    box = panel.findChild(QLineEdit)
    qtbot.keyClicks(box, "flood")
    assert key_of(curated, "Flood") in keys_of(panel.list)
    assert key_of(curated, "Treaty") not in keys_of(panel.list)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert key_of(curated, "Treaty") in keys_of(panel.list)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert has_keyboard(panel.list)
    qtbot.keyClick(panel.list, Qt.Key.Key_Slash)
    assert has_keyboard(box)


def test_what_was_closed_is_closed_again_after_filtering(panel: OutlinePanel) -> None:
    click(panel.list, row_point(panel.list, "group|events"))
    panel.findChild(QLineEdit).setText("flood")
    assert "timeline" in keys_of(panel.list)
    panel.findChild(QLineEdit).setText("")
    assert "timeline" not in keys_of(panel.list)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("By strength", OutlineSettings(group_by=Grouping.STRENGTH)),
        ("In text order", OutlineSettings(group_by=Grouping.ORDER)),
        ("Show rejected", OutlineSettings(show_rejected=True)),
    ],
)
def test_the_gear_arranges_and_says_so(
    panel: OutlinePanel, qtbot: QtBot, text: str, settings: OutlineSettings
) -> None:
    panel.findChild(QToolButton).click()
    with qtbot.waitSignal(panel.settings_changed) as changed:
        choose(menu_of(qtbot), text)
    assert changed.args == [settings]


def test_the_grouping_is_chosen_at_its_head(panel: OutlinePanel, qtbot: QtBot) -> None:
    click(panel.list, zone_rect(panel.list, "group|cards", "head:cards").center())
    choose(menu_of(qtbot), "By strength")
    assert any(key.startswith("part|strength") for key in keys_of(panel.list))


def test_all_groups_close_and_open(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.findChild(QToolButton).click()
    choose(menu_of(qtbot), "Collapse all")
    assert all(key.startswith("group|") for key in keys_of(panel.list))
    panel.findChild(QToolButton).click()
    choose(menu_of(qtbot), "Expand all")
    assert any(key.startswith("time|") for key in keys_of(panel.list))


def test_a_rows_menu_decides(panel: OutlinePanel, qtbot: QtBot, curated: Curated) -> None:
    panel.list.set_current(panel.list.show_row(key_of(curated, "Flood")))
    panel.list.menu_asked.emit(panel.list.current, QPoint(5, 5))
    with qtbot.waitSignal(panel.verdict_requested) as asked:
        choose(menu_of(qtbot), "Reject")
    assert asked.args[1] is Verdict.REJECTED


def test_set_settings_is_silent(panel: OutlinePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.settings_changed):
        panel.set_settings(OutlineSettings(group_by=Grouping.STRENGTH))


def test_the_section_being_read_is_marked_and_shown(panel: OutlinePanel, document: Document) -> None:
    panel.list.clearFocus()
    panel.resize(389, 140)
    panel.list.verticalScrollBar().setValue(10_000)
    panel.set_place(document.text.index("divided"))
    assert panel.list.here.key == f"section|0|{document.quote(document.blocks[1].span)}"
    number = keys_of(panel.list).index(panel.list.here.key)
    assert number in panel.list.seen()


def test_the_section_being_read_is_shown_with_those_above_it_where_there_is_room(
    panel: OutlinePanel, document: Document
) -> None:
    panel.list.clearFocus()
    panel.resize(389, 240)
    panel.list.verticalScrollBar().setValue(10_000)
    panel.set_place(document.text.index("divided"))
    assert keys_of(panel.list).index(panel.list.here.key) in panel.list.seen()
    assert panel.list.verticalScrollBar().value() == 0


def test_sections_above_come_into_sight_when_there_is_room_later(
    panel: OutlinePanel, qtbot: QtBot, document: Document
) -> None:
    panel.list.clearFocus()
    panel.resize(389, 100)
    panel.set_place(document.text.index("divided"))
    assert panel.list.verticalScrollBar().value() > 0
    panel.resize(389, 240)
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().value() == 0)
    panel.list.verticalScrollBar().setValue(30)
    panel.resize(389, 250)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))
    assert panel.list.verticalScrollBar().value() == 30


def test_the_section_of_a_remembered_place_is_shown_once_the_outline_is_there(
    panel: OutlinePanel, qtbot: QtBot, document: Document, outline: Outline, curated: Curated
) -> None:
    panel.list.clearFocus()
    panel.resize(389, 100)
    panel.show_outline(None, None, curated, OutlineState.OPENING)
    panel.show_outline(document, None, curated, OutlineState.WAITING)
    panel.set_place(document.text.index("What Should Follow") + 30)
    panel.show_outline(document, outline, curated, OutlineState.FULL)
    qtbot.waitUntil(lambda: len(panel.list.rows) > 3)
    number = keys_of(panel.list).index("section|0|What Should Follow")
    assert panel.list.here.key == "section|0|What Should Follow"
    assert number in panel.list.seen()


def test_a_user_in_the_panel_is_not_moved(panel: OutlinePanel, qtbot: QtBot, document: Document) -> None:
    panel.resize(389, 140)
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    panel.list.verticalScrollBar().setValue(10_000)
    panel.list.set_current(len(panel.list.rows) - 2)
    before = panel.list.verticalScrollBar().value()
    with qtbot.waitSignal(panel.passage_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    panel.set_place(document.text.index("divided"))
    assert panel.list.here.key.endswith("Before the Dams Were Built")
    assert panel.list.verticalScrollBar().value() == before


def test_who_reads_on_with_the_wheel_is_followed_while_the_keyboard_is_still_in_the_panel(
    panel: OutlinePanel, qtbot: QtBot, document: Document
) -> None:
    panel.resize(389, 140)
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    panel.list.set_current(len(panel.list.rows) - 2)
    with qtbot.waitSignal(panel.passage_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    panel.set_place(document.text.index("What Should Follow") + 30)
    panel.set_place(document.text.index("divided"))
    assert keys_of(panel.list).index(panel.list.here.key) in panel.list.seen()


def test_new_results_keep_place_folding_and_current_row(
    panel: OutlinePanel, document: Document, outline: Outline, curated: Curated
) -> None:
    panel.resize(389, 300)
    click(panel.list, row_point(panel.list, "group|sections"))
    key = key_of(curated, "Repair Gauges")
    panel.list.set_current(panel.list.show_row(key))
    before = panel.list.row_rect(keys_of(panel.list).index(key))
    fewer = replace(curated, events=curated.events[:1])
    panel.show_outline(document, outline, fewer, OutlineState.FULL)
    assert "section|0|What Should Follow" not in keys_of(panel.list)
    assert panel.list.current is not None
    assert panel.list.current.key == key
    assert panel.list.row_rect(keys_of(panel.list).index(key)) == before


def test_another_document_begins_anew(panel: OutlinePanel, qtbot: QtBot) -> None:
    click(panel.list, row_point(panel.list, "group|sections"))
    panel.findChild(QLineEdit).setText("flood")
    other = river("other")
    found = river_outline(other)
    panel.show_outline(other, found, river_curated(other, found), OutlineState.FULL)
    qtbot.waitUntil(lambda: "section|0|What Should Follow" in keys_of(panel.list))
    assert panel.findChild(QLineEdit).text() == ""


@pytest.mark.parametrize(
    ("state", "note", "words"),
    [
        (OutlineState.WAITING, "", "Looking closer…"),
        (OutlineState.RULES, "40 %", "Looking closer… 40 %"),
        (OutlineState.FAILED, "", "The outline could not be completed."),
        (OutlineState.FAILED, "The worker ended.", "The worker ended."),
        (OutlineState.FULL, "", ""),
    ],
)
def test_the_state_is_said(
    panel: OutlinePanel,
    document: Document,
    outline: Outline,
    curated: Curated,
    state: OutlineState,
    note: str,
    words: str,
) -> None:
    panel.show_outline(document, outline, curated, state, note)
    label = panel.findChild(QLabel)
    assert label.text() == words
    assert label.isVisible() is bool(words)


def test_remarks_of_a_complete_outline_are_shown(
    panel: OutlinePanel, document: Document, outline: Outline, curated: Curated
) -> None:
    remarked = replace(outline, remarks=("The language model is missing.",))
    panel.show_outline(document, remarked, curated, OutlineState.FULL)
    assert panel.findChild(QLabel).text() == "The language model is missing."


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (OutlineState.WAITING, "The outline appears here in a moment."),
        (OutlineState.OPENING, "The outline appears here when the document is open."),
        (OutlineState.FAILED, "There is no outline of this document."),
    ],
)
def test_before_there_is_an_outline(
    panel: OutlinePanel, document: Document, state: OutlineState, words: str
) -> None:
    panel.show_outline(document, None, Curated(), state)
    assert spoken(panel.list) == [words]


def test_without_a_document(panel: OutlinePanel) -> None:
    panel.show_outline(None, None, Curated(), OutlineState.WAITING)
    assert spoken(panel.list) == ["Open a document to see its outline here."]
    assert not panel.findChild(QLabel).isVisible()


def test_rows_are_spoken_with_all_they_show(
    panel: OutlinePanel, document: Document, outline: Outline, curated: Curated
) -> None:
    key = key_of(curated, "Treaty")
    panel.show_outline(document, outline, with_verdict(curated, key, Verdict.CONFIRMED), OutlineState.FULL)
    lines = spoken(panel.list)
    assert "12 Mar 1994, Treaty, Norland · Southmark — occurred, occurred, paragraph 3, confirmed" in lines
    assert "Sections, 3, expanded" in lines
    assert "Timeline, 2 events, from 12 Mar 1994 to Jul 2023" in lines


def test_the_reasoning_stands_in_the_tool_tip(panel: OutlinePanel, curated: Curated) -> None:
    number = panel.list.show_row(key_of(curated, "Flood"))
    tip = panel.list.model().index(number, 0).data(Qt.ItemDataRole.ToolTipRole)
    for words in (
        "“July 2023” stands in the Date column.",
        "test-rule",
        "100 %",
        "in a table",
        "paragraph 4",
    ):
        assert words in tip


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("width", [240, 300, 389])
def test_it_is_drawn_in_every_theme(panel: OutlinePanel, name: str, width: int) -> None:
    theme = THEMES[name]
    panel.set_theme(theme)
    panel.resize(width, 900)
    picture = panel.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, width, 3) for y in range(60, 880, 3)}
    assert theme.panel in colours
    assert theme.card in colours
    assert theme.recommendation in colours


def test_a_long_outline_arrives_whole(panel: OutlinePanel, qtbot: QtBot, document: Document) -> None:
    items = tuple(
        Item(
            kind=ItemKind.EVENT,
            key=f"e{number}",
            value=event(f"{1900 + number % 120}-{1 + number % 12:02}", f"e{number}", Span(0, 5)),
            span=Span(0, 5),
        )
        for number in range(4000)
    )
    panel.show_outline(document, Outline(), Curated(events=items), OutlineState.FULL)
    qtbot.waitUntil(lambda: len(panel.list.rows) > 4000)
    assert {f"e{number}" for number in range(4000)} <= set(keys_of(panel.list))


def test_the_panel_is_freed(qtbot: QtBot, document: Document, outline: Outline, curated: Curated) -> None:
    panel = OutlinePanel()
    panel.show_outline(document, outline, curated, OutlineState.FULL)
    gone = weakref.ref(panel)
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    del panel
    gc.collect()
    assert gone() is None


def test_it_is_told_whose_advice_it_is_when_it_is_not_the_texts_own(
    panel: OutlinePanel, document: Document, curated: Curated
) -> None:
    first, *others = curated.recommendations
    quoted = replace(first, value=replace(first.value, speaker="Ana Ruiz"))
    told = replace(curated, recommendations=(quoted, *others))
    panel.show_outline(document, river_outline(document), told, OutlineState.FULL)
    assert [line for line in spoken(panel.list) if "says Ana Ruiz" in line]
