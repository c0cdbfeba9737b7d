"""The reader's hands in the running program: cursor, pen, handles, merging, menus, the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from helpers.qt_reader import point_of

LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SENTENCE = "This thaw is characterized by several strategic adjustments"


@pytest.fixture
def flowing(reading, qtbot):
    reading.window.activateWindow()
    reading.window.parts.reader.view.setFocus()
    qtbot.waitUntil(reading.window.parts.reader.view.hasFocus)
    return reading


def view_of(program):
    return program.window.parts.reader.view


def span_of(program, words):
    start = program.front.document.text.index(words)
    return Span(start, start + len(words))


def quotes(program):
    return [program.front.document.quote(placed.span) for placed in program.front.notes]


def drag(qtbot, view, start, end):
    qtbot.mousePress(view.viewport(), LEFT, pos=point_of(view, start))
    for at in ((start + end) // 2, end):
        place = QPointF(point_of(view, at))
        event = QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=point_of(view, end))


def stand_on(program, words):
    start = span_of(program, words).start
    view_of(program).go_to(Span(start, start), flash=False)


def ask_menu(program, at):
    view = view_of(program)
    viewport = view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in entries(menu) if words in action.text().replace("&", ""))
    menu.close()
    action.trigger()


def entries(menu: QMenu) -> list[QAction]:
    return menu.actions()


# The cursor


def test_a_mark_needs_no_selection_and_no_mouse(hands, qtbot):
    view, said = view_of(hands), []
    view.speaker.said.connect(said.append)
    stand_on(hands, "This thaw")
    first = view.sentence_here()
    qtbot.keyClick(view, Qt.Key.Key_Period)
    second = view.sentence_here()
    assert second.start > first.end
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    assert view.sentence_here() == first
    assert said[-1].startswith("This thaw is")
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert [placed.span for placed in hands.front.notes] == [first]


def test_the_cursor_grows_by_sentences_and_paragraphs(hands, qtbot):
    view, document = view_of(hands), hands.front.document
    stand_on(hands, "This thaw")
    first = view.sentence_here()
    qtbot.keyClick(view, Qt.Key.Key_Period, SHIFT)
    assert view.selection().start == first.start
    assert view.selection().end > first.end
    qtbot.keyClick(view, Qt.Key.Key_Comma, SHIFT)
    assert view.selection() == first
    view.let_go()
    stand_on(hands, "This thaw")
    qtbot.keyClick(view, Qt.Key.Key_J, SHIFT)
    assert view.selection() == document.block_at(first.start).span
    qtbot.keyClick(view, Qt.Key.Key_J, SHIFT)
    assert view.selection().end > document.block_at(first.start).end
    qtbot.keyClick(view, Qt.Key.Key_K, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert [placed.span for placed in hands.front.notes] == [document.block_at(first.start).span]


# Roles


def test_the_mark_under_the_cursor_takes_another_role(hands, qtbot):
    view = view_of(hands)
    view.select(span_of(hands, "several strategic adjustments"))
    qtbot.keyClick(view, Qt.Key.Key_2)
    stand_on(hands, "strategic adjustments")
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert [(p.note.role, hands.front.document.quote(p.span)) for p in hands.front.notes] == [
        (Role.PINK, "several strategic adjustments")
    ]
    hands.press("undo")
    assert [placed.note.role for placed in hands.front.notes] == [Role.GREEN]


def test_a_sentence_is_marked_beside_a_mark_on_its_first_words(hands, qtbot):
    view = view_of(hands)
    view.select(span_of(hands, "This thaw"))
    qtbot.keyClick(view, Qt.Key.Key_2)
    stand_on(hands, "This thaw")
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_H)
    assert sorted(len(quote.split()) > 2 for quote in quotes(hands)) == [False, True]


# The pen


def test_the_pen_marks_each_selection_until_escape(hands, qtbot):
    view, reader = view_of(hands), hands.window.parts.reader
    view.go_to(span_of(hands, SENTENCE), flash=False)
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert reader.bars.pen.isVisible()
    assert "yellow" in reader.bars.pen.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert "blue" in reader.bars.pen.accessibleName()
    one, other = span_of(hands, "several strategic"), span_of(hands, "thaw is characterized")
    for count, span in enumerate((one, other), start=1):
        drag(qtbot, view, span.start, span.end)
        qtbot.waitUntil(lambda count=count: len(hands.front.notes) == count)
        assert view.selection() is None
        assert not reader.bars.selection.isVisible()
    assert [placed.note.role for placed in hands.front.notes] == [Role.BLUE, Role.BLUE]
    assert sorted(quotes(hands)) == ["several strategic", "thaw is characterized"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not reader.bars.pen.isVisible()
    drag(qtbot, view, one.start, one.end - 3)
    assert len(hands.front.notes) == 2


def test_with_the_pen_a_double_click_marks_a_word(hands, qtbot):
    view = view_of(hands)
    view.go_to(span_of(hands, SENTENCE), flash=False)
    hands.press("pen")
    at = point_of(view, span_of(hands, "characterized").start + 3)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: quotes(hands) == ["characterized"])


# Longer, shorter, one of several


def test_keys_move_the_ends_of_a_mark_by_words(hands, qtbot):
    view = view_of(hands)
    view.select(span_of(hands, "characterized by several"))
    hands.press("mark_1")
    stand_on(hands, "by several")
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT | ALT)
    assert quotes(hands) == ["characterized by several strategic"]
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT | ALT)
    assert quotes(hands) == ["is characterized by several strategic"]
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT | ALT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT | ALT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT | ALT)
    assert quotes(hands) == ["by several"]
    (note,) = hands.library.notes(hands.front.document.sha256)
    assert note.anchor.exact == "by several"
    hands.press("undo")
    assert quotes(hands) == ["characterized by several"]


def test_an_end_is_dragged_and_saved_as_one_step(flowing, qtbot):
    view = view_of(flowing)
    span = span_of(flowing, "characterized by several")
    view.select(span)
    flowing.press("mark_1")
    view.let_go()
    qtbot.mouseMove(view.viewport(), point_of(view, span.start + 3))
    hover(view, point_of(view, span.start + 3))
    assert view._handles.mark is not None
    _, last = view._scene.edges(span)
    target = span_of(flowing, "strategic adjustments").start + len("strategic")
    pull(qtbot, view, last.center().toPoint(), point_of(view, target))
    assert quotes(flowing) == ["characterized by several strategic"]
    (note,) = flowing.library.notes(flowing.front.document.sha256)
    assert note.anchor.exact == "characterized by several strategic"
    assert view.selection() is None
    flowing.press("undo")
    assert quotes(flowing) == ["characterized by several"]


def test_escape_lets_the_end_of_a_mark_go(flowing, qtbot):
    view = view_of(flowing)
    span = span_of(flowing, "characterized by several")
    view.select(span)
    flowing.press("mark_1")
    view.let_go()
    hover(view, point_of(view, span.start + 3))
    first, _ = view._scene.edges(span)
    qtbot.mousePress(view.viewport(), LEFT, pos=first.center().toPoint())
    assert view._handles.held
    move(view, point_of(view, span.start + 15))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=point_of(view, span.start + 15))
    assert quotes(flowing) == ["characterized by several"]


def hover(view, at):
    place = QPointF(at)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def move(view, at):
    place = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def pull(qtbot, view, start, end):
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    move(view, end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_marks_on_the_selection_become_one_and_undo_parts_them(hands, qtbot):
    view, notes = view_of(hands), hands.window.controllers.notes
    for words, body in (("several strategic", "Two."), ("thaw is characterized", "One.")):
        view.select(span_of(hands, words))
        hands.press("mark_1")
        made = next(p for p in hands.front.notes if hands.front.document.quote(p.span) == words)
        notes.write(made.note.id, body)
    view.select(span_of(hands, SENTENCE))
    qtbot.keyClick(view, Qt.Key.Key_M, SHIFT)
    assert quotes(hands) == ["thaw is characterized by several strategic"]
    assert hands.front.notes[0].note.body == "One.\n\nTwo."
    hands.press("undo")
    assert quotes(hands) == ["thaw is characterized", "several strategic"]


def test_merging_nothing_says_what_to_do(hands):
    stand_on(hands, "This thaw")
    hands.press("merge")
    assert "Nothing to merge" in str(hands.said[-1])


# Menus and the clipboard


def test_the_menu_of_the_text_acts_on_what_is_under_the_pointer(hands):
    view = view_of(hands)
    view.go_to(span_of(hands, SENTENCE), flash=False)
    menu = ask_menu(hands, point_of(view, span_of(hands, "characterized").start + 2))
    texts = [action.text().replace("&", "") for action in entries(menu)]
    assert "Copy as HTML" in texts
    assert not any("Colour of the mark" in text for text in texts)
    choose(menu, "Mark selection or sentence")
    assert quotes(hands)[0].startswith(SENTENCE)


def test_the_menu_of_a_mark_offers_its_roles_and_its_ends(hands):
    view = view_of(hands)
    span = span_of(hands, "several strategic")
    view.select(span)
    hands.press("mark_1")
    view.let_go()
    menu = ask_menu(hands, point_of(view, span.start + 2))
    texts = [action.text() for action in entries(menu)]
    assert texts[:3] == ["Write a note on this mark", "Colour of the mark", "Longer or shorter"]
    roles = next(action.menu() for action in entries(menu) if action.text() == "Colour of the mark")
    choose(roles, "blue")
    menu.close()
    assert [placed.note.role for placed in hands.front.notes] == [Role.BLUE]


def test_what_is_copied(hands):
    view, clipboard = view_of(hands), QGuiApplication.clipboard()
    view.select(span_of(hands, "several strategic"))
    hands.press("copy_text")
    assert clipboard.text() == "several strategic"
    assert not clipboard.mimeData().hasHtml()
    hands.press("copy_html")
    assert clipboard.text() == "<p>several strategic</p>"
    hands.press("cite")
    assert clipboard.text().startswith("“several strategic” (")
    assert "¶" in clipboard.text()
    hands.press("copy")
    assert clipboard.mimeData().hasHtml()


def test_this_is_looked_for_in_the_document_and_in_everything(hands, qtbot):
    view = view_of(hands)
    view.select(span_of(hands, "several strategic"))
    qtbot.keyClick(view, Qt.Key.Key_F, SHIFT)
    assert hands.window.parts.reader.find.field.text() == "several strategic"
    hands.window.parts.reader.find.dismiss()
    view.setFocus()
    view.select(span_of(hands, "several strategic"))
    qtbot.keyClick(view, Qt.Key.Key_S, SHIFT)
    assert hands.window.bar.search.text() == "several strategic"
    found = hands.window.findChild(QListWidget, "searchHits")
    qtbot.waitUntil(lambda: found.isVisible() and "several strategic" in found.item(1).text())


def test_a_menu_asked_for_by_key_opens_at_the_keyboard(hands):
    view = view_of(hands)
    stand_on(hands, SENTENCE)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    area = view.caret_area(span_of(hands, SENTENCE).start)
    assert menu.pos().y() >= view.viewport().mapToGlobal(area.topLeft().toPoint()).y()
    menu.close()


# Rows


def test_a_row_of_the_notes_goes_out_with_passage_reference_and_words(reading):
    view = view_of(reading)
    view.select(span_of(reading, "several strategic"))
    reading.press("note")
    reading.window.controllers.notes.write(reading.front.notes[0].note.id, "Which ones?")
    reading.window.showing.notes()
    row = reading.window.parts.notes.list.rows[0]
    data = reading.window.controllers.passing.data_of(row)
    quote, reference, words = data.text().split("\n\n")
    assert quote == "several strategic"
    assert reference.endswith("¶2")
    assert words == "Which ones?"
    assert data.html().startswith("<blockquote><p>several strategic</p></blockquote>")
    assert "<p>Which ones?</p>" in data.html()


def test_a_row_that_is_pulled_is_offered_to_other_programs(reading, qtbot, monkeypatch):
    outline, gone = reading.window.parts.outline.list, []
    passing = reading.window.controllers.passing
    monkeypatch.setattr(passing, "drag_out", gone.append)
    number = next(n for n, row in enumerate(outline.rows) if row.key and row.span and not row.sticky)
    at = outline.row_rect(number).center()
    qtbot.mousePress(outline.viewport(), LEFT, pos=at)
    place = QPointF(at + QPoint(0, 40))
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(outline.viewport(), event)
    qtbot.mouseRelease(outline.viewport(), LEFT, pos=at)
    (data,) = gone
    assert data.hasText()
    assert data.hasHtml()
    assert "¶" in data.text()


def test_the_menu_of_a_note_changes_its_colour(reading):
    view_of(reading).select(span_of(reading, "several strategic"))
    reading.press("note")
    notes = reading.window.parts.notes
    notes.list.menu_asked.emit(notes.list.rows[0], QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert "Copy with reference" in texts
    assert "Delete\tDel" in texts
    colours = next(action.menu() for action in menu.actions() if action.menu() is not None)
    choose(colours, "green")
    menu.close()
    assert [placed.note.role for placed in reading.front.notes] == [Role.GREEN]


def test_after_marking_the_colour_is_seen_and_nothing_covers_the_text(hands):
    view, bar = hands.window.parts.reader.view, hands.window.parts.reader.bars.selection
    words = "several strategic adjustments"
    at = hands.front.document.text.index(words)
    span = Span(at, at + len(words))
    view.select(span)
    assert bar.isVisible()
    hands.press("mark_2")
    assert view.selection() is None
    assert not bar.isVisible()
    hands.press("mark_3")
    hands.press("note")
    (placed,) = hands.front.notes
    assert placed.span == span
    assert placed.note.role is Role.BLUE
    assert not bar.isVisible()
