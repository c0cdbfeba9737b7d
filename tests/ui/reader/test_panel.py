"""The reading pane: its states, the bar beside a selection, the ruler, and that it is freed."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.finding import Hits
from deskbrief.ui.reader import ruler
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.reader.selectionbar import RoleDot
from deskbrief.ui.reader.values import Marker, MarkerKind
from deskbrief.ui.theme import THEMES
from helpers.qt_reader import everything, long_document, mark, show, span_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def buttons(panel: ReaderPanel) -> list[str]:
    return [b.text() for b in panel.message.findChildren(QPushButton) if b.isVisibleTo(panel)]


def test_at_first_it_says_what_to_do(panel: ReaderPanel):
    assert panel.message.isVisible()
    assert "Ctrl+O" in panel.message.text.text()
    assert panel.message.accessibleName()


def test_a_document_takes_the_place_of_the_message_and_back(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, everything())
    assert not panel.message.isVisible()
    panel.view.show_document(None)
    assert panel.message.isVisible()


def test_a_message_with_buttons(qtbot: QtBot, panel: ReaderPanel):
    many = (("retry", "Try again"), ("close", "Close"), ("third", "Third"), ("fourth", "No room"))
    panel.show_message("<b>Trouble</b>", "It could not be read.", many)
    assert panel.message.title.text() == "<b>Trouble</b>"
    assert panel.message.title.textFormat() is Qt.TextFormat.PlainText
    assert buttons(panel) == ["Try again", "Close", "Third"]
    retry = next(b for b in panel.message.findChildren(QPushButton) if b.text() == "Try again")
    with qtbot.waitSignal(panel.message_action) as told:
        qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert told.args == ["retry"]
    panel.show_message("Opening …", "")
    assert buttons(panel) == []
    assert not panel.message.text.isVisible()


def test_clearing_a_message_shows_the_text_or_says_that_there_is_none(qtbot: QtBot, panel: ReaderPanel):
    panel.show_message("Wait", "")
    panel.clear_message()
    assert panel.message.isVisible()
    assert panel.message.title.text() == "Nothing is open"
    show(qtbot, panel.view, everything())
    panel.show_message("Wait", "")
    assert panel.message.isVisible()
    panel.clear_message()
    assert not panel.message.isVisible()


def test_the_bar_stands_beside_the_selection_and_inside_the_view(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(30)
    show(qtbot, panel.view, document)
    for words in ("Section 0", "Section 2", "Item of section 25"):
        panel.view.select(span_of(document, words))
        assert panel.bars.selection.isVisible()
        low, high = panel.view.selection_area()
        assert not panel.bars.selection.geometry().intersects(low.united(high))
        assert panel.view.geometry().contains(panel.bars.selection.geometry())
    panel.view.go_to(Span(0, 0))
    assert not panel.bars.selection.isVisible()


def test_the_bar_goes_when_its_selection_leaves_the_screen_and_comes_back(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(60)
    show(qtbot, panel.view, document)
    panel.view.select(span_of(document, "Section 3"))
    panel.view.page_by(4)
    assert not panel.bars.selection.isVisible()
    panel.view.page_by(-4)
    assert panel.bars.selection.isVisible()


def test_the_bar_waits_until_the_mouse_is_released(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(5))
    viewport = panel.view.viewport()
    left, right = QPoint(120, 90), QPoint(300, 90)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=left)
    qtbot.mouseMove(viewport, right)
    assert panel.view.selection() is not None
    assert not panel.bars.selection.isVisible()
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=right)
    assert panel.bars.selection.isVisible()


def test_escape_lets_the_selection_go(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(5)
    show(qtbot, panel.view, document)
    panel.view.select(span_of(document, "gauges"))
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.view.selection() is None
    assert not panel.bars.selection.isVisible()


@pytest.mark.parametrize("role", list(Role))
def test_each_dot_asks_for_its_role(qtbot: QtBot, panel: ReaderPanel, role: Role):
    document = long_document(5)
    show(qtbot, panel.view, document)
    panel.view.select(span_of(document, "gauges"))
    dot = next(dot for dot in panel.bars.selection.findChildren(RoleDot) if dot.role is role)
    with qtbot.waitSignal(panel.mark_requested) as told:
        qtbot.mouseClick(dot, Qt.MouseButton.LeftButton)
    assert told.args == [role]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Note", "note_requested"),
        ("Event", "event_requested"),
        ("Recommendation", "recommendation_requested"),
        ("Copy with reference", "copy_requested"),
    ],
)
def test_each_button_asks_for_its_act(qtbot: QtBot, panel: ReaderPanel, text: str, signal: str):
    button = next(b for b in panel.bars.selection.findChildren(QToolButton) if b.text() == text)
    with qtbot.waitSignals([getattr(panel, signal), getattr(panel.bars.selection, signal)]):
        button.click()


def test_roles_are_called_what_the_reader_calls_them(panel: ReaderPanel):
    panel.bars.selection.set_role_names({Role.GREEN: "Evidence"})
    tips = [dot.toolTip() for dot in panel.bars.selection.findChildren(RoleDot)]
    assert tips[:2] == ["Mark yellow (1)", "Mark Evidence (2)"]


def test_every_control_has_a_name(panel: ReaderPanel):
    bars = panel.find, panel.bars.selection
    controls: list[QWidget] = [*panel.findChildren(QToolButton), *panel.findChildren(QLineEdit)]
    assert len(controls) > 14
    for control in (*controls, *bars, panel.ruler, panel.view.scroller):
        assert control.accessibleName()
    for button in panel.findChildren(QToolButton):
        assert button.toolTip()


def test_the_ruler_leads_to_what_is_under_the_pointer(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(200)
    show(qtbot, panel.view, document)
    marked, found = span_of(document, "Section 120"), span_of(document, "Item of section 50")
    marker = Marker(MarkerKind.EVENT, span_of(document, "Section 180"), "An event")
    panel.view.set_marks([mark(marked)])
    panel.view.set_markers([marker])
    panel.ruler.set_hits([found], 0)
    for span in (marked, found, marker.span):
        y = round(panel.ruler._y(span.start)) + 1
        with qtbot.waitSignal(panel.ruler.jumped) as told:
            qtbot.mouseClick(panel.ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
        assert told.args == [span]
        assert panel.view.visible().holds(span)


def test_the_ruler_leads_to_a_height_where_nothing_is_marked(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(200)
    show(qtbot, panel.view, document)
    qtbot.mouseClick(panel.ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, panel.ruler.height() // 2))
    assert 0.4 < panel.view.place() / len(document.text) < 0.6


def test_the_ruler_shows_ticks_where_things_are(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(200)
    show(qtbot, panel.view, document)
    empty = panel.ruler.grab().toImage()
    span = span_of(document, "Section 120")
    panel.view.set_marks([mark(span, role=Role.PINK)])
    ticked = panel.ruler.grab().toImage()
    y = round(panel.ruler._y(span.start)) + 1
    assert ticked.pixelColor(6, y) == panel.view.theme().dot(Role.PINK)
    assert empty.pixelColor(6, y) != ticked.pixelColor(6, y)
    panel.ruler.set_hits([Span(at, at + 3) for at in range(0, len(document.text), 5)], 0)
    rows = panel.ruler.grab().toImage()
    for y in range(4, panel.ruler.height() - 8, 50):
        assert rows.pixelColor(6, y) != empty.pixelColor(6, y)


def test_the_ruler_shows_hits_that_come_while_more_are_sought(qtbot: QtBot, panel: ReaderPanel):
    document, hits = long_document(200), Hits()
    show(qtbot, panel.view, document)
    first, second = (span_of(document, f"Section {number}") for number in (40, 120))
    for span in (first, second):
        hits.add(span.start, span.end)
        panel.ruler.set_hits(hits, -1)
        shown = panel.ruler.grab().toImage()
        y = round(panel.ruler._y(span.start)) + 1
        assert shown.pixelColor(6, y).name() == panel.view.theme().found_here


def test_many_ticks_are_looked_up_when_the_window_has_its_size(qtbot: QtBot, panel: ReaderPanel, monkeypatch):
    document = long_document(200)
    show(qtbot, panel.view, document)
    first, last = (span_of(document, f"Section {number}").start for number in (40, 120))
    panel.ruler.set_hits([Span(first + at, first + at + 1) for at in range(ruler.FEW)], -1)
    panel.ruler.grab()
    asked: list[object] = []
    offsets_of = panel.view.offsets_of
    monkeypatch.setattr(panel.view, "offsets_of", lambda shares: asked.append(0) or offsets_of(shares))
    high = panel.ruler.height()
    panel.ruler.resize(panel.ruler.width(), high // 2)
    shown = panel.ruler.grab().toImage()
    assert asked == []
    colour = panel.view.theme().found_here
    assert shown.pixelColor(6, round(panel.ruler._y(first)) + 1).name() == colour
    assert shown.pixelColor(6, round(panel.ruler._y(last)) + 1).name() != colour
    qtbot.waitUntil(lambda: asked == [0])
    panel.ruler.resize(panel.ruler.width(), high)
    qtbot.waitUntil(lambda: asked == [0, 0])


def test_ticks_that_touch_are_drawn_in_one_piece(qtbot: QtBot, panel: ReaderPanel, monkeypatch):
    document = long_document(200)
    show(qtbot, panel.view, document)
    panel.ruler.set_hits([Span(at, at + 3) for at in range(0, len(document.text), 5)], -1)
    drawn = []
    monkeypatch.setattr(ruler, "fill", lambda painter, area, colour: drawn.append(area))
    panel.ruler.grab()
    assert [area.height() for area in drawn] == pytest.approx([panel.ruler.height()] * 2, abs=2)


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_every_theme_can_be_drawn(qtbot: QtBot, panel: ReaderPanel, theme):
    document = everything()
    panel.set_theme(theme)
    show(qtbot, panel.view, document)
    panel.view.set_marks([mark(document.blocks[3].span, has_body=True, uncertain=True)])
    panel.view.select(document.blocks[2].span)
    panel.find.open()
    for share in (0.0, 0.5, 1.0):
        panel.view.scroller.setValue(int(panel.view.scroller.maximum() * share))
        assert not panel.grab().isNull()
    corner = panel.view.grab().toImage().pixelColor(3, 200)
    assert corner.name() == theme.paper


def test_parts_stay_inside_a_small_window(qtbot: QtBot, panel: ReaderPanel):
    panel.resize(420, 300)
    document = long_document(3)
    show(qtbot, panel.view, document)
    panel.view.select(span_of(document, "gauges"))
    panel.find.open()
    room = QRect(QPoint(0, 0), panel.size())
    assert room.contains(panel.find.geometry())
    assert panel.bars.selection.x() >= 0
    assert panel.view.horizontalScrollBar().maximum() == 0


def test_the_pane_is_freed(qtbot: QtBot, fonts: None):
    made = ReaderPanel()
    parts = [made, made.view, made.find, made.bars.selection, made.ruler]
    show(qtbot, made.view, long_document(5))
    made.find.open()
    made.find.field.setText("river")
    made.deleteLater()
    qtbot.waitUntil(lambda: not any(shiboken6.isValid(part) for part in parts))


def test_the_bars_are_made_when_they_are_needed_and_dressed_like_the_pane(qtbot: QtBot, panel: ReaderPanel):
    def kinds() -> set[str]:
        return {type(child).__name__ for child in panel.findChildren(QWidget)}

    dark = THEMES["dark"]
    document = everything()
    show(qtbot, panel.view, document)
    panel.set_theme(dark)
    assert not kinds() & {"FindBar", "SelectionBar"}
    panel.open_find()
    assert panel.find.isVisible()
    assert dark.accent in panel.find.styleSheet()
    assert panel.find.finder.hits is not None
    assert "SelectionBar" not in kinds()
    panel.view.select(document.blocks[0].span)
    assert panel.bars.selection.isVisible()
    assert dark.accent in panel.bars.selection.styleSheet()


def test_the_hit_that_find_leaves_selected_is_not_covered_by_the_bar(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(30))
    panel.find_words("Section 2")
    qtbot.waitUntil(lambda: panel.find.finder.hit() is not None)
    panel.find.dismiss()
    hit = panel.view.selection()
    assert hit is not None
    assert not panel.bars.selection.isVisible()
    panel.view.select(Span(hit.start, hit.end + 4))
    assert panel.bars.selection.isVisible()


def test_a_narrow_find_bar_has_its_ways_to_find_in_a_row_below(qtbot, panel):
    panel.view.show_document(everything())
    bar = panel.find
    for width, below in ((900, False), (330, True), (900, False)):
        panel.resize(width, 500)
        panel.open_find()
        qtbot.waitUntil(bar.isVisible)
        qtbot.keyClicks(bar.field, "a")
        qtbot.waitUntil(lambda: bool(bar.count.text()))
        qtbot.waitUntil(bar.options.case.isVisible)
        assert (bar.options.y() > bar.field.geometry().bottom()) is below
        for one in (bar.options.case, bar.options.more, bar.following, bar.leave):
            assert one.width() >= one.sizeHint().width()
            at = one.mapTo(bar, one.rect().bottomRight())
            assert bar.rect().contains(at)
        assert bar.field.width() >= 90
