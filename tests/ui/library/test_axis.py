"""The drawn timeline of several documents: lanes, what is joined, what differs, zoom, the way to rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.services.timeline import Happening, Source, Telling, Timeline
from deskbrief.ui.library.rows import TellingRow
from deskbrief.ui.library.timeline import TimelinePage
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import keys_of, spoken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def telling(source: int, edtf: str, title: str) -> Telling:
    return Telling(
        source=source, when=edtf, edtf=edtf, title=title, detail="", status="occurred", span=Span(source, 9)
    )


TIMELINE = Timeline(
    (Source(sha256="a", title="Grain report"), Source(sha256="b", title="Winter report")),
    (
        Happening((telling(0, "1994-03-12", "Water treaty"),)),
        Happening((telling(0, "2010", "Drought"), telling(1, "2010", "Drought"))),
        Happening((telling(1, "2026-03-03", "Signing"), telling(0, "2026-03-05", "Signing")), differs=True),
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
    page.show_timeline(TIMELINE)
    return page


def point(page: TimelinePage, happening: int, source: int) -> QPoint:
    return page.axis.lanes.place_of(happening, source).toPoint()


def press(page: TimelinePage, at: QPoint) -> None:
    QTest.mouseClick(page.axis, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


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
    assert page.list.current.key == "event|1|0"


def test_a_double_click_opens_the_passage(page: TimelinePage, qtbot: QtBot):
    with qtbot.waitSignal(page.passage_opened) as opened:
        QTest.mouseDClick(page.axis, Qt.MouseButton.LeftButton, pos=point(page, 0, 0))
    assert opened.args == [TIMELINE.sources[0], Span(0, 9)]


def test_keys_walk_from_event_to_event_and_open_them(page: TimelinePage, qtbot: QtBot):
    for number in (0, 1, 2):
        qtbot.keyClick(page.axis, Qt.Key.Key_Right)
        assert page.list.current.key == f"event|{number}|0"
    qtbot.keyClick(page.axis, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.passage_opened) as opened:
        qtbot.keyClick(page.axis, Qt.Key.Key_Return)
    assert opened.args[0] is TIMELINE.sources[0]


def test_nearer_shows_and_lists_a_part_and_0_the_whole(page: TimelinePage, qtbot: QtBot):
    press(page, point(page, 2, 0))
    for _ in range(8):
        qtbot.keyClick(page.axis, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: events(page) == ["event|2|0", "event|2|1"])
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
    page.show_timeline(Timeline(TIMELINE.sources, ()))
    assert not page.axis.isVisible()


def test_more_sources_than_lanes_share_the_last(page: TimelinePage):
    many = tuple(Source(sha256=str(n), title=f"Source {n}") for n in range(14))
    told = tuple(Happening((telling(n, f"20{n:02}", "x"),)) for n in range(14))
    page.show_timeline(Timeline(many, told))
    assert point(page, 13, 13).y() == point(page, 9, 9).y()
    page.axis.grab()


def test_of_many_sources_those_that_tell_something_have_lanes_and_the_rest_is_told(page: TimelinePage):
    sources = tuple(Source(sha256=str(number), title=f"Report {number}") for number in range(9))
    sources = (*sources[:8], Source(sha256="8", title="Never opened", has_outline=False))
    page.show_timeline(
        Timeline(sources, (Happening((telling(3, "2010", "Drought"), telling(7, "2010", "Dry"))),))
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
    assert lines[9] == "I: Never opened, open it once, so that its events are found"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(spoken(page.list)) == 3
