"""Short lines of plain text that look like headings and head nothing."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.job import read_source
from deskbrief.importers.plain_refused import heads_nothing, is_address, is_note_on
from deskbrief.importers.source import Source

LONG = (
    "The harbour board met on Tuesday to hear what the engineers had found under the northern quay, and it "
    "agreed that the work should begin before the winter storms make diving too dangerous for anyone."
)
OTHER = (
    "Two of the three contractors had sent their offers in time. The third asked for another week, which the "
    "board refused, because the ministry had already been told when the money would be needed."
)


def read(text):
    return read_source(Source("text.txt", "text/plain", text.encode()))


def of_kind(document, kind):
    return [document.quote(block.span) for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize(
    "line",
    [
        "Honourable Members of the Senate:",
        "Ladies and Gentlemen,",
        "Mr. President, Madam Speaker,",
        "Your Excellencies, distinguished guests:",
    ],
)
def test_a_speech_names_those_to_whom_it_is_held(line):
    assert is_address(line)
    document = read("\n".join([line, LONG, OTHER, line, OTHER, LONG]))
    assert of_kind(document, BlockKind.HEADING) == []
    assert of_kind(document, BlockKind.TITLE) == []


@pytest.mark.parametrize(
    "line", ["The House of Commons", "Citizens and the council", "Members of the board:"]
)
def test_a_heading_may_name_such_people_too(line):
    assert not is_address(line)


@pytest.mark.parametrize(
    "line",
    [
        "What were they thinking???",
        "Clear rules for those who moor without a permit; and",
        "The engineer Anna Berg later wrote:",
        "In the words of the harbour master:",
        "Should the board care what a few captains think? What would it lose by asking them?",
    ],
)
def test_some_lines_are_part_of_what_follows_or_cry_out(line):
    assert heads_nothing(line, LONG)
    assert of_kind(read("\n".join([LONG, OTHER, line, LONG, OTHER])), BlockKind.HEADING) == []


@pytest.mark.parametrize(
    "line",
    ["What is next?", "Findings:", "Ready? Set? Go!", "3. Who pays? And when will they pay for all of it?"],
)
def test_questions_and_labels_may_head_a_part(line):
    assert not heads_nothing(line, LONG)


def test_a_name_above_the_note_on_its_author_heads_nothing():
    notes = ["Jennifer Moss", "Jennifer Moss is a reporter who covers ports and shipping for this paper."]
    assert is_note_on(*notes)
    assert of_kind(read("\n\n".join([LONG, OTHER, LONG, *notes])), BlockKind.HEADING) == []


@pytest.mark.parametrize(
    "name", ["Nizaru Kelsanda", "MTHUNZI SITOYI", "Philipp Wahlberg-Ruhe", "The Northport Press"]
)
def test_a_lone_name_below_the_title_is_the_byline(name):
    document = read("\n".join(["Board sets date for work on northern quay", name, LONG, OTHER, LONG]))
    assert of_kind(document, BlockKind.TITLE) == ["Board sets date for work on northern quay"]
    assert of_kind(document, BlockKind.BYLINE) == [name]
    assert document.metadata.byline == name


def test_a_heading_below_the_title_has_words_of_the_text():
    text = "\n".join(["Board sets date for work on quay", "Northern Quay", LONG, OTHER, "Money", OTHER, LONG])
    assert of_kind(read(text), BlockKind.BYLINE) == []


@pytest.mark.parametrize(
    "head", ["Divers and Winter Storms", "Board and Contractor Duties", "Storms and the Winter"]
)
def test_what_a_text_is_about_is_no_list_of_names(head):
    below = "The duties of a contractor are told by the board each winter."
    text = "\n\n".join(["Works in the Harbour", head, LONG, below, OTHER, "Money", OTHER])
    assert of_kind(read(text), BlockKind.BYLINE) == []


def test_several_names_below_the_title_are_the_byline():
    text = "\n\n".join(["Works in the Harbour", "Aino Brandt and Kwame Osei", LONG, OTHER, "Money", OTHER])
    assert of_kind(read(text), BlockKind.BYLINE) == ["Aino Brandt and Kwame Osei"]


def test_a_month_below_the_title_is_its_date():
    text = "\n".join(["Board sets date for work on northern quay", "November 2021", LONG, OTHER, LONG])
    assert of_kind(read(text), BlockKind.HEADING) == []


def test_rows_of_data_head_nothing():
    rows = ["North quay,1912,stone,4.5", "South quay,1956,concrete,7.25", "Dry dock,1931,brick,6"]
    mixed = ["North\t1912\tstone\t4.5", "Dry dock\t1931\tbrick\t6\tclosed"]
    for row in (*rows, *mixed):
        assert of_kind(read("\n".join([LONG, OTHER, row, LONG, OTHER])), BlockKind.HEADING) == []


MINUTES = """COUNCIL MEETING MINUTES

Monday, 2018 May 14

The council met in the hall of the old mill, and the mayor took the chair at once.

1. CALL TO ORDER

MOVED BY councillor roe
SECONDED BY councillor lind

THAT the minutes of the meeting held on 2018 May 07 be now adopted.

CARRIED UNANIMOUSLY

The mayor thanked those who had come to the hall in spite of the rain.

2. ROADS

MOVED BY councillor lind

THAT the road to the mill be closed in the winter.

DEFEATED

3. CLOSE

The meeting ended when the lamps were put out by the keeper of the hall.
"""


def test_who_moved_a_motion_and_how_the_vote_went_head_nothing():
    document = read(MINUTES)
    heads = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [document.text[block.start : block.end] for block in heads] == [
        "1. CALL TO ORDER",
        "2. ROADS",
        "3. CLOSE",
    ]
    assert {block.level for block in heads} == {1}


def test_the_day_below_the_title_of_minutes_is_their_date():
    assert read(MINUTES).metadata.published.edtf == "2018-05-14"
