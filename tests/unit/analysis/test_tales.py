"""Novels and old books are no calendars: nothing in them is counted from the day of their file."""

from dataclasses import replace

import pytest

from deskbrief.document.model import OF_THE_BOOK, OF_THE_FILE, DateEvidence
from helpers.outlines import outlined
from helpers.reading import read

SCENE = """“Will you come tomorrow?” asked Anna, and took his arm.

“I shall come in the evening, if the roads are dry,” he said. He looked at her and smiled, for he knew her.

She laughed at him. That night he left the house and walked to the mill, where his brother met him.

“You are late,” said his brother. “My horse died six years ago, and you never came to see me then.”

“I was ill that winter,” he replied, and they went in together. He told him what she had said.

"""
#: Long enough to tell what kind of text it is.
TALE = "# The mill\n\n" + SCENE * 14
REPORT = (
    "# Water in the valley\n\nThe board met last month. It has met every year since {0}, and in {1} it "
    "bought the mill. A new rule was passed last year. The mayor resigned yesterday, "
    "and the council left at night."
)


def events(text, published=None, by_reader=""):
    document = read(text)
    if published is not None:
        document = replace(document, metadata=replace(document.metadata, published=published))
    return [(event.date.edtf, event.title) for event in outlined(document, by_reader).events]


def of_file(day, source=OF_THE_FILE):
    return DateEvidence(day, day, source)


@pytest.mark.parametrize("published", [None, of_file("2019-08-24"), of_file("2019-08-24", OF_THE_BOOK)])
def test_the_days_of_a_tale_make_no_calendar(published):
    assert events(TALE, published) == []


def test_neither_does_a_line_that_says_when_a_tale_was_posted():
    assert events("Posting Date: January 10, 2009\n\n" + TALE + SCENE * 50) == []


def test_what_a_tale_dates_is_told():
    assert events(TALE + "\n\nOn 5 May 1812 the army crossed the river.") == [
        ("1812-05-05", "the army crossed the river")
    ]


def test_the_reader_may_say_that_a_tale_was_written_on_a_day():
    assert ("2019-08-23", "The mayor resigned") in events(
        TALE + "\n\nThe mayor resigned yesterday.", by_reader="2019-08-24"
    )


STATED = DateEvidence("2020-12-21", "2020-12-21T08:00", "meta article:published_time")
REPORTED = (
    "\n\nOn November 7 the mayor resigned. On November 9 the council left the hall. "
    "The mill was sold on December 3."
)


@pytest.mark.parametrize(
    ("form", "told", "dates"),
    [
        ("html", REPORTED, ["2020-11-07", "2020-11-09", "2020-12-03"]),
        # A book, and a tale that names one day.
        ("epub", REPORTED, []),
        ("html", "\n\nOn November 7 the mayor resigned.", []),
    ],
)
def test_a_long_report_told_as_a_story_counts_from_the_day_of_its_page(form, told, dates):
    document = read("# The mill\n\n" + SCENE * 64 + told)
    metadata = replace(document.metadata, published=STATED, format=form)
    found = {event.date.edtf for event in outlined(replace(document, metadata=metadata)).events}
    assert sorted(found & {"2020-11-07", "2020-11-09", "2020-12-03"}) == dates


def test_of_a_day_that_only_the_file_tells_no_more_than_the_month_counts():
    found = events(REPORT.format(2017, 2018), of_file("2019-08-24"))
    assert ("2019-07", "The board met") in found
    assert ("2018", "A new rule was passed") in found
    assert not [title for edtf, title in found if "mayor" in title and edtf]


def test_the_day_of_the_file_counts_where_the_text_names_it():
    found = events("24 August 2019 to 26 August 2019\n\n" + REPORT.format(2017, 2018), of_file("2019-08-24"))
    assert ("2019-08-23", "The mayor resigned") in found


@pytest.mark.parametrize("source", [OF_THE_FILE, OF_THE_BOOK])
def test_a_file_made_long_after_its_text_dates_nothing(source):
    found = events(REPORT.format(1907, 1911), of_file("2019-08-24", source))
    assert not [edtf for edtf, _ in found if edtf.startswith("20")]


def test_a_street_number_between_two_sides_of_a_town_is_no_year():
    assert events("The office was moved to 809 North 1500 West, Salem.") == []


ESSAY = (
    "In winter the lake is frozen, and every morning the rink is swept. It was swept last night as well. "
    "I climbed the hill ten years later, and in the autumn we went home. At Christmas the inn is full.\n\n"
) * 8


def test_an_old_book_that_names_few_years_is_read_like_a_tale():
    book = f"Release date: August 23, 2019\n\n{ESSAY}\n\nThe run was built in 1884.\n\n" + ESSAY * 24
    years = " ".join(f"It was so in {year}." for year in range(1909, 1912))
    found = events(f"{book}{years}", of_file("2019-08-23", OF_THE_BOOK))
    assert ("1884", "The run was built") in found
    assert not [one for one in found if not one[0].startswith(("18", "19"))]
