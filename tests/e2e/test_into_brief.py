"""Passages and rows that are dragged, or sent by key, into the brief."""

from __future__ import annotations

import sys

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from deskbrief.document.spans import Span
from deskbrief.ui.passages import FORMAT, passage_in
from deskbrief.ui.shell.late import Late
from helpers.e2e_program import PATIENCE_MS, building
from helpers.qt_reader import point_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
BRIEFS = "deskbrief.ui.controllers.briefs"
WORDS = "several strategic adjustments"


@pytest.fixture
def builder(reading, qtbot):
    return building(reading, qtbot)


def test_what_a_book_says_is_gathered_beside_the_window(reading, qtbot, monkeypatch):
    monkeypatch.setattr("deskbrief.services.catalogues.FEW_WORDS", 10)
    briefs, status = reading.window.controllers.briefs, reading.window.parts.status
    reading.press("brief")
    assert briefs.builder is None
    assert "Gathering" in status.work_words()
    # Who presses again, or adds a passage meanwhile, loses nothing.
    reading.press("brief")
    reading.window.parts.reader.view.select(span_of(reading, WORDS))
    reading.press("to_brief")
    qtbot.waitUntil(lambda: briefs.builder is not None, timeout=PATIENCE_MS)
    assert status.work_words() == ""
    assert WORDS in [entry.quote for entry in briefs.builder.table.entries("points")]


def test_what_a_brief_needs_is_imported_beside_the_window(reading, qtbot, monkeypatch):
    controllers = reading.window.controllers
    monkeypatch.delitem(sys.modules, BRIEFS, raising=False)
    assert not controllers.made("briefs")
    asked = []
    monkeypatch.setattr(
        controllers, "act", lambda *words: asked.append(words) or Late.act(controllers, *words)
    )
    reading.press("brief")
    # The window was not kept waiting: the thread tells when it is done. Who presses again gets one brief.
    assert not controllers.made("briefs")
    reading.press("brief")
    qtbot.waitUntil(lambda: controllers.made("briefs"), timeout=PATIENCE_MS)
    assert BRIEFS in sys.modules
    qtbot.waitUntil(lambda: controllers.briefs.builder is not None, timeout=PATIENCE_MS)
    assert asked == [("briefs", "ask")]
    controllers.briefs.close()
    # Once it is there, the act is done at once.
    reading.press("brief")
    assert controllers.briefs.builder is not None


def span_of(program, words):
    start = program.front.document.text.index(words)
    return Span(start, start + len(words))


def drop(window, data, at=None):
    """Let go of `data` over the window, as the system tells of it; return whether it was taken."""
    at = at or QPoint(5, 5)
    enter = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def pulled(qtbot, view, span, monkeypatch):
    """Return what is dragged when the selection is pulled with the mouse."""
    taken = []

    class Caught:
        def __init__(self, _source):
            self.exec = lambda _action: None

        def setMimeData(self, data):  # noqa: N802
            taken.append(data)

    monkeypatch.setattr("deskbrief.ui.reader.view.QDrag", Caught)
    view.select(span)
    at = point_of(view, span.start + 3)
    qtbot.mousePress(view.viewport(), LEFT, pos=at)
    place = QPointF(at + QPoint(40, 40))
    QApplication.sendEvent(
        view.viewport(), QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, NONE)
    )
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at)
    return taken[0]


def points(builder):
    (view,) = [one for one in builder.contents.contents.sections if one.id == "points"]
    return [item.label for item in view.items if item.on]


def test_a_passage_is_dragged_from_the_text_into_the_brief_in_one_step(reading, builder, qtbot, monkeypatch):
    data = pulled(qtbot, reading.window.parts.reader.view, span_of(reading, WORDS), monkeypatch)
    before = builder.draft
    assert drop(builder, data)
    assert points(builder)[-1] == f"“{WORDS}”"
    section, item = builder.contents.current()
    assert (section.id, item.label) == ("points", f"“{WORDS}”")
    assert builder.table.faults == ()
    builder.undo()
    assert builder.draft == before
    builder.redo()
    assert points(builder)[-1] == f"“{WORDS}”"


def test_a_passage_comes_where_it_is_dropped(reading, builder, qtbot, monkeypatch):
    data = pulled(qtbot, reading.window.parts.reader.view, span_of(reading, WORDS), monkeypatch)
    contents = builder.contents
    contents.expand(contents.contents.find("points"))
    (view,) = [one for one in contents.contents.sections if one.id == "points"]
    assert len(view.items) >= 2
    second = contents.visualRect(contents.contents.find("points", view.items[1].key))
    before = builder.draft
    assert drop(builder, data, contents.mapTo(builder, second.topLeft() + QPoint(40, 3)))
    (view,) = [one for one in contents.contents.sections if one.id == "points"]
    assert view.items[1].label == f"“{WORDS}”"
    assert view.items[1].on
    assert contents.current()[1].key == view.items[1].key
    # Dropped once more, at the end this time, it moves.
    last = contents.visualRect(contents.contents.find("points", view.items[-1].key))
    assert drop(builder, data, contents.mapTo(builder, last.bottomLeft() + QPoint(40, -2)))
    (view,) = [one for one in contents.contents.sections if one.id == "points"]
    assert [item.label for item in view.items].index(f"“{WORDS}”") == len(view.items) - 1
    builder.undo()
    builder.undo()
    assert builder.draft == before


def test_what_was_dropped_can_be_left_out_and_dropped_again(reading, builder, qtbot, monkeypatch):
    data = pulled(qtbot, reading.window.parts.reader.view, span_of(reading, WORDS), monkeypatch)
    drop(builder, data)
    qtbot.keyClick(builder.contents, Qt.Key.Key_Delete)
    assert f"“{WORDS}”" not in points(builder)
    drop(builder, data)
    assert points(builder).count(f"“{WORDS}”") == 1


def test_a_row_of_the_outline_switches_its_item_on(reading, builder, qtbot):
    (view,) = [one for one in builder.contents.contents.sections if one.id == "recommendations"]
    item = view.items[0]
    builder.contents.contents.switched.emit("recommendations", item.key, False)
    rows = reading.window.parts.outline.list.rows
    row = next(
        one for one in rows if one.span is not None and one.span.overlaps(item.span) and not one.sticky
    )
    data = reading.window.controllers.passing.data_of(row)
    assert passage_in(data).row
    before = len(points(builder))
    assert drop(builder, data)
    (view,) = [one for one in builder.contents.contents.sections if one.id == "recommendations"]
    assert view.items[0].on
    assert len(points(builder)) == before
    assert builder.contents.current()[1].key == item.key


def test_every_row_on_a_passage_finds_a_place(reading, builder):
    rows = [row for row in reading.window.parts.outline.list.rows if row.span is not None and not row.sticky]
    assert len(rows) > 8
    for row in rows:
        assert drop(builder, reading.window.controllers.passing.data_of(row))
    assert builder.table.faults == ()


def test_where_it_can_be_dropped_is_shown(reading, builder, qtbot, monkeypatch):
    data = pulled(qtbot, reading.window.parts.reader.view, span_of(reading, WORDS), monkeypatch)
    plain = builder.contents.grab().toImage()
    QApplication.sendEvent(builder, QDragEnterEvent(QPoint(200, 300), COPY, data, LEFT, NONE))
    assert builder.contents.grab().toImage() != plain
    QApplication.sendEvent(builder, QDragLeaveEvent())
    assert builder.contents.grab().toImage() == plain


@pytest.mark.parametrize("link", ["", "row ", "deskbrief://open?doc=5", "x" * 20_000])
def test_what_is_no_passage_is_not_taken(builder, link):
    data = QMimeData()
    data.setText("words of another program")
    data.setData(FORMAT, link.encode())
    before = builder.draft
    assert not drop(builder, data)
    assert builder.draft == before


def test_a_passage_of_no_open_document_is_told(builder):
    data = QMimeData()
    link = f"deskbrief://open?doc={'ab' * 32}&start=0&end=4&quote=Word"
    data.setData(FORMAT, link.encode())
    before = builder.draft
    drop(builder, data)
    assert builder.draft == before
    assert builder.notice.isVisible()


@pytest.mark.parametrize("paged", [False, True], ids=["flowing", "paged"])
def test_a_key_sends_the_selection_and_leaves_the_reader_in_the_text(reading, qtbot, paged):
    reader = reading.window.parts.reader
    reader.use(paged=paged)
    reading.window.activateWindow()
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    reader.view.select(span_of(reading, WORDS))
    qtbot.keyClick(reader.view, Qt.Key.Key_B)
    briefs, notice = reading.window.controllers.briefs, reading.window.parts.notice
    assert briefs.builder is None
    assert notice.text() == "Added to the brief."
    assert reader.view.hasFocus()
    qtbot.mouseClick(notice._button, LEFT)
    assert points(briefs.builder)[-1] == f"“{WORDS}”"
    assert briefs.builder.draft.section("points").on
    briefs.builder.undo()
    assert f"“{WORDS}”" not in points(briefs.builder)


def test_a_key_sends_the_selection_to_the_builder_that_is_open_and_says_so(reading, builder, qtbot):
    reader = reading.window.parts.reader
    reading.window.activateWindow()
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    reader.view.select(span_of(reading, WORDS))
    qtbot.keyClick(reader.view, Qt.Key.Key_B)
    assert points(builder)[-1] == f"“{WORDS}”"
    assert reading.window.parts.notice.text() == "Added to the brief."
    assert reader.view.hasFocus()
    qtbot.mouseClick(reading.window.parts.notice._button, LEFT)
    qtbot.waitUntil(builder.isActiveWindow)


def test_what_was_sent_stands_on_the_page(reading, qtbot, tmp_path):
    reader = reading.window.parts.reader
    reader.view.setFocus()
    words = "Enhancing support for non-governmental organizations"
    reader.view.select(span_of(reading, words))
    qtbot.keyClick(reader.view, Qt.Key.Key_B)
    reading.chosen.place = tmp_path / "brief.pdf"
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        reading.press("export")
    page = PdfReader(tmp_path / "brief.pdf").pages[0].extract_text()
    assert words in " ".join(page.split())


def test_the_text_widget_for_screen_readers_drags_the_passage_too(reading):
    reader = reading.window.parts.reader
    reader.use(paged=True)
    span = span_of(reading, WORDS)
    reader.view.select(span)
    found = passage_in(reader.view.createMimeDataFromSelection())
    assert (found.link.start, found.link.end, found.row) == (span.start, span.end, False)
