"""Dates of letters and minutes that lie ahead, and notes that say nothing of what is done."""

import pytest

from deskbrief.document.outline import Status
from helpers.outlines import outlined
from helpers.reading import read


@pytest.mark.parametrize(
    ("text", "written", "edtf"),
    [
        (
            "I propose to write to you by the mail leaving here on the 26th August.",
            "1926-08-05",
            "1926-08-26",
        ),
        ("He came with the mail leaving London on 3 March.", "1926-08-05", "1926-03-03"),
        ("To get everyone, we are pushing it to November.", "2015-04-23", "2015-11"),
        ("The council is moving its meeting to 12 February.", "2015-04-23", "2016-02-12"),
    ],
)
def test_what_somebody_means_to_do_or_is_moving_lies_ahead(text, written, edtf):
    assert [event.date.edtf for event in outlined(read(text), written).events] == [edtf]


@pytest.mark.parametrize(
    "text", ["Status: will do tonight", "Will be done tomorrow", "This was done on 5 May."]
)
def test_a_note_that_says_not_what_is_done_is_no_event(text):
    assert outlined(read(text), "2015-04-23").events == ()


def test_what_a_court_found_stands_in_the_title():
    text = (
        "The European Court judgment in January 2011 found the existing arrangements on costs in that "
        "case to be contrary to the Convention."
    )
    titles = [event.title for event in outlined(read(text), "2015-04-23").events]
    assert titles == [text.replace(" in January 2011", "").rstrip(".")]


def test_what_a_change_starts_from_is_no_plan():
    text = "The goal is to reduce the cost of power from about 4.5 cents per unit in 2002 to 3 cents by 2012."
    assert [event.date.edtf for event in outlined(read(text), "2006-12-20").events] == ["2012"]


def test_between_now_and_a_year_is_a_period_and_not_that_year():
    text = "Most studies estimate that oil production will peak sometime between now and 2040."
    found = outlined(read(text), "2007-02-28").events
    assert [(event.date.edtf, event.status.value) for event in found] == [("../2040", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "The lease expires on 3 June 2027.",
        "The permit lapses on 15 May 2031.",
        "The rule takes effect on 1 July 2026.",
        "The final payment is due on 30 September 2026.",
        "The treaty enters into force on 4 March 2027.",
        "The fee falls due on 5 March 2027.",
    ],
)
def test_what_the_present_tense_sets_for_a_day_is_planned_though_no_date_tells(text):
    document = read(f"# The harbour\n\n{text}", "file.md")
    assert [event.status for event in outlined(document).events] == [Status.PLANNED]


def test_what_a_text_of_a_later_day_sets_for_an_earlier_one_has_been():
    document = read("# The harbour\n\nThe lease expires on 3 June 2020.", "file.md")
    assert [event.status for event in outlined(document, "2024-03-05").events] == [Status.OCCURRED]
