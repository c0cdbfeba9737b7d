"""What only the reading view for screen readers does: the text that Qt holds, its cursor, what it loads."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.ui.passages import FORMAT
from deskbrief.ui.reader.paged.view import PagedView
from helpers.qt_reader import everything, long_document, mark, settle, show


def test_the_scroll_bar_agrees_with_what_is_set_at_both_ends(qtbot: QtBot, paged: PagedView):
    show(qtbot, paged, long_document(20))
    assert paged._feed.page.whole
    assert paged.scroller.value() == 0
    assert paged.scroller.maximum() == paged.verticalScrollBar().maximum()
    paged.scroller.setValue(paged.scroller.maximum())
    assert paged.verticalScrollBar().value() == paged.verticalScrollBar().maximum()


def test_a_selection_that_ends_before_the_next_block_is_clipped(qtbot: QtBot, paged: PagedView):
    document = long_document(2)
    show(qtbot, paged, document)
    first, second = document.blocks[1].span, document.blocks[2].span
    cursor = paged.textCursor()
    cursor.setPosition(paged._feed.page.position(first.end))
    cursor.setPosition(paged._feed.page.position(second.start), QTextCursor.MoveMode.KeepAnchor)
    paged.setTextCursor(cursor)
    assert paged.selection() is None
    cursor.setPosition(paged._feed.page.position(second.start + 4), QTextCursor.MoveMode.KeepAnchor)
    paged.setTextCursor(cursor)
    assert paged.selection() == Span(second.start, second.start + 4)


def test_a_selection_grows_from_an_anchor_that_is_no_longer_held(qtbot: QtBot, paged: PagedView):
    document = long_document(500)
    show(qtbot, paged, document)
    paged.select(Span(0, 9))
    end = document.text.index("Section 300")
    paged.scroller.setValue(int(paged.share_of(end) * paged.scroller.maximum()))
    settle(qtbot, paged)
    cursor = paged.textCursor()
    cursor.setPosition(paged._feed.page.position(paged.place() + 20), QTextCursor.MoveMode.KeepAnchor)
    paged.setTextCursor(cursor)
    assert paged.selection().start == 0
    assert paged.selection().end > 100_000


def test_nothing_is_ever_loaded(paged: PagedView, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    address = QUrl.fromLocalFile(str(secret))
    for kind in QTextDocument.ResourceType:
        assert not paged.loadResource(kind.value, address)
        assert not paged.document().resource(kind.value, address)
    paged.setSource(address)
    assert "secret" not in paged.toPlainText()


def test_the_same_marks_again_leave_the_text_alone(qtbot: QtBot, paged: PagedView):
    show(qtbot, paged, long_document(3))
    paged.set_marks([mark(Span(20, 60))])
    with qtbot.assertNotEmitted(paged.document().contentsChanged):
        paged.set_marks([mark(Span(20, 60))])


def test_what_is_dragged_out_is_made_from_the_model(qtbot: QtBot, paged: PagedView):
    document = everything()
    show(qtbot, paged, document)
    paged.select(document.blocks[3].span)
    data = paged.createMimeDataFromSelection()
    assert set(data.formats()) == {"text/plain", "text/html", FORMAT}
    assert "-qt-" not in data.html()
