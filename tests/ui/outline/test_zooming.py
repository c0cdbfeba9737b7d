"""The timeline under the hands: nearer, along, and the whole again; and what the list shows of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Verdict
from deskbrief.ui.models.heads import MessageRow
from deskbrief.ui.models.look import EDGE
from deskbrief.ui.models.timeline import INSET, Bounds, fitting, whole
from deskbrief.ui.outline.panel import OutlinePanel
from deskbrief.ui.outline.rows import CardRow, EventRow, TimelineRow
from deskbrief.ui.outline.why import WhyCard

SIDE = EDGE + INSET


def timeline(panel: OutlinePanel) -> TimelineRow:
    row = panel.list.timeline
    assert row is not None
    return row


def events(panel: OutlinePanel) -> list[EventRow]:
    return [row for row in panel.list.rows if isinstance(row, EventRow)]


def spot(panel: OutlinePanel, share: float) -> QPoint:
    """Return a point on the strip, beside any dot in height."""
    panel.list.show_row("timeline")
    number = next(n for n, row in enumerate(panel.list.rows) if isinstance(row, TimelineRow))
    area = panel.list.row_rect(number)
    return QPoint(round(area.left() + SIDE + share * (area.width() - 2 * SIDE)), area.bottom() - 3)


def wheel(panel: OutlinePanel, at: QPoint, turned: int, held: Qt.KeyboardModifier) -> None:
    view = panel.list.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def messages(panel: OutlinePanel) -> list[str]:
    return [row.text for row in panel.list.rows if isinstance(row, MessageRow) and row.action == "whole"]


def test_ctrl_and_the_wheel_lead_nearer_and_the_list_shows_what_is_seen(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    every = len(timeline(panel).events)
    limits = whole(timeline(panel).events)
    at = spot(panel, limits.share_of(timeline(panel).events[0].middle))
    for _ in range(12):
        wheel(panel, at, 120, Qt.KeyboardModifier.ControlModifier)
    bounds = timeline(panel).bounds
    assert bounds is not None
    qtbot.waitUntil(lambda: bool(messages(panel)))
    seen = [row for row in timeline(panel).events if bounds.shows(row)]
    assert 0 < len(seen) < every
    assert events(panel) == seen
    assert messages(panel)[0].startswith(f"{len(seen)} of ")
    wheel(panel, at, -120 * 40, Qt.KeyboardModifier.ControlModifier)
    assert timeline(panel).bounds is None
    qtbot.waitUntil(lambda: not messages(panel))


def test_the_wheel_alone_scrolls_the_list(panel: OutlinePanel) -> None:
    wheel(panel, spot(panel, 0.5), 120, Qt.KeyboardModifier.NoModifier)
    assert timeline(panel).bounds is None


def test_it_is_dragged_along_and_a_double_click_shows_all(panel: OutlinePanel, qtbot: QtBot) -> None:
    view, at = panel.list.viewport(), spot(panel, 0.5)
    for _ in range(4):
        wheel(panel, at, 120, Qt.KeyboardModifier.ControlModifier)
    before = timeline(panel).bounds
    assert before is not None
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view, at + QPoint(20, 0))
    qtbot.mouseMove(view, at + QPoint(60, 0))
    with qtbot.assertNotEmitted(panel.passage_requested):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    after = timeline(panel).bounds
    assert after is not None
    assert after.low < before.low
    wheel(panel, at, -120, Qt.KeyboardModifier.ShiftModifier)
    moved = timeline(panel).bounds
    assert moved is not None
    assert moved.low > after.low
    qtbot.waitUntil(lambda: bool(messages(panel)))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot(panel, 0.5))
    assert timeline(panel).bounds is None


def test_keys_zoom_and_show_all(panel: OutlinePanel, qtbot: QtBot) -> None:
    spot(panel, 0.5)
    number = next(n for n, row in enumerate(panel.list.rows) if isinstance(row, TimelineRow))
    panel.list.set_current(number)
    panel.list.setFocus()
    qtbot.keyClicks(panel.list, "++")
    near = timeline(panel).bounds
    assert near is not None
    qtbot.keyClicks(panel.list, "-")
    far = timeline(panel).bounds
    assert far is not None
    assert far.high - far.low > near.high - near.low
    qtbot.keyClicks(panel.list, "0")
    assert timeline(panel).bounds is None


def test_the_sentence_below_shows_all_again(panel: OutlinePanel, qtbot: QtBot) -> None:
    wheel(panel, spot(panel, 0.0), 120 * 9, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(messages(panel)))
    number = next(n for n, row in enumerate(panel.list.rows) if getattr(row, "action", "") == "whole")
    at = panel.list.row_rect(number).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert timeline(panel).bounds is None


def test_steps_along_it_bring_the_event_into_the_part_that_is_seen(panel: OutlinePanel) -> None:
    wheel(panel, spot(panel, 0.0), 120 * 9, Qt.KeyboardModifier.ControlModifier)
    row = timeline(panel)
    panel.list.step(row, len(row.events) - 1)
    assert row.bounds is not None
    assert row.bounds.low <= row.events[-1].middle <= row.bounds.high


def test_bounds_stay_inside_what_there_is() -> None:
    assert fitting(Bounds(0, 20), Bounds(0, 10)) is None
    assert fitting(Bounds(-3, 1), Bounds(0, 10)) == Bounds(0, 4)
    assert fitting(Bounds(9, 13), Bounds(0, 10)) == Bounds(6, 10)
    assert whole([]).high > whole([]).low


def test_i_says_why_a_row_is_here(panel: OutlinePanel, qtbot: QtBot) -> None:
    number = next(n for n, row in enumerate(panel.list.rows) if isinstance(row, EventRow))
    panel.list.set_current(number)
    panel.list.setFocus()
    qtbot.keyClicks(panel.list, "i")
    card = panel.findChild(WhyCard)
    assert card is not None
    assert card.isVisible()
    assert "Rule: " in card.body.text()
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.findChild(WhyCard) is None)


def test_the_filter_knows_what_was_decided_and_how_it_is_told(panel: OutlinePanel) -> None:
    panel._filter.setText("is:undecided")
    undecided = [row for row in panel.list.rows if isinstance(row, EventRow | CardRow)]
    assert undecided
    assert all(row.item.verdict is None for row in undecided)
    panel._filter.setText("is:rejected")
    rejected = [row for row in panel.list.rows if isinstance(row, EventRow | CardRow)]
    assert all(row.item.verdict is Verdict.REJECTED for row in rejected)
    panel._filter.setText("is:planned")
    told = [row for row in panel.list.rows if isinstance(row, EventRow | CardRow)]
    assert all(isinstance(row, EventRow) and row.item.value.status == "planned" for row in told)
