"""Ships, products, firms and initials: names that look like those of persons."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def kinds(text):
    return {name.name: name.kind for name in outlined(read(text)).names}


def aliases(text):
    return {name.name: name.aliases for name in outlined(read(text)).names}


def test_initials_are_joined_with_the_one_name_that_fits():
    text = "T. Riik opened the meeting. Later Tomas Riik thanked the clerk. Mr Riik left early."
    assert aliases(text)["Tomas Riik"] == ("Riik", "T. Riik")


def test_initials_that_fit_two_names_are_nobody_for_certain():
    text = "R. Smith opened the meeting. Later Robert Smith and Richard Smith thanked the clerk."
    found = aliases(text)
    assert found["Robert Smith"] == found["Richard Smith"] == ()
    assert "R. Smith" in found


def test_a_ship_is_no_person_and_is_one_with_its_short_name():
    text = "HMS Sepoy was a destroyer. Sepoy was launched in 1918, and Sepoy joined the fleet."
    (name,) = (name for name in outlined(read(text)).names if name.name == "HMS Sepoy")
    assert (name.kind, name.aliases) == ("other", ("Sepoy",))


def test_the_before_a_single_name_tells_that_it_is_no_person():
    text = (
        "The Hawke, a cruiser, was known as an unlucky ship. In October the Hawke was torpedoed by another."
    )
    assert kinds(text).get("Hawke") in {"other", None}


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Tods Murray said it was sound. Tods Murray was founded in 1856 by two brothers.",
        "Shares in Palmer Heath fell. Palmer Heath announced a loss, and the company will close two shops.",
    ],
)
def test_what_has_shares_and_spokesmen_is_a_firm(text):
    assert {"Tods Murray", "Palmer Heath"} & {
        name for name, kind in kinds(text).items() if kind == "organisation"
    }


def test_who_is_elected_is_no_firm():
    text = "A spokesman for Tods Murray spoke. Tods Murray was elected in May. Tods Murray resigned."
    assert kinds(text).get("Tods Murray") == "person"


def test_parties_and_forces_called_by_their_members_are_bodies():
    found = kinds("The Marines landed in the north. The Conservatives lost the vote, and the Tories failed.")
    assert [found.get(name) for name in ("Marines", "Conservatives", "Tories")] == ["organisation"] * 3


def test_offices_are_no_part_of_a_name():
    found = kinds("Councillor R.V. Hill took the chair. Treasurer Peter Costello spoke to Councillor Norton.")
    assert {"R.V. Hill", "Peter Costello", "Norton"} <= {
        name for name, kind in found.items() if kind == "person"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Harvey Weinstein, a film producer, was found guilty. Harvey Weinstein denied it.",
            "Harvey Weinstein",
        ),
        ("Oliver Greene, the publisher, spoke in May.", "Oliver Greene"),
        ("Bo Ray, the builder, put up the wall.", "Bo Ray"),
        ("Jo Marsh, a developer, bought it. Jo Marsh, the builder, sold it.", "Jo Marsh"),
        ("Anna Mercer shares a flat with her sister. Anna Mercer shares her car too.", "Anna Mercer"),
        ("Finsoft CTO Mr Lai's shares were sold.", "Finsoft CTO Mr Lai"),
        ("Bo Ray, the brewer, left in May. Bo Ray's shares were sold.", "Bo Ray"),
        ("Tove Lind, an operator at the mill, shares the view of the mayor.", "Tove Lind"),
    ],
)
def test_trades_and_shares_of_persons_make_no_firm(text, name):
    assert kinds(text).get(name) == "person"


def test_shares_that_fall_are_those_of_a_firm():
    text = "Palmer Heath's shares fell. Palmer Heath, the brewer, closed two shops."
    assert kinds(text)["Palmer Heath"] == "organisation"
