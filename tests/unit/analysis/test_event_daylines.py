"""Chronologies in plain text: days on lines of their own, days before a sign, periods in figures."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def told(text):
    return [(event.date.edtf, event.title) for event in outlined(read(text)).events]


def days(text):
    return [date for date, _ in told(text)]


LINES = """The fire at Tarn mill: a timeline

Ann Roe, PQR TODAY

March 1911:
The owner tells the board of the mill that the old boiler is as good as a new one.

April 2, 1911:
The workers prepare to test the pump that feeds the boiler in the yard.

April 3, 1911:
The boiler bursts, and the roof of the hall falls in.

The fire brigade comes from the next town.
"""


def test_days_on_lines_of_their_own_date_what_stands_below():
    assert told(LINES) == [
        ("1911-03", "The owner tells the board of the mill that the old boiler is as good as a new one"),
        ("1911-04-02", "The workers prepare to test the pump that feeds the boiler in the yard"),
        ("1911-04-03", "The boiler bursts, and the roof of the hall falls in"),
    ]


def test_one_line_with_a_day_and_a_colon_is_no_chronicle():
    assert told("Notes on the mill\n\nApril 2, 1911:\nThe pump that feeds the boiler in the yard.\n") == []


def test_today_in_the_name_of_a_paper_is_no_time():
    document = read(LINES)
    assert "TODAY" not in [document.text[time.start : time.end] for time in outlined(document).times]


SIGNS = """HISTORY

1910 {0} Building of the mill starts in the valley of the Tarn.

4.2.1910 {0} The village is founded. It is meant for the workers.

1912 {0} The first hall is finished.

26.4.1913 {0}

[1:23:00] The men in hall four begin to test the pump.

[1:23:44] The boiler of hall four bursts.

26.04-04.05.1913 {0} Smoke flies over the whole valley.

27.04.-5.5.1913 {0} Carts bring sand to the burning hall.

28.04.1913 {0} The first reports reach the town.

15.11.1913 {0} A new roof is finished over the hall.
"""


@pytest.mark.parametrize("sign", ["///", "//", "|", "–", ":"])
def test_a_sign_parts_days_in_figures_from_what_happened(sign):
    assert days(SIGNS.format(sign)) == [
        "1910",
        "1910-02-04",
        "1912",
        "1913-04-26T01:23:00",
        "1913-04-26T01:23:44",
        "1913-04-26/1913-05-04",
        "1913-04-27/1913-05-05",
        "1913-04-28",
        "1913-11-15",
    ]


def test_an_entry_of_a_chronicle_is_not_the_day_of_writing():
    outline = outlined(read(SIGNS.format("///")))
    assert outline.dated is None
    assert {event.status for event in outline.events} == {"occurred"}


def test_the_line_over_a_chronicle_is_the_day_of_writing():
    text = "The mill: a history\n\n3 May 1950\n\n" + SIGNS.format("///").partition("\n\n")[2]
    assert outlined(read(text)).dated.edtf == "1950-05-03"


ENTRIES = """Timeline of the fire

The fire of the mill unfolded over days, and nobody in the valley knew at first how bad it was.

April 25, 1913: Workers in hall four begin to prepare a test.
April 26, 1:23 AM: The boiler bursts, and two men are killed.
April 27, 2:00 PM: After more than a day of smoke over the village, the move of the valley's nearly 5,000
people begins. Carts arrive, and people are told to take only a little food, as they would be back in three
days. They never did.
April 28: The council cancels the feast.
"""


def test_entries_keep_the_time_of_day():
    assert days(ENTRIES) == ["1913-04-25", "1913-04-26T01:23:00", "1913-04-27T14:00:00", "1913-04-28"]


def test_what_a_later_sentence_denies_says_nothing_of_the_first():
    event = outlined(read(ENTRIES)).events[2]
    assert event.status == "occurred"
    assert event.title == "the move of the valley's nearly 5,000 people begins"


@pytest.mark.parametrize(
    "text",
    [
        "The court allowed it under Section 1915(a) and the clerk closed the case.",
        "The court found in sec. 1915 that the clerk had closed the case.",
        "The clerk closed the case, and 1915(e) was read to him.",
    ],
)
def test_the_number_of_a_section_is_no_year(text):
    assert told(f"# Case\n\n{text}\n") == []
