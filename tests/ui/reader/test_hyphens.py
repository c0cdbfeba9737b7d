"""Words parted at the ends of lines: shown, and nowhere else to be found."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextOption

from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.hyphens import Breaks, Hyphens, patterns_for
from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.offsets import SOFT, Counts, parted
from helpers.qt_reader import Maker, mark, point_of, show, span_of

pytestmark = pytest.mark.usefixtures("fonts")

WORDS = (
    "International recommendations characterize extraordinary administrative responsibilities, "
    "and organisations communicate considerable infrastructural developments to governments. "
)
LEFT = Qt.MouseButton.LeftButton


def english(*paragraphs: str) -> Document:
    make = Maker()
    for words in paragraphs or (WORDS * 4 + "end",):
        make.add(BlockKind.PARAGRAPH, words)
    document = make.document()
    return replace(document, metadata=replace(document.metadata, language="en"))


def lines_of(text: str, breaks: list[int], width: float = 150) -> Lines:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignJustify)
    font = QFont(["Deskbrief Serif"])
    font.setPointSizeF(13.5)
    made = Lines(100, text, font, option, [], breaks)
    made.break_at(width, 27, 20)
    return made


@pytest.fixture
def parted_view(flowing, qtbot):
    """A view whose words are parted, in a column that makes it necessary."""
    flowing.set_typography(replace(flowing.typography(), justify=True, hyphenate=True, measure=46))
    show(qtbot, flowing, english())
    qtbot.waitUntil(lambda: flowing._flow.breaks is not None)
    qtbot.waitUntil(lambda: not flowing.busy)
    return flowing


def ends(view) -> list[str]:
    """Return what Qt shows at the ends of the lines of the first block."""
    layout = view._flow.setting(0).part_of(0).lines.layout
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [layout.text()[line.textStart() + line.textLength() - 1] for line in lines]


@given(st.text(st.characters(codec=None), max_size=40), st.data())
def test_offsets_lead_there_and_back_past_hyphens(text: str, data):
    breaks = sorted(data.draw(st.sets(st.integers(1, len(text) - 1)))) if len(text) > 1 else []
    counts = Counts(text, breaks)
    assert counts.units(len(text)) == len(parted(text, breaks).encode("utf-16-le", "surrogatepass")) // 2
    for offset in range(len(text) + 1):
        assert counts.points(counts.units(offset)) == offset
    for at in breaks:
        # Before and behind a hyphen that was put in is the same place.
        assert counts.points(counts.units(at) - 1) == at
    lines = lines_of(text, breaks)
    for offset in range(lines.start, lines.end + 1):
        assert lines.offset(lines.position(offset)) == offset


def test_the_cursor_does_not_stop_at_hyphens():
    text = "characterized"
    lines = lines_of(text, [4, 6, 9], width=60)
    assert lines.layout.lineCount() > 1
    forward, at = [100], 100
    while at < lines.end:
        at = lines.next_letter(at, 1)
        forward.append(at)
    backward = [at]
    while at > lines.start:
        at = lines.next_letter(at, -1)
        backward.append(at)
    assert forward == list(range(100, 100 + len(text) + 1)) == backward[::-1]


def test_a_letter_is_where_it_is_drawn_and_ends_of_lines_stay_on_them():
    text = WORDS
    breaks = Breaks(_places("en_US")).of(text, ())
    lines = lines_of(text, breaks, 220)
    for offset in range(lines.start, lines.end):
        if text[offset - 100].isspace():
            continue
        (area, _), *_rest = lines.rects(offset, offset + 1)
        assert lines.letter_at(area.center().x(), area.center().y()) == offset
        end = lines.line_edge(offset, 1)
        assert lines.line(end) == lines.line(offset)
        assert lines.offset_at(10_000, area.center().y()) == end


def _places(name):
    import pyphen

    patterns = pyphen.Pyphen(lang=name, left=2, right=3)
    return {word: tuple(patterns.positions(word)) for word in WORDS.replace(",", "").replace(".", "").split()}


def test_words_are_parted_in_justified_text(parted_view):
    assert ends(parted_view).count(SOFT) >= 2


def test_only_where_both_are_chosen_and_the_language_is_known(flowing, qtbot):
    for language, justify, hyphenate in (("en", False, True), ("en", True, False), ("xx", True, True)):
        document = english()
        document = replace(document, metadata=replace(document.metadata, language=language))
        typography = replace(flowing.typography(), justify=justify, hyphenate=hyphenate, measure=46)
        flowing.set_typography(typography)
        show(qtbot, flowing, document)
        assert flowing._flow.breaks is None
        assert SOFT not in ends(flowing)


def test_the_place_is_kept_when_the_words_become_known(flowing, qtbot):
    document = english(*[WORDS * 3 for _ in range(60)])
    flowing.set_typography(replace(flowing.typography(), justify=True, hyphenate=True, measure=46))
    at = document.blocks[30].start
    show(qtbot, flowing, document, at)
    qtbot.waitUntil(lambda: flowing._flow.breaks is not None)
    assert flowing.place() == at


def test_what_is_selected_copied_and_found_has_no_hyphens(parted_view, qtbot):
    view, document = parted_view, parted_view.shown_document()
    whole = Span(0, len(document.text))
    view.select(whole)
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert SOFT not in data.text()
    assert data.text() == document.text
    assert SOFT not in data.html()


def test_a_word_is_selected_over_the_end_of_its_line(parted_view, qtbot):
    view, document = parted_view, parted_view.shown_document()
    lines = view._flow.setting(0).part_of(0).lines
    number = ends(view).index(SOFT)
    line = lines.layout.lineAt(number)
    cut = lines.offset(line.textStart() + line.textLength())
    word = document.text[document.text.rindex(" ", 0, cut) + 1 : document.text.index(" ", cut)].rstrip(",.")
    qtbot.mouseClick(view.viewport(), LEFT, pos=point_of(view, cut - 2))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point_of(view, cut - 2))
    assert view.selected_text() == word
    start = view.selection().start
    rects = list(lines.rects(start, view.selection().end))
    assert len(rects) == 2
    first = rects[0][0]
    # The ground reaches to the edge of the column, under the hyphen.
    assert first.right() == pytest.approx(view.column()[1] - view.column()[0], abs=1.5)


def test_keys_walk_over_the_hyphen(parted_view, qtbot):
    view = parted_view
    lines = view._flow.setting(0).part_of(0).lines
    line = lines.layout.lineAt(ends(view).index(SOFT))
    cut = lines.offset(line.textStart() + line.textLength())
    view.go_to(Span(cut - 2, cut - 2), flash=False)
    seen = []
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        seen.append(view.ends()[1])
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Left)
        seen.append(view.ends()[1])
    assert seen == [cut - 1, cut, cut + 1, cut + 2, cut + 1, cut, cut - 1, cut - 2]


def test_marks_stand_on_their_letters(parted_view):
    view, document = parted_view, parted_view.shown_document()
    span = span_of(document, "administrative responsibilities")
    view.set_marks([mark(span)])
    assert view.grab().toImage() is not None
    lines = view._flow.setting(0).part_of(0).lines
    wide = sum(area.width() for area, _ in lines.rects(span.start, span.end))
    assert wide > 100
    for offset in (span.start, span.end - 1):
        area, _ = next(iter(lines.rects(offset, offset + 1)))
        assert lines.letter_at(area.center().x(), area.center().y()) == offset


def test_what_is_never_parted():
    places = dict.fromkeys(("example", "organisation", "GOVERNMENT", "identifier", "something"), (3, 5))
    breaks = Breaks(places)
    text = "www.example.org/organisation a_identifier x@example.org well-organisation something something"
    assert breaks.of(text, ()) == [text.index("something") + 3, text.index("something") + 5]
    code = Span(text.index("something"), text.index("something") + 9)
    assert breaks.of(text, [code]) == []
    assert breaks.of("", ()) == []
    assert breaks.of("something", ()) == []


def test_headings_tables_and_code_are_left_alone(flowing, qtbot):
    make = Maker()
    make.add(BlockKind.HEADING, WORDS)
    make.add(BlockKind.CODE, WORDS)
    make.table([[WORDS, "1"], ["2", WORDS]])
    make.add(BlockKind.PARAGRAPH, WORDS * 2)
    make.inline(InlineKind.STRONG, "International")
    document = make.document()
    document = replace(document, metadata=replace(document.metadata, language="en"))
    flowing.set_typography(replace(flowing.typography(), justify=True, hyphenate=True, measure=46))
    show(qtbot, flowing, document)
    qtbot.waitUntil(lambda: flowing._flow.breaks is not None)
    for index, block in enumerate(document.blocks):
        text = flowing._flow.setting(index).part_of(block.start).lines.layout.text()
        assert (SOFT in text) is (block.kind is BlockKind.PARAGRAPH)


def test_languages_have_their_patterns():
    assert [patterns_for(one) for one in ("en", "en-US", "en_GB", "de-AT", "fr", "ja", "")] == [
        *("en_US", "en_US", "en_GB", "de_DE", "fr", "", "")
    ]


def test_a_document_that_is_left_stops_the_search(qapp, qtbot):
    hyphens = Hyphens()
    long = english(*[f"{WORDS} number{'x' * (n % 30)}" for n in range(2000)])
    other = english("A short text about something.")
    other = replace(other, sha256="cd" * 32)
    assert hyphens.breaks(long) is None
    with qtbot.waitSignal(hyphens.ready):
        assert hyphens.breaks(other) is None
    assert hyphens.breaks(other) is not None


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "ab-" * 70_000, "word " * 40_000, "x." * 100_000, "é" * 200_000]
)
def test_hostile_text_takes_no_time(text: str):
    began = time.process_time()
    assert Breaks({}).of(text, ()) == []
    assert time.process_time() - began < 0.5
