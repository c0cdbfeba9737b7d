"""The cursor by sentences and paragraphs: where it is seen, what is said, and when it goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.paged.view import PagedView
from deskbrief.ui.reader.strides import Unit
from deskbrief.ui.reader.view import ReadingView
from helpers.qt_reader import long_document, mark, show


def lit(view: AnyView) -> list[str]:
    """Return what is lit quietly."""
    document = view.shown_document()
    if isinstance(view, PagedView):
        return [light.cursor.selectedText() for light in view.extraSelections()]
    span = view._lights.sentence
    return [] if span is None else [document.quote(span)]


def test_the_sentence_of_the_cursor_is_lit_and_said(qtbot: QtBot, view: AnyView):
    document, said = long_document(3), []
    show(qtbot, view, document)
    view.speaker.said.connect(said.append)
    for words in ("Section 0", "Paragraph 0 of section 0: the river rose and the gauges fell."):
        view.walker.sentence(1)
        assert lit(view) == [words]
        assert said[-1] == words
        assert document.quote(view.sentence_here()) == words


def test_a_paragraph_step_lights_the_sentence_that_a_mark_would_take(qtbot: QtBot, view: AnyView):
    document = long_document(3)
    show(qtbot, view, document)
    for _ in range(2):
        view.walker.paragraph(1)
    assert lit(view) == [document.quote(view.sentence_here())]


def test_a_selection_or_a_click_puts_the_light_out(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(3))
    view.walker.sentence(1)
    view.walker.extend(Unit.SENTENCE, 1)
    assert lit(view) == []
    view.let_go()
    view.walker.sentence(1)
    assert lit(view)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(450, 200))
    assert lit(view) == []


def test_what_was_selected_last_is_said_with_how_much_it_is(qtbot: QtBot, view: AnyView):
    said: list[str] = []
    show(qtbot, view, long_document(3))
    view.speaker.said.connect(said.append)
    view.walker.sentence(1)
    view.walker.extend(Unit.SENTENCE, 1)
    assert said[-1].startswith("14 words selected: Section 0")


def test_at_the_end_the_cursor_stays(qtbot: QtBot, view: AnyView):
    document = long_document(2)
    show(qtbot, view, document, len(document.text) - 5)
    for _ in range(5):
        view.walker.sentence(1)
    here = view.sentence_here()
    assert here is not None
    assert here.end == len(document.text)


def test_the_cursor_is_seen_on_a_sentence_that_is_marked(qtbot: QtBot, flowing: ReadingView):
    document = long_document(2)
    show(qtbot, flowing, document)
    flowing.walker.sentence(1)
    span = flowing.sentence_here()
    whole, theme = Span(0, len(document.text)), flowing.theme()
    assert not flowing._lights.strokes(flowing._flow.sheet, whole, theme)
    flowing.set_marks([mark(span)])
    strokes = flowing._lights.strokes(flowing._flow.sheet, whole, theme)
    assert [(stroke.start, stroke.end) for stroke in strokes] == [(span.start, span.end)]
