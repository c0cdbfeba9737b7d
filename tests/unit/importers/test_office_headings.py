"""Headings told by their looks, their levels, and the title among them."""

import pytest

from deskbrief.document.model import BlockKind, InlineKind, Picture
from deskbrief.importers.clean import Mark, Piece
from deskbrief.importers.draft import BlockDraft, CellSource
from deskbrief.importers.office_draft import OfficeDraft, titled
from deskbrief.importers.office_headings import mark_captions, mark_headings, mend_levels, number_depth

LONG = "The council met again and heard what the witnesses had to say about the wells of the valley."


def text(words: str = LONG, size: float = 11) -> OfficeDraft:
    return OfficeDraft(BlockKind.PARAGRAPH, [Piece(words)], size=size)


def bold(words: str, size: float = 11) -> OfficeDraft:
    return OfficeDraft(BlockKind.PARAGRAPH, [Piece(words, marks=(Mark(InlineKind.STRONG),))], size=size)


def heading(words: str, level: int) -> OfficeDraft:
    return OfficeDraft(BlockKind.HEADING, [Piece(words)], level=level, size=11)


def item(words: str, marker: str, depth: int = 0) -> OfficeDraft:
    draft = bold(words)
    draft.kind, draft.marker, draft.depth = BlockKind.LIST_ITEM, marker, depth
    return draft


def found(*drafts: BlockDraft) -> list[tuple[str, int]]:
    mark_headings(drafts)
    return [(draft.line, draft.level) for draft in drafts if draft.kind is BlockKind.HEADING]


# By looks


def test_a_short_bold_line_above_text_is_a_heading():
    assert found(bold("Origins"), text(), text()) == [("Origins", 1)]


def test_a_larger_line_above_text_is_a_heading():
    assert found(text("Origins", 14), text(), text()) == [("Origins", 1)]


def test_a_line_that_is_hardly_larger_is_none():
    assert found(text("Origins", 12), text(), text()) == []


def test_a_line_that_is_bold_in_part_is_none():
    half = OfficeDraft(BlockKind.PARAGRAPH, [*bold("Origins").pieces, Piece(" of it")], size=11)
    assert found(half, text(), text()) == []


@pytest.mark.parametrize(
    "words", ["We met.", "First, second,", "One; two;", "1 2 3", "x" * 121, "word " * 17, "A"]
)
def test_bold_text_that_reads_like_no_heading_is_none(words):
    assert found(bold(words), text(), text()) == []


@pytest.mark.parametrize("words", ["Why did it happen?", "What follows:", "Stop!"])
def test_a_bold_question_or_call_may_be_a_heading(words):
    assert found(bold(words), text(), text()) == [(words, 1)]


def test_a_bold_line_without_text_below_is_none():
    assert found(text(), text(), bold("Signed")) == []


def test_a_bold_line_above_a_heading_is_none():
    assert found(bold("Draft"), heading("Origins", 1), text(), text()) == [("Origins", 1)]


def test_a_bold_line_above_a_table_is_a_heading():
    rows = ((CellSource((Piece("a"),)),),)
    assert found(text(), bold("The numbers"), BlockDraft(BlockKind.TABLE, rows=rows), text()) == [
        ("The numbers", 1)
    ]


def test_empty_lines_between_a_heading_and_its_text_do_not_count():
    assert found(bold("Origins"), text(""), text(""), text(), text()) == [("Origins", 1)]


def test_a_bold_line_in_a_box_is_none():
    boxed = bold("Beside")
    boxed.aside = True
    assert found(boxed, text(), text()) == []


def test_where_nearly_all_lines_are_bold_bold_means_nothing():
    assert found(bold("Name"), text("Ann Lee"), bold("Town"), text("Northwell")) == []


def test_bold_lines_above_one_paragraph_each_are_headings():
    assert found(bold("One"), text(), bold("Two"), text()) == [("One", 1), ("Two", 1)]


def test_a_bold_caption_is_no_heading():
    assert found(bold("Table 1: Wells"), text(), text()) == []


def test_numbers_count_below_a_larger_heading_at_the_top():
    body = (bold("1. Scope"), text(), bold("1.1 Wells"), text(), bold("2. Aims"), text())
    assert found(bold("Report on wells", 16), *body) == [
        ("Report on wells", 1),
        ("1. Scope", 2),
        ("1.1 Wells", 3),
        ("2. Aims", 2),
    ]


def test_a_larger_heading_at_the_end_leaves_numbers_alone():
    body = (bold("1. Scope"), text(), bold("2. Aims"), text(), bold("Annex", 16), text())
    assert [level for _, level in found(*body)] == [1, 1, 1]


def test_quotes_and_code_are_never_headings():
    quote = bold("Origins")
    quote.kind = BlockKind.QUOTE
    assert found(quote, text(), text()) == []


# Levels


def test_numbers_tell_the_levels():
    drafts = [
        bold("1. One"),
        text(),
        text(),
        bold("1.1 Two"),
        text(),
        text(),
        bold("2. Three"),
        text(),
        text(),
    ]
    assert found(*drafts) == [("1. One", 1), ("1.1 Two", 2), ("2. Three", 1)]


def test_sizes_tell_the_levels_where_there_are_no_numbers():
    drafts = [
        bold("One", 16),
        text(),
        text(),
        bold("Two", 13),
        text(),
        text(),
        bold("Three", 16),
        text(),
        text(),
    ]
    assert found(*drafts) == [("One", 1), ("Two", 2), ("Three", 1)]


def test_headings_by_looks_stand_below_those_by_style():
    assert found(heading("One", 1), text(), bold("Two"), text(), text()) == [("One", 1), ("Two", 2)]


def test_a_numbered_item_that_looks_like_a_heading_is_one_with_its_number():
    assert found(item("Origins", "1."), text(), text()) == [("1. Origins", 1)]


@pytest.mark.parametrize(("marker", "depth"), [("•", 0), ("a)", 0), ("1.", 2)])
def test_other_bold_items_stay_items(marker, depth):
    assert found(item("Origins", marker, depth), text(), text()) == []


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("3. Origins", 1),
        ("3 Origins", 1),
        ("3) Origins", 1),
        ("3.0 Origins", 1),
        ("3.1 Origins", 2),
        ("3.1. Origins", 2),
        ("3.1.2.4 Origins", 4),
        ("Origins 3.1", 0),
        ("2025 was dry", 0),
        ("3.5% more", 0),
        ("3.", 0),
    ],
)
def test_the_number_before_a_line_has_a_depth(line, depth):
    assert number_depth(line) == depth


def test_a_heading_of_the_wrong_level_gets_that_of_its_kind():
    drafts = [heading("1. One", 1), heading("2. Two", 1), heading("3. Three", 2), heading("4. Four", 1)]
    mend_levels(drafts)
    assert [draft.level for draft in drafts] == [1, 1, 1, 1]


def test_levels_that_are_divided_stay():
    drafts = [heading("1. One", 1), heading("1. Two", 2), heading("2. Three", 2), heading("2. Four", 1)]
    mend_levels(drafts)
    assert [draft.level for draft in drafts] == [1, 2, 2, 1]


def test_headings_without_numbers_keep_their_levels():
    drafts = [heading("One", 1), heading("Two", 1), heading("Three", 1), heading("Four", 2)]
    mend_levels(drafts)
    assert [draft.level for draft in drafts] == [1, 1, 1, 2]


# The title


def title(*drafts: BlockDraft, stated: str = "") -> str:
    draft = titled(drafts, stated)
    return draft.line if draft else ""


def test_what_is_marked_as_the_title_is_the_title():
    marked = OfficeDraft(BlockKind.TITLE, [Piece("Wells")])
    assert title(heading("Before", 1), marked, heading("One", 1)) == "Wells"


def test_of_several_that_are_marked_the_longest_is_the_title_and_the_others_are_text():
    drafts = [OfficeDraft(BlockKind.TITLE, [Piece(words)]) for words in ("Report", "Water for the Valley")]
    assert title(*drafts) == "Water for the Valley"
    assert drafts[0].kind is BlockKind.PARAGRAPH


def test_the_only_outermost_heading_at_the_top_is_the_title():
    assert title(heading("Wells", 1), heading("One", 2), heading("Two", 2)) == "Wells"


def test_one_of_several_outermost_headings_is_not_the_title():
    assert title(heading("One", 1), text(), heading("Two", 1)) == ""


def test_a_heading_below_text_is_not_the_title():
    assert title(text(), heading("One", 1), heading("Two", 2)) == ""


def test_the_heading_that_the_properties_name_is_the_title():
    assert title(heading("Wells", 1), heading("One", 1), stated="WELLS") == "Wells"


def test_a_text_without_headings_has_no_title():
    assert title(text(), text(), stated="Wells") == ""


def test_the_largest_line_at_the_top_of_styled_headings_is_the_title():
    drafts = [bold("Wells of the valley", 18), text(), heading("One", 1), text(), heading("Two", 2), text()]
    mark_headings(drafts)
    assert drafts[0].kind is BlockKind.TITLE
    assert titled(drafts, "") is drafts[0]


def test_a_bold_line_of_the_usual_size_at_the_top_is_no_title():
    drafts = [bold("Summary"), text(), heading("One", 1), text(), heading("Two", 2), text()]
    mark_headings(drafts)
    assert drafts[0].kind is BlockKind.HEADING


def lettered(*lines: str) -> list[int]:
    drafts = [draft for line in lines for draft in (bold(line), text(), text())]
    mark_headings(drafts)
    return [draft.level for draft in drafts if draft.kind is BlockKind.HEADING]


def test_letters_below_roman_figures_and_numbers_below_letters_are_deeper():
    lines = ("I. Facts", "A. Wells", "1. North", "2. South", "B. Rain", "II. Law", "A. Water", "Conclusion")
    assert lettered(*lines) == [1, 2, 3, 3, 2, 1, 2, 1]


def test_an_i_after_an_h_is_a_letter():
    lines = ("I. One", *(f"{letter}. Part" for letter in "ABCDEFGHI"), "II. Two")
    assert lettered(*lines) == [1, *[2] * 9, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Wells", "2. Rain", "A. Annex", "B. Annex"),
        ("A. Wells", "B. Rain"),
        ("I. Wells", "II. Rain", "1. Once"),
    ],
)
def test_letters_that_make_no_system_say_nothing_of_levels(lines):
    assert lettered(*lines) == [1] * len(lines)


# Captions


def test_numbered_lines_beside_a_picture_or_table_are_captions():
    rows = ((CellSource((Piece("Well"),)), CellSource((Piece("Dry"),))),)
    drafts = [
        text("Figure 1 – The wells"),
        BlockDraft(BlockKind.FIGURE, picture=Picture("wells.png", 300, 200)),
        text(),
        BlockDraft(BlockKind.TABLE, rows=rows),
        text("Tableau 2 : Les puits"),
        text(),
        text("Table 3 tells of the wells that were dry."),
        text(),
    ]
    mark_captions(drafts)
    assert [draft.line for draft in drafts if draft.kind is BlockKind.CAPTION] == [
        "Figure 1 – The wells",
        "Tableau 2 : Les puits",
    ]
