"""Accounts, tables and notes are full of dates on which nothing happened; changes have two amounts."""

import time

import pytest

from deskbrief.document.outline import Status
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-06-30"


def events(text, written=WRITTEN):
    return [(event.date.edtf, event.title) for event in outlined(read(text), written).events]


@pytest.mark.parametrize(
    "text",
    [
        "Net income for the 36 weeks ended May 7, 2023 was $4.1 billion.",
        "The tables show sales for the three- and nine-month periods ended June 25, 2022 and June 26, 2021.",
        "The following table shows the fair value of the securities as of June 25, 2022.",
        "As of June 25, 2022, the company expects 63% of its revenue within a year.",
        "Data for each season are as of the week ending: April 20, 2019; July 18, 2020; May 22, 2021.",
        "The pay period ending dates are April 27, 2019; July 18, 2020; and April 19, 2025.",
        "[Figure 5: Letters that were late, as of the end of each season, 2019-2025",
        "Staff reported to the Clerk in Bulletin 737–31–1860.",
        "The council adopted terms as in ISO/IEC 17788:2014 and the registries that fall under them.",
        "Research is understood as in the Frascati Manual 2015 of the organisation.",
        "Commission Recommendation (EU) 2017/1584 sets out the aims.",
        "The council repealed Decision No 1313/2013/EU and Decision (EU) 2018/1993.",
        "The agency amended AD 2018–23– 51 by removing a part.",
        "8 “Frequently Asked Questions,” Office of Staff, accessed February 11, 2024, https://example.org.",
        "The Agreements are reproduced from U.N. Document A/47/60 of December 30, 1991.",
        "Comparable sales for the third quarter of 2023 were as follows:",
        "AD 39–19512 (83 FR 62697, December 6, 2018; corrected December 11, 2018 (83 FR 63561)) stands.",
        "Database: 270.4.7 - Release Date: 5 July 2023 06:50",
    ],
)
def test_dates_of_periods_data_and_numbers_are_no_events(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spending grew from an estimated $29 million in 1999 to over $46 million in 2004.",
            [("1999", "Spending grew from an estimated $29 million to over $46 million in 2004")],
        ),
        (
            "Oil imports rose from 40.5 percent in 1980 to 65.5 percent in 2005.",
            [("2005", "Oil imports rose to 65.5 percent")],
        ),
        (
            "In 2005, refineries produced 3.9 billion gallons, an increase of 17 percent over 2004.",
            [("2005", "refineries produced 3.9 billion gallons, an increase of 17 percent")],
        ),
        (
            "In 2005, shipments of panels increased by 72 percent over 2004.",
            [("2005", "shipments of panels increased by 72 percent")],
        ),
        (
            "Sales of phones increased in the third quarter of 2022 compared to the third quarter of 2021.",
            [("2022-35", "Sales of phones increased")],
        ),
    ],
)
def test_each_year_has_its_own_amount(text, expected):
    assert events(text) == expected


def test_a_day_that_ends_so_is_told():
    text = "The index posted a modest gain of half a percent or 39 points, ending the day at 8,017."
    assert events(text) == [(WRITTEN, "The index posted a modest gain of half a percent or 39 points")]


def test_what_a_law_aims_at_is_not_the_year_of_the_law():
    text = (
        "To reduce imports, Texas enacted legislation in 2005 that extended its standard to require the "
        "installation of 5,000 megawatts of new capacity, or about 5 percent of demand, by 2015."
    )
    found = outlined(read(text), "2006-12-01").events
    assert [one.title for one in found if one.date.edtf == "2015" and one.status is Status.OCCURRED] == []


def test_fiscal_years_from_one_to_another_are_called_so():
    outline = outlined(read("Appropriations were cut between fiscal years 1978 and 2005."), WRITTEN)
    assert [event.date.words for event in outline.events] == ["fiscal years 1978–2005"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Energy Policy Act of 2005 extended it until January 1, 2008.",
            "The Energy Policy Act of 2005 extended it until January 1, 2008",
        ),
        (
            "The firm fired thousands of employees following a strike in 2003.",
            "The firm fired thousands of employees following a strike in 2003",
        ),
        ("It is a cost of works published in 1930.", "It is a cost of works published in 1930"),
        (
            "A conference call on these results is scheduled for 2:00 p.m. today, May 25, 2024.",
            "A conference call on these results is scheduled",
        ),
        ("Oil prices doubled in 1974.", "Oil prices doubled"),
        ("The Iranian Revolution of 1979 led to a crisis.", "The Iranian Revolution"),
    ],
)
def test_a_title_that_tells_nothing_gives_way_to_its_sentence(text, expected):
    assert expected in [title for _, title in events(text)]


@pytest.mark.parametrize(
    ("clause", "title", "where"),
    [
        ("Done at Minsk on 8 December 1991 in three copies.", "done at Minsk in three copies", "Minsk"),
        ("Given under my hand at Salem this 8 December 1991.", "given under my hand at Salem", "Salem"),
        ("Adopted on 8 December 1991 by the Assembly.", "adopted by the Assembly", ""),
    ],
)
def test_the_clause_that_ends_a_treaty_tells_when_it_was_made(clause, title, where):
    outline = outlined(
        read(f"# Agreement on the river\n\nThe parties agree to share it.\n\n{clause}", "file.md")
    )
    found = [(event.date.edtf, event.title.rstrip(), event.where) for event in outline.events]
    assert [(edtf, place) for edtf, _, place in found] == [("1991-12-08", where)]
    assert found[0][1].startswith(f"[Agreement on the river] {title}")


@pytest.mark.parametrize(
    "text",
    [
        "The agency answered 27 million calls, fewer than it received in 2022.",
        "Jan. 30, 2023); Tax Filing: Backlogs Led to Poor Service.",
    ],
)
def test_what_only_measures_something_is_no_event(text):
    assert events(text) == []


def test_a_quarter_beside_months_is_of_their_year():
    text = "Sales rose in 2019. Sales of phones fell during the third quarter and first nine months of 2022."
    assert ("2022-35", "Sales of phones fell") in events(text)


def test_a_label_as_heading_is_no_event():
    text = "# Call\n\n## When: Thursday, May 4, 2023 at 11:00 a.m.\n\nThe call is open to all."
    assert [event for event in outlined(read(text, "file.md"), WRITTEN).events if event.title == "When"] == []


def test_a_long_run_of_figures_takes_no_long_time():
    started = time.process_time()
    events("Sales for the months ended " + "1" * 150 + " x fell on 5 May 2021.")
    assert time.process_time() - started < 5
