"""The parts of the reading view that know nothing of Qt: offsets, pieces, heights, runs, grids, sentences."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from deskbrief.document.model import BlockKind, Inline, InlineKind
from deskbrief.document.spans import Span
from deskbrief.document.steps import finish
from deskbrief.ui.reader.intervals import Intervals
from deskbrief.ui.reader.measure import fit
from deskbrief.ui.reader.offsets import points, shown, units
from deskbrief.ui.reader.paged.scale import Scale
from deskbrief.ui.reader.pieces import AT_ONCE, LONGEST, cut, cutting
from deskbrief.ui.reader.runs import runs
from deskbrief.ui.reader.sentences import sentence_at
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.stretches import clipped, plain, stretch_at
from deskbrief.ui.reader.tables import number_columns, shares
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Marker, MarkerKind
from deskbrief.ui.reader.view import ReadingView
from helpers.documents import paragraphs
from helpers.qt_reader import ODD, Maker, everything, mark

any_text = st.text(st.characters(codec=None), max_size=40)
bounds = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], sum(pair)))


@given(any_text)
def test_what_is_shown_takes_up_as_much_room(text: str):
    assert len(shown(text)) == len(text)
    assert units(shown(text)) == units(text)
    assert units(shown(text)) == len(shown(text).encode("utf-16-le")) // 2


@given(any_text)
def test_units_and_points_lead_to_each_other(text: str):
    for count in range(len(text) + 1):
        assert points(text, units(text[:count])) == count
    assert points(text, units(text) + 9) == len(text)


def test_a_count_inside_a_pair_leaves_the_code_point_out():
    assert points("a😀b", 2) == 1


@pytest.mark.parametrize(
    "letter", ["\n", "\r", "\x00", "\u2029", "\ufdd0", "\ufdd1", "\ufffc", "\ud800", "\x0b"]
)
def test_structure_is_never_shown_as_it_is(letter: str):
    assert shown(f"a{letter}b") != f"a{letter}b"


@given(st.lists(bounds, max_size=12), bounds)
def test_intervals_find_what_overlaps(spans: list[Span], where: Span):
    found = Intervals(spans, attrgetter("start", "end")).overlapping(where.start, where.end)
    wanted = [span for span in spans if span.start < where.end and span.end > where.start]
    assert sorted(found) == sorted(wanted)


@given(st.lists(bounds, max_size=12), bounds)
def test_intervals_find_what_begins(spans: list[Span], where: Span):
    found = Intervals(spans, attrgetter("start", "end")).beginning(where.start, where.end)
    assert list(found) == sorted(span for span in spans if where.start <= span.start < where.end)


@given(st.lists(bounds, max_size=6), st.lists(bounds, max_size=6))
def test_runs_cover_everything_and_say_what_covers_them(links: list[Span], marked: list[Span]):
    inlines = sorted(
        (Inline(InlineKind.LINK, s.start, s.end, str(i)) for i, s in enumerate(links)), key=lambda i: i.start
    )
    marks = sorted((mark(span, str(i)) for i, span in enumerate(marked)), key=lambda m: m.span.start)
    made = list(runs(5, 25, inlines, marks))
    assert made[0].start == 5
    assert made[-1].end == 25
    assert all(left.end == right.start for left, right in pairwise(made))
    for run in made:
        for at in range(run.start, run.end):
            assert set(run.inlines) == {i for i in inlines if i.start <= at < i.end}
            assert set(run.marks) == {m for m in marks if m.span.start <= at < m.span.end}


def test_nearly_every_block_is_one_piece():
    document = everything()
    pieces = cut(document)
    assert [piece.block for piece in pieces] == list(range(len(document.blocks)))
    assert all((p.start, p.end) == (b.start, b.end) for p, b in zip(pieces, document.blocks, strict=True))


def test_a_long_document_is_cut_in_slices_and_shown_as_it_was_cut(flowing: ReadingView):
    document = paragraphs(*(f"Paragraph {number}." for number in range(2 * AT_ONCE + 1)))
    work = cutting(document)
    assert [next(work), next(work)] == [None, None]
    assert finish(work) == cut(document)
    slices = sum(1 for _ in flowing.preparing(document))
    assert slices >= 3
    assert [*flowing.preparing(document)] == []
    flowing.show_document(document, 0)
    assert flowing.shown_document() is document
    assert [*flowing.preparing(paragraphs("One.", "Two."))] == []


def test_long_text_is_cut_after_spaces_and_elsewhere_only_if_there_are_none():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "words " * 9000)
    make.add(BlockKind.PARAGRAPH, "x" * 30_000)
    document = make.document()
    pieces = cut(document)
    assert all(piece.end - piece.start <= LONGEST for piece in pieces)
    assert "".join(document.text[p.start : p.end] for p in pieces) == document.text.replace("\n\n", "")
    assert all(document.text[p.end - 1] == " " for p in pieces if p.block == 0)


def test_a_scale_leads_there_and_back_and_takes_corrections():
    document = everything()
    sheet = Sheet(document)
    scale = Scale(sheet.pieces, sheet.starts, [10.0] * len(sheet.pieces))
    assert scale.total == 160
    scale.correct(2, [30.0, 50.0])
    assert scale.total == 220
    assert scale.top(3) == 50
    assert [scale.piece_at(y) for y in (-5, 0, 19, 25, 50, 99, 9999)] == [0, 0, 1, 2, 3, 3, 15]
    for offset in range(0, len(document.text), 11):
        assert abs(scale.offset_at(scale.y_of(offset)) - offset) <= 3


def test_an_empty_scale():
    scale = Scale((), (), [])
    assert (scale.total, scale.y_of(7), scale.offset_at(7), scale.piece_of(3)) == (0, 0, 0, 0)


def test_shares_add_up_and_follow_the_longest_cell():
    make = Maker()
    make.table([["id", "a much longer heading"], ["1", "x" * 500]])
    made = shares(make.document().blocks[0], 2)
    assert sum(made) == pytest.approx(100)
    assert 4 < made[0] < 10


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["118.4", "1,642.0", "–", "12"], True),
        (["+3 %", "−8 %", "0 %"], True),
        (["$1.2 bn", "€ 300", "(45)"], True),
        (["12 345,6", "7", "n/a"], True),
        (["2019", "2023"], False),
        (["4 March 2024", "12"], False),
        (["12", ""], False),
        (["one", "2", "3"], False),
        (["3 May", "4 June"], False),
        (["1.2.3.4.5 and more", "5"], False),
    ],
)
def test_columns_of_numbers(cells: list[str], numbers: bool):
    make = Maker()
    make.table([["Name", "How many"], *(["1", cell] for cell in cells)])
    document = make.document()
    assert number_columns(document.text, document.blocks[0]) == (frozenset([1]) if numbers else frozenset())


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("One. Two! Three?", 0, "One."),
        ("One. Two! Three?", 5, "Two!"),
        ("One. Two! Three?", 15, "Three?"),
        (
            "He met Mr. Hall in the U.S. on Monday. Then he left.",
            10,
            "He met Mr. Hall in the U.S. on Monday.",
        ),
        ("It rose by 3.5 per cent, i.e. a lot. Nobody cared.", 3, "It rose by 3.5 per cent, i.e. a lot."),
        ("“Go away.” She left.", 2, "“Go away.”"),
        ("She said “go.” and left. Then rain.", 3, "She said “go.” and left."),
        ("It rose.3 Nobody cared.", 2, "It rose.3"),
        ("It rose.”[12] Nobody cared.", 2, "It rose.”[12]"),
        ("See vol.3 Smith has 4.5 Million.", 2, "See vol.3 Smith has 4.5 Million."),
        ("It is for the U.S. Commission on Rights. It met.", 3, "It is for the U.S. Commission on Rights."),
        ("It left the U.S. The talks failed.", 3, "It left the U.S."),
        (
            "See Pub. L. No. 85-315, § 101, 71 Stat. 634. It ends.",
            3,
            "See Pub. L. No. 85-315, § 101, 71 Stat. 634.",
        ),
        ("Under Art. I, sec. 9, cl. 8 he may. He did.", 3, "Under Art. I, sec. 9, cl. 8 he may."),
        ("no capital. here. at all", 3, "no capital. here. at all"),
        ("   padded   ", 4, "padded"),
        ("End of text", 11, "End of text"),
        ("4.17. The scheme began. It failed.", 1, "4.17. The scheme began."),
        ("4.17. The scheme began. It failed.", 8, "4.17. The scheme began."),
        ("IV. The court held so. It fell.", 9, "IV. The court held so."),
        ("It rose by 4. The scheme began.", 2, "It rose by 4."),
    ],
)
def test_sentences(text: str, at: int, wanted: str):
    span = sentence_at(text, Span(0, len(text)), at)
    assert span is not None
    assert span.of(text) == wanted


def test_numbers_with_dots_are_ordinals_where_the_language_writes_them_so():
    text = "Am 3. März 2024 brach der Deich. Danach kam Regen."
    assert sentence_at(text, Span(0, len(text)), 1, "de-AT") == Span(0, text.index(" Danach"))
    assert sentence_at(text, Span(0, len(text)), 1, "en") == Span(0, len("Am 3."))


def test_no_sentence_in_white_space_and_none_beyond_the_bounds():
    assert sentence_at("   ", Span(0, 3), 1) is None
    assert sentence_at("One. Two.", Span(5, 9), 6) == Span(5, 9)


@pytest.mark.parametrize("text", ["." * 20_000, ". " * 10_000, ".\"'" * 7_000, "a." * 10_000 + " B"])
def test_sentences_in_hostile_text_take_no_time(text: str):
    assert sentence_at(text, Span(0, len(text)), len(text) // 2) is not None


def test_clipping_leaves_the_gaps_out():
    document = everything()
    first, second = document.blocks[0], document.blocks[1]
    assert clipped(document, Span(first.end, second.start)) is None
    assert clipped(document, Span(first.end, second.start + 2)) == Span(second.start, second.start + 2)
    assert clipped(document, Span(first.end - 1, second.start)) == Span(first.end - 1, first.end)
    table = document.blocks[6]
    low, high = table.rows[0].cells
    assert clipped(document, Span(low.end, high.start + 1)) == Span(high.start, high.start + 1)
    assert clipped(document, Span(0, len(document.text))) == Span(0, len(document.text))


def test_plain_text_has_paragraphs_rows_and_markers():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "Some words.")
    make.add(BlockKind.LIST_ITEM, "one", marker="1.")
    make.add(BlockKind.LIST_ITEM, "two", marker="2.")
    make.table([["a", ""], ["c", "d"]])
    make.add(BlockKind.FIGURE, "", alt="not text")
    make.add(BlockKind.PARAGRAPH, "Last.")
    document = make.document()
    whole = "Some words.\n\n1. one\n2. two\n\na\t\nc\td\n\nLast."
    assert plain(document, Span(0, len(document.text))) == whole
    part = Span(document.text.index("words"), document.text.index("two") + 1)
    assert plain(document, part) == "words.\n\n1. one\n2. t"
    cells = Span(document.text.index("c\t"), document.text.index("\td") + 2)
    assert plain(document, cells) == "c\td"


def test_the_stretch_at_an_offset():
    document = everything()
    table = document.blocks[6]
    for cell in (cell for r in table.rows for cell in r.cells if cell.end > cell.start):
        assert stretch_at(document, cell.start) == cell.span
        assert stretch_at(document, cell.end - 1) == cell.span
    assert stretch_at(Maker().document(), 3) == Span(0, 0)


@pytest.mark.parametrize("width", [300, 480, 640, 800, 1024, 1500, 2560])
def test_the_column_fits_whatever_the_width(width: int):
    made = fit(width, 660)
    assert made.left + made.inner <= max(width, 300)
    assert made.column <= 660
    assert made.gutter >= 40
    if width > 900:
        assert made.column == 660


def test_words_of_a_document_are_no_tooltip_markup():
    told = "&lt;img src=&#x27;file:///etc/passwd&#x27;&gt; &amp; &lt;b&gt;<br>b"
    assert told in tip_of("<img src='file:///etc/passwd'> & <b>\nb")


def test_tooltips_are_as_wide_as_lines_are_read(qtbot):
    """Qt makes those of mark-up about as wide as high: three words in three lines."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setWordWrap(True)
    for words, lines in (("https://example.org/report?id=5", 1), ("A note of some words. " * 12, 7)):
        label.setText(tip_of(words))
        assert label.sizeHint().height() <= (lines + 1) * label.fontMetrics().lineSpacing()


def test_a_sheet_tells_what_changed():
    sheet = Sheet(everything())
    one, two = mark(Span(0, 5), "one"), mark(Span(20, 25), "two")
    assert sheet.set_marks([one, two]) == [Span(0, 5), Span(20, 25)]
    assert sheet.set_marks([two, one]) == []
    assert sheet.set_marks([one, mark(Span(23, 30), "two")]) == [Span(20, 30)]
    assert sheet.set_marks([]) == [Span(0, 5), Span(23, 30)]
    marker = Marker(MarkerKind.EVENT, Span(3, 4), "x")
    assert sheet.set_markers([marker])
    assert not sheet.set_markers([marker])


def test_marks_that_come_again_are_not_put_in_order_again():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "x" * 900)
    sheet = Sheet(make.document())
    marks = [mark(Span(at, at + 5), str(at)) for at in range(0, 600, 10)]
    sheet.set_marks(marks)
    ordered = sheet.marks
    twin = sheet.twin()
    sheet.strip()
    assert list(sheet.marks) == []
    for one in (sheet, twin):
        assert one.change_marks(marks) == marks
        assert one.marks is ordered
    sheet.strip()
    other = [*marks[:30], mark(Span(700, 720), "new"), *marks[31:]]
    sheet.set_marks(other)
    assert list(sheet.marks) == sorted(other, key=lambda one: one.span.start)
    assert list(ordered) == marks


def test_a_twin_has_the_pieces_and_none_of_the_marks():
    sheet = Sheet(everything())
    one = mark(Span(0, 5), "one")
    sheet.set_marks([one])
    sheet.set_markers([Marker(MarkerKind.EVENT, Span(3, 4), "x")])
    twin = sheet.twin()
    assert twin.pieces is sheet.pieces
    assert (list(twin.marks), list(twin.markers)) == ([], [])
    twin.set_marks([mark(Span(20, 25), "two")])
    assert list(sheet.marks) == [one]


def test_odd_text_is_odd():
    assert units(ODD) > len(ODD)


def test_markers_that_come_again_change_nothing():
    sheet = Sheet(everything())
    markers = [Marker(MarkerKind.EVENT, Span(at, at + 2), str(at)) for at in (9, 3, 6)]
    assert sheet.set_markers(markers)
    assert [marker.label for marker in sheet.markers] == ["3", "6", "9"]
    assert not sheet.set_markers(markers)
    assert not sheet.set_markers([*markers])
    twin = sheet.twin()
    assert list(twin.markers) == []
    assert twin.set_markers(markers)
    assert list(twin.markers) == list(sheet.markers)
    assert not twin.set_markers(markers)
    assert sheet.set_markers(markers[:2])
    assert [marker.label for marker in sheet.markers] == ["3", "9"]
    assert sheet.set_markers([])
    assert list(sheet.markers) == []
    assert len(list(twin.markers)) == 3
