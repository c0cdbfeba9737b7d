"""Finding: exact offsets whatever the letters, in short steps, and the bar in front of it."""

from __future__ import annotations

import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.folding import Fold
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.query import Query
from deskbrief.document.spans import Span
from deskbrief.services.finding import Buffer, Hits
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.theme import DARK
from helpers.qt_reader import Maker, everything, lit, long_document, settle, show, span_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def one(text: str) -> Document:
    make = Maker()
    make.add(BlockKind.PARAGRAPH, text)
    return make.document()


def find(document: Document, words: str, **how: bool) -> list[Span]:
    query = Query(words=words, **how)
    buffer, hits = Buffer(document, case=query.case, accents=query.accents), Hits()
    for _ in buffer.prepare():
        pass
    for _ in buffer.find(query, hits):
        pass
    return list(hits)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The U.S. and the u.s.", "the u.s.", ["The U.S.", "the u.s."]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße und STRASSE", "Straße", ["Straße", "STRASSE"]),
        ("ßß x", "s", ["ß", "ß"]),
        ("ﬁrst ﬂoor", "fl", ["ﬂ"]),
        ("İstanbul İzmir", "izmir", ["İzmir"]),
        ("a\u0390b c", "b", ["b"]),
        ("😀😀 word 𠀀word", "word", ["word", "word"]),
        ("one\ntwo one\u00a0two", "one two", ["one\ntwo", "one\u00a0two"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "", []),
        ("Café, cafe\u0301 and CAFE", "cafe", ["Café", "cafe\u0301", "CAFE"]),
        ("Ålesund Łódź Ærø", "lodz", ["Łódź"]),
        ("don’t and don't", "DON'T", ["don’t", "don't"]),
        ("2010–2012 or 2010-2012", "2010-2012", ["2010–2012", "2010-2012"]),
        ("im\u00adplemen\u200btation", "implementation", ["im\u00adplemen\u200btation"]),
        ("the imple-\nmentation of", "implementation of", ["imple-\nmentation of"]),
        ("in 2010-\n2012", "2010- 2012", ["2010-\n2012"]),
    ],
)
def test_hits_without_regard_to_case(text: str, words: str, wanted: list[str]):
    document = one(text)
    assert [document.quote(span) for span in find(document, words)] == wanted


def test_accents_can_matter():
    document = one("Café, cafe\u0301 and CAFE")
    assert [document.quote(span) for span in find(document, "café", accents=True)] == ["Café", "cafe\u0301"]


def test_whole_words():
    document = one("art party Art-house start, art")
    assert [span.start for span in find(document, "art", whole=True)] == [0, 10, 27]


def test_words_near_each_other_in_any_order_and_one_paragraph():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "The budget of the ministry. A ministry without a budget, and budgets.")
    make.add(BlockKind.PARAGRAPH, "A ministry alone.")
    make.add(BlockKind.PARAGRAPH, "The budget alone, and far from it, " + "word " * 12 + "a ministry.")
    document = make.document()
    assert [document.quote(span) for span in find(document, "ministry budget", near=True)] == [
        "budget of the ministry",
        "ministry without a budget",
    ]


def test_case_can_matter():
    document = one("May may MAY ß SS")
    assert [document.quote(span) for span in find(document, "may", case=True)] == ["may"]
    assert find(document, "ss", case=True) == []


@given(st.text(st.sampled_from("aßİŉﬃéæ\u00ad😀 \n"), max_size=30))
def test_every_code_point_of_the_buffer_leads_to_the_one_it_came_from(text: str):
    document = one(text)
    buffer = Buffer(document)
    for _ in buffer.prepare():
        pass
    wanted = [index for index, letter in enumerate(text) for _ in Fold().word(letter)]
    assert [buffer.offset(at) for at in range(len(wanted))] == wanted


def test_hits_do_not_run_from_one_block_into_the_next():
    document = everything()
    assert find(document, "end By") == []
    assert find(document, "third line") == []
    assert len(find(document, "second line")) == 1


def test_steps_of_the_buffer_join_without_a_seam():
    document = one("ab ß " * 100_000)
    hits = find(document, "b ss a")
    assert len(hits) == 99_999
    assert {document.quote(span) for span in hits[:: len(hits) // 50]} == {"b ß a"}


def typed(qtbot: QtBot, panel: ReaderPanel, words: str) -> None:
    panel.find.open()
    panel.find.field.setText(words)
    qtbot.waitUntil(lambda: not panel.find.finder.running)


def test_as_it_is_typed_hits_are_counted_and_the_first_is_shown(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(40)
    show(qtbot, panel.view, document)
    panel.find.open()
    qtbot.keyClicks(panel.find.field, "Item of section 2")
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.count.text() == "1 of 11"
    hit = panel.find.finder.hit()
    assert panel.view.visible().holds(hit)
    assert hit == span_of(document, "Item of section 2")


def test_next_and_previous_go_around(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(12))
    typed(qtbot, panel, "item of section")
    field = panel.find.field
    for key, modifiers, wanted in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "2 of 12"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "3 of 12"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, "2 of 12"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "1 of 12"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "12 of 12"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier, "1 of 12"),
    ):
        qtbot.keyClick(field, key, modifiers)
        assert panel.find.count.text() == wanted


def test_the_search_begins_where_the_reader_is(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(200)
    show(qtbot, panel.view, document, span_of(document, "Section 150").start)
    typed(qtbot, panel, "paragraph 0 of")
    assert document.quote(panel.find.finder.hit()) == "Paragraph 0 of"
    assert panel.find.finder.hit().start > span_of(document, "Section 150").start


def test_a_word_at_the_end_of_a_long_document_is_shown(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(800)
    show(qtbot, panel.view, document)
    typed(qtbot, panel, "ZYZZYVA")
    settle(qtbot, panel.view)
    assert panel.find.count.text() == "1 of 1"
    assert lit(panel.view) == ["zyzzyva"]


def test_what_is_typed_is_looked_for_from_where_the_reader_was(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(40)
    show(qtbot, panel.view, document)
    typed(qtbot, panel, "Item of section 30")
    panel.find.field.selectAll()
    qtbot.keyClicks(panel.find.field, "section ")
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.finder.current == 0
    qtbot.keyClick(panel.find.field, Qt.Key.Key_Return)
    second = panel.find.finder.hit()
    panel.find.field.setText("section")
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.finder.hit().start == second.start
    panel.view.scroll_by(3_000)
    here = panel.view.place()
    panel.find.field.setText("section ")
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.finder.hit().start >= here > second.start


def test_the_bar_leaves_its_place_when_it_would_hide_the_hit(qtbot: QtBot, panel: ReaderPanel):
    text = " ".join(f"word{number}" for number in range(60))
    show(qtbot, panel.view, one(text + " at last" * 400))
    typed(qtbot, panel, "word0")
    places = []
    for number in range(40):
        panel.find.field.setText(f"word{number} ")
        qtbot.waitUntil(lambda: not panel.find.finder.running)
        area = panel.view.caret_area(panel.find.finder.hit().start)
        area.translate(panel.view.viewport().pos())
        assert not area.intersects(panel.find.geometry())
        places.append(panel.find.y())
    assert len(set(places)) == 2


def test_case_is_a_switch(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(5))
    typed(qtbot, panel, "SECTION")
    assert panel.find.count.text().endswith("of 100")
    panel.find.options.case.click()
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.count.text() == "Not found"
    assert not panel.find.following.isEnabled()


def test_escape_closes_selects_the_hit_and_gives_the_keyboard_back(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(5)
    show(qtbot, panel.view, document)
    panel.activateWindow()
    typed(qtbot, panel, "Item of section 3")
    with qtbot.waitSignal(panel.find.hits_changed):
        qtbot.keyClick(panel.find.field, Qt.Key.Key_Escape)
    assert not panel.find.isVisible()
    assert document.quote(panel.view.selection()) == "Item of section 3"
    qtbot.waitUntil(panel.view.hasFocus)
    assert not lit(panel.view)


def test_a_selection_is_offered(qtbot: QtBot, panel: ReaderPanel):
    document = long_document(5)
    show(qtbot, panel.view, document)
    panel.view.select(span_of(document, "gauges"))
    panel.find.find_next()
    assert panel.find.field.text() == "gauges"
    qtbot.waitUntil(lambda: not panel.find.finder.running)
    assert panel.find.count.text().startswith("1 of")


def test_another_document_is_searched_anew(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(5))
    typed(qtbot, panel, "second line")
    assert panel.find.count.text() == "Not found"
    show(qtbot, panel.view, everything())
    qtbot.waitUntil(lambda: panel.find.count.text() == "1 of 1")


def test_the_count_is_said(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(5))
    said = []
    panel.view.speaker.said.connect(said.append)
    typed(qtbot, panel, "Section 1")
    assert "1 of 20" in said


def test_without_a_document_nothing_is_found(qtbot: QtBot, panel: ReaderPanel):
    typed(qtbot, panel, "word")
    assert panel.find.count.text() == "Not found"
    panel.find.find_next()
    panel.find.set_theme(DARK)


def test_what_a_search_has_made_is_given_back_when_nobody_looks_at_it(qtbot: QtBot, panel: ReaderPanel):
    show(qtbot, panel.view, long_document(20))
    panel.find_words("section 9")
    finder = panel.find.finder
    qtbot.waitUntil(lambda: not finder.running and len(finder.hits) > 0)
    kept = weakref.ref(finder.buffers.of(panel.view.shown_document(), Query(words="a")))
    assert kept() is not None
    panel.find.dismiss()
    qtbot.waitUntil(lambda: kept() is None, timeout=6000)
    panel.find_next()
    qtbot.waitUntil(lambda: not finder.running and len(finder.hits) > 0)
    assert not finder._resting.isActive()
