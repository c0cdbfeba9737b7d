"""Dates are given to what was done then, and not to words beside it that only describe."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def told(text, written=""):
    return [(event.date.edtf, event.title) for event in outlined(read(text), written).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels were deposed by forces led by Ann Roe on 13 October 1929.",
            [("1929-10-13", "The rebels were deposed by forces led by Ann Roe")],
        ),
        (
            "He visited territory held by Kurdish fighters in 2015 to assess it.",
            [("2015", "He visited territory held by Kurdish fighters")],
        ),
        (
            "Norway notified agencies of its plan to launch what it called a satellite in May 2019.",
            [("2019-05", "its plan to launch what it called a satellite")],
        ),
        (
            (
                "Despite a setback in the Battle of Lund in early March 1929, the rebels managed to extend "
                "their control to Malmo in June after a short siege."
            ),
            [
                ("1929-03-01/1929-03-10~", "a setback in the Battle of Lund"),
                ("1929-06", "the rebels managed to extend their control to Malmo"),
            ],
        ),
        (
            "The murder of the US ambassador to Oslo in 1979 forced the US to engage more directly.",
            [("1979", "The murder of the US ambassador to Oslo")],
        ),
        (
            "On 11 May 1995, during the review, the parties decided to extend the treaty.",
            [("1995-05-11", "the parties decided to extend the treaty")],
        ),
    ],
)
def test_a_date_is_of_what_was_done_and_not_of_what_describes(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "who", "title"),
    [
        (
            "They were unable to defeat Omar Khan in the valley, who had entered the area in March 1929.",
            "Omar Khan",
            "Omar Khan had entered the area",
        ),
        (
            "He allowed insurgents to operate in northern Sweden, who established themselves in May 1929.",
            "insurgents",
            "insurgents established themselves",
        ),
        ("When World War I began in 1914, the league fell apart.", "World War I", "World War I began"),
        (
            "He fears that gains made in areas such as health since the Taliban was ousted in 2001 are lost.",
            "the Taliban",
            "the Taliban was ousted",
        ),
        ("The trial of Ann Roe began on 5 May 2021.", "Ann Roe", "The trial of Ann Roe began"),
    ],
)
def test_whoever_did_it_is_named(text, who, title):
    event = next(event for event in outlined(read(text)).events if event.title == title)
    assert who in event.who


def test_a_decision_is_given_by_nobody_but_is_given():
    text = (
        "This is an appeal against a decision of Mr Recorder Roe given at the court in Leeds on 5 May 2004."
    )
    assert told(text) == [("2004-05-05", "a decision of Mr Recorder Roe given at the court in Leeds")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The second assault succeeded at capturing Malmo on 17 January 1929.",
            "The second assault succeeded at capturing Malmo",
        ),
        (
            "Attlee was then appointed to the post of Chancellor of the Duchy of Lancaster in 1930.",
            "Attlee was then appointed to the post of Chancellor of the Duchy of Lancaster",
        ),
        (
            "The United Nations appealed on Sunday 31 January 2016 for $861 million to help Iraq.",
            "The United Nations appealed for $861 million",
        ),
        (
            "Shares closed 3% lower in May 2024.",
            "Shares closed 3% lower",
        ),
        (
            "In an address to the Forum in May 2024, Ann Roe said she’d “demand that rates drop at once.”",
            "Ann Roe said she’d “demand that rates drop at once”",
        ),
        (
            "The board will appoint speakers, who were announced in May 2021.",
            "speakers were announced",
        ),
        (
            "The party won some 80 percent of seats in May's historic vote.",
            "The party won some 80 percent of seats",
        ),
        ("Norway, which acceded in 1985 but never complied, is a member.", "Norway acceded"),
        ("In response to the failed Bay of Pigs Invasion of 1961, he agreed to it.", "Bay of Pigs Invasion"),
        (
            "On March 6, 1930, a statue of her was placed in the Tower Gardens next to and facing the river.",
            "a statue of her was placed in the Tower Gardens",
        ),
    ],
)
def test_a_title_is_a_whole_thought(text, title):
    assert title in [event.title for event in outlined(read(text), "2024-12-05").events]


HEAD = "| Date | Event |\n|---|---|\n"


def test_a_verb_cut_off_from_what_it_says_is_left_out():
    text = (
        "Opposition delegates agreed late on Friday 5 May 2023 to travel to Geneva after saying they had "
        "received guarantees to improve the situation on the ground, such as a release of detainees."
    )
    assert told(text) == [("2023-05-05", "Opposition delegates agreed to travel to Geneva")]


def test_another_date_between_verb_and_complement_is_left_out_alone():
    text = "Judge Roe testified on 5 May 2016 that he decided in 2005 not to bring charges over the claims."
    assert ("2016-05-05", "Judge Roe testified that he decided not to bring charges over the claims") in told(
        text
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            HEAD + "| 4 May 2021 | Norway warns Peru will pay |\n| 5 May 2021 | Talks held |\n",
            "occurred",
        ),
        (
            HEAD + "| 4 May 2021 | Strikes in Oslo; flights cancelled |\n| 5 May 2021 | Talks |\n",
            "occurred",
        ),
        (
            HEAD + "| 4 May 2021 | Talks cancelled |\n| 5 May 2021 | Talks held |\n",
            "negated",
        ),
        ("Talks were supposed to begin in February 2025.", "planned"),
        ("The treaty was agreed to end the 1919–1921 War of Independence.", "occurred"),
    ],
)
def test_a_status_is_that_of_what_the_row_tells(text, status):
    assert outlined(read(text, name="a.md")).events[0].status == status


def test_a_regular_hour_is_no_event():
    assert told("The gates are locked at 4.30 pm.", "2021-05-05") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norway launched what it called only two days ago a satellite.", "2019-07-30"),
        ("Norway launched what it called just last May a satellite.", "2019-05"),
    ],
)
def test_a_word_before_a_date_that_hangs_on_the_date_costs_no_event(text, date):
    assert [told_date for told_date, _ in told(text, "2019-08-01")] == [date]
