"""The drawn timeline of several documents: lanes, what is joined, what differs, zoom, the way to rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.services.timeline import Happening, Source, Telling, Timeline
from deskbrief.ui.library.rows import TellingRow
from deskbrief.ui.library.tellings import Arranged, TimelineOrder, key_of
from deskbrief.ui.library.timeline import TimelinePage
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import keys_of, spoken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def telling(source: int, edtf: str, title: str, number: int = 0) -> Telling:
    return Telling(
        source=source,
        number=number,
        when=edtf,
        edtf=edtf,
        title=title,
        detail="",
        status="occurred",
        span=Span(source, 9),
        place=f"¶{number + 1}",
    )


TIMELINE = Timeline(
    (Source(sha256="a", title="Grain report"), Source(sha256="b", title="Winter report")),
    (
        Happening((telling(0, "1994-03-12", "Water treaty"),)),
        Happening((telling(0, "2010", "Drought", 1), telling(1, "2010", "Drought"))),
        Happening(
            (telling(1, "2026-03-03", "Signing", 1), telling(0, "2026-03-05", "Signing", 2)), differs=True
        ),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    page = TimelinePage()
    qtbot.addWidget(page)
    page.setGeometry(100, 100, 900, 500)
    QCursor.setPos(5, 5)
    page.set_theme(THEMES["light"])
    page.show()
    page.show_timeline(Arranged(TIMELINE))
    return page


def point(page: TimelinePage, happening: int, source: int) -> QPoint:
    return page.axis.lanes.place_of(happening, source).toPoint()


def press(page: TimelinePage, at: QPoint) -> None:
    QTest.mouseClick(page.axis, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def key(happening: int, place: int) -> str:
    return key_of(TIMELINE, TIMELINE.happenings[happening].tellings[place])


def events(page: TimelinePage) -> list[str]:
    return [key for key in keys_of(page.list) if key.startswith("event")]


def test_each_source_has_a_lane_and_events_lie_in_time(page: TimelinePage):
    first, second = point(page, 1, 0), point(page, 1, 1)
    assert first.x() == second.x()
    assert second.y() - first.y() == 20
    assert point(page, 0, 0).x() < first.x() < point(page, 2, 0).x()


def test_a_click_on_a_dot_chooses_the_event_in_the_list(page: TimelinePage, qtbot: QtBot):
    with qtbot.waitSignal(page.axis.chosen) as chosen:
        press(page, point(page, 1, 1))
    assert chosen.args == [1]
    assert page.list.current.key == key(1, 0)


def test_a_double_click_opens_the_passage(page: TimelinePage, qtbot: QtBot):
    with qtbot.waitSignal(page.passage_opened) as opened:
        QTest.mouseDClick(page.axis, Qt.MouseButton.LeftButton, pos=point(page, 0, 0))
    assert opened.args == [TIMELINE.sources[0], Span(0, 9)]


def test_keys_walk_from_event_to_event_and_open_them(page: TimelinePage, qtbot: QtBot):
    for number in (0, 1, 2):
        qtbot.keyClick(page.axis, Qt.Key.Key_Right)
        assert page.list.current.key == key(number, 0)
    qtbot.keyClick(page.axis, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.passage_opened) as opened:
        qtbot.keyClick(page.axis, Qt.Key.Key_Return)
    assert opened.args[0] is TIMELINE.sources[0]


def test_nearer_shows_and_lists_a_part_and_0_the_whole(page: TimelinePage, qtbot: QtBot):
    press(page, point(page, 2, 0))
    for _ in range(8):
        qtbot.keyClick(page.axis, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: events(page) == [key(2, 0), key(2, 1)])
    assert page.axis.state.bounds is not None
    qtbot.keyClick(page.list, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: len(events(page)) == 5)
    assert page.axis.state.bounds is None


def test_the_wheel_with_ctrl_leads_nearer_around_the_pointer(page: TimelinePage, qtbot: QtBot):
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    at = QPointF(point(page, 0, 0))
    wheel = QWheelEvent(
        at,
        page.axis.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.axis, wheel)
    assert page.axis.state.bounds.low == pytest.approx(1994.19, abs=0.1)
    assert page.axis.state.bounds.high < 2022


def test_the_current_row_is_marked_on_the_axis_and_brought_into_sight(page: TimelinePage, qtbot: QtBot):
    press(page, point(page, 2, 0))
    for _ in range(8):
        page.axis.press("+")
    qtbot.waitUntil(lambda: len(events(page)) == 2)
    page.axis.mark(0)
    assert page.axis.state.bounds.low <= 1994.2 <= page.axis.state.bounds.high


def test_what_is_drawn_differs_by_shape_and_not_by_colour_alone(page: TimelinePage):
    from deskbrief.ui.library.axispaint import SHAPES

    assert len(set(SHAPES)) == 5
    picture = page.axis.grab().toImage()
    one, other = (point(page, 1, source) for source in (0, 1))
    # A corner of the square of the second source lies outside of the circle of the first.
    corner = QPoint(-5, -5)
    assert picture.pixelColor(one + corner) != picture.pixelColor(other + corner)


def test_rows_tell_what_differs(page: TimelinePage):
    rows = [row for row in page.list.rows if isinstance(row, TellingRow)]
    assert [row.differs for row in rows] == [False, False, False, True, True]


def test_without_dated_events_there_is_no_axis(page: TimelinePage):
    page.show_timeline(Arranged(Timeline(TIMELINE.sources, ())))
    assert not page.axis.isVisible()


def test_more_sources_than_lanes_share_the_last(page: TimelinePage):
    many = tuple(Source(sha256=str(n), title=f"Source {n}") for n in range(14))
    told = tuple(Happening((telling(n, f"20{n:02}", "x"),)) for n in range(14))
    page.show_timeline(Arranged(Timeline(many, told)))
    assert point(page, 13, 13).y() == point(page, 9, 9).y()
    page.axis.grab()


def test_of_many_sources_those_that_tell_something_have_lanes_and_the_rest_is_told(page: TimelinePage):
    sources = tuple(Source(sha256=str(number), title=f"Report {number}") for number in range(9))
    sources = (*sources[:8], Source(sha256="8", title="Never opened", has_outline=False))
    page.show_timeline(
        Arranged(Timeline(sources, (Happening((telling(3, "2010", "Drought"), telling(7, "2010", "Dry"))),)))
    )
    assert page.axis.lanes.sources == [3, 7]
    assert point(page, 0, 7).y() - point(page, 0, 3).y() == 20
    head, *rest = spoken(page.list)
    assert head == "Sources (7 without a dated event)"
    assert [line.partition(",")[0] for line in rest] == ["2010", "2010"]
    page.list.set_current(0)
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    lines = spoken(page.list)
    assert lines[1] == "A: Report 0, no dated event"
    assert lines[4] == "D: Report 3, 1 event"
    assert lines[9] == "I: Never opened, its events are not known"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(spoken(page.list)) == 3


def choose(box: QComboBox, value: str) -> None:
    """Choose as a click on the list of a box does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_rows_tell_source_and_place(page: TimelinePage):
    assert spoken(page.list)[2] == "1994-03-12, Water treaty, source A, Grain report, ¶1"


def test_events_are_put_in_other_orders_and_the_order_is_told(page: TimelinePage, qtbot: QtBot):
    with qtbot.waitSignal(page.order_changed) as changed:
        choose(page.order, "latest")
    assert changed.args == [TimelineOrder.LATEST]
    assert events(page) == [key(2, 0), key(2, 1), key(1, 0), key(1, 1), key(0, 0)]
    choose(page.order, "source")
    assert events(page) == [key(0, 0), key(1, 0), key(2, 1), key(1, 1), key(2, 0)]
    heads = [row.title for row in page.list.rows if isinstance(row, GroupRow)]
    assert heads == ["Grain report", "Winter report"]


def test_a_source_can_be_folded_up(page: TimelinePage, qtbot: QtBot):
    page.set_order(TimelineOrder.SOURCE)
    page.list.set_current(2)
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert events(page) == [key(1, 1), key(2, 0)]
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    assert len(events(page)) == 5


def test_only_what_differs_or_what_several_tell_is_shown(page: TimelinePage):
    choose(page.show_only, "different")
    assert events(page) == [key(2, 0), key(2, 1)]
    assert page.count_words() == "1 of 3 events"
    choose(page.show_only, "shared")
    assert len(events(page)) == 4
    assert page.chosen() == {(0, 1), (1, 0), (1, 1), (0, 2)}
    choose(page.show_only, "all")
    assert page.chosen() is None


def test_a_filter_looks_at_sources_and_stays_when_the_same_is_shown_anew(page: TimelinePage, qtbot: QtBot):
    qtbot.keyClick(page.list, "/")
    assert page.focusWidget() is page.filter
    qtbot.keyClicks(page.filter, "winter dro")
    assert events(page) == [key(1, 0), key(1, 1)]
    page.show_timeline(Arranged(Timeline(TIMELINE.sources, TIMELINE.happenings)))
    assert page.filter.text() == "winter dro"
    page.show_timeline(Arranged(Timeline(TIMELINE.sources[:1], TIMELINE.happenings[:1])))
    assert not page.filter.text()


def test_what_cannot_be_found_offers_the_way_back_to_everything(page: TimelinePage):
    page.filter.setText("zebra")
    assert spoken(page.list)[-1].startswith("No event matches")
    assert not page.export.isEnabled()
    press(page, point(page, 1, 1))
    assert page.list.current.key == key(1, 0)


def test_letters_and_escape_reach_export_and_library(page: TimelinePage, qtbot: QtBot):
    with qtbot.waitSignal(page.export_asked):
        qtbot.keyClick(page.list, Qt.Key.Key_E)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.list, Qt.Key.Key_Escape)


def test_two_events_of_one_sentence_and_date_stand_together_and_say_both_once(page: TimelinePage):
    one = telling(0, "2010", "Signed")
    other = replace(telling(0, "2010", "Opened", 1), detail="")
    page.show_timeline(Arranged(Timeline(TIMELINE.sources, (Happening((one,)), Happening((other,))))))
    rows = [row for row in page.list.rows if isinstance(row, TellingRow)]
    assert [(row.follows, row.is_told) for row in rows] == [(False, False), (True, True)]
    assert [bool(row.laid[3]) for row in rows] == [True, False]
    at = [page.list.visualRect(page.list.model().index(page.list.rows.index(row), 0)) for row in rows]
    # What is not said again leaves no empty line.
    assert at[0].height() - at[1].height() >= page.list.fontMetrics().height() // 2


def test_what_is_still_being_looked_for_is_told(page: TimelinePage):
    sources = (*TIMELINE.sources, Source(sha256="c", title="Old", has_outline=False))
    page.show_timeline(Arranged(Timeline(sources, TIMELINE.happenings)), frozenset({"c"}))
    assert "C: Old, looking for its events …" in spoken(page.list)


def test_rows_stay_the_same_objects_and_measure_themselves_again_only_when_they_say_another_thing(
    page: TimelinePage,
):
    before = {row.key: row for row in page.list.rows if isinstance(row, TellingRow)}
    choose(page.order, "source")
    after = {row.key: row for row in page.list.rows if isinstance(row, TellingRow)}
    assert all(after[one] is before[one] for one in before)
    later = after[key(2, 1)]
    assert later.is_first
    assert later.tells_difference
    choose(page.order, "date")
    assert not later.is_first
    assert not later.tells_difference
