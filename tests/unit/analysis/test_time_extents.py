"""How far times reach: what belongs to a length of time, and whose an article is."""

import pytest

from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-01"


def wordings(text, found):
    return [text[time.start : time.end] for time in found.times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After four years of war the city was empty.", ["four years of war"]),
        ("It fell after a week of intense fighting.", ["a week of intense fighting"]),
        ("In the first hour of the attack all was lost.", ["the first hour of the attack"]),
        ("After six straight days of losses the index rose.", ["six straight days"]),
        ("They advanced ten miles in just seven hours.", ["just seven hours"]),
        ("It delayed them for only one week.", ["only one week"]),
        ("The plan was dropped only two weeks after the vote.", ["two weeks"]),
    ],
)
def test_a_length_of_time_holds_what_fills_it_and_its_only(text, expected):
    document = read(text)
    assert wordings(document.text, by_rules(document, WRITTEN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 21 January execution led to more wars.", ["21 January"]),
        ("After the early October battle the army withdrew.", ["early October"]),
        ("In the spring of 1989 government forces attacked.", ["the spring of 1989"]),
    ],
)
def test_an_article_before_a_date_that_describes_a_noun_belongs_to_the_noun(text, expected):
    document = read(text)
    assert wordings(document.text, outlined(document, WRITTEN)) == expected


def test_a_campaign_named_after_a_feast_is_of_the_weeks_around_it_and_no_event():
    document = read("In 1935 the army launched the Christmas Offensive.")
    found = outlined(document, WRITTEN)
    assert [time.value for time in found.times] == ["1935", "1935-12"]
    assert [event.date.edtf for event in found.events] == ["1935"]


def test_hours_later_are_on_the_day_told_last():
    found = by_rules(read("The army attacked on 25 June 1950. Hours later, the council met."), WRITTEN)
    assert [time.value for time in found.times] == ["1950-06-25", "1950-06-25TXX"]


def test_a_date_in_figures_may_have_dashes():
    found = by_rules(read("The contract ends as of 8–31–2004, they wrote."), WRITTEN)
    assert [time.value for time in found.times] == ["2004-08-31"]
