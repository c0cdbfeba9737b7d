"""Who takes part in what a sentence tells, and where it was."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme, a maker of pumps, was bought by Nordlicht on 5 May 2021.", ("Acme", "Nordlicht")),
        ("On 5 May 2021 the army clashed with rebels.", ("the army", "rebels")),
        ("The talks between Iran and the United States on 5 May 2021 failed.", ("Iran", "the United States")),
        ("The bombing of Dresden by the Allies in February 1945 was heavy.", ("Dresden", "the Allies")),
        ("An Israeli strike on 5 May 2021 killed three doctors.", ("Israeli",)),
        ("The jet that Acme delivered in May 2021 crashed.", ("The jet", "Acme")),
        ("He was appointed minister in March 2003.", ()),
        ("Oil prices fell on 5 May 2021.", ("Oil prices",)),
        ("On 5 May 2021 Acme won a contract.", ("Acme", "a contract")),
        ("In May 2021 Acme paid 2.24 billion euros to Nordlicht.", ("Acme", "Nordlicht")),
        ("The ferry, with 30 cars, sank on 5 May 2021.", ("The ferry",)),
        (
            "European Aeronautic Defence & Space NV bought it on 5 May 2021.",
            ("European Aeronautic Defence & Space NV",),
        ),
    ],
)
def test_who_takes_part(text, who):
    assert outlined(read(text)).events[0].who == who


def test_an_owner_is_named_without_the_ending():
    (event, *_) = outlined(read("Iran's attack on Israel on 13 April 2024 was repelled.")).events
    assert (event.who, event.where) == (("Iran",), "Israel")


def test_the_place_is_nobody_who_takes_part():
    (event,) = outlined(read("In 1933 he fled to London.")).events
    assert (event.who, event.where) == ((), "London")


def test_who_spoke_against_a_ruling_took_no_part_in_it():
    (event,) = outlined(
        read("Prosecutors had been challenging a Feb. 2 ruling by Judge James Orenstein.")
    ).events
    assert event.who == ("Judge James Orenstein",)


def test_a_person_is_named_without_the_place():
    (event,) = outlined(read("In May 1944 General Wells met Colonel Mercedes near Rome.")).events
    assert event.who == ("General Wells", "Colonel Mercedes")


def test_a_phrase_ends_where_a_clause_describes_it():
    (event,) = outlined(read("They made a contract, which was renewed in 2001, with Acme.")).events
    assert event.who == ("a contract",)


def test_what_was_scheduled_is_the_happening_of_its_date():
    text = "The jet was set to land in the United States on Monday after a test flight."
    (event,) = outlined(read(text), "2024-03-06").events
    assert (event.trigger.of(text), event.who, event.where) == ("land", ("The jet",), "the United States")


def test_what_ended_the_day_is_the_happening_and_not_its_outcome():
    text = "The Norvik index fell by 3.4% to end the day at 7,114. Sundal rose 2%, ending the day at 8,017."
    found = [(event.trigger.of(text), event.title) for event in outlined(read(text), "2024-03-06").events]
    assert found == [("fell", "The Norvik index fell by 3.4%"), ("rose", "Sundal rose 2%")]


def test_a_happening_with_a_hyphen_is_nobody():
    (event,) = outlined(read("On 5 May 2021 the pilot delayed the take-off.")).events
    assert event.who == ("the pilot",)
