from pathlib import Path

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.services.sources import sample_path
from helpers.reading import of_kind, read, shape

TITLES = [
    "Understanding the Strategic Shifts in U.S.-Russian Relations",
    "Analyzing the Implications for Regional Stability and Security",
    "Recommendations for U.S. Policy Amid Changing Alliances",
    "To Wrap It Up",
]


@pytest.fixture(scope="module")
def sample():
    return read(Path(sample_path()).read_bytes())


def test_the_sample_has_its_four_headings(sample):
    assert of_kind(sample, BlockKind.HEADING) == TITLES


def test_the_sample_has_its_tables_with_header_rows(sample):
    tables = [block for block in sample.blocks if block.kind is BlockKind.TABLE]
    assert [len(table.rows) for table in tables] == [4, 4, 4]
    for table in tables:
        assert [cell.header for row in table.rows for cell in row.cells].count(True) == len(
            table.rows[0].cells
        )
    first = [sample.quote(cell.span) for cell in tables[0].rows[1].cells]
    assert first[:2] == ["July 2023", "Security Talks"]


def test_the_sample_has_its_list_items_without_their_dashes(sample):
    items = of_kind(sample, BlockKind.LIST_ITEM)
    assert len(items) == 9
    assert all(not item.startswith("-") for item in items)
    assert items[-1].startswith("Bolster Regional Partnerships:")


def test_the_sample_is_read_in_full_and_ends_with_its_last_word(sample):
    assert sample.paragraphs == 21
    assert not sample.text.endswith("\n")
    assert sample.coverage.share == 1


def test_wrapped_lines_are_one_paragraph_and_bare_lines_headings():
    text = (
        "Summary of the findings\n\n"
        "The committee met twice this year and heard from nineteen witnesses about\n"
        "the state of the harbours, all of whom asked for more money and less advice\n"
        "than they had been given in the past.\n\n"
        "Next steps\n\n"
        "A second hearing is planned for the autumn, when the figures will be known.\n"
    )
    made = shape(read(text))
    assert [kind for kind, _ in made] == ["title", "paragraph", "heading", "paragraph"]
    assert made[1][1].endswith("than they had been given in the past.")
    assert "\n" not in made[1][1]


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "– "])
def test_lists_are_found_by_their_bullets(marker):
    text = f"What was asked for:\n\n{marker}more ships\n{marker}fewer harbours\n{marker}a new map\n"
    assert of_kind(read(text), BlockKind.LIST_ITEM) == ["more ships", "fewer harbours", "a new map"]


def test_numbered_lists_keep_their_order():
    text = "The council decided three things:\n\n1. to wait,\n2. to look again,\n3. to act in the spring.\n"
    assert of_kind(read(text), BlockKind.LIST_ITEM) == ["to wait,", "to look again,", "to act in the spring."]


def test_nested_items_are_deeper():
    document = read("The plan has parts:\n\n- ships\n  - large ones\n  - small ones\n- harbours\n")
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.depth for item in items] == [0, 1, 1, 0] or [item.depth for item in items] == [1, 2, 2, 1]


def test_a_pipe_table_has_no_delimiter_row():
    document = read("Figures of the year:\n\n| Year | Ships |\n|---|---:|\n| 2021 | 14 |\n| 2022 | 19 |\n")
    assert shape(document)[-1] == ("table", "Year | Ships / 2021 | 14 / 2022 | 19")


def test_each_kept_character_leads_back_to_the_file():
    text = "Heading of it\r\n\r\n- one  item\r\n- two\r\n\r\nA  paragraph\r\nof two lines.\r\n"
    document = read(text)
    decoded = text.replace("\r\n", "\n")
    for run in document.source_runs:
        assert (
            document.text[run.start : run.start + run.length] == decoded[run.source : run.source + run.length]
        )
    covered = sum(run.length for run in document.source_runs)
    assert covered >= len("".join(document.text.split()))


def test_a_text_of_one_long_line_is_read():
    document = read("word " * 200_000)
    assert document.words == 200_000
