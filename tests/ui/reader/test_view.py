"""The reading view as its users see it: showing, going, selecting, marking, and what it must never do."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.document.model import BlockKind, Cell, Document, InlineKind, Row
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.spans import Span
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.paged.view import PagedView
from deskbrief.ui.reader.values import Marker, MarkerKind, Typography
from deskbrief.ui.reader.view import ReadingView
from deskbrief.ui.theme import DARK, LIGHT
from helpers.qt_reader import (
    Maker,
    everything,
    formats,
    held,
    holds,
    lit,
    long_document,
    mark,
    point_of,
    settle,
    show,
    span_of,
    top_line,
)


def test_the_first_screen_comes_at_once_and_the_rest_after(qtbot: QtBot, view: AnyView):
    document = long_document(60)
    seen = []
    view.first_screen.connect(lambda: seen.append(held(view)))
    with qtbot.waitSignal(view.filled):
        view.show_document(document)
        first = held(view)
        assert seen == [first]
    assert held(view) > first
    assert view.place() == 0


def test_filled_comes_once_for_each_document(qtbot: QtBot, view: AnyView):
    count = []
    view.filled.connect(lambda: count.append(1))
    show(qtbot, view, long_document(40))
    view.set_typography(Typography(size=20))
    settle(qtbot, view)
    assert len(count) == 1
    show(qtbot, view, everything())
    assert len(count) == 2


def test_the_place_is_kept_while_the_text_above_is_set(qtbot: QtBot, view: AnyView):
    document = long_document(60)
    at = document.blocks[120].start
    view.show_document(document, at)
    assert view.place() == at
    before = top_line(view, at)
    settle(qtbot, view)
    assert abs(top_line(view, at) - before) <= 1
    assert view.place() == at
    assert holds(view, document.blocks[110].start)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.77, 1.0])
def test_a_place_shown_again_is_the_same_place(qtbot: QtBot, view: AnyView, share: float):
    document = long_document(300)
    view.show_document(document)
    view.scroller.setValue(int(view.scroller.maximum() * share))
    settle(qtbot, view)
    view._pinned = None
    place = view.place()
    top = top_line(view, place)
    view.show_document(document, place)
    view._pinned = None
    if share < 1.0:
        assert view.place() == place
        assert abs(top_line(view, place) - top) < view._styles.line


def test_going_to_a_passage_anywhere_in_a_long_document(qtbot: QtBot, view: AnyView):
    document = long_document(600)
    show(qtbot, view, document)
    assert not holds(view, len(document.text))
    for words in ("zyzzyva", "Section 300", "Item of section 17", "Section 0", "Section 599"):
        span = span_of(document, words)
        view.go_to(span)
        assert 0 <= top_line(view, span.start) < view.viewport().height()
        settle(qtbot, view)
        assert 0 <= top_line(view, span.start) < view.viewport().height()


def test_only_a_stretch_of_a_long_document_is_held(qtbot: QtBot, view: AnyView):
    document = long_document(600)
    show(qtbot, view, document)
    for share in (0.2, 0.21, 0.22, 0.9, 0.5, 1.0):
        view.scroller.setValue(int(view.scroller.maximum() * share))
        settle(qtbot, view)
        assert held(view) < 1200
    assert view.visible().end == len(document.text)


def test_reading_on_screen_by_screen_reaches_the_end(qtbot: QtBot, view: AnyView):
    document = long_document(120)
    show(qtbot, view, document)
    places = []
    for _ in range(400):
        places.append(view.place())
        qtbot.keyClick(view, Qt.Key.Key_Space)
        if view.scroller.value() == view.scroller.maximum():
            break
    settle(qtbot, view)
    assert places == sorted(set(places))
    assert view.visible().end == len(document.text)
    assert view.scroller.value() == view.scroller.maximum()


def test_the_place_is_told_after_scrolling(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(60))
    with qtbot.waitSignal(view.place_changed, check_params_cb=lambda place: place > 500):
        view.page_by(3)


def test_what_was_jumped_to_is_where_the_reader_is_until_they_move_on(qtbot: QtBot, view: AnyView):
    document = long_document(60)
    show(qtbot, view, document)
    assert view.current() == 0
    last = document.blocks[-1]
    for block in (document.blocks[30], document.blocks[31], last):
        with qtbot.waitSignal(view.place_changed, check_params_cb=lambda at, block=block: at == block.start):
            view.go_to(block.span)
        assert view.current() == block.start
    with qtbot.waitSignal(view.place_changed, check_params_cb=lambda at: at < last.start):
        view.page_by(-2)
    assert view.place() < view.current() < last.start
    view.scroller.setValue(view.scroller.maximum())
    assert view.current() >= last.start
    view.scroller.setValue(0)
    assert document.block_index(view.current()) == 0


def test_a_narrower_window_keeps_the_place(qtbot: QtBot, view: AnyView):
    document = long_document(60)
    at = document.blocks[50].start
    show(qtbot, view, document, at)
    for wide in (500, 420, 1400, 900):
        view.resize(QSize(wide, 600))
        settle(qtbot, view)
        assert view.place() == at
        assert 0 <= top_line(view, at) < 60
        assert view.horizontalScrollBar().maximum() == 0


def test_the_column_is_as_wide_as_the_measure_and_in_the_middle(qtbot: QtBot, view: AnyView):
    view.resize(1600, 700)
    show(qtbot, view, everything())
    left, right = view.column()
    assert right - left == view._styles.measure
    assert abs(left - (view.width() - view.scroller.width() - right)) <= 1


def test_marks_change_only_the_ground_and_leave_nothing_behind(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    heading = document.blocks[2].span
    before = [formats(view, offset) for offset in range(heading.start, heading.end)]
    marked = Span(heading.start + 3, heading.start + 12)
    view.set_marks([mark(marked, role=Role.GREEN)])
    during = [formats(view, offset) for offset in range(heading.start, heading.end)]
    for offset, old, new in zip(range(heading.start, heading.end), before, during, strict=True):
        ground = LIGHT.fill(Role.GREEN).name() if marked.start <= offset < marked.end else old[0]
        assert new == (ground, old[1], old[2])
    view.set_marks([])
    assert [formats(view, offset) for offset in range(heading.start, heading.end)] == before


def test_marks_over_blocks_cells_and_links(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    link = span_of(document, "link")
    whole = Span(document.blocks[3].start, document.blocks[7].end)
    view.set_marks([mark(whole, role=Role.BLUE, style=MarkStyle.UNDERLINE)])
    cell = document.blocks[6].rows[1].cells[0].span
    assert all(formats(view, offset)[1] for offset in range(cell.start, cell.end))
    view.set_marks([])
    assert not any(formats(view, offset)[1] for offset in range(cell.start, cell.end))
    assert formats(view, link.start)[1]


def test_overlapping_marks_show_the_later_and_give_way_to_the_earlier(qtbot: QtBot, view: AnyView):
    document = long_document(2)
    show(qtbot, view, document)
    low, high = mark(Span(20, 60), "a", Role.YELLOW), mark(Span(40, 80), "b", Role.PINK)
    view.set_marks([high, low])
    assert formats(view, 30)[0] == LIGHT.fill(Role.YELLOW).name()
    assert formats(view, 50)[0] == LIGHT.fill(Role.PINK).name()
    view.set_marks([low])
    assert formats(view, 50)[0] == LIGHT.fill(Role.YELLOW).name()
    assert formats(view, 70)[0] == ""


def test_marks_are_there_when_far_text_is_set_later(qtbot: QtBot, view: AnyView):
    document = long_document(400)
    show(qtbot, view, document)
    span = span_of(document, "Section 390")
    view.set_marks([mark(span, role=Role.ORANGE)])
    view.go_to(span)
    assert formats(view, span.start)[0] == LIGHT.fill(Role.ORANGE).name()
    view.set_theme(DARK)
    assert formats(view, span.start)[0] == DARK.fill(Role.ORANGE).name()


def test_the_same_marks_again_touch_nothing(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(3))
    view.set_marks([mark(Span(20, 60))])
    with qtbot.assertNotEmitted(view.annotated):
        view.set_marks([mark(Span(20, 60))])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_selected_text_can_be_read(view: AnyView, theme):
    view.set_theme(theme)
    palette = view.palette()
    assert palette.highlight().color() != QColor(theme.paper)
    assert palette.highlightedText().color() == QColor(theme.ink)


def test_what_is_selected_is_the_span_and_is_copied_as_plain_text(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    span = Span(document.blocks[0].start, document.blocks[3].end)
    with qtbot.waitSignal(view.selection_changed) as told:
        view.select(span)
    assert told.args == [span]
    assert view.selection() == span
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert "<strong>bold</strong>" in data.html()
    assert data.text().startswith(document.quote(document.blocks[0].span) + "\n\n")


@pytest.mark.parametrize("block", range(16))
def test_each_kind_of_block_can_be_selected(qtbot: QtBot, view: AnyView, block: int):
    document = everything()
    show(qtbot, view, document)
    span = document.blocks[block].span
    view.select(span)
    assert view.selection() == (span if len(span) else None)


def test_a_selection_by_keyboard_is_a_span(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    title = document.blocks[0].span
    view.select(Span(title.start, title.start))
    for _ in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert document.quote(view.selection()) == document.text[:8]
    assert "😀" in document.quote(view.selection())


def test_all_of_a_long_document_can_be_selected_and_copied(qtbot: QtBot, view: AnyView):
    document = long_document(500)
    show(qtbot, view, document)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selection() == Span(0, len(document.text))
    view.scroller.setValue(view.scroller.maximum() // 2)
    settle(qtbot, view)
    assert view.selection() == Span(0, len(document.text))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Section 0\n\n")
    assert text.endswith("zyzzyva")


def test_a_selection_outlives_being_scrolled_out_of_what_is_held(qtbot: QtBot, view: AnyView):
    document = long_document(500)
    show(qtbot, view, document)
    span = span_of(document, "Item of section 3")
    view.select(span)
    view.scroller.setValue(view.scroller.maximum())
    settle(qtbot, view)
    assert isinstance(view, ReadingView) or not holds(view, span.start)
    assert view.selection() == span
    view.scroller.setValue(0)
    settle(qtbot, view)
    assert view.selected_text() == "- Item of section 3"


def test_a_drag_over_rows_takes_whole_rows(qtbot: QtBot, view: AnyView):
    make = Maker()
    make.table([["one", "two"], ["three", "four"], ["five", "six"]])
    document = make.document()
    show(qtbot, view, document)
    cells = [cell for row in document.blocks[0].rows for cell in row.cells]

    def point(offset: int) -> QPoint:
        return point_of(view, offset)

    viewport = view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point(cells[1].start))
    qtbot.mouseMove(viewport, point(cells[3].start + 2))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point(cells[3].start + 2))
    assert document.quote(view.selection()) == "one\ttwo\nthree\tfour"


def test_a_click_on_a_mark_names_the_note(qtbot: QtBot, view: AnyView):
    document = long_document(3)
    show(qtbot, view, document)
    span = span_of(document, "river rose")
    view.set_marks([mark(Span(span.start - 10, span.end + 10), "wide"), mark(span, "narrow")])
    with qtbot.waitSignal(view.mark_activated) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, span.start + 4))
    assert told.args == ["narrow"]


def test_a_click_beside_the_text_of_a_mark_names_nothing(qtbot: QtBot, view: AnyView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "short")
    show(qtbot, view, make.document())
    view.set_marks([mark(Span(0, 5))])
    with qtbot.assertNotEmitted(view.mark_activated):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 40))


def test_signs_in_the_margins_can_be_clicked(qtbot: QtBot, view: AnyView):
    document = long_document(3)
    show(qtbot, view, document)
    span = span_of(document, "river rose")
    markers = [Marker(kind, span, f"<b>{kind}</b>") for kind in MarkerKind]
    view.set_markers(markers)
    view.set_marks([mark(span, has_body=True)])
    view.grab()
    spots = view.spots()
    assert len(spots) == 3
    for spot in spots:
        signal = view.marker_activated if isinstance(spot.value, Marker) else view.mark_activated
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.area.center().toPoint())


def test_a_click_on_a_link_only_tells(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    link = span_of(document, "link")
    with qtbot.waitSignal(view.link_activated) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, link.start + 2))
    assert told.args == ["https://example.org/a?b=c"]
    assert view.shown_document() is document


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#top", "smb://h/x"]
)
def test_other_addresses_are_no_links(qtbot: QtBot, view: AnyView, target: str):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "a link")
    make.inline(InlineKind.LINK, "link", target)
    show(qtbot, view, make.document())
    with qtbot.assertNotEmitted(view.link_activated), qtbot.assertNotEmitted(view.place_requested):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, 4))


def test_hosts_of_look_alike_letters_are_told_in_ascii(qtbot: QtBot, view: AnyView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "a link")
    make.inline(InlineKind.LINK, "link", "https://ex\u0430mple.org/")
    show(qtbot, view, make.document())
    with qtbot.waitSignal(view.link_activated) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, 4))
    assert told.args[0].startswith("https://xn--")


def test_letters_and_window_keys_are_left_to_others(qtbot: QtBot, view: AnyView):
    document = long_document(3)
    show(qtbot, view, document)
    called = []
    for keys in (
        "h",
        "1",
        "n",
        "a",
        "j",
        "k",
        "y",
        "x",
        "Delete",
        "Down",
        "Up",
        "Alt+Left",
        "Alt+Down",
        "F3",
    ):
        action = QAction(view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, keys=keys: called.append(keys))
        view.addAction(action)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in "h1najkyx":
        qtbot.keyClick(view, key)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert called == [*"h1najkyx", "Delete", "Down", "Up", "Alt+Left", "Alt+Down", "F3"]
    assert view.selection() is None


@pytest.mark.parametrize(
    ("key", "modifiers", "end"),
    [
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_ends_of_a_long_document(qtbot: QtBot, view: AnyView, key, modifiers, end: bool):
    document = long_document(300)
    show(qtbot, view, document, len(document.text) // 2)
    qtbot.keyClick(view, key, modifiers)
    settle(qtbot, view)
    if end:
        assert view.visible().end == len(document.text)
        assert view.scroller.value() == view.scroller.maximum()
    else:
        assert (view.visible().start, view.scroller.value()) == (0, 0)


def test_selecting_to_the_end(qtbot: QtBot, view: AnyView):
    document = long_document(300)
    show(qtbot, view, document, document.blocks[700].start)
    view.select(Span(document.blocks[700].start, document.blocks[700].start))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_End, both)
    assert view.selection() == Span(document.blocks[700].start, len(document.text))


def test_zooming_by_keys_and_wheel_is_told(qtbot: QtBot, view: AnyView):
    document = long_document(30)
    show(qtbot, view, document, document.blocks[40].start)
    with qtbot.waitSignal(view.zoom_changed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [14.5]
    wheel = QWheelEvent(
        QPointF(200, 200),
        QPointF(200, 200),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.typography().size == 13.5
    assert view.place() == document.blocks[40].start
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.typography() == Typography()


def test_the_wheel_turns_the_text_in_the_margins_too(qtbot: QtBot, view: AnyView):
    view.resize(1500, 600)
    show(qtbot, view, long_document(30))
    wheel = QWheelEvent(
        QPointF(5, 200),
        QPointF(5, 200),
        QPoint(0, 0),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.childAt(5, 200) or view, wheel)
    assert view.scroller.value() > 0


def test_the_sentence_where_the_keyboard_is(qtbot: QtBot, view: AnyView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "First of all, Mr. Hall spoke. Then came rain! Nobody minded.")
    document = make.document()
    show(qtbot, view, document)
    assert document.quote(view.sentence_here()) in {"First of all, Mr. Hall spoke.", "Nobody minded."}
    at = document.text.index("rain")
    view.go_to(Span(at, at))
    assert document.quote(view.sentence_here()) == "Then came rain!"


def test_the_sentence_in_the_middle_of_the_screen(qtbot: QtBot, view: AnyView):
    document = long_document(100)
    show(qtbot, view, document)
    view.page_by(20)
    span = view.sentence_here()
    assert view.visible().holds(span)
    assert document.quote(span).endswith("fell.") or document.quote(span).startswith(("Section", "Item"))


def test_from_paragraph_to_paragraph(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    said = []
    view.speaker.said.connect(said.append)
    for _ in range(7):
        view.next_paragraph(1)
    assert said[0].startswith("title: Title")
    assert said[2].startswith("heading level 2: Heading")
    assert said[3].startswith("¶1: Plain bold")
    assert said[4].startswith("¶2, list item: Item")
    assert said[6] == "¶4, table, 3 rows, 2 columns: Name, Value"
    assert view.current_paragraph() == 4
    view.next_paragraph(-1)
    assert view.current_paragraph() == 3
    view.next_paragraph(-100)
    assert said[-1].startswith("title")
    view.next_paragraph(100)
    assert view.current_paragraph() == document.paragraphs


def test_stepping_passes_over_empty_blocks_and_reads_out_figures(qtbot: QtBot, view: AnyView):
    document = everything()
    show(qtbot, view, document)
    said = []
    view.speaker.said.connect(said.append)
    for _ in range(len(document.blocks)):
        view.next_paragraph(1)
    assert "¶8, figure: A map of the river" in said
    assert not any(words in {"¶12", ""} for words in said)


def test_stepping_keeps_the_paragraph_on_screen(qtbot: QtBot, view: AnyView):
    document = long_document(300)
    show(qtbot, view, document)
    for _ in range(120):
        view.next_paragraph(1)
        head = view._selection.head
        assert 0 <= top_line(view, head) < view.viewport().height()
    assert view.current_paragraph() > 70


def test_a_jump_lights_the_passage_until_the_reader_goes_on(qtbot: QtBot, view: AnyView):
    document = long_document(20)
    show(qtbot, view, document)
    view.go_to(span_of(document, "Item of section 9"))
    assert lit(view) == ["Item of section 9"]
    qtbot.waitUntil(lambda: not view._lights._timer.isActive(), timeout=4000)
    assert lit(view) == ["Item of section 9"]
    view.let_go()
    assert not lit(view)


def test_only_hits_on_screen_are_lit(qtbot: QtBot, view: AnyView):
    document = long_document(50)
    show(qtbot, view, document)
    hits = [Span(at, at + 5) for at in range(0, len(document.text) - 5, 40)]
    view.set_hits(hits, 3)
    assert 0 < len(lit(view)) < 100
    view.set_hits(())
    assert not lit(view)


def test_no_document(qtbot: QtBot, view: AnyView):
    show(qtbot, view, everything())
    view.show_document(None)
    assert view.shown_document() is None
    assert (view.selection(), view.sentence_here(), view.place(), view.current_paragraph()) == (
        None,
        None,
        0,
        0,
    )
    view.set_marks([mark(Span(0, 3))])
    view.set_markers([Marker(MarkerKind.EVENT, Span(0, 3), "x")])
    view.go_to(Span(0, 3))
    view.select(Span(0, 3))
    view.next_paragraph(1)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_PageUp):
        qtbot.keyClick(view, key)
    assert view.marks() == ()


def test_a_document_without_blocks(qtbot: QtBot, view: AnyView):
    show(qtbot, view, Maker().document())
    view.grab()
    view.next_paragraph(1)
    view.go_to(Span(0, 0))
    assert view.selection() is None


def test_another_document_takes_nothing_over(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(30))
    view.set_marks([mark(Span(0, 9))])
    view.select(Span(0, 9))
    with qtbot.waitSignal(view.selection_changed) as told:
        view.show_document(everything())
    assert told.args == [None]
    assert view.marks() == ()
    assert view.place() == 0


def test_names_for_assistive_technology(qtbot: QtBot, view: AnyView):
    assert view.accessibleName() == "Text"
    show(qtbot, view, long_document(1))
    assert view.accessibleName() == "Text of Long"
    assert view.accessibleDescription()
    assert view.scroller.accessibleName()


def test_a_menu_is_asked_for(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(1))
    with qtbot.waitSignal(view.context_requested) as told:
        view.customContextMenuRequested.emit(QPoint(3, 3))  # not ours: nothing listens
        from PySide6.QtGui import QContextMenuEvent

        QApplication.sendEvent(
            view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(30, 30), QPoint(77, 88))
        )
    assert told.args == [QPoint(77, 88)]


@pytest.mark.parametrize("kind", [ReadingView, PagedView])
def test_the_view_is_freed(qtbot: QtBot, fonts: None, kind: type[AnyView]):
    made = kind()
    show(qtbot, made, long_document(5))
    made.go_to(Span(3, 9))
    made.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))


def test_no_timer_runs_at_rest(qtbot: QtBot, view: AnyView):
    from PySide6.QtCore import QTimer

    show(qtbot, view, long_document(40))
    view.go_to(Span(100, 120))
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in view.findChildren(QTimer)), timeout=5000)


def bar_colours(view: AnyView, above: Span, below: Span) -> set[str]:
    """Return the colours between two blocks, where the bar of quotations stands."""
    image = view.viewport().grab().toImage()
    x = view._gutter.left + 4
    high, low = top_line(view, above.start), top_line(view, below.start)
    return {image.pixelColor(round(x), y).name() for y in range(round(high) + 8, round(low) + 8)}


def test_a_quotation_has_one_bar_and_two_in_a_row_have_two(qtbot: QtBot, view: AnyView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "Before.")
    one = make.add(BlockKind.QUOTE, "One.", quotation=1)
    item = make.add(BlockKind.LIST_ITEM, "an item", quotation=1, marker="•")
    other = make.add(BlockKind.QUOTE, "Another.", quotation=2)
    show(qtbot, view, make.document())
    assert bar_colours(view, one, item) == {QColor(view.theme().scroll).name()}
    assert len(bar_colours(view, item, other)) > 1


def test_the_bar_goes_on_past_the_edge_of_the_screen(qtbot: QtBot, view: AnyView):
    make = Maker()
    for number in range(60):
        last = make.add(BlockKind.QUOTE, f"Paragraph {number}.", quotation=1)
    show(qtbot, view, make.document())
    view.go_to(last, flash=False)
    image, x = view.viewport().grab().toImage(), round(view._gutter.left + 4)
    bar = QColor(view.theme().scroll).name()
    assert {image.pixelColor(x, y).name() for y in range(round(top_line(view, last.start)) + 4)} == {bar}


def test_quotes_of_documents_stored_long_ago_have_bars(qtbot: QtBot, view: AnyView):
    make = Maker()
    one, two = make.add(BlockKind.QUOTE, "One."), make.add(BlockKind.QUOTE, "Two.")
    show(qtbot, view, make.document())
    assert QColor(view.theme().scroll).name() in bar_colours(view, one, two)
    assert len(bar_colours(view, one, two)) > 1


def headed(columns: int) -> Document:
    """A table of three columns with a head over the last so many of them."""
    make = Maker()
    make.table([["Head"], ["Name of the thing", "First", "Second"], ["Somebody", "one", "two"]])
    table = make.blocks[0]
    head = replace(table.rows[0].cells[0], col_span=columns)
    before = [Cell(head.start, head.start, header=True)] * (3 - columns)
    make.blocks[0] = replace(table, rows=(Row((*before, head)), *table.rows[1:]))
    return make.document()


def test_a_head_over_some_columns_stands_in_their_middle(qtbot: QtBot, view: AnyView):
    document = headed(2)
    show(qtbot, view, document)
    head, second = (span_of(document, words) for words in ("Head", "Second"))
    left = point_of(view, span_of(document, "First").start).x()
    middle = (point_of(view, head.start).x() + point_of(view, head.end - 1).x()) / 2
    assert left + 40 < middle < point_of(view, second.end - 1).x()
    view.resize(1100, 600)
    settle(qtbot, view)
    assert point_of(view, head.start).x() > point_of(view, span_of(document, "First").start).x() + 40


def test_a_head_over_all_columns_begins_where_they_begin(qtbot: QtBot, view: AnyView):
    document = headed(3)
    show(qtbot, view, document)
    places = [point_of(view, span_of(document, words).start).x() for words in ("Head", "Name")]
    assert abs(places[0] - places[1]) <= 2
