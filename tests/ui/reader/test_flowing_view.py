"""What the view that draws by itself does: selecting, moving about by keys, tables, links, staying put."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader import tables
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.setting import SetTable
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Marker, MarkerKind, Typography
from deskbrief.ui.reader.view import ReadingView
from helpers.documents import table
from helpers.qt_reader import (
    Maker,
    everything,
    long_document,
    mark,
    point_of,
    settle,
    show,
    span_of,
    top_line,
)

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def wide_table(columns: int = 40, rows: int = 8) -> Maker:
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "Before the table.")
    make.table([[f"row {row} column {column}" for column in range(columns)] for row in range(rows)])
    make.add(BlockKind.PARAGRAPH, "After the table.")
    return make


def table_setting(view: ReadingView) -> SetTable:
    return next(p.setting for p in view._flow.seen() if isinstance(p.setting, SetTable))


# Selecting with the mouse


def test_a_double_click_selects_the_word_and_a_third_the_paragraph(qtbot: QtBot, flowing: ReadingView):
    document = long_document(3)
    show(qtbot, flowing, document)
    word = span_of(document, "gauges")
    point, viewport = point_of(flowing, word.start + 2), flowing.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=point)
    qtbot.mouseDClick(viewport, LEFT, pos=point)
    assert flowing.selection() == word
    qtbot.mouseClick(viewport, LEFT, pos=point)
    assert flowing.selection() == document.block_at(word.start).span


def test_a_drag_after_a_double_click_selects_by_words(qtbot: QtBot, flowing: ReadingView):
    document = long_document(3)
    show(qtbot, flowing, document)
    viewport, river, fell = flowing.viewport(), span_of(document, "river"), span_of(document, "fell")
    at = point_of(flowing, river.start + 2)
    qtbot.mouseClick(viewport, LEFT, pos=at)
    for kind, place in (
        (QEvent.Type.MouseButtonDblClick, QPointF(at)),
        (QEvent.Type.MouseMove, QPointF(point_of(flowing, fell.start + 1))),
    ):
        event = QMouseEvent(kind, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)
    assert document.quote(flowing.selection()) == "river rose and the gauges fell"
    qtbot.mouseRelease(viewport, LEFT, pos=point_of(flowing, fell.start + 1))


def test_a_drag_selects_over_blocks_in_both_directions(qtbot: QtBot, flowing: ReadingView):
    document = long_document(3)
    show(qtbot, flowing, document)
    viewport, low, high = flowing.viewport(), document.blocks[0].start + 2, document.blocks[1].start + 9
    for one, other in ((low, high), (high, low)):
        qtbot.mousePress(viewport, LEFT, pos=point_of(flowing, one))
        qtbot.mouseMove(viewport, point_of(flowing, other))
        qtbot.mouseRelease(viewport, LEFT, pos=point_of(flowing, other))
        assert flowing.selection() == Span(low, high)
        flowing.go_to(Span(0, 0), flash=False)


def test_shift_and_a_click_go_on_with_the_selection(qtbot: QtBot, flowing: ReadingView):
    document = long_document(3)
    show(qtbot, flowing, document)
    flowing.select(Span(2, 5))
    qtbot.mouseClick(flowing.viewport(), LEFT, SHIFT, point_of(flowing, 8))
    assert flowing.selection() == Span(2, 8)


def test_a_drag_beyond_the_edge_moves_the_text_on(qtbot: QtBot, flowing: ReadingView):
    document = long_document(30)
    show(qtbot, flowing, document)
    viewport = flowing.viewport()
    qtbot.mousePress(viewport, LEFT, pos=point_of(flowing, 3))
    qtbot.mouseMove(viewport, QPoint(300, viewport.height() + 40))
    qtbot.waitUntil(lambda: flowing.scroller.value() > 200)
    qtbot.mouseRelease(viewport, LEFT, pos=QPoint(300, viewport.height() + 40))
    assert flowing.selection().start == 3
    assert flowing.selection().end > flowing.place()
    value = flowing.scroller.value()
    settle(qtbot, flowing)
    assert flowing.scroller.value() == value


def test_a_click_into_the_selection_lets_it_go(qtbot: QtBot, flowing: ReadingView):
    show(qtbot, flowing, long_document(3))
    flowing.select(Span(2, 9))
    qtbot.mouseClick(flowing.viewport(), LEFT, pos=point_of(flowing, 5))
    assert flowing.selection() is None


# Moving about by keys


def test_selecting_by_words_lines_and_to_their_ends(qtbot: QtBot, flowing: ReadingView):
    document = long_document(3)
    show(qtbot, flowing, document)
    start = document.blocks[1].start
    flowing.select(Span(start, start))
    qtbot.keyClick(flowing, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert document.quote(flowing.selection()) == "Paragraph "
    qtbot.keyClick(flowing, Qt.Key.Key_End, SHIFT)
    first = flowing.selection()
    qtbot.keyClick(flowing, Qt.Key.Key_Home, SHIFT)
    assert flowing.selection() is None
    qtbot.keyClick(flowing, Qt.Key.Key_Down, SHIFT)
    assert first.end <= flowing.selection().end <= first.end + 2
    qtbot.keyClick(flowing, Qt.Key.Key_Up, SHIFT)
    assert flowing.selection() is None


def test_the_cursor_goes_from_block_to_block_and_stays_in_sight(qtbot: QtBot, flowing: ReadingView):
    document = long_document(40)
    show(qtbot, flowing, document)
    flowing.select(Span(0, 0))
    heads = []
    for _ in range(120):
        qtbot.keyClick(flowing, Qt.Key.Key_Down)
        heads.append(flowing._selection.head)
        assert 0 <= top_line(flowing, heads[-1]) < flowing.viewport().height()
    assert heads == sorted(set(heads))
    for _ in range(120):
        qtbot.keyClick(flowing, Qt.Key.Key_Up)
    assert flowing._selection.head < document.blocks[1].start


def test_letters_are_walked_through_every_cell_and_block(qtbot: QtBot, flowing: ReadingView):
    document = everything()
    show(qtbot, flowing, document)
    flowing.select(Span(0, 0))
    head = -1
    while flowing._selection.head > head:
        head = flowing._selection.head
        for _ in range(6):
            event_key = Qt.Key.Key_Right
            qtbot.keyClick(flowing, event_key)
    assert head >= document.blocks[-1].start


def test_screens_are_selected_by_keys(qtbot: QtBot, flowing: ReadingView):
    document = long_document(60)
    show(qtbot, flowing, document)
    flowing.select(Span(0, 0))
    for _ in range(3):
        qtbot.keyClick(flowing, Qt.Key.Key_PageDown, SHIFT)
    assert flowing.selection().start == 0
    assert flowing.selection().end > 3_000


def test_tab_goes_from_link_to_link_and_enter_follows(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "one link and another here")
    make.inline(InlineKind.LINK, "link", "https://example.org/1")
    make.inline(InlineKind.LINK, "another", "https://example.org/2")
    document = make.document()
    show(qtbot, flowing, document)
    assert flowing.focusNextPrevChild(True)
    assert flowing.focusNextPrevChild(True)
    assert document.quote(flowing.selection()) == "another"
    with qtbot.waitSignal(flowing.link_activated) as told:
        qtbot.keyClick(flowing, Qt.Key.Key_Return)
    assert told.args == ["https://example.org/2"]
    assert flowing.focusNextPrevChild(False)
    assert document.quote(flowing.selection()) == "link"


# Tables


def test_a_wide_table_moves_by_itself(qtbot: QtBot, flowing: ReadingView):
    document = wide_table(rows=60).document()
    show(qtbot, flowing, document)
    setting, left = table_setting(flowing), flowing.column()[0]
    assert setting.far > flowing.column()[1] - left
    point = QPointF(left + 100, 120)
    for turned, modifier, across in (
        (QPoint(-240, 0), Qt.KeyboardModifier.NoModifier, 240),
        (QPoint(0, -120), SHIFT, 360),
        (QPoint(-5, -120), Qt.KeyboardModifier.NoModifier, 360),
    ):
        assert flowing.scroller.value() == 0
        wheel = QWheelEvent(
            point, point, QPoint(), turned, Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(flowing.viewport(), wheel)
        assert table_setting(flowing).across == across
    assert flowing.scroller.value() > 0


def test_the_bar_under_a_wide_table_can_be_dragged(qtbot: QtBot, flowing: ReadingView):
    show(qtbot, flowing, wide_table().document())
    ((_, groove),) = flowing._scene.bars()
    viewport, at = flowing.viewport(), groove.center().toPoint()
    at.setX(round(groove.left()) + 6)
    qtbot.mousePress(viewport, LEFT, pos=at)
    qtbot.mouseMove(viewport, at + QPoint(2_000, 0))
    qtbot.mouseRelease(viewport, LEFT, pos=at + QPoint(2_000, 0))
    setting = table_setting(flowing)
    assert setting.across == pytest.approx(setting.far - groove.width())
    assert flowing.selection() is None


def test_the_bar_of_a_wide_table_waits_until_its_first_line_can_be_read(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    for number in range(40):
        make.add(BlockKind.PARAGRAPH, f"Paragraph {number} before the table.")
    make.table([[f"row {row} column {column}" for column in range(40)] for row in range(8)])
    document = make.document()
    show(qtbot, flowing, document)
    first = span_of(document, "row 0 column 0").start
    seen = []
    while not (seen and seen[-1]):
        flowing.scroller.setValue(flowing.scroller.value() + 5)
        area = flowing.caret_area(first)
        bars = flowing._scene.bars()
        seen.append(bool(bars))
        assert area is None or not bars or area.bottom() <= bars[0][1].top()
    assert len(seen) > 5


def test_going_to_a_cell_of_a_wide_table_shows_it(qtbot: QtBot, flowing: ReadingView):
    document = wide_table().document()
    show(qtbot, flowing, document)
    for words in ("row 5 column 39", "row 2 column 0", "row 7 column 20"):
        cell = span_of(document, words)
        flowing.go_to(cell)
        left, right = flowing.column()
        area = flowing.caret_area(cell.start)
        assert left <= area.left() < right
        assert flowing._offset_at(QPointF(point_of(flowing, cell.start + 2))) in range(cell.start, cell.end)


def test_numbers_are_flush_at_the_end_of_their_column(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    rows = [["Name", "Spent"], ["Roads", "118.4"], ["Schools and many other things", "9.5"]]
    make.table(rows)
    document = make.document()
    show(qtbot, flowing, document)
    first, second = (point_of(flowing, document.text.index(part) + 1) for part in ("8.4", "9.5"))
    assert first.y() < second.y()
    assert abs(first.x() - second.x()) <= 1


def test_short_cells_are_not_broken_while_there_is_room(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    long = "Talks about a good many things, at length and to no end that anybody could name"
    make.table([["Date", "Event", "Who"], ["4 September 2024", long, long], ["12 October 2023", long, "all"]])
    document = make.document()
    show(qtbot, flowing, document)
    at = document.text.index("4 September")
    first, last = point_of(flowing, at), point_of(flowing, at + len("4 September 2024") - 1)
    assert first.y() == last.y()


def test_a_table_that_fits_is_as_wide_as_the_column(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.table([["Date", "Event"], ["July", "Talks about a good many things, at length and to no end"]])
    show(qtbot, flowing, make.document())
    left, right = flowing.column()
    assert table_setting(flowing).far == pytest.approx(right - left)
    assert not flowing._scene.bars()


# Staying put


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.set_typography(replace(view.typography(), size=19.0)),
        lambda view: view.set_typography(replace(view.typography(), serif=False)),
        lambda view: view.set_typography(replace(view.typography(), line_height=1.9)),
        lambda view: view.set_typography(replace(view.typography(), justify=True)),
        lambda view: view.resize(560, 600),
    ],
    ids=["size", "face", "line height", "justified", "width"],
)
def test_the_line_at_the_top_stays_at_the_top(qtbot: QtBot, flowing: ReadingView, change):
    document = long_document(200)
    show(qtbot, flowing, document)
    flowing.scroller.setValue(flowing.scroller.maximum() // 3)
    settle(qtbot, flowing)
    place, top = flowing.place(), top_line(flowing, flowing.place())
    for _ in range(2):
        change(flowing)
        assert flowing.place() == place
        assert abs(top_line(flowing, place) - top) <= 2
        settle(qtbot, flowing)
        assert abs(top_line(flowing, place) - top) <= 2
        flowing.resize(900, 600)
        flowing.set_typography(Typography())
    assert flowing.place() == place


def test_reading_upward_never_jumps(qtbot: QtBot, flowing: ReadingView):
    document = long_document(200)
    show(qtbot, flowing, document, document.blocks[600].start)
    here = document.blocks[600].start
    for _ in range(30):
        before = top_line(flowing, here)
        flowing.scroll_by(-20)
        assert top_line(flowing, here) == before + 20


def test_what_a_scroll_leaves_on_screen_is_what_would_be_drawn(qtbot: QtBot, flowing: ReadingView):
    document = long_document(40)
    show(qtbot, flowing, document)
    flowing.set_marks([mark(span_of(document, f"Section {n}"), f"n{n}", has_body=True) for n in range(9)])
    qtbot.waitExposed(flowing)
    for step in (37, 260, -111, 64, -5, 301):
        flowing.scroll_by(step)
        QApplication.processEvents()
    seen = flowing.screen().grabWindow(flowing.winId()).toImage()
    flowing.viewport().repaint()
    drawn = flowing.screen().grabWindow(flowing.winId()).toImage()
    assert seen == drawn


def test_the_end_of_a_document_is_the_end_of_the_bar(qtbot: QtBot, flowing: ReadingView):
    document = long_document(300)
    show(qtbot, flowing, document)
    flowing.scroller.setValue(flowing.scroller.maximum())
    assert flowing.visible().end == len(document.text)
    last = document.blocks[-1].start
    assert top_line(flowing, last) + flowing._line(last).height <= flowing.viewport().height()
    settle(qtbot, flowing)
    assert flowing.scroller.value() == flowing.scroller.maximum()


# Right to left, notes, tips


def test_a_paragraph_that_runs_backward_stands_at_the_right(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.add(BlockKind.LIST_ITEM, "פריט ראשון", marker="1.")
    make.add(BlockKind.LIST_ITEM, "first item", marker="1.")
    document = make.document()
    show(qtbot, flowing, document)
    left, right = flowing.column()
    assert flowing.caret_area(0).left() == pytest.approx(right - flowing._styles.indent, abs=3)
    other = flowing.caret_area(document.blocks[1].start)
    assert other.left() == pytest.approx(left + flowing._styles.indent, abs=3)


def test_numbers_stand_below_the_head_of_their_column_in_a_table_that_runs_backward(
    qtbot: QtBot, flowing: ReadingView
):
    make = Maker()
    make.table([["שנה", "כמות"], ["2019", "340"], ["Total", "סך הכול"]])
    document = make.document()
    show(qtbot, flowing, document)
    rows = document.blocks[0].rows
    for column in (0, 1):
        head, *others = (row.cells[column] for row in rows)
        right = flowing.caret_area(head.start).left()
        for cell in others:
            backward = document.text[cell.start] > "z"
            start = flowing.caret_area(cell.start).left()
            last = flowing.caret_area(cell.end - 1).left()
            # Where a word runs forward its last letter is the one at the right.
            assert start == pytest.approx(right, abs=3) if backward else right - 14 < last < right


def hover(view: AnyView, point: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_a_reference_shows_its_note_and_a_link_where_it_leads(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "Words1 and a link to a place")
    note = make.add(BlockKind.FOOTNOTE, "1 The <b>note</b> itself")
    make.inline(InlineKind.LINK, "1", f"#{note.start}")
    make.inline(InlineKind.LINK, "link", "https://ex\u0430mple.org/a")
    document = make.document()
    show(qtbot, flowing, document)
    at = span_of(document, "1").start
    assert hover(flowing, point_of(flowing, at)) == tip_of("1 The <b>note</b> itself")
    assert "https://xn--" in hover(flowing, point_of(flowing, span_of(document, "link").start + 1))
    with qtbot.waitSignal(flowing.place_requested) as told:
        qtbot.mouseClick(flowing.viewport(), LEFT, pos=point_of(flowing, at))
    assert told.args == [note.start]


def test_only_what_is_near_the_screen_is_laid_out(qtbot: QtBot, flowing: ReadingView):
    document = long_document(400)
    show(qtbot, flowing, document)
    assert 10 < len(flowing._flow._set) < 60


def test_everything_in_sight_of_a_long_piece_is_lit_and_has_its_signs(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "ab " * 3_900)
    document = make.document()
    show(qtbot, flowing, document)
    marks = [mark(Span(at, at + 2), f"n{at}") for at in range(0, len(document.text), 9)]
    flowing.set_marks(marks)
    flowing.set_hits([Span(at, at + 2) for at in range(0, len(document.text), 3)])
    flowing.scroller.setValue(flowing.scroller.maximum())
    signs = [spot.value.span.start for spot in flowing.spots()]
    assert signs
    assert min(signs) > len(document.text) // 2
    image = flowing.viewport().grab().toImage()
    area = flowing.caret_area(len(document.text) - 3)
    ground = image.pixelColor(round(area.right()) + 2, round(area.top()) + 1)
    assert ground == QColor(flowing.theme().found)


@pytest.mark.parametrize("text", ["x" * 400_000, "word " * 80_000, "e\u0301\u202e😀 שלום " * 20_000])
def test_one_huge_line_is_set_in_parts(qtbot: QtBot, flowing: ReadingView, text: str):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, text)
    document = make.document()
    show(qtbot, flowing, document)
    assert len(flowing._flow._set) < 6
    flowing.go_to(Span(len(document.text) - 9, len(document.text)))
    assert flowing.visible().end == len(document.text)
    assert flowing.caret_area(len(document.text) - 9) is not None


def test_a_reference_that_is_reached_by_tab_shows_its_note(qtbot: QtBot, flowing: ReadingView):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "The river rose (1) and fell.")
    note = make.add(BlockKind.FOOTNOTE, "Smith <1953>, page 4.")
    make.inline(InlineKind.LINK, "(1)", f"#{note.start}")
    show(qtbot, flowing, make.document())
    flowing.activateWindow()
    flowing.setFocus()
    qtbot.waitUntil(flowing.hasFocus)
    qtbot.keyClick(flowing, Qt.Key.Key_Tab)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == tip_of("Smith <1953>, page 4.")
    qtbot.keyClick(flowing, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("marked", [False, True])
def test_long_paragraph_numbers_are_whole_beside_large_text(flowing: ReadingView, qtbot: QtBot, marked: bool):
    make = Maker()
    for number in range(1200):
        make.add(BlockKind.PARAGRAPH, f"Paragraph {number} of a book.")
    flowing.set_typography(Typography(size=24))
    document = make.document()
    flowing.resize(560, 500)
    show(qtbot, flowing, document)
    block = document.blocks[1150]
    if marked:
        flowing.set_markers([Marker(MarkerKind.EVENT, Span(block.start, block.end), "1150")])
    flowing.go_to(Span(block.start, block.start), flash=False)
    settle(qtbot, flowing)
    picture = flowing.viewport().grab().toImage()
    paper = QColor(flowing.theme().paper)
    rows = range(picture.height())

    def is_inked(columns: range) -> bool:
        return any(picture.pixelColor(x, y) != paper for x in columns for y in rows)

    assert not is_inked(range(2))
    assert is_inked(range(3, 30))


def test_which_columns_hold_numbers_is_found_out_once_for_all_sizes(qtbot, flowing, monkeypatch):
    document = table(("Item", "Amount"), ("Coal", "1.5"), ("Wood", "22.0"))
    asked = []
    found = tables.number_columns
    monkeypatch.setattr(tables, "number_columns", lambda *a: asked.append(a) or found(*a))
    show(qtbot, flowing, document)
    for size in (12, 15, 18):
        flowing.set_typography(replace(flowing.typography(), size=size))
        settle(qtbot, flowing)
    assert len(asked) == 1
