"""Documents that are hard to show: what is selected by mouse and by key is what stands there."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.strides import Unit
from deskbrief.ui.reader.view import ReadingView
from helpers.hard_documents import (
    FACES,
    HARD,
    MIXED,
    TURNED,
    UNSEEN,
    deep_list,
    headings,
    long_line,
    long_word,
    odd_line,
    odd_signs,
    wide_table,
)
from helpers.qt_reader import mark, point_of, span_of

LEFT = Qt.MouseButton.LeftButton
#: Large enough to be cut into pieces, small enough for a test.
SMALL = {
    "line": lambda: long_line(300_000),
    "word": lambda: long_word(300_000),
    "headings": lambda: headings(3_000),
    "table": lambda: wide_table(200, 20),
    "lists": lambda: deep_list(50, 2),
    "signs": lambda: odd_signs(100),
    "odd line": lambda: odd_line(100_000),
}


def drag(view: AnyView, start: QPointF, end: QPointF) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, place, place, LEFT, LEFT, none))


def before(view: AnyView, offset: int) -> QPointF:
    """Return a point just behind where the letter at `offset` begins, in the middle of its line."""
    area = view.caret_area(offset)
    assert area is not None
    return QPointF(area.center().x() + 1, area.center().y())


@pytest.mark.parametrize("make", SMALL.values(), ids=SMALL)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_hard_documents_can_be_read_selected_and_marked(view: AnyView, qtbot: QtBot, make, share: float):
    document: Document = make()
    at = int(len(document.text) * share)
    view.show_document(document, at)
    view.go_to(Span(at, at), flash=False)
    view.walker.sentence(1)
    sentence = view.sentence_here()
    assert sentence is not None
    view.walker.extend(Unit.SENTENCE, 1)
    selected = view.selection()
    assert selected is not None
    assert document.text[selected.start : selected.end].strip()
    view.set_marks([mark(selected)])
    view.walker.paragraph(1)
    view.page_by(1)
    view.page_by(-1)
    view.grab()
    assert view.visible().end > view.visible().start


@pytest.mark.parametrize("make", SMALL.values(), ids=SMALL)
def test_a_drag_over_hard_text_takes_the_letters_between(flowing: ReadingView, make):
    document: Document = make()
    flowing.show_document(document, len(document.text) // 2)
    flowing.grab()
    seen = flowing.visible()
    left, y = flowing.column()[0], before(flowing, flowing.place()).y()
    left = max(left, flowing.caret_area(flowing._offset_at(QPointF(left + 1, y))).x())
    start, end = QPointF(left + 30, y), QPointF(left + 160, y)
    low, high = flowing._offset_at(start), flowing._offset_at(end)
    assert seen.start <= low < high <= seen.end
    drag(flowing, start, end)
    selected = flowing.selection()
    assert selected is not None
    assert document.quote(selected) == document.text[selected.start : selected.end]
    if document.block_at(low).rows:
        assert selected.start <= low
    else:
        assert selected == Span(low, high)


@pytest.mark.parametrize("words", ["0001", "abc", "now", "width", "signs", "peace", "stand"])
def test_words_between_odd_signs_are_selected_by_a_double_click(view: AnyView, qtbot: QtBot, words: str):
    document = odd_signs(3)
    view.show_document(document, 0)
    view.grab()
    span = span_of(document, words)
    at = point_of(view, span.start + len(words) // 2)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    selected = view.selection()
    assert selected is not None
    assert selected.holds(span)
    # What joins or hides belongs to the word that it stands in.
    assert len(selected) <= len("zero_width_and_joined__")
    assert view.selected_text() == document.quote(selected)


@pytest.mark.parametrize("part", [TURNED, UNSEEN, FACES, MIXED], ids=["turned", "unseen", "faces", "mixed"])
def test_every_letter_of_odd_text_is_found_where_it_is_drawn(flowing: ReadingView, part: str):
    document = odd_signs(2)
    flowing.show_document(document, 0)
    flowing.grab()
    start = document.text.index(part)
    seen = 0
    for offset in range(start, start + len(part)):
        flowing.select(Span(offset, offset + 1))
        assert flowing.selection() == Span(offset, offset + 1)
        for area in areas(flowing, offset):
            found = flowing._letter_at(area.center())
            assert found is not None
            assert found == offset or is_one_letter(document.text[found : offset + 1])
            seen += 1
    assert seen > len(part) / 2


def is_one_letter(text: str) -> bool:
    """Tell whether code points may be drawn as one letter: marks, joiners and the two halves of a flag."""
    return all(unicodedata.category(sign) in {"Mn", "Me", "Cf", "So", "Sk"} for sign in text[1:])


def areas(view: ReadingView, offset: int) -> list[QRectF]:
    """Return where the letter at `offset` is drawn, nowhere when it has no width."""
    piece = view._flow.seen_of(offset)
    part = piece.setting.part_of(offset)
    found = [area for area, _ in part.lines.rects(offset, offset + 1)]
    return [
        area.translated(part.x + view.column()[0], part.y + piece.y) for area in found if area.width() > 1
    ]


def test_the_arrow_keys_pass_each_odd_letter_and_lose_none(flowing: ReadingView, qtbot: QtBot):
    document = odd_signs(1)
    flowing.show_document(document, 0)
    flowing.setFocus()
    flowing.go_to(Span(0, 0), flash=False)
    end = len(TURNED) + 2 + len(UNSEEN) + 2 + len(FACES)
    passed = []
    for _ in range(end):
        qtbot.keyClick(flowing, Qt.Key.Key_Right)
        passed.append(flowing.ends()[1])
        if passed[-1] >= end:
            break
    assert passed == sorted(set(passed))
    assert passed[-1] >= end


def test_the_documents_of_the_benchmark_are_as_hard_as_they_say():
    assert len(HARD["5 MB line"]().text) == 5_000_000
    assert len(deep_list().blocks[49].marker) == 1
    assert deep_list().blocks[49].depth == 49
