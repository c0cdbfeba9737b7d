"""The pages of a PDF in the running program: shown, marked, selected and found, by key and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.reader.original.view import PageView
from helpers.e2e_program import PATIENCE_MS, end
from helpers.original_pages import LINES, lines, report
from helpers.original_pages import drawn as drawn_by

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def file(tmp_path):
    found = tmp_path / "report.pdf"
    found.write_bytes(report())
    return found


@pytest.fixture
def pdf(start, qtbot, file):
    """The program with a report of six pages open, and the keyboard in its text."""
    program = start(file)
    opened(program, qtbot)
    return program


def opened(program, qtbot):
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.front.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    focus(program, qtbot)


@pytest.fixture
def pages(pdf, qtbot):
    """The same with its pages on show."""
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    drawn(view_of(pdf), qtbot)
    return pdf


def view_of(program):
    return program.window.parts.reader.view


def focus(program, qtbot):
    view_of(program).setFocus()
    qtbot.waitUntil(view_of(program).hasFocus)


def key(program, qtbot, pressed, modifiers=NONE):
    focus(program, qtbot)
    qtbot.keyClick(view_of(program), pressed, modifiers)


def drawn(view, qtbot):
    """Wait until all pages in sight are there, with their letters."""

    def there():
        return all(view.is_drawn(number) and view.map_of(number) for number in view._seen_pages())

    qtbot.waitUntil(lambda: view._stack.known and there(), timeout=PATIENCE_MS)


def span_of(program, words):
    start = program.front.document.text.index(words)
    return Span(start, start + len(words))


def middle(view, span):
    """Return where the middle of a word is on the screen."""
    (area,) = [area for area in view._edges(span) if area][:1]
    last = view._edges(span)[1]
    return QPoint(round((area.left() + last.right()) / 2), round(area.center().y()))


def quotes(program):
    return [program.front.document.quote(placed.span) for placed in program.front.notes]


def colour_at(view, place):
    return QColor(view.viewport().grab().toImage().pixel(place))


def move(view, point, buttons=LEFT):
    event = QMouseEvent(QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, buttons, NONE)
    QApplication.sendEvent(view.viewport(), event)


def test_a_key_shows_the_pages_and_the_text_again_at_the_same_place(pdf, qtbot):
    text = view_of(pdf)
    pdf.window.controllers.navigation.go(span_of(pdf, "Part 4 of the report"))
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    view = view_of(pdf)
    assert isinstance(view, PageView)
    assert view.hasFocus()
    drawn(view, qtbot)
    assert view.pill_words() == "Page 4 of 6"
    assert pdf.window.parts.actions["pages"].isChecked()
    assert "report" in view.accessibleName().lower()
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    assert view_of(pdf).__class__ is text.__class__
    assert view_of(pdf).current() == span_of(pdf, "Part 4 of the report").start
    assert view_of(pdf).selection() is None


def test_a_double_click_and_a_key_mark_a_word_on_the_page_and_in_the_text(pages, qtbot):
    view, span = view_of(pages), span_of(pages, "witnesses")
    place = middle(view, span)
    paper = colour_at(view, place + QPoint(0, -7))
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place)
    assert view.selected_text() == "witnesses"
    assert pages.window.parts.reader.bars.selection.isVisible()
    key(pages, qtbot, Qt.Key.Key_2)
    assert quotes(pages) == ["witnesses"]
    (placed,) = pages.front.notes
    assert placed.note.role is Role.GREEN
    assert placed.note.anchor.exact == "witnesses"
    view.let_go()
    marked = colour_at(view, place + QPoint(0, -7))
    assert paper.name() == "#ffffff"
    assert marked.green() > marked.red()
    assert [spot.value.note for spot in view.spots()] == [placed.note.id]
    key(pages, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    assert [mark.span for mark in view_of(pages).marks()] == [span]


def test_lines_are_selected_by_dragging_and_noted_and_copied_with_a_reference(pages, qtbot):
    view = view_of(pages)
    first, last = span_of(pages, "nine witnesses"), span_of(pages, "carefully")
    low, high = middle(view, Span(first.start, first.start + 1)), view._edges(last)[1]
    assert high is not None
    qtbot.mousePress(view.viewport(), LEFT, pos=QPoint(low.x() - 3, low.y()))
    for point in (QPointF(low.x() + 50, low.y() + 8), QPointF(high.right() + 1, high.center().y())):
        move(view, point)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(round(high.right()) + 1, round(high.center().y())))
    words = "nine witnesses about the wells in the valley, whose level had been carefully"
    assert view.selected_text() == words
    key(pages, qtbot, Qt.Key.Key_C, CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert words in copied
    assert "p. 1" in copied
    key(pages, qtbot, Qt.Key.Key_N)
    assert quotes(pages) == [words]
    assert pages.window.notes_dock.isVisible()


def test_a_click_on_a_mark_opens_its_note_and_an_end_is_dragged(pages, qtbot):
    view, span = view_of(pages), span_of(pages, "nine witnesses")
    view.select(span)
    key(pages, qtbot, Qt.Key.Key_1)
    view.let_go()
    note = pages.front.notes[0].note.id
    with qtbot.waitSignal(view.mark_activated) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, span_of(pages, "nine")))
    assert told.args == [note]
    handle = view._edges(span)[1]
    point = QPointF(handle.center())
    view.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(middle(view, span)), QPointF(), LEFT, Qt.MouseButton.NoButton, NONE
        )
    )
    qtbot.mousePress(view.viewport(), LEFT, pos=point.toPoint())
    further = QPointF(view._edges(span_of(pages, "wells"))[1].center())
    QApplication.sendEvent(
        view.viewport(), QMouseEvent(QEvent.Type.MouseMove, further, further, LEFT, LEFT, NONE)
    )
    qtbot.mouseRelease(view.viewport(), LEFT, pos=further.toPoint())
    assert quotes(pages) == ["nine witnesses about the wells"]


def test_keys_walk_by_paragraph_and_sentence_and_zoom(pages, qtbot):
    view = view_of(pages)
    key(pages, qtbot, Qt.Key.Key_J)
    key(pages, qtbot, Qt.Key.Key_J)
    assert view.bar_block >= 0
    key(pages, qtbot, Qt.Key.Key_H)
    assert quotes(pages) == [" ".join(LINES).replace("care- fully", "carefully")]
    before = view.zoom
    key(pages, qtbot, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom == pytest.approx(1.2 * before, rel=0.01)
    key(pages, qtbot, Qt.Key.Key_0, CONTROL)
    assert view.zoom == pytest.approx(before, rel=0.02)
    point = QPointF(200, 200)
    turn = QWheelEvent(
        point,
        view.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom > before
    drawn(view, qtbot)
    key(pages, qtbot, Qt.Key.Key_End)
    drawn(view, qtbot)
    assert view.page() == 5


def test_one_key_leads_from_the_text_to_the_page_and_back(pdf, qtbot):
    span = span_of(pdf, "number 555")
    view_of(pdf).select(span)
    key(pdf, qtbot, Qt.Key.Key_P)
    view = view_of(pdf)
    assert isinstance(view, PageView)
    drawn(view, qtbot)
    area = view._edges(span)[0]
    assert 0 < area.top() < view.viewport().height()
    assert view.page() == 4
    view.select(span_of(pdf, "number 222"))
    drawn(view, qtbot)
    key(pdf, qtbot, Qt.Key.Key_P)
    assert not pdf.window.parts.reader.original
    offset = span_of(pdf, "number 222").start
    assert view_of(pdf).caret_area(offset) is not None


def test_text_and_pages_stand_beside_one_another_and_keep_in_step(pdf, qtbot):
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | ALT)
    panes = pdf.window.parts.panes
    page = panes.other.reader.view
    assert isinstance(page, PageView)
    drawn(page, qtbot)
    span = span_of(pdf, "Part 5 of the report")
    pdf.window.controllers.navigation.go(span)
    qtbot.waitUntil(lambda: page.page() == 4)
    drawn(page, qtbot)
    assert page.selection() is None
    key(pdf, qtbot, Qt.Key.Key_1)
    assert [mark.span for mark in page.marks()] == [mark.span for mark in view_of(pdf).marks()] != []
    pdf.window.parts.actions["in_step"].trigger()
    pdf.window.controllers.navigation.go(span_of(pdf, "Part 1 of the report"))
    qtbot.wait(0)
    key(pdf, qtbot, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.page() == 0)
    assert view_of(pdf).hasFocus()
    key(pdf, qtbot, Qt.Key.Key_F6)
    assert page.hasFocus()
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | ALT)
    assert panes.second is None


def test_a_split_of_pages_shows_pages_and_closing_leaves_the_kind_that_was_active(pages, qtbot):
    key(pages, qtbot, Qt.Key.Key_Backslash, CONTROL)
    panes = pages.window.parts.panes
    assert panes.first.reader.original
    assert panes.second.reader.original
    key(pages, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    assert [pane.reader.original for pane in panes.all] == [True, False]
    key(pages, qtbot, Qt.Key.Key_Backslash, CONTROL)
    assert panes.second is None
    assert not panes.first.reader.original


def test_a_row_of_the_outline_leads_to_its_place_on_the_page(pages, qtbot):
    section = next(one for one in pages.front.outline.sections if "Part 6" in one.title)
    pages.window.parts.outline.passage_requested.emit(Span(section.start, section.start + 10))
    view = view_of(pages)
    drawn(view, qtbot)
    assert view.page() == 5
    pages.press("back")
    drawn(view, qtbot)
    assert view.page() == 0


def test_hits_are_lit_on_the_page(pages, qtbot):
    pages.press("find")
    reader = pages.window.parts.reader
    qtbot.keyClicks(reader.find.field, "number 444")
    view = view_of(pages)
    qtbot.waitUntil(lambda: view.page() == 3, timeout=PATIENCE_MS)
    drawn(view, qtbot)
    area = view._edges(span_of(pages, "number 444"))[0]
    qtbot.waitUntil(
        lambda: colour_at(view, QPoint(round(area.right()) + 2, round(area.top()) + 1)) != QColor("#ffffff")
    )
    assert reader.find.isVisible()


def test_the_menu_of_a_page_acts_on_the_word_under_the_pointer(pages, qtbot):
    view, span = view_of(pages), span_of(pages, "farmers")
    asked = []
    view.context_requested.connect(asked.append)
    place = middle(view, span)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert asked
    assert span.start <= view.standing() < span.end
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any(action.objectName() == "page_place" for action in menu.actions())
    menu.close()


def test_what_was_shown_is_remembered_of_each_document(pages, start, qtbot, file):
    end(pages)
    again = start(file)
    opened(again, qtbot)
    assert isinstance(view_of(again), PageView)
    drawn(view_of(again), qtbot)


def test_a_pdf_whose_window_is_closed_at_once_is_not_looked_into(start, qtbot, file):
    program = start(file)
    qtbot.waitUntil(lambda: program.front.document is not None, timeout=PATIENCE_MS)
    looking = program.window.controllers.enclosed
    looking._later.stop()
    looking._seen.clear()
    program.window.close()
    program.program.close()
    looking._look()
    assert not looking._seen


def test_a_file_that_is_gone_or_another_is_told_in_words_and_the_text_stays(pdf, qtbot, file):
    file.rename(file.with_name("moved.pdf"))
    key(pdf, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    view = view_of(pdf)
    qtbot.waitUntil(lambda: bool(view._known.errors), timeout=PATIENCE_MS)
    assert "There is no file at" in str(view._error_of(0))
    file.write_bytes(report(2))
    qtbot.mouseClick(view.viewport(), LEFT, pos=view._area(0).center().toPoint())
    qtbot.waitUntil(lambda: "has changed" in str(view._error_of(0)), timeout=PATIENCE_MS)
    file.write_bytes(report())
    qtbot.mouseClick(view.viewport(), LEFT, pos=view._area(0).center().toPoint())
    drawn(view, qtbot)


def test_a_page_without_words_says_that_nothing_of_it_is_in_the_text(start, qtbot, tmp_path):
    def draw(canvas):
        lines(canvas)
        canvas.showPage()
        canvas.line(60, 60, 300, 60)
        canvas.showPage()

    file = tmp_path / "map.pdf"
    file.write_bytes(drawn_by(draw))
    program = start(file)
    opened(program, qtbot)
    key(program, qtbot, Qt.Key.Key_U, CONTROL | SHIFT)
    drawn(view_of(program), qtbot)
    key(program, qtbot, Qt.Key.Key_End)
    drawn(view_of(program), qtbot)
    key(program, qtbot, Qt.Key.Key_P)
    assert program.window.parts.reader.original
    assert "Nothing on this page is in the text." in str(program.said[-1])


def test_another_text_than_the_one_that_was_read_is_told(pages, qtbot):
    view, document = view_of(pages), pages.front.document
    view.show_document(replace(document, source_runs=(), text=document.text.replace("wells", "ponds")))
    qtbot.waitUntil(lambda: "could not be found" in str(pages.said[-1:]), timeout=PATIENCE_MS)
    drawn(view, qtbot)
    assert view.selection() is None


def test_a_text_that_was_read_before_places_were_kept_finds_them_again(pages, qtbot):
    view, document = view_of(pages), pages.front.document
    view.show_document(replace(document, source_runs=()), span_of(pages, "number 333").start)
    span = span_of(pages, "number 333")
    qtbot.waitUntil(lambda: not view._paging.empty, timeout=PATIENCE_MS)
    drawn(view, qtbot)
    assert view.page() == 2
    view.select(span)
    assert view._edges(span)[0] is not None
