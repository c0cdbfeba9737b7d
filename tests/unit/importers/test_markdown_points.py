"""Lists in Markdown whose markers CommonMark does not know."""

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import read


def items(text):
    document = read(text, "points.md")
    return [
        (block.depth, block.marker, document.quote(block.span))
        for block in document.blocks
        if block.kind is BlockKind.LIST_ITEM
    ]


def paragraphs(text):
    document = read(text, "points.md")
    return [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


def test_lines_with_bullets_are_items_and_keep_their_further_lines():
    text = "# The quay\n\nThe board agreed:\n• Fund a boat for the\n  northern quay\n• Fit **alarms**\n"
    assert items(text) == [(0, "•", "Fund a boat for the northern quay"), (0, "•", "Fit alarms")]
    assert paragraphs(text) == ["The board agreed:"]


def test_paragraphs_with_bullets_are_items():
    text = "# The quay\n\n• Fund a boat\n\n• Fit alarms\n\nThe end.\n"
    assert items(text) == [(0, "•", "Fund a boat"), (0, "•", "Fit alarms")]
    assert paragraphs(text) == ["The end."]


@pytest.mark.parametrize(("first", "second"), [("(a)", "(b)"), ("i)", "ii)"), ("(1)", "(2)"), ("a.", "b.")])
def test_letters_and_numbers_that_follow_one_another_are_markers(first, second):
    text = f"# The quay\n\nThe board asks\n{first} that boats be kept;\n{second} that alarms be fitted.\n"
    assert items(text) == [(0, first, "that boats be kept;"), (0, second, "that alarms be fitted.")]


def test_a_list_in_an_item_is_deeper():
    text = "# The quay\n\n(a) boats:\n\n(i) old ones\n\n(ii) new ones\n\n(b) alarms\n"
    assert [(depth, marker) for depth, marker, _ in items(text)] == [
        (0, "(a)"),
        (1, "(i)"),
        (1, "(ii)"),
        (0, "(b)"),
    ]


def test_the_ninth_letter_is_no_roman_number():
    text = "# The quay\n\n(h) boats\n\n(i) alarms\n\n(j) hulls\n"
    assert [depth for depth, _, _ in items(text)] == [0, 0, 0]


def test_points_below_an_item_of_markdown_are_deeper_than_it():
    text = "# The quay\n\n- Boats\n  • old ones\n  • new ones\n- Alarms\n"
    assert [(depth, marker) for depth, marker, _ in items(text)] == [(0, "•"), (1, "•"), (1, "•"), (0, "•")]


def test_a_marker_in_bold_type_is_one():
    text = "# The quay\n\n**(a)** boats\n\n**(b)** alarms\n"
    assert items(text) == [(0, "(a)", "boats"), (0, "(b)", "alarms")]


@pytest.mark.parametrize(
    "text",
    [
        "(1) is the only point here.",
        "A. M. Smith wrote this\nB. F. Jones read it",
        "The sign\n• stands for a point",
        "`• code` is no item\n`• code` again",
    ],
)
def test_what_only_looks_like_a_marker_stays_in_its_paragraph(text):
    assert items(f"# The quay\n\n{text}\n") == []
    assert len(paragraphs(f"# The quay\n\n{text}\n")) == 1


def test_items_know_their_place_in_the_file():
    text = "# The quay\n\n• Fund a boat\n• Fit alarms\n"
    document = read(text, "points.md")
    last = document.blocks[-1]
    assert [(run.start, run.source) for run in document.source_runs if run.start == last.start] == [
        (last.start, text.index("Fit"))
    ]


def test_a_list_that_begins_again_stands_beside_the_one_before():
    text = "# The quay\n\n" + "(a) boats\n(b) alarms\n" * 3
    assert [(depth, marker) for depth, marker, _ in items(text)] == 3 * [(0, "(a)"), (0, "(b)")]


def test_a_marker_without_words_stays():
    text = "# The quay\n\n(a) \\\n(b) alarms\n"
    document = read(text, "points.md")
    assert "(a)" in document.text
