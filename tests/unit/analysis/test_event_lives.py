"""Births and deaths in brackets behind a name, and notes in lists of what was done and when."""

import pytest

from deskbrief.analysis.pipeline import resolved
from deskbrief.document.steps import finish
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def told(text):
    return [(event.title, event.date.edtf) for event in outlined(read(text), WRITTEN).events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Mary Cole (4 May 1921 – 3 June 1999) was a singer.",
            [("Mary Cole was born", "1921-05-04"), ("Mary Cole died", "1999-06-03")],
        ),
        (
            "Peter Gordon of Marsh (31 March 1635 in Hull, England – 29 May 1699 in Moscow) was a general.",
            [
                ("Peter Gordon of Marsh was born in Hull, England", "1635-03-31"),
                ("Peter Gordon of Marsh died in Moscow", "1699-05-29"),
            ],
        ),
        (
            "Ada Marsh (born in Leeds on 4 May 1921, died 3 June 1999) was an engineer.",
            [("Ada Marsh was born in Leeds", "1921-05-04"), ("Ada Marsh died", "1999-06-03")],
        ),
        ("Ann Lee (b. 1943) is a chemist.", [("Ann Lee was born", "1943")]),
        ("President John Reed (4 May 2010 – 3 June 2014) signed the act.", []),
        ("John Reed (4 May 2010 – 3 June 2014) was the fifth president of the club.", []),
        (
            "Hassan Barwari (4 May 1950 – 20 September 2018) was a poet. Barwari died on 20 September 2018.",
            [("Hassan Barwari was born", "1950-05-04"), ("Hassan Barwari died", "2018-09-20")],
        ),
    ],
)
def test_brackets_behind_a_name_tell_a_birth_and_a_death(text, events):
    assert told(text) == events


def test_an_item_notes_what_was_done_with_a_thing_and_when():
    text = (
        "The council kept three papers:\n\n"
        "- a letter sent to the mayor on 3 March 2015\n"
        "- a report prepared by the auditor on 5 April 2016 at 9.41am\n"
        "- a plan of the hall for 2017\n"
    )
    assert told(text) == [
        ("a letter sent to the mayor", "2015-03-03"),
        ("a report prepared by the auditor", "2016-04-05T09:41:00"),
    ]


def test_an_item_of_another_form_does_not_end_a_list_of_dates():
    text = (
        "• 2019: The hall was opened by the mayor\n"
        "• A new roof was fitted in 2020\n"
        "• 2021: The roof was repaired\n"
    )
    assert told(text) == [
        ("The hall was opened by the mayor", "2019"),
        ("A new roof was fitted", "2020"),
        ("The roof was repaired", "2021"),
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The council asked the ministry on 3 May 2020 to publish its plan by June 2021.",
            [
                ("The council asked the ministry to publish its plan", "2020-05-03"),
                ("the ministry to publish its plan (asked by the council)", "2021-06"),
            ],
        ),
        (
            "The Senate required banks to hold more capital in 1933.",
            [("The Senate required banks to hold more capital", "1933")],
        ),
        ("We see also that the mill closed in 1990.", [("the mill closed", "1990")]),
        ("Visitors can see also the church, which was built in 1890.", [("the church was built", "1890")]),
        (
            "The council bought the site in 2010, but it was sued in 2012 by neighbours.",
            [("The council bought the site", "2010"), ("The council was sued by neighbours", "2012")],
        ),
        (
            "The company made the engine until it was taken over in 2012.",
            [("The company was taken over", "2012")],
        ),
        ("The firm was ordered to pay by 5 May 2025.", [("The firm to pay (as ordered)", "2025-05-05")]),
        (
            "The hearing was adjourned till 5 May 2025.",
            [("The hearing was adjourned to this date", "2025-05-05")],
        ),
        ("The firm moved to Leeds on 7 May 2021.", [("The firm moved to Leeds", "2021-05-07")]),
        (
            "The society led two revolts, one in 1971 and a second in 1989.",
            [("The society led two revolts", "1971"), ("The society led two revolts", "1989")],
        ),
        ("We are proud of what our team accomplished during 2016.", []),
        (
            "On 29 May 2008 Ann Soh recorded a statement from Lim, but interpreted in English by Mr Wu.",
            [("Ann Soh recorded a statement from Lim", "2008-05-29")],
        ),
    ],
)
def test_a_title_is_true_of_its_date(text, events):
    assert told(text) == events


def test_each_day_has_whom_the_sentence_gives_it():
    text = (
        "The committee took evidence on 5 October 2020 from Dr Ann Cole, the director of the trust, and on "
        "12 October, from Mr Paul Reed of the ministry."
    )
    first, second = outlined(read(text), WRITTEN).events
    assert (first.title, second.title) == (
        "The committee took evidence from Dr Ann Cole",
        "The committee took evidence from Mr Paul Reed",
    )
    assert first.who == ("The committee", "Dr Ann Cole")
    assert second.who == ("The committee", "Mr Paul Reed")


def test_days_listed_with_a_person_each_are_two_events():
    text = "We took oral evidence from Dr Ann Cole on 5 October 2020 and on 12 October from Paul Reed."
    assert told(text) == [
        ("We took oral evidence from Dr Ann Cole", "2020-10-05"),
        ("We took oral evidence from Paul Reed", "2020-10-12"),
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("His daughter was born in 1699 or 1700.", [("His daughter was born", "1699/1700")]),
        ("He fled on 5 or 6 May 1998.", [("He fled", "1998-05-05/1998-05-06")]),
        (
            "In 1696, Gordon's design of a “moveable rampart” played a key role in taking the town.",
            [("Gordon's design of a “moveable rampart” played a key role in taking the town", "1696")],
        ),
        (
            "In 1687 he took part in two raids on the town, being made a full general.",
            [("he took part in two raids on the town", "1687"), ("he was made a full general", "1687")],
        ),
    ],
)
def test_one_of_two_dates_is_one_event_and_titles_are_whole(text, events):
    assert told(text) == events


def test_a_quotation_that_the_end_of_a_title_would_cut_loses_no_event():
    said = 'General Marschburg said: "We cannot win the war any more, but we must not lose it now'
    assert told(f'On 9 May 1918 {said}."') == [(f'{said}"', "1918-05-09")]


def test_a_clause_in_brackets_has_its_own_subject():
    text = (
        "None of us noticed the security hole in the month and a half between the PR being merged and the "
        "attack (the PR making this change was merged on the 11th of September 2025)."
    )
    assert told(text) == [("the PR making this change was merged", "2025-09-11")]


def test_as_of_a_time_leaves_no_word_in_the_title():
    assert told("As of 15:11 on 5 May 2021 the site was shut again by the owner.") == [
        ("the site was shut again by the owner", "2021-05-05T15:11:00")
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "In that letter of 22 August 2005, the firm’s solicitors wrote",
            ["In that letter of 22 August 2005, the firm’s solicitors wrote"],
        ),
        (
            "On 19 October 2000, Purwadi presented the cheque for payment but it was dishonoured.",
            ["Purwadi presented the cheque for payment", "it was dishonoured"],
        ),
        (
            "On 10 July 2003, M/s Netto & Magin on instructions from Krish Maniam wrote to the solicitors.",
            ["M/s Netto & Magin on instructions from Krish Maniam wrote to the solicitors"],
        ),
        ("The minute says so (it cites more, see also B270/963, Smith to Hay, 21 March 1968, A452).", []),
    ],
)
def test_titles_of_letters_and_cheques(text, titles):
    assert [title for title, _ in told(text)] == titles


def test_another_day_of_writing_leaves_births_and_times_of_day_as_they_are():
    text = (
        "Mary Cole (4 May 1921 – 3 June 1999) was a singer. At 4.10 pm on 5 May 2001 the hall was opened. He "
        "fled on 5 or 6 May 1998."
    )
    document = read(text)
    outline = outlined(document, WRITTEN)
    after = finish(resolved(document, outline, "2020-01-01"))
    assert [event.date.edtf for event in after.events] == [event.date.edtf for event in outline.events]
