"""What sentences tell that the language model reads in a wrong way, and figures that only compare."""

import pytest

from deskbrief.document.outline import Status
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return outlined(read(text), written).events


def test_a_participle_before_the_finite_verb_is_no_main_verb():
    text = "Emails expose arms talks\n\nEmails exchanged among officials regarding arms have been filed.\n"
    (event,) = events(text)
    assert read(text).quote(event.trigger) == "filed"


def test_a_participle_keeps_its_date_before_the_finite_verb():
    (event,) = events("Troops sent to the border on 5 May 2010 have returned home.")
    assert (event.date.edtf, event.title) == ("2010-05-05", "Troops were sent to the border")


@pytest.mark.parametrize(
    "text",
    [
        "Profits were up 3% on 2006.",
        "The index was down 3% from Monday.",
        "The Dow finished on 7223.98, an increase of 54 points from March 12 2009.",
        "Analysts think that the index could go on to gain for the remainder of the week.",
    ],
)
def test_a_figure_compared_with_another_day_is_no_event_of_it(text):
    assert events(text) == ()


def test_a_figure_at_the_end_of_a_day_is_one():
    (event,) = events("The index closed down 3% on Friday.")
    assert event.date.edtf == "2024-03-01"


@pytest.mark.parametrize(
    ("text", "status", "wording"),
    [
        ("The firm has an option to buy six more jets by 2028.", Status.HYPOTHETICAL, "option"),
        ("The firm has plans to open a plant in May 2026.", Status.PLANNED, "plans"),
        ("The index rose 4% to close at 9,505 on Friday.", Status.OCCURRED, ""),
        ("The council voted to close the plant in May 2026.", Status.PLANNED, ""),
    ],
)
def test_what_somebody_has_and_how_it_came_out_decide_the_status(text, status, wording):
    (event,) = events(text)
    assert (event.status, event.status_wording) == (status, wording)


def test_the_title_of_a_result_tells_what_led_to_it():
    (event,) = events("The index rose 4% to close at 9,505 on Friday.")
    assert event.title == "The index rose 4% to close at 9,505"


@pytest.mark.parametrize("figure", ["22,000", "close to 22,000", "22,000 tonnes"])
def test_where_a_figure_started_is_no_event_of_its_own(figure):
    (event,) = events(f"Output fell from {figure} in 1967 to 4,100 in 1982.")
    assert event.date.edtf == "1982"
